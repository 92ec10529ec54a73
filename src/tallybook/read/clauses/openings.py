"""Which subject did the parser take for a part of the phrase before it: "By arming X, Y broke the ban"?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENS = frozenset(
    {"by", "in", "after", "before", "besides", "despite", "when", "while", "with", "without", "for"}
)
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD", "VB"})


def mend_openings(doc: Doc) -> None:
    """Hang the subject behind an opening phrase on its verb, in place.

    A phrase with a verb in -ing opens the sentence, and the finite verb behind it has no subject but what
    stands between a comma and itself.
    """
    for sentence in doc.sents:
        first = next((t for t in sentence if not t.is_punct and not t.is_space), None)
        if first is None or first.lower_ not in _OPENS or first.dep_ not in ("prep", "mark", "advmod"):
            continue
        acting = next((t for t in sentence[:4] if t.tag_ == "VBG"), None)
        main = _main(first, acting) if acting is not None else None
        if acting is not None and main is not None:
            _part(acting, main)


def _main(first: Token, acting: Token) -> Token | None:
    """The verb that the opening phrase hangs on, where its subject is missing or stands in the phrase."""
    main = first.head if first.head not in (first, acting) else acting.head
    if main.tag_ not in _FINITE or main.i < acting.i or main.pos_ not in ("VERB", "AUX"):
        return None
    own = [c for c in main.children if c.dep_ in ("nsubj", "nsubjpass")]
    inside = [c for c in own if c.i > acting.i and any(t.text == "," for t in c.subtree) and c.i < main.i]
    return main if not own or inside else None


def _part(acting: Token, main: Token) -> None:
    """Part what the phrase acts on from the subject behind the comma."""
    comma = next((t for t in main.doc[acting.i : main.i] if t.text == ","), None)
    if comma is None:
        return
    behind = [t for t in main.doc[comma.i + 1 : main.i] if t.dep_ in ("conj", "appos") and t.head.i < comma.i]
    behind = [t for t in behind if t.pos_ in ("PROPN", "NOUN", "PRON")]
    subject = behind[0] if behind else None
    if subject is None or any(t.pos_ == "VERB" for t in main.doc[comma.i + 1 : subject.i]):
        return
    before = subject.head
    if before.dep_ in ("nsubj", "nsubjpass") and before.head == main:
        before.head, before.dep_ = acting, "dobj"
    subject.head = main
    subject.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj"
    for other in behind[1:]:
        other.head, other.dep_ = subject, "conj"
