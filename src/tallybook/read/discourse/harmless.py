"""Is what somebody gives only help without arms: "only moral support", "its aid is purely political"?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HELP = words_of("nouns for help")
_PEACEFUL = words_of("what help is that holds no arms")
_GIVING = words_of("verbs of giving help")
_ONLY = words_of("adverbs of no more than")
_LIMITING = _ONLY | {"nothing", "limited", "confined"}
_QUALIFYING = frozenset({"amod", "compound", "nmod", "conj"})


def only_harmless(scene: Scene) -> tuple[int, int] | None:
    """The tokens by which a sentence says that help is no more than moral, political or humanitarian."""
    if scene.words.isdisjoint(_LIMITING):
        return None
    return next((f for t in scene.tokens if (f := _given(t, scene) or _said_to_be(t)) is not None), None)


def gives_harmless(event: Event, scene: Scene) -> bool:
    """Whether a word of giving gives no more than such help."""
    head, found = event.trigger.head, only_harmless(scene)
    if found is None or head.doc is not scene.doc or not found[0] <= head.i < found[1]:
        return False
    return all(found[0] <= g.head < found[1] for g in event.filled.goods)


def _given(verb: Token, scene: Scene) -> tuple[int, int] | None:
    """Of ``gives them nothing but moral support``: from the verb to the help."""
    if verb_lemma(verb) not in _GIVING or verb.pos_ != "VERB":
        return None
    given = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    given += [t for p in verb.children if p.lower_ == "with" for t in p.children]
    given += [t for g in given for p in g.children if p.lower_ in ("but", "except") for t in p.children]
    for noun in given:
        within = range(verb.i - 1, noun.i + 1)
        limits = any(t.lower_ in _ONLY or t.lower_ == "nothing" for t in scene.tokens if t.i in within)
        if limits and _is_harmless(noun, scene):
            return verb.i, noun.i + 1
    return None


def _is_harmless(noun: Token, scene: Scene) -> bool:
    goods = scene.goods_at.get(noun.i)
    if goods is not None and goods.civil:
        return True
    kinds = [c for c in noun.lefts if c.dep_ in _QUALIFYING]
    kinds += [c for k in kinds for c in k.children if c.dep_ == "conj"]
    return noun_lemma(noun) in _HELP and bool(kinds) and all(_is_peaceful(k) for k in kinds)


def _is_peaceful(word: Token) -> bool:
    return word.lower_ in _PEACEFUL or word.lower_ in _ONLY or word.lower_ == "more"


def _said_to_be(noun: Token) -> tuple[int, int] | None:
    """Of ``its help is purely political``, ``its role is limited to politics``: from the help on."""
    be = noun.head
    if noun_lemma(noun) not in _HELP or noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if be.lower_ in ("limited", "confined"):
        what = [t for p in be.children if p.lower_ == "to" for t in p.children]
        kinds = [c for t in what for c in (t, *t.lefts)]
        return (noun.i, what[0].i + 1) if any(_is_peaceful(k) for k in kinds) else None
    said = [c for c in be.children if c.dep_ in ("acomp", "attr") and c.i > be.i] if be.lemma_ == "be" else []
    for kind in said:
        limits = any(c.lower_ in _ONLY for c in (*kind.lefts, *be.children) if c.i < kind.i)
        if limits and kind.lower_ in _PEACEFUL:
            return noun.i, kind.i + 1
    return None
