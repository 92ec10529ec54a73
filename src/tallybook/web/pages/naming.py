"""Who signs: asked once, remembered by the browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tallybook.web.desk import Page, analyst_of, clean_name, own_address, remember_analyst
from tallybook.web.guard import TOKEN_FIELD, require_token
from tallybook.web.rendering import render

OWN_FIELDS = frozenset({"analyst", "then", "finish", TOKEN_FIELD})


@dataclass(frozen=True, kw_only=True)
class NamePage(Page):
    """The question who signs.

    Attributes:
        analyst: the name that the browser remembers so far.
        then: where to go afterwards.
        finish: whether a change is waiting to be finished there.
        fields: that change's form, to be sent again.
        fault: what is wrong with the name that was given.
    """

    template: ClassVar[str] = "name.html"
    analyst: str
    then: str
    finish: bool
    fields: tuple[tuple[str, str], ...] = ()
    fault: str = ""


def show(request: Request) -> Response:
    """The page on its own."""
    then = own_address(request.query_params.get("then"))
    return render(request, NamePage(title="Who signs?", analyst=analyst_of(request), then=then, finish=False))


def ask_name(request: Request, form: FormData, fault: str = "") -> Response:
    """The question in the midst of a change, which is finished once there is an answer."""
    again = form.get("then") if form.get("finish") else None
    fields = tuple((k, v) for k, v in form.multi_items() if k not in OWN_FIELDS and isinstance(v, str))
    page = NamePage(
        title="Who signs?",
        analyst="",
        then=own_address(str(again or request.url.path)),
        finish=True,
        fields=fields,
        fault=fault,
    )
    return render(request, page)


async def remember(request: Request) -> Response:
    """Take the name; go on where the question came up."""
    async with request.form(max_fields=2000, max_part_size=5_000_000) as form:
        require_token(request, form)
        analyst = clean_name(str(form.get("analyst") or ""))
        then = own_address(str(form.get("then") or ""))
        finish = bool(form.get("finish"))
        if not analyst and finish:
            return ask_name(request, form, "A name is needed: it stands on every judgement.")
        if not analyst:
            raise HTTPException(422, "A name is needed: it stands on every judgement.")
    # 307 has the browser send the same form again, so that the change is finished.
    response = RedirectResponse(then, 307 if finish else 303)
    remember_analyst(response, analyst)
    return response
