"""Which side of a deal gives, by what the deal is for: "contracts for the sale of", "a deal to buy"?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import infinitive, verb_lemma
from tallybook.read.clauses.parties import place_of
from tallybook.read.events.joining import absorb, same_goods
from tallybook.vocabulary.wordlists import words_of

_SELLING, _SUPPLYING, _BUYING = frozenset({"export", "trade in"}), "supply", "buy"
"""Words of transfer, each of which says what the side that closes a deal will do."""


def giver_by_act(event: Event, *, firm: bool) -> Link | None:
    """The side that gives, by the act that a deal is for; ``None`` where the words leave that open.

    Args:
        event: a deal between two.
        firm: whether the other side is a maker, and who closes the deal is none, so that "to supply" may
            be what the maker will do.
    """
    partners = [k for k in event.links if k.role == "partner"]
    doers = [k for k in partners if k.slot in ("subject", "by")]
    others = [k for k in partners if k.slot == "with" and k.name not in [d.name for d in doers]]
    if len({k.name for k in doers}) != 1 or not others:
        return None
    acts = [f.trigger for f in (event.filled, *event.absorbed)]
    if any(t.word.name in _SELLING for t in acts):
        return doers[0]
    if any(t.word.name == _BUYING and t.hit.form != "phrase" for t in acts):
        return others[0]
    if _keeps_back(event, doers[0]):
        return doers[0]
    return doers[0] if any(_to_supply(t) for t in acts) and not firm else None


def _keeps_back(event: Event, doer: Link) -> bool:
    """Whether a side stops a deal for a time or by its leave, as who has the goods does: "froze"."""
    doc = event.trigger.head.doc
    verbs = [doc[t.hit.token] for t in event.turns if t.hit.form == "verb"]
    return any(verb_lemma(v) in _KEEPING_BACK and doer.token in v.subtree for v in verbs)


_KEEPING_BACK = words_of("verbs of keeping goods back")


def sold_by_signer(event: Event) -> None:
    """Make a firm that signs for goods with an office of a state the one who gives them."""
    firm, office = event.recipient, event.supplier
    if event.trigger.word.name != "sign for" or firm is None or office is None:
        return
    if firm.slot == "subject" and office.slot == "with" and _is_firm(firm) and not _is_firm(office):
        event.supplier, event.recipient = replace(firm, role="supplier"), replace(office, role="recipient")
        event.why.append(f"{firm.name} by the firm that signs")


def _is_firm(link: Link) -> bool:
    """Whether a side of a deal is a maker or another firm."""
    if link.mention is not None and link.mention.what in ("maker", "firm"):
        return True
    return str(link.token.lemma_).lower() in _FIRMS or link.token.lower_ in _FIRMS


_FIRMS = words_of("makers of arms") | words_of("nouns for a firm") | words_of("last words in names of makers")


def _to_supply(trigger: Trigger) -> bool:
    return trigger.word.name == _SUPPLYING and infinitive(trigger.head) and not trigger.passive


def acts_of_deals(events: list[Event]) -> list[Event]:
    """The events without an act whose deal is told beside it: "signed a deal with X for the sale of jets".

    The deal takes the goods of the act, and its ends: the side that the act leaves open is the other one.
    """
    gone: set[int] = set()
    for deal in events:
        act = next((a for a in events if id(a) not in gone and _is_of(a, deal)), None)
        if act is None:
            continue
        absorb(deal, act)
        gone.add(id(act))
        giver = act.supplier or _other(deal, act.recipient)
        if act.supplier is None and act.recipient is None:
            giver = giver_by_act(deal, firm=False)
        if giver is not None:
            deal.supplier, deal.recipient = giver, act.recipient or _other(deal, giver)
            deal.bidirectional = False
    return [e for e in events if id(e) not in gone]


def _other(deal: Event, side: Link | None) -> Link | None:
    """Who closes a deal with somebody."""
    return next((k for k in _sides(deal) if k.name != side.name), None) if side is not None else None


def _sides(deal: Event) -> list[Link]:
    return [k for k in deal.links if k.role == "partner" and k.slot in ("subject", "with")]


def _is_of(act: Event, deal: Event) -> bool:
    """Whether an act is what a deal without other goods is for, told under the verb that closes it."""
    noun, goods = deal.trigger.head, deal.filled.goods
    if deal.trigger.frame.name != "deal" or deal.trigger.hit.form != "noun" or deal is act:
        return False
    if act.trigger.frame.name not in ("give", "get") or (goods and not same_goods(deal, act)):
        return False
    place, above = place_of(noun), act.trigger.head.ancestors
    over = next((t for t in above if t == noun or t.pos_ == "VERB"), None)
    if over is None or place is None or over not in (noun, place.governor) or place.governor.pos_ != "VERB":
        return False
    sides = {k.name for k in _sides(deal)}
    ends = {act.end(role) for role in ENDS} - {None}
    return len(sides) == len(sides | ends) == _BOTH and _is_to_come(act)


_BOTH = 2


def _is_to_come(act: Event) -> bool:
    """Whether an act is still to be done: a noun, or an infinitive or gerund of its own."""
    return act.trigger.hit.form == "noun" or infinitive(act.trigger.head) or act.trigger.head.tag_ == "VBG"
