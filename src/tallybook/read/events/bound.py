"""For whom are goods or their carrier bound by a word before them: "Ruritania-bound rifles"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import MODIFIES
from tallybook.read.clauses.parties import Parties, place_of
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.linking import town_at
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token

_BOUND = frozenset({"bound"})
_NESTED = 3
"""How many nouns may stand between the word of transfer and what is bound for somebody."""


def bound_for(trigger: Trigger, parties: Parties) -> Iterator[Link]:
    """The taker of goods that the word of transfer moves, or of what they are carried on."""
    for index, name, mention in _toward(parties):
        noun = parties.scene.doc[index]
        for _ in range(_NESTED):
            place = place_of(noun)
            if noun == trigger.head or place is None or place.governor == trigger.head:
                break
            noun = place.governor
        else:
            continue
        if name is not None and (noun == trigger.head or place is not None or _off_it(trigger, noun)):
            yield Link(name, "to", "recipient", CHAINED, parties.scene.doc[index], mention)


def _toward(parties: Parties) -> Iterator[tuple[int, str | None, ActorMention | None]]:
    """What is bound for somebody, by token, with whom it is bound for; also by a port: "Port X-bound"."""
    for index, mention in parties.toward.items():
        yield index, end_point(mention), mention
    for token in parties.scene.among(_BOUND):
        hyphened = token.lower_ == "bound" and token.i > 1 and token.nbor(-1).text in ("-", "–")
        if hyphened and token.dep_ in MODIFIES and token.head.i not in parties.toward:
            state = town_at(token.nbor(-2), parties)
            if state is not None:
                yield token.head.i, state, None


def _off_it(trigger: Trigger, carrier: Token) -> bool:
    """Whether goods are taken off a carrier named before: "a Ruritania-bound ship ... seized from it"."""
    if trigger.frame.name not in ("seize", "found") or carrier.i > trigger.head.i:
        return False
    led = (c for p in trigger.head.children if p.lower_ in ("from", "on", "aboard", "in") for c in p.children)
    return any(c.lower_ in ("it", "her", "them") for c in led)
