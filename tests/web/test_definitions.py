"""Every term that a page can show is explained, on pages as in the glossary."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum
from pathlib import Path

import pytest

from tallybook.model import JudgementKind, terms
from tallybook.web import definitions
from tests.web.desks import Desk

LISTS = [
    one
    for _, one in inspect.getmembers(terms, inspect.isclass)
    if issubclass(one, StrEnum) and one not in (StrEnum, terms.ClaimKind, terms.PrimaryState)
]
GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
def test_every_term_of_a_closed_list_is_explained(kind: type[StrEnum]) -> None:
    """Each member has a definition of its own list."""
    assert [term for term in kind if not definitions.definition(term)] == []


def test_the_glossary_says_the_same() -> None:
    """A definition that stands in a table of the glossary is the one that pages show."""
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|", GLOSSARY.read_text("utf-8"), re.MULTILINE)
    told = {term: re.sub(r"[*`]", "", meaning) for term, meaning in rows}
    shown = {term: meaning for group in definitions.GROUPS for term, meaning in group.terms.items()}
    both = set(told) & set(shown) - {"other"}
    assert len(both) > 60
    assert {term: shown[term] for term in both} == {term: told[term] for term in both}


def test_the_help_page_shows_all_of_them(desk: Desk) -> None:
    """Keys and terms stand together on one page."""
    page = desk.client.get("/help").text
    assert all(f"<dt>{term}</dt>" in page for group in definitions.GROUPS for term in group.terms)


def test_the_history_has_a_word_for_every_kind_of_judgement(desk: Desk) -> None:
    """No kind of judgement is shown without words."""
    from tallybook.web.pages.history import _WORDS  # noqa: PLC0415

    assert set(_WORDS) == set(JudgementKind)
