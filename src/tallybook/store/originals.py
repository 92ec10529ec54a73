"""The captured bytes, untouched: kept once for equal bytes, squeezed where that helps."""

from __future__ import annotations

import zlib

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from tallybook.store.tables import originals


def keep(connection: Connection, sha256: str, data: bytes) -> None:
    """Keep the bytes with this hash, if they are not kept yet."""
    squeezed = zlib.compress(data, level=6)
    smaller = len(squeezed) < len(data)
    row = {
        "sha256": sha256,
        "size": len(data),
        "coding": "zlib" if smaller else "raw",
        "data": squeezed if smaller else data,
    }
    connection.execute(insert(originals).values(row).on_conflict_do_nothing())


def fetch(connection: Connection, sha256: str) -> bytes | None:
    """The bytes with this hash as they were captured, ``None`` where none were kept.

    Raises:
        zlib.error: what is stored can no longer be unpacked.
    """
    row = connection.execute(select(originals).where(originals.c.sha256 == sha256)).first()
    if row is None:
        return None
    return zlib.decompress(row.data) if row.coding == "zlib" else bytes(row.data)
