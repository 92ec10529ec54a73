"""What was done about a flow and the one against it: every response, by kind, then by who answers whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tallybook.model import Attribute, Claim, ClaimKind, ClaimState, Difference
from tallybook.reconcile import Flow
from tallybook.store import Book, ClaimFilter

MOST = 60
"""Responses on one page."""


@dataclass(frozen=True)
class Answer:
    """One answer as its reports tell it: who, against whom, and the claims that say so."""

    actor: str
    target: str
    negated: bool
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Deed:
    """One kind of response, with what its reports say differently."""

    name: str
    answers: tuple[Answer, ...]
    differences: tuple[Difference, ...]


def deeds_of(book: Book, flows: Iterable[Flow | None]) -> tuple[Deed, ...]:
    """The responses to these flows, of whichever state.

    They are those of the reports that tell most of one of the flows, and those whose words name its ends.
    Rejected claims are left out.
    """
    known = [flow for flow in flows if flow is not None]
    attributes = [attribute for flow in known for attribute in flow.responses]
    compared = [value.claim for attribute in attributes for value in attribute.values]
    claims = book.claims.many(compared[:MOST])
    for flow in known:
        claims |= {claim.id: claim for claim in _between(book, flow)}
    kinds: dict[str, list[Claim]] = {}
    kind_of = {value.claim: one.name for one in attributes for value in one.values}
    for claim in claims.values():
        if claim.state is not ClaimState.REJECTED and claim.action is not None:
            kinds.setdefault(kind_of.get(claim.id, claim.action.value), []).append(claim)
    return tuple(
        Deed(name, _answers(told), _differences(name, attributes)) for name, told in sorted(kinds.items())
    )


def _between(book: Book, flow: Flow) -> tuple[Claim, ...]:
    wanted = ClaimFilter(
        kind=ClaimKind.RESPONSE.value, supplier=flow.supplier or "", recipient=flow.recipient or ""
    )
    return book.claims.page(wanted, limit=MOST).items if flow.supplier and flow.recipient else ()


def _answers(told: Sequence[Claim]) -> tuple[Answer, ...]:
    alike: dict[tuple[str, str, bool], list[Claim]] = {}
    for claim in told:
        alike.setdefault((claim.actor or "", claim.target or "", claim.negated), []).append(claim)
    found = [Answer(*who, tuple(claims)) for who, claims in alike.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.claims), one.actor, one.target)))


def _differences(name: str, attributes: Iterable[Attribute]) -> tuple[Difference, ...]:
    return tuple(one for attribute in attributes if attribute.name == name for one in attribute.differences)
