"""Verbatim reuse: words, fingerprints, the index over them, and what two reports share."""

from __future__ import annotations

import datetime as dt
import itertools
import random
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.model import Claim, Report, Span
from tallybook.reconcile import Reconciler, reconcile
from tallybook.reconcile.copies import ENOUGH_FINGERPRINTS, Print, shared_words
from tallybook.reconcile.fingerprints import FingerprintIndex
from tallybook.reconcile.shingles import SHINGLE, WINDOW, shingle_hashes, winnow
from tallybook.reconcile.words import folded_words, inside, quotations, quoted_words, words_of
from tests.reconcile.press import COPY, HARBOUR, OTHER, report

LEXICON = [f"w{n}" for n in range(400)]
WORD = st.sampled_from(LEXICON)


def test_words_are_the_same_fast_and_with_places() -> None:
    """Both ways to take a text apart give the same words, thousands separators aside."""
    text = "More than 1,000 crates, “at night”, went to U.S. ships; Kyiv’s 2.5 tonnes."
    listed = words_of(text)
    assert list(listed.folded) == folded_words(text)
    assert "1000" in listed.folded
    assert [s.of(text).casefold().replace(",", "") for s in listed.spans] == list(listed.folded)


@given(st.text(alphabet='ab “”"\n,.'), st.integers(0, 9))
def test_quoted_words_are_found_fast_as_with_places(text: str, at: int) -> None:
    """Both ways to tell which words are quoted agree, clutter left out."""
    clutter = (Span(at, at + 3),)
    slow = inside(words_of(text, clutter).spans, quotations(text))
    assert quoted_words(text, clutter).tolist() == slow


def test_clutter_is_left_out() -> None:
    """Words inside ranges marked as clutter are no words of the report."""
    text = "rockets went SHARE THIS to sea"
    clutter = (Span(13, 23),)
    assert folded_words(text, clutter) == ["rockets", "went", "to", "sea"]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    """An unclosed mark does not swallow the rest of the page."""
    text = "He said “we saw it.\nThe ship left. “Now,” she said."
    marked = inside(words_of(text).spans, quotations(text))
    quoted = [w for w, q in zip(words_of(text).folded, marked, strict=True) if q]
    assert quoted == ["we", "saw", "it", "now"]


@given(st.lists(WORD, max_size=40), st.lists(WORD, min_size=SHINGLE + WINDOW - 1, max_size=30), st.data())
def test_a_shared_run_of_twelve_words_always_shares_a_fingerprint(
    around: list[str], run: list[str], data: st.DataObject
) -> None:
    """Winnowing never misses a run of SHINGLE + WINDOW - 1 words, wherever it stands."""
    cut = data.draw(st.integers(0, len(around)))
    one = around[:cut] + run + around[cut:]
    kept = [set(winnow(shingle_hashes(words)).tolist()) for words in (one, ["x", *run, "y"])]
    assert kept[0] & kept[1]


def test_fingerprints_are_the_same_in_every_process() -> None:
    """A register reconciled again elsewhere finds the same copies: no hash is salted."""
    code = (
        "from tallybook.reconcile.shingles import *;"
        "print(winnow(shingle_hashes('one two three four five six seven eight nine ten'.split())).tolist())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(runs) == 1


@settings(deadline=None)
@given(st.lists(st.sets(st.integers(0, 50), max_size=12), min_size=1, max_size=30), st.data())
def test_the_index_counts_what_each_report_shares(prints: list[set[int]], data: st.DataObject) -> None:
    """The growing index answers as comparing with every report would, removals and replacements included."""
    index = FingerprintIndex()
    held: dict[str, set[int]] = {}
    for number, numbers in enumerate(prints):
        name = f"r{number % 7}"
        if name in held:
            index.remove(name, np.array(sorted(held[name]), dtype=np.uint64))
        index.add(name, np.array(sorted(numbers), dtype=np.uint64))
        held[name] = numbers
    gone = data.draw(st.sampled_from(sorted(held)))
    index.remove(gone, np.array(sorted(held[gone]), dtype=np.uint64))
    del held[gone]
    asked = data.draw(st.sets(st.integers(0, 50), max_size=12))
    sharing = index.sharing(np.array(sorted(asked), dtype=np.uint64), 2)
    assert {name: sharing.of(name) for name in held} == {n: len(own & asked) for n, own in held.items()}
    assert set(sharing.enough) == {
        name
        for name, own in held.items()
        if own and asked and len(own & asked) >= min(2, len(own), len(asked))
    }
    assert sharing.of(gone) == 0


def test_cut_and_extended_copies_are_found_as_exact_comparing_finds_them() -> None:
    """Pairs with containment of a half or more: F1 of .97 or better against exact 5-word containment."""
    rng = random.Random(7)
    texts = [[rng.choice(LEXICON) for _ in range(150)] for _ in range(30)]
    for number in range(30):
        body = texts[number]
        start = rng.randint(0, 60)
        texts.append(
            body[start : start + rng.randint(40, 90)]
            + [rng.choice(LEXICON) for _ in range(rng.randint(0, 80))]
        )
    pages = [Print(report(f"{n:03}.txt", " ".join(words))) for n, words in enumerate(texts)]
    index = FingerprintIndex()
    found, exact = set(), set()
    for page in pages:
        for other in index.sharing(page.kept, ENOUGH_FINGERPRINTS).enough:
            shared = shared_words(page, next(p for p in pages if p.name == other))
            if shared and shared.containment >= 0.5:
                found.add((shared.a, shared.b))
        index.add(page.name, page.kept)
    grams = {
        p.name: {tuple(t[i : i + 5]) for i in range(len(t) - 4)} for p, t in zip(pages, texts, strict=True)
    }
    for (a, ones), (b, twos) in itertools.combinations(sorted(grams.items()), 2):
        if len(ones & twos) >= 0.5 * min(len(ones), len(twos)):
            exact.add((a, b))
    right = len(found & exact)
    assert len(exact) > 10
    assert 2 * right / (len(found) + len(exact)) >= 0.97


def test_what_stands_in_quotation_marks_is_counted_apart() -> None:
    """Two reporters at one briefing share a quotation and no narration."""
    shared = shared_words(Print(report("a.txt", HARBOUR)), Print(report("b.txt", OTHER)))
    assert shared is not None
    assert shared.words >= 15
    assert shared.outside <= 3
    copied = shared_words(Print(report("a.txt", HARBOUR)), Print(report("c.txt", COPY)))
    assert copied is not None
    assert copied.containment > 0.5
    assert copied.outside > 40


def test_the_furniture_of_one_house_is_no_overlap() -> None:
    """The closing lines that a house puts under every report join no two of them."""
    foot = " Write to the editors of the paper at the old mill or call us on any working day before noon."
    one = report("a.txt", " ".join(f"alpha{n}" for n in range(200)) + foot, publisher="The Harbour Post")
    two = report("b.txt", " ".join(f"beta{n}" for n in range(200)) + foot, publisher="The Harbour Post")
    three = report("c.txt", " ".join(f"gamma{n}" for n in range(200)) + foot, publisher="Inland Wire")
    assert shared_words(Print(one), Print(two)) is None
    assert shared_words(Print(one), Print(three)) is not None


NOTICE = """This page sets small files on the machine of the reader which may be refused at any time by a
click on the cross in the upper corner and the house thanks every reader for the support that keeps it free"""


def _with_notice(number: int, own: str, publisher: str | None) -> tuple[Report, list[Claim]]:
    day = dt.date(2024, 1, 1) + dt.timedelta(days=4 * number)
    text = f"Iran shipped rockets to the Houthis. {own} {NOTICE}"
    return report(f"n{number:02}.txt", text, day.isoformat(), publisher=publisher), []


@pytest.mark.parametrize("publisher", [None, "The Harbour Post"])
def test_what_everybody_prints_makes_no_copy(publisher: str | None) -> None:
    """A notice under longer reports is no overlap of them; a copied report is found in spite of it."""
    rng = random.Random(5)
    owns = [" ".join(rng.choices(LEXICON, k=40)) for _ in range(16)]
    shelf = [_with_notice(number, own, publisher) for number, own in enumerate(owns)]
    shelf.append(_with_notice(3, owns[2], "The Copyist"))
    shelf[-1] = (report("copy.txt", shelf[-1][0].text, "2024-01-12"), [])
    book = Reconciler()
    for at, (one, claims) in enumerate(shelf):
        book.add(one, claims)
        if at % 5 == 0:
            book.refresh()
    lineage = book.result().lineage
    assert [(o.a, o.b) for o in lineage.overlaps] == [("copy.txt", "n02.txt")]
    assert [(e.parent, e.child) for e in lineage.edges] == [("n02.txt", "copy.txt")]
    rng.shuffle(shelf)
    assert reconcile([r for r, _ in shelf], []).lineage == lineage
    for one, _ in shelf:
        if one.name not in ("copy.txt", "n02.txt", "n05.txt"):
            book.remove(one.id)
    few = [r for r, _ in shelf if r.name in ("copy.txt", "n02.txt", "n05.txt")]
    assert book.result().lineage == reconcile(few, []).lineage
    assert len(book.result().lineage.overlaps) == 3


def test_what_is_mostly_notice_overlaps_and_is_no_copy() -> None:
    """Short reports that are half a notice or more are listed as pairs, in any order, and join nothing."""
    rng = random.Random(6)
    shelf = [_with_notice(n, " ".join(rng.choices(LEXICON, k=12)), None)[0] for n in range(16)]
    long = [_with_notice(n, " ".join(rng.choices(LEXICON, k=150)), None)[0] for n in range(16, 20)]
    book = Reconciler()
    for one in (*shelf, *long):
        book.add(one, [])
    lineage = book.result().lineage
    short = {one.name for one in shelf}
    half = {(o.a, o.b) for o in lineage.overlaps if o.containment >= 0.5}
    assert half == {
        (a.name, b.name) for a, b in itertools.combinations((*shelf, *long), 2) if {a.name, b.name} & short
    }
    assert not lineage.edges
    mixed = [*long, *shelf]
    rng.shuffle(mixed)
    assert reconcile(mixed, []).lineage == lineage


def test_one_text_twice_is_a_copy_even_if_all_of_it_is_quoted() -> None:
    """A speech that two reports print as a whole is one text; inside a longer report it is no copy."""
    speech = f"“{' '.join(LEXICON[:60])}”"
    longer = f"{speech}\n\n{' '.join(LEXICON[100:180])}"
    shelf = [report(f"{name}.txt", text) for name, text in (("a", speech), ("b", speech), ("c", longer))]
    lineage = reconcile(shelf, []).lineage
    assert {(o.a, o.b) for o in lineage.overlaps} == {
        ("a.txt", "b.txt"),
        ("a.txt", "c.txt"),
        ("b.txt", "c.txt"),
    }
    assert {frozenset((e.parent, e.child)) for e in lineage.edges} == {frozenset(("a.txt", "b.txt"))}
