"""Which deal stands behind a transfer: "under a contract signed in May, ten are to come"?"""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tallybook.model import Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Filled, Link
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.over import chain_over
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.clauses.turns import Turn
from tallybook.read.text.tree import Token
from tallybook.vocabulary.transfers import TurnWord

Turns = Mapping[int, Hit[TurnWord]]

_BEHIND = frozenset({"under", "within", "through", "per"})
"""Prepositions with which a deal stands behind what is done."""
_MONTHS = frozenset(month_name[1:])


def deals_behind(filled: Iterable[Filled], events: list[Event], turns: Turns) -> list[Event]:
    """Deals told of only as what a transfer of the sentence rests on: dated, signed or with a price.

    Their ends are to be taken (:func:`take_ends`) once those of the transfer are settled. What is only named
    ("under the contract") is none.
    """
    own = {e.trigger.head.i for e in events} | {f.trigger.head.i for e in events for f in e.absorbed}
    found: list[Event] = []
    for one in filled:
        deal = one.trigger.head
        behind = _stands_behind(deal) and one.trigger.hit.form == "noun"
        if one.trigger.frame.name != "deal" or deal.i in own or not behind or not _told(deal, turns):
            continue
        carried = next((e for t in _over(deal) for e in events if t in _verbs(e)), None)
        if carried is not None:
            found.append(Event(one, tuple(_signing(deal, turns)), rests_on=carried))
    return found


def only_rests_on(deal: Event, events: list[Event], turns: Turns) -> bool:
    """Whether a deal is only named as what another act of the sentence rests on: "goes under a deal"."""
    noun = deal.trigger.head
    named = deal.trigger.frame.name == "deal" and deal.trigger.hit.form == "noun" and not deal.filled.goods
    if not named or not _stands_behind(noun) or _told(noun, turns):
        return False
    if any(t.like_num or t.is_currency for t in noun.subtree):
        return False  # "under a contract of 2022 worth $300 million"
    over = _over(noun)
    return any(t in over for e in events if e is not deal for t in _verbs(e))


def only_allows_other(leave: Event, events: list[Event]) -> bool:
    """Whether a leave is told by the act that it allows: "gave the green light for X to hand jets to Y"."""
    noun = leave.trigger.head
    named = leave.trigger.word.name == "approve" and leave.trigger.hit.form == "noun"
    at = (noun.i, noun.head.i)
    return named and any(t.hit.token in at for e in events if e is not leave for t in e.turns)


def take_ends(event: Event) -> None:
    """Give a deal the ends of the transfer that rests on it."""
    carried = event.rests_on
    if carried is not None and carried.supplier is not None and carried.recipient is not None:
        event.supplier, event.recipient = _beside(carried.supplier), _beside(carried.recipient)
        event.why.append(f"between whom “{carried.trigger.head.text}” is between")


def _stands_behind(deal: Token) -> bool:
    """Whether a deal is what something rests on: "under a contract", "according to", "as part of a deal"."""
    prep = deal.head
    if deal.dep_ != "pobj":
        return False
    part = prep.lower_ == "of" and prep.head.lower_ == "part"
    return prep.lower_ in _BEHIND or part or (prep.lower_ == "to" and prep.head.lower_ == "according")


def _verbs(event: Event) -> list[Token]:
    """The word of a transfer and the verbs that carry it."""
    return [event.trigger.head, *(t for t, finite in chain_over(event.trigger.head) if not finite)]


def _beside(link: Link) -> Link:
    return replace(link, slot="with", score=0.0)


def _told(deal: Token, turns: Turns) -> bool:
    """Whether the words tell more of a deal than that there is one."""
    if any(_signing(deal, turns)) or _from_when(deal):
        return True
    return any(c.like_num or c.text in ("$", "€", "£") for c in _left(deal))


def _from_when(deal: Token) -> bool:
    """Whether it is told of which year a deal is: "a contract of 2021", "a deal dating from May 2021"."""
    over = (deal, *(c for c in deal.children if c.dep_ == "acl" and c.lemma_ == "date"))
    led = (t for n in over for p in n.children if p.lower_ in ("of", "from") for t in p.children)
    return any(t.like_num or t.text in _MONTHS for t in led)


def _signing(deal: Token, turns: Turns) -> Iterator[Turn]:
    """What is told of a deal behind it: "signed in May", "said to have been signed in May"."""
    behind = [c for c in deal.children if c.dep_ in ("acl", "relcl")]
    behind += [t for c in behind if c.tag_ == "VBN" for t in c.children if t.dep_ == "xcomp"]
    for child in behind:
        hit = turns.get(child.i)
        if hit is not None and hit.word.stage is Stage.AGREED:
            yield Turn(hit, finite=False, verb=str(child.lemma_).lower())


def _left(noun: Token) -> list[Token]:
    return [t for c in noun.lefts for t in c.subtree]


def _over(token: Token) -> list[Token]:
    found = []
    for _ in range(CLIMB_LIMIT):
        if token.head == token:
            break
        token = token.head
        found.append(token)
    return found
