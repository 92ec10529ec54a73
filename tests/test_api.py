"""The public API: what others may build on."""

from __future__ import annotations

import pytest

import tallybook


def test_the_public_names_are_these() -> None:
    """Ten names at most; one more, or one less, is a decision and belongs into the changelog."""
    assert tallybook.__all__ == [
        "Capture",
        "Claim",
        "InputError",
        "Judgement",
        "Pipeline",
        "Register",
        "Report",
        "TallybookError",
        "Transfer",
        "open_register",
    ]


@pytest.mark.parametrize("name", tallybook.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    """Each can be imported from the root and says what it is."""
    assert getattr(tallybook, name).__doc__
    assert name in dir(tallybook)


def test_other_names_are_not_there() -> None:
    """What is not public is an error at once."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = tallybook.nothing
