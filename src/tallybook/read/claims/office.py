"""For which state or group does a person speak, by the office that the report names beside him?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tallybook.model import Source
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_SPEAKING = words_of("nouns for who speaks for a state")
_TOWARD = frozenset({"to", "on", "in", "at", "with", "against", "about", "from", "into"})
"""Words behind which a title names where somebody is sent, not for whom he speaks."""

_WORD = re.compile(r"[a-z]+")

_NEAR = 160
"""Characters around a name within which its title stands."""


def states_by_office(sources: Iterable[Source], scenes: tuple[Scene, ...]) -> dict[str, str]:
    """Last names of the sources that the report gives an office, with whom they speak for."""
    found: dict[str, str] = {}
    for source in sources:
        if source.span is None or source.title is None or not source.name.strip():
            continue
        last = source.name.split()[-1]
        if last in found or not _SPEAKING & set(_WORD.findall(source.title.lower())):
            continue
        state = next((s for scene in scenes if (s := _state_in(source, scene)) is not None), None)
        if state is not None:
            found[last] = state
    return found


def _state_in(source: Source, scene: Scene) -> str | None:
    """Whom a sentence names in the title of a source, or behind his name ("Anna Kovar of Ruritania")."""
    span, title = source.span, source.title
    if span is None or title is None or not scene.sentence.span.overlap(span):
        return None
    spokes = "spokes" in title.lower()
    for mention in scene.actors:
        state = end_point(mention)
        if state is None or mention.kind == "outlet" or abs(mention.span.start - span.start) > _NEAR:
            continue
        before = scene.doc[mention.first - 1 : mention.first]
        first = before[0] if len(before) else None
        first = first.nbor(-1) if first is not None and first.lower_ == "the" and first.i else first
        if mention.span.start >= span.end and first is not None and _follows(first, scene, span.end):
            return state
        words = scene.doc.stretch(mention.first, mention.last).text
        led = first is not None and (first.lower_ in _TOWARD or (first.lower_ == "for" and not spokes))
        if words in title and not led and _inside(mention.span.start, title, scene):
            return state
    return None


def _inside(start: int, title: str, scene: Scene) -> bool:
    """Whether a name that begins at character ``start`` stands in the title itself, not elsewhere."""
    at = scene.doc.text.find(title)
    return at < 0 or at <= start - scene.sentence.offset < at + len(title)


def _follows(word: Token, scene: Scene, end: int) -> bool:
    """Whether a word is "of" right behind a name that ends at character ``end``."""
    return word.lower_ == "of" and 0 <= word.idx + scene.sentence.offset - end <= 1


def speaks_in_office(source: Source | None, scene: Scene) -> bool:
    """Whether somebody speaks for a state that the report need not name: "the Foreign Office"."""
    if source is None or scene.lemmas & _PROOF:  # "no evidence that X sent", said by whom nobody knows
        return False
    words = re.findall(r"[a-z]+", f"{source.title or ''} {source.name}".lower())
    return bool(_OFFICES & set(words)) and not _OTHERS & set(words)


def holds_office(source: Source | None, sources: Iterable[Source], scene: Scene) -> bool:
    """Whether somebody speaks in an office, told beside his name here or where the report names him first."""
    if source is None or not source.name.strip() or speaks_in_office(source, scene):
        return source is not None and bool(source.name.strip())
    last = source.name.split()[-1]
    titles = [s.title for s in sources if s.title is not None and s.name.split()[-1:] == [last]]
    return any(_OFFICES & set(_WORD.findall(title.lower())) for title in titles)


def speaks_for(name: str, capital: str) -> bool:
    """Whether who is named so can speak for the state whose capital his name holds.

    A diplomat there does not, nor does what is named after it: "El Correo de Lima", "the Lima Post".
    """
    before, found, behind = name.partition(capital)
    if not found:
        return True
    own = behind.startswith(("'s", "’s"))
    seated = before.rstrip().endswith((" in", " at")) and bool(_SENT & set(_WORD.findall(before.lower())))
    words = [w for w in (*before.split(), *behind.split()) if w.lower() not in _LINKS]
    named = bool(words) and not own and all(w[:1].isupper() for w in words)
    acts = any(w in _OFFICES | _ACTING for w in _WORD.findall(name.lower()))
    return not (seated or (named and not acts))


_SENT = words_of("who is in a capital without speaking for it")
_LINKS = frozenset({"the", "de", "del", "di", "do", "da", "of", "la", "el", "le", "il"})
_ACTING = words_of("nouns for who acts for a state")
_OFFICES = _SPEAKING | frozenset(
    {"minister", "ministry", "spokesman", "spokeswoman", "spokesperson", "commander", "ambassador", "embassy"}
    | {"office", "government", "chargé", "fo", "mfa", "mofa", "mod", "ispr"}
)
_PROOF = frozenset({"evidence", "proof", "indication", "sign", "trace", "record"})
_OTHERS = frozenset(
    {"former", "ex", "opposition", "shadow", "un", "eu", "nato", "panel", "company", "firm", "party"}
)


_UNNAMED = frozenset({"ministry", "government", "presidency", "cabinet", "army", "military", "navy"})
_BESIDE = 3
"""Tokens behind a name among which its office stands: "Ruritania's defence ministry"."""


def whose_office(name: str, scenes: tuple[Scene, ...], home: str | None) -> str | None:
    """The state of a source that is only called "the defence ministry".

    It is the one whose office of that kind the report names, else the state where it was written; where the
    report names several it stays open.
    """
    words = name.split()
    if len(words) < _LEAST or words[0].lower() != "the" or words[-1].lower() not in _UNNAMED:
        return None
    if any(word[:1].isupper() for word in words[1:-2]):
        return None
    holders = (a for s in scenes for a in s.actors if _has_office(a, words[-1], s))
    named = {a.state for a in holders if a.state is not None}
    return home if not named else next(iter(named)) if len(named) == 1 else None


_LEAST = 2


def by_pronoun(source: Source, scenes: tuple[Scene, ...]) -> str | None:
    """Whose "its foreign ministry" is: of the party that the words before it are about.

    That is the last subject before it in its own sentence, else that of the sentence before.
    """
    span, words = source.span, _WORD.findall(source.name.lower())
    if span is None or words[:1] not in _WHOSE or not (_OFFICES | _ACTING | _SENT_OUT).intersection(words):
        return None
    at = next((n for n, s in enumerate(scenes) if s.sentence.span.overlap(span)), None)
    for scene in () if at is None else (scenes[at], *scenes[max(0, at - 1) : at]):
        subjects = [a for a in scene.actors if a.span.end <= span.start and _is_subject(a, scene)]
        if subjects:
            return end_point(subjects[-1])
    return None


_WHOSE = (["its"], ["their"])
_SENT_OUT = frozenset({"mission", "delegation", "consulate"})
_PARTIES = frozenset({"state", "group", "body"})


def _is_subject(mention: ActorMention, scene: Scene) -> bool:
    word = scene.doc[mention.last - 1]
    return mention.kind in _PARTIES and word.dep_ in ("nsubj", "nsubjpass") and end_point(mention) is not None


def _has_office(mention: ActorMention, noun: str, scene: Scene) -> bool:
    for token in scene.doc[mention.first : mention.last + _BESIDE]:
        if token.i >= mention.last and token.lower_ in _PARTS:
            return False  # "guns for Ruritania, the government said"
        if token.lower_ == noun.lower():
            return True
    return False


_PARTS = frozenset({",", ";", ":", "–", "—", ".", "the", "a", "an"})
"""What parts a name from an office behind it that is not its own."""
