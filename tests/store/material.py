"""Reports and claims to put into a register."""

from __future__ import annotations

import hashlib

from tallybook.model import (
    Capture,
    CaptureMethod,
    Category,
    Certainty,
    Claim,
    ClaimKind,
    Goods,
    Judgement,
    JudgementKind,
    Quantity,
    Report,
    Source,
    Span,
    Stage,
    new_report_id,
)

NOON = "2024-03-01T12:00:00Z"

TEXT = (
    "Ministry: Northland shipped 300 crates of rifles to Southland\n\n"
    "Northland shipped 300 crates of rifles to Southland, Minister Ada Quill said on Friday. "
    "Southland paid with grain, she added. Northland denies it.\n"
)


def capture(name: str = "one.txt", text: str = TEXT, **fields: object) -> Capture:
    """A captured text file."""
    data = text.encode()
    known: dict[str, object] = {
        "title": "A shipment",
        "publisher": "The Quay Courier",
        "published": "2024-03-01",
        "captured_at": NOON,
    }
    report = Report(
        id=new_report_id(name),
        name=name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        capture_method=CaptureMethod.FILE,
        **{**known, **fields},  # type: ignore[arg-type]
    )
    return Capture(data=data, report=report)


def claim(words: str, text: str = TEXT, **fields: object) -> Claim:
    """A claim on the first place where ``words`` stand in ``text``."""
    start = text.index(words)
    known: dict[str, object] = {
        "supplier": "Northland",
        "recipient": "Southland",
        "stage": Stage.SHIPPED,
        "goods": (Goods(text="rifles", category=Category.SMALL_ARMS),),
        "source": Source(name="Ada Quill", title="Minister"),
    }
    return Claim(
        quote=words,
        quote_span=Span(start, start + len(words)),
        **{**known, **fields},  # type: ignore[arg-type]
    )


SHIPPED = claim(
    "Northland shipped 300 crates of rifles to Southland, Minister Ada Quill said on Friday.",
    quantity=Quantity(text="300 crates", min=300, max=300, unit="crates"),
)
PAID = claim(
    "Southland paid with grain",
    supplier="Southland",
    recipient="Northland",
    stage=Stage.DELIVERED,
    goods=(Goods(text="grain", category=Category.OTHER),),
)
DENIED = claim(
    "Northland denies it.", stage=Stage.DENIED_TRANSFER, certainty=Certainty.DENIED, negated=True, source=None
)
FOUND = (SHIPPED, PAID, DENIED)


def response(words: str, **fields: object) -> Claim:
    """A claim of the other kind."""
    known = {"kind": ClaimKind.RESPONSE, "supplier": None, "recipient": None, "stage": None, "goods": ()}
    return claim(words, TEXT, **{**known, **fields})


def judgement(kind: JudgementKind, *subjects: str, number: int = 1, **fields: object) -> Judgement:
    """A judgement of a person called Ines."""
    return Judgement(
        id=f"j{number:012x}",
        kind=kind,
        subjects=subjects,
        author="Ines",
        at=NOON,
        **fields,  # type: ignore[arg-type]
    )
