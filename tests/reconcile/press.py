"""Reports and claims for the tests: our own texts, invented outlets, and a short way to make them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from tallybook.model import (
    Category,
    Certainty,
    Claim,
    ClaimKind,
    Goods,
    Judgement,
    JudgementKind,
    Period,
    Quantity,
    Report,
    Source,
    Span,
    Stage,
    Transfer,
    new_claim_id,
    new_report_id,
)
from tallybook.reconcile import reconcile
from tallybook.reconcile.result import Reconciled

HARBOUR = """Iran shipped 40 crates of rockets to the Houthis last week, the Harbour Post has found.

“We watched the crates go aboard at night, and we know where they were bound,” said Ana Brandt, a \
spokeswoman for the U.S. State Department.

Port workers on the eastern quay spoke of a freighter without a name that stayed for three hours and \
left without lights. The harbour master declined to open his log for the night, and the customs \
office was closed for repairs.

Brandt said that the United States would raise the matter with its partners before the end of the \
month, adding that earlier cargoes had taken the same way around the cape.
"""

COPY = """Iran shipped 40 crates of rockets to the Houthis last week, The Harbour Post reports.

“We watched the crates go aboard at night, and we know where they were bound,” said Ana Brandt, a \
spokeswoman for the U.S. State Department.

Port workers on the eastern quay spoke of a freighter without a name that stayed for three hours and \
left without lights. The harbour master declined to open his log for the night, and the customs \
office was closed for repairs.

Our readers will remember the dispute over the lighthouse fees, which the council settled in spring.
"""

REWRITE = """Rockets in 40 crates were shipped to the Houthis by Iran last week.

“We saw the crates go aboard by night and know where they were bound,” said Ana Brandt, spokeswoman \
of the U.S. State Department.

Workers of the port on the eastern quay told of a nameless freighter which stayed three hours, then \
left without lights. The harbour master would not open the log of that night; the customs office was \
closed for repairs.

The United States would raise the matter with partners before the month ends, Brandt said, and added \
that earlier cargoes had taken the same way around the cape.
"""

OTHER = """A State Department spokeswoman on Tuesday accused Iran of sending rockets to the Houthis.

“We watched the crates go aboard at night, and we know where they were bound,” Ana Brandt told a \
briefing in Washington, where she also took questions on grain prices, visas and a kidnapped \
engineer.

Diplomats in Muscat said the talks on a truce would go on regardless. Shares of shipping lines fell \
by two per cent in early trading, and insurers raised their premiums for the strait by half.
"""


def report(name: str, text: str, published: str | None = "2024-03-12", **more: Any) -> Report:
    """A report of that name and text."""
    more.setdefault("captured_at", "2024-03-13T08:00:00Z")
    return Report(id=new_report_id(name), name=name, text=text, sha256="0" * 64, published=published, **more)


def claim(report_: Report, quote: str, **fields: Any) -> Claim:
    """A transfer claim with its quote found in the report; Iran to the Houthis, delivered, by default."""
    start = report_.text.index(quote)
    fields.setdefault("supplier", "Iran")
    fields.setdefault("recipient", "Houthis")
    fields.setdefault("stage", Stage.DELIVERED)
    made = Claim(
        report=report_.name,
        report_id=report_.id,
        quote=quote,
        quote_span=Span(start, start + len(quote)),
        **fields,
    )
    return made if made.id else msgspec.structs.replace(made, id=new_claim_id(made))


def goods(
    text: str, category: Category = Category.ROCKETS, designation: str | None = None
) -> tuple[Goods, ...]:
    """One kind of goods."""
    return (Goods(text=text, category=category, designation=designation),)


def crates(number: int, *, more: bool = False, text: str | None = None, **fields: Any) -> Quantity:
    """A number of crates, exact or "more than"."""
    words = text or f"{'more than ' if more else ''}{number} crates"
    return Quantity(text=words, min=number, max=None if more else number, unit="crates", **fields)


def source(name: str, cue: str = "said", title: str | None = None, via: tuple[str, ...] = ()) -> Source:
    """A source by name."""
    return Source(name=name, cue=cue, title=title, via=via)


def period(text: str, first: str | None, last: str | None) -> Period:
    """A worded period with its days."""
    days = [dt.date.fromisoformat(day) if day else None for day in (first, last)]
    return Period(text=text, earliest=days[0], latest=days[1])


def judgement(
    number: int, kind: JudgementKind, *subjects: str, value: dict[str, object] | None = None
) -> Judgement:
    """A judgement by an analyst."""
    return Judgement(
        id=f"j{number}",
        kind=kind,
        subjects=subjects,
        value=value,
        author="Ines Falk",
        at=f"2024-03-14T09:{number:02}:00Z",
        number=number,
    )


def simple(
    name: str,
    words: str,
    *,
    published: str | None = "2024-03-12",
    speaker: str | None = "Ana Brandt",
    title: str | None = "a spokeswoman for the U.S. State Department",
    **fields: Any,
) -> tuple[Report, Claim]:
    """A report of one sentence with the claim that it makes."""
    about = f", said {speaker}, {title}." if speaker else "."
    made = report(name, f"{words}{about}\n", published)
    by = source(speaker, title=title) if speaker else None
    return made, claim(made, words, **{"source": by, **fields})


def sent(name: str, words: str = "Iran sent rockets to the Houthis", **fields: Any) -> tuple[Report, Claim]:
    """A report of one sentence: Iran sent rockets to the Houthis, where no other words or goods are given."""
    fields.setdefault("goods", goods("rockets"))
    return simple(name, words, **fields)


def crates_sent(name: str, number: int, words: str = "sent {} crates", **fields: Any) -> tuple[Report, Claim]:
    """A report of one sentence: Iran sent so many crates of rockets to the Houthis; ``{}`` is the number."""
    fields.setdefault("quantity", crates(number))
    return sent(name, f"Iran {words.format(number)} of rockets to the Houthis", **fields)


def transfers(*pairs: tuple[Report, Claim]) -> tuple[Transfer, ...]:
    """The transfers of reports of one claim each."""
    return reconcile([r for r, _ in pairs], [c for _, c in pairs]).transfers


def joined(*pairs: tuple[Report, Claim]) -> list[set[int]]:
    """The transfers of reports of one claim each, each as the places of its reports among those given."""
    ids = [c.id for _, c in pairs]
    return sorted(({ids.index(c) for c in t.claims} for t in transfers(*pairs)), key=min)


def groups(report_: Report, *claims: Claim) -> list[set[int]]:
    """The transfers of one report, each as the places of its claims among those given."""
    found = reconcile([report_], claims).transfers
    return [{at for at, one in enumerate(claims) if one.id in t.claims} for t in found]


def together(result: Reconciled, one: str, two: str) -> bool:
    """Whether two claims go back to one origin."""
    return any({one, two} <= set(o.claims) for o in result.lineage.origins)


def response(report_: Report, quote: str, **fields: Any) -> Claim:
    """A response claim."""
    return claim(report_, quote, kind=ClaimKind.RESPONSE, stage=None, supplier=None, recipient=None, **fields)


DENIED: dict[str, Any] = {"stage": Stage.DENIED_TRANSFER, "certainty": Certainty.DENIED, "negated": True}
