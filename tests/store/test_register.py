"""The register as a file: what it is mistaken for, who holds it, what happens when it cannot be written."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from tallybook.errors import NotARegister, RegisterBusy, RegisterError, RegisterTooNew
from tallybook.store import Register, open_register, verify
from tallybook.store.opening import APPLICATION_ID, SCHEMA
from tallybook.store.result_tables import transfers
from tests.store.material import FOUND, NOON, TEXT, capture

NOBODY = 65534


def fill(register: Register, count: int = 1) -> None:
    """Put reports with claims into a register, one transaction each."""
    for number in range(count):
        with register.writing() as book:
            report = book.reports.add(capture(f"{number}.txt")).report
            book.findings.put(report, FOUND, "r1", NOON)
            book.claims.settle(report, book.findings.of_report(report.id))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register with one report in it."""
    path = tmp_path / "a register.db"
    register = open_register(path, create=True)
    fill(register)
    register.close()
    return path


def run(code: str, path: Path) -> str:
    """What Python code prints in a process of its own."""
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def exported(path: Path) -> list[str]:
    """The claims of a register."""
    register = open_register(path)
    with register.reading() as book:
        found = [claim.id for claim in book.claims.all()]
    register.close()
    return found


class TestOpening:
    """Is it a register, and of which version?"""

    def test_a_register_says_what_it_is(self, path: Path) -> None:
        """The file's header names the program and the version of the schema."""
        with sqlite3.connect(path) as raw:
            assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
            assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
            assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)

    def test_migrations_make_the_tables_that_queries_use(self) -> None:
        """What the migrations make and what ``tables.py`` says are the same, so neither can drift."""
        register = Register.in_memory()
        with register.reading() as book:
            context = MigrationContext.configure(
                book.connection, opts={"include_object": lambda _o, name, *_: "words" not in str(name)}
            )
            differences = [
                d for d in compare_metadata(context, transfers.metadata) if "alembic_version" not in repr(d)
            ]
        assert differences == []

    def test_opening_a_current_register_needs_no_migrations(self, path: Path) -> None:
        """The migration tool is not even imported."""
        code = (
            "import sys; from tallybook.store import open_register; open_register(sys.argv[1]);"
            "print([name for name in sys.modules if name.startswith(('alembic', 'spacy', 'trafilatura'))])"
        )
        assert run(code, path) == "[]"

    @pytest.mark.parametrize(
        "content", [b"%PDF-1.4", b"not a register at all", b"\x00" * 4096, b"SQLite format 3\x00oops"]
    )
    def test_other_files_are_refused(self, tmp_path: Path, content: bytes) -> None:
        """A file of another kind is named and left as it was."""
        path = tmp_path / "thing.db"
        path.write_bytes(content)
        with pytest.raises(NotARegister, match=r"thing\.db"):
            open_register(path, create=True)
        assert path.read_bytes() == content

    def test_a_database_of_another_program_is_refused(self, tmp_path: Path) -> None:
        """An SQLite file that is no register is left as it was."""
        path = tmp_path / "other.db"
        with sqlite3.connect(path) as raw:
            raw.execute("CREATE TABLE things (id INTEGER)")
        before = path.read_bytes()
        with pytest.raises(NotARegister, match="another program"):
            open_register(path, create=True)
        assert path.read_bytes() == before

    def test_a_newer_register_is_refused(self, path: Path) -> None:
        """A register of a version that we do not know is not touched."""
        with sqlite3.connect(path) as raw:
            raw.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        for read_only in (True, False):
            with pytest.raises(RegisterTooNew, match="newer Tallybook"):
                open_register(path, read_only=read_only)

    def test_a_register_of_the_first_version_keeps_what_it_holds(self, path: Path) -> None:
        """Registers that were made before an index or a table was added get it, and answer as before."""
        before = len(exported(path))
        with sqlite3.connect(path) as raw:
            for index in ("supplier", "recipient", "stage"):
                raw.execute(f"DROP INDEX transfers_by_{index}_day")
            raw.execute("DROP INDEX findings_by_reread")
            for table in ("workings", "marks"):
                raw.execute(f"DROP TABLE {table}")
            raw.execute("UPDATE alembic_version SET version_num = '0001'")
            raw.execute("PRAGMA user_version = 1")
        assert len(exported(path)) == before > 0
        with sqlite3.connect(path) as raw:
            found = raw.execute("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'transfers_by_%_day'")
            assert found.fetchone() == (3,)

    def test_an_older_register_is_brought_up_to_date(self, tmp_path: Path) -> None:
        """A file in which a first opening was cut short is an empty register; only a writer changes that."""
        path = tmp_path / "young.db"
        with sqlite3.connect(path) as raw:
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        with pytest.raises(RegisterError, match="older version"):
            open_register(path, read_only=True)
        register = open_register(path)
        fill(register)
        register.close()

    def test_a_missing_register_is_made_only_when_asked_for(self, tmp_path: Path) -> None:
        """Looking something up never leaves a new empty file behind."""
        path = tmp_path / "none.db"
        for read_only in (True, False):
            with pytest.raises(RegisterError, match="no such register"):
                open_register(path, read_only=read_only)
        assert not path.exists()
        with pytest.raises(RegisterError, match="no such folder"):
            open_register(tmp_path / "nowhere" / "none.db", create=True)

    def test_a_folder_is_no_register(self, tmp_path: Path) -> None:
        """The message says that it is a folder."""
        with pytest.raises(RegisterError, match="folder"):
            open_register(tmp_path, create=True)

    def test_a_damaged_register_is_told(self, path: Path) -> None:
        """Pages that were overwritten end in a clear error or in faults, never in a crash."""
        data = bytearray(path.read_bytes())
        data[4096:] = b"\xff" * (len(data) - 4096)
        path.write_bytes(bytes(data))

        def look() -> None:
            with open_register(path, read_only=True).reading() as book:
                assert list(verify(book))

        with pytest.raises(RegisterError, match="damaged"):
            look()


class TestSharing:
    """One writer, many readers."""

    def test_readers_are_not_blocked_by_a_writer(self, path: Path) -> None:
        """While somebody writes, others read what was there before; afterwards they see the new."""
        register, other = open_register(path), open_register(path, read_only=True)
        with register.writing() as book:
            book.reports.add(capture("new.txt"))
            with other.reading() as reader:
                assert reader.reports.count() == 1
        with other.reading() as reader:
            assert reader.reports.count() == 2
        register.close()
        other.close()

    def test_a_reader_sees_one_state_throughout(self, path: Path) -> None:
        """What is written while somebody reads is not seen until they look again."""
        register = open_register(path)
        with register.reading() as book:
            assert book.reports.count() == 1
            with register.writing() as writer:
                writer.reports.add(capture("new.txt"))
            assert book.reports.count() == 1
        register.close()

    def test_a_second_writer_is_told_to_wait(self, path: Path) -> None:
        """A writer that waited as long as it was told gives up with a clear error."""
        first, second = open_register(path), open_register(path, busy_seconds=0.05)
        with first.writing(), pytest.raises(RegisterBusy, match="another program"), second.writing():
            pass
        with second.writing() as book:
            book.reports.add(capture("new.txt"))
        first.close()
        second.close()

    def test_threads_that_write_at_once_lose_nothing(self, path: Path) -> None:
        """Every report of every thread is there in the end."""
        register = open_register(path)

        def work(part: int) -> None:
            for number in range(5):
                with register.writing() as book:
                    book.reports.add(capture(f"{part}-{number}.txt"))

        threads = [threading.Thread(target=work, args=(part,)) for part in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with register.reading() as book:
            assert book.reports.count() == 21
        register.close()

    def test_a_register_opened_for_reading_is_not_written(self, path: Path) -> None:
        """Writing is refused before anything is tried."""
        register = open_register(path, read_only=True)
        with pytest.raises(RegisterError, match="reading only"), register.writing():
            pass
        register.close()


class TestHardTimes:
    """Killed, full, read-only."""

    def test_a_killed_writer_leaves_a_whole_register(self, tmp_path: Path) -> None:
        """Killed at any moment: the register opens, verifies, holds what was committed, and goes on."""
        path = tmp_path / "killed.db"
        code = (
            "import sys; from tallybook.store import open_register;"
            "from tests.store.test_register import fill; register = open_register(sys.argv[1], create=True);"
            "print('open', flush=True); fill(register, 500)"
        )
        for _ in range(3):
            writer = subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True)
            assert writer.stdout is not None
            assert writer.stdout.readline() == "open\n"
            _wait_until_it_writes(path)
            writer.send_signal(signal.SIGKILL)
            writer.wait()
            writer.stdout.close()
            with open_register(path).reading() as book:
                assert list(verify(book)) == []
                assert book.claims.count().n == 3 * book.reports.count()
        register = open_register(path)
        with register.reading() as book:
            done = book.reports.count()
        fill(register, done + 2)
        with register.reading() as book:
            assert book.reports.count() == done + 2
        register.close()

    def test_a_full_disk_is_told_and_costs_nothing(self, path: Path) -> None:
        """What does not fit is not kept in part; what was there stays."""
        register = open_register(path)

        def overfill() -> None:
            with register.writing() as book:
                limit = book.connection.exec_driver_sql("PRAGMA page_count").scalar_one() + 2
                book.connection.exec_driver_sql(f"PRAGMA max_page_count = {limit}")
                for number in range(100):
                    book.reports.add(capture(f"big-{number}.txt", os.urandom(20_000).hex()))

        with pytest.raises(RegisterError, match="disk is full"):
            overfill()
        register.close()
        with open_register(path).reading() as book:
            assert book.reports.count() == 1
            assert list(verify(book)) == []

    def test_a_read_only_folder(self) -> None:
        """There a register can be shown, and writing to it or making one is one clear error."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            register = open_register(folder / "book.db", create=True)
            fill(register)
            register.close()
            folder.chmod(0o555)
            assert as_ordinary_user(count_reports, folder / "book.db") == "1"
            assert "read-only" in as_ordinary_user(try_to_write, folder / "book.db")
            assert "read-only" in as_ordinary_user(try_to_write, folder / "new.db")
            folder.chmod(0o755)


def count_reports(path: Path) -> str:
    """What a reader of the register sees."""
    register = open_register(path, read_only=True)
    with register.reading() as book:
        return str(book.reports.count())


def try_to_write(path: Path) -> str:
    """What a writer of the register is told."""
    try:
        with open_register(path, create=True).writing() as book:
            book.reports.add(capture("new.txt"))
    except RegisterError as error:
        return str(error)
    return "written"


def as_ordinary_user(work: Callable[[Path], str], path: Path) -> str:
    """Run ``work`` in a process that has no special rights, since nothing stops the superuser."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def child() -> None:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        sender.send(work(path))

    process = context.Process(target=child)
    process.start()
    process.join(30)
    return str(receiver.recv()) if receiver.poll() else "the process failed"


def _wait_until_it_writes(path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    size = -1
    while size < 200_000:
        size = log.stat().st_size if log.exists() else 0


def test_text_of_material_is_what_claims_quote() -> None:
    """The material of these tests holds what every claim promises."""
    assert all(one.stands_in(TEXT) for one in FOUND)
