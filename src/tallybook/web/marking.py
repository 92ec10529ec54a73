"""A report's text cut into pieces, each with the claims whose words it belongs to.

Pages print the pieces one after the other, so that the marked text is the text, character by character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tallybook.model import Claim, Span


class Mark(NamedTuple):
    """Words of one claim in the text; ``main`` is true for its quote, false for further mentions."""

    span: Span
    claim: str
    state: str
    main: bool


class Piece(NamedTuple):
    """A run of characters that the same marks cover.

    ``starts`` are the claims whose quote begins here: the place that links to the claim lead to.
    """

    text: str
    start: int
    claims: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    clutter: bool = False

    @property
    def state(self) -> str:
        """How the piece is shown: checked before proposed before rejected."""
        return next((s for s in ("checked", "proposed", "rejected") if s in self.states), "")


def marks_of(claims: Iterable[Claim]) -> list[Mark]:
    """The marks of these claims, quotes and further mentions."""
    marks = []
    for claim in claims:
        marks.append(Mark(claim.quote_span, claim.id, str(claim.state), main=True))
        marks.extend(Mark(span, claim.id, str(claim.state), main=False) for span in claim.also_spans)
    return marks


def pieces(text: str, marks: Iterable[Mark], clutter: Iterable[Span] = ()) -> Iterator[Piece]:
    """Cut ``text`` wherever a mark or clutter begins or ends.

    The texts of the pieces joined are ``text``. Marks that do not stand in the text are left out.
    """
    marks = [mark for mark in marks if mark.span.stands_in(text)]
    dull = [span for span in clutter if span.stands_in(text)]
    edges = {0, len(text)}
    for span in [*(mark.span for mark in marks), *dull]:
        edges.update(span)
    cuts = sorted(edges)
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.span.start, []).append(mark)
    current: list[Mark] = []
    for start, end in pairwise(cuts):
        current = [mark for mark in current if mark.span.end > start] + opening.get(start, [])
        current.sort(key=lambda mark: (mark.span.length, mark.claim))
        yield Piece(
            text=text[start:end],
            start=start,
            claims=tuple(dict.fromkeys(mark.claim for mark in current)),
            states=tuple(dict.fromkeys(mark.state for mark in current)),
            starts=tuple(mark.claim for mark in opening.get(start, []) if mark.main),
            clutter=any(span.start <= start < span.end for span in dull),
        )
