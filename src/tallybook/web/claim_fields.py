"""A claim as the fields of a form, all of them plain words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import FormData

from tallybook.model import Claim, Goods, Party, Period, Quantity, Role, Route, Source, Span

GOODS_FIELDS = ("text", "category", "designation", "unroca", "ml")
PARTY_FIELDS = ("role", "name", "text")
ENDS = (Role.SUPPLIER, Role.RECIPIENT)

SINGLE_FIELDS = (
    *("kind", "stage", "action", "actor", "target", "instrument"),
    *("supplier", "supplier_text", "recipient", "recipient_text"),
    *("quantity_text", "quantity_min", "quantity_max", "quantity_unit", "quantity_as_of"),
    *("quantity_approx", "quantity_cumulative", "quantity_alternative"),
    *("time_text", "time_edtf", "time_from", "time_to"),
    *("said_text", "said_edtf", "said_from", "said_to"),
    *("route_from", "route_to", "route_via", "route_vessels", "route_mode"),
    *("source_name", "source_title", "source_via", "source_cue"),
    *("evidence", "certainty", "negated", "quote", "quote_from", "quote_to"),
)
"""Fields that stand in a form once; goods and parties stand in rows."""

Row = dict[str, str]


@dataclass
class ClaimFields:
    """What stands in the form of a claim.

    Attributes:
        values: the fields that stand once.
        goods, parties: rows; parties without the end points, which have fields of their own.
        faults: what is wrong, by field; rows as "goods-0".
    """

    values: dict[str, str]
    goods: list[Row]
    parties: list[Row]
    faults: dict[str, str] = field(default_factory=dict)

    def group(self, name: str) -> dict[str, str]:
        """The fields whose names begin with ``name``, without it."""
        start = name + "_"
        return {key[len(start) :]: value for key, value in self.values.items() if key.startswith(start)}


def fields_of(claim: Claim) -> ClaimFields:
    """The form that shows ``claim``."""
    values: dict[str, object] = {
        name: getattr(claim, name)
        for name in ("kind", "stage", "action", "actor", "target", "instrument", "supplier", "recipient")
    }
    values |= {name: getattr(claim, name) for name in ("evidence", "certainty", "negated", "quote")}
    values |= {"quote_from": claim.quote_span.start, "quote_to": claim.quote_span.end}
    for role in ENDS:
        values[f"{role.value}_text"] = next((p.text for p in claim.parties if p.role is role), None)
    values |= _prefixed("quantity", _quantity(claim.quantity)) | _prefixed("time", _period(claim.time))
    values |= _prefixed("said", _period(claim.said_on)) | _prefixed("route", _route(claim.route))
    values |= _prefixed("source", _source(claim.source))
    return ClaimFields(
        values={name: _plain(values.get(name)) for name in SINGLE_FIELDS},
        goods=[_row(item, GOODS_FIELDS) for item in claim.goods],
        parties=[_row(party, PARTY_FIELDS) for party in claim.parties if party.role not in ENDS],
    )


def fields_in(form: FormData, prefix: str = "") -> ClaimFields:
    """What a person filled in. ``prefix`` stands before every field where a page holds several claims."""
    values = {name: _sent(form.get(prefix + name)) for name in SINGLE_FIELDS}
    return ClaimFields(
        values=values,
        goods=_rows(form, prefix + "goods", GOODS_FIELDS, "text"),
        parties=_rows(form, prefix + "party", PARTY_FIELDS, "name"),
    )


def _rows(form: FormData, start: str, names: tuple[str, ...], needed: str) -> list[Row]:
    columns = [[_sent(value) for value in form.getlist(f"{start}_{name}")] for name in names]
    rows = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=False)]
    return [row for row in rows if row[needed]]


def _sent(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _row(of: Goods | Party, names: tuple[str, ...]) -> Row:
    return {name: _plain(getattr(of, name)) for name in names}


def _prefixed(start: str, values: dict[str, object]) -> dict[str, object]:
    return {f"{start}_{name}": value for name, value in values.items()}


def _quantity(quantity: Quantity | None) -> dict[str, object]:
    if quantity is None:
        return {}
    names = ("text", "min", "max", "unit", "as_of", "approx", "cumulative", "alternative")
    return {name: getattr(quantity, name) for name in names}


def _period(period: Period | None) -> dict[str, object]:
    if period is None:
        return {}
    return {"text": period.text, "edtf": period.edtf, "from": period.earliest, "to": period.latest}


def _route(route: Route | None) -> dict[str, object]:
    if route is None:
        return {}
    ships = (ship.name + (f" (IMO {ship.imo})" if ship.imo else "") for ship in route.vessels)
    return {
        "from": route.from_place,
        "to": route.to_place,
        "via": "; ".join(route.via),
        "vessels": "; ".join(ships),
        "mode": route.mode,
    }


def _source(source: Source | None) -> dict[str, object]:
    if source is None:
        return {}
    via = "; ".join(source.via)
    return {"name": source.name, "title": source.title, "via": via, "cue": source.cue}


def _plain(value: Any) -> str:
    if value is None or value is False:
        return "no" if value is False else ""
    if value is True:
        return "yes"
    if isinstance(value, float):
        return f"{value:.10g}"
    # Newlines inside words become spaces in a form; where words stand is found again by ``Finder``.
    return " ".join(str(value).split())


def span_of(fields: ClaimFields) -> Span | None:
    """The place of the quote as the form carries it."""
    start, end = fields.values["quote_from"], fields.values["quote_to"]
    return Span(int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
