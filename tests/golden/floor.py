"""What the reader reaches on the sample reports, and the floor below which it may not fall.

Written anew only by this command, when the reader has become better::

    python -m tests.golden.floor
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from tallybook.gather import gather
from tallybook.model import Capture, Report
from tallybook.samples import folder
from tests.golden.comparing import FIELDS, Comparison, compare
from tests.golden.expected import load_expected

FLOOR = Path(__file__).parent / "floor.json"


class Floor(msgspec.Struct, frozen=True, kw_only=True):
    """Totals over all samples, and which claims were found.

    Attributes:
        wrong: how many claims of the reader answered to nothing.
        right: of the found claims, how many had the field right.
        found: quotes of the required claims found, by report.
        responses: how many required responses were found.
    """

    wrong: int
    right: dict[str, int]
    found: dict[str, tuple[str, ...]]
    responses: int = 0

    @property
    def count(self) -> int:
        """How many required claims were found."""
        return sum(map(len, self.found.values()))


def samples() -> dict[str, Report]:
    """The sample reports by name."""
    taken = gather([str(folder())])
    return {capture.report.name: capture.report for capture in taken if isinstance(capture, Capture)}


def read_samples() -> dict[str, Comparison]:
    """The reader's outcome for every sample."""
    from tallybook.read import Reader  # noqa: PLC0415 - the reader's own failure must not break other tests
    from tallybook.read.text.parse import load_language  # noqa: PLC0415
    from tallybook.vocabulary import load  # noqa: PLC0415

    reader, reports = Reader(load(), load_language()), samples()
    return {
        name: compare(expected, reports[name].text, reader.read(reports[name]))
        for name, expected in load_expected().items()
    }


def floor_of(outcome: dict[str, Comparison]) -> Floor:
    """The floor that an outcome makes."""
    return Floor(
        wrong=sum(len(c.wrong) for c in outcome.values()),
        right={field: sum(c.right[field] for c in outcome.values()) for field in FIELDS},
        found={name: c.found for name, c in outcome.items()},
        responses=sum(len(c.responses) for c in outcome.values()),
    )


def load_floor() -> Floor:
    """The floor as it was written down."""
    return msgspec.json.decode(FLOOR.read_bytes(), type=Floor)


if __name__ == "__main__":
    FLOOR.write_bytes(msgspec.json.format(msgspec.json.encode(floor_of(read_samples())), indent=1) + b"\n")
