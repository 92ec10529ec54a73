"""Which words say that somebody never owned to what was told, or that there was no such thing?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
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


def no_such(token: Token) -> list[Token]:
    """The words of "there was no such flight", "no such deal exists", by their "such"."""
    noun, verb = token.head, token.head.head
    if token.lower_ != "such" or noun.pos_ != "NOUN" or noun_lemma(noun) not in _NOT_THERE:
        return []
    is_subject = noun.dep_ in ("nsubj", "nsubjpass")
    if not (verb_lemma(verb) in _BEING if is_subject else any(c.dep_ == "expl" for c in verb.children)):
        return []
    barring = [c for c in verb.children if c.dep_ == "neg"]
    if not barring and all(c.lower_ != "no" for c in noun.lefts):
        return []
    return [token, noun, verb, *barring, *(c for c in verb.children if c.dep_ == "expl")]
