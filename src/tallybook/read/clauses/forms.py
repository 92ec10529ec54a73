"""Which words of a sentence have one of the forms that a rule asks for?

Most rules ask for a few words, and most sentences have none of these: here one look tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token


class Forms:
    """Words by their forms in lower case: as written, and as a base form."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self._having: dict[str, list[Token]] = {}
        for token in tokens:
            for form in {token.lower_, verb_lemma(token), noun_lemma(token)}:
                self._having.setdefault(form, []).append(token)

    def among(self, forms: Set[str]) -> list[Token]:
        """The words of which a form is one of ``forms``, in the order of the text."""
        met = self._having.keys() & forms
        if len(met) > 1:
            return sorted({t for form in met for t in self._having[form]}, key=lambda t: t.i)
        return self._having[met.pop()] if met else []
