"""Which sentences only give another number of what was told: "last year it was eight", "at stake are 30"?

Numbers stand in clauses that a tree takes for anything, so the words beside the number decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from tallybook.model import Claim, Period, Quantity, Stage
from tallybook.read.claims.sums import further_sums
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.numbers import count_of
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ROUGHLY = words_of("words before a number")
_BEING = frozenset({"is", "was", "were", "are", "be", "been", "'s", "’s"})
_AROUND_BEING = frozenset({"had", "has", "have", "will", "would", "should", "to", "could", "may", "might"})
_AHEAD = frozenset({"will", "to", "should"})
_SUMMING = frozenset({"make", "makes", "made", "brings", "brought"})
_WHAT = frozenset({"it", "that", "this", "there", "these", "they"}) | words_of("nouns for a number of goods")
_NEEDS_TIME = frozenset({"it", "there", "they", "these"})
_TALKING = frozenset(
    {"talk", "talking", "talked", "speak", "speaking", "spoke", "spoken", "speaks", "question", "matter"}
)
_AIMING = words_of("verbs of aiming at a number")
_AT_STAKE = words_of("what a number of goods is")
_PIECES = words_of("nouns for single pieces")
_CUES = frozenset({"write", "say", "report", "claim", "reckon", "count", "estimate"})
_CHANGING = words_of("verbs of growing or shrinking")
_CHANGED = words_of("nouns for a number of goods") | {"order", "contract", "purchase", "request"}
_KNOWN = frozenset({"the", "their", "its", "this", "that"})
_FAR = 4


class Figure(NamedTuple):
    """A number that goes on with what was told: its clause, whether it lies ahead."""

    first: int
    number: Token
    last: int
    ahead: bool = False
    dated: bool = True
    """Whether it says nothing without a time."""


def further(
    writer: ClaimWriter, event: Event, scene: Scene, claims: Sequence[Claim], *, told: bool
) -> list[Claim]:
    """Claims of the flow told last that only give its worth or its number at another time.

    ``told``: the sentence tells of a transfer itself.
    """
    sums = list(further_sums(writer, event, scene, claims, told=told))
    return sums if sums or told else list(further_figures(writer, event, scene, claims))


def further_figures(
    writer: ClaimWriter, event: Event, scene: Scene, claims: Sequence[Claim]
) -> Iterator[Claim]:
    """Claims of the flow told last that only give how many there were, are or will be.

    Args:
        writer: writes the claims.
        event: the transfer told last, both ends known.
        scene: the sentence to look into, which tells of no transfer itself.
        claims: those of the report so far.
    """
    last = claims[-1]
    if not _of_this_alone(event, scene):
        return
    periods = [p for p in scene.periods if p.span is not None and not _says_when(p, scene, writer)]
    for figure in find_figures(scene):
        if figure.dated and (not periods or _in_money(last)):
            continue
        period = periods[0] if len(periods) == 1 else _nearest(periods, figure, scene)
        mention = _mention(figure, scene, writer.page.report.text)
        stage = Stage.PLANNED if figure.ahead else last.stage or event.trigger.stage
        span = scene.span(figure.first, max(figure.last, mention.last if mention is not None else 0))
        told = writer.telling.at(span)
        reading = Reading(stage, ("another number of what was told before",), (), None)
        claim = writer.write(event, scene, span, (mention, []), Saying(told, reading))
        yield msgspec.structs.replace(claim, time=period, route=None, goods=claim.goods or last.goods)


def find_figures(scene: Scene) -> Iterator[Figure]:
    """The numbers of a sentence that count what an earlier one told of."""
    dates = [p.span for p in scene.periods if p.span is not None]
    for token in scene.tokens:
        if any(scene.span(token.i, token.i + 1).overlap(d) for d in dates):
            continue  # "that of March 7, 2024"
        if (token.pos_ == "NUM" or token.like_num) and count_of(token.lower_) is not None:
            stop = _end_of(token, scene)
            found = _figure(token, stop, scene) if stop is not None else None
            if found is not None:
                yield found


def _figure(number: Token, stop: int, scene: Scene) -> Figure | None:
    tokens, start = scene.doc, scene.sentence.first
    at = number.i - 1
    while at >= start and (tokens[at].lower_ in _ROUGHLY or _of_least(tokens[at])):
        at -= 1
    if at < start:
        return _alone(number, stop, scene)
    before = tokens[at].lower_
    if before == "to" and (verb := _changes(at, scene)) is not None:
        return Figure(_clause(verb, scene), number, stop, ahead=_lies_ahead(verb, scene), dated=False)
    if before in _BEING | _SUMMING:
        return _summed(number, at, stop, scene)
    if before in _TALKING and tokens[at + 1].lower_ == "about":
        return Figure(_clause(at, scene), number, stop, dated=False)
    if before == "of" and at > start and tokens[at - 1].lower_ in _TALKING:
        return Figure(_clause(at - 1, scene), number, stop, dated=False)
    if before in ("at", "for", "on", "with") and at > start and tokens[at - 1].lower_ in _AIMING:
        return Figure(_clause(at - 1, scene), number, stop, ahead=True, dated=False)
    return _alone(number, stop, scene)


def _changes(at: int, scene: Scene) -> int | None:
    """The verb of a number of goods that grows or shrinks "to" another one: "the order was raised to"."""
    tokens, start = scene.doc, scene.sentence.first
    for verb in range(at - 1, max(start, at - _FAR), -1):
        if tokens[verb].lower_ in _CHANGING:
            before = [t for t in tokens[max(start, verb - _FAR - 2) : verb] if t.lower_ in _CHANGED]
            known = before and before[-1].nbor(-1).lower_ in _KNOWN if before and before[-1].i else False
            single = known and not any(c.lower_ == "of" for c in before[-1].children)
            return verb if single else None
    return None


def _lies_ahead(verb: int, scene: Scene) -> bool:
    before = scene.doc[max(scene.sentence.first, verb - _FAR) : verb]
    return any(t.lower_ in _AHEAD for t in before)


def _summed(number: Token, at: int, stop: int, scene: Scene) -> Figure | None:
    """A number behind "it was", "that makes", "there will be", "at stake are"."""
    tokens, start = scene.doc, scene.sentence.first
    sums = tokens[at].lower_ in _SUMMING
    chain = {tokens[at].lower_}
    at -= 1
    while at >= start and (tokens[at].lower_ in _BEING | _AROUND_BEING or tokens[at].pos_ == "ADV"):
        chain.add(tokens[at].lower_)
        at -= 1
    if at < start:
        return None
    what = tokens[at].lower_
    if what in ("stake", "issue") and tokens[at - 1].lower_ == "at":
        return Figure(at - 1, number, stop, dated=False)
    if what not in _WHAT or (sums and what not in ("that", "this")):
        return None
    ahead = bool(chain & _AHEAD)
    of_them = ahead and number.nbor().lower_ == "of"  # "there will be 40 of them"
    return Figure(at, number, stop, ahead, dated=(what in _NEEDS_TIME or not sums) and not of_them)


def _alone(number: Token, stop: int, scene: Scene) -> Figure | None:
    """A number that opens its part: "30 had been planned", "Eight, wrote one daily; sixteen, another"."""
    tokens, last = scene.doc, scene.sentence.last
    opens = _clause(number.i, scene)
    following = [t for t in tokens[stop : min(stop + _FAR + 3, last)] if t.pos_ != "ADV"]
    words = [t.lower_ for t in following]
    verbs = [i for i, w in enumerate(words[:_FAR]) if w in _BEING]
    if verbs and set(words[: verbs[0]]) <= _AROUND_BEING | _BEING:
        behind = [w for w in words[verbs[0] + 1 :] if w not in _BEING]
        if behind and (behind[0] in _AT_STAKE or " ".join(behind[:2]) in _AT_STAKE):
            ahead = behind[0] in ("planned", "foreseen", "envisaged", "intended")
            return Figure(number.i, number, stop, ahead=ahead, dated=False)
    said = words[:1] == [","] and opens == number.i and any(t.lemma_.lower() in _CUES for t in scene.tokens)
    if said and (
        following[1:2] and (following[1].lemma_.lower() in _CUES or following[1].pos_ in ("DET", "PRON"))
    ):
        return Figure(number.i, number, stop, dated=False)
    return None


def _end_of(number: Token, scene: Scene) -> int | None:
    """Where a number ends that counts pieces or leaves out what it counts; None where it counts else."""
    tokens, at, last = scene.doc, number.i + 1, scene.sentence.last
    while at < last and (tokens[at].lower_ in ("or", "more", "to", "-", "–") or tokens[at].like_num):
        at += 1
    if at < last and tokens[at].lower_ == "of" and at + 1 < last:
        return at + 2 if tokens[at + 1].lower_ in ("them", "these", "those") else None
    if at < last and tokens[at].lower_ in _PIECES:
        return at + 1
    if at < last and tokens[at].pos_ in ("NOUN", "PROPN", "ADJ", "SYM", "X"):
        return None
    return None if at < last and (tokens[at].is_currency or tokens[at].lower_ in ("%", "o'clock")) else at


def _of_least(token: Token) -> bool:
    """Whether "at" or "as" belongs to the words before a number: "at least", "as many as"."""
    return token.lower_ in ("at", "as") and token.nbor().lower_ in ("least", "most", "many", "much", "few")


def _clause(at: int, scene: Scene) -> int:
    """The first token of the part of the sentence in which a token stands."""
    tokens = scene.doc
    while at > scene.sentence.first and tokens[at - 1].text not in (",", ";", ":", "–", "—", "“", '"'):
        at -= 1
    return at


def _of_this_alone(event: Event, scene: Scene) -> bool:
    """Whether the sentence names nobody but the two of the transfer, nor other goods."""
    ends = {event.end(role) for role in ENDS}
    others = (a for a in scene.actors if a.kind not in ("outlet", "person") and end_point(a) not in ends)
    goods = [g for g in scene.goods if not g.weak and scene.doc[g.head].lower_ not in _PIECES]
    return None not in ends and next(others, None) is None and not goods


def _in_money(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit is not None and claim.quantity.unit.isupper()


def _says_when(period: Period, scene: Scene, writer: ClaimWriter) -> bool:
    """Whether a period dates only what somebody said."""
    span = period.span
    return span is not None and any(span.overlap(barred) for barred in writer.telling.barred(scene))


def _nearest(periods: list[Period], figure: Figure, scene: Scene) -> Period | None:
    at = scene.span(figure.number.i, figure.number.i + 1).start
    return min(periods, key=lambda p: abs(p.span.start - at) if p.span is not None else at, default=None)


def _mention(figure: Figure, scene: Scene, text: str) -> QuantityMention | None:
    """The quantity as read, or the bare number."""
    number = figure.number
    read = next((q for q in scene.quantities if q.first <= number.i < q.last), None)
    last = number.i + 1
    while last < scene.sentence.last and scene.doc[last].like_num:  # "1.8 million"
        last += 1
    count = count_of(" ".join(t.lower_ for t in scene.doc[number.i : last]))
    if read is not None or count is None:
        return read
    span = scene.span(number.i, last)
    quantity = Quantity(text=span.of(text), span=span, min=count, max=count)
    return QuantityMention(quantity, number.i, last, None, "goods")
