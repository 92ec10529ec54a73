"""The house keeps its order: who may import whom, and how long anything may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import tallybook

HOUSE = Path(tallybook.__path__[0])
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 6
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc"}

# Migrations are records of what was done once; nobody reads them to find out how the house works.
FILES = [path for path in sorted(HOUSE.rglob("*.py")) if "migrations" not in path.parts]


def names(path: Path) -> str:
    return str(path.relative_to(HOUSE))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", FILES, ids=names)
def test_files_and_functions_stay_small(path: Path) -> None:
    """A file fits into a head, a function (but for what it says of itself) on a screen, a call on a line."""
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE
    long = [(f.name, length) for f in functions(path) if (length := _length(f)) > LONGEST_FUNCTION]
    wide = [(f.name, count) for f in functions(path) if (count := _parameters(f)) > MOST_PARAMETERS]
    assert (long, wide) == ([], [])


@pytest.mark.parametrize("path", FILES, ids=names)
def test_the_root_is_never_imported_from_inside(path: Path) -> None:
    """Rooms import one another, never the front door."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            assert "tallybook" not in [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom) and node.module == "tallybook":
            rooms = [alias.name for alias in node.names]
            assert all((HOUSE / room).exists() or (HOUSE / f"{room}.py").exists() for room in rooms)


def test_nothing_has_a_vague_name() -> None:
    """One module answers one question, and is named for it."""
    assert not [path for path in FILES if path.stem in VAGUE or VAGUE & set(path.parts)]


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    return lines - len((ast.get_docstring(function, clean=False) or "").splitlines())


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    return len([one for one in every if one.arg not in ("self", "cls")])
