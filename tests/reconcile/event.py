"""Sketches of events: a few reports with claims by short names, and what is made of them."""

from __future__ import annotations

from typing import Any

from tallybook.model import Category, Claim, Goods, Quantity, Report
from tallybook.reconcile import reconcile
from tallybook.reconcile.result import Reconciled
from tests.reconcile.press import claim, report, together

ARMS = Category.UNSPECIFIED


def kind(text: str, category: Category = ARMS) -> tuple[Goods, ...]:
    """One kind of goods, arms at large where nothing else is said."""
    return (Goods(text=text, category=category),)


def number(text: str, figure: int, unit: str | None) -> Quantity:
    """So many."""
    return Quantity(text=text, min=figure, max=figure, unit=unit)


class Event:
    """Reports of one event with their claims by short names."""

    def __init__(self, supplier: str | None, recipient: str | None) -> None:
        self.flow = {"supplier": supplier, "recipient": recipient}
        self.reports: dict[str, Report] = {}
        self.claims: dict[str, Claim] = {}

    def paper(self, name: str, text: str, published: str | None, **more: Any) -> None:
        """A report."""
        self.reports[name] = report(f"{name}.txt", text, published, **more)

    def tells(self, name: str, quote: str, **fields: Any) -> None:
        """A claim of the report whose name stands before the point: "a.1"."""
        self.claims[name] = claim(self.reports[name.partition(".")[0]], quote, **{**self.flow, **fields})

    def result(self) -> Reconciled:
        """What is made of it."""
        return reconcile(list(self.reports.values()), list(self.claims.values()))

    def transfers(self) -> set[str]:
        """The transfers, each as the short names of its claims."""
        names = {c.id: name for name, c in self.claims.items()}
        return {" ".join(sorted(names[c] for c in t.claims)) for t in self.result().transfers}

    def one_origin(self, one: str, two: str) -> bool:
        """Whether two claims go back to one origin."""
        return together(self.result(), self.claims[one].id, self.claims[two].id)
