"""How does a report name a source: a person in full with the office, a body, or a nameless official?"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Literal

from tallybook.model import Span
from tallybook.read.attribution.governed import child
from tallybook.read.attribution.offices import called_by, office_told, without_day
from tallybook.read.attribution.phrases import (
    apposed_name,
    is_hyphened,
    tidy,
    without_article,
)
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.told import Passage
from tallybook.read.text.tree import Token
from tallybook.read.times.calendar import MONTH_NAMES, WEEKDAY_NAMES

NamedKind = Literal["person", "body", "outlet", "nameless", "thing", "self", "open"]

_BEFORE_SURNAME = re.compile(r"(?:(?<!\w)(?:[A-Z][\w’'-]*|[A-Z]\.|al|el|bin|ibn|von|van|der|de|da|di)[ -])+$")


def _names_after(title: Token) -> list[int]:
    """The capitalised run right behind a title that the parser cut off from it ("Cmdr. X Y")."""
    doc, at = title.doc, title.i + 1
    if at < len(doc) and doc[at].text == ".":
        at += 1
    run = []
    while at < title.sent.end and doc[at].pos_ == "PROPN":
        run.append(at)
        at += 1
    return run


_DATES = MONTH_NAMES | WEEKDAY_NAMES


def _is_date(word: str) -> bool:
    """Whether a word before a surname is a month or a day; "Jan" without a full stop is a first name."""
    return word.lower().strip(".") in _DATES - ({"jan", "mar", "sun"} if not word.endswith(".") else set())


def _without_date(run: list[int], token: Token) -> list[int]:
    """A name without the day or month before it that the parser took in: "On Sept. 24 X said"."""
    doc = token.doc
    if not run or run[0] == 0 or doc[run[0] - 1].lower_ not in ("in", "on", "since", "until", "by"):
        return run
    if doc[run[0]].lower_.strip(".") not in _DATES:
        return run
    at = 1
    while at < len(run) - 1 and (doc[run[at]].like_num or doc[run[at]].is_punct):
        at += 1
    return run[at:] or run


def _name_before(token: Token) -> list[int]:
    """The parts of a name with a hyphen before its last one."""
    at = token.i
    while at > token.sent.start and (token.doc[at - 1].pos_ == "PROPN" or token.doc[at - 1].text == "-"):
        at -= 1
    return list(range(at, token.i))


def _end_of_title(title: Token, name: Token) -> int:
    """The last token of a title: "State" of "Secretary of State X"."""
    of = next((c for c in title.children if c.dep_ == "prep" and c.lower_ in ("of", "for")), None)
    inner = child(of, "pobj") if of is not None else None
    return inner.i if inner is not None and inner.i < name.i else title.i


_GIVEN = r"[A-Z][a-z]+-[a-z]+\b"
"""A name of two syllables with a hyphen, which stands behind the surname."""

_LEAST, _MOST = 2, 4
"""Words of a person's name."""


@dataclass(frozen=True)
class Named:
    """A source as the report names it.

    ``self`` is the speaker around it ("we"), ``thing`` a document or image, ``open`` nobody who is named.
    """

    name: str
    kind: NamedKind
    span: Span | None = None
    title: str | None = None
    lemma: str = ""
    plural: bool = False


class Namer:
    """Names the noun phrases of one report."""

    def __init__(self, text: str, words: SourceWords) -> None:
        self._text = text
        self._words = words
        self._full: dict[str, str | None] = {}
        self._titles: dict[str, str] = {}

    def name(self, token: Token, passage: Passage, within: Container[int] | None = None) -> Named:
        """The source with head ``token``; tokens outside ``within`` are no part of its name."""
        core = _without_date([i for i in self._words.core(token) if within is None or i in within], token)
        spans = passage.spans(core)
        plural = token.tag_ in ("NNS", "NNPS") or child(token, "conj") is not None
        base = Named(
            name=tidy(" ".join(s.of(passage.text) for s in spans)),
            kind="nameless",
            span=spans[0] if spans else None,
            lemma=token.lemma_.lower(),
            plural=plural,
        )
        if child(token, "conj") is not None and token.pos_ == "PROPN":
            return replace(base, kind="body")
        if (
            token.pos_ == "PROPN"
            or (token.text[:1].isupper() and not token.is_sent_start)
            or is_hyphened(token)
        ):
            return self._proper(token, passage, base)
        return self._common(token, passage, base)

    def full_name(self, surname: str) -> str | None:
        """The shortest name of two words or more in the report that ends in ``surname``."""
        if surname not in self._full:
            self._full[surname] = self._search(surname)
        return self._full[surname]

    def _common(self, token: Token, passage: Passage, base: Named) -> Named:
        apposed = apposed_name(token)
        outlet = self._words.is_of("outlet-noun", token)
        if apposed is not None and self._words.is_of("title", token):
            return self._person(self._proper_base(apposed, passage, base), base.name)
        behind = self._behind_place(token, passage, base) if self._words.is_of("title", token) else None
        if behind is not None:
            return behind
        thing = self._words.is_thing(token)
        if apposed is not None and (outlet or self._words.has("body-noun", base.lemma)):
            named = self.name(apposed, passage)
            return replace(named, kind="outlet" if outlet else "body", lemma=base.lemma)
        if apposed is not None and not thing:  # "the blogger X Y", "the maker, X"
            return replace(self.name(apposed, passage), lemma=base.lemma)
        if outlet:
            return replace(base, kind="outlet")
        if thing:
            return replace(base, kind="thing")
        return replace(base, kind="body") if self._words.has("body-noun", base.lemma) else base

    def _proper(self, token: Token, passage: Passage, base: Named) -> Named:
        titles = [t.i for t in token.children if t.i < token.i and self._is_title_part(t)]
        office = self._words.is_of("title", token)  # "the Chief Minister" is an office and no name
        if titles and not office and not self._words.is_body_name([token.lower_]):
            last = _end_of_title(passage.doc[max(titles)], token)
            run = range(last + 1, token.i + 1)
            first = min(self._words.core(token))
            commas = [t.i + 1 for t in passage.doc[first:last] if t.text == ","]
            title = passage.words(range(max([first, *commas]), last + 1))
            spans = passage.spans(run)
            title = self._office_behind(token, title, passage) or title
            return self._person(
                replace(base, name=passage.words(run), span=spans[0] if spans else base.span), title
            )
        if office:
            return self._behind_title(token, passage, base)
        if self._words.is_outlet_name(base.name):
            return replace(base, kind="outlet")
        called = called_by(token, self._words)
        if called is not None:  # "the broadcaster X", "the charity X"
            name = passage.words(range(called.i + 1, token.i + 1))
            outlet = self._words.is_of("outlet-noun", called)
            return replace(base, name=name, kind="outlet" if outlet else "body")
        apposed = child(token, "appos")
        alone = token.tag_ not in ("NNS", "NNPS") and (apposed is None or child(apposed, "conj") is None)
        if apposed is not None and alone and self._words.is_of("title", apposed):
            return self._person(base, passage.words(self._words.core(apposed)))
        return self._bare(token, passage, base)

    def _office_behind(self, token: Token, title: str, passage: Passage) -> str | None:
        """The office that stands behind a name with a bare rank: "General X Y, the head of the staff"."""
        if not all(self._words.has("rank", w.lower()) for w in title.split()):
            return None
        apposed = child(token, "appos")
        office = apposed is not None and self._words.is_of("title", apposed)
        return passage.words(self._words.core(apposed)) if apposed is not None and office else None

    def _is_title_part(self, token: Token) -> bool:
        return token.dep_ in ("compound", "amod", "nmod", "appos", "nsubj") and self._words.is_of(
            "title", token
        )

    def _behind_title(self, token: Token, passage: Passage, base: Named) -> Named:
        """A name that the parser hung below its title: "Secretary of State X", "Minister X"."""
        of, apposed = child(token, "prep"), apposed_name(token)
        if apposed is not None:
            return self._person(self._proper_base(apposed, passage, base), base.name)
        run = _names_after(token)
        if run:
            spans = passage.spans(run)
            title = without_article(passage.words(range(min(self._words.core(token)), run[0])))
            return self._person(replace(base, name=passage.words(run), span=spans[0]), title)
        inner = child(of, "pobj") if of is not None else None
        name = self.full_name(inner.text) if inner is not None else None
        if inner is None or name is None:
            return base
        whole = passage.words(range(min(self._words.core(token)), inner.i + 1))
        if not whole.endswith(name):
            return base
        return replace(base, name=name, kind="person", title=without_article(whole.removesuffix(name)))

    def _behind_place(self, token: Token, passage: Passage, base: Named) -> Named | None:
        """A name that the parser took for the end of an office: "the ambassador to Ruritania X Y"."""
        for of in (c for c in token.children if c.dep_ == "prep" and c.i > token.i):
            inner = child(of, "pobj")
            name = self.full_name(inner.text) if inner is not None and inner.pos_ == "PROPN" else None
            if inner is None or name is None:
                continue
            phrase = passage.words(range(inner.left_edge.i, inner.i + 1))
            before = phrase.removesuffix(name).split()
            named = any(w[:1].isupper() for w in before)
            named = named and not self._words.is_body_name([w.lower() for w in name.split()])
            if phrase.endswith(name) and named and not self._words.has("title", before[-1].lower()):
                run = range(inner.i + 1 - len(name.split()), inner.i + 1)
                whole = passage.words(range(min(self._words.core(token)), inner.i + 1))
                spans = passage.spans(run)
                return self._person(replace(base, name=name, span=spans[0]), whole.removesuffix(name))
        return None

    def _bare(self, token: Token, passage: Passage, base: Named) -> Named:
        """A name without a title: a person where it looks like one, else a body."""
        left = [t for t in token.children if t.i < token.i and t.dep_ in ("compound", "flat", "nummod")]
        run = _without_date(sorted([token.i, *(t.i for t in left)]), token)
        words = [passage.doc[i].lower_ for i in run]
        letters = [t for t in base.name.split() if len(t) > _LEAST and t.isupper() and t.isalpha()]
        unlike = (
            (bool(letters) and not base.name.isupper())
            or self._words.is_body_name(words)
            or self._words.is_body(base.name)
            or self._words.is_state(base.name)
            or child(token, "poss", "det", "amod") is not None
            or len(run) > 4
            or (len(run) == 1 and self.full_name(base.name) is None)
        )
        if unlike:
            return replace(base, kind="body")
        return self._person(replace(base, name=passage.words(run)), None)

    def _proper_base(self, token: Token, passage: Passage, base: Named) -> Named:
        left = [t.i for t in token.children if t.i < token.i and t.dep_ in ("compound", "flat")]
        left = _name_before(token) if is_hyphened(token) else left
        run = [i for i in (*left, token.i) if not self._words.is_of("title", passage.doc[i])]
        run = run or _names_after(token)  # "the spokesman, Capt. X Y"
        spans = passage.spans(run)
        return replace(base, name=passage.words(run), span=spans[0] if spans else base.span)

    def _person(self, base: Named, title: str | None) -> Named:
        name = without_article(base.name) or base.name
        full = self.full_name(name.split()[-1]) if name.split() else None
        known = full or name
        worded = without_article(title)
        if worded and self._words.has("honorific", worded.lower()):
            worded = None
        worded = without_day(worded) if worded else None
        if known not in self._titles and (worded or " " in known):
            self._titles[known] = worded or office_told(known, self._text, self._words) or ""
        return replace(base, name=known, kind="person", title=worded or self._titles.get(known) or None)

    def _search(self, surname: str) -> str | None:
        best: str | None = None
        first = set(re.findall(rf"\b{re.escape(surname)} {_GIVEN}", self._text))
        if len(first) == 1 and surname.isalpha():
            return str(first.pop())  # "Kim Tae-jun"
        for match in re.finditer(r"\b" + re.escape(surname) + r"\b", self._text):
            found = _BEFORE_SURNAME.search(self._text[max(0, match.start() - 60) : match.start()])
            words = found.group().split() if found else []
            parts = [self._words.no_part_of_name(w) or _is_date(w) for w in words]
            cut = max((i + 1 for i, no_part in enumerate(parts) if no_part), default=0)
            name = [*words[cut:], surname]
            if 2 <= len(name) <= 4 and (best is None or len(name) < len(best.split())):
                best = " ".join(name).replace("- ", "-")
        return best
