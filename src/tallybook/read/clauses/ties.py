"""How firmly does a party behind a preposition belong to a word of transfer?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import CLIMB_LIMIT, Place, place_of
from tallybook.read.clauses.scene import Scene, first_conjunct
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

DIRECT, CHAINED, NEARBY, FAR = 3.0, 2.0, 1.0, 0.5
"""How firmly a party is tied to a word of transfer: by the tree itself, through it, or by standing near."""

_CIRCUMSTANCE = words_of("prepositions of circumstance")
"""Prepositions that open what lies around an act: what hangs below them has no part in it."""

_VOICES = words_of("what comes from who objects")
PICTURES = words_of("pictures in which arms turn up")
"""What shows arms where they are: "turned up in pictures from Ruritania"."""

_JOINTLY = frozenset({"together", "along", "jointly"})
_STRONG_PREPOSITIONS = frozenset({"to", "from", "into", "via", "through"})
_NOUN_LINKS = frozenset(
    {"pobj", "dobj", "nsubj", "nsubjpass", "conj", "appos", "attr", "prep", "compound", "pcomp", "nmod"}
) | {"dative", "acl", "oprd"}


class Ties:
    """The ties of one sentence, given the words of transfer in it (token indices)."""

    def __init__(self, scene: Scene, heads: frozenset[int]) -> None:
        self.scene = scene
        self.heads = heads

    def firmness(self, place: Place, trigger: Trigger, token: Token) -> float:
        """How firmly ``token``, which hangs at ``place``, belongs to ``trigger``; 0 where it does not."""
        head, governor = trigger.head, place.governor
        if _no_end(place, token):
            return 0.0
        if governor == head:
            fired_from = place.slot == "from" and trigger.frame.name == "use"
            return 0.0 if fired_from else DIRECT
        if trigger.hit.form == "phrase" and trigger.hit.first < token.i < trigger.hit.last:
            return DIRECT  # "in the hands of X"
        if _beside_carrier(place, trigger) or _where_pictured(place, trigger, token):
            return CHAINED
        above = place_of(head)
        over = above is not None and above.governor == governor
        noun = trigger.hit.form == "noun"
        if over and noun and place.slot in ("between", "among") and governor.pos_ == "NOUN":
            return CHAINED
        if place.slot == "by" and noun and governor.pos_ == "VERB":
            return 0.0
        if governor.i in self.heads and not (over and noun) and not self._chain(governor, head):
            return 0.0
        if self._chain(governor, head):
            # "rifles sold to X found their way to Y": X is the end of another act first
            return CHAINED + (0.2 if governor.i in self.heads else 0.4)
        if trigger.frame.name == "contain" and place_prep(token) == trigger.hit.last:
            return CHAINED
        verbal = governor.pos_ in ("VERB", "AUX")
        if over and verbal and (head.pos_ in ("NOUN", "PROPN", "NUM") or trigger.hit.form == "phrase"):
            return CHAINED
        if verbal and _carries(governor, head):
            return CHAINED - 0.2
        return self._by_nearness(place, head, token)

    def _by_nearness(self, place: Place, head: Token, token: Token) -> float:
        start, stop = self.scene.part_of(head.i)
        at_goods = place.governor.i in self.scene.goods_at or self._measures_goods(place.governor)
        if not start <= token.i < stop or (
            place.slot not in _STRONG_PREPOSITIONS and not (at_goods and place.slot == "for")
        ):
            return 0.0
        if place.governor.pos_ in ("NUM", "SYM") and (
            self._shares(place.slot) > 1 or _has_own(head, place.slot, token)
        ):
            return 0.0
        if at_goods and (_of_other_act(place.governor, head) or self._of_other_goods(place.governor, head)):
            return 0.0
        if at_goods or place.governor.pos_ == "NUM":
            return CHAINED - 0.4
        low, high = sorted((head.i, token.i))
        if any(low < i < high for i in self.heads):
            return 0.0
        if any(t.pos_ == "VERB" and t.dep_ != "amod" for t in self.scene.doc[low + 1 : high]):
            return 0.0
        return NEARBY if token.i > head.i else FAR

    def _measures_goods(self, noun: Token) -> bool:
        """Whether a noun only says how much there is of goods: "11 tons of mines"."""
        under = (t for p in noun.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj")
        return noun.pos_ == "NOUN" and any(t.i in self.scene.goods_at for t in under)

    def _of_other_goods(self, goods: Token, head: Token) -> bool:
        """Whether a clause tells of other goods than these: "jets from X and guns, which came in May"."""
        return head.dep_ == "relcl" and head.head != goods and head.head.i in self.scene.goods_at

    def _shares(self, slot: str) -> int:
        """How many amounts of their own have such a preposition: "$4 million from X, $2 million from Y"."""
        prepositions = [t for t in self.scene.tokens if t.lower_ == slot and t.dep_ == "prep"]
        return sum(t.head.pos_ in ("NUM", "SYM") or t.doc[t.i - 1].pos_ == "NUM" for t in prepositions if t.i)

    def _chain(self, token: Token, head: Token) -> bool:
        """Whether ``token`` hangs on ``head`` through nouns and prepositions only."""
        for _ in range(CLIMB_LIMIT):
            if token == head:
                return True
            bare = token.dep_ == "acl" and token.i not in self.heads
            aside = token.dep_ == "prep" and token.lower_ in _CIRCUMSTANCE
            if (
                (token.dep_ not in _NOUN_LINKS and token.lower_ != "aboard")
                or bare
                or aside
                or token.head == token
            ):
                return False
            token = token.head
            if token.pos_ == "VERB" and token != head:
                return False
        return False


def _no_end(place: Place, token: Token) -> bool:
    """Whether a preposition leads to who only takes part or objects: "together with X", "protests from X"."""
    if place.slot == "with" and token.head.i and token.head.nbor(-1).lower_ in _JOINTLY:
        return True
    return place.slot == "from" and noun_lemma(place.governor) in _VOICES | PICTURES


def _carries(verb: Token, head: Token) -> bool:
    """Whether ``verb`` only carries the word ``head`` ("are to be delivered", "began to ship")."""
    token = head
    for _ in range(CLIMB_LIMIT):
        if token.dep_ not in ("xcomp", "conj", "dobj", "prep", "pcomp", "acl") or token.head == token:
            return False
        if token.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
            return False
        token = token.head
        if token == verb:
            return True
    return False


def _has_own(head: Token, slot: str, token: Token) -> bool:
    """Whether a word of transfer has such a preposition itself: "got six from allies, three from X"."""
    over = [head, *(c for c in head.children if c.dep_ in ("dobj", "nsubjpass"))]
    return any(c.lower_ == slot and c.i < token.i and c != token.head for t in over for c in t.children)


def _of_other_act(goods: Token, head: Token) -> bool:
    """Whether goods are the object of a verb beside the word: "sold rockets to X and makes shells for Y"."""
    place = place_of(goods)
    verb = place.governor if place is not None and place.slot == "object" else head
    return verb != head and not verb.is_ancestor(head) and not head.is_ancestor(verb)


def _beside_carrier(place: Place, trigger: Trigger) -> bool:
    """Whether the tree hangs on a ship the place where it was loaded: "put on a freighter in Ruritania"."""
    if trigger.frame.name != "load" or place.slot not in ("in", "at"):
        return False
    carrier = place.governor
    return carrier.dep_ == "pobj" and carrier.head.head == trigger.head


def _where_pictured(place: Place, trigger: Trigger, token: Token) -> bool:
    """Whether goods that pictures are of are somewhere: "Images were published of guns in Ruritania"."""
    pictured = trigger.frame.name == "shown" and trigger.hit.form == "noun"
    return pictured and place.slot in ("in", "at", "inside") and token.i > trigger.head.i


def place_prep(token: Token) -> int | None:
    """Index of the preposition that governs a noun."""
    root = first_conjunct(token)
    return root.head.i if root.dep_ == "pobj" else None


def clause_of(trigger: Trigger) -> Token:
    """The verb whose subject a trigger shares: a phrase without a verb ("in line for") has that over it."""
    token = trigger.head
    if trigger.hit.form != "phrase" or token.pos_ in ("VERB", "AUX"):
        return token
    for _ in range(CLIMB_LIMIT):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head == token:
            break
        token = token.head
    return trigger.head


def slot_of(trigger: Trigger, place: Place) -> str:
    """The slot that a preposition opens at a word of transfer: "talks to X" is with X, "buys in X" from X."""
    if place.slot == "to" and trigger.word.name == "talks":
        return "with"
    return "from" if _bought_in(trigger, place) else place.slot


def _bought_in(trigger: Trigger, place: Place) -> bool:
    """Whether "in" leads to the seller: "buys its missiles in Ruritania", "is shopping in Ruritania"."""
    shops = trigger.word.name == "seek" and trigger.head.lemma_ in ("shop", "shopping")
    if not (trigger.word.name == "buy" or shops) or place.slot != "in":
        return False
    noun = place.governor
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return noun == trigger.head or (noun.dep_ == "dobj" and noun.head == trigger.head)


_WANTING = words_of("verbs of wanting")


def _moves_noun(verb: Token) -> bool:
    """Whether what is moved is the noun before a clause: "the jets that Ruritania agreed to sell them"."""
    while verb.dep_ == "xcomp" and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "relcl" and not any(
        c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("that", "which", "who") for c in verb.children
    )


def not_taken(pronoun: Token, trigger: Trigger) -> bool:
    """Whether a pronoun behind the verb is what it moves, not who takes it: "sell them", "hand it over"."""
    verb = trigger.head
    if trigger.frame.name == "seek" and pronoun.lower_ in ("it", "them"):
        return verb_lemma(verb) in _WANTING
    taking = any(c.lower_ == "with" or c.dep_ == "dative" for c in verb.children) or _moves_noun(verb)
    behind = verb.doc[pronoun.i + 1] if pronoun.i + 1 < len(verb.doc) else pronoun
    taking = taking or behind.pos_ in ("NUM", "NOUN", "DET", "ADJ", "PROPN")
    return trigger.frame.name == "give" and str(verb.lemma_).lower() not in ("supply", "help") and not taking
