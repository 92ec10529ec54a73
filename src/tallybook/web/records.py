"""A transfer in the columns in which registers of arms transfers are printed.

The columns are those of SIPRI's trade registers (supplier/recipient, number ordered, designation,
description, year of order, year of delivery, number delivered, comments). Brackets mark what is uncertain,
as there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tallybook.model import Claim, Stage, Transfer
from tallybook.web import wording

_ORDERED = frozenset(
    {Stage.SOUGHT, Stage.OFFERED, Stage.AGREED, Stage.PLEDGED, Stage.APPROVED, Stage.PLANNED}
)
UNKNOWN = ".."


class Record(NamedTuple):
    """One line of the register; ``..`` stands for what is unknown."""

    supplier: str
    recipient: str
    ordered: str
    designation: str
    description: str
    order_year: str
    delivery_years: str
    delivered: str
    comments: str


def record_of(transfer: Transfer, claims: Iterable[Claim]) -> Record:
    """The line that a register would print for ``transfer``, made of its claims."""
    goods = [item for claim in claims for item in claim.goods]
    designations = dict.fromkeys(item.designation for item in goods if item.designation)
    number = _bracketed(wording.amount(transfer.quantity), uncertain=_open(transfer))
    years = _years(transfer)
    ordered = transfer.stage in _ORDERED
    return Record(
        supplier=transfer.supplier or "unknown supplier",
        recipient=transfer.recipient or "unknown recipient",
        ordered=number if ordered else UNKNOWN,
        designation=", ".join(designations) or UNKNOWN,
        description=", ".join(map(wording.plain, transfer.goods)) or UNKNOWN,
        order_year=years if ordered else UNKNOWN,
        delivery_years=UNKNOWN if ordered else years,
        delivered=UNKNOWN if ordered else number,
        comments=f"{wording.plain(transfer.stage) or 'stage open'}; "
        f"{wording.count(len(transfer.reports), 'report')}, "
        f"at most {wording.count(transfer.origins_at_most, 'origin')}",
    )


def _open(transfer: Transfer) -> bool:
    return transfer.quantity is None or transfer.quantity.best is None


def _years(transfer: Transfer) -> str:
    period = transfer.period
    days = [day for day in (period.earliest, period.latest) if day] if period else []
    if not days:
        return UNKNOWN
    years = "–".join(dict.fromkeys(str(day.year) for day in days))
    return _bracketed(years, uncertain=len(days) < 2)


def _bracketed(words: str, *, uncertain: bool) -> str:
    if not words:
        return UNKNOWN
    return f"({words})" if uncertain else words
