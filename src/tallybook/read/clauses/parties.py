"""Which word of a sentence stands for which party, and where does it hang?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tallybook.model import Category
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import MODIFIES, noun_lemma, verb_lemma
from tallybook.read.clauses.members import names_some_of
from tallybook.read.clauses.scene import Scene, first_conjunct, head_of
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_OF = frozenset({"of", "in", "from"})
_ORIGINS = words_of("nouns of origin")
_MARKS = words_of("marks of origin")
_ENVOYS = words_of("envoys")
_COUNTERPARTS = words_of("nouns for the other side")
"""Whose supplier, buyer or ally somebody is does not act: "Ruritania's allies sent tanks"."""

_WORKS = words_of("places of work")
_CHARGING = words_of("verbs of charging somebody")
_STORES = words_of("where arms lie in store")
_OUT_OF = frozenset({"from", "of"})
_WAR = words_of("verbs of war")
_GENERAL = frozenset({Category.UNSPECIFIED, Category.DUAL_USE, Category.OTHER, Category.TECHNOLOGY})
CLIMB_LIMIT = 12
"""Steps up the tree after which a chain is no argument any more."""


class Place(NamedTuple):
    """Where a noun hangs: its slot ("subject", "object", or a preposition) and the word that governs it."""

    slot: str
    governor: Token


class Parties:
    """The parties of one sentence by the token that acts for each."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self.scene = scene
        self.lexicon = lexicon
        self.at: dict[int, ActorMention] = {}
        self.modifying: dict[int, ActorMention] = {}
        self.origin: dict[int, ActorMention] = {}
        self.toward: dict[int, ActorMention] = {}
        """By the noun for goods or their carrier, for whom they are bound: "Ruritania-bound rifles"."""
        for mention in scene.actors:
            # Councils, courts and agencies speak and decide about arms; they neither give nor take them.
            if mention.kind == "outlet" or mention.what == "international":
                continue
            if not (names_some_of(mention, scene) or _is_product(mention, scene)):
                self._settle(mention)

    def _settle(self, mention: ActorMention) -> None:
        """Find the noun that acts for the party, or the noun that it only qualifies."""
        token = head_of(self.scene.doc, mention.first, mention.last)
        if mention.what == "bound":
            self.toward[_qualified(token).i] = mention
            return
        goods = self.scene.goods_at.get(mention.first)
        inside = goods is not None and goods.first <= mention.first and mention.last <= goods.head
        if self._names_firm(mention, token):
            self.at[token.head.i] = mention
            return
        inside = inside and not (goods is not None and token.head.i >= goods.last and self.acts(token.head))
        if goods is not None and inside and not self._is_source(self.scene.doc[goods.head]):
            self.origin.setdefault(goods.head, mention)
            return
        acting = self._acting(token, mention) if not _is_accredited_to(token) else None
        if acting is None:
            return
        thing = self._made_by(acting, mention)
        if thing is not None:
            self.origin.setdefault(thing.head, mention)
        else:
            self._put(acting, mention)

    def _is_source(self, noun: Token) -> bool:
        """Whether a noun that may be goods brings or holds them: "ships", "from Ruritanian stocks"."""
        out = noun.head.lower_ == "from" or (noun.head.lower_ == "of" and noun.head.head.lower_ == "out")
        stored = noun_lemma(noun) in _STORES and noun.dep_ == "pobj" and out
        return stored or self._only_carries(noun) or _is_reached_works(noun)

    def _made_by(self, token: Token, mention: ActorMention) -> GoodsMention | None:
        """The goods that "of" says to come from somebody: "weapons of Ruritania", not "the weapons of"."""
        of = token.head
        if token.dep_ != "pobj" or of.lower_ != "of" or of.i != of.head.i + 1:
            return None
        goods = self.scene.goods_at.get(of.head.i)
        if goods is None or goods.head != of.head.i or goods.weak or goods.civil:
            return None
        general = goods.goods.category in _GENERAL
        firm = token.i >= mention.last or mention.what in ("firm", "maker")
        if goods.goods.category is Category.TROOPS or (general and firm) or verb_lemma(of.head.head) in _WAR:
            return None
        return goods if all(c.dep_ not in ("det", "poss") for c in of.head.lefts) else None

    def _acting(self, token: Token, mention: ActorMention) -> Token | None:
        """The noun that acts for the party; ``None`` where its name only qualifies a noun, which is noted."""
        for _ in range(CLIMB_LIMIT):
            head = token.head
            if token.dep_ in MODIFIES and head != token and head.i not in self.scene.actor_at:
                if any(c.lower_ == "own" for c in head.lefts) and noun_lemma(head) in _STORES:
                    return None
                if head.dep_ == "pobj" and head.head.lower_ in _OUT_OF and noun_lemma(head) in _STORES:
                    token = head
                    break
                made = head.i in self.scene.goods_at and not self._only_carries(head)
                if made and not _is_reached_works(head):
                    self.origin.setdefault(head.i, mention)
                    return None
                if self.acts(head) and not (token.dep_ == "poss" and noun_lemma(head) in _COUNTERPARTS):
                    token = head
                    continue
                if head.pos_ == "VERB" and token.i < head.i:
                    break
                self.modifying.setdefault(head.i, mention)
                self._of_origin(head, mention)
                return None
            sailed = head.lower_ in ("from", "in", "at") and self.carries(head.head)
            sailed = sailed or (head.lower_ in ("from", "in") and self._of_another(head.head))
            sailed = sailed or (head.lower_ == "from" and head.head.text in self.lexicon.grounds)
            other = head.lower_ == "of" and noun_lemma(head.head) in _COUNTERPARTS
            if token.dep_ == "pobj" and head.lower_ in _OF and self.acts(head.head) and not (sailed or other):
                token = head.head
                continue
            break
        return token

    def _put(self, token: Token, mention: ActorMention) -> None:
        if mention.first <= token.i < mention.last:
            self.at[token.i] = mention
        self.at.setdefault(token.i, mention)
        if (
            token.dep_ == "appos"
            and token.head.pos_ in ("PROPN", "NOUN")
            and token.head.i not in self.scene.actor_at
            and token.head.i not in self.scene.goods_at  # "six jets, Ruritania four"
        ):
            self.at.setdefault(token.head.i, mention)

    def _of_another(self, noun: Token) -> bool:
        """Whether a noun is already somebody's: "a Ruritanian ship in Sylvania", "the army of X from Y"."""
        return noun.i in self.scene.actor_at or any(c.i in self.scene.actor_at for c in noun.lefts)

    def _names_firm(self, mention: ActorMention, token: Token) -> bool:
        """Whether a capital opens the name of a firm that deals in goods: "Ruritan City Technology"."""
        if mention.form != "capital" or token.dep_ not in MODIFIES or token.head.i not in self.scene.goods_at:
            return False
        words = self.scene.doc[mention.first : token.head.i + 1]
        return all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in words)

    def _of_origin(self, noun: Token, mention: ActorMention) -> None:
        """Whose the goods are in "drones of Ruritanian make", "rifles with Ruritanian markings"."""
        of = noun.head
        led = noun.dep_ == "pobj" and (
            (noun_lemma(noun) in _ORIGINS and of.lower_ == "of")
            or (noun_lemma(noun) in _MARKS and of.lower_ == "with")
        )
        borne = noun.dep_ == "dobj" and noun_lemma(noun) in _MARKS and of.lemma_ in ("bear", "carry")
        if led or borne:
            goods = self.scene.goods_at.get(of.head.i)
            if goods is not None:
                self.origin.setdefault(goods.head, mention)

    def acts(self, noun: Token) -> bool:
        """Whether ``noun`` acts for the state beside it: a known agent noun, or the name of a person."""
        made = noun.i in self.scene.goods_at and not _is_reached_works(noun)
        if made and not self._only_carries(noun):
            return False
        if noun.pos_ in ("VERB", "AUX") or noun.lower_ == "man":
            return False
        if noun_lemma(noun) in self.lexicon.agents:
            return True
        return noun.pos_ == "PROPN" and noun.text[:1].isupper() and noun.dep_ not in MODIFIES

    def _only_carries(self, noun: Token) -> bool:
        """Whether a noun that may be goods is more likely what carries them: "Russian ships"."""
        goods = self.scene.goods_at.get(noun.i)
        if goods is None:
            return False
        verb = _cleft(noun) or noun.head
        acting = verb != noun.head or (noun.dep_ == "nsubj" and verb.pos_ == "VERB")
        verbs = (verb, *(c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"))
        brought = [c for v in verbs for c in v.children if c.dep_ == "dobj"]
        brought += [c for t in brought for p in t.children if p.lower_ == "of" for c in p.children]
        fights = self.carries(noun) or noun_lemma(noun) == "fighter"
        moving = fights and any(c.i in self.scene.goods_at for c in brought)
        return (
            (acting and moving)
            or (goods.weak and self.carries(noun))
            or (goods.goods.category is Category.TROOPS and (acting or _is_beside(noun) or self._takes(noun)))
        )

    def _takes(self, soldiers: Token) -> bool:
        """Whether soldiers are who gets goods: "rockets reached its troops", "gave its troops shells"."""
        verb = soldiers.head
        if soldiers.dep_ not in ("dobj", "dative") or verb.pos_ != "VERB":
            return False
        if verb_lemma(verb) in _CHARGING:
            return True  # "accused its troops of using"
        beside = [c for c in verb.children if c.dep_ in ("nsubj", "dobj") and c != soldiers]
        beside += [t for c in verb.children if c.lower_ == "with" for t in c.children]
        return any(c.i in self.scene.goods_at for c in beside)

    def carries(self, token: Token) -> bool:
        """Whether the token is a means of transport."""
        return self.lexicon.agents.get(noun_lemma(token), False)

    def with_conjuncts(self, token: Token) -> Iterator[Token]:
        """The token and the nouns coordinated with it, in order."""
        yield token
        for child in token.children:
            described = child.dep_ == "appos" and child.pos_ == "NOUN" and token.i in self.at
            if described or (token.pos_ == "NUM" and child.pos_ == "PROPN"):
                continue  # "Ruritania, a member of the Union"
            if child.dep_ in ("conj", "appos"):
                yield from self.with_conjuncts(child)


def _is_reached_works(noun: Token) -> bool:
    """Whether goods go to a works or come from it, so that it is none: "to a Ruritanian drone plant"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("to", "for", "by") and noun_lemma(noun) in _WORKS


def _is_product(mention: ActorMention, scene: Scene) -> bool:
    """Whether a maker's name stands for something that it made: "an Antonov from X", "two Boeings"."""
    token = head_of(scene.doc, mention.first, mention.last)
    if mention.what != "maker" or token.pos_ not in ("PROPN", "NOUN") or token.dep_ in MODIFIES:
        return False
    return any(c.lower_ in ("a", "an", "another") or c.dep_ == "nummod" for c in token.lefts)


def _is_accredited_to(token: Token) -> bool:
    """Whether a state is only where somebody else's envoy sits: "its ambassador to Ruritania"."""
    to = token.head
    return token.dep_ == "pobj" and to.lower_ == "to" and noun_lemma(to.head) in _ENVOYS


_THEIRS = frozenset({"hand", "possession", "rank", "arsenal", "inventory"})
_BESIDE = frozenset({"by", "with", "among", "against", "to", "for", "from"})


def _cleft(noun: Token) -> Token | None:
    """The verb of "it was an X warship that brought rifles"."""
    it = any(c.lower_ == "it" and c.dep_ == "nsubj" for c in noun.head.children)
    clauses = (c for c in noun.children if c.dep_ == "relcl" and any(t.dep_ == "nsubj" for t in c.children))
    return next(clauses, None) if noun.dep_ == "attr" and it else None


def _is_beside(soldiers: Token) -> bool:
    """Whether soldiers stand where somebody acts or is met: "used by Ruritanian troops", "seen with them"."""
    led = soldiers.head
    theirs = led.lower_ == "of" and noun_lemma(led.head) in _THEIRS
    return soldiers.dep_ == "pobj" and (led.lower_ in _BESIDE or theirs)


def _qualified(token: Token) -> Token:
    """The noun before which a word stands, through compounds."""
    for _ in range(CLIMB_LIMIT):
        if token.dep_ not in (*MODIFIES, "npadvmod", "advmod") or token.head == token:
            break
        token = token.head
    return token


_SOIL = frozenset({"soil", "territory", "side"})
_CLOSE_BY = frozenset({"close", "closer", "near", "nearer", "next", "adjacent", "opposite"})


def place_of(token: Token) -> Place | None:
    """Where a noun hangs, through coordination and apposition."""
    token = first_conjunct(token)
    if token.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass"):
        return Place("subject", token.head)
    if token.dep_ in ("compound", "nmod", "amod") and token.head.pos_ == "VERB":
        return Place("subject", token.head)
    if token.dep_ in ("dobj", "dative", "attr", "oprd", "iobj", "acomp"):
        return Place("object", token.head)
    if token.dep_ in ("pobj", "pcomp"):
        prep = token.head
        if prep.lower_ == "to" and prep.head.lower_ == "according":
            return None
        if prep.lower_ == "to" and prep.head.lower_ in _CLOSE_BY:
            return Place("near", prep.head.head)  # "a boat boarded close to Ruritania"
        if prep.head.pos_ == "ADP" and prep.dep_ == "prep":
            out = prep.lower_ == "of" and prep.head.lower_ == "out"  # "came out of Ruritania"
            return Place("from" if out else prep.lower_, prep.head.head)
        ground = prep.lower_ == "on" and noun_lemma(token) in _SOIL
        return Place("in" if ground else prep.lower_, prep.head)
    return None
