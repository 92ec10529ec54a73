"""What kind of source is a noun: evidence, an outlet, an office, a body?"""

from __future__ import annotations

import re
from functools import lru_cache

from tallybook.model import Evidence
from tallybook.read.attribution.phrases import core
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary

_SITE = re.compile(r"^[\w-]+\.(?:com|net|org|info|news|[a-z]{2})$", re.I)
"""A site by its address: "Caliber.az"."""

_STRONGEST = (
    Evidence.INTELLIGENCE,
    Evidence.TRACKING,
    Evidence.IMAGERY,
    Evidence.WRECKAGE,
    Evidence.DOCUMENT,
    Evidence.WITNESS,
    Evidence.EARLIER_REPORT,
)
"""Kinds of evidence, the most telling word first: "an intelligence report" is no report of the press."""


_WRITTEN = frozenset(
    {"confidential", "secret", "internal", "leaked", "classified", "white", "green", "research", "working"}
) | {"draft", "policy", "position", "briefing", "discussion", "official", "intelligence", "unpublished"}
"""Words before "paper" that make it a document."""


_READINGS = frozenset({"data", "datum", "log", "record", "reading"})


class SourceWords:
    """The vocabulary's words and names for sources, ready to be asked."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._sets = vocabulary.speakers
        self._circumstances = frozenset(
            word for cue in vocabulary.cues if cue.act == "circumstance" for word in cue.words
        )
        self._kinds = tuple((kind, self._sets[kind.value]) for kind in Evidence)
        self._shown = tuple((kind, self._sets[f"shown-{kind.value}"]) for kind in _STRONGEST)
        self.states = frozenset(
            name
            for s in vocabulary.states
            for name in (s.name, *s.names, *s.abbreviations, *s.capitals, *s.seats, *s.adjectives)
        )
        outlets = (o for o in vocabulary.outlets if o.what not in ("monitor", "research"))
        self._outlets = frozenset(
            name.casefold() for o in outlets for name in (o.name, *o.aliases, *o.abbreviations)
        )
        wires = (o for o in vocabulary.outlets if o.what == "agency")
        self._agencies = frozenset(
            name.casefold() for o in wires for name in (o.name, *o.aliases, *o.abbreviations)
        )
        people = (name for p in vocabulary.people for name in (p.name, *p.aliases, *p.short))
        bodies = (name for b in vocabulary.bodies for name in (b.name, *b.aliases, *b.abbreviations))
        self._bodies = frozenset(bodies)
        self._parties = frozenset(people) | self._bodies
        sets = self._sets
        self._of_parties = sets["body-noun"] | sets["assembly"] | sets["title"]
        self._of_offices = sets["title"] | sets["person-noun"] | sets["body-noun"] | sets["label"]

    def has(self, kind: str, word: str) -> bool:
        """Whether a word in lower case belongs to a set."""
        return word in self._sets[kind]

    def is_of(self, kind: str, token: Token) -> bool:
        """Whether a token, by its base form or with the word before it, belongs to a set."""
        if kind == "outlet-noun" and token.lemma_.lower() == "agency" and self._is_public(token):
            return False
        if kind == "outlet-noun" and token.lemma_.lower() == "paper" and self._is_document(token):
            return False
        return not self._sets[kind].isdisjoint(_wordings(token))

    def _is_document(self, paper: Token) -> bool:
        """Whether a paper or report is not the press's: "the leaked paper", "a report of experts"."""
        own = any(t.lower_ in _WRITTEN for t in paper.lefts)
        of = (c for c in paper.rights if c.lower_ in ("of", "by") and c.i == paper.i + 1)
        return own or any(self.speaks(whose) for by in of for whose in by.children if by.dep_ == "prep")

    def _tracks(self, data: Token) -> bool:
        """Whether data come from who tracks ships and planes."""
        below = (t for t in data.subtree if t != data)
        return any(not self._sets["shown-tracking"].isdisjoint(_wordings(t)) for t in below)

    def _is_public(self, agency: Token) -> bool:
        """Whether an agency is a state's and no news agency: "the internal security agency"."""
        before = {t.lower_ for t in agency.lefts}
        return not before.isdisjoint(self._sets["no-outlet-name"]) and before.isdisjoint({"news", "press"})

    def core(self, token: Token) -> list[int]:
        """The noun phrase that names the source, without asides (see :func:`.phrases.core`)."""
        return core(token, self._sets["looked-at"], self._circumstances)

    def evidence(self, token: Token) -> Evidence | None:
        """Which kind of evidence a common noun is, if any."""
        if token.pos_ == "PROPN":
            return None
        wordings = _wordings(token)
        return next((kind for kind, words in self._kinds if not words.isdisjoint(wordings)), None)

    def shown(self, token: Token) -> Evidence | None:
        """Which kind of evidence a noun is beside a source, also where it is no source itself ("data")."""
        wordings = _wordings(token)
        found = next((kind for kind, words in self._shown if not words.isdisjoint(wordings[2:])), None)
        found = found or self.evidence(token)
        found = found or next((kind for kind, words in self._shown if not words.isdisjoint(wordings)), None)
        if found is Evidence.EARLIER_REPORT and self._is_document(token):
            return Evidence.DOCUMENT  # "a confidential report by the experts"
        if found is Evidence.DOCUMENT and token.lemma_.lower() in _READINGS and self._tracks(token):
            return Evidence.TRACKING  # "data of the site Flightradar24"
        return found

    def is_thing(self, token: Token) -> bool:
        """Whether the noun is a document, an image or the like, which somebody else puts out."""
        return self.evidence(token) not in (None, Evidence.WITNESS)

    def is_quoted_thing(self, token: Token) -> bool:
        """Whether the noun is a paper or a service's knowledge, which whoever writes of it only relays."""
        return self.evidence(token) in (Evidence.DOCUMENT, Evidence.INTELLIGENCE)

    def is_outlet_name(self, name: str) -> bool:
        """Whether a name is that of an outlet, known or by its last word."""
        if name.casefold().removeprefix("the ") in self._outlets:
            return True
        if _SITE.search(name):
            return True
        words = [w.lower().strip(".") for w in name.split() if w[:1].isupper()]
        if not words or any(w in self._sets["no-outlet-name"] for w in words):
            return False
        return words[-1] in self._sets["outlet-name"]

    def is_known_outlet(self, name: str) -> bool:
        """Whether a name is one of the vocabulary's outlets, as it stands."""
        return name.casefold() in self._outlets or f"the {name.casefold()}" in self._outlets

    def is_agency(self, name: str) -> bool:
        """Whether a name is that of a news agency, known or by a word of it."""
        return name.casefold() in self._agencies or "agency" in name.casefold()

    def is_party(self, name: str) -> bool:
        """Whether a name is that of a state, a body, a known person or an assembly."""
        words = {w.lower() for w in name.split()}
        return self.is_state(name) or name in self._parties or not words.isdisjoint(self._of_parties)

    def is_state(self, name: str) -> bool:
        """Whether a name, with its article or without, is that of a state, its capital or its people."""
        return name in self.states or re.sub(r"^[Tt]he ", "", name) in self.states

    def is_body(self, name: str) -> bool:
        """Whether a name is that of a known body, however much it looks like a person's."""
        return name in self._bodies

    def speaks(self, token: Token) -> bool:
        """Whether a noun can speak: a name, a person, people, a body."""
        if token.pos_ == "PROPN" or token.lemma_.lower() in ("people", "person"):
            return True
        return any(self.is_of(kind, token) for kind in ("person-noun", "body-noun", "outlet-noun"))

    def is_body_name(self, words: list[str]) -> bool:
        """Whether one of the words of a name says that it is a body ("Ministry", "House")."""
        return any(w in self._sets["body-noun"] or w in self._sets["body-name"] for w in words)

    def is_field(self, label: str) -> bool:
        """Whether a label before a colon names a field of a page and no speaker."""
        return any(w in self._sets["field"] for w in (label.lower(), label.lower().rstrip("s")))

    def names_office(self, label: str) -> bool:
        """Whether a word of a label is an office, a body or a state."""
        words = [w.lower().strip(".,()") for w in label.split()]
        known = self._of_offices
        return any(w in known or w.rstrip("s") in known for w in words) or self.is_state(label)

    def no_part_of_name(self, word: str) -> bool:
        """Whether a capitalised word before a name is a title, a state, a body's or a sentence's first."""
        lower = word.lower()
        titled = self.has("title", lower) or self.has("before-title", lower)
        return word in self.states or titled or self.is_body_name([lower])


def _wordings(token: Token) -> tuple[str, ...]:
    """A token and its base form in lower case, each also with the word before it."""
    word, lemma = token.lower_, token.lemma_.lower()
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return (word, lemma, f"{before} {word}", f"{before} {lemma}")


@lru_cache(maxsize=4)
def source_words(vocabulary: Vocabulary) -> SourceWords:
    """The words of a vocabulary, made ready once."""
    return SourceWords(vocabulary)
