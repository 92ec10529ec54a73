"""Who gets what somebody pays for, and who supplies what an order asks for?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.model import Category
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import infinitive, is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.earning import gets_money
from tallybook.read.mentions.goods import PLATFORMS
from tallybook.read.text.tree import Token
from tallybook.vocabulary.transfers import TransferWord

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
    if event.trigger.word.name != "finance":
        return
    if payer is None:
        _to_paid(event)
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


def _to_paid(event: Event) -> None:
    """Of ``Ruritania was paid $20 million for the jets``: who is paid gives the goods."""
    paid, verb = event.recipient, event.trigger.head
    if paid is not None and paid.slot == "object" and verb_lemma(verb) == "pay" and is_passive(verb):
        event.supplier, event.recipient = replace(paid, role="supplier"), None


def by_money(event: Event, scene: Scene, paying: TransferWord) -> None:
    """Who gets money under a deal, or a firm that gets it for goods, gives the goods to who pays."""
    paid = next((k for k in event.filled.links if k.slot == "paid"), None)
    others = [k for k in event.filled.links if paid is None or k.name != paid.name]
    payer = next((k for k in others if k.slot == "payer"), None)
    if payer is None and paid is not None:
        payer = next((k for k in others if k.role == "partner"), None)
    if paid is not None or payer is not None:
        event.supplier, event.recipient, event.bidirectional = paid, payer, False
        return
    verb, links = event.trigger.head, event.filled.links
    subject = next((k for k in links if k.slot == "subject" and k.token.dep_ == "nsubj"), None)
    payer = next((k for k in links if k.slot == "from"), None)
    if subject is None or not gets_money(verb, scene) or not _is_paid_for_goods(subject, verb):
        return
    event.trigger = replace(event.trigger, hit=replace(event.trigger.hit, word=paying))
    event.supplier = replace(subject, role="supplier")
    event.recipient = replace(payer, role="recipient") if payer is not None else None


def _is_paid_for_goods(taker: Link, verb: Token) -> bool:
    """Whether money that somebody gets is the price of goods: a maker gets it, or "as a payment for"."""
    if taker.mention is not None and taker.mention.what in ("maker", "firm"):
        return True
    return any(noun_lemma(t) in _PRICES for t in verb.subtree if t.dep_ in ("dobj", "pobj"))


_PRICES = frozenset(
    {"payment", "prepayment", "downpayment", "advance", "instalment", "installment", "deposit"}
)


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
    meant = [k for k in meant if k.mention is not None and (k.mention.kind != "body" or k.mention.state)]
    meant = [k for k in meant if k.mention and k.mention.kind in ("state", "group", "body")]
    if not meant or event.trigger.word.name not in ("buy", "choose", "receive"):
        return
    event.recipient = replace(meant[0], role="recipient")
    event.supplier = event.supplier or replace(buyer, role="supplier")
    event.why.append(f"bought for {meant[0].name}")
