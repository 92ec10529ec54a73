"""Measures that may apply: the right paragraph, the right direction, the right day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook import vocabulary
from tallybook.model import Category
from tallybook.screen import measures_for

OCTOBER_2023 = dt.date(2023, 10, 13)
ARMS = (Category.UNSPECIFIED, Category.ARTILLERY_AMMUNITION)

days = st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))
parties = st.sampled_from(["North Korea", "Russia", "Iran", "Houthis", "India", "Germany", None])
goods = st.lists(st.sampled_from(Category), max_size=4)


def ids(supplier: str | None, recipient: str | None, what: tuple[Category, ...], on: dt.date) -> set[str]:
    """The ids of the measures that may apply to a flow on one day."""
    return {hit.id for hit in measures_for(supplier, recipient, what, on, on)}


def test_arms_from_the_dprk_fall_under_the_export_bans() -> None:
    """Arms from North Korea to Russia: the export bans, and the catch-all for other forces."""
    found = ids("North Korea", "Russia", ARMS, OCTOBER_2023)
    assert {"UNSCR 1718 8(b)", "UNSCR 1874 9", "UNSCR 2270 8"} <= found
    assert not {"UNSCR 1718 8(a)(i)", "UNSCR 1874 10"} & found


def test_arms_to_the_dprk_fall_under_the_supply_bans() -> None:
    """The other direction falls under other paragraphs, and none of the first direction's."""
    found = ids("Russia", "North Korea", (Category.AIR_DEFENCE, Category.UNSPECIFIED), OCTOBER_2023)
    assert {"UNSCR 1718 8(a)(i)", "UNSCR 1874 10", "UNSCR 2270 6"} <= found
    assert not {"UNSCR 1718 8(b)", "UNSCR 1874 9", "UNSCR 2270 8"} & found


@pytest.mark.parametrize(
    ("name", "supplier", "what", "last"),
    [
        ("UNSCR 2231 Annex B 4", "Iran", Category.DRONES, dt.date(2023, 10, 17)),
        ("UNSCR 2231 Annex B 6(b)", "Iran", Category.SMALL_ARMS, dt.date(2020, 10, 17)),
    ],
)
def test_a_measure_ends_to_the_day(name: str, supplier: str, what: Category, last: dt.date) -> None:
    """A measure may apply on its last day in force and not on the day after."""
    assert name in ids(supplier, "Russia", (what,), last)
    assert name not in ids(supplier, "Russia", (what,), last + dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("name", "flow", "first"),
    [
        ("UNSCR 1874 9", ("North Korea", "Russia"), dt.date(2009, 6, 12)),
        ("UNSCR 1747 5, restored", ("Iran", "Russia"), dt.date(2025, 9, 28)),
    ],
)
def test_a_measure_starts_to_the_day(name: str, flow: tuple[str, str], first: dt.date) -> None:
    """A measure may apply on its first day and not on the day before."""
    assert name in ids(*flow, ARMS, first)
    assert name not in ids(*flow, ARMS, first - dt.timedelta(days=1))


def test_a_flow_that_nobody_embargoes_has_no_measure() -> None:
    """Missiles from India to the Philippines fall under nothing in the file."""
    assert ids("India", "Philippines", (Category.MISSILES,), dt.date(2024, 4, 19)) == set()


def test_an_embargo_binds_those_whom_it_binds() -> None:
    """The European embargo on Russia binds a member state, not Serbia; a member only since it joined."""
    name = "EU 2014/512 2(1)"
    assert name in ids("Germany", "Russia", (Category.SMALL_ARMS,), OCTOBER_2023)
    assert name not in ids("Serbia", "Russia", (Category.SMALL_ARMS,), OCTOBER_2023)
    assert name not in ids("United Kingdom", "Russia", (Category.SMALL_ARMS,), OCTOBER_2023)
    assert name in ids("United Kingdom", "Russia", (Category.SMALL_ARMS,), dt.date(2019, 1, 1))


def test_a_period_that_only_partly_meets_the_measure_says_so() -> None:
    """Where the measure ended within the possible time, the reason says that it covers a part."""
    hits = measures_for("Iran", "Russia", [Category.DRONES], dt.date(2023, 10, 1), dt.date(2023, 11, 30))
    hit = next(hit for hit in hits if hit.id == "UNSCR 2231 Annex B 4")
    assert hit.in_force_on == "2023-10-17"
    assert "on part of the time" in hit.reason


def test_without_a_date_nothing_is_guessed() -> None:
    """No date: the day stays open, the reason says so, and ended measures are left out."""
    hits = measures_for("Iran", "Russia", [Category.DRONES])
    assert hits
    assert all(hit.in_force_on is None and "no date" in hit.reason for hit in hits)
    assert "UNSCR 2231 Annex B 4" not in {hit.id for hit in hits}


def test_unnamed_goods_may_be_arms_and_the_reason_says_so() -> None:
    """Containers of unknown content may hold arms; fuel does not."""
    (hit,) = [
        hit
        for hit in measures_for("North Korea", "Russia", [Category.OTHER], None, OCTOBER_2023)
        if hit.id == "UNSCR 1874 9"
    ]
    assert "may apply if they are arms" in hit.reason
    assert "UNSCR 1874 9" not in ids("North Korea", "Russia", (Category.FUEL,), OCTOBER_2023)


@given(supplier=parties, recipient=parties, what=goods, one=days, other=days)
def test_every_hit_has_paragraph_reason_and_a_day_in_force(
    supplier: str | None, recipient: str | None, what: list[Category], one: dt.date, other: dt.date
) -> None:
    """Whatever is asked: "may" and never "breach", a paragraph, and a day on which it was in force."""
    measures = {measure.name: measure for measure in vocabulary.load().measures}
    earliest, latest = sorted((one, other))
    for hit in measures_for(supplier, recipient, what, earliest, latest):
        measure = measures[hit.id]
        assert hit.in_force_on is not None
        on = dt.date.fromisoformat(hit.in_force_on)
        assert earliest <= on <= latest
        assert measure.since <= on
        assert measure.until is None or on < measure.until
        assert hit.paragraph
        assert hit.reason.startswith("may apply")
        assert "breach" not in hit.reason


def test_every_entry_names_its_source_and_what_was_not_checked() -> None:
    """An entry that was not checked against its text says so; every entry says where it is written."""
    for measure in vocabulary.load().measures:
        assert measure.source
        assert measure.verified or measure.note, measure.name


def test_every_party_of_a_measure_is_in_the_vocabulary() -> None:
    """The ends that a measure names are names that claims can carry."""
    known = {entry.name for kind in ("states", "bodies") for entry in getattr(vocabulary.load(), kind)}
    for measure in vocabulary.load().measures:
        assert {*measure.supplier, *measure.recipient} <= known, measure.name
