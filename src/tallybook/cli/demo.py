"""``tallybook demo``: the sample reports that come with Tallybook, read and served."""

from __future__ import annotations

import os
from pathlib import Path

import click

from tallybook.cli.options import book_of, register_of
from tallybook.cli.read import follow
from tallybook.cli.serve import PORT, serve
from tallybook.cli.show import transfers


@click.command("demo")
@click.option(
    "--register",
    "register",
    metavar="FILE",
    default="tallybook-demo.db",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Where to make the register.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on.")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help="Port to serve on."
)
@click.option("--no-serve", is_flag=True, help="End after reading (or set SERVE=0).")
def command(register: Path, host: str, port: int, *, no_serve: bool) -> int:
    """Read the sample reports (real events, invented outlets), show the transfers found, then serve."""
    from tallybook import samples, settings  # noqa: PLC0415
    from tallybook.pipeline import Pipeline  # noqa: PLC0415

    chosen = settings.load()
    with register_of(register, create=True) as opened:
        status = follow(Pipeline(opened, model=chosen.model).read([str(samples.folder())], chosen.options()))
    with book_of(register) as book:
        transfers(book)
    if status or no_serve or os.environ.get("SERVE") == "0":
        return status
    serve(register, host, port)
    return 0
