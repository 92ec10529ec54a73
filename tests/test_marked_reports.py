"""The reports that the reader is measured on, as they are marked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bench.reading.marked import MANNERS, by_manner, read_batches

from tallybook.model import Certainty, Stage

REPORTS = tuple(read_batches())


def test_every_report_has_a_number_of_its_own() -> None:
    """No report counts twice, and every manner of writing has some."""
    assert [name for name, often in Counter(r.name for r in REPORTS).items() if often > 1] == []
    assert {manner for manner, _ in by_manner(REPORTS)} == {manner for _, manner in MANNERS}


def test_every_mark_is_one_that_the_reader_could_make() -> None:
    """Stages and certainties are ours."""
    for report in REPORTS:
        for claim in report.claims:
            assert claim["stage"] in list(Stage), report.name
            assert claim["certainty"] in list(Certainty), report.name


def test_words_that_do_not_stand_in_the_report_are_refused(tmp_path: Path) -> None:
    """A quote is exact or it is none."""
    batch = "=== 0001\nA text.\n---\nX > Y | shipped | stated | other words\n"
    (tmp_path / "one.txt").write_text(batch, "utf-8")
    with pytest.raises(ValueError, match="0001: these words do not stand"):
        list(read_batches(tmp_path))


def test_silence_is_measured_as_well() -> None:
    """One report in five at least tells of no transfer."""
    assert sum(not r.claims for r in REPORTS) * 5 >= len(REPORTS)
