"""Through which outlet do the nameless sources and the papers of a report speak, once it has been said?

"Four officials told X ... one of the officials said": he said it to X. "X writes about it" behind what a
minister said: X carries the minister's words.
"""

from __future__ import annotations

from tallybook.read.attribution.carried import points_back
from tallybook.read.attribution.governed import child
from tallybook.read.attribution.phrases import has_article
from tallybook.read.attribution.saying import Saying
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.told import Told
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_NAMELESS = words_of("nameless sources")
_PAPERS = words_of("papers that are quoted")
_SAME = frozenset({"same", "second", "third", "other", "another", "latter", "former", "one"})


def may_be_pooled(saying: Saying) -> frozenset[str]:
    """The words for sources of which this one may be one again; none where it is somebody new."""
    token = saying.speaker
    if token is None or token.pos_ == "PROPN" or _told_somebody(saying.head):
        return frozenset()
    kind = next((k for k in (_NAMELESS, _PAPERS) if token.lemma_.lower() in k), frozenset[str]())
    again = has_article(token, "the", "this", "these", "that") or any(
        t.lower_ in _SAME for t in (token, *token.children)
    )
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    inner = child(of, "pobj") if of is not None else None
    if inner is not None and inner.lower_ == "them" and (token.lower_ in _SAME or token.tag_ == "CD"):
        return _NAMELESS  # "one of them"
    if inner is not None and (token.lower_ in _SAME or token.tag_ == "CD"):  # "one of the officials"
        return next((k for k in (_NAMELESS, _PAPERS) if inner.lemma_.lower() in k), frozenset[str]())
    return kind if again else frozenset()


def _told_somebody(verb: Token) -> bool:
    """Whether the cue itself says who was told: "told reporters"."""
    return verb.lemma_ in ("tell", "inform") and child(verb, "dobj", "dative") is not None


def pointed_at(one: Told, told: list[Told], words: SourceWords) -> list[Told]:
    """What an outlet carries that only points back: all that was told in the sentences before."""
    if not points_back(one, words):
        return []
    sentence = one.passage.sentence(one.saying.head)
    told = [t for t in told if t.saying.kind.act in ("statement", "belief", "evidence")]
    here = [t for t in told if t.passage is one.passage and t.at < sentence.start]
    if here or sentence.start > one.passage.offset + 2:
        return here
    before = [t for t in told if t.passage.offset < one.passage.offset]
    last = max((t.passage.offset for t in before), default=-1)
    return [t for t in before if t.passage.offset == last]
