"""Hostile words are shown harmlessly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.web import safe


@given(text=st.text(alphabet=st.characters(codec=None), max_size=60))
def test_offsets_stay_true(text: str) -> None:
    """Showing hidden characters changes none of the positions, and showing twice changes nothing more."""
    shown = safe.visible(text)
    assert len(shown) == len(text)
    assert safe.visible(shown) == shown


def test_reordering_and_hidden_characters_are_seen() -> None:
    """A right-to-left override, a zero-width space and a control character become visible."""
    assert safe.visible("a\u202eb\u200bc\x00") == "a↔b␣c␦"


@pytest.mark.parametrize("hidden", ["\u2063", "\U000e0041", "\u3164", "\u00ad"])
def test_whatever_has_no_shape_is_seen(hidden: str) -> None:
    """Invisible operators, tags, fillers and soft hyphens cannot smuggle anything into a name."""
    assert safe.visible(f"Ada{hidden}Quay\nsaid “yes”") == "Ada␣Quay\nsaid “yes”"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScript:alert(1)",
        "data:text/html,x",
        "//host/path",
        "http://",
        "http://[",
        "",
    ],
)
def test_only_web_addresses_become_links(address: str) -> None:
    """Addresses that a browser would run or cannot follow are no links."""
    assert safe.link(address) is None


def test_a_web_address_is_a_link() -> None:
    """An http or https address with a host can be followed."""
    assert safe.link("https://example.org/a?b=c") == "https://example.org/a?b=c"


def test_names_fit_on_a_line() -> None:
    """A name is one line and never longer than the limit."""
    assert "\n" not in safe.name("a\nb")
    assert len(safe.name("x" * 10_000)) == safe.NAME_LIMIT
