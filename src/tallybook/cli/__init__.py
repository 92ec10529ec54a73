"""The command line: one file a command, imported only when it is asked for."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from tallybook.errors import TallybookError, UsageError

COMMANDS = {
    "read": "Read reports (files, folders, addresses) into a register.",
    "show": "Show transfers, flows, reports, or anything by its id.",
    "new": "Show what the latest reports add.",
    "export": "Write claims, transfers, reports or the lineage to a file.",
    "judge": "Check, reject, correct, join, part, grade; every decision is kept.",
    "history": "Show what was decided about something, by whom and why.",
    "verify": "Hash every original again, find every quote again.",
    "serve": "Open the desk in a browser.",
    "attributions": "Tell who says what, for any text.",
    "demo": "Read the sample reports that come with Tallybook, then serve them.",
}
"""Every command with its one line of help, so that ``--help`` imports none of them."""


class _Commands(click.Group):
    """Commands that are imported when they are run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click calls it so)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"tallybook.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"{cmd_name} is not a command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked:
        from tallybook.pipeline import version  # noqa: PLC0415

        click.echo(f"tallybook {version()}")
        ctx.exit()


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version.",
)
def app() -> None:
    """Keep a book of arms transfers told in the news: every claim with its words, speaker and origin."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives its exit status: 0 done, 1 an input or a check failed, 2 wrong usage.

    Without ``arguments`` it is the program itself, which takes those of its process and ends thereafter.
    """
    if arguments is not None:
        return _run(arguments)
    # A program that starts makes many objects that live on; looking for dead ones among them, then and once
    # more at the end, is a quarter of the time that a short command takes.
    gc.set_threshold(50_000, 20, 20)
    status = _run(sys.argv[1:])
    gc.freeze()
    return status


def _run(arguments: Sequence[str]) -> int:
    # A terminal that lacks a letter gets its number instead of an error.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = app.main(args=list(arguments), prog_name="tallybook", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except UsageError as error:
        return _say(error, 2)
    except TallybookError as error:
        return _say(error, 1)
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        _give_up_output()  # whoever was reading has seen enough
        return 0
    except OSError as error:
        _give_up_output()
        return _say(TallybookError(f"{error.filename or 'the output'}: {error.strerror or error}"), 1)
    return status if isinstance(status, int) else 0


def _give_up_output() -> None:
    """Keep Python from complaining once more when it closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(error: TallybookError, status: int) -> int:
    from tallybook.cli.terminal import plain  # noqa: PLC0415

    click.echo(f"tallybook: {plain(str(error))}", err=True)
    return status
