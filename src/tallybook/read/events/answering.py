"""To whom is a request put, and who is to answer it?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Place
from tallybook.read.events.adjacent import hands_noun
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

ANSWERS = frozenset({"answer", "reply", "response", "decision", "verdict", "word", "reaction"})
_TAKING = words_of("verbs of taking")
_TALKING = frozenset({"negotiate", "discuss"})
_HANDLING = words_of("verbs of dealing with a request")


def asked_of(trigger: Trigger, place: Place | None) -> list[Token]:
    """To whom a request is sent: "sent Ruritania a request for guns"."""
    leave = trigger.word.name == "approve"
    if place is not None and noun_lemma(place.governor) in ANSWERS:
        return answerers(place.governor, trigger)
    if place is None or not hands_noun(trigger, place) or not (leave or trigger.frame.name == "request"):
        return []
    return [c for c in place.governor.children if c.dep_ == "dative" and c.pos_ != "ADP"]


def handles(verb: Token | None, trigger: Trigger) -> bool:
    """Whether a verb tells what became of a request: "turned down the request"."""
    asked = verb is not None and verb.pos_ == "VERB" and trigger.frame.name == "request"
    return asked and verb is not None and verb.lemma_.lower() in _HANDLING


def slot_above(verb: Token, trigger: Trigger) -> str:
    """In which slot the subject of a verb stands to its object: who "got a shipment" is no giver."""
    if trigger.frame.name != "give":
        return "subject"
    lemma = str(verb.lemma_).lower()
    return "between" if lemma in _TALKING else "to" if lemma in _TAKING else "subject"


def answerers(answer: Token, trigger: Trigger) -> list[Token]:
    """Who is to answer a request: "waits for an answer from Ruritania on it", "Ruritania's reply to it"."""
    if trigger.frame.name != "request":
        return []
    return [
        *(c for c in answer.lefts if c.dep_ == "poss"),
        *(c for p in answer.children if p.lower_ in ("from", "by") for c in p.children),
    ]
