"""Response times of two desks beside each other."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import httpx
from bench.pages.addresses import Asked
from bench.pages.serving import CPU_HEADER

BAR = 1.5
WARMING = 3


class Times(NamedTuple):
    """Milliseconds of each answer: by the clock, and of the processor."""

    clock: list[float]
    cpu: list[float]


def percentile(times: Sequence[float], share: float) -> float:
    """The time within which this share of answers came (nearest rank)."""
    return sorted(times)[max(0, min(len(times) - 1, round(share * len(times)) - 1))]


def compare(
    small: tuple[str, list[Asked]], big: tuple[str, list[Asked]], times: int
) -> Iterable[tuple[str, bool, Times, Times]]:
    """Ask both desks for each page in turn, so many times; a page that only one of them has is left out."""
    others = {asked.page: asked for asked in big[1]}
    with httpx.Client(base_url=small[0], timeout=60) as one, httpx.Client(base_url=big[0], timeout=60) as two:
        for asked in small[1]:
            other = others.get(asked.page)
            if other is None:
                continue
            # As many subjects of each, so that both draw as many pictures anew.
            subjects = min(len(asked.addresses), len(other.addresses))
            ways = [asked.addresses[:subjects], other.addresses[:subjects]]
            yield asked.page, asked.barred, *_in_turn((one, two), ways, times)


def _in_turn(
    clients: tuple[httpx.Client, httpx.Client], ways: list[tuple[str, ...]], times: int
) -> tuple[Times, Times]:
    found = (Times([], []), Times([], []))
    for client, way in zip(clients, ways, strict=True):
        for _ in range(WARMING):
            _ask(client, way[0])
    pairs = itertools.islice(itertools.cycle(zip(*ways, strict=True)), times)
    for number, pair in enumerate(pairs):
        for side in (0, 1) if number % 2 else (1, 0):
            clock, cpu = _ask(clients[side], pair[side])
            found[side].clock.append(clock)
            found[side].cpu.append(cpu)
    return found


def _ask(client: httpx.Client, address: str) -> tuple[float, float]:
    begun = time.perf_counter()
    answer = client.get(address)
    spent = (time.perf_counter() - begun) * 1000
    if answer.status_code != 200:
        raise SystemExit(f"{address}: answered {answer.status_code}")
    return spent, float(answer.headers[CPU_HEADER])


def table(rows: Iterable[tuple[str, bool, Times, Times]]) -> Iterable[str]:
    """The lines of the table, as they come; the last one says how many pages are above the bar."""
    yield f"{'ms':<24}{'small':>16}{'big':>16}{'big / small':>15}{'processor, p50':>25}"
    yield f"{'page':<24}" + f"{'p50':>8}{'p95':>8}" * 3 + f"{'small':>8}{'big':>8}{'ratio':>8}"
    above = []
    for page, barred, small, big in rows:
        ours = [percentile(side.clock, share) for side in (small, big) for share in (0.5, 0.95)]
        cpu = [percentile(side.cpu, 0.5) for side in (small, big)]
        ratio = ours[3] / ours[1]
        if barred and ratio > BAR:
            above.append(page)
        mark = " " if not barred or ratio <= BAR else "!"
        clock = "".join(f"{ms:>8.1f}" for ms in ours)
        yield (
            f"{page:<24}{clock}{ours[2] / ours[0]:>8.2f}{ratio:>7.2f}{mark}"
            f"{cpu[0]:>8.1f}{cpu[1]:>8.1f}{cpu[1] / cpu[0]:>8.2f}"
        )
    yield f"above {BAR} (p95): " + (", ".join(above) or "none")
