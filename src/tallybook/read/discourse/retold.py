"""What does a clause say again of a flow that was told of: "The machines are here", "they are at sea"?

It has no word of transfer. What it speaks of points back to the arms, to what carried them or to what was
caught, and its verb says where that is, where it is going or what has become of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Stage
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.pointed import (
    Known,
    Retelling,
    is_carrier,
    is_for_a_gathering,
    is_named_carrier,
    is_pronoun_for_goods,
    is_some_of_them,
    points_at_carrier,
    points_at_goods,
    points_at_ship,
    subject_of,
)
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_REACHING = words_of("verbs of getting to a place")
_ARRIVING = words_of("verbs of getting somewhere")
_MOVING = words_of("verbs of being under way")
_HANDING = words_of("verbs of handing over what was told of")
_BERTHING = words_of("verbs of ships and planes that come in")
_STANDING = frozenset({"be", "stand", "sit", "remain", "lie", "rest"})
_SITES = words_of("where goods that have come are") | words_of("where goods that have come stand")
_LANDS = words_of("nouns for a land") | {"capital", "coast", "city", "town", "island", "territory", "shore"}
_MEANT = frozenset({"mean", "intend", "destine", "earmark", "bind"})
_HANDS = frozenset({"hand", "possession", "ownership", "custody", "inventory", "hands"})
_TRAVELS = frozenset({"way", "road", "rail", "rails", "sea", "route", "track", "move", "journey", "transit"})
_BORDERS = frozenset({"border", "frontier", "crossing", "checkpoint"})
_ROADS = frozenset({"wagon", "rail", "road", "sea", "air", "trailer"})
_TRIPS = frozenset({"journey", "way", "trip", "crossing", "passage"})
_GROUNDS = words_of("where a force has what it was given")
_HERE = frozenset({"here", "there", "ashore", "in-country", "overland", "across", "over"})
_AT = words_of("prepositions that lead to a place")
_DRIVING = frozenset({"drive", "fly", "parade", "patrol", "roll", "rumble"})
_AHEAD = frozenset({"will", "would", "shall", "'ll", "’ll", "should"})
_MAYBE = frozenset({"may", "might", "can", "could", "must"})
_LEADING = frozenset({"be", "expect", "plan", "schedule", "due", "set", "mean", "intend", "have"})
_THEM = frozenset({"it", "she", "they", "these", "those"})
_NONE = frozenset({"no", "none", "not", "neither", "nothing"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_APART = frozenset({"conj", "ccomp", "parataxis", "advcl", "relcl"})
_OPEN = frozenset({"if", "whether", "unless", "once", "until", "when", "before", "after", "while"})


def clause_of(verb: Token) -> list[Token]:
    """The words of a verb's own clause, in order."""
    found, left = [verb], [c for c in verb.children if c.dep_ not in _APART]
    while left:
        token = left.pop()
        found.append(token)
        left += [c for c in token.children if c.dep_ not in ("relcl", "parataxis", "ccomp")]
    return sorted(found, key=lambda t: t.i)


def told_again(scene: Scene, known: Known) -> Iterator[Retelling]:
    """The clauses of a sentence that say again where arms that were told of are, or are going."""
    for verb in scene.tokens:
        if verb.pos_ not in ("VERB", "AUX") or _is_open(verb):
            continue
        subject = subject_of(verb)
        if subject is None:
            continue
        found = _of_goods(verb, subject, scene, known) or _of_carrier(verb, subject, scene, known)
        if found is not None:
            yield found


def _is_open(verb: Token) -> bool:
    """Whether it is left open if it is so, or the verb only dates another: "once they are here"."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _OPEN for c in verb.children) or bool(
        {c.lower_ for c in verb.children if c.dep_ == "aux"} & _MAYBE
    )


def _of_goods(verb: Token, subject: Token, scene: Scene, known: Known) -> Retelling | None:
    pronoun = is_pronoun_for_goods(subject)
    if not pronoun and not points_at_goods(subject, scene, known):
        return None
    some = is_some_of_them(subject)
    found = _ahead(verb) if some and lies_ahead(verb) else None
    if found is None and (some or pronoun or subject.i not in scene.goods_at or verb_lemma(verb) in _DRIVING):
        found = _arrived(verb)
    found = found or _is_there(verb, some=some) or _under_way(verb)
    if found is None:
        return None
    stage, placed = found
    stage = Stage.PLANNED if lies_ahead(verb) and stage is not Stage.AGREED else stage
    return _retelling(verb, subject, stage, placed=placed)


def _ahead(verb: Token) -> tuple[Stage, bool] | None:
    """What is to become of the rest: "is to follow", "will be delivered by May", "would go there"."""
    lemma = verb_lemma(verb)
    if any(c.dep_ in ("dobj", "attr") for c in verb.children):
        return None
    comes = lemma in ("follow", "arrive", "come", "land") or (lemma in _HANDING and is_passive(verb))
    goes = lemma in _ARRIVING | _STANDING and _goes_somewhere(verb)
    return (Stage.PLANNED, False) if comes or goes else None


def _arrived(verb: Token) -> tuple[Stage, bool] | None:
    """Whether goods have come to a place, and whether it must be one of the taker's."""
    lemma = verb_lemma(verb)
    if any(c.dep_ == "prt" and c.lower_ in ("down", "back", "out", "up", "off") for c in verb.children):
        return None  # shells come down, and jets fly back
    if is_for_a_gathering(verb):
        return None
    plain = not any(c.dep_ in ("dobj", "attr", "acomp") for c in verb.children)
    there = lemma in _ARRIVING and plain and _goes_somewhere(verb)
    reached = lemma in _REACHING and any(c.dep_ == "dobj" and is_place(c) for c in verb.children)
    if not (there or reached):
        return None
    return (Stage.SHIPPED if verb.tag_ == "VBG" else Stage.RECEIVED, True)


def _is_there(verb: Token, *, some: bool) -> tuple[Stage, bool] | None:
    """Whether goods are told to be where goods are that have come, or with whom they were for."""
    if verb_lemma(verb) not in _STANDING or _leads_on(verb):
        return None
    if any(t.lower_ == "order" for t in led(verb, "on")):
        return (Stage.AGREED, False)
    if any(c.lower_ in ("here", "in-country") for c in verb.children):
        return (Stage.RECEIVED, False)
    held = [t for t in led(verb, "in") if noun_lemma(t) in _HANDS]
    where = ("in", "on", "at", "near") if verb_lemma(verb) == "stand" else ("in", "on", "at", "with", "near")
    placed = [t for t in led(verb, *where) if is_place(t) or t in held]  # friends "stand with" a land
    if any(t.pos_ == "PROPN" or noun_lemma(t) in _LANDS | _HANDS | _GROUNDS for t in placed):
        return (Stage.RECEIVED, not (some or any(noun_lemma(t) == "country" for t in placed)))
    return None


def _leads_on(verb: Token) -> bool:
    """Whether it is said what somebody is there to do: "are here to stay", "in the hands of X to decide"."""
    behind = (t for t in verb.subtree if t.i > verb.i and t.dep_ in ("xcomp", "advcl", "acl", "relcl"))
    return any(c.lower_ == "to" and c.dep_ == "aux" for t in behind for c in t.lefts)


def _under_way(verb: Token) -> tuple[Stage, bool] | None:
    """Whether goods are on their way: "have been rolling to X", "are on the rails", "made the journey"."""
    lemma = verb_lemma(verb)
    if any(c.dep_ == "prt" and c.lower_ in ("down", "back", "out", "up") for c in verb.children):
        return None
    crossed = lemma == "cross" and any(c.dep_ == "dobj" and noun_lemma(c) == "border" for c in verb.children)
    travels = lemma == "make" and any(c.dep_ == "dobj" and noun_lemma(c) in _TRIPS for c in verb.children)
    on_way = lemma in _STANDING and any(noun_lemma(t) in _TRAVELS for t in led(verb, "on", "in", "at", "en"))
    if lemma in _MEANT and is_passive(verb) and led(verb, "for"):
        return (Stage.SHIPPED, False)
    if crossed or travels or on_way or (lemma in _MOVING and _by_road(verb)):
        return (Stage.SHIPPED, False)
    return (Stage.SHIPPED, True) if lemma in _MOVING and _goes_somewhere(verb) else None


def _of_carrier(verb: Token, subject: Token, scene: Scene, known: Known) -> Retelling | None:
    told = points_at_carrier(subject, known)
    if not told and known.carriers:
        told = subject.lower_ in ("it", "she") and verb_lemma(verb) in _BERTHING
        told = told or is_named_carrier(subject, scene) or (verb.dep_ == "relcl" and is_carrier(subject))
    if points_at_ship(subject, scene, known):
        return _of_ship(verb, subject)
    if not told:
        return None
    lemma = verb_lemma(verb)
    reached = lemma in _REACHING and any(c.dep_ == "dobj" and is_place(c) for c in verb.children)
    berthed = lemma in _BERTHING and not is_passive(verb) and _goes_somewhere(verb)
    if not (reached or berthed):
        return None
    stage = Stage.PLANNED if lies_ahead(verb) else Stage.RECEIVED
    return _retelling(verb, subject, stage, placed=True)


def _of_ship(verb: Token, subject: Token) -> Retelling | None:
    """Whether a ship that was bought is told to have come: "sailed into Port X", "her sister came in May"."""
    lemma = verb_lemma(verb)
    if is_passive(verb) or any(c.dep_ in ("acomp", "prt", "xcomp") for c in verb.children):
        return None
    into = lemma in _MOVING and any(
        p.lower_ in ("into", "to") and is_place(t) for p in verb.children for t in p.children
    )
    reached = lemma in _REACHING and any(c.dep_ == "dobj" and is_place(c) for c in verb.children)
    placed = into or reached or (lemma in _BERTHING and _goes_somewhere(verb))
    came = lemma in _COMING and not any(c.dep_ in ("dobj", "attr") for c in verb.children)
    if not (placed or (came and verb.tag_ in ("VBD", "VBN"))):
        return None
    stage = Stage.PLANNED if lies_ahead(verb) else Stage.RECEIVED
    return _retelling(verb, subject, stage, placed=placed)


_COMING = frozenset({"come", "arrive", "follow"})


def _retelling(verb: Token, subject: Token, stage: Stage, *, placed: bool) -> Retelling:
    words = [t for t in clause_of(verb) if t.i <= verb.i + _LONGEST]
    first = min(subject.left_edge.i if subject.i < verb.i else verb.i, verb.i)
    last = max((t.i for t in words if not t.is_punct), default=verb.i) + 1
    none = any(c.lower_ in _NONE for c in (subject, *subject.lefts))
    none = none or any(c.lower_ in ("no",) for o in verb.children if o.dep_ == "dobj" for c in o.lefts)
    negated = none or any(c.lower_ in _NOT for c in verb.children)
    role = "recipient" if placed else None
    return Retelling(first, last, subject, stage, role, negated, near=subject.lower_ in _THEM)


_LONGEST = 14
"""Words behind the verb that its clause is quoted with, at most."""


def lies_ahead(verb: Token) -> bool:
    """Whether what a verb says is still to come: "will be here", "are to follow", "is expected to land"."""
    words = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if words & _AHEAD:
        return True
    led_on = verb.dep_ in ("xcomp", "oprd", "acomp") and verb.head.lemma_.lower() in _LEADING
    return "to" in words and led_on and not _is_perfect(verb)


def _is_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def led(verb: Token, *words: str) -> list[Token]:
    """What the prepositions of a verb lead to."""
    return [t for p in verb.children if p.dep_ == "prep" and p.lower_ in words for t in p.children]


def is_place(noun: Token) -> bool:
    """Whether a noun is a place that goods come to."""
    return noun.pos_ == "PROPN" or noun_lemma(noun) in _SITES | _LANDS


def _goes_somewhere(verb: Token) -> bool:
    if any(c.lower_ in _HERE and c.dep_ in ("advmod", "prt", "npadvmod") for c in verb.children):
        return True
    over = any(noun_lemma(t) in _BORDERS for t in led(verb, "over", "across", "through"))
    return over or any(is_place(t) for t in led(verb, *_AT))


def _by_road(verb: Token) -> bool:
    """Whether it is told on what goods travel: "rolled on railway wagons"."""
    by = led(verb, "on", "by", "aboard", "in")
    return any(is_carrier(t) or noun_lemma(t) in _ROADS for t in by)
