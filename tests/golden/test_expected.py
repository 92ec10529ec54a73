"""The expectations themselves are whole: their words stand in the samples, and every sample has some."""

from __future__ import annotations

import json
from pathlib import Path

from tests.golden.comparing import compare
from tests.golden.expected import load_expected
from tests.golden.floor import samples

EXPECTED = load_expected()
REPORTS = samples()


def test_every_sample_has_its_expectations() -> None:
    """No sample can be added without saying what it holds."""
    assert set(EXPECTED) == set(REPORTS)


def test_every_expected_quote_stands_in_its_report_once() -> None:
    """Quotes are exact, findable in one place only, and never clutter."""
    for name, expected in EXPECTED.items():
        report = REPORTS[name]
        for quote in [*(e.quote for e in expected.claims), *(e.quote for e in expected.responses)]:
            assert report.text.count(quote) == 1, (name, quote)
            at = report.text.find(quote)
            assert not any(span.start <= at < span.end for span in report.clutter), (name, quote)


def test_further_words_stand_in_the_report() -> None:
    """What is said again elsewhere in a report stands there exactly."""
    for name, expected in EXPECTED.items():
        for words in [words for e in expected.claims for words in e.also]:
            assert words in REPORTS[name].text, (name, words)


def test_a_reader_that_finds_nothing_misses_everything() -> None:
    """The comparison can fail: silence finds no claim and is never wrong."""
    for name, expected in EXPECTED.items():
        outcome = compare(expected, REPORTS[name].text, ())
        assert outcome.found == ()
        assert outcome.wrong == ()
        assert len(outcome.missed) == sum(not e.optional for e in expected.claims)


def test_lineage_speaks_of_samples_only() -> None:
    """Edges, chains and origins of the expected lineage name reports that exist."""
    lineage = json.loads((Path(__file__).parent / "lineage.json").read_text())
    named = {edge[end] for edge in lineage["edges"] for end in ("from", "to")}
    named |= {name for group in lineage["chains"] for name in group}
    named |= {name for origin in lineage["origins"] for name in origin["reports"]}
    assert named <= set(REPORTS)
