"""The language model is the one that we checked."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from tallybook.errors import ModelError
from tallybook.read.text.parse import DEFAULT_MODEL, check_files, load_language, parse_all, pinned_files


def installed() -> Path:
    spec = find_spec(DEFAULT_MODEL)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def test_the_installed_model_is_the_pinned_one() -> None:
    """Every pinned file of the installed model has its pinned hash."""
    check_files(installed())


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    """A file that differs from the pinned one is refused by name."""
    for _, path in pinned_files():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(installed() / path, tmp_path / path)
    changed = tmp_path / pinned_files()[0][1]
    changed.write_bytes(changed.read_bytes() + b"#")
    with pytest.raises(ModelError, match=changed.name):
        check_files(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A missing file is refused by name."""
    with pytest.raises(ModelError, match=pinned_files()[0][1]):
        check_files(tmp_path)


def test_a_model_that_is_not_installed_is_told_plainly() -> None:
    """An unknown model ends in one clear message."""
    with pytest.raises(ModelError, match="no_such_model"):
        load_language("no_such_model")


def test_sentences_are_those_that_were_given() -> None:
    """The parser keeps to the sentences of the layout, also where it would cut elsewhere."""
    (doc,) = parse_all(load_language(), [("Guns left; they arrived. All well.", (0, 25))])
    assert [s.text for s in doc.sents] == ["Guns left; they arrived.", "All well."]
