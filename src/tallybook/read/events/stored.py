"""Whom do places tell: in whose store do goods lie or were they found, for which port are they bound?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.ashore import left_behind
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED, NEARBY, PICTURES
from tallybook.read.clauses.whereabouts import KEPT, stores_at
from tallybook.read.events.bound import bound_for
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token

_OVER = frozenset({"dobj", "attr", "nsubjpass"})


def placed(trigger: Trigger, parties: Parties) -> Iterator[Link]:
    """The takers that a place tells: for whom goods are bound, in whose store they lie."""
    yield from bound_for(trigger, parties)
    yield from _off_board(trigger, parties)
    yield from _fired_from(trigger, parties)
    yield from _pictured_in(trigger, parties)
    for mention, token in (*_keepers(trigger, parties), *_disposers(trigger, parties)):
        name = end_point(mention)
        if name is not None:
            yield Link(name, "in", "recipient", CHAINED, token, mention)


def _off_board(trigger: Trigger, parties: Parties) -> Iterator[Link]:
    """Whose the ship is that goods come off, or are unloaded from: "from an X warship"."""
    carrier = left_behind(trigger.head, parties.lexicon.agents) if trigger.frame.name == "arrive" else None
    if trigger.frame.name == "unload":
        led = (t for p in trigger.head.children if p.lower_ in ("from", "off") for t in p.children)
        carrier = next((t for t in led if parties.carries(t)), None)
    named = (parties.at, parties.modifying, parties.origin) if carrier is not None else ()
    mention = next((m for at in named if carrier is not None and (m := at.get(carrier.i))), None)
    name = end_point(mention) if mention is not None and mention.what != "owned" else None
    if carrier is not None and name is not None:
        yield Link(name, "from", "supplier", NEARBY, carrier, mention)


def _pictured_in(trigger: Trigger, parties: Parties) -> Iterator[Link]:
    """On whose ground pictures were taken: "turned up in pictures from Ruritania"."""
    if trigger.frame.name not in _SEEN or trigger.hit.form != "verb":
        return
    led = [t for p in trigger.head.children if p.lower_ in ("in", "on") for t in p.children]
    places = (t for n in led if noun_lemma(n) in PICTURES for p in n.children for t in p.children)
    for token in (t for t in places if t.head.lower_ in ("from", "taken") and t.i in parties.at):
        mention = parties.at[token.i]
        name = end_point(mention)
        if name is not None and mention.kind == "state":
            yield Link(name, "in", "recipient", CHAINED, token, mention)


_SEEN = frozenset({"arrive", "shown", "sighted"})


def _fired_from(trigger: Trigger, parties: Parties) -> Iterator[Link]:
    """Whose the jets or guns are that arms are fired from: "bombs dropped by Ruritanian jets"."""
    if trigger.frame.name != "use" or trigger.hit.form != "verb":
        return
    led = (t for p in trigger.head.children if p.lower_ in ("by", "from") for t in p.children)
    for token in (t for t in led):
        owner = parties.origin.get(token.i)
        name = end_point(owner) if owner is not None and owner.form != "made" else None
        if name is not None:
            yield Link(name, "subject", "recipient", CHAINED, token, owner)


def _keepers(trigger: Trigger, parties: Parties) -> Iterator[tuple[ActorMention, Token]]:
    """Who keeps goods where a word of finding or lying leads to, with the word that names him."""
    if trigger.frame.name not in KEPT:
        return
    things = [c for c in trigger.head.children if c.dep_ in _OVER and c.i > trigger.head.i]
    for store in (s for t in (trigger.head, *things) for s in stores_at(t)):
        owner = parties.modifying.get(store.i) or parties.at.get(store.i)
        if owner is not None:
            yield owner, store
            continue
        led = [c for p in store.children if p.lower_ == "of" for c in p.children]
        beside = [c for c in store.lefts if c.dep_ in ("poss", "compound", "nmod")]
        named = (parties.at[t.i] for t in (*led, *beside) if t.i in parties.at)
        yield from ((mention, store) for mention in named)


def _disposers(trigger: Trigger, parties: Parties) -> Iterator[tuple[ActorMention, Token]]:
    """At whose disposal goods are put, with the word that names him."""
    if trigger.frame.name != "give" or trigger.hit.form != "verb":
        return
    led = [c for p in trigger.head.children if p.lower_ == "at" for c in p.children]
    for noun in (t for t in led if t.lower_ in ("disposal", "service")):
        owner = parties.modifying.get(noun.i)
        of = [c for p in noun.children if p.lower_ == "of" for c in p.children]
        named = (parties.at[t.i] for t in (*of, *noun.lefts) if t.i in parties.at)
        yield from ((m, noun) for m in ([owner] if owner is not None else named))
