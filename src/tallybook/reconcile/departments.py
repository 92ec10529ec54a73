"""For which part of a government somebody speaks: the foreign ministry, the presidency, parliament. Pure.

Two parts of one government are two origins, though never independent ones.
"""

from __future__ import annotations

from functools import lru_cache

from tallybook import vocabulary
from tallybook.reconcile.wording import pattern, set_names

_SETS = "department-"
_SEVERAL = "then"
"""In the vocabulary's words for an office: there was another one after it."""


def department_of(*told: str | None) -> str | None:
    """The part of a government that the first telling words name first; ``None`` where none names any."""
    return next((found for words in told if words and (found := _named_in(words))), None)


@lru_cache(maxsize=20_000)
def _named_in(words: str) -> str | None:
    found = [(m.start(), name) for name in set_names(_SETS) if (m := pattern(name).search(words))]
    return min(found)[1].removeprefix(_SETS) if found else None


@lru_cache(maxsize=1)
def _offices() -> dict[str, str]:
    people = vocabulary.load().people
    return {one.name: one.office for one in people if _SEVERAL not in one.office.split()}


def office_of(person: str | None) -> str | None:
    """The one office that somebody widely known held or holds."""
    return _offices().get(person) if person else None
