"""Forms of the data files become patterns, and mistakes in them are told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallybook.errors import VocabularyError
from tallybook.gather.forms import exact, pattern, repeated
from tallybook.vocabulary import load
from tallybook.vocabulary.bylines import PLACES, Byline
from tallybook.vocabulary.clutter import Clutter
from tallybook.vocabulary.loader import load_entries


def test_every_place_can_be_filled() -> None:
    """What the data files may name is what patterns exist for."""
    for place in PLACES:
        assert pattern(f"x {{{place}}} y").groupindex.keys() <= PLACES


def test_every_form_in_the_data_files_becomes_a_pattern() -> None:
    """No form that comes with Tallybook is broken."""
    forms = [form for entry in load().bylines for form in entry.forms]
    forms += [form for entry in load().clutter for form in entry.forms]
    assert len(forms) > 300
    assert all(pattern(form) for form in forms)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("By {persons}", "BY Ann Miller and Omar al Rashid"),
        ("{city}, {day} ({credit}) {dash}", "NEW QUAY, Sept. 4 (Harbour Wire) –"),
        ("{time}, {date}", "21:01, 13.10.23"),
        ("{number} min read", "12 min read"),
        ("Photo: {holders}", "Photo: Ann Miller/Harbour Wire via AP"),
    ],
)
def test_a_form_takes_what_its_places_stand_for(form: str, words: str) -> None:
    """Plain words match in any case, places what they are defined to take."""
    assert pattern(form).fullmatch(words)


def test_labels_may_stand_in_any_number_and_order() -> None:
    """A line of buttons is known by its labels, and by nothing else in it."""
    labels = repeated(("share", "tweet", "{number} comments"))
    assert labels.fullmatch("Share | Tweet | 12 comments")
    assert not labels.fullmatch("Share of the crates")
    assert not labels.fullmatch("sharetweet")


def test_exact_forms_are_words_of_their_own() -> None:
    """What is looked for in running text is found only as it is written, and not inside other words."""
    assert exact("ADVERTISEMENT").search("the end. ADVERTISEMENT The")
    assert not exact("ADVERTISEMENT").search("an advertisement in ADVERTISEMENTS")


@pytest.mark.parametrize("entry", [Byline, Clutter])
@pytest.mark.parametrize(("form", "fault"), [("By {persn}", "unknown place"), ("{date} {date}", "twice")])
def test_a_mistaken_form_is_told_with_its_line(
    tmp_path: Path, entry: type[Byline | Clutter], form: str, fault: str
) -> None:
    """A person who edits a data file learns which form is wrong, and where."""
    (tmp_path / "forms.yaml").write_text(
        f'- name: good\n  where: line\n  forms: ["x"]\n- name: bad\n  where: line\n  forms: ["{form}"]\n'
    )
    with pytest.raises(VocabularyError, match=rf"forms\.yaml:4: .*{fault}"):
        load_entries("forms.yaml", entry, tmp_path)
