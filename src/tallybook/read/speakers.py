"""How is a source named: a person in full with the office, a body, or a nameless official?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from tallybook.model import Span
from tallybook.read.governed import child, subtree
from tallybook.read.told import Passage
from tallybook.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

SpeakerKind = Literal["person", "body", "outlet", "nameless", "thing", "self", "open"]

_FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me", "ours", "mine"})
_HE, _IT, _THEY = frozenset({"he", "she", "him", "his", "her"}), frozenset({"it", "its"}), frozenset({"they", "them", "their"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


@dataclass(frozen=True)
class Named:
    """A source as the report names it.

    ``self`` is the speaker around it ("we"), ``thing`` a document or image, ``open`` nobody who is named.
    """

    name: str
    kind: SpeakerKind
    span: Span | None = None
    title: str | None = None
    lemma: str = ""
    plural: bool = False


class Speakers:
    """The sources of one report: resolves names, pronouns and "the official" to those named before."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        self._words = vocabulary.speakers
        self._states, self._outlet_names, self._others = _known_names(vocabulary)
        self._past: list[Named] = []
        self._outlets: list[str] = []
        self._full: dict[str, str | None] = {}

    def remember(self, named: Named) -> None:
        """Keep a source for pronouns to come."""
        if named.kind in ("person", "body", "outlet", "nameless"):
            self._past.append(named)

    @property
    def last(self) -> Named | None:
        """The source named last."""
        return self._past[-1] if self._past else None

    def name(self, token: Token, passage: Passage) -> Named:
        """Who the source with head ``token`` is."""
        relative = token
        token = _antecedent(token)
        word = token.lower_
        if _is_self(token) or any(c.dep_ == "poss" and c.lower_ in ("our", "my") for c in token.children):
            return Named(passage.text[passage.at(token) : passage.at(token) + len(token)], "self")
        if word in self._words["nobody"]:
            return Named(token.text, "open")
        if (token.pos_ == "PRON" and token.text != "US") or word in _HE | _IT | _THEY:
            return self._pronoun(token, passage)
        named = self._noun(token, passage, without=relative.i if relative.i != token.i else None)
        return self._back(named, token) or named

    # ---- noun phrases --------------------------------------------------------------------------------

    def _noun(self, token: Token, passage: Passage, without: int | None = None) -> Named:
        core = _core(token)
        if without is not None:
            core = [i for i in core if i < without]
        span = passage.spans(core)
        words = _tidy(" ".join(s.of(passage.text) for s in span))
        at = span[0] if span else None
        lemma = token.lemma_.lower()
        plural = token.tag_ in ("NNS", "NNPS") or child(token, "conj") is not None
        base = Named(words, "nameless", at, None, lemma, plural)
        if child(token, "conj") is not None and token.pos_ == "PROPN":
            return replace(base, kind="body")
        if token.pos_ == "PROPN" or (token.text[:1].isupper() and not token.is_sent_start):
            return self._proper(token, passage, base)
        apposed = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if apposed is not None and self._is_title(token):
            person = self._noun(apposed, passage)
            return replace(person, kind="person", title=_untitled(words))
        if apposed is not None and (lemma in self._words["body-noun"] or self._has(lemma, token, "outlet-noun")):
            body = self._noun(apposed, passage)
            return replace(body, kind="outlet" if self._has(lemma, token, "outlet-noun") else "body", lemma=lemma)
        if self._has(lemma, token, "outlet-noun"):
            return replace(base, kind="outlet")
        if self.evidence_kind(token) not in (None, "witness"):
            return replace(base, kind="thing")
        if lemma in self._words["body-noun"]:
            return replace(base, kind="body")
        return base

    def _proper(self, token: Token, passage: Passage, base: Named) -> Named:
        left = [t for t in token.children if t.i < token.i and t.dep_ in ("compound", "amod", "nmod", "appos", "nsubj")]
        titles = [t for t in left if self._is_title(t)]
        tokens = sorted({token.i, *(t.i for t in token.children if t.dep_ in ("compound", "flat") and t.i < token.i)})
        if titles:
            last = max(t.i for t in titles)
            run = [i for i in range(last + 1, token.i + 1)]
            name = passage.words(run)
            title = passage.words(range(min(_core(token)), last + 1))
            return self._person(replace(base, name=name, span=passage.spans(run)[0] if run else base.span), title)
        if self._is_title(token):
            of = child(token, "prep")
            apposed = child(token, "appos") or (child(of, "pobj") if of is not None else None)
            if apposed is not None and apposed.dep_ == "pobj":
                name = self.full_name(apposed.text)
                whole = passage.words(range(min(_core(token)), apposed.i + 1))
                if name is not None and whole.endswith(name):
                    return replace(base, name=name, kind="person", title=_untitled(whole.removesuffix(name)))
                return base
            if apposed is not None and apposed.pos_ == "PROPN":
                return replace(self._noun(apposed, passage), kind="person", title=_untitled(base.name))
            return base
        if self._is_outlet(base.name, token):
            return replace(base, kind="outlet")
        apposed = child(token, "appos")
        if apposed is not None and self._is_title(apposed):
            return self._person(base, passage.words(_core(apposed)))
        if any(passage.doc[i].lower_ in self._words["body-noun"] or passage.doc[i].lower_ in ("house", "state", "states", "security") for i in tokens):
            return replace(base, kind="body")
        if base.name in self._states or child(token, "poss", "det") is not None:
            return replace(base, kind="body")
        if len(tokens) == 1 and self.full_name(base.name) is None:
            return replace(base, kind="body")
        if len(tokens) > 4 or any(t.pos_ == "ADJ" for t in left):
            return replace(base, kind="body")
        return self._person(replace(base, name=passage.words(tokens)), None)

    def _person(self, base: Named, title: str | None) -> Named:
        name = re.sub(r"^(?:the|a|an)\s", "", base.name)
        full = self.full_name(name.split()[-1]) if name else None
        known = next((p for p in self._past if p.kind == "person" and p.name == (full or name) and p.title), None)
        title = _untitled(title) if title else known.title if known else None
        return replace(base, name=full or name, kind="person", title=title)

    def full_name(self, surname: str) -> str | None:
        """The shortest name of two words or more in the report that ends in ``surname``."""
        if surname not in self._full:
            self._full[surname] = self._search(surname)
        return self._full[surname]

    def _search(self, surname: str) -> str | None:
        best: str | None = None
        for match in re.finditer(r"\b" + re.escape(surname) + r"\b", self._text):
            before = self._text[max(0, match.start() - 60) : match.start()]
            run = re.search(r"(?:(?:[A-Z][\w’'-]*|[A-Z]\.|al|el|bin|ibn|von|van|der|de|da|di)[ -])+$", before)
            words = (run.group().split() if run else [])
            cut = max((i + 1 for i, w in enumerate(words) if w.lower() in self._words["title"] or w in self._states or w.lower() in self._words["before-title"]), default=0)
            words = [*words[cut:], surname]
            if 2 <= len(words) <= 4 and not words[0].endswith("'s") and (best is None or len(words) < len(best.split())):
                best = " ".join(words)
        return best

    # ---- what points back ----------------------------------------------------------------------------

    def _pronoun(self, token: Token, passage: Passage) -> Named:
        word = token.lower_
        at = passage.at(token)
        span = Span(at, at + len(token))
        if word in _IT:
            found = self._subject_before(token, passage) or self._latest(lambda n: n.kind in ("body", "outlet"))
        elif word in _HE:
            found = (
                self._latest(lambda n: n.kind == "person")
                or self._latest(lambda n: n.kind == "body" and " " not in n.name and n.name not in self._states)
                or self._latest(lambda n: n.kind == "nameless" and not n.plural)
            )
        elif word in _THEY:
            found = self._latest(lambda n: n.plural) or self._latest(lambda n: n.kind == "body")
        else:
            found = None
        if found is not None:
            return replace(found, span=span)
        core = _core(token)
        words = passage.words(core)
        if word in ("it", "this", "that", "there", *_RELATIVE):
            return Named("(unspecified)", "open", span)
        return Named(words, "nameless", span, plural=True)

    def _subject_before(self, token: Token, passage: Passage) -> Named | None:
        """The body that is the subject of what "it" says in the same sentence ("The Navy has ..., it said")."""
        for other in passage.doc[token.sent.start : token.i]:
            if other.dep_ in ("nsubj", "nsubjpass") and other.pos_ == "PROPN":
                named = self._noun(other, passage)
                self.remember(named)
                return named if named.kind in ("body", "outlet") else None
        return None

    def _back(self, named: Named, token: Token) -> Named | None:
        """Whom a definite noun without more means: "the official", "the agency", "the statement"."""
        article = child(token, "det")
        bare = article is not None and article.lower_ in ("the", "this", "that") and len(_core(token)) <= 2
        if not bare or named.kind == "person" or token.text[:1].isupper():
            return None
        lemma = named.lemma
        same = self._latest(lambda n: n.lemma == lemma and n.name.lower() != named.name.lower() and len(n.name.split()) > 1)
        if same is None:
            same = self._latest(lambda n: bool(n.title) and lemma in (n.title or "").lower().split())
        if same is None and lemma in self._words["person-noun"] and token.tag_ == "NN":
            same = None
        if same is None and lemma in self._words["body-noun"]:
            same = self._latest(lambda n: n.kind == "body")
        if same is None and lemma in self._words["paper-noun"]:
            same = self.last
        return replace(same, span=named.span) if same is not None else None

    def _latest(self, fits: object) -> Named | None:
        return next((n for n in reversed(self._past) if fits(n)), None)  # type: ignore[operator]

    # ---- kinds of nouns ------------------------------------------------------------------------------

    def evidence_kind(self, token: Token) -> str | None:
        """Which kind of evidence a common noun is, if any."""
        if token.pos_ == "PROPN":
            return None
        for kind in ("imagery", "document", "wreckage", "tracking", "intelligence", "witness", "earlier-report"):
            if self._has(token.lemma_.lower(), token, kind):
                return kind
        return None

    def is_field(self, label: str) -> bool:
        """Whether a label before a colon names a field of a page and no speaker."""
        return label.lower().rstrip("s") in self._words["field"] or label.lower() in self._words["field"]

    def names_office(self, label: str) -> bool:
        """Whether a word of a label is an office, a body or a state."""
        words = [w.lower().strip(".,()") for w in label.split()]
        known = self._words["title"] | self._words["person-noun"] | self._words["body-noun"]
        more = ("question", "answer", "q", "a", "house", "intelligence", "ministry", "moderator")
        return any(w in known or w in more or w.rstrip("s") in known for w in words) or label in self._states

    def publishes(self, verb: Token) -> bool:
        """Whether a verb tells of putting something out."""
        return verb.lemma_.lower() in self._words["publish"]

    def outlet_name(self, token: Token, passage: Passage) -> str:
        """An outlet as named; for "the paper" the outlet named last."""
        apposed = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        head = apposed if apposed is not None else token
        name = passage.words(i for i in _core(head) if i <= head.i)
        proper = [w for w in name.split() if w[:1].isupper() and w.lower() not in ("the", "an", "a")]
        if not proper or (token.text[:1].islower() and apposed is None and _definite(token)):
            return self._outlets[-1] if self._outlets else name
        name = re.sub(r"^(?:[Tt]he|[Aa]n?)\s", "", re.sub(r"^[a-z ]*(?=[A-Z])", "", name))
        self._outlets.append(name)
        return name

    def is_outlet(self, token: Token, passage: Passage) -> bool:
        """Whether a noun phrase names an outlet that can relay, and not "its website" or "this newspaper"."""
        if any(c.dep_ in ("det", "poss") and c.lower_ in ("this", "our", "its", "his", "her", "their") for c in token.children):
            return False
        apposed = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        name = passage.words(_core(token))
        if self._is_outlet(name, token):
            return True
        common = self._has(token.lemma_.lower(), token, "outlet-noun")
        return common and (apposed is not None or bool(self._outlets) or token.lower_ == "media" or any(c.pos_ == "PROPN" for c in token.children))

    def listens(self, token: Token, passage: Passage) -> bool:
        """Whether who was told something can only be an outlet: a name of no state, body, person or assembly."""
        if self.is_outlet(token, passage):
            return True
        name = re.sub(r"^[Tt]he\s", "", passage.words(_core(token)))
        if token.pos_ != "PROPN" or name in self._states | self._others or not name[:1].isupper():
            return False
        words = {w.lower() for w in name.split()}
        known = self._words["body-noun"] | self._words["assembly"] | self._words["title"]
        return not words & known and self.full_name(name) is None and len(words) <= 4

    def _is_outlet(self, name: str, token: Token) -> bool:
        if re.sub(r"^the\s", "", name.casefold()) in self._outlet_names:
            return True
        words = [w.lower().strip(".") for w in name.split() if w[:1].isupper()]
        if any(w in ("ministry", "intelligence", "service", "department", "council", "national", "atomic") for w in words):
            return False
        return bool(words) and words[-1] in self._words["outlet-name"]

    def _is_title(self, token: Token) -> bool:
        return token.lower_ in self._words["title"] or token.lemma_.lower() in self._words["title"]

    def _has(self, lemma: str, token: Token, kind: str) -> bool:
        before = token.nbor(-1).lower_ if token.i else ""
        return lemma in self._words[kind] or f"{before} {lemma}" in self._words[kind]


@lru_cache(maxsize=4)
def _known_names(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Names of states with their capitals and seats, of outlets, and of people and bodies."""
    states = {
        name
        for s in vocabulary.states
        for name in (s.name, *s.names, *s.abbreviations, *s.capitals, *s.seats, *s.adjectives)
    }
    outlets = {
        name.casefold()
        for o in vocabulary.outlets
        if o.what not in ("monitor", "research")
        for name in (o.name, *o.aliases, *o.abbreviations)
    }
    people = {name for p in vocabulary.people for name in (p.name, *p.aliases, *p.short)}
    bodies = {name for b in vocabulary.bodies for name in (b.name, *b.aliases, *b.abbreviations)}
    return frozenset(states), frozenset(outlets), frozenset(people | bodies)


def _is_self(token: Token) -> bool:
    """"we" and its like; "US" in capitals is a state."""
    return token.lower_ in _FIRST_PERSON and token.text not in ("US", "IT")


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ not in _RELATIVE:
        return token
    at = token
    for _ in range(6):
        if at.dep_ == "relcl":
            return at.head
        if at.head.i == at.i:
            return token
        at = at.head
    return token


def _core(token: Token) -> list[int]:
    """The noun phrase without asides: no apposition, no clause or phrase behind a comma, no brackets."""
    dropped: set[int] = set()
    for c in token.children:
        behind = c.i > token.i
        comma = behind and any(t.text in (",", "(", "—", "–") for t in token.doc[token.i + 1 : c.left_edge.i + 1][-2:])
        if (c.dep_ in ("appos", "punct", "advmod", "npadvmod", "cc", "preconj", "acl", "relcl", "prep", "parataxis") and comma) or (
            c.dep_ in ("appos", "punct", "npadvmod", "parataxis", "advcl") and behind
        ):
            dropped.add(c.i)
        elif c.dep_ == "conj" and any(x.lower_ == "or" for x in token.children if x.dep_ == "cc"):
            dropped.add(c.i)
        elif c.dep_ == "cc" and c.lower_ == "or":
            dropped.add(c.i)
        elif c.dep_ == "acl" and c.lemma_.lower() in LOOKED_AT and child(c, "agent") is not None:
            dropped.add(c.i)
        elif c.dep_ == "prep" and (object_ := child(c, "pobj")) is not None and object_.lemma_.lower() in _DAYS:
            dropped.add(c.i)
    return subtree(token, dropped)


LOOKED_AT = frozenset({"see", "review", "obtain", "view", "analyse", "analyze", "examine", "verify", "quote", "cite", "carry", "publish"})
"""What an outlet does with a document or statement that it relays."""

_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month", "year", "statement", "interview"}
)  # fmt: skip


def _tidy(words: str) -> str:
    words = re.sub(r"\s*\([^)]*\)?", "", words)
    words = re.sub(r"\s(?:both|all|each|alike|too|also)$", "", words)
    return re.sub(r"['’]s?$", "", words).strip(" ,;:—–-\"“”")


def _definite(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)


def _untitled(title: str | None) -> str | None:
    if not title:
        return None
    return re.sub(r"^(?:the|a|an)\s", "", title, flags=re.IGNORECASE).strip(" ,") or None
