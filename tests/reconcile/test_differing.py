"""Differences that are easily seen where there is none, and those that are easily missed."""

from __future__ import annotations

from typing import Any

import pytest

from tallybook.model import Category, Certainty, DifferenceType, Quantity, Transfer
from tallybook.reconcile import reconcile
from tests.reconcile.press import DENIED, claim, crates, goods, groups, period, report, simple, source
from tests.reconcile.test_differences import attribute, compared, types

NASAMS = goods("NASAMS", Category.AIR_DEFENCE, "NASAMS")


def of(unit: str, number: float | None, text: str) -> Quantity:
    """So many of a unit, in these words."""
    return Quantity(text=text, min=number, max=number, unit=unit)


def told(*reports: tuple[str, list[tuple[str, dict[str, Any]]]]) -> tuple[Transfer, ...]:
    """The transfers of reports, each a name with the clauses that it consists of."""
    pairs = []
    for name, clauses in reports:
        one = report(name, ". ".join(words for words, _ in clauses) + ".\n")
        pairs.append((one, [claim(one, words, **fields) for words, fields in clauses]))
    return reconcile([r for r, _ in pairs], [c for _, claims in pairs for c in claims]).transfers


def test_an_amount_in_words_is_set_beside_a_number() -> None:
    """Beside "40 crates", "at least as many as last year" is a bound, "a great many" another wording."""
    for words, kind in (
        ("at least as many crates as last year", DifferenceType.BOUND),
        ("a great many crates", DifferenceType.WORDING),
    ):
        found = compared({}, {"quantity": of("crates", None, words)})
        assert types(found, "quantity") == {kind}, words


@pytest.mark.usefixtures("by_rules")
def test_a_whole_of_which_the_report_counts_a_part_is_no_rival_of_the_part() -> None:
    """Who has "six launchers in all, three of them from Norway" agrees with who has three from Norway."""
    norway: dict[str, Any] = {"supplier": "Norway", "recipient": "Ukraine", "goods": NASAMS}
    whole = "Ukraine was given at least six NASAMS batteries by now"
    found = told(
        (
            "one.txt",
            [
                (
                    "Norway gave Ukraine three NASAMS batteries",
                    {**norway, "quantity": of("batteries", 3, "three NASAMS batteries")},
                )
            ],
        ),
        (
            "two.txt",
            [
                (
                    whole,
                    {
                        **norway,
                        "supplier": None,
                        "quantity": Quantity(text="at least six NASAMS batteries", min=6, unit="batteries"),
                    },
                ),
                (
                    "three of them came from Norway",
                    {
                        **norway,
                        "goods": goods("them", Category.AIR_DEFENCE),
                        "quantity": of("batteries", 3, "three of them"),
                    },
                ),
            ],
        ),
    )
    transfer = next(t for t in found if len(t.reports) == 2)
    assert types(transfer, "quantity") == set()


def test_as_many_of_one_type_in_another_unit_drift_in_the_unit() -> None:
    """Two systems here and two launchers there are one figure in two units; systems and batteries are one."""
    for unit, kinds in (("launchers", {DifferenceType.UNIT}), ("batteries", set())):
        found = compared(
            {"goods": NASAMS, "quantity": of("systems", 2, "two NASAMS systems")},
            {"goods": NASAMS, "quantity": of(unit, 2, f"two NASAMS {unit}")},
        )
        assert types(found, "quantity") == kinds, unit


def test_a_share_of_all_is_no_load() -> None:
    """What part of all arms comes from somebody is no one transfer with a load, but with such a share."""
    one = report(
        "one.txt", "Iran sent rockets to the Houthis. Under 1% of all arms the Houthis got are Iran's.\n"
    )
    share = Quantity(text="Under 1%", max=1, unit="percent of imports")
    by = {"source": source("Ana Brandt", title="a spokeswoman for the U.S. State Department")}
    load = claim(one, "Iran sent rockets to the Houthis", goods=goods("rockets"), **by)
    part = claim(
        one,
        "Under 1% of all arms the Houthis got are Iran's",
        goods=goods("arms", Category.UNSPECIFIED),
        quantity=share,
        **by,
    )
    assert sorted(map(sorted, groups(one, load, part))) == [[0], [1]]
    less = Quantity(text="Less than 1 per cent", max=1, unit="percent of imports")
    two, other = simple(
        "two.txt",
        "Less than 1 per cent of the arms of the Houthis are from Iran",
        goods=goods("arms", Category.UNSPECIFIED),
        quantity=less,
    )
    found = reconcile([one, two], [load, part, other]).transfers
    assert sorted(len(t.claims) for t in found) == [1, 2]


def test_who_goes_as_far_as_nobody_else_differs_in_certainty() -> None:
    """Where each report accuses, and one says "believe" while others tell it flatly, that one is weaker."""

    def clauses(surest: Certainty, words: str) -> list[tuple[str, dict[str, Any]]]:
        shared = {
            "goods": goods("rockets"),
            "source": source("Ana Brandt", title="a spokeswoman for the U.S. State Department"),
        }
        return [
            ("Iran sent rockets to the Houthis", {**shared, "certainty": Certainty.ALLEGED}),
            (words, {**shared, "certainty": surest}),
        ]

    found = told(
        ("one.txt", clauses(Certainty.STATED, "Iran put rockets aboard for the Houthis")),
        ("two.txt", clauses(Certainty.STATED, "rockets for the Houthis came from Iran")),
        ("three.txt", clauses(Certainty.ASSESSED, "Iran loaded rockets for the Houthis, we believe")),
    )
    transfer = max(found, key=lambda t: len(t.claims))
    assert types(transfer, "certainty") == {DifferenceType.CERTAINTY}


def test_the_offices_of_two_people_are_no_two_wordings_of_one() -> None:
    """A title in other words is told of one speaker; another speaker has another office."""
    one: dict[str, object] = {
        "source": source("Ana Brandt", title="a spokeswoman for the U.S. State Department")
    }
    same: dict[str, object] = {"source": source("Ana Brandt", title="the U.S. State Department's voice")}
    other = {"source": source("Bo Reed", title="an envoy of the United States")}
    assert types(compared(one, same), "source_title") == {DifferenceType.WORDING}
    found = told(
        (
            "one.txt",
            [
                (
                    "Iran sent 40 crates of rockets to the Houthis",
                    {**one, "goods": goods("rockets"), "quantity": of("crates", 40, "40 crates")},
                )
            ],
        ),
        (
            "two.txt",
            [
                (
                    "The Houthis got 40 crates of rockets from Iran",
                    {**other, "goods": goods("rockets"), "quantity": of("crates", 40, "40 crates")},
                )
            ],
        ),
    )
    transfer = max(found, key=lambda t: len(t.claims))
    assert len(transfer.claims) == 2
    assert attribute(transfer, "source_title").differences == ()


def test_who_only_denies_leaves_nothing_out() -> None:
    """A report that holds the denial and no more is silent on the figure, and leaves no figure out."""
    forty: dict[str, Any] = {"goods": goods("rockets"), "quantity": of("crates", 40, "40 crates")}
    found = told(
        ("one.txt", [("Iran sent 40 crates of rockets to the Houthis", forty)]),
        ("two.txt", [("Iran gave the Houthis 40 crates of rockets", forty)]),
        (
            "three.txt",
            [
                (
                    "Iran denied that it had sent rockets to the Houthis",
                    {**DENIED, "goods": goods("rockets"), "source": source("Iran", "denied")},
                )
            ],
        ),
    )
    transfer = max(found, key=lambda t: len(t.claims))
    assert types(transfer, "quantity") == set()


def test_a_rare_figure_is_one_figure_whatever_it_counts() -> None:
    """Beside "up to 40,000 rockets", "40,000 missiles" has lost a bound."""
    upper = Quantity(text="up to 40,000 rockets", min=None, max=40_000, unit="rockets")
    bare = of("missiles", 40_000, "40,000 missiles")
    words = "Iran sent the Houthis arms in May"
    (found,) = told(
        ("one.txt", [(words, {"goods": goods("rockets"), "quantity": upper})]),
        ("two.txt", [(words, {"goods": goods("missiles", Category.MISSILES), "quantity": bare})]),
    )
    assert DifferenceType.BOUND in types(found, "quantity")


def test_words_for_a_time_are_set_side_by_side_where_a_third_report_has_none() -> None:
    """A time that one report leaves out does not hide that two others word it otherwise."""
    when = {"one.txt": period("in spring", None, None), "two.txt": period("early in the year", None, None)}
    words = "Iran sent the Houthis 40 crates"
    dated = [(name, [(words, {"time": time, "quantity": crates(40)})]) for name, time in when.items()]
    (found,) = told(*dated, ("three.txt", [(words, {"quantity": crates(40)})]))
    assert types(found, "period") == {DifferenceType.WORDING, DifferenceType.OMISSION}
