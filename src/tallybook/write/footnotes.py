"""Footnotes: how a report or a claim is cited, as words and as CSL-JSON for reference managers.

CSL-JSON: the item format of the Citation Style Language, schema 1.0.2.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right

from tallybook.model import CaptureMethod, Claim, Report, Span

_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def footnote(report: Report, claim: Claim | None = None) -> str:
    """Author, outlet, title, date, page, address, archive and day of access, as far as they are known.

    With ``claim``, its exact words and who says them go before, and the page on which they stand is named.
    """
    parts = [
        " and ".join(filter(None, [", ".join(report.authors[:-1]), *report.authors[-1:]])),
        f"“{report.title}”" if report.title else _called(report),
        report.publisher or "",
        _date(report.published),
        _page(report, claim),
        report.url or (report.name if "://" in report.name else ""),
        f"archived at {report.archive_url}" if report.archive_url else "",
        f"{_got(report)} {_day(report.captured_at[:10])}",
    ]
    cited = ", ".join(part for part in parts if part) + "."
    if claim is None:
        return cited
    return f"{_said(claim)}: {cited}"


def csl(report: Report, claim: Claim | None = None) -> dict[str, object]:
    """The CSL-JSON item of a report; with ``claim``, its words as a note and its page as locator."""
    kind = "article-newspaper" if report.publisher else "document"
    item: dict[str, object] = {
        "id": claim.id if claim else report.id,
        "type": "webpage" if not report.publisher and report.url else kind,
        "title": report.title or report.name,
        "author": [{"literal": author} for author in report.authors],
        "container-title": report.publisher,
        "issued": _parts(report.published),
        "accessed": _parts(report.captured_at[:10]),
        "URL": report.url or (report.name if "://" in report.name else None),
        "archive_location": report.archive_url,
        "language": report.language,
        "page": page_of(report, claim.quote_span) if claim else None,
        "note": _said(claim) if claim else None,
    }
    return {name: value for name, value in item.items() if value not in (None, [], "")}


def page_of(report: Report, span: Span) -> str | None:
    """The page, from 1, on which words begin; ``None`` where the report has no pages."""
    if not report.pages:
        return None
    return str(max(1, bisect_right([page.start for page in report.pages], span.start)))


def _called(report: Report) -> str:
    """What a report without a title is called by: its name, unless that is its address."""
    return "" if report.url or "://" in report.name else report.name


def _page(report: Report, claim: Claim | None) -> str:
    page = page_of(report, claim.quote_span) if claim else None
    return f"p. {page}" if page else ""


def _said(claim: Claim) -> str:
    if claim.source is None:
        return f"“{claim.quote}”"
    through = f", through {' and '.join(claim.source.via)}" if claim.source.via else ""
    title = f", {claim.source.title}" if claim.source.title else ""
    return f"“{claim.quote}” ({claim.source.name}{title}{through})"


def _got(report: Report) -> str:
    return "written down" if report.capture_method is CaptureMethod.BY_HAND else "accessed"


def _date(edtf: str | None) -> str:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?", edtf or "")
    if found is None:
        return edtf or "no date"
    year, month, day = found.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}" if day else f"{_MONTHS[int(month) - 1]} {year}"


def _day(iso: str) -> str:
    try:
        return _date(dt.date.fromisoformat(iso).isoformat())
    except ValueError:
        return iso


def _parts(edtf: str | None) -> dict[str, object] | None:
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf or "")
    if found is None:
        return None
    return {"date-parts": [[int(part) for part in found.groups() if part]]}
