"""What SQLite's errors mean for the person whose register it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from tallybook.errors import NotARegister, RegisterBusy, RegisterError

_FAULTS: dict[int, tuple[type[RegisterError], str]] = {
    sqlite3.SQLITE_BUSY: (
        RegisterBusy,
        "another program is writing to this register; try again when it is done",
    ),
    sqlite3.SQLITE_LOCKED: (
        RegisterBusy,
        "another program is writing to this register; try again when it is done",
    ),
    sqlite3.SQLITE_FULL: (RegisterError, "the disk is full; what was stored before is kept"),
    sqlite3.SQLITE_READONLY: (RegisterError, "cannot be written: the file or its folder is read-only"),
    sqlite3.SQLITE_NOTADB: (NotARegister, "this file is not a Tallybook register"),
    sqlite3.SQLITE_CORRUPT: (RegisterError, "the register is damaged; restore it from a copy"),
    sqlite3.SQLITE_CANTOPEN: (
        RegisterError,
        "cannot be opened: the folder is missing, read-only or not permitted",
    ),
    sqlite3.SQLITE_PERM: (RegisterError, "no permission to open this file"),
    sqlite3.SQLITE_IOERR: (
        RegisterError,
        "the disk failed while reading or writing; what was stored before is kept",
    ),
}


@contextmanager
def told_plainly(path: str) -> Iterator[None]:
    """Turn what the database says into one line that names the register.

    Raises:
        RegisterError: or one of its kinds, for everything SQLite complains about.
    """
    try:
        yield
    except DBAPIError as error:
        raise _translate(path, error.orig) from error
    except sqlite3.Error as error:
        raise _translate(path, error) from error


def _translate(path: str, error: BaseException | None) -> RegisterError:
    code = getattr(error, "sqlite_errorcode", None)
    # The low byte is the kind of fault; what stands above it says more than a person can use.
    kind, fault = _FAULTS.get((code or 0) & 0xFF, (RegisterError, f"the register cannot be used ({error})"))
    return kind(f"{path}: {fault}")
