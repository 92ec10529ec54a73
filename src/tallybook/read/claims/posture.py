"""Does a state only move its own forces: to the Gulf, into the skies of another, on a patrol or a drill?"""

from __future__ import annotations

from tallybook.model import Category, Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.listing import LISTING
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.events.joining import MOVING
from tallybook.read.mentions.goods import PLATFORMS, GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ENTERED = words_of("places that are only entered")
_REGIONS = words_of("parts of the world to which forces are sent")
_UNSOLD = words_of("aircraft that no state sells")
_PURPOSES = words_of("purposes of moving forces")
_MISSIONS = words_of("what forces are moved for")
_DRILLS = words_of("drills")
_FORCES = words_of("forces of a state")
_DUTIES = words_of("duties of forces")
_PLAY = words_of("words of sport and play")
_BASES = words_of("places where forces are stationed")
_CARRIERS = words_of("words for armed transport") | {"ship", "vessel", "plane", "boat"}

_FLYING = PLATFORMS | {Category.DRONES, Category.MISSILES, Category.ROCKETS}
"""Goods that enter or near another state to watch or to hit it."""

_CREWED = PLATFORMS | {Category.AIR_DEFENCE}
"""Goods that a state sends out with crews of its own."""

_PEOPLE = frozenset({Category.TROOPS})
_LANDS = frozenset({"region", "province", "oblast", "territory"})
_ENTERING = frozenset({"pass", "arrive", "come", "carry", "give", "bound"})
_SITES = words_of("sites that things are brought to")
_AIMED = frozenset({"toward", "towards", "at", "over", "near", "off", "around"})


_OVER = frozenset({"over", "around", "across", "against", "above"})
_LAND = words_of("lands that are flown over")

MANY = 4
"""Words of duty from which on a report is about what forces do, not about what they get."""


PLAYED = 3
"""Different words of sport from which on a report is about it."""


def is_on_duty(scenes: tuple[Scene, ...]) -> bool:
    """Whether a report is about deployments, patrols and drills."""
    telling = [scene for scene in scenes if not scene.lemmas.isdisjoint(_DUTIES)]
    words = [t for scene in telling for t in scene.tokens if t.pos_ in ("NOUN", "VERB", "PROPN")]
    return sum(noun_lemma(t) in _DUTIES or verb_lemma(t) in _DUTIES for t in words) >= MANY


def is_play(scenes: tuple[Scene, ...]) -> bool:
    """Whether a report is about sport, which speaks of shots, rockets and big guns as well."""
    telling = [scene for scene in scenes if not (scene.words | scene.lemmas).isdisjoint(_PLAY)]
    nouns = {noun_lemma(t) for scene in telling for t in scene.tokens if t.pos_ == "NOUN"}
    return len(_PLAY & nouns.union(*(scene.words for scene in telling))) >= PLAYED


def is_drill(scenes: tuple[Scene, ...]) -> bool:
    """Whether a report opens with an exercise and comes back to it."""
    opening = [t for s in scenes[:2] for t in s.tokens if not s.lemmas.isdisjoint(_DRILLS)]
    if not any(_tells_of_drill(t) for t in opening):
        return False
    words = (t for s in scenes for t in s.tokens if t.pos_ in ("NOUN", "PROPN", "VERB"))
    return (
        sum(bool({noun_lemma(t), verb_lemma(t)} & (_DRILLS | _DUTIES | _TRAINING)) for t in words) >= _AGAIN
    )


def _tells_of_drill(word: Token) -> bool:
    """Whether a noun names an exercise, or forces are told to hold one: not "drills for oil"."""
    if word.pos_ in _NOUNS:
        return noun_lemma(word) in _DRILLS
    below = [t for c in word.children for t in (c, *c.children)]
    bored = any(t.dep_ == "dobj" or t.lower_ in _BORED_FOR for t in below)
    return word.pos_ == "VERB" and verb_lemma(word) in _DRILLS and not bored


_BORED_FOR = frozenset({"gas", "gold", "oil", "ore", "water"})
_AGAIN = 2
_TRAINING = frozenset({"train", "training", "rehearse", "practise", "practice", "simulate"})
_NOUNS = ("NOUN", "PROPN")
_MOVING = MOVING | {"carry"}


def only_lent(event: Event, *, drill: bool = False) -> bool:
    """Whether forces come to a state that is not named as who takes them.

    Args:
        event: what the sentence tells.
        drill: the report is about an exercise, to which forces bring arms of every kind.
    """
    goods = [g for g in event.filled.goods if not g.civil]
    taker = event.recipient
    if drill and (event.trigger.frame.name in _MOVING or event.trigger.word.name in ("send", "bring")):
        return True
    if not goods or not all(_of(g, PLATFORMS, event) for g in goods):
        return False
    return taker is None or taker.slot in ("discourse", "in", "at", "origin")


def moves_own_forces(event: Event, goods: list[GoodsMention]) -> bool:
    """Whether arms only go where the forces of their own state go."""
    if not goods:
        return False
    if all(_of(g, _FLYING, event) for g in goods) and (_aimed(event) or _over_there(event)):
        return True
    if _redeploys(event):
        return True
    if event.trigger.frame.name in _ENTERING and not _given(event) and all(_is_never_sold(g) for g in goods):
        return True
    if not all(_of(g, PLATFORMS, event) for g in goods):
        crewed = all(_of(g, _CREWED, event) for g in goods)
        return _to_drill(event) or (crewed and _to_region(event))
    return _sent_out(event) or _only_used(event) or _on_duty(event)


def _given(event: Event) -> bool:
    """Whether goods are told to be given to somebody by name, not only sent: "gave Ruritania six bombers"."""
    taker = event.recipient
    return (
        event.trigger.word.name == "supply" and taker is not None and taker.slot in ("object", "to", "with")
    )


def _is_never_sold(goods: GoodsMention) -> bool:
    """Whether they are of a kind that only their own state flies: "B-52 bombers have landed in Ruritania"."""
    words = goods.goods.text.lower().split() if goods.goods.category is Category.AIRCRAFT else []
    return any(word.rstrip("s") in _UNSOLD for word in words)


def _of(goods: GoodsMention, kinds: frozenset[Category], event: Event) -> bool:
    noun = event.trigger.head.doc[goods.head]
    return goods.goods.category in kinds or (goods.weak and noun_lemma(noun) in _CARRIERS)


def _redeploys(event: Event) -> bool:
    """Whether "the army" moves something to a place, as it moves its own: "moved launchers to Port X"."""
    giver, taker = event.supplier, event.recipient
    if event.trigger.frame.name != "carry" or giver is None or taker is None or giver.slot != "subject":
        return False
    own = giver.token.lower_ in _FORCES and [t.lower_ for t in giver.token.lefts] == ["the"]
    return own and taker.mention is None


def _sent_out(event: Event) -> bool:
    """Whether ships, aircraft or troops are only sent somewhere: "sends jets to the Gulf"."""
    taker = event.recipient
    if event.trigger.frame.name == "left" and all(_of(g, _PEOPLE, event) for g in event.filled.goods):
        return True  # soldiers who leave are withdrawn
    if event.trigger.stage is Stage.RECEIVED and taker is not None:
        return any(_named(t, _ENTERED) for t in _whither(taker))
    if event.trigger.stage is not Stage.SHIPPED:
        return False
    if taker is None:
        return event.supplier is not None and event.supplier.slot != "from"
    behind = [t for p in event.trigger.head.children if p.lower_ == "to" for t in p.children]
    if taker.slot == "discourse" and any(_named(t, _REGIONS) for t in behind):
        return True
    if (event.supplier is None or event.supplier.slot == "discourse") and any(
        _named(t, _BASES) for t in behind
    ):
        return True
    return any(_named(t, _ENTERED) for t in _whither(taker)) and not _lent_to_region(event, taker)


def _lent_to_region(event: Event, taker: Link) -> bool:
    """Whether soldiers go to a region of the taker that has a name: "3,000 troops to the Brod region"."""
    soldiers = all(_of(g, _PEOPLE, event) for g in event.filled.goods)
    named = any(c.pos_ == "PROPN" and c.dep_ == "compound" for c in taker.token.lefts)
    return soldiers and named and noun_lemma(taker.token) in _LANDS


def _whither(taker: Link) -> list[Token]:
    """The nouns that say where something goes; a word of a state's own name ("Ivory Coast") is none."""
    mention, word = taker.mention, taker.token
    own = mention is not None and mention.kind == "state" and mention.first < word.i < mention.last
    return [word.head] if own else [word, word.head]


def _to_region(event: Event) -> bool:
    """Whether they are sent to no state but to a part of the world: "sends batteries to the Gulf"."""
    if event.recipient is not None or event.trigger.stage is not Stage.SHIPPED:
        return False
    behind = [t for p in event.trigger.head.children if p.lower_ == "to" for t in p.children]
    return any(_named(t, _ENTERED | _REGIONS) for t in behind)


def _aimed(event: Event) -> bool:
    """Whether they only go in the direction of a state: "flew bombers toward the island"."""
    taker = event.recipient
    if event.trigger.frame.name in LISTING or verb_lemma(event.trigger.head) == "arrive":
        return False  # pictures show them at a base
    aimed = [k for k in event.links if taker is not None and k.slot in _AIMED and k.name == taker.name]
    flown = any(_of(g, PLATFORMS, event) for g in event.filled.goods)
    return any(flown or k.slot != "at" or not _named(k.token, _SITES) for k in aimed)


def _over_there(event: Event) -> bool:
    """Whether what flies is sent over a land that is no taker: "sent 40 drones over the city"."""
    taker = event.recipient
    if event.trigger.frame.name not in _ENTERING or (taker is not None and taker.slot != "discourse"):
        return False
    over = [event.trigger.head, *(event.trigger.head.doc[g.head] for g in event.filled.goods)]
    led = [t for o in over for p in o.children if p.lower_ in _OVER for t in p.children if t.dep_ == "pobj"]
    return any(_named(t, _LAND) for t in led)


def _only_used(event: Event) -> bool:
    """Whether "deployed" tells of a user that its own words do not name as somebody else than the giver."""
    if event.trigger.frame.name != "use" or _known_used(event):
        return False
    return any(k is not None and k.slot == "discourse" for k in (event.supplier, event.recipient))


def _known_used(event: Event) -> bool:
    """Whether goods that were told of are used: "the five aircraft were first used in strikes"."""
    verb, doc = event.trigger.head, event.trigger.head.doc
    helping = {c.dep_: c for c in verb.children if c.dep_ in ("aux", "auxpass")}
    used = verb_lemma(verb) == "use" and "auxpass" in helping and helping.get("aux", verb).tag_ != "MD"
    return used and any(c.lower_ in DEFINITE for g in event.filled.goods for c in doc[g.head].lefts)


def _on_duty(event: Event) -> bool:
    """Whether the words say that forces go to guard, to watch or to drill: "sent jets to police the air"."""
    head = event.trigger.head
    if event.trigger.frame.name not in _ENTERING | {"use"} or event.trigger.hit.form != "verb":
        return False
    aims = [c for c in head.children if c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB"]
    if any(verb_lemma(c) in _PURPOSES for c in aims):
        return True
    after = [t for p in head.children if p.lower_ in ("for", "on", "in", "as") for t in p.children]
    return _to_drill(event) or any(_named(t, _MISSIONS) for t in after)


def _to_drill(event: Event) -> bool:
    """Whether goods of any kind only come for an exercise: "brought launchers to the island for drills"."""
    if event.trigger.frame.name not in _ENTERING or event.trigger.hit.form != "verb":
        return False
    after = [p for p in event.trigger.head.children if p.lower_ == "for"]
    return any(_named(t, _DRILLS) for p in after for t in p.subtree)


def _named(noun: Token, words: frozenset[str]) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and noun_lemma(noun) in words
