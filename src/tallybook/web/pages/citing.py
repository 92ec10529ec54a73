"""Footnotes of reports and claims, to copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tallybook.model import Claim, Report
from tallybook.web import addresses
from tallybook.web.desk import Page, work_of
from tallybook.web.rendering import render
from tallybook.write.footnotes import csl, footnote


@dataclass(frozen=True, kw_only=True)
class FootnotePage(Page):
    """A footnote in its forms.

    Attributes:
        words: as a footnote is printed.
        csl: CSL-JSON, for reference managers.
        back: the report or claim that is cited.
        download: address of the CSL-JSON as a file.
        unchecked: nobody has checked the claim yet.
    """

    template: ClassVar[str] = "footnote.html"
    at: ClassVar[str] = "/"
    words: str
    csl: str
    back: str
    download: str
    unchecked: bool


def of_report(request: Request) -> Response:
    """The footnote of a report."""
    with work_of(request).reading() as book:
        report = book.reports.get(request.path_params["id"])
    return _answer(request, report, None)


def of_claim(request: Request) -> Response:
    """The footnote of a claim: its words, its speaker, its report."""
    with work_of(request).reading() as book:
        claim = book.claims.get(request.path_params["id"])
        report = book.reports.get(claim.report_id)
    return _answer(request, report, claim)


def _answer(request: Request, report: Report, claim: Claim | None) -> Response:
    item = csl(report, claim)
    if request.query_params.get("format") == "csl":
        name = f"{claim.id if claim else report.id}.csl.json"
        return JSONResponse([item], headers={"Content-Disposition": f'attachment; filename="{name}"'})
    page = FootnotePage(
        title="Footnote",
        words=footnote(report, claim),
        csl=msgspec.json.format(msgspec.json.encode([item])).decode(),
        back=addresses.report(report.id, claim.id if claim else None),
        download=request.url.path + "?format=csl",
        unchecked=claim is not None and claim.state != "checked",
    )
    return render(request, page)
