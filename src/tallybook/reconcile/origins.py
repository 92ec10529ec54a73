"""Whether two claims go back to one origin: the same speaker, or organisation, on the same occasion.

Text can show that origins are not independent, never that they are. One organisation on one occasion is one
origin; a named person of another body of the same government is another one, though not an independent one.
"""

from __future__ import annotations

import msgspec

from tallybook.reconcile.agreeing import families_agree, flows_agree, goods_agree
from tallybook.reconcile.amounts import same_figure
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.occasions import Occasion
from tallybook.reconcile.outlets import key_of
from tallybook.reconcile.retelling import always_denied, denied_anew, denies_again
from tallybook.reconcile.speakers import Speaker
from tallybook.reconcile.unnamed import one_story, same_unnamed
from tallybook.reconcile.wording import touches

_NEXT_DAY = 1  # between a statement and the reports of it
_SAME_WEEKS = 21  # days between reports that may retell one earlier statement
_NEWS_DAYS = 3  # within which other outlets retell one outlet's story

_NEXT_SENTENCE = 3
"""Characters between a sentence and the next one of its paragraph."""

_SOURCED = ("person", "organisation", "unnamed", "outlet")


class Told(msgspec.Struct, frozen=True):
    """A claim's facts with its occasion.

    ``in_lots``: its report gives several figures for one flow and stage, each for a lot of its own.
    """

    facts: Facts
    occasion: Occasion
    in_lots: bool = False

    @property
    def sourced(self) -> bool:
        """Whether the claim names somebody as its source."""
        return self.facts.speaker.kind in _SOURCED


def same_origin(one: Told, two: Told, *, copied: bool, one_event: bool) -> str | None:
    """Why two claims go back to one origin; ``None`` where the words do not show it.

    Args:
        one: a claim.
        two: another one.
        copied: their reports are joined by a copy or rewrite edge.
        one_event: their reports, undated, share enough to speak of one occasion.
    """
    if not (one.sourced and two.sourced):
        return None
    who = same_speaker(one, two, copied=copied)
    if who is None:
        return None
    when = _same_occasion(one, two, copied=copied, one_event=one_event)
    return f"{who}, {when}" if when else None


def same_speaker(one: Told, two: Told, *, copied: bool) -> str | None:
    """In which words the two sources are one, or ``None``."""
    a, b = one.facts.speaker, two.facts.speaker
    same_report = one.facts.report == two.facts.report
    if _relayed_by(one.facts, two.facts) or _relayed_by(two.facts, one.facts):
        return f"{a.words} and {b.words}, the one through the other"
    if any(rule(*pair) for rule in (_told_by_outlet, _named_next) for pair in ((one, two), (two, one))):
        return f"{a.words} and {b.words}, of one outlet"
    if "unnamed" in (a.kind, b.kind):
        return same_unnamed(one.facts, two.facts, copied=copied)
    if a.block is None or a.block != b.block or set(a.blocks) != set(b.blocks):
        same_name = a.key is not None and a.key == b.key and (a.block is None or b.block is None)
        return f"both are {a.person or b.person}" if same_name else None
    if a.kind == "person" and b.kind == "person":
        return _same_person(a, b)
    if None not in (a.department, b.department) and a.department != b.department:
        return None
    relayed = one.facts.via or two.facts.via
    told_alike = same_news(one, two, either_way=True) and families_agree(one.facts, two.facts)
    if _officials(a) != _officials(b) and (relayed or not told_alike):
        return None
    if _says_the_contrary(one.facts, two.facts) or (not same_report and _other_body(a, b)):
        return None
    if a.kind == "outlet" or a.kind != b.kind:
        flows = {one.facts.flow, one.facts.flow[::-1]}
        if a.kind != "outlet" and not same_report and two.facts.flow not in flows:
            return None
    if a.body and b.body and not a.same_body(b):
        return None
    return f"both speak for {a.block}"


def _told_by_outlet(one: Told, two: Told) -> bool:
    """Whether the one names the outlet alone, the other whom the outlet has it from, for the same news."""
    a, b = one.facts, two.facts
    alike = flows_agree(a.flow, b.flow) and goods_agree(a, b)
    alike = alike and (families_agree(a, b) or a.report == b.report or _one_count(a, b))
    nobody = b.speaker.kind == "unnamed"
    through = b.through if nobody else b.via if _officials(b.speaker) else ()
    return a.speaker.kind == "outlet" and key_of(a.speaker.block or "") in through and alike


def _named_next(one: Told, two: Told) -> bool:
    """Whether the one is "a media report", and the same report has the same from an outlet that it names."""
    a, b = one.facts, two.facts
    press = a.speaker.kind == "unnamed" and touches("one-press-report", a.speaker.words) is not None
    named = b.speaker.kind == "outlet" and a.report == b.report and a.earlier == b.earlier
    return press and named and flows_agree(a.flow, b.flow) and goods_agree(a, b)


def _one_outlet(one: Told, two: Told) -> bool:
    """Whether both are the finding of one outlet, and of the same goods."""
    a, b = one.facts, two.facts
    outlets = a.speaker.kind == b.speaker.kind == "outlet" and a.speaker.block == b.speaker.block
    return outlets and a.flow == b.flow and families_agree(a, b) and goods_agree(a, b)


def _relayed_by(one: Facts, two: Facts) -> bool:
    """Whether the one's source is a person who passes on what the other's says."""
    return one.speaker.kind == "person" and key_of(one.speaker.words) in two.via


def _says_the_contrary(one: Facts, two: Facts) -> bool:
    """Whether the one denies what the other owns to."""
    denied = Family.DENIAL in (one.family, two.family) and one.family is not two.family
    return denied and one.flow == two.flow


def _officials(speaker: Speaker) -> bool:
    """Whether it is nobody in particular: "U.S. officials"."""
    return speaker.kind == "organisation" and touches("nameless-words", speaker.words) is not None


def _other_body(a: Speaker, b: Speaker) -> bool:
    """Whether the one speaks for a body of its own, and nothing says that the other does."""
    pairs = ((a, b), (b, a))
    own = ((x, y) for x, y in pairs if x.kind == "organisation" and x.body and x.what != "government")
    return any(not y.body for _, y in own)


def _same_person(a: Speaker, b: Speaker) -> str | None:
    if a.key == b.key:
        return f"both are {max(a.person or '', b.person or '', key=len)}"
    if a.same_body(b):
        return f"both speak for {a.body}"
    return None


def _exclusive(one: Told, two: Told) -> bool:
    """Whether reports of the same days tell what one outlet has from unnamed sources."""
    a, b = one.facts, two.facts
    unnamed = a.speaker.kind == b.speaker.kind == "unnamed" and a.report != b.report
    days = one.occasion.days, two.occasion.days
    return unnamed and days[0].known and days[1].known and days[0].meets(days[1], _NEWS_DAYS)


def _same_occasion(one: Told, two: Told, *, copied: bool, one_event: bool) -> str | None:
    a, b = one.occasion, two.occasion
    same_report = one.facts.report == two.facts.report
    if _exclusive(one, two) and one_story(one.facts, two.facts):
        return "told within days"
    if always_denied(one.facts, two.facts):
        return "as it always says"
    if a.earlier != b.earlier:
        return _told_later(one, two, same_report=same_report)
    if a.earlier:
        return _same_earlier(one, two, same_report=same_report, copied=copied)
    if same_report:
        return None if _said_apart(one, two) else "in one report"
    if a.narrow and b.narrow:
        if a.days.meets(b.days):
            return "on the same day"
        if a.days.meets(b.days, _NEXT_DAY) and not _moved_on(one, two) and (copied or _retold(one, two)):
            return "told on the day and the day after"
        if a.days.meets(b.days, _NEWS_DAYS) and denies_again(one.facts, two.facts):
            return "as it has denied before"
        named = _named_day(one, two) and _retold(one, two)
        later = a.days.meets(b.days, _NEWS_DAYS) and _still_told(one, two)
        return "of the day that is named" if named else "still told days later" if later else None
    if copied:
        return "in reports of which one depends on the other"
    published = _told_by_outlet(one, two) or _told_by_outlet(two, one) or _one_outlet(one, two)
    if published and a.days.meets(b.days, _NEXT_DAY):
        return "which that outlet published"
    return "in reports that tell the same" if one_event and a.days.meets(b.days, _NEXT_DAY) else None


def _told_later(one: Told, two: Told, *, same_report: bool) -> str | None:
    """Where the one is told as news, the other as news of an earlier day."""
    a, b = one.occasion, two.occasion
    if same_report and _goes_on(one.facts, two.facts):
        return "in one report"
    retold = a.days.known and b.days.known and a.days.meets(b.days, _NEXT_DAY) and not same_report
    published = _told_by_outlet(one, two) or _told_by_outlet(two, one)
    return "of the day told later" if retold and (published or same_news(one, two)) else None


def _goes_on(a: Facts, b: Facts) -> bool:
    """Whether the very source without a name of one sentence goes on in the next."""
    one = a.speaker.kind == "unnamed" and a.speaker.words == b.speaker.words and a.via == b.via
    gap = min(abs(a.sentence.end - b.sentence.start), abs(b.sentence.end - a.sentence.start))
    return one and gap < _NEXT_SENTENCE


def _one_count(a: Facts, b: Facts) -> bool:
    return any(same_figure(x, y) for x in a.amounts for y in b.amounts)


def _said_apart(one: Told, two: Told) -> bool:
    """Whether a report gives two who speak for one party a day each: the minister on Sunday, others now."""
    a, b = one.occasion, two.occasion
    dated = one.facts.told_on.known or two.facts.told_on.known
    apart = dated and a.narrow and b.narrow and not a.days.meets(b.days)
    published = one.facts.speaker.kind == two.facts.speaker.kind == "outlet"
    published = published and not (one.facts.told_on.known and two.facts.told_on.known)
    return apart and not (published or _one_person(one, two))


def _same_earlier(one: Told, two: Told, *, same_report: bool, copied: bool) -> str | None:
    a, b = one.occasion, two.occasion
    if not a.days.meets(b.days, _NEXT_DAY):
        return None
    speaker = one.facts.speaker
    if same_report and speaker.kind == "person" and speaker.key == two.facts.speaker.key:
        return "on an earlier occasion"
    if same_report:
        beside = one.facts.sentence == two.facts.sentence or _goes_on(one.facts, two.facts)
        return "on an earlier occasion" if beside else None
    if not flows_agree(one.facts.flow, two.facts.flow):
        return None
    if a.narrow and b.narrow:
        return "on the same earlier day"
    near = one.facts.published.meets(two.facts.published, _SAME_WEEKS)
    if near and one.facts.family is two.facts.family is Family.DENIAL:
        return "as it has denied before"
    alike = families_agree(one.facts, two.facts) and bool(one.facts.goods & two.facts.goods)
    return (
        "on an earlier occasion that both retell"
        if near and alike and (copied or same_news(one, two))
        else None
    )


def _retold(one: Told, two: Told) -> bool:
    """Whether reports of two days can have one statement: the same news, or one speaker on the same goods.

    A spokesperson speaks every day; without this, the days of a busy month would run into one another.
    """
    a, b = one.facts, two.facts
    person = _one_person(one, two) or (a.speaker.kind == b.speaker.kind == "outlet")
    person = person or _told_by_outlet(one, two) or _told_by_outlet(two, one)
    body = a.speaker.what != "government" and a.speaker.same_body(b.speaker)
    alike = flows_agree(a.flow, b.flow) and families_agree(a, b) and goods_agree(a, b)
    same = same_news(one, two) and (families_agree(a, b) or _one_count(a, b))
    return same or denied_anew(a, b) or ((person or body) and alike)


def _still_told(one: Told, two: Told) -> bool:
    """Whether a report of days later still tells what a person said, with its figure or type."""
    a, b = one.facts, two.facts
    rare = _one_count(a, b) or bool(a.marks & b.marks)
    same = _one_person(one, two) and rare and flows_agree(a.flow, b.flow) and families_agree(a, b)
    return same and not (a.told_on.known and b.told_on.known) and not _moved_on(one, two)


def _moved_on(one: Told, two: Told) -> bool:
    """Whether it was announced on the day before, and is reported as done on the day."""
    a, b = one.facts, two.facts
    done = {a.family, b.family} == {Family.PLAN, Family.SUPPLY}
    return done and ((a.narrow and b.narrow) or not _one_person(one, two))


def _named_day(one: Told, two: Told) -> bool:
    """Whether the one says on which day of the week it was said, and the other is of that day."""
    a, b = one.facts.told_on, two.facts.told_on
    days = one.occasion.days, two.occasion.days
    return (a.known and a.meets(days[1])) or (b.known and b.meets(days[0]))


def _one_person(one: Told, two: Told) -> bool:
    a, b = one.facts.speaker, two.facts.speaker
    return a.kind == "person" and a.key == b.key


def same_news(one: Told, two: Told, *, either_way: bool = False) -> bool:
    """Whether flow and a figure, a type or a plain kind of goods are the same."""
    a, b = one.facts, two.facts
    if not flows_agree(a.flow, b.flow) and not (either_way and a.flow == b.flow[::-1]):
        return False
    if a.period.known and a.period == b.period:
        return True
    figures = _one_count(a, b)
    words = (a.kinds, b.kinds) if a.kinds or b.kinds else (a.goods_words, b.goods_words)
    return figures or bool(a.marks & b.marks) or (bool(words[0]) and words[0] == words[1])
