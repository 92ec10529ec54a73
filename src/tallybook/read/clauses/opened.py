"""Where did the parser take the subject of a clause for a part of the phrase that opens it?

"By their account Ruritania, Sylvania and Graustark keep sending", "Since the war of 2020 Ruritania has".
"""

from __future__ import annotations

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc, Token

_YEAR = 4
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def free_subject(doc: Doc, mention: ActorMention) -> None:
    """Hang the party behind an opening phrase on the verb that it is the subject of, in place."""
    name = doc[mention.last - 1]
    _turned(doc, mention, name)
    if name.dep_ != "pobj" or name.head.pos_ not in ("ADP", "SCONJ") or mention.first < 1:
        return
    if doc[mention.first - 1] != name.head:
        _second_object(name)
        _behind_year(doc, mention, name)


def _turned(doc: Doc, mention: ActorMention, name: Token) -> None:
    """Of ``Should X sell``: the word in front is no part of the name, but sets a condition."""
    first = doc[mention.first - 1] if mention.first else name
    if first.head == name and first.dep_ == "compound" and first.lower_ == "should" and first.is_sent_start:
        first.head, first.dep_, first.pos_, first.tag_ = name.head, "aux", "AUX", "MD"


def _second_object(name: Token) -> None:
    """Of ``By their account X, Y and Z send``: a preposition has one object."""
    preposition = name.head
    verb = preposition.head
    opens = preposition.is_sent_start and verb.pos_ in ("VERB", "AUX") and verb.i > name.i
    if not opens or not any(c.dep_ == "pobj" and c.i < name.i for c in preposition.children):
        return
    later = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(c.i < name.i for c in later):
        return
    name.head, name.dep_ = verb, later[0].dep_ if later else "nsubj"
    for token in later:
        token.head, token.dep_ = name, "conj"


def _behind_year(doc: Doc, mention: ActorMention, name: Token) -> None:
    """Of ``Since the war of 2020 X has``: the year belongs to the war, the party to what follows."""
    year, of = doc[mention.first - 1], name.head
    finite = doc[mention.last] if mention.last < len(doc) else name
    if not (year.text.isdigit() and len(year.text) == _YEAR) or finite.tag_ not in _FINITE:
        return
    verb = finite.head if finite.dep_ in ("aux", "auxpass") else finite
    before = next((c for c in verb.children if c.dep_.startswith("nsubj") and c.i < of.i), None)
    if verb.i <= name.i or year.head not in (of, name):
        return
    marks = [c for c in verb.children if c.dep_ == "mark" and before is not None and c.i < before.i]
    if before is not None and not marks:
        return
    year.head, year.dep_ = of, "pobj"
    name.head, name.dep_ = verb, before.dep_ if before is not None else "nsubj"
    if before is not None:
        marks[0].dep_, marks[0].pos_ = "prep", "ADP"
        before.head, before.dep_ = marks[0], "pobj"
