"""What a text says of itself is read, what is no report is marked, and the text stays as it is."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.gather import read_metadata
from tests.gather.material import report_of

BODY = "Forty crates came ashore at the pier on Tuesday, the harbour master said.\n\nNobody opened them."


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f" date 2023-10 {BODY}", "2023-10"),
        (f" date 2023-10-13 {BODY}", "2023-10-13"),
        (f"Ann Miller21:01, 13.10.23\n\n{BODY}", "2023-10-13"),
        (f" date 2023-10 Ann Miller21:01, 13.10.23\n\n{BODY}", "2023-10-13"),
        (f"Thursday, Apr 18, 2024\n{BODY}", "2024-04-18"),
        (f"Crates land at the pier\nPublished: 18 April 2024, 10:30 GMT\n{BODY}", "2024-04-18"),
        (f" date 2024-01 PORTSMITH, Jan 4 (Harbour Wire) -- {BODY}", "2024-01-04"),
        (f"{BODY}\n\nCopyright 2023, Harbour Courier", "2023"),
        (f"Crates land at the pier\nFriday, 24 February 2023, 09:12\n\n{BODY}", "2023-02-24"),
        (f"Crates land at the pier\nOctober 13, 20239:01 PM GMT+3Updated 2 days ago\n\n{BODY}", "2023-10-13"),
        (f"Crates land at the pier\nIssued on: 13/10/2023 - 21:01\n\n{BODY}", "2023-10-13"),
        (f"PORTSMITH/QUAY, Oct. 5, 2023 (a feature) — {BODY}", "2023-10-05"),
        (f"Harbour talks\n\n{BODY}\n\n8 August 2014", "2014-08-08"),
        (
            f"Crates land at the pier\nHarbour Desk Jul 8, 2021, 02:40 PM | Updated 03:10 PM\n{BODY}",
            "2021-07-08",
        ),
        (f"Crates land at the pier\nPort news\n21-09-2022 | 11:15\n{BODY}", "2022-09-21"),
        (
            f"Crates land at the pier\nBy Harbour with agencies  Published on 27/03/2020 - 8:01\n{BODY}",
            "2020-03-27",
        ),
        (f"Crates land at the pier\n877 Monday, 3 May, 2021, 18:24\n\n{BODY}", "2021-05-03"),
        (f"Crates land at the pier\n9th November 2020 – (Quay) {BODY}", "2020-11-09"),
        (f"Crates land at the pier\nQuay, 5 March 2021 (hpa) - {BODY}", "2021-03-05"),
        (
            f"Harbour talks\n\n– Statement of two ports,\n\nMarch 11, 2021\n\n{BODY}",
            None,
        ),
        (
            f"Crates land at the pier\nMonday, March 3, 2025   0 comments   Labels: Quay, Tar\n\n{BODY}",
            "2025-03-03",
        ),
        (f"Crates land at the pier\nWritten by our reporter - 22nd Jan 2025 - \n\n{BODY}", "2025-01-22"),
        (f"Crates land at the pier\n\n30.01.2023, Quay Town.\n\n{BODY}", "2023-01-30"),
        (f"{BODY}\n\n(Quay desk; this story was published on Feb 1, 2024)", "2024-02-01"),
        (f"Crates land at the pier\n\n{BODY}\n\nThe mayor comments on March 3, 2025, in a letter.", None),
        (f"Crates land at the pier\nBy Quay Wire | Thursday, July 17, 2025 | World\n\n{BODY}", "2025-07-17"),
        (
            f"Quay Weekly  >  Sea  >  Trade\n18 Jul 2025 - by Staff reporter\nCrates land\n\n{BODY}",
            "2025-07-18",
        ),
        (f"Crates land at the pier\nAs of: April 14, 2024, 6:05 a.m.\n{BODY}", "2024-04-14"),
        (f"Crates land at the pier\n2025/07/16 19:40\n{BODY}", "2025-07-16"),
        (f"Crates land at the pier\nQUAYNEWS 4/28/2024\n\n{BODY}", "2024-04-28"),
        (f"Crates land at the pier\nby Staff - 04/12/23 12:19 PM ET\n\n{BODY}", "2023-04-12"),
        (f"Crates land at the pier\nQUAY TOWN — 08/01/2022 21:17\n\n{BODY}", "2022-01-08"),
        (f"Crates Landed at the Old Pier on May 3, 2024\n\n{BODY}", None),
        (f"Crates land at the pier\nPORTSMITH. 4 May 2012 (Harbour Wire). {BODY}", "2012-05-04"),
        (f"Portsmith, May 4, 2012 (HWA) {BODY}", "2012-05-04"),
        (f"Crates land at the pier\nPORTSMITH | Quay Monthly, March 2022 — {BODY}", "2022-03"),
        (f"Crates land at the pier\n16:20, 4 May 2012, Portsmith – {BODY}", "2012-05-04"),
        (f"Crates land at the pier\nFrom our harbour staff, Portsmith, 4 May 2012\n\n{BODY}", "2012-05-04"),
        (f"Crates land at the pier\nIn May 2012 Portsmith – then a village – had no pier. {BODY}", None),
        (BODY, None),
    ],
)
def test_date_of_publication(text: str, published: str | None) -> None:
    """The date is read from archive lines, bylines, date lines and datelines, at the finest precision."""
    assert read_metadata(text).published == published


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (f"Ann Miller21:01, 13.10.23\n\n{BODY}", ("Ann Miller",)),
        (
            f"Crates land at the pier\nBy Ann Miller and Omar al Rashid\n\n{BODY}",
            ("Ann Miller", "Omar al Rashid"),
        ),
        (f"Crates land at the pier\nBY ANN MILLER | April 18, 2024\n\n{BODY}", ("ANN MILLER",)),
        (
            f"{BODY}\n\n(Reporting by Ann Miller and Jo Fisher; editing by Sam Poole)",
            ("Ann Miller", "Jo Fisher"),
        ),
        (f"Crates at the pier\nBy Ann Mi-su | SEOUL, Jan. 8, 2024\n\n{BODY}", ("Ann Mi-su",)),
        (f"By Tuesday the crates had left\n\n{BODY}", ()),
        (f"By Ann Miller's account the crates were empty, and nobody doubted it.\n\n{BODY}", ()),
    ],
)
def test_authors(text: str, authors: tuple[str, ...]) -> None:
    """Bylines give the authors; a sentence that begins like one does not."""
    assert read_metadata(text).authors == authors


@pytest.mark.parametrize(
    ("text", "publisher", "credit"),
    [
        (f"(Harbour Wire) -- {BODY}", "Harbour Wire", "Harbour Wire"),
        (f"PORTSMITH, Jan 4 (HW) -- {BODY}", "HW", "HW"),
        (f"PORTSMITH, Northland (HW) — {BODY}", "HW", "HW"),
        (
            f"(QUAYNEWS- Harbour Wire Agency (HWA)) PORTSMITH, Jan 4 (HWA) -- {BODY}",
            "QUAYNEWS",
            "Harbour Wire Agency (HWA)",
        ),
        (f"(QUAYNEWS) {BODY}", "QUAYNEWS", None),
        (f"Goma (DRC) - {BODY}", None, None),
        (f"PORTSMITH, October 13. /HWA/. {BODY}", "HWA", "HWA"),
        (f"Oct 13 (Harbour Wire) - {BODY}", "Harbour Wire", "Harbour Wire"),
        (f"Portsmith [NL], October 13 (HWA): {BODY}", "HWA", "HWA"),
        (f"PORTSMITH (Quay News / HWA - 13th October, 2023) {BODY}", "Quay News", "HWA"),
        (
            f"Crates land at the pier\nBy The Associated Press\n{BODY}",
            "The Associated Press",
            "The Associated Press",
        ),
        (f"Reuters\n{BODY}", "Reuters", "Reuters"),
        (f"QUAY-WATCH (HWA) said so. {BODY}", None, None),
        (f"Source: Ann Miller\n{BODY}", None, None),
        (f"{BODY}\n\nQUAYNEWS · January 2024 · 4 min read", "QUAYNEWS", None),
        (
            f"{BODY}\n\nFor the latest news, weather and tides, head to The Harbour Courier.",
            "The Harbour Courier",
            None,
        ),
        (f"{BODY} For the latest news, visit Harbour Courier.", "Harbour Courier", None),
        (f"{BODY}\n\nCopyright 2023, Harbour Wire. All rights reserved.", "Harbour Wire", None),
        (f"{BODY}\n\n© 2023 The Harbour Courier", "The Harbour Courier", None),
        (
            f"{BODY}\n\nAs Harbour News Agency earlier reported, a first coaster came in May.",
            "Harbour News Agency",
            None,
        ),
        (
            f"{BODY} Harbour News Agency reports it.\n\nAs Harbour News Agency reported, more came.",
            None,
            None,
        ),
        (f"{BODY}\n\nAs the ministry reported, a first coaster came in May.", None, None),
        (BODY, None, None),
    ],
)
def test_publisher_and_wire_credit(text: str, publisher: str | None, credit: str | None) -> None:
    """Who put a report out is kept apart from the agency that wrote it; a cited outlet is neither."""
    told = read_metadata(text)
    assert (told.publisher, told.credit) == (publisher, credit)


def test_the_agency_stays_with_the_report() -> None:
    """The credit of a dateline is kept beside the publisher, so that copies can be traced to the agency."""
    report = report_of("a.txt", f"(QUAYNEWS- Harbour Wire (HW)) {BODY}".encode())
    assert (report.publisher, report.credit) == ("QUAYNEWS", "Harbour Wire (HW)")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Crates land at the northern pier\n\n{BODY}", "Crates land at the northern pier"),
        (f" date 2023-10  Crates land at the northern pier\n{BODY}", "Crates land at the northern pier"),
        (f"Skip to Content\nMenu Explore\nCrates land at the pier\n{BODY}", "Crates land at the pier"),
        (f"Crates land at the pier PORTSMITH, Jan 4 (HW) -- {BODY}", "Crates land at the pier"),
        (f"Who sent the forty crates?\n{BODY}", "Who sent the forty crates?"),
        (BODY, None),
        ("Crates land at the northern pier", None),
        (f"Harbour talks\n\n{BODY}", "Harbour talks"),
        (f"Crates landed by Quay Line Inc.\n\n{BODY}", "Crates landed by Quay Line Inc."),
        (
            f"HARBOUR TRANSCRIPT, QUAY BASE, 27 APRIL 1990\n\n{BODY}",
            "HARBOUR TRANSCRIPT, QUAY BASE, 27 APRIL 1990",
        ),
        (f"OPERATION QUAY — PRESS RELEASE 17/2022\n\n{BODY}", "OPERATION QUAY — PRESS RELEASE 17/2022"),
    ],
)
def test_headline(text: str, title: str | None) -> None:
    """A headline is a first line that does not end like a sentence, also glued to what stands around it."""
    told = read_metadata(text)
    assert told.title == title
    assert (told.headline is None) == (title is None)
    if told.headline is not None:
        assert told.headline.of(text) == title


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT Advertisement",
        "Skip to Content",
        "Menu Explore",
        "Search Search",
        "2 min read",
        "In-depth",
        "Live Story",
        "Share | Tweet | WhatsApp | Email",
        "Sign up for our free weekly newsletter",
        "Photo by Ann Miller/Harbour Wire",
        "Ann Miller/Harbour Wire via Getty Images",
        "Read also: Coaster lost in fog",
        "Portsmith °C",
    ],
)
def test_clutter_is_marked(line: str) -> None:
    """What stands on the page and is no report is marked, whole."""
    text = f"{BODY}\n\n{line}\n\n{BODY}"
    assert [span.of(text) for span in read_metadata(text).clutter] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: A ship with forty crates of rifles leaves Portsmith for the south",
        "Search parties found forty crates of rifles.",
        "Share of rifles sent to the southern army: forty crates.",
        "The News of the crates reached the ministry.",
        "A picture shows the crates on the deck of the coaster.",
        "Follow the crates, the ministry said.",
    ],
)
def test_content_is_never_clutter(line: str) -> None:
    """A line that says something of the matter stays, also when it begins like a button."""
    assert read_metadata(f"{BODY}\n\n{line}\n\n{BODY}").clutter == ()


def test_a_credit_before_a_caption_leaves_the_caption() -> None:
    """Only the credit is marked; the caption's facts are content."""
    text = f"{BODY}\n\nS. Navy photo via AP Crates stand beside the coaster at noon.\n\n{BODY}"
    assert [span.of(text) for span in read_metadata(text).clutter] == ["S. Navy photo via AP"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_any_text_is_looked_at_without_failing(text: str) -> None:
    """Spans stand in the text, in order and apart, whatever the text is."""
    told = read_metadata(text)
    assert all(span.stands_in(text) for span in told.clutter)
    assert all(
        a.end < b.start or a.end <= b.start for a, b in zip(told.clutter, told.clutter[1:], strict=False)
    )
    assert told.headline is None or told.headline.stands_in(text)


@given(
    st.lists(
        st.sampled_from([*"(-—),.|/ ", "A", "Ann", "date ", "By ", "Jan 4", "2023", "©", "\n"]), max_size=200
    )
)
def test_text_made_of_the_pieces_of_forms_is_read_in_bounded_time(pieces: list[str]) -> None:
    """No arrangement of names, brackets and dates makes the forms search for ever."""
    text = "".join(pieces)
    assert all(span.stands_in(text) for span in read_metadata(text).clutter)


@pytest.mark.parametrize(
    "words",
    [
        "AFL-CIO workers loaded the crates on Tuesday.",
        "MINISTERS KNEW OF THE CRATES, BUT RIFLES WENT SOUTH - The papers show it.",
    ],
)
def test_words_in_capitals_are_not_taken_for_a_place_of_writing(words: str) -> None:
    """Abbreviations with a hyphen and headings in capitals stay content."""
    assert read_metadata(f"{words}\n\n{BODY}").clutter == ()


def test_a_dateline_without_a_year_takes_it_from_a_weekday() -> None:
    """A dateline's day falls in the year in which the weekday of the text fits it."""
    text = f"PORTSMITH, April 11 (Harbour Wire) -- {BODY}"
    assert read_metadata(text, dt.date(2026, 11, 1)).published == "2023-04-11"
    assert read_metadata(text).published is None
    line = f"Crates land at the pier\n\n11 April | Quay desk\n\n{BODY}"
    assert read_metadata(line, dt.date(2026, 11, 1)).published == "2023-04-11"
