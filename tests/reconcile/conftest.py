"""Shared set-up for tests of what claims and reports are to one another."""

from __future__ import annotations

import pytest


@pytest.fixture
def by_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Transfers as the rules alone make them, as they stay in groups of very many claims.

    Elsewhere all that two claims share is weighed, and what these rules say is only one part of it.
    """
    monkeypatch.setattr("tallybook.reconcile.joining.MANY", 0)
