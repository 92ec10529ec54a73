"""Pictures of every page, for people to look at: ``make screenshots`` puts them into ``screenshots/``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tallybook import samples
from tallybook.pipeline import Pipeline
from tallybook.store import open_register
from tests.web.browser.conftest import ARGUMENTS, CHROMIUM, Served
from tests.web.browser.places import places

LOOKS = {"wide": (1400, "light"), "phone": (390, "light"), "dark": (1400, "dark")}


def main(folder: Path) -> None:
    """Read the samples, serve them, and take a picture of every page in every look."""
    if CHROMIUM is None:
        sys.exit("screenshots need chromium")
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "samples.db"
        register = open_register(path, create=True)
        list(Pipeline(register).read([str(samples.folder())]))
        register.close()
        served = Served(path)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            for look, (width, scheme) in LOOKS.items():
                context = browser.new_context(
                    viewport={"width": width, "height": 900},
                    color_scheme=scheme,  # type: ignore[arg-type]
                )
                page = context.new_page()
                for name, address in places(served).items():
                    page.goto(address)
                    page.screenshot(path=folder / f"{name}-{look}.png", full_page=True)
                    sys.stderr.write(f"{name}-{look}.png\n")
            browser.close()
        served.close()


if __name__ == "__main__":
    main(Path("screenshots"))
