"""The ledger in a real browser: from a cell to its words, filters and files, and for everybody to use."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.browser.conftest import Served
from tests.web.browser.places import places

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_every_page_is_for_everybody(
    served: Served, context: BrowserContext, width: int, scheme: str
) -> None:
    """No page breaks a rule of WCAG 2.2 AA that axe can check, light or dark, wide or narrow."""
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    broken = {}
    for name, address in places(served).items():
        page.goto(address)
        # The checker is a script of the test's own, which the page's policy would rightly refuse.
        found = Axe().run(page, options=RULES).response["violations"]
        if found:
            broken[name] = [(one["id"], one["nodes"][0]["html"][:160]) for one in found]
    assert broken == {}


def test_no_page_is_wider_than_a_phone(served: Served, context: BrowserContext) -> None:
    """On a narrow screen pages scroll down, never sideways; wide tables scroll in themselves."""
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    wide = []
    for name, address in places(served).items():
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
    assert wide == []


def test_a_cell_leads_to_the_marked_words(served: Served, page: Page) -> None:
    """Following a cell of the table opens the report with the words of that very claim marked."""
    page.goto(places(served)["transfer"])
    cell = page.locator(".side-by-side a.line .words").filter(has_text="containers").first
    words = cell.inner_text()
    cell.click()
    expect(page.locator("mark.here").first).to_be_visible()
    marked = "".join(page.locator("mark.here").all_inner_texts())
    assert words.split()[0].lower() in marked.lower()


def test_filters_and_export_go_together(served: Served, page: Page, tmp_path: Path) -> None:
    """A facet narrows the table, and the file saved from there holds as many rows as the page says."""
    page.goto(f"{served.base}/claims")
    page.locator(".facets").get_by_role("link", name="delivered", exact=True).click()
    shown = int(page.locator("h1 .soft").inner_text())
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    saved = tmp_path / "claims.csv"
    download.value.save_as(saved)
    assert len(saved.read_text(encoding="utf-8").splitlines()) == shown + 1


def test_the_ledger_works_without_scripts(served: Served, context: BrowserContext) -> None:
    """Reading needs no script: lists, tables and pictures are in the page as it is sent."""
    bare = context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    page = bare.new_page()
    page.goto(places(served)["flow"])
    expect(page.locator("figure svg").first).to_be_visible()
    bare.close()
