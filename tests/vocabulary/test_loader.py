"""Promises of the loader: good files become entries, bad ones are told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallybook.errors import VocabularyError
from tallybook.vocabulary.loader import Entry, load_entries


class Tool(Entry, frozen=True, kw_only=True):
    """An entry class of the tests."""

    name: str
    aliases: tuple[str, ...] = ()
    weight: float = 0.0
    sizes: dict[str, str | tuple[str, ...]] | None = None

    def __post_init__(self) -> None:
        if self.weight < 0:
            raise ValueError("weight must not be negative")

    def claimed(self) -> tuple[str, ...]:
        """Name and aliases."""
        return (self.name, *self.aliases)


def _load(folder: Path, text: str | bytes) -> tuple[Tool, ...]:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "tools.yaml").write_bytes(data)
    return load_entries("tools.yaml", Tool, folder)


def test_a_good_file_becomes_frozen_entries_in_its_order(tmp_path: Path) -> None:
    """Entries come in the order of the file and cannot be changed."""
    hammer, saw = _load(tmp_path, "- name: hammer\n- {name: saw, aliases: [handsaw], weight: 2}\n")
    assert (hammer.name, saw.aliases, saw.weight) == ("hammer", ("handsaw",), 2.0)
    with pytest.raises(AttributeError):
        setattr(hammer, "name", "axe")  # noqa: B010 - the type checker knows it already


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- name: hammer\n\n- name: saw\n  colour: red\n", "tools.yaml:4: .*unknown field `colour`"),
        ("- name: hammer\n- aliases: [x]\n", "tools.yaml:2: .*missing required field `name`"),
        ("- name: hammer\n- name: saw\n  aliases:\n  - x\n  - [y]\n", "tools.yaml:5: Expected `str`"),
        ("- name: hammer\n  weight: heavy\n", "tools.yaml:2: Expected `float`"),
        ("- name: hammer\n- name: saw\n  weight: -1\n", "tools.yaml:2: weight must not be negative"),
        ("- name: hammer\n- name: saw\n- name: hammer\n", "tools.yaml:3: 'hammer' is claimed .* line 1"),
        ("- name: saw\n  aliases:\n  - cutter\n  - cutter\n", "tools.yaml:4: 'cutter' is claimed .* line 3"),
        ("- name: saw\n- name: axe\n  aliases: [x,\n    saw]\n", "tools.yaml:4: 'saw' is claimed .* line 1"),
        ("- name: hammer\n- name: saw\n  aliases: [hammer]\n", "tools.yaml:3: 'hammer' is claimed"),
        ("- name: ''\n", "tools.yaml:1: an empty name"),
        ("- name: saw\n  sizes:\n    a: [x]\n    b: {c: d}\n", "tools.yaml:4: Expected `str | array`"),
        ("name: hammer\n", "tools.yaml:1: the file must be a list"),
        ("- name: [\n", "tools.yaml:2: is not valid YAML"),
        (b"- name: hammer\n- name: \xff\xfe\n", "tools.yaml:2: is not UTF-8"),
    ],
)
def test_a_bad_file_is_told_with_file_and_line(tmp_path: Path, text: str | bytes, message: str) -> None:
    """Whatever is wrong, one line names the file, the line and the fault."""
    with pytest.raises(VocabularyError, match=message) as caught:
        _load(tmp_path, text)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is an error of the vocabulary, not of the machine."""
    with pytest.raises(VocabularyError, match=r"nothing\.yaml: cannot be read"):
        load_entries("nothing.yaml", Tool, tmp_path)
