"""Exports as CSV: one row a claim or transfer, flat columns, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from tallybook.model import Claim, Goods, Period, Quantity, Route, Span, Transfer

Row = dict[str, object]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins so for a formula, which a report could have written."""

_BETWEEN = "; "

_NOTHING = Claim(quote="", quote_span=Span(0, 0))
_EMPTY = Quantity(text="")


def claims_csv(claims: Iterable[Claim], link: Callable[[Claim], str] = lambda _: "") -> Iterator[bytes]:
    """One row a claim; ``link`` says where it can be seen."""
    header = list(_claim_row(_NOTHING, ""))
    return _table(header, (_claim_row(claim, link(claim)) for claim in claims))


def transfers_csv(transfers: Iterable[Transfer]) -> Iterator[bytes]:
    """One row a transfer."""
    header = list(_transfer_row(Transfer(id="", supplier=None, recipient=None, stage=None)))
    return _table(header, map(_transfer_row, transfers))


def _table(header: list[str], rows: Iterable[Row]) -> Iterator[bytes]:
    line = io.StringIO(newline="")
    writer = csv.DictWriter(line, header)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()
    yield line.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if not isinstance(value, str):
        return str(value)
    return f"'{value}" if value.startswith(_FORMULA) else value


def _claim_row(claim: Claim, link: str) -> Row:
    source = claim.source
    return {
        "id": claim.id,
        "link": link,
        "report": claim.report,
        "report_id": claim.report_id,
        "kind": claim.kind.value,
        "state": claim.state.value,
        "made_by": claim.made_by,
        "stage": claim.stage and claim.stage.value,
        "action": claim.action and claim.action.value,
        "actor": claim.actor,
        "target": claim.target,
        "instrument": claim.instrument,
        "supplier": claim.supplier,
        "recipient": claim.recipient,
        "parties": _joined(f"{party.role.value}: {party.name}" for party in claim.parties),
        **_goods(claim.goods),
        **_quantity(claim.quantity),
        **_period("time", claim.time),
        **_period("said_on", claim.said_on),
        **_route(claim.route or Route()),
        "source": source and source.name,
        "source_title": source and source.title,
        "source_via": _joined(source.via) if source else None,
        "cue": source and source.cue,
        "evidence": claim.evidence and claim.evidence.value,
        "certainty": claim.certainty.value,
        "negated": claim.negated,
        "hedges": _joined(hedge.text for hedge in claim.hedges),
        "quote": claim.quote,
        "quote_from": claim.quote_span.start,
        "quote_to": claim.quote_span.end,
        "also": _joined(claim.also),
        "why": _joined(claim.why),
    }


def _goods(goods: Iterable[Goods]) -> Row:
    goods = tuple(goods)
    return {
        "goods": _joined(item.text for item in goods),
        "categories": _joined(dict.fromkeys(item.category.value for item in goods)),
        "designations": _joined(item.designation for item in goods),
        "unroca": _joined(dict.fromkeys(item.unroca for item in goods)),
        "ml": _joined(dict.fromkeys(item.ml for item in goods)),
    }


def _quantity(quantity: Quantity | None) -> Row:
    amount = quantity or _EMPTY
    return {
        "quantity": amount.text,
        "min": amount.min,
        "max": amount.max,
        "approx": amount.approx if quantity else None,
        "unit": amount.unit,
        "cumulative": amount.cumulative,
        "as_of": amount.as_of,
        "alternative": amount.alternative if quantity else None,
    }


def _period(name: str, period: Period | None) -> Row:
    known = period or Period(text="")
    return {
        name: known.text,
        f"{name}_edtf": known.edtf,
        f"{name}_from": known.earliest,
        f"{name}_to": known.latest,
    }


def _route(route: Route) -> Row:
    vessels = (f"{vessel.name} (IMO {vessel.imo})" if vessel.imo else vessel.name for vessel in route.vessels)
    return {
        "from_place": route.from_place,
        "to_place": route.to_place,
        "via": _joined(route.via),
        "vessels": _joined(vessels),
        "mode": route.mode and route.mode.value,
    }


def _transfer_row(transfer: Transfer) -> Row:
    amount, period, grade = transfer.quantity, transfer.period, transfer.grade
    found = (
        f"{attribute.name}: {difference.type.value}{f' ({difference.change})' if difference.change else ''}"
        for attribute in transfer.attributes
        for difference in attribute.differences
    )
    return {
        "id": transfer.id,
        "supplier": transfer.supplier,
        "recipient": transfer.recipient,
        "stage": transfer.stage and transfer.stage.value,
        "goods": _joined(category.value for category in transfer.goods),
        "low": amount and amount.low,
        "best": amount and amount.best,
        "high": amount and amount.high,
        "unit": amount and amount.unit,
        "as_of": amount and amount.as_of,
        "edtf": period and period.edtf,
        "from": period and period.earliest,
        "to": period and period.latest,
        "claims": len(transfer.claims),
        "reports": _joined(transfer.reports),
        "chains": transfer.chains,
        "origins_at_most": transfer.origins_at_most,
        "reliability": grade.reliability,
        "credibility": grade.credibility,
        "grade_proposed": grade.proposed,
        "grade_reason": grade.reason,
        "differences": _joined(found),
        "related": _joined(f"{link.relation.value} {link.id}" for link in transfer.related),
        "measures": _joined(f"{measure.id} {measure.paragraph}" for measure in transfer.measures),
    }


def _joined(words: Iterable[str | None]) -> str:
    return _BETWEEN.join(word for word in words if word)
