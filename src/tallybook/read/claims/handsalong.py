"""Who made, carried, arranged, allowed or seized the goods of which a whole sentence speaks?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Party, Report
from tallybook.read.claims.hands import worded_makers
from tallybook.read.clauses.scene import Scene


def hands_along(scene: Scene, report: Report) -> Iterator[Party]:
    """Everybody whom a sentence names as having a hand in goods told of before, whatever its verb."""
    whole = (scene.sentence.first, scene.sentence.last)
    yield from worded_makers(scene, report, whole)
