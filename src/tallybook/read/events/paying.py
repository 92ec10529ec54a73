"""Who gets what somebody pays for, and who supplies what an order asks for?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.model import Category
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import infinitive, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.mentions.goods import PLATFORMS
from tallybook.read.text.tree import Token

_CREWED = PLATFORMS | {Category.ARMOURED_VEHICLES, Category.AIR_DEFENCE}


def orders_goods(trigger: Trigger, scene: Scene) -> bool:
    """Whether goods are ordered, not somebody to act: "ordered 36 jets, of which 20 were delivered"."""
    verb = trigger.head
    if trigger.word.name != "buy" or verb_lemma(verb) != "order":
        return False
    acts = any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    return not acts and any(c.dep_ == "dobj" and c.i in scene.goods_at for c in verb.children)


def only_pays(event: Event, events: list[Event]) -> bool:
    """Whether goods are paid for that the same words tell to be given: "pays for the shells X sent"."""
    if event.trigger.word.name != "finance":
        return False
    mine = {g.head for g in event.filled.goods}
    others = (e for e in events if e is not event and e.trigger.head.dep_ in ("relcl", "acl"))
    given = (e for e in others if not infinitive(e.trigger.head))  # not "for six jets, to arrive in May"
    return any(mine & {g.head for g in other.filled.goods} for other in given)


def by_payment(event: Event) -> None:
    """Who pays somebody for goods gets them from him."""
    payer = event.supplier
    if event.trigger.word.name != "finance" or payer is None:
        return
    slots = ("to", "object") if verb_lemma(event.trigger.head) == "pay" else ("to",)
    taker, verb = event.recipient, event.trigger.head
    paid = taker if taker is not None and taker.slot in slots and _of_verb(taker, verb) else None
    others = (k for k in event.links if k.slot == "from" and k.name != payer.name)
    given = next((k for k in others if _of_verb(k, verb)), paid)
    if given is None and taker is None:
        given = _by_make(event, payer)
    if given is None and taker is None and _for_itself(event):
        event.supplier, event.recipient = None, replace(payer, role="recipient")
    if given is not None:
        event.supplier, event.recipient = replace(given, role="supplier"), replace(payer, role="recipient")


def _for_itself(event: Event) -> bool:
    """Whether a state pays for what it needs crews of its own for: "has paid for 66 jets"."""
    goods = event.filled.goods
    return bool(goods) and all(g.goods.category in _CREWED for g in goods)


def _by_make(event: Event, payer: Link) -> Link | None:
    """Whose goods are paid for, where nobody else is named: "had paid for Ruritanian guns"."""
    origin = event.filled.origin
    name = end_point(origin) if origin is not None else None
    if origin is None or name is None or name == payer.name:
        return None
    return Link(name, "origin", "supplier", CHAINED, event.trigger.head.doc[origin.first], origin)


def _of_verb(link: Link, verb: Token) -> bool:
    """Whether a party hangs on this verb, not on one joined to it: "were paid for by X and came from Y"."""
    token = link.token
    while token.pos_ != "VERB" and token.head != token:
        token = token.head
    return token == verb or verb.pos_ != "VERB"


def by_proxy(event: Event) -> None:
    """Who buys arms for somebody else gives them to him: "Ruritania has bought shells for Sylvania"."""
    buyer = event.recipient
    if event.trigger.frame.name != "get" or buyer is None or buyer.slot != "subject" or buyer.mention is None:
        return
    meant = [k for k in event.links if k.slot == "for" and k.name not in (buyer.name, event.end("supplier"))]
    meant = [k for k in meant if k.mention is not None and k.mention.kind in ("state", "group")]
    if not meant or event.trigger.word.name not in ("buy", "choose", "receive"):
        return
    event.recipient = replace(meant[0], role="recipient")
    event.supplier = event.supplier or replace(buyer, role="supplier")
    event.why.append(f"bought for {meant[0].name}")
