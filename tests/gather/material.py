"""Files of every kind that the gather tests make for themselves."""

from __future__ import annotations

import datetime as dt
import io
import json

from tallybook.errors import InputError
from tallybook.gather import Options, capture_bytes
from tallybook.model import Capture, Report

NOON = dt.datetime(2024, 5, 1, 12, 0, 30, 999, tzinfo=dt.UTC)
OPTIONS = Options(now=lambda: NOON)

STORY = (
    "Crates land at the northern pier",
    "A coaster put forty crates ashore at the northern pier on Tuesday, the harbour master said, at noon.",
    "Nobody would say what was in them. The harbour master said that the papers named machine parts.",
    "A second coaster is expected at the end of the week, according to the list that the port puts out.",
)


def text_file(paragraphs: tuple[str, ...] = STORY) -> bytes:
    """A plain text file."""
    return "\n\n".join(paragraphs).encode()


def page(paragraphs: tuple[str, ...] = STORY, head: str = "", body: str = "") -> bytes:
    """A page of a paper with furniture around the story."""
    title, *rest = paragraphs
    story = "".join(f"<p>{words}</p>" for words in rest)
    return (
        f"<!doctype html><html lang='en-GB'><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        "<body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<article><h1>{title}</h1>{story}</article>{body}"
        "<footer>Contact us. Terms of use.</footer></body></html>"
    ).encode()


def pdf(pages: tuple[tuple[str, ...], ...] = (STORY[:2], STORY[2:]), title: str | None = None) -> bytes:
    """A PDF with a text layer, a paragraph a line."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        drawn = "".join(f"({line.replace('(', '').replace(')', '')}) Tj 0 -14 Td " for line in lines)
        content = f"BT /F1 9 Tf 20 800 Td {drawn}ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    objects.append(f"<< /Title ({title or ''}) >>".encode("latin-1"))
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    starts = []
    for number, content in enumerate(objects, start=1):
        starts.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % start for start in starts))
    info = b"/Info %d 0 R " % len(objects) if title else b""
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, info, table)
    )
    return out.getvalue()


def article(**fields: object) -> dict[str, object]:
    """An article as archives keep it."""
    return {"id": "a1", "title": STORY[0], "text": "\n\n".join(STORY[1:])} | fields


def lines_file(*articles: dict[str, object]) -> bytes:
    """A JSON Lines file."""
    return "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles or (article(),)).encode()


def taken(name: str, data: bytes, options: Options = OPTIONS) -> list[Capture | InputError]:
    """Everything that gathering an upload gives."""
    return list(capture_bytes(name, data, options))


def report_of(name: str, data: bytes, options: Options = OPTIONS) -> Report:
    """The one report of an upload that must succeed."""
    (capture,) = taken(name, data, options)
    assert isinstance(capture, Capture), capture
    return capture.report


def fault_of(name: str, data: bytes, options: Options = OPTIONS) -> InputError:
    """The one error of an upload that must fail."""
    (error,) = taken(name, data, options)
    assert isinstance(error, InputError), error
    return error
