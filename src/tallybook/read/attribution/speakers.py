"""Whom do the sources of a report mean: by name, "he", "it", "the official", "the paper"?"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from tallybook.model import Span
from tallybook.read.attribution.earlier import Earlier
from tallybook.read.attribution.governed import beside_which, child
from tallybook.read.attribution.meantby import body_meant, person_meant
from tallybook.read.attribution.naming import Named, Namer
from tallybook.read.attribution.offices import holder_of
from tallybook.read.attribution.outlets import Outlets
from tallybook.read.attribution.phrases import RELATIVE, antecedent, apposed_name, has_article, is_self
from tallybook.read.attribution.sourcewords import source_words
from tallybook.read.attribution.told import Passage
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

_HE = words_of("pronouns for one person")
_IT = frozenset({"it", "its"})
_THEY = frozenset({"they", "them", "their"})
_REMEMBERED = ("person", "body", "outlet", "nameless")

_PUT_OUT = frozenset({"communique", "release", "statement"})
"""Papers that bodies put out; an outlet only quotes them."""

_ARMS = words_of("nouns for who acts for a state") | {"embassy", "department", "office"}
_FORCES = frozenset({"army", "military", "navy", "police", "ministry", "government", "parliament", "court"})
"""Bodies that are called by no other of these nouns: "the navy" is not "the Ruritanian military"."""
_OFFICIAL = (
    words_of("nouns in names of official bodies") | words_of("nouns for who acts for a state") | {"staff"}
)
_TITLES = words_of("nouns for who speaks for a state")
_SHOWING = frozenset({"detail", "indicate", "list", "reveal", "show"})
"""What papers and images do, and nobody else."""

NEAR = 600
"""Characters within which "it said" goes back to the body that spoke last."""


class Speakers:
    """The sources of one report in the order of the text; what points back is resolved to them."""

    def __init__(self, text: str, vocabulary: Vocabulary, passages: Sequence[Passage] = ()) -> None:
        self.words = source_words(vocabulary)
        self._namer = Namer(text, self.words)
        self._earlier = Earlier(passages, self._namer, self.words)
        self.outlets = Outlets(self.words, self._namer, self._earlier)
        self._past: list[Named] = []
        self._papers: list[Named] = []
        self._paper: Named | None = None
        """A paper or an image that spoke last, nobody since."""

    def remember(self, named: Named) -> None:
        """Keep a source for pronouns to come."""
        if named.kind in _REMEMBERED:
            self._past.append(named)
        self._paper = named if named.kind == "thing" else None
        if named.kind == "thing":
            self._papers.append(named)
        if named.kind == "outlet":
            self.outlets.remember(named.name)

    def name(self, token: Token, passage: Passage, within: Container[int] | None = None) -> Named:
        """Who the source with head ``token`` is; tokens outside ``within`` are no part of its name."""
        noun = antecedent(token)
        word = noun.lower_
        if is_self(noun):
            return Named(noun.text, "self")
        if self.words.has("nobody", word):
            return Named(noun.text, "open")
        if (noun.pos_ == "PRON" and noun.text != "US") or word in _HE | _IT | _THEY:
            return self._pronoun(noun, passage)
        putter = next((c for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"), None)
        if word == "statement" and putter is not None:  # "a Kremlin statement"
            return self._namer.name(putter, passage)
        own = within if token.i == noun.i else range(noun.left_edge.i, token.i)
        named = self._namer.name(noun, passage, own)
        back = has_article(noun, "the", "this", "that") or child(noun, "appos") is not None
        if named.kind == "outlet" and noun.lemma_.lower() == "agency" and back:
            body = self._latest(self._may_be_agency)
            if body is not None and body.kind == "body":
                return replace(body, span=named.span)
        if named.kind == "outlet" and noun.text[:1].islower() and back:
            return replace(named, name=self.outlets.name(noun, passage))
        same, before = self._back(named, noun, passage), passage.text[: passage.at(noun.left_edge)]
        holder = holder_of(noun, self._past, self.words, before)
        if same is None and named.kind != "person" and holder is not None:
            same = replace(holder, span=named.span)
        return same or named

    def person_before(self, token: Token, passage: Passage) -> Named | None:
        """The person named last before ``token``."""
        return self._earlier.person(token, passage)

    # ---- what points back ----------------------------------------------------------------------------

    def _pronoun(self, token: Token, passage: Passage) -> Named:
        word = token.lower_
        span = Span(passage.at(token), passage.at(token) + len(token))
        found: Named | None = None
        if word in _IT:
            found = self._who_says_it(token, passage)
        elif word in _HE:
            found = self._earlier.beside(token, passage) or (
                self._earlier.newer(token, passage, self._somebody())
                or self._latest(self._may_be_surname)
                or self._latest(lambda n: n.kind == "nameless" and not n.plural)
                or self._earlier.person(token, passage)
            )
        elif word in _THEY:
            found = (
                self._earlier.they(token, passage)
                or (self._paper if self._paper is not None and self._paper.plural else None)
                or self._latest(lambda n: n.plural)
                or self._earlier.several(token, passage)
                or next((n for n in reversed(self._papers) if n.plural), None)
                or self._latest(lambda n: n.kind == "body")
            )
        if found is not None:
            return replace(found, span=span)
        if word in ("it", "its", "this", "that", "there", *RELATIVE):
            return Named("(unspecified)", "open", span)
        return Named(passage.words(self.words.core(token)), "nameless", span, plural=True)

    def _who_says_it(self, token: Token, passage: Passage) -> Named | None:
        """Who "it" is: the paper or body that spoke just before, or the body that the sentence is about."""
        about = self._earlier.subject(token, passage)
        if about is not None and beside_which(token):
            return about
        paper = self._paper if self._paper is not None and not self._paper.plural else None
        if paper is not None and (about is None or token.head.lemma_.lower() in _SHOWING):
            return paper
        spoke = self._latest(lambda n: n.kind in ("body", "outlet") or (n.lemma == "source" and not n.plural))
        doer = self._earlier.doer(token, passage)
        if doer is not None and not self.words.is_state(doer.name):
            return doer
        silent = self._earlier.silent(token, passage, spoke)
        if silent is not None and silent.name == f"the {silent.lemma}":  # "In it the group lists"
            silent = self._latest(self._may_be_called(silent.lemma)) or silent
        if silent is not None and (about is None or self.words.is_state(about.name)):
            return silent
        if about is None or spoke is None or any(n.name == about.name for n in self._past):
            return about or spoke or self._earlier.body(token, passage)
        near = spoke.span is not None and 0 <= passage.at(token) - spoke.span.start < NEAR
        return spoke if near else about

    def _somebody(self) -> Named | None:
        """Who spoke last of single persons, by name, or by an office that was not met before that name."""
        people = [i for i, n in enumerate(self._past) if n.kind == "person"]
        last = people[-1] if people else -1
        known = {n.name for n in self._past[: last + 1]}
        new = (n for n in reversed(self._past[last + 1 :]) if self._is_office(n) and n.name not in known)
        return next(new, self._past[last] if people else None)

    def _is_office(self, named: Named) -> bool:
        one = named.kind == "nameless" and not named.plural and named.lemma != "source"
        return one and self.words.has("person-noun", named.lemma)

    def _may_be_surname(self, named: Named) -> bool:
        one = " " not in named.name and not (named.name.isupper() and len(named.name) > 1)
        return named.kind == "body" and one and not self.words.is_state(named.name)

    def _is_body(self, named: Named) -> bool:
        return named.kind == "body" and not self._may_be_surname(named)

    def _may_be_called(self, lemma: str) -> Callable[[Named], bool]:
        """Which bodies can be "the government", "the group": a state's arm is no firm and no state."""
        arm = lemma in _ARMS | _FORCES
        return lambda named: (
            self._is_body(named)
            and not (arm and (self.words.is_state(named.name) or not _is_official(named)))
            and not (lemma in _FORCES and named.lemma in _FORCES)
        )

    def _may_be_agency(self, named: Named) -> bool:
        """Whether "the agency" can be a body that spoke, rather than a news agency."""
        words = named.name.lower()
        service = any(w in words for w in ("agency", "intelligence", "service")) and named.kind == "body"
        return service or (named.kind == "outlet" and self.words.is_agency(named.name))

    def _back(self, named: Named, token: Token, passage: Passage) -> Named | None:
        """Whom a definite noun without more means: "the official", "the agency", "the statement"."""
        same_one = child(token, "amod")
        talk = self.words.has("talk", named.lemma)  # "according to the same interview"
        longest = 3 if talk and same_one is not None and same_one.lower_ == "same" else 2
        bare = has_article(token, "the", "this", "that") and len(self.words.core(token)) <= longest
        bare = bare and apposed_name(token) is None  # "the maker, X, says"
        if named.kind == "person" or token.text[:1].isupper() or apposed_name(token) is not None:
            return None
        lemma = named.lemma
        if not bare:
            return self._meant(named, token, passage)
        same = (
            self._latest(
                lambda n: n.lemma == lemma and n.name.lower() != named.name.lower() and " " in n.name
            )
            or self._latest(lambda n: lemma in (n.title or "").lower().split())
            or (self._latest(self._may_be_called(lemma)) if self.words.has("body-noun", lemma) else None)
        )
        if same is None and lemma in _TITLES:
            same = self._earlier.person(token, passage, lemma)
        if same is None and self.words.has("paper-noun", lemma) and self._past:
            same = (
                self._earlier.whose(token, passage)
                if lemma not in _PUT_OUT
                else self._latest(lambda n: n.kind in ("person", "body"))
            )
            told = next((n for n in reversed(self._papers) if n.lemma == lemma), None)
            last = self._past[-1] if told is None else replace(told, name=named.name)
            same = same or (last if not self.words.is_state(last.name) or lemma in _PUT_OUT else None)
        same = same or self._meant(named, token, passage)
        return replace(same, span=named.span) if same is not None else None

    def _meant(self, named: Named, token: Token, passage: Passage) -> Named | None:
        """Who was named before, in all words of a definite noun: "the defence minister", "the group"."""
        if not has_article(token, "the", "this", "that") or named.plural:
            return None
        meant = person_meant(token, passage, self._past, self._earlier)
        if meant is None and self.words.has("body-noun", named.lemma):
            meant = body_meant(token, passage, self._earlier)
        return replace(meant, span=named.span) if meant is not None else None

    def _latest(self, fits: Callable[[Named], bool]) -> Named | None:
        return next((n for n in reversed(self._past) if fits(n)), None)


def _is_official(named: Named) -> bool:
    """Whether a name is that of an arm of a state: "the Armed Forces", "the General Staff"."""
    return not _OFFICIAL.isdisjoint(named.name.lower().split())
