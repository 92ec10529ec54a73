"""Does a report tell of a transfer firmly at all, so that what it tells by half may belong to one?

News of drills, budgets, launches and talks is full of words that also tell of transfers, but no sentence of
it names arms with who gives them and who gets them, or with where they go. Where none does, what looks like
half a transfer ("the navy is to get five ships", "he ordered two destroyers to the Gulf") is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tallybook.model import Category, Claim, Span, Stage
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import UNTOLD, Link
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.mentions.goods import PLATFORMS, GoodsMention

ROOM = 4
"""Sentences from which on a report has room to name both sides; shorter ones are taken at their word."""

_ONE_SIDED = frozenset({Stage.SEIZED, Stage.ENDED, Stage.SOUGHT, Stage.OFFERED})
"""Stages that often have one side only: what is sought is sought wherever it is to be had."""

_UNSURE = frozenset({Category.OTHER, Category.DUAL_USE, Category.TROOPS})
"""What moves as often without arms: parts and machines, soldiers on a mission."""

_LEADS = frozenset({"to", "for", "from", "into", "dative"})

_LEAVING_OPEN = frozenset({Stage.DENIED_TRANSFER, Stage.SEIZED, Stage.RECEIVED})
"""Stages told as often with one end as with both."""

_TRADE = frozenset({"export", "import"})
_TRADED = _TRADE | {"sell"}

_SURE_BY_HALF = frozenset({Stage.DENIED_TRANSFER, Stage.SEIZED, Stage.ENDED})
"""Stages whose claims tell enough with one end, whatever else the report tells."""

_SEVERAL = 3
"""How many claims with an open end bear one another out."""


def is_firm(written: list[tuple[Event, bool]], *, armed: bool) -> bool:
    """Whether an event of a report tells of a transfer firmly.

    Args:
        written: the events, each with whether arms were named before it.
        armed: the report names arms somewhere; one that names none tells of other trade.
    """
    return armed and any(_is_told(event, before=before) for event, before in written)


def hold_together(claims: Sequence[Claim], events: Iterable[Event]) -> bool:
    """Whether what a report tells of transfers bears itself out.

    A claim with both ends does, so does one of a kind that often leaves one open: a denial, a catch, an
    arrival, trade, goods from somebody. Else it takes three: one or two are mostly words of something else.

    Args:
        claims: those of the report, repetitions included.
        events: what they were made of.
    """
    whole = any(None not in c.flow or c.stage in _LEAVING_OPEN or c.negated for c in claims)
    if whole or len(claims) >= _SEVERAL:
        return True
    return any(_led_to(e.supplier) or verb_lemma(e.trigger.head) in _TRADED for e in events)


def without_halves(claims: Sequence[Claim], loose: Collection[Span]) -> list[Claim]:
    """The claims of a report without those of which one end was not understood.

    A report that tells who gave to whom does so nearly everywhere: where a claim of it has one end only, the
    words mostly name the other in a way that was not read. One that tells of no whole transfer keeps halves.

    Args:
        claims: those of the report.
        loose: the words of those that leave an end open on purpose.
    """
    if all(None in c.flow for c in claims):
        return list(claims)
    return [c for c in claims if halves_stand(c, loose)]


def halves_stand(claim: Claim, loose: Collection[Span]) -> bool:
    """Whether a claim tells enough as it is: with both ends, or with one that is left open on purpose."""
    return None not in claim.flow or claim.stage in _SURE_BY_HALF or claim.quote_span in loose


def leaves_open(event: Event) -> bool:
    """Whether a sentence means to leave an end open: trade at large, and what is looked for anywhere."""
    if event.supplier is None:
        return event.trigger.frame.name == "seek"
    return event.recipient is None and verb_lemma(event.trigger.head) in _TRADED


def sums_up_years(event: Event, claim: Claim) -> bool:
    """Whether all is summed up that somebody got in years, from whomever: "since 2019 it has imported"."""
    time, taker = claim.time, event.recipient
    if event.supplier is not None or taker is None or taker.slot in UNTOLD or claim.quantity is None:
        return False
    if time is None or time.earliest is None or event.trigger.frame.name != "get":
        return False
    if time.latest is None:
        return True
    last = time.latest
    return int(str(last)[:4]) > int(str(time.earliest)[:4])


def _is_sure(goods: GoodsMention) -> bool:
    """Whether they are arms and nothing that moves as often without any."""
    return is_arms(goods) and bool(goods.goods.unroca or goods.goods.category not in _UNSURE)


def _is_told(event: Event, *, before: bool) -> bool:
    """Whether an event of a report with arms tells of a transfer for certain.

    Args:
        event: a transfer as judged.
        before: arms were named before it, so that "36 of them" may be some.
    """
    goods = [g for g in event.filled.goods if not g.civil]
    sure = [g for g in goods if _is_sure(g)]
    links = [k for k in (event.supplier, event.recipient) if k is not None]
    back = before and event.filled.anaphor is not None and not event.filled.goods
    if sure and event.trigger.stage is Stage.SEIZED and any(k.slot != "discourse" for k in links):
        return True
    if len({k.name for k in links}) < len(ENDS):
        return (back and any(_led_to(k) for k in links)) or (bool(sure) and _by_one_side(event, sure))
    arming = event.trigger.frame.name == "arm" or _supplies_group(event)
    act = before and event.trigger.hit.form == "noun" and not event.trigger.word.weak
    named = arming or any(is_arms(g) for g in goods) or _both_told(event, goods, act=act)
    return (_rests_on_words(event) and named) or (back and _one_led(event))


def _supplies_group(event: Event) -> bool:
    """Whether an armed group is told to be supplied, with whatever: "keeps the rebels supplied"."""
    taker, word = event.recipient, event.trigger.word
    group = taker is not None and taker.mention is not None and taker.mention.kind == "group"
    return group and word.name == "supply" and not event.filled.goods and event.filled.other_object is None


def _one_led(event: Event) -> bool:
    """Whether the words lead arms told of before to or from a party: "they were meant for Ruritania"."""
    named = [k for k in (event.supplier, event.recipient) if k is not None and k.slot not in UNTOLD]
    return _rests_on_words(event) and any(k.score >= CHAINED for k in named)


def _by_one_side(event: Event, goods: list[GoodsMention]) -> bool:
    """Whether an event of which one end is named tells of a transfer all the same."""
    trigger = event.trigger
    imported = verb_lemma(trigger.head) == "import" and event.recipient is not None
    one_sided = trigger.stage in _ONE_SIDED or imported or _gives_away(event, goods)
    vague = trigger.hit.form == "noun" and all(g.goods.category is Category.UNSPECIFIED for g in goods)
    return one_sided or (not vague and any(_led_to(k) for k in (event.supplier, event.recipient)))


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


def _both_told(event: Event, goods: list[GoodsMention], *, act: bool) -> bool:
    """Whether the words themselves name both ends of what is named in general or points back to arms.

    Args:
        event: a transfer as judged.
        goods: its goods, without civil ones.
        act: a noun of transfer stands behind arms, so that it is theirs: "its deliveries to Ruritania".
    """
    told = all(k is not None and k.slot != "discourse" for k in (event.supplier, event.recipient))
    back = event.filled.anaphor is not None and not event.filled.goods
    sides = {k.slot for k in (event.supplier, event.recipient) if k is not None}
    firm = not event.trigger.word.weak or bool(sides & (_LEADS | {"origin"}))
    return told and firm and (back or act or bool(goods))


def _led_to(link: Link | None) -> bool:
    """Whether the words lead to or from a party that is no army of a state, which may be its own giver's."""
    if link is None or link.slot not in _LEADS:
        return False
    return link.mention is None or link.mention.kind != "body"


def is_arms(goods: GoodsMention) -> bool:
    """Whether "them" can stand for such goods later: neither named in general, nor civil nor fuel."""
    return not goods.weak and not goods.civil and goods.goods.category is not Category.FUEL


def names_arms(goods: GoodsMention, *, dual: bool = False) -> bool:
    """Whether a report with such goods is one with arms: not one with machines and parts alone.

    Args:
        goods: some of its goods.
        dual: its machines and parts count as arms, as it tells of war or of what is forbidden.
    """
    return is_arms(goods) and (dual or goods.goods.category is not Category.DUAL_USE)
