"""Is enough known of what a sentence tells for it to be a transfer?

What stands against a claim is a table of named tests; the first that holds bars it.
"""

from __future__ import annotations

from collections.abc import Callable

from tallybook.read.claims.barred import only_a_title, only_possible
from tallybook.read.claims.case import Case
from tallybook.read.claims.chance import by_chance
from tallybook.read.claims.confirming import unconfirmed
from tallybook.read.claims.described import DESCRIBED
from tallybook.read.claims.farther import FARTHER
from tallybook.read.claims.forbidding import FORBIDDING
from tallybook.read.claims.home import stays_home
from tallybook.read.claims.onlynamed import only_named
from tallybook.read.claims.onmove import bought_there, carries_anything, ends_up, goes_anywhere, people_moved
from tallybook.read.claims.rules import NO_TRANSFERS
from tallybook.read.clauses.catching import is_on_the_way
from tallybook.read.clauses.certainty import Found
from tallybook.read.clauses.conditions import CONDITION
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.listing import LISTING
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.standing import says_more, takes_place
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.discourse.foils import SET_OFF
from tallybook.read.discourse.loads import GOES_ALONG
from tallybook.read.events.anaphors import counts
from tallybook.read.events.arming import arms_somebody
from tallybook.read.events.worth import is_total
from tallybook.vocabulary.wordlists import words_of

_LOTS = words_of("nouns for lots")
_SHOWING = frozenset({"unveil", "announce", "reserve", "earmark"})
NEEDS_BOTH = frozenset(
    {"use", "carry", "pass", "contain", "downed", "aid", "swap", "stored", "origin", "traced", *LISTING}
)
"""Frames of everyday words that tell a transfer only where both ends are known."""

_NEEDS_GIVER = frozenset({"will have", "have had", "own", "parade", "enter service"})
"""Words of having, of which one end alone says no more than whose the goods are."""

_SURFACING = frozenset({"turn", "surface", "show"})
"""Verbs that say that goods came to light."""

Bar = tuple[str, Callable[[Case], bool]]


def is_transfer(event: Event, hedges: tuple[Found, ...], *, armed: bool, barter: bool = False) -> bool:
    """Whether enough is known of a flow: both ends, or one that the words themselves put there.

    Args:
        event: what the sentence tells, its open ends filled where they can be.
        hedges: those of the sentence.
        armed: the report has named arms so far, so that a pronoun can mean some.
        barter: the report tells of arms that are paid for in goods.
    """
    return bar_of(Case(event, hedges, armed, barter)) is None


def bar_of(case: Case) -> str | None:
    """What stands against a claim, in words; None where nothing does."""
    bars = _ALWAYS + (_BOTH_ENDS if len(case.ends) == 2 else _ONE_END)
    return next((name for name, holds in bars if holds(case)), None)


def _civil(case: Case) -> bool:
    return bool(case.event.filled.goods) and not case.goods


def _only_shown(case: Case) -> bool:
    """Whether something new is shown or announced to nobody: "unveiled a new missile"."""
    lemma, taker = str(case.head.lemma_).lower(), case.event.recipient
    to_nobody = taker is None or (lemma == "unveil" and taker.slot != "for")
    return lemma in _SHOWING and to_nobody and not case.noun


def _no_arms_before(case: Case) -> bool:
    if case.armed:
        return False
    pronoun = case.anaphor is not None and not case.told
    return pronoun or ((case.frame == "giver" or case.word == "package") and not case.goods)


def _about_something_else(case: Case) -> bool:
    """Whether a deal or a permit is told to be with or for something that is neither arms nor a party."""
    noun = case.head
    if not says_more(case.event.trigger) or case.goods or case.told or not case.noun:
        return False
    behind = [t for p in noun.children if p.lower_ in ("with", "for", "on", "about") for t in p.children]
    others = [t for t in behind if t.dep_ == "pobj" and t.pos_ in ("NOUN", "PROPN")]
    others = [t for t in others if not any(c.like_num or c.is_currency for c in t.subtree)]
    return any(noun_lemma(t) not in _LOTS and t.lower_ != "record" for t in others)


def _vague_goods(case: Case) -> bool:
    """Whether only arms in general are named where the ends or the word are weak as well."""
    if case.frame == "swap" and all(g.weak and not g.civil for g in case.goods):
        return True
    if not case.vague or _own_act(case) or _none_at_all(case) or _taken_on(case):
        return False
    if case.frame in HOLDING or (case.frame in LISTING and case.word != "bring to"):
        return True
    by_make = any(k.slot == "origin" for k in case.told)
    weak = all(f.trigger.word.weak for f in (case.event.filled, *case.event.absorbed))
    return len(case.told) < 2 and (weak or not by_make)


def _none_at_all(case: Case) -> bool:
    """Whether nothing of a kind went to whom the words name: "no vehicle was exported to Ruritania"."""
    nouns = [case.head.doc[g.head] for g in case.goods]
    none = any(c.lower_ == "no" or (c.lower_ == "single" and c.i > 0) for n in nouns for c in n.lefts)
    return none and len(case.ends) == len(ENDS) and any(k.role == "recipient" for k in case.told)


def _taken_on(case: Case) -> bool:
    """Whether goods of a report on arms are taken on: "the goods were taken by truck across the border"."""
    doc = case.head.doc
    pointed = any(c.lower_ in DEFINITE for g in case.goods for c in doc[g.head].lefts)
    return case.armed and case.frame == "carry" and case.event.trigger.passive and pointed


def _own_act(case: Case) -> bool:
    """Whether the goods are no more than the act of which a clause tells: "Shipments began in May"."""
    only = all(g.head == case.head.i for g in case.goods)
    return case.noun and only and takes_place(case.head)


def _no_goods(case: Case) -> bool:
    return not case.goods and (case.noun or (case.anaphor is not None and not case.armed))


def _weak_goods(case: Case) -> bool:
    """Whether only arms in general are named, and no arms spoken of are asked for."""
    asked = case.armed and case.frame == "seek" and case.definite
    asked = asked or (case.armed and case.frame == "seize" and is_on_the_way(case.head))
    asked = asked or (case.armed and case.definite and _whom_it_is_for(case))
    return (
        case.anaphor is None
        and all(g.weak for g in case.goods)
        and not (asked or arms_somebody(case.event.filled))
    )


_MEANT = frozenset({"bind", "destine", "earmark", "intend", "mean"})


def _whom_it_is_for(case: Case) -> bool:
    """Whether a cargo that was spoken of is said to be for somebody: "the cargo was for the army"."""
    head = case.head
    said = case.noun and head.dep_ == "nsubj" and head.head.lemma_ in ("be", "go")
    said = said or (case.noun and head.dep_ == "nsubjpass" and verb_lemma(head.head) in _MEANT)
    said = said or case.frame == "bound" or (case.frame == "arrive" and any(case.event.turns))
    return said and case.ends[0].slot in ("to", "for")


def _owner_untold(case: Case) -> bool:
    """Whether the sentence does not say who owns something: "some owned by the state"."""
    taker, giver = case.event.recipient, case.event.supplier
    doc = case.head.doc
    points = any(c.lower_ in DEFINITE for g in case.goods for c in doc[g.head].lefts)
    some = case.anaphor is None and not points
    from_flow = giver is not None and giver.slot == "discourse" and some
    return case.word == "own" and ((taker is not None and taker.slot == "discourse") or from_flow)


def _only_if_used(case: Case) -> bool:
    """Whether it is only said what could be if arms were used: "X could be hit if they were fired"."""
    told = any(k is not None and k.slot != "discourse" for k in (case.event.supplier, case.event.recipient))
    asked = any(h.hedge.name == CONDITION and h.first < case.head.i for h in case.hedges)
    return case.frame == "use" and asked and not told


def _nobody_gets(case: Case) -> bool:
    if case.frame in ("get", "seek") and case.event.filled.subject_open and (giver := case.event.supplier):
        return giver.slot not in ("from", "object")  # "militants bought rifles from"
    unnamed = not (case.event.recipient or case.noun or bought_there(case))
    return case.frame in ("seek", "get", "ordered") and unnamed


def _one_end_of_two(case: Case) -> bool:
    """Whether an everyday word tells no transfer with one end alone, but "carried mortars for Ruritania"."""
    if case.frame == "carry" and case.ends[0].slot in ("to", "for", "into"):
        return False
    return case.frame in NEEDS_BOTH or case.word in _NEEDS_GIVER


def _end_by_the_way(case: Case) -> bool:
    """Whether the one end stands where the word of transfer does not put it."""
    end = case.ends[0]
    if {GOES_ALONG, SET_OFF} & set(case.event.why):
        return False
    if case.frame in HOLDING:
        return end.slot not in ("from", "to", "for")
    if end.role == "supplier" and is_total(case.event):
        return False
    surfaced = case.frame in ("seize", "found", *LISTING) or case.head.lemma_ in _SURFACING
    if surfaced and end.slot == "origin" and is_on_the_way(case.head):
        return False
    if case.frame in ("come", "arrive", "bound"):
        near = end.slot in ("from", "to", "object", "for", "into") or ends_up(case)
        named = case.event.filled.goods or (case.anaphor is not None and counts(case.anaphor))
        return not (near and end.score >= CHAINED and named)
    return end.slot in ("origin", "discourse")


def _ranked(case: Case) -> bool:
    """Whether somebody is only said to be a buyer of arms: "became the fourth largest importer of arms"."""
    ranks = any(c.tag_ in ("JJS", "RBS") for c in case.head.lefts)
    one_lot = (case.definite and not ranks) or case.word == "consignee"  # "the recipient of the 200 rifles"
    return case.frame == "taker" and case.anaphor is None and not one_lot


def _liking(case: Case) -> bool:
    """Whether somebody only takes an interest: "the leader shows great interest in rockets"."""
    person = case.ends[0].mention is not None and case.ends[0].mention.kind == "person"
    return case.frame == "seek" and person and case.head.lower_ == "interest"


_ALWAYS: tuple[Bar, ...] = (
    ("goods of no war", _civil),
    ("goods that stay at home", lambda case: stays_home(case.event, case.goods)),
    ("only shown", _only_shown),
    ("not confirmed", unconfirmed),
    ("an everyday word in another sense", by_chance),
    ("hindered, or another act", lambda case: only_possible(case.event)),
    ("no arms named before", _no_arms_before),
    *NO_TRANSFERS,
    *FORBIDDING,
    *DESCRIBED,
    *FARTHER,
    ("people who trade in arms", people_moved),
)
_BOTH_ENDS: tuple[Bar, ...] = (
    ("nobody told to own it", _owner_untold),
    ("only if they were used", _only_if_used),
    ("only a title", lambda case: only_a_title(case.event)),
    ("about something else", _about_something_else),
    ("only named, nothing told", only_named),
    ("arms in general", _vague_goods),
    ("carries anything", carries_anything),
    ("goes anywhere", goes_anywhere),
)
_ONE_END: tuple[Bar, ...] = (
    ("no goods", _no_goods),
    ("arms in general", _weak_goods),
    ("nobody gets it", _nobody_gets),
    ("one end of a word that needs two", _one_end_of_two),
    ("an end by the way", _end_by_the_way),
    ("a person's own liking", _liking),
    ("a buyer by rank", _ranked),
)
