"""Who will supply and who takes what an order or a contract asks for that is given to somebody?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.everyday import ORDERS
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.text.tree import Token

_AWARDING = frozenset({"go", "award", "fall", "give", "hand", "grant", "place"})
_TO_SOMEBODY = frozenset({"award", "give", "hand", "grant"})


def by_award(event: Event, parties: Parties) -> None:
    """To whom an order or a contract goes, he will supply; who gives it takes the goods."""
    noun = _ordered(event)
    if noun is not None and not _handed(event, noun, parties):
        _by_order(event, noun)


def _ordered(event: Event) -> Token | None:
    """The noun of an order or a contract: its word of transfer, or one that it has taken up."""
    own = event.trigger.head if event.trigger.hit.form == "noun" else None
    taken = (f.trigger.head for f in event.absorbed if f.trigger.frame.name == "deal")
    return own or next((t for t in taken if noun_lemma(t) in ORDERS), None)


def _handed(event: Event, noun: Token, parties: Parties) -> bool:
    """Settle the ends where a verb leads to who gets the order: "awarded X a contract", "was handed one"."""
    verb = noun.head
    if noun_lemma(noun) not in ORDERS or verb_lemma(verb) not in _TO_SOMEBODY:
        return False
    if noun.dep_ not in ("dobj", "nsubj", "nsubjpass", "oprd"):
        return False
    winner = _party(_winners(verb, noun), parties)
    if winner is None:
        return False
    event.supplier = replace(winner, role="supplier")
    event.why.append(f"supplier by “{verb.text}”")
    placed = _party(_placers(verb, parties), parties)
    if placed is not None and placed.name != winner.name:
        event.recipient = replace(placed, role="recipient")
    elif event.recipient is not None and event.recipient.name == winner.name:
        event.recipient = None
    return True


def _winners(verb: Token, order: Token) -> list[Token]:
    """The words for who is given an order."""
    to = [t for c in verb.children if c.lower_ == "to" and c.i > verb.i for t in c.children]
    beside = [c for c in verb.children if c.dep_ in ("dative", "dobj") and c.i < order.i and c.pos_ != "ADP"]
    own = [c for c in verb.children if c.dep_ == "nsubjpass" and c != order]
    return [t for t in (*beside, *own, *to) if t != order]


def _placers(verb: Token, parties: Parties) -> list[Token]:
    """The words for who gives it."""
    if is_passive(verb):
        return [t for c in verb.subtree if c.lower_ == "by" and c.i > verb.i for t in c.children]
    return subjects_of(verb, parties)


def _party(tokens: list[Token], parties: Parties) -> Link | None:
    for token in tokens:
        mention = parties.at.get(token.i)
        name = end_point(mention) if mention is not None else None
        if name is not None:
            return Link(name, "subject", "supplier", CHAINED, token, mention)
    return None


def _by_order(event: Event, noun: Token) -> None:
    winner = event.recipient
    if winner is None or winner.slot != "to":
        return
    under = noun_lemma(noun) in ORDERS and noun.dep_ in ("nsubj", "nsubjpass", "dobj")
    if under and verb_lemma(noun.head) in _AWARDING:
        taker = event.supplier
        event.recipient = replace(taker, role="recipient") if taker is not None else None
        event.supplier = replace(winner, role="supplier")
        event.why.append(f"supplier by “{noun.head.text}”")
