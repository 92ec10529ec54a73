"""Reports of which only the part that names arms is looked at first."""

from __future__ import annotations

import pytest

from tallybook.model import Claim, Report
from tallybook.read import Reader
from tallybook.read.page import Draft, build_page
from tallybook.read.text.layout import lay_out
from tallybook.read.text.parse import load_language

AROUND = [
    "The minister of Ecuador opened a school in the north of the country and spoke of teachers and of books.",
    "Farmers there had waited for the rain for months, and the markets were full of people on that day.",
    "In the evening a concert was held in the old town, at which a band from the coast played for hours.",
]
"""What is told before and behind, which says nothing of arms."""


def read(reader: Reader, told: str) -> tuple[Claim, ...]:
    text = "\n\n".join([*AROUND, told, *AROUND])
    return reader.read(Report(id="r", name="own.txt", text=text, sha256="", captured_at="2024-05-15"))


@pytest.mark.parametrize(
    "told",
    [
        "On the way he said that Norway had delivered 40 howitzers to Moldova.",
        "The United States imposed sanctions on three firms for selling drones to Sudan.",
        "Forty missiles were given to the country by Iran.",
    ],
)
def test_one_sentence_about_arms_in_other_news_is_read(reader: Reader, told: str) -> None:
    """What stands around a claim in news of other things does not hide it."""
    assert read(reader, told)


def test_arms_in_passing_leave_the_rest_unread(reader: Reader) -> None:
    """Where the words that name arms tell of nothing, nothing is claimed."""
    assert not read(reader, "The police in Norway found that no weapon was used in the fight.")


def test_a_block_asked_for_twice_is_the_same() -> None:
    """Pages of a draft do not touch each other: what is mended on one is as it was on the next."""
    text = "\n\n".join([*AROUND, "Norway sold rifles to Chad."])
    report = Report(id="r", name="own.txt", text=text, sha256="", captured_at="")
    draft = Draft(report, lay_out(report), load_language())
    (first,) = draft.page(frozenset({3})).sentences
    first.tokens()[0].dep_ = "mended"
    again = draft.page(frozenset(range(4)))
    whole = build_page(report, load_language())
    assert [s.span for s in again.sentences] == [s.span for s in whole.sentences]
    assert [t.dep_ for s in again.sentences for t in s.tokens()] == [
        t.dep_ for s in whole.sentences for t in s.tokens()
    ]
