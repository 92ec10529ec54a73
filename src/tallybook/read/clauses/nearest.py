"""Who is meant by what stands nearest: "the former", "the latter", the official or the ground beside it?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.pointers import GROUP_NOUNS, OFFICES, SINGULAR, STATE_NOUNS
from tallybook.read.clauses.salience import end_point, is_subject
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token

_TWO = 2
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def one_of_two(token: Token, here: Parties, past: Sequence[tuple[Scene, Parties]]) -> str | None:
    """The first or the second of two parties named before: in the sentence itself, else in the one before."""
    if not any(c.lower_ == "the" for c in token.lefts):
        return None
    places = [(here.scene, token.i), *((scene, scene.sentence.last) for scene, _ in past[-1:])]
    for scene, stop in places:
        named = [m for m in scene.actors if m.last <= stop and m.kind != "outlet" and m.form != "pronoun"]
        names = list(dict.fromkeys(n for m in named if (n := end_point(m)) is not None))
        if len(names) > _TWO and (pair := _joined(scene, stop)) is not None:
            names = list(pair)  # "Ruritania turned to Sylvania and Graustark"
        if len(names) == _TWO:
            return names[0] if token.lower_ == "former" else names[1]
    return None


def _joined(scene: Scene, stop: int) -> tuple[str, str] | None:
    """The last two parties before a token that an "and" joins."""
    named = [m for m in scene.actors if m.last <= stop and m.kind != "outlet"]
    for one, other in reversed(list(pairwise(named))):
        pair = (end_point(one), end_point(other))
        between = [t.lower_ for t in scene.doc[one.last : other.first]]
        if between in (["and"], ["and", "the"]) and all(pair) and pair[0] != pair[1]:
            return str(pair[0]), str(pair[1])
    return None


def noun_before(pronoun: Token, here: Parties) -> tuple[Token, Parties] | None:
    """The noun for a state right before "it" in its sentence: "X, which claims the island, bought it"."""
    if pronoun.lower_ not in SINGULAR:
        return None
    for at in range(pronoun.i - 1, here.scene.sentence.first - 1, -1):
        token = here.scene.doc[at]
        if at in here.scene.actor_at:
            return None
        if token.tag_ == "NN" and noun_lemma(token) in STATE_NOUNS:
            return (token, here) if any(c.lower_ in ("the", "that") for c in token.lefts) else None
    return None


def subject_before(
    pronoun: Token, here: Parties, past: Sequence[tuple[Scene, Parties]]
) -> tuple[Token, Parties] | None:
    """The noun for an army or a state that the sentence before speaks of: "The army has help. It got ..."."""
    first = here.scene.sentence.first
    if not past or pronoun.lower_ != "it" or pronoun.dep_ not in _SUBJECTS:
        return None
    if any(m.last <= pronoun.i for m in here.scene.actors):
        return None
    if any(t.dep_ in _SUBJECTS for t in here.scene.doc[first : pronoun.i]):
        return None
    before = past[-1][1]
    subject = next((t for t in before.scene.tokens if t.dep_ in _SUBJECTS), None)
    if subject is None or subject.tag_ != "NN" or subject.head.dep_ != "ROOT":
        return None
    pointing = noun_lemma(subject) in OFFICES | GROUP_NOUNS and any(c.lower_ == "the" for c in subject.lefts)
    return (subject, before) if pointing and not any(i in before.at for i in _phrase(subject)) else None


def _phrase(noun: Token) -> range:
    return range(noun.left_edge.i, noun.right_edge.i + 1)


def named_before(noun: Token, here: Parties) -> str | None:
    """The state named last in the same sentence, where "that country" points to what stands nearest."""
    if noun.tag_ != "NN" or not any(c.lower_ == "that" for c in noun.lefts):
        return None
    states = [m for m in here.scene.actors if m.last <= noun.i and m.kind == "state" and m.form != "pronoun"]
    return end_point(states[-1]) if states and states[-1].form in ("name", "capital") else None


def ground_of(noun: Token, here: Parties, past: list[tuple[Scene, Parties]]) -> str | None:
    """The state of "the generals in Ruritania", or of a body whose name was told in full before."""
    near = [t for p in noun.children if p.lower_ in ("in", "of") for t in p.children if t.i in here.at]
    return end_point(here.at[near[0].i]) if near else _named_in_full(noun, past)


def _named_in_full(noun: Token, past: list[tuple[Scene, Parties]]) -> str | None:
    """The state of "the council" whose name was told in full: "Ruritania's Council of State"."""
    lemma = noun_lemma(noun)
    if lemma not in _CHAMBERS:
        return None
    for scene, _ in reversed(past[-_BACK:]):
        for token in scene.tokens:
            if token.lower_ != lemma or not token.text[0].isupper():
                continue
            beside = (scene.actor_at.get(c.i) for c in token.lefts)
            whose = next((m for m in beside if m is not None and m.state is not None), None)
            if whose is not None:
                return whose.state
    return None


_CHAMBERS = frozenset(
    {"administration", "cabinet", "council", "government", "ministry", "parliament", "senate"}
)
_BACK = 8
"""How many sentences back a body may have been named in full."""


def official_before(pronoun: Token, here: Parties) -> str | None:
    """The state of the person who is the subject before "his" in the same sentence."""
    for mention in reversed(here.scene.actors):
        one = mention.kind == "person" or mention.what in ("officials", "head", "minister")
        if one and mention.last <= pronoun.i and is_subject(mention, here):
            return end_point(mention)
    return None


def told_of_carrier(pronoun: Token, past: list[tuple[Scene, Parties]], here: Parties) -> bool:
    """Whether the sentence before, or the main clause, speaks of a ship or a plane, so that "it" is that.

    Not where somebody else is the subject by then: "Ruritania said that it", behind a ship.
    """
    if any(m.last <= pronoun.i and m.form == "name" and is_subject(m, here) for m in here.scene.actors):
        return False
    ahead = [t for t in here.scene.tokens if t.i < pronoun.i and t.dep_ in _SUBJECTS]
    tokens = ahead or [t for t in (past[-1][0].tokens if past else ()) if t.dep_ in _SUBJECTS]
    subject = next(iter(tokens), None)
    return subject is not None and here.lexicon.agents.get(noun_lemma(subject), False)
