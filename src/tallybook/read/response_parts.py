"""Who responds to whom, with what, in which words?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tallybook.model import QUOTE_LIMIT, Action, Period, Span
from tallybook.read.actors import ActorMention
from tallybook.read.attributed import Attributed
from tallybook.read.response_words import Hit
from tallybook.read.scene import Scene, np_first

if TYPE_CHECKING:
    from spacy.tokens import Token

_WE = frozenset({"we", "us", "our", "ours", "i", "my", "me"})
_THIRD = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "them", "him", "which", "who", "that"})
_STATE_NOUNS = frozenset(
    {"country", "state", "nation", "kingdom", "city-state", "government", "bloc", "union", "ministry", "administration"}
    | {"regime", "republic", "agency", "council", "body", "emirate", "ally"}
)
_PLANS = frozenset({"continue", "plan", "intend", "vow", "want", "threaten", "go", "begin", "start", "try", "promise"})
_SUBJECTS = ("nsubj", "nsubjpass")


class Cast:
    """The parties named in a report, for the parts of a response."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self._scenes = scenes
        self._mentions = [a for s in scenes for a in s.actors]

    def speaker(self, said: Attributed | None) -> str | None:
        """The state or body behind a source: by its words, its title, or its name elsewhere in the report."""
        while said is not None:
            source = said.source
            here = [m for m in self._mentions if source.span is not None and m.span.overlap(source.span)]
            named = next((m.party for m in here if m.party), None)
            found = named or self._by_name(source.name) or self._by_title(source.title) or self._beside(source.span)
            if found:
                return found
            said = said.outer
        return None

    def _author(self) -> str | None:
        """The body that the head of a release or a transcript names: whose "we" it is."""
        head = [m for s in self._scenes[:2] for m in s.actors if m.kind == "body" or m.form == "seat"]
        return next((m.party for m in head if m.party), None)

    def _by_name(self, name: str) -> str | None:
        last = name.split()[-1].casefold() if name.split() else ""
        return next((m.party for m in self._mentions if m.party and last and self._text(m).casefold().endswith(last)), None)

    def _by_title(self, title: str | None) -> str | None:
        """The party whose words stand in an office ("White House spokesman")."""
        if not title:
            return None
        for mention in self._mentions:
            words = self._text(mention)
            if mention.party and words in title and not re.search(rf"\b(?:to|in|at) (?:the )?{re.escape(words)}", title):
                return mention.party
        return None

    def _beside(self, span: Span | None) -> str | None:
        """The party of the office before a name ("Armenia's ambassador to Israel, A B")."""
        if span is None:
            return None
        before = [m for m in self._mentions if m.party and 0 <= span.start - m.span.end < 60]
        posted = [m for m in before if not self._is_post(m)]
        return posted[-1].party if posted else None

    def _is_post(self, mention: ActorMention) -> bool:
        """Whether it is where somebody is posted, not whom he speaks for."""
        for scene in self._scenes:
            if scene.sentence.span.contains(mention.span):
                first = mention.first
                return first > 0 and scene.doc[first - 1].lower_ in ("to", "in", "at", "against", "into")
        return False

    def _text(self, mention: ActorMention) -> str:
        return _words_of(mention, self._scenes)

    def parties(self, token: Token, scene: Scene) -> list[str]:
        """The parties that a noun and what it is coordinated with name."""
        found: list[str] = []
        for noun in _conjuncts(token):
            inside = [scene.actor_at[t.i] for t in _phrase(noun) if t.i in scene.actor_at]
            party = next((m.party for m in inside if m.party), None)
            if party and party not in found:
                found.append(party)
        return found

    def behind(
        self, token: Token, scene: Scene, said: Attributed | None, avoid: frozenset[str] = frozenset()
    ) -> list[str]:
        """As :meth:`parties`, pronouns resolved: "we" is the speaker, "it" who was named before."""
        word = token.lower_
        if word in _WE:
            party = self.speaker(said) or self._author()
            return [party] if party else []
        if word in _THIRD:
            return self._before(token, scene, avoid)
        found = self.parties(token, scene)
        definite = any(c.lower_ in ("the", "its", "their", "that", "this") for c in token.children)
        if not found and definite and token.lemma_.lower() in _STATE_NOUNS:
            return self._before(token, scene, avoid)
        return found

    def _before(self, token: Token, scene: Scene, avoid: frozenset[str]) -> list[str]:
        if token.lower_ in ("which", "who", "that"):
            verb = token.head
            noun = verb.head if verb.dep_ == "relcl" else None
            return self.parties(noun, scene) if noun is not None else []
        here = [m for m in scene.actors if m.last <= token.i]
        for mentions in (here, *(list(s.actors) for s in reversed(self._scenes[: scene.number][-3:]))):
            named = [m for m in mentions if m.party and m.party not in avoid]
            if named:
                subjects = [m for m in named if self._is_subject(m)]
                chosen = (subjects or named)[0 if subjects else -1].party
                return [chosen] if chosen else []
        return []

    def _is_subject(self, mention: ActorMention) -> bool:
        for scene in self._scenes:
            if scene.sentence.span.contains(mention.span):
                return any(t.dep_ in _SUBJECTS for t in scene.doc[mention.first : mention.last])
        return False


def _words_of(mention: ActorMention, scenes: Sequence[Scene]) -> str:
    for scene in scenes:
        if scene.sentence.span.contains(mention.span):
            return scene.doc[mention.first : mention.last].text
    return ""


def subject_of(verb: Token) -> Token | None:
    """Who does what a verb says: its subject or agent, also that of the verb it is bound to."""
    here = verb
    for _ in range(6):
        agent = next((a for c in here.children if c.dep_ == "agent" for a in c.children if a.dep_ == "pobj"), None)
        passive = any(c.dep_ == "nsubjpass" for c in here.children)
        if agent is not None:
            return agent
        if passive:
            return None
        subject = next((c for c in here.children if c.dep_ == "nsubj"), None)
        if subject is not None:
            return subject
        if here.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp") and here.head != here:
            here = here.head if here.head.pos_ in ("VERB", "AUX") else here.head.head
        elif here.dep_ == "acl" and here.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return here.head if here.tag_ == "VBG" else None
        else:
            return None
    return None


def object_of(hit: Hit) -> Token | None:
    """To whom or about whom: the object of the verb, its passive subject, or behind the word's prepositions."""
    verb, word = hit.head, hit.word
    if hit.measure is not None or word.form == "measure":
        return _object_of_measure(hit)
    if word.target == "subject":
        return next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if word.target == "object":
        found = next((c for c in verb.children if c.dep_ in ("dobj", "dative", "nsubjpass")), None)
        if found is not None:
            return found
        subject = next((s for c in verb.children if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubj"), None)
        if subject is not None:
            return subject
    found = _behind(verb, word.prepositions)
    if found is not None or word.form == "phrase":
        return found
    inner = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "attr")]
    return next((t for c in inner if (t := _behind(c, word.prepositions)) is not None), None)


def _object_of_measure(hit: Hit) -> Token | None:
    """Of "sanctions on X", "hit X with sanctions", "sanctioned X"."""
    noun = hit.measure or hit.head
    if noun.pos_ == "VERB":
        return next((c for c in noun.children if c.dep_ in ("dobj", "nsubjpass")), None)
    verb = hit.verb
    if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "under", "onto", "on"):
        found = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if found is not None:
            return found
    clauses = [c for c in noun.children if c.dep_ in ("relcl", "acl")]
    near = tuple(p for p in hit.word.prepositions if p not in ("for", "to", "of"))
    choices = [_behind(noun, hit.word.prepositions), *(_behind(c, hit.word.prepositions) for c in clauses)]
    choices.append(_behind(verb, (*near, "for") if verb.lemma_ == "follow" else near) if verb.pos_ == "VERB" else None)
    return next((c for c in choices if c is not None), None)


def _behind(token: Token, prepositions: tuple[str, ...]) -> Token | None:
    for child in token.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in prepositions:
            return next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
    return None


def affected(hit: Hit) -> Token | None:
    """Whom a measure named in passing bears on: "due to sanctions, X was forced", "sanctions have hurt X"."""
    verb = hit.verb
    if hit.measure is None or verb.pos_ != "VERB":
        return None
    for here in (verb, *(c for c in verb.children if c.dep_ == "xcomp")):
        found = next((c for c in here.children if c.dep_ == "dobj" and c != hit.measure), None)
        if found is not None:
            return found
    return next((c for c in verb.children if c.dep_ in _SUBJECTS and c != hit.measure), None)


def quote_span(hit: Hit, scene: Scene) -> Span:
    """The shortest clause that carries the response, at most 400 characters."""
    first, last = _clause(hit, scene)
    low, high = scene.part_of(hit.head.i)
    first, last = max(first, low), min(last, high)
    first, last = min(first, hit.first), max(last, hit.last)
    doc = scene.doc
    while first < hit.first and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in _LEADING):
        first += 1
    while last > hit.last and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    span = scene.span(first, last)
    if span.length > QUOTE_LIMIT:
        span = scene.span(hit.first, min(last, hit.first + 40))
    return span


_LEADING = frozenset({"and", "but", "that", "or", "while", "though", "although", "so"})


def _clause(hit: Hit, scene: Scene) -> tuple[int, int]:
    verb = hit.verb
    if hit.measure is not None and not _governs(hit):
        return np_first(hit.measure), _right(hit.measure, hit)
    if verb.pos_ not in ("VERB", "AUX"):
        return np_first(verb), _right(verb, hit)
    top = verb
    while top.dep_ == "xcomp" and top.head.lemma_ in _PLANS:
        top = top.head
    subject = next((c for c in top.children if c.dep_ in (*_SUBJECTS, "expl")), None)
    lefts = [c for c in top.lefts if c.dep_ not in ("cc", "punct", "mark", "advcl", "ccomp", "parataxis")]
    first = subject.left_edge.i if subject is not None else min([top.i, *(c.left_edge.i for c in lefts)])
    last = top.i + 1
    for child in top.rights:
        if child.dep_ in ("conj", "parataxis") or (child.dep_ == "ccomp" and child.i < top.i):
            continue
        if child.dep_ == "cc":
            break
        last = max(last, child.right_edge.i + 1)
    return first, max(last, hit.last)


def _governs(hit: Hit) -> bool:
    """Whether the verb is about the measure, and no bare backdrop ("sanctions have left X alone")."""
    if hit.measure is None or hit.verb.pos_ not in ("VERB", "AUX"):
        return False
    here, steps = hit.measure, 0
    while here != hit.verb and steps < 4:
        if here.dep_ in ("nsubj", "conj") and hit.action in (Action.EXPORT_CONTROL,):
            return False
        here, steps = here.head, steps + 1
    return here == hit.verb


def _right(noun: Token, hit: Hit) -> int:
    rights = [c for c in noun.rights if c.dep_ not in ("conj", "cc", "punct", "appos")]
    return max([noun.i + 1, hit.last, *(c.right_edge.i + 1 for c in rights)])


def phrase_text(noun: Token, scene: Scene, text: str) -> str:
    """A noun phrase in the report's words, with what hangs behind it."""
    first = np_first(noun)
    rights = [c for c in noun.rights if c.dep_ not in ("cc", "conj", "punct")]
    last = max([noun.i + 1, *(c.right_edge.i + 1 for c in rights)])
    _, high = scene.part_of(noun.i)
    return " ".join(scene.span(first, min(last, max(high, noun.i + 1))).of(text).split())


def time_of(hit: Hit, scene: Scene, said: Attributed | None) -> Period | None:
    """When the action took place: a period in the clause that hangs on its verb and does not date the saying."""
    quote = quote_span(hit, scene)
    for period in scene.periods:
        if period.span is None or not quote.overlap(period.span):
            continue
        if said is not None and said.said_on is not None and said.said_on.span == period.span:
            continue
        return period
    return None


def negated(hit: Hit) -> bool:
    """Whether the verb is denied."""
    verb = hit.verb
    return any(c.dep_ == "neg" for c in verb.children) or any(
        c.dep_ in _SUBJECTS and c.lower_ in ("nobody", "none", "no-one", "neither") for c in verb.children
    )


def _conjuncts(token: Token) -> list[Token]:
    found, queue = [], [token]
    while queue:
        here = queue.pop(0)
        found.append(here)
        queue.extend(c for c in here.children if c.dep_ in ("conj", "appos"))
    return found


def _phrase(noun: Token) -> list[Token]:
    """A noun with what qualifies it, without what is coordinated with it or said of it."""
    left = np_first(noun)
    tokens = list(noun.doc[left : noun.i + 1])
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "at", "for"):
            tokens += list(child.subtree)
    return [noun, *[t for t in tokens if t != noun]]
