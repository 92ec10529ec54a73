"""Claims are mended, added and split by hand; every word stands in the report."""

from __future__ import annotations

import msgspec
import pytest
from starlette.datastructures import FormData

from tallybook.model import (
    Category,
    Claim,
    ClaimState,
    Goods,
    JudgementKind,
    Party,
    Period,
    Quantity,
    Report,
    Role,
    Route,
    Source,
    Span,
    Stage,
    Vessel,
)
from tallybook.web.claim_fields import ClaimFields, fields_in, fields_of
from tallybook.web.claim_parsing import claim_from
from tallybook.web.pages.editing import corrections
from tests.web.desks import WORDS, Desk

QUOTE = "Ruritania shipped 30 crates of rifles to Borduria"
REPORT = Report(id="r1", name="one.txt", text=WORDS, sha256="0", captured_at="2024-06-01T00:00:00Z")


def at(words: str) -> Span:
    start = WORDS.index(words)
    return Span(start, start + len(words))


FULL = Claim(
    id="c1",
    report="one.txt",
    report_id="r1",
    stage=Stage.SHIPPED,
    supplier="Ruritania",
    recipient="Borduria",
    parties=(
        Party(role=Role.SUPPLIER, name="Ruritania", text="Ruritania", span=at("Ruritania")),
        Party(role=Role.MAKER, name="Elbonia"),
    ),
    goods=(Goods(text="rifles", span=at("rifles"), category=Category.SMALL_ARMS, unroca="SALW", ml="ML1"),),
    quantity=Quantity(text="30 crates", span=at("30 crates"), min=30, max=30, unit="crates", cumulative=True),
    time=Period(text="on Tuesday", span=at("on Tuesday"), edtf="2024-05-28"),
    route=Route(from_place="Strelsau", via=("Klow", "Zenda"), vessels=(Vessel(name="Swift", imo="9074729"),)),
    source=Source(name="Ada Quill", title="clerk", via=("Wire",), cue="said", span=at("Ada Quill")),
    quote=QUOTE,
    quote_span=at(QUOTE),
)


def sent(fields: ClaimFields, **changed: str) -> dict[str, str]:
    """The form as a browser sends it, some fields changed; one row of goods and one further party at most."""
    values = {**fields.values, **changed}
    pairs = list(values.items())
    for row in fields.goods:
        pairs += [(f"goods_{name}", value) for name, value in row.items()]
    for row in fields.parties:
        pairs += [(f"party_{name}", value) for name, value in row.items()]
    return dict(pairs)


def read(**changed: str) -> tuple[Claim | None, dict[str, str]]:
    """The claim that the form of ``FULL`` says with some fields changed, and the faults."""
    fields = fields_in(FormData(sent(fields_of(FULL), **changed)))
    return claim_from(fields, FULL, REPORT), fields.faults


def test_a_form_that_nobody_touched_changes_nothing() -> None:
    """What the form shows is what the claim says, with every place kept."""
    assert read() == (FULL, {})


def test_a_correction_is_made_for_each_field_that_changed() -> None:
    """One judgement a field, which says what stood there before."""
    claim, _ = read(recipient="Sylvania", quantity_min="25", stage="delivered")
    assert claim is not None
    drafts = corrections(FULL, claim, "misread")
    assert [(draft.value or {})["field"] for draft in drafts] == ["stage", "recipient", "quantity"]
    assert drafts[0].value == {"field": "stage", "value": "delivered", "was": "shipped"}
    assert {(draft.kind, draft.reason) for draft in drafts} == {(JudgementKind.CORRECT, "misread")}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("quote", "words that nobody wrote"),
        ("quote", ""),
        ("quantity_text", "forty crates"),
        ("quantity_max", "7"),
        ("quantity_min", "many"),
        ("time_edtf", "Tuesday"),
        ("time_from", "2024-13-01"),
        ("time_to", "yesterday"),
        ("stage", ""),
        ("stage", "teleported"),
        ("source_name", ""),
        ("source_cue", "muttered"),
        ("supplier_text", "Elbonia"),
    ],
)
def test_a_fault_stands_beside_its_field(field: str, value: str) -> None:
    """What cannot be is told at the field, and no claim is made of it."""
    claim, faults = read(**{field: value})
    assert claim is None
    assert field in faults


def test_words_are_found_again_whatever_space_stands_between_them() -> None:
    """A quote typed with other white space is the report's own words; its place follows."""
    claim, faults = read(quote="Borduria, Ada  Quill said.  Borduria pledged", quote_from="", quote_to="")
    assert faults == {}
    assert claim is not None
    assert claim.quote == claim.quote_span.of(WORDS) == "Borduria, Ada Quill said.\n\nBorduria pledged"


def test_the_nearest_place_is_taken() -> None:
    """Words that stand more than once are taken inside the quote."""
    claim, _ = read(quote="Borduria pledged 7 crates of rifles to Sylvania", quantity_text="7 crates")
    assert claim is not None
    assert claim.quantity is not None
    assert claim.quantity.span == at("7 crates")
    assert claim.quote_span.contains(claim.quantity.span)


def test_a_date_gives_its_first_and_last_day() -> None:
    """A month alone allows each of its days."""
    claim, _ = read(time_edtf="2024-02", time_text="")
    assert claim is not None
    assert claim.time is not None
    assert (str(claim.time.earliest), str(claim.time.latest)) == ("2024-02-01", "2024-02-29")


def test_a_mended_claim_is_confirmed_and_undone_as_one_act(desk: Desk) -> None:
    """Saving corrects and vouches; one undo takes both back."""
    report = desk.add()
    claim = desk.claims(report)[0]
    form = sent(fields_of(claim), recipient="Sylvania", certainty="alleged")
    desk.judge(claim, "edit", confirm="1", **form)
    mended = desk.claims(report)[0]
    assert (mended.recipient, mended.certainty, mended.state) == ("Sylvania", "alleged", ClaimState.CHECKED)
    assert "recipient: Sylvania" in desk.client.get("/history").text
    desk.post(f"/reports/{report}/undo")
    assert desk.claims(report)[0] == claim


def test_an_edit_of_a_claim_that_changed_meanwhile_shows_both(desk: Desk) -> None:
    """Nothing is overwritten unseen: the form keeps what was typed beside what stands now."""
    report = desk.add()
    claim = desk.claims(report)[0]
    desk.judge(claim, "reject")
    form = sent(fields_of(claim), recipient="Elbonia")
    answer = desk.judge(claim, "edit", **form)
    assert answer.status_code == 409
    assert 'value="Elbonia"' in answer.text
    assert "Somebody changed this claim" in answer.text
    assert desk.claims(report)[0].recipient == "Borduria"


def test_a_claim_is_made_from_typed_words(desk: Desk) -> None:
    """Without a script, the quote is typed and found; the claim is the person's and checked."""
    report = desk.add()
    words = "nobody counted what lay on the quay"
    answer = desk.post(f"/reports/{report}/claims", kind="transfer", stage="unclear", supplier="Ruritania",
                       certainty="stated", quote=words)  # fmt: skip
    assert answer.status_code == 200, answer.text
    made = desk.claims(report)[-1]
    assert (made.quote, made.state, made.made_by) == (words, ClaimState.CHECKED, "Ada Quay")
    assert made.quote_span == at(words)


def test_selected_words_come_filled_in_with_what_the_reader_sees(desk: Desk) -> None:
    """The form of a new claim starts from the reader's claim on the same words."""
    report = desk.add()
    span = at("7 crates of rifles to Sylvania")
    form = desk.client.get(f"/reports/{report}/claims/new?from={span.start}&to={span.end}").text
    assert "7 crates of rifles to Sylvania</textarea>" in form
    assert 'value="Sylvania"' in form
    assert '<option value="pledged" selected' in form
    assert f'name="quote_from" value="{span.start}"' in form


def test_a_claim_is_split(desk: Desk) -> None:
    """The parts take its place, each with its own words, signed by who split it."""
    report = desk.add()
    claim = desk.claims(report)[0]
    form = desk.client.get(f"/claims/{claim.id}/split").text
    assert "Claim 2 of 2" in form
    parts: dict[str, str] = {}
    for number, recipient in enumerate(("Borduria", "Elbonia"), 1):
        fields = sent(fields_of(claim), recipient=recipient)
        parts |= {f"{number}-{name}": value for name, value in fields.items()}
    desk.judge(claim, "split", **parts)
    standing = [one for one in desk.claims(report) if one.state is not ClaimState.REJECTED]
    assert {one.recipient for one in standing if one.made_by == "Ada Quay"} == {"Borduria", "Elbonia"}
    assert claim.id not in {one.id for one in standing}


def test_the_reader_sees_only_the_paragraph(desk: Desk) -> None:
    """Words in which the reader sees nothing leave every field open."""
    report = desk.add()
    span = at("nobody counted")
    form = desk.client.get(f"/reports/{report}/claims/new?from={span.start}&to={span.end}").text
    assert "nobody counted</textarea>" in form
    assert 'value="Ruritania"' not in form.split("<datalist")[0]


def test_claims_are_equal_in_json(desk: Desk) -> None:
    """The API hands out the claim in the shape of the exports."""
    report = desk.add()
    claim = desk.claims(report)[0]
    assert msgspec.json.decode(desk.client.get(f"/api/claims/{claim.id}").content, type=Claim) == claim
