"""Which words of a parsed text are reporting words, and what may stand beside them as content?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tallybook.read.text.tree import Token
from tallybook.vocabulary.cues import Cue
from tallybook.vocabulary.wordlists import words_of

_PART_OF = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_HANGS_ON = {
    "prt",
    "prep",
    "acomp",
    "oprd",
    "dobj",
    "advmod",
    "det",
    "amod",
    "dative",
    "xcomp",
    "ccomp",
    "nsubj",
}


@dataclass(frozen=True)
class Found:
    """Reporting words in a text: the head, the words that belong to it, and the kinds they may be of.

    ``circumstances`` are nouns of the time and place of speaking, ``supports`` verbs that lend their subject
    to a reporting noun.
    """

    head: Token
    parts: tuple[Token, ...]
    kinds: tuple[Cue, ...]
    circumstances: frozenset[str] = frozenset()
    supports: frozenset[str] = frozenset()

    def takes(self, way: str) -> Cue | None:
        """The first kind whose content may stand in this way."""
        return next((kind for kind in self.kinds if way in kind.takes), None)

    def opens(self, preposition: str) -> Cue | None:
        """The first kind whose content this preposition may open."""
        return next((kind for kind in self.kinds if preposition in kind.prepositions), None)

    @property
    def addressee(self) -> bool:
        """Whether the object is who is spoken to."""
        return any(kind.addressee for kind in self.kinds)


_OF_CLAUSES = ("statement", "belief", "perception", "evidence")

_ALOUD = frozenset({"bemoan", "decry", "denounce", "deplore", "lament", "protest", "regret"})
"""Verbs of judging that close what somebody says is so: "X has sent Y guns, the envoy deplored"."""


class CueBook:
    """The reporting words of the vocabulary, found by their head word."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._kinds: dict[tuple[str, str], dict[tuple[str, ...], list[Cue]]] = {}
        beside: dict[str, set[str]] = {"circumstance": set(), "support": set()}
        for cue in cues:
            if cue.act in beside:
                beside[cue.act].update(cue.words)
                continue
            for word in cue.words:
                head, *rest = word.lower().split()
                self._kinds.setdefault((cue.part, head), {}).setdefault(tuple(rest), []).append(cue)
        self._circumstances = frozenset(beside["circumstance"])
        self._supports = frozenset(beside["support"])
        self._of_clauses: dict[str, Cue] = {}
        for (part, lemma), wordings in self._kinds.items():
            acts = (*_OF_CLAUSES, "judgement") if lemma in _ALOUD else _OF_CLAUSES
            for kind in wordings.get((), ()) if part == "verb" else ():
                if "clause" in kind.takes and kind.act in acts:
                    self._of_clauses.setdefault(lemma, kind)

    @property
    def according(self) -> Cue:
        """The kind of "according to"."""
        return self._kinds["verb", "say"][()][0]

    def verb_kind(self, lemma: str) -> Cue | None:
        """The kind of a verb that reports a whole clause, whatever the tagger took it for."""
        return self._of_clauses.get(lemma)

    def find(self, token: Token) -> Found | None:
        """The longest reporting words whose head is ``token``."""
        part = _PART_OF.get(token.pos_)
        if part is None:
            return None
        form = next((form for form in _base_forms(token) if (part, form) in self._kinds), None)
        known = self._participle(token) if form is None else self._kinds[part, form]
        if known is None:
            return None
        for rest in sorted(known, key=len, reverse=True):
            parts = _hanging(token, rest)
            astray = parts is not None and (_downs_craft(token, parts) or _puts_no_sum(token, parts))
            if parts is not None and not (astray or self._says_when(parts)):
                return Found(token, (token, *parts), tuple(known[rest]), self._circumstances, self._supports)
        return None

    def as_noun(self, token: Token) -> Found | None:
        """A reporting noun that the tagger took for a verb: "by the agency's reckoning"."""
        kinds = self._kinds.get(("noun", token.lower_), {}).get((), ())
        return Found(token, (token,), tuple(kinds), self._circumstances, self._supports) if kinds else None

    def _says_when(self, parts: tuple[Token, ...]) -> bool:
        """Whether a preposition leads to when or where somebody speaks: "insisted on Thursday"."""
        led = [c for t in parts[-1:] if t.lower_ == "on" for c in t.children if c.dep_ == "pobj"]
        return any(c.lower_ in self._circumstances or c.like_num for c in led)

    def _participle(self, token: Token) -> dict[tuple[str, ...], list[Cue]] | None:
        """Participles: "concerned" and its like stand among the adjectives under their own form."""
        if token.tag_ in ("VBN", "VBD", "JJ"):
            return self._kinds.get(("adjective", token.lower_))
        return None


def _puts_no_sum(verb: Token, parts: tuple[Token, ...]) -> bool:
    """Whether things are only put somewhere, and nobody gives a number: "put jets into service at a base"."""
    at = [t for t in parts if t.lower_ == "at"]
    return verb.lemma_ == "put" and bool(at) and not any(t.like_num or t.is_currency for t in at[0].subtree)


def _downs_craft(verb: Token, parts: tuple[Token, ...]) -> bool:
    """Whether an aircraft or a missile is brought down, not a claim: "shot down two jets"."""
    down = any(t.lower_ == "down" for t in parts)
    hit = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return down and any(t.lemma_.lower() in _CRAFT or t.pos_ == "PROPN" for t in hit)


_CRAFT = (
    words_of("munitions") | words_of("nouns of carriers") | {"fighter", "bomber", "warplane", "uav", "jet"}
)
_IRREGULAR = {"learnt": "learn", "dreamt": "dream"}


def _base_forms(token: Token) -> tuple[str, ...]:
    """The base form, and what it may be where the lemmatiser cut too much ("hopes", "hoping": "hop")."""
    word = token.lower_
    lemma = token.lemma_.lower()
    if word.endswith("ing"):
        return lemma, word[:-3] + "e"
    if word in _IRREGULAR:
        return (_IRREGULAR[word], lemma)
    return (lemma, word[:-1]) if word.endswith(("s", "d")) else (lemma,)


def _hanging(head: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The words ``rest`` as they hang on ``head`` or on one another, or ``None``."""
    found: list[Token] = []
    reach = [head]
    for word in rest:
        hit = next(
            (
                t
                for base in reach
                for t in base.children
                if word in (t.lower_, t.lemma_) and t.dep_ in _HANGS_ON and t.i > head.i
                if t.dep_ != "prep" or t.doc[t.i - 1].text != ","  # "X, Y believes, in return for Z"
            ),
            None,
        )
        if hit is None:
            return None
        found.append(hit)
        reach.append(hit)
    return tuple(found)
