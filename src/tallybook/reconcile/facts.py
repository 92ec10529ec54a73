"""What of a claim counts when it is compared with another."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from tallybook.model import Category, Certainty, Span, Stage
from tallybook.reconcile.amounts import Amounted
from tallybook.reconcile.speakers import Speaker
from tallybook.reconcile.when import Days


class Family(StrEnum):
    """Stages that can tell of the same thing."""

    SUPPLY = "supply"
    PROSPECT = "prospect"
    DEAL = "deal"
    WISH = "wish"
    PLAN = "plan"
    END = "end"
    DENIAL = "denial"


class Context(msgspec.Struct, frozen=True):
    """What all claims of a report tell together: the ships they name, the words of their times.

    ``issuer``: whose release the report is, where it is one; ``main_ship``: the ship of which it speaks.
    """

    ships: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    issuer: str | None = None
    main_ship: str | None = None


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of one transfer claim.

    Attributes:
        flow: supplier and recipient, as names that were declared the same stay; a state for its forces.
        family: what kind of stage; a denied or hedged supply is a family of its own.
        goods: categories; ``kinds`` are finer classes of plain words; ``marks`` are words that single a type
            out ("KN-23", "BrahMos").
        pointing: the words name no goods of their own but point back ("them", "the shipment").
        amounts: figures of the claim, money among them.
        period: when it happened; ``narrow`` where that singles an occasion out.
        day_marks: month and day of a narrow period, for reports whose year nobody knows.
        said: when the source said it, where the report tells; ``earlier`` where it is told as past news.
        published: days on which the report came out.
        alternative: the figure is one of several readings of one load.
        via: keys of the outlets through which it came; ``through`` the report's own among them.
        weekday: of the statement, 0 for Monday.
        told_on: the last such day before the report, where the sentence names a day of the week.
        months: named in the sentence, or in the one before to which its words point back.
        running: its quantity is a running total.
        opens_back: its words begin with "the cargo", "the shipment": they tell of one that was told before.
        definite: its goods are "the aircraft", "these weapons".
        goods_words: the nouns for goods whose kind their category tells ("drones", "tanks").
        ships: folded names of the ships that the sentence names.
        lent: names no goods; they are those of which the report told just before.
        lasting: it goes on and on, and is no one delivery.
        follows_up: the sentence says that this was said later than what the one before tells.
        backshifted: only the tense ("had said") makes it earlier.
        opens_deal: its words begin with "the purchase", "the deal": they tell more of what was meant.
        lot: which one of several lots it tells of, where the words say so: "first", "second", "last", "more".
        named: proper names in the quote besides the ends of the flow and its types: places, firms, others.
        states_beside: states that the sentence names besides the ends of the flow.
        answers: of a denial, whom the sentence names beside who denies: perhaps who brought the charge.
        answering: of a denial, its sentence speaks of the charge: "the claim", "accusations".
        of_others: of a denial, it denies all but what was told ("no other arms were passed on").
        standing: a denial of no goods and no charge in particular, as a party always says it.
        sums: what its figure makes with those of the same sentence for the same type: 32 and eight are 40.
        taken: its report goes on to tell that what came was taken from whom it came to.
        calibres: of the guns and their rounds, those that many guns share among them.
        stems: beginnings of the words of the quote that carry meaning, names of parties left out.
    sentence: where the sentence stands in the report that holds the quote.
    """

    claim: str
    report: str
    flow: tuple[str | None, str | None]
    family: Family
    stage: Stage | None
    certainty: Certainty
    negated: bool
    goods: frozenset[Category]
    kinds: frozenset[str]
    marks: frozenset[str]
    pointing: bool
    amounts: tuple[Amounted, ...]
    period: Days
    narrow: bool
    day_marks: tuple[tuple[int, int], ...]
    speaker: Speaker
    said: Days
    earlier: bool
    published: Days
    sentence: Span
    start: int
    alternative: bool = False
    via: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    states_beside: frozenset[str] = frozenset()
    weekday: int | None = None
    told_on: Days = Days()
    months: frozenset[int] = frozenset()
    running: bool = False
    opens_back: bool = False
    definite: bool = False
    through: tuple[str, ...] = ()
    ships: frozenset[str] = frozenset()
    goods_words: frozenset[str] = frozenset()
    lent: bool = False
    lasting: bool = False
    follows_up: bool = False
    backshifted: bool = False
    opens_deal: bool = False
    lot: str | None = None
    named: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    answering: bool = False
    standing: bool = False
    of_others: bool = False
    sums: tuple[Amounted, ...] = ()
    taken: bool = False
    calibres: frozenset[str] = frozenset()


def at_large(facts: Facts) -> bool:
    """Whether it speaks of arms and no more: of no kind, number, type, ship or day."""
    told = facts.goods - {Category.UNSPECIFIED, Category.OTHER} or facts.amounts or facts.ships or facts.marks
    return not (told or facts.lent) and facts.kinds == {"arms"} and facts.period == Days()
