"""Plain words say what the parser's own tokens say, also once they are hung anew."""

from __future__ import annotations

import random

import pytest
from spacy.tokens import Doc as Parsed
from spacy.tokens import Token as ParsedToken

from tallybook.read.text.parse import load_language
from tallybook.read.text.planting import tree_of
from tallybook.read.text.tree import Doc, Token

TEXTS = (
    "Ruritania, which makes them, sold 40 howitzers and six tanks to Sylvania; it paid $3 million.",
    "The minister said that no crates had left. “They never will,” he added  on Monday.",
    "SHELLS FOR THE NORTH\nTwo ships, the Aurora and the Bel, are off the coast.",
    "",
)


def _facts(token: Token | ParsedToken) -> tuple[object, ...]:
    """What rules ask of a token, as plain values."""
    return (
        (token.i, token.idx, token.text, token.lower_, token.lemma_, token.tag_, token.pos_, token.dep_),
        (token.head.i, token.left_edge.i, token.right_edge.i, [t.i for t in token.children]),
        ([t.i for t in token.lefts], [t.i for t in token.rights], [t.i for t in token.subtree]),
        ([t.i for t in token.ancestors], {t.i for t in token.conjuncts}, token.whitespace_, len(token)),
        (token.is_space, token.is_punct, token.is_quote, token.is_currency, token.like_num),
        (token.sent.start, token.sent.end, token.is_sent_end),
    )


def _check(doc: Doc, parsed: Parsed) -> None:
    assert [_facts(mine) for mine in doc] == [_facts(theirs) for theirs in parsed]
    assert [(s.text, s.root.i) for s in doc.sents] == [(s.text, s.root.i) for s in parsed.sents]


@pytest.mark.parametrize("text", TEXTS)
def test_words_say_what_the_parser_says(text: str) -> None:
    """Every word bears what spaCy gave it, and stands where spaCy put it."""
    parsed = load_language()(text)
    doc = tree_of(parsed)
    assert doc.text == text
    assert len(doc) == len(parsed)
    if text:
        _check(doc, parsed)


@pytest.mark.parametrize("text", TEXTS[:3])
@pytest.mark.parametrize("seed", range(8))
def test_words_hung_anew_hang_as_they_would_in_the_parser(text: str, seed: int) -> None:
    """Children, edges and sentences follow a new head just as they do for spaCy's own tokens."""
    parsed = load_language()(text)
    doc = tree_of(parsed)
    dice = random.Random(seed)
    for _ in range(6):
        child, above = dice.randrange(len(doc)), dice.randrange(len(doc))
        if doc[child].is_ancestor(doc[above]):
            continue
        doc[child].head = doc[above]
        parsed[child].head = parsed[above]
        _check(doc, parsed)


@pytest.mark.parametrize("text", TEXTS[:3])
def test_a_tree_has_no_circles(text: str) -> None:
    """A word told to hang on one that hangs below it stays where it is, and all else with it."""
    doc = tree_of(load_language()(text))
    facts = [_facts(token) for token in doc]
    for word in doc:
        for below in word.subtree:
            if below is not word:
                word.head = below
    assert [_facts(token) for token in doc] == facts


def test_stretches_have_the_characters_between_their_words() -> None:
    """A stretch has the text, the ends and the topmost word of what spaCy calls a span."""
    parsed = load_language()(TEXTS[0])
    doc = tree_of(parsed)
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            mine, theirs = doc.stretch(start, end), parsed[start:end]
            assert (mine.text, mine.start_char, mine.end_char) == (
                theirs.text,
                theirs.start_char,
                theirs.end_char,
            )
            assert mine.root.i == theirs.root.i


def test_characters_are_covered_by_whole_words() -> None:
    """Any two places of a text lead to the words that spaCy finds between them, or to none."""
    parsed = load_language()(TEXTS[1])
    doc = tree_of(parsed)
    for start in range(len(TEXTS[1])):
        for end in range(start + 1, len(TEXTS[1]) + 2):
            mine, theirs = doc.covering(start, end), parsed.char_span(start, end, alignment_mode="expand")
            assert (mine is None) == (theirs is None)
            if mine is not None and theirs is not None:
                assert (mine.start, mine.end) == (theirs.start, theirs.end)


def test_a_neighbour_beyond_the_text_is_an_error() -> None:
    """No word stands before the first one or behind the last."""
    doc = tree_of(load_language()("Crates left."))
    assert doc[0].nbor().text == "left"
    for token, steps in ((doc[0], -1), (doc[-1], 1)):
        with pytest.raises(IndexError):
            token.nbor(steps)


def test_what_stands_behind_the_last_word_has_no_letters() -> None:
    """A rule may ask for the next word at the end of a text; it gets one that fits nothing."""
    doc = tree_of(load_language()("Crates left"))
    behind = doc[len(doc)]
    assert (behind.text, behind.dep_, behind.children) == ("", "", ())
    assert behind.head is behind
    assert len(doc) == 2


@pytest.mark.parametrize("seed", range(8))
def test_who_climbs_comes_to_a_root(seed: int) -> None:
    """However words were hung and named, those on none are called roots in the end, and no others."""
    doc = tree_of(load_language()(TEXTS[0]))
    dice = random.Random(seed)
    for _ in range(12):
        token, above = dice.choice(doc), dice.choice(doc)
        token.head, token.dep_ = above, dice.choice(("attr", "conj", "ROOT", "nsubj"))
    doc.name_roots()
    assert {t.i for t in doc if t.dep_ == "ROOT"} == {t.i for t in doc if t.head is t}
