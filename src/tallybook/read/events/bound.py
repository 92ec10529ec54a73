"""For whom are goods or their carrier bound by a word before them: "Ruritania-bound rifles"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.parties import Parties, place_of
from tallybook.read.clauses.ties import CHAINED

_NESTED = 3
"""How many nouns may stand between the word of transfer and what is bound for somebody."""


def bound_for(trigger: Trigger, parties: Parties) -> Iterator[Link]:
    """The taker of goods that the word of transfer moves, or of what they are carried on."""
    for index, mention in parties.toward.items():
        noun, name = parties.scene.doc[index], end_point(mention)
        for _ in range(_NESTED):
            place = place_of(noun)
            if noun == trigger.head or place is None or place.governor == trigger.head:
                break
            noun = place.governor
        else:
            continue
        if name is not None and (noun == trigger.head or place is not None):
            yield Link(name, "to", "recipient", CHAINED, parties.scene.doc[index], mention)
