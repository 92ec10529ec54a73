"""Who had goods before they came to somebody else: "shells sold to Ruritania turned up with rebels"?

Of two words that tell of the same goods one may say only whose they were before: a clause at the goods. Its
taker is then no taker of what follows, but the one from whom the goods have come.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tallybook.model import Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import UNTOLD, Filled
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HANDLED = frozenset({"give", "get", "carry", "bound", "deal"})
"""Frames of an earlier transfer."""

_COMING = frozenset({"arrive", "kept", "found", "use"})
"""Frames that tell where goods are now, or who has them."""

_FINAL = words_of("verbs of turning up")
"""Verbs with which goods come to where nobody expects them."""

_INSIDE = frozenset({"in", "with", "among", "at", "near", "on", "inside"})


def was_before(event: Event, later: Event) -> bool:
    """Whether a word of transfer says only who had the goods of a later one before."""
    taker = event.filled.best("recipient")
    if taker is None or event.trigger.frame.name not in _HANDLED or not _at_goods(event, later):
        return False
    own = [k for k in later.filled.all("recipient") if k.name != taker.name and k.slot not in UNTOLD]
    if own:
        return later.trigger.frame.name in _COMING or _moved_on(later)
    if later.filled.toward_open and _moved_on(later):
        return True  # "were passed on to rebels"
    return _ends_elsewhere(later.filled)


def pass_on(events: list[Event], countries: Mapping[str, str]) -> None:
    """Let goods come from who had them before, where nobody else is told to have given them.

    Args:
        events: those of a sentence, settled; changed in place.
        countries: the country of each armed group.
    """
    for later in events:
        first = next((e for e in events if e is not later and was_before(e, later)), None)
        holder = first.recipient if first is not None else None
        if first is None or holder is None or countries.get(later.end("recipient") or "") == holder.name:
            continue
        if later.recipient is not None and later.recipient.name == holder.name:
            later.recipient = None
        if later.recipient is None and later.trigger.frame.name == "found":
            continue  # where they lay says nothing of who had got them
        giver = later.supplier
        if giver is None or giver.slot in UNTOLD or giver.token in [k.token for k in first.links]:
            later.supplier = replace(holder, role="supplier", slot="from")
            later.why.append(f"supplier {holder.name}, who had them before")


def _at_goods(event: Event, later: Event) -> bool:
    """Whether the clause of ``event`` hangs on the goods of ``later``."""
    head = event.trigger.head
    while head.dep_ == "conj" and head.head.pos_ == "VERB":
        head = head.head
    if head.dep_ not in ("acl", "relcl") or event is later:
        return False
    nouns = {g.head for g in later.filled.goods}
    doc = head.doc
    return any(head.head.i == i or head.head.is_ancestor(doc[i]) for i in nouns) and not _within(
        later.trigger.head, head
    )


def _within(token: Token, clause: Token) -> bool:
    return token == clause or clause.is_ancestor(token)


def _moved_on(later: Event) -> bool:
    """Whether goods are moved once more by somebody unnamed, or somebody has got them."""
    if later.trigger.frame.name == "get":
        return later.trigger.stage is Stage.RECEIVED
    return later.trigger.frame.name == "give" and later.trigger.passive


def _ends_elsewhere(later: Filled) -> bool:
    """Whether goods are told to have turned up somewhere, whoever has them there."""
    trigger = later.trigger
    ends = trigger.frame.name in ("kept", "found") or (
        trigger.frame.name == "arrive" and verb_lemma(trigger.head) in _FINAL
    )
    return ends and (trigger.hit.form == "phrase" or any(c.lower_ in _INSIDE for c in trigger.head.children))
