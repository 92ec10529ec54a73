"""Synthetic reports for the desk: whatever their number, a flow has as many claims, and so has a transfer.

A flow has four deliveries at one time and two responses to them, told by four reports, of which one is a copy
of the first. So a flow has about 24 claims and a transfer four. Flows grow with the number of claims; parties
and outlets grow with its square root, as names in collections of text do, so what is told of each grows too.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import random
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec
from bench.reconciling.newsroom import GOODS, OUTLETS, WORDS

from tallybook.model import (
    Action,
    Capture,
    Certainty,
    Claim,
    ClaimKind,
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

REPORTS, DELIVERIES, RESPONSES = 4, 4, 2
PER_FLOW = REPORTS * (DELIVERIES + RESPONSES)
DENIED = 0.5
"""Of all flows, so many have a denial."""

STATES = [f"Land {n}" for n in range(200)]
STATES_PER_ROOT = 0.316
OUTLETS_PER_STATE = 3
MINISTERS = ("Ministry", "President", "Army", "Parliament")
START = dt.date(2015, 1, 1)
DAYS = 3_650
FIRST, COPY, LAST = 0, 2, 3
"""Places of the reports of a flow; the last one denies where anybody does."""


class Told(NamedTuple):
    """A report as it is captured, with the claims that a reader finds in it."""

    capture: Capture
    claims: tuple[Claim, ...]


class _World(NamedTuple):
    states: list[str]
    outlets: list[str]


class _Event(NamedTuple):
    supplier: str
    recipient: str
    goods: int
    figure: int
    day: dt.date


class _Sentence(NamedTuple):
    text: str
    claim: Claim


def newsroom(claims: int, seed: int = 1) -> list[Told]:
    """Reports with about so many claims, in the order of their days."""
    flows = _flows(claims // PER_FLOW, _world(claims), seed)
    return sorted(flows, key=lambda told: told.capture.report.captured_at)


def batch(reports: int, seed: int = 2) -> list[Told]:
    """Reports of another newsroom, to be read into a register that has reports already."""
    flows = _flows(1 + reports // REPORTS, _world(100 * reports), seed, "batch")
    return list(itertools.islice(flows, reports))


def _world(claims: int) -> _World:
    states = max(8, round(claims**0.5 * STATES_PER_ROOT))
    return _World(STATES[:states], OUTLETS[: states * OUTLETS_PER_STATE])


def _flows(flows: int, world: _World, seed: int, name: str = "report") -> Iterator[Told]:
    rng = random.Random(seed)
    pairs = list(itertools.combinations(world.states, 2))
    rng.shuffle(pairs)
    # Both directions, so that every flow has one that goes the other way.
    ends = itertools.islice(((*pair,) for a, b in pairs for pair in ((a, b), (b, a))), max(2, flows))
    number = itertools.count()
    for supplier, recipient in ends:
        yield from _told(
            rng, world, (supplier, recipient), (f"{name}-{next(number):06}.txt" for _ in range(REPORTS))
        )


def _told(rng: random.Random, world: _World, ends: tuple[str, str], names: Iterable[str]) -> Iterator[Told]:
    """The reports of one flow."""
    day = START + dt.timedelta(days=rng.randrange(DAYS))
    kinds = rng.sample(range(len(GOODS)), DELIVERIES)
    events = [_Event(*ends, kind, rng.randint(11, 99_999), day) for kind in kinds]
    denied = rng.random() < DENIED
    first = _prose(rng)
    for place, name in enumerate(names):
        prose = first if place in {FIRST, COPY} else _prose(rng)
        sentences = [_delivery(rng, event) for event in events]
        sentences += [_response(rng, world, event) for event in events[:RESPONSES]]
        if denied and place == LAST:
            sentences.append(_denial(events[0]))
        yield _report(name, sentences, prose, day + dt.timedelta(days=place), rng.choice(world.outlets))


def _prose(rng: random.Random) -> str:
    return "\n\n".join(" ".join(rng.choices(WORDS, k=75)).capitalize() + "." for _ in range(4))


def _delivery(rng: random.Random, event: _Event) -> _Sentence:
    word, category = GOODS[event.goods]
    quantity = f"{event.figure:,} {word}"
    quote = f"{event.supplier} sent {quantity} to {event.recipient}"
    return _sentence(
        Claim(
            stage=Stage.DELIVERED,
            supplier=event.supplier,
            recipient=event.recipient,
            goods=(Goods(text=word, category=category),),
            quantity=Quantity(text=quantity, min=event.figure, max=event.figure, unit=word),
            time=Period(text="", earliest=event.day - dt.timedelta(days=9), latest=event.day),
            source=Source(name=f"{rng.choice(MINISTERS)} of {event.recipient}", cue="said"),
            quote=quote,
            quote_span=Span(0, len(quote)),
        )
    )


def _response(rng: random.Random, world: _World, event: _Event) -> _Sentence:
    actor = rng.choice(world.states)
    quote = f"{actor} has sanctioned {event.supplier} for arming {event.recipient}"
    return _sentence(
        Claim(
            kind=ClaimKind.RESPONSE,
            action=Action.SANCTIONS_IMPOSED,
            actor=actor,
            target=event.supplier,
            supplier=event.supplier,
            recipient=event.recipient,
            source=Source(name=f"Ministry of {actor}", cue="said"),
            quote=quote,
            quote_span=Span(0, len(quote)),
        )
    )


def _denial(event: _Event) -> _Sentence:
    word, category = GOODS[event.goods]
    quote = f"{event.supplier} has not sent {word} to {event.recipient}"
    return _sentence(
        Claim(
            stage=Stage.DENIED_TRANSFER,
            supplier=event.supplier,
            recipient=event.recipient,
            goods=(Goods(text=word, category=category),),
            source=Source(name=f"Ministry of {event.supplier}", cue="denied"),
            certainty=Certainty.DENIED,
            negated=True,
            quote=quote,
            quote_span=Span(0, len(quote)),
        )
    )


def _sentence(claim: Claim) -> _Sentence:
    source = claim.source
    assert source is not None
    return _Sentence(f"{claim.quote}, {source.name} {source.cue}.", claim)


def _report(name: str, sentences: list[_Sentence], prose: str, day: dt.date, outlet: str) -> Told:
    text = "\n\n".join([" ".join(sentence.text for sentence in sentences), prose])
    data = text.encode()
    report = Report(
        id=new_report_id(name),
        name=name,
        title=sentences[0].claim.quote,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        captured_at=f"{day}T12:00:00Z",
        publisher=outlet,
        published=day.isoformat(),
    )
    claims, at = [], 0
    for sentence in sentences:
        quote = sentence.claim.quote
        claim = msgspec.structs.replace(
            sentence.claim, report=name, report_id=report.id, quote_span=Span(at, at + len(quote))
        )
        claims.append(msgspec.structs.replace(claim, id=new_claim_id(claim)))
        at += len(sentence.text) + 1
    return Told(Capture(data=data, report=report), tuple(claims))
