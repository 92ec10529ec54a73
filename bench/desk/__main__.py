"""Walk from raw reports to a checked register in a real browser, and count what a person would have to do.

    python -m bench.desk FOLDER

Every text file of FOLDER is added at the desk and all its claims are confirmed by keyboard. Printed: how long
the machine took for each step, how many keys and clicks it took, and how many words and claims a person would
have had to read. The person's own time is no part of it; docs/how-to/work-at-the-desk.md says how it is put
together from these numbers.
"""

from __future__ import annotations

import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from tallybook.pipeline import Pipeline
from tallybook.store import open_register
from tallybook.web import create_app

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu"]


class Walk:
    """One walk, with what it took."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.actions = 0
        self.waits: dict[str, list[float]] = {"add": [], "decide": [], "next": []}
        self.words = 0
        self.claims = 0

    def act(self, what: str, do: Callable[[], object], then: Callable[[], object], actions: int = 1) -> None:
        """Do something and wait until it shows."""
        begun = time.perf_counter()
        do()
        then()
        self.waits[what].append(time.perf_counter() - begun)
        self.actions += actions

    def add(self, path: Path) -> str:
        """Choose a file, press the button; the report's address."""
        self.page.goto(self.base + "/add")
        self.page.locator("#files").set_input_files(path)
        button = self.page.get_by_role("button", name="Read it")
        self.act("add", button.click, lambda: self.page.wait_for_url("**/reports/r*"), actions=3)
        return self.page.url

    def check(self) -> None:
        """Confirm every claim of the report that is open, one key each; then go on."""
        self.page.wait_for_load_state()
        total = self.page.locator("#cards .card").count()
        self.words += len(self.page.locator("#text").inner_text().split())
        self.claims += total
        if total:
            self.page.keyboard.press("j")
            self.actions += 1
        for done in range(1, total + 1):
            last = self.page.locator("#cards .card.checked").nth(done - 1)
            self.act("decide", lambda: self.page.keyboard.press("c"), last.wait_for)
        self.act("next", self._next, self.page.wait_for_load_state)

    def _next(self) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press("n")


def walk(folder: Path) -> Walk:
    """Take in every text file of a folder, then check the reports one after the other."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        register = open_register(Path(place) / "walk.db", create=True)
        pipeline = Pipeline(register, settle_later=True)
        server = uvicorn.Server(uvicorn.Config(create_app(pipeline, warm=True), log_level="warning"))
        listening = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
        base = f"http://127.0.0.1:{listening.getsockname()[1]}"
        time.sleep(5)  # the desk has been open for a moment, as it has in the morning
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = browser.new_context()
        context.add_cookies([{"name": "tallybook_name", "value": "Walker", "url": base}])
        done = Walk(context.new_page(), base)
        reports = [done.add(path) for path in sorted(folder.glob("*.txt"))]
        for report in reports:
            done.page.goto(report)
            done.check()
        browser.close()
        server.should_exit = True
        time.sleep(0.5)
        register.close()
    return done


def main() -> None:
    """Print the walk."""
    done = walk(Path(sys.argv[1]))
    for what, seconds in done.waits.items():
        worst, middle = max(seconds), statistics.median(seconds)
        print(f"{what:<8}{len(seconds):>4} times, median {middle:.2f} s, worst {worst:.2f} s")
    machine = sum(map(sum, done.waits.values()))
    print(f"{done.actions} keys and clicks, {done.words} words and {done.claims} claims to read")
    print(f"the machine took {machine:.1f} s in all")


if __name__ == "__main__":
    main()
