"""Which source do commas set into the clause that it tells: "X, she recalled, has Y"?"""

from __future__ import annotations

from tallybook.read.attribution.cues import Found
from tallybook.read.attribution.governed import comes_out
from tallybook.read.attribution.saying import Saying, verb_group
from tallybook.read.attribution.setoff import last_name
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.cues import Cue

_LONGEST = 9
"""Tokens that the name of such a source may take."""

_BEHIND = 7
"""Tokens that may tell when and to whom it was said."""

_COUNTING = frozenset(
    {"calculate", "count", "document", "find", "indicate", "record", "show", "suggest", "tally"}
)
_TO_ALL = frozenset({"assure", "promise", "warn"})
"""Verbs that need not name who is spoken to."""

_EDGES = (",", "—", "–")
_NO_SPEAKERS = frozenset({"which", "that", "who", "whom", "what", "there", "and", "but", "or", "if", "when"})
_TOLD = frozenset({"this", "that", "these", "those", "it", "them", "him", "her", "so"})
_NOT_IN_SOURCES = frozenset({"VERB", "AUX", "CCONJ", "SCONJ"})


def interposed(words: Found) -> Saying | None:
    """A ", she recalled," between the parts of one clause, whatever the parser made of it.

    Nothing before it tells what happens, and what stands behind it does.
    """
    kind = words.takes("clause")
    verb = words.head
    counts = kind is not None and kind.act == "evidence" and words.head.lemma_ in _COUNTING
    if kind is None or kind.part != "verb" or not (counts or kind.act in ("statement", "belief")):
        return None
    if (by_nobody := _by_nobody(words, kind)) is not None:
        return by_nobody
    addressed = words.addressee and verb.lemma_ not in _TO_ALL
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or addressed or _tells_it_itself(verb):
        return None
    doc, sent = verb.doc, verb.sent
    last = max(t.i for t in words.parts)
    stop = next((t.i for t in doc[last + 1 : min(last + _BEHIND, sent.end)] if t.text in _EDGES), None)
    if stop is not None and verb.i > sent.start and doc[verb.i - 1].text in _EDGES:
        return _turned(kind, verb, last, stop)
    first = _first(verb)
    if stop is None or first is None or any(_tells(t) or t.lower_ == "that" for t in doc[last + 1 : stop]):
        return None
    source = doc[first : verb.i]
    opening, rest = doc[sent.start : first - 1], doc[stop + 1 : sent.end]
    if not opening or any(_tells(t) for t in opening) or not any(_tells(t) for t in rest):
        return None
    if opening[0].lower_ in ("as", "if", "when", "while") or rest[0].lower_ in ("and", "but", "adding"):
        return None
    own = frozenset(t.i for t in source if t.dep_ not in ("aux", "neg") and t.pos_ != "ADV")
    cue = frozenset({*verb_group(verb), *(t.i for t in words.parts)})
    content = frozenset(t.i for t in (*opening, *rest))
    return Saying(kind, verb, cue - content, own - cue, content, last_name([doc[i] for i in sorted(own)]))


def _by_nobody(words: Found, kind: Cue) -> Saying | None:
    """An ", it was reported earlier," between the parts of one clause."""
    verb = words.head
    doc, sent = verb.doc, verb.sent
    group = verb_group(verb) | {t.i for t in words.parts}
    first = min(group) - 1
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)
    if not (passive or kind.act == "statement") or first <= sent.start + 1 or doc[first].lower_ != "it":
        return None
    if not passive and not (verb.tag_ in ("VBD", "VBZ") and comes_out(verb)):
        return None
    last = max(group)
    stop = next((t.i for t in doc[last + 1 : min(last + _BEHIND, sent.end)] if t.text in _EDGES), None)
    if stop is None or doc[first - 1].text not in _EDGES or any(_tells(t) for t in doc[last + 1 : stop]):
        return None
    opening, rest = doc[sent.start : first - 1], doc[stop + 1 : sent.end]
    if any(_tells(t) for t in opening) or not any(_tells(t) for t in rest):
        return None
    content = frozenset(t.i for t in (*opening, *rest))
    return Saying(kind, verb, frozenset({first, *group}), frozenset(), content, None)


def _tells_it_itself(verb: Token) -> bool:
    """Whether what is said hangs on the cue: ", Ruritania denies sending any, though"."""
    told = (c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i)
    return any(c.tag_ == "VBG" for c in told)


def _turned(kind: Cue, verb: Token, last: int, stop: int) -> Saying | None:
    """A ", say the officers," between the parts of a clause."""
    doc, sent = verb.doc, verb.sent
    source, opening, rest = doc[last + 1 : stop], doc[sent.start : verb.i - 1], doc[stop + 1 : sent.end]
    if len(source) == 0 or source[0].lower_ in _TOLD:
        return None  # "X announced this, the Star reports"
    head = next((t for t in source if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    if head is None or any(t.pos_ in _NOT_IN_SOURCES for t in source) or source[0].pos_ == "ADP":
        return None
    if not opening or any(_tells(t) for t in opening) or not any(_tells(t) for t in rest):
        return None
    while head.dep_ in ("compound", "poss", "nmod") and last < head.head.i < stop:
        head = head.head
    content = frozenset(t.i for t in (*opening, *rest))
    cue = frozenset(range(verb.i, last + 1))
    return Saying(kind, verb, cue, frozenset(t.i for t in source), content, head)


def _tells(token: Token) -> bool:
    return token.tag_ in TENSED


def _first(verb: Token) -> int | None:
    """Where the words between the comma before the cue and the cue begin, if they name a speaker."""
    doc, at = verb.doc, verb.i - 1
    while at > verb.sent.start and verb.i - at <= _LONGEST and doc[at].text not in _EDGES:
        at -= 1
    source = doc[at + 1 : verb.i]
    if doc[at].text not in _EDGES or not source or source[0].lower_ in _NO_SPEAKERS:
        return None
    named = [t for t in source if t.dep_ not in ("aux", "neg")]
    if any(t.pos_ in _NOT_IN_SOURCES or t.tag_ in ("WDT", "WP") for t in named) or source[0].pos_ == "ADP":
        return None
    return at + 1 if any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in named) else None
