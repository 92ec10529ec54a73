"""Whether two claims speak of the same transfer: a score whose every part says why.

Conservative: a pair is joined when what they share outweighs what parts them, and never against a veto. What
nearly reaches the mark is offered as possibly the same.
"""

from __future__ import annotations

import msgspec

from tallybook.model import Category, Certainty
from tallybook.reconcile.amounts import MONEY, may_be_one, same_figure
from tallybook.reconcile.bonds import families_agree, flows_agree, goods_agree
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.origins import Told

JOINED = 2.5
"""Score from which on two claims speak of one transfer."""

POSSIBLY = 1.75
"""Score from which on they are offered as possibly the same."""

_WIDE = frozenset({Category.UNSPECIFIED, Category.OTHER})
_ARMS = frozenset(
    {"arms", "ammunition", "artillery", "shells", "rockets", "missiles", "cartridges", "launchers"}
)


class Tie(msgspec.Struct, frozen=True):
    """How the reports of two claims hang together.

    Attributes:
        copied: one of them depends on the other.
        one_event: both are undated and tell so much the same that they speak of one occasion.
    """

    copied: bool = False
    one_event: bool = False


class Match(msgspec.Struct, frozen=True):
    """The score of a pair with its parts in words; a veto says why it can never be one transfer."""

    score: float
    parts: tuple[str, ...]
    veto: str | None = None

    @property
    def joined(self) -> bool:
        """Whether the two speak of one transfer."""
        return self.veto is None and self.score >= JOINED

    @property
    def possibly(self) -> bool:
        """Whether they may."""
        return self.veto is None and POSSIBLY <= self.score < JOINED

    @property
    def reason(self) -> str:
        """The parts in one line."""
        return self.veto or "; ".join(self.parts)


def match(one: Told, two: Told, tie: Tie, origin: str | None) -> Match:
    """Compare two claims of different or the same report; ``origin`` says why they have one, if they have."""
    a, b = one.facts, two.facts
    veto = _veto(a, b, origin=origin)
    if veto:
        return Match(0.0, (), veto)
    parts = [part for part in (*_for(one, two, tie, origin), *_against(one, two, origin)) if part[0]]
    return Match(round(sum(p[0] for p in parts), 2), tuple(p[1] for p in parts))


def _veto(a: Facts, b: Facts, *, origin: str | None) -> str | None:
    figure = shared_figure(a, b)
    if a.flow != b.flow and not (a.report == b.report and flows_agree(a.flow, b.flow) and figure):
        return "another flow or direction"
    if a.flow == (None, None) and not figure:
        return "neither end of the flow is known"
    retold = bool(origin) and a.report != b.report and _counts_goods(a, b)
    if Family.DENIAL in (a.family, b.family) or not (families_agree(a, b) or (retold and _moved(a, b))):
        return "another stage"
    if not goods_agree(a, b):
        return "other goods"
    voices = ("own-voice", "unspecified")
    told_now = a.speaker.kind not in voices and b.speaker.kind not in voices
    if a.earlier != b.earlier and told_now and not (figure or origin or a.marks & b.marks):
        return "told of different occasions"
    if not a.period.meets(b.period, 1) and not origin:
        return "other times"
    either = a.alternative and b.alternative
    figures_part = not either and any(
        not may_be_one(x, y) for x in a.amounts for y in b.amounts if x.telling and y.telling
    )
    if figures_part and not figure and (not origin or a.report == b.report):
        return "other figures"
    if not figure and a.running != b.running and _counts_apart(a, b):
        return "a running total, and a figure of its own"
    return None


def figures_clash(a: Facts, b: Facts) -> bool:
    """Whether no number satisfies both claims, though both count the same things."""
    told = [(x, y) for x in a.amounts for y in b.amounts if x.telling and y.telling]
    return any(not may_be_one(x, y) for x, y in told) and not shared_figure(a, b)


def _counts_apart(a: Facts, b: Facts) -> bool:
    return any(
        x.telling and y.telling and x.family == y.family and x.family not in MONEY
        for x in a.amounts[:1]
        for y in b.amounts[:1]
    )


def _counts_goods(a: Facts, b: Facts) -> bool:
    return any(same_figure(x, y) and x.family not in MONEY for x in a.amounts for y in b.amounts)


def _moved(a: Facts, b: Facts) -> bool:
    """Whether one statement's count is told as done by one report and as planned by another."""
    return {a.family, b.family} == {Family.SUPPLY, Family.PLAN}


def _for(one: Told, two: Told, tie: Tie, origin: str | None) -> list[tuple[float, str]]:
    a, b = one.facts, two.facts
    figure = shared_figure(a, b)
    same_goods = (a.goods & b.goods) - _WIDE
    marks = a.marks & b.marks
    both_narrow = a.narrow and b.narrow and a.period.meets(b.period)
    return [
        (2.0 if origin else 0.0, f"one origin: {origin}"),
        (0.75 if not origin and _own_voice_of_one_day(one, two) else 0.0, "told by reports of one occasion"),
        (2.5 if figure else 0.0, f"the same figure ({figure})"),
        (2.0 if marks else 0.0, f"the same type ({', '.join(sorted(marks))})"),
        (1.5 if both_narrow else 0.0, "the same days"),
        (_goods_weight(a, b), f"the same goods ({', '.join(sorted(same_goods))})"),
        (
            0.75 if a.kinds & b.kinds else 0.0,
            f"the same words for goods ({', '.join(sorted(a.kinds & b.kinds))})",
        ),
        (1.0 if a.report == b.report and a.earlier == b.earlier else 0.0, "one report on one flow and stage"),
        (1.5 if a.report != b.report and _alike(a, b) else 0.0, "nearly the same words"),
        (0.5 if tie.copied else 0.0, "one report depends on the other"),
        (0.5 if a.report == b.report and _next_to(a, b) else 0.0, "side by side"),
    ]


def _goods_weight(a: Facts, b: Facts) -> float:
    """What shared categories weigh: less where either tells of more, little where the plain words differ."""
    one, two = a.goods - _WIDE, b.goods - _WIDE
    if not one & two:
        return 0.0
    weight = len(one & two) / len(a.goods | b.goods)
    return weight if a.kinds & b.kinds or not (a.kinds and b.kinds) else 0.25 * weight


def _against(one: Told, two: Told, origin: str | None) -> list[tuple[float, str]]:
    a, b = one.facts, two.facts
    spans = a.period.known and b.period.known and a.period != b.period and not (a.narrow or b.narrow)
    loose = not (a.pointing or b.pointing)
    parted = a.kinds and b.kinds and not a.kinds & b.kinds and not (a.kinds & _ARMS and b.kinds & _ARMS)
    one_sided = _has_figure(a) != _has_figure(b)
    return [
        (-1.0 if spans and not origin else 0.0, "other speakers give other periods"),
        (-1.25 if _known_and_alleged(a, b) else 0.0, "alleged here, told as known there"),
        (
            -1.5 if not origin and a.report == b.report and _two_lots(a, b) else 0.0,
            "each gives a figure of its own",
        ),
        (-2.0 if a.negated != b.negated else 0.0, "the one is said not to be so"),
        (-1.5 if parted else 0.0, "other words for goods"),
        (-0.25 if loose and one_sided else 0.0, "only one gives a figure"),
        (-2.0 if _whole_and_part(a, b) else 0.0, "a sum of money, and a lot"),
        (-2.25 if one_sided and (one.in_lots or two.in_lots) else 0.0, "figures of several lots"),
    ]


def shared_figure(a: Facts, b: Facts) -> str | None:
    """The figure that both claims name, in the words of the first."""
    return next((x.text for x in a.amounts for y in b.amounts if same_figure(x, y)), None)


def _two_lots(a: Facts, b: Facts) -> bool:
    either = a.alternative and b.alternative
    return _has_figure(a) and _has_figure(b) and not shared_figure(a, b) and not either


def _whole_and_part(a: Facts, b: Facts) -> bool:
    """Whether one gives what a whole package costs, the other how many of one kind of goods."""
    told = [{x.family in MONEY for x in f.amounts if x.figure} for f in (a, b)]
    wide = [not f.goods - _WIDE for f in (a, b)]
    return [{wide[0]}, {wide[1]}] == told and wide[0] != wide[1]


def _has_figure(facts: Facts) -> bool:
    return any(amount.telling for amount in facts.amounts)


def _known_and_alleged(a: Facts, b: Facts) -> bool:
    own = [f for f in (a, b) if f.speaker.kind == "own-voice"]
    if len(own) != 1:
        return False
    other = b if own[0] is a else a
    return own[0].certainty is Certainty.STATED and other.certainty is Certainty.ALLEGED


def _own_voice_of_one_day(one: Told, two: Told) -> bool:
    kinds = (one.facts.speaker.kind, two.facts.speaker.kind)
    if "own-voice" not in kinds and "unspecified" not in kinds:
        return False
    a, b = one.occasion, two.occasion
    return a.narrow and b.narrow and a.earlier == b.earlier and a.days.meets(b.days, 1)


def _next_to(a: Facts, b: Facts) -> bool:
    if a.sentence == b.sentence:
        return True
    return abs(a.sentence.start - b.sentence.end) < 3 or abs(b.sentence.start - a.sentence.end) < 3


def _alike(a: Facts, b: Facts) -> bool:
    common = len(a.stems & b.stems)
    return common >= 3 and common >= 0.6 * min(len(a.stems), len(b.stems))
