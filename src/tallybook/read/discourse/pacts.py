"""With whom is the deal under which goods move: "12 drones came to Ruritania under a pact with Sylvania"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_DEALS = words_of("deals and packages") | words_of("what two sides reach")
_UNDER = frozenset({"under", "by", "following", "after", "from", "in", "within", "as"})
_FRAMES = frozenset({"give", "get", "carry", "arrive", "come", "ordered", "bound", "pass"})
_SIDES = frozenset({"with", "between"})


def by_pact(event: Event, parties: Parties) -> None:
    """Fill in the one open end with the partner of the deal under which the goods are told to move."""
    missing = [role for role in ENDS if event.end(role) is None]
    if len(missing) != 1 or event.trigger.frame.name not in _FRAMES:
        return
    if event.filled.toward_open and missing[0] == "recipient":
        return
    if event.filled.subject_open and event.trigger.frame.slots.get("subject") == missing[0]:
        return
    known = event.other_end(missing[0])
    for deal in _deals(event.trigger.head):
        sides = {str(end_point(m)): (t, m) for t, m in _sides(deal, parties)}
        others = [name for name in sides if name != known]
        if len(others) == 1 and (len(sides) == 1 or known in sides):
            token, mention = sides[others[0]]
            setattr(event, missing[0], Link(others[0], "with", missing[0], CHAINED, token, mention))
            event.why.append(f"{missing[0]} {others[0]}, with whom the deal is")
            return


def _deals(verb: Token) -> Iterator[Token]:
    """The deals under which something is told to be done."""
    over = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))]
    for led in (p for t in over for p in t.children if p.dep_ == "prep" and p.lower_ in _UNDER):
        for noun in led.children:
            if noun.dep_ == "pobj" and led.lower_ in ("under", "by", "following", "after") and _is_deal(noun):
                yield noun
            inner = (t for p in noun.children if p.lower_ == "of" for t in p.children)
            if noun.lower_ in ("part", "terms", "line"):
                yield from (t for t in inner if _is_deal(t))


def _is_deal(noun: Token) -> bool:
    return noun_lemma(noun) in _DEALS


def _sides(deal: Token, parties: Parties) -> Iterator[tuple[Token, ActorMention]]:
    """Whom a deal is told to be with or between."""
    signed = [c for c in deal.children if c.dep_ in ("acl", "relcl")]
    for led in (p for t in (deal, *signed) for p in t.children if p.lower_ in _SIDES):
        named = [t for t in led.children if t.dep_ == "pobj"]
        for noun in named:
            for token in (noun, *noun.conjuncts):
                mention = parties.at.get(token.i)
                if mention is not None and end_point(mention) is not None:
                    yield token, mention
