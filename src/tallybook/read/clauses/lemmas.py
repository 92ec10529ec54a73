"""What is the base form of a verb or a noun, whatever the tagger took it for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_verbal(token: Token) -> bool:
    """Whether the tagger sees a verb, or a participle used as an adjective."""
    return token.pos_ == "VERB" or token.tag_ in ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")


def verb_lemma(token: Token) -> str:
    """Base form of a verb in lower case."""
    return str(token.lemma_).lower()


def noun_lemma(token: Token) -> str:
    """Singular of a noun in lower case, also where the tagger took it for a name."""
    lemma = str(token.lemma_).lower()
    if token.pos_ == "PROPN" and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma
