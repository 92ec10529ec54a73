"""Scores and speed of reading, in one run.

    python -m bench.reading --gold GOLD --texts TEXTS [--news FOLDER]...
    python -m bench.reading --marked

``--gold`` and ``--texts`` may be given several times, in pairs; every ``--news`` folder is timed as well.
``--marked`` scores the reader on the reports in ``bench/reading/reports``, by the manner of writing.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy
from bench.reading.marked import by_manner, read_batches
from bench.reading.score import score, score_marked
from bench.reading.speed import speed

from tallybook.read import Reader
from tallybook.read.text.parse import DEFAULT_MODEL, UNUSED, load_language
from tallybook.vocabulary import load


def main() -> None:
    """Print one table for each gold folder and one line for each timed folder."""
    parser = argparse.ArgumentParser(prog="bench.reading", description=__doc__)
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--texts", type=Path, action="append", default=[])
    parser.add_argument("--news", type=Path, action="append", default=[])
    parser.add_argument("--marked", action="store_true")
    options = parser.parse_args()
    language = load_language()
    reader = Reader(load(), language)
    untouched = spacy.load(DEFAULT_MODEL, exclude=list(UNUSED))  # without what loading ours makes quicker
    for gold, texts in zip(options.gold, options.texts, strict=True):
        print(f"== {gold}\n{score(reader, gold, texts).table()}")
    for manner, reports in by_manner(read_batches()) if options.marked else ():
        print(f"== {manner}: {len(reports)} reports of our own\n{score_marked(reader, reports).table()}")
    for folder in (*options.texts, *options.news):
        print(speed(reader, untouched, folder))


if __name__ == "__main__":
    main()
