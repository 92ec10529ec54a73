"""Which planes and ships only bring what they have aboard: "six transports landed with missiles"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.striking import hits_load
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_FREIGHTERS = words_of("types that carry freight")
_FREIGHT = words_of("words for transport of goods")
_CARRIERS = words_of("nouns of carriers")
_AT_SEA = frozenset({"anchor", "berth", "dock", "moor", "sail", "steam"})
_SENDING = frozenset({"despatch", "dispatch", "fly", "send"})
_LOADED = frozenset({"load", "lade", "pack", "fill", "carry"})


def cargo_of(goods: list[GoodsMention], scene: Scene) -> list[GoodsMention]:
    """The goods, with what is aboard in place of the plane or ship that only brings it."""
    found: list[GoodsMention] = []
    for mention in goods:
        aboard = _aboard(mention, scene)
        found.extend(g for g in aboard or [mention] if g not in found)
    return sorted(found, key=lambda g: g.first)


def _aboard(mention: GoodsMention, scene: Scene) -> list[GoodsMention]:
    noun = scene.doc[mention.head]
    named = (mention.goods.designation or "").lower() in _FREIGHTERS
    said = any(t.lower_ in _FREIGHT for t in scene.doc[mention.first : mention.last])
    plain = mention.goods.designation is None and noun.lemma_.lower() in _CARRIERS
    sent = noun.dep_ == "dobj" and verb_lemma(noun.head) in _SENDING
    if not (noun.dep_ == "nsubj" or sent) or not (named or said or plain):
        return []
    around = noun.children if sent else (*noun.head.children, *noun.children)
    parts = [c for c in around if _holds(c) and not (sent and c.dep_ == "prep")]
    inside = {t.i for part in parts for t in part.subtree if t.i > part.i}
    return [g for g in scene.goods if g is not mention and not g.weak and g.head in inside]


def _holds(part: Token) -> bool:
    """Whether a phrase tells what is aboard: "with missiles", "loaded with bombs"."""
    with_ = part.dep_ == "prep" and part.lower_ == "with"
    loaded = part.dep_ in ("acomp", "advcl", "acl", "xcomp") and part.lemma_.lower() in _LOADED
    return with_ or loaded


def is_under_way(verb: Token) -> bool:
    """Whether a verb says where a ship is or goes, or that a load is hit, so that goods are aboard."""
    return verb.pos_ == "VERB" and (verb_lemma(verb) in _AT_SEA or hits_load(verb))


def is_what_it_was(goods: Token) -> bool:
    """Whether goods are what something spoken of turned out to be: "it was weapons for the rebels"."""
    spoken_of = ("it", "they", "that", "this", "cargo", "load", "contents")
    subjects = [c for c in goods.head.children if c.dep_ == "nsubj"]
    return goods.dep_ == "attr" and any(c.lower_ in spoken_of for c in subjects)
