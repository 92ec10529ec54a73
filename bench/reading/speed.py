"""How fast does the reader read, and how much memory does it need, beside the model's pipeline alone?"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.reading.score import report_of

from tallybook.read import Reader

if TYPE_CHECKING:
    from spacy.language import Language


ROUNDS = 5
"""How often both go over the texts, in turn, so that what else the machine does falls on both."""


def speed(reader: Reader, language: Language, folder: Path) -> str:
    """Words per processor second of reader and pipeline over the texts of a folder, on one core: medians."""
    reports = [report_of(path) for path in sorted(folder.rglob("*.txt"))]
    if not reports:
        return f"{folder}: no texts"
    words = sum(len(report.text.split()) for report in reports)
    reader.read(reports[0])
    list(language.pipe([reports[0].text]))
    reading, parsing = [], []
    for _ in range(ROUNDS):
        reading.append(_seconds(lambda: [reader.read(report) for report in reports]))
        parsing.append(_seconds(lambda: list(language.pipe(report.text for report in reports))))
    ratio = median(mine / theirs for mine, theirs in zip(reading, parsing, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    fast = f"reader {words / median(reading):,.0f} words/s, pipeline {words / median(parsing):,.0f} words/s"
    size = f"{len(reports)} reports, {words} words"
    return f"{folder.name}: {size}; {fast}, ratio {ratio:.2f}; peak {peak:,.0f} MB"


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return max(time.process_time() - start, 1e-6)
