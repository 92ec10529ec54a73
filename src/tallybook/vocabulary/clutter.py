"""What stands on a page and is no report: menus, advertisements, sharing buttons, picture credits."""

from __future__ import annotations

from typing import Literal

from tallybook.vocabulary.bylines import check_places
from tallybook.vocabulary.loader import Entry


class Clutter(Entry, frozen=True, kw_only=True):
    """Forms of one kind of clutter, with the places of ``bylines.py``.

    Attributes:
        name: what the forms are.
        where: ``label`` a line that consists of nothing but such labels, in any number and order;
            ``line`` a line as a whole; ``start`` the beginning of a line, the rest stays content;
            ``inline`` anywhere, written exactly so.
        forms: the forms.
    """

    name: str
    where: Literal["label", "line", "start", "inline"]
    forms: tuple[str, ...]

    def __post_init__(self) -> None:
        check_places(self.forms)
