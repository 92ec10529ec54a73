"""What every page knows: whose book it is, who sits at the desk, and where the pages are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from tallybook.web.guard import token_of

if TYPE_CHECKING:
    from tallybook.web.work import Work

NAME_COOKIE = "tallybook_name"
NAME_LIMIT = 80
_YEAR = 365 * 24 * 3600

NAVIGATION = (
    ("/", "Queue"),
    ("/flows", "Flows"),
    ("/transfers", "Transfers"),
    ("/claims", "Claims"),
    ("/parties", "Parties"),
    ("/history", "History"),
    ("/add", "Add a report"),
)
"""The main pages: address and label, in the order shown."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """What a template gets as ``page``. One subclass a page; a test holds fields and templates together.

    Attributes:
        template: file in ``templates/``.
        at: entry of the navigation to which the page belongs.
        title: what the browser's tab says, before the name of the program.
    """

    template: ClassVar[str]
    at: ClassVar[str] = ""
    title: str


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What a template gets as ``desk``.

    Attributes:
        register: file name of the register.
        read_only: shown without the power to change.
        analyst: who signs, as the browser remembers; empty until a name was given.
        at: entry of the navigation to which the page belongs.
        words: what stands in the search field.
        token: what every form that changes something must carry (``guard.TOKEN_FIELD``).
        here: path and query of this very page, to come back to.
    """

    register: str
    read_only: bool
    analyst: str
    at: str
    words: str
    token: str
    here: str


def work_of(request: Request) -> Work:
    """The work that this desk can have done: register, reading, judging."""
    work: Work = request.app.state.work
    return work


def desk_of(request: Request, page: Page) -> Desk:
    """What ``page`` knows of the desk that it is shown at."""
    work = work_of(request)
    query = f"?{request.url.query}" if request.url.query else ""
    return Desk(
        register=PurePath(work.register.path).name,
        read_only=work.read_only,
        analyst=analyst_of(request),
        at=page.at,
        words=request.query_params.get("q", ""),
        token=token_of(request),
        here=request.url.path + query,
    )


def analyst_of(request: Request) -> str:
    """The name that stands on this browser's judgements, empty where nobody has said one."""
    return clean_name(unquote(request.cookies.get(NAME_COOKIE, "")))


def remember_analyst(response: Response, analyst: str) -> None:
    """Let the browser remember who signs, for a year."""
    response.set_cookie(
        NAME_COOKIE, quote(clean_name(analyst)), max_age=_YEAR, httponly=True, samesite="strict", path="/"
    )


def clean_name(name: str) -> str:
    """A name on one line, without characters that cannot be seen, at most ``NAME_LIMIT`` long."""
    seen = "".join(char if char.isprintable() else " " for char in name)
    return " ".join(seen.split())[:NAME_LIMIT]


def own_address(address: str | None, otherwise: str = "/") -> str:
    """``address`` where it leads to a page of this desk, ``otherwise`` where it would lead elsewhere."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return otherwise
    return address if address.isprintable() else otherwise
