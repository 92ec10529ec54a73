"""Where was a report written? The state of the place before its first words: "LIMA, 3 March (Andes Wire) --".

A report from a state's capital often tells of "the navy" or of "four jets from Sweden" without saying whose
navy it is, or where the jets go.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.discourse.flows import Flows
from tallybook.read.discourse.pointing import still_open
from tallybook.read.discourse.topic import others_named
from tallybook.read.mentions.aliases import lexicon
from tallybook.read.page import Page
from tallybook.read.text.lettering import keys_of
from tallybook.vocabulary import Vocabulary

_LONGEST = 160
"""Characters that such words have at most."""

_PLACE = re.compile(
    r"\s*(?:date \S+\s+)?(?P<place>[A-Z][\w.'’ -]{2,30}?)"
    r"(?:\s*[,/][^—–:(\n]{0,40})?\s*(?:\([^)\n]{0,50}\)\s*)?(?:—|–|--|:|-\s|\.\s/|\||$)"
)
"""The place before a date, an agency in brackets, and a dash or a colon."""

_FRAMES = frozenset({"arrive", "come", "deal", "get", "give", "ordered", "seek"})
"""Frames whose words can do without both ends at home."""


def written_at(page: Page, vocabulary: Vocabulary) -> str | None:
    """The state in which a report says that it was written; ``None`` where it does not say."""
    first = next((s for s in page.sentences if s.kind == "body"), None)
    if first is None:
        return None
    text = page.report.text
    line = text.rfind("\n", 0, first.span.start) + 1
    start = line if first.span.start - line <= _LONGEST else first.span.start
    place = _PLACE.match(text[start : start + _LONGEST])
    return _states(vocabulary).get(keys_of(place["place"])) if place is not None else None


@lru_cache(maxsize=4)
def _states(vocabulary: Vocabulary) -> dict[tuple[str, ...], str]:
    """The state of each town and capital, by its words folded."""
    found = {keys_of(name): towns.state for towns in vocabulary.towns for name in towns.names}
    for lengths in lexicon(vocabulary).aliases.values():
        for _, named in lengths:
            for keys, aliases in named.items():
                found.update(
                    (keys, a.name) for a in aliases if a.kind == "state" and a.form in ("capital", "seat")
                )
    return found


def fill_at_home(event: Event, parties: Parties, home: str | None, ahead: Flows, speaker: str | None) -> None:
    """Fill the one end that the words leave open with the state where the report was written.

    Only where the report tells of it elsewhere, and the clause names nobody else. It takes the place of a
    taker from the flow under discussion whom the report nowhere tells to get anything of that giver.

    Args:
        event: what the sentence tells.
        parties: those of the sentence.
        home: the state where the report was written.
        ahead: the flows of the whole report.
        speaker: whose words they are.
    """
    if home is None or event.trigger.frame.name not in _FRAMES or home in (event.end(r) for r in ENDS):
        return
    told = [f for f in ahead.told if home in (f.supplier, f.recipient)]
    missing = still_open(event) + _guessed(event, ahead, home)
    for role in missing:
        if event.other_end(role) is None or not told or others_named(event, parties, speaker, home):
            continue
        event.why[:] = [w for w in event.why if not w.startswith(f"{role} ")]
        setattr(event, role, Link(home, "discourse", role, 0.0, event.trigger.head))
        event.why.append(f"{role} {home}, where the report was written")


def _guessed(event: Event, ahead: Flows, home: str) -> list[str]:
    """The taker's end, where only the flow under discussion fills it, against what the report tells.

    Who gives to that taker from home is not the taker of what others give: "Sylvania gave launchers too".
    """
    giver, taker = event.supplier, event.recipient
    if giver is None or taker is None or giver.slot == "discourse" or taker.slot != "discourse":
        return []
    plain = [f for f in ahead.told if f.plain and f.whole]
    known = any((f.supplier, f.recipient) == (giver.name, taker.name) for f in plain)
    told = any(home in (f.supplier, f.recipient) for f in plain)
    gives = any((f.supplier, f.recipient) == (home, taker.name) for f in plain)
    known = known or (gives and event.trigger.frame.name == "give")
    return ["recipient"] if told and not known and event.filled.anaphor is None else []
