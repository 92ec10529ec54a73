"""Words that a person pastes or writes down become reports like any other."""

from __future__ import annotations

import hashlib

import pytest

from tallybook.errors import InputError, TooLarge, UnreadableInput
from tallybook.gather import Given, Options, by_hand, paste
from tallybook.model import CaptureMethod, Handling
from tests.gather.material import OPTIONS, STORY

WORDS = "\n\n".join(STORY)


def test_pasted_words_keep_their_bytes() -> None:
    """The bytes are the UTF-8 form of what was pasted; metadata is read from the words."""
    capture = paste(WORDS, OPTIONS)
    assert capture.data == WORDS.encode()
    assert capture.report.capture_method is CaptureMethod.PASTED
    assert capture.report.title == STORY[0]
    assert capture.report.name == f"pasted-{hashlib.sha256(WORDS.encode()).hexdigest()[:12]}"


def test_words_pasted_from_an_address_are_called_by_it() -> None:
    """A later fetch of that address is then a new version of the same report."""
    assert (
        paste(WORDS, OPTIONS, given=Given(url="https://courier.example/a")).report.name
        == "https://courier.example/a"
    )
    assert paste(WORDS, OPTIONS, name="desk note 4").report.name == "desk note 4"


def test_words_written_down_by_hand_have_no_bytes() -> None:
    """A broadcast or a print has no bytes; the hash is that of the text."""
    capture = by_hand(WORDS, OPTIONS, given=Given(publisher="Northern Radio", handling=Handling.RED))
    assert capture.data is None
    assert capture.report.sha256 == hashlib.sha256(WORDS.encode()).hexdigest()
    assert capture.report.capture_method is CaptureMethod.BY_HAND
    assert capture.report.publisher == "Northern Radio"
    assert capture.report.handling is Handling.RED
    assert capture.report.name.startswith("by-hand-")


@pytest.mark.parametrize("words", ["", " \n ", "a\x00b", "\ud800", "\x01\x02\x03"])
@pytest.mark.parametrize("way", [paste, by_hand])
def test_what_is_no_text_is_refused(way: object, words: str) -> None:
    """Nothing, control characters and halves of characters are refused."""
    assert callable(way)
    with pytest.raises(UnreadableInput):
        way(words, OPTIONS)


def test_too_many_words_are_refused() -> None:
    """The limit on text holds."""
    with pytest.raises(TooLarge):
        paste(WORDS, Options(max_text=10))
    with pytest.raises(InputError):
        by_hand(WORDS, Options(max_text=10))
