"""The quick ruler does what the model's own does."""

from __future__ import annotations

import spacy

from tallybook.read.text.parse import load_language
from tallybook.read.text.ruler import RULER, quick_ruler

TEXTS = (
    "There's a convoy that ain't going to stop, and y'all have gotta let's say 12 trucks\t of  wheat.",
    "She's gonna get nothin' from him; they'd got what he would have better given -- \n\n to us all.",
    "THE MINISTRY SAID: “There were no rifles, which aren't theirs.” Those who had been there can't tell.",
    "",
    " ",
)


def test_both_rulers_agree() -> None:
    """Part of speech, morphology, base form, tag and dependency are the same, token by token."""
    language = load_language()
    ruler = quick_ruler(language)
    assert ruler is not None
    for text in TEXTS:
        bare = next(language.pipe([text], disable=[RULER, "lemmatizer"]))
        slow = language.get_pipe(RULER)(bare.copy())
        quick = ruler(bare)
        wanted = [(t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_) for t in slow]
        assert [(t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_) for t in quick] == wanted


def test_a_ruler_that_sees_more_is_left_alone() -> None:
    """A pattern that looks at anything else than tag, dependency and letters has no quick form."""
    language = spacy.blank("en")
    language.add_pipe(RULER).add([[{"SHAPE": "Xxxx"}]], {"POS": "X"})  # type: ignore[attr-defined]
    assert quick_ruler(language) is None
    assert quick_ruler(spacy.blank("en")) is None
