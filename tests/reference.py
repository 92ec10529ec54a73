"""The generated parts of ``docs/reference.md``; ``python -m tests.reference`` renews them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from tallybook.cli import app
from tallybook.settings import Settings, variable

REFERENCE = Path(__file__).parent.parent / "docs" / "reference.md"

_BLOCK = re.compile(r"(<!-- begin (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, ``judge`` and its kind included."""
    yield from _below("tallybook", app)


def _below(name: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group, info_name=name)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        assert command is not None
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from _below(f"{name} {word}", command)


def help_of(name: str, command: click.Command) -> str:
    """What ``--help`` prints at a terminal of 90 columns."""
    names = app.context_settings["help_option_names"]
    context = click.Context(
        command, info_name=name, terminal_width=90, max_content_width=90, help_option_names=names
    )
    return command.get_help(context)


def parts() -> dict[str, str]:
    """Every generated part of the reference, by name."""
    made = {name: f"```text\n{help_of(name, command)}\n```\n" for name, command in commands()}
    rows = [
        f"| `{variable(setting.name)}` | {setting.metadata['says']} | {_shown(setting.default)} |\n"
        for setting in fields(Settings)
    ]
    made["settings"] = "| variable | what it sets | if it is not set |\n| --- | --- | --- |\n" + "".join(rows)
    return made


def named() -> list[str]:
    """The parts that the reference has a place for."""
    return [name for _, name, _ in _BLOCK.findall(REFERENCE.read_text("utf-8"))]


def renewed() -> str:
    """The reference with its generated parts as they should be."""
    made = parts()
    return _BLOCK.sub(
        lambda block: block[1] + made.get(block[2], "") + block[3], REFERENCE.read_text("utf-8")
    )


def _shown(default: object) -> str:
    return "–" if default is None else str(default)


if __name__ == "__main__":
    REFERENCE.write_text(renewed(), "utf-8")
