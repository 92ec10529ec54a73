"""One contract for every kind of source: captures and input errors, never anything else."""

from __future__ import annotations

import datetime as dt
import hashlib

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallybook.errors import InputError, TooLarge, UnreadableInput
from tallybook.gather import Given, Options, capture_bytes
from tallybook.gather.kinds import MEDIA_TYPES, SUFFIXES
from tallybook.model import Capture, CaptureMethod, Handling, Span, new_report_id
from tests.gather.material import OPTIONS, STORY, lines_file, page, pdf, taken, text_file

KINDS = {
    "story.txt": text_file(),
    "story.html": page(),
    "story.pdf": pdf(),
    "stories.jsonl": lines_file(),
    "story.json": lines_file(),
}
each_kind = pytest.mark.parametrize("name", KINDS)


def test_every_gatherer_is_held_to_the_contract() -> None:
    """No gatherer can be added without joining this suite."""
    here = {SUFFIXES["." + name.rpartition(".")[2]] for name in KINDS}
    assert here == set(SUFFIXES.values()) | set(MEDIA_TYPES.values())


@each_kind
def test_a_report_is_captured_with_its_bytes_hash_time_and_method(name: str) -> None:
    """A capture holds the bytes, their SHA-256, the clock's time, the method, a name and its permanent id."""
    (capture,) = taken(name, KINDS[name])
    assert isinstance(capture, Capture)
    report = capture.report
    assert capture.data is not None
    assert capture.data.strip() == KINDS[name].strip()
    assert report.sha256 == hashlib.sha256(capture.data).hexdigest()
    assert report.captured_at == "2024-05-01T12:00:30Z"
    assert report.capture_method is CaptureMethod.FILE
    assert report.name.partition("#")[0] == name
    assert report.id == new_report_id(report.name)


@each_kind
def test_the_whole_story_is_in_the_text(name: str) -> None:
    """Headline and every paragraph stand in the text, in order."""
    (capture,) = taken(name, KINDS[name])
    assert isinstance(capture, Capture)
    text = " ".join(capture.report.text.split())
    places = [text.find(words[:60]) for words in STORY]
    assert -1 not in places
    assert places == sorted(places)


@each_kind
def test_spans_stand_in_the_text(name: str) -> None:
    """Headline, clutter and pages are ranges of the text."""
    (capture,) = taken(name, KINDS[name])
    assert isinstance(capture, Capture)
    report = capture.report
    assert report.headline is not None
    assert report.headline.of(report.text) == STORY[0]
    assert all(Span(*span).stands_in(report.text) for span in (*report.clutter, *report.pages))


@each_kind
def test_the_same_bytes_give_the_same_report(name: str) -> None:
    """Gathering is repeatable: only the clock tells two captures apart."""
    later = Options(now=lambda: dt.datetime(2030, 1, 1, tzinfo=dt.UTC))
    (first,) = taken(name, KINDS[name])
    (second,) = taken(name, KINDS[name], later)
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert second.report.captured_at == "2030-01-01T00:00:00Z"
    assert msgspec.structs.replace(second.report, captured_at=first.report.captured_at) == first.report


@each_kind
def test_what_a_person_says_overrides_what_the_report_says(name: str) -> None:
    """Given fields are set and marked as mended, so that a new capture leaves them alone."""
    said = Given(title="Crates", published="2024-04", handling=Handling.AMBER, authors=("A. Miller",))
    (capture,) = capture_bytes(name, KINDS[name], OPTIONS, given=said)
    assert isinstance(capture, Capture)
    report = capture.report
    assert (report.title, report.published, report.handling) == ("Crates", "2024-04", Handling.AMBER)
    assert report.authors == ("A. Miller",)
    assert report.mended == ("authors", "handling", "published", "title")


@each_kind
@pytest.mark.parametrize("data", [b"", b" \n\t \r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_nothing_to_read_is_an_error(name: str, data: bytes) -> None:
    """Empty files and files of white space are one error that names the file."""
    (error,) = taken(name, data)
    assert isinstance(error, UnreadableInput)
    assert str(error).startswith(name)


@each_kind
def test_binary_content_is_an_error(name: str) -> None:
    """Bytes that are no text are one error, one line long."""
    (error,) = taken(name, bytes(range(256)) * 40)
    assert isinstance(error, InputError)
    assert "\n" not in str(error)


@each_kind
def test_too_many_bytes_are_an_error(name: str) -> None:
    """The limit on size holds for every kind, and the message tells it."""
    (error,) = taken(name, KINDS[name], Options(max_bytes=100))
    assert isinstance(error, TooLarge)
    assert "100 bytes" in error.fault


@each_kind
def test_too_much_text_is_an_error(name: str) -> None:
    """The limit on text holds for every kind."""
    (error,) = taken(name, KINDS[name], Options(max_text=100))
    assert isinstance(error, TooLarge)
    assert "100 characters" in error.fault


@each_kind
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_any_bytes_end_in_a_capture_or_an_error(name: str, data: bytes) -> None:
    """Whatever the bytes are, gathering gives at least one capture or input error and raises nothing."""
    results = taken(name, data)
    assert results
    for result in results:
        assert isinstance(result, Capture | InputError)
        assert isinstance(result, Capture) or "\n" not in str(result)


@each_kind
@settings(max_examples=40, deadline=None)
@given(at=st.integers(0, 2000), junk=st.binary(min_size=1, max_size=12), cut=st.booleans())
def test_any_damage_ends_in_a_capture_or_an_error(name: str, at: int, junk: bytes, cut: bool) -> None:
    """A good file with bytes overwritten, or cut off, is taken in or refused, never a crash."""
    good = KINDS[name]
    at %= len(good)
    damaged = good[:at] + junk + (b"" if cut else good[at + len(junk) :])
    assert all(isinstance(result, Capture | InputError) for result in taken(name, damaged))
