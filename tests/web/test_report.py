"""The report page shows the words as they are, with what is claimed in them."""

from __future__ import annotations

import html
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallybook.gather import Options, paste
from tallybook.store import Register
from tallybook.web import safe
from tests.web.desks import WORDS, Desk


def shown(page: str) -> str:
    """The characters that a browser shows as the text of the report."""
    start = page.index('id="text"')
    body = page[page.index(">", start) + 1 : page.index("</div>", start)]
    return html.unescape(re.sub(r"<[^>]*>", "", body))


@given(noise=st.text(alphabet=st.sampled_from("<>&\"'{}%#\r\n\t a\u202eé\U0001f600\u200b"), max_size=40))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_text_is_shown_character_by_character(register: Register, noise: str) -> None:
    """Markup, template syntax, carriage returns and emoji stand as characters, so that offsets stay true."""
    desk = Desk(register)
    text = noise + "Ruritania shipped 30 crates of rifles to Borduria." + noise
    (taken,) = desk.pipeline.take([paste(text, Options())])
    page = desk.client.get(f"/reports/{taken.report.id}").text  # type: ignore[union-attr]
    assert shown(page) == safe.visible(text)


def test_every_claim_is_marked_and_linked_both_ways(desk: Desk) -> None:
    """A mark leads to its card, a card to its words, and the lasting address of a claim to both."""
    report = desk.add()
    page = desk.client.get(f"/reports/{report}").text
    for claim in desk.claims(report):
        assert f'id="q-{claim.id}"' in page
        assert f'href="#{claim.id}"' in page
        assert f'href="#q-{claim.id}"' in page
        answer = desk.client.get(f"/claims/{claim.id}", follow_redirects=False)
        assert answer.headers["location"] == f"/reports/{report}?claim={claim.id}#{claim.id}"


def test_versions_stay_as_they_were_captured(desk: Desk) -> None:
    """An edited report is a new version; the old one is still shown, without buttons."""
    known = {"url": "https://paper.example/quay"}
    report = desk.add(WORDS, **known)
    assert desk.add(WORDS.replace("30", "300"), **known) == report
    old = desk.client.get(f"/reports/{report}/versions/1").text
    assert "shipped 30 crates" in shown(old)
    assert "not the" in old
    assert "/check" not in old
    assert "shipped 300 crates" in shown(desk.client.get(f"/reports/{report}").text)
    assert desk.client.get(f"/reports/{report}/versions/9").status_code == 404


def test_a_later_reading_that_says_otherwise_is_shown_beside_what_was_decided(desk: Desk) -> None:
    """What a person checked stays; the card says what the reading says now."""
    known = {"url": "https://paper.example/quay"}
    report = desk.add(WORDS, **known)
    first, second = desk.claims(report)
    desk.judge(first, "check")
    desk.judge(second, "check")
    with desk.pipeline.register.writing() as book:
        latest = book.reports.get(report)
        found = [claim for claim in book.findings.of_report(report) if claim.id != second.id]
        import msgspec  # noqa: PLC0415

        changed = [msgspec.structs.replace(found[0], certainty="alleged")]
        book.findings.put(latest, changed, "another reader", "2026-01-01T00:00:00Z", {first.id, second.id})
    page = desk.client.get(f"/reports/{report}").text
    assert "A later reading says otherwise" in page
    assert "alleged" in page
    assert "A later reading does not find this claim" in page


def test_what_is_not_there_is_said_quietly(desk: Desk) -> None:
    """Unknown reports, claims and addresses are pages of ours with their status, and JSON for the API."""
    for address in ("/reports/rnone", "/claims/cnone", "/nowhere", "/reports/rnone/original"):
        answer = desk.client.get(address)
        assert answer.status_code == 404
        assert "Back to the queue" in answer.text
    assert desk.client.get("/api/claims/cnone").json()["error"].startswith("cnone:")


def test_footnotes_name_what_is_known(desk: Desk) -> None:
    """A claim's footnote carries its words, its speaker and the report; CSL-JSON can be downloaded."""
    report = desk.add(WORDS, title="On the quay", publisher="Harbour Sheet", published="2024-05-31")
    claim = desk.claims(report)[0]
    page = html.unescape(desk.client.get(f"/claims/{claim.id}/footnote").text)
    assert "(Ada Quill): “On the quay”, Harbour Sheet, 31 May 2024, accessed" in page
    assert "Nobody has checked this claim yet" in page
    (item,) = desk.client.get(f"/reports/{report}/footnote?format=csl").json()
    assert item["container-title"] == "Harbour Sheet"
    assert item["issued"] == {"date-parts": [[2024, 5, 31]]}


def test_one_leaves_with_the_table_of_a_report(desk: Desk) -> None:
    """The claims of a report are a table and a file, which name it by its title."""
    report = desk.add(title="Crates counted")
    desk.add("Sylvania shipped 3 crates of rifles to Elbonia.")
    assert f"/claims?report={report}" in desk.client.get(f"/reports/{report}").text
    assert "Report: Crates counted" in desk.client.get(f"/claims?report={report}").text
    rows = desk.client.get(f"/claims.csv?report={report}").text.strip().splitlines()
    assert len(rows) == 1 + len(desk.claims(report))
