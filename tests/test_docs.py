"""Documents keep up with the program."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from tallybook.cli import COMMANDS
from tallybook.settings import Settings, variable
from tests import reference

DOCS = Path(__file__).parent.parent / "docs"


def test_every_command_and_setting_is_in_the_reference() -> None:
    """The reference has a place for each command, each kind of judgement and the settings."""
    assert sorted(reference.named()) == sorted(reference.parts())


def test_the_reference_says_what_the_program_says() -> None:
    """Help texts and settings stand there as they are now; ``python -m tests.reference`` renews them."""
    assert reference.renewed() == reference.REFERENCE.read_text("utf-8")


def test_the_first_help_names_every_command_as_it_names_itself() -> None:
    """The list that is printed without importing the commands agrees with them."""
    own = {name.split()[1]: command for name, command in reference.commands() if name.count(" ") == 1}
    assert list(own) == list(COMMANDS)
    assert all(own[name].name == name for name in COMMANDS)


def test_every_setting_has_a_variable_and_says_what_it_does() -> None:
    """No setting is silent."""
    assert all(setting.metadata["says"] for setting in fields(Settings))
    assert len({variable(setting.name) for setting in fields(Settings)}) == len(fields(Settings))


def test_every_decision_is_listed() -> None:
    """The list of decisions links each of them, and nothing else."""
    notes = {path.name for path in (DOCS / "decisions").glob("0*.md")}
    listed = (DOCS / "decisions" / "README.md").read_text("utf-8")
    assert all(name in listed for name in notes)
