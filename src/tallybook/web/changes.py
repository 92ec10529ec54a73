"""How a change comes in: a form of our own page, with this browser's token, and signed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tallybook.web.desk import analyst_of, work_of
from tallybook.web.guard import require_token
from tallybook.web.pages.naming import ask_name

MEGABYTE = 1_000_000
WORDS_LIMIT = 5 * MEGABYTE
"""Longest field of a form, in bytes: a pasted report at most."""

Handler = Callable[[Request, FormData], Response]


def change(handler: Handler, *, signed: bool = True) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint of a change: checks who asks, then runs ``handler`` in a thread.

    Args:
        handler: makes the change and answers.
        signed: ask for a name first, if there is none, and finish the change then.
    """

    async def endpoint(request: Request) -> Response:
        if work_of(request).read_only:
            raise HTTPException(403, "This book is shown without the power to change it.")
        async with request.form(max_files=50, max_fields=2000, max_part_size=WORDS_LIMIT) as form:
            require_token(request, form)
            if signed and not analyst_of(request):
                return ask_name(request, form)
            return await run_in_threadpool(handler, request, form)

    return endpoint


def words(form: FormData, field: str) -> str:
    """A field of the form without white space around it, empty where it is missing, its newlines plain."""
    value = form.get(field)
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def see_other(address: str) -> RedirectResponse:
    """After a change: go and look at ``address``."""
    return RedirectResponse(address, 303)


def in_place(request: Request) -> bool:
    """Whether a script of ours asks for a piece of the page rather than for the page."""
    return request.headers.get("x-desk-part") == "1"
