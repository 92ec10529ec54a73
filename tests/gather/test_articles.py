"""JSON Lines give one report a line; a bad line costs that line only."""

from __future__ import annotations

import json

import pytest

from tallybook.errors import InputError, TooLarge, UnreadableInput
from tallybook.gather import Options
from tallybook.model import Capture
from tests.gather.material import STORY, article, fault_of, lines_file, report_of, taken


def test_fields_of_an_article() -> None:
    """Id, title, text, address, date, authors, publisher and language are taken over."""
    data = lines_file(
        article(
            url="https://courier.example/a1",
            published="2024-04-30T08:00:00Z",
            authors=["Ann Miller", {"name": "Jo Fisher"}],
            publisher={"name": "Harbour Courier"},
            language="en",
        )
    )
    report = report_of("a.jsonl", data)
    assert report.name == "a.jsonl#a1"
    assert report.title == STORY[0]
    assert report.text.startswith(f"{STORY[0]}\n\n{STORY[1]}")
    assert report.url == "https://courier.example/a1"
    assert report.published == "2024-04-30"
    assert report.authors == ("Ann Miller", "Jo Fisher")
    assert report.publisher == "Harbour Courier"
    assert report.language == "en"


@pytest.mark.parametrize("key", ["text", "body", "content"])
def test_names_of_the_text(key: str) -> None:
    """Archives call the text differently."""
    assert (
        "forty crates"
        in report_of("a.ndjson", json.dumps({key: STORY[1], "author": "Ann Miller"}).encode()).text
    )


def test_articles_without_an_id_are_called_by_their_line() -> None:
    """The line number, blank lines counted, names an article that has no id."""
    data = b"\n" + json.dumps({"text": STORY[1]}).encode() + b"\n\n" + json.dumps({"text": STORY[2]}).encode()
    names = [result.report.name for result in taken("a.jsonl", data) if isinstance(result, Capture)]
    assert names == ["a.jsonl#2", "a.jsonl#4"]


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b"[1]",
        b'"text"',
        b"{}",
        b'{"text": 5.5}',
        b'{"text": ""}',
        b'{"text": "\\ud800 x"}',
        b'{"text": "a\\u0000"}',
        b'{"id": "a1", "text": "again"}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"9" * 5000,
    ],
)
def test_a_bad_line_is_one_error_that_names_it(bad: bytes) -> None:
    """File and line stand in the message, and the lines around it are read."""
    first, second = lines_file(article()), lines_file(article(id="a2"))
    before, error, after = taken("a.jsonl", first + bad + b"\n" + second)
    assert isinstance(before, Capture)
    assert isinstance(after, Capture)
    assert isinstance(error, InputError)
    assert str(error).startswith(("a.jsonl:2: ", "a.jsonl#"))


def test_a_line_out_of_all_measure_is_skipped() -> None:
    """A line over the limit is one error; the next line is read."""
    huge = lines_file(article(id="huge", text="x" * 70_000_0))
    results = taken("a.jsonl", huge + lines_file(article()), Options(max_bytes=500_000))
    assert isinstance(results[0], TooLarge)
    assert str(results[0]).startswith("a.jsonl:1: a line of more than")
    assert isinstance(results[1], Capture)


@pytest.mark.parametrize("wrap", [lambda a: a, lambda a: [a], lambda a: {"articles": [a]}])
def test_json_files_hold_one_article_or_a_list(wrap: object) -> None:
    """A JSON file may be an article, a list of them, or an object with the list in it."""
    assert callable(wrap)
    assert report_of("a.json", json.dumps(wrap(article())).encode()).name == "a.json#a1"


@pytest.mark.parametrize("data", [b"[]", b"5", b'{"articles": []}', b'"text"'])
def test_json_without_articles_is_an_error(data: bytes) -> None:
    """JSON of another shape is refused."""
    assert isinstance(fault_of("a.json", data), UnreadableInput)


def test_an_article_stays_the_same_when_others_are_added() -> None:
    """Its hash is that of the article, not of the line break behind it."""
    alone = report_of("a.jsonl", lines_file(article()).rstrip(b"\n"))
    first, _ = taken("a.jsonl", lines_file(article(), article(id="a2")))
    assert isinstance(first, Capture)
    assert first.report.sha256 == alone.sha256
