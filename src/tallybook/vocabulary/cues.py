"""Words with which a report says who says, thinks, wants or shows something."""

from __future__ import annotations

from typing import Literal

from tallybook.model import Certainty
from tallybook.vocabulary.loader import Entry

Part = Literal["verb", "noun", "adjective"]
Act = Literal[
    "statement",
    "belief",
    "perception",
    "evidence",
    "question",
    "request",
    "intention",
    "desire",
    "judgement",
    "publication",
    "circumstance",
    "support",
]
"""What words tell of. ``circumstance`` and ``support`` stand beside reporting words and report nothing."""
Takes = Literal["clause", "quote", "to", "object", "gerund", "whole"]


class Cue(Entry, frozen=True, kw_only=True):
    """Reporting words of one kind that open their content in the same ways.

    Attributes:
        part: part of speech of the head word.
        act: the attitude that the words tell of.
        certainty: what a claim told with them commits to, before hedges inside the claim.
        takes: how the content may stand beside them; ``whole`` is an object and what is said of it.
        prepositions: those that open the content ("spoke of").
        addressee: the object is who is spoken to and never content.
        adverbial: the noun reports a whole sentence from a phrase beside it ("in the view of").
        words: base forms; in those of several words the first is the head and the rest hang on it.
    """

    part: Part
    act: Act
    certainty: Certainty
    takes: tuple[Takes, ...] = ()
    prepositions: tuple[str, ...] = ()
    addressee: bool = False
    adverbial: bool = False
    words: tuple[str, ...]
