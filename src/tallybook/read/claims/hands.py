"""Whose hands do arms pass beside the two ends: who made them, who trades them, who seized them?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tallybook.model import Category, Party, Report, Role
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.lexicon import Lexicon
from tallybook.read.text.tree import Token
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

_MAKE = frozenset(
    {"make", "manufacture", "production", "origin", "design", "provenance", "fabrication", "construction"}
)
_MAKING = words_of("verbs of making")
_MENDING = words_of("verbs of mending arms")
_TRADERS = words_of("traders of arms by name")
_FREIGHT = words_of("last words in names of carriers")
_FIRST = words_of("first words in names of makers")
_FOES = ("anti-", "anti–")


def makes_it(name: str, event: Event) -> bool:
    """Whether a state after which goods are named can be their maker: no "Danish F-16s"."""
    goods = [g.goods for g in event.filled.goods]
    makers = {_makers()[g.designation] for g in goods if (g.designation, g.category) in _types()}
    if makers:
        return name in makers
    return not any(g.category is Category.AIRCRAFT for g in goods) or name in _aircraft_makers()


@lru_cache(maxsize=1)
def _makers() -> dict[str | None, str]:
    """The state that makes a type."""
    found: dict[str | None, str] = {w.name: w.maker for w in load().weapons if w.maker is not None}
    return found | {t: m.name for m in load().makers for t in m.types}


@lru_cache(maxsize=1)
def _types() -> frozenset[tuple[str | None, Category]]:
    """Types whose maker is known, with what they are: an "F-7" may be a fighter or a grenade."""
    return frozenset((w.name, w.category) for w in load().weapons if w.name in _makers())


@lru_cache(maxsize=1)
def _aircraft_makers() -> frozenset[str]:
    flying = {w.name for w in load().weapons if w.category is Category.AIRCRAFT}
    return frozenset(state for t, state in _makers().items() if t in flying)


def hands_of(event: Event, scene: Scene, report: Report) -> Iterator[Party]:
    """The firms that a clause names, whose make it says the goods are, and who seized them."""
    head = event.trigger.head
    if head.doc is not scene.doc:
        return
    part = scene.part_of(head.i)
    yield from _firms(scene, report, part)
    yield from worded_makers(scene, report, part)
    if event.trigger.frame.name == "seize":
        yield from seizer(head, scene, report)


@lru_cache(maxsize=1)
def _firm_names() -> Lexicon[str]:
    firms = [b for b in load().bodies if b.what == "maker"]
    return Lexicon([(n, b.name, True) for b in firms for n in (b.name, *b.aliases, *b.abbreviations)])


def _firms(scene: Scene, report: Report, part: tuple[int, int]) -> Iterator[Party]:
    """Makers and traders by name: "sold by Vostok Arms"."""
    around, offset = scene.span(*part), scene.sentence.offset
    for place in _firm_names().places(scene.doc.text):
        if around.start <= place.start + offset and place.end + offset <= around.end:
            found = scene.doc.covering(place.start, place.end)
            if found is None or _only_mends(scene.doc[found.end - 1]):
                continue
            span = scene.span(found.start, found.end)
            yield Party(role=_trade(place.payload), name=place.payload, text=span.of(report.text), span=span)


def _only_mends(name: Token) -> bool:
    """Whether a firm only mended what others made: "refurbished by X"."""
    return name.dep_ == "pobj" and name.head.dep_ == "agent" and verb_lemma(name.head.head) in _MENDING


def _trade(firm: str) -> Role:
    words = firm.lower().split()
    if words[-1] in _FREIGHT and words[0] not in _FIRST:
        return Role.CARRIER
    return Role.INTERMEDIARY if firm.lower() in _TRADERS else Role.MAKER


def worded_makers(scene: Scene, report: Report, part: tuple[int, int]) -> Iterator[Party]:
    """Whose make goods are said to be: "boats of Ruritanian make", "weapons made in Ruritania"."""
    for actor in scene.actors:
        if actor.kind != "state" or not part[0] <= actor.first < part[1]:
            continue
        start = actor.first - 1 if actor.first and scene.doc[actor.first - 1].lower_ == "the" else actor.first
        before = scene.doc[start - 1] if start else None
        after = scene.doc[actor.last] if actor.last < len(scene.doc) else None
        of_make = before is not None and before.lower_ == "of" and after is not None and after.lower_ in _MAKE
        made_in = before is not None and before.lower_ == "in" and before.head.lemma_.lower() in _MAKING
        if of_make or (made_in and before is not None and before.head.tag_ == "VBN"):
            yield Party(role=Role.MAKER, name=actor.name, text=actor.span.of(report.text), span=actor.span)


def seizer(head: Token, scene: Scene, report: Report) -> Iterator[Party]:
    """Who seized goods, where no state or body by name stands for him: "by fighters", "an anti-X force"."""
    agents = [t for c in head.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"]
    verb = head
    while verb.dep_ in ("conj", "xcomp") and not any(c.dep_ == "nsubj" for c in verb.children):
        verb = verb.head
    active = [c for c in verb.children if c.dep_ == "nsubj" and head.pos_ == "VERB"]
    for noun in agents or active:
        if noun.pos_ not in ("NOUN", "PROPN") or any(
            noun_lemma(noun) == w for w in ("weapon", "arm", "shipment")
        ):
            continue
        actor = scene.actor_at.get(noun.i)
        if actor is not None and not is_foe(actor.first, scene):
            yield Party(role=Role.SEIZER, name=actor.name, text=actor.span.of(report.text), span=actor.span)
            return
        aside = ("relcl", "acl", "appos") if _stands_alone(noun) else ("relcl", "appos")
        core = [t.i for t in noun.subtree if not any(u.dep_ in aside for u in _up_to(t, noun))]
        span = scene.span(min(core), max(core) + 1)
        words = span.of(report.text).strip(" ,")
        if len(words) <= _LONG and (" " in _bare(words) or noun.tag_ in ("NNS", "NNP")):
            yield Party(role=Role.SEIZER, name=_bare(words), text=span.of(report.text), span=span)
        return


def _stands_alone(noun: Token) -> bool:
    """Whether a noun says who it is without what is told of it; "forces allied with X" does not."""
    told = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    return told.dep_ != "acl" or told.tag_ != "VBN" or any(c.dep_ != "det" for c in noun.lefts)


_LONG = 80
"""Characters of the longest wording for who seized goods."""


def _bare(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else words


def _up_to(token: Token, top: Token) -> Iterator[Token]:
    while token not in (top, token.head):
        yield token
        token = token.head


def is_foe(first: int, scene: Scene) -> bool:
    """Whether a party is named only by its foes: "an anti-Houthi force"."""
    start = scene.doc[first].idx
    before = scene.doc.text[max(0, start - 5) : start].lower()
    return before.endswith(_FOES) or scene.doc[first].lower_.startswith(_FOES)
