"""Who is behind the words of a response: speakers, subjects, pronouns?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tallybook.model import Span
from tallybook.read.attribution.attributed import Attributed
from tallybook.read.clauses.lemmas import MODIFIES, noun_lemma
from tallybook.read.clauses.scene import Scene, np_first
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_WE = words_of("pronouns of who speaks")
_THIRD = frozenset(
    {"he", "she", "it", "they", "his", "her", "its", "their", "them", "him", "which", "who", "that"}
)
_STATE_NOUNS = frozenset(
    {"country", "state", "nation", "kingdom", "city-state", "bloc", "regime", "republic", "emirate", "island"}
)
SUBJECTS = ("nsubj", "nsubjpass")
_ARMED_GROUPS = words_of("nouns for an armed group")
_ENVOYS = words_of("envoys")
_PERSONAL = words_of("pronouns for one person")


class Cast:
    """The parties named in a report, for the parts of a response."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self._scenes = scenes
        self._mentions = [a for s in scenes for a in s.actors]

    def speaker(self, said: Attributed | None) -> str | None:
        """The state or body behind a source: by its words, its title, or its name elsewhere in the report."""
        while said is not None:
            source = said.source
            found = (
                self.party_at(source.span)
                or self._by_name(source.name)
                or self._by_title(source.title)
                or self._beside(source.span)
            )
            if found:
                return found
            said = said.outer
        return None

    def party_at(self, span: Span | None) -> str | None:
        """The party named at a place of the report."""
        here = [m for m in self._mentions if span is not None and m.span.overlap(span)]
        return next((m.party for m in here if m.party), None)

    def _author(self) -> str | None:
        """The body that the head of a release or a transcript names: whose "we" it is."""
        head = [m for s in self._scenes[:2] for m in s.actors if m.kind == "body" or m.form == "seat"]
        return next((m.party for m in head if m.party), None)

    def _by_name(self, name: str) -> str | None:
        last = name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""
        return next(
            (m.party for m in self._mentions if m.party and last and self._text(m).casefold().endswith(last)),
            None,
        )

    def _by_title(self, title: str | None) -> str | None:
        """The party whose words stand in an office ("White House spokesman")."""
        if not title:
            return None
        for mention in self._mentions:
            words = self._text(mention)
            if (
                mention.party
                and words in title
                and not re.search(rf"\b(?:to|in|at) (?:the )?{re.escape(words)}", title)
            ):
                return mention.party
        return None

    def _beside(self, span: Span | None) -> str | None:
        """The party of the office before a name ("Armenia's ambassador to Israel, A B")."""
        if span is None:
            return None
        here = next((s for s in self._scenes if s.sentence.span.contains(span)), None)
        before = [m for m in here.actors if m.party and 0 <= span.start - m.span.end < 60] if here else []
        posted = [m for m in before if not self._is_post(m) and here and _stands_by(m, span, here)]
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
        if word in _PERSONAL:
            party = self.speaker(said)
            return [party] if party else []
        if word in _THIRD:
            own = self.speaker(said) if word == "it" and said is not None and self._is_body(said) else None
            return [own] if own and own not in avoid else self._before(token, scene, avoid)
        found = self.parties(token, scene)
        definite = any(c.lower_ in ("the", "its", "their", "that", "this") for c in token.children)
        if not found and definite and (body := self._body_named(token, scene)):
            return [body]
        if not found and definite and noun_lemma(token) in _ARMED_GROUPS:
            return self._last_group(scene, token)
        if not found and definite and token.lemma_.lower() in _STATE_NOUNS:
            return self._before(token, scene, avoid)
        return found

    def _last_group(self, scene: Scene, noun: Token) -> list[str]:
        """The group that "the group" or "the rebels" stands for: the one named last."""
        for earlier in reversed(self._scenes[: scene.number + 1]):
            for mention in reversed(earlier.actors):
                before = earlier is not scene or mention.first < noun.i
                if mention.kind == "group" and mention.party and before:
                    return [mention.party]
        return []

    def _body_named(self, noun: Token, scene: Scene) -> str | None:
        """The body that "the council" is short for: the last one named before whose name ends so."""
        word = noun.lower_
        for earlier in reversed(self._scenes[: scene.number + 1]):
            for mention in reversed(earlier.actors):
                text = self._text(mention).casefold()
                long = text.endswith(f" {word}") and mention.kind == "body" and mention.party
                if long and (earlier is not scene or mention.first < noun.i):
                    return mention.party
        return None

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

    def _is_body(self, said: Attributed) -> bool:
        """Whether the speaker is a state or a body, which says "it" of itself."""
        here = [
            m for m in self._mentions if said.source.span is not None and m.span.overlap(said.source.span)
        ]
        return said.source.title is None and bool(here) and all(m.kind != "person" for m in here)

    def envoy_before(self, scene: Scene) -> str | None:
        """Whose envoy was told of last: the party before the word ("the Chinese ambassador")."""
        for earlier in reversed(self._scenes[: scene.number + 1]):
            for token in earlier.tokens:
                if token.lemma_.lower() not in _ENVOYS:
                    continue
                around = [t for t in (*token.subtree, *token.head.children) if t.i in earlier.actor_at]
                named = [earlier.actor_at[t.i] for t in around]
                found = next((m.party for m in named if m.party and not self._is_post(m)), None)
                if found:
                    return found
        return None

    def _is_subject(self, mention: ActorMention) -> bool:
        for scene in self._scenes:
            if scene.sentence.span.contains(mention.span):
                own = scene.doc[mention.first : mention.last]
                return any(
                    t.dep_ in SUBJECTS or (t.dep_ in MODIFIES and t.head.dep_ in SUBJECTS) for t in own
                )
        return False


def _stands_by(mention: ActorMention, span: Span, scene: Scene) -> bool:
    """Whether a mention belongs to the office before a name: nothing but an office stands between."""
    first = scene.token_range(span)
    between = list(scene.doc[mention.last : first[0]]) if first else []
    if any(t.pos_ in ("VERB", "AUX") or t.is_quote for t in between):
        return False
    return not any(t.text == "," for t in between) or any(t.pos_ in ("NOUN", "PROPN") for t in between)


def _words_of(mention: ActorMention, scenes: Sequence[Scene]) -> str:
    for scene in scenes:
        if scene.sentence.span.contains(mention.span):
            return scene.doc.stretch(mention.first, mention.last).text
    return ""


def subject_of(verb: Token) -> Token | None:
    """Who does what a verb says: its subject or agent, also that of the verb it is bound to."""
    here = verb
    for _ in range(6):
        agent = next(
            (a for c in here.children if c.dep_ == "agent" for a in c.children if a.dep_ == "pobj"), None
        )
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in here.children)
        if passive and here is not verb and (raised := _raised(here)) is not None:
            return raised
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
            if here.tag_ == "VB" and here.head.head.pos_ == "VERB" and here.head.dep_ in ("dobj", "pobj"):
                here = here.head.head
                continue
            return here.head if here.tag_ in ("VBG", "VBD") else None
        else:
            return None
    return None


def _raised(verb: Token) -> Token | None:
    """Who does what is only told of him: "is said to watch", "are known to have asked"."""
    if verb.lemma_.lower() not in _TOLD_OF:
        return None
    return next((c for c in verb.children if c.dep_ == "nsubjpass"), None)


_TOLD_OF = frozenset(
    {"say", "learn", "report", "believe", "know", "think", "understand", "hear", "rumour", "allege"}
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
