"""The daily act in a real browser: a report in, its claims judged, a footnote out."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tallybook.web.desk import NAME_COOKIE
from tests.web.browser.conftest import Served, watched

WORDS = (
    "Harbour Sheet, 3 June 2024\n\n"
    "North Korea has shipped about 400 containers of artillery shells to Russia since March, "
    "the South Korean defence minister, Han Mi-sook, told reporters on Monday.\n\n"
    "A spokesman for the Kremlin denied that any shells had arrived.\n"
)
HTML = (
    f"<html><head><title>Shells by rail</title></head><body><article><p>{WORDS}</p></article></body></html>"
)


SELECT = """words => {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}"""


@pytest.fixture
def outlet() -> Iterator[str]:
    """An outlet's page on a server of the test's own."""

    class Outlet(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = HTML.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Outlet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/shells"
    server.shutdown()
    server.server_close()


def shown(page: Page) -> None:
    """A report is open with its claims marked and a sentence on what is new."""
    page.wait_for_url("**/reports/r*")
    expect(page.locator("#text mark").first).to_be_visible()
    expect(page.locator(".news")).to_contain_text("New against the book:")
    expect(page.locator("#cards .card.proposed").first).to_be_visible()


def test_pasted_words_are_read_and_shown(page: Page, served: Served) -> None:
    """Paste, press the button, and see what is claimed and what is new."""
    page.goto(served.base + "/add")
    page.get_by_label("Words of the report").fill(WORDS)
    page.get_by_role("button", name="Read it").click()
    shown(page)
    expect(page.locator("#text")).to_contain_text("400 containers")
    expect(page.locator("#cards")).to_contain_text("North Korea → Russia")


def test_a_file_is_read_and_shown(page: Page, served: Served, tmp_path: Path) -> None:
    """Choose a file; it is read like pasted words."""
    file = tmp_path / "shells.html"
    file.write_text(HTML, "utf-8")
    page.goto(served.base + "/add")
    page.locator("#files").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    shown(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Shells by rail")


def test_a_dropped_file_is_read_at_once(page: Page, served: Served) -> None:
    """A file dropped anywhere on the page needs no button."""
    page.goto(served.base + "/add")
    data = page.evaluate_handle(
        "words => { const data = new DataTransfer();"
        "data.items.add(new File([words], 'dropped.txt', {type: 'text/plain'})); return data; }",
        WORDS,
    )
    page.dispatch_event("main", "drop", {"dataTransfer": data})
    shown(page)


def test_an_address_is_fetched_and_shown(page: Page, served: Served, outlet: str) -> None:
    """Give an address; the page behind it is captured, and its address stands on the report."""
    page.goto(served.base + "/add")
    page.get_by_label("Address of the report").fill(outlet)
    page.get_by_role("button", name="Read it").click()
    shown(page)
    expect(page.get_by_role("link", name=outlet).first).to_be_visible()


def test_it_works_without_scripts(context: BrowserContext, served: Served) -> None:
    """Paste, confirm, edit and undo with JavaScript switched off."""
    plain = context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain.add_cookies([{"name": NAME_COOKIE, "value": "Ada", "url": served.base}])
    page = plain.new_page()
    page.goto(served.base + "/add")
    page.get_by_label("Words of the report").fill(WORDS)
    page.get_by_role("button", name="Read it").click()
    page.locator(".card").first.get_by_role("button", name="Confirm").click()
    expect(page.locator(".card.checked")).to_have_count(1)
    page.locator(".card.checked").get_by_role("link", name="Edit").click()
    page.get_by_label("recipient", exact=True).fill("Elbonia")
    page.get_by_role("button", name="Save and confirm").click()
    expect(page.locator(".card.checked")).to_contain_text("→ Elbonia")
    page.get_by_role("button", name="Undo last").click()
    expect(page.locator(".card.checked")).not_to_contain_text("→ Elbonia")
    plain.close()


def test_claims_are_judged_and_undone_by_keyboard(page: Page, served: Served) -> None:
    """j, c, x and u: next, confirm, reject, undo; each leaves the page where it is."""
    page.goto(served.report("French Navy"))
    cards = page.locator("#cards .card")
    total = cards.count()
    assert total > 3
    page.keyboard.press("j")
    expect(cards.nth(0)).to_have_class("card proposed here")
    expect(page.locator("#text mark.here").first).to_be_visible()
    page.keyboard.press("c")
    expect(cards.nth(0)).to_have_attribute("data-state", "checked")
    expect(cards.nth(1)).to_have_class("card proposed here")
    page.keyboard.press("x")
    expect(cards.nth(1)).to_have_attribute("data-state", "rejected")
    page.keyboard.press("u")
    expect(cards.nth(1)).to_have_attribute("data-state", "proposed")
    page.keyboard.press("u")
    expect(page.locator("#cards .card.proposed")).to_have_count(total)
    page.goto(served.base + "/history")
    expect(page.locator("tbody tr")).to_have_count(4)
    expect(page.locator("tbody tr.undone")).to_have_count(2)


def test_a_report_of_claims_is_confirmed_with_one_key_each(page: Page, served: Served) -> None:
    """After each decision the next open claim is chosen, so that one key a claim is enough."""
    page.goto(served.report("French Navy"))
    total = page.locator("#cards .card").count()
    page.keyboard.press("j")
    for done in range(1, total + 1):
        page.keyboard.press("c")
        expect(page.locator("#cards .card.checked")).to_have_count(done)
    expect(page.locator("#said")).to_contain_text("Every claim is decided")


def test_a_claim_is_edited_in_its_card(page: Page, served: Served) -> None:
    """E opens the form in the card; a fault is told there; saving puts the mended card in place."""
    page.goto(served.report("French Navy"))
    page.keyboard.press("j")
    page.keyboard.press("e")
    form = page.locator(".card.here .claim-form")
    form.get_by_label("at least").fill("many")
    form.get_by_label("words", exact=True).nth(2).fill("3,000")
    form.get_by_role("button", name="Save and confirm").click()
    expect(form.locator(".fault").first).to_be_visible()
    form.get_by_label("at least").fill("3000")
    form.get_by_label("recipient", exact=True).fill("Houthis")
    form.get_by_role("button", name="Save and confirm").click()
    expect(page.locator(".card.here")).to_contain_text("→ Houthis")
    expect(page.locator(".card.here")).to_have_attribute("data-state", "checked")
    expect(page.locator(".claim-form")).to_have_count(0)


def test_a_claim_is_made_by_selecting_words(page: Page, served: Served) -> None:
    """Selected words become a claim with quote and places filled in, which is marked in the text."""
    page.goto(served.report("French Navy"))
    words = "Pictures that the command released show missiles which resemble the Dehlavieh"
    before = page.locator("#cards .card").count()
    page.evaluate(SELECT, words)
    page.keyboard.press("a")
    form = page.locator("#new-place .claim-form")
    expect(form.get_by_label("the exact words")).to_have_value(words)
    form.get_by_label("stage").select_option("seized")
    form.get_by_label("supplier", exact=True).fill("Iran")
    form.get_by_role("button", name="Add the claim").click()
    expect(page.locator("#cards .card")).to_have_count(before + 1)
    made = page.locator(".card.checked")
    expect(made).to_contain_text("Iran → not said seized")
    expect(page.locator("#text mark.checked").first).to_have_text(words)


def test_the_selected_words_offer_a_button(page: Page, served: Served) -> None:
    """Who selects with the mouse sees a button at the words."""
    page.goto(served.report("French Navy"))
    page.evaluate(SELECT, "Pictures that")
    box = page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().toJSON()")
    page.evaluate("getSelection().removeAllRanges()")
    page.mouse.move(box["left"] + 1, box["top"] + 8)
    page.mouse.down()
    page.mouse.move(box["right"] - 1, box["top"] + 8)
    page.mouse.up()
    page.get_by_role("button", name="New claim (a)").click()
    expect(page.locator("#new-place .claim-form")).to_be_visible()


def test_a_claim_is_made_without_a_mouse(page: Page, served: Served) -> None:
    """S takes sentences, Shift and the arrows fit them, A opens the form, and it is filled in and sent."""
    page.goto(served.report("French Navy"))
    before = page.locator("#cards .card").count()
    page.keyboard.press("s")
    page.keyboard.press("s")
    page.keyboard.press("Shift+S")
    first = page.evaluate("getSelection().toString()")
    page.keyboard.press("s")
    second = page.evaluate("getSelection().toString()")
    assert first
    assert second
    assert first != second
    page.keyboard.press("Shift+ArrowLeft")
    assert page.evaluate("getSelection().toString()") == second[:-1]
    page.keyboard.press("a")
    form = page.locator("#new-place .claim-form")
    expect(form.get_by_label("the exact words")).to_have_value(second[:-1])
    form.get_by_label("stage").select_option("seized")
    form.get_by_label("supplier", exact=True).fill("Iran")
    form.get_by_label("reason").press("Enter")
    expect(page.locator("#cards .card")).to_have_count(before + 1)


def test_a_claim_is_made_by_touch(served: Served, context: BrowserContext, complaints: list[str]) -> None:
    """On a phone the words that a finger selected offer a button, and a tap on it opens the form."""
    phone = context.browser.new_context(  # type: ignore[union-attr]
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    phone.add_cookies([{"name": NAME_COOKIE, "value": "Ada", "url": served.base}])
    page = watched(phone.new_page(), complaints)
    page.goto(served.report("French Navy"))
    words = "Pictures that the command released show missiles"
    page.evaluate(SELECT, words)
    page.get_by_role("button", name="New claim (a)").tap()
    expect(page.locator("#new-place").get_by_label("the exact words")).to_have_value(words)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.close()


def test_metadata_is_mended_in_place(page: Page, served: Served) -> None:
    """A wrong outlet is put right on the page, and the history says who did it."""
    page.goto(served.report("French Navy"))
    page.get_by_text("Mend what is known of this report").click()
    page.get_by_label("publisher").fill("Harbour Sheet")
    page.get_by_role("button", name="Mend", exact=True).click()
    expect(page.locator(".byline")).to_contain_text("Harbour Sheet")
    page.get_by_role("link", name="History", exact=True).last.click()
    expect(page.locator("tbody")).to_contain_text("publisher: Harbour Sheet")
    expect(page.locator("tbody")).to_contain_text("Ada Quay")


def test_the_name_is_asked_once_and_the_change_is_finished(
    context: BrowserContext, served: Served, complaints: list[str]
) -> None:
    """Without a name, a key leads to the question; the answer finishes the change."""
    context.clear_cookies()
    page = watched(context.new_page(), complaints)
    page.goto(served.report("French Navy"))
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.get_by_label("Your name").fill("Bob Mole")
    page.get_by_role("button", name="Sign and go on").click()
    expect(page.locator(".card.checked")).to_contain_text("by Bob Mole")
    page.wait_for_load_state()
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator(".card.checked")).to_have_count(2)


def test_a_change_by_somebody_else_is_told(page: Page, served: Served) -> None:
    """A key pressed on a claim that somebody else decided meanwhile asks before it overrules."""
    page.goto(served.report("French Navy"))
    page.keyboard.press("j")
    claim = page.locator(".card.here").get_attribute("data-claim")
    assert claim
    served.pipeline.decide("check", [claim], "Bob Mole")  # type: ignore[arg-type]
    page.keyboard.press("x")
    expect(page.get_by_role("heading", level=1)).to_have_text("The claim has changed")
    page.get_by_role("link", name="Leave it as it stands").click()
    expect(page.locator(f"#{claim}")).to_have_attribute("data-state", "checked")


def test_a_footnote_is_copied(page: Page, context: BrowserContext, served: Served) -> None:
    """One click puts the footnote on the clipboard."""
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.base)
    page.goto(served.report("French Navy"))
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#said")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#footnote").inner_text()
