"""Registers of a given size, filled through the store and reconciled, without the language model."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.pages.newsroom import REPORTS, Told, newsroom

from tallybook.model import Attribution, Claim, Judgement, JudgementKind, Lineage, Report
from tallybook.pipeline.reconciling import Memory
from tallybook.reconcile import Reconciled, Reconciler
from tallybook.screen import measures_for
from tallybook.store import Register, open_register

AT_ONCE = 500
BLOCK = 40 * REPORTS
"""Reports that are reconciled together."""

READER = "planted"
DECIDED = 20
"""One claim in so many is decided on."""


class Planted:
    """A reader that knows beforehand what stands in each report."""

    def __init__(self, told: list[Told]) -> None:
        self._claims = {one.capture.report.name: one.claims for one in told}

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims that were planted."""
        return self._claims.get(report.name, ())

    def attributions(self, _text: str) -> tuple[Attribution, ...]:
        """None; not asked for here."""
        return ()


def build(path: Path, claims: int) -> None:
    """Make a register with about so many claims at ``path``, complete only when it stands there."""
    making = path.with_suffix(".making")
    making.unlink(missing_ok=True)
    register = open_register(making, create=True)
    told = newsroom(claims)
    for start in range(0, len(told), AT_ONCE):
        _put(register, told[start : start + AT_ONCE])
    _decide(register, [claim.id for one in told for claim in one.claims])
    _reconcile(register)
    with register.reading() as book:
        book.connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    register.close()
    making.rename(path)


def _put(register: Register, some: list[Told]) -> None:
    with register.writing() as book:
        for told in some:
            added = book.reports.add(told.capture)
            book.findings.put(added.report, told.claims, READER, told.capture.report.captured_at)


def _decide(register: Register, ids: list[str]) -> None:
    rng = random.Random(7)
    with register.writing() as book:
        for number, claim in enumerate(rng.sample(ids, len(ids) // DECIDED)):
            kind = JudgementKind.REJECT if number % 5 == 0 else JudgementKind.CHECK
            book.judgements.append(
                Judgement(
                    id=f"j{number:012x}",
                    kind=kind,
                    subjects=(claim,),
                    author=f"Reader {number % 4}",
                    at="2026-01-01T00:00:00Z",
                )
            )


def _reconcile(register: Register) -> None:
    """Reconcile flows apart from one another, some at a time, and write all of it as the pipeline does.

    What is planted in one flow has nothing to do with any other, and comparing every report with all others
    of its week is measured elsewhere (``bench.reconciling``).
    """
    with register.writing() as book:
        judgements: dict[str, list[Judgement]] = {}
        for judgement in book.judgements.since():
            judgements.setdefault(judgement.subjects[0], []).append(judgement)
        blocks: dict[int, Reconciler] = {}
        for report in book.reports.all():
            number = int("".join(char for char in report.name if char.isdecimal()))
            block = blocks.setdefault(number // BLOCK, Reconciler(measures_for))
            claims = book.findings.of_report(report.id)
            block.add(report, claims)
            block.judge_all([one for claim in claims for one in judgements.get(claim.id, ())])
        Memory().write(book, _together([block.result() for block in blocks.values()]))


def _together(parts: list[Reconciled]) -> Reconciled:
    """Results of parts of a book that have nothing to do with one another, as one."""

    def joined(of: Sequence[object], field: str) -> Any:
        return tuple(one for part in of for one in getattr(part, field))

    lineages = [part.lineage for part in parts]
    lineage = Lineage(**{name: joined(lineages, name) for name in Lineage.__struct_fields__})
    told = {
        name: joined(parts, name)
        for name in Reconciled.__struct_fields__
        if name not in {"lineage", "independence"}
    }
    independence = {id_: one for part in parts for id_, one in part.independence.items()}
    return Reconciled(lineage=lineage, independence=independence, **told)


def describe(path: Path) -> str:
    """What a register holds, on one line: its size, and claims per transfer and per flow."""
    register = open_register(path, read_only=True)
    with register.reading() as book:
        sql = book.connection.exec_driver_sql
        reports, claims, flows, tied = (
            int(sql(f"SELECT count(*) FROM {table}").scalar_one())  # noqa: S608 - fixed names
            for table in ("reports", "claims", "flows", "transfer_claims")
        )
        transfers = book.transfers.count()
    register.close()
    size = path.stat().st_size / 1e6
    return (
        f"{claims:>9,} claims in {reports:>7,} reports, {transfers:>7,} transfers of {tied / transfers:.1f} "
        f"claims, {flows:>6,} flows of {claims / flows:.1f} claims, {size:,.0f} MB"
    )
