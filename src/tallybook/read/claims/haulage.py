"""Who carries the arms that a sentence speaks of: an airline, a shipping company, somebody's air force?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tallybook.read.claims.named import Named, behind, doers, named_at
from tallybook.read.claims.told import conveyances
from tallybook.read.clauses.lemmas import MODIFIES, is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_FREIGHT = words_of("last words in names of carriers")
_CARRIER = words_of("nouns for who carries freight")
_CARRYING = words_of("verbs of carrying")
_COMING = words_of("verbs of a carrier's coming")
ABOARD = frozenset({"aboard", "board", "on", "onto", "by", "in", "with", "into", "off", "from"})
"""Words that lead to what carries goods."""
_HIRING = frozenset({"charter", "hire", "lease", "rent"})
_RUNNING = frozenset({"operate", "run", "own", "fly", "charter", "crew"})
_CREWS = frozenset(
    {"crew", "pilot", "plane", "jet", "ship", "vessel", "truck", "lorry", "train", "freighter"}
)
_DEALING = _CARRYING | _RUNNING


@lru_cache(maxsize=1)
def _told_by() -> frozenset[str]:
    """Words by which a sentence can name who carries goods."""
    several = (f"{word}s" for word in conveyances())
    return frozenset((*_DEALING, *_HIRING, *_CARRIER, *conveyances(), *several))


def carriers_in(scene: Scene) -> Iterator[Named]:
    """Those whom a sentence names as carrying the goods it goes on about."""
    for token in scene.among(_told_by()):
        lemma = verb_lemma(token)
        if token.tag_.startswith("VB") and lemma in _DEALING:
            yield from (who for who in doers(token, scene) if _carries(who, token))
            yield from _through_crews(token, scene)
        if lemma in _HIRING and any(is_conveyance(t) for t in (token.head, *token.children)):
            yield from (who for who in behind(token, ("from",), scene) if _is_hired(who))
        elif is_conveyance(token):
            if _is_moving(token):
                yield from (who for who in behind(token, ("of",), scene) if _is_carrier(who))
                yield from _owners(token, scene)
        elif noun_lemma(token) in _CARRIER and token.pos_ == "NOUN" and token.i not in scene.goods_at:
            found = named_at(token, scene)
            if found is not None and found.firm and token.dep_ != "dobj":
                yield found


def _is_moving(noun: Token) -> bool:
    """Whether a ship or plane goes somewhere or goods are aboard it: "landed at", "on a plane of"."""
    above = noun.head
    if noun.dep_ in ("pobj", "dobj"):
        return noun.dep_ == "dobj" or above.lower_ in ABOARD or above.dep_ == "agent"
    return verb_lemma(above) in _CARRYING | _COMING


def _is_carrier(who: Named) -> bool:
    """Whether somebody is in the trade, or a force with planes and ships of its own."""
    if who.mention is not None and who.mention.what == "forces":
        return True
    beside = {noun_lemma(c) for c in who.noun.children if c.dep_ == "appos"} | {noun_lemma(who.noun)}
    return who.firm and (who.name.split()[-1].lower() in _FREIGHT or bool(beside & (_CARRIER | {"company"})))


def _is_hired(who: Named) -> bool:
    """Whether somebody can be the one whose ship or crew it is: any firm, or a force with its own."""
    return who.firm or _is_carrier(who)


def _carries(who: Named, verb: Token) -> bool:
    """Whether somebody who carries goods, or runs what carries them, is a carrier by his name or trade."""
    if verb_lemma(verb) not in _CARRYING and not any(
        is_conveyance(t) for t in (verb.head, *(c for c in verb.children if c.dep_ == "nsubjpass"))
    ):
        return False
    known = who.mention is not None and who.firm
    return _is_carrier(who) or (known and is_passive(verb))


def _through_crews(verb: Token, scene: Scene) -> Iterator[Named]:
    """Whose crews or planes carry the goods: "crews of X flew them", "X planes brought them"."""
    for noun in (c for c in verb.children if c.dep_ in ("nsubj", "agent")):
        for one in (noun, *noun.children):
            if noun_lemma(one) in _CREWS:
                yield from _owners(one, scene)
                yield from (who for who in behind(one, ("of",), scene) if _is_hired(who))


def is_conveyance(token: Token) -> bool:
    """Whether a word stands for a ship, plane, train or lorry."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    words = {token.lower_, noun_lemma(token), token.lower_.removesuffix("s")}
    return not words.isdisjoint(conveyances())


def _owners(noun: Token, scene: Scene) -> Iterator[Named]:
    """Whose planes or ships they are: "X's ships", "an X Airlines jet", "Air Force planes of Y"."""
    for child in noun.lefts:
        if child.dep_ in MODIFIES and child.dep_ != "det":
            found = named_at(child, scene) if child.pos_ in ("NOUN", "PROPN") else None
            if found is not None and (_is_carrier(found) or _crewed(found, noun)):
                yield found


def _crewed(who: Named, noun: Token) -> bool:
    return who.mention is not None and who.firm and noun_lemma(noun) in ("crew", "pilot")
