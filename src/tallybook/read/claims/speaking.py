"""For which state does "its ministry" speak, where only what it tells shows whose it is?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.model import Source
from tallybook.read.claims.telling import Told
from tallybook.read.clauses.event import Event
from tallybook.vocabulary.wordlists import words_of

_OWN = frozenset({"its", "their", "his", "her"})
_LANDS = ("the country's ", "the country’s ")


def with_state(told: Told, event: Event) -> Told:
    """How a claim is told, the source's state found by whose body it is: "X sold none, its ministry said".

    Args:
        told: how the words are told; kept where the state is known, or nobody is named.
        event: what they tell; "its" is that of the party that stands at the subject.
    """
    if told.state is not None or told.source is None:
        return told
    words = f"{told.source.title or ''} {told.source.name}".lower()
    own = any(w in _OWN for w in words.split()) or any(land in words for land in _LANDS)
    own = own or _is_home_office(told.source)
    doer = next((k for k in (event.supplier, event.recipient) if k is not None and k.slot == "subject"), None)
    others = doer is not None and doer.token.lower_ == "they"  # "They will send guns, the minister said"
    return replace(told, state=doer.name) if own and doer is not None and not others else told


def _is_home_office(source: Source) -> bool:
    """Whether an office or a ministry is called so without any name: "the defence ministry said"."""
    words = (source.title or source.name).lower().replace("-", " ").split()
    return bool(words) and all(w in _OFFICES for w in words)


_OFFICES = words_of("words for an office without a name")
