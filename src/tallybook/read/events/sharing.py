"""Do two words of one sentence tell of the same goods, so that an end named with one holds for the other?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.events.adding import adds_option, goes_with
from tallybook.read.events.onward import was_before

_LOOSE = frozenset({"discourse", "in", "at"})
"""Slots that do not say where goods go in the end."""


def share_ends(events: list[Event]) -> None:
    """Give what one word leaves open from another of the same goods: "a batch, ordered in May, reached X"."""
    for event in events:
        _to_payer(event, events)
        for role in ENDS:
            held = event.end(role) is not None
            if held and not _only_made(event, role):
                continue
            for other in events:
                link = other.supplier if role == "supplier" else other.recipient
                if other is event or link is None or link.slot in _LOOSE:
                    continue
                added = goes_with(event.trigger.head, other.trigger.head)
                added = added or (adds_option(event.trigger) and other.trigger.hit.form == "verb")
                added = added or _is_among(event, other)
                if not (added or _same(event, other)):
                    continue
                if held and link.slot == "origin":
                    continue
                if was_before(other, event) or was_before(event, other):
                    continue
                agree = added or _agree(event.other_end(role), other.other_end(role))
                if agree and link.name != event.other_end(role):
                    setattr(event, role, replace(link, slot="discourse", score=0.0))
                    event.why.append(f"{role} {link.name}, as with “{other.trigger.head.text}”")
                    break


def _is_among(event: Event, other: Event) -> bool:
    """Whether goods are listed among acts named before: "sales grew, and 40 bombs were among them"."""
    head, noun = event.trigger.head, other.trigger.head
    if event.trigger.frame.name != "listed" or other.trigger.hit.form != "noun" or noun.i > head.i:
        return False
    pointed = any(c.lower_ in ("them", "these", "those") for c in head.children)
    return pointed and noun.tag_ == "NNS" and noun.dep_ in ("nsubj", "nsubjpass", "dobj")


def _to_payer(event: Event, events: list[Event]) -> None:
    """Give goods to who has paid for them: "has yet to deliver the guns for which Ruritania paid"."""
    giver = event.supplier
    if giver is None or event.recipient is not None or giver.slot not in ("subject", "from"):
        return
    paid = (e for e in events if e.trigger.word.name == "finance" and e.trigger.head.dep_ == "relcl")
    paid = (e for e in paid if e is not event and not e.trigger.passive and _same(event, e))
    payer = next((e.supplier for e in paid if e.supplier is not None and e.recipient is None), None)
    if payer is not None and payer.name != giver.name:
        event.recipient = replace(payer, slot="discourse", score=0.0, role="recipient")
        event.why.append(f"recipient {payer.name}, who pays for the goods")


def _only_made(event: Event, role: str) -> bool:
    """Whether an end is known only from whose the goods are: who is told to have given them goes first."""
    return role == "supplier" and event.supplier is not None and event.supplier.slot == "origin"


def _same(event: Event, other: Event) -> bool:
    """Whether both move the same goods, by the same token."""
    mine, theirs = event.filled, other.filled
    if mine.anaphor is not None and theirs.anaphor is not None:
        return mine.anaphor.i == theirs.anaphor.i
    heads = {g.head for g in mine.goods}
    return bool(heads) and heads == {g.head for g in theirs.goods}


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
