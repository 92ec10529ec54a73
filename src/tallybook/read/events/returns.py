"""Who gets arms for what is no arms: "ready to give Ruritania a port in return for jets"?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.turns import Turn
from tallybook.read.events.roles import RoleFinder


def by_return(event: Event, parties: Parties, finder: RoleFinder, lexicon: Lexicon) -> None:
    """Let who gives something else take the goods that it is given for, from whom it is given to."""
    known = event.supplier is not None or event.recipient is not None
    if event.trigger.frame.name != "swap" or known or not event.filled.goods:
        return
    verb = event.trigger.head.head
    while verb.pos_ != "VERB" and verb.dep_ in ("dobj", "pobj", "prep", "conj") and verb.head != verb:
        verb = verb.head
    given = [c for c in verb.children if c.dep_ == "dobj"]
    giving = next((t for t in finder.triggers if t.head == verb and t.frame.name == "give"), None)
    if giving is None or not given or any(t.i in parties.scene.goods_at for t in given):
        return
    filled = finder.fill(giving)
    giver, taker = filled.best("supplier"), filled.best("recipient")
    if giver is None or taker is None or giver.name == taker.name:
        return
    event.supplier, event.recipient = replace(taker, role="supplier"), replace(giver, role="recipient")
    event.why.append("what is given is for these goods")
    if verb.tag_ == "VB" or giving.word.name == "offer":
        at = event.trigger.head.i
        hit = Hit(lexicon.planning, at, at, at + 1, "verb")
        event.turns = (Turn(hit, finite=False, verb=str(verb.lemma_)),)
