"""Pages give their main text and what they say of themselves; hostile ones a clear error in bounded time."""

from __future__ import annotations

import pytest

from tallybook.errors import InputError, TooLarge, UnreadableInput, UnsupportedInput
from tallybook.gather.html import MAX_DEPTH, MAX_TAGS
from tallybook.model import Capture
from tests.gather.material import STORY, fault_of, page, report_of, taken

HEAD = (
    '<meta property="og:site_name" content="Harbour Courier">'
    '<meta name="author" content="Ann Miller; Jo Fisher">'
    '<meta property="article:published_time" content="2024-04-30T08:00:00Z">'
    '<link rel="canonical" href="https://courier.example/crates">'
)


def test_what_the_page_says_of_itself() -> None:
    """Title, publisher, authors, date, address and language come from the page."""
    report = report_of("a.html", page(head=HEAD))
    assert report.title == STORY[0]
    assert report.publisher == "Harbour Courier"
    assert report.authors == ("Ann Miller", "Jo Fisher")
    assert report.published == "2024-04-30"
    assert report.url == "https://courier.example/crates"
    assert report.language == "en-GB"
    assert report.media_type == "text/html"


def test_furniture_and_comments_are_left_out() -> None:
    """Menus, footers, scripts and readers' comments are no text of the report."""
    body = (
        "<div id='comments' class='comments'><h3>Comments</h3><p>I have never believed a word of what the "
        "harbour master says, and nobody should.</p></div><script>var crates = 'forty';</script>"
    )
    text = report_of("a.html", page(body=body)).text
    assert "World" not in text
    assert "Terms of use" not in text
    assert "never believed" not in text
    assert "var crates" not in text


def test_captions_are_kept() -> None:
    """A caption tells facts, so it stays in the text."""
    caption = "The coaster at the northern pier on Tuesday, with the crates on deck."
    figure = f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"
    markup = page().replace(b"</h1>", f"</h1>{figure}".encode())
    assert caption in report_of("a.html", markup).text


def test_a_headline_outside_the_main_text_opens_it() -> None:
    """Where the extractor drops the headline, it is put before the text, and its place is known."""
    markup = (
        page(head=f"<meta property='og:title' content='{STORY[0]}'>")
        .replace(b"<h1>", b"<!--")
        .replace(b"</h1>", b"-->")
    )
    report = report_of("a.html", markup)
    assert report.text.startswith(f"{STORY[0]}\n\n{STORY[1]}")
    assert report.headline is not None
    assert report.headline.of(report.text) == STORY[0]


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-16"])
def test_the_declared_charset_is_used(charset: str) -> None:
    """Pages in older charsets are read."""
    story = (
        "Ящики на пирсе",
        *["Начальник порта сказал в среду, что груз был отправлен поездом дальше на юг."] * 3,
    )
    markup = page(story).decode().replace("charset='utf-8'", f"charset='{charset}'")
    report = report_of("a.html", markup.encode(charset))
    assert story[1] in report.text


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    """Unclosed and misplaced tags do not stop a page from being read."""
    markup = page().replace(b"</p>", b"").replace(b"</article>", b"</div></span>")
    assert STORY[1] in report_of("a.html", markup).text


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "blockquote", "x"])
def test_nesting_bombs_are_refused(tag: str) -> None:
    """A page nested out of all measure is refused before a parser sees it."""
    bomb = f"<html><body>{f'<{tag}>' * 200_000}text".encode()
    assert isinstance(fault_of("a.html", bomb), UnreadableInput | TooLarge)
    assert str(MAX_DEPTH) in str(fault_of("a.html", f"<html>{f'<{tag}>' * 300}text".encode()))


@pytest.mark.parametrize("attribute", ["a{}=1", "a{}", "a{}='>'", 'a{} = "<p>"'])
def test_a_tag_with_too_many_attributes_is_refused(attribute: str) -> None:
    """Parsers compare each attribute of a tag with all before it: their number is bounded."""
    crowd = " ".join(attribute.format(number) for number in range(100_000))
    assert isinstance(fault_of("a.html", f"<html><body><p {crowd}>text".encode()), TooLarge)


@pytest.mark.parametrize("tag", ["p", "br", "li", "td"])
def test_floods_of_tags_are_refused(tag: str) -> None:
    """A page with more tags than any paper's is refused."""
    error = fault_of("a.html", b"<html><body>" + f"<{tag}>".encode() * (MAX_TAGS + 1))
    assert isinstance(error, TooLarge)


@pytest.mark.parametrize(
    "markup",
    [
        b"<html><body>" + b"<" * 500_000,
        b"<html><body>" + b"<a " * 20_000,
        b"<html><body>" + b"<script" * 20_000,
        b"<html><body>" + b"<!--" * 100_000,
        b"<html><body>" + b"&amp;" * 100_000,
        b"<html " + b"x='" * 100_000,
        b"<!DOCTYPE html [" + b"<!ENTITY a 'aaaa'>" * 1000 + b"]><html><body>&a;&a;",
    ],
    ids=["angles", "open tags", "scripts", "comments", "entities", "attributes", "declarations"],
)
def test_other_bombs_end_in_a_capture_or_an_error(markup: bytes) -> None:
    """Markup made to make parsers slow ends in one clear result."""
    (result,) = taken("a.html", markup)
    assert isinstance(result, Capture | InputError)


def test_a_page_without_a_story_is_refused() -> None:
    """A page of links holds no report."""
    error = fault_of("a.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>")
    assert isinstance(error, UnreadableInput | UnsupportedInput)
    assert error.fault.startswith(("the page holds no main text", "holds nothing but"))
