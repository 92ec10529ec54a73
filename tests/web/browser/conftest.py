"""A real browser at a real desk: served on loopback, with the sample reports read once."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tallybook import gather, samples
from tallybook.pipeline import Pipeline
from tallybook.store import open_register
from tallybook.web import create_app
from tallybook.web.desk import NAME_COOKIE

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# What the policy refuses, told to the test; scripts of a page under test cannot reach it.
LISTENER = """
document.addEventListener("securitypolicyviolation",
  (event) => console.error("policy: " + event.violatedDirective + " " + event.blockedURI));
"""


@pytest.fixture(autouse=True)
def _marked(request: pytest.FixtureRequest) -> None:
    request.node.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    if CHROMIUM is None:
        if os.environ.get("TALLYBOOK_REQUIRE_BROWSER") == "1":
            pytest.fail("no chromium on this machine, and TALLYBOOK_REQUIRE_BROWSER=1")
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


class Served:
    """A desk on a free port of this machine."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.register = open_register(path, create=True)
        self.pipeline = Pipeline(self.register)
        app = create_app(
            self.pipeline, read_only=read_only, options=gather.Options(allow_private=True, timeout=5)
        )
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True
        )
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def report(self, title_part: str) -> str:
        """Address of the report whose title or name holds these words."""
        with self.register.reading() as book:
            for report in book.reports.all():
                if title_part in f"{report.title} {report.name}":
                    return f"{self.base}/reports/{report.id}"
        raise LookupError(title_part)

    def close(self) -> None:
        """Stop serving."""
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()
        self.register.close()


@pytest.fixture(scope="session")
def samples_read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register file with the sample reports in it."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    register = open_register(path, create=True)
    taken = list(Pipeline(register).read([str(samples.folder())]))
    assert taken
    register.close()
    return path


@pytest.fixture
def served(samples_read: Path, tmp_path: Path) -> Iterator[Served]:
    """A desk on a copy of the samples' register, for this test alone."""
    path = tmp_path / "book.db"
    for file in samples_read.parent.glob(samples_read.name + "*"):
        shutil.copy(file, tmp_path / file.name.replace("samples", "book"))
    desk = Served(path)
    yield desk
    desk.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: errors of scripts, refusals of the policy, dialogs."""
    return []


@pytest.fixture
def context(browser: Browser, served: Served, complaints: list[str]) -> Iterator[BrowserContext]:
    """A browser profile that has said its name; anything that it complains of fails the test."""
    made = browser.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    made.add_cookies([{"name": NAME_COOKIE, "value": quote("Ada Quay"), "url": served.base}])
    made.add_init_script(LISTENER)
    made.set_default_timeout(10_000)
    yield made
    made.close()
    assert complaints == []


@pytest.fixture
def page(context: BrowserContext, complaints: list[str]) -> Page:
    """One page of it."""
    return watched(context.new_page(), complaints)


def watched(page: Page, complaints: list[str]) -> Page:
    """A page whose complaints are noted; the status of an answer is no complaint."""

    def listen(kind: str, text: str) -> None:
        if kind == "error" and "the server responded with a status of" not in text:
            complaints.append(text)

    page.on("console", lambda message: listen(message.type, message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def dismiss(dialog: object) -> None:
        complaints.append("a dialog opened")
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", dismiss)
    return page
