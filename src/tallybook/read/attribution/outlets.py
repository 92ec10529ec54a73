"""Which nouns name an outlet that can relay what somebody says, and by which name does a report call it?"""

from __future__ import annotations

import re

from tallybook.read.attribution.earlier import Earlier
from tallybook.read.attribution.governed import child
from tallybook.read.attribution.naming import Namer
from tallybook.read.attribution.phrases import apposed_name, has_article, tidy
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.told import Passage
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PRINTED = words_of("outlets that are read")
_UNNAMED = frozenset({"media", "television", "tv", "radio", "news"})
"""Outlets that go without a name: "state television", "the evening news"."""

_STAFF = words_of("who hears for an outlet and where it is heard")
"""Who works for an outlet and hears for it, and where it is heard."""


_REPORTING = frozenset({"correspondent", "reporter", "journalist", "editor"})


class Outlets:
    """The outlets of one report in the order of the text; "the paper" is resolved to the one named last."""

    def __init__(self, words: SourceWords, namer: Namer, earlier: Earlier) -> None:
        self.words = words
        self._namer = namer
        self._earlier = earlier
        self._names: list[str] = []
        self.own: frozenset[str] = frozenset()
        """How the outlet of the report calls itself, in small letters."""

    def others(self, relays: tuple[str, ...]) -> tuple[str, ...]:
        """The relays without the report's own outlet: whoever talks to it talks to the report."""
        return tuple(r for r in relays if _bare(r).casefold() not in self.own)

    def remember(self, name: str) -> None:
        """Keep the name of an outlet that spoke, for "the paper" to come."""
        proper = _bare(name)
        if proper[:1].isupper() and proper not in self._names[-1:]:
            self._names.append(proper)

    def is_one(self, token: Token, passage: Passage) -> bool:
        """Whether a noun phrase names an outlet that can relay, and not "its website" or "this newspaper"."""
        if has_article(token, "this", "our", "its", "his", "her", "their") or _is_social(token):
            return False
        if token.lower_ in ("media", "press") and has_article(token, "the") and len([*token.lefts]) == 1:
            return False  # "not authorized to talk to the media"
        named = token.text[:1].isupper() or token.pos_ == "PROPN"  # no "queries about what Reuters wrote"
        if named and self.words.is_outlet_name(tidy(passage.words(self.words.core(token)))):
            return True
        if token.pos_ == "PROPN" and any(self._says_what(c) for c in token.lefts):
            return True  # "the Arden portal X"
        named = apposed_name(token) is not None or any(
            c.pos_ == "PROPN" or (c.text[:1].isupper() and c.dep_ in ("amod", "compound") and c.i < token.i)
            for c in token.children
        )
        known = named or bool(self._names) or token.lower_ in _UNNAMED
        return self.words.is_of("outlet-noun", token) and (
            known or self._earlier.outlet(token, passage) is not None
        )

    def _says_what(self, noun: Token) -> bool:
        """Whether a word before a name says that it is an outlet's, and is no part of the name."""
        return (
            noun.text.islower()
            and noun.dep_ in ("compound", "amod")
            and self.words.is_of("outlet-noun", noun)
        )

    def listens(self, token: Token, passage: Passage) -> bool:
        """Whether who was told something is an outlet: a name of no state, body, person or assembly."""
        if self.is_one(token, passage):
            return True
        name = re.sub(r"^[Tt]he\s", "", passage.words(self.words.core(token)))
        if token.pos_ == "PROPN" and any(self.words.is_of("outlet-noun", c) for c in token.lefts):
            return True  # "broadcaster X"
        if token.pos_ != "PROPN" or not name[:1].isupper() or self.words.is_party(name):
            return False
        return self._namer.full_name(name) is None and len(name.split()) <= 4

    def house(self, token: Token, passage: Passage) -> Token | None:
        """The outlet whose people or desk are meant: "a Reuters reporter", "the BBC's Africa service"."""
        if token.lemma_.lower() not in _STAFF:
            return None
        of = (
            p for p in token.children if p.dep_ == "prep" and p.lower_ in ("of", "for", "with", "from", "at")
        )
        behind = (c for p in of for c in p.children if c.dep_ == "pobj")
        beside = (c for c in token.lefts if c.dep_ in ("poss", "compound", "nmod"))
        named = (c for c in (*beside, *behind) if c.pos_ == "PROPN")
        return next((c for c in named if self.is_one(c, passage) or self._may_be_one(c, passage)), None)

    def _may_be_one(self, name: Token, passage: Passage) -> bool:
        """Whether who has reporters may be an outlet: no state, no party, no person."""
        whole = _bare(passage.words(self.words.core(name)))
        return name.dep_ == "pobj" and not self.words.is_party(whole) and name.head.head.lemma_ in _REPORTING

    def _called(self, token: Token) -> str:
        """The outlet named last that can be called so: "the agency" is no newspaper."""
        agency = token.lemma_.lower() in ("agency", "newswire", "wire")
        fit = [o for o in self._names if self.words.is_agency(o) == agency]
        paper = token.lemma_.lower() in _PRINTED
        return fit[-1] if fit and (agency or paper) else self._names[-1]

    def before(self) -> str | None:
        """The outlet named last."""
        return self._names[-1] if self._names else None

    def _is_described(self, token: Token) -> bool:
        """Whether an outlet is only described, not named: "a Danish paper", "local media"."""
        if not token.text.islower() or (has_article(token, "the", "this", "that") and token.lower_ != "news"):
            return False
        many = token.tag_ == "NNS" or token.lower_ in (*_UNNAMED, "press")
        return (many or has_article(token, "a", "an")) and self.words.is_of("outlet-noun", token)

    def _own_name(self, name: str) -> str:
        """The name alone: "Ruritanian media outlet X", "the X daily"."""
        words = name.split()
        kinds = [i for i, w in enumerate(words) if w.islower() and self.words.has("outlet-noun", w)]
        if kinds and kinds[-1] < len(words) - 1:
            return " ".join(words[kinds[-1] + 1 :])
        while len(words) > 1 and words[-1].islower() and (kinds or words[-1] == "news"):
            words.pop()
        return " ".join(words)

    def name(self, token: Token, passage: Passage) -> str:
        """An outlet as named; for "the paper" the outlet named last."""
        apposed = apposed_name(token)
        if apposed is None and self._is_described(token):
            self._names.append(passage.words(i for i in self.words.core(token) if i <= token.i))
            return self._names[-1]
        short = apposed is not None and token.pos_ == "PROPN" and apposed.nbor(-1).text == "("
        head = token if short or apposed is None else apposed
        whole = tidy(passage.words(self.words.core(head)))
        known = _bare(whole)
        if self.words.is_known_outlet(known):  # "The Times of India"
            self._names.append(known)
            return known
        name = passage.words(i for i in self.words.core(head) if i <= head.i)
        proper = [w for w in name.split() if w[:1].isupper() and w.lower() not in ("the", "an", "a")]
        points_back = token.text[:1].islower() and head.i == token.i and has_article(token, "the")
        before = None if proper or self._names else self._earlier.outlet(token, passage)
        if before is not None and before[0] != token and points_back:
            return self.name(*before)
        if self._names and (not proper or (points_back and child(token, "compound") is None)):
            return self._called(token)
        if not proper:
            return name
        if not name.endswith((" TV", " Radio")) or len(proper) > 1:  # "state TV" is called so
            name = re.sub(r"^[a-z ]*(?=[A-Z])", "", name)
        name = self._own_name(re.sub(r"^(?:[Tt]he|[Aa]n?)\s", "", name))
        if points_back and self._names and self.words.states.intersection(proper):
            return self._names[-1]
        self._names.append(name)
        return name


def _is_social(media: Token) -> bool:
    """Whether it is where anybody writes: "on social media"."""
    return media.lower_ in ("media", "network", "site") and any(c.lower_ == "social" for c in media.lefts)


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)
