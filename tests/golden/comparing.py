"""How the reader's claims are set beside the expected ones.

A claim is found when its words overlap the expected ones by half of the shorter and both end points agree.
One finds one: required before optional, then the best overlap, then the most fields right. What is left and
touches further words of a found claim, or an optional one, counts neither way; anything else is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from tallybook.model import Claim, ClaimKind, Span
from tests.golden.expected import Expected, ExpectedClaim

FIELDS = ("stage", "certainty", "negated", "quantity", "source")
HALF = 0.5
"""Share of the shorter words that two quotes must have in common."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome for one report.

    Attributes:
        found, missed: quotes of the required claims.
        wrong: quotes of the reader that answer to nothing.
        right: how many of the found claims have this field right.
        responses: quotes of the required responses found, with the right action.
    """

    found: tuple[str, ...]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    right: dict[str, int]
    responses: tuple[str, ...] = ()


def compare(expected: Expected, text: str, claims: Iterable[Claim]) -> Comparison:
    """Set the claims of one report beside what is expected of it."""
    every = tuple(claims)
    rest = [claim for claim in every if claim.kind is ClaimKind.TRANSFER]
    fitting = [
        (
            not wanted.optional,
            _share(text, (wanted.quote, *wanted.also), claim),
            _fields_right(wanted, claim),
            n,
            m,
        )
        for n, wanted in enumerate(expected.claims)
        for m, claim in enumerate(rest)
        if _same_flow(wanted, claim)
    ]
    pairs: list[tuple[ExpectedClaim, Claim]] = []
    taken: set[tuple[str, int]] = set()
    for _, share, _, n, m in sorted(fitting, reverse=True):
        if share >= HALF and not {("expected", n), ("claim", m)} & taken:
            taken |= {("expected", n), ("claim", m)}
            pairs.append((expected.claims[n], rest[m]))
    rest = [claim for m, claim in enumerate(rest) if ("claim", m) not in taken]
    free = [
        w for e in expected.claims for w in (e.quote, *e.also) if e.optional or e in [p[0] for p in pairs]
    ]
    required = [(e, c) for e, c in pairs if not e.optional]
    found = {e.quote for e, _ in required}
    return Comparison(
        found=tuple(e.quote for e, _ in required),
        missed=tuple(e.quote for e in expected.claims if not e.optional and e.quote not in found),
        wrong=tuple(c.quote for c in rest if _share(text, free, c) < HALF),
        right={field: sum(_right(field, *pair) for pair in required) for field in FIELDS},
        responses=tuple(
            wanted.quote
            for wanted in expected.responses
            if not wanted.optional
            and any(
                claim.action in (wanted.action, *wanted.accept.get("action", ()))
                and _share(text, (wanted.quote,), claim) >= HALF
                for claim in every
                if claim.kind is ClaimKind.RESPONSE
            )
        ),
    )


def _fields_right(wanted: ExpectedClaim, claim: Claim) -> int:
    return sum(_right(field, wanted, claim) for field in FIELDS)


def _right(field: str, wanted: ExpectedClaim, claim: Claim) -> bool:
    if field == "quantity":
        got = (claim.quantity.min, claim.quantity.max) if claim.quantity else (None, None)
        return got == ((wanted.quantity.min, wanted.quantity.max) if wanted.quantity else (None, None))
    if field == "source":
        name = claim.source.name if claim.source else None
        known = [n for n in (wanted.source, *wanted.accept.get("source", ())) if n is not None]
        if name is None:
            return wanted.allows("source", None)
        return any(n.casefold() in name.casefold() or name.casefold() in n.casefold() for n in known)
    if field == "negated":
        return wanted.negated == claim.negated
    value: str | None = getattr(claim, field)
    return wanted.allows(field, value)


def _same_flow(wanted: ExpectedClaim, claim: Claim) -> bool:
    return wanted.allows("supplier", claim.supplier) and wanted.allows("recipient", claim.recipient)


def _share(text: str, words: Iterable[str], claim: Claim) -> float:
    """The best overlap of a claim's quote with any of ``words``, as a share of the shorter."""
    best = 0.0
    for quote in words:
        at = text.find(quote)
        while at >= 0:
            span = Span(at, at + len(quote))
            best = max(
                best, span.overlap(claim.quote_span) / min(span.length, max(1, claim.quote_span.length))
            )
            at = text.find(quote, at + 1)
    return best
