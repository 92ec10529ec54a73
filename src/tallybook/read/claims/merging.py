"""Which claims of one report say the same thing again?"""

from __future__ import annotations

from collections import defaultdict

import msgspec

from tallybook.model import Certainty, Claim, Span, Stage
from tallybook.read.claims.apart import keeps_apart

FAMILY = {
    Stage.SHIPPED: "moved",
    Stage.DELIVERED: "moved",
    Stage.RECEIVED: "moved",
}
"""Stages that stand for each other; every other stage is a family of its own."""

_GENERAL = frozenset({"military-equipment-unspecified", "other"})
HEADLINE = "read in a headline"
PRESUPPOSED = "told in passing, in praise or blame"
LEAD = "read in the lead, in the outlet's voice"
"""Reasons that mark where a claim stands."""

FURTHER = "another number of what was told before"
"""The reason of a claim that puts a figure on a flow, so that it is more than the flow told again."""

_POINTING = frozenset({"it", "they", "them", "these", "those", "all of them"})
"""Words that stand for goods named before."""

_BESIDE = 80
"""Characters within which a repetition is part of one telling: "joined the army, which got them in May"."""

_PLAIN = frozenset({Certainty.STATED, Certainty.CONFIRMED, Certainty.ASSESSED})
_HEADLINE_TOO = _PLAIN | {Certainty.ALLEGED}


class _Group:
    """Claims of one flow that say the same; compared by their distinct shapes, as a report may repeat one."""

    def __init__(self, claim: Claim) -> None:
        self.claims = [claim]
        self._shapes = {_shape(claim): claim}
        self.fullness = _fullness(claim)

    def takes(self, claim: Claim) -> bool:
        """Whether ``claim`` repeats one of the claims and agrees with all."""
        shapes = self._shapes.values()
        return any(_repeats(claim, o) for o in shapes) and all(_agrees(claim, o) for o in shapes)

    def add(self, claim: Claim) -> None:
        """Take a repetition in."""
        self.claims.append(claim)
        self._shapes.setdefault(_shape(claim), claim)
        self.fullness = max(self.fullness, _fullness(claim))


def merge(claims: list[Claim]) -> tuple[Claim, ...]:
    """Put repetitions into ``also`` of the fullest statement; what differs in substance stays apart."""
    groups: list[_Group] = []
    of_flow: dict[object, list[_Group]] = defaultdict(list)
    for claim in sorted(claims, key=_in_headline):
        near = of_flow[claim.flow, claim.negated]
        home = max((group for group in near if group.takes(claim)), key=lambda g: g.fullness, default=None)
        if home is not None:
            home.add(claim)
            continue
        near.append(_Group(claim))
        groups.append(near[-1])
    return tuple(_joined(group.claims) for group in groups)


def _shape(claim: Claim) -> object:
    """Everything of a claim that decides whether it repeats another one."""
    source = claim.source.name if claim.source else None
    marks = tuple(reason in claim.why for reason in (HEADLINE, PRESUPPOSED, LEAD))
    goods = tuple((g.text.lower(), g.category) for g in claim.goods)
    q, t = claim.quantity, claim.time
    amount = (q.text, q.min, q.max, q.unit) if q else None
    time = (t.text, t.earliest, t.latest) if t else None
    return (claim.stage, source, claim.certainty, marks, goods, amount, time)


def _repeats(one: Claim, other: Claim) -> bool:
    if one.flow != other.flow or one.negated != other.negated:
        return False
    headline = _in_headline(one) or _in_headline(other)
    if (_family(one) != _family(other)) if headline else (one.stage != other.stage):
        return False
    if not _same_speaker(one, other) or not _same_certainty(one, other):
        return False
    return _agrees(one, other)


def _agrees(one: Claim, other: Claim) -> bool:
    """Whether amount, time and goods may be the same."""
    if keeps_apart(one, other) and not (_in_headline(one) or _in_headline(other)):
        return False
    if _listed_together(one, other):
        return False
    return _same_amount(one, other) and _same_time(one, other) and _same_goods(one, other)


def _listed_together(one: Claim, other: Claim) -> bool:
    """Whether two claims are lots of one list that only have the same number: "three jets, three radars"."""
    if one.quantity is None or other.quantity is None or not one.goods or not other.goods:
        return False
    spans = sorted((one.quote_span, other.quote_span))
    gap = spans[1].start - spans[0].end
    words = [{g.text.lower() for g in c.goods} for c in (one, other)]
    return 0 <= gap <= _LIST and not any(a.endswith(b) or b.endswith(a) for a in words[0] for b in words[1])


_LIST = 60
"""Characters between lots of one list, at most."""


def _family(claim: Claim) -> str:
    return FAMILY.get(claim.stage, str(claim.stage)) if claim.stage is not None else ""


def _same_speaker(one: Claim, other: Claim) -> bool:
    """The same source; a headline without one repeats anybody's claim."""
    if one.source is None or other.source is None:
        return one.source is other.source or _announces(one, other)
    if any(mark in c.why for c in (one, other) for mark in (PRESUPPOSED, HEADLINE)):
        return True
    return one.source.name == other.source.name or _share_name(one.source.name, other.source.name)


def _in_headline(claim: Claim) -> bool:
    """Whether a claim stands in the headline, or is told only in passing."""
    return any(reason in (HEADLINE, PRESUPPOSED) for reason in claim.why)


def _announces(one: Claim, other: Claim) -> bool:
    """Whether one is a headline, or a lead with the very figure that a source gives later."""
    if any(HEADLINE in c.why or PRESUPPOSED in c.why for c in (one, other)):
        return True
    figures = [c.quantity.figure for c in (one, other) if c.quantity is not None]
    return (
        any(LEAD in c.why for c in (one, other))
        and len(figures) == 2
        and figures[0] == figures[1] is not None
    )


def _share_name(one: str, other: str) -> bool:
    """Whether both end in one surname; "X and Y" is not Y."""
    if (" and " in one) != (" and " in other):
        return False
    short, long = sorted((one.split(), other.split()), key=len)
    return bool(short) and short[-1] == long[-1] and short[-1][:1].isupper()


def _same_certainty(one: Claim, other: Claim) -> bool:
    plain = _HEADLINE_TOO if _in_headline(one) or _in_headline(other) else _PLAIN
    return one.certainty == other.certainty or (one.certainty in plain and other.certainty in plain)


def _same_amount(one: Claim, other: Claim) -> bool:
    a, b = one.quantity, other.quantity
    if a is None or b is None:
        bare, counted = (one, other) if a is None else (other, one)
        return (a is None and b is None) or (FURTHER not in counted.why and _says_no_more(bare, counted))
    if (a.min is None and a.max is None) or (b.min is None and b.max is None):
        return a.text == b.text or _in_headline(one) or _in_headline(other)
    return a.figure == b.figure and a.unit == b.unit


def _says_no_more(bare: Claim, counted: Claim) -> bool:
    """Whether a claim without an amount names its goods only in general, or in the words of the other."""
    article, _, thing = counted.quantity.text.partition(" ") if counted.quantity is not None else ("", "", "")
    one = article.lower() in ("a", "an") and any(g.text == thing for g in counted.goods)
    if one and bare.goods and not any(g.text.endswith("s") for g in bare.goods):
        return True  # "a Patriot battery" and "the battery" are one
    words = {g.text.lower() for g in counted.goods}
    known = words | _POINTING
    return all(str(g.category) in _GENERAL or g.text.lower() in known for g in bare.goods)


def _same_time(one: Claim, other: Claim) -> bool:
    a, b = one.time, other.time
    if a is None or b is None:
        return True
    if a.earliest is a.latest is b.earliest is b.latest is None:
        return a.text == b.text
    return (a.earliest, a.latest) == (b.earliest, b.latest)


def _same_goods(one: Claim, other: Claim) -> bool:
    types = [{g.designation for g in c.goods if g.designation is not None} for c in (one, other)]
    if all(types) and not types[0] & types[1]:
        return False
    if any(types) and not all(types) and not (_in_headline(one) or _in_headline(other)):
        typed, bare = (one, other) if types[0] else (other, one)
        general = bool(bare.goods) and all(str(g.category) in _GENERAL for g in bare.goods)
        if general and bare.quote_span.start < typed.quote_span.start:
            return False  # "this aid", and then a type of its own; the other way round it is taken up again
    if one.certainty is Certainty.DENIED and not (_in_headline(one) or _in_headline(other)):
        early, late = sorted((one, other), key=lambda c: c.quote_span)
        if _only_general(early) and late.goods and not _only_general(late):
            return False  # "no arms at all", and then "no missile"
    a, b = ({g.category for g in c.goods} for c in (one, other))
    if not a or not b or a & b:
        return True
    return {str(c) for c in a} <= _GENERAL or {str(c) for c in b} <= _GENERAL


def _only_general(claim: Claim) -> bool:
    """Whether a claim names its goods, and only in general."""
    return bool(claim.goods) and all(str(g.category) in _GENERAL for g in claim.goods)


def _joined(group: list[Claim]) -> Claim:
    """The fullest claim of a group, with the words of the others in ``also``, in the order of the text."""
    full = max(group, key=_fullness)
    best = _dated(full, group)
    rest = sorted((c for c in group if c is not full), key=lambda c: c.quote_span.start)
    spans: list[Span] = []
    for claim in rest:
        if all(claim.quote_span.overlap(s) == 0 for s in (*spans[-1:], best.quote_span)):
            spans.append(claim.quote_span)
    quotes = {c.quote_span: c.quote for c in rest}
    if not spans:
        return best
    why = (*best.why, f"said again {len(spans)} time{'s' if len(spans) > 1 else ''}")
    return msgspec.structs.replace(
        best, also=tuple(quotes[s] for s in spans), also_spans=tuple(spans), why=why
    )


def _dated(best: Claim, group: list[Claim]) -> Claim:
    """The fullest claim with the time that one beside it tells, where it tells none itself."""
    near = [c for c in group if abs(c.quote_span.start - best.quote_span.end) < _BESIDE]
    times = {(c.time.earliest, c.time.latest): c.time for c in near if c.time is not None}
    if best.time is not None or len(times) != 1:
        return best
    return msgspec.structs.replace(best, time=next(iter(times.values())))


def _fullness(claim: Claim) -> tuple[int, int, int, int]:
    return (
        -int(_in_headline(claim)),
        int(claim.quantity is not None and claim.quantity.figure is not None)
        + int(claim.time is not None)
        + int(bool(claim.goods)),
        int(claim.source is not None),
        -claim.quote_span.start,
    )
