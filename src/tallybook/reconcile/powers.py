"""Of which state a government, an army, "the authorities" are, where the words do not say. Pure."""

from __future__ import annotations

import re

from tallybook.reconcile.names import Named, names_in, wide_name
from tallybook.reconcile.wording import pattern

_OWNER = 40
"""Characters before a power in which its state stands: "the United Kingdom's government"."""

_HEAD = 300
"""Characters at the beginning of a report in which it says of which state it tells."""


def power_named_before(text: str) -> Named | None:
    """The state whose power the text names last: "the Swiss government", then "the authorities"."""
    return _owner_of_last(pattern("home-powers"), text)


def ministry_named_before(text: str, department: str) -> Named | None:
    """The state of a ministry: of the one like it, or the power, that the text names last with its state.

    Where none is, the state that the report names first: its own, or the one whose news it tells.
    """
    owner = _owner_of_last(pattern(f"department-{department}"), text) or power_named_before(text)
    first = (m.named for m in names_in(text[:_HEAD]) if m.named.kind == "state")
    return owner or next(first, None)


def _owner_of_last(powers: re.Pattern[str], text: str) -> Named | None:
    for power in reversed(list(powers.finditer(text))):
        words = text[max(0, power.start() - _OWNER) : power.start()]
        named = [m for m in names_in(words) if m.named.kind == "state"]
        if named and not words[named[-1].end :].strip("’'s "):
            return named[-1].named
    return None


def home_of(flow: tuple[str | None, str | None], text: str) -> str | None:
    """The country in which a party of the flow fights; else the end of it of which the text tells first."""
    homes = {wide_name(party) for party in flow if party and wide_name(party) != party}
    if not homes:
        first = (m.named.block for m in names_in(text[:_HEAD]) if m.named.kind == "state")
        homes = {next(first, None)} & set(flow)
    return homes.pop() if len(homes) == 1 else None
