"""Which office does a report give to somebody anywhere in its text, before a name or behind it?"""

from __future__ import annotations

import re
from itertools import pairwise

from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.text.tree import Token
from tallybook.read.times.calendar import MONTHS, WEEKDAYS

_MEMBER = ("member", "members")
_LINKS = frozenset({"of", "for", "and", "the", "to", "on"})
_MOST = 10
"""Words of an office before a name, at most."""

_LONG = 110
"""Characters of an office behind a name, at most."""

_WORD = re.compile(r"[\w.'’/-]+")
_FORMER = frozenset(
    {
        "former",
        "then",
        "acting",
        "outgoing",
        "deputy",
        "vice",
        "chief",
        "senior",
        "first",
        "interim",
        "prime",
        "special",
        "permanent",
        "under",
        "assistant",
        "associate",
    }
)


def office_told(name: str, text: str, words: SourceWords) -> str | None:
    """The office of ``name`` in the report's own words, ``None`` where it tells none."""
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    for start, end in places:
        found = _before(text[max(0, start - 160) : start], words) or _behind(
            text[end : end + _LONG + 20], words
        )
        if found:
            return found
    return None


def without_day(title: str) -> str:
    """A title without the day before it that the parser took in: "16 June President"."""
    found = title.split()
    while found and (found[0].strip(".,").isdigit() or found[0].lower().strip(".,") in _DAYS):
        found.pop(0)
    return " ".join(found) if len(found) < len(title.split()) else title


_DAYS = frozenset(name for names in (*MONTHS, *WEEKDAYS) for name in names)


def _before(text: str, words: SourceWords) -> str | None:
    """The office that ends right before a name: "Dutch Prime Minister", "the spokesman of the court, "."""
    line = text.rsplit("\n", 1)[-1]
    if line.endswith(", "):
        return _phrase_before(line[:-2], words)
    if not line.endswith(" "):
        return None
    found = list(_WORD.finditer(line))
    run: list[re.Match[str]] = []
    for match in reversed(found[-_MOST:]):
        word = match[0]
        if run and line[match.end() : run[0].start()].strip():
            break  # a comma or a quotation mark between
        if not (word[:1].isupper() or _is_title(word, words) or word.lower() in _INSIDE):
            break
        if word.endswith(".") and len(word) > 5 and not _is_title(word, words):
            break
        run.insert(0, match)
    while run and not _opens(run[0][0], words):
        run.pop(0)
    if not run or not any(_is_title(m[0], words) for m in run):
        return None
    return line[run[0].start() : run[-1].end()]


def _opens(word: str, words: SourceWords) -> bool:
    """Whether an office may begin so: with a title, "former", or whose office it is."""
    bare = word.removesuffix("'s").removesuffix("’s")
    known = word in words.states or bare in words.states or words.is_body(bare)
    return (
        _is_title(word, words)
        or known
        or word.lower() in _FORMER
        or bare.isupper()
        or word.lower() in _FIELDS
    )


_FIELDS = frozenset(
    {"foreign", "defense", "defence", "army", "navy", "naval", "air", "military", "interior", "government"}
)


_INSIDE = (_LINKS - {"and"}) | _FORMER | _FIELDS
"""Words in lower case that may stand inside an office."""


def _phrase_before(line: str, words: SourceWords) -> str | None:
    """The office between the last comma or verb and the name: "said the head of the fleet, X Y"."""
    phrase = re.split(r"[,.;:()\"“”]\s", line)[-1]
    found = [m for m in _WORD.finditer(phrase) if m[0].islower() and _is_title(m[0], words)]
    if not found or len(phrase) - found[0].start() > _LONG:
        return None
    start = found[0].start()
    before = list(_WORD.finditer(phrase[:start]))
    while before and before[-1][0][:1].isupper() and before[-1][0].lower() not in _LINKS:
        start = before.pop().start()
    return phrase[start:].strip() or None


def _behind(text: str, words: SourceWords) -> str | None:
    """The office between commas behind a name: ", member of the committee of defence,"."""
    match = re.match(
        r",? ?[(,] ?(?:who is |who was )?(?:the |an? )?(?P<office>[^,.;()\"“”\n]{3,110}?)(?=[,.;)\n])", text
    )
    if match is None:
        return None
    office = match["office"]
    first = [w.lower() for w in _WORD.findall(office)[:4]]
    titled = any(_is_title(w, words) or w in _MEMBER for w in first)
    titled = titled or any(_is_title(f"{a} {b}", words) for a, b in pairwise(first))
    return office if titled and not set(first[:1]) & _VERBS else None


_VERBS = frozenset(
    {"who", "said", "told", "and", "but", "which", "on", "in", "at", "after", "as", "with", "while"}
)


def _is_title(word: str, words: SourceWords) -> bool:
    lower = word.lower()
    return words.has("title", lower) or words.has("title", lower.strip("."))


def called_by(name: Token, words: SourceWords) -> Token | None:
    """The noun before a name that says what bears it: "the charity X", "the rights group X"."""
    before = [t for t in name.children if t.i < name.i]
    parts = (t.i for t in before if t.text[:1].isupper() and t.dep_ in ("compound", "flat"))
    first = min([name.i, *parts])
    beside = [name.doc[first - 1]] if first > name.sent.start else []
    return next((t for t in (*reversed(before), *beside) if _says_what(t, words)), None)


def _says_what(noun: Token, words: SourceWords) -> bool:
    known = words.is_of("outlet-noun", noun) or words.is_of("body-noun", noun)
    return known and noun.pos_ == "NOUN" and noun.text.islower()
