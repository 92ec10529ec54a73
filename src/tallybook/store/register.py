"""The register: one file, many readers, one writer at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Engine

from tallybook.errors import RegisterError
from tallybook.store.book import Book
from tallybook.store.faults import told_plainly
from tallybook.store.opening import BUSY_SECONDS, SCHEMA, engine_for, engine_in_memory, look, state


class Register:
    """An open register. May be shared by threads; each transaction has a connection of its own.

    Use ``open_register`` or ``Register.in_memory``.
    """

    def __init__(self, engine: Engine, path: str, *, read_only: bool = False, alone: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = engine
        # A register in memory has one connection, so its users take turns.
        self._turn = threading.RLock() if alone else nullcontext()
        self._one = alone
        self._alone: Book | None = None

    @classmethod
    def in_memory(cls) -> Register:
        """An empty register that is gone when it is closed."""
        engine = engine_in_memory()
        _migrate(engine)
        return cls(engine, ":memory:", alone=True)

    @contextmanager
    def reading(self) -> Iterator[Book]:
        """One consistent view of the register, whatever others write meanwhile.

        Raises:
            RegisterError: the file cannot be read.
        """
        with self._turn, told_plainly(self.path):
            if self._alone is not None:
                yield self._alone  # the one connection is in use by this very thread: look with its eyes
                return
            with self._engine.connect() as connection, connection.begin():
                yield from self._use(Book(connection))

    @contextmanager
    def writing(self) -> Iterator[Book]:
        """One transaction of the one writer: all of it is kept, or nothing where an exception leaves it.

        Raises:
            RegisterBusy: another program holds the register for longer than we wait.
            RegisterError: read-only, disk full, damaged.
        """
        if self.read_only:
            raise RegisterError(f"{self.path}: opened for reading only")
        with self._turn, told_plainly(self.path), self._engine.connect() as connection:
            connection = connection.execution_options(writing=True)  # noqa: PLW2901
            with connection.begin():
                yield from self._use(Book(connection))

    def _use(self, book: Book) -> Iterator[Book]:
        self._alone = book if self._one else None
        try:
            yield book
        finally:
            self._alone = None

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()


def open_register(
    path: Path | str, *, read_only: bool = False, create: bool = False, busy_seconds: float = BUSY_SECONDS
) -> Register:
    """Open the register at ``path``; bring it up to our version if it is older.

    Args:
        path: an SQLite file.
        read_only: never write, also not to bring it up to date.
        create: make it if there is none.
        busy_seconds: how long to wait for another writer.

    Raises:
        NotARegister: the file is something else.
        RegisterTooNew: written by a newer Tallybook.
        RegisterBusy: another program holds it.
        RegisterError: there is none, or it cannot be opened.
    """
    path = Path(path)
    if not look(path):
        if read_only or not create:
            raise RegisterError(f"{path}: there is no such register")
        if not path.absolute().parent.is_dir():
            raise RegisterError(f"{path}: there is no such folder to make the register in")
    engine = engine_for(path.absolute(), read_only=read_only, busy_seconds=busy_seconds)
    try:
        with told_plainly(str(path)):
            _bring_up_to_date(engine, str(path), read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    return Register(engine, str(path), read_only=read_only)


def _bring_up_to_date(engine: Engine, path: str, *, read_only: bool) -> None:
    with engine.connect() as connection, connection.begin():
        version = state(connection, path)
    if version < SCHEMA and read_only:
        raise RegisterError(f"{path}: of an older version; open it for writing once (tallybook read)")
    if version < SCHEMA:
        _migrate(engine, path)


def _migrate(engine: Engine, path: str = ":memory:") -> None:
    # Alembic takes longer to import than most commands to run, and is seldom needed.
    from tallybook.store.migrate import migrate  # noqa: PLC0415

    migrate(engine, path)
