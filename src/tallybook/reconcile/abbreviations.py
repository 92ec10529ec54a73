"""What an abbreviation stands for, where its report spells it out: "the National Coast Watch (NCW)". Pure."""

from __future__ import annotations

import re

from tallybook.reconcile.names import whole_name

_SHORT = re.compile(r"[A-Z]{3,7}")
_LONG = 9
"""Words that a name may have before its abbreviation."""


def spelled_out(words: str, text: str) -> str | None:
    """What an abbreviation stands for in ``text``; ``None`` where it is known, or not spelled out."""
    words = words.removeprefix("the ").removeprefix("The ")
    if not _SHORT.fullmatch(words) or whole_name(words) is not None:
        return None
    before, found, _ = text.partition(f"({words})")
    name: list[str] = []
    for word in reversed(before.split()[-_LONG:] if found else ()):
        name.insert(0, word)
        if "".join(w[0] for w in name if w[0].isupper()) == words:
            return " ".join(name)
    return None
