"""CSV: flat, safe in a spreadsheet, readable back."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import (
    Amount,
    Attribute,
    Category,
    Certainty,
    Claim,
    Dates,
    Difference,
    DifferenceType,
    Goods,
    Period,
    Quantity,
    Route,
    Source,
    Span,
    Stage,
    Transfer,
    Vessel,
)
from tallybook.write import claims_csv, transfers_csv

CLAIM = Claim(
    id="c1",
    report="one.txt",
    supplier="Northland",
    recipient="Southland",
    stage=Stage.SHIPPED,
    goods=(
        Goods(text="rifles", category=Category.SMALL_ARMS, unroca="SALW"),
        Goods(text="Grad", category=Category.ROCKETS, designation="BM-21"),
    ),
    quantity=Quantity(text="300 crates", min=300, max=300, unit="crates", cumulative=False),
    time=Period(
        text="on Friday", edtf="2024-03-01", earliest=dt.date(2024, 3, 1), latest=dt.date(2024, 3, 1)
    ),
    route=Route(from_place="Portus", vessels=(Vessel(name="Ann", imo="9074729"), Vessel(name="Bo"))),
    source=Source(name="Ada Quill", via=("The Quay Courier",)),
    certainty=Certainty.STATED,
    quote="Northland shipped 300 crates",
    quote_span=Span(5, 33),
)


def rows(pieces: object) -> list[dict[str, str]]:
    text = b"".join(pieces).decode()  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_claim_is_one_flat_row() -> None:
    """Every part of a claim stands in a column of its own; lists are joined."""
    (row,) = rows(claims_csv([CLAIM], lambda claim: f"https://desk.example/{claim.id}"))
    assert row["link"] == "https://desk.example/c1"
    assert (row["supplier"], row["recipient"], row["stage"]) == ("Northland", "Southland", "shipped")
    assert (row["goods"], row["categories"]) == ("rifles; Grad", "small-arms; rockets")
    assert (row["designations"], row["unroca"]) == ("BM-21", "SALW")
    assert (row["quantity"], row["min"], row["max"], row["approx"]) == ("300 crates", "300", "300", "no")
    assert (row["time_edtf"], row["time_from"], row["time_to"]) == ("2024-03-01", "2024-03-01", "2024-03-01")
    assert row["vessels"] == "Ann (IMO 9074729); Bo"
    assert (row["source"], row["source_via"]) == ("Ada Quill", "The Quay Courier")
    assert (row["quote"], row["quote_from"], row["quote_to"]) == ("Northland shipped 300 crates", "5", "33")


def test_what_is_left_open_is_an_empty_cell() -> None:
    """Nothing is written for what the words leave open: no zero, no "None"."""
    (row,) = rows(claims_csv([Claim(quote="x", quote_span=Span(0, 1))]))
    assert {
        row[name] for name in ("supplier", "stage", "quantity", "min", "approx", "time_from", "source")
    } == {""}


def test_no_claims_are_a_header() -> None:
    """An empty export still says what its columns would be."""
    assert b"".join(claims_csv([])).startswith(b"id,link,report,")


def test_a_transfer_is_one_flat_row() -> None:
    """Amounts, days, differences and counts stand in columns."""
    transfer = Transfer(
        id="t1",
        supplier="Northland",
        recipient=None,
        stage=Stage.SHIPPED,
        goods=(Category.ROCKETS,),
        quantity=Amount(low=300, best=None, high=None, unit="crates"),
        period=Dates(earliest=dt.date(2024, 3, 1)),
        claims=("c1", "c2"),
        reports=("one.txt", "two.txt"),
        origins_at_most=1,
        attributes=(
            Attribute(
                name="certainty",
                status="differ",
                differences=(
                    Difference(
                        type=DifferenceType.CERTAINTY, change="weaker", between=("c1", "c2"), reason="r"
                    ),
                ),
            ),
        ),
    )
    (row,) = rows(transfers_csv([transfer]))
    assert (row["low"], row["best"], row["unit"], row["from"], row["to"]) == (
        "300",
        "",
        "crates",
        "2024-03-01",
        "",
    )
    assert (row["claims"], row["reports"], row["origins_at_most"]) == ("2", "one.txt; two.txt", "1")
    assert row["differences"] == "certainty: certainty (weaker)"
    assert (row["grade_proposed"], row["recipient"]) == ("yes", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_formula_is_told_as_words(start: str) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe."""
    words = start + "HYPERLINK(1)"
    claim = Claim(
        id="c", report=words, supplier=words, quote=words, quote_span=Span(0, 1), source=Source(name=words)
    )
    (row,) = rows(claims_csv([claim], lambda _: words))
    for name in ("link", "report", "supplier", "quote", "source"):
        assert row[name] == "'" + words


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_come_back(words: str) -> None:
    """Whatever a quote holds, one row is one row, and its words come back but for the apostrophe."""
    claim = Claim(quote=words, quote_span=Span(0, len(words)), also=(words,))
    (row,) = rows(claims_csv([claim]))
    assert row["quote"].removeprefix("'" if words[0] in "=+-@\t\r＝＋－＠" else "") == words
    assert not row["quote"].startswith(("=", "+", "-", "@", "\t", "\r"))
