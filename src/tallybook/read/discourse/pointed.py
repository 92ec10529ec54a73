"""Which nouns point back to arms, or to what carried them, that a report has told of?"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tallybook.model import Category, Stage
from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import kin_of
from tallybook.read.events.anaphors import counts
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_THINGS = words_of("nouns that stand for arms told of")
CARRIERS = words_of("nouns of carriers") | words_of("further nouns of carriers")
CARRIERS |= words_of("planes by name")
"""Nouns for ships, planes and convoys."""

_POINTING = DEFINITE | {"all"}
_REST = words_of("words for the rest of what was told of")
_GATHERINGS = words_of("gatherings") | {"visit"}
_CRAFT = frozenset({"ship", "vessel", "boat", "craft", "warship", "hull", "lead-ship"})
_SISTERS = frozenset({"sister", "sister-ship", "sistership", "twin"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "final"})
_LEFT = frozenset({"left", "missing", "outstanding"})
_THEM = frozenset({"them", "they", "these", "those", "it", "all", "both", "everything"})
_FORMS = frozenset({"ROOT", "nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj", "csubj"})


class Known(NamedTuple):
    """What a report has told of, so that later words can point back to it.

    Attributes:
        goods: the nouns for the arms that were told of.
        carriers: the nouns and names of what carried them.
        caught: some were caught on their way.
        held: some were held back, refused or called off, so that a ban on them can be lifted.
        moved: some are told to be on their way, in one lot or by a carrier.
        types: the designations of the arms that were told of.
        givers: the states that are told to give some.
        categories: of what kind they are.
        sentences: the numbers of the sentences that tell of them.
    """

    goods: frozenset[str]
    carriers: frozenset[str]
    caught: bool = False
    held: bool = False
    moved: bool = False
    types: frozenset[str] = frozenset()
    givers: frozenset[str] = frozenset()
    categories: frozenset[Category] = frozenset()
    sentences: frozenset[int] = frozenset()


class Retelling(NamedTuple):
    """A clause that tells a flow again.

    Attributes:
        first: its first token.
        last: the token behind its last one.
        points: the word that points back to the flow.
        stage: how far it says that the transfer has come.
        role: the end at which it places a party or a place, which it must name.
        negated: whether it says that it is not so.
        back: whether what it tells of goes the other way.
        fired: whether it is about arms in use, so that others may be named whom they hit.
        near: whether only a flow told right before it is meant.
        against: whether who is named in it stands against those between whom the arms went.
    """

    first: int
    last: int
    points: Token
    stage: Stage
    role: str | None = None
    negated: bool = False
    back: bool = False
    fired: bool = False
    near: bool = False
    against: bool = False


def stretch_of(words: Collection[Token]) -> tuple[int, int]:
    """From where to where words reach, nouns with what stands before them: the first, and behind the last."""
    first = min(t.left_edge.i if t.pos_ not in ("VERB", "AUX") else t.i for t in words)
    return first, max(t.i for t in words) + 1


def subject_of(verb: Token) -> Token | None:
    """Of what a verb tells something: its own subject, or that of the verb that it belongs to."""
    for _ in range(_CLIMB):
        own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if own is not None and own.lower_ in ("that", "which") and verb.dep_ == "relcl":
            return verb.head
        if own is not None or verb.dep_ not in ("xcomp", "conj", "acomp", "oprd"):
            return own
        verb = verb.head
    return None


_CLIMB = 3
_SUBJECTS = (SUBJECTS | {"csubj", "csubjpass"}) - {"expl"}


def is_known_kind(goods: GoodsMention, noun: Token, known: Known) -> bool:
    """Whether arms are of a type that was told of, or of a giver's make: "an RL-21", "Ruritanian mortars"."""
    if goods.weak or goods.civil:
        return False
    if goods.goods.designation is not None:
        return goods.goods.designation in known.types
    return noun_lemma(noun) in known.goods and any(c.lower_ in known.givers for c in noun.lefts)


def points_at_goods(noun: Token, scene: Scene, known: Known) -> bool:
    """Whether a noun stands for arms told of: "the machines", "three of the ten", "the rest"."""
    if noun.dep_ == "csubj":
        return is_what_remains(noun)
    goods = scene.goods_at.get(noun.i)
    if goods is not None and (goods.civil or goods.goods.category is Category.TROOPS):
        return False
    whole = [t for p in noun.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
    if is_one_in_a_row(noun):
        return True
    if counts(noun) or noun_lemma(noun) in _REST:
        return not whole or any(_is_one(t, scene, known) or t.lower_ in _THEM for t in whole)
    return _is_one(noun, scene, known)


def is_some_of_them(noun: Token) -> bool:
    """Whether a subject counts what was told of, or stands for the rest of it: "six more", "the others"."""
    rest = any(c.lower_ in ("remaining", "other", "further", "last", "next", "first") for c in noun.lefts)
    return noun.dep_ == "csubj" or counts(noun) or noun_lemma(noun) in _REST or rest


def _is_one(noun: Token, scene: Scene, known: Known) -> bool:
    """Whether a noun for arms is pointed at or counted."""
    lemma, goods = noun_lemma(noun), scene.goods_at.get(noun.i)
    if noun.like_num:
        return any(c.lower_ in _POINTING for c in noun.lefts)
    if goods is None and lemma not in _THINGS and lemma not in known.goods:
        return False
    if goods is not None and not _is_alike(goods, lemma, known):
        return False
    return any(c.lower_ in _POINTING or c.dep_ == "nummod" or c.lower_ == "single" for c in noun.lefts)


def _is_alike(goods: GoodsMention, lemma: str, known: Known) -> bool:
    """Whether goods can be those told of: of their type where one is named, else called alike."""
    if goods.goods.category is Category.TROOPS:
        return False
    if goods.goods.designation is not None:
        return goods.goods.designation in known.types
    return lemma in known.goods or lemma in _THINGS or goods.goods.category in kin_of(known.categories)


def is_for_a_gathering(verb: Token) -> bool:
    """Whether who comes does so to meet somebody, so that it is no arms: "they landed in Kyiv for talks"."""
    leads = (p for p in verb.subtree if p.lower_ in ("for", "to") and p.dep_ == "prep" and p.i > verb.i)
    return any(noun_lemma(t) in _GATHERINGS for p in leads for t in p.children)


def points_at_ship(noun: Token, scene: Scene, known: Known) -> bool:
    """Whether a noun stands for a ship that is itself what was told of: "the vessel", "her sister"."""
    if Category.SHIPS not in known.categories:
        return False
    lefts = {c.lower_ for c in noun.lefts}
    if noun_lemma(noun) in _SISTERS:
        return bool(lefts & {"her", "its", "a", "the", "second"})
    if noun_lemma(noun) in _CRAFT | known.goods:
        return bool(lefts & _POINTING)
    return is_named_carrier(noun, scene) or is_one_in_a_row(noun)


def is_one_in_a_row(noun: Token) -> bool:
    """Whether a rank alone stands for one of what was told of: "the first", "the last of them"."""
    if noun.lower_ not in _RANKS or noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    whole = [t for p in noun.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
    return any(c.lower_ in ("the", "its", "their") for c in noun.lefts) and all(
        t.lower_ in _THEM for t in whole
    )


def is_what_remains(verb: Token) -> bool:
    """Whether a clause with "what" stands for the rest: "what is left of the ten", "what remains"."""
    left = verb_lemma(verb) == "be" and any(c.lower_ in _LEFT for c in verb.children)
    stays = left or verb_lemma(verb) == "remain" or verb.lower_ in _LEFT
    return stays and any(c.lower_ == "what" for c in verb.children)


def is_pronoun_for_goods(noun: Token) -> bool:
    """Whether a pronoun may stand for arms: "they", "it", "all"."""
    return noun.lower_ in _THEM and noun.dep_ in _FORMS


def points_at_carrier(noun: Token, known: Known) -> bool:
    """Whether a noun stands for a ship, plane or convoy told of: "the dhow", "the Orla", "both planes"."""
    if noun.text in known.carriers:
        return True
    some = [t for p in noun.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
    if counts(noun) and some:
        return any(points_at_carrier(t, known) for t in some)
    if noun_lemma(noun) not in CARRIERS or not known.carriers:
        return False
    return any(c.lower_ in _POINTING for c in noun.lefts)


def is_named_carrier(noun: Token, scene: Scene) -> bool:
    """Whether a name that is nobody's and no place's, with "the", may be a ship's: "the Orla"."""
    named = noun.pos_ == "PROPN" and any(c.lower_ == "the" for c in noun.lefts)
    return named and noun.i not in scene.actor_at and noun.i not in scene.goods_at


def is_carrier(noun: Token) -> bool:
    """Whether a noun means a ship, a plane or a convoy."""
    return noun_lemma(noun) in CARRIERS
