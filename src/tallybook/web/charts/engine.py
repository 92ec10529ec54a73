"""The drawing engine in a process of its own.

It works for a tenth of a second on a picture and lets no other thread of its process go on meanwhile, and
there are inputs that end its process. Beside the desk it does neither harm: pages are served while it draws,
and one that is lost is replaced.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from tallybook.errors import CannotDraw
from tallybook.web.charts import draughtsman
from tallybook.web.charts.draughtsman import LENGTH

PATIENCE = 20.0
"""Seconds after which a picture is given up. The slowest ones take one."""

_PROGRAM = (sys.executable, "-P", str(Path(draughtsman.__file__)))


class Engine:
    """One drawing process, started when the first picture is asked for. Shared by all threads, in turn."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def svg(self, spec: bytes) -> str:
        """The picture of a Vega-Lite specification (JSON).

        Raises:
            CannotDraw: the engine says what is wrong with it, or ended over it, or took too long.
        """
        with self._turn:
            answer = self._ask(spec)
        if not answer.startswith(b"+"):
            raise CannotDraw(answer[1:].decode(errors="replace") or "the engine ended over it")
        return answer[1:].decode()

    def close(self) -> None:
        """End the process; the next picture starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _ask(self, spec: bytes) -> bytes:
        """The engine's answer, empty where it ended over the question."""
        process = self._running()
        assert process.stdin is not None  # noqa: S101 - asked for when it was started
        assert process.stdout is not None  # noqa: S101 - likewise
        watch = threading.Timer(PATIENCE, process.kill)
        watch.start()
        try:
            with suppress(BrokenPipeError):
                process.stdin.write(LENGTH.pack(len(spec)) + spec)
                process.stdin.flush()
            head = process.stdout.read(LENGTH.size)
            answer = process.stdout.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""
        finally:
            watch.cancel()
        if not answer:
            self.close()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            # A session of its own: an interrupt at the terminal is for the desk, which then ends the engine.
            self._process = subprocess.Popen(
                _PROGRAM,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return self._process


engine = Engine()
atexit.register(engine.close)
