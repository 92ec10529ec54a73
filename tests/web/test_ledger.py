"""The pages of the ledger: what waits, what is held, what differs, and what leaves the house."""

from __future__ import annotations

import csv
import html
import io
import json
import re

import pytest

from tallybook.store import Register
from tests.web.desks import Desk

OTHER = (
    "Ruritania shipped 45 crates of rifles to Borduria, Ada Quill said.\n\n"
    "Borduria pledged 7 crates of rifles to Sylvania.\n"
)

ADDRESSES = (
    "/",
    "/?seen=yes",
    "/?seen=all",
    "/search",
    "/search?q=rifles",
    "/transfers",
    "/transfers?stage=shipped&category=small-arms&order=flow",
    "/flows",
    "/claims",
    "/claims?state=proposed&stage=shipped",
    "/parties",
    "/speakers",
    "/outlets",
)


def transfer_of(desk: Desk, report_id: str) -> str:
    """Address of the transfer of the report's first claim."""
    with desk.pipeline.register.reading() as book:
        first = book.claims.of_report(report_id)[0]
        return f"/transfers/{book.transfers.of_claims([first.id])[first.id]}"


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_empty_book_says_what_to_do(desk: Desk, address: str) -> None:
    """Every list of an empty book answers, and leads to adding a report."""
    answer = desk.client.get(address)
    assert answer.status_code == 200
    assert "/add" in answer.text


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_list_answers_for_a_book_with_reports(desk: Desk, address: str) -> None:
    """Every list shows a book that holds something, without a fault."""
    desk.add()
    desk.add(OTHER)
    assert desk.client.get(address).status_code == 200


def test_the_queue_holds_what_nobody_has_seen(desk: Desk) -> None:
    """A report waits with one sentence on what it adds, until somebody has seen it."""
    report = desk.add(title="Crates counted")
    assert "Crates counted" in desk.client.get("/").text
    desk.post(f"/reports/{report}/seen", seen="1")
    assert "Crates counted" not in desk.client.get("/").text
    assert "Crates counted" in desk.client.get("/?seen=yes").text


def test_the_queue_counts_what_nobody_has_checked(desk: Desk) -> None:
    """The number of proposed claims beside a report goes down as they are judged."""
    report = desk.add()
    claims = desk.claims(report)
    assert f"{len(claims)} proposed" in desk.client.get("/").text
    desk.judge(claims[0], "check")
    assert f"{len(claims) - 1} proposed" in desk.client.get("/").text


def test_a_transfer_sets_its_reports_side_by_side(desk: Desk) -> None:
    """The page names reports, chains and origins, and each cell leads to the claim with its words."""
    report = desk.add()
    page = desk.client.get(transfer_of(desk, report)).text
    assert "at most" in page
    assert "30 crates" in page
    first = desk.claims(report)[0]
    assert f"/claims/{first.id}" in page


def test_a_grade_is_proposed_until_somebody_signs_it(desk: Desk) -> None:
    """Signing the credibility shows it as signed, with the reason in what was decided."""
    address = transfer_of(desk, desk.add())
    assert "proposed by rule" in desk.client.get(address).text
    desk.post(f"{address}/grade", credibility="2", reason="seen on the quay")
    page = desk.client.get(address).text
    assert "proposed by rule" not in page
    assert "seen on the quay" in page


def test_a_flow_shows_both_directions(desk: Desk) -> None:
    """The page of a flow has its figures with their words, and says when nothing goes the other way."""
    desk.add(published="2024-06-03")
    page = desk.client.get("/flow", params={"from": "Ruritania", "to": "Borduria"}).text
    assert "30 crates" in page
    assert "<svg" in page
    assert "Nothing in the book goes this way" in page


def test_long_lists_go_on(desk: Desk) -> None:
    """What does not fit a page of hits stands on the next one, each claim once."""
    numbers = range(10, 50)
    desk.add(" ".join(f"Ruritania shipped {n} crates of rifles to Borduria." for n in numbers))
    first = desk.client.get("/search?q=crates").text
    further = html.unescape(re.findall(r'href="(/search[^"]*claims=[^"]*)"', first)[0])
    second = desk.client.get(further).text
    shown = re.findall(r"claim=(c[0-9a-f]+)", first) + re.findall(r"claim=(c[0-9a-f]+)", second)
    assert len(shown) == len(set(shown)) == len(numbers)
    assert '<h2 id="reports-head">' not in second


def test_a_flow_shows_what_third_states_and_either_side_do_about_it(desk: Desk) -> None:
    """Responses stand on the page whoever gives them, against whichever end, each once and never rejected."""
    words = "Sylvania condemned the shipment. Ruritania warned Borduria. Elbonia called for a ban."
    report = desk.add(f"Ruritania shipped 30 crates of rifles to Borduria, Ada Quill said. {words}")
    deeds = (
        ("condemns", "Sylvania", "Ruritania", "Sylvania condemned the shipment"),
        ("warns", "Ruritania", "Borduria", "Ruritania warned Borduria"),
        ("calls-for", "Elbonia", "", "Elbonia called for a ban"),
    )
    for action, actor, target, quote in deeds:
        fields = {"action": action, "actor": actor, "target": target, "quote": quote}
        desk.post(f"/reports/{report}/claims", kind="response", certainty="stated", **fields)
    desk.judge(next(claim for claim in desk.claims(report) if claim.actor == "Elbonia"), "reject")
    page = desk.client.get("/flow", params={"from": "Borduria", "to": "Ruritania"}).text
    assert page.count("Sylvania condemned the shipment") == 1
    assert page.count("Ruritania warned Borduria") == 1
    assert "Elbonia called for a ban" not in page


@pytest.mark.parametrize(
    "address",
    [
        "/flow?from=Nowhere&to=Elsewhere",
        "/transfers/tnone",
        "/party?name=Nobody",
        "/speaker",
        "/outlet?name=",
    ],
)
def test_what_is_not_in_the_book_is_not_found(desk: Desk, address: str) -> None:
    """A name or id that the book does not know is a quiet 404, not a fault."""
    assert desk.client.get(address).status_code == 404


def test_an_export_holds_exactly_what_the_table_shows(desk: Desk) -> None:
    """The files of a filtered table hold its claims, all of them and no other, each with its link."""
    desk.add()
    desk.add(OTHER)
    query = "?stage=shipped"
    shown = set(re.findall(r"claim=(c[0-9a-f]+)", desk.client.get(f"/claims{query}").text))
    lines = [json.loads(line) for line in desk.client.get(f"/claims.jsonl{query}").text.splitlines()]
    rows = list(csv.DictReader(io.StringIO(desk.client.get(f"/claims.csv{query}").text)))
    assert {line["id"] for line in lines} == {row["id"] for row in rows} == shown
    assert shown
    assert all(row["link"].startswith("http://127.0.0.1:8400/reports/") for row in rows)


def test_a_facet_narrows_and_its_chip_takes_it_away(desk: Desk) -> None:
    """Choosing a value keeps what was asked before; the chip leads back to it."""
    desk.add()
    page = desk.client.get("/claims?stage=pledged&recipient=Sylvania").text
    assert "Sylvania" in page
    assert 'href="/claims?recipient=Sylvania"' in page
    assert 'href="/claims?stage=pledged"' in page


def test_a_dossier_holds_checked_claims_only(desk: Desk) -> None:
    """Nothing that nobody checked leaves the house, unless asked for, and then it is marked."""
    report = desk.add()
    address = transfer_of(desk, report)
    first = desk.claims(report)[0]
    assert first.quote not in desk.client.get(f"{address}/dossier").text
    asked = desk.client.get(f"{address}/dossier?proposed=yes").text
    assert first.quote in asked
    assert "Holds proposed claims" in asked
    desk.judge(first, "check")
    checked = desk.client.get(f"{address}/dossier").text
    assert first.quote in checked
    assert "Holds proposed claims" not in checked


def test_a_dossier_holds_nothing_above_its_mark(desk: Desk) -> None:
    """A report marked above the dossier's mark is left out with its words, and the dossier says so."""
    report = desk.add(handling="AMBER")
    address = transfer_of(desk, report)
    first = desk.claims(report)[0]
    desk.judge(first, "check")
    clear = desk.client.get(f"{address}/dossier?mark=CLEAR").text
    assert first.quote not in clear
    assert "marked above TLP:CLEAR" in clear
    assert first.quote in desk.client.get(f"{address}/dossier?mark=AMBER").text


def test_a_dossier_tells_no_figure_above_its_mark(desk: Desk) -> None:
    """The record, its title and the count of reports are made of what the mark allows, not of the whole."""
    report, other = desk.add(), desk.add(OTHER, handling="RED")
    address = transfer_of(desk, report)
    assert address == transfer_of(desk, other)
    for claim in (desk.claims(report)[0], desk.claims(other)[0]):
        desk.judge(claim, "check")
    clear = desk.client.get(f"{address}/dossier?mark=CLEAR").text
    assert "30 crates" in clear
    assert "45" not in re.sub(r"[0-9a-f]{32,}", "", clear)
    assert "2 reports" not in clear
    hidden = desk.claims(other)[0].report
    assert hidden not in clear
    assert "45 crates" in desk.client.get(f"{address}/dossier?mark=RED").text


def test_a_footnote_in_a_dossier_is_whole(desk: Desk) -> None:
    """However long a title is, the note says all of it, to the day of access."""
    report = desk.add(title="Crates " * 40 + "counted")
    page = desk.client.get(f"{transfer_of(desk, report)}/dossier?proposed=yes").text
    assert "Crates counted”" in page
    assert re.search(r"Crates counted”[^<]*accessed [^<]*20\d\d\.", page)


def test_a_file_that_leaves_the_house_does_not_tell_that_there_is_more(desk: Desk) -> None:
    """How much is held back stands on the desk's own page only."""
    report, _ = desk.add(), desk.add(OTHER, handling="RED")
    address = f"{transfer_of(desk, report)}/dossier?proposed=yes"
    assert "marked above TLP:CLEAR" in desk.client.get(address).text
    assert "marked above" not in desk.client.get(f"{address}&save=yes").text


def test_a_saved_dossier_needs_nothing_from_elsewhere(desk: Desk) -> None:
    """The file carries its style, and no script, picture or sheet from any address."""
    report = desk.add()
    answer = desk.client.get(f"{transfer_of(desk, report)}/dossier?proposed=yes&save=yes")
    assert "attachment" in answer.headers["content-disposition"]
    assert "<style>" in answer.text
    assert not re.search(r"<script|<link|<img|\ssrc=", answer.text)


def test_a_book_for_reading_offers_no_change(register: Register) -> None:
    """Shown read-only, no page of the ledger holds a form that changes anything."""
    address = transfer_of(Desk(register), Desk(register).add())
    reader = Desk(register, read_only=True)
    for page in ("/", address, "/speaker?name=Ada+Quill", "/history"):
        assert 'method="post"' not in reader.client.get(page).text
