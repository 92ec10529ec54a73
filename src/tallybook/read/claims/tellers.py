"""Who gives a verdict on what was told: its subject, who stands behind "by", or both sides?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_SPEAKERS = words_of("nouns for who speaks for a state") | words_of("nouns for who acts for a state")


def named_in(parties: Parties) -> frozenset[str]:
    """The parties that a sentence names, but not where an embassy or an office of another stands."""
    at = (m for i, m in parties.at.items() if not _seat(parties.scene.doc[i]))
    return frozenset(name for m in at if (name := end_point(m)) is not None)


def _seat(name: Token) -> bool:
    """Whether a name tells where an office stands: "the embassy in Pretoria"."""
    led = name.head
    return led.lower_ in ("in", "at", "to") and led.dep_ == "prep" and noun_lemma(led.head) in _SEATED


_SEATED = frozenset(
    {"ambassador", "attaché", "consul", "consulate", "embassy", "envoy", "mission", "representative"}
)


def both_sides(scene: Scene, tokens: tuple[int, int]) -> bool:
    """Whether both ends of a flow judge it, none of them named: "both governments deny it"."""
    before = scene.doc[max(scene.sentence.first, tokens[0] - _NAME) : tokens[1]]
    pairs = (t for t in before if noun_lemma(t) in _SIDES)
    return any(c.lower_ in ("both", "two", "neither", "either") for t in pairs for c in t.lefts)


_SIDES = frozenset({"capital", "country", "government", "nation", "party", "side", "state"})


def tellers_in(tokens: list[Token]) -> Iterator[Token]:
    """The subjects of the verbs of a verdict that can speak, and who stands behind "by"."""
    for verb in tokens:
        yield from (c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN"))
        yield from (c for p in verb.children if p.dep_ == "agent" for c in p.children if c.dep_ == "pobj")


def speaks(noun: Token, scene: Scene) -> bool:
    """Whether a noun is a party, a person or an office: "Ankara", "the ministry"."""
    if noun.i in scene.actor_at or noun_lemma(noun) in _SPEAKERS | _OFFICES:
        return True
    return noun.pos_ == "PROPN" or any(c.i in scene.actor_at for c in noun.lefts)


_OFFICES = frozenset(
    {
        "embassy",
        "office",
        "ministry",
        "official",
        "source",
        "diplomat",
        "officer",
        "capital",
        "side",
        "country",
    }
)


def name_last(noun: Token) -> int:
    """The last token of a name with its land behind it: "the ministry in Ankara"."""
    led = [c.i for p in noun.children if p.lower_ in ("in", "of", "for") for c in p.children]
    return max([noun.i, *(i for i in led if i - noun.i <= _NAME)])


_NAME = 3
"""Tokens from a noun to the last word of what tells whose it is."""


def accusation(scene: Scene, tokens: tuple[int, int]) -> int | None:
    """The verb of a verdict that accuses somebody, who gives none himself: "X accused Y of lying"."""
    return next((t.i for t in scene.doc[tokens[0] : tokens[1]] if verb_lemma(t) == "accuse"), None)
