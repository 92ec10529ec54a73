"""Exports as JSON Lines and JSON, in the shapes of the reference (docs/reference.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from tallybook.model import Claim, Lineage, Report, Transfer


def jsonl(items: Iterable[object]) -> Iterator[bytes]:
    """One JSON object a line, UTF-8."""
    encoder = msgspec.json.Encoder()
    for item in items:
        yield encoder.encode(item) + b"\n"


def claims_jsonl(claims: Iterable[Claim], link: Callable[[Claim], str] | None = None) -> Iterator[bytes]:
    """Claims, one a line; with ``link`` each says under ``link`` where it can be seen."""
    if link is None:
        return jsonl(claims)
    return jsonl({**msgspec.to_builtins(claim), "link": link(claim)} for claim in claims)


def transfers_jsonl(transfers: Iterable[Transfer]) -> Iterator[bytes]:
    """Transfers, one a line."""
    return jsonl(transfers)


def reports_jsonl(reports: Iterable[Report]) -> Iterator[bytes]:
    """What is known of reports, one a line, without their texts."""
    return jsonl(_known_of(report) for report in reports)


def lineage_json(lineage: Lineage, reports: Iterable[Report] = ()) -> Iterator[bytes]:
    """The lineage as one JSON object; what is known of each of ``reports`` stands with its line."""
    known = {report.name: _known_of(report) for report in reports}
    whole = msgspec.to_builtins(lineage)
    whole["reports"] = [known.get(line["report"], {}) | line for line in whole["reports"]]
    yield msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _known_of(report: Report) -> dict[str, object]:
    fields: dict[str, object] = msgspec.to_builtins(report)
    for name in ("text", "headline", "clutter"):
        del fields[name]
    return {"report": fields.pop("name"), "report_id": fields.pop("id"), **fields}
