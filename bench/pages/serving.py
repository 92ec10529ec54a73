"""One desk in a process of its own (``python -m bench.pages.serving REGISTER``); says where it is."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from bench.pages.building import Planted
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tallybook.pipeline import Pipeline
from tallybook.store import open_register
from tallybook.web import KEEP_OPEN, charts, create_app

CPU_HEADER = "x-cpu-ms"
"""How long the processor worked on a page: what it costs, whatever else the machine does."""


class Clocked:
    """Adds to each answer what it cost the processor; true where one page is asked for at a time."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, and note the time."""
        begun = time.process_time()

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                spent = (time.process_time() - begun) * 1000
                message["headers"] = [*message["headers"], (CPU_HEADER.encode(), f"{spent:.2f}".encode())]
            await send(message)

        await self._app(scope, receive, noting)


def main(path: str) -> None:
    """Open a desk that has drawn before but that decides nothing, then serve until ended."""
    register = open_register(path)
    app = create_app(Pipeline(register, read_with=lambda: Planted([]), settle_later=True))
    charts.warm()
    listening = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    config = uvicorn.Config(Clocked(app), log_level="warning", timeout_keep_alive=KEEP_OPEN)
    uvicorn.Server(config).run([listening])


@contextlib.contextmanager
def desk(path: Path) -> Iterator[str]:
    """The address of a desk on the register at ``path``, in a process of its own that ends with the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.pages.serving", str(path)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        if not address:
            raise SystemExit(f"{path}: the desk did not open")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


if __name__ == "__main__":
    main(sys.argv[1])
