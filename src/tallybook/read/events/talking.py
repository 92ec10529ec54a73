"""Who talks or agrees with whom about a transfer, where the words leave its ends open?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.model import Stage
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED


def by_talks(event: Event, parties: Parties) -> None:
    """Who talks of a transfer with somebody whom the words name: the other end of it."""
    missing = [role for role in ENDS if event.end(role) is None]
    if len(missing) != 1:
        return
    for turn in event.turns:
        word = parties.scene.doc[turn.hit.token]
        if turn.hit.word.stage not in (Stage.SOUGHT, Stage.AGREED):
            continue
        ranges = [
            range(c.i, t.i + 1)
            for c in word.children
            if c.dep_ == "agent" or c.lower_ == "between"
            for t in c.children
        ]
        talking = [m for m in parties.scene.actors if any(m.first in r for r in ranges)]
        names = {end_point(m): m for m in talking if end_point(m) not in (None, event.other_end(missing[0]))}
        if len(names) == 1:
            (name, mention) = next(iter(names.items()))
            token = parties.scene.doc[mention.first]
            setattr(event, missing[0], Link(str(name), "subject", missing[0], CHAINED, token, mention))
            event.why.append(f"{missing[0]} by “{word.text}”")
            return


def by_agreement(event: Event) -> None:
    """Two that agree on a delivery without a word on who gives: its two sides."""
    if event.recipient is not None or event.trigger.hit.form != "noun":
        return
    if all(g.weak for g in event.filled.goods):
        return
    if not any(t.hit.word.stage is Stage.AGREED for t in event.turns):
        return
    two = {k.name: k for k in event.filled.all("supplier") if k.slot == "subject" and k.mention is not None}
    if len(two) == 2:
        first, second = two.values()
        event.supplier, event.recipient = first, replace(second, role="recipient")
        event.bidirectional = True
        event.why.append("direction not told")
