"""The values of a claim that pages filter and count by."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tallybook.model import Claim, Report, Role
from tallybook.store.bodies import first_day
from tallybook.store.tables import FACET_COLUMNS
from tallybook.store.tallies import use_of


def columns_of(claim: Claim, report: Report) -> dict[str, Any]:
    """The columns of ``claims`` that facets live in; what is left open is the empty string."""
    day = first_day(report.published) or ""
    return {
        "kind": claim.kind.value,
        "state": claim.state.value,
        "stage": claim.stage.value if claim.stage else "",
        "action": claim.action.value if claim.action else "",
        "certainty": claim.certainty.value,
        "supplier": claim.supplier or "",
        "recipient": claim.recipient or "",
        "speaker": claim.source.name if claim.source else "",
        "outlet": report.publisher or "",
        "month": day[:7],
        "day": day,
    }


def tags_of(claim: Claim) -> set[tuple[str, str]]:
    """Facets of which the claim can have several values."""
    categories = {("category", goods.category.value) for goods in claim.goods}
    return categories | {("party", name) for name, _, _ in _uses(claim)}


def tallied(claim: Claim, columns: dict[str, Any]) -> Counter[tuple[str, str]]:
    """Everything that the claim adds one to."""
    single = {(facet, columns[facet]) for facet in FACET_COLUMNS if columns[facet]}
    return Counter(single | tags_of(claim) | {use_of(*use) for use in _uses(claim)})


def _uses(claim: Claim) -> set[tuple[str, str, str]]:
    """Name, role and words of every party, whether or not the words name it."""
    uses = {(party.name, party.role.value, party.text or "") for party in claim.parties}
    named = {(name, role) for name, role, _ in uses}
    ends = (
        (claim.supplier, Role.SUPPLIER.value),
        (claim.recipient, Role.RECIPIENT.value),
        (claim.actor, "actor"),
        (claim.target, "target"),
    )
    return uses | {(name, role, "") for name, role in ends if name and (name, role) not in named}
