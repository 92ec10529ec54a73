"""From a Vega-Lite specification to SVG that a strict page may carry.

Colours are the page's own custom properties, so that light, dark and print need no second drawing. Every
mark with a description gets it as a title, which browsers show on hover and screen readers read.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
from markupsafe import Markup

from tallybook.errors import CannotDraw
from tallybook.web import safe
from tallybook.web.charts.engine import engine

Spec = dict[str, Any]

SERIES = tuple(f"var(--series-{n})" for n in range(1, 9))
"""Colours of origins; the style sheet says which. Shapes tell them apart as well."""

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "stroke")

NOT_DRAWN = Markup(
    '<p class="soft">This picture could not be drawn. What it shows stands in words below.</p>'
)

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_CONFIG: Spec = {
    "background": None,
    "font": "inherit",
    "view": {"stroke": None},
    "axis": {
        "labelColor": "var(--soft)",
        "titleColor": "var(--soft)",
        "titleFontWeight": "normal",
        "domainColor": "var(--strong-line)",
        "tickColor": "var(--strong-line)",
        "gridColor": "var(--line)",
        "labelFontSize": 12,
        "titleFontSize": 12,
    },
    "legend": {
        "labelColor": "var(--ink)",
        "titleColor": "var(--soft)",
        "labelFontSize": 12,
        "labelLimit": 260,
        "symbolOpacity": 1,
    },
    "header": {"labelColor": "var(--ink)", "titleColor": "var(--soft)", "labelFontSize": 12},
    "text": {"color": "var(--ink)", "fontSize": 12},
    "rule": {"color": "var(--strong-line)"},
}
_STAND_IN = re.compile(r"q(\d+)zn*")

ET.register_namespace("", _SVG)


class HeldWords:
    """Words of reports kept out of the drawing engine, which lays out stand-ins of the same length instead.

    Report text is hostile, and the engine is large: a single zero character ends its process. So it never
    sees any; the words are put into the finished picture, escaped.
    """

    def __init__(self) -> None:
        self._words: dict[str, int] = {}

    def hold(self, text: str, limit: int = 120) -> str:
        """A stand-in for ``text`` on one line of at most ``limit`` characters; the same for equal words."""
        line = " ".join(safe.visible(text).split())
        line = line if len(line) <= limit else line[: limit - 1] + "…"
        number = self._words.setdefault(line, len(self._words))
        return f"q{number}z".ljust(len(line), "n")

    def all(self) -> tuple[str, ...]:
        """The words, by number."""
        return tuple(self._words)


def draw(spec: Spec, label: str, held: HeldWords) -> Markup:
    """The picture as an ``<svg>`` element for a page.

    Args:
        spec: Vega-Lite specification without configuration, with stand-ins for all words of reports.
        label: what the picture shows, for those who do not see it; may hold stand-ins.
        held: the words that they stand for.

    The same picture is drawn once; drawing again costs nothing. Where it cannot be drawn, a sentence that
    says so stands in its place: every picture has its words in a table beside it.
    """
    try:
        return _drawn(msgspec.json.encode({**spec, "config": _CONFIG}), label, held.all())
    except CannotDraw:
        return NOT_DRAWN


def warm() -> None:
    """Draw something that nobody sees: the first picture waits for the engine to start, about a second."""
    with suppress(CannotDraw):
        _drawn(b'{"data":{"values":[{}]},"mark":"point"}', "", ())


@lru_cache(maxsize=512)
def _drawn(spec: bytes, label: str, words: tuple[str, ...]) -> Markup:
    return _fit(engine.svg(spec), label, words)


def _fit(svg: str, label: str, words: tuple[str, ...]) -> Markup:
    def put_back(text: str) -> str:
        return _STAND_IN.sub(lambda found: words[int(found[1])], text)

    root = ET.fromstring(svg)  # noqa: S314 - made by our own drawing, without a word of a report
    root.set("role", "group")
    root.set("aria-label", label)
    for element in list(root.iter()):
        element.attrib.pop("style", None)
        address = _STAND_IN.search(element.attrib.pop(f"{{{_XLINK}}}href", ""))
        if address:  # the engine puts an address of its own before ours
            element.set("href", words[int(address[1])])
        if element.text:
            element.text = put_back(element.text)
        said = element.get("aria-label")
        if said:
            element.set("aria-label", put_back(said))
        if said and element is not root and element.get("aria-roledescription") != "axis":
            title = ET.Element(f"{{{_SVG}}}title")
            title.text = put_back(said)
            element.insert(0, title)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - every word in it is escaped
