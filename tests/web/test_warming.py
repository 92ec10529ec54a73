"""What the desk does before anybody asks."""

from __future__ import annotations

import gc

from tallybook.pipeline import Pipeline, Reads
from tallybook.store import Register
from tallybook.web.work import Work


def test_a_desk_that_only_shows_warms_up_without_a_reader() -> None:
    """With ``--read-only`` nothing is loaded that only reading and deciding need."""
    asked: list[str] = []

    def reader() -> Reads:
        asked.append("reader")
        raise AssertionError

    Work(Pipeline(Register.in_memory(), read_with=reader), read_only=True).warm()
    gc.unfreeze()
    assert asked == []


def test_a_desk_where_people_work_asks_for_its_reader_beforehand() -> None:
    """The reader is there before the first report, which then need not wait for it."""
    asked: list[str] = []

    class Silent:
        """A reader that finds nothing."""

        def read(self, _report: object) -> tuple[()]:
            return ()

        def attributions(self, _text: str) -> tuple[()]:
            return ()

    def reader() -> Reads:
        asked.append("reader")
        return Silent()

    Work(Pipeline(Register.in_memory(), read_with=reader)).warm()
    gc.unfreeze()
    assert asked == ["reader"]
