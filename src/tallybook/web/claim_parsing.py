"""From the fields of a form to a claim: words found in the report again, every fault beside its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from tallybook.model import (
    QUOTE_LIMIT,
    Action,
    Category,
    Certainty,
    Claim,
    ClaimKind,
    Evidence,
    Goods,
    Mode,
    Party,
    Period,
    Quantity,
    Report,
    Role,
    Route,
    Source,
    Span,
    Stage,
)
from tallybook.web.claim_fields import ENDS, ClaimFields, Row, fields_of, span_of
from tallybook.web.claim_parts import NOT_THERE, Finder, Parts, bounds, several, ship

T = TypeVar("T")


def claim_from(fields: ClaimFields, base: Claim, report: Report) -> Claim | None:
    """The claim that the fields say; ``None`` where something is wrong, which then stands in ``faults``.

    What was not touched stays as it is in ``base``, with its places.
    """
    return _Parser(fields, base, report).claim()


class _Parser:
    def __init__(self, fields: ClaimFields, base: Claim, report: Report) -> None:
        self.fields = fields
        self.values = fields.values
        self.base = base
        self.report = report
        self.before = fields_of(base)
        self.quote, fault = self._quote()
        self.parts = Parts(fields, report, self.quote)
        if fault:
            self.parts.fault("quote", fault)

    def claim(self) -> Claim | None:
        """The claim, unless there are faults."""
        kind = self.parts.term("kind", ClaimKind) or ClaimKind.TRANSFER
        response = kind is ClaimKind.RESPONSE
        claim = msgspec.structs.replace(
            self.base,
            kind=kind,
            stage=None if response else self.parts.term("stage", Stage),
            action=self.parts.term("action", Action) if response else None,
            actor=self.parts.name("actor") if response else None,
            target=self.parts.name("target") if response else None,
            instrument=self.parts.name("instrument") if response else None,
            supplier=self.parts.name("supplier"),
            recipient=self.parts.name("recipient"),
            parties=self._parties(),
            goods=self._goods(),
            quantity=self._kept("quantity", self.base.quantity, self._quantity),
            time=self._kept("time", self.base.time, lambda: self._period("time")),
            said_on=self._kept("said", self.base.said_on, lambda: self._period("said")),
            route=self._kept("route", self.base.route, self._route),
            source=self._kept("source", self.base.source, self._source),
            evidence=self.parts.term("evidence", Evidence),
            certainty=self.parts.term("certainty", Certainty) or Certainty.STATED,
            negated=self.values["negated"] == "yes",
            quote=self.quote.of(self.report.text),
            quote_span=self.quote,
        )
        self._check(claim)
        return None if self.fields.faults else claim

    def _check(self, claim: Claim) -> None:
        if claim.kind is ClaimKind.TRANSFER and claim.stage is None:
            self.parts.fault(
                "stage", "Choose how far the transfer has come; “unclear” if the words do not say."
            )
        if claim.kind is ClaimKind.RESPONSE and claim.action is None:
            self.parts.fault("action", "Choose what the response does.")
        if claim.kind is ClaimKind.TRANSFER and not (claim.supplier or claim.recipient or claim.goods):
            self.parts.fault(
                "supplier", "A transfer needs an end point or goods: fill in what the words say."
            )

    def _quote(self) -> tuple[Span, str]:
        """The place of the quote, and what is wrong with it."""
        words, span = self.values["quote"], span_of(self.fields)
        text = self.report.text
        found: Span | None = None
        if span and span.stands_in(text) and " ".join(span.of(text).split()) == words:
            found = _trimmed(span, text)
        elif words:
            found = Finder(self.report, span or self.base.quote_span).span(words)
        if found is None:
            return self.base.quote_span, NOT_THERE if words else "Give the words that carry the claim."
        if found.length > QUOTE_LIMIT:
            return found, f"A quote is one clause, at most {QUOTE_LIMIT} characters; this has {found.length}."
        return found, ""

    def _kept(self, group: str, before: T, make: Callable[[], T]) -> T:
        return before if self.fields.group(group) == self.before.group(group) else make()

    def _parties(self) -> tuple[Party, ...]:
        ends = [
            {"role": role.value, "name": self.values[role.value], "text": self.values[f"{role.value}_text"]}
            for role in ENDS
        ]
        known = {(p.role.value, p.name, " ".join((p.text or "").split())): p for p in self.base.parties}
        rows = [row for row in ends if row["name"] and row["text"]] + self.fields.parties
        return tuple(
            known.get((row["role"], row["name"], row["text"])) or self._party(row, index)
            for index, row in enumerate(rows)
        )

    def _party(self, row: Row, index: int) -> Party:
        field = f"{row['role']}_text" if row["role"] in {role.value for role in ENDS} else f"party-{index}"
        text, span = self.parts.words(field, row["text"])
        try:
            role = Role(row["role"])
        except ValueError:
            self.parts.fault(field, "Choose a role.")
            role = Role.INTERMEDIARY
        return Party(role=role, name=row["name"][:200], text=text or None, span=span)

    def _goods(self) -> tuple[Goods, ...]:
        known = {
            tuple(row.items()): item for row, item in zip(self.before.goods, self.base.goods, strict=True)
        }
        return tuple(
            known.get(tuple(row.items())) or self._item(row, index)
            for index, row in enumerate(self.fields.goods)
        )

    def _item(self, row: Row, index: int) -> Goods:
        text, span = self.parts.words(f"goods-{index}", row["text"])
        try:
            category = Category(row["category"])
        except ValueError:
            self.parts.fault(f"goods-{index}", "Choose a category.")
            category = Category.OTHER
        return Goods(
            text=text,
            span=span,
            category=category,
            designation=row["designation"] or None,
            unroca=row["unroca"] or None,
            ml=row["ml"] or None,
        )

    def _quantity(self) -> Quantity | None:
        given = self.fields.group("quantity")
        if not given["text"]:
            if given["min"] or given["max"]:
                self.parts.fault("quantity_text", "Give the words that name the amount.")
            return None
        text, span = self.parts.words("quantity_text", given["text"])
        low, high = self.parts.number("quantity_min"), self.parts.number("quantity_max")
        if low is not None and high is not None and low > high:
            self.parts.fault("quantity_max", "The upper bound is below the lower one.")
            return None
        return Quantity(
            text=text,
            span=span,
            min=low,
            max=high,
            approx=given["approx"] == "yes",
            unit=given["unit"] or None,
            cumulative={"yes": True, "no": False}.get(given["cumulative"]),
            as_of=self.parts.edtf("quantity_as_of"),
            alternative=given["alternative"] == "yes",
        )

    def _period(self, group: str) -> Period | None:
        given = self.fields.group(group)
        if not any(given.values()):
            return None
        text, span = self.parts.words(f"{group}_text", given["text"])
        date = self.parts.edtf(f"{group}_edtf")
        earliest, latest = self.parts.day(f"{group}_from"), self.parts.day(f"{group}_to")
        if date and not (earliest or latest):
            earliest, latest = bounds(date)
        if earliest and latest and earliest > latest:
            self.parts.fault(f"{group}_to", "It ends before it begins.")
            return None
        return Period(text=text, span=span, edtf=date, earliest=earliest, latest=latest)

    def _route(self) -> Route | None:
        given = self.fields.group("route")
        if not any(given.values()):
            return None
        return Route(
            from_place=given["from"] or None,
            to_place=given["to"] or None,
            via=several(given["via"]),
            vessels=tuple(map(ship, several(given["vessels"]))),
            mode=self.parts.term("route_mode", Mode),
        )

    def _source(self) -> Source | None:
        given = self.fields.group("source")
        if not given["name"]:
            if given["title"] or given["via"]:
                self.parts.fault(
                    "source_name", "Name the speaker; leave all of it empty for the outlet itself."
                )
            return None
        before = self.base.source
        same = before is not None and before.name == given["name"]
        cue, _ = self.parts.words("source_cue", given["cue"])
        return Source(
            name=given["name"],
            title=given["title"] or None,
            via=several(given["via"]),
            cue=cue or None,
            span=before.span if before and same else self.parts.find.span(given["name"]),
        )


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
