"""Whose words are these, and what does the way of telling them commit to?"""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.model import Certainty, Evidence, Period, Source, Span
from tallybook.read.events import Event
from tallybook.read.scene import Scene


@dataclass(frozen=True)
class Told:
    """How a claim is told: by whom, how surely, when, and on what evidence; no source is the outlet itself."""

    source: Source | None = None
    state: str | None = None
    certainty: Certainty = Certainty.STATED
    said_on: Period | None = None
    evidence: Evidence | None = None


class Telling:
    """Who speaks where on a page."""

    def at(self, scene: Scene, event: Event) -> Told:
        """How the words of an event are told."""
        return Told()

    def state_at(self, scene: Scene) -> str | None:
        """The state for which the speaker of a sentence says "we"."""
        return None

    def cue_spans(self, scene: Scene) -> tuple[Span, ...]:
        """Where the reporting words of a sentence stand: a period there dates the statement."""
        return ()
