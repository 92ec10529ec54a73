"""What belongs to the verb although it stands behind an aside: "sent six jets, all of them old, to X"?"""

from __future__ import annotations

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc, Token

_LEADING = frozenset({"to", "from"})
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_COMMAS = 2
"""Commas around what is said by the way."""


def hang_behind_aside(doc: Doc, mention: ActorMention) -> None:
    """Hang "to" and "from" behind an aside on the verb that has an object before it."""
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


def _verb_over(token: Token) -> Token | None:
    """The verb of the clause around a participle of an aside."""
    above = token.head
    while above.head != above and above.pos_ != "VERB":
        above = above.head
    return above if above != token and above.tag_ in _VERBAL and above.i < token.i else None
