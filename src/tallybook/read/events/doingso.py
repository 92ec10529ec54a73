"""Where does "do so" stand for an act of giving that was told before: "has sold none and will not do so"?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.frames import Lexicon, Trigger
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token

DOING_SO = "do so"
"""The word of transfer in the vocabulary that has no form of its own."""

_DOING = frozenset({"do", "doing", "done"})
_GIVING = frozenset({"give", "arm", "carry"})
"""Frames whose subject gives: what "do so" can stand for."""

BACK = 1
"""Sentences back in which the act may have been told."""


def find_doing_so(scene: Scene, lexicon: Lexicon) -> tuple[Trigger, ...]:
    """The places of a sentence in which an act is only pointed back to."""
    if "so" not in scene.words or scene.words.isdisjoint(_DOING):
        return ()
    word = lexicon.words[DOING_SO]
    heads = [t.nbor(-1) for t in scene.tokens[1:] if _points_back(t)]
    frame = lexicon.frames[word.frame]
    return tuple(Trigger(Hit(word, t.i, t.i, t.i + 2, "verb"), t, frame) for t in heads)


def _points_back(so: Token) -> bool:
    """Whether "so" closes "do so"; not "did so well", "done so much"."""
    if so.lower_ != "so" or so.nbor(-1).lower_ not in _DOING:
        return False
    behind = so.nbor() if so.i + 1 < len(so.doc) else None
    return behind is None or behind.pos_ not in ("ADJ", "ADV") or behind.lower_ in ("yet", "again", "now")


def stands_for_giving(event: Event, events: list[Event], before: int | None) -> bool:
    """Whether an act that is only pointed back to is one of giving.

    Args:
        event: any event of a sentence; all but these stand by themselves.
        events: all of them.
        before: how many sentences back an act of giving was told, None where it was not.
    """
    if event.trigger.word.name != DOING_SO:
        return True
    head = event.trigger.head
    here = [e.trigger.head for e in events if gives(e) and e.trigger.head.i < head.i]
    joined = _joined_to(head)
    if joined is not None and not _holds(joined, here):
        return False
    return bool(here) or (before is not None and before <= BACK)


def _joined_to(doing: Token) -> Token | None:
    """The verb beside which an act is told that is only pointed back to: "fights there and will do so"."""
    token = doing
    for _ in range(CLIMB_LIMIT):
        if token.dep_ == "conj":
            return token.head
        if token.dep_ not in ("xcomp", "ccomp", "acl", "dobj", "pcomp", "prep", "pobj"):
            break
        token = token.head
    return None


def _holds(clause: Token, acts: list[Token]) -> bool:
    return any(act == t for act in acts for t in clause.subtree)


def gives(event: Event) -> bool:
    """Whether an event tells of giving, by its own words."""
    verb = event.trigger.hit.form == "verb" and event.trigger.word.name != DOING_SO
    return verb and event.trigger.frame.name in _GIVING
