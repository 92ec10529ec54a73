"""``tallybook serve`` as a process: it opens, answers, and ends quietly."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tallybook.cli import main
from tallybook.store import open_register

EVERYWHERE = "0.0.0.0"  # noqa: S104 (to see it refused)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """An empty register."""
    path = tmp_path / "book.db"
    open_register(path, create=True).close()
    return path


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


def test_opens_answers_and_ends(register: Path) -> None:
    """It says where it is open, answers there, and Ctrl-C ends it without a complaint."""
    port = free_port()
    command = [sys.executable, "-m", "tallybook", "serve", "--register", str(register), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert server.stdout is not None
    assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
    assert "Tallybook" in _page(f"http://127.0.0.1:{port}/")
    server.send_signal(signal.SIGINT)
    out, err = server.communicate(timeout=30)
    assert (server.returncode, out, err) == (0, "", "")


def test_a_port_in_use_is_named(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One line that says which; status 1."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--register", str(register), "--port", str(port)]) == 1
    assert f"127.0.0.1:{port}: cannot serve there" in capfd.readouterr().err


def test_other_machines_are_let_in_only_when_that_is_said(
    register: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Binding elsewhere is refused with what it would mean; status 2."""
    handler = signal.getsignal(signal.SIGINT)
    try:
        assert (
            main(["serve", "--register", str(register), "--host", EVERYWHERE, "--port", str(free_port())])
            == 2
        )
    finally:
        signal.signal(signal.SIGINT, handler)
    out, err = capfd.readouterr()
    assert out == ""
    assert "--expose" in err


def test_a_register_that_is_none_is_not_served(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The fault of the register is told before anything is opened."""
    assert main(["serve", "--register", str(tmp_path / "none.db")]) == 1
    assert "no such register" in capfd.readouterr().err


def _page(address: str) -> str:
    deadline = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
