"""By what name does a sentence call who does or suffers something: a state, a firm, a go-between?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from tallybook.model import Span
from tallybook.read.clauses.lemmas import is_passive, noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_FIRMS = words_of("nouns for firms") | words_of("who arranges deals for others")
_ENDINGS = words_of("endings of firms' names")
_PLACED = frozenset({"in", "at", "near", "of", "on"})
_RELATIVE = frozenset({"which", "that", "who", "whose"})
_TOLD = frozenset({"relcl", "acl"})
_JOINING = frozenset({"-", "&", "–"})
_DEEP = 4
"""Verbs above that may lend their subject, and words above that a clause may tell of, at most."""


class Named(NamedTuple):
    """Somebody named: a state in its English name, a firm as worded."""

    name: str
    span: Span
    mention: ActorMention | None
    noun: Token

    @property
    def firm(self) -> bool:
        """Whether it is a firm by name, or a name that nobody knows."""
        return self.mention is None or self.mention.what in ("maker", "firm")

    @property
    def state(self) -> str | None:
        """The state that it is, or acts for."""
        return None if self.mention is None or self.firm else self.mention.state


def named_at(noun: Token, scene: Scene) -> Named | None:
    """Who is named by a noun, or by the name that stands beside it: "a dealer, X", "X, a firm"."""
    actor = scene.actor_at.get(noun.i)
    if actor is not None:
        return _of_actor(actor, noun, scene)
    if noun_lemma(noun) in _FIRMS and not _in_a_name(noun):
        beside = _beside(noun, scene)
        return beside or _of_a_land(noun, scene)
    return _worded(noun, scene) if noun.tag_ in ("NNP", "NNPS") or _in_a_name(noun) else None


def doers(verb: Token, scene: Scene) -> Iterator[Named]:
    """Those named as doing what a verb tells: its agents, or its subjects with who stands for "which"."""
    if is_passive(verb):
        nouns = [t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"]
    else:
        nouns = _subjects(verb)
    for noun in nouns:
        if noun.lower_ in _RELATIVE:
            yield from _told_of(verb, scene)
            continue
        for one in (noun, *(t for t in noun.conjuncts if t.i > noun.i)):
            found = named_at(one, scene)
            if found is not None:
                yield found


def behind(word: Token, prepositions: Collection[str], scene: Scene) -> Iterator[Named]:
    """Those named behind one of the prepositions of a word, one by one: "made by X and Y", "crews of X"."""
    for prep in (c for c in word.children if c.lower_ in prepositions):
        for first in (c for c in prep.children if c.dep_ == "pobj"):
            for one in (first, *first.conjuncts):
                found = named_at(one, scene)
                if found is not None:
                    yield found


def _subjects(verb: Token) -> list[Token]:
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [verb.head]
    for _ in range(_DEEP):
        found = [c for c in verb.children if c.dep_ == "nsubj"]
        if found or verb.dep_ not in ("conj", "xcomp"):
            return found
        verb = verb.head
    return []


def _told_of(verb: Token, scene: Scene) -> Iterator[Named]:
    """Whom a clause with "which" tells of: the nearest name before it that is no mere place."""
    while verb.dep_ == "conj":
        verb = verb.head
    noun = verb.head if verb.dep_ in _TOLD else verb
    for _ in range(_DEEP):
        placed = noun.dep_ == "pobj" and noun.head.lower_ in _PLACED
        found = named_at(noun, scene)
        if found is not None and not (placed and not (found.mention is not None and found.firm)):
            yield found
            return
        if noun.dep_ not in ("appos", "pobj", "prep") or (
            noun.head.pos_ == "VERB" and not _in_a_name(noun.head)
        ):
            return
        noun = noun.head


def _of_actor(actor: ActorMention, noun: Token, scene: Scene) -> Named | None:
    if actor.kind == "outlet":
        return None
    span = actor.span
    firm = actor.what in ("maker", "firm") and actor.form != "adjective"
    text = scene.doc.text[span.start - scene.sentence.offset : span.end - scene.sentence.offset]
    name = " ".join(text.split()) if firm else actor.party or actor.name
    return Named(name, span, actor, noun)


def _beside(noun: Token, scene: Scene) -> Named | None:
    """The name set beside a noun for a firm: "a firm on the coast, X,", "the dealer X", "X, a dealer"."""
    behind = [t for t in noun.subtree if t.dep_ in ("appos", "oprd") and t.i > noun.i and t != noun]
    before = [c for c in noun.lefts if c.dep_ == "compound" and c.tag_ == "NNP"]
    above = [noun.head] if noun.dep_ in ("appos", "compound") else []
    for other in (*behind, *above, *before):
        if scene.actor_at.get(other.i) is None and other.tag_ not in ("NNP", "NNPS"):
            continue
        found = named_at(other, scene)
        if found is not None and found.firm:
            return found
    return None


def _of_a_land(noun: Token, scene: Scene) -> Named | None:
    """The state of a firm that has no name here: "a Ruritanian company"."""
    for child in noun.lefts:
        actor = scene.actor_at.get(child.i)
        if actor is not None and child.dep_ in ("amod", "compound", "nmod", "poss") and actor.kind == "state":
            return None if actor.what == "owned" else _of_actor(actor, noun, scene)
    return None


def _in_a_name(noun: Token) -> bool:
    """Whether a noun ends a name: "the Sylvan works"."""
    before = noun.doc[noun.i - 1] if noun.i else noun
    return noun.lower_ in _ENDINGS and before.tag_ == "NNP" and before.head.i in (noun.i, noun.head.i)


def _worded(noun: Token, scene: Scene) -> Named | None:
    """A name that no list knows, as it is worded."""
    doc, first, last = noun.doc, noun.i, noun.i + 1
    while first > scene.sentence.first and _joins(doc[first - 1]):
        first -= 1
    while last < scene.sentence.last and (_joins(doc[last]) or _ends_a_firm(doc[last])):
        last += 1
    while doc[last - 1].text in _JOINING and last > noun.i + 1:
        last -= 1
    words = doc[first:last]
    if any(w.i in scene.actor_at or w.i in scene.goods_at for w in words) or not words[0].text[:1].isupper():
        return None
    span = scene.span(first, last)
    text = doc.text[span.start - scene.sentence.offset : span.end - scene.sentence.offset]
    return Named(" ".join(text.split()), span, None, noun)


def _joins(token: Token) -> bool:
    if token.text in _JOINING:
        return True
    return token.text[:1].isupper() and token.pos_ == "PROPN" and token.dep_ in ("compound", "nmod", "flat")


def _ends_a_firm(token: Token) -> bool:
    return token.lower_.rstrip(".") in _ENDINGS and token.pos_ != "VERB"
