"""Do words of coming tell what a ship or a plane brings ashore: "two planes landed shells at Port X"?"""

from __future__ import annotations

from collections.abc import Mapping

from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token


def lands_goods(verb: Token, agents: Mapping[str, bool]) -> bool:
    """Whether a ship or a plane brings something ashore: "planes landed shells", "the ship brought in"."""
    lands = verb_lemma(verb) in ("land", "disembark")
    brings = verb_lemma(verb) in ("bring", "fly") and any(
        c.dep_ in ("prt", "advmod") and c.lower_ == "in" and c.i > verb.i for c in verb.children
    )
    if not (lands or brings) or is_passive(verb):
        return False
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    doers = [verb.head if c.lower_ in ("that", "which") else c for c in doers]
    carriers = any(agents.get(noun_lemma(t)) or t.lower_ in _SHIP_NAMES for d in doers for t in (d, *d.lefts))
    moved = any(c.dep_ == "dobj" and c.pos_ != "PROPN" for c in verb.children)
    return carriers and moved


def lands_elsewhere(verb: Token) -> bool:
    """Whether a state brings goods ashore somewhere: "Ruritania landed tanks at Port X from a ship"."""
    over = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    led = [t for o in over for p in o.children if p.lower_ in ("in", "at", "from") for t in p.children]
    return _state_lands(verb) and any(t.pos_ == "PROPN" for t in led)


def _state_lands(verb: Token) -> bool:
    if verb_lemma(verb) != "land" or is_passive(verb):
        return False
    named = any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in verb.children)
    return named and any(c.dep_ == "dobj" and c.tag_ in ("NNS", "NNPS") for c in verb.children)


_SHIP_NAMES = frozenset({"mv", "m/v", "ms", "mt", "ss", "vessel", "ship", "antonov", "ilyushin", "hercules"})


def comes_in(verb: Token) -> bool:
    """Whether goods come somewhere, not only into being: "rolled off the assembly line"."""
    if verb_lemma(verb) in ("wind", "wound", "end") and any(c.dep_ == "dobj" for c in verb.children):
        return False  # "wound up its deliveries to X"
    near = [t for c in verb.children for t in (c, *c.children)]
    off = verb_lemma(verb) == "come" and any(t.lower_ == "off" for t in near)
    return not (off or verb_lemma(verb) == "roll") or not any(noun_lemma(t) in _LINES for t in near)


_LINES = frozenset({"assembly", "belt", "factory", "line", "plant", "production"})
