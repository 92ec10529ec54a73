"""Which givers does a sentence only list with the share of each: "X stands for $3m and Y for $2m"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.continuations import Share
from tallybook.read.events.partitive import is_part_of_told
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HAVING_A_SHARE = words_of("verbs of having a share") | {
    "stand",
    "come",
    "follow",
    "rank",
    "contribute",
    "be",
}
_LEADING = frozenset({"for", "with", "at", ",", ":"})
_NEAR = 4
"""Tokens at most between a party and its share."""

LEAST = 2
"""How many shares make a list."""


def listed_shares(scene: Scene) -> list[Share]:
    """The givers of a list with their shares, in order; none where it lists fewer than two."""
    found: list[Share] = []
    for quantity in scene.quantities:
        giver = _whose(quantity, scene)
        if giver is not None:
            found.append((giver.first, quantity, [], giver))
    return found if len({share[3].party for share in found}) >= LEAST and _told(scene) else []


def shares_out(scene: Scene) -> bool:
    """Whether a sentence tells from whom the parts of what was told before it came: "Of this, 3 from X"."""
    if "of" not in scene.words or not any(is_part_of_told(t) for t in scene.tokens if t.like_num):
        return False
    givers = (a for a in scene.actors if a.kind != "outlet" and a.first > 1)
    return any(_gave(scene.doc[a.first - 1], scene.doc[a.first - 2]) for a in givers)


def _gave(preposition: Token, before: Token) -> bool:
    """Whether what follows is who gave: "from Ruritania", "supplied by Ruritania"."""
    return preposition.lower_ == "from" or (preposition.lower_ == "by" and verb_lemma(before) in _GIVING)


_GIVING = frozenset({"deliver", "donate", "export", "give", "provide", "sell", "send", "ship", "supply"})


def _whose(quantity: QuantityMention, scene: Scene) -> ActorMention | None:
    """The party right before a sum or a percentage."""
    if (
        quantity.what != "money"
        and "%" not in quantity.quantity.text
        and "cent" not in quantity.quantity.text
    ):
        return None
    before = [a for a in scene.actors if a.last <= quantity.first - 1 and quantity.first - a.last <= _NEAR]
    if not before or before[-1].kind == "outlet" or scene.doc[quantity.first - 1].lower_ not in _LEADING:
        return None
    between = scene.doc[before[-1].last : quantity.first - 1]
    plain = all(verb_lemma(t) in _HAVING_A_SHARE or t.pos_ in ("ADV", "AUX") for t in between)
    return before[-1] if plain else None


def _told(scene: Scene) -> bool:
    """Whether the words say that somebody has a share."""
    return any(verb_lemma(t) in _HAVING_A_SHARE for t in scene.tokens)
