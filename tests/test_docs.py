"""Documents keep up with the program."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

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


def test_the_example_in_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the guide shows can be copied and run as it stands."""
    guide = (DOCS / "how-to" / "keep-a-register.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("monday.txt").write_text("Iran shipped 200 drones to Russia, the minister said on Monday.\n")
    exec(compile(code, "keep-a-register.md", "exec"), {})  # noqa: S102 (our own words)
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("monday.txt new ")
    assert any(line.startswith("Iran > Russia") for line in out)


def test_the_guide_names_commands_that_are_there() -> None:
    """Every command that a guide shows is one, with that kind of judgement."""
    known = {name for name, _ in reference.commands()}
    for guide in (DOCS / "how-to").glob("*.md"):
        for line in re.findall(
            r"^\s*(?:\S.*\| )?tallybook (\w+(?: [a-z-]+)?)", guide.read_text("utf-8"), re.MULTILINE
        ):
            command = "tallybook " + " ".join(line.split()[: 2 if line.startswith("judge") else 1])
            assert command in known, f"{guide.name}: {command}"
