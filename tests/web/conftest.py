"""Desks and reports that the tests of the pages share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tallybook.store import Register
from tests.web.desks import Desk


@pytest.fixture
def register() -> Iterator[Register]:
    """An empty register."""
    opened = Register.in_memory()
    yield opened
    opened.close()


@pytest.fixture
def desk(register: Register) -> Desk:
    """An empty desk at which somebody has said their name."""
    return Desk(register)
