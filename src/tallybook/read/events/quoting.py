"""In which words does a sentence carry one transfer?"""

from __future__ import annotations

from tallybook.model import QUOTE_LIMIT, Span
from tallybook.read.clauses.certainty import Found
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.scene import Scene, np_first
from tallybook.read.clauses.standing import saying
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.partitive import part_of
from tallybook.read.text.tree import Token


def _end_tokens(event: Event, scene: Scene) -> set[int]:
    """The tokens of supplier and recipient where they stand close enough to be quoted."""
    head = event.trigger.head
    start, stop = scene.sentence.first, scene.sentence.last
    points: set[int] = set()
    for link in (event.supplier, event.recipient):
        far = (
            link is not None
            and link.score <= CHAINED
            and (event.trigger.hit.form == "noun" if link.slot == "subject" else link.score < CHAINED)
        )
        if (
            link is not None
            and not far
            and link.score
            and start <= link.token.i < stop
            and link.token.doc is scene.doc
            and not _set_apart(link.token, head)
            and not _of_verb_before(link.token, event)
            and not _of_clause_behind(link.token, head, scene)
        ):
            points.add(link.token.i)
            if link.mention is not None and start <= link.mention.first < stop:
                points |= {link.mention.first, link.mention.last - 1}
    return points


def quote_range(event: Event, scene: Scene, hedges: tuple[Found, ...], extra: list[int]) -> tuple[int, int]:
    """The tokens of the shortest stretch that carries the transfer: its words, parties, goods and turns."""
    if event.part is not None:
        return event.part
    head = event.trigger.head
    start, stop = scene.sentence.first, scene.sentence.last
    points = {event.trigger.hit.first, event.trigger.hit.last - 1, *extra}
    points |= _end_tokens(event, scene)
    counted = event.filled.anaphor is not None or bool(extra)
    for goods in event.filled.goods:
        if _told_apart(goods.last, head):
            points.add(head.left_edge.i)
        elif not (counted and _before_comma(goods.last, min(points), scene)) or _interposed(extra, head):
            points |= {goods.first, goods.last - 1}
    if event.filled.anaphor is not None:
        points.add(event.filled.anaphor.i)
    points |= {t.hit.token for t in event.turns if _near(t.hit.token, head, t.finite)}
    points |= {t.i for t in saying(event.trigger)}
    points |= {
        h.first for h in hedges if h.hedge.negates and h.hedge.weight < 9 and abs(h.first - head.i) < 12
    }
    points |= {c.i for c in head.children if c.dep_ in ("neg", "aux", "auxpass", "prt")}
    moved = event.filled.goods if event.trigger.frame.name in _MOVED else []
    if any(_told_between(scene.doc[g.head], event, scene) for g in moved):
        verb = min([head.i, *(c.i for c in head.children if c.dep_ in ("aux", "auxpass"))])
        points = {i for i in points if i >= verb}
    part = part_of(head)
    if part is not None and event.filled.anaphor == part:
        points = {i for i in points if i >= part.i}
    first, last = min(points), _led_to(scene.doc[max(points)]) + 1
    first = min(first, np_first(scene.doc[first]), _phrase_first(scene.doc[first]))
    first = max(start, first)
    while (
        first < last - 1
        and (scene.doc[first].is_punct or scene.doc[first].is_space)
        and not scene.doc[first].is_quote
    ):
        first += 1
    if last < stop and scene.doc[last].text == ")" and any(t.text == "(" for t in scene.doc[last - 2 : last]):
        last += 1
    return first, min(stop, last)


def _led_to(token: Token) -> int:
    """Where a quote ends that would break off at a preposition: "loaded onto a ship"."""
    led = [c.i for c in token.children if c.dep_ == "pobj" and c.i > token.i]
    return led[0] if token.dep_ in ("prep", "dative") and led else token.i


_FAR_SUBJECT = 10
"""Tokens from which on a subject that a verb shares with one before it is left out of the quote."""


def _set_apart(party: Token, head: Token) -> bool:
    """Whether an aside parts a party from the verb: "Ruritania, a neighbour, sent", "X, who sent"."""
    between = party.doc[party.i + 1 : head.i]
    commas = [t.i for t in between if t.text in (",", "—", "–")]
    if commas and head.dep_ == "conj" and party.head != head and head.i - party.i > _FAR_SUBJECT:
        return True
    if not commas or any(c.dep_ == "conj" for c in party.children):
        return False
    relative = head.dep_ == "relcl" and party == head.head
    return relative or (len(commas) > 1 and commas[0] - party.i <= 2 and head.i - commas[-1] <= 4)


def _of_verb_before(party: Token, event: Event) -> bool:
    """Whether a party stands before another verb that shares it: "Ruritania got jets and used them"."""
    head = event.trigger.head
    joined = head.dep_ == "conj" and head.pos_ == "VERB" and head.head.pos_ == "VERB"
    one = any(f.trigger.head == head.head for f in event.absorbed)  # "neither sent nor sold"
    return joined and party.i < head.head.i and not one


def _of_clause_behind(party: Token, head: Token, scene: Scene) -> bool:
    """Whether a pronoun stands in a clause that goes on behind: "is giving arms, and X talks to them"."""
    return party.pos_ == "PRON" and party.i > head.i and party.i >= scene.part_of(head.i)[1]


def _told_apart(last: int, head: Token) -> bool:
    """Whether goods stand before a comma and a clause with a word for them: "drones, which were used"."""
    opening = head.left_edge
    relative = head.dep_ == "relcl" and opening.tag_ in ("WDT", "WP") and opening.i < head.i
    return relative and last < opening.i and head.doc[opening.i - 1].text == ","


def _told_between(goods: Token, event: Event, scene: Scene) -> bool:
    """Whether a clause between goods and verb has a giver and taker of its own: "tanks X sold Y went"."""
    head = event.trigger.head
    clauses = [c for c in goods.children if c.dep_ in ("relcl", "acl") and goods.i < c.i < head.i]
    inside = [t for c in clauses if not c.is_ancestor(head) for t in c.subtree if t.i < head.i]
    named = {scene.actor_at[t.i].name for t in inside if t.i in scene.actor_at}
    ends = (k for k in (event.supplier, event.recipient) if k is not None and k.slot != "discourse")
    return len(named) >= _BOTH and not any(k.token in inside for k in ends)


_BOTH = 2
_MOVED = frozenset({"arrive", "bound", "come", "get", "give", "left", "ordered", "pass"})


def _before_comma(last: int, first: int, scene: Scene) -> bool:
    """Whether a comma parts goods from the words that begin after it: "30 guns, 11 were delivered"."""
    return last < first and any(t.text in (",", "—", "–") for t in scene.doc[last:first])


def _interposed(counted: list[int], head: Token) -> bool:
    """Whether commas set a figure off between goods and the verb: "the jets, six in all, were built"."""
    if not counted or max(counted) >= head.i or head.doc[min(counted) - 1].text not in _ASIDES:
        return False
    return any(t.text in _ASIDES for t in head.doc[max(counted) + 1 : head.i])


_ASIDES = frozenset({",", "–", "—", "-"})


def _near(index: int, head: Token, finite: bool) -> bool:
    return not finite or abs(index - head.i) < 12


def _phrase_first(token: Token) -> int:
    """First token of the noun phrase that ``token`` qualifies, where that starts before it."""
    if token.dep_ in ("compound", "amod", "nmod", "poss", "nummod", "det") and token.head.i > token.i:
        return np_first(token.head)
    return token.i


_CLOSING = frozenset("”»")


def said_alone(span: Span, text: str) -> Span:
    """The words up to where a quotation closes, without who says them behind it."""
    words = text[span.start : span.end]
    closing = next((i for i, sign in enumerate(words) if sign in _CLOSING and i), None)
    if closing is None or any(sign in "“«" for sign in words[:closing]):
        return span
    return Span(span.start, span.start + len(words[:closing].rstrip(",.!?;: ")))


def clip(span: Span, anchor: Span, text: str) -> Span:
    """A span of at most the longest quote allowed, around ``anchor``, cut between words."""
    if span.length <= QUOTE_LIMIT:
        return span
    room = max(0, QUOTE_LIMIT - anchor.length)
    start = max(span.start, anchor.start - room // 2)
    end = min(span.end, start + QUOTE_LIMIT)
    while start < anchor.start and start > span.start and not text[start - 1].isspace():
        start += 1
    while end > anchor.end and end < span.end and not text[end].isspace():
        end -= 1
    return Span(start, min(end, start + QUOTE_LIMIT))
