"""Whose account does a label before a colon give: "A count by the panel: ...", "The army's tally: ..."?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tallybook.model import Span
from tallybook.read.attribution.speakers import Speakers
from tallybook.read.attribution.told import Passage
from tallybook.vocabulary.wordlists import words_of

_NOUNS = "|".join(sorted(words_of("nouns for accounts under a label")))
_OPENS = r"(?:^|(?<=[-–—] )|(?<=\d ))(?:From |According to )?"
"""A label opens a sentence, or follows the place and day that open a report."""

_BY = re.compile(rf"{_OPENS}(?:[\w’'-]+ ){{0,3}}?(?P<noun>{_NOUNS}) (?:by|from|of) (?P<whose>[^,:;]+)$", re.I)
_WHOSE = re.compile(rf"{_OPENS}(?P<whose>[^,:;]+?)['’]s? (?:[\w-]+ ){{0,2}}?(?P<noun>{_NOUNS})$", re.I)
_LONGEST = 100
"""Characters from the beginning of a sentence to its colon."""


@dataclass(frozen=True)
class Account:
    """Whose account it is, where his name stands, and the tokens of its noun and of what it says."""

    whose: str
    span: Span
    cue: tuple[int, ...]
    content: range


def accounts_in(passage: Passage, speakers: Speakers) -> Iterator[Account]:
    """The accounts that labels of a paragraph name together with whose they are."""
    for sentence in passage.doc.sents:
        colon = next((t for t in sentence if t.text == ":"), None)
        if colon is None or colon.i + 1 >= sentence.end or colon.idx - sentence.start_char > _LONGEST:
            continue
        label = passage.doc.text[sentence.start_char : colon.idx].rstrip()
        found = _BY.search(label) or _WHOSE.search(label)
        if found is None or not (speakers.words.names_office(found["whose"]) or _is_name(found["whose"])):
            continue
        begin = passage.offset + sentence.start_char
        noun, whose = begin + found.start("noun"), begin + found.start("whose")
        cue = tuple(t.i for t in sentence if passage.at(t) == noun)
        span = Span(whose, whose + len(found["whose"]))
        yield Account(found["whose"], span, cue, range(colon.i + 1, sentence.end))


def _is_name(whose: str) -> bool:
    """Whether a name stands there, and no day or goods: "the Institute for Peace", "Bedonia Times"."""
    return sum(w[:1].isupper() for w in whose.split()) > 1
