"""How reports say who wrote them, who put them out, where and when: forms with places to fill.

A form is plain words with named places in braces. ``gather/forms.py`` says what each place takes:

=============  ==========================================================================
place          takes
=============  ==========================================================================
{date}         a date with a year, or a year and month
{day}          a month and a day without a year
{year}         four digits
{time}         a time of day
{weekday}      a weekday
{person}       two to four names; {persons} several of them, joined
{outlet}       who puts the report out (its publisher)
{credit}       the agency that wrote it, where that is somebody else
{agency}       a picture agency; {holders} several names with what joins them in a credit
{self}         the outlet speaking of itself
{city}         a place in capital letters, with a country or state after it
{town}         a place in ordinary letters
{words}        a few words of no interest; {number} a number
{dash}         any dash
=============  ==========================================================================
"""

from __future__ import annotations

import re
from typing import Literal

from tallybook.vocabulary.loader import Entry

PLACES = frozenset(
    {
        *("date", "day", "year", "time", "weekday", "number", "words", "dash"),
        *("person", "persons", "outlet", "credit", "agency", "holders", "self", "city", "town"),
    }
)
"""Names of the places that a form may hold."""


class Byline(Entry, frozen=True, kw_only=True):
    """Forms of one kind of line about the report itself.

    Attributes:
        name: what the forms are.
        where: ``lead`` put before the text by whoever archived it, on the same line;
            ``opening`` at the start of one of the first paragraphs, text follows on the same line;
            ``line`` one of the first lines as a whole; ``stamp`` a word that tells a line of the first
            ones about when the report came out; ``closing`` one of the last lines as a whole;
            ``sentence`` the beginning of a sentence, which stays content; ``masthead`` no form but a word
            that outlets are called by; ``joint``, ``small``, ``particle``, ``article`` words between names,
            inside names of outlets, inside names of persons, before names; ``abbreviation`` an ending with
            a full stop that ends no sentence.
        forms: the forms, the first that fits wins.
    """

    name: str
    where: Literal[
        "lead",
        "opening",
        "line",
        "stamp",
        "closing",
        "sentence",
        "masthead",
        "joint",
        "small",
        "particle",
        "article",
        "abbreviation",
    ]
    forms: tuple[str, ...]

    def __post_init__(self) -> None:
        check_places(self.forms)


def check_places(forms: tuple[str, ...]) -> None:
    """Refuse a form with a place that does not exist, or one twice.

    Raises:
        ValueError: names the form and the place.
    """
    for form in forms:
        places = re.findall(r"\{(\w*)\}", form)
        for place in places:
            if place not in PLACES:
                raise ValueError(f"'{form}' holds an unknown place {{{place}}}")
            if places.count(place) > 1 and place not in (
                "words",
                "number",
                "dash",
                "weekday",
                "agency",
                "town",
            ):
                raise ValueError(f"'{form}' holds the place {{{place}}} twice")
