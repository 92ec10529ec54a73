"""The register: one SQLite file, and the only database code.

``open_register`` gives a ``Register``; ``register.reading()`` and ``register.writing()`` give a ``Book``: one
transaction, with a room for each kind of thing (``book.reports``, ``book.claims``, ...).
"""

from tallybook.store.book import Book
from tallybook.store.counters import Progress
from tallybook.store.filters import ClaimFilter
from tallybook.store.register import Register, open_register
from tallybook.store.results import FlowResult, NewsResult, Results, ResultWriter
from tallybook.store.rows import (
    Added,
    Count,
    Facets,
    FlowRow,
    Found,
    Hit,
    Page,
    PartyUse,
    Renewed,
    ReportRow,
    Reread,
    Retired,
    Tally,
    VersionRow,
)
from tallybook.store.verifying import Fault, verify

__all__ = [
    "Added",
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
    "Register",
    "Renewed",
    "ReportRow",
    "Reread",
    "ResultWriter",
    "Results",
    "Retired",
    "Tally",
    "VersionRow",
    "open_register",
    "verify",
]
