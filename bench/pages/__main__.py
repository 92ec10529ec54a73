"""Response times of every page at 1,000 and 100,000 claims; fifty readers of the small one during a reading.

    python -m bench.pages [--keep FOLDER] [--small N] [--big N] [--times N] [--only PAGE]... [--no-load]

Registers are built in FOLDER and used again the next time; without it they are built anew and thrown away.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from bench.pages.addresses import pages_of
from bench.pages.building import build, describe
from bench.pages.load import load
from bench.pages.serving import desk
from bench.pages.timing import compare, table

SUBJECTS = 20
"""Subjects of a page; half as many as times, so that each is drawn anew once and remembered once."""


def main() -> None:
    """Print the sizes, the table and the load."""
    parser = argparse.ArgumentParser(prog="bench.pages")
    parser.add_argument("--keep", type=Path, help="folder of the registers")
    parser.add_argument("--small", type=int, default=1_000)
    parser.add_argument("--big", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=40, help="how often each page is asked for")
    parser.add_argument("--only", action="append", help="pages to ask for")
    parser.add_argument("--no-load", action="store_true", help="leave the fifty readers out")
    parser.add_argument("--no-pages", action="store_true", help="leave the pages out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = options.keep or Path(place)
        small, big = (_register(folder, claims) for claims in (options.small, options.big))
        if not options.no_pages:
            _pages(small, big, options.times, options.only)
        if not options.no_load:
            print(load(small, Path(place)))


def _register(folder: Path, claims: int) -> Path:
    path = folder / f"{claims}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        begun = time.perf_counter()
        build(path, claims)
        print(f"built in {time.perf_counter() - begun:.0f} s")
    print(describe(path), flush=True)
    return path


def _pages(small: Path, big: Path, times: int, only: list[str] | None) -> None:
    with desk(small) as one, desk(big) as two:
        asked = [pages_of(path, SUBJECTS) for path in (small, big)]
        if only:
            asked = [[page for page in pages if page.page in only] for pages in asked]
        for line in table(compare((one, asked[0]), (two, asked[1]), times)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
