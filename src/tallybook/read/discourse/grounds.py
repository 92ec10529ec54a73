"""On whose ground do goods arrive, or in whose yard are they built, where only a place is named?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Lexicon, Trigger
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_MAKING = words_of("verbs of making")
_WORKS = words_of("places of work")
_LONGEST = 6
"""Words that the name of a place has at most."""

_AT_SITE = frozenset({"by", "from", "at"})
_SETTING_OUT = frozenset({"left", "pass", "bound", "carry", "load", "arrive", "come", "get"})
"""Frames of goods on their way, whose place of departure is their giver's where no giver is named."""

_SMUGGLING = frozenset({"smuggle", "traffic", "run"})
_BUYING = frozenset({"acquire", "buy", "obtain", "procure", "purchase", "source"})
"""Verbs with the town where it is done for the giver's: "bought rifles in Port X"."""
_ABOARD = frozenset({"on", "onto", "aboard", "into"})
_OUT_OF = frozenset({"from", "in", "at"})
_INTO = frozenset({"to", "into", "at", "in", "onto"})


def taker_at(trigger: Trigger, lexicon: Lexicon) -> str | None:
    """The state in whose port, field or town goods arrive: "landed at Latakia"."""
    into = {slot for slot, role in trigger.frame.slots.items() if role == "recipient"}
    behind = [t for p in trigger.head.children if p.lower_ == "from" for t in p.children if t.dep_ == "prep"]
    for child in (*trigger.head.children, *behind):
        if child.dep_ == "dobj" and "object" in into and trigger.frame.name == "arrive":
            found = state_of(child, lexicon)
        elif child.dep_ in ("advcl", "xcomp") and child.tag_ == "VB" and "to" in into:
            found = state_of(child, lexicon)  # a place that the tree takes for a verb: "to Port X"
        elif child.dep_ in ("prep", "dative") and child.lower_ in into & _INTO:
            found = next((s for t in child.children if (s := state_of(t, lexicon))), None)
        else:
            continue
        if found is not None:
            return found
    return None


def giver_at(trigger: Trigger, lexicon: Lexicon) -> str | None:
    """The state in whose yard or plant goods are made and given from: "delivered by the Kaliningrad yard".

    Also the state from whose port, field or town goods set out: "sailed from Latakia".
    """
    return _set_out_from(trigger, lexicon) or _works_in(trigger, lexicon)


def _set_out_from(trigger: Trigger, lexicon: Lexicon) -> str | None:
    verb = verb_lemma(trigger.head)
    smuggled = verb in _SMUGGLING or (trigger.word.name == "send" and trigger.passive)
    if (trigger.frame.name not in _SETTING_OUT and not smuggled) or trigger.hit.form != "verb":
        return None
    outof = _OUT_OF & {slot for slot, role in trigger.frame.slots.items() if role == "supplier"}
    outof = _OUT_OF if trigger.word.name == "take aboard" else outof
    carriers = [t for p in trigger.head.children if p.lower_ in _ABOARD for t in p.children]
    outof = outof | {"in"} if verb in _BUYING else outof
    moved = {"get": "dobj", "arrive": "nsubj"}.get(trigger.frame.name)
    got = [c for c in trigger.head.children if c.dep_ == moved]
    got += [c for c in trigger.head.children if c.lower_ in ("aboard", "onboard")]
    near = [c for t in (*(carriers if trigger.frame.name == "load" else ()), *got) for c in t.children]
    for child in (*trigger.head.children, *near):
        if child.dep_ == "dobj" and verb == "leave":
            places = [child]
        elif child.dep_ == "prep" and child.lower_ in outof:
            places = [t for t in child.children if t.dep_ == "pobj"]
        else:
            continue
        found = next((s for t in places if (s := state_of(t, lexicon))), None)
        if found is not None:
            return found
    return None


def _works_in(trigger: Trigger, lexicon: Lexicon) -> str | None:
    for child in trigger.head.children:
        nouns = list(child.children) if child.dep_ in ("prep", "agent") and child.lower_ in _AT_SITE else []
        nouns += [child] if child.dep_ == "nsubj" else []
        built = [c for c in child.children if c.dep_ == "acl" and verb_lemma(c) in _MAKING]
        for place in (t for c in built for p in c.children if p.lower_ == "in" for t in p.children):
            if (state := state_of(place, lexicon)) is not None:
                return state
        for noun in nouns:
            if noun_lemma(noun) in _WORKS:
                where = [c for c in noun.children if c.dep_ in ("compound", "nmod", "poss")]
                where += [t for p in noun.children if p.lower_ in ("in", "at", "of") for t in p.children]
                found = next((s for t in where if (s := state_of(t, lexicon))), None)
                if found is not None:
                    return found
    return None


def state_of(noun: Token, lexicon: Lexicon) -> str | None:
    """The state in which the place that ends with ``noun`` lies."""
    for first in range(max(noun.sent.start, noun.i - _LONGEST + 1), noun.i + 1):
        found = lexicon.grounds.get(noun.doc.stretch(first, noun.i + 1).text.replace("’", "'"))
        if found is not None:
            return found
    near = [c for c in noun.children if c.dep_ == "compound" and c.i == noun.i - 1]
    return lexicon.grounds.get(near[0].text) if near else None
