"""Mend a claim, add one, split one: the forms, and what is made of them."""

from __future__ import annotations

import secrets

import msgspec
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from tallybook.errors import Overtaken
from tallybook.model import Claim, ClaimState, JudgementKind, Report, Span
from tallybook.web.changes import words
from tallybook.web.choices import Choices, choices_of
from tallybook.web.claim_fields import fields_in, fields_of
from tallybook.web.claim_parsing import claim_from
from tallybook.web.desk import analyst_of, work_of
from tallybook.web.pages.claim_forms import edit_page, new_page, show, split_page
from tallybook.web.pages.judging import back_to, standing
from tallybook.web.seeing import seen_in
from tallybook.web.work import Draft, fingerprint

CORRECTABLE = (
    *(
        "kind",
        "stage",
        "action",
        "actor",
        "target",
        "instrument",
        "supplier",
        "recipient",
        "parties",
        "goods",
    ),
    *("quantity", "time", "said_on", "route", "source", "evidence", "certainty", "negated"),
    *("quote", "quote_span"),
)
"""Fields of a claim that a person can correct, in the order in which corrections are appended."""

PARTS_LIMIT = 8
"""Into how many claims one can be split at once."""


def edit(request: Request) -> Response:
    """The form of a claim as it stands."""
    claim, report, choices = _claim(request)
    return show(request, edit_page(claim, report, choices, fields_of(claim)))


def save_edit(request: Request, form: FormData) -> Response:
    """Append a correction for every field that was changed, and a check where it is vouched for."""
    work = work_of(request)
    with work.turn:
        claim, report, choices = _claim(request)
        fields = fields_in(form)
        if words(form, "fingerprint") != fingerprint(claim):
            page = edit_page(claim, report, choices, fields, stale=claim, reason=words(form, "reason"))
            return show(request, page, 409)
        mended = claim_from(fields, claim, report)
        if mended is None:
            page = edit_page(claim, report, choices, fields, reason=words(form, "reason"))
            return show(request, page, 422)
        drafts = corrections(claim, mended, words(form, "reason"))
        if words(form, "confirm") and (drafts or claim.state is not ClaimState.CHECKED):
            drafts.append(Draft(JudgementKind.CHECK, (claim.id,), None, words(form, "reason")))
        try:
            work.judge(drafts, analyst_of(request), seen=claim)
        except Overtaken:
            now = standing(work, claim)
            return show(request, edit_page(now, report, choices, fields, stale=now), 409)
    return back_to(request, report.id, claim.id)


def new(request: Request) -> Response:
    """The form of a new claim, filled in with what the reader sees in the words that were selected."""
    with work_of(request).reading() as book:
        report = book.reports.get(request.path_params["id"])
        choices = choices_of(book)
    span = _asked_span(request, report)
    seen = seen_in(report, span, work_of(request).workshop.look) if span else _blank(report)
    note = "Filled in with what the reader sees in these words; every field can be changed." if span else ""
    return show(request, new_page(report, choices, fields_of(seen), note))


def save_new(request: Request, form: FormData) -> Response:
    """Append a claim that a person makes; it is checked from the start."""
    work = work_of(request)
    with work.reading() as book:
        report = book.reports.get(request.path_params["id"])
        choices = choices_of(book)
    fields = fields_in(form)
    claim = claim_from(fields, _blank(report), report)
    if claim is None:
        return show(request, new_page(report, choices, fields, reason=words(form, "reason")), 422)
    made = made_by_hand(claim, report, analyst_of(request))
    value = msgspec.to_builtins(made)
    work.judge([Draft(JudgementKind.ADD, (made.id,), value, words(form, "reason"))], analyst_of(request))
    return back_to(request, report.id, made.id)


def split(request: Request) -> Response:
    """The forms of the claims that one is split into: one for each of its goods, two at least."""
    claim, report, choices = _claim(request)
    goods = claim.goods if len(claim.goods) > 1 else claim.goods * 2 or (None, None)
    parts = [
        fields_of(msgspec.structs.replace(claim, goods=(item,) if item else ()))
        for item in goods[:PARTS_LIMIT]
    ]
    return show(request, split_page(claim, report, choices, parts))


def save_split(request: Request, form: FormData) -> Response:
    """Append the split: the claims take the place of the one that was split."""
    work = work_of(request)
    with work.turn:
        claim, report, choices = _claim(request)
        count = sum(f"{n}-quote" in form for n in range(1, PARTS_LIMIT + 1))
        parts = [fields_in(form, f"{n}-") for n in range(1, count + 1)]
        made = [claim_from(fields, claim, report) for fields in parts]
        claims = [made_by_hand(one, report, analyst_of(request)) for one in made if one is not None]
        if len(claims) < max(2, len(made)):
            return show(request, split_page(claim, report, choices, parts), 422)
        if words(form, "fingerprint") != fingerprint(claim):
            return show(request, split_page(claim, report, choices, parts, stale=claim), 409)
        value = {"claims": [msgspec.to_builtins(one) for one in claims]}
        draft = Draft(JudgementKind.SPLIT, (claim.id,), value, words(form, "reason"))
        try:
            work.judge([draft], analyst_of(request), seen=claim)
        except Overtaken:
            now = standing(work, claim)
            return show(request, split_page(now, report, choices, parts, stale=now), 409)
    return back_to(request, report.id, claims[0].id)


def corrections(before: Claim, after: Claim, reason: str = "") -> list[Draft]:
    """One correction for each field in which the two differ."""
    one, other = msgspec.to_builtins(before), msgspec.to_builtins(after)
    return [
        Draft(
            JudgementKind.CORRECT,
            (before.id,),
            {"field": name, "value": other[name], "was": one[name]},
            reason,
        )
        for name in CORRECTABLE
        if one[name] != other[name]
    ]


def made_by_hand(claim: Claim, report: Report, analyst: str) -> Claim:
    """A claim that a person makes and vouches for, with an id of its own."""
    return msgspec.structs.replace(
        claim,
        id="c" + secrets.token_hex(6),
        report=report.name,
        report_id=report.id,
        state=ClaimState.CHECKED,
        made_by=analyst,
        why=(),
    )


def _blank(report: Report) -> Claim:
    return Claim(report=report.name, report_id=report.id, quote="", quote_span=Span(0, 0))


def _claim(request: Request) -> tuple[Claim, Report, Choices]:
    with work_of(request).reading() as book:
        claim = book.claims.get(request.path_params["id"])
        report = book.reports.get(claim.report_id)
        if not claim.stands_in(report.text):
            report = book.reports.version(claim.report_id, book.claims.version_of(claim.id))
        return claim, report, choices_of(book)


def _asked_span(request: Request, report: Report) -> Span | None:
    start, end = request.query_params.get("from", ""), request.query_params.get("to", "")
    if not (start.isdecimal() and end.isdecimal()):
        return None
    span = Span(int(start), int(end))
    return span if span.stands_in(report.text) and span.of(report.text).strip() else None
