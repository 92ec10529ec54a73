"""``python -m bench.store [CLAIMS ...]``: milliseconds that pages ask of registers of several sizes."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.store.filling import fill

from tallybook.store import Book, ClaimFilter, TransferFilter

QUESTIONS: dict[str, Callable[[Book], object]] = {
    "claims, newest": lambda book: book.claims.page(),
    "claims, published": lambda book: book.claims.page(order="published"),
    "claims, by flow": lambda book: book.claims.page(order="flow"),
    "claims of a flow": lambda book: book.claims.page(ClaimFilter(supplier="State1", recipient="State0")),
    "claims of a speaker": lambda book: book.claims.page(ClaimFilter(speaker="Speaker5")),
    "claims, category and certainty": lambda book: book.claims.page(
        ClaimFilter(category="fuel", certainty="stated")
    ),
    "claims, party and stage, published": lambda book: book.claims.page(
        ClaimFilter(party="State1", stage="shipped"), "published"
    ),
    "claims, a category, rejected (none)": lambda book: book.claims.page(
        ClaimFilter(category="fuel", state="rejected")
    ),
    "claims, common words": lambda book: book.claims.page(ClaimFilter(words="rifles")),
    "facets": lambda book: book.claims.facets(),
    "facets of a certainty": lambda book: book.claims.facets(ClaimFilter(certainty="stated")),
    "search, common word": lambda book: book.search("rifles"),
    "search, beginning of a word": lambda book: book.search("speaker5 sta"),
    "reports, queue": lambda book: book.shelf.page("queue"),
    "a report with its claims": lambda book: (
        book.reports.get("report-000007.txt"),
        book.claims.of_report(book.reports.get("report-000007.txt").id),
    ),
    "transfers, most claims": lambda book: book.transfers.page(),
    "transfers, a category": lambda book: book.transfers.page(TransferFilter(category="small-arms")),
    "flows": lambda book: book.transfers.flows(),
    "parties": lambda book: book.tallies.top("party"),
}


def main(sizes: list[int]) -> None:
    """Print a table, one column a size."""
    columns: list[list[float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            start = time.perf_counter()
            path = Path(folder) / f"{size}.db"
            register = fill(path, size)
            spent = time.perf_counter() - start
            print(f"{size:,} claims: {spent:.0f} s to write, {path.stat().st_size / 1e6:,.0f} MB")
            columns.append([])
            for ask in QUESTIONS.values():
                times = []
                for _ in range(15):
                    with register.reading() as book:
                        start = time.perf_counter()
                        ask(book)
                        times.append((time.perf_counter() - start) * 1000)
                columns[-1].append(statistics.median(times))
            register.close()
    print(f"\n{'milliseconds, median':38}" + "".join(f"{size:>12,}" for size in sizes))
    for row, name in enumerate(QUESTIONS):
        print(f"{name:38}" + "".join(f"{column[row]:12.2f}" for column in columns))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000])
