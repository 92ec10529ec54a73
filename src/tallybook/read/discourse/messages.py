"""Does who tells whom of goods say who gives them to whom: "told Ruritania they would not be handed over"?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.salience import OFFICIALS
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.discourse.flows import Flow
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

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


def fill_by_tellers(event: Event, parties: Parties, flows: Iterable[Flow]) -> None:
    """Fill what is open with who tells of it, or who is told."""
    flows = tuple(flows)
    taker_who_welcomes(event, parties)
    fill_from_message(event, parties, flows)
    giver_who_tells(event, parties, flows)


def fill_from_message(event: Event, parties: Parties, flows: Iterable[Flow]) -> None:
    """Fill what is open of a request made by a pronoun, or of a handover that one party tells another of.

    The latter is left alone where the report has the teller give to somebody else as well.
    """
    flows = tuple(flows)
    _pronoun_asks(event, parties, flows)
    head = event.trigger.head
    above = head.head
    passive = event.trigger.passive and event.trigger.frame.name == "give"
    if not (passive or _is_to_come(event)) or event.supplier or event.recipient or head.dep_ != "ccomp":
        return
    if verb_lemma(above) not in _TELLING:
        return
    tellers = [end_point(parties.at[t.i]) for t in subjects_of(above, parties) if t.i in parties.at]
    told = [c for c in above.children if c.dep_ in ("dobj", "dative") and c.i in parties.at]
    ends = {*tellers, *(end_point(parties.at[t.i]) for t in told)}
    if len(tellers) != 1 or len(told) != 1 or len(ends) != 2 or None in ends:
        return
    taker = end_point(parties.at[told[0].i])
    event.supplier = Link(str(tellers[0]), "discourse", "supplier", 0.0, head)
    event.recipient = Link(str(taker), "discourse", "recipient", 0.0, head)
    event.why.append(f"{tellers[0]} to {taker}: the one tells the other of the goods")


def _is_to_come(event: Event) -> bool:
    """Whether goods are told to be on their way to somebody: "that six tanks would arrive in May"."""
    words = {c.lower_ for c in event.trigger.head.children if c.dep_ == "aux"}
    return event.trigger.frame.name in ("arrive", "come") and bool(words & {"will", "would"})


def giver_who_tells(event: Event, parties: Parties, flows: Iterable[Flow]) -> None:
    """Make who officially announces what was handed to somebody its giver, where the words name none.

    He must be told to give to that taker elsewhere, or tell of a scheme of his own; where the report names
    nobody else who gives there, that he owns to it is enough.
    """
    teller = _announcer(event, parties) if event.supplier is None and _by_nobody(event) else None
    name = end_point(parties.at[teller.i]) if teller is not None else None
    taker = event.end("recipient")
    if teller is None or name in (None, taker) or _at_war(name, taker, parties):
        return
    flows = [f for f in flows if f.plain and not f.denied]
    if any(f.recipient == name for f in flows):
        return
    givers = {f.supplier for f in flows if f.whole and taker in (None, f.recipient)} - {None}
    owns = verb_lemma(teller.head) in _OWNING and taker is not None and event.trigger.passive
    if name in givers or (owns and not givers) or _own_scheme(event):
        event.supplier = Link(str(name), "discourse", "supplier", 0.0, event.trigger.head)
        event.why.append(f"supplier {name}, who announces it")


def _by_nobody(event: Event) -> bool:
    """Whether goods are told to be handed over, or to get somewhere, without a word of who gives them."""
    head = event.trigger.head
    if event.trigger.hit.form != "verb" or any(c.dep_ == "agent" for c in head.children):
        return False
    if event.trigger.frame.name == "give":
        return event.trigger.passive
    return event.trigger.frame.name in ("arrive", "pass", "left") and not event.filled.subject_open


def _announcer(event: Event, parties: Parties) -> Token | None:
    """Who announces, as a state or for one, what the clause of a word of transfer tells."""
    clause = event.trigger.head
    while clause.dep_ in ("conj", "xcomp") and clause.head != clause:
        clause = clause.head
    verb = clause.head
    if clause.dep_ != "ccomp" or verb_lemma(verb) not in _OWNING | _SAYING:
        return None
    for token in (t for t in subjects_of(verb, parties) if t.head == verb and t.i in parties.at):
        mention = parties.at[token.i]
        if mention.kind in ("state", "person") or mention.what in OFFICIALS | {"forces"}:
            return token
    return None


def _own_scheme(event: Event) -> bool:
    """Whether goods are told to come under a scheme of the teller: "under its initiative"."""
    nouns = (t for t in event.trigger.head.subtree if noun_lemma(t) in _SCHEMES)
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for n in nouns for c in n.lefts)


def _at_war(one: str | None, other: str | None, parties: Parties) -> bool:
    return any({one, other} <= set(war) for war in parties.lexicon.wars)


_OWNING = words_of("verbs of owning to what one does")
_SAYING = words_of("verbs of saying aside") | {"specify", "state", "stress", "tell"}
_SCHEMES = words_of("nouns for a scheme of giving")
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
