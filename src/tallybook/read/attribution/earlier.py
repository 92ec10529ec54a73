"""Who was named before without speaking: whom can "she", "it" or "the daily" go back to?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from tallybook.read.attribution.governed import child, owner_of
from tallybook.read.attribution.naming import Named, Namer
from tallybook.read.attribution.phrases import apposed_name, has_article
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.told import Passage
from tallybook.read.text.tree import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_MOST = 240
"""Tokens back within which such a name may stand."""

_NEAR = 2
"""Sentences back that a pronoun may reach."""


class Earlier:
    """The nouns of a report's paragraphs, looked at backwards from a place."""

    def __init__(self, passages: Sequence[Passage], namer: Namer, words: SourceWords) -> None:
        self._passages = passages
        self._namer = namer
        self._words = words

    def person(self, token: Token, passage: Passage, title: str | None = None) -> Named | None:
        """The person named last before ``token``; ``title``: in this office."""
        for at, where in self._back(token, passage):
            if at.pos_ != "PROPN" or at.dep_ in ("compound", "flat"):
                continue
            named = self._namer.name(at, where)
            if named.kind != "person" or " " not in named.name:
                continue
            if title is None or title in (named.title or "").lower().split():
                return named
        return None

    def body(self, token: Token, passage: Passage) -> Named | None:
        """The body or paper that a sentence just before was about: "The ministry answered. It ..."."""

        def fits(named: Named) -> bool:
            return named.kind in ("body", "outlet", "thing") and not named.plural

        return self._about(token, passage, fits)

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
            apposed = child(at, "appos") if at.pos_ == "PROPN" else None
            if apposed is not None and apposed.lemma_.lower() == token.lemma_.lower():
                return at, where
        return None

    def _is_outlet(self, name: Token, where: Passage) -> bool:
        return self._words.is_outlet_name(where.words(self._words.core(name)))

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
        if noun.pos_ == "NOUN" and not (self._words.speaks(noun) or self._words.is_thing(noun)):
            return False
        return not has_article(noun, "no", "any")

    def _back(self, token: Token, passage: Passage) -> Iterator[tuple[Token, Passage]]:
        return islice(self._all_back(token, passage), _MOST)

    def _all_back(self, token: Token, passage: Passage) -> Iterator[tuple[Token, Passage]]:
        yield from ((t, passage) for t in reversed(list(passage.doc[: token.i])))
        before = [p for p in self._passages if p.offset < passage.offset]
        for other in sorted(before, key=lambda p: -p.offset):
            yield from ((t, other) for t in reversed(list(other.doc)))
