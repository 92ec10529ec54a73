"""Addresses are fetched within limits, and nothing private is reached unless allowed."""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
import socket
from collections.abc import Iterator

import msgspec
import pytest

from tallybook.errors import FetchRefused, InputError, TooLarge, UnreadableInput, UnsupportedInput
from tallybook.gather import Given, Options, fetch, gather
from tallybook.gather.reach import is_public, resolve
from tallybook.model import Capture, CaptureMethod
from tests.gather.loopback import PAGES, Answers, served
from tests.gather.material import OPTIONS, STORY

HERE = msgspec.structs.replace(OPTIONS, allow_private=True, timeout=5.0, max_bytes=1_000_000)


@pytest.fixture
def site() -> Iterator[str]:
    """A server of the tests' own."""
    with served() as address:
        yield address


def fetched(url: str, options: Options = HERE) -> Capture:
    (capture,) = fetch(url, options)
    assert isinstance(capture, Capture), capture
    return capture


def refused(url: str, options: Options = HERE) -> InputError:
    (error,) = fetch(url, options)
    assert isinstance(error, InputError)
    assert str(error).startswith(url)
    assert "\n" not in str(error)
    return error


@pytest.mark.parametrize("path", ["/story.html", "/story.txt", "/story.pdf", "/gzip/story.html", "/untyped"])
def test_what_was_fetched_is_kept(site: str, path: str) -> None:
    """Bytes, hash, time, method and address are kept, and the story is in the text."""
    capture = fetched(site + path)
    body = PAGES[path.replace("/gzip", "")][1]
    assert capture.data == body
    assert capture.report.sha256 == hashlib.sha256(body).hexdigest()
    assert capture.report.name == capture.report.url == site + path
    assert capture.report.capture_method is CaptureMethod.URL
    assert capture.report.captured_at == "2024-05-01T12:00:30Z"
    assert STORY[2][:40] in capture.report.text


def test_the_charset_that_the_server_declares(site: str) -> None:
    """Text is decoded as the server says."""
    report = fetched(f"{site}/cyrillic.txt").report
    assert report.text.startswith("Ящики на пирсе")
    assert report.charset == "koi8-r"


def test_redirects_are_followed_to_the_end(site: str) -> None:
    """The report is called by the address asked for; its url is the one that answered."""
    report = fetched(f"{site}/countdown/3").report
    assert report.name == f"{site}/countdown/3"
    assert report.url == f"{site}/story.html"


def test_what_a_person_says_of_a_page(site: str) -> None:
    """Given fields override what the page says."""
    (capture,) = fetch(f"{site}/story.html", HERE, Given(publisher="Harbour Courier"))
    assert isinstance(capture, Capture)
    assert capture.report.publisher == "Harbour Courier"
    assert capture.report.mended == ("publisher",)


def test_addresses_stand_among_other_targets(site: str) -> None:
    """A batch goes on after an address that fails."""
    results = list(gather([f"{site}/status/500", f"{site}/story.txt"], HERE))
    assert isinstance(results[0], FetchRefused)
    assert isinstance(results[1], Capture)


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/status/404", FetchRefused, "answered 404"),
        ("/status/500", FetchRefused, "answered 500"),
        ("/circle", FetchRefused, "redirects in a circle"),
        ("/halved/story.html", FetchRefused, "ends too early"),
        ("/countdown/9", FetchRefused, "more than 5 redirects"),
        ("/picture", UnsupportedInput, "a picture"),
        ("/film", UnsupportedInput, "video/mp4"),
        ("/nothing", UnreadableInput, "is empty"),
        ("/bomb", TooLarge, "more than 1,000,000 bytes"),
        ("/endless/0", TooLarge, "more than 1,000,000 bytes"),
        ("/coded/br", FetchRefused, "coding"),
        ("/coded/gzip", FetchRefused, "could not be fetched"),
        ("/cut", FetchRefused, "could not be fetched"),
    ],
)
def test_answers_that_are_refused(site: str, path: str, kind: type[InputError], words: str) -> None:
    """Errors, loops, bombs and what is no text end in one clear message each."""
    error = refused(site + path)
    assert isinstance(error, kind)
    assert words in error.fault


def test_a_body_that_never_ends_is_left_after_the_time_allowed(site: str) -> None:
    """The time counts for the whole fetch, not for each piece."""
    error = refused(f"{site}/endless/0.05", msgspec.structs.replace(HERE, timeout=0.4))
    assert isinstance(error, FetchRefused)
    assert "longer than 0.4 seconds" in error.fault


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/story.html",
        "http://localhost:{port}/story.html",
        "http://[::1]:{port}/story.html",
        "http://[::ffff:127.0.0.1]:{port}/story.html",
        "http://2130706433:{port}/story.html",
        "http://0x7f.1:{port}/story.html",
        "http://0.0.0.0:{port}/story.html",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
    ],
)
def test_private_addresses_are_refused(site: str, url: str) -> None:
    """This machine and private networks are not reached, however the address is written."""
    Answers.asked.clear()
    error = refused(
        url.format(port=site.rpartition(":")[2]), msgspec.structs.replace(HERE, allow_private=False)
    )
    assert isinstance(error, FetchRefused)
    assert "private or local address" in error.fault or "no such host" in error.fault
    assert Answers.asked == []


def test_each_redirect_is_checked_anew(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page may not lead to a private address."""
    public = ipaddress.ip_address("127.0.0.1")
    monkeypatch.setattr("tallybook.gather.reach.is_public", lambda ip: ip == public)
    options = msgspec.structs.replace(HERE, allow_private=False)
    error = refused(f"{site}/to/http://10.1.2.3/", options)
    assert "10.1.2.3, a private or local address" in error.fault


def test_the_address_checked_is_the_address_reached(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is looked up once; the server is asked under that name, at the address that was checked."""
    looked_up: list[str] = []

    def lookup(host: str, port: int, *args: object, **kwargs: object) -> list[object]:
        looked_up.append(host)
        ip = "127.0.0.1" if host == "courier.example" else host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    port = site.rpartition(":")[2]
    assert fetched(f"http://courier.example:{port}/story.html").report.title == STORY[0]
    assert looked_up.count("courier.example") == 1
    assert Answers.asked == [f"courier.example:{port}"]


def test_hosts_in_other_scripts_are_asked_by_their_ascii_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host with letters outside ASCII is looked up and asked in its encoded form."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("93.184.216.34", 8080))])
    there = asyncio.run(resolve("a", "http://hafenblätter.example:8080/", allow_private=False))
    assert there.authority == "xn--hafenbltter-r8a.example:8080"


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with a public and a private address is refused."""
    found = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(FetchRefused, match="private or local"):
        asyncio.run(resolve("a", "http://courier.example/", allow_private=False))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://courier.example/a",
        "file:///etc/passwd",
        "http://",
        "http://a:b@courier.example/",
        "http://a:99999/",
        "http://[::1/",
        "http://courier.invalid/",
        "http://\x00/",
        "http://xn--/",
        "https://" + "a" * 300 + ".example/",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    """Other schemes, passwords in addresses, and what is no address at all are refused without a request."""
    (error,) = fetch(url, HERE)
    assert isinstance(error, FetchRefused)
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("100.64.0.1", False),
        ("192.0.2.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::ffff:10.0.0.1", False),
        ("2002:0a00:0001::1", False),
        ("64:ff9b::7f00:1", False),
        ("ff02::1", False),
    ],
)
def test_what_is_public(ip: str, public: bool) -> None:
    """Only addresses of the open internet are public, also where IPv6 wraps IPv4."""
    assert is_public(ipaddress.ip_address(ip)) is public
