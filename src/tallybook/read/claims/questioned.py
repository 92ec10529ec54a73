"""Does the answer to a question say no: "Asked whether X sold Y jets, he said there was no proof of it"?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ASKING = frozenset({"ask", "press", "query", "question"})
_WHETHER = frozenset({"whether", "if"})
_NO = words_of("words that say no to a question")
_OPEN = words_of("words that leave a question open")


def answered_no(event: Event, scene: Scene) -> tuple[int, int] | None:
    """The tokens of an answer that says no to the question in which an event stands, last exclusive.

    An answer that leaves the matter open, or tells of something else at length, is no such answer.
    """
    asking = _asked(event.trigger.head)
    if asking is None or asking.head == asking or asking.head.i < asking.i:
        return None
    answering = asking.head
    first = min((c.left_edge.i for c in answering.children if c.dep_ in SUBJECTS), default=answering.i)
    if first < event.trigger.head.i or any(c.dep_ == "neg" for c in answering.children):
        return None  # "would not say"
    words = scene.doc[first : scene.sentence.last]
    if any(t.lower_ in _OPEN or verb_lemma(t) in _OPEN for t in words):
        return None
    says_no = any(t.lower_ in _NO or verb_lemma(t) in _NO or noun_lemma(t) in _NO for t in words)
    return (first, scene.sentence.last) if says_no else None


def _asked(head: Token) -> Token | None:
    """The word of asking before an act that is asked about: "asked whether it had sold"."""
    marked = False
    token = head
    for above in head.ancestors:
        marked = marked or any(c.dep_ == "mark" and c.lower_ in _WHETHER for c in token.children)
        asks = verb_lemma(above) in _ASKING and above.i < head.i and above.tag_ == "VBN"
        if asks:
            return above if marked else None
        token = above
    return None
