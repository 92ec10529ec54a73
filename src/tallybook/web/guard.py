"""What stands before every page: who may ask, and what a page may do in the browser.

Report text is hostile, and so may be the other pages that a browser has open. So every answer carries a
Content-Security-Policy that allows only our own files, requests for an unknown host name are refused (a page
of somebody else's can point its own name at this machine), and changes must come from our own pages.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from html import escape
from urllib.parse import urlsplit

from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_COOKIE = "tallybook_token"  # noqa: S105 - the name of a cookie, not a secret
TOKEN_FIELD = "token"  # noqa: S105 - the name of a form field
TOKEN_HEADER = "X-Tallybook-Token"  # noqa: S105 - the name of a header

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})

ANY_ADDRESS = "*"
"""Stands among the hosts where any address written in numbers is one of ours: rebinding needs a name."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

BODY_LIMIT = 100_000_000
"""Most bytes that one request may bring."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """ASGI middleware: known hosts only, same-origin changes only, strict headers on every answer.

    Args:
        app: what it stands before.
        hosts: names under which the desk may be asked for, without port; see ``ANY_ADDRESS``.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or pass on one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refusal = self.refusal(scope["method"], Headers(scope=scope))
        if refusal is not None:
            await refusal(scope, receive, send_with_headers)
        else:
            await self.app(scope, _bounded(receive), send_with_headers)

    def refusal(self, method: str, headers: Headers) -> Response | None:
        """Why a request is refused, as an answer; ``None`` where it may pass."""
        host = host_of(headers.get("host", ""))
        if host not in self.hosts and not (ANY_ADDRESS in self.hosts and _in_numbers(host)):
            return _page(f"This desk is not served under the name {host!r}.", 421)
        if method not in {"GET", "HEAD", "OPTIONS"} and not same_origin(headers):
            return _page("Changes are accepted from the desk's own pages only.", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > BODY_LIMIT:
            return _page(f"More than {BODY_LIMIT:,} bytes at once.", 413)
        return None


def _page(words: str, status: int) -> Response:
    """A refusal as a page of its own: it says nothing of the book, which whoever asks may not know."""
    return HTMLResponse(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Refused · Tallybook</title>'
        f'<link rel="stylesheet" href="/static/tallybook.css"><main><h1>Refused</h1>'
        f'<p>{escape(words)}</p><p><a href="/">To the desk</a></p></main></html>',
        status,
    )


def _bounded(receive: Receive) -> Receive:
    """The request's body, which ends in an error once it is longer than allowed."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > BODY_LIMIT:
            raise HTTPException(413, f"More than {BODY_LIMIT:,} bytes at once.")
        return message

    return bounded


def host_of(value: str) -> str:
    """The host name of a Host header, without port and brackets; empty where it is none."""
    try:
        return (urlsplit(f"//{value}").hostname or "").lower()
    except ValueError:
        return ""


def _in_numbers(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def same_origin(headers: Headers) -> bool:
    """Whether the browser says that the request comes from a page of this very origin.

    Browsers send ``Sec-Fetch-Site``; older ones ``Origin``. A client that sends neither is no browser and
    still needs the token.
    """
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def token_of(request: Request) -> str:
    """The token of this browser: from its cookie, or a new one that ``remember_token`` will set."""
    token = request.cookies.get(TOKEN_COOKIE) or getattr(request.state, "token", None)
    if not token:
        token = secrets.token_urlsafe(24)
        request.state.token = token
    return str(token)


def remember_token(request: Request, response: Response) -> None:
    """Set the token's cookie where the browser does not have it yet."""
    if TOKEN_COOKIE not in request.cookies:
        response.set_cookie(TOKEN_COOKIE, token_of(request), httponly=True, samesite="strict", path="/")


def require_token(request: Request, form: FormData | None = None) -> None:
    """Refuse a change whose form or header does not carry the browser's token.

    Raises:
        HTTPException: 403.
    """
    expected = request.cookies.get(TOKEN_COOKIE, "")
    in_form = form.get(TOKEN_FIELD) if form is not None else None
    given = request.headers.get(TOKEN_HEADER) or str(in_form or "")
    if not expected or not hmac.compare_digest(expected.encode(), given.encode()):
        raise HTTPException(403, "This form has expired. Load the page again and repeat the change.")
