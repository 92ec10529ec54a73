"""Decisions to look at again: what a person decided, and what is read now, do not go together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import msgspec
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tallybook.model import Claim, JudgementKind
from tallybook.web.changes import see_other, words
from tallybook.web.clashes import Clash, clashes_of
from tallybook.web.desk import Page, analyst_of, own_address, work_of
from tallybook.web.rendering import render
from tallybook.web.work import Draft

SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class ConflictsPage(Page):
    """Decisions to look at again.

    Attributes:
        clashes: what does not go together, the oldest decision first.
        further: how many there are besides.
        claims: the claims that they are about, by id.
    """

    template: ClassVar[str] = "conflicts.html"
    at: ClassVar[str] = "/history"
    clashes: tuple[Clash, ...]
    further: int
    claims: dict[str, Claim]


def show(request: Request) -> Response:
    """All of them, with what can be done."""
    with work_of(request).reading() as book:
        clashes = clashes_of(book)
        shown = clashes[:SHOWN]
        page = ConflictsPage(
            title="Decisions to look at again",
            clashes=shown,
            further=len(clashes) - len(shown),
            claims=book.claims.many(one.conflict.claim for one in shown if one.conflict.claim),
        )
    return render(request, page)


def decide_again(request: Request, form: FormData) -> Response:
    """Take a correction back and make it anew, against what is read now: the same value, knowingly."""
    work, analyst = work_of(request), analyst_of(request)
    with work.turn:
        with work.reading() as book:
            old = book.judgements.get(request.path_params["id"])
        value = old.value or {}
        if old.kind is not JudgementKind.CORRECT:
            raise HTTPException(422, "Only a correction can be decided again as it stands.")
        work.judge([Draft(JudgementKind.UNDO, (old.id,))], analyst)
        with work.reading() as book:
            read = msgspec.to_builtins(book.claims.get(old.subjects[0])).get(str(value.get("field")))
        draft = Draft(JudgementKind.CORRECT, old.subjects, {**value, "was": read}, words(form, "reason"))
        work.judge([draft], analyst)
    return see_other(own_address(words(form, "then"), "/conflicts"))
