"""What is shown when something cannot be shown or done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tallybook import errors
from tallybook.web.desk import Page
from tallybook.web.rendering import render

_WORDS = {
    400: "That cannot be understood",
    403: "Not from here",
    404: "Not in this book",
    405: "Not that way",
    409: "Somebody was here before",
    413: "Too much at once",
    422: "Something is missing",
    503: "The book is busy",
}

_STATUS: tuple[tuple[type[errors.TallybookError], int], ...] = (
    (errors.UnknownId, 404),
    (errors.JudgementRefused, 409),
    (errors.RegisterBusy, 503),
    (errors.InputError, 422),
    (errors.UsageError, 400),
)


@dataclass(frozen=True, kw_only=True)
class ErrorPage(Page):
    """A refusal or a fault.

    Attributes:
        status: of HTTP.
        detail: one sentence that says what is wrong.
    """

    template: ClassVar[str] = "error.html"
    status: int
    detail: str


def refused(request: Request, error: Exception) -> Response:
    """The page for a refusal that says its own reason."""
    status, detail = 500, str(error)
    if isinstance(error, HTTPException):
        status, detail = error.status_code, error.detail
    elif isinstance(error, errors.TallybookError):
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
    return _answer(request, status, detail)


def failed(request: Request, _: Exception) -> Response:
    """The page for a fault of ours; what went wrong stands in the log, not on the page."""
    return _answer(request, 500, "Something went wrong here. Nothing that was stored is lost.")


def _answer(request: Request, status: int, detail: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": detail}, status)
    title = _WORDS.get(status, "Something went wrong")
    return render(request, ErrorPage(title=title, status=status, detail=detail), status)
