"""The outlet that a report stands in: by which names it goes, and that it relays nothing to itself."""

from __future__ import annotations

import msgspec
import pytest

from tallybook.model import Report
from tallybook.read import Reader
from tallybook.read.attribution.house import own_names
from tests.read.reporting import report_of

TOLD = "Mali gave Chad rifles in May, an envoy told the Nile Gazette."


@pytest.mark.parametrize(
    ("text", "known", "via"),
    [
        (TOLD, {}, ("Nile Gazette",)),
        (TOLD, {"publisher": "The Nile Gazette"}, ()),
        (TOLD, {"credit": "Nile Gazette"}, ()),
        (TOLD, {"publisher": "Sahel Wire"}, ("Nile Gazette",)),
        (f"NILE GAZETTE\n\nRifles for Chad\n\n{TOLD}", {}, ()),
        (f"Rifles for Chad\n\nBy Ana Moro, Nile Gazette\n\n{TOLD}", {}, ()),
        (f"Rifles for Chad\n\nBy Ana Moro\n\n{TOLD}", {}, ("Nile Gazette",)),
    ],
)
def test_who_talks_to_the_outlet_talks_to_the_report(
    reader: Reader, text: str, known: dict[str, str], via: tuple[str, ...]
) -> None:
    """A source that speaks to the report's own outlet is relayed by nobody; one that speaks to others is."""
    report = msgspec.structs.replace(report_of(text), **known)
    claim = next(c for c in reader.read(report) if "rifles in May" in c.quote or "gave" in c.quote)
    assert claim.source is not None
    assert claim.source.via == via


def test_a_sentence_is_no_masthead() -> None:
    """Names are taken from lines that hold nothing else, near the top."""
    report: Report = report_of("Nile Gazette closes its doors today.\n\nSahel Wire\n\nRain fell.")
    assert own_names(report) == {"sahel wire"}
