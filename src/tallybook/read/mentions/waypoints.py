"""What is a place to goods on their way: where they set out, where they come in, or a stage between?"""

from __future__ import annotations

from typing import NamedTuple

from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

ORIGIN, GOAL, STAGE, NONE = "from", "to", "via", ""
"""What a place can be; ``NONE``: nothing, whatever else stands beside it."""

_LOADING = words_of("verbs of taking goods aboard")
_COMING = words_of("verbs and nouns of coming in")
_PAUSING = words_of("verbs and nouns of stopping over")
_LEAVING = words_of("verbs whose object is left behind")
_REACHING = words_of("verbs whose object is reached")
_CROSSING = words_of("verbs whose object is crossed")
_CARRYING = words_of("verbs of carrying over")
_CARRIERS = words_of("nouns of carriers") | words_of("further nouns of carriers")
TRAVELLERS = words_of("people who come and go") | words_of("groups of people who travel")
"""Nouns for people whose ways are none of goods."""
_FIRING = words_of("verbs of using arms from a place")
_FALLING = words_of("nouns for what is fired")
_BORDERS = words_of("nouns for where lands meet")
_SITES = words_of("nouns for where goods are loaded") | _BORDERS
_NAMING = frozenset({"compound", "appos", "nmod", "amod", "poss"})
INSIDE = frozenset({"in", "at", "on", "near", "outside", "off", "inside"})
_POSSIBLY = frozenset({"can", "could", "might", "would"})
_MODAL = frozenset({"may", "must", "can", "ca", "could", "will", "wo", "would", "shall", "should"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_OVER = frozenset({"over", "across"})
_AWAY = frozenset({"out", "off", "away"})
_ABOARD = frozenset({"aboard", "onboard"})
_STEPS = 8


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


class Standing(NamedTuple):
    """What a place is to goods on their way, with the word that leads it and the one above that."""

    part: str
    word: str
    above: Token

    def is_way(self, travels: frozenset[str]) -> bool:
        """Whether the word above tells of a journey."""
        return _lemma(self.above) in travels


def standing(name: Token) -> Standing | None:
    """What the place ``name`` is by the words above it, ``None`` where they leave it open."""
    at = _whole(name)
    if at.dep_ in ("dobj", "nsubjpass"):
        part = _of_object(at.head)
        return None if part is None else _judged(part, "", at.head)
    if at.dep_ != "pobj":
        return None
    word, above = at.head.lower_, at.head.head
    if above.lower_ in _AWAY and above.dep_ in ("prep", "advmod", "prt"):
        word, above = "from", above.head
    if word == "of" and above.lower_ == "way":
        return Standing(STAGE, word, above)
    if word == "as" and above.lower_ == "far":
        return Standing(GOAL, word, above.head)
    part = _led_by(word, above)
    return None if part is None else _judged(part, word, above)


def _whole(name: Token) -> Token:
    """The noun that a place stands for: "terminal" of "the terminal in the port of X"."""
    at = name
    for _ in range(_STEPS):
        if at.dep_ in _NAMING or (at.dep_ == "conj" and at.head.pos_ in ("NOUN", "PROPN")):
            at = at.head
        elif at.dep_ == "pobj" and at.head.lower_ in INSIDE | {"of"} and _is_site(at.head.head):
            at = at.head.head
        else:
            break
    return at


def _is_site(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and _lemma(token) in _SITES


def _of_object(verb: Token) -> str | None:
    lemma = _lemma(verb)
    kinds = ((_LEAVING, ORIGIN), (_REACHING, GOAL), (_CROSSING, STAGE))
    return next((part for verbs, part in kinds if lemma in verbs), None)


def _led_by(word: str, above: Token) -> str | None:
    if word == "from":
        return ORIGIN
    if word in ("via", "through"):
        return STAGE
    if word in ("to", "into", "toward", "towards"):
        return GOAL
    if word in _OVER:
        return STAGE if _lemma(above) in _CARRYING else None
    return _inside(above) if word in INSIDE else None


def _inside(above: Token) -> str | None:
    """What a place is where something happens, by the nearest word above that tells of carriage."""
    at = above
    for _ in range(_STEPS):
        if (part := _happening(at)) is not None:
            return part
        if at.pos_ == "VERB" or at.head == at or (at.dep_ == "nsubj" and _lemma(at) not in _CARRIERS):
            return None
        at = at.head
    return None


def _happening(at: Token) -> str | None:
    lemma = _lemma(at)
    if is_loading(at):
        return ORIGIN
    if lemma in ("put", "pull", "come", "bring", "take") and any(_is_in(c) for c in at.children):
        return GOAL
    if lemma in _PAUSING or any(_lemma(c) in _PAUSING for c in at.children if c.dep_ == "dobj"):
        return STAGE
    if lemma in _COMING:
        return GOAL
    return STAGE if lemma in _CROSSING or _over_a_border(at) else None


def _is_in(word: Token) -> bool:
    """Whether a word beside a verb brings something in or off a carrier: "put in", "brought ashore"."""
    nouns = [c for c in word.children if c.dep_ == "pobj"]
    if word.lower_ == "off":
        return any(_lemma(n) in _CARRIERS for n in nouns)
    return word.lower_ in ("in", "ashore") and not nouns


def is_loading(verb: Token) -> bool:
    """Whether goods are put into what carries them: "loaded", "put aboard", "taken on board"."""
    lemma = _lemma(verb)
    if lemma in _LOADING:
        return verb.pos_ == "VERB" or lemma == "loading"
    return lemma in ("put", "take", "bring", "go", "place") and any(
        c.lower_ in _ABOARD or (c.lower_ == "on" and any(g.lower_ == "board" for g in c.children))
        for c in verb.children
    )


def _over_a_border(verb: Token) -> bool:
    """Whether something goes "over the border" at a place."""
    over = (c for c in verb.children if c.lower_ in _OVER)
    return any(_lemma(g) in _BORDERS for c in over for g in c.children)


def _judged(part: str, word: str, above: Token) -> Standing:
    """A place that people come to or leave is none to goods, nor one that is only in reach."""
    verb = above
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    beside = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg")}
    reach = part == GOAL and word == "" and beside & _POSSIBLY
    barred = beside & _NOT and beside & _MODAL  # "may not call at X"
    used = part == ORIGIN and (_lemma(verb) in _FIRING or _is_based(verb))
    if reach or barred or used or _people_go(verb):
        return Standing(NONE, word, above)
    return Standing(part, word, above)


def _is_based(verb: Token) -> bool:
    """Whether somebody flies something from where it stands: "the brigade flies the type from X"."""
    habit = _lemma(verb) == "fly" and verb.tag_ in ("VBZ", "VBP", "VBG")
    return habit and not any(c.lower_ in ("to", "into", "via") for c in verb.children)


def _people_go(verb: Token) -> bool:
    """Whether people go themselves and take nothing along, or what was fired comes down."""
    moved = any(c.dep_ == "dobj" for c in verb.children) and _lemma(verb) not in _LEAVING | _REACHING
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    down = _lemma(verb) == "land" or any(c.lower_ == "down" for c in verb.children)
    falls = down and any(_lemma(s) in _FALLING for s in subjects)
    return falls or (not moved and any(_lemma(s) in TRAVELLERS for s in subjects))
