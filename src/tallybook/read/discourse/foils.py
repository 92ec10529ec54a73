"""Which transfer is only told to set off another one? "X sold 282, and only 12 came from Y"."""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.discourse.flows import Flow
from tallybook.read.text.tree import Token

SET_OFF = "set off against another giver"
_BARELY = frozenset({"only", "just", "merely", "barely", "mere", "hardly", "scarcely"})
_POINTS = frozenset({"them", "these", "those", "which", "whom"})


def set_off(event: Event, told: list[Flow], scene: int) -> None:
    """Note on an event that it tells of a small number beside what another giver of the sentence gave.

    Both have the same taker, and what follows goes on with the other.
    """
    number, giver = event.filled.anaphor, event.end("supplier")
    if number is None or giver is None or not told or told[-1].scene != scene:
        return
    if told[-1].supplier in (giver, None):
        return
    before = number.doc[max(number.left_edge.i - 1, number.sent.start) : number.i]
    if any(t.lower_ in _BARELY for t in before):
        event.why.append(SET_OFF)


def some_of_them(anaphor: Token | None) -> bool:
    """Whether a number counts some of what was told of before: "24 of them"."""
    if anaphor is None:
        return False
    whole = [c for p in anaphor.children if p.lower_ == "of" for c in p.children]
    return any(c.lower_ in _POINTS for c in whole)
