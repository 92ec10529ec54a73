"""Every page and every key is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.routing import Route

from tallybook.web.pages.helping import KEYS
from tallybook.web.routes import routes

DOCS = Path(__file__).parents[2] / "docs"
HOW_TO = (DOCS / "how-to" / "work-at-the-desk.md").read_text("utf-8")
SHOWN = [
    re.sub(r":\w+}", "}", route.path)
    for route in routes()
    if isinstance(route, Route) and "GET" in (route.methods or ())
]


@pytest.mark.parametrize("path", SHOWN)
def test_every_page_is_documented(path: str) -> None:
    """The how-to lists the address of each page."""
    assert re.search(rf"`{re.escape(path)}[`?]", HOW_TO)


def test_no_page_is_documented_that_is_not_there() -> None:
    """Addresses of the how-to lead somewhere."""
    listed = re.findall(r"`(/[^`?]*)[`?]", HOW_TO.split("## Addresses")[1].split("\n## ")[0])
    assert set(listed) - set(SHOWN) == set()


@pytest.mark.parametrize("key", [key for key, _ in KEYS])
def test_every_key_is_documented_and_has_an_effect(key: str) -> None:
    """The how-to names each key, and the scripts listen to it."""
    static = Path(__file__).parents[2] / "src" / "tallybook" / "web" / "static"
    scripts = (static / "report.js").read_text("utf-8") + (static / "desk.js").read_text("utf-8")
    assert f"<kbd>{key}</kbd>" in HOW_TO
    name = {"Esc": '"Escape"', "/": '"/"', "?": '"?"'}.get(key, f"  {key}: ")
    assert name in scripts or f"  {key},\n" in scripts
