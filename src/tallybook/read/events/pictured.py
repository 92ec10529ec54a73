"""Do pictures show who used what was found in them: "identified mortars in footage of attacks by the rebels"?"""

from __future__ import annotations

from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PICTURES = words_of("pictures")
_INSIDE = frozenset({"in", "on", "from"})


def is_pictured(filled: Filled) -> bool:
    """Whether a noun of using arms, by somebody who is named, says what pictures are of."""
    use = filled.trigger.head
    doers = (k for k in filled.links if k.role == "recipient" and k.mention is not None)
    return filled.trigger.frame.name == "use" and filled.trigger.hit.form == "noun" and any(doers) and _of(use)


def _of(use: Token) -> bool:
    """Whether a noun hangs on that of pictures in which something is."""
    over = use.head.head
    shown = use.dep_ == "pobj" and use.head.lower_ in ("of", "from", "after") and noun_lemma(over) in _PICTURES
    return shown and over.dep_ == "pobj" and over.head.lower_ in _INSIDE
