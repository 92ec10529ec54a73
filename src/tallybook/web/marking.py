"""A report's text cut into pieces, each with the claims whose words it belongs to.

Pages print the pieces one after the other, so that the marked text is the text, character by character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from tallybook.model import Claim, Span

CUE_REACH = 300
"""How far from the words of a claim, in characters, its reporting cue is looked for."""


class Mark(NamedTuple):
    """Words of one claim in the text; ``main`` is true for its quote, false for further mentions."""

    span: Span
    claim: str
    state: str
    main: bool


class Aside(NamedTuple):
    """Words that belong to a claim without being its quote: who says it, and the cue."""

    span: Span
    claim: str
    what: Literal["speaker", "cue"]


class Piece(NamedTuple):
    """A run of characters that the same marks cover.

    ``starts`` are the claims whose quote begins here: the place that links to the claim lead to.
    ``speaks`` and ``cues`` are the claims whose speaker or cue stands here.
    """

    text: str
    start: int
    claims: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
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


def asides_of(claims: Iterable[Claim], text: str) -> list[Aside]:
    """Where the speakers of these claims are named, and their cues: the nearest words to the quote."""
    asides = []
    for claim in claims:
        if claim.source is None:
            continue
        if claim.source.span is not None:
            asides.append(Aside(claim.source.span, claim.id, "speaker"))
        cue = claim.source.cue and _nearest(claim.source.cue, claim.source.span or claim.quote_span, text)
        if cue:
            asides.append(Aside(cue, claim.id, "cue"))
    return asides


def _nearest(words: str, near: Span, text: str) -> Span | None:
    behind = text.find(words, near.end, near.end + CUE_REACH)
    before = text.rfind(words, max(0, near.start - CUE_REACH), near.start + len(words))
    places = [at for at in (before, behind) if at >= 0]
    if not places:
        return None
    at = min(places, key=lambda place: min(abs(place - near.end), abs(near.start - place - len(words))))
    return Span(at, at + len(words))


def pieces(
    text: str, marks: Iterable[Mark], clutter: Iterable[Span] = (), asides: Iterable[Aside] = ()
) -> Iterator[Piece]:
    """Cut ``text`` wherever a mark, an aside or clutter begins or ends.

    The texts of the pieces joined are ``text``. What does not stand in the text is left out.
    """
    marks = [mark for mark in marks if mark.span.stands_in(text)]
    asides = [aside for aside in asides if aside.span.stands_in(text)]
    dull = [span for span in clutter if span.stands_in(text)]
    edges = {0, len(text)}
    for span in [*(mark.span for mark in marks), *dull, *(aside.span for aside in asides)]:
        edges.update(span)
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.span.start, []).append(mark)
    current: list[Mark] = []
    for start, end in pairwise(sorted(edges)):
        current = [mark for mark in current if mark.span.end > start] + opening.get(start, [])
        current.sort(key=lambda mark: (mark.span.length, mark.claim))
        around = [aside for aside in asides if aside.span.start <= start < aside.span.end]
        yield Piece(
            text=text[start:end],
            start=start,
            claims=tuple(dict.fromkeys(mark.claim for mark in current)),
            states=tuple(dict.fromkeys(mark.state for mark in current)),
            starts=tuple(mark.claim for mark in opening.get(start, []) if mark.main),
            speaks=tuple(aside.claim for aside in around if aside.what == "speaker"),
            cues=tuple(aside.claim for aside in around if aside.what == "cue"),
            clutter=any(span.start <= start < span.end for span in dull),
        )
