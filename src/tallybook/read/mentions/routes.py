"""By which way and by what means, in the words of a clause, do goods travel?

A route is told only where the clause names a means of carriage, a place short of a state, a ship or a way
through; "to Russia" alone is the recipient, not a route.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tallybook.model import Mode, Route, Vessel
from tallybook.read.mentions.carriage import PROPER, Carriage, carriage, mode_of
from tallybook.read.mentions.vessels import find_vessels
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary import Vocabulary

_BETWEEN = re.compile(
    r"\b(?:route|line|journey|voyage|way|trips?|flights?|path)\b[^.;]{0,30}?"
    rf" between ({PROPER}) and ({PROPER})"
)
_TO = {"to", "into", "toward", "towards", "for", "at", "in"}
_LEADING = {"from", "to", "into", "via", "through", "at"}
_VIA = {"via", "through", "by way of"}
_MOTION = {"land", "fly", "sail", "dock", "touch", "arrive", "unload", "offload", "truck", "airlift", "drive"}
"""Verbs (lemmas) that take a capital for the town, not for its government."""


_END = {"state", "capital"}
"""What may stand for an end of the flow itself."""


class _Place(NamedTuple):
    start: int
    end: int
    words: str
    what: str


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
    named = [m.vessel for m in find_vessels(doc.text, vocabulary) if start <= m.start < end]
    vessels = tuple(dict.fromkeys(named))
    mode = mode_of(doc, (first, last), clause, words, goods) or (Mode.SHIP if vessels else None)
    places = _places(doc, start, end, words)
    if mode is not None:
        places = sorted(places + _unlisted(doc, first, last, places, words))
    ends = _ends(doc, clause, places)
    specific = any(_travelled(doc, p, words) for p in (ends.origin, ends.goal, *ends.via))
    if mode is None and not specific and not vessels and not ends.way:
        return None
    return _route(ends, mode or _mode_of_site(ends, words), vessels)


def _travelled(doc: Doc, place: _Place | None, words: Carriage) -> bool:
    """Whether something goes to, from or through a place that is no end of a flow by itself."""
    if place is None:
        return False
    span = doc.covering(place.start, place.end)
    if span is None:
        return False
    led = span.root.head
    through = led.lower_ in _VIA or (led.lower_ == "of" and led.head.lower_ == "way")
    verb = _mover(led, words).lemma_.lower()
    if led.lower_ == "of" and through:
        return True
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
    origin: _Place | None
    goal: _Place | None
    via: tuple[_Place, ...]
    way: bool = False


def _route(ends: _Ends, mode: Mode | None, vessels: tuple[Vessel, ...]) -> Route:
    return Route(
        from_place=ends.origin.words if ends.origin else None,
        to_place=ends.goal.words if ends.goal else None,
        via=tuple(dict.fromkeys(place.words for place in ends.via)),
        vessels=vessels,
        mode=mode,
    )


def _places(doc: Doc, start: int, end: int, words: Carriage) -> list[_Place]:
    """Named places in the clause: of the vocabulary, states, and what stands beside a word for a site."""
    text = doc.text
    found: list[_Place] = []
    for lexicon in (words.places, words.states):
        for p in lexicon.places(text):
            if start <= p.start < end and not any(p.start < o.end and o.start < p.end for o in found):
                if text[p.start : p.end] in words.bodies:
                    continue  # "Hamas" is not several Hamas
                what = "capital" if text[p.start : p.end] in words.capitals else p.payload
                found.append(_Place(p.start, p.end, text[p.start : p.end], what))
    for match in words.by_site.finditer(text, start, end):
        group = 1 if match[1] else 2
        a, b = match.span(group)
        if group == 2 and match[0][match.end(2) - match.start() + 1 :][:1].isupper():
            b = match.end()
        found = [p for p in found if p.end <= a or p.start >= b]
        found.append(_Place(a, b, text[a:b], "site"))
    return sorted(found)


def _unlisted(doc: Doc, first: int, last: int, places: list[_Place], words: Carriage) -> list[_Place]:
    """Proper names behind "from", "to", "via" that no list knows, where the clause tells of carriage."""
    found = []
    for token in doc[first:last]:
        run = []
        if token.lower_ in _LEADING and token.dep_ in {"prep", "aux", "dative"}:
            for after in doc[token.i + 1 : min(token.i + 5, last)]:
                if not after.text[0].isupper() and after.text not in {"'s", "’s", "-"}:
                    break
                run.append(after)
        while run and not run[-1].text[0].isupper():
            run.pop()
        if not run or any(t.lower_ in words.actors or t.tag_ == "NNPS" for t in run):
            continue
        following = doc[run[-1].i + 1] if run[-1].i + 1 < len(doc) else None
        a, b = run[0].idx, run[-1].idx + len(run[-1])
        known = any(p.start < b and a < p.end for p in places)
        if not known and not (following is not None and following.pos_ == "NOUN"):
            found.append(_Place(a, b, doc.text[a:b], "unlisted"))
    return found


def _ends(doc: Doc, clause: str, places: list[_Place]) -> _Ends:
    """Which place stands behind "from", "to", "via"."""
    origin = goal = None
    via: list[_Place] = []
    if match := _BETWEEN.search(clause):
        return _Ends(_Place(0, 0, match[1], "state"), _Place(0, 0, match[2], "state"), (), way=True)
    for place in places:
        word = _preposition(doc, place)
        if word == "from" and origin is None:
            origin = place
        elif word in _VIA or (via and word == "and" and _listed_after(doc, via[-1], place)):
            via.append(place)
        elif word in {"to", "into", "toward", "towards"}:
            goal = place if _gives_way(goal, place) else goal
        elif goal is None and word in _TO and _comes_to(doc, place, word, origin):
            goal = place
        elif word in {"in", "at"} and origin is None and place.what not in _END and _loaded(doc, place):
            origin = place
    return _Ends(origin, goal, tuple(via))


def _comes_to(doc: Doc, place: _Place, word: str, origin: _Place | None) -> bool:
    """Whether goods or who carries them come to a place that stands behind "in", "at" or "for"."""
    inside = word in {"in", "at"}
    if (
        inside
        and place.what != "sea"
        and (_unloaded(doc, place) or (place.what == "capital" and _lands(doc, place)))
    ):
        return True
    site = place.what in _SITES and inside
    if site and re.search(
        r"\b(?:receiv|handed over|deliver|welcom|accept|taken over)\w*\b[^.;]*$", _close(doc, place)
    ):
        return True
    bound = word == "for" and origin is not None and origin.what not in _END
    return (place.what not in _END or bound) and _arrives(doc, place)


_SITES = {"site", "port", "airfield", "base"}


def _close(doc: Doc, place: _Place) -> str:
    return doc.text[max(0, place.start - 60) : place.start].lower()


def _gives_way(goal: _Place | None, place: _Place) -> bool:
    """Whether a place behind "to" says better where goods go than what was found before it."""
    return goal is None or goal.what == "state" or (goal.what == "capital" and place.what not in _END)


def _preposition(doc: Doc, place: _Place) -> str:
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


def _listed_after(doc: Doc, before: _Place, place: _Place) -> bool:
    between = doc.text[before.end : place.start]
    return re.fullmatch(r"(?:,| and|, and| or)(?: the| other)? ", between) is not None


def _arrives(doc: Doc, place: _Place) -> bool:
    before = doc.text[max(0, place.start - 80) : place.start].lower()
    return (
        re.search(
            r"\b(?:land|arriv|dock|unload|offload|moor|anchor|bound|headed|heading|destined|left|leav|depart|sail"
            r"|set out|set off)\w*\b[^.;]*$",
            before,
        )
        is not None
    )


def _unloaded(doc: Doc, place: _Place) -> bool:
    before = doc.text[max(0, place.start - 60) : place.start].lower()
    return re.search(r"\b(?:(?:unload|offload|discharg)\w*|t[ao]ken? off)\b[^.;]*$", before) is not None


def _loaded(doc: Doc, place: _Place) -> bool:
    before = doc.text[max(0, place.start - 60) : place.start].lower()
    return re.search(rf"\b(?:loaded|{_ABOARD})\b[^.;,]*$", before) is not None


_ABOARD = r"(?:put|taken|brought|loaded) (?:aboard|on ?board)"


def _lands(doc: Doc, place: _Place) -> bool:
    """Whether a capital is where a craft comes down: "landed in Bamako", "at Bamako's civilian airport"."""
    before = doc.text[max(0, place.start - 60) : place.start].lower()
    return re.search(r"\b(?:land|touch|came down|come down|dock|moor)\w*\b[^.;]*$", before) is not None


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
        if (match := words.site_pattern.search(place.words)) and words.sites[match[0].casefold()]:
            return words.sites[match[0].casefold()]
    return None
