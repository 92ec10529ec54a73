"""Bytes become text in the charset they are in, untouched, or are refused."""

from __future__ import annotations

import codecs
import random

import pytest

from tallybook.errors import UnreadableInput
from tallybook.gather.decoding import decode

RUSSIAN = (
    "Порт принял в среду сорок ящиков с запасными частями. Начальник порта сказал, что груз был отправлен "
    "дальше поездом, а документы были в порядке."
)
FRENCH = (
    "Le port a reçu mercredi quarante caisses. "
    "L'été dernier déjà, dit le maître du port, « rien » n'était noté."
)
ENGLISH = "The café at the pier was closed when the crates — forty of them — came ashore."


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "utf-16-le", "utf-16-be", "utf-16", "utf-8"])
def test_cyrillic_is_read_in_the_charsets_in_use(charset: str) -> None:
    """Russian text is read in every charset that archives hold it in, without being told which."""
    text, found = decode("a.txt", RUSSIAN.encode(charset))
    assert text.lstrip("\ufeff") == RUSSIAN
    assert codecs.lookup(found).name.startswith(codecs.lookup(charset).name)


@pytest.mark.parametrize(("words", "charset"), [(FRENCH, "latin-1"), (FRENCH, "cp1252"), (ENGLISH, "cp1252")])
def test_western_text_is_read_as_western(words: str, charset: str) -> None:
    """A few accents or typographic marks in Western text are not taken for those of another code page."""
    assert decode("a.txt", words.encode(charset))[0] == words


def test_a_declared_charset_is_believed() -> None:
    """What the server or the page declares decides where the bytes are no UTF-8."""
    assert decode("a.txt", "Žluťoučký kůň".encode("cp1250"), "windows-1250") == ("Žluťoučký kůň", "cp1250")


@pytest.mark.parametrize("declared", ["latin-1", "no-such-charset", "base64", "utf-16"])
def test_a_wrong_declaration_does_not_spoil_utf_8(declared: str) -> None:
    """Valid UTF-8 is read as UTF-8 whatever was declared."""
    assert decode("a.txt", RUSSIAN.encode(), declared) == (RUSSIAN, "utf-8")


def test_newlines_and_byte_order_mark_stay() -> None:
    """Offsets count in the text as it is on disk: no newline is converted, no mark dropped."""
    assert decode("a.txt", b"\xef\xbb\xbfone\r\ntwo\rthree\n")[0] == "\ufeffone\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03" * 50,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 90,
        random.Random(7).randbytes(400),
    ],
    ids=["all bytes", "low bytes", "program", "noise"],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    """Binary and undecodable bytes are one clear error that names the file."""
    with pytest.raises(UnreadableInput, match=r"^odd\.bin: (is binary|cannot be decoded)"):
        decode("odd.bin", data)


def test_a_mark_that_lies_is_refused() -> None:
    """A byte order mark in front of something else is an error, not a guess."""
    with pytest.raises(UnreadableInput, match="begins with the mark of utf-8"):
        decode("a.txt", b"\xef\xbb\xbf\xff\xfe\xfd")
