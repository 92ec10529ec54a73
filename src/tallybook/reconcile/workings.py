"""What stands between readings and results, in a form that can be kept: pairs, kin, and where each is found.

Whoever keeps this can bring back, for one decision, the part of a book that the decision touches.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import TypeVar

import msgspec

from tallybook.reconcile.edges import Pair
from tallybook.reconcile.grouping import Link
from tallybook.reconcile.kinship import Kin
from tallybook.reconcile.pages import Worked

T = TypeVar("T")

FORM = 15
"""Raised whenever what is kept takes another form, or the same form comes to mean something else."""

Key = tuple[object, ...]
Placed = tuple[Key, str, int | None]
"""Under which key a report or claim is found, and the week or month of it where that counts."""

_SMALL = 200
_PLAIN, _PACKED = b"\0", b"\1"

KIN, APART, PAIRS, WEIGHTS, FACTS, VOICE, PRINT, COMMON, AT_ODDS = (
    *("kin", "apart", "pairs", "weights"),
    *("facts", "voice", "print", "common", "at-odds"),
)
"""Kinds of things that are kept: by claim, by report, and the last two once for the book."""


class Workings(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be kept anew, and what no longer.

    Attributes:
        kept: by kind and key; ``None`` for what is no more.
        marks: mark, report or claim, week or month.
        gone_marks: mark, report or claim.
    """

    kept: Mapping[tuple[str, str], bytes | None] = {}
    marks: Iterable[tuple[int, str, int | None]] = ()
    gone_marks: Iterable[tuple[int, str]] = ()


def mark_of(key: Key) -> int:
    """The number under which a key is kept: 64 bits, signed."""
    name = repr(_plain(key)).encode("utf-8", "backslashreplace")
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big", signed=True)


def mark_of_print(number: int) -> int:
    """The number under which the reports with a fingerprint are kept: the same 64 bits, signed."""
    return number - (1 << 64) if number >> 63 else number


def _plain(value: object) -> object:
    """A key with its numbers in one form, as equal numbers make equal keys."""
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    if isinstance(value, (bool, float)) and value == int(value):
        return int(value)
    return value


def packed(value: object) -> bytes:
    """The bytes of what is kept, the same for equal things."""
    body = msgspec.msgpack.encode(value, order="deterministic")
    return _PLAIN + body if len(body) < _SMALL else _PACKED + zlib.compress(body, 1)


def unpacked(body: bytes | None, kind: type[T]) -> T | None:
    """What ``packed`` was given, ``None`` where there is nothing."""
    if body is None:
        return None
    return msgspec.msgpack.decode(body[1:] if body[:1] == _PLAIN else zlib.decompress(body[1:]), type=kind)


_LinkRow = tuple[str, str, float, str, bool, bool]
_KinRow = tuple[str | None, _LinkRow | None, _LinkRow | None, bool]


def kin_body(kin: Mapping[str, Kin]) -> bytes | None:
    """The kin of a claim."""
    rows = {
        other: (one.origin, _row(one.link), _row(one.possibly), one.perhaps) for other, one in kin.items()
    }
    return packed(rows) if rows else None


def kin_from(body: bytes | None) -> dict[str, Kin]:
    """What ``kin_body`` was given."""
    rows = unpacked(body, dict[str, _KinRow]) or {}
    return {other: Kin(row[0], _link(row[1]), _link(row[2]), row[3]) for other, row in rows.items()}


def apart_body(apart: Iterable[tuple[Link, str]]) -> bytes | None:
    """The pairs of a claim that matched and were kept apart, with the reason."""
    rows = sorted((_row(link), fault) for link, fault in apart)
    return packed(rows) if rows else None


def apart_from(body: bytes | None) -> list[tuple[Link, str]] | None:
    """What ``apart_body`` was given."""
    rows = unpacked(body, list[tuple[_LinkRow, str]])
    return [(_made(link), fault) for link, fault in rows] if rows else None


def pairs_from(body: bytes | None) -> dict[str, Pair]:
    """The reports with which one has something to do."""
    return unpacked(body, dict[str, Pair]) or {}


def weights_from(body: bytes | None) -> dict[str, float]:
    """The reports that may speak of the same occasion as one."""
    return unpacked(body, dict[str, float]) or {}


def worked_from(body: bytes | None) -> Worked | None:
    """What was worked out of the claims of a report."""
    return unpacked(body, Worked)


def _row(link: Link | None) -> _LinkRow | None:
    return (link.a, link.b, link.score, link.reason, link.by_text, link.loose) if link else None


def _link(row: _LinkRow | None) -> Link | None:
    return _made(row) if row else None


def _made(row: _LinkRow) -> Link:
    a, b, score, reason, by_text, loose = row
    return Link(a=a, b=b, score=score, reason=reason, by_text=by_text, loose=loose)
