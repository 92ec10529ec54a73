"""Times that a text tells without days: "under President X", "in Soviet times", "the other day".

They say when something was, so they are its time, and leave both ends open or only the first one.
"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import When
from tallybook.read.times.dates import SEASON, Rule, View
from tallybook.read.times.lengths import recently
from tallybook.read.times.stretches import day_of, moment, named, nothing, since
from tallybook.vocabulary.wordlists import words_of


def _any(name: str) -> str:
    """One of the words of a list, as part of a pattern."""
    return "(?:" + "|".join(sorted(map(re.escape, words_of(name)), key=len, reverse=True)) + ")"


_RULER, _RULE, _REGIME = _any("titles of rulers"), _any("nouns of ruling"), _any("regimes")
_PAPER = (
    r"(?:Acts?|Agreements?|Articles?|Chapters?|Contracts?|Defen[cs]e|Facility|Financing|Forces?|Foreign|Fund|Initiative"
    r"|Iron|Lend|Lease|Military|National|Operation|Pacts?|Partnership|Plan|Program(?:me)?s?|Project|Protocol|Regulations?"
    r"|Resolutions?|Rules?|Sales|Sanctions|Scheme|Sections?|Security|Title|Treat(?:y|ies)|United|Command|Commands?)"
)
_NAME = r"(?:[A-Z][\w'\u2019-]+ ?){1,4}(?<! )"
_PERSON = (
    rf"(?!(?:[\w-]+ )?{_PAPER}\b)[A-Z][^\W\d_A-Z]+ (?!{_PAPER}\b)(?:(?:al|bin|von|de|van) )?[A-Z][^\W\d_A-Z]+"
)
_NO_RULE = (
    r"(?!['\u2019]|-| (?:program|plan|scheme|deal|contract|order|polic|rule|law|licen|grant|aid|guarantee))"
)
"""Words that make a rule or a plan of what stands before them: no time."""

_OWN = r"(?i:the |its |their |his |her |this )"
_WAR = "wars?|conflict|fighting|invasion|hostilities|fight|siege|offensive|uprising|rebellion"


def _year_out(match: re.Match[str], view: View) -> When:
    """Of ``before the year is out``: up to its end."""
    return cal.between(None, moment(match["x"], view._replace(future=True)).latest)


def _decade_end(_: re.Match[str], view: View) -> When:
    now = day_of(view)
    return cal.between(None, dt.date(now.year // 10 * 10 + 9, 12, 31)) if now else cal.OPEN


def _winter(match: re.Match[str], _: View) -> When:
    return cal.season(int(match["y"]), "winter")


def _past_season(match: re.Match[str], view: View) -> When:
    return moment(f"last {match['season']}", view._replace(future=False))


def _whole_year(_: re.Match[str], view: View) -> When:
    now = day_of(view)
    return cal.between(now.replace(month=1, day=1), now) if now else cal.OPEN


_PAST = "Soviet|colonial|apartheid|communist|Yugoslav|Baathist"
_BEFORE = "earlier|previous|former|bygone|past|other"
_WHICH = "first|second|third|early|earliest|opening|final|last|closing|initial"
_STRETCH = "days?|weeks?|months?|years?|hours?|phase|stages?|spring|summer|autumn|winter"
_AHEAD_OF = "war|invasion|coup|elections?|vote|summit|conflict|offensive"
_IN = r"(?i:in|since|from|during)"
_FEW_WORDS = r"(?:[\w'\u2019-]+ ){0,3}?"

_YEAR = r"(?P<x>(?:19|20)\d\d)(?:[-/\u2013]\d\d(?:\d\d)?)?"

WARS: tuple[Rule, ...] = (
    (rf"(?i:in|during|throughout|amid|from) {_OWN}{_YEAR} {_FEW_WORDS}(?i:{_WAR}|coup)\b", named),
    (rf"(?i:(?:ever )?since) {_OWN}{_YEAR} {_FEW_WORDS}(?i:{_WAR}|coup)\b", since),
)
"""A war or a coup that is told by its year dates what took place in it: "in the 2020 war"."""

RULES: tuple[Rule, ...] = (
    (rf"(?i:under|during) (?i:the )?(?i:{_RULER}) {_NAME}", nothing),
    (rf"(?i:under) (?:(?i:the late) )?{_PERSON}(?= ?[,.;:()\u2014\u2013]|$)", nothing),
    (rf"(?i:under|during) (?i:the )?(?i:{_REGIME}){_NO_RULE}", nothing),
    (
        rf"(?i:under|during) (?i:the |its )?(?:(?i:former|previous|last)|{_NAME}) (?i:{_RULE}){_NO_RULE}",
        nothing,
    ),
    (rf"(?i:under|during|in) (?i:the )(?i:(?:{_RULE}) of )(?i:the )?{_NAME}", nothing),
    (rf"(?i:under|during|in) {_NAME}['\u2019]s? (?i:{_RULE}|time|times|days|term)\b", nothing),
    (rf"{_IN} (?i:the )?(?i:days|time|times|era|heyday) (?i:of )(?:the )?{_NAME}", nothing),
    (rf"{_IN} (?i:the )?(?i:{_PAST}) (?i:times?|days|era|period|years)", nothing),
    (rf"(?i:in|over) (?i:{_BEFORE}) (?i:years|times|days|decades|months)", nothing),
    (rf"{_IN} {_OWN}(?i:{_WHICH}) (?i:{_STRETCH}) (?i:of )(?:{_OWN}){_FEW_WORDS}(?i:{_WAR})\b", nothing),
    (
        r"(?i:for|in) (?i:an? )?[\"\u201c]?(?i:(?:very )?long (?:time|while)|ages)[\"\u201d]?",
        nothing,
    ),
    (rf"(?i:on the eve of|in the run-?up to) {_OWN}{_FEW_WORDS}(?i:{_AHEAD_OF})\b", nothing),
    (
        r"(?i:the other (?:day|week|month)|just now|(?:(?:only|just|some) )+(?:days|weeks) ago)",
        recently,
    ),
    (
        r"(?i:before )(?P<x>(?i:the|this) (?i:year|month|week)) (?i:is (?:out|over|up)|ends|closes)",
        _year_out,
    ),
    (r"(?i:(?:by|before|until|at) the (?:end|close) of (?:the|this) decade)", _decade_end),
    (r"(?i:all (?:this )?year(?: long)?(?! round)|(?:all|throughout) of this year)", _whole_year),
    (r"(?i:since the turn of the year)", _whole_year),
    (
        (
            r"(?i:in|during|over) (?i:the )?(?i:winter )(?i:of )?(?P<y>(?:19|20)\d\d) ?[-\u2013/] ?"
            r"(?:(?:19|20)?\d\d)(?!\d)"
        ),
        _winter,
    ),
    (rf"(?i:(?:in|during|over) )?(?i:the past|this past) {SEASON}", _past_season),
)
"""Expressions of such times, and of what is left of a year or a decade."""
