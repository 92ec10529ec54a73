"""By which way and by what means, in the words of a clause, do goods travel?

A route is told only where the clause names a means of carriage, a place short of a state, a ship or a way
through; "to Russia" alone is the recipient, not a route.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tallybook.model import Mode, Route, Vessel
from tallybook.read.mentions.carriage import PROPER, Carriage, carriage, mode_of
from tallybook.read.mentions.placenames import Place, listed_places, unlisted_places
from tallybook.read.mentions.vessels import find_vessels
from tallybook.read.mentions.waypoints import (
    GOAL,
    INSIDE,
    NONE,
    ORIGIN,
    STAGE,
    Standing,
    is_loading,
    standing,
)
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary import Vocabulary

_BETWEEN = re.compile(
    r"\b(?:route|line|journey|voyage|way|trips?|flights?|path|road|highway|motorway|railway|track)\b[^.;]{0,30}?"
    rf" between ({PROPER}) and ({PROPER})"
)
_TO = {"to", "into", "toward", "towards", "for", "at", "in"}
_VIA = {"via", "through", "by way of"}
_MOTION = {"land", "fly", "sail", "dock", "touch", "arrive", "unload", "offload", "truck", "airlift", "drive"}
"""Verbs (lemmas) that take a capital for the town, not for its government."""


_END = {"state", "capital"}
"""What may stand for an end of the flow itself."""


def find_route(
    doc: Doc, first: int, last: int, vocabulary: Vocabulary, *, goods: frozenset[int] = frozenset()
) -> Route | None:
    """The route that the clause from token ``first`` to before ``last`` tells, ``None`` where it tells none.

    Places and ships' names are the report's words. ``goods``: tokens of what is sent, which carries nothing.
    """
    if first >= last:
        return None
    words = carriage(vocabulary)
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    clause = doc.text[start:end]
    named = find_vessels(doc.text, vocabulary)
    vessels = tuple(dict.fromkeys(m.vessel for m in named if start <= m.start < end))
    ships = [Place(m.start, m.end, m.vessel.name, "ship") for m in named]
    mode = words.sure_mode(clause) or (Mode.SHIP if vessels else None)
    mode = mode or mode_of(doc, (first, last), clause, words, goods)
    places = listed_places(doc, start, end, words)
    if mode is not None:
        places = sorted(places + unlisted_places(doc, (first, last), [*places, *ships], words))
    ends = _ends(doc, (first, last), clause, places)
    specific = any(_travelled(doc, p, words) for p in (ends.origin, ends.goal, *ends.via))
    if mode is None and not specific and not vessels and not ends.way:
        return None
    return _route(ends, mode or _mode_of_site(ends, words), vessels)


def _travelled(doc: Doc, place: Place | None, words: Carriage) -> bool:
    """Whether something goes to, from or through a place that is no end of a flow by itself."""
    span = doc.covering(place.start, place.end) if place is not None else None
    if place is None or span is None:
        return False
    stands = standing(span.root)
    if stands is not None and stands.part == STAGE and stands.word not in _VIA:
        return True
    if stands is not None and stands.word in INSIDE | {""}:
        return place.what not in _END or (place.what == "capital" and stands.part == GOAL)
    led = span.root.head
    through = led.lower_ in _VIA or (led.lower_ == "of" and led.head.lower_ == "way")
    verb = _mover(led, words).lemma_.lower()
    if place.what == "capital":
        return through or verb in _MOTION  # "landed in Bamako", not "sold jets to Bamako"
    return (place.what != "state" or through) and verb in words.travels


def _mover(led: Token, words: Carriage) -> Token:
    """What moves to a place behind ``led``: "unloaded" of "unloaded at the terminal in the port of X"."""
    above = led.head
    while above.lemma_.lower() in words.sites and above.dep_ == "pobj" and above.head.head != above:
        above = above.head.head
    return above


class _Ends(NamedTuple):
    origin: Place | None
    goal: Place | None
    via: tuple[Place, ...]
    way: bool = False


def _route(ends: _Ends, mode: Mode | None, vessels: tuple[Vessel, ...]) -> Route:
    return Route(
        from_place=ends.origin.words if ends.origin else None,
        to_place=ends.goal.words if ends.goal else None,
        via=tuple(dict.fromkeys(place.words for place in ends.via)),
        vessels=vessels,
        mode=mode,
    )


def _ends(doc: Doc, span: tuple[int, int], clause: str, places: list[Place]) -> _Ends:
    """Which place goods come from, go to and pass."""
    origin = goal = None
    via: list[Place] = []
    if " between " in clause and (match := _BETWEEN.search(clause)):
        return _Ends(Place(0, 0, match[1], "state"), Place(0, 0, match[2], "state"), (), way=True)
    loaded = bool(places) and any(is_loading(t) for t in doc[span[0] : span[1]])
    for place in places:
        part = _part(doc, place, origin, via)
        if part == ORIGIN and (origin is None or _is_closer(place, origin)):
            origin = place
        elif loaded and (origin is None or _is_closer(place, origin)) and _stays(doc, place):
            origin = place  # "loaded onto a ship that docked at X"
        elif part == STAGE:
            via.append(place)
        elif part == GOAL and _gives_way(goal, place):
            goal = place
    return _Ends(origin, goal, tuple(via))


def _part(doc: Doc, place: Place, origin: Place | None, via: list[Place]) -> str:
    """What a place is to the goods: by the words above it, where they are open by those before it."""
    stands = _standing(doc, place)
    if stands is not None:
        return NONE if _is_none(place, stands) else stands.part
    word = _preposition(doc, place)
    if word == "from" or word in ("to", "into", "toward", "towards"):
        return ORIGIN if word == "from" else GOAL
    if word in _VIA or (via and word == "and" and _listed_after(doc, via[-1], place)):
        return STAGE
    if word in _TO and _comes_to(doc, place, word, origin):
        return GOAL
    loaded = word in {"in", "at"} and place.what not in _END and _loaded(doc, place)
    return ORIGIN if loaded else NONE


def _is_none(place: Place, stands: Standing) -> bool:
    """Whether a place of this kind is none on the way, standing as it does."""
    if place.what == "state":
        return stands.part == ORIGIN and stands.word in INSIDE
    if stands.word == "over":
        return place.what != "sea"
    return place.what == "sea" and stands.part == GOAL


def _is_closer(place: Place, other: Place) -> bool:
    """Whether a place says better where goods set out than a state or capital that gives them."""
    return other.what in _END and place.what not in _END


def _stays(doc: Doc, place: Place) -> bool:
    """Whether a carrier comes in or stops at a place that is no end of a flow by itself."""
    stands = _standing(doc, place) if place.what not in _END else None
    return stands is not None and stands.part in (GOAL, STAGE) and stands.word in INSIDE


def _standing(doc: Doc, place: Place) -> Standing | None:
    span = doc.covering(place.start, place.end)
    return standing(span.root) if span is not None else None


def _comes_to(doc: Doc, place: Place, word: str, origin: Place | None) -> bool:
    """Whether goods or who carries them come to a place that stands behind "in", "at" or "for"."""
    inside = word in {"in", "at"}
    if (
        inside
        and place.what != "sea"
        and (_unloaded(doc, place) or (place.what == "capital" and _lands(doc, place)))
    ):
        return True
    site = place.what in _SITES and inside
    if site and _TAKEN.search(_close(doc, place)):
        return True
    bound = word == "for" and origin is not None and origin.what not in _END
    return (place.what not in _END or bound) and _arrives(doc, place, word)


_TAKEN = re.compile(
    r"\b(?:receiv\w*|handed over|hand(?:s|ing|ed)? [^.;]* over|deliver\w*|welcom\w*|accept\w*|taken over"
    r"|turned over)\b[^.;]*$"
)
_SITES = {"site", "port", "airfield", "base"}


def _close(doc: Doc, place: Place) -> str:
    return doc.text[max(0, place.start - 60) : place.start].lower()


def _gives_way(goal: Place | None, place: Place) -> bool:
    """Whether a place behind "to" says better where goods go than what was found before it."""
    return goal is None or goal.what == "state" or (goal.what == "capital" and place.what not in _END)


def _preposition(doc: Doc, place: Place) -> str:
    """The preposition (or "and") right before a place, articles and words like "port of" passed over."""
    before = doc.text[max(0, place.start - 60) : place.start]
    match = re.search(
        r"(?:^|[\s(]|(?=,))(by way of|from|to|into|towards?|via|through|for|at|in|and|,)\s+"
        r"(?:(?:the|a|an|its|northern|southern|eastern|western|[\w-]+ (?:ports?|airports?|city|harbou?r)"
        r"|ports?|airports?|city|town|[A-Z]\w+)\s+){0,3}(?:of\s+)?$",
        before,
    )
    if match is None:
        return "from" if _LEFT.search(before) else ""
    word = match[1].lower()
    return "and" if word in {"and", ","} else word


_LEFT = re.compile(
    r"\b(?:left|leav(?:e|es|ing)|depart(?:s|ed|ing)?|exit(?:s|ed|ing)?)\s+(?:the\s+)?(?:port\s+of\s+)?$", re.I
)
"""Verbs whose object is where something sets out."""


def _listed_after(doc: Doc, before: Place, place: Place) -> bool:
    between = doc.text[before.end : place.start]
    return re.fullmatch(r"(?:,| and|, and| or)(?: the| other)? ", between) is not None


def _arrives(doc: Doc, place: Place, word: str) -> bool:
    """Whether something comes in or, bound for a place, sets out."""
    before = doc.text[max(0, place.start - 80) : place.start].lower()
    return (_BOUND if word == "for" else _COMES_IN).search(before) is not None


_COMES_IN = re.compile(r"\b(?:land|arriv|dock|unload|offload|moor|anchor)\w*\b[^.;]*$")
_BOUND = re.compile(
    r"\b(?:(?:land|arriv|dock|unload|offload|moor|anchor|bound|headed|heading|destined|left|leav|depart|sail)\w*"
    r"|set out|set off)\b[^.;]*$"
)


def _unloaded(doc: Doc, place: Place) -> bool:
    return _OFF_BOARD.search(_close(doc, place)) is not None


_OFF_BOARD = re.compile(r"\b(?:(?:unload|offload|discharg)\w*|t[ao]ken? off)\b[^.;]*$")


def _loaded(doc: Doc, place: Place) -> bool:
    return _ON_BOARD.search(_close(doc, place)) is not None


_ON_BOARD = re.compile(r"\b(?:loaded|(?:put|taken|brought|loaded) (?:aboard|on ?board))\b[^.;,]*$")


def _lands(doc: Doc, place: Place) -> bool:
    """Whether a capital is where a craft comes down: "landed in Bamako", "at Bamako's civilian airport"."""
    return _COMES_DOWN.search(_close(doc, place)) is not None


_COMES_DOWN = re.compile(r"\b(?:land|touch|came down|come down|dock|moor)\w*\b[^.;]*$")


def _mode_of_site(ends: _Ends, words: Carriage) -> Mode | None:
    """A port makes it a ship, an airport an aircraft, where nothing else says so."""
    by_what = {"airfield": Mode.AIR, "station": Mode.RAIL}
    ports = [p is not None and p.what == "port" for p in (ends.goal, ends.origin)]
    if all(ports):
        return Mode.SHIP  # one alone may be reached by land
    for place in (ends.goal, ends.origin):
        if place is None:
            continue
        if place.what in by_what:
            return by_what[place.what]
        match = words.site_pattern.search(place.words)
        if match and match.end() == len(place.words) and words.sites[match[0].casefold()]:
            return words.sites[match[0].casefold()]  # not "Port Sudan"
    return None
