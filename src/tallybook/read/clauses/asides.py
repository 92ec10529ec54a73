"""What belongs to the verb although it stands behind an aside: "sent six jets, all of them old, to X"?"""

from __future__ import annotations

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc, Token

_LEADING = frozenset({"to", "from"})
_WITH = frozenset({"with", "between", "by"})
_ABOUT = frozenset({"on", "for", "about", "over", "to"})
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_COMMAS = 2
"""Commas around what is said by the way."""


def hang_behind_aside(doc: Doc, mention: ActorMention) -> None:
    """Hang "to" and "from" behind an aside on the verb that has an object before it."""
    _behind_apposition(doc[mention.last - 1])
    at = mention.first - 1
    if at < _COMMAS or doc[at].lower_ not in _LEADING or doc[at - 1].text != ",":
        return
    inner = doc[at].head
    verb = _verb_over(inner)
    if verb is None or sum(t.text == "," for t in doc[verb.i : at]) != _COMMAS:
        return
    thing = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < inner.i), None)
    if thing is not None and doc[at - 1].i > inner.i:
        doc[at].head, doc[at].dep_ = verb, "prep"


def _behind_apposition(name: Token) -> None:
    """Of ``talks with X, its main supplier, on buying jets``: the talks are on buying."""
    beside = next((c for c in name.children if c.dep_ == "appos" and c.i > name.i), None)
    talks = name.head.head if name.dep_ == "pobj" and name.head.lower_ in _WITH else name
    if beside is None or talks.pos_ not in ("NOUN", "VERB") or name.doc[name.i + 1].text != ",":
        return
    commas = [t.i for t in name.doc[beside.i : name.sent.end] if t.text == ","]
    about = name.doc[commas[0] + 1] if commas and commas[0] + 1 < len(name.doc) else name
    if (
        about.lower_ not in _ABOUT
        or about.dep_ not in ("prep", "dative")
        or any(c.i < about.i for c in about.children)
    ):
        return
    over = about.head
    if over in (beside, name, talks.head, talks.head.head):
        about.head, about.dep_ = talks, "prep"


def _verb_over(token: Token) -> Token | None:
    """The verb of the clause around a participle of an aside."""
    above = token.head
    while above.head != above and above.pos_ != "VERB":
        above = above.head
    return above if above != token and above.tag_ in _VERBAL and above.i < token.i else None
