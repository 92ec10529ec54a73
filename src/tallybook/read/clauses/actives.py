"""Which participle behind goods is the verb of its clause: "planes with shells left X for Y"?"""

from __future__ import annotations

from collections.abc import Set

from tallybook.read.text.tree import Token

_CLIMB = 4
_JOINED = frozenset({"pobj", "prep", "compound", "nmod", "conj"})
_NO_CLAUSE = frozenset({"ROOT", "ccomp"})
"""How a noun hangs that the parser takes for a clause, because it found no verb for it."""

_VERBLESS = frozenset({"NOUN", "PROPN", "NUM"})


def free_active(goods: Token) -> None:
    """Make a past form with an object the verb of the noun before it, in place, where that has none.

    A participle has no object of its own: "left X" behind "two planes with shells" tells what they did.
    """
    verb = next((c for c in goods.children if _acts(c)), None)
    if verb is None:
        return
    noun = climbed(goods, _JOINED, _CLIMB)
    if noun.dep_ not in _NO_CLAUSE or noun.pos_ not in _VERBLESS or verb.i < noun.i:
        return
    if any(c.pos_ in ("VERB", "AUX") and c != verb for c in noun.children if c.i > noun.i):
        return
    over, dep = noun.head, noun.dep_
    goods_side = [c for c in noun.children if c.i > verb.i or c.dep_ in ("mark", "punct")]
    verb.head, verb.dep_ = (verb, "ROOT") if over == noun else (over, dep)
    verb.tag_ = "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in goods_side:
        child.head = verb


def climbed(token: Token, links: Set[str], limit: int) -> Token:
    """The word at the head of its phrase: up from it over ``links``, ``limit`` steps at most."""
    for _ in range(limit):
        if token.dep_ not in links:
            break
        token = token.head
    return token


def _acts(token: Token) -> bool:
    """Whether a word hangs on a noun as a participle and yet has an object."""
    past = token.tag_ in ("VBN", "VBD") and token.dep_ == "acl"
    objects = [c for c in token.children if c.dep_ == "dobj"]
    agent = any(c.dep_ in ("agent", "auxpass", "aux") for c in token.children)
    return past and bool(objects) and not agent and objects[0].pos_ in ("NOUN", "PROPN")
