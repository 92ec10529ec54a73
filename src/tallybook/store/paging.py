"""Lists in pages, by the key of the last line shown: the hundredth page costs what the first one does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Row, Select, and_, or_

from tallybook.errors import UsageError
from tallybook.store.rows import Page

T = TypeVar("T")


class Key(NamedTuple):
    """A column to order by, its name in the rows, and whether it runs downwards. Must not hold nulls."""

    column: ColumnElement[Any]
    name: str
    down: bool


def paged(select: Select[Any], keys: Sequence[Key], limit: int, after: str | None) -> Select[Any]:
    """Order a query by ``keys`` (the last one unique) and start it behind the cursor ``after``.

    One row more than ``limit`` is asked for, so that ``page_of`` knows whether there is a next page.

    Raises:
        UsageError: the cursor is none of ours.
    """
    if after is not None:
        select = select.where(_behind(keys, _read_cursor(after, len(keys))))
    order = [key.column.desc() if key.down else key.column.asc() for key in keys]
    return select.order_by(*order).limit(max(1, limit) + 1)


def page_of(
    rows: Sequence[Row[Any]], limit: int, keys: Sequence[Key], make: Callable[[Row[Any]], T]
) -> Page[T]:
    """The page of ``rows``, and the cursor for the one behind it."""
    limit = max(1, limit)
    shown = rows[:limit]
    more = len(rows) > limit
    cursor = msgspec.json.encode([_plain(shown[-1], key) for key in keys]).hex() if more else None
    return Page(items=tuple(make(row) for row in shown), next=cursor)


def _plain(row: Row[Any], key: Key) -> str | int:
    value = row._mapping[key.name]  # noqa: SLF001 (documented, in spite of its name)
    return value if isinstance(value, str) else int(value)


def _behind(keys: Sequence[Key], values: list[Any]) -> ColumnElement[bool]:
    steps = []
    for index, key in enumerate(keys):
        same = [other.column == value for other, value in zip(keys[:index], values, strict=False)]
        steps.append(and_(*same, key.column < values[index] if key.down else key.column > values[index]))
    return or_(*steps)


def _read_cursor(after: str, length: int) -> list[Any]:
    try:
        values = msgspec.json.decode(bytes.fromhex(after), type=list[str | int])
    except (ValueError, msgspec.MsgspecError) as error:
        raise UsageError(f"this is no place in a list: {after[:40]!r}") from error
    if len(values) != length:
        raise UsageError(f"this place belongs to a list in another order: {after[:40]!r}")
    return values
