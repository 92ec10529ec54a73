"""How many claims of a gold folder does the reader find, and how right are they?

Gold: one JSON file a report with ``claims`` in the shape of the claims export, plus ``optional``,
``also_spans``, ``bidirectional`` and ``accept`` (other values that are right as well, by field). A prediction
matches a claim when the quotes overlap by half of the shorter and both ends agree; the pairs are one to one.
Predictions that touch only optional claims, or repeat a matched one, count neither way.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.reading.marked import Marked

from tallybook.model import Claim, ClaimKind, Report, Span, new_report_id
from tallybook.read import Reader

Gold = Mapping[str, object]


@dataclass
class Score:
    """Counts over reports."""

    required: int = 0
    matched: int = 0
    wrong: int = 0
    wrong_on_negatives: int = 0
    fields: Counter[str] = field(default_factory=Counter)

    def table(self) -> str:
        """The score for a person at a terminal."""
        recall = self.matched / max(1, self.required)
        precision = self.matched / max(1, self.matched + self.wrong)
        f1 = 2 * recall * precision / max(1e-9, recall + precision)
        lines = [
            f"claims required {self.required}, matched {self.matched}, wrong {self.wrong}",
            f"recall {recall:.3f}  precision {precision:.3f}  f1 {f1:.3f}",
            f"wrong on reports without claims {self.wrong_on_negatives}",
        ]
        shares = (f"{n} {c / max(1, self.matched):.3f}" for n, c in sorted(self.fields.items()))
        return "\n".join([*lines, "over matched claims: " + "  ".join(shares)])


def report_of(path: Path) -> Report:
    """A text file as a report, its offsets those of the decoded bytes."""
    return _report(path.name, path.read_bytes().decode("utf-8"))


def score(reader: Reader, gold: Path, texts: Path) -> Score:
    """Read every report that has gold and compare."""
    return _score(reader, _with_gold(gold, texts))


def score_marked(reader: Reader, reports: Iterable[Marked]) -> Score:
    """Read reports of our own and compare in the fields that they mark."""
    return _score(reader, ((_report(m.name, m.text), m.claims) for m in reports))


def _report(name: str, text: str) -> Report:
    return Report(id=new_report_id(name), name=name, text=text, sha256="", captured_at="")


def _with_gold(gold: Path, texts: Path) -> Iterator[tuple[Report, Sequence[Gold]]]:
    for file in sorted(gold.glob("[0-9]*.json")):
        (text,) = texts.glob(f"{file.stem}*.txt")
        yield report_of(text), json.loads(file.read_text("utf-8"))["claims"]


def _score(reader: Reader, reports: Iterable[tuple[Report, Sequence[Gold]]]) -> Score:
    total = Score()
    for report, wanted in reports:
        claims = [c for c in reader.read(report) if c.kind is ClaimKind.TRANSFER]
        _compare(claims, wanted, total)
    return total


def _compare(claims: list[Claim], wanted: Sequence[Gold], total: Score) -> None:
    required = [g for g in wanted if not g.get("optional")]
    total.required += len(required)
    left = list(claims)
    for gold in required:
        near = [c for c in left if _touches(c.quote_span, gold) and _same_ends(c, gold)]
        if near:
            best = max(near, key=lambda c: _closeness(c, gold))
            left.remove(best)
            total.matched += 1
            total.fields.update({name: int(right) for name, right in _right(best, gold).items()})
    for claim in left:
        optional = any(_touches(claim.quote_span, g) for g in wanted if g.get("optional"))
        again = any(_touches(claim.quote_span, g, also=True) and _same_ends(claim, g) for g in required)
        if not optional and not again:
            total.wrong += 1
            total.wrong_on_negatives += not wanted


def _touches(span: Span, gold: Gold, *, also: bool = False) -> bool:
    spans: Iterable[list[int]] = gold.get("also_spans") or []  # type: ignore[assignment]
    places = [*spans] if also else [gold["quote_span"], *spans]
    for place in places:
        other = Span(*place)  # type: ignore[misc]
        if span.overlap(other) * 2 >= min(span.length, other.length):
            return True
    return False


def _accepted(gold: Gold, name: str) -> list[object]:
    accept: Mapping[str, list[object]] = gold.get("accept") or {}  # type: ignore[assignment]
    return [gold.get(name), *accept.get(name, [])]


def _same_ends(claim: Claim, gold: Gold) -> bool:
    straight = claim.supplier in _accepted(gold, "supplier") and claim.recipient in _accepted(
        gold, "recipient"
    )
    turned = claim.flow == (gold.get("recipient"), gold.get("supplier"))
    return straight or (bool(gold.get("bidirectional")) and turned)


def _right(claim: Claim, gold: Gold) -> dict[str, bool]:
    """Which fields that gold has are right."""
    right = {
        "stage": claim.stage in _accepted(gold, "stage"),
        "certainty": claim.certainty in _accepted(gold, "certainty"),
        "negated": claim.negated in [bool(v) for v in _accepted(gold, "negated")],
    }
    if "quantity" in gold:
        quantity: Mapping[str, object] = gold["quantity"] or {}  # type: ignore[assignment]
        bounds = (claim.quantity.min, claim.quantity.max) if claim.quantity else (None, None)
        right["bounds"] = bounds == (quantity.get("min"), quantity.get("max"))
    if "source" in gold:
        source: Mapping[str, object] = gold["source"] or {}  # type: ignore[assignment]
        accept: Mapping[str, list[object]] = gold.get("accept") or {}  # type: ignore[assignment]
        named = _plain(claim.source.name if claim.source else None)
        right["source"] = named in [_plain(name) for name in (source.get("name"), *accept.get("source", []))]
    return right


def _closeness(claim: Claim, gold: Gold) -> tuple[int, bool]:
    """The words that gold quotes first win a tie, so that what repeats them is the one left over."""
    first = Span(*gold["quote_span"])  # type: ignore[misc]
    return sum(_right(claim, gold).values()), claim.quote_span.overlap(first) > 0


def _plain(name: object) -> str:
    return str(name or "").lower().removeprefix("the ").strip()
