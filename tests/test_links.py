"""The pages of the project lead where they say."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
HIDDEN = {"node_modules", "demo", "screenshots"}


def pages() -> list[Path]:
    found = (path for path in ROOT.rglob("*.md") if path.is_file())
    kept = (
        path
        for path in found
        if not any(p.startswith(".") or p in HIDDEN for p in path.relative_to(ROOT).parts)
    )
    return sorted(kept)


def words_of(page: Path) -> str:
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """The names that headings get where pages are shown: lower case, spaces to hyphens, no punctuation."""
    return {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in HEADING.findall(words_of(page))
    }


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    """A link in a page that names no other site leads to a file, and its anchor to a heading there."""
    lost = []
    for link in LINK.findall(words_of(page)):
        if re.match(r"[a-z][a-z0-9+.-]*:", link):
            continue
        where, _, anchor = unquote(link).partition("#")
        target = (page.parent / where).resolve() if where else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            lost.append(link)
    assert not lost


def test_there_are_pages_to_hold() -> None:
    """The search for pages finds the first one that a newcomer reads."""
    assert ROOT / "README.md" in pages()
