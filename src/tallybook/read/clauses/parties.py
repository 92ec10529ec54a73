"""Which word of a sentence stands for which party, and where does it hang?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tallybook.model import Category
from tallybook.read.clauses.frames import Lexicon, is_passive
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.members import names_some_of, singles_out
from tallybook.read.clauses.scene import MODIFIES, Scene, first_conjunct, head_of
from tallybook.read.mentions.actors import ActorMention
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_HANDING = frozenset({"give", "grant", "hand", "lend", "offer"})
"""Verbs whose taker does what they are for: "gave X a port to supply Y"."""

_BEING = words_of("verbs of being")
_OF = frozenset({"of", "in", "from"})
_RELATIVE = frozenset({"that", "which", "who", "whom"})
_ORIGINS = words_of("nouns of origin")
_COUNTERPARTS = words_of("nouns for the other side")
"""Whose supplier, buyer or ally somebody is does not act: "Ruritania's allies sent tanks"."""

_ONES = words_of("nouns for a state") | {"one"}
_WORKS = words_of("places of work")
_STORES = words_of("where arms lie in store")
_OUT_OF = frozenset({"from", "of"})
_CONTROLLED_BY_OBJECT = words_of("verbs whose object acts")
"""Verbs whose object, not subject, does what their complement says."""

CLIMB_LIMIT = 12
"""Steps up the tree after which a chain is no argument any more."""


@dataclass(frozen=True)
class Place:
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
        for mention in scene.actors:
            # Councils, courts and agencies speak and decide about arms; they neither give nor take them.
            if mention.kind == "outlet" or mention.what == "international":
                continue
            if not names_some_of(mention, scene):
                self._settle(mention)

    def _settle(self, mention: ActorMention) -> None:
        """Find the noun that acts for the party, or the noun that it only qualifies."""
        token = head_of(self.scene.doc, mention.first, mention.last)
        goods = self.scene.goods_at.get(mention.first)
        inside = goods is not None and goods.first <= mention.first and mention.last <= goods.head
        if self._names_firm(mention, token):
            self.at[token.head.i] = mention
            return
        if goods is not None and inside and not self._only_carries(self.scene.doc[goods.head]):
            self.origin.setdefault(goods.head, mention)
            return
        for _ in range(CLIMB_LIMIT):
            head = token.head
            if token.dep_ in MODIFIES and head != token and head.i not in self.scene.actor_at:
                if head.dep_ == "pobj" and head.head.lower_ in _OUT_OF and noun_lemma(head) in _STORES:
                    token = head
                    break
                if head.i in self.scene.goods_at and not self._only_carries(head):
                    self.origin.setdefault(head.i, mention)
                    return
                if self.acts(head) and not (token.dep_ == "poss" and noun_lemma(head) in _COUNTERPARTS):
                    token = head
                    continue
                if head.pos_ == "VERB" and token.i < head.i:
                    break
                self.modifying.setdefault(head.i, mention)
                self._of_origin(head, mention)
                return
            sailed = head.lower_ == "from" and self.carries(head.head)
            other = head.lower_ == "of" and noun_lemma(head.head) in _COUNTERPARTS
            if token.dep_ == "pobj" and head.lower_ in _OF and self.acts(head.head) and not (sailed or other):
                token = head.head
                continue
            break
        if mention.first <= token.i < mention.last:
            self.at[token.i] = mention
        self.at.setdefault(token.i, mention)
        if (
            token.dep_ == "appos"
            and token.head.pos_ in ("PROPN", "NOUN")
            and token.head.i not in self.scene.actor_at
        ):
            self.at.setdefault(token.head.i, mention)

    def _names_firm(self, mention: ActorMention, token: Token) -> bool:
        """Whether a capital opens the name of a firm that deals in goods: "Ruritan City Technology"."""
        words = self.scene.doc[mention.first : token.head.i + 1]
        firm = all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in words)
        return (
            mention.form == "capital"
            and token.dep_ in MODIFIES
            and token.head.i in self.scene.goods_at
            and firm
        )

    def _of_origin(self, noun: Token, mention: ActorMention) -> None:
        """Whose the goods are in "drones of Ruritanian make"."""
        of = noun.head
        if noun_lemma(noun) in _ORIGINS and noun.dep_ == "pobj" and of.lower_ == "of":
            goods = self.scene.goods_at.get(of.head.i)
            if goods is not None:
                self.origin.setdefault(goods.head, mention)

    def acts(self, noun: Token) -> bool:
        """Whether ``noun`` acts for the state beside it: a known agent noun, or the name of a person."""
        reached = (
            noun.dep_ == "pobj" and noun.head.lower_ in ("to", "for", "by") and noun_lemma(noun) in _WORKS
        )
        if noun.i in self.scene.goods_at and not reached and not self._only_carries(noun):
            return False
        if noun.pos_ in ("VERB", "AUX"):
            return False
        if noun_lemma(noun) in self.lexicon.agents:
            return True
        return noun.pos_ == "PROPN" and noun.text[:1].isupper() and noun.dep_ not in MODIFIES

    def _only_carries(self, noun: Token) -> bool:
        """Whether a noun that may be goods is more likely what carries them: "Russian ships"."""
        goods = self.scene.goods_at.get(noun.i)
        if goods is None:
            return False
        acting = noun.dep_ == "nsubj" and noun.head.pos_ == "VERB"
        moving = self.carries(noun) and any(
            c.dep_ == "dobj" and c.i in self.scene.goods_at for c in noun.head.children
        )
        return (
            (acting and moving)
            or (goods.weak and self.carries(noun))
            or (acting and goods.goods.category is Category.TROOPS)
        )

    def carries(self, token: Token) -> bool:
        """Whether the token is a means of transport."""
        return self.lexicon.agents.get(noun_lemma(token), False)

    def with_conjuncts(self, token: Token) -> Iterator[Token]:
        """The token and the nouns coordinated with it, in order."""
        yield token
        for child in token.children:
            if child.dep_ in ("conj", "appos") and not (token.pos_ == "NUM" and child.pos_ == "PROPN"):
                yield from self.with_conjuncts(child)


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
        if prep.head.pos_ == "ADP" and prep.dep_ == "prep":
            return Place("from" if prep.lower_ == "from" else prep.lower_, prep.head.head)
        return Place(prep.lower_, prep.head)
    return None


def subjects_of(verb: Token, parties: Parties, depth: int = 0) -> list[Token]:
    """Who does what ``verb`` says (whom it happens to, for a passive): its own subject or a controller's."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
    if own:
        if own[0].lower_ in _RELATIVE:
            if verb.dep_ == "relcl":
                return _whom_it_singles_out(verb.head, parties) or [verb.head]
            before = verb.doc[own[0].i - 1] if own[0].i else own[0]
            return [before] if before.pos_ in ("NOUN", "PROPN") else []
        return own[:1]
    headed = [
        c
        for c in verb.children
        if c.dep_ in ("compound", "nmod", "amod", "npadvmod") and c.i in parties.at and c.i < verb.i
    ]
    headed = headed or _after_period(verb, parties)
    if headed:
        return headed[:1]
    if depth > CLIMB_LIMIT or verb.head == verb:
        return []
    head = verb.head
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.tag_ == "VB"):
        return _subjects_at_noun(verb, head, parties, depth)
    if verb.dep_ == "pcomp" or (verb.dep_ == "pobj" and head.pos_ == "ADP"):
        above = head.head
        if above.pos_ in ("NOUN", "PROPN"):
            return _subjects_at_noun(verb, above, parties, depth)
        return _controlled(above, parties, depth)
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "dobj", "csubj", "acomp"):
        return _controlled(head, parties, depth) if head.pos_ in ("VERB", "AUX", "ADJ") else []
    if verb.dep_ == "conj":
        after_comma = verb.i and verb.doc[verb.i - 1].text == ","
        if head.dep_ == "relcl" and after_comma and head.head.i in parties.at:
            return [head.head]
        return subjects_of(head, parties, depth + 1)
    return []


def told_to_be(noun: Token, parties: Parties) -> list[Token]:
    """Who is said to be the supplier: "X is one of the suppliers", "X, the biggest supplier of"."""
    token = noun
    if (
        token.dep_ == "pobj"
        and token.head.lower_ == "of"
        and token.head.head.lower_ in ("one", "some", "part")
    ):
        token = token.head.head
    elif token.dep_ == "pobj" and token.head.lower_ in ("as", "among"):
        return subjects_of(token.head.head, parties) if token.head.head.pos_ in ("VERB", "AUX") else []
    if token.dep_ == "appos":
        return [token.head]
    linking = token.dep_ in ("attr", "oprd", "dobj", "nsubj") and token.head.lemma_ in _BEING
    beside = [c for c in token.children if c.dep_ == "appos"]
    if linking and token.dep_ == "nsubj":
        return beside or [c for c in token.head.children if c.dep_ == "attr"]
    return subjects_of(token.head, parties) if linking and token.dep_ != "nsubj" else beside


def _after_period(verb: Token, parties: Parties) -> list[Token]:
    """The subject that the tree takes for a part of the period before it: "On Friday Ruritania sent"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == 0:
        return []
    before = verb.doc[verb.i - 1]
    if before.i not in parties.at or before.dep_ != "pobj" or before.head.head != verb:
        return []
    return [before] if any(c.dep_ == "compound" and c.i not in parties.at for c in before.lefts) else []


def _controlled(head: Token, parties: Parties, depth: int) -> list[Token]:
    if head.pos_ == "ADJ":
        return subjects_of(head.head, parties, depth + 1)
    handed = [c for c in head.children if c.dep_ == "dative" and c.i in parties.at]
    if handed and head.lemma_.lower() in _HANDING:
        return handed[:1]
    if head.lemma_.lower() in _CONTROLLED_BY_OBJECT and not is_passive(head):
        objects = [c for c in head.children if c.dep_ in ("dobj", "dative", "nsubj") and c.i > head.i]
        if objects:
            return objects[:1]
        called = [
            c for p in head.children if p.dep_ == "prep" and p.lower_ in ("on", "upon") for c in p.children
        ]
        if called:
            return called[:1]
    return subjects_of(head, parties, depth + 1)


def _whom_it_singles_out(noun: Token, parties: Parties) -> list[Token]:
    """Of "Ruritania is the only one that sells": who is said to be the one."""
    if noun.i in parties.at or noun.dep_ != "attr" or noun_lemma(noun) not in _ONES:
        return []
    return subjects_of(noun.head, parties)


def _subjects_at_noun(verb: Token, noun: Token, parties: Parties, depth: int) -> list[Token]:
    """Subject of a verb that hangs on a noun: the noun itself ("firms selling"), or who has the noun."""
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and (noun.i in parties.at or noun.pos_ == "PROPN"):
        return [noun]
    if verb.tag_ == "VBN":
        return [noun]
    if verb.tag_ == "VB" and noun.dep_ == "attr" and noun.head.lemma_ == "be" and singles_out(noun):
        return subjects_of(noun.head, parties, depth + 1)
    owner = parties.modifying.get(noun.i)
    if owner is not None:
        return [head_of(noun.doc, owner.first, owner.last)]
    by = [t for c in noun.children if c.lower_ == "by" for t in c.children if t.i in parties.at]
    if by and verb.tag_ == "VB":
        return by[:1]
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and noun.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return [noun]
    if noun.i in parties.at:
        return [noun]
    above = place_of(noun)
    given = [c for c in above.governor.children if c.dep_ == "dative" and c.i in parties.at] if above else []
    if given and verb.tag_ == "VB":
        return given[:1]
    if above is not None and above.governor.pos_ in ("VERB", "AUX") and above.slot != "subject":
        given = [c for c in above.governor.children if c.dep_ in ("dative", "iobj") and c.pos_ != "ADP"]
        if given and verb.tag_ == "VB":
            return given[:1]
        return subjects_of(above.governor, parties, depth + 1)
    return []
