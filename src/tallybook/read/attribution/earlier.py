"""Who was named before without speaking: whom can "she", "it" or "the daily" go back to?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from tallybook.read.attribution.governed import child, owner_of
from tallybook.read.attribution.naming import Named, Namer
from tallybook.read.attribution.phrases import apposed_name, has_article
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.told import Passage
from tallybook.read.text.stretch import Stretch
from tallybook.read.text.tree import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_MOST = 240
"""Tokens back within which such a name may stand."""

_NEAR = 2
"""Sentences back that a pronoun may reach."""


_ASKING = frozenset({"ask", "contact", "approach", "phone", "question", "reach"})
_ANSWERING = frozenset(
    {"answer", "reply", "respond", "comment", "speak", "decline", "refuse", "keep", "remain", "stay", "give"}
)
"""What one does who was asked, and has spoken of it at another time or not at all."""

_ADDING = frozenset({"add", "continue", "go", "further", "conclude"})
"""What only one who has spoken already does."""


def _offset(passage: Passage) -> int:
    return passage.offset


class Earlier:
    """The nouns of a report's paragraphs, looked at backwards from a place."""

    def __init__(self, passages: Sequence[Passage], namer: Namer, words: SourceWords) -> None:
        self._passages = passages
        self._namer = namer
        self.words = words

    def person(self, token: Token, passage: Passage, title: str | None = None) -> Named | None:
        """The person named last before ``token``; ``title``: in this office."""
        for at, where in self._back(token, passage):
            if at.pos_ != "PROPN" or at.dep_ in ("compound", "flat"):
                continue
            named = self._namer.name(at, where)
            if named.kind != "person" or " " not in named.name or not named.name[:1].isupper():
                continue
            if self.words.is_state(named.name):
                continue
            if title is None or title in (named.title or "").lower().split():
                return named
        return None

    def body(self, token: Token, passage: Passage) -> Named | None:
        """The body or paper that a sentence just before was about: "The ministry answered. It ..."."""

        def fits(named: Named) -> bool:
            return named.kind in ("body", "outlet", "thing") and not named.plural

        return self._about(token, passage, fits)

    def about_body(self, token: Token, passage: Passage) -> Named | None:
        """The body by its own name, no state, that a sentence just before was about."""

        def fits(named: Named) -> bool:
            proper = named.name.removeprefix("The ").removeprefix("the ")[:1].isupper()
            return named.kind == "body" and proper and not self.words.is_state(named.name)

        return self._about(token, passage, fits)

    def about_person(self, token: Token, passage: Passage) -> Named | None:
        """The person in an office that a sentence just before was about."""
        return self._about(token, passage, lambda named: named.kind == "person" and named.title is not None)

    def several(self, token: Token, passage: Passage) -> Named | None:
        """Those or the papers that a sentence just before was about: "Two cables leaked. They ..."."""
        return self._about(token, passage, lambda named: named.plural and named.kind != "self")

    def outlet(self, token: Token, passage: Passage) -> tuple[Token, Passage] | None:
        """The outlet by name of which "the daily" is said: "The daily X has a contract"."""
        for at, where in self._back(token, passage):
            if at.pos_ == "PROPN" and at.dep_ != "compound" and self._is_outlet(at, where):
                return at, where
            named = apposed_name(at) is not None or any(c.pos_ == "PROPN" for c in at.children)
            if at.lemma_.lower() == token.lemma_.lower() and named:
                return at, where
        return None

    def newer(self, token: Token, passage: Passage, spoke: Named | None) -> Named | None:
        """Who "he" is: who spoke last, or the person that a sentence since then was about."""
        for other in reversed(list(passage.doc[: token.sent.start])):
            if other.dep_ not in ("nsubj", "nsubjpass") or other.pos_ not in ("PROPN", "NOUN"):
                continue
            if other.head.dep_ not in ("ROOT", "conj"):
                continue
            named = self._namer.name(other, passage)
            if spoke and spoke.span and named.span and named.span.start <= spoke.span.start:
                return spoke
            if named.kind == "person" or (self._is_office(other) and named.kind == "nameless"):
                return named
        return spoke

    def they(self, token: Token, passage: Passage) -> Named | None:
        """Who "they" are in "The forces took arms which they said came from X"."""
        if token.head.dep_ not in ("relcl", "conj", "advcl"):
            return None
        for other in passage.doc[token.sent.start : token.i]:
            if other.dep_ == "nsubj" and other.tag_ in ("NNPS", "NNS") and self.words.speaks(other):
                return self._namer.name(other, passage)
        return None

    def subject(self, token: Token, passage: Passage) -> Named | None:
        """The body that is the subject of what "it" says in its sentence: "The Navy has ..., it said"."""
        for other in passage.doc[token.sent.start : token.i]:
            arm = other.pos_ == "NOUN" and other.tag_ == "NN" and self.words.is_of("body-noun", other)
            if other.dep_ in ("nsubj", "nsubjpass") and (other.pos_ == "PROPN" or arm):
                named = self._namer.name(other, passage)
                return named if named.kind in ("body", "outlet") and not named.plural else None
        return None

    def _is_office(self, noun: Token) -> bool:
        return noun.tag_ == "NN" and self.words.is_of("person-noun", noun)

    def beside(self, token: Token, passage: Passage) -> Named | None:
        """Who "he" is whose sentence names an office alone: "The envoy was blunt: he said"."""
        doc = passage.doc
        for other in reversed(list(doc[token.sent.start : token.i])):
            if other.dep_ not in _SUBJECTS or not self._is_office(other):
                continue
            parted = any(t.text in (":", ";") for t in doc[other.i : token.i])
            if parted or (other.head.dep_ == "ROOT" and token.head.dep_ != "ROOT"):
                return self._namer.name(other, passage)
        return None

    def silent(self, token: Token, passage: Passage, spoke: Named | None) -> Named | None:
        """Who "it" is, asked or spoken of since somebody spoke: "The firm gave no answer. It has said"."""
        before = self._sentence_before(token, passage)
        if before is None or (spoke is not None and self._speaks_in(spoke, *before)):
            return None
        root, where = before[0].root, before[1]
        asked = child(root, "dobj") if root.lemma_.lower() in _ASKING else None
        noun = asked or child(root, *_SUBJECTS)
        if noun is None or noun.pos_ not in ("NOUN", "PROPN") or not self._may_speak(noun):
            return None
        if has_article(noun, "their", "its", "his", "her"):
            return None  # "Their maker is X"
        named = self._namer.name(noun, where)
        known = root.lemma_.lower() in _ASKING | _ANSWERING or not self.words.is_state(named.name)
        return named if known and named.kind in ("body", "outlet") and not named.plural else None

    def _sentence_before(self, token: Token, passage: Passage) -> tuple[Stretch, Passage] | None:
        """The sentence before the one that holds ``token``, in its paragraph or in the one before."""
        here = [s for s in passage.doc.sents if s.end <= token.sent.start]
        if here:
            return here[-1], passage
        last = max((p for p in self._passages if p.offset < passage.offset), key=_offset, default=None)
        sentences = list(last.doc.sents) if last is not None else []
        return (sentences[-1], last) if last is not None and sentences else None

    def _speaks_in(self, spoke: Named, sentence: Stretch, where: Passage) -> bool:
        """Whether a source was named in a sentence or behind it."""
        return spoke.span is not None and spoke.span.start >= where.at(sentence[0])

    def doer(self, token: Token, passage: Passage) -> Named | None:
        """The body by which something was done in the sentence of "it": "seized by the mission, it said"."""
        if token.head.lemma_.lower() in _ADDING:
            return None  # who has spoken before
        for by in passage.doc[token.sent.start : token.i]:
            noun = child(by, "pobj") if by.dep_ == "agent" else None
            if noun is not None and noun.i < token.i and self._may_speak(noun):
                named = self._namer.name(noun, passage)
                return named if named.kind == "body" and not named.plural else None
        return None

    def _is_outlet(self, name: Token, where: Passage) -> bool:
        return self.words.is_outlet_name(where.words(self.words.core(name)))

    def whose(self, token: Token, passage: Passage) -> Named | None:
        """Whose report "the report" is, where it was named before: "a report by X", "X's report"."""
        for at, where in self._back(token, passage):
            if at.lemma_.lower() != token.lemma_.lower():
                continue
            owner = owner_of(at) or next((c for c in at.children if c.dep_ == "compound"), None)
            if owner is not None and owner.pos_ == "PROPN":
                return self._namer.name(owner, where, range(owner.left_edge.i, owner.i + 1))
        return None

    def _about(self, token: Token, passage: Passage, fits: Callable[[Named], bool]) -> Named | None:
        here, sentences = token.sent.start, 0
        for at, where in self._back(token, passage):
            if where is passage and at.i >= here:
                continue
            sentences += at.i == at.sent.start
            if sentences > _NEAR:
                return None
            main = at.dep_ in _SUBJECTS and at.head.dep_ in ("ROOT", "conj", "ccomp")
            if not main or at.pos_ not in ("NOUN", "PROPN") or not self._may_speak(at):
                continue
            named = self._namer.name(at, where)
            if fits(named):
                return named
        return None

    def _may_speak(self, noun: Token) -> bool:
        if noun.pos_ == "NOUN" and not (self.words.speaks(noun) or self.words.is_thing(noun)):
            return False
        return not has_article(noun, "no", "any")

    def _back(self, token: Token, passage: Passage) -> Iterator[tuple[Token, Passage]]:
        return islice(self._all_back(token, passage), _MOST)

    def _all_back(self, token: Token, passage: Passage) -> Iterator[tuple[Token, Passage]]:
        yield from ((t, passage) for t in reversed(list(passage.doc[: token.i])))
        before = [p for p in self._passages if p.offset < passage.offset]
        for other in sorted(before, key=lambda p: -p.offset):
            yield from ((t, other) for t in reversed(list(other.doc)))
