"""Many claims to one register: copies, origins, transfers, differences, grades and what is new. No I/O.

``reconcile`` does it from nothing; ``Reconciler`` keeps a book reconciled as reports and judgements come.
"""

from tallybook.reconcile.grouping import Link
from tallybook.reconcile.judgements import Standing, apply_judgements
from tallybook.reconcile.news import queue, since
from tallybook.reconcile.rebuilding import reconcile
from tallybook.reconcile.recalling import Past
from tallybook.reconcile.reconciler import Reconciler
from tallybook.reconcile.result import (
    Changes,
    Conflict,
    Figure,
    Flow,
    Independence,
    Measures,
    News,
    NewsKind,
    Reconciled,
)
from tallybook.reconcile.workings import FORM, Workings

__all__ = [
    "FORM",
    "Changes",
    "Conflict",
    "Figure",
    "Flow",
    "Independence",
    "Link",
    "Measures",
    "News",
    "NewsKind",
    "Past",
    "Reconciled",
    "Reconciler",
    "Standing",
    "Workings",
    "apply_judgements",
    "queue",
    "reconcile",
    "since",
]
