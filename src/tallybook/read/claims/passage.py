"""Who else has a hand in a transfer: the states goods pass, who carries, who arranges, who gives leave?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from tallybook.model import Party, Report, Role, Span
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.lexicon import Lexicon
from tallybook.read.text.tree import Token
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

_THROUGH = frozenset({"via", "through", "across", "transiting", "crossing"})
_STOPS = frozenset({"stop", "call", "refuel", "transit", "stopover", "layover", "transhipment"})
WAYS = _THROUGH | _STOPS | {"way", "far"}
"""Words without one of which a sentence tells of no state on the way."""

_LAND = words_of("parts of a land that goods pass")
_BOUGHT = frozenset({"buy", "sell", "purchase", "order", "procure", "acquire", "pay", "finance", "fund"})
_BROKERS = words_of("who arranges deals for others")
_FREIGHT = words_of("last words in names of carriers")
_MAKERS = words_of("first words in names of makers")
_CARRIERS = words_of("nouns for who carries freight")
_LEAVE = words_of("nouns of leave to pass arms on")
_LETTING = words_of("verbs of leave to pass arms on")
_NAMING = frozenset({"named", "called", "known", "as", ",", "the", "company", "firm"})
_NAME_LONG = 4
_REACH = 8
"""Tokens between a word of passing and the place, at most."""


def others_of(event: Event, scene: Scene, report: Report) -> Iterator[Party]:
    """Everybody named in the clause of a transfer who is no end of it but has a part in it."""
    head = event.trigger.head
    if head.doc is not scene.doc:
        return
    part = scene.part_of(head.i)
    ends = {event.end(role) for role in ENDS}
    if not scene.words.isdisjoint(WAYS) or not scene.lemmas.isdisjoint(_STOPS):
        bought = verb_lemma(head) in _BOUGHT
        role = Role.INTERMEDIARY if bought else Role.TRANSIT
        yield from (msgspec.structs.replace(p, role=role) for p in passed(scene, part) if p.name not in ends)
    if not scene.words.isdisjoint(_FREIGHT) or not scene.lemmas.isdisjoint(_CARRIERS):
        yield from _named(scene, report, part, Role.CARRIER)
    if not scene.lemmas.isdisjoint(_BROKERS):
        yield from _named(scene, report, part, Role.INTERMEDIARY)
    if not scene.lemmas.isdisjoint(_LEAVE | _LETTING):
        yield from _leave(scene, report, head, ends)


def way_of(role: Role, link: Link, event: Event) -> Role:
    """The role of who stands behind "via": a state that goods only pass is no go-between."""
    state = role is Role.INTERMEDIARY and link.mention is not None and link.mention.kind == "state"
    return Role.TRANSIT if state and verb_lemma(event.trigger.head) not in _BOUGHT else role


# --- states on the way


def passed(scene: Scene, part: tuple[int, int]) -> Iterator[Party]:
    """States that goods go through, themselves or by a place of theirs: "via Port X", "across Y"."""
    text, offset, before = scene.doc.text, scene.sentence.offset, None
    for first, last, name in _places(scene, part):
        listed = before is not None and _joined(scene, before, first)
        if (listed or _leads(scene, first)) and _is_ground(scene, last):
            before = last
            start, end = scene.doc[first].idx, scene.doc[last - 1].idx + len(scene.doc[last - 1])
            span = Span(start + offset, end + offset)
            yield Party(role=Role.TRANSIT, name=name, text=text[start:end], span=span)


def _places(scene: Scene, part: tuple[int, int]) -> list[tuple[int, int, str]]:
    """States and places of theirs in a clause: tokens, and whose ground it is."""
    found = [
        (a.first, a.last, a.name)
        for a in scene.actors
        if a.kind == "state" and a.form != "made" and part[0] <= a.first < part[1]
    ]
    taken = {i for first, last, _ in found for i in range(first, last)}
    words = scene.span(*part)
    offset = scene.sentence.offset
    for place in grounds().places(scene.doc.text):
        if words.start <= place.start + offset < words.end:
            span = scene.doc.covering(place.start, place.end)
            if span is not None and taken.isdisjoint(range(span.start, span.end)):
                found.append((span.start, span.end, place.payload))
    return sorted(found)


@lru_cache(maxsize=1)
def grounds() -> Lexicon[str]:
    """Whose ground each place that is known lies on."""
    vocabulary = load()
    names = [(n, p.state) for p in vocabulary.places if p.state for n in (p.name, *p.aliases)]
    names += [(n, t.state) for t in vocabulary.towns for n in t.names]
    return Lexicon([(name, state, True) for name, state in names])


def _leads(scene: Scene, first: int) -> bool:
    """Whether a word of passing leads to the place: "via", "by way of", "stopping at the port of"."""
    for token in reversed(scene.doc[max(scene.sentence.first, first - _REACH) : first]):
        word = token.lower_
        if word in _THROUGH:
            return token.pos_ != "VERB" or token.tag_ in ("VBG", "VBD")
        if word == "of" and token.i > 0 and token.nbor(-1).lower_ == "way":
            return True
        if word == "far" and token.i > 0:
            return token.nbor(-1).lower_ == "as" and _is_reached(scene.doc[first])
        if word in ("in", "at") and token.i > 0:
            above, behind = token.head, token.nbor(-1)
            if noun_lemma(above) in _STOPS or verb_lemma(above) in _STOPS:
                return True
            if behind.pos_ == "PROPN" or behind.lower_ in _LAND:
                continue
            return False
        fills = token.pos_ in ("DET", "ADJ", "PROPN") or word in _LAND or word in ("of", "as", "'s", "’s")
        if word in ("a", "an") or not fills:
            return False
    return False


def _is_reached(name: Token) -> bool:
    while name.dep_ == "compound" and name.head != name:
        name = name.head
    return name.dep_ == "pobj"


def _joined(scene: Scene, before: int, first: int) -> bool:
    words = [t.lower_ for t in scene.doc[before:first]]
    return bool(words) and all(w in (",", "and", "then", "or", "the") for w in words)


def _is_ground(scene: Scene, last: int) -> bool:
    """Whether the ground itself is meant, not somebody of there: "Ruritanian airspace", not "firms"."""
    following = scene.doc[last] if last < len(scene.doc) else None
    owned = following is not None and following.lower_ in ("'s", "’s")
    if owned:
        following = scene.doc[last + 1] if last + 1 < len(scene.doc) else None
    while following is not None and following.pos_ == "ADJ" and following.i + 1 < len(scene.doc):
        following = following.nbor()
    if following is None or following.pos_ not in ("NOUN", "PROPN"):
        return not owned and scene.doc[last - 1].pos_ != "ADJ"
    return noun_lemma(following) in _LAND


# --- who carries or arranges


def _named(scene: Scene, report: Report, part: tuple[int, int], role: Role) -> Iterator[Party]:
    """Carriers and brokers by name, beside the noun for what they are or by the name's own last word."""
    nouns = _CARRIERS if role == Role.CARRIER else _BROKERS
    tokens = scene.doc[part[0] : part[1]]
    seen = -1
    for token in tokens:
        if token.i <= seen:
            continue
        run: list[Token] = []
        if noun_lemma(token) in nouns and token.pos_ in ("NOUN", "PROPN"):
            run = _name_behind(token, part[1])
        elif role == Role.CARRIER and token.text.lower() in _FREIGHT and token.text[0].isupper():
            run = _name_ending(token, part[0])
        if run and not (role == Role.CARRIER and run[0].lower_ in _MAKERS):
            seen = run[-1].i
            span = scene.span(run[0].i, run[-1].i + 1)
            words = span.of(report.text)
            yield Party(role=role, name=re.sub(r"\s+", " ", words), text=words, span=span)


def _name_behind(noun: Token, stop: int) -> list[Token]:
    """The name behind "the carrier", "a broker," "a firm named"."""
    at = noun.i + 1
    while at < stop and noun.doc[at].lower_ in _NAMING and at - noun.i <= len(_NAMING):
        at += 1
    run: list[Token] = []
    while at < stop and len(run) < _NAME_LONG and _is_name(noun.doc[at]):
        run.append(noun.doc[at])
        at += 1
    return run


def _name_ending(last: Token, start: int) -> list[Token]:
    if last.i + 1 < len(last.doc) and last.nbor().text[:1].isupper():
        return []  # "the Air Force"
    run = [last]
    while run[0].i > start and len(run) < _NAME_LONG and _is_name(run[0].nbor(-1)):
        run.insert(0, run[0].nbor(-1))
    return run if len(run) > 1 else []


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ")


# --- who gives leave


def _leave(scene: Scene, report: Report, head: Token, ends: set[str | None]) -> Iterator[Party]:
    """Whose consent a transfer has: "after Ruritania gave its consent", "with Ruritanian approval"."""
    for actor in scene.actors:
        if actor.kind not in ("state", "body") or actor.state is None or actor.state in ends:
            continue
        noun = scene.doc[actor.last - 1]
        if _gives_leave(noun, head) or (noun.head != noun and _gives_leave(noun.head, head, owned=True)):
            yield Party(
                role=Role.LICENSOR, name=actor.state, text=actor.span.of(report.text), span=actor.span
            )


def _gives_leave(noun: Token, head: Token, *, owned: bool = False) -> bool:
    above = noun.head
    if owned and noun_lemma(noun) in _LEAVE:
        return True
    if noun.dep_ == "pobj" and above.lower_ in ("from", "of", "by") and noun_lemma(above.head) in _LEAVE:
        return True
    if noun.dep_ == "pobj" and above.lower_ == "by" and verb_lemma(above.head) in _LETTING:
        return True
    if noun.dep_ != "nsubj":
        return False
    given = any(c.dep_ == "dobj" and noun_lemma(c) in _LEAVE for c in above.children)
    below = head == above or above.is_ancestor(head)
    return given or (verb_lemma(above) in _LETTING and below)
