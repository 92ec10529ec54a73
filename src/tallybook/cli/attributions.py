"""``tallybook attributions``: who says what, for any text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tallybook.cli.options import output_option
from tallybook.cli.terminal import plain


@click.command("attributions")
@click.argument("targets", metavar="PATH...", nargs=-1, required=True)
@output_option
def command(targets: tuple[str, ...], output: Path | None) -> int:
    """Tell who says what: source, cue and content of each attribution, one JSON object a report."""
    from tallybook import gather, settings, write  # noqa: PLC0415
    from tallybook.pipeline import reader  # noqa: PLC0415

    chosen = settings.load()
    failed: list[str] = []

    def told() -> Iterator[dict[str, object]]:
        for capture in gather.gather(targets, chosen.options()):
            if isinstance(capture, Exception):
                failed.append(str(capture))
                click.echo(f"tallybook: {plain(capture)}", err=True)
            else:
                found = reader(chosen.model).attributions(capture.report.text)
                yield {"report": capture.report.name, "attributions": found}

    with write.writing_to(output) as out:
        out(write.jsonl(told()))
    return 1 if failed else 0
