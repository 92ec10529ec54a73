"""Who pays whom in goods: "Ruritania paid Sylvania in gold for the jets", "was paid in oil by X"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.inkind import IN_KIND, is_paying
from tallybook.read.clauses.lemmas import is_passive
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import DIRECT
from tallybook.read.events.roles import RoleFinder
from tallybook.read.text.tree import Token

_PAID = frozenset({"dobj", "dative"})


def by_goods_paid(event: Event, parties: Parties, finder: RoleFinder) -> None:
    """Who pays gives the goods, and who is paid or makes what is paid for gets them."""
    verb = event.trigger.head
    if event.trigger.word.name != IN_KIND or event.trigger.hit.form != "verb" or not is_paying(verb):
        return
    payer = _end(_payers(verb, parties), "supplier", parties, finder)
    paid = _end(_paid(verb, parties), "recipient", parties, finder) or _maker(verb, parties)
    if payer is not None and (paid is None or paid.name != payer.name):
        event.supplier, event.recipient = payer, paid
    elif paid is not None and payer is None and is_passive(verb):
        event.recipient = paid


def _payers(verb: Token, parties: Parties) -> Iterator[Token]:
    if not is_passive(verb):
        yield from subjects_of(verb, parties)
        return
    yield from (t for p in verb.children if p.lower_ == "by" for t in p.children)


def _paid(verb: Token, parties: Parties) -> Iterator[Token]:
    if is_passive(verb):
        yield from subjects_of(verb, parties)
        return
    yield from (c for c in verb.children if c.dep_ in _PAID and c.lower_ != "to")
    yield from (t for p in verb.children if p.lower_ == "to" for t in p.children)
    which = any(t.lower_ == "which" for p in verb.children if p.lower_ == "for" for t in p.children)
    giving = verb.head.head
    if verb.dep_ == "relcl" and which and giving.pos_ == "VERB":
        yield from subjects_of(giving, parties)  # "X gave 28 tanks, for which Y paid in oil"


def _end(tokens: Iterator[Token], role: str, parties: Parties, finder: RoleFinder) -> Link | None:
    """The end that the first of the nouns names or points back to."""
    slot = "subject" if role == "supplier" else "object"
    for token in tokens:
        mention = parties.at.get(token.i)
        name = end_point(mention) if mention is not None else finder.point_back(token, role)
        if name is not None:
            return Link(name, slot, role, DIRECT, token, mention)
    return None


def _maker(verb: Token, parties: Parties) -> Link | None:
    """Whose goods are paid for: "paid for the Ruritanian jets in gold"."""
    led = (t for p in verb.children if p.lower_ == "for" for t in p.children)
    for token in led:
        mention = parties.origin.get(token.i)
        name = end_point(mention) if mention is not None else None
        if name is not None:
            return Link(name, "origin", "recipient", DIRECT, token, mention)
    return None
