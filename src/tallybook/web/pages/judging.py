"""Confirm, reject, open again, merge, undo, grade: decisions that need no form of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tallybook.errors import JudgementRefused, Overtaken
from tallybook.model import Claim, JudgementKind
from tallybook.web import addresses
from tallybook.web.acts import act_of, last_act, undoings
from tallybook.web.changes import Handler, in_place, see_other, words
from tallybook.web.desk import Page, analyst_of, own_address, work_of
from tallybook.web.pages.report import reading_part
from tallybook.web.rendering import render
from tallybook.web.work import Draft, Work, fingerprint


@dataclass(frozen=True, kw_only=True)
class StalePage(Page):
    """A claim changed between the form and the decision: shown again, and asked again.

    Attributes:
        claim: as it stands now.
        fingerprint: of the claim as it stands now.
        action: where the decision goes if it is made all the same.
        label: the decision in words.
        decided: who decided what in the meantime.
    """

    template: ClassVar[str] = "stale.html"
    at: ClassVar[str] = "/"
    claim: Claim
    fingerprint: str
    action: str
    label: str
    decided: str


def decide(kind: JudgementKind, label: str) -> Handler:
    """The handler of a decision on one claim, which carries what the claim looked like."""

    def handler(request: Request, form: FormData) -> Response:
        work = work_of(request)
        with work.turn:
            with work.reading() as book:
                claim = book.claims.get(request.path_params["id"])
            if words(form, "fingerprint") != fingerprint(claim):
                return stale(request, claim, label)
            draft = Draft(kind, (claim.id,), None, words(form, "reason"))
            try:
                work.judge([draft], analyst_of(request), seen=claim)
            except Overtaken:
                return stale(request, standing(work, claim), label)
        return back_to(request, claim.report_id, claim.id)

    return handler


def merge(request: Request, form: FormData) -> Response:
    """Two claims become one; the first keeps its id."""
    work = work_of(request)
    with work.turn:
        with work.reading() as book:
            claim = book.claims.get(request.path_params["id"])
            other = book.claims.get(words(form, "other"))
        if words(form, "fingerprint") != fingerprint(claim):
            return stale(request, claim, "merge")
        if other.report_id != claim.report_id or other.id == claim.id:
            raise JudgementRefused("Only two claims of one report can be merged.")
        draft = Draft(JudgementKind.MERGE, (claim.id, other.id), None, words(form, "reason"))
        try:
            work.judge([draft], analyst_of(request), seen=claim)
        except Overtaken:
            return stale(request, standing(work, claim), "merge")
    return back_to(request, claim.report_id, claim.id)


def undo_last(request: Request, _: FormData) -> Response:
    """Take back the analyst's own last act on a report."""
    work, report_id = work_of(request), request.path_params["id"]
    analyst = analyst_of(request)
    with work.turn:
        with work.reading() as book:
            act = last_act(book, report_id, analyst)
        if not act:
            raise HTTPException(409, f"There is nothing on this report that {analyst} could undo.")
        work.judge(undoings(act), analyst)
        with work.reading() as book:
            standing = book.claims.many(act[0].subjects)
    return back_to(request, report_id, next(iter(standing), ""))


def undo(request: Request, form: FormData) -> Response:
    """Take back one judgement, whoever made it, with those that were made in the same act before it.

    With ``only`` it is taken back alone.
    """
    work, judgement_id = work_of(request), request.path_params["id"]
    with work.turn:
        with work.reading() as book:
            judgement = book.judgements.get(judgement_id)
            act = () if words(form, "only") else act_of(book, judgement)
        # An act that does not stand any more ends with another judgement: the refusal says why.
        standing = act if judgement in act else (judgement,)
        work.judge(undoings(standing, words(form, "reason")), analyst_of(request))
    return see_other(own_address(words(form, "then"), "/history"))


def grade_source(request: Request, form: FormData) -> Response:
    """Give a speaker or outlet its reliability, A to F."""
    name, reliability = str(form.get("name") or ""), words(form, "reliability")
    if reliability not in set("ABCDEF") or not name.strip():
        raise HTTPException(422, "A source is graded with a letter from A to F.")
    draft = Draft(JudgementKind.GRADE_SOURCE, (name,), {"reliability": reliability}, words(form, "reason"))
    work_of(request).judge([draft], analyst_of(request))
    claim_id = words(form, "claim")
    if claim_id:
        with work_of(request).reading() as book:
            claim = book.claims.get(claim_id)
        return back_to(request, claim.report_id, claim.id)
    return see_other(own_address(words(form, "then"), addresses.speaker(name)))


def grade_transfer(request: Request, form: FormData) -> Response:
    """Sign the credibility of a transfer, 1 to 6."""
    credibility = words(form, "credibility")
    if credibility not in set("123456"):
        raise HTTPException(422, "Credibility is a figure from 1 to 6.")
    with work_of(request).reading() as book:
        transfer = book.transfers.get(request.path_params["id"])
    value = {"credibility": int(credibility)}
    draft = Draft(JudgementKind.GRADE, (transfer.id,), value, words(form, "reason"))
    work_of(request).judge([draft], analyst_of(request))
    return see_other(own_address(words(form, "then"), addresses.transfer(transfer.id)))


def standing(work: Work, claim: Claim) -> Claim:
    """The claim as it stands by now."""
    with work.reading() as book:
        return book.claims.get(claim.id)


def stale(request: Request, claim: Claim, label: str) -> Response:
    """The question whether the decision stands although the claim has changed."""
    with work_of(request).reading() as book:
        about = [one for one in book.judgements.about(claim.id) if claim.id in one.subjects]
    decided = f"{about[-1].kind} by {about[-1].author}" if about else "a new reading"
    page = StalePage(
        title="The claim has changed",
        claim=claim,
        fingerprint=fingerprint(claim),
        action=request.url.path,
        label=label,
        decided=decided,
    )
    return render(request, page, 409)


def back_to(request: Request, report_id: str, claim_id: str) -> Response:
    """To the claim's card; for a script the text and the cards."""
    if in_place(request):
        return reading_part(request, report_id, claim_id)
    return see_other(addresses.report(report_id, claim_id or None))
