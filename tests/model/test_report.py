"""Reports have permanent ids and a handling mark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import MENDABLE, Handling, Report, Span, new_report_id


@given(name=st.text(alphabet=st.characters(codec=None), max_size=40))
def test_any_name_has_one_permanent_id(name: str) -> None:
    """Any path or address, broken Unicode included, has an id, the same each time."""
    assert new_report_id(name) == new_report_id(name)
    assert len(new_report_id(name)) == 13


def test_handling_marks_are_ordered() -> None:
    """The marks stand from the least to the most restrictive."""
    assert [mark.rank for mark in Handling] == sorted(mark.rank for mark in Handling)
    assert Handling.CLEAR.rank < Handling.AMBER.rank < Handling.RED.rank


def test_what_can_be_mended_is_a_field_of_a_report() -> None:
    """Every mendable field exists, so that no mending is lost."""
    assert set(MENDABLE) <= set(Report.__struct_fields__)


def test_what_is_content_is_told_around_clutter_inside_a_line() -> None:
    """A stretch with clutter inside gives the pieces around it, in order; all clutter gives nothing."""
    report = Report(
        id="r1", name="a", text="abcdefghij", sha256="", captured_at="", clutter=(Span(6, 8), Span(0, 2))
    )
    assert report.outside_clutter(Span(1, 10)) == (Span(2, 6), Span(8, 10))
    assert report.outside_clutter(Span(6, 8)) == ()
    assert report.outside_clutter(Span(3, 5)) == (Span(3, 5),)
