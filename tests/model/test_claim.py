"""Claims keep their words, their shape and their ids."""

from __future__ import annotations

import msgspec
import pytest

from tallybook.model import Action, Claim, ClaimKind, Quantity, Span, Stage, new_claim_id

TEXT = "Ruritania sent 40 rifles to Freedonia, the ministry said."

CONTRACT_FIELDS = [
    "id",
    "report",
    "report_id",
    "kind",
    "state",
    "made_by",
    "stage",
    "action",
    "actor",
    "target",
    "instrument",
    "supplier",
    "recipient",
    "parties",
    "goods",
    "quantity",
    "time",
    "said_on",
    "route",
    "source",
    "evidence",
    "certainty",
    "negated",
    "hedges",
    "quote",
    "quote_span",
    "also",
    "also_spans",
    "why",
]


def claim(start: int = 0, end: int = 37, supplier: str = "Ruritania", stage: Stage = Stage.SHIPPED) -> Claim:
    """A claim on the words of TEXT from start to end."""
    return Claim(
        report_id="r1",
        stage=stage,
        supplier=supplier,
        recipient="Freedonia",
        quote=TEXT[start:end],
        quote_span=Span(start, end),
    )


def test_the_exported_shape_is_the_whole_shape() -> None:
    """Every field of the claims export is there, in its order, also where nothing is known."""
    assert list(msgspec.to_builtins(claim())) == CONTRACT_FIELDS


def test_a_claim_reads_back_from_its_json() -> None:
    """Writing a claim as JSON and reading it gives the same claim."""
    whole = msgspec.structs.replace(
        claim(), quantity=Quantity(text="40 rifles", span=Span(15, 24), min=40, max=40, unit="rifles")
    )
    assert msgspec.json.decode(msgspec.json.encode(whole), type=Claim) == whole


def test_a_claim_stands_only_in_the_text_that_holds_its_words() -> None:
    """Words that are not at their span, quote or further mention, do not stand."""
    assert claim().stands_in(TEXT)
    assert not claim().stands_in("x" + TEXT)
    also = msgspec.structs.replace(claim(), also=("sent",), also_spans=(Span(0, 4),))
    assert not also.stands_in(TEXT)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (claim(10, 37), True),
        (claim(stage=Stage.DELIVERED), True),
        (claim(36, 56), False),
        (claim(supplier="Sylvania"), False),
        (msgspec.structs.replace(claim(), kind=ClaimKind.RESPONSE), False),
        (msgspec.structs.replace(claim(), action=Action.WARNS), False),
        (msgspec.structs.replace(claim(), report_id="r2"), False),
    ],
)
def test_a_finding_is_the_same_by_place_and_parties(other: Claim, *, same: bool) -> None:
    """Half of the shorter quote, the same parties in the same direction, the same report and kind."""
    assert claim().same_finding(other) is same
    assert other.same_finding(claim()) is same


def test_an_id_depends_on_what_is_claimed_and_where() -> None:
    """The same finding gets the same id again; another stage, place or party gets another one."""
    assert new_claim_id(claim()) == new_claim_id(claim())
    ids = {new_claim_id(c) for c in (claim(), claim(1), claim(supplier="X"), claim(stage=Stage.USED))}
    assert len(ids) == 4
