"""``tallybook serve``: the desk in a browser."""

from __future__ import annotations

import signal
import socket
from pathlib import Path

import click

from tallybook.cli.options import register_option
from tallybook.errors import TallybookError

PORT = 8400


@click.command("serve")
@register_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on.")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help="Port to serve on."
)
@click.option("--read-only", is_flag=True, help="Show without the power to change.")
@click.option(
    "--expose",
    is_flag=True,
    help="Serve on a --host that other machines reach. There is no sign-in: whoever reaches it reads "
    "everything and can judge under any name.",
)
def command(register: Path, host: str, port: int, *, read_only: bool, expose: bool) -> None:
    """Open the desk in a browser, for this machine alone unless --host and --expose say otherwise."""
    serve(register, host, port, read_only=read_only, expose=expose)


def serve(register: Path, host: str, port: int, *, read_only: bool = False, expose: bool = False) -> None:
    """Serve the desk on a register until it is interrupted; print where.

    Raises:
        TallybookError: the register or the port cannot be used.
    """
    from tallybook import settings, web  # noqa: PLC0415
    from tallybook.pipeline import Pipeline  # noqa: PLC0415
    from tallybook.store import open_register  # noqa: PLC0415

    chosen = settings.load()
    opened = open_register(register, read_only=read_only, busy_seconds=chosen.busy)
    try:
        _check_port(host, port)
        shown = f"[{host}]" if ":" in host else host
        if expose or web.is_loopback(host):  # else it is refused, with the reason
            click.echo(f"{register} is open at http://{shown}:{port}/ (Ctrl-C ends)")
        pipeline = Pipeline(opened, model=chosen.model, settle_later=True)
        # The server ends in good order on Ctrl-C, then hands the signal on: there is nothing left to do then.
        signal.signal(signal.SIGINT, lambda _signal, _frame: None)
        web.serve(
            pipeline,
            host=host,
            port=port,
            read_only=read_only,
            exposed=expose,
            options=chosen.options(),
        )
    finally:
        opened.close()


def _check_port(host: str, port: int) -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(found[0], found[1]) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(found[4])
    except OSError as error:
        raise TallybookError(f"{host}:{port}: cannot serve there ({error.strerror or error})") from error
