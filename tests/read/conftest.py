"""The language model and the vocabulary, loaded once for all tests of the reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tallybook.read import Reader
from tallybook.read.text.parse import load_language
from tallybook.read.text.planting import tree_of
from tallybook.read.text.tree import Doc
from tallybook.vocabulary import Vocabulary, load


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
    return lambda text: tree_of(load_language()(text))
