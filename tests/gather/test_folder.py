"""Paths name files and folders; whatever stands there ends in captures or clear errors."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallybook.errors import InputError, TooLarge, UnreadableInput, UnsupportedInput
from tallybook.gather import Options, gather
from tallybook.model import Capture
from tests.gather.material import OPTIONS, STORY, lines_file, page, text_file


def names(results: list[Capture | InputError]) -> list[str]:
    return [result.report.name for result in results if isinstance(result, Capture)]


def errors(results: list[Capture | InputError]) -> list[InputError]:
    return [result for result in results if isinstance(result, InputError)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with reports of several kinds, in folders of their own."""
    (tmp_path / "may" / "week 1").mkdir(parents=True)
    (tmp_path / "b.txt").write_bytes(text_file())
    (tmp_path / "may" / "a.html").write_bytes(page())
    (tmp_path / "may" / "week 1" / "all.jsonl").write_bytes(lines_file())
    (tmp_path / ".hidden.txt").write_bytes(text_file())
    return tmp_path


def test_a_folder_is_read_with_its_folders(folder: Path) -> None:
    """Reports are called by their path inside the folder, sorted; hidden files are left out."""
    results = list(gather([str(folder)], OPTIONS))
    assert names(results) == ["b.txt", "may/a.html", "may/week 1/all.jsonl#a1"]
    assert not errors(results)


def test_a_single_file_is_called_by_its_base_name(folder: Path) -> None:
    """The folders above a file that was named itself are no part of its name."""
    assert names(list(gather([str(folder / "may" / "a.html")], OPTIONS))) == ["a.html"]


def test_only_files_of_a_shape(folder: Path) -> None:
    """Patterns choose among the files of a folder."""
    assert names(list(gather([str(folder)], Options(only=("*.html",))))) == ["may/a.html"]


def test_a_bad_file_does_not_stop_the_rest(folder: Path) -> None:
    """Each bad file is one error that names it, in its place among the others."""
    (folder / "a.docx").write_bytes(b"PK\x03\x04rest")
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.csv").write_bytes(b"a,b")
    results = list(gather([str(folder), str(folder / "none.txt"), str(folder / "b.txt")], OPTIONS))
    assert [str(error).partition(":")[0] for error in errors(results)] == [
        "a.docx",
        "c.txt",
        "d.csv",
        "none.txt",
    ]
    assert isinstance(results[0], UnsupportedInput)
    assert names(results)[-1] == "b.txt"


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    """A wrong path is an error that says so."""
    (error,) = gather([str(tmp_path / "nowhere")], OPTIONS)
    assert isinstance(error, UnreadableInput)
    assert str(error) == "nowhere: no such file or folder"


@pytest.mark.parametrize("path", ["a\x00b", "x" * 5000, "", "~nobody/../\n"])
def test_impossible_paths(path: str) -> None:
    """What can be no path is an error of one line."""
    (error,) = gather([path], OPTIONS)
    assert isinstance(error, InputError)
    assert "\n" not in str(error)


def test_a_folder_without_reports(tmp_path: Path) -> None:
    """An empty folder, or one of hidden files, is an error."""
    (tmp_path / ".git").mkdir()
    (error,) = gather([str(tmp_path)], OPTIONS)
    assert isinstance(error, UnreadableInput)
    assert error.fault == "the folder holds no reports"


def test_links_in_a_circle_are_walked_once(folder: Path) -> None:
    """A link to a folder above does not lead round and round."""
    (folder / "may" / "up").symlink_to(folder)
    (folder / "may" / "broken").symlink_to(folder / "gone")
    results = list(gather([str(folder)], OPTIONS))
    assert names(results) == ["b.txt", "may/a.html", "may/week 1/all.jsonl#a1"]
    assert [error.fault for error in errors(results)] == ["a link that leads nowhere"]


def test_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    """What is no regular file is never opened, because it may never end."""
    os.mkfifo(tmp_path / "pipe.txt")
    (error,) = gather([str(tmp_path / "pipe.txt")], OPTIONS)
    (device,) = gather(["/dev/zero"], OPTIONS)
    assert isinstance(error, UnsupportedInput)
    assert isinstance(device, UnsupportedInput)


def test_fifty_megabytes_of_one_line(tmp_path: Path) -> None:
    """A file out of all measure is refused at the limit, whatever it is called."""
    for name in ("a.txt", "a.html", "a.jsonl", "a.json"):
        (tmp_path / name).write_bytes(b"x" * 50_000_000)
    results = list(gather([str(tmp_path)], OPTIONS))
    assert len(results) == 4
    assert all(isinstance(result, TooLarge) for result in results)


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    """A file name in another charset is written with escapes, so that every screen and database takes it."""
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt"))).write_bytes(text_file())
    assert names(list(gather([str(tmp_path)], OPTIONS))) == ["caf\\xe9\\n.txt"]


def test_text_is_untouched_on_its_way_from_disk(tmp_path: Path) -> None:
    """Offsets count in the file as it is: newlines and byte order mark included."""
    (tmp_path / "a.txt").write_bytes(
        b"\xef\xbb\xbf" + STORY[1].encode() + b"\r\n\r\n" + STORY[2].encode() + b"\r"
    )
    (capture,) = gather([str(tmp_path / "a.txt")], OPTIONS)
    assert isinstance(capture, Capture)
    assert capture.report.text == f"\ufeff{STORY[1]}\r\n\r\n{STORY[2]}\r"


AS_SOMEBODY = """
import os, sys
from tallybook.gather import gather
list(gather([sys.argv[1] + "/b.txt"]))  # everything is loaded before the rights are given up
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
for result in gather(sys.argv[1:]):
    print(result if isinstance(result, Exception) else result.report.name)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter: the tests' own folders lie in one that only we may."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_files_and_folders_without_permission(open_folder: Path) -> None:
    """What may not be read is an error that says so, and the rest is read (run as an ordinary user)."""
    (open_folder / "locked").mkdir()
    (open_folder / "a.txt").write_bytes(text_file())
    (open_folder / "b.txt").write_bytes(text_file())
    (open_folder / "a.txt").chmod(0o000)
    (open_folder / "locked").chmod(0o000)
    said = subprocess.run(
        [sys.executable, "-c", AS_SOMEBODY, str(open_folder)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    (open_folder / "locked").chmod(0o700)
    if "Error" in said.stderr:
        pytest.skip(f"cannot become an ordinary user here: {said.stderr.splitlines()[-1]}")
    a, b, locked = said.stdout.splitlines()
    assert a == "a.txt: no permission to read it"
    assert b == "b.txt"
    assert locked.endswith("locked: no permission to read it")
