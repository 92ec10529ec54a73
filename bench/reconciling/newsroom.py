"""Synthetic reports with claims: known copies, later totals and denials, and words of no meaning."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

import msgspec

from tallybook.model import (
    Category,
    Certainty,
    Claim,
    Goods,
    Period,
    Quantity,
    Report,
    Source,
    Span,
    Stage,
    new_claim_id,
    new_report_id,
)

STATES = [f"Land {n}" for n in range(60)]
OUTLETS = [f"Outlet {n}" for n in range(300)]
WORDS = ["".join(random.Random(n).choices("bdfgklmnprstvaeiou", k=4 + n % 6)) for n in range(20_000)]
GOODS = [
    ("shells", Category.ARTILLERY_AMMUNITION),
    ("rockets", Category.ROCKETS),
    ("drones", Category.DRONES),
    ("rifles", Category.SMALL_ARMS),
    ("missiles", Category.MISSILES),
]
START = dt.date(2015, 1, 1)
PER_DAY = 27


class Planted(msgspec.Struct):
    """What the generator put in, to be found again."""

    copies: int = 0
    totals: int = 0
    denials: int = 0


def reports(count: int, planted: Planted, seed: int = 1) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """Reports with their claims, in order of time: events of a few reports each, some of them copies."""
    rng = random.Random(seed)
    made = 0
    before: list[_Told] = []
    while made < count:
        day = START + dt.timedelta(days=made // PER_DAY)
        supplier, recipient = rng.sample(STATES, 2)
        goods = rng.choice(GOODS)
        figure = rng.randint(11, 99_999)
        body = _paragraphs(rng, 5)
        grown = rng.choice(before[-200:]) if before and rng.random() < 0.1 else None
        if grown:
            supplier, recipient, goods = grown.supplier, grown.recipient, grown.goods
            figure = grown.figure * 3 // 2
            planted.totals += grown.day < day and not grown.taken_up
            grown.taken_up = True
        for at in range(min(rng.randint(1, 6), count - made)):
            copied = at > 0 and rng.random() < 0.4
            planted.copies += copied
            prose = body[: rng.randint(3, 5)] if copied else _paragraphs(rng, 5)
            if at == 0:
                prose = body
            denied = at > 0 and rng.random() < 0.05
            planted.denials += denied
            told = _Told(supplier, recipient, goods, figure, day, later=grown is not None, denied=denied)
            if at == 0 and not grown:
                before.append(told)
            yield _report(rng, f"report-{made:06}.txt", prose, told)
            made += 1


class _Told:
    def __init__(  # noqa: PLR0913 - one event's facts
        self,
        supplier: str,
        recipient: str,
        goods: tuple[str, Category],
        figure: int,
        day: dt.date,
        *,
        later: bool,
        denied: bool,
    ) -> None:
        self.supplier, self.recipient, self.goods, self.figure = supplier, recipient, goods, figure
        self.day, self.later, self.denied = day, later, denied
        self.taken_up = False


def _paragraphs(rng: random.Random, count: int) -> list[str]:
    return [" ".join(rng.choices(WORDS, k=75)).capitalize() + "." for _ in range(count)]


def _report(rng: random.Random, name: str, prose: list[str], told: _Told) -> tuple[Report, tuple[Claim, ...]]:
    word, category = told.goods
    quantity = f"{told.figure:,} {word}"
    quote = f"{told.supplier} sent {quantity} to {told.recipient}"
    denial = f"{told.supplier} has not sent {word} to {told.recipient}"
    lead = f"{quote}, said the ministry of {told.recipient}. {denial if told.denied else ''}"
    text = "\n\n".join([lead, *prose])
    report = Report(
        id=new_report_id(name),
        name=name,
        text=text,
        sha256="0" * 64,
        captured_at=f"{told.day}T12:00:00Z",
        publisher=rng.choice(OUTLETS),
        published=told.day.isoformat(),
    )
    main = Claim(
        report=name,
        report_id=report.id,
        stage=Stage.DELIVERED,
        supplier=told.supplier,
        recipient=told.recipient,
        goods=(Goods(text=word, category=category),),
        quantity=Quantity(
            text=quantity, min=told.figure, max=told.figure, unit=word, cumulative=told.later or None
        ),
        time=Period(text="", earliest=told.day - dt.timedelta(days=9), latest=told.day),
        source=Source(name=f"Ministry of {told.recipient}", cue="said"),
        quote=quote,
        quote_span=Span(0, len(quote)),
    )
    claims = [msgspec.structs.replace(main, id=new_claim_id(main))]
    if told.denied:
        at = text.index(denial)
        no = Claim(
            report=name,
            report_id=report.id,
            stage=Stage.DENIED_TRANSFER,
            supplier=told.supplier,
            recipient=told.recipient,
            goods=(Goods(text=word, category=category),),
            source=Source(name=told.supplier, cue="denied"),
            certainty=Certainty.DENIED,
            negated=True,
            quote=denial,
            quote_span=Span(at, at + len(denial)),
        )
        claims.append(msgspec.structs.replace(no, id=new_claim_id(no)))
    return report, tuple(claims)
