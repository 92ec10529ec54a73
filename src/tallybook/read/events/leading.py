"""What do the prepositions of a sentence lead to?"""

from __future__ import annotations

from tallybook.read.clauses.parties import Parties, Place, place_of
from tallybook.read.events.adjacent import far_from


def led_to(parties: Parties) -> list[tuple[int, Place]]:
    """Parties and nouns that may point back to some, by token, with where they hang."""
    scene = parties.scene
    pointing = [
        t.i
        for t in scene.tokens
        if t.i not in parties.at
        and t.dep_ in ("pobj", "dative", "conj")
        and all(c.i not in scene.actor_at for c in t.lefts if c.dep_ == "amod")
    ]
    tokens = [scene.doc[i] for i in sorted({*parties.at, *pointing})]
    places = [(t, _at_verb(place, parties)) for t in tokens if (place := place_of(t)) is not None]
    return [(t.i, p) for t, p in places if p.slot not in ("subject", "object") and not far_from(t)]


def _at_verb(place: Place, parties: Parties) -> Place:
    """With whom something is done, where the tree hangs that on who does it: "was signed by X with Y"."""
    doer = place.governor
    if place.slot == "with" and doer.dep_ == "pobj" and doer.head.dep_ == "agent" and doer.i in parties.at:
        return Place(place.slot, doer.head.head)
    return place
