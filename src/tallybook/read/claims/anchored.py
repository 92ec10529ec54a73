"""Does a report tell of a transfer firmly at all, so that what it tells by half may belong to one?

News of drills, budgets, launches and talks is full of words that also tell of transfers, but no sentence of
it names arms with who gives them and who gets them, or with where they go. Where none does, what looks like
half a transfer ("the navy is to get five ships", "he ordered two destroyers to the Gulf") is none.
"""

from __future__ import annotations

from collections import Counter

from tallybook.model import Category, Stage
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import UNTOLD, Link
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.anaphors import counts
from tallybook.read.mentions.goods import PLATFORMS, GoodsMention

ROOM = 4
"""Sentences from which on a report has room to name both sides; shorter ones are taken at their word."""

_ONE_SIDED = frozenset({Stage.SEIZED, Stage.ENDED, Stage.SOUGHT, Stage.OFFERED})
"""Stages that often have one side only: what is sought is sought wherever it is to be had."""

_GENERAL = frozenset({Category.OTHER, Category.UNSPECIFIED})
"""What "goods", "aid" and "equipment" are, which are arms only in a report that has named some."""

_UNSURE = frozenset({Category.OTHER, Category.DUAL_USE, Category.TROOPS})
"""What moves as often without arms: parts and machines, soldiers on a mission."""

ENOUGH, HALF = 2, 1
"""How firm the events of a report must be taken together, and what half a telling counts."""

OFTEN = 3
"""How many times a report that names both sides apart must tell of arms that go between them."""

_HANDING = frozenset({"give", "get"})

_COMING = frozenset({"give", "get", "arrive"})

_GETTING = frozenset({"buy", "receive", "choose", "renew with", "get", "own"})
_LEADS = frozenset({"to", "for", "from", "into", "dative"})


def is_firm(written: list[tuple[Event, bool]], signs: int, *, armed: bool) -> bool:
    """Whether the events of a report, each with whether arms were named before it, tell of it firmly.

    Args:
        written: the events.
        signs: how much else says that the report is about arms that change hands.
        armed: the report names arms somewhere; one that names none tells of other trade.
    """
    if not armed:
        return False
    told = sum(firmness(event, armed=armed, before=before) for event, before in written)
    return told >= ENOUGH or (told > 0 and told + signs >= ENOUGH) or _told_often(written)


def _told_often(written: list[tuple[Event, bool]]) -> bool:
    """Whether arms go to, or come from, one party again and again, though no sentence names both ends."""
    whole = [event for event, before in written if _handed(event, before=before)]
    return any(max(Counter(e.end(role) for e in whole).values(), default=0) >= OFTEN for role in ENDS)


def _handed(event: Event, *, before: bool) -> bool:
    """Whether arms that are named, or were before, are given or taken between two parties."""
    counted = before and event.filled.anaphor is not None and counts(event.filled.anaphor)
    arms = counted or any(_is_sure(g) for g in event.filled.goods)
    return arms and event.trigger.frame.name in _HANDING and all(event.end(role) for role in ENDS)


def _is_sure(goods: GoodsMention) -> bool:
    """Whether they are arms and nothing that moves as often without any."""
    return is_arms(goods) and bool(goods.goods.unroca or goods.goods.category not in _UNSURE)


def firmness(event: Event, *, armed: bool, before: bool) -> int:
    """How firmly an event tells of a transfer: ``ENOUGH`` for the whole report, by half, or not at all.

    Args:
        event: a transfer as judged.
        armed: the report names arms somewhere, so that "equipment" may be some.
        before: it has named arms before, so that "36 of them" may be some.
    """
    goods = [g for g in event.filled.goods if not g.civil]
    strong = [g for g in goods if is_arms(g)]
    sure = [g for g in strong if _is_sure(g)]
    links = [k for k in (event.supplier, event.recipient) if k is not None]
    if sure and event.trigger.stage is Stage.SEIZED and any(k.slot != "discourse" for k in links):
        return ENOUGH
    if len({k.name for k in links}) < len(ENDS):
        return _by_one_side(event, strong, sure) if strong else 0
    arming = event.trigger.frame.name == "arm" or (armed and _supplies_group(event))
    told = before or (armed and bool(goods))
    back = before and event.filled.anaphor is not None and not event.filled.goods
    if not _rests_on_words(event) or not (strong or arming or _both_told(event, goods, armed=told)):
        return HALF if back and _one_led(event) else 0
    led = all(k.slot not in UNTOLD for k in links) or _by_make(event, sure) or _got_make_of(event)
    return ENOUGH if led and (sure or back or arming) else HALF


def _supplies_group(event: Event) -> bool:
    """Whether an armed group is told to be supplied, with whatever: "keeps the rebels supplied"."""
    taker, word = event.recipient, event.trigger.word
    group = taker is not None and taker.mention is not None and taker.mention.kind == "group"
    return group and word.name == "supply" and not event.filled.goods and event.filled.other_object is None


def _one_led(event: Event) -> bool:
    """Whether the words lead arms told of before to or from a party: "they were meant for Ruritania"."""
    named = [k for k in (event.supplier, event.recipient) if k is not None and k.slot not in UNTOLD]
    return _rests_on_words(event) and any(k.score >= CHAINED for k in named)


def _got_make_of(event: Event) -> bool:
    """Whether somebody is told to have got goods of another's make: "picked the Ruritanian tank"."""
    giver, taker, trigger = event.supplier, event.recipient, event.trigger
    if giver is None or taker is None or taker.slot != "subject":
        return False
    if giver.slot != "origin" and event.makers != {giver.name}:
        return False
    return trigger.frame.name == "get" and trigger.hit.form == "verb" and trigger.word.name in _GETTING


def _by_one_side(event: Event, strong: list[GoodsMention], sure: list[GoodsMention]) -> int:
    """How firmly an event tells of a transfer of which it names one end."""
    trigger, alone = event.trigger, sure == strong
    if trigger.frame.name in ("use", "found"):
        return 0
    if trigger.stage in _ONE_SIDED:
        return HALF
    if _gives_away(event, strong):
        return ENOUGH if trigger.word.name == "export" and alone else HALF
    if verb_lemma(trigger.head) == "import" and sure and event.recipient is not None:
        return ENOUGH  # what is imported comes from abroad, whoever sent it
    if not any(_led_to(k) for k in (event.supplier, event.recipient)):
        return 0
    given = event.recipient is not None and trigger.word.frame == "give" and trigger.hit.form == "verb"
    return ENOUGH if given and alone else HALF


def _gives_away(event: Event, goods: list[GoodsMention]) -> bool:
    """Whether a state gives what is not moved about with its own forces: "has exported weapons"."""
    giver, word = event.supplier, event.trigger.word
    if giver is None or giver.slot != "subject" or word.frame != "give" or word.weak:
        return False
    home = giver.mention is not None and giver.mention.what == "maker"
    return not home and all(g.goods.category not in PLATFORMS for g in goods)


def _rests_on_words(event: Event) -> bool:
    """Whether one end at least is in the words; what is fired or shot down says whose it is."""
    if all(k is None or k.slot == "discourse" for k in (event.supplier, event.recipient)):
        return False
    if event.trigger.frame.name not in ("use", "downed"):
        return True
    giver, taker = event.supplier, event.recipient
    return giver is not None and giver.slot == "origin" and taker is not None and taker.slot != "discourse"


def _both_told(event: Event, goods: list[GoodsMention], *, armed: bool) -> bool:
    """Whether the words themselves name both ends of what is named in general or points back to arms."""
    told = all(k is not None and k.slot != "discourse" for k in (event.supplier, event.recipient))
    back = armed and event.filled.anaphor is not None and not event.filled.goods
    sides = {k.slot for k in (event.supplier, event.recipient) if k is not None}
    firm = not event.trigger.word.weak or bool(sides & (_LEADS | {"origin"}))
    named = any(armed or g.goods.category not in _GENERAL for g in goods)
    return told and firm and (back or named)


def _by_make(event: Event, sure: list[GoodsMention]) -> bool:
    """Whether arms with their state's name come to a party: "Ruritanian shells have reached Graustark"."""
    giver = event.supplier
    made = (
        giver is not None and giver.slot == "origin" and any(g.goods.category not in PLATFORMS for g in sure)
    )
    return made and _led_to(event.recipient) and event.trigger.frame.name in _COMING


def _led_to(link: Link | None) -> bool:
    """Whether the words lead to or from a party that is no army of a state, which may be its own giver's."""
    if link is None or link.slot not in _LEADS:
        return False
    return link.mention is None or link.mention.kind != "body"


def is_arms(goods: GoodsMention) -> bool:
    """Whether "them" can stand for such goods later: neither named in general, nor civil nor fuel."""
    return not goods.weak and not goods.civil and goods.goods.category is not Category.FUEL


def names_arms(goods: GoodsMention) -> bool:
    """Whether a report with such goods is one with arms: not one with machines and parts alone."""
    return is_arms(goods) and goods.goods.category is not Category.DUAL_USE
