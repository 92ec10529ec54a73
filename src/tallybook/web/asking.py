"""What a page of claims is asked for in its address, and addresses that ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from tallybook.store import ClaimFilter

FACETS = {
    "kind": "Kind",
    "state": "State",
    "stage": "Stage",
    "action": "Action",
    "certainty": "Certainty",
    "category": "Goods",
    "supplier": "Supplier",
    "recipient": "Recipient",
    "speaker": "Speaker",
    "outlet": "Outlet",
    "month": "Published in",
}
"""Facets of the claims table with their labels, in the order shown."""

OTHERS = ("report", "party", "since", "until", "words", "transfer", "origin")
"""What can be asked for besides."""


def asked(query: QueryParams) -> dict[str, str]:
    """What the address asks for. A facet that is there and empty asks for what is left open."""
    facets = {name: query[name] for name in FACETS if name in query}
    return facets | {name: query[name] for name in OTHERS if query.get(name)}


def filter_of(wanted: Mapping[str, str]) -> ClaimFilter:
    """The filter for what is asked for."""
    return ClaimFilter(**wanted)


def address(wanted: Mapping[str, str], path: str = "/claims", **more: str) -> str:
    """The address that asks for this, with the changes in ``more``."""
    query = urlencode({**wanted, **more})
    return f"{path}?{query}" if query else path


def without(wanted: Mapping[str, str], name: str) -> dict[str, str]:
    """What is asked for, without one part of it."""
    return {key: value for key, value in wanted.items() if key != name}
