"""When did one transfer of a sentence take place?

The period that hangs on its words, or on the verb that carries its noun ("placed an order last year",
"licences were issued in May"); never the one on the words of saying so.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from tallybook.model import Period, Span
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.over import chain_over
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.clauses.scene import Scene
from tallybook.read.events.alike import goes_on_that_day, told_alike
from tallybook.read.events.compared import likened, names_something, ranked
from tallybook.read.events.dated import (
    SIGNS,
    at_the_close,
    attends,
    closing_over,
    crossed,
    ends_clause,
    is_ahead_of,
    is_talk,
    joined_on,
    leads,
    meanwhile,
    of_its_deal,
    opens_when,
    owned,
    serves,
    signed_before,
    signed_under,
    turning,
)
from tallybook.read.events.ownwords import carrying, own_words
from tallybook.read.events.struck import is_term, signed_behind
from tallybook.read.text.tree import Token
from tallybook.read.times.periods import find_periods

_AHEAD = ("by ", "before ", "until ", "till ", "within ", "no later", "not later")


class When(NamedTuple):
    """A period of a sentence, how it is tied to the transfer, and whether its verb is past or to come."""

    period: Period
    rank: int
    past: bool
    ahead: bool = False


def when_of(
    event: Event,
    scene: Scene,
    barred: tuple[Span, ...],
    around: tuple[int, int],
    figure: int | None = None,
) -> When | None:
    """The period of a transfer.

    Args:
        event: the transfer.
        scene: its sentence.
        barred: where the sentence says when something was said.
        around: tokens of the words that carry this claim; of equal periods the nearest to them counts.
        figure: the token of its figure: "six jets in May and ten tanks in June" are two times.
    """
    head = event.trigger.head
    mine = own_words(event)
    verbs = carrying(head)
    found: list[tuple[int, bool, int, int, int, When]] = []
    for period in (_in_clause(p, head, scene) for p in scene.periods):
        if period.span is None:
            continue
        tokens = scene.token_range(period.span)
        if tokens is None or _of_another_part(event, tokens) or likened(*tokens, scene.doc):
            continue
        if is_term(*tokens, scene.doc) or names_something(*tokens, scene.doc):
            continue
        if ranked(tokens[0], scene.doc) or (head.doc is scene.doc and of_its_deal(tokens, mine, scene.doc)):
            continue
        clause = opens_when(tokens[1], head)
        if not clause and any(period.span.overlap(b) for b in barred):
            continue
        root = _above(scene.doc.stretch(*tokens).root)
        verb = _verb_over(root, mine)
        if owned(tokens[1], scene.doc) and not (verb.i in mine and root.dep_ == "poss"):
            continue
        rank = 0 if clause else _rank(event, scene, (tokens, verb), (mine, verbs, period), around)
        rank = 1 if rank is None and at_the_close(period, tokens[1], verb, event) else rank
        if rank is None:
            continue
        gap = max(around[0] - tokens[1], tokens[0] - around[1], 0)
        across = crossed(figure, tokens, scene)
        told = _when(period, rank, verb, opens=clause)
        found.append((rank, _is_era(period), across, gap, _steps(root, verb), told))
    return min(found, key=lambda f: f[:5])[5] if found else None


def _when(period: Period, rank: int, verb: Token, *, opens: bool) -> When:
    """A period as that of a transfer; ``opens``: a clause behind it tells the transfer."""
    words = period.text.lower()
    point = _point_of(period) if opens and words.startswith("since ") else None
    past = (_told_of_the_past(verb) and not words.startswith(_AHEAD)) or words.startswith("of ")
    return When(point or period, rank, past, ahead=is_ahead_of(verb))


def _is_era(period: Period) -> bool:
    """Whether a period names no day: "in 2011, under President X" is the year."""
    return period.edtf is None and period.text.lower().startswith(_ERAS)


_ERAS = ("under ", "during ", "amid ", "on the eve", "in the run", "in the days", "in the time")


def _point_of(period: Period) -> Period | None:
    """The point that a stretch counts from, where a clause says what was then: "since 2001, when X gave"."""
    found = find_periods(f"in {period.text[len('since ') :]}", 0, None)
    if not found or found[0].earliest is None:
        return None
    point = found[0]
    return replace(period, edtf=point.edtf, earliest=point.earliest, latest=point.latest)


def _rank(
    event: Event,
    scene: Scene,
    period: tuple[tuple[int, int], Token],
    own: tuple[set[int], list[Token], Period],
    around: tuple[int, int],
) -> int | None:
    """How closely a period is tied to a transfer, 0 the closest; ``None`` where it is not.

    Args:
        event: the transfer.
        scene: its sentence.
        period: the tokens of the period and the verb above them.
        own: the tokens that tell the transfer, the verbs that carry its noun, and the period itself.
        around: tokens of the words that carry this claim.
    """
    (first, last), verb = period
    mine, carrying, spoken = own
    head = event.trigger.head
    start, stop = scene.part_of(head.i)
    if (
        (event.part is not None and first >= event.part[0])
        or verb.i in mine
        or (verb.pos_ not in ("VERB", "AUX") and around[0] <= verb.i < around[1])
    ):
        return 0
    if verb in carrying or ends_clause(first, last, verb, head):
        return 1
    if start <= first < stop and _fronted(verb, head, first, start) and not is_talk(verb, head):
        return 2
    if meanwhile(verb, mine) or serves(verb, event) or verb.i in turning(event) or attends(verb, head):
        return 2
    if verb in (signed_under(head), signed_before(head), closing_over(head), signed_behind(head)):
        return 2
    if head.doc is scene.doc and (joined_on(first, head, scene) or leads(first, verb, head, start)):
        return 3
    if (goes_on_that_day(verb, head) and _is_one_day(spoken)) or told_alike(verb, head):
        return 3
    return None


def _is_one_day(period: Period) -> bool:
    """Whether a period is a day or a night."""
    if period.earliest is None or period.latest is None:
        return False
    return (period.latest - period.earliest).days <= 1


def _of_another_part(event: Event, period: tuple[int, int]) -> bool:
    """Whether a period stands neither in the part that carries an event nor in front of all parts."""
    if any(a <= period[0] < b for a, b in event.apart):
        return True
    if event.part is None or event.part[0] <= period[0] < event.part[1]:
        return False
    return period[1] > event.trigger.head.i


def _steps(token: Token, top: Token) -> int:
    """How many words lie between a period and the word that it hangs on."""
    steps = 0
    while token not in (top, token.head) and steps < CLIMB_LIMIT:
        token, steps = token.head, steps + 1
    return steps


def _above(root: Token) -> Token:
    """The head of a period's words: of "since it seized power in 2021" what that clause hangs on."""
    return root.head if root.pos_ in ("VERB", "AUX") else root


def _verb_over(token: Token, mine: set[int]) -> Token:
    for _ in range(CLIMB_LIMIT * 2):
        if token.i in mine or token.pos_ in ("VERB", "AUX") or token.head == token:
            return token
        token = token.head
    return token


def _fronted(verb: Token, head: Token, at: int, start: int) -> bool:
    """A period that opens a part of the sentence, whose verb leads to the transfer or is joined to it."""
    if at - start > 3:
        return False
    if any(t == verb for t, finite in chain_over(head) if not finite):
        return True
    token = head
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token == verb and token != head


def _told_of_the_past(verb: Token) -> bool:
    """Whether a verb stands in a past tense: "promised in June", "had decided in May"."""
    if verb.tag_ == "VBD":
        return not any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lemma_.lower() in SIGNS | {"place"}:
        return True  # "in a letter signed in October"
    return verb.tag_ == "VBN" and bool(helpers & {"had", "was", "were"}) and not helpers & {"be", "to"}


def _in_clause(period: Period, head: Token, scene: Scene) -> Period:
    """The expression of time behind ``head`` in the words of ``period``, where these tell the event.

    Another event of the sentence was after that; this one was then. Only what needs no day of the report to
    be understood is taken ("in 2018").
    """
    if period.span is None or head.doc is not scene.doc:
        return period
    start = head.idx + scene.sentence.offset
    if not period.span.start < start < period.span.end:
        return period
    behind = period.text[start - period.span.start :]
    found = find_periods(behind, start, None)
    known = [p for p in found if p.has_day]
    return known[0] if known else period
