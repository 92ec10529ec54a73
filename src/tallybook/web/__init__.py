"""The desk: the register as pages in a browser, where reports are read, checked, signed and sent on."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from tallybook.errors import TallybookError, UsageError
from tallybook.web.guard import LOOPBACK_HOSTS, Guard
from tallybook.web.pages.errors import failed, refused
from tallybook.web.routes import routes
from tallybook.web.work import Work, Workshop

__all__ = ["create_app", "serve"]


def create_app(workshop: Workshop, *, read_only: bool = False, hosts: Iterable[str] = ()) -> Starlette:
    """The desk as an ASGI application.

    Args:
        workshop: the pipeline with its register.
        read_only: show without the power to change.
        hosts: names under which the desk may be asked for, besides those of this machine itself.
    """
    names = LOOPBACK_HOSTS | {host.lower() for host in hosts}
    app = Starlette(
        routes=routes(),
        middleware=[Middleware(Guard, hosts=names)],
        exception_handlers={HTTPException: refused, TallybookError: refused, Exception: failed},
    )
    app.state.work = Work(workshop, read_only=read_only)
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
    app = create_app(workshop, read_only=read_only, hosts={host, *hosts})
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches ``host``."""
    if host in LOOPBACK_HOSTS:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
