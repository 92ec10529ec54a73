"""Which outlets a report says that it has its news from.

Three witnesses: the agency that its dateline credits; the relays that its claims carry (``source.via``, and
an outlet that is itself the source); and the words around an outlet's name ("The Hill reports", "according to
Yonhap", "CBS News, citing ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

import msgspec

from tallybook.model import Claim, Report
from tallybook.reconcile.names import whole_name
from tallybook.reconcile.outlets import (
    OutletMention,
    house_keys,
    key_of,
    known_name,
    outlet_meant,
    outlets_in,
)
from tallybook.reconcile.wording import pattern, word_set

_BEFORE = 40
_AFTER = 60
_NAME = r"(?P<name>[A-Z][\w.&’'-]*(?:\s+(?:(?:of|and|the|for|&)\s+)?[A-Z][\w&’'-]*){0,4})"
"""A name in capitals of up to five words, small words between them."""


class Declaration(msgspec.Struct, frozen=True):
    """An outlet that the report names as its source.

    Attributes:
        outlet: its known name; ``key`` is what other wordings of it share.
        words: how the report declares it.
        claims: ids of the claims that came this way; empty where only the text says so.
    """

    outlet: str
    key: str
    words: str
    claims: tuple[str, ...] = ()


def declarations(report: Report, claims: Iterable[Claim]) -> tuple[Declaration, ...]:
    """Every outlet that the report declares, itself left out, in order of name."""
    own, told = house_keys(report), tuple(claims)
    via: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    speakers = {claim.source.name for claim in told if claim.source}
    for claim in told:
        for name in (n for n in _relays(claim) if _may_be_outlet(n, speakers)):
            meant = outlet_meant(name, report.text)
            via.setdefault(key_of(meant), []).append(claim.id)
            names.setdefault(key_of(meant), meant)
    words: dict[str, str] = {}
    if report.credit:
        credited = known_name(report.credit)
        names.setdefault(key_of(credited), credited)
        words.setdefault(key_of(credited), f"({report.credit})")
    for mention, said in _declared_in(report, tuple(sorted(names.values()))):
        key = key_of(mention.name)
        names.setdefault(key, mention.name)
        words.setdefault(key, said)
    return tuple(
        Declaration(names[key], key, words.get(key, names[key]), tuple(sorted(via.get(key, ()))))
        for key in sorted(names)
        if key not in own
    )


def _may_be_outlet(name: str, speakers: Set[str]) -> bool:
    """Whether a relay is an outlet: known as one, or a name that is nobody else's and speaks for nobody."""
    capital = any(letter.isupper() for letter in name[:2])
    if outlets_in(name):
        return capital or name.startswith("the ")
    named = whole_name(name)
    person = name in speakers and " " in name and not re.search(r"[.\d]", name)
    return capital and not person and (named is None or named.kind == "outlet")


def hearsay(report: Report) -> tuple[Declaration, ...]:
    """Every name in capitals that stands where a report names its source, whoever it may be.

    Most are people and offices; a name becomes an outlet once a report bears it as its publisher.
    """
    own, text = house_keys(report), report.text
    found: dict[str, Declaration] = {}
    for start, end, words in _heard_of(text):
        for name in _wordings(text[start:end]):
            key = key_of(known_name(name))
            if key and key not in own:
                found.setdefault(key, Declaration(known_name(name), key, words))
    return tuple(found[key] for key in sorted(found))


def _heard_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Where names stand before a verb of relaying or after its opener, with all of the words."""
    for match in _name_then_verb().finditer(text):
        yield match.start("name"), match.end("name"), " ".join(match.group().split())
    for match in _opener_then_name().finditer(text):
        yield match.start("name"), match.end("name"), " ".join(match.group().split())


def _wordings(name: str) -> Iterator[str]:
    """The whole name, and without the first word or words that may belong to the sentence."""
    words = name.split()
    yield " ".join(words)
    for at in range(1, len(words) - 1):
        yield " ".join(words[at:])


def declares(report: Report, outlet: str) -> str | None:
    """The words with which the report names this outlet as its source, or ``None``."""
    key = key_of(known_name(outlet))
    if outlet.split()[:1] and outlet.split(maxsplit=1)[0] not in report.text:
        return None  # names of the vocabulary are among the declarations already
    found = _declared_in(report, (outlet,))
    return next((words for mention, words in found if key_of(mention.name) == key), None)


def _relays(claim: Claim) -> tuple[str, ...]:
    if claim.source is None:
        return ()
    named = claim.source.name
    own = (named,) if outlets_in(named) and len(outlets_in(named)[0].name) >= len(named) - 5 else ()
    return (*claim.source.via, *own)


def _declared_in(report: Report, more: tuple[str, ...]) -> Iterable[tuple[OutletMention, str]]:
    text = report.text
    for mention in outlets_in(text, more):
        start, end = mention.span
        before = text[max(0, start - _BEFORE) : start]
        after = text[end : end + _AFTER]
        opener = _opener().search(before)
        verb = _relay().match(after)
        if opener or verb:
            first = max(0, start - _BEFORE) + opener.start() if opener else start
            last = end + verb.end() if verb else end
            yield mention, " ".join(text[first:last].split())


@lru_cache(maxsize=1)
def _opener() -> re.Pattern[str]:
    return re.compile(rf"{pattern('relay-openers').pattern}\s+(?:the\s+)?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _relay() -> re.Pattern[str]:
    return re.compile(_relaying(), re.IGNORECASE)


@lru_cache(maxsize=1)
def _name_then_verb() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_NAME}(?i:{_relaying()})")


@lru_cache(maxsize=1)
def _opener_then_name() -> re.Pattern[str]:
    return re.compile(rf"(?i:{pattern('relay-openers').pattern})\s+(?:the\s+)?{_NAME}")


def _relaying() -> str:
    adverbs = "|".join(re.escape(word) for word in sorted(word_set("relay-adverbs")))
    verbs = "|".join(re.escape(word) for word in sorted(word_set("relay-verbs"), key=len, reverse=True))
    return rf",?\s+(?:(?:{adverbs})\s+){{0,3}}(?:{verbs})(?!\w)"
