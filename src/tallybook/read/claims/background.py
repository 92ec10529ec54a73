"""What is known of a whole report before its sentences are read in turn?"""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.read.claims.bartered import pays_in_goods
from tallybook.read.claims.posture import is_drill, is_on_duty
from tallybook.read.clauses.certainty import Found, Hedges
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.schemes import Schemes
from tallybook.vocabulary.wordlists import words_of

_MILITARY = words_of("signs that goods of both uses are for war")


@dataclass(frozen=True)
class Background:
    """What every reading of a report rests on.

    Attributes:
        groups: the armed groups that it names.
        named: every party that it names, and the ends of flows that they stand for.
        schemes: under whose scheme arms are given.
        drill: whether it is about a drill.
        on_duty: whether it is about deployments, patrols and drills.
        dual: whether it tells of goods of both uses as news of arms does, so that they count as arms.
        barter: whether it tells of arms that are paid for in goods.
        hedges: those of each sentence, by its number.
        home: the state where it was written, if it says.
    """

    groups: frozenset[str]
    named: frozenset[str | None]
    schemes: Schemes
    drill: bool
    on_duty: bool
    dual: bool
    barter: bool
    hedges: dict[int, tuple[Found, ...]]
    home: str | None

    @classmethod
    def of(cls, scenes: tuple[Scene, ...], hedges: Hedges, home: str | None) -> Background:
        """Gather it from all sentences of a report."""
        actors = [a for scene in scenes for a in scene.actors]
        drill = is_drill(scenes)
        return cls(
            groups=frozenset(a.name for a in actors if a.kind == "group"),
            named=frozenset(name for a in actors for name in (a.name, end_point(a))),
            schemes=Schemes.of(scenes),
            drill=drill,
            on_duty=drill or is_on_duty(scenes),
            dual=any(not _MILITARY.isdisjoint(scene.words | scene.lemmas) for scene in scenes),
            barter=pays_in_goods(scenes),
            hedges={scene.number: hedges.find(scene) for scene in scenes},
            home=home,
        )
