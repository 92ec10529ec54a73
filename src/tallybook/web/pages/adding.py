"""Add a report: pasted words, files or an address; read at once, and shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from tallybook import gather
from tallybook.errors import InputError, TooLarge
from tallybook.gather import Given
from tallybook.model import Capture, Handling
from tallybook.pipeline import Taken
from tallybook.store import Book, ReportRow
from tallybook.web import addresses
from tallybook.web.changes import see_other, words
from tallybook.web.desk import Page, work_of
from tallybook.web.pages.mending import fault_in, value_of
from tallybook.web.rendering import render

DETAILS = ("title", "publisher", "url", "published", "handling")
"""What a person may say of a report when handing it in."""

FIELDS = (*DETAILS, "text", "by_hand", "address")
"""The fields of the form, but for files."""

_STATUS = {
    "known": "already in the book, with the same bytes",
    "new": "new",
    "version": "a new version",
    "again": "read again",
}


@dataclass(frozen=True)
class Outcome:
    """What became of one report: its line and status, or what was wrong with it."""

    line: ReportRow | None
    words: str


@dataclass(frozen=True, kw_only=True)
class AddPage(Page):
    """The form, and what became of what was handed in before.

    Attributes:
        handlings: the marks to choose from.
        given: what stands in the fields, by name.
        outcomes: one for each report that was handed in.
        faults: how many of them could not be taken in.
        limit: most bytes that one file may have.
    """

    template: ClassVar[str] = "add.html"
    at: ClassVar[str] = "/add"
    handlings: tuple[Handling, ...]
    given: dict[str, str]
    outcomes: tuple[Outcome, ...] = ()
    faults: int = 0
    limit: int


def show(request: Request) -> Response:
    """The empty form."""
    return render(request, _page(request, {}))


def add(request: Request, form: FormData) -> Response:
    """Take everything in; one new report is shown at once, several are listed with what they add."""
    given = {name: words(form, name) for name in FIELDS}
    fault = next(filter(None, (fault_in(name, given[name]) for name in DETAILS if given[name])), "")
    if fault:
        return render(request, _page(request, given, (Outcome(None, fault),)), 422)
    results = work_of(request).take(list(_captures(request, form, given)))
    if not results:
        nothing = Outcome(None, "Paste words, choose a file or give an address.")
        return render(request, _page(request, given, (nothing,)), 422)
    taken = [result for result in results if isinstance(result, Taken)]
    if len(taken) == len(results) == 1:
        return see_other(addresses.report(taken[0].report.id))
    with work_of(request).reading() as book:
        outcomes = tuple(_outcome(book, result) for result in results)
    # What could not be taken in stays in the fields, so that it can be mended and sent again.
    left = given if not taken else {}
    return render(request, _page(request, left, outcomes), 200 if taken else 422)


def _captures(request: Request, form: FormData, given: dict[str, str]) -> Iterator[Capture | InputError]:
    options = work_of(request).options
    known = {name: value_of(name, given[name]) for name in DETAILS if given[name] and name != "handling"}
    handling = Handling(given["handling"] or "CLEAR")
    # CLEAR is what stands in the field until somebody chooses: nothing that a person said.
    said = Given(**known, handling=handling if handling is not Handling.CLEAR else None)  # type: ignore[arg-type]
    if given["text"]:
        take = gather.by_hand if given["by_hand"] else gather.paste
        try:
            yield take(str(form["text"]).replace("\r\n", "\n"), options, given=said)
        except InputError as error:
            yield error
    if given["address"]:
        yield from gather.fetch(given["address"], options, said)
    for upload in form.getlist("files"):
        if isinstance(upload, UploadFile) and upload.filename:
            yield from _uploaded(upload, options, said)


def _uploaded(upload: UploadFile, options: gather.Options, said: Given) -> Iterable[Capture | InputError]:
    name = upload.filename or "upload"
    data = upload.file.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        return (TooLarge(name, f"more than {options.max_bytes:,} bytes"),)
    return gather.capture_bytes(name, data, options, media_type=upload.content_type, given=said)


def _outcome(book: Book, result: Taken | InputError) -> Outcome:
    if isinstance(result, InputError):
        return Outcome(None, str(result))
    line = book.shelf.line(result.report.id)
    sentence = str((line.news or {}).get("sentence", ""))
    return Outcome(line, "; ".join(filter(None, [_STATUS[result.status], sentence])))


def _page(request: Request, given: dict[str, str], outcomes: tuple[Outcome, ...] = ()) -> AddPage:
    return AddPage(
        title="Add a report",
        handlings=tuple(Handling),
        given={name: given.get(name, "") for name in FIELDS},
        outcomes=outcomes,
        faults=sum(outcome.line is None for outcome in outcomes),
        limit=work_of(request).options.max_bytes,
    )
