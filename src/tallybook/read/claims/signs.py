"""What says that a report is about arms that change hands, beside the sentences that tell of it?

One sentence may leave out whose the arms were or where they went. That the same two sides stand at both ends
again, that somebody denies it, or that the report speaks of smugglers, cargoes and embargoes, tells it from
news of drills, launches and battles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tallybook.model import Claim, Stage
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.vocabulary.wordlists import words_of

_TRADE = words_of("words of the trade in arms")

AGAIN = 2
"""How often the same two sides must stand at both ends, and how many words of the trade say what it is."""


def count_signs(written: Sequence[Event], claims: Sequence[Claim], scenes: Sequence[Scene]) -> int:
    """How many signs there are that a report tells of transfers."""
    signs = (_same_sides(written), _denied(claims), _speaks_of_trade(scenes))
    return sum(signs)


def _same_sides(written: Sequence[Event]) -> bool:
    """Whether two events or more have the same giver and taker, who are told in one of them."""
    whole = [e for e in written if all(e.end(role) for role in ENDS)]
    often = Counter((e.end("supplier"), e.end("recipient")) for e in whole)
    told = {(e.end("supplier"), e.end("recipient")) for e in whole if _told(e)}
    return any(often[flow] >= AGAIN for flow in told)


def _told(event: Event) -> bool:
    return any(k is not None and k.slot != "discourse" for k in (event.supplier, event.recipient))


def _denied(claims: Sequence[Claim]) -> bool:
    return any(c.stage is Stage.DENIED_TRANSFER for c in claims)


def _speaks_of_trade(scenes: Sequence[Scene]) -> bool:
    """Whether several words speak of arms that are traded, smuggled or kept from somebody."""
    telling = [s for s in scenes if not (s.lemmas | s.words).isdisjoint(_TRADE)]
    words = [t for s in telling for t in s.tokens if t.pos_ in ("NOUN", "PROPN", "VERB")]
    named = {form for t in words for form in (t.lower_, noun_lemma(t), verb_lemma(t))}
    return len(named & _TRADE) >= AGAIN
