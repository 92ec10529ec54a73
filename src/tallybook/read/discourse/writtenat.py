"""Where was a report written? The state of the place before its first words: "LIMA, 3 March (Andes Wire) --".

A report from a state's capital often tells of "the navy" or of "four jets from Sweden" without saying whose
navy it is, or where the jets go.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.salience import end_point
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import Flows
from tallybook.read.discourse.pointing import still_open
from tallybook.read.discourse.topic import others_named
from tallybook.read.discourse.whose import WHOSE
from tallybook.read.mentions.aliases import lexicon
from tallybook.read.page import Page
from tallybook.read.text.lettering import keys_of
from tallybook.vocabulary import Vocabulary

_LONGEST = 160
"""Characters that such words have at most."""

_PLACE = re.compile(
    r"\s*(?:date \S+\s+)?(?:(?i:breaking|flash|urgent|update)[.:]\s+)?\(?(?P<place>[A-Z][\w.'’ -]{2,30}?)"
    r"(?:(?:\s*[,/][^—–:(\n]{0,40})?\s*(?:\([^)\n]{0,50}\)\.?\s*)?(?:—|–|--|:|-\s|\.\s/|\||$)"
    r"|(?:,[^—–:(\n]{0,40})?\s*\([^)\n]{2,50}\)\.?\s"
    r"|(?:,\s(?=[^\n]{0,20}\d)[^—–(\n]{0,30}?)?\.\s)"
)
"""The place before a date, an agency in brackets, and a dash, a colon or a full stop."""

_LATER = re.compile(r"\n\s*(?=date \d|[A-Z]{3,}[ ,./:—–-])")
"""Where a line begins with a date or with a name in capitals, below a headline that looks like text."""

_BYLINE = re.compile(r"(?:By|From|Written)\s.*")
_WITH_DATE = re.compile(r"[|•·\d]")
_SHORTEST_LINE, _LONGEST_LINE = 6, 110
"""Characters of a line that names who writes, or when, in pieces."""

_PIECES = re.compile(r"\s*[,|•·–—]\s*")
_BEFORE_PLACE = re.compile(r"^(?:By|From|Written|in|at|Updated)\s+")
_SEATS = frozenset({("geneva",), ("new", "york"), ("the", "hague")})
"""Seats of bodies of many states: what is written there is about others."""

_HEAD = 600
"""Characters of a report among which such lines stand."""

_FRAMES = frozenset({"arrive", "come", "deal", "get", "give", "ordered", "seek"})
"""Frames whose words can do without both ends at home."""


def written_at(page: Page, vocabulary: Vocabulary) -> str | None:
    """The state in which a report says that it was written; ``None`` where it does not say."""
    first = next((s for s in page.sentences if s.kind == "body"), None)
    if first is None:
        return None
    text, states = page.report.text, _states(vocabulary)
    line = text.rfind("\n", 0, first.span.start) + 1
    start = line if first.span.start - line <= _LONGEST else first.span.start
    starts = [start, *(m.end() for m in _LATER.finditer(text, 0, max(_HEAD, start)))]
    places = (m["place"] for at in starts if (m := _PLACE.match(text[at : at + _LONGEST])))
    found = (states.get(keys_of(place)) for place in places)
    return next((f for f in found if f is not None), None) or _in_byline(text[:_HEAD], states)


def _in_byline(head: str, states: dict[tuple[str, ...], str]) -> str | None:
    """The state of the place in a line that names who writes, or when: "By A. Writer, in Port X"."""
    for line in _bylines(head):
        for piece in _PIECES.split(line.strip())[: None if _PIECES.search(line) else 0]:
            state = states.get(keys_of(_BEFORE_PLACE.sub("", piece.strip())))
            if state is not None:
                return state
    return None


def _bylines(head: str) -> Iterator[str]:
    """The lines, or ends of long ones, that begin as a byline does, or hold a date or a bar."""
    for line in head.split("\n"):
        end = line[-_LONGEST_LINE:]
        begun = _BYLINE.search(end)
        words = end if _WITH_DATE.search(end) else begun[0] if begun else ""
        if len(words) >= _SHORTEST_LINE:
            yield words


@lru_cache(maxsize=4)
def _states(vocabulary: Vocabulary) -> dict[tuple[str, ...], str]:
    """The state of each town and capital, by its words folded."""
    found = {keys_of(n): p.state for p in vocabulary.places if p.state for n in (p.name, *p.aliases)}
    found.update((keys_of(name), towns.state) for towns in vocabulary.towns for name in towns.names)
    for lengths in lexicon(vocabulary).aliases.values():
        for _, named in lengths:
            for keys, aliases in named.items():
                found.update(
                    (keys, a.name) for a in aliases if a.kind == "state" and a.form in ("capital", "seat")
                )
    return {keys: state for keys, state in found.items() if keys not in _SEATS}


@dataclass(frozen=True)
class Home:
    """The state where a report was written, and how often the report names each party.

    Attributes:
        state: the state, if the report says.
        named: how often each party is named.
        ahead: the flows of the whole report.
    """

    state: str | None
    named: Counter[str]
    ahead: Flows

    @classmethod
    def of(cls, state: str | None, scenes: tuple[Scene, ...], ahead: Flows) -> Home:
        """Count who is named."""
        points = (end_point(a) for s in scenes for a in s.actors) if state is not None else ()
        return cls(state, Counter(n for n in points if n is not None), ahead)

    def gets(self, role: str, giver: str | None) -> bool:
        """Whether it is who gets what is given, in a report that tells of nobody who does."""
        if role != "recipient" or self.state is None or any(f.whole for f in self.ahead.told):
            return False
        return all(n <= self.named[self.state] for name, n in self.named.items() if name != giver)


def fill_at_home(
    event: Event, parties: Parties, at: Home, speaker: str | None, ground: str | None = None
) -> None:
    """Fill the one end that the words leave open with the state where the report was written.

    Only where the report tells of it elsewhere, and the clause names nobody else, nor a place of another
    state where the goods arrive. It takes the place of a taker from the flow under discussion whom the report
    nowhere tells to get anything of that giver.

    Args:
        event: what the sentence tells.
        parties: those of the sentence.
        at: where the report was written.
        speaker: whose words they are.
        ground: the state on whose ground the goods arrive, where a place says it.
    """
    home, ahead = at.state, at.ahead
    if ground not in (None, home) or home is None:
        return
    if event.trigger.frame.name not in _FRAMES or home in (event.end(r) for r in ENDS):
        return
    if speaker != home and any(f.recipient == speaker and f.supplier == home for f in ahead.told):
        return  # a taker from home speaks of what others give him
    told = [f for f in ahead.told if home in (f.supplier, f.recipient)]
    missing = still_open(event) + _guessed(event, ahead, home)
    for role in missing:
        if event.other_end(role) is None or not (told or at.gets(role, event.end("supplier"))):
            continue
        if others_named(event, parties, speaker, home):
            continue
        event.why[:] = [w for w in event.why if not w.startswith(f"{role} ")]
        setattr(event, role, Link(home, "discourse", role, 0.0, event.trigger.head))
        event.why.append(f"{role} {home}, where the report was written")


def _guessed(event: Event, ahead: Flows, home: str) -> list[str]:
    """The taker's end, where only the flow under discussion fills it, against what the report tells.

    Who gives to that taker from home is not the taker of what others give: "Sylvania gave launchers too".
    """
    giver, taker = event.supplier, event.recipient
    if any(why.endswith(WHOSE) for why in event.why):
        return []
    if giver is None or taker is None or giver.slot == "discourse" or taker.slot != "discourse":
        return []
    plain = [f for f in ahead.told if f.plain and f.whole]
    known = any((f.supplier, f.recipient) == (giver.name, taker.name) for f in plain)
    told = any(home in (f.supplier, f.recipient) for f in plain)
    gives = any((f.supplier, f.recipient) == (home, taker.name) for f in plain)
    known = known or (gives and event.trigger.frame.name == "give")
    return ["recipient"] if told and not known and event.filled.anaphor is None else []
