"""Which armed groups does the report name that no list knows: "the Umoja rebels", "Kataib al-Nasr"?

A name is learnt where the words beside it say what it is: before "militias" or "rebels", in apposition to
such a noun, or by its own first word, which in Arabic says "battalions" or "movement".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from tallybook.model import Span
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

_FIGHTERS = words_of("nouns for who fights a state") | {"militant", "militiaman", "fighter"}
_TOLD_BY = (_FIGHTERS | {"group", "faction", "militant", "paramilitary"}) - {"gang", "bandit", "cartel"}
_VAGUE = frozenset({"faction", "group", "fighter"})
_ARMED = frozenset({"armed", "militant", "militia", "rebel", "insurgent", "jihadist", "paramilitary"})
"""What makes a "group" one that fights."""

_FIRST = words_of("first words of the names of armed groups")
_PEOPLES = words_of("peoples and faiths")
_TITLES = frozenset({"headline", "heading"})
_INSIDE = frozenset({"al", "el", "ul", "-", "e", "i", "'", "’"})
"""What stands inside such names without a capital: "Harakat al-Sabr"."""

_LINKS = frozenset({"of", "for", "the", "and"})
_LONGEST = 7
"""Words that such a name has behind its first noun, at most."""

_SHORTEST = 4
"""Letters that such a name has at least."""


def with_groups(scenes: tuple[Scene, ...], vocabulary: Vocabulary) -> tuple[Scene, ...]:
    """The scenes with every mention of an armed group that one of them introduces.

    The militias of a place ("Port X militias") have no name of their own.
    """
    found = (run for scene in scenes for run in _introductions(scene))
    names = {tuple(t.text for t in run) for run in found if len(run) > 1 or len(run[0].text) >= _SHORTEST}
    places = _places(vocabulary) if names else frozenset()
    names = {words for words in names if places.isdisjoint({" ".join(words), words[0]})}
    return tuple(_named(scene, names) for scene in scenes) if names else scenes


@lru_cache(maxsize=4)
def _places(vocabulary: Vocabulary) -> frozenset[str]:
    """The names of towns, ports and regions."""
    found = [name for place in vocabulary.places for name in (place.name, *place.aliases)]
    return frozenset((*found, *(name for towns in vocabulary.towns for name in towns.names)))


def _introductions(scene: Scene) -> Iterator[list[Token]]:
    """The names of groups that a sentence tells to be such."""
    for token in scene.among(_FIRST):
        run = _run_from(token, scene)
        if len(run) > 1:
            yield run
    if scene.sentence.kind in _TITLES:
        return
    for noun in scene.among(_TOLD_BY):
        if noun.i in scene.actor_at or noun_lemma(noun) not in _TOLD_BY:
            continue
        run = _before(noun, scene) if noun_lemma(noun) not in _VAGUE or _is_armed(noun) else []
        run = run or (_beside(noun, scene) if _is_armed(noun) else [])
        if run and not any(t.lower_ in _PEOPLES or t.i in scene.actor_at for t in run):
            yield run


def _is_armed(noun: Token) -> bool:
    """Whether a noun means such as fight: "a militia", "an armed group", and no group of experts."""
    lemma = noun_lemma(noun)
    return (lemma in _FIGHTERS and lemma != "fighter") or any(noun_lemma(c) in _ARMED for c in noun.lefts)


def _before(noun: Token, scene: Scene) -> list[Token]:
    """The name right before a noun: "the Umoja rebels", "to the Umoja rebel group"."""
    last = noun.i - 1
    while last > scene.sentence.first and noun_lemma(scene.doc[last]) in _ARMED:
        last -= 1
    run: list[Token] = []
    for token in reversed(scene.doc[scene.sentence.first : last + 1]):
        if not _is_name(token, scene):
            break
        run.insert(0, token)
    first = run[0].i if run else last
    opens = first == scene.sentence.first or (first > 0 and scene.doc[first - 1].text in ("“", '"', "-"))
    return [] if opens else run


def _beside(noun: Token, scene: Scene) -> list[Token]:
    """The name that a noun explains: "Umoja, a militia of shepherds", "the militia Umoja"."""
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.head.i < noun.i:
        return _run_to(noun.head, scene)
    named = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    return _run_to(named[0], scene) if named else []


def _run_to(last: Token, scene: Scene) -> list[Token]:
    """The whole of a name of which a word is known: "Movement of the Free"."""
    first = last.i
    for token in reversed(scene.doc[scene.sentence.first : last.i]):
        if _is_name(token, scene):
            first = token.i
        elif token.lower_ not in ("of", "for", "the") or first - token.i > len(("of", "the")):
            break
    run = list(scene.doc[first : last.i + 1])
    if not all(_is_name(t, scene) or t.lower_ in _LINKS for t in run):
        return []
    return run + _of_what(last, scene)


def _of_what(last: Token, scene: Scene) -> list[Token]:
    """What goes on a name: the rest of "Movement of the Free"."""
    behind = list(scene.doc[last.i + 1 : min(last.i + 1 + _LONGEST, scene.sentence.last)])
    names = list(takewhile(lambda t: _is_name(t, scene) or t.lower_ in _LINKS, behind))
    while names and not _is_name(names[-1], scene):
        names.pop()
    return names if names and names[0].lower_ in _LINKS else []


def _run_from(first: Token, scene: Scene) -> list[Token]:
    """A name from its first word on, with what stands inside it in small letters."""
    if not first.text[:1].isupper() or first.i in scene.actor_at:
        return []
    run = [first]
    for token in scene.doc[first.i + 1 : scene.sentence.last]:
        inside = token.lower_ in _INSIDE and (token.text not in ("'", "’") or not token.whitespace_)
        if not inside and (not token.text[:1].isupper() or token.i in scene.actor_at):
            break
        run.append(token)
    while not run[-1].text[:1].isupper():
        run.pop()
    return run


def _is_name(token: Token, scene: Scene) -> bool:
    shaped = token.text[:1].isupper() and token.text.isalpha() and token.tag_ != "NNPS"
    return shaped and token.pos_ in ("PROPN", "ADJ", "NOUN") and token.i not in scene.actor_at


def _named(scene: Scene, names: set[tuple[str, ...]]) -> Scene:
    found: list[ActorMention] = []
    for words in sorted(names, key=lambda w: (-len(w), w)):
        taken = {i for m in found for i in range(m.first, m.last)} | set(scene.actor_at)
        found += _mentions(scene, words, taken)
    actors = sorted((*scene.actors, *found), key=lambda a: a.first)
    return replace(scene, actors=tuple(actors)) if found else scene


def _mentions(scene: Scene, words: tuple[str, ...], taken: set[int]) -> Iterator[ActorMention]:
    if words[0] not in {t.text for t in scene.tokens}:
        return
    doc, size = scene.doc, len(words)
    for first in range(scene.sentence.first, scene.sentence.last - size + 1):
        run = doc[first : first + size]
        if tuple(t.text for t in run) != words or any(t.i in taken for t in run):
            continue
        last = first + size
        if last < scene.sentence.last and noun_lemma(doc[last]) in _FIGHTERS:
            last += 1
        start, end = run[0].idx, doc[last - 1].idx + len(doc[last - 1])
        yield ActorMention(
            name=doc.text[start : run[-1].idx + len(run[-1])],
            kind="group",
            state=None,
            span=Span(start + scene.sentence.offset, end + scene.sentence.offset),
            first=first,
            last=last,
            form="name",
            what="armed-group",
        )
