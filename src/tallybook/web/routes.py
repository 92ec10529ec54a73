"""Every address of the desk, in one table. Addresses are stable: people write them down."""

from __future__ import annotations

from starlette.routing import BaseRoute, Mount, Route

from tallybook.web.files import Static
from tallybook.web.pages import helping, naming


def routes() -> list[BaseRoute]:
    """The table. Handlers that are no coroutines run in a thread of their own."""
    return [
        Mount("/static", Static(), name="static"),
        Route("/name", naming.show),
        Route("/name", naming.remember, methods=["POST"]),
        Route("/help", helping.show),
    ]
