"""Which office does a report give to somebody anywhere in its text, before a name or behind it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.text.tree import Token
from tallybook.read.times.calendar import MONTH_NAMES, WEEKDAY_NAMES
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from tallybook.read.attribution.naming import Named

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


def is_date(words: str) -> bool:
    """Whether words are nothing but a day, a month or a year: "May 2011", "late 2019", "Early March"."""
    found = [w.strip(".,’'").lower() for w in words.split()]
    dated = any(w in _DAYS or w[:4].isdigit() for w in found)
    return dated and all(w in _DAYS or w in _OF_DATES or w[:1].isdigit() for w in found)


def without_day(title: str) -> str:
    """A title without the day before it that the parser took in: "16 June President"."""
    found = title.split()
    while found and (found[0].strip(".,").isdigit() or found[0].lower().strip(".,") in _DAYS):
        found.pop(0)
    return " ".join(found) if len(found) < len(title.split()) else title


_DAYS = MONTH_NAMES | WEEKDAY_NAMES
_OF_DATES = frozenset(
    {"early", "mid", "late", "in", "of", "since", "until", "to", "and", "from", "the", "end"}
)


def holder_of(noun: Token, past: Sequence[Named], words: SourceWords, text: str) -> Named | None:
    """Who is called by an office alone that was named with it before: "the Serbian leader", "the premier".

    Of those who spoke, the last one whose title fits; where it does not tell of which state he is, only
    whoever spoke just before, with that state named beside him.
    """
    kin = _KIN.get(noun.lemma_.lower())
    before = [t for t in noun.lefts if t.dep_ != "punct"]
    definite = any(t.lower_ == "the" for t in before)
    plain = all(t.lower_ in _BESIDE or t.text in words.states for t in before)
    behind = [t for t in noun.rights if t.i == noun.i + 1 and t.dep_ != "punct" and not _of_state(t)]
    if kin is None or not definite or not plain or behind or noun.tag_ != "NN":
        return None
    own = {t.text[:_STEM] for t in before if t.text in words.states}
    people = [n for n in past if n.kind == "person" and n.title]
    for named in reversed(people):
        title = (named.title or "").replace("’s", "").replace("'s", "")
        lands = {w[:_STEM] for w in title.split() if w in words.states}
        if not any(re.search(rf"\b{k}\b", title, re.I) for k in kin) or (own and lands and not own & lands):
            continue
        near = named.span is not None and any(
            land in text[max(0, named.span.start - _NEAR) : named.span.end + _NEAR] for land in own
        )
        return named if own & lands or (named is people[-1] and (near or not own)) else None
    return None


def _of_state(preposition: Token) -> bool:
    """Of ``the head of state``, "the head of government"."""
    of = preposition.lower_ == "of"
    return of and any(c.lower_ in ("state", "government") for c in preposition.children)


_STEM = 4
"""Letters that a state and its people share: "Serbia", "Serbian"."""

_NEAR = 100
"""Characters around a name among which the state is named."""

_BESIDE = frozenset(
    {"the", "top", "chief", "senior", "veteran", "defence", "defense", "army", "navy", "military", "spy"}
) | {"intelligence", "security", "police", "alliance", "foreign", "policy"}
"""Words before such an office that leave open whose it is."""

_HEADS = (
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "emir",
    "leader",
    "ruler",
    "chairman",
)
_DEPUTIES = (
    "mp",
    "lawmaker",
    "deputy",
    "senator",
    "congress(?:man|woman)",
    "legislator",
    "member",
    "politician",
)
_RANKS = ("general", "commander", "colonel", "admiral", "captain", "major", "brigadier", "marshal", "chief")
_SPEAKING = ("spokes(?:man|woman|person)", "press secretary")
_ENVOYS = ("foreign minister", "minister of foreign", "ambassador", "envoy", "diplomat", "representative")
_CHIEFS = ("minister", "commander", "head", "chief", "director", "chair(?:man|woman)?", "secretary")
_KIN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("leader", "ruler", "strongman"), _HEADS),
    **dict.fromkeys(("lawmaker", "mp", "legislator", "parliamentarian", "politician"), _DEPUTIES),
    **dict.fromkeys(("officer", "soldier"), _RANKS),
    **dict.fromkeys(("spokesman", "spokeswoman", "spokesperson"), _SPEAKING),
    **dict.fromkeys(("diplomat", "envoy"), _ENVOYS),
    "president": ("president",),
    "premier": ("prime minister", "premier"),
    "head": ("president", "prime minister", *_CHIEFS),
    "chief": _CHIEFS,
    "official": (*_SPEAKING, *_CHIEFS, "official", "adviser", "advisor"),
}
"""What titles whoever is called so may bear."""


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
    papers = (t for t in name.doc[first : name.i] if t.lower_ in _COMING_OUT and _says_what(t, words))
    if (paper := next(papers, None)) is not None:
        return paper  # "the Arden weekly El Norte"
    beside = [name.doc[first - 1]] if first > name.sent.start else []
    return next((t for t in (*reversed(before), *beside) if _says_what(t, words)), None)


def _says_what(noun: Token, words: SourceWords) -> bool:
    known = words.is_of("outlet-noun", noun) or words.is_of("body-noun", noun)
    paper = noun.pos_ == "NOUN" or noun.lower_ in _COMING_OUT  # "the weekly X": the tagger's adjective
    return known and paper and noun.text.islower()


_COMING_OUT = words_of("what papers are called that come out by the calendar")
