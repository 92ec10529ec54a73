"""Which measures may apply to a flow of goods on a date?

"May apply" is all that words can show: whether anything breaches a measure is for people to say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from tallybook.model import Category, MeasureHit
from tallybook.screen.dates import InForce, in_force
from tallybook.screen.goods import goods_reason
from tallybook.vocabulary import load
from tallybook.vocabulary.measures import Group, Measure

_UNCHECKED = "the entry is not checked against the text"


def measures_for(
    supplier: str | None,
    recipient: str | None,
    categories: Iterable[Category] = (),
    earliest: dt.date | None = None,
    latest: dt.date | None = None,
) -> tuple[MeasureHit, ...]:
    """The measures that may apply to goods of ``categories`` going from ``supplier`` to ``recipient``.

    Args:
        supplier, recipient: English short names of states or bodies; ``None`` where left open.
        categories: of the goods; empty where the reports name none.
        earliest, latest: when it may have happened. Today's date is never consulted: without any date only
            measures that have not ended are given, with ``in_force_on`` open.

    Returns:
        One hit a measure, in the order of the data file, each with its paragraph and its reason in words.
    """
    given = tuple(categories)
    hits = []
    for measure in load().measures:
        ends = _ends(measure, supplier, recipient)
        force = in_force(measure.since, measure.until, earliest, latest) if ends else None
        goods = goods_reason(measure.goods, given) if force else None
        bound = _bound(measure, (supplier, recipient), force.on) if force and goods else None
        if ends and force and goods and bound:
            hits.append(_hit(measure, force, (ends, goods, bound)))
    return tuple(hits)


def _ends(measure: Measure, supplier: str | None, recipient: str | None) -> str | None:
    """Why the ends of the flow meet those of the measure, in words."""
    named = []
    for said, wanted, word in ((supplier, measure.supplier, "from"), (recipient, measure.recipient, "to")):
        if not wanted:
            continue
        if said not in wanted:
            return None
        named.append(f"{word} {said}")
    return " and ".join(named)


def _bound(measure: Measure, ends: tuple[str | None, str | None], on: dt.date | None) -> str | None:
    """Whom the measure binds in this flow, in words; ``None`` where it binds nobody in it."""
    if measure.binds == "all":
        return "it binds every State"
    group = _groups().get(measure.binds)
    members = [end for end in ends if end and (group.holds(end, on) if group else end == measure.binds)]
    if members:
        return f"it binds {members[0]}" + (f" as a member of the {group.name}" if group else "")
    if measure.reaches_abroad:
        return f"it also threatens parties outside {measure.binds}"
    return None


def _hit(measure: Measure, force: InForce, reasons: tuple[str, str, str]) -> MeasureHit:
    ends, goods, bound = reasons
    words = [f"may apply: {measure.forbids}", f"the goods go {ends}", goods, bound, force.reason]
    if measure.but:
        words.append(f"but {measure.but}")
    if not measure.verified:
        words.append(f"{_UNCHECKED} ({measure.note})" if measure.note else _UNCHECKED)
    return MeasureHit(
        id=measure.name,
        paragraph=f"{measure.instrument}, {_where(measure)}",
        in_force_on=force.on.isoformat() if force.on else None,
        reason="; ".join(words),
    )


def _where(measure: Measure) -> str:
    return measure.paragraph if measure.issuer != "UN" else f"paragraph {measure.paragraph}"


@lru_cache(maxsize=1)
def _groups() -> dict[str, Group]:
    return {group.name: group for group in load().groups}
