"""Who gives a number: "X put the shells at 3,000", "X valued the deal at Y"?"""

from __future__ import annotations

from tallybook.read.attribution.cues import CueBook
from tallybook.read.attribution.saying import Saying
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_COUNTS = words_of("nouns for how much there is")


def putting(token: Token, book: CueBook) -> Saying | None:
    """Of ``X put the number of shells at 3,000``, "X valued the deal at Y", that X gives a number."""
    if token.lemma_.lower() not in _PUTTING:
        return None
    has = any(c.lower_ in ("had", "has", "have") and c.dep_ == "aux" for c in token.children)
    if not (has or token.tag_ in ("VBD", "VBZ", "VBP")):
        return None
    kind = book.verb_kind("estimate")
    speaker = next((c for c in token.children if c.dep_ == "nsubj"), None)
    noun = next((c for c in token.children if c.dep_ == "dobj"), None)
    at = any(c.lower_ == "at" and _is_sum(c) for c in token.subtree if c.i > token.i)
    if kind is None or speaker is None or noun is None or not at:
        return None
    if noun.lemma_.lower() not in _COUNTS:
        priced = any(c.lower_ == "at" and _is_price(c) for c in token.subtree if c.i > noun.i)
        kind = book.verb_kind("state") if noun.lower_ in _VALUED or priced else None
    if kind is None:
        return None
    against = (c for c in token.children if c.dep_ == "advcl" and c.i > token.i)
    last = min((c.left_edge.i for c in against), default=token.right_edge.i + 1)
    source = frozenset(t.i for t in speaker.subtree)
    content = frozenset(range(token.i + 1, last))
    return Saying(kind, token, frozenset({token.i}), source, content, speaker)


def _is_sum(at: Token) -> bool:
    """Whether "at" leads to a number: not "put four jets into service at a ceremony"."""
    behind = at.doc[at.i + 1 : min(at.i + _FIGURE, at.sent.end)]
    return any(t.like_num or t.is_currency or t.lower_ in _ROUGHLY for t in behind)


def _is_price(at: Token) -> bool:
    """Whether "at" leads to a sum of money."""
    behind = at.doc[at.i + 1 : min(at.i + _FIGURE, at.sent.end)]
    return any(t.is_currency or t.lower_ in _MONEY for t in behind)


_MONEY = frozenset(
    {"euros", "dollars", "kroner", "kronor", "pounds", "zloty", "rand", "yen", "won", "rupees"}
)
_ROUGHLY = frozenset({"dozen", "dozens", "hundreds", "thousands", "that", "half", "twice"})
_FIGURE = 8
"""Tokens among which the number stands."""

_PUTTING = frozenset({"put", "value", "price", "list", "peg", "place", "set", "quote"})
_VALUED = words_of("what a sum is put on")
