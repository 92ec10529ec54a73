"""Are goods what a deal is about, where the tree hangs them elsewhere, or what others are set against?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene, np_first
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

TOPIC = frozenset({"about", "over"})
"""Prepositions that open what is talked about."""

_OPENING = TOPIC | {"for", "on"}
_LAWS = frozenset({"act", "constitution", "convention", "law", "legislation", "statute", "treaty"})
_BETWEEN = frozenset({"with", "between", "and"})
_SIGNING = words_of("verbs of signing") | words_of("verbs of closing a deal")
_FAR = 10


def is_topic(mention: GoodsMention, trigger: Trigger, parties: Parties) -> bool:
    """Whether only the two sides stand between: "talks with Ruritania about 12 drones"."""
    spoken = trigger.word.name == "talks"  # "talks to Ruritania about 12 drones"
    if trigger.frame.name != "deal" or not (spoken or trigger.hit.form == "noun"):
        return False
    doc, first = trigger.head.doc, np_first(trigger.head.doc[mention.head])
    first = first - 1 if doc[first].lower_ in _OPENING and first else first
    between = doc[trigger.hit.last : first]
    opens = doc[first].lower_ in _OPENING or (first and doc[first - 1].lower_ in _OPENING)
    if not opens or not 0 < len(between) <= _FAR:
        return False
    closed = _closing(trigger.head)
    return all(
        t.i in parties.scene.actor_at or t.lower_ in _BETWEEN | _OPENING or t in closed for t in between
    )


def _closing(deal: Token) -> list[Token]:
    """The words that tell that a deal is or is not made: "a deal has not yet been struck"."""
    verb = deal.head
    if deal.dep_ != "nsubjpass" or verb_lemma(verb) not in _SIGNING:
        return []
    return [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod"))]


def is_rival(mention: GoodsMention, trigger: Trigger, scene: Scene) -> bool:
    """Whether goods are what a law is on, or others are taken or left for them: "one jet in favour of X"."""
    on = scene.doc[mention.head].head
    led = on.nbor(-1) if on.lower_ in ("on", "about") and on.i else on
    if led not in (on, trigger.head) and noun_lemma(led) in _LAWS:
        return True  # "cited the law on war material"
    first = np_first(scene.doc[mention.head])
    before = [t.lower_ for t in scene.doc[max(scene.sentence.first, first - 3) : first]]
    words = " ".join(before)
    if trigger.head.i > first:
        return False
    return words.endswith(_RIVALS)


_RIVALS = ("in favour of", "in favor of", "instead of", "rather than", "in place of", "in lieu of")


def acts_beside(verb: Token, trigger: Trigger) -> bool:
    """Whether a verb behind an object tells of another act: "sells arms and keeps control of chips"."""
    head = trigger.head
    joined = verb.dep_ == "conj" and verb.head == head and verb.pos_ == "VERB" and head.pos_ == "VERB"
    caught = trigger.frame.name == "seize"  # "boarded the ship and took 500 rifles"
    return joined and not caught and any(c.dep_ == "dobj" and c.i < verb.i for c in head.children)
