"""What the reader knows of the world in words: data files, their entry classes and one way in.

``load()`` gives the vocabulary. Each kind is read from its data file when it is first asked for, so a
command that reads no report pays for none. To add a kind: an entry class in a file of its own (a subclass
of ``loader.Entry``), a data file in ``data/``, and a cached property here.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from tallybook.vocabulary.bylines import Byline
from tallybook.vocabulary.calendar import CalendarName
from tallybook.vocabulary.clutter import Clutter
from tallybook.vocabulary.loader import Entry, load_entries

__all__ = ["Entry", "Vocabulary", "load", "load_entries"]


class Vocabulary:
    """Every kind of word, lazily loaded and never changed. Attributes raise ``VocabularyError``.

    A kind is one cached property::

        @cached_property
        def cues(self) -> tuple[Cue, ...]:
            return load_entries("cues.yaml", Cue)
    """

    @cached_property
    def bylines(self) -> tuple[Byline, ...]:
        """How reports say who wrote them and put them out."""
        return load_entries("bylines.yaml", Byline)

    @cached_property
    def calendar(self) -> tuple[CalendarName, ...]:
        """Names of months and weekdays."""
        return load_entries("calendar.yaml", CalendarName)

    @cached_property
    def clutter(self) -> tuple[Clutter, ...]:
        """What stands on a page and is no report."""
        return load_entries("clutter.yaml", Clutter)


@lru_cache(maxsize=1)
def load() -> Vocabulary:
    """The vocabulary that comes with Tallybook, one for the whole process."""
    return Vocabulary()
