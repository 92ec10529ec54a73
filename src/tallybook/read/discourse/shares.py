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
_PLAIN = frozenset({"ADV", "AUX", "DET", "PUNCT"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "it", "all"})
_STANDING = frozenset({"account", "stand", "make", "represent", "constitute", "provide", "supply"})
_FIGURING = frozenset(
    {"figure", "sum", "amount", "total", "value", "number", "share", "it", "come", "to", "stand", "at", "run"}
)
_FIGURES = frozenset({"figure", "sum", "share"})
_FAR = 7
_NEAR = 4
"""Tokens at most between a party and its share."""

LEAST = 2
"""How many shares make a list."""


def listed_shares(scene: Scene) -> list[Share]:
    """The givers of a list with their shares, in order; none where it lists fewer than two."""
    found: list[Share] = []
    alone = False
    for quantity in scene.quantities:
        giver = _whose(quantity, scene) or (_next_to(quantity, scene) if found else None)
        alone = alone or (giver is not None and _is_for(giver, scene) and bool(scene.words & _FIGURES))
        if giver is None and (giver := _who_stands_for(quantity, scene)) is not None:
            alone = True
        if giver is not None:
            found.append((giver.first, quantity, [], giver))
    enough = len({share[3].party for share in found}) >= LEAST and _told(scene)
    return found if enough or (alone and len(found) == 1) else []


def sums_given(scene: Scene) -> list[Share]:
    """Who only gives a sum of what was told in sums before: "Ruritania sent another $40 million"."""
    found: list[Share] = []
    for quantity in (q for q in scene.quantities if q.what == "money"):
        verb = scene.doc[quantity.last - 1]
        while verb.pos_ != "VERB" and verb.head != verb and verb.head.i < quantity.last:
            verb = verb.head
        doers = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
        within = {t.i for c in doers for t in c.subtree}
        giver = next((a for a in scene.actors if a.first in within and a.kind != "outlet"), None)
        plain = any(c.dep_ == "dobj" and verb.i < c.i < quantity.last for c in verb.children)
        if giver is not None and plain and verb_lemma(verb) in _GIVING and not _led_on(verb, scene):
            found.append((giver.first, quantity, [], giver))
    return found


def _led_on(verb: Token, scene: Scene) -> bool:
    """Whether it is told to whom, or that it is no sum of goods: "sent $40 million to Sylvania", "in aid"."""
    led = any(c.dep_ in ("dative", "neg") or c.lower_ in ("to", "in", "for") for c in verb.children)
    below = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
    led = led or any(t.lower_ in ("to", "in", "for") for t in below)
    return led or any(g.first <= t.i < g.last for g in scene.goods for t in verb.subtree)


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
    if not _is_share(quantity):
        return None
    before = [a for a in scene.actors if a.last <= quantity.first and quantity.first - a.last <= _FAR]
    if not before or before[-1].kind == "outlet":
        return None
    giver, leading = before[-1], scene.doc[quantity.first - 1].lower_
    between = scene.doc[giver.last : quantity.first]
    if _is_for(giver, scene) and all(verb_lemma(t) in _FIGURING or t.pos_ in _PLAIN for t in between):
        return giver
    if quantity.first - giver.last > _NEAR or giver.last == quantity.first or leading not in _LEADING:
        return None
    plain = all(verb_lemma(t) in _HAVING_A_SHARE or t.pos_ in ("ADV", "AUX") for t in between[:-1])
    return giver if plain else None


def _next_to(quantity: QuantityMention, scene: Scene) -> ActorMention | None:
    """Who stands right before a share that goes on with another: "X made up 40 percent, Y 20 percent"."""
    giver = next((a for a in scene.actors if a.last == quantity.first and a.kind != "outlet"), None)
    apart = giver is not None and scene.doc[max(0, giver.first - 1)].lower_ in (",", "and", ";")
    return giver if apart and _is_share(quantity) else None


def _is_share(quantity: QuantityMention) -> bool:
    words = quantity.quantity.text
    return quantity.what == "money" or "%" in words or "cent" in words


def _is_for(giver: ActorMention, scene: Scene) -> bool:
    """Whether a sum is told for a party: "for China the figure is $5m, for Ruritania $3m"."""
    first = giver.first - (scene.doc[giver.first - 1].lower_ == "the")
    return first > scene.sentence.first - 1 and scene.doc[max(0, first - 1)].lower_ in ("for", "from")


def _who_stands_for(quantity: QuantityMention, scene: Scene) -> ActorMention | None:
    """Whose firms have a share of what was told of: "firms in Ruritania account for $4m of the trade"."""
    if not _is_share(quantity) or quantity.last + 1 >= scene.sentence.last:
        return None
    of, behind = scene.doc[quantity.last], scene.doc[quantity.last + 1]
    verb = scene.doc[quantity.last - 1]
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    if of.lower_ != "of" or behind.lower_ not in _KNOWN or verb_lemma(verb) not in _STANDING:
        return None
    doers = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    within = {t.i for c in doers for t in c.subtree}
    return next((a for a in scene.actors if a.first in within and a.kind != "outlet"), None)


def _told(scene: Scene) -> bool:
    """Whether the words say that somebody has a share."""
    return any(verb_lemma(t) in _HAVING_A_SHARE for t in scene.tokens)
