"""What has to be kept of a book so that a part of it can be brought back: what changed, or all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from tallybook.reconcile.library import Library
from tallybook.reconcile.lineage import Lineages
from tallybook.reconcile.originbook import OriginBook
from tallybook.reconcile.pages import Page
from tallybook.reconcile.standings import Standings
from tallybook.reconcile.tellings import Tellings
from tallybook.reconcile.transferring import TransferBook
from tallybook.reconcile.workings import FACTS, VOICE, Placed, Workings, mark_of, packed


class Rooms(msgspec.Struct, frozen=True):
    """The rooms of a book whose parts are kept."""

    standings: Standings
    library: Library
    lineages: Lineages
    tellings: Tellings
    origins: OriginBook
    transfers: TransferBook


class Keeping:
    """Knows under which marks each report stood when it was last asked.

    Args:
        rooms: of a book; most of them say themselves what changed in them.
    """

    def __init__(self, rooms: Rooms) -> None:
        self._library, self._lineages = rooms.library, rooms.lineages
        self._tellings, self._origins = rooms.tellings, rooms.origins
        self._rooms = (rooms.standings, rooms.library, rooms.tellings, rooms.transfers)
        self._before: dict[str, tuple[Page | None, list[Placed]]] = {}

    def note(self, report_id: str) -> None:
        """A report is about to come, to go, or to be told otherwise."""
        if report_id not in self._before:
            self._before[report_id] = self._library.pages.get(report_id), self._placed(report_id)

    def changed(self) -> Workings:
        """What is to be kept anew since this was last asked."""
        before, self._before = self._before, {}
        was = dict(_marked(placed for _, placed in before.values()))
        now = dict(_marked(map(self._placed, before)))
        for report_id, (page, _) in before.items():
            for old, new in self._cites_otherwise(page, self._library.pages.get(report_id)):
                was |= _marked([old])
                now |= _marked([new])
        kept = {key: body for room in self._rooms for key, body in room.changed().items()}
        kept |= {key: body for report_id in before for key, body in self._of_report(report_id)}
        prints = self._library.prints.changed()
        marks = ((*at, time) for at, time in now.items() if at not in was or was[at] != time)
        return Workings(
            kept={**kept, **prints.kept},
            marks=[*marks, *prints.marks],
            gone_marks=[*(was.keys() - now.keys()), *prints.gone_marks],
        )

    def whole(self) -> Workings:
        """Everything that is to be kept."""
        reports = list(self._library.pages)
        self.changed()
        found = ((key, body) for room in self._rooms for key, body in room.whole().items())
        kept: dict[tuple[str, str], bytes | None] = {key: body for key, body in found if body}
        kept |= {key: body for report_id in reports for key, body in self._of_report(report_id) if body}
        prints = self._library.prints.whole()
        return Workings(kept={**kept, **prints.kept}, marks=chain(self._marks(reports), prints.marks))

    def _marks(self, reports: list[str]) -> Iterator[tuple[int, str, int | None]]:
        for report_id in reports:
            cites = self._lineages.placed(self._library.pages[report_id])
            for key, one, time in (*self._placed(report_id), *cites):
                yield mark_of(key), one, time

    def _cites_otherwise(
        self, old: Page | None, new: Page | None
    ) -> Iterator[tuple[list[Placed], list[Placed]]]:
        """Where the outlets that a report names were found and are, if not in the same places."""
        if not (old and new and old.flows == new.flows and new.same_words(old)):
            yield self._lineages.placed(old) if old else [], self._lineages.placed(new) if new else []

    def _placed(self, report_id: str) -> list[Placed]:
        """Where a report and its claims are found but by outlets; nowhere once it has gone."""
        page = self._library.pages.get(report_id)
        if page is None:
            return []
        return [
            *self._library.neighbours.placed(page),
            *self._library.names.placed(page),
            *self._tellings.placed(report_id),
            *self._origins.placed(report_id),
        ]

    def _of_report(self, report_id: str) -> Iterator[tuple[tuple[str, str], bytes | None]]:
        voice = self._origins.speaks(report_id)
        yield (FACTS, report_id), self._facts(report_id)
        yield (VOICE, report_id), packed(voice) if voice else None

    def _facts(self, report_id: str) -> bytes | None:
        page = self._library.pages.get(report_id)
        return packed(page.worked) if page and page.facts else None


def _marked(places: Iterable[list[Placed]]) -> Iterator[tuple[tuple[int, str], int | None]]:
    return (((mark_of(key), one), time) for placed in places for key, one, time in placed)
