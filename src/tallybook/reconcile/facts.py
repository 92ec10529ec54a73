"""What of a claim counts when it is compared with another: worked out once, from the claim and its report.

Nothing here looks at other reports, so the facts of a claim never change while the book grows.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec

from tallybook.model import Category, Certainty, Claim, Report, Span, Stage
from tallybook.reconcile.amounts import Amounted, amounts_of
from tallybook.reconcile.cues import cues_of
from tallybook.reconcile.marks import WORD, goods_words, kinds_of, marks_of, ships_in
from tallybook.reconcile.named_days import (
    day_marks,
    months_before,
    months_in,
    opening_month,
    opens_with_month,
    opens_with_time,
    told_on,
    weekday,
)
from tallybook.reconcile.names import names_in, whole_name
from tallybook.reconcile.outlets import house_keys, key_of, known_name
from tallybook.reconcile.sentences import content_words, sentence_about
from tallybook.reconcile.speakers import Speaker, speaker_of
from tallybook.reconcile.when import Days, days_of, days_of_period
from tallybook.reconcile.wording import pattern, touches, word_set
from tallybook.reconcile.words import fold

_STEM = 5
_DEFINITE = ("the", "these", "those", "this", "that")
_SINCE = 120
"""Characters before a time in which "since" makes it the beginning of something."""

_NARROW = 10
"""Days in a period up to which it tells one occasion from another."""


class Family(StrEnum):
    """Stages that can tell of the same thing."""

    SUPPLY = "supply"
    PROSPECT = "prospect"
    DEAL = "deal"
    WISH = "wish"
    PLAN = "plan"
    END = "end"
    DENIAL = "denial"


_FAMILY = {
    Stage.SOUGHT: Family.WISH,
    Stage.OFFERED: Family.WISH,
    Stage.AGREED: Family.DEAL,
    Stage.PLEDGED: Family.DEAL,
    Stage.APPROVED: Family.DEAL,
    Stage.PLANNED: Family.PLAN,
    Stage.ENDED: Family.END,
    Stage.DENIED_TRANSFER: Family.DENIAL,
}
_MAY_BE_MEANT = {Stage.SOUGHT, Stage.OFFERED}
"""Stages that stay what they are where they are only possible: "may offer"."""

_HEDGED = {Certainty.POSSIBLE, Certainty.WARNED, Certainty.CONDITIONAL}


class Context(msgspec.Struct, frozen=True):
    """What all claims of a report tell together: the ships they name, the words of their times."""

    ships: tuple[str, ...] = ()
    times: tuple[str, ...] = ()


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of one transfer claim.

    Attributes:
        flow: supplier and recipient, as names that were declared the same stay; a state for its forces.
        family: what kind of stage; a denied or hedged supply is a family of its own.
        goods: categories; ``kinds`` are finer classes of plain words; ``marks`` are words that single a type
            out ("KN-23", "BrahMos").
        pointing: the words name no goods of their own but point back ("them", "the shipment").
        amounts: figures of the claim, money among them.
        period: when it happened; ``narrow`` where that singles an occasion out.
        day_marks: month and day of a narrow period, for reports whose year nobody knows.
        said: when the source said it, where the report tells; ``earlier`` where it is told as past news.
        published: days on which the report came out.
        alternative: the figure is one of several readings of one load.
        via: keys of the outlets through which it came; ``through`` the report's own among them.
        weekday: of the statement, 0 for Monday.
        told_on: the last such day before the report, where the sentence names a day of the week.
        months: named in the sentence, or in the one before to which its words point back.
        running: its quantity is a running total.
        opens_back: its words begin with "the cargo", "the shipment": they tell of one that was told before.
        definite: its goods are "the aircraft", "these weapons".
        goods_words: the nouns for goods whose kind their category tells ("drones", "tanks").
        ships: folded names of the ships that the sentence names.
        lent: names no goods; they are those of which the report told just before.
        lasting: it goes on and on, and is no one delivery.
        follows_up: the sentence says that this was said later than what the one before tells.
        backshifted: only the tense ("had said") makes it earlier.
        opens_deal: its words begin with "the purchase", "the deal": they tell more of what was meant.
        stems: beginnings of the words of the quote that carry meaning, names of parties left out.
    sentence: where the sentence stands in the report that holds the quote.
    """

    claim: str
    report: str
    flow: tuple[str | None, str | None]
    family: Family
    stage: Stage | None
    certainty: Certainty
    negated: bool
    goods: frozenset[Category]
    kinds: frozenset[str]
    marks: frozenset[str]
    pointing: bool
    amounts: tuple[Amounted, ...]
    period: Days
    narrow: bool
    day_marks: tuple[tuple[int, int], ...]
    speaker: Speaker
    said: Days
    earlier: bool
    published: Days
    sentence: Span
    start: int
    alternative: bool = False
    via: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    weekday: int | None = None
    told_on: Days = Days()
    months: frozenset[int] = frozenset()
    running: bool = False
    opens_back: bool = False
    definite: bool = False
    through: tuple[str, ...] = ()
    ships: frozenset[str] = frozenset()
    goods_words: frozenset[str] = frozenset()
    lent: bool = False
    lasting: bool = False
    follows_up: bool = False
    backshifted: bool = False
    opens_deal: bool = False


def facts_of(
    claim: Claim, report: Report, same: Mapping[str, str] | None = None, context: Context | None = None
) -> Facts:
    """The facts of a transfer claim in its report.

    Args:
        claim: a transfer claim.
        report: the report in which it stands.
        same: names declared to be one party or speaker, each to the name that stays.
        context: what other claims of the report tell.
    """
    names, sentence = same or {}, sentence_about(report.text, claim.quote_span)
    context = context or Context()
    words = sentence.of(report.text)
    published, period = days_of(report.published), days_of_period(claim.time)
    said = _said(claim, published, words)
    facts = Facts(
        claim=claim.id,
        report=claim.report_id,
        flow=(end_of(claim.supplier, names), end_of(claim.recipient, names)),
        family=_family(claim),
        stage=claim.stage,
        certainty=claim.certainty,
        negated=claim.negated,
        goods=frozenset(g.category for g in claim.goods),
        kinds=kinds_of(" ".join(g.text for g in claim.goods)),
        marks=marks_of(claim, sentence),
        pointing=_is_pointing(claim),
        amounts=amounts_of(claim),
        period=period,
        narrow=period.length is not None and period.length <= _NARROW,
        day_marks=day_marks(period, period.length, claim),
        weekday=weekday(claim, said, published, words),
        told_on=told_on(claim, published, words),
        speaker=speaker_of(claim.source, report, names),
        said=said,
        earlier=_is_earlier(claim, said, published, words, context),
        published=published,
        sentence=sentence,
        start=claim.quote_span.start,
        via=_via(claim),
        through=tuple(dict.fromkeys((*_via(claim), *sorted(house_keys(report))))),
        stems=_stems(claim.quote),
        months=months_in(words) or months_before(report.text, sentence, words),
    )
    return msgspec.structs.replace(facts, **_beside(claim, report, words, context), **cues_of(claim, words))


def _beside(claim: Claim, report: Report, words: str, context: Context) -> dict[str, Any]:
    """Fields that a claim without goods, figure or ship leaves as they are."""
    quantity = claim.quantity
    return {
        "goods_words": goods_words(claim),
        "ships": ships_in(words, context.ships),
        "definite": _is_definite(claim, report),
        "alternative": bool(quantity and quantity.alternative),
        "running": bool(quantity and quantity.cumulative),
    }


def _family(claim: Claim) -> Family:
    stage = claim.stage or Stage.UNCLEAR
    if stage is Stage.DENIED_TRANSFER or (claim.negated and claim.certainty is Certainty.DENIED):
        return Family.DENIAL
    meant = claim.certainty is Certainty.POSSIBLE and stage in _MAY_BE_MEANT
    if claim.certainty in _HEDGED and stage is not Stage.AGREED and not meant:
        return Family.PROSPECT
    if claim.negated and stage is Stage.AGREED:
        return Family.WISH
    supply = Family.SUPPLY
    if stage is Stage.UNCLEAR and claim.certainty is Certainty.LIKELY:
        supply = Family.PROSPECT
    return _FAMILY.get(stage, supply)


def _is_pointing(claim: Claim) -> bool:
    if not claim.goods:
        return True
    pointers = word_set("pointing-words")
    words = [fold(word) for goods in claim.goods for word in WORD.findall(goods.text)]
    return all(word in pointers for word in words)


def _via(claim: Claim) -> tuple[str, ...]:
    return tuple(key_of(known_name(name)) for name in claim.source.via) if claim.source else ()


def _is_definite(claim: Claim, report: Report) -> bool:
    """Whether all goods stand behind "the", "these" or the like, and have no name or number of their own."""
    spans = [goods.span for goods in claim.goods if goods.span]
    if any(pattern("defining-words").match(report.text, span.end + 1) for span in spans):
        return False  # "the weapons used against the town"
    before = (report.text[max(0, span.start - 6) : span.start].casefold().split() for span in spans)
    return bool(spans) and not claim.quantity and all(w and w[-1] in _DEFINITE for w in before)


def _is_earlier(claim: Claim, said: Days, published: Days, sentence: str, context: Context) -> bool:
    """Whether the claim is told as news of an earlier occasion than the report's own."""
    if said.last is not None and published.first is not None:
        return said.last < published.first - dt.timedelta(days=4)
    cue = pattern("earlier-cues").search(sentence) or pattern("backshift-cues").search(sentence)
    if cue and not pattern("same-day-words").search(sentence) and not _dates_it(claim, cue.group()):
        return True
    past = pattern("earlier-times").search(sentence)
    if past and past.group() not in claim.quote and not _dates_it(claim, past.group()):
        return not _dates_something_else(past, sentence, context)
    return bool(opens_with_month(sentence)) and not opens_with_time(claim, sentence)


def _dates_something_else(past: re.Match[str], sentence: str, context: Context) -> bool:
    """Whether the words say since when something goes on, or when another claim's transfer took place."""
    before = sentence[max(0, past.start() - _SINCE) : past.start()]
    since = before.rpartition(",")[2]
    return touches("since-words", since) is not None or any(past.group() in t for t in context.times)


def _said(claim: Claim, published: Days, sentence: str) -> Days:
    said = days_of_period(claim.said_on)
    return said if said != Days() else opening_month(sentence, claim, published)


def _dates_it(claim: Claim, words: str) -> bool:
    return claim.time is not None and words in claim.time.text


def _stems(quote: str) -> frozenset[str]:
    names = [(m.start, m.end) for m in names_in(quote)]
    words = [m for m in WORD.finditer(quote) if not any(a <= m.start() < b for a, b in names)]
    return frozenset(
        word[:_STEM] for word in content_words([fold(m.group()) for m in words]) if len(word) > 2
    )


def end_of(name: str | None, names: Mapping[str, str]) -> str | None:
    """The party at an end of a flow: forces of a state are that state ("the Sudanese army")."""
    if not name:
        return name
    stays = names.get(name, name)
    named = whole_name(stays)
    return named.block if named and named.kind == "body" and named.what == "forces" else stays
