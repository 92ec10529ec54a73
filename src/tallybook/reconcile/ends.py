"""Which party stands at an end of a flow: forces are their state, fighters without a name their country."""

from __future__ import annotations

from collections.abc import Mapping

from tallybook.reconcile.names import names_in, whole_name
from tallybook.reconcile.wording import touches


def end_of(name: str | None, names: Mapping[str, str]) -> str | None:
    """The party at an end of a flow: forces of a state are that state ("the Sudanese army").

    Fighters whom nobody names are found under their country ("militias in Iraq"): any of it may be meant.
    """
    if not name:
        return name
    stays = names.get(name, name)
    named = whole_name(stays)
    if named is None:
        return _home_of(stays) or stays
    return named.block if named and named.kind == "body" and named.what == "forces" else stays


def _home_of(words: str) -> str | None:
    """The country of a party that has no name of its own but what it is: "militias in Iraq"."""
    states = {m.named.name for m in names_in(words) if m.named.kind == "state"}
    return next(iter(states)) if len(states) == 1 and touches("some-fighters", words) else None
