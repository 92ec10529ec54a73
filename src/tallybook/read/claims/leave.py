"""Which third state must allow that arms are passed on, or refuses it?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.claims.named import Named, doers, named_at
from tallybook.read.claims.told import is_arms
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_LEAVE = words_of("nouns of leave to pass arms on")
_LETTING = words_of("verbs of leave to pass arms on")
_BARRING = words_of("verbs of refusing leave")
_PASSING = words_of("nouns for passing arms on")
_GIVING = frozenset(
    {"give", "grant", "get", "issue", "withhold", "refuse", "deny", "need", "require", "await"}
)
_BELOW = ("dobj", "ccomp", "xcomp")
_PASSING_ON = words_of("verbs of passing arms on")
_ASKED = words_of("what is refused to who would pass arms on")
_FROM = frozenset({"from", "of", "by"})
_ABOUT_LEAVE = _LETTING | _BARRING
_TOLD_BY = _LEAVE | _ABOUT_LEAVE | {"light"}
"""Words by which a sentence can name who gives leave."""


def licensors_in(scene: Scene) -> Iterator[Named]:
    """The states that a sentence names as giving leave, having to give it, or refusing it."""
    for token in scene.among(_TOLD_BY):
        if _is_leave(token):
            yield from _states(_whose(token, scene))
        elif verb_lemma(token) in _ABOUT_LEAVE and _lets_pass(token, scene):
            yield from _states(doers(token, scene))


def _states(found: Iterator[Named]) -> Iterator[Named]:
    return (who for who in found if who.state is not None and who.mention is not None)


def _is_leave(token: Token) -> bool:
    if token.lower_ == "light":
        return any(c.lower_ == "green" for c in token.lefts)
    return noun_lemma(token) in _LEAVE and token.pos_ in ("NOUN", "PROPN")


def _whose(noun: Token, scene: Scene) -> Iterator[Named]:
    """Whose leave it is: "X's consent", "the approval of X", "X gave the green light"."""
    for child in noun.children:
        owns = child.dep_ in ("poss", "amod", "compound", "nmod") and child.i in scene.actor_at
        below = [child] if owns else []
        if child.dep_ in ("prep", "agent") and child.lower_ in _FROM:
            below = [t for t in child.children if t.dep_ == "pobj"]
        for one in below:
            found = named_at(one, scene)
            if found is not None:
                yield found
    if noun.dep_ == "dobj" and verb_lemma(noun.head) in _GIVING - {"need", "require", "await", "get"}:
        yield from doers(noun.head, scene)


def _lets_pass(verb: Token, scene: Scene) -> bool:
    """Whether a verb of leave or refusal is about passing arms on: "refused a request"."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "ccomp", "xcomp")]
    objects += [
        t for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "for") for t in c.children
    ]
    if verb_lemma(verb) in _LETTING:
        return any(_is_passing(t, scene) for t in objects)
    return any(_is_barred(t, scene) for t in objects)


def _is_barred(word: Token, scene: Scene) -> bool:
    """Whether what is refused is leave: a request, a re-export, "to let X pass them on"; no sale."""
    if verb_lemma(word) in _LETTING | {"let"}:
        return any(_is_passing(c, scene) for c in word.children if c.dep_ in _BELOW)
    return noun_lemma(word) in _ASKED


def _is_passing(word: Token, scene: Scene) -> bool:
    if verb_lemma(word) in _PASSING_ON and word.tag_.startswith("VB"):
        return any(is_arms(c, scene) for c in word.children)
    return noun_lemma(word) in _PASSING
