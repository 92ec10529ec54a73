"""Whose are the goods of a list, one by one: "14 Ruritanian jets, 48 missiles from Sylvania and ..."?

Who buys several things buys each from whose it is.
"""

from __future__ import annotations

from dataclasses import replace

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.makes import origin_of
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token

_LOOSE = frozenset({"from", "origin", "discourse"})
"""Slots of a supplier who need not have given all goods of a list."""


def by_origins(event: Event, parties: Parties) -> list[Event]:
    """The event, or one for each of those whose its goods are, where they are of several."""
    goods = sorted(event.filled.goods, key=lambda g: g.first)
    giver, taker = event.supplier, event.end("recipient")
    if len(goods) < 2 or event.part is not None or (giver is not None and giver.slot not in _LOOSE):
        return [event]
    lots = _lots(goods, parties)
    names = {end_point(whose) for _, whose in lots}
    if len(lots) < 2 or len(names) < len(lots) or taker in names or None in names:
        return [event]
    doc = event.trigger.head.doc
    found = []
    for number, (lot, whose) in enumerate(lots):
        link = Link(str(end_point(whose)), "origin", "supplier", CHAINED, doc[whose.first], whose)
        filled = replace(event.filled, goods=lot, origin=None)
        why = [*event.why, f"supplier by whose the goods are: “{whose.name}”"]
        span = (_first(doc, lot[0]), max(whose.last, lot[-1].last)) if number else None
        found.append(replace(event, filled=filled, supplier=link, why=why, part=span))
    return found


def _lots(goods: list[GoodsMention], parties: Parties) -> list[tuple[list[GoodsMention], ActorMention]]:
    """The goods with whose they are; what is nobody's is of those to whom what follows belongs."""
    lots: list[tuple[list[GoodsMention], ActorMention]] = []
    waiting: list[GoodsMention] = []
    for mention in goods:
        whose = _whose(mention, parties)
        waiting.append(mention)
        if whose is None:
            continue
        if lots and lots[-1][1].name == whose.name:
            lots[-1][0].extend(waiting)
        else:
            lots.append((waiting, whose))
        waiting = []
    return [] if waiting else lots


def _whose(mention: GoodsMention, parties: Parties) -> ActorMention | None:
    """Whose goods are: by their name, or by "from" right behind them."""
    doc = parties.scene.doc
    named = next((parties.origin[i] for i in range(mention.first, mention.last) if i in parties.origin), None)
    behind = doc[mention.last : mention.last + 3]
    if behind and behind[0].lower_ == "from":
        led = (parties.scene.actor_at.get(t.i) for t in behind[1:])
        return next((m for m in led if m is not None and m.kind != "outlet"), None) or named
    return named or origin_of(mention, parties)


def _first(doc: list[Token], goods: GoodsMention) -> int:
    """Where the words for goods begin, with their number."""
    before = doc[goods.first - 1] if goods.first else doc[goods.first]
    return goods.first - 1 if before.like_num else goods.first
