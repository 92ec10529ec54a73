"""The language model and the vocabulary, loaded once for all tests of the reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tallybook.read import Reader
from tallybook.read.text.parse import load_language
from tallybook.vocabulary import Vocabulary, load

if TYPE_CHECKING:
    from spacy.tokens import Doc


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    """The vocabulary that comes with Tallybook."""
    return load()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader as it ships."""
    return Reader(load(), load_language())


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Doc]:
    """A text as the parser sees it."""
    return load_language()
