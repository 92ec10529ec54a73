"""The register: one SQLite file, and the only database code.

``open_register`` gives a ``Register``; ``register.reading()`` and ``register.writing()`` give a ``Book``: one
transaction, with a room for each kind of thing (``book.reports``, ``book.claims``, ...).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tallybook.store.register import Register, open_register

if TYPE_CHECKING:
    from tallybook.store.book import Book
    from tallybook.store.counters import Progress
    from tallybook.store.filters import ClaimFilter
    from tallybook.store.results import Altered, FlowResult, NewsResult, Results, write_changes, write_whole
    from tallybook.store.rows import (
        Added,
        Count,
        Facets,
        FlowRow,
        Found,
        Hit,
        Page,
        PartyUse,
        Reasons,
        Renewed,
        ReportRow,
        Reread,
        Retired,
        Tally,
        VersionRow,
    )
    from tallybook.store.transfers import TransferFilter
    from tallybook.store.verifying import Fault, verify
    from tallybook.store.workings import Work

__all__ = [
    "Added",
    "Altered",
    "Book",
    "ClaimFilter",
    "Count",
    "Facets",
    "Fault",
    "FlowResult",
    "FlowRow",
    "Found",
    "Hit",
    "NewsResult",
    "Page",
    "PartyUse",
    "Progress",
    "Reasons",
    "Register",
    "Renewed",
    "ReportRow",
    "Reread",
    "Results",
    "Retired",
    "Tally",
    "TransferFilter",
    "VersionRow",
    "Work",
    "open_register",
    "verify",
    "write_changes",
    "write_whole",
]

_HOMES = {
    "Book": "book",
    "ClaimFilter": "filters",
    "Fault": "verifying",
    "Altered": "results",
    "FlowResult": "results",
    "write_changes": "results",
    "write_whole": "results",
    "NewsResult": "results",
    "Progress": "counters",
    "Results": "results",
    "TransferFilter": "transfers",
    "verify": "verifying",
    "Work": "workings",
}
"""Where each name lives that is not in ``rows``; imported when it is first used, so that opening is quick."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'rows')}"), name)
