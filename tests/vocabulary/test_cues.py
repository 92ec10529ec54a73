"""Promises of the reporting words: each can be found, and each says how its content may stand."""

from __future__ import annotations

from tallybook.vocabulary import load

BESIDE = ("circumstance", "support")


def test_every_reporting_word_says_how_its_content_stands() -> None:
    """A kind without a way to stand beside its content would never be found."""
    for cue in load().cues:
        if cue.act not in BESIDE:
            assert cue.takes or cue.prepositions, cue.words


def test_words_are_in_lower_case_with_single_blanks() -> None:
    """Words are compared in lower case, part by part."""
    for cue in load().cues:
        assert all(word == " ".join(word.lower().split()) for word in cue.words)


def test_the_words_that_rules_ask_for_are_there() -> None:
    """Rules name these sets; a file without them would break only when a report is read."""
    sets = load().speakers
    for name in ("imagery", "witness", "outlet-noun", "title", "body-noun", "share", "matter", "field"):
        assert sets[name]
