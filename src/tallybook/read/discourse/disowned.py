"""Which words say that somebody never owned to what was told, or that there was no such thing?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_OWNING = words_of("verbs of owning to something")
_POINTING = frozenset({"doing", "it", "one", "that", "them", "these", "this", "those"})
_NOT_THERE = words_of("nouns for what is carried out") | words_of("nouns for what was on the way")
_BEING = frozenset({"be", "exist", "happen", "occur", "take"})


def never_owned(token: Token, lexicon: Lexicon) -> list[Token]:
    """The words of "has never owned up to it", "never admitted the charge", by their "never"."""
    verb = token.head
    if token.lower_ != "never" or verb_lemma(verb) not in _OWNING:
        return []
    led = [t for c in verb.children if c.i > verb.i for t in (c, *c.children)]
    led += [t for p in led if p.dep_ == "prep" for t in p.children]
    if not any(t.lower_ in _POINTING or noun_lemma(t) in lexicon.charges for t in led):
        return []
    return [
        verb,
        token,
        *(c for c in verb.children if c.dep_ == "nsubj"),
        *(t for t in led if not t.is_punct),
    ]


def no_such(token: Token, scene: Scene, lexicon: Lexicon) -> list[Token]:
    """The words of "there was no such flight", "no such deal exists", by their "such"."""
    noun, verb = token.head, token.head.head
    if token.lower_ != "such" or noun.pos_ != "NOUN":
        return []
    lemma = noun_lemma(noun)
    if lemma not in _NOT_THERE and not lexicon.agents.get(lemma, False) and noun.i not in scene.goods_at:
        return []
    if not _is_told_to_be(noun) or any(c.dep_ in _NARROWING for c in (*noun.children, *verb.children)):
        return []
    barring = [c for c in verb.children if c.dep_ == "neg"]
    if not barring and all(c.lower_ != "no" for c in noun.lefts):
        return []
    return [token, noun, verb, *barring, *(c for c in verb.children if c.dep_ == "expl")]


def none_there(token: Token, scene: Scene) -> list[Token]:
    """The words of "there were no rifles", "no drones ever existed", by their "no": of goods, and no more."""
    noun, verb = token.head, token.head.head
    goods = scene.goods_at.get(noun.i)
    if token.lower_ != "no" or goods is None or goods.civil or not _is_told_to_be(noun):
        return []
    if verb.dep_ == "conj":
        return []  # "they do not fly and there are no spare parts"
    behind = [c for t in (noun, verb) for c in t.children if c.i > noun.i and not c.is_punct]
    if any(not (c.dep_ in ("cc", "conj", "advmod") or c == verb) for c in behind):
        return []  # "there were no rifles in the shop"
    return [token, noun, verb, *(c for c in verb.children if c.dep_ == "expl")]


_NARROWING = frozenset({"prep", "relcl", "acl", "advcl"})


def _is_told_to_be(noun: Token) -> bool:
    """Whether it is only told of something that it is there, or is not."""
    verb = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return verb_lemma(verb) in _BEING - {"be"} or any(c.dep_ == "expl" for c in verb.children)
    return noun.dep_ == "attr" and any(c.dep_ == "expl" for c in verb.children)
