"""Reports come in at the desk, and every fault is told in one line."""

from __future__ import annotations

from tallybook.store import Register
from tallybook.web.guard import TOKEN_COOKIE, TOKEN_FIELD
from tests.web.desks import WORDS, Desk


def test_pasted_words_are_shown_with_their_claims(desk: Desk) -> None:
    """A pasted report is read and opens with its claims marked and what is new in it."""
    answer = desk.post(
        "/add", text=WORDS, title="On the quay", publisher="Harbour Sheet", published="2024-05"
    )
    assert answer.url.path.startswith("/reports/r")
    assert answer.text.count('<article class="card proposed') == 2
    assert "On the quay" in answer.text
    assert "May 2024" in answer.text
    assert "New against the book" in answer.text


def test_a_report_is_taken_in_without_a_name(register: Register) -> None:
    """Taking a report in is no judgement: nobody is asked who signs."""
    desk = Desk(register, analyst="")
    assert desk.post("/add", text=WORDS).url.path.startswith("/reports/r")


def test_several_files_are_listed_and_a_bad_one_does_not_stop_the_rest(desk: Desk) -> None:
    """Each file has its line: the good ones link to their report, the bad one says what is wrong."""
    token = {TOKEN_FIELD: desk.client.cookies[TOKEN_COOKIE]}
    files = [
        ("files", ("one.txt", WORDS.encode(), "text/plain")),
        ("files", ("empty.txt", b"", "text/plain")),
        ("files", ("page.html", b"<html><p>Ruritania pledged 4 crates of rifles to Elbonia.", "text/html")),
    ]
    answer = desk.client.post("/add", data=token, files=files)
    assert answer.status_code == 200
    assert answer.text.count('<a href="/reports/r') == 2
    assert "empty.txt: is empty" in answer.text


def test_a_file_over_the_limit_is_refused(desk: Desk) -> None:
    """More bytes than allowed are not taken in."""
    token = {TOKEN_FIELD: desk.client.cookies[TOKEN_COOKIE]}
    answer = desk.client.post("/add", data=token, files={"files": ("big.txt", b"x" * 20_000_001)})
    assert answer.status_code == 422
    assert "more than 20,000,000 bytes" in answer.text


def test_what_was_wrong_stays_in_the_fields(desk: Desk) -> None:
    """A date that is none is told, and nothing that was typed is lost."""
    answer = desk.post("/add", text=WORDS, published="last Tuesday")
    assert answer.status_code == 422
    assert "published: give a date" in answer.text
    assert "Ruritania shipped 30 crates" in answer.text


def test_nothing_at_all_is_asked_for(desk: Desk) -> None:
    """An empty form says what it needs."""
    answer = desk.post("/add")
    assert answer.status_code == 422
    assert "Paste words, choose a file or give an address." in answer.text


def test_the_same_bytes_again_lead_to_the_report_that_is_there(desk: Desk) -> None:
    """Pasting a report twice adds nothing."""
    first = desk.add()
    assert desk.add() == first
    assert len(desk.claims(first)) == 2


def test_the_original_is_handed_out_and_never_shown(desk: Desk) -> None:
    """Captured bytes come back as they were, as a download that no browser runs."""
    report = desk.add("<script>alert(1)</script> Ruritania shipped 3 crates of rifles to Borduria.")
    answer = desk.client.get(f"/reports/{report}/original")
    assert answer.content.startswith(b"<script>")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_words_from_paper_are_taken_by_hand(desk: Desk) -> None:
    """What was written down from a print or a broadcast says so, and has no captured bytes."""
    report = desk.add(by_hand="1")
    with desk.pipeline.register.reading() as book:
        assert book.reports.get(report).capture_method == "by-hand"
        assert book.reports.original(book.reports.get(report).sha256) is None
    assert desk.client.get(f"/reports/{report}/original").text == WORDS.strip() + "\n"
