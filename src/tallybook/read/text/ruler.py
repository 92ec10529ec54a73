"""What does the model's table of tags and words make of each token, without matching every token anew?

The model's attribute ruler gives tokens their part of speech, their morphology and some base forms, by
patterns that nearly all look at one token alone. What those make of it depends on its tag, its dependency
and, for a few words, its letters; so it is worked out once for each combination. Only patterns of several
tokens are matched in every text. What comes out is the same, for a small part of the time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

RULER = "attribute_ruler"

_BEFORE = frozenset({"tok2vec", "transformer", "tagger", "parser", "senter"})
"""Parts that may run before the ruler: they set nothing of what only it sets."""

_SEES = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
_SETS = ("TAG", "DEP", "POS", "MORPH", "LEMMA")

_Token = tuple[int, int, int, int]
"""Tag, dependency, letters (0 for a word that no pattern names), whether it is white space."""


@lru_cache(maxsize=2)
def quick_ruler(language: Language) -> QuickRuler | None:
    """The quick form of the ruler of ``language``, or ``None`` where only its own ruler will do."""
    names = language.pipe_names
    if RULER not in names or not _BEFORE.issuperset(names[: names.index(RULER)]):
        return None
    ruler: AttributeRuler = language.get_pipe(RULER)  # type: ignore[assignment]
    entries = cast("list[dict[str, Any]]", ruler.patterns)
    single = [t for entry in entries for tokens in entry["patterns"] if len(tokens) == 1 for t in tokens]
    words = [_wording(token["LOWER"]) for token in single if "LOWER" in token]
    set_to = {name for entry in entries for name in entry["attrs"]}
    if None in words or not _SEES.issuperset(n for t in single for n in t) or not set_to.issubset(_SETS):
        return None
    return QuickRuler(ruler, re.compile("|".join(word for word in words if word is not None) or r"(?!)"))


def _wording(wanted: object) -> str | None:
    """What a pattern asks of a word's letters, as a regular expression; ``None`` for what is unknown here."""
    if isinstance(wanted, str):
        return rf"^{re.escape(wanted)}$"
    match wanted:
        case {"IN": list(words), **rest} if not rest:
            return "|".join(rf"^{re.escape(word)}$" for word in words)
        case {"REGEX": str(pattern), **rest} if not rest:
            return f"(?:{pattern})"
    return None


def _fits(asked: dict[str, Any], word: str, dependency: str) -> bool:
    """Whether a token of these letters and this dependency may be the one asked for; if in doubt, it may."""
    wording = _wording(asked["LOWER"]) if "LOWER" in asked else None
    lettered = wording is None or re.search(wording, word) is not None
    return lettered and (not isinstance(asked.get("DEP"), str) or asked["DEP"] == dependency)


class QuickRuler:
    """A ruler that remembers; made by :func:`quick_ruler`, which knows whether one can be had."""

    def __init__(self, ruler: AttributeRuler, named: re.Pattern[str]) -> None:
        """Take the model's ruler and what finds the words that its patterns of one token name."""
        from spacy.matcher import Matcher  # noqa: PLC0415

        self._ruler = ruler
        self._columns = [ruler.vocab.strings[name] for name in _SETS]
        self._named = named
        self._letters: dict[int, int] = {}
        self._several = Matcher(ruler.vocab, validate=False)
        self._opening: list[dict[str, Any]] = []
        for number, entry in enumerate(cast("list[dict[str, Any]]", ruler.patterns)):
            several = [tokens for tokens in entry["patterns"] if len(tokens) > 1]
            if several:
                self._several.add(str(number), several)
            self._opening += [tokens[0] for tokens in several]
        self._opens: dict[tuple[int, int], bool] = {}
        self._known: dict[_Token, tuple[int, ...]] = {}
        self._made: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set on ``doc`` what the ruler would set; its tags and dependencies must stand."""
        if not len(doc):
            return doc
        rows = doc.to_array(["TAG", "DEP", "LOWER", "IS_SPACE"]).tolist()
        rules = [self._rules(doc, at, row) for at, row in enumerate(rows)]
        if any(self._may_open(doc, dependency, letters) for _, dependency, letters, _ in rows):
            for name, first, last in self._several(doc, allow_missing=True):
                number = int(doc.vocab.strings[name])
                at = range(first, last)[self._ruler.indices[number]]
                rules[at] = tuple(sorted({*rules[at], number}))
        return self._set(doc, [row[:2] for row in rows], rules)

    def _may_open(self, doc: Doc, dependency: int, letters: int) -> bool:
        """Whether a pattern of several tokens may begin with a token of this dependency and these letters."""
        key = (dependency, letters)
        found = self._opens.get(key)
        if found is None:
            word, name = doc.vocab.strings[letters], doc.vocab.strings[dependency]
            found = self._opens[key] = any(_fits(asked, word, name) for asked in self._opening)
        return found

    def _rules(self, doc: Doc, at: int, row: list[int]) -> tuple[int, ...]:
        """The numbers of the patterns of one token that fit token ``at``, in their order."""
        tag, dependency, letters, blank = row
        if letters not in self._letters:
            self._letters[letters] = letters if self._named.search(doc.vocab.strings[letters]) else 0
        key = (tag, dependency, self._letters[letters], blank)
        rules = self._known.get(key)
        if rules is None:
            found = self._ruler.matcher(doc[at : at + 1], allow_missing=True)
            rules = self._known[key] = tuple(sorted({int(doc.vocab.strings[name]) for name, _, _ in found}))
        return rules

    def _set(self, doc: Doc, rows: list[list[int]], rules: list[tuple[int, ...]]) -> Doc:
        """Set what the rules of each token say, the later ones over the earlier."""
        import numpy as np  # noqa: PLC0415

        values = [self._values(tuple(row), own) for row, own in zip(rows, rules, strict=True)]
        return doc.from_array(list(_SETS), np.array(values, dtype="uint64"))  # type: ignore[arg-type]

    def _values(self, read: tuple[int, ...], rules: tuple[int, ...]) -> tuple[int, ...]:
        """What a token of this tag and dependency bears after these rules, in the order of ``_SETS``."""
        key = (read, rules)
        if key not in self._made:
            said = {name: value for rule in rules for name, value in self._ruler.attrs[rule].items()}
            before = (*read, 0, 0, 0)
            self._made[key] = tuple(
                said.get(name, old) for name, old in zip(self._columns, before, strict=True)
            )
        return self._made[key]
