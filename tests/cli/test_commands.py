"""The command line as a person and a script use it: real processes, real files."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tallybook.cli import main
from tallybook.pipeline import Pipeline
from tallybook.store import open_register
from tests.plain_reader import PlainReader
from tests.store.material import capture

ONE = "Northland shipped 300 crates of rifles to Southland, Ada Quill said. More is to come."
TWO = "As told before, Northland shipped 300 crates of rifles to Southland, Ada Quill said at noon."
NASTY = "\u202etxt.exe\x1b[31m\nSouthland pledged 20 crates of rifles to Northland, Bo Reed said.\u200b"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with three reports, one of them hostile."""
    path = tmp_path / "book.db"
    opened = open_register(path, create=True)
    captures = [
        capture("one.txt", ONE),
        capture("two.txt", TWO),
        capture("nasty\x1b[2J\u202e.txt", NASTY, title="=cmd()", publisher="Quay\x1b[0m"),
    ]
    list(Pipeline(opened, read_with=PlainReader).take(captures))
    opened.close()
    return path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process: exit status, standard output, standard error."""
    for name in list(os.environ):
        if name.startswith("TALLYBOOK_"):
            monkeypatch.delenv(name)

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return status, *capfd.readouterr()

    return run


def process(
    *arguments: object, code: str | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run Tallybook, or code of ours, in a process of its own."""
    start = ["-c", code] if code else ["-m", "tallybook"]
    words = [sys.executable, *start, *map(str, arguments)]
    return subprocess.run(words, capture_output=True, check=False, env=env)


def first_claim(register: Path) -> str:
    with open_register(register, read_only=True).reading() as book:
        return book.claims.of_report(book.reports.get("one.txt").id)[0].id


class TestQuickCommands:
    """Commands that only look start without what they do not need."""

    HEAVY = (
        "spacy",
        "trafilatura",
        "alembic",
        "httpx",
        "starlette",
        "jinja2",
        "yaml",
        "numpy",
        "tallybook.read",
    )

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--help"],
            ["--version"],
            ["read", "--help"],
            ["serve", "--help"],
            ["show", "transfers"],
            ["show", "reports"],
            ["export", "claims"],
            ["export", "lineage"],
            ["verify"],
            ["new"],
        ],
    )
    def test_import_nothing_heavy(self, register: Path, arguments: list[str]) -> None:
        """No language model, no extractor, no web server, no migrations; for help not even the database."""
        heavy = self.HEAVY if "--help" not in arguments else (*self.HEAVY, "sqlalchemy")
        code = (
            "import sys; from tallybook.cli import main\n"
            "try:\n    main(sys.argv[1:])\n"
            f"finally:\n    print([m for m in sys.modules if m.startswith({heavy!r})], file=sys.stderr)"
        )
        done = process(*arguments, code=code, env={**os.environ, "TALLYBOOK_REGISTER": str(register)})
        assert done.stderr.decode().strip().splitlines()[-1] == "[]"
        assert done.stdout


class TestShow:
    """The register at a terminal."""

    def test_transfers_stand_in_a_table(self, run: Run, register: Path) -> None:
        """One line a transfer, under a head, both directions apart."""
        status, out, _ = run("show", "transfers", "--register", register)
        head, *lines = out.splitlines()
        assert status == 0
        assert head.split()[:4] == ["id", "supplier", "recipient", "stage"]
        assert {tuple(line.split()[1:4]) for line in lines} == {
            ("Northland", "Southland", "shipped"),
            ("Southland", "Northland", "pledged"),
        }

    def test_reasons_are_given_when_asked_for(self, run: Run, register: Path) -> None:
        """``--why`` adds the grade's reason, for lists and for one."""
        status, out, _ = run("show", "transfers", "--why", "--register", register)
        assert (status, "grade: " in out) == (0, True)
        claim = first_claim(register)
        assert "a sentence of the one kind" in run("show", claim, "--why", "--register", register)[1]
        assert "a sentence of the one kind" not in run("show", claim, "--register", register)[1]

    def test_flows_and_reports(self, run: Run, register: Path) -> None:
        """Flows with their counts; reports with what is new in them."""
        flows = run("show", "flows", "--register", register)[1]
        assert ["Northland", "Southland", "1", "2"] in [line.split() for line in flows.splitlines()]
        reports = run("show", "reports", "--register", register)[1]
        assert "two.txt" in reports
        assert "The Quay Courier" in reports

    @pytest.mark.parametrize("kind", ["c", "t", "o", "r"])
    def test_anything_is_shown_by_its_id(self, run: Run, register: Path, kind: str) -> None:
        """Claims, transfers, origins and reports; reports also by their name."""
        with open_register(register, read_only=True).reading() as book:
            claim = book.claims.of_report(book.reports.get("one.txt").id)[0]
            ids = {
                "c": claim.id,
                "t": book.transfers.of_claims([claim.id])[claim.id],
                "o": book.lineage.origins_of_claims([claim.id])[claim.id][0],
                "r": "one.txt",
            }
        status, out, _ = run("show", ids[kind], "--register", register)
        assert status == 0
        assert claim.id in out

    def test_text_is_printed_exactly(self, register: Path) -> None:
        """Not a byte more, not a byte less: every offset counts in it."""
        done = process("show", "one.txt", "--text", "--register", register)
        assert done.stdout == ONE.encode()
        name = "nasty\x1b[2J\u202e.txt"
        assert process("show", name, "--text", "--register", register).stdout == NASTY.encode()

    def test_hostile_names_cannot_steer_the_terminal(self, run: Run, register: Path) -> None:
        """Escapes and turning marks from reports are spelt out, in every listing."""
        for what in (
            ["show", "reports"],
            ["show", "nasty\x1b[2J\u202e.txt"],
            ["new"],
            ["show", "transfers", "--why"],
        ):
            status, out, err = run(*what, "--register", register)
            assert status == 0
            assert not set(out + err) & {"\x1b", "\u202e", "\u200b"}
        assert "\\x1b[2J\\u202e" in run("show", "reports", "--register", register)[1]

    def test_unknown_ids_are_named(self, run: Run, register: Path) -> None:
        """One line, status 1."""
        for key in ("nowhere", "c00", "t00", "o00", "j00"):
            status, out, err = run("show", key, "--register", register)
            assert (status, out) == (1, "")
            assert key in err
            assert err.count("\n") == 1


class TestExport:
    """The register as files."""

    def test_claims_as_lines(self, run: Run, register: Path) -> None:
        """One JSON object a line, with quotes that stand in the text."""
        status, out, _ = run("export", "claims", "--register", register)
        lines = [json.loads(line) for line in out.splitlines()]
        assert (status, len(lines)) == (0, 3)
        for line in lines:
            text = {"one.txt": ONE, "two.txt": TWO}.get(line["report"], NASTY)
            start, end = line["quote_span"]
            assert text[start:end] == line["quote"]

    def test_csv_to_a_file(self, run: Run, register: Path, tmp_path: Path) -> None:
        """``-o`` writes the file and nothing else."""
        out = tmp_path / "claims.csv"
        assert run("export", "claims", "--format", "csv", "--register", register, "-o", out) == (0, "", "")
        rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8"), newline="")))
        assert [row["supplier"] for row in rows].count("Northland") == 2

    def test_transfers_reports_and_lineage(self, run: Run, register: Path) -> None:
        """Every kind of export has its shape."""
        transfers = run("export", "transfers", "--register", register)[1]
        assert {json.loads(line)["supplier"] for line in transfers.splitlines()} == {"Northland", "Southland"}
        assert run("export", "transfers", "--format", "csv", "--register", register)[1].startswith(
            "id,supplier,"
        )
        reports = run("export", "reports", "--register", register)[1]
        assert json.loads(reports.splitlines()[0])["report"] == "one.txt"
        lineage = json.loads(run("export", "lineage", "--register", register)[1])
        assert {"reports", "overlaps", "edges", "chains", "origins"} == lineage.keys()

    def test_what_cannot_be_is_wrong_usage(self, run: Run, register: Path) -> None:
        """A lineage is no table; an unknown kind is none; status 2."""
        assert run("export", "lineage", "--format", "csv", "--register", register)[0] == 2
        assert run("export", "ships", "--register", register)[0] == 2
        assert run("export", "claims")[0] == 2

    def test_a_reader_that_stops_early_is_no_fault(self, register: Path) -> None:
        """A pipe that closes ends the export quietly."""
        shell = f"{sys.executable} -m tallybook export claims --register '{register}' | head -c 1"
        done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, check=False)
        assert (done.stdout, done.stderr) == (b"{", b"")


class TestJudge:
    """Decisions from the command line."""

    def test_check_and_undo(self, run: Run, register: Path) -> None:
        """A decision is signed, shown in the history, and undone."""
        claim = first_claim(register)
        status, out, _ = run(
            "judge", "check", claim, "--name", "Ines", "--reason", "seen", "--register", register
        )
        assert status == 0
        judgement = out.split()[0]
        assert "checked" in run("show", claim, "--register", register)[1]
        history = run("history", claim, "--register", register)[1]
        assert all(word in history for word in (judgement, "Ines", "check", "seen"))
        assert run("judge", "undo", judgement, "--name", "Bo", "--register", register)[0] == 0
        assert "proposed" in run("show", claim, "--register", register)[1]
        assert run("history", claim, "--register", register)[1].count("\n") == 2

    def test_a_claim_by_hand(self, run: Run, register: Path, tmp_path: Path) -> None:
        """Words of the report, and what they say, make a claim."""
        given = {
            "report": "one.txt",
            "quote": "More is to come",
            "supplier": "Northland",
            "recipient": "Southland",
        }
        source = tmp_path / "claim.json"
        source.write_text(json.dumps({**given, "stage": "planned"}))
        status, out, _ = run("judge", "add", source, "--name", "Ines", "--register", register)
        assert status == 0
        shown = run("show", out.split()[2], "--register", register)[1]
        assert "checked, made by Ines" in shown
        source.write_text(json.dumps({**given, "quote": "Less is to come"}))
        assert run("judge", "add", source, "--name", "Ines", "--register", register)[0] == 2

    def test_mending_a_report(self, run: Run, register: Path) -> None:
        """What a person knows of a report is shown in place of what was read."""
        arguments = ("mend", "one.txt", "title", "Three hundred crates")
        status, _, err = run("judge", *arguments, "--name", "Ines", "--register", register)
        assert (status, err) == (0, "")
        assert "Three hundred crates" in run("show", "one.txt", "--register", register)[1]

    def test_grades_and_same(self, run: Run, register: Path) -> None:
        """Grades are signed; claims are joined and parted."""
        with open_register(register, read_only=True).reading() as book:
            (one, two) = (book.claims.of_report(book.reports.get(n).id)[0].id for n in ("one.txt", "two.txt"))
            transfer = book.transfers.of_claims([one])[one]
        assert run("judge", "grade", transfer, 2, "--name", "Ines", "--register", register)[0] == 0
        assert json.loads(run("export", "transfers", "--register", register)[1].splitlines()[0])["grade"] | {
            "reason": ""
        } == {"reliability": "F", "credibility": 2, "proposed": False, "reason": ""}
        assert run("judge", "not-same", one, two, "--name", "Ines", "--register", register)[0] == 0
        assert len(run("export", "transfers", "--register", register)[1].splitlines()) == 3

    def test_nobody_decides_without_a_name(self, run: Run, register: Path) -> None:
        """A decision needs a name, from the option or the environment."""
        status, _, err = run("judge", "check", first_claim(register), "--register", register)
        assert (status, "TALLYBOOK_NAME" in err) == (2, True)

    @pytest.mark.parametrize(
        ("arguments", "status"),
        [
            (["check", "c000000000000"], 1),
            (["grade", "t000000000000", "9"], 2),
            (["mend", "one.txt", "sha256", "0"], 2),
            (["mend", "one.txt", "handling", "PINK"], 1),
            (["same", "c1"], 2),
            (["correct", "CLAIM", "quote_span", "[0, 9999]"], 1),
            (["correct", "CLAIM", "stage", "teleported"], 1),
            (["split", "CLAIM", "/nowhere.json"], 2),
            (["undo", "j0"], 1),
        ],
    )
    def test_what_cannot_be_is_refused(
        self, run: Run, register: Path, arguments: list[str], status: int
    ) -> None:
        """One line says why; nothing is kept."""
        claim = first_claim(register)
        given = [claim if word == "CLAIM" else word for word in arguments]
        got, out, err = run("judge", *given, "--name", "Ines", "--register", register)
        assert (got, out) == (status, "")
        assert err.count("\n") == 1
        assert "Traceback" not in err
        assert run("history", claim, "--register", register)[1] == ""


class TestFaults:
    """What goes wrong is told in one line."""

    @pytest.mark.parametrize("command", [["show", "transfers"], ["export", "claims"], ["verify"], ["new"]])
    def test_a_register_that_is_none(self, run: Run, tmp_path: Path, command: list[str]) -> None:
        """Missing or something else: named, status 1, nothing made."""
        path = tmp_path / "book.db"
        status, out, err = run(*command, "--register", path)
        assert (status, out, err) == (1, "", f"tallybook: {path}: there is no such register\n")
        assert not path.exists()
        path.write_text("a diary")
        status, out, err = run(*command, "--register", path)
        assert (status, err) == (1, f"tallybook: {path}: this file is not a Tallybook register\n")

    def test_verify_names_what_fails(self, run: Run, register: Path) -> None:
        """Status 0 and a count where all holds; else status 1 and a line a fault."""
        status, out, err = run("verify", "--register", register)
        assert (status, out, err) == (0, "3 reports, 3 claims: all as captured\n", "")
        opened = open_register(register)
        with opened.writing() as book:
            book.connection.exec_driver_sql("UPDATE originals SET data = x'00', coding = 'raw'")
        opened.close()
        status, _, err = run("verify", "--register", register)
        assert status == 1
        assert err.count("\n") == 3
        assert "\x1b" not in err

    def test_bad_settings_are_named(self, run: Run, register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A setting that cannot be is wrong usage and says which."""
        monkeypatch.setenv("TALLYBOOK_TIMEOUT", "soon")
        status, _, err = run("judge", "check", "c1", "--name", "Ines", "--register", register)
        assert (status, "TALLYBOOK_TIMEOUT" in err) == (2, True)

    def test_news_since_a_time_that_is_none(self, run: Run, register: Path) -> None:
        """A word that is no time is wrong usage; a time in the future has no news."""
        assert run("new", "--since", "lately", "--register", register)[0] == 2
        assert run("new", "--since", "2999-01-01", "--register", register) == (0, "", "")
        assert run("new", "--since", "2024-01-01", "--register", register)[1].count("\n") == 3

    @pytest.mark.parametrize("when", ["today", "yesterday", "12h", "7d", "2w", "Yesterday"])
    def test_news_since_a_while_ago(self, run: Run, register: Path, when: str) -> None:
        """Words for a time that everybody has, and so many hours, days or weeks, count back from now."""
        opened = open_register(register)
        now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        fresh = capture("fresh.txt", ONE + "Fresh.", captured_at=now)
        list(Pipeline(opened, read_with=PlainReader).take([fresh]))
        opened.close()
        status, out, _ = run("new", "--since", when, "--register", register)
        assert (status, out.count("\n"), "fresh.txt" in out) == (0, 1, True)

    def test_reading_what_is_not_there(self, run: Run, tmp_path: Path) -> None:
        """A path that does not exist is one line and status 1; the register is made all the same."""
        status, out, err = run("read", tmp_path / "nowhere", "--register", tmp_path / "new.db")
        assert (status, out) == (1, "")
        assert "nowhere" in err.splitlines()[0]
        assert run("read", "--register", tmp_path / "new.db")[0] == 2

    def test_output_that_cannot_be_written(self, register: Path, tmp_path: Path) -> None:
        """A full disk, or a folder that is not there, is one line and status 1."""
        done = process("export", "claims", "--register", register, "-o", tmp_path / "nowhere" / "out")
        assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
        with Path("/dev/full").open("wb") as full:
            words = [sys.executable, "-m", "tallybook", "show", "transfers", "--register", str(register)]
            shown = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False)
        assert (shown.returncode, shown.stderr.count(b"\n")) == (1, 1)
        assert b"No space left" in shown.stderr

    def test_a_register_inside_the_folder_is_no_report(self, tmp_path: Path) -> None:
        """Reading the folder in which the register lies does not trip over the register."""
        (tmp_path / "empty").mkdir()
        done = process("read", tmp_path, "--register", tmp_path / "book.db")
        assert b"book.db" not in done.stderr
        again = process("read", tmp_path, "--register", tmp_path / "book.db")
        assert b"book.db" not in again.stderr

    def test_interrupting_is_quiet(self, register: Path) -> None:
        """Ctrl-C ends without a word of complaint."""
        code = (
            "import sys, tallybook.store; from tallybook.cli import main\n"
            "def stop(*_, **__): raise KeyboardInterrupt\n"
            "tallybook.store.open_register = stop\n"
            "sys.exit(main(sys.argv[1:]))"
        )
        done = process("show", "flows", "--register", register, code=code)
        assert (done.returncode, done.stdout, done.stderr.strip()) == (130, b"", b"")
