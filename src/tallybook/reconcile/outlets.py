"""Which outlets a text names, and under which name an outlet is known."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

import msgspec

from tallybook import vocabulary
from tallybook.model import Report, Span
from tallybook.reconcile.names import plain
from tallybook.reconcile.wording import word_set
from tallybook.reconcile.words import fold

_PLAIN = re.compile(r"[^\W_]+")
_SHORTEST_HOST_LABEL = 4


class OutletMention(msgspec.Struct, frozen=True):
    """An outlet as a text names it: its known name and where the words stand."""

    name: str
    span: Span


def key_of(name: str) -> str:
    """What two wordings of one outlet's name have in common: letters and digits without "the".

    "The Hill", "the hill" and the host label "thehill" are one.
    """
    words = [word.casefold() for word in _PLAIN.findall(name)]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    joined = "".join(words)
    return joined[3:] if joined.startswith("the") and len(joined) > 6 else joined


def known_name(name: str) -> str:
    """The vocabulary's name for an outlet, or the name as given."""
    return _known().get(key_of(name), name)


def edition_of(words: str) -> str | None:
    """The outlet of which ``words`` name a service or an edition ("BBC Urdu", "VOA Persian"), or ``None``."""
    named = outlets_in(words)
    bare = words.removeprefix("the ").removeprefix("The ")
    if not named or not bare.startswith(words[slice(*named[0].span)]):
        return None
    rest = {word.casefold() for word in words[named[0].span.end :].split()}
    return named[0].name if rest <= word_set("edition-words") else None


def outlet_meant(name: str, text: str) -> str:
    """The outlet that a name means in a text, which may name it in full elsewhere: "the Post"."""
    key = key_of(name)
    if key in _known():
        return _known()[key]
    longer = {m.name for m in outlets_in(text) if key_of(m.name).endswith(key)} if key else set()
    return longer.pop() if len(longer) == 1 else name


def house_keys(report: Report) -> frozenset[str]:
    """Keys under which the report's own outlet may be named elsewhere; empty where nobody knows it."""
    keys = set()
    if report.publisher:
        keys |= {key_of(report.publisher), key_of(known_name(report.publisher))}
    host = urlsplit(report.url or "").hostname or ""
    labels = host.removeprefix("www.").split(".")
    if len(labels) > 1:
        label = key_of(labels[-2] if len(labels[-2]) >= _SHORTEST_HOST_LABEL else labels[0])
        keys |= {label, key_of(_known().get(label, label))}
    return frozenset(key for key in keys if key)


def outlets_in(text: str, more: tuple[str, ...] = ()) -> tuple[OutletMention, ...]:
    """The outlets that ``text`` names, of the vocabulary and of ``more`` names, in order."""
    found: dict[int, OutletMention] = {}
    for look in (_named(), _named_more(more) if more else None):
        for match in look.finditer(text) if look else ():
            found.setdefault(
                match.start(), OutletMention(known_name(match.group()), Span(match.start(), match.end()))
            )
    return tuple(found[at] for at in sorted(found))


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    return {key_of(words): o.name for o in vocabulary.load().outlets for words in o.claimed()}


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str] | None:
    return _pattern(tuple(words for o in vocabulary.load().outlets for words in o.claimed()))


@lru_cache(maxsize=256)
def _named_more(names: tuple[str, ...]) -> re.Pattern[str] | None:
    return _pattern(names)


def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    longest_first = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    body = "|".join(r"\s+".join(re.escape(part) for part in name.split()) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)") if body else None


def is_press(words: str) -> bool:
    """Whether it is the press at large: "Serbian media", "papers of the opposition"; not "state media"."""
    told = words.split()
    behind = (at for at, word in enumerate(told) if at and fold(word) in word_set("behind-the-head"))
    head = told[: next(behind, len(told))]
    last = plain(head[-1]) if head else ""
    return last in word_set("press-words") and not word_set("official-press-words") & set(
        map(fold, head[:-1])
    )
