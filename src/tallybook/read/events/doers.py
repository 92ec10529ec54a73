"""Who promises, approves, asks or calls off what a word of transfer tells, and which end is he at?"""

from __future__ import annotations

from tallybook.model import Certainty, Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.turns import Turn
from tallybook.read.events.owners import passes_on
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_GRANTING = words_of("verbs of granting")
_ASKING_FOR_ONESELF = words_of("verbs of asking for oneself")
_OBJECTING = frozenset(
    {"objection", "objections", "opposition", "reservation", "reservations", "resistance", "veto"}
)
_JUDGING = words_of("verbs of calling something so")
_STREAMS = words_of("what flows from somebody else")


def doer(event: Event, turn: Turn) -> str | None:
    """What a turning word's subject does: who ends or plans a purchase takes, who asks somebody takes."""
    word = turn.hit.word
    acts = event.trigger.head.doc[turn.hit.first : turn.hit.last + 1]
    if word.doer == "licensor" and any(t.lower_ in _OBJECTING for t in acts):
        return None  # "lifted its objection to the sale": he who gives is somebody else
    if word.name == "deny" and event.trigger.frame.name == "seize":
        return None  # who denies that a ship was caught need not have sent it
    if word.name == "refuse" and event.trigger.frame.name == "request":
        return "supplier"  # who turns down a request had been asked
    if word.doer == "supplier" and event.trigger.frame.slots.get("subject") == "recipient":
        wished = any(t.hit.word.name == "seek" and t.hit.form == "noun" for t in event.turns)
        return "supplier" if wished and event.recipient is not None else "recipient"
    off = word.stage is Stage.ENDED or word.name in ("refuse", "be unwilling")
    if off and event.filled.origin is not None and noun_lemma(event.trigger.head) in _STREAMS:
        return None  # "stopped the flow of Ruritanian arms to X"
    if word.doer == "supplier" and off and event.trigger.frame.name == "deal":
        return "partner"
    if word.asked == "supplier" and word.doer is None and turn.verb in _ASKING_FOR_ONESELF:
        if asked_off(event):
            return None
        return "supplier" if passes_on(event) else "recipient"
    bought = event.trigger.frame.slots.get("subject") == "recipient" and event.trigger.frame.name == "get"
    if word.doer == "licensor" and bought and event.recipient is None and event.supplier is not None:
        return "recipient"
    return None if word.doer == "licensor" and passes_on(event) and _asked(event) else word.doer


def asked_off(event: Event) -> bool:
    """Whether somebody only asks that a transfer be called off: he takes nothing."""
    return _asked(event) and any(t.hit.word.stage is Stage.ENDED or t.hit.word.negates for t in event.turns)


def _asked(event: Event) -> bool:
    return any(t.verb in _ASKING_FOR_ONESELF for t in event.turns)


def doers_of(word: Token, turn: Turn, parties: Parties) -> list[Token]:
    """Who promises, approves and so on: subject of the verb, possessor or "of" of the noun."""
    if turn.hit.form == "verb":
        agents = [c for p in word.children if p.dep_ == "agent" for c in p.children]
        return agents or _capital_where(word, turn, parties) or subjects_of(word, parties)
    if turn.hit.form == "phrase" and turn.hit.word.certainty is Certainty.DENIED:
        return who_judges(word, parties)
    if turn.hit.word.name == "study":
        noun = word.doc[turn.hit.last - 1]
        led = [
            p for t in (noun, word, word.head) for p in t.children if p.lower_ in ("by", "in") and p != word
        ]
        near = [t for p in led for t in p.children]
        return [t for t in near if t.i in parties.at]
    if turn.hit.form == "phrase" and verb_lemma(word.head) in ("put", "place", "keep"):
        return subjects_of(word.head, parties)  # "put deliveries on hold"
    owner = parties.modifying.get(word.i)
    if owner is not None:
        return [word.doc[owner.last - 1]]
    if word.dep_ == "dobj" and str(word.head.lemma_).lower() in _GRANTING:
        return subjects_of(word.head, parties)
    of = [c for p in word.children if p.lower_ in ("of", "from", "by") for c in p.children]
    return [c for c in of if c.i in parties.at]


def _capital_where(verb: Token, turn: Turn, parties: Parties) -> list[Token]:
    """The capital in which something is decided, for its government: "was turned down in X"."""
    if not (is_passive(verb) or (turn.hit.word.negates and turn.hit.last - turn.hit.first > 1)):
        return []
    words = (verb, verb.doc[turn.hit.last - 1])  # "met with a refusal in X"
    led = (t for w in words for p in w.children if p.lower_ == "in" for t in p.children)
    places = [t for t in led if t.i in parties.scene.actor_at]
    return [t for t in places if parties.scene.actor_at[t.i].form in _SEATS]


_SEATS = frozenset({"capital", "seat"})


def who_judges(word: Token, parties: Parties) -> list[Token]:
    """Who calls a charge untrue: "Ruritania called reports of a sale to Sylvania not accurate"."""
    verb = word
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    return subjects_of(verb, parties) if verb_lemma(verb) in _JUDGING and not is_passive(verb) else []
