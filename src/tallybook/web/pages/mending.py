"""What is known of a report, mended in place; and whether somebody has seen it."""

from __future__ import annotations

import re

import edtf
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from tallybook.model import MENDABLE, Handling, JudgementKind
from tallybook.web import addresses, safe
from tallybook.web.changes import see_other, words
from tallybook.web.desk import analyst_of, work_of
from tallybook.web.pages.report import mendable_words, page_of
from tallybook.web.rendering import render
from tallybook.web.work import Draft

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")


def mend(request: Request, form: FormData) -> Response:
    """Append a mend for every field that was changed.

    A field counts as changed where it differs from what the form showed, so that two people who mend
    different fields at once lose nothing.
    """
    work = work_of(request)
    with work.turn:
        with work.reading() as book:
            report = book.reports.get(request.path_params["id"])
        drafts = []
        for field in MENDABLE:
            given = words(form, field)
            if field not in form or given == " ".join(words(form, f"was-{field}").split()):
                continue
            fault = fault_in(field, given)
            if fault:
                return render(request, page_of(request, report.id, fault=fault), 422)
            if given != " ".join(mendable_words(report, field).split()):
                value = {"field": field, "value": value_of(field, given)}
                drafts.append(Draft(JudgementKind.MEND, (report.id,), value, words(form, "reason")))
        work.judge(drafts, analyst_of(request))
    return see_other(addresses.report(report.id))


def seen(request: Request, form: FormData) -> Response:
    """Note that the report was seen and go on to the next one that waits; or take that back."""
    work, report_id = work_of(request), request.path_params["id"]
    page = page_of(request, report_id)
    report = page.reading.report
    now_seen = bool(words(form, "seen"))
    work.mark_seen(report.id, analyst_of(request), seen=now_seen)
    onward = page.following.id if now_seen and page.following else report.id
    return see_other(addresses.report(onward))


def fault_in(field: str, given: str) -> str:
    """What is wrong with a field of a report, in one sentence; empty where nothing is."""
    if not given:
        return "A report needs a handling mark." if field == "handling" else ""
    if field in {"url", "archive_url"} and safe.link(given) is None:
        return f"{field.replace('_', ' ')}: give an address that begins with http:// or https://."
    if field == "published" and not _is_edtf(given):
        return "published: give a date such as 2024, 2024-05 or 2024-05-31."
    if field == "language" and not _LANGUAGE.fullmatch(given):
        return "language: give a tag such as en, uk or pt-BR."
    if field == "handling" and given not in {mark.value for mark in Handling}:
        return "handling: choose one of the marks."
    return ""


def value_of(field: str, given: str) -> object:
    """The value of a field as a judgement carries it; ``None`` for an empty one."""
    if field == "authors":
        return [part.strip() for part in given.split(";") if part.strip()]
    return given[:2000] or None


def _is_edtf(date: str) -> bool:
    try:
        edtf.parse_edtf(date)
    except edtf.EDTFParseException:
        return False
    return True
