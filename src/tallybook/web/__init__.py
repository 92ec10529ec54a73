"""The desk: the register as pages in a browser, where reports are read, checked, signed and sent on."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from tallybook.errors import TallybookError, UsageError
from tallybook.gather import Options
from tallybook.pipeline import reader
from tallybook.web.guard import LOOPBACK_HOSTS, Guard
from tallybook.web.pages.errors import failed, refused
from tallybook.web.routes import routes
from tallybook.web.work import Work, Workshop

__all__ = ["create_app", "serve"]


def create_app(
    workshop: Workshop,
    *,
    read_only: bool = False,
    hosts: Iterable[str] = (),
    options: Options | None = None,
    warm: Callable[[], object] | None = None,
) -> Starlette:
    """The desk as an ASGI application.

    Args:
        workshop: the pipeline with its register.
        read_only: show without the power to change.
        hosts: names under which the desk may be asked for, besides those of this machine itself.
        options: limits and permissions of gathering, for what is added at the desk.
        warm: run in the background when the desk opens, so that the first report need not wait.
    """
    names = LOOPBACK_HOSTS | {host.lower() for host in hosts}

    @asynccontextmanager
    async def opening(_: Starlette) -> AsyncIterator[None]:
        if warm is not None:
            threading.Thread(target=warm, name="warm", daemon=True).start()
        yield

    app = Starlette(
        routes=routes(),
        middleware=[Middleware(Guard, hosts=names)],
        exception_handlers={HTTPException: refused, TallybookError: refused, Exception: failed},
        lifespan=opening,
    )
    app.state.work = Work(workshop, read_only=read_only, options=options)
    return app


def serve(
    workshop: Workshop,
    *,
    host: str = "127.0.0.1",
    port: int = 8400,
    read_only: bool = False,
    hosts: Iterable[str] = (),
    exposed: bool = False,
) -> None:
    """Serve the desk until it is interrupted.

    Args:
        workshop: the pipeline with its register.
        host: address to listen on.
        port: to listen on.
        read_only: show without the power to change.
        hosts: further names under which the desk may be asked for.
        exposed: listen on an address that other machines reach. The desk has no sign-in: whoever reaches it
            reads everything and, unless ``read_only``, judges under any name.

    Raises:
        UsageError: ``host`` is no address of this machine alone, and ``exposed`` is not set.
    """
    if not is_loopback(host) and not exposed:
        raise UsageError(
            f"{host}: other machines could reach the desk there, which has no sign-in: they could read "
            "everything and judge under any name. Say so explicitly if that is meant (--expose)."
        )
    warm = None if read_only else _warmer(workshop)
    app = create_app(workshop, read_only=read_only, hosts={host, *hosts}, warm=warm)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def _warmer(workshop: Workshop) -> Callable[[], None]:
    def warm() -> None:
        # A fault here comes again, with its message, when a person asks for the work.
        with suppress(TallybookError):
            reader()
            workshop.settle()

    return warm


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches ``host``."""
    if host in LOOPBACK_HOSTS:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
