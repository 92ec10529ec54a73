"""What stands before a source behind which the sentence goes on: "X sent Y, the army said: the Z was"?"""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.read.attribution.cues import Found
from tallybook.read.attribution.saying import Saying, verb_group
from tallybook.read.attribution.setoff import last_name
from tallybook.read.text.tree import TENSED, Token

_LONGEST = 14
"""Tokens that the name of such a source may take."""

_BEHIND = 7
"""Tokens that may tell when and to whom it was said."""

_GOES_ON = frozenset(
    {
        *("and", "but", "while", "whereas", "who", "whose", "which", "adding", "though", "although"),
        *("with", "citing", "quoting", "referring", "drawing", "pointing", "based", "without"),
    }
)
_NO_SOURCES = frozenset(
    {
        *("which", "that", "who", "whom", "what", "where", "when", "if", "as", "because", "while", "whereas"),
        *("and", "but", "or", "nor", "so", "there", "this", "these", "those", "it", "they", "we", "you"),
    }
)
_NO_CLAUSE = frozenset(
    {
        *("if", "when", "as", "after", "although", "though", "while", "because", "before", "since"),
        *("which", "who", "whose", "where", "that"),
    }
)


def set_before(words: Found, read: Sequence[Saying]) -> Saying | None:
    """The clause before a source and its cue, where none of what was ``read`` of the cue holds it.

    The sentence goes on behind a colon, which is said too, or behind a semicolon or a comma.
    """
    verb = words.head
    kind = words.takes("clause")
    if kind is None or kind.part != "verb" or kind.act not in ("statement", "evidence"):
        return None
    group = verb_group(verb) | {t.i for t in words.parts}
    if not any(verb.doc[i].tag_ in TENSED for i in group):
        return None
    stop = _stop(verb, max(group))
    first = _source(verb, min(group))
    if stop is None or first is None or any(s.content and min(s.content) < first for s in read):
        return None
    doc, sent = verb.doc, verb.sent
    cut = next((t.i + 1 for t in reversed(doc[sent.start : first - 1]) if t.text == ";"), sent.start)
    before = range(cut, first - 1)
    if not _tells_by_itself(doc[cut : first - 1]):
        return None
    own = frozenset(i for i in range(first, verb.i) if i not in group and doc[i].pos_ != "ADV")
    content = {*before, *range(stop + 1, sent.end)} if doc[stop].text == ":" else {*before}
    speaker = last_name([doc[i] for i in sorted(own)])
    return Saying(kind, verb, frozenset(group), own, frozenset(content), speaker)


def _stop(verb: Token, last: int) -> int | None:
    """Where the aside ends: before a colon, a semicolon, or a comma behind which the sentence goes on."""
    doc, end = verb.doc, verb.sent.end
    for token in doc[last + 1 : min(last + 1 + _BEHIND, end)]:
        if token.text in (";", ":"):
            return token.i
        if token.text == ",":
            return token.i if token.i + 1 < end and doc[token.i + 1].lower_ in _GOES_ON else None
        if token.tag_ in TENSED or token.lower_ in _NO_SOURCES or token.text in ('"', "“", "``"):
            return None
    return None


def _source(verb: Token, last: int) -> int | None:
    """Where the words between a comma and the cue begin, if they name who speaks."""
    doc, at = verb.doc, last - 1
    while at > verb.sent.start and last - at <= _LONGEST and doc[at].text != ",":
        at -= 1
    source = doc[at + 1 : last]
    if doc[at].text != "," or at <= verb.sent.start or not source or _tells(source):
        return None
    if source[0].lower_ in _NO_SOURCES or source[0].pos_ in ("ADP", "VERB", "SCONJ", "CCONJ"):
        return None
    return at + 1 if source[-1].pos_ in ("NOUN", "PROPN", "PRON") else None


def _tells_by_itself(tokens: Sequence[Token]) -> bool:
    """Whether a verb tells something outside any clause that only says when or which."""
    under = told = False
    for token in tokens:
        if token.lower_ in _NO_CLAUSE:
            under, told = True, False
        elif token.tag_ in TENSED:
            if not under:
                return True
            told = True
        elif token.text == "," and told:
            under = False
    return False


def _tells(tokens: Sequence[Token]) -> bool:
    return any(t.tag_ in TENSED for t in tokens)
