"""How a vocabulary data file becomes typed entries, and how its mistakes are told.

A data file is a YAML list of entries. Each entry is checked against its entry class by msgspec: unknown
keys, missing keys and wrong types are errors, and so is a name that two entries of one kind claim. The
happy path parses once, with the C parser where PyYAML has it; only a broken file is read again, slowly, to
find the line.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from tallybook.errors import VocabularyError

try:
    from yaml import CBaseLoader as _BaseLoader
except ImportError:  # PyYAML built without libyaml: the same, slower
    from yaml import BaseLoader as _BaseLoader  # type: ignore[assignment]

DATA = Path(__file__).parent / "data"
"""Where the data files that come with Tallybook stand."""

_STEP = re.compile(r"\[(\d+|\.\.\.)\]|\.([A-Za-z_]\w*)")


class _Loader(_BaseLoader):
    """Every scalar is a string, so that "NO" is Norway and "on" a word; a key given twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """As in the base class, with the check of keys."""
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        if len(mapping) != len(node.value):
            keys = [key.value for key, _ in node.value]
            again = next(key for key, _ in reversed(node.value) if keys.count(key.value) > 1)
            fault = f"'{again.value}' stands twice"
            raise yaml.constructor.ConstructorError(None, None, fault, again.start_mark)
        return mapping


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every entry class: frozen, and unknown keys are errors.

    Subclasses say ``class Cue(Entry, frozen=True, kw_only=True)``.

    A rule that a type cannot express goes into ``__post_init__`` and raises ``ValueError`` with a message
    for the person who edits the file.
    """

    def claimed(self) -> Iterable[str]:
        """Words that no other entry of the same file may claim; by default the name, if there is one."""
        name = getattr(self, "name", None)
        return () if name is None else (name,)


EntryT = TypeVar("EntryT", bound=Entry)


def load_entries(filename: str, entry_type: type[EntryT], folder: Path = DATA) -> tuple[EntryT, ...]:
    """The entries of one data file, in the order of the file.

    Args:
        filename: name of the file in ``folder``, such as ``states.yaml``.
        entry_type: the entry class that every item of the list must fit.
        folder: where the file stands.

    Raises:
        VocabularyError: the file is missing or breaks a rule; names file and line and says what is wrong.
    """
    text = _text(filename, folder)
    try:
        raw = yaml.load(text, Loader=_Loader)  # noqa: S506 - makes lists, mappings and strings only
    except yaml.YAMLError as error:
        raise VocabularyError(_yaml_fault(filename, error)) from None
    if not isinstance(raw, list):
        raise VocabularyError(f"{filename}:1: the file must be a list of entries, each starting with '- '")
    try:
        entries = msgspec.convert(raw, tuple[entry_type, ...], strict=False)  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        raise VocabularyError(_entry_fault(filename, text, str(error))) from None
    _check_unique(filename, text, entries)
    return entries


def _text(filename: str, folder: Path) -> str:
    try:
        return (folder / filename).read_text(encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"{filename}: cannot be read ({error.strerror or error})") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise VocabularyError(f"{filename}:{line}: is not UTF-8 text") from None


def _yaml_fault(filename: str, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return f"{filename}:{mark.line + 1 if mark else 1}: is not valid YAML: {problem}"


def _entry_fault(filename: str, text: str, fault: str) -> str:
    """Name the line that msgspec's path (``$[3].aliases[0]``) leads to."""
    message, _, path = fault.partition(" - at `$")
    steps = [index or key for index, key in _STEP.findall(path)]
    node = yaml.compose(text, Loader=_Loader)
    unknown = re.search(r"unknown field `([^`]+)`", message)
    return f"{filename}:{_line(node, steps, unknown.group(1) if unknown else None)}: {message}"


def _line(node: yaml.Node | None, steps: list[str], key: str | None) -> int:
    """Line of the deepest node on the way; of the key itself where ``key`` is an unknown one there."""
    for step in steps:
        if isinstance(node, yaml.SequenceNode) and step.isdigit():
            node = node.value[int(step)]
        elif isinstance(node, yaml.MappingNode):
            node = next(
                (value for name, value in node.value if step == name.value or _odd(step, value)), node
            )
    if isinstance(node, yaml.MappingNode) and key is not None:
        node = next((name for name, _ in node.value if name.value == key), node)
    return int(node.start_mark.line) + 1 if node is not None else 1


def _odd(step: str, value: yaml.Node) -> bool:
    """Whether ``value`` may be the bad one of a mapping whose keys msgspec does not tell ("...")."""
    return step == "..." and not all(isinstance(child, yaml.ScalarNode) for child in _children(value))


def _check_unique(filename: str, text: str, entries: tuple[Entry, ...]) -> None:
    seen: set[str] = set()
    for entry in entries:
        for words in entry.claimed():
            if words in seen or not words.strip():
                raise VocabularyError(f"{filename}:{_claim_fault(text, words, entries)}")
            seen.add(words)


def _claim_fault(text: str, words: str, entries: tuple[Entry, ...]) -> str:
    """The line of the second claim, and what is wrong with it."""
    entry_nodes = list(enumerate(_children(yaml.compose(text, Loader=_Loader))))
    claims = [index for index, entry in enumerate(entries) for claim in entry.claimed() if claim == words]
    lines: list[int] = []
    for index, node in entry_nodes:
        if index in claims:
            found = [int(leaf.start_mark.line) + 1 for leaf in _leaves(node) if leaf.value == words]
            lines += found or [int(node.start_mark.line) + 1]
    if not words.strip():
        return f"{lines[0]}: an empty name"
    return f"{lines[-1]}: '{words}' is claimed already at line {lines[0]}"


def _children(node: yaml.Node | None) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return []


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in _children(node):
        yield from _leaves(child)
