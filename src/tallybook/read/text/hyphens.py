"""Which words does a hyphen join that the parser hung side by side: "its vice-president told"?"""

from __future__ import annotations

from tallybook.read.text.tree import Doc

_JOINED = frozenset({"NOUN", "PROPN"})


def join_hyphens(doc: Doc) -> None:
    """Hang what stands before a hyphen on the noun behind it, in place, where both hang on one word alike."""
    for hyphen in doc[1:-1]:
        if hyphen.text != "-":
            continue
        first, last = hyphen.nbor(-1), hyphen.nbor()
        glued = not hyphen.whitespace_ and not first.whitespace_
        if not glued or first.head != last.head or first.dep_ != last.dep_ or last.pos_ not in _JOINED:
            continue
        if first.head in (first, last, hyphen) or first.pos_ not in _JOINED:
            continue
        for part in (first, hyphen, *(c for c in first.children if c is not hyphen)):
            part.head = last
        first.dep_, hyphen.dep_ = "compound", "punct"
