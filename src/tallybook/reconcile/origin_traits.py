"""What the sources of two claims have in common and in what they differ, to weigh whether they are one.

As in ``traits``: short names that hold or do not, the same whichever claim comes first. Pure.
"""

from __future__ import annotations

from itertools import product

from tallybook.reconcile.agreeing import WIDE
from tallybook.reconcile.clashes import shared_figure
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.matching import Tie
from tallybook.reconcile.meeting import NEWS_DAYS
from tallybook.reconcile.origins import Told
from tallybook.reconcile.outlets import key_of
from tallybook.reconcile.speakers import Speaker

_NEAR = 300
"""Characters between the beginnings of two claims that stand near one another."""

_ALIKE = 0.3
"""Share of the words that carry meaning from which on two quotes are worded alike."""

_WHO = ("for one party", "through one outlet", "one person", "one wording", "one body")
_WHEN = (
    *("on one day", "on days side by side", "within days", "on days apart", "on days unknown"),
    *("in one report", "one flow", "one family of stages", "past news in one"),
)
"""Traits of who and of when that say more together."""


def origin_traits(one: Told, two: Told, tie: Tie) -> frozenset[str]:
    """The traits of a pair of claims; ``tie``: how their reports hang together."""
    a, b = one.facts, two.facts
    told = {**_speakers(a.speaker, b.speaker), **_relays(a, b), **_days(one, two), **_told(a, b)}
    told |= {"one report copies the other": tie.copied, "undated reports of one occasion": tie.one_event}
    names = {name for name, holds in told.items() if holds}
    both = {f"{who}, {when}" for who, when in product(_WHO, _WHEN) if {who, when} <= names}
    return frozenset(names | both)


def _speakers(s: Speaker, t: Speaker) -> dict[str, bool]:
    people = s.kind == t.kind == "person"
    blocks, bodies, departments = ((getattr(s, of), getattr(t, of)) for of in ("block", "body", "department"))
    return {
        " and ".join(sorted((s.kind, t.kind))): True,
        "for one party": blocks[0] is not None and blocks[0] == blocks[1],
        "for other parties": _differ(blocks),
        "for no party": blocks == (None, None),
        "one for no party": (blocks[0] is None) != (blocks[1] is None),
        "one person": people and s.key is not None and s.key == t.key,
        "other persons": people and s.key != t.key,
        "one wording": s.kind == t.kind and s.words == t.words,
        "one body": bool(bodies[0]) and bodies[0] == bodies[1],
        "other bodies": _differ(bodies),
        "other departments": _differ(departments),
    }


def _differ(pair: tuple[str | None, str | None]) -> bool:
    return all(pair) and pair[0] != pair[1]


def _relays(a: Facts, b: Facts) -> dict[str, bool]:
    via = bool(set(a.via) & set(b.via))
    outlets = [
        x.speaker.kind == "outlet" and key_of(x.speaker.block or "") in y.via for x, y in ((a, b), (b, a))
    ]
    return {
        "through one outlet": via,
        "the one is the other's outlet": any(outlets),
        "in or through one outlet": not via and bool(set(a.through) & set(b.through)),
        "through other outlets": bool(a.via and b.via) and not via,
        "through an outlet in one": bool(a.via) != bool(b.via),
        "nameless, through one outlet, one flow": via
        and a.flow == b.flow
        and "unnamed" in (a.speaker.kind, b.speaker.kind),
    }


def _days(one: Told, two: Told) -> dict[str, bool]:
    x, y = one.occasion, two.occasion
    known = x.days.known and y.days.known
    met = [known and x.days.meets(y.days, slack) for slack in (0, 1, NEWS_DAYS)]
    told = one.facts.told_on, two.facts.told_on
    named = told[0].known and told[1].known
    return {
        "on one day": met[0],
        "on days side by side": met[1] and not met[0],
        "within days": met[2] and not met[1],
        "on days apart": known and not met[2],
        "on days unknown": not known,
        "past news in one": x.earlier != y.earlier,
        "past news in both": x.earlier and y.earlier,
        "days told of in both": x.narrow and y.narrow,
        "weekdays named in both": named,
        "other weekdays": named and not told[0].meets(told[1]),
    }


def _told(a: Facts, b: Facts) -> dict[str, bool]:
    same, goods = a.report == b.report, [f.goods - WIDE for f in (a, b)]
    denials = [f.family is Family.DENIAL for f in (a, b)]
    alike = len(a.stems & b.stems) > _ALIKE * max(1, len(a.stems | b.stems))
    return {
        "in one report": same,
        "in one sentence": same and a.sentence == b.sentence,
        "near one another": same and abs(a.start - b.start) < _NEAR,
        "one flow": a.flow == b.flow,
        "flows there and back": a.flow == b.flow[::-1],
        "one family of stages": a.family is b.family,
        "a denial of one": denials[0] != denials[1],
        "denials both": all(denials),
        "one kind of goods": bool(goods[0] & goods[1]),
        "other kinds of goods": bool(goods[0] and goods[1] and not goods[0] & goods[1]),
        "one figure": bool(shared_figure(a, b)),
        "one certainty": a.certainty is b.certainty,
        "worded alike": alike,
        "both for a party of the flow": a.speaker.block == b.speaker.block and a.speaker.block in a.flow,
    }
