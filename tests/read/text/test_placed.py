"""Things are found by where they stand."""

from __future__ import annotations

from tallybook.model import Span
from tallybook.read.text.placed import Placed

THINGS = [(Span(at, at + length), f"{at}:{length}") for at in range(0, 3000, 170) for length in (5, 400)]


def test_what_covers_a_stretch_is_near_it() -> None:
    """Everything that shares a character with a stretch comes, in the order given, each thing once."""
    placed = Placed([*THINGS, *((Span(s.start + 2000, s.end + 2000), name) for s, name in THINGS)])
    for start in range(0, 3000, 90):
        stretch = Span(start, start + 300)
        wanted = [name for span, name in THINGS if span.overlap(stretch)]
        near = placed.near(stretch)
        assert [name for name in near if name in wanted] == wanted
        assert len(set(near)) == len(near)


def test_far_things_are_not_looked_at() -> None:
    """What stands far away does not come."""
    placed = Placed(THINGS)
    assert "0:5" not in placed.near(Span(2000, 2010))
    assert placed.near(Span(100_000, 100_010)) == []
