"""A web server on this machine that answers as the tests of addresses need it."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.gather.material import page, pdf, text_file

PAGES: dict[str, tuple[str, bytes]] = {
    "/story.html": ("text/html; charset=utf-8", page()),
    "/story.txt": ("text/plain", text_file()),
    "/story.pdf": ("application/pdf", pdf()),
    "/cyrillic.txt": (
        "text/plain; charset=koi8-r",
        "Ящики на пирсе, сказал начальник порта.".encode("koi8-r"),
    ),
    "/picture": ("image/png", b"\x89PNG\r\n" + b"0" * 50),
    "/film": ("video/mp4", b"0" * 50),
    "/nothing": ("text/html", b""),
    "/untyped": ("", page()),
}


class Answers(BaseHTTPRequestHandler):
    """One answer for each path; ``asked`` keeps the Host header of every request."""

    protocol_version = "HTTP/1.1"
    asked: list[str] = []  # noqa: RUF012 - one list for the whole server is meant

    def do_GET(self) -> None:
        """Answer by the path."""
        self.asked.append(self.headers["Host"])
        kind, _, rest = self.path[1:].partition("/")
        if self.path in PAGES:
            media_type, body = PAGES[self.path]
            self.answer(200, body, {"Content-Type": media_type} if media_type else {})
        elif kind == "to":
            self.answer(302, b"", {"Location": rest})
        elif kind == "countdown":
            self.answer(302, b"", {"Location": f"/countdown/{int(rest) - 1}" if int(rest) else "/story.html"})
        elif kind == "circle":
            self.answer(302, b"", {"Location": "/circle"})
        elif kind == "status":
            self.answer(int(rest), b"no", {})
        elif kind == "gzip":
            media_type, body = PAGES[f"/{rest}"]
            self.answer(200, gzip.compress(body), {"Content-Type": media_type, "Content-Encoding": "gzip"})
        elif kind == "halved":
            body = gzip.compress(PAGES[f"/{rest}"][1])[:-40]
            self.answer(200, body, {"Content-Type": "text/html", "Content-Encoding": "gzip"})
        elif kind == "bomb":
            body = gzip.compress(b"x" * 50_000_000)
            self.answer(200, body, {"Content-Type": "text/plain", "Content-Encoding": "gzip"})
        elif kind == "coded":
            self.answer(200, b"abc", {"Content-Type": "text/plain", "Content-Encoding": rest})
        elif kind == "cut":
            self.answer(200, b"short", {"Content-Type": "text/plain", "Content-Length": "5000"})
            self.close_connection = True
        elif kind == "endless":
            self.endless(pause=float(rest))
        else:
            self.answer(404, b"", {})

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        """Send one whole answer."""
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def endless(self, pause: float) -> None:
        """Send words until nobody listens any more."""
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.close_connection = True
        try:
            while True:
                self.wfile.write(b"crates and more crates " * (1 if pause else 1000))
                time.sleep(pause)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server that does not complain when a client leaves early, which the tests make clients do."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[str]:
    """The address of a running server, without a slash at its end."""
    Answers.asked.clear()
    server = Server(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
