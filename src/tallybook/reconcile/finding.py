"""The facts of a claim: worked out once, from the claim and its report.

Nothing here looks at other reports, so the facts of a claim never change while the book grows.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from tallybook.model import Category, Certainty, Claim, Report, Span, Stage
from tallybook.reconcile.amounts import amounts_of
from tallybook.reconcile.cues import cues_of
from tallybook.reconcile.ends import end_of
from tallybook.reconcile.facts import Context, Facts, Family
from tallybook.reconcile.grouping import Flow
from tallybook.reconcile.marks import (
    WORD,
    calibres_of,
    goods_words,
    kinds_of,
    lot_of,
    marks_of,
    names_beside,
    ships_in,
    states_beside,
)
from tallybook.reconcile.named_days import (
    day_marks,
    going_on,
    month_told,
    months_before,
    months_in,
    opening_month,
    opens_with_month,
    opens_with_time,
    told_on,
    weekday,
    year_told,
)
from tallybook.reconcile.names import Mention, names_in
from tallybook.reconcile.outlets import house_keys, key_of, outlet_meant
from tallybook.reconcile.sentences import content_words, sentence_about
from tallybook.reconcile.speakers import Speaker, speaker_of
from tallybook.reconcile.summing import sum_within
from tallybook.reconcile.voicing import at_home, is_nobodys, voiced
from tallybook.reconcile.when import Days, days_of, days_of_period
from tallybook.reconcile.wording import pattern, touches, word_set
from tallybook.reconcile.words import fold

_STEM = 5
_ASIDE = re.compile(r"\([^()]*\)")
_DEFINITE = ("the", "these", "those", "this", "that")
_BY = 40
"""Characters about a name within which "accusation", "accused" make it that of an accuser."""

_OLD_CATCH = dt.timedelta(days=45)  # behind which a catch is told again: who makes one says so then

_SINCE = 120
"""Characters before a time in which "since" makes it the beginning of something."""

_NARROW = 10
"""Days in a period up to which it tells one occasion from another."""

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

_SETTLED = {Stage.AGREED, Stage.SEIZED}
"""Stages that are done whatever is doubted about them: where the load came from, for whom it was."""

_DONE = {Stage.SHIPPED, Stage.DELIVERED, Stage.RECEIVED}
"""Stages that are charged where somebody is worried by them: "concerned that arms are being shipped"."""

_HEDGED = {Certainty.POSSIBLE, Certainty.WARNED, Certainty.CONDITIONAL}


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
    words, arms = sentence.of(report.text), _arms(claim)
    published, period = days_of(report.published), _period(claim)
    said = _said(claim, published, words, context or Context())
    flow = (end_of(claim.supplier, names), end_of(claim.recipient, names))
    facts = Facts(
        claim=claim.id,
        report=claim.report_id,
        flow=flow,
        family=_family(claim),
        stage=claim.stage,
        certainty=claim.certainty,
        negated=claim.negated,
        goods=frozenset({Category.UNSPECIFIED} if arms else (g.category for g in claim.goods)),
        kinds=frozenset({"arms"}) if arms else kinds_of(" ".join(g.text for g in claim.goods)),
        marks=marks_of(claim, sentence),
        pointing=not arms and _is_pointing(claim),
        amounts=amounts_of(claim),
        period=period,
        narrow=period.length is not None and period.length <= _NARROW,
        day_marks=day_marks(period, period.length, claim),
        weekday=weekday(claim, said, published, words),
        told_on=told_on(claim, published, going_on(report.text, sentence), context.times if context else ()),
        speaker=_speaker(voiced(claim, context), report, names, flow),
        said=said,
        earlier=_is_earlier(claim, said, published, words, context or Context()),
        published=published,
        sentence=sentence,
        start=claim.quote_span.start,
        via=(via := _via(claim, report)),
        through=tuple(dict.fromkeys((*via, *sorted(house_keys(report))))),
        stems=_stems(claim.quote),
        months=months_in(words) or months_before(report.text, sentence, words),
    )
    return msgspec.structs.replace(
        _of_party(facts), **_beside(claim, report, sentence, context or Context()), **cues_of(claim, words)
    )


def _of_party(facts: Facts) -> Facts:
    """A party that says of itself that it gave or got nothing denies it: "we send no arms"."""
    said = facts.negated and facts.family is Family.SUPPLY and facts.certainty is Certainty.STATED
    party = facts.speaker.block is not None and facts.speaker.block in facts.flow
    return msgspec.structs.replace(facts, family=Family.DENIAL) if said and party else facts


def _beside(claim: Claim, report: Report, sentence: Span, context: Context) -> dict[str, Any]:
    """Fields that a claim without goods, figure, ship or other names leaves as they are."""
    quantity, words = claim.quantity, sentence.of(report.text)
    return {
        "goods_words": goods_words(claim),
        "calibres": calibres_of(claim),
        "ships": ships_in(words, context.ships, context.main_ship),
        "definite": _is_definite(claim, report),
        "alternative": bool(quantity and quantity.alternative),
        "running": bool(quantity and quantity.cumulative),
        "lot": lot_of(claim),
        "named": names_beside(claim, sentence),
        "states_beside": states_beside(claim, words),
        "sums": sum_within(claim),
        **_denying(claim, words),
    }


def _speaker(claim: Claim, report: Report, names: Mapping[str, str], flow: Flow) -> Speaker:
    """Who says it; a denial by nobody, or by somebody of whom nothing is known, is the charged party's."""
    speaker = at_home(speaker_of(claim.source, report, names), flow, report.text)
    charged = flow[0] or flow[1]
    if _family(claim) is not Family.DENIAL or not charged:
        return speaker
    if is_nobodys(speaker):
        return msgspec.structs.replace(speaker, block=charged, blocks=(charged,))
    if speaker.block:
        return speaker
    if speaker.kind == "own-voice":
        return Speaker("organisation", charged, block=charged, blocks=(charged,))
    known = {"block": charged, "blocks": (charged,)}
    return msgspec.structs.replace(speaker, **known) if speaker.kind == "person" else speaker


def _denying(claim: Claim, sentence: str) -> dict[str, Any]:
    """What of a denial shows whom and what it answers."""
    if _family(claim) is not Family.DENIAL:
        return {}
    charge = bool(touches("charge-words", sentence) or touches("such-words", claim.quote))
    says_always = touches("standing-denials", claim.quote) is not None
    return {
        "answers": frozenset(
            m.named.block for m in names_in(sentence) if m.named.block and _charges(m, sentence)
        ),
        "answering": charge,
        "of_others": touches("but-that-words", sentence) is not None,
        "standing": says_always and not (charge or claim.goods or touches("pointing-denials", claim.quote)),
    }


def _charges(mention: Mention, sentence: str) -> bool:
    """Whether the words about a name make it that of an accuser: "a charge by Paris", "Paris's claim"."""
    before = sentence[max(0, mention.start - _BY) : mention.start]
    return any(touches("charge-words", w) for w in (before, sentence[mention.end : mention.end + _BY]))


def _period(claim: Claim) -> Days:
    """When it happened; a time of the day alone ("at night") says nothing of the day."""
    hour = claim.time is not None and fold(claim.time.text) in word_set("hours-of-day")
    return Days() if hour else days_of_period(claim.time)


def _family(claim: Claim) -> Family:
    stage = claim.stage or Stage.UNCLEAR
    if stage is Stage.DENIED_TRANSFER or (claim.negated and claim.certainty is Certainty.DENIED):
        return Family.DENIAL
    meant = claim.certainty is Certainty.POSSIBLE and stage in _MAY_BE_MEANT
    unsettled = claim.negated and claim.certainty is Certainty.POSSIBLE  # "could not confirm that it gave"
    feared = claim.certainty is Certainty.WARNED and stage in _DONE
    if claim.certainty in _HEDGED and stage not in _SETTLED and not (meant or unsettled or feared):
        return Family.PROSPECT
    if claim.negated and stage is Stage.AGREED:
        return Family.WISH
    supply = Family.SUPPLY
    if stage is Stage.UNCLEAR and claim.certainty is Certainty.LIKELY:
        supply = Family.PROSPECT
    return _FAMILY.get(stage, supply)


def _arms(claim: Claim) -> bool:
    """Whether the verb alone names the goods: "it arms the rebels"."""
    return not claim.goods and touches("arming-words", claim.quote) is not None


def _is_pointing(claim: Claim) -> bool:
    if not claim.goods:
        return True
    words = [fold(word) for goods in claim.goods for word in WORD.findall(goods.text)]
    return all(word in word_set("pointing-words") for word in words)


def _via(claim: Claim, report: Report) -> tuple[str, ...]:
    names = claim.source.via if claim.source else ()
    return tuple(key_of(outlet_meant(name, report.text)) for name in names)


def _is_definite(claim: Claim, report: Report) -> bool:
    """Whether all goods stand behind "the", "these" or the like, and have no name or number of their own."""
    spans = [goods.span for goods in claim.goods if goods.span]
    defined = (pattern("defining-words").match(report.text, span.end + 1) for span in spans)
    if any(defined) or any(touches("defining-words", goods.text) for goods in claim.goods):
        return False  # "the weapons used against the town"
    before = (report.text[max(0, span.start - 6) : span.start].casefold().split() for span in spans)
    some = claim.quantity is not None and touches("some-of-words", claim.quantity.text)
    return bool(spans) and (some or not claim.quantity) and all(w and w[-1] in _DEFINITE for w in before)


def _is_earlier(claim: Claim, said: Days, published: Days, sentence: str, context: Context) -> bool:
    """Whether the claim is told as news of an earlier occasion than the report's own."""
    if said.last is not None and published.first is not None:
        return said.last < published.first - dt.timedelta(days=4)
    sentence = _ASIDE.sub(" ", sentence)
    cue = pattern("earlier-cues").search(sentence) or pattern("backshift-cues").search(sentence)
    if cue and not pattern("same-day-words").search(sentence) and not _dates_it(claim, cue.group()):
        return True
    past = pattern("earlier-times").search(sentence)
    if past and past.group() not in claim.quote and not _dates_it(claim, past.group()):
        return not _dates_something_else(past, sentence, context)
    opens = bool(opens_with_month(sentence)) and not opens_with_time(claim, sentence)
    last = _period(claim).last if claim.stage is Stage.SEIZED else None
    return opens or bool(last and published.first and last < published.first - _OLD_CATCH)


def _dates_something_else(past: re.Match[str], sentence: str, context: Context) -> bool:
    """Whether the words say since when something goes on, or when another claim's transfer took place."""
    before = sentence[max(0, past.start() - _SINCE) : past.start()]
    since = before.rpartition(",")[2]
    return touches("since-words", since) is not None or any(past.group() in t for t in context.times)


def _said(claim: Claim, published: Days, sentence: str, context: Context) -> Days:
    said = days_of_period(claim.said_on)
    if said == Days():
        said = opening_month(sentence, claim, published)
    if said == Days():
        said = month_told(claim, published, sentence, context.times)
    return said if said != Days() else year_told(claim, published, sentence)


def _dates_it(claim: Claim, words: str) -> bool:
    return claim.time is not None and words in claim.time.text


def _stems(quote: str) -> frozenset[str]:
    names = [(m.start, m.end) for m in names_in(quote)]
    words = [m for m in WORD.finditer(quote) if not any(a <= m.start() < b for a, b in names)]
    return frozenset(
        word[:_STEM] for word in content_words([fold(m.group()) for m in words]) if len(word) > 2
    )
