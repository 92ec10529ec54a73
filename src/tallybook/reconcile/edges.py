"""What kind of edge joins two reports: copy, rewrite or none, and why."""

from __future__ import annotations

from collections.abc import Set

import msgspec

from tallybook.model import Edge, EdgeKind, Judgement, Overlap
from tallybook.reconcile.copies import HALF, Shared, shared_words
from tallybook.reconcile.direction import Direction, declaration_of, direction_of
from tallybook.reconcile.pages import Page
from tallybook.reconcile.rewrites import WORDS_IN_COMMON, Alignment, align, in_common

COPY_CONTAINMENT = HALF
"""Containment from which on two reports share one text, whatever was cut or added."""

COPY_WORDS = 20
"""Words in common under which no two reports are copies, unless the one stands in the other as a whole."""

COPY_OUTSIDE = 0.1
"""Share of those words that must stand outside quotation marks: a shared speech is no copy."""

COPY_WHOLE = 0.9
"""Containment in both directions from which on two reports are one text, quotation or not."""

COPY_RUN = 16
"""Words of one run of narration that two reporters do not find alone."""

COPY_RUN_CONTAINMENT = 0.15
"""Containment that such a run must come with: an agency paragraph inside an own report is not enough."""

NEAR_DAYS = 10
"""Days between two reports beyond which neither is a rewrite of the other."""


class Pair(msgspec.Struct, frozen=True):
    """What two reports have to do with each other: an overlap to show, an edge, or both."""

    a: str
    b: str
    overlap: Overlap | None
    edge: Edge | None
    weight: float = 0.0


def compare_pages(
    first: Page,
    second: Page,
    fingerprints: int,
    everybodys: Set[int] = frozenset(),
    *,
    mostly: bool = False,
) -> Pair | None:
    """Compare two reports.

    Symmetric: the outcome depends on these two reports, and on which phrases tell nothing.

    Args:
        first: a report.
        second: another one.
        fingerprints: how many they share.
        everybodys: fingerprints of phrases that everybody uses.
        mostly: much of the shorter report is shared, though it be a notice: an overlap to show, never a copy.
    """
    one, two = (first, second) if first.name <= second.name else (second, first)
    shared = shared_words(one.print, two.print, everybodys) if fingerprints or mostly else None
    overlap = _overlap(shared) if shared else None
    if shared and fingerprints and is_copy(shared):
        return Pair(one.id, two.id, overlap, _copy(one, two, shared), 1 + shared.containment)
    alignment = None
    near = one.published.meets(two.published, NEAR_DAYS)
    common = in_common(one.vocabulary, two.vocabulary) if near else 0.0
    if common >= WORDS_IN_COMMON:
        alignment = align(one.telling_sentences(everybodys), two.telling_sentences(everybodys))
    released = _tells_release(one, two) or _tells_release(two, one)
    named = alignment and (declaration_of(one, two) or declaration_of(two, one))
    if alignment and alignment.is_rewrite(common, declared=bool(named)) and not released:
        return Pair(one.id, two.id, overlap, _rewrite(one, two, alignment), max(alignment.covered))
    return Pair(one.id, two.id, overlap, None) if overlap else None


def judged_edge(judgement: Judgement) -> Edge:
    """The edge that a person declared; its ends are as the judgement names them."""
    parent, child = judgement.subjects[:2]
    kind = EdgeKind(str((judgement.value or {}).get("kind", "copy")))
    return Edge(
        parent=parent,
        child=child,
        kind=kind,
        direction="known",
        external=False,
        declared=False,
        certainty="certain",
        reason=f"judged by {judgement.author}" + (f": {judgement.reason}" if judgement.reason else ""),
    )


def is_copy(shared: Shared) -> bool:
    """Whether so much narration is shared that one text lies behind both."""
    if shared.words < COPY_WORDS and shared.containment < 1:
        return False
    if min(shared.a_in_b, shared.b_in_a) >= COPY_WHOLE:
        return True
    if shared.containment >= COPY_CONTAINMENT:
        return shared.outside >= COPY_OUTSIDE * shared.words
    return shared.longest_outside >= COPY_RUN and shared.containment >= COPY_RUN_CONTAINMENT


def _tells_release(release: Page, report: Page) -> bool:
    """Whether one text speaks for itself, quoting nobody, and the other names who says it: "the fleet said".

    Whoever tells of a press release follows it sentence by sentence, and yet rewrites no other report.
    """
    if release.hearsay or declaration_of(release, report) or declaration_of(report, release):
        return False
    return any(said.outlet in release.report.text for said in report.hearsay)


def _overlap(shared: Shared) -> Overlap:
    words, outside, containment = shared.literal
    return Overlap(
        a=shared.a, b=shared.b, containment=round(containment, 3), words=words, outside_quotes=outside
    )


def _copy(one: Page, two: Page, shared: Shared) -> Edge:
    way = direction_of(one, two, (shared.a_in_b, shared.b_in_a))
    reason = (
        f"{shared.words} words are the same, {shared.outside} of them outside quotation marks"
        f" (longest run there {shared.longest_outside}); {shared.containment:.0%} of the shorter report;"
        f" {way.reason}"
    )
    return _edge(way, EdgeKind.COPY, certain=True, reason=reason)


def _rewrite(one: Page, two: Page, alignment: Alignment) -> Edge:
    way = direction_of(one, two, alignment.covered)
    reason = (
        f"{len(alignment.pairs)} sentences say the same, {alignment.ordered} of them in one order;"
        f" they make up {alignment.covered[0]:.0%} and {alignment.covered[1]:.0%} of the two reports;"
        f" {way.reason}"
    )
    return _edge(way, EdgeKind.REWRITE, certain=way.declared is not None, reason=reason)


def _edge(way: Direction, kind: EdgeKind, *, certain: bool, reason: str) -> Edge:
    return Edge(
        parent=way.parent,
        child=way.child,
        kind=kind,
        direction="known" if way.known else "open",
        external=False,
        declared=way.declared is not None,
        certainty="certain" if certain else "probable",
        reason=reason,
    )
