"""The desk: the register as pages in a browser, where reports are read, checked, signed and sent on."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import anyio.to_thread
import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from tallybook.errors import TallybookError, UsageError
from tallybook.gather import Options
from tallybook.web.guard import ANY_ADDRESS, LOOPBACK_HOSTS, Guard
from tallybook.web.pages.errors import failed, refused
from tallybook.web.routes import routes
from tallybook.web.work import Work, Workshop

__all__ = ["create_app", "serve"]

AT_ONCE = 12
"""Pages made at the same time. More are no quicker, as they share processors; each would wait for all."""

KEEP_OPEN = 75
"""Seconds for which a quiet connection is kept, so that a slow moment does not cut off the next request."""


def create_app(
    workshop: Workshop,
    *,
    read_only: bool = False,
    hosts: Iterable[str] = (),
    options: Options | None = None,
    warm: bool = False,
) -> Starlette:
    """The desk as an ASGI application.

    Args:
        workshop: the pipeline with its register.
        read_only: show without the power to change.
        hosts: names under which the desk may be asked for, besides those of this machine itself.
        options: limits and permissions of gathering, for what is added at the desk.
        warm: load drawing, reader and reconciling in the background when the desk opens, so that the first
            page and report need not wait.
    """
    names = LOOPBACK_HOSTS | {host.lower() for host in hosts}
    work = Work(workshop, read_only=read_only, options=options)

    @asynccontextmanager
    async def opening(_: Starlette) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = AT_ONCE
        if warm:
            threading.Thread(target=work.warm, name="warm", daemon=True).start()
        yield

    app = Starlette(
        routes=routes(),
        middleware=[Middleware(Guard, hosts=names)],
        exception_handlers={HTTPException: refused, TallybookError: refused, Exception: failed},
        lifespan=opening,
    )
    app.state.work = work
    return app


def serve(
    workshop: Workshop,
    *,
    host: str = "127.0.0.1",
    port: int = 8400,
    read_only: bool = False,
    exposed: bool = False,
    options: Options | None = None,
) -> None:
    """Serve the desk until it is interrupted.

    Args:
        workshop: the pipeline with its register.
        host: address to listen on.
        port: to listen on.
        read_only: show without the power to change.
        exposed: listen on an address that other machines reach. The desk has no sign-in: whoever reaches it
            reads everything and, unless ``read_only``, judges under any name.
        options: limits and permissions of gathering, for what is added at the desk.

    Raises:
        UsageError: ``host`` is no address of this machine alone, and ``exposed`` is not set.
    """
    if not is_loopback(host) and not exposed:
        raise UsageError(
            f"{host}: other machines could reach the desk there, which has no sign-in: they could read "
            "everything and judge under any name. Say so explicitly if that is meant (--expose)."
        )
    hosts = {host, socket.gethostname(), ANY_ADDRESS} if exposed else {host}
    app = create_app(workshop, read_only=read_only, hosts=hosts, options=options, warm=True)
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=KEEP_OPEN,
    )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches ``host``."""
    if host in LOOPBACK_HOSTS:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
