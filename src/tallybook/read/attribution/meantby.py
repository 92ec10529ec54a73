"""Whom does a noun with its article mean who was named before: "the institute", "the defence minister"?"""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.read.attribution.earlier import Earlier
from tallybook.read.attribution.naming import Named
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.told import Passage
from tallybook.read.text.lettering import british
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_TITLES = words_of("nouns for who speaks for a state")
_ANY_OFFICE = words_of("nouns that any office can be called by")
_ANY_BODY = words_of("nouns that any body without office can be called by")
_OF_BODIES = words_of("words before a noun for a body that name nobody")
_OFFICIAL = words_of("nouns in names of official bodies")


def told_apart(noun: Token, words: SourceWords) -> list[str]:
    """The words of a definite noun phrase beside its article: "defence" of "the defence minister's"."""
    inside = (noun.doc[i] for i in words.core(noun) if i != noun.i)
    return [british(t.lower_) for t in inside if t.dep_ != "case" and t.lower_ not in _ARTICLES]


_ARTICLES = frozenset({"the", "this", "that"})


def person_meant(noun: Token, passage: Passage, past: Sequence[Named], earlier: Earlier) -> Named | None:
    """The person in whose office all words of "the defence minister" stand, or any for "the official"."""
    lemma = noun.lemma_.lower()
    own = {*told_apart(noun, earlier.words), lemma}
    spoke = (n for n in reversed(past) if n.kind == "person" and n.title is not None)
    known = next((n for n in spoke if own <= _of_title(n)), None)
    if known is not None or lemma not in _TITLES:
        return known
    if own == {lemma} and lemma in _ANY_OFFICE:
        return earlier.about_person(noun, passage)
    person = earlier.person(noun, passage, lemma)
    title = _of_title(person) if person is not None else set[str]()
    return person if own <= title or (title and title <= own) else None


def body_meant(noun: Token, passage: Passage, earlier: Earlier) -> Named | None:
    """The body that a sentence just before was about, where "the group", "the institute" can be its noun."""
    lemma = british(noun.lemma_.lower())
    if not set(told_apart(noun, earlier.words)) <= _OF_BODIES:
        return None
    body = earlier.about_body(noun, passage)
    if body is None:
        return None
    named = {british(w) for w in (*body.name.lower().split(), body.lemma)}
    return body if lemma in named or (lemma in _ANY_BODY and not named & _OFFICIAL) else None


def _of_title(named: Named) -> set[str]:
    return {british(w) for w in (named.title or "").lower().split()}
