"""Opening a register file: is it one, is it of our version, how do we talk to it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from tallybook.errors import NotARegister, RegisterError, RegisterTooNew

APPLICATION_ID = 0x54414C59
"""The mark in the header of an SQLite file that makes it a register ("TALY")."""

SCHEMA = 4
"""Version of the schema that this Tallybook writes; the number of the newest migration."""

BUSY_SECONDS = 10.0
"""How long a writer waits for another one before it gives up."""


def engine_for(path: Path, *, read_only: bool, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine for the register at ``path``; nothing is opened yet."""
    uri = _address(path, read_only=read_only)
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(uri, uri=True, timeout=busy_seconds, check_same_thread=False),
        poolclass=QueuePool,
        pool_size=16,
        max_overflow=-1,
    )
    _speak_plainly(engine)
    return engine


def engine_in_memory() -> Engine:
    """An engine for a register without a file; one connection, shared."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(":memory:", check_same_thread=False),
        poolclass=StaticPool,
    )
    _speak_plainly(engine)
    return engine


def _address(path: Path, *, read_only: bool) -> str:
    mode = "ro" if read_only else "rwc"
    if read_only and not os.access(path.parent, os.W_OK) and not _has_log(path):
        # A register in write-ahead mode wants to make files beside it, which it cannot do here.
        # Nobody can write to it here either, so it may be read as it lies.
        return f"file:{quote(str(path))}?mode=ro&immutable=1"
    return f"file:{quote(str(path))}?mode={mode}"


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _speak_plainly(engine: Engine) -> None:
    """Let us, not the driver, say when a transaction begins, so that a writer can take its turn at once."""

    @event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        # In write-ahead mode NORMAL survives a killed process; only a power cut can cost the last commit.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -16000")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def look(path: Path) -> bool:
    """Whether there is a register at ``path`` already.

    Raises:
        NotARegister: the file is something else.
        RegisterError: it is a folder, or may not be read.
    """
    if path.is_dir():
        raise RegisterError(f"{path}: a register is a file, this is a folder")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise RegisterError(f"{path}: cannot be read ({error.strerror})") from error
    if not head:
        return False
    # Offsets of the header: https://www.sqlite.org/fileformat.html, 1.3.
    if not head.startswith(b"SQLite format 3\x00"):
        raise NotARegister(f"{path}: this file is not a Tallybook register")
    return True


def state(connection: Connection, path: str) -> int:
    """The schema version of an open register; 0 for an empty database.

    Raises:
        NotARegister: an SQLite file of some other program.
        RegisterTooNew: written by a newer Tallybook.
    """
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if mark != APPLICATION_ID:
        if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() or mark or version:
            raise NotARegister(f"{path}: this is a database of another program, not a Tallybook register")
        return 0
    if version > SCHEMA:
        raise RegisterTooNew(
            f"{path}: written by a newer Tallybook (register version {version}, this one knows {SCHEMA})"
        )
    return version
