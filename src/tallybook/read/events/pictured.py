"""Do pictures show who used what was found in them: "identified guns in footage of attacks by X"?"""

from __future__ import annotations

from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PICTURES = words_of("pictures")
_INSIDE = frozenset({"in", "on", "from"})


def is_pictured(filled: Filled) -> bool:
    """Whether a noun of using arms, by somebody who is named, says what pictures are of."""
    if filled.trigger.frame.name != "use" or filled.trigger.hit.form != "noun":
        return False
    named = any(k.role == "recipient" and k.mention is not None for k in filled.links)
    return named and _of(filled.trigger.head)


def _of(use: Token) -> bool:
    """Whether a noun hangs on that of pictures in which something is."""
    over = use.head.head
    led = use.dep_ == "pobj" and use.head.lower_ in ("of", "from", "after")
    return led and noun_lemma(over) in _PICTURES and over.dep_ == "pobj" and over.head.lower_ in _INSIDE
