"""Which quotation says no to what was just told: “Never,” X said?"""

from __future__ import annotations

import re

from tallybook.read.clauses.scene import Scene
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

_NO = "|".join(re.escape(words) for words in sorted(words_of("words that say no"), key=len, reverse=True))
_LEAST = "|".join(sorted({w for entry in load().denials for w in entry.least}))
_NOT_ONE = rf"(?:not|nor|never) (?:(?:so much as |even )?(?:one|an?|a single|one single)) (?:{_LEAST})"
_BEFORE = r"no|oh|well|that['’]s|that is|it['’]s|it is|this is|all|pure|utter|complete|total|absolute"
_SAID = rf"(?:{_NO}|{_NOT_ONE})(?:,? (?:no|never|of course not))?"
_AND = rf"(?:(?:,| and) (?:{_BEFORE} )?(?:{_NO}))*"
_RETORT = re.compile(
    rf"[\"“„‘'«](?P<said>(?:(?:{_BEFORE})[,.]? )*{_SAID}{_AND})[.,!]*[\"”’'»]",
    re.I,
)
_FEW = 12
"""Letters of the shortest sentence that may hold a retort and who makes it."""


def find_retort(scene: Scene) -> tuple[int, int] | None:
    """The tokens of a quotation that says no more than no, where the sentence holds somebody's words."""
    if len(scene.tokens) < 2 or not any(t.is_quote or t.text in "‘’" for t in scene.tokens):
        return None
    first = scene.tokens[0]
    text = first.doc.stretch(first.i, scene.tokens[-1].i + 1)
    found = _RETORT.search(text.text)
    if found is None or len(text.text) < _FEW:
        return None
    said = text.covering(found.start("said"), found.end("said"))
    return (int(said.start), int(said.end)) if said is not None else None
