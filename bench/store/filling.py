"""Registers of any size with made-up reports and claims: the reader and reconciling are not run.

The number of claims in a transfer, and of transfers in a flow, is the same at every size.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from tallybook.model import (
    Capture,
    Category,
    Certainty,
    Claim,
    Goods,
    Quantity,
    Report,
    Source,
    Span,
    Stage,
    Transfer,
    new_report_id,
)
from tallybook.store import Register, open_register

CLAIMS_A_REPORT = 10
CLAIMS_A_TRANSFER = 5
CLAIMS_A_FLOW = 20
AT_ONCE = 50
NOON = "2024-01-01T12:00:00Z"


def fill(path: Path, claims: int, seed: int = 1) -> Register:
    """A new register at ``path`` with about so many claims."""
    rng = random.Random(seed)
    register = open_register(path, create=True)
    flows: dict[tuple[str, str], list[str]] = {}
    feed = _reports(rng, claims // CLAIMS_A_REPORT)
    while part := list(islice(feed, AT_ONCE)):
        with register.writing() as book:
            for capture, found in part:
                report = book.reports.add(capture).report
                book.findings.put(report, found, "bench", NOON)
                standing = book.findings.of_report(report.id)
                book.claims.settle(report, standing)
                book.reports.put_news(report.id, rng.randrange(8), {"sentence": "adds ten claims"})
                for claim in standing:
                    flows.setdefault((claim.supplier or "", claim.recipient or ""), []).append(claim.id)
    with register.writing() as book:
        for (supplier, recipient), ids in flows.items():
            groups = [tuple(ids[at : at + CLAIMS_A_TRANSFER]) for at in range(0, len(ids), CLAIMS_A_TRANSFER)]
            for group in groups:
                book.transfers.put(_transfer(supplier, recipient, group))
            book.transfers.put_flow((supplier, recipient), len(groups), len(ids), {})
        book.counters.settle()
    return register


def _reports(rng: random.Random, count: int) -> Iterator[tuple[Capture, list[Claim]]]:
    states = [f"State{number}" for number in range(2 + int((count * CLAIMS_A_REPORT / CLAIMS_A_FLOW) ** 0.5))]
    flows = (flow for flow in product(states, repeat=2) for _ in range(CLAIMS_A_FLOW))
    for number in range(count):
        text, claims = "", []
        for supplier, recipient in islice(flows, CLAIMS_A_REPORT):
            sentence = _sentence(rng, supplier, recipient)
            claims.append(
                _claim(rng, (supplier, recipient), Span(len(text), len(text) + len(sentence)), sentence)
            )
            text += sentence + " "
        text += " ".join(f"word{rng.randrange(30_000)}" for _ in range(300))
        yield _capture(number, text), claims


def _sentence(rng: random.Random, supplier: str, recipient: str) -> str:
    crates, speaker = rng.randrange(1, 9000), rng.randrange(1000)
    return f"{supplier} shipped {crates} crates of rifles to {recipient}, Speaker{speaker} said."


def _claim(rng: random.Random, flow: tuple[str, str], span: Span, sentence: str) -> Claim:
    return Claim(
        quote=sentence,
        quote_span=span,
        supplier=flow[0],
        recipient=flow[1],
        stage=rng.choice(list(Stage)),
        certainty=rng.choice(list(Certainty)),
        goods=(Goods(text="rifles", category=rng.choice(list(Category))),),
        source=Source(name=sentence.split()[-2]),
        quantity=Quantity(text="crates", min=1, unit="crates"),
    )


def _capture(number: int, text: str) -> Capture:
    name, data = f"report-{number:06}.txt", text.encode()
    report = Report(
        id=new_report_id(name),
        name=name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        captured_at=NOON,
        title=f"Report {number}",
        publisher=f"Outlet {number % 50}",
        published=f"2024-{1 + number % 12:02}-{1 + number % 28:02}",
    )
    return Capture(data=data, report=report)


def _transfer(supplier: str, recipient: str, claims: tuple[str, ...]) -> Transfer:
    return Transfer(
        id="t" + claims[0][1:],
        supplier=supplier,
        recipient=recipient,
        stage=Stage.SHIPPED,
        goods=(Category.SMALL_ARMS,),
        claims=claims,
    )
