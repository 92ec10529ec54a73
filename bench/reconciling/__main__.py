"""How reconciling grows: time and memory for 1,000, 10,000 and 100,000 synthetic reports, and for one more.

Run from the root of the repository: ``python -m bench.reconciling [COUNT ...]``.
"""

from __future__ import annotations

import argparse
import gc
import resource
import time

from bench.reconciling.newsroom import Planted, reports

from tallybook.model import Relation
from tallybook.reconcile import Reconciler
from tallybook.reconcile.shingles import shingle_hashes, winnow
from tallybook.reconcile.words import folded_words

ONE_MORE = 200
COLUMNS = (
    "reports",
    "add s",
    "refresh s",
    "export s",
    "MB",
    "one more ms",
    "one judged ms",
    "overlaps",
    "transfers",
)


def main(counts: list[int]) -> None:
    """Print one line for each size."""
    fingerprints()
    print("".join(f"{name:>15}" for name in COLUMNS))
    for count in counts:
        measure(count)


def fingerprints() -> None:
    """Print how many reports of 400 words are fingerprinted in a second on this core."""
    texts = [report.text for report, _ in reports(2_000, Planted(), seed=3)]
    start = time.process_time()
    for text in texts:
        winnow(shingle_hashes(folded_words(text)))
    spent = time.process_time() - start
    words = sum(len(text.split()) for text in texts)
    print(f"fingerprints: {words / 400 / spent:,.0f} reports of 400 words a second on one core\n")


def measure(count: int) -> None:
    """Fill a book with ``count`` reports, then add one report at a time."""
    planted = Planted()
    feed = reports(count + ONE_MORE, planted)
    book = Reconciler()
    gc.collect()
    start = time.process_time()
    for _ in range(count):
        book.add(*next(feed))
    added = time.process_time()
    book.refresh()
    fresh = time.process_time()
    result = book.result()
    exported = time.process_time()
    last = [next(feed) for _ in range(ONE_MORE)]
    one_start = time.process_time()
    for one in last:
        book.add(*one)
        book.refresh()
    one_more = (time.process_time() - one_start) / ONE_MORE * 1000
    judged = _judge(book, last[0][1][0].id)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = [f"{spent:.1f}" for spent in (added - start, fresh - added, exported - fresh)]
    sizes = [f"{len(result.lineage.overlaps):,}", f"{len(result.transfers):,}"]
    row = (f"{count:,}", *seconds, f"{memory:,.0f}", f"{one_more:.1f}", f"{judged:.1f}", *sizes)
    print("".join(f"{cell:>15}" for cell in row), flush=True)
    later = sum(r.relation is Relation.LATER_TOTAL_OF for t in result.transfers for r in t.related)
    print(
        f"{'':>15}planted: {planted.copies:,} copies, {planted.totals:,} totals ({later:,} related), "
        f"{planted.denials:,} denials",
        flush=True,
    )


def _judge(book: Reconciler, claim: str) -> float:
    """Milliseconds from a judgement to the transfers that it changes."""
    from tallybook.model import Judgement, JudgementKind  # noqa: PLC0415

    start = time.process_time()
    book.judge(
        Judgement(
            id="j1", kind=JudgementKind.CHECK, subjects=(claim,), author="bench", at="2026-01-01T00:00:00Z"
        )
    )
    book.refresh()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.reconciling", description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", metavar="COUNT", default=[1_000, 10_000, 100_000])
    main(parser.parse_args().counts)
