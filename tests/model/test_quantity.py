"""Quantities know what their words commit to."""

from __future__ import annotations

import pytest

from tallybook.model import Quantity


def quantity(low: float | None, high: float | None, unit: str | None = "containers") -> Quantity:
    """A quantity of that unit with these bounds."""
    return Quantity(text="as worded", min=low, max=high, unit=unit)


def test_bounds_the_wrong_way_round_are_refused() -> None:
    """A quantity cannot be more than it is at most."""
    with pytest.raises(ValueError, match="wrong way round"):
        quantity(10, 5)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (quantity(1000, 1000), quantity(1000, None), True),
        (quantity(1000, 1000), quantity(1001, None), False),
        (quantity(None, 500), quantity(600, 900), False),
        (quantity(None, None), quantity(600, 900), True),
        (quantity(1000, 1000), quantity(1000, 1000, "boxes"), False),
        (quantity(1000, 1000), quantity(1000, 1000, None), True),
    ],
)
def test_two_figures_may_be_one_when_some_amount_satisfies_both(
    one: Quantity, other: Quantity, *, may: bool
) -> None:
    """Bounds that leave room for one amount may speak of it; other units never do; order is no matter."""
    assert one.may_equal(other) is may
    assert other.may_equal(one) is may


def test_only_a_bare_figure_is_exact() -> None:
    """A bound, a range or an "about" is not an exact figure."""
    assert quantity(7, 7).exact
    assert not quantity(7, None).exact
    assert not quantity(7, 8).exact
    assert not Quantity(text="some 7", min=7, max=7, approx=True).exact


def test_the_figure_is_the_number_that_stands_in_the_words() -> None:
    """A lower bound, an upper bound and an exact figure each name one number; open words name none."""
    assert quantity(1000, None).figure == 1000
    assert quantity(None, 500).figure == 500
    assert quantity(None, None).figure is None
