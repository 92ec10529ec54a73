"""Decisions that tie two things together or keep them apart: claims, names, reports; and primary sources."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tallybook.model import EdgeKind, JudgementKind, PrimaryState
from tallybook.web.changes import see_other, words
from tallybook.web.desk import analyst_of, own_address, work_of
from tallybook.web.work import Draft

KINDS = frozenset(
    {
        JudgementKind.SAME_TRANSFER,
        JudgementKind.NOT_SAME_TRANSFER,
        JudgementKind.SAME_PARTY,
        JudgementKind.NOT_SAME_PARTY,
        JudgementKind.COPY,
        JudgementKind.NOT_COPY,
    }
)


def link(request: Request, form: FormData) -> Response:
    """Append a decision on two subjects: fields ``kind``, ``a``, ``b``, ``reason``, ``then``.

    ``edge`` says for a copy how the second report depends on the first.
    """
    kind = next((one for one in KINDS if one.value == words(form, "kind")), None)
    a, b = str(form.get("a") or ""), str(form.get("b") or "")
    if kind is None or not a or not b or a == b:
        raise HTTPException(422, "Say which two things belong together or stay apart.")
    value = None
    if kind is JudgementKind.COPY:
        edge = words(form, "edge") or EdgeKind.COPY.value
        if edge not in {one.value for one in EdgeKind}:
            raise HTTPException(422, "One report can copy, rewrite or cite another.")
        value = {"kind": edge}
    work_of(request).judge([Draft(kind, (a, b), value, words(form, "reason"))], analyst_of(request))
    return see_other(own_address(words(form, "then"), "/history"))


def primary(request: Request, form: FormData) -> Response:
    """Note whether the primary source of an origin is held, sought or none; ``report`` holds it."""
    state = words(form, "state")
    if state not in {one.value for one in PrimaryState}:
        raise HTTPException(422, "A primary source is held, sought or none.")
    value: dict[str, object] = {"state": state}
    with work_of(request).reading() as book:
        origin = book.lineage.origin(request.path_params["id"])
        if words(form, "report"):
            value["report"] = book.reports.get(words(form, "report")).id
    draft = Draft(JudgementKind.PRIMARY, (origin.id,), value, words(form, "reason"))
    work_of(request).judge([draft], analyst_of(request))
    return see_other(own_address(words(form, "then"), "/history"))
