"""Who buys where nobody is named, and who only takes what is his own to give: "its army wants them too"?"""

from __future__ import annotations

import re

from tallybook.model import Stage
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import is_passive, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.stages import FUTURE, WOULD, modal_of
from tallybook.read.discourse.directions import Directions
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.discourse.pointing import points_at_goods

_BUYING = frozenset({"get", "ordered", "seek"})
_LONG_AGO = re.compile(r"(19|20)\d0s|19\d\d")
_OTHERS = frozenset(
    {"its", "their", "older", "other", "earlier", "existing", "current", "present", "previous"}
)
_BOUGHT = frozenset({Stage.AGREED, Stage.RECEIVED, Stage.SOUGHT, Stage.SEIZED, Stage.USED})
"""Stages at which it is mostly told of who gets goods, not of who gives away what he has."""


def settle_buyers(event: Event, parties: Parties, speaker: str | None, directions: Directions) -> None:
    """Fill in who buys, or bought before, where no buyer is named, and note who only takes his own."""
    flows = (directions.flows, directions.ahead)
    hearer = _hearer(event, parties)
    buys_for_itself(event, hearer or speaker, flows, heard=hearer is not None)
    bought_before(event, parties, flows)
    has_own_goods(event, directions)


def _hearer(event: Event, parties: Parties) -> str | None:
    """Whose parliament, court or press is told what is bought: "Ruritania's senate was told that"."""
    clause = event.trigger.head
    while clause.dep_ in ("xcomp", "conj") and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    over = clause.head
    if clause.dep_ != "ccomp" or verb_lemma(over) not in _HEARING:
        return None
    if verb_lemma(over) != "hear" and not is_passive(over):
        return None
    told = (parties.at.get(c.i) for c in over.lefts if c.dep_ in ("nsubj", "nsubjpass"))
    return next((end_point(m) for m in told if m is not None), None)


_HEARING = frozenset({"tell", "inform", "notify", "brief", "assure", "hear", "learn"})


def buys_for_itself(
    event: Event, speaker: str | None, flows: tuple[Flows, ...], *, heard: bool = False
) -> None:
    """Give what a state says will be bought to that state.

    Only where a passive of buying lies ahead, names its seller and no buyer, and the report knows of nobody
    else who buys there.
    """
    trigger, giver = event.trigger, event.supplier
    if speaker is None or event.recipient is not None or giver is None or giver.slot != "from":
        return
    if trigger.frame.name not in _BUYING or not trigger.passive or giver.name == speaker:
        return
    if any(c.dep_ == "agent" for c in trigger.head.children):
        return
    ahead = heard or modal_of(trigger, event.turns) in FUTURE | WOULD
    ahead = ahead or any(t.hit.word.stage in (Stage.PLANNED, Stage.PLEDGED) for t in event.turns)
    told = {f.recipient for one in flows for f in one.told if f.supplier == giver.name} - {None}
    if not ahead or told - {speaker}:
        return
    event.recipient = Link(speaker, "discourse", "recipient", 0.0, trigger.head)
    event.why.append(f"recipient {speaker}, who says that it will be bought")


def bought_before(event: Event, parties: Parties, flows: tuple[Flows, ...]) -> None:
    """Give what somebody passes on to him as its buyer: "X gave 20 tanks to Y. They were bought from Z".

    Only what was bought without a word of who did, and points at goods that others than the seller give or
    sell; long ago also what was given to nobody who is named, or bought from nobody.
    """
    trigger, giver = event.trigger, event.supplier
    if event.recipient is not None or not (trigger.passive or trigger.head.tag_ == "VBN"):
        return
    bygone = any(_LONG_AGO.fullmatch(w) for w in parties.scene.words)
    seller = giver is not None and giver.slot == "from" and trigger.frame.name == "get"
    gift = bygone and trigger.frame.name == "give" and giver is not None and giver.slot in ("subject", "by")
    bought = bygone and trigger.frame.name == "get" and giver is None
    if not (seller or gift or bought) or modal_of(trigger, event.turns) is not None or event.turns:
        return
    told = [f for one in flows for f in reversed(one.told) if _passes_on(f, event, parties)]
    flow = next((f for f in told if seller or f.stage not in _BOUGHT), None)
    if flow is not None:
        event.recipient = Link(str(flow.supplier), "discourse", "recipient", 0.0, trigger.head)
        event.why.append(f"recipient {flow.supplier}, who passes on what was bought")


def _passes_on(flow: Flow, event: Event, parties: Parties) -> bool:
    """Whether a flow is of the goods that were bought, and by others than their seller."""
    here = parties.scene.number
    same = flow.scene == here and _of_goods_here(event)
    if not flow.whole or not flow.plain or not (same or (0 < here - flow.scene <= _NEAR)):
        return False
    if event.end("supplier") in (flow.supplier, flow.recipient) or not (same or points_at_goods(event)):
        return False
    nouns = [event.trigger.head.doc[g.head] for g in event.filled.goods]
    if any(c.lower_ in _OTHERS for noun in nouns for c in noun.lefts):
        return False
    if flow.stage in _BOUGHT and event.filled.anaphor is None:
        return False  # what the buyer has besides
    types = {g.goods.designation for g in event.filled.goods if g.goods.designation}
    kinds = frozenset(g.goods.category for g in event.filled.goods)
    return flow.moves(kinds) and (not types or bool(types & flow.types))


def _of_goods_here(event: Event) -> bool:
    """Whether goods of the same sentence were bought: "gave 20 tanks, bought from Z"."""
    head = event.trigger.head
    if head.dep_ in ("acl", "relcl", "advcl"):
        return head.tag_ == "VBN"
    nouns = [head.doc[g.head] for g in event.filled.goods]
    return any(c.dep_ in ("acl", "relcl") and c != head for noun in nouns for c in noun.rights)


_NEAR = 3
"""How many sentences back goods may be told of that were bought before."""

OWN_GOODS = "goods that the taker gives to others"
"""The reason by which an event is known to move goods at home."""

_THEM = frozenset({"it", "them", "these", "those"})


def has_own_goods(event: Event, directions: Directions) -> None:
    """Note that somebody takes goods that he is told to give others, as those of his own make."""
    taker, anaphor = event.recipient, event.filled.anaphor
    if event.supplier is not None or taker is None or taker.slot != "subject" or anaphor is None:
        return
    if event.trigger.frame.name in _BUYING and anaphor.lower_ in _THEM and directions.gives(taker.name):
        event.why.append(OWN_GOODS)
