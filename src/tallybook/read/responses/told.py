"""What does a report tell of arms: in which sentences, how much of it, and what besides transfers?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from tallybook.model import Category, Span
from tallybook.read.clauses.scene import Scene

MEMORY = 2
"""How many sentences back "it" and "the move" may point to a transfer."""

REACH = 6
"""How many sentences away a transfer may be told in a report that is mostly about other things."""

OPENING = 3
"""How many sentences open a report."""

DENSE = 0.15
"""Share of sentences that tell of transfers in a report that is about them."""

NO_ARMS = frozenset({Category.TROOPS, Category.FUEL, Category.TECHNOLOGY, Category.OTHER})
"""Goods that make no response one about arms."""

_EMBARGO = re.compile(r"\b(?:arms|weapons) embargo", re.I)
_EMBARGO_ON = re.compile(r"\b(?:arms|weapons) embargo|\bembargo on (?:arms|weapons)", re.I)
_LOAD = re.compile(
    r"\b(?:shipment|smuggl|traffick|consign|cargo|seiz|intercept|unload|offload|container|haul|crate)\w*",
    re.I,
)


class Told:
    """The sentences of a report that tell of a transfer (their ``numbers``), and how they lie in it."""

    def __init__(self, scenes: Sequence[Scene], transfers: Sequence[Span]) -> None:
        """Take the sentences of a report and where its transfers are told."""
        self._scenes = scenes
        self.numbers = frozenset(
            s.number for s in scenes if any(s.sentence.span.overlap(span) for span in transfers)
        )

    @cached_property
    def dense(self) -> bool:
        """Whether transfers are what the report is about."""
        return len(self.numbers) >= DENSE * self._length

    @cached_property
    def full_of_loads(self) -> bool:
        """Whether the report tells throughout of arms on their way, whoever sends or takes them."""
        return sum(_moves_arms(s) for s in self._scenes) >= DENSE * self._length

    @cached_property
    def opens_with_embargo(self) -> bool:
        """Whether the report opens with an arms embargo and is about that."""
        return any(_EMBARGO.search(_text_of(s)) for s in self._scenes[:OPENING])

    @cached_property
    def _length(self) -> int:
        return max(sum(s.sentence.kind == "body" for s in self._scenes), 1)

    def just_before(self, scene: Scene) -> bool:
        """Whether a transfer is told in the sentence or in those just before it."""
        return any(n in self.numbers for n in range(scene.number - MEMORY, scene.number + 1))

    def treated_near(self, scene: Scene) -> bool:
        """Whether transfers are what the report, or this part of it, is about, and not a word in passing."""
        return self.dense or any(abs(scene.number - n) <= REACH for n in self.numbers)

    def embargo_beside(self, scene: Scene) -> bool:
        """Whether an arms embargo is named in the sentence or beside it."""
        return any(_EMBARGO_ON.search(_text_of(s)) for s in self._beside(scene))

    def sanctions_beside(self, scene: Scene) -> bool:
        """Whether sanctions are named in the sentence or beside it."""
        return any(t.lemma_.lower() in ("sanction", "embargo") for s in self._beside(scene) for t in s.tokens)

    def _beside(self, scene: Scene) -> Sequence[Scene]:
        return self._scenes[max(0, scene.number - 1) : scene.number + 2]


def _moves_arms(scene: Scene) -> bool:
    arms = any(not (g.weak or g.civil) and g.goods.category not in NO_ARMS for g in scene.goods)
    return arms and _LOAD.search(_text_of(scene)) is not None


def _text_of(scene: Scene) -> str:
    return scene.doc.stretch(scene.sentence.first, scene.sentence.last).text
