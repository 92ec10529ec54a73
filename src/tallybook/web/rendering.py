"""Pages from templates: escaping, and the words that numbers, dates and names are shown with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tallybook.web import addresses, safe, wording
from tallybook.web.definitions import definition
from tallybook.web.desk import NAVIGATION, Page, desk_of
from tallybook.web.guard import TOKEN_FIELD, remember_token


class Exact(str):
    """Words that a form gives back: escaped, and otherwise left as they are."""

    __slots__ = ()


@cache
def environment() -> Environment:
    """The templates with their filters. Everything printed is escaped and made visible (``safe.visible``)."""
    made = Environment(
        loader=PackageLoader("tallybook.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(_filters())
    made.globals.update(
        addresses=addresses,
        navigation=NAVIGATION,
        token_field=TOKEN_FIELD,
        definition=definition,
        wording=wording,
    )
    return made


def _filters() -> dict[str, Callable[..., Any]]:
    return {
        "name": safe.name,
        "link": safe.link,
        "exact": lambda words: Exact("" if words is None else words),
        "text": _text,
        "plain": wording.plain,
        "day": wording.day,
        "edtf": wording.edtf,
        "instant": wording.instant,
        "number": wording.number,
        "amount": lambda value: safe.name(wording.amount(value)),
        "period": wording.period,
        "ends": wording.ends,
        "count": wording.count,
        "size": wording.size,
    }


def render(request: Request, page: Page, status: int = 200) -> HTMLResponse:
    """The answer that shows ``page``."""
    template = environment().get_template(page.template)
    html = template.render(page=page, desk=desk_of(request, page))
    response = HTMLResponse(html.encode("utf-8", "replace"), status)
    remember_token(request, response)
    return response


def _shown(value: object) -> object:
    """What is printed for a value: nothing for ``None``, no character that hides or reorders."""
    if value is None:
        return ""
    if isinstance(value, Markup | Exact):
        return value
    if isinstance(value, str):
        return safe.visible(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def _text(words: str) -> Markup:
    """Words of a report character by character: carriage returns too, which a browser would drop."""
    return Markup(str(escape(safe.visible(words))).replace("\r", "&#13;"))  # noqa: S704 - escaped just here
