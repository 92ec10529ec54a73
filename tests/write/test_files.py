"""A file is there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tallybook.errors import TallybookError
from tallybook.write import writing_to


def test_writes_a_file(tmp_path: Path) -> None:
    """What was written is there, with the rights of any new file, and nothing else is left."""
    path = tmp_path / "out.csv"
    with writing_to(path) as write:
        write([b"a", b"b"])
        assert not path.exists()
    assert path.read_bytes() == b"ab"
    plain = tmp_path / "plain"
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["out.csv", "plain"]


def test_an_export_that_fails_leaves_the_older_file(tmp_path: Path) -> None:
    """A fault half-way costs nothing that was there before, and leaves no scraps."""
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), writing_to(path) as write:
        write(pieces())
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize("name", ["nowhere/out.csv", ""])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    """A missing folder, or a folder in place of a file, is one clear error."""
    with pytest.raises(TallybookError, match=r"out\.csv|folder"), writing_to(tmp_path / name) as write:
        write([b"x"])


def test_standard_output_is_the_default(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without a file everything goes to standard output, byte for byte."""
    with writing_to(None) as write:
        write([b"\xc3\xa9\n"])
    assert capfdbinary.readouterr().out == b"\xc3\xa9\n"
