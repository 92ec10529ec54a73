"""Keys and terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tallybook.web.definitions import GROUPS, Group
from tallybook.web.desk import Page
from tallybook.web.rendering import render

KEYS = (
    ("j", "next claim"),
    ("k", "previous claim"),
    ("c", "confirm the claim"),
    ("x", "reject the claim"),
    ("e", "edit the claim"),
    ("o", "open the claim again: back to proposed"),
    ("a", "new claim from the words that are selected"),
    ("s", "select the next sentence, with Shift the one before; Shift and the arrows widen it"),
    ("u", "undo your last act on this report"),
    ("r", "show the reader's reasons"),
    ("n", "next report in the queue; marks this one as seen"),
    ("/", "search"),
    ("?", "keys and terms"),
    ("Esc", "close a form without saving"),
)
"""Keys of the report page, in the order in which they are learned."""


@dataclass(frozen=True, kw_only=True)
class HelpPage(Page):
    """Keys and terms.

    Attributes:
        keys: key and what it does.
        groups: terms with their definitions.
    """

    template: ClassVar[str] = "help.html"
    keys: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]


def show(request: Request) -> Response:
    """The page."""
    return render(request, HelpPage(title="Keys and terms", keys=KEYS, groups=GROUPS))
