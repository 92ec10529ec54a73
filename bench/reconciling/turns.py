"""What one report or one decision costs a process that has just started, in registers of several sizes.

Run from the root of the repository: ``python -m bench.reconciling.turns [--keep FOLDER] [COUNT ...]``.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

import msgspec
from bench.reconciling.newsroom import STATES, Planted, reports

from tallybook.model import Attribution, Capture, Claim, JudgementKind, Report
from tallybook.pipeline import Pipeline
from tallybook.store import Register, open_register

AT_ONCE = 500
ROUNDS = 3
NEW_NAMES = "Ada Quill", "Ines Varga"
"""Two speakers of whom nobody heard before the last reports came."""

NAMES = tuple(f"Ministry of {state}" for state in STATES[:2])
"""Two speakers that others are as common as."""

News = tuple[Report, tuple[Claim, ...]]


class Known:
    """A reader that knows beforehand what stands in each report."""

    def __init__(self, told: Sequence[News]) -> None:
        self._claims = {report.name: claims for report, claims in told}

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims that were planted."""
        return self._claims[report.name]

    def attributions(self, _text: str) -> tuple[Attribution, ...]:
        """None; not asked for here."""
        return ()


class Round:
    """One report and decisions on it, each in a pipeline that has loaded nothing.

    Args:
        register: filled with ``reports``.
        news: a report that is not in it yet, with its claims.
        other: the id of one that is.
    """

    def __init__(self, register: Register, news: News, other: str) -> None:
        self._register, self._news = register, news
        self._pair = (other, news[0].id)
        self._made = ""

    def turns(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What is done, by what it is called."""
        decide, claims = self._decide, self._news[1]
        yield "take in a report", self._take
        yield "a copy", lambda: decide(JudgementKind.COPY, self._pair, {"kind": "copy"})
        yield "no copy", lambda: decide(JudgementKind.NOT_COPY, self._pair)
        yield "undo that", lambda: decide(JudgementKind.UNDO, [self._made])
        grade = {"reliability": "B"}
        for told, names in ((" that few reports have", NEW_NAMES), (" of one in 60 claims", NAMES)):
            grading = partial(decide, JudgementKind.GRADE_SOURCE, names[:1], grade)
            yield f"reliability of a name{told}", grading
            yield f"two names{told} are one", partial(decide, JudgementKind.SAME_PARTY, names)
            yield f"two names{told} are two", partial(decide, JudgementKind.NOT_SAME_PARTY, names)
        yield "reject a claim", lambda: decide(JudgementKind.REJECT, [claims[0].id])

    def _pipeline(self) -> Pipeline:
        return Pipeline(self._register, read_with=lambda: Known([self._news]))

    def _take(self) -> None:
        list(self._pipeline().take([Capture(data=None, report=self._news[0])]))

    def _decide(
        self, kind: JudgementKind, subjects: Sequence[str], value: Mapping[str, object] | None = None
    ) -> None:
        self._made = self._pipeline().decide(kind, subjects, "bench", value=value).id


def feed(count: int) -> tuple[list[News], list[News]]:
    """So many reports, and the last few, whose speakers are new."""
    told = list(islice(reports(count + ROUNDS, Planted()), count + ROUNDS))
    last = []
    for number, (report, claims) in enumerate(told[count:]):
        named = [_said_by(NEW_NAMES[number % 2], claim) for claim in claims]
        last.append((report, tuple(named)))
    return told[:count], last


def fill(path: Path, told: Sequence[News]) -> None:
    """A register at ``path`` with these reports, reconciled; complete only when it stands there."""
    making = path.with_suffix(".making")
    making.unlink(missing_ok=True)
    register = open_register(making, create=True)
    for start in range(0, len(told), AT_ONCE):
        with register.writing() as book:
            for report, claims in told[start : start + AT_ONCE]:
                stored = book.reports.add(Capture(data=None, report=report)).report
                book.findings.put(stored, claims, "planted", report.captured_at)
    Pipeline(register).settle()
    with register.reading() as book:
        book.connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    register.close()
    making.rename(path)


def measure(count: int, folder: Path, rounds: int) -> None:
    """Print the median of the seconds that each turn takes the processor, and the slowest."""
    told, last = feed(count)
    kept, path = folder / f"{count}.db", folder / f"{count}.copy"
    if not kept.exists():
        fill(kept, told)
    shutil.copy(kept, path)
    register = open_register(path)
    spent: dict[str, list[float]] = defaultdict(list)
    for news, (other, _) in zip(last[:rounds], told, strict=False):
        for name, turn in Round(register, news, other.id).turns():
            start = time.process_time()
            turn()
            spent[name].append(time.process_time() - start)
            print(f"{count:>10,}  {name:46}{spent[name][-1]:10.3f} s", flush=True)
    for name, seconds in spent.items():
        print(f"{count:>10,}  {name:46}{median(seconds):10.3f}{max(seconds):10.3f}", flush=True)
    register.close()
    path.unlink()


def _said_by(name: str, claim: Claim) -> Claim:
    source = msgspec.structs.replace(claim.source, name=name) if claim.source else None
    return msgspec.structs.replace(claim, source=source)


def main() -> None:
    """Print a line for each turn and size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--keep", type=Path, help="a folder where registers are kept and used again")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        for count in options.counts:
            measure(count, options.keep or Path(made), options.rounds)


if __name__ == "__main__":
    main()
