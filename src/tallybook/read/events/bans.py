"""Whose arms are kept back: "Ruritania's ban on sales of rifles to Sylvania" is one on its own sales."""

from __future__ import annotations

from dataclasses import replace

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.roles import RoleFinder
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_BANS = words_of("nouns for what forbids a trade")
_OVER = frozenset({"on", "of", "over", "against", "to", "in"})
_BEFORE = frozenset({"poss", "amod", "compound", "nmod"})


def by_ban(event: Event, parties: Parties, finder: RoleFinder) -> None:
    """Let the state whose ban on sales, exports or deliveries is told of be who sells, where nobody else is.

    A ban of the United Nations is everybody's, and nobody's in particular.
    """
    noun = event.trigger.head
    ban = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in _OVER else None
    if event.supplier is not None or ban is None or noun_lemma(ban) not in _BANS:
        return
    for token in _owners(ban):
        mention = parties.scene.actor_at.get(token.i)
        name = end_point(mention) if mention is not None and mention.state is not None else None
        if name is None or not _leaves_taker(event, name, finder):
            continue
        event.supplier = Link(name, "possessor", "supplier", CHAINED, token, mention)
        event.why.append(f"supplier by whose “{ban.text}” it is")
        return


def _leaves_taker(event: Event, owner: str, finder: RoleFinder) -> bool:
    """Whether the taker is another than the owner; who is only pointed at is looked for anew."""
    taker = event.recipient
    if taker is not None and taker.name == owner and taker.mention is None:
        name = finder.point_back(taker.token, "recipient", owner)
        event.recipient = taker = replace(taker, name=name) if name is not None else None
    return taker is None or taker.name != owner


def _owners(ban: Token) -> list[Token]:
    by = [t for c in ban.children if c.lower_ == "by" for t in c.children if t.dep_ == "pobj"]
    return [c for c in ban.lefts if c.dep_ in _BEFORE] + by
