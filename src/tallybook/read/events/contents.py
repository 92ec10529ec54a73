"""Which act of handing over is only what a deal holds: "the deal includes the delivery of twelve jets"?"""

from __future__ import annotations

from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.parties import place_of
from tallybook.read.events.joining import absorb
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HOLDS = words_of("verbs by which a deal holds goods")
_ACTS = words_of("acts of handing over")


def into_deals(events: list[Event]) -> list[Event]:
    """The events without such acts, which lend the deal their ends and their goods."""
    held = {id(act): deal for act in events if (deal := _deal_over(act, events)) is not None}
    for act in events:
        deal = held.get(id(act))
        if deal is None:
            continue
        for role in ENDS:
            if getattr(act, role) is not None and getattr(deal, role) is None:
                setattr(deal, role, getattr(act, role))
        absorb(deal, act)
    return [e for e in events if id(e) not in held]


def _deal_over(act: Event, events: list[Event]) -> Event | None:
    """The deal that is said to hold what a noun of handing over names."""
    noun = act.trigger.head
    place = place_of(noun) if act.trigger.hit.form == "noun" and noun.lemma_ in _ACTS else None
    verb = place.governor if place is not None else None
    if verb is None or place is None or place.slot not in ("object", "for") or verb_lemma(verb) not in _HOLDS:
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if verb.dep_ == "relcl" and any(_is_relative(c) for c in subjects):
        subjects += [verb.head, *([verb.head.head.head] if verb.head.dep_ == "pobj" else [])]
    return next((e for e in events if e.trigger.frame.name == "deal" and e.trigger.head in subjects), None)


def _is_relative(word: Token) -> bool:
    return word.lower_ in ("which", "that")
