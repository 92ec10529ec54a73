"""Does who tells whom of goods say who gives them to whom: "told Ruritania they would not be handed over"?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.discourse.flows import Flow

_TELLING = frozenset({"advise", "assure", "inform", "notify", "promise", "reassure", "tell"})


_WELCOMING = frozenset({"acknowledge", "announce", "celebrate", "confirm", "hail", "report", "welcome"})


def taker_who_welcomes(event: Event, parties: Parties) -> None:
    """Who confirms the arrival of what somebody gives has got it: "Ruritania confirmed the arrival of"."""
    head, giver = event.trigger.head, event.supplier
    arrives = event.trigger.frame.name == "arrive" and event.trigger.hit.form == "noun"
    if not arrives or event.recipient is not None or giver is None or head.dep_ != "dobj":
        return
    if verb_lemma(head.head) not in _WELCOMING:
        return
    for token in subjects_of(head.head, parties):
        name = end_point(parties.at[token.i]) if token.i in parties.at else None
        if name is not None and name != giver.name:
            event.recipient = Link(name, "subject", "recipient", CHAINED, token, parties.at[token.i])
            event.why.append(f"recipient {name}, who tells of the arrival")
            return


def fill_from_message(event: Event, parties: Parties, flows: Iterable[Flow]) -> None:
    """Fill what is open of a request made by a pronoun, or of a handover that one party tells another of.

    The latter is left alone where the report has the teller give to somebody else as well.
    """
    flows = tuple(flows)
    _pronoun_asks(event, parties, flows)
    head = event.trigger.head
    above = head.head
    passive = event.trigger.passive and event.trigger.frame.name == "give"
    if not passive or event.supplier or event.recipient or head.dep_ != "ccomp":
        return
    if verb_lemma(above) not in _TELLING:
        return
    tellers = [end_point(parties.at[t.i]) for t in subjects_of(above, parties) if t.i in parties.at]
    told = [c for c in above.children if c.dep_ in ("dobj", "dative") and c.i in parties.at]
    ends = {*tellers, *(end_point(parties.at[t.i]) for t in told)}
    if len(tellers) != 1 or len(told) != 1 or len(ends) != 2 or None in ends:
        return
    taker = end_point(parties.at[told[0].i])
    if any(f.end("supplier") == tellers[0] and f.end("recipient") not in (None, taker) for f in flows):
        return
    event.supplier = Link(str(tellers[0]), "discourse", "supplier", 0.0, head)
    event.recipient = Link(str(taker), "discourse", "recipient", 0.0, head)
    event.why.append(f"{tellers[0]} to {taker}: the one tells the other of the goods")


_ASKERS = frozenset({"he", "it", "she", "they"})
_NEAR = 3
"""How many sentences back the flow may stand whose taker "they" are."""


def _pronoun_asks(event: Event, parties: Parties, flows: Iterable[Flow]) -> None:
    """Make the taker told of before who asks as "they": "they also asked for mortars", "they asked us"."""
    if event.trigger.frame.name != "seek" or event.recipient is not None or event.trigger.passive:
        return
    if not any(t.lower_ in _ASKERS for t in subjects_of(event.trigger.head, parties)):
        return
    giver, number = event.end("supplier"), parties.scene.number
    near = [f for f in flows if f.whole and 0 < number - f.scene <= _NEAR]
    fitting = [f for f in near if giver in (None, f.supplier)]
    if not fitting or {f.recipient for f in fitting} != {fitting[-1].recipient}:
        return
    told = fitting[-1]
    event.recipient = Link(str(told.recipient), "discourse", "recipient", 0.0, event.trigger.head)
    event.why.append(f"recipient {told.recipient}, for whom the pronoun stands")
    if giver is None:
        event.supplier = Link(str(told.supplier), "discourse", "supplier", 0.0, event.trigger.head)
        event.why.append(f"supplier {told.supplier}, of whom it asked before")
