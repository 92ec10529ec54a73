"""All transfers, one line each, as a register prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tallybook.model import Category, Stage, Transfer
from tallybook.store import TransferFilter
from tallybook.store.transfers import Order
from tallybook.web import addresses
from tallybook.web.desk import Page, work_of
from tallybook.web.rendering import render

SHOWN = 50
WANTED = ("supplier", "recipient", "stage", "category")
ORDERS: dict[Order, str] = {"latest": "latest first", "claims": "most claims first", "flow": "by flow"}


@dataclass(frozen=True, kw_only=True)
class TransfersPage(Page):
    """Transfers.

    Attributes:
        rows: the transfers.
        asked: what is asked for, by name of the field.
        orders, stages, categories: to choose from.
        more: address of the next page.
    """

    template: ClassVar[str] = "transfers.html"
    at: ClassVar[str] = "/transfers"
    rows: tuple[Transfer, ...]
    asked: dict[str, str]
    orders: dict[Order, str]
    stages: tuple[Stage, ...]
    categories: tuple[Category, ...]
    more: str


def show(request: Request) -> Response:
    """The transfers that fit what is asked for."""
    asked = {name: request.query_params.get(name, "").strip() for name in (*WANTED, "order")}
    order: Order = next((one for one in ORDERS if one == asked["order"]), "latest")
    wanted = TransferFilter(**{name: asked[name] or None for name in WANTED})
    with work_of(request).reading() as book:
        found = book.transfers.page(
            wanted, order=order, limit=SHOWN, after=request.query_params.get("after") or None
        )
    page = TransfersPage(
        title="Transfers",
        rows=found.items,
        asked=asked | {"order": order},
        orders=ORDERS,
        stages=tuple(Stage),
        categories=tuple(Category),
        more=addresses.transfers(**asked, after=found.next) if found.next else "",
    )
    return render(request, page)
