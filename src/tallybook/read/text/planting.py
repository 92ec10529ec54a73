"""How does what spaCy parsed become the plain words that the reader works with?"""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING

from tallybook.read.text.hyphens import join_hyphens
from tallybook.read.text.tree import Doc, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed

_WORDS = ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP")
"""What spaCy keeps as the number of a string."""

_SIGNS = ("IDX", "SPACY", "IS_SPACE", "IS_PUNCT", "IS_QUOTE", "IS_CURRENCY", "LIKE_NUM")
"""What it keeps as a number or as yes and no."""


_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxysz]")
"""Verbs that double their last letter before an ending: "hop" in "hopped"."""


def base_form(word: str, lemma: str) -> str:
    """The base form of a verb, where the lemmatiser cut too much: "hope" for "hopes"."""
    cut = word in (f"{lemma}es", f"{lemma}ed", f"{lemma}ing")
    return intern(f"{lemma}e") if cut and _SHORT.fullmatch(lemma) else lemma


def tree_of(parsed: Parsed, met: dict[int, str] | None = None) -> Doc:
    """The words of a text as spaCy parsed it; what is done to them later is not done to ``parsed``.

    ``met`` are strings by their numbers that need not be looked up again; those of this text are added.
    """
    doc = Doc(parsed.text)
    if not len(parsed):
        return doc
    met = {} if met is None else met
    rows = parsed.to_array([*_WORDS, *_SIGNS, "SENT_START", "HEAD"])
    numbers, signs = rows[:, : len(_WORDS)].tolist(), rows[:, len(_WORDS) : -1].tolist()
    for number in {n for row in numbers for n in row}.difference(met):
        met[number] = intern(parsed.vocab.strings[number])
    for i, (row, (*own, opens)) in enumerate(zip(numbers, signs, strict=True)):
        token = Token(doc, i, tuple([met[number] for number in row]), own)
        if token.pos_ == "VERB":
            token.lemma_ = base_form(token.lower_, token.lemma_)
        token.is_sent_start = opens == 1
        doc.append(token)
    tokens = list(doc)
    for token, steps in zip(tokens, rows[:, -1].astype("int64").tolist(), strict=True):
        token.over = tokens[token.i + steps]
    doc.settle(0, len(doc))
    join_hyphens(doc)
    return doc
