"""The form of a claim as a page, and as the part of a page that a script puts into a card."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tallybook.model import Claim, Report
from tallybook.web import addresses
from tallybook.web.changes import in_place
from tallybook.web.choices import Choices
from tallybook.web.claim_fields import ClaimFields
from tallybook.web.desk import Page
from tallybook.web.rendering import render
from tallybook.web.work import fingerprint


@dataclass(frozen=True)
class ClaimForm:
    """One claim in a form; ``prefix`` stands before its fields where a form holds several."""

    fields: ClaimFields
    prefix: str = ""
    legend: str = ""

    @property
    def further(self) -> bool:
        """Whether the fields that are seldom needed hold something."""
        groups = (self.fields.group("said"), self.fields.group("route"))
        return bool(self.fields.parties) or any(value for group in groups for value in group.values())


@dataclass(frozen=True, kw_only=True)
class ClaimFormPart(Page):
    """The form of one claim, or of several that one is split into: alone, for a script to put into a card.

    Attributes:
        key: makes the ids of the fields unique on a page.
        action: where the form goes.
        fingerprint: of the claim that the form was made from, empty for a new one.
        forms: the claims in it.
        choices: what fields offer.
        save: the button that vouches for the claim.
        unconfirmed: the button that saves without vouching, empty where there is none.
        back: where cancelling leads.
        note: one sentence on what is filled in.
        reason: as typed.
        stale: the claim as it stands now, where somebody changed it meanwhile.
    """

    template: ClassVar[str] = "claim_form_part.html"
    key: str
    action: str
    fingerprint: str
    forms: tuple[ClaimForm, ...]
    choices: Choices
    save: str
    unconfirmed: str
    back: str
    note: str = ""
    reason: str = ""
    stale: Claim | None = None


@dataclass(frozen=True, kw_only=True)
class ClaimFormPage(ClaimFormPart):
    """The form as a page of its own.

    Attributes:
        report_title: of the report.
    """

    template: ClassVar[str] = "claim_form.html"
    at: ClassVar[str] = "/"
    report_title: str


def show(request: Request, page: ClaimFormPage, status: int = 200) -> Response:
    """The page of a form; for a script the form alone."""
    if in_place(request):
        shown = {one.name: getattr(page, one.name) for one in fields(ClaimFormPart)}
        return render(request, ClaimFormPart(**shown), status)
    return render(request, page, status)


def edit_page(
    claim: Claim,
    report: Report,
    choices: Choices,
    fields: ClaimFields,
    *,
    stale: Claim | None = None,
    reason: str = "",
) -> ClaimFormPage:
    """The form of a claim that is mended."""
    return ClaimFormPage(
        title="Edit a claim",
        report_title=report.title or report.name,
        key=claim.id,
        action=f"/claims/{claim.id}/edit",
        fingerprint=fingerprint(claim),
        forms=(ClaimForm(fields),),
        choices=choices,
        save="Save and confirm",
        unconfirmed="Save only",
        back=addresses.report(claim.report_id, claim.id),
        reason=reason,
        stale=stale,
    )


def new_page(
    report: Report, choices: Choices, fields: ClaimFields, note: str = "", reason: str = ""
) -> ClaimFormPage:
    """The form of a claim that is made by hand."""
    return ClaimFormPage(
        title="New claim",
        report_title=report.title or report.name,
        key="new",
        action=f"/reports/{report.id}/claims",
        fingerprint="",
        forms=(ClaimForm(fields),),
        choices=choices,
        save="Add the claim",
        unconfirmed="",
        back=addresses.report(report.id),
        note=note,
        reason=reason,
    )


def split_page(
    claim: Claim, report: Report, choices: Choices, parts: list[ClaimFields], stale: Claim | None = None
) -> ClaimFormPage:
    """The forms of the claims into which one is split."""
    return ClaimFormPage(
        title="Split a claim",
        report_title=report.title or report.name,
        key=claim.id,
        action=f"/claims/{claim.id}/split",
        fingerprint=fingerprint(claim),
        forms=tuple(
            ClaimForm(fields, f"{n}-", f"Claim {n} of {len(parts)}") for n, fields in enumerate(parts, 1)
        ),
        choices=choices,
        save="Split",
        unconfirmed="",
        back=addresses.report(claim.report_id, claim.id),
        note="Each part starts as a copy: change what belongs to it alone.",
        stale=stale,
    )
