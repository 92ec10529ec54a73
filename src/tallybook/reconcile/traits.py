"""What two claims have in common and in what they differ: the traits by which their likeness is weighed.

A trait is a short name that holds or does not, so that each can be shown with its weight (``likeness``).
Whichever claim comes first, the traits are the same. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Certainty, Stage
from tallybook.reconcile.agreeing import WIDE, one_flow
from tallybook.reconcile.clashes import LONG, clash_of, counts_goods, shared_figure
from tallybook.reconcile.facts import Facts
from tallybook.reconcile.matching import JOINED, POSSIBLY, WELL, Match, Tie
from tallybook.reconcile.meeting import NEWS_DAYS
from tallybook.reconcile.origins import Told
from tallybook.reconcile.weighing import is_fresh
from tallybook.reconcile.when import Days

_FAR = 31
"""Days between two times that are far apart."""

_CLOSE, _NEAR = 150, 500
"""Characters between the beginnings of two claims of one report."""

_SHARES = ((0.5, "most words shared"), (0.25, "many words shared"), (0.1, "some words shared"))
"""From which share of the words that carry meaning on they are called so."""

_MATCHED = {
    "matched by rules": JOINED,
    "matched well by rules": WELL,
    "matched very well by rules": 5.0,
    "matched in all by rules": 7.0,
}
"""From which score on rules match two claims so well."""

_TELLING = frozenset(
    {Stage.SEIZED, Stage.USED, Stage.UNCLEAR, Stage.RECEIVED, Stage.ENDED, Stage.DENIED_TRANSFER}
)
"""Stages that part claims of one family."""


def traits_of(one: Told, two: Told, found: Match, tie: Tie, origin: str | None) -> frozenset[str]:
    """The traits of a pair of claims.

    Args:
        one: a claim.
        two: another one.
        found: what the rules say of the pair.
        tie: how their reports hang together.
        origin: why both go back to one origin, if they do.
    """
    a, b = one.facts, two.facts
    told = {
        **_by_rules(a, b, found, origin),
        **_ties(a, b, tie, origin),
        **_ends(a, b),
        **_stages(a, b),
        **_goods(a, b),
        **_figures(a, b),
        **_times(a, b),
        **_tellers(a, b),
        **_places(a, b),
        **_of_one_report(a, b),
        **_pointers(a, b),
    }
    return frozenset((*(name for name, holds in told.items() if holds), *_words(a, b)))


def _by_rules(a: Facts, b: Facts, found: Match, origin: str | None) -> dict[str, bool]:
    score = -1.0 if found.veto else found.score
    clash = clash_of(a, b, one_origin=origin is not None)
    return {
        **{name: score >= least for name, least in _MATCHED.items()},
        "nearly matched by rules": POSSIBLY <= score < JOINED,
        "little that matches": 0 < score < POSSIBLY,
        "barred by rules": bool(found.veto),
        f"barred: {_kind(found.veto)}": bool(found.veto),
        "cannot stand together": clash is not None,
        f"apart: {_kind(clash)}": clash is not None,
    }


def _kind(reason: str | None) -> str:
    """A reason without what is of this pair alone."""
    words = reason or ""
    return "figures" if "“" in words else "lots" if "several lots" in words else words


def _ties(a: Facts, b: Facts, tie: Tie, origin: str | None) -> dict[str, bool]:
    known, two = a.published.known and b.published.known, a.report != b.report
    far = not a.published.meets(b.published, LONG)
    fresh = [is_fresh(f) for f in (a, b)]
    return {
        "one origin": bool(origin),
        "one report copies the other": tie.copied,
        "undated reports of one occasion": tie.one_event,
        "reports of one week": known and a.published.meets(b.published, NEWS_DAYS),
        "reports of other months": far,
        "news in both, reports of other months": far and two and all(fresh),
        "news in one": fresh[0] != fresh[1],
    }


def _ends(a: Facts, b: Facts) -> dict[str, bool]:
    others = [x != y and None not in (x, y) for x, y in zip(a.flow, b.flow, strict=True)]
    return {
        "one flow": one_flow(a.flow, b.flow),
        "an end left open": None in a.flow or None in b.flow,
        "ends left open in both": None in a.flow and None in b.flow,
        "other suppliers": others[0],
        "other recipients": others[1],
    }


def _stages(a: Facts, b: Facts) -> dict[str, bool]:
    families = " and ".join(sorted((a.family, b.family)))
    stages = " and ".join(sorted(f.stage.value if f.stage else "-" for f in (a, b)))
    alleged = [f.certainty is Certainty.ALLEGED for f in (a, b)]
    return {
        families: True,
        f"two reports: {families}": a.report != b.report and a.family is not b.family,
        "the same stage": a.stage is b.stage,
        f"stages {stages}": a.stage is not b.stage and bool({a.stage, b.stage} & _TELLING),
        "both negated": a.negated and b.negated,
        "one negated": a.negated != b.negated,
        "one alleged": alleged[0] != alleged[1],
    }


def _goods(a: Facts, b: Facts) -> dict[str, bool]:
    one, two = a.goods - WIDE, b.goods - WIDE
    return {
        "one kind of goods": bool(one & two),
        "other kinds of goods": bool(one and two and not one & two),
        "goods left open in one": bool(one) != bool(two),
        "goods left open in both": not one and not two,
        "one class of plain words": bool(a.kinds & b.kinds),
        "other classes of plain words": bool(a.kinds and b.kinds and not a.kinds & b.kinds),
        "one word for goods": bool(a.goods_words & b.goods_words),
        "other words for goods": bool(a.goods_words and b.goods_words and not a.goods_words & b.goods_words),
        "one type": bool(a.marks & b.marks),
        "other types": bool(a.marks and b.marks and not a.marks & b.marks),
        "a type in one": bool(a.marks) != bool(b.marks),
        "one ship": bool(a.ships & b.ships),
        "goods lent in one": a.lent != b.lent,
        "goods lent in both": a.lent and b.lent,
    }


def _figures(a: Facts, b: Facts) -> dict[str, bool]:
    one, two, same = counts_goods(a), counts_goods(b), bool(shared_figure(a, b))
    return {
        "one figure": same,
        "a count in both": one and two,
        "other counts": one and two and not same,
        "a count in one": one != two,
        "a running total in one": a.running != b.running,
    }


def _times(a: Facts, b: Facts) -> dict[str, bool]:
    one, two = a.period != Days(), b.period != Days()
    return {
        "a time in both": one and two,
        "a time in one": one != two,
        "one time": one and two and a.period == b.period,
        "times that meet": one and two and a.period.meets(b.period),
        "times far apart": one and two and not a.period.meets(b.period, _FAR),
        "past news in both": a.earlier and b.earlier,
        "past news in one": a.earlier != b.earlier,
        "goes on and on in one": a.lasting != b.lasting,
    }


def _tellers(a: Facts, b: Facts) -> dict[str, bool]:
    own = [f.speaker.kind == "own-voice" for f in (a, b)]
    return {
        "one speaker": a.speaker.block is not None and a.speaker.block == b.speaker.block,
        "the reports' own voice": all(own),
        "one report's own voice": own[0] != own[1],
    }


def _places(a: Facts, b: Facts) -> dict[str, bool]:
    same, far = a.report == b.report, abs(a.start - b.start)
    return {
        "in one report": same,
        "side by side": same and far < _CLOSE,
        "near one another": same and _CLOSE <= far < _NEAR,
        "in one sentence": same and a.sentence == b.sentence,
        "one name beside": bool(a.named & b.named),
        "other names beside": bool(a.named and b.named and not a.named & b.named),
    }


def _of_one_report(a: Facts, b: Facts) -> dict[str, bool]:
    """What says more where one report tells both: it has no need to tell one thing twice."""
    if a.report != b.report:
        return {}
    return {
        "one report: the same stage": a.stage is b.stage,
        "one report: one word for goods": bool(a.goods_words & b.goods_words),
        "one report: other speakers": a.speaker.block != b.speaker.block,
        "one report: other times": Days() not in (a.period, b.period) and a.period != b.period,
        "one report: past news in one": a.earlier != b.earlier,
        "one report: a denial": a.negated != b.negated,
    }


def _pointers(a: Facts, b: Facts) -> dict[str, bool]:
    return {
        "one points back": any(f.opens_back or f.opens_deal for f in (a, b)),
        "one names no goods but points back": a.pointing != b.pointing,
        "definite goods": a.definite or b.definite,
    }


def _words(a: Facts, b: Facts) -> Iterator[str]:
    share = len(a.stems & b.stems) / max(1, len(a.stems | b.stems))
    yield next((name for least, name in _SHARES if share >= least), "few words shared")
