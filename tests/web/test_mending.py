"""What is known of a report can be mended in place, and everybody sees by whom."""

from __future__ import annotations

import pytest

from tests.web.desks import WORDS, Desk


def test_a_mend_shows_and_is_signed(desk: Desk) -> None:
    """Changed fields are judgements; fields that were left alone are none."""
    report = desk.add(WORDS, title="Quay", publisher="Sheet")
    shown = {"was-title": "Quay", "was-publisher": "Sheet", "was-authors": ""}
    answer = desk.post(
        f"/reports/{report}/mend", title="Quay", publisher="Harbour Sheet", authors="A. One; B. Two", **shown
    )
    assert "Harbour Sheet" in answer.text
    assert "A. One, B. Two" in answer.text
    with desk.pipeline.register.reading() as book:
        kinds = [(one.kind, (one.value or {})["field"]) for one in book.judgements.about(report)]
        mended = book.reports.get(report)
    assert kinds == [("mend", "authors"), ("mend", "publisher")]
    assert mended.authors == ("A. One", "B. Two")


def test_two_who_mend_different_fields_lose_nothing(desk: Desk) -> None:
    """A field that a form shows as it was is left as somebody else mended it meanwhile."""
    report = desk.add(WORDS, title="Quay", publisher="Sheet")
    before = {"title": "Quay", "publisher": "Sheet", "was-title": "Quay", "was-publisher": "Sheet"}
    desk.post(f"/reports/{report}/mend", **{**before, "title": "On the quay"})
    desk.post(f"/reports/{report}/mend", **{**before, "publisher": "Harbour Sheet"})
    with desk.pipeline.register.reading() as book:
        mended = book.reports.get(report)
    assert (mended.title, mended.publisher) == ("On the quay", "Harbour Sheet")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("url", "javascript:alert(1)"),
        ("archive_url", "no address"),
        ("published", "yesterday"),
        ("language", "<b>"),
        ("handling", "SECRET"),
    ],
)
def test_a_mend_that_cannot_be_is_told(desk: Desk, field: str, value: str) -> None:
    """One sentence says what is wrong; nothing is changed."""
    report = desk.add()
    answer = desk.post(f"/reports/{report}/mend", **{field: value, f"was-{field}": ""})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    with desk.pipeline.register.reading() as book:
        assert book.judgements.about(report) == ()


def test_seen_leads_on_to_the_next_that_waits(desk: Desk) -> None:
    """A report that was seen leaves the queue, and the next one opens."""
    first, second = desk.add(), desk.add(WORDS.replace("30", "40"))
    with desk.pipeline.register.reading() as book:
        order = [row.id for row in book.shelf.page("queue").items]
    assert set(order) == {first, second}
    answer = desk.post(f"/reports/{order[0]}/seen", seen="1")
    assert answer.url.path == f"/reports/{order[1]}"
    assert "Seen by Ada Quay" in desk.client.get(f"/reports/{order[0]}").text
    desk.post(f"/reports/{order[0]}/seen", seen="")
    assert "Seen by" not in desk.client.get(f"/reports/{order[0]}").text
