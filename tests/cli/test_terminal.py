"""What is printed at a terminal fits it; what goes into a pipe is whole."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

from tallybook.cli.terminal import cut, plain, width

TABLE = (
    "from tallybook.cli.terminal import table;"
    "table(('id', 'words'), [('c1', 'twenty letters in all ' * 5), ('c2', '北朝鮮' * 20)])"
)


def at_terminal(code: str, columns: int) -> list[str]:
    """The lines that Python code prints at a terminal of so many columns."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8"}
    subprocess.run([sys.executable, "-c", code], stdout=theirs, env=environment, check=True)
    os.close(theirs)
    printed = b""
    while part := _read(ours):
        printed += part
    os.close(ours)
    return printed.decode().splitlines()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux says that the other end is closed
        return b""


def test_a_table_fits_the_terminal() -> None:
    """The widest column gives way, wide letters counted as they are shown."""
    lines = at_terminal(TABLE, 40)
    assert len(lines) == 3
    assert max(width(line) for line in lines) <= 40
    assert all(line.endswith("…") for line in lines[1:])


def test_a_pipe_gets_everything() -> None:
    """Nothing is cut where nobody looks."""
    done = subprocess.run([sys.executable, "-c", TABLE], capture_output=True, text=True, check=True)
    assert "twenty letters in all " * 4 in done.stdout
    assert "…" not in done.stdout


def test_widths() -> None:
    """Wide letters take two columns, marks none; what is too wide is cut with an ellipsis."""
    assert [width(text) for text in ("abc", "北朝鮮", "e\u0301")] == [3, 6, 1]
    assert cut("北朝鮮から", 6) == "北朝…"
    assert cut("abc", 3) == "abc"


def test_escapes() -> None:
    """Line ends become spaces; what steers or hides is spelt out; other letters stay."""
    assert plain("a\nb\tc") == "a b c"
    assert plain("\x1b\x9b\u202e\u200b\U000e0041") == "\\x1b\\x9b\\u202e\\u200b\\U000e0041"
    assert plain("Кім 北 é") == "Кім 北 é"
