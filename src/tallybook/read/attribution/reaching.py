"""How much of its sentence does a cue speak for that stands beside or behind what it reports?"""

from __future__ import annotations

from tallybook.model import Span
from tallybook.read.attribution.complements import introduced_by_as
from tallybook.read.attribution.told import Told
from tallybook.read.text.tree import TENSED, Token


def reach_of(told: Told) -> tuple[Span, ...]:
    """The whole sentence of a cue that stands beside or behind what it reports."""
    saying = told.saying
    head = saying.head
    found = head.lemma_ == "find" and bool(told.content) and told.content[0].start < told.at
    if saying.kind.part != "verb" or not (saying.kind.act in _BESIDE or found) or not saying.cue:
        return ()
    if saying.speaker is None and not any(c.lower_ == "it" for c in head.children):
        return ()  # "a base that is believed to be"
    if head.dep_ == "relcl" and saying.speaker is not None and saying.speaker.i < head.i:
        return ()  # "X, which Y said was ready, will buy Z"
    if _of_a_noun(told):
        return ()  # "jets that, experts think, came from X"
    behind = bool(told.content) and told.content[0].start < told.at
    if behind or head.lower_ == "according" or _set_off_behind(told):
        return (_part(told),)
    return ()


def _of_a_noun(told: Told) -> bool:
    """Whether all that is told stands in a clause on a noun, whose pronoun the commas cut off from it."""
    saying, doc = told.saying, told.passage.doc
    first = min(saying.content, default=saying.head.i)
    return doc[first].tag_ in ("WDT", "WP") and saying.head.sent.start < first < saying.head.i


def _part(told: Told) -> Span:
    """The sentence of a cue, from the last semicolon before it; of an aside to the first behind it."""
    saying, whole = told.saying, told.passage.sentence(told.saying.head)
    before = saying.head.doc[saying.head.sent.start : min(saying.cue | saying.source)]
    last = next((t for t in reversed(before) if t.text == ";"), None)
    content = [i for i in saying.content if last is not None and i < last.i]
    start = told.passage.at(last) + 1 if last is not None and not content else whole.start
    after = [t for t in saying.head.sent if t.text == ";" and t.i > max(saying.cue | saying.source)]
    after = after[:1] if introduced_by_as(saying.head) else []  # "..., as X boasted; Y has come too"
    ends = [told.passage.at(t) for t in after if not any(i > t.i for i in saying.content)]
    return Span(start, min([whole.end, *ends, *(told.passage.at(t) for t in _when(saying.head))]))


def _when(cue: Token) -> list[Token]:
    """Where clauses begin that tell behind a cue when it was said: "X said when the first tanks came"."""
    clauses = (c for c in cue.children if c.dep_ == "advcl" and c.left_edge.i > cue.i)
    return [c.left_edge for c in clauses if c.left_edge.lower_ in ("when", "after", "before")]


_BESIDE = frozenset({"statement", "belief", "evidence"})


def _set_off_behind(told: Told) -> bool:
    """Whether a clause with its own verb and a comma stand before source and cue ("X has Y, Z reported")."""
    saying, doc = told.saying, told.passage.doc
    first, start = min(saying.cue | saying.source), saying.head.sent.start
    if any(c.dep_ == "ccomp" and c.i > saying.head.i for c in saying.head.children):
        return False
    return doc[first - 1].text == "," and any(t.tag_ in TENSED for t in doc[start : first - 1])
