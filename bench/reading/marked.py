"""Reports that we wrote and marked ourselves, to see how the reader does on what rules were not made for.

They stand in ``reports`` in batches: a report, a line of three dashes, one line for each claim::

    supplier > recipient | stage | certainty | words | further words ...

``-`` is an open end, ``/`` parts what is right as well, the best first; ``!`` before the stage negates, ``?``
at the start marks what may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "reports"

MANNERS = (("2401", "short reports"), ("2101", "long pages"), ("1101", "dense and hard"))
"""From which number on reports are written in which manner."""

Gold = dict[str, object]


class Marked(NamedTuple):
    """A report and its claims, in the shape of a gold file."""

    name: str
    text: str
    claims: list[Gold]


def read_batches(folder: Path = FOLDER) -> Iterator[Marked]:
    """Every marked report, in the order of the files.

    Raises:
        ValueError: a line cannot be read, or its words do not stand in the report; names both.
    """
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"(?m)^=== *", path.read_text("utf-8"))[1:]:
            name, _, rest = part.partition("\n")
            text, _, lines = rest.partition("\n---\n")
            text = text.strip("\n") + "\n"
            marks = (line.strip() for line in lines.splitlines() if line.strip())
            yield Marked(name.strip(), text, [_claim(mark, text, name.strip()) for mark in marks])


def by_manner(reports: Iterable[Marked]) -> list[tuple[str, list[Marked]]]:
    """The reports by the manner in which they were written (``reports/README.md``)."""
    found: dict[str, list[Marked]] = {}
    for report in reports:
        manner = next(manner for first, manner in MANNERS if report.name >= first)
        found.setdefault(manner, []).append(report)
    return list(found.items())


def _claim(mark: str, text: str, name: str) -> Gold:
    fields = [field.strip() for field in mark.lstrip("? ").split("|")]
    if len(fields) < 4 or ">" not in fields[0]:
        raise ValueError(f"{name}: not a claim: {mark[:80]}")
    spans = [_place(words, text, name) for words in fields[3:]]
    supplier, _, recipient = fields[0].partition(">")
    values: dict[str, Sequence[str | None]] = {
        "supplier": _values(supplier),
        "recipient": _values(recipient),
        "stage": [stage.lstrip("!") for stage in fields[1].split("/")],
        "certainty": fields[2].split("/"),
    }
    return {
        **{key: found[0] for key, found in values.items()},
        "accept": {key: found[1:] for key, found in values.items()},
        "negated": fields[1].startswith("!"),
        "optional": mark.startswith("?"),
        "quote_span": spans[0],
        "also_spans": spans[1:],
    }


def _place(words: str, text: str, name: str) -> list[int]:
    if not words or words not in text:
        raise ValueError(f"{name}: these words do not stand in the report: {words[:80]}")
    start = text.index(words)
    return [start, start + len(words)]


def _values(field: str) -> list[str | None]:
    return [None if one.strip() in ("-", "") else one.strip() for one in field.split("/")]
