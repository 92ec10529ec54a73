"""Which ship or plane have goods come off, and how did they come: "came off a frigate", "came by sea"?"""

from __future__ import annotations

from collections.abc import Mapping

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token

Agents = Mapping[str, bool]
"""Nouns that act for a state, and whether they are means of transport."""

_LEAVING = frozenset({"come", "drive", "emerge", "go", "roll", "trundle"})


def left_behind(verb: Token, agents: Agents) -> Token | None:
    """The ship or plane that goods come off, or out of: "tanks rolled off a freighter"."""
    if verb_lemma(verb) not in _LEAVING:
        return None
    off = [c for c in verb.children if c.lower_ == "off"]
    off += [p for c in verb.children if c.lower_ == "out" for p in c.children if p.lower_ == "of"]
    near = [t for c in off for t in c.children]
    near += [c for c in verb.children if off and c.dep_ == "dobj" and c.i > off[0].i]
    return next((t for t in near if agents.get(noun_lemma(t), False)), None)


def comes_by_way(verb: Token, agents: Agents) -> bool:
    """Of ``the rifles came by ship``: how they came, and nobody came by anything."""
    ways = [t for p in verb.children if p.lower_ == "by" for t in p.children]
    named = any(t.like_num or t.pos_ == "PROPN" for t in ways)  # "came by June"
    means = any(noun_lemma(t) in _WAYS or agents.get(noun_lemma(t), False) for t in ways)
    return verb_lemma(verb) == "come" and (named or means)


_WAYS = frozenset(
    {
        "account",
        "count",
        "estimate",
        "reckoning",
        "air",
        "courier",
        "land",
        "mail",
        "night",
        "post",
        "rail",
        "road",
        "sea",
        "train",
        "water",
        "way",
    }
)
