"""Fifty readers at once while another process reads a batch in: no error, nothing lost."""

from __future__ import annotations

import asyncio
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import httpx
from bench.pages.addresses import Asked, pages_of
from bench.pages.building import Planted
from bench.pages.newsroom import batch
from bench.pages.serving import desk
from bench.pages.timing import percentile

from tallybook.pipeline import Pipeline
from tallybook.store import open_register, verify

READERS = 50
PAUSE = 2.0
"""Seconds for which a reader looks at a page, at most; half of it on average."""

REPORTS = 100
LONGEST = 240.0
"""Seconds after which the readers go, even where the batch is not done."""

AFTER = 10.0
"""Seconds for which the readers stay when the batch is done."""

SUBJECTS = 40


class Readers(NamedTuple):
    """What the readers met: milliseconds of each answer, and what went wrong."""

    times: list[float]
    errors: Counter[str]


def load(path: Path, folder: Path, readers: int = READERS) -> str:
    """Let readers read, and a batch be read, on a copy of a register; what came of it, in words.

    Raises:
        SystemExit: something was lost.
    """
    copy = folder / "load.db"
    shutil.copyfile(path, copy)
    pages = pages_of(copy, SUBJECTS)
    before = _holds(copy)
    with desk(copy) as address:
        begun = time.perf_counter()
        reading = subprocess.Popen([sys.executable, "-m", "bench.pages.load", str(copy)])
        try:
            met = asyncio.run(_readers(address, pages, reading, readers))
            status = reading.wait(timeout=LONGEST * 2)
        finally:
            reading.kill()
        lasted = time.perf_counter() - begun
    return _told(met, lasted, status) + _kept(copy, before)


def _told(met: Readers, lasted: float, status: int) -> str:
    half, most = (percentile(met.times, share) for share in (0.5, 0.95))
    errors = ", ".join(f"{what} ({count})" for what, count in met.errors.items()) or "no error"
    return (
        f"{READERS} readers, {len(met.times):,} pages in {lasted:.0f} s beside a batch of {REPORTS} reports "
        f"(ended with {status}): p50 {half:.0f} ms, p95 {most:.0f} ms, {errors}\n"
    )


def _kept(copy: Path, before: Counter[str]) -> str:
    """Compare what the register holds with what was put in."""
    told = batch(REPORTS)
    expected = before + Counter(reports=len(told), claims=sum(len(one.claims) for one in told))
    held = _holds(copy)
    register = open_register(copy, read_only=True)
    with register.reading() as book:
        ids = [claim.id for one in told for claim in one.claims]
        missing = len(ids) - len(book.claims.many(ids))
        waiting = book.counters.waiting()
        faults = sum(1 for _ in verify(book))
    register.close()
    if held != expected or missing or faults or waiting:
        raise SystemExit(f"lost: {held} instead of {expected}, {missing} missing, {faults} faults, {waiting}")
    return f"nothing lost: {held['reports']:,} reports, {held['claims']:,} claims, verified without a fault"


def _holds(path: Path) -> Counter[str]:
    register = open_register(path, read_only=True)
    with register.reading() as book:
        counts = Counter(reports=book.reports.count(), claims=book.claims.count().n)
    register.close()
    return counts


async def _readers(
    address: str, pages: list[Asked], reading: subprocess.Popen[bytes], readers: int
) -> Readers:
    met = Readers([], Counter())
    until = time.monotonic() + LONGEST

    def open_still() -> bool:
        nonlocal until
        if reading.poll() is not None:
            until = min(until, time.monotonic() + AFTER)
        return time.monotonic() < until

    limits = httpx.Limits(max_connections=readers)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client:

        async def one(number: int) -> None:
            rng = random.Random(number)
            while open_still():
                page = rng.choice(pages)
                begun = time.perf_counter()
                try:
                    answer = await client.get(rng.choice(page.addresses))
                    if answer.status_code != 200:
                        met.errors[f"{page.page}: {answer.status_code}"] += 1
                except httpx.HTTPError as error:
                    met.errors[f"{page.page}: {type(error).__name__}"] += 1
                met.times.append((time.perf_counter() - begun) * 1000)
                await asyncio.sleep(rng.random() * PAUSE)

        await asyncio.gather(*(one(number) for number in range(readers)))
    return met


def main(path: str) -> None:
    """Read the batch into the register, as another process does."""
    told = batch(REPORTS)
    register = open_register(path)
    pipeline = Pipeline(register, read_with=lambda: Planted(told))
    for _ in pipeline.take(one.capture for one in told):
        time.sleep(0.05)  # a real reader takes as long to read a report
    register.close()


if __name__ == "__main__":
    main(sys.argv[1])
