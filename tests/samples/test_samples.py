"""The sample reports are whole, readable, and say that they are samples."""

from __future__ import annotations

from tallybook.errors import InputError
from tallybook.gather import gather
from tallybook.model import Capture
from tallybook.samples import folder

TAKEN = list(gather([str(folder())]))
REPORTS = [result.report for result in TAKEN if isinstance(result, Capture)]


def test_every_sample_is_read_without_an_error() -> None:
    """The demonstration starts with no complaint, and with fourteen reports at least."""
    assert [str(result) for result in TAKEN if isinstance(result, InputError)] == []
    assert len(REPORTS) >= 14


def test_every_sample_says_that_it_is_one() -> None:
    """Nobody can take a sample for a report of a real outlet, and the notice is never read as content."""
    for report in REPORTS:
        at = report.text.find("Sample report: the outlet is invented")
        assert at > 0, report.name
        assert any(span.start <= at < span.end for span in report.clutter), report.name


def test_nobody_is_quoted_in_a_sample() -> None:
    """Real persons are paraphrased only: no sample holds quotation marks around a sentence."""
    for report in REPORTS:
        assert not set('“”"«»') & set(report.text), report.name


def test_samples_know_their_dates() -> None:
    """Every sample carries at least the year that it came out, so that periods can be worked out."""
    for report in REPORTS:
        assert report.published is not None, report.name
        assert report.published[:2] == "20", report.name
