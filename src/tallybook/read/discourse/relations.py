"""Who is told to help whom, so that arms that are given behind it without a word of who gives are theirs?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Stage
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties, Place, place_of
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.discourse.flows import Flow
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HELPING = words_of("verbs of helping a state")
_HELP = words_of("nouns for help to a state")
_HELPERS = words_of("nouns for who helps a state")
_UNDERTAKING = words_of("verbs of undertaking help")
_BESIDE = {
    "stand": {"by", "with", "behind"},
    "side": {"with"},
    "do": {"for"},
    "rally": {"behind"},
    "care": {"for"},
}
_TOWARD = frozenset({"for", "to"})
_GIVING = frozenset({"give", "arrive", "pass", "carry", "load"})
"""Frames of goods of which the words need not say who gives them to whom."""

_REACH = 3
"""How many sentences back they may have been told of."""


class Relations:
    """Who was told to help whom, without a word of arms."""

    def __init__(self) -> None:
        self._told: list[Flow] = []

    def note(self, parties: Parties, speaker: str | None) -> None:
        """Remember who helps whom in a sentence."""
        for taker, givers in _helped(parties):
            names = [giver_of(t, parties) for t in givers] or [speaker]
            giver = next((n for n in names if n is not None and n != taker), None)
            if giver is not None:
                number = parties.scene.number
                self._told.append(Flow(giver, taker, frozenset(), Stage.DELIVERED, number, plain=False))

    def fitting(self, event: Event, scene: int) -> list[Flow]:
        """Those told of lately, of which arms that are given can be a part; the last one first."""
        if event.trigger.frame.name not in _GIVING or not _is_done_to(event):
            return []
        near = [f for f in reversed(self._told) if 0 <= scene - f.scene <= _REACH]
        return [f for f in near if f.fits(*(event.end(role) for role in ENDS))]


def giver_of(token: Token, parties: Parties) -> str | None:
    """The state of who helps."""
    mention = parties.at.get(token.i) or parties.modifying.get(token.i)
    return end_point(mention) if mention is not None and mention.kind != "outlet" else None


def _is_done_to(event: Event) -> bool:
    """Whether the words tell only what becomes of arms: "ten tanks are to be donated"."""
    return event.trigger.passive or event.trigger.frame.name != "give"


def _helped(parties: Parties) -> Iterator[tuple[str, list[Token]]]:
    """Every party that is told to be helped, with who may be told to help it."""
    for index, mention in sorted(parties.at.items()):
        token, name = parties.scene.doc[index], end_point(mention)
        if name is None or mention.kind not in ("state", "group"):
            continue
        place = place_of(token)
        if place is not None and (givers := _givers(place, parties)) is not None:
            yield name, givers


def _helps(noun: Token) -> bool:
    """Whether a noun tells what its sentence's subject is to somebody: "is Ruritania's partner"."""
    return noun_lemma(noun) in _HELPERS and noun.dep_ == "attr" and noun.tag_ == "NN"


def _givers(place: Place, parties: Parties) -> list[Token] | None:
    """Who helps the party at a place, as far as the words tell; ``None`` where nobody is helped there."""
    over = place.governor
    verb = verb_lemma(over) if over.pos_ == "VERB" else ""
    if verb in _HELPING and place.slot == "object":
        return subjects_of(over, parties)
    if verb in _HELPING and place.slot == "subject" and any(c.dep_ == "auxpass" for c in over.children):
        return [c for p in over.children if p.dep_ == "agent" for c in p.children]
    if verb in _BESIDE and place.slot in _BESIDE[verb]:
        return subjects_of(over, parties)
    if over.pos_ != "NOUN":
        return None
    if place.slot == "of" and _helps(over):
        return subjects_of(over.head, parties)
    if place.slot in _TOWARD and noun_lemma(over) in _HELP:
        return _undertakers(over, parties)
    return None


def _undertakers(help_: Token, parties: Parties) -> list[Token] | None:
    """Whose help it is, or who undertakes it: "X spoke about help for Y", not "X condemned it"."""
    own = [c for c in help_.children if c.dep_ == "poss" and c.i in parties.at]
    by = [c for p in help_.children if p.lower_ in ("from", "by") for c in p.children]
    if own or by:
        return own or by
    place = place_of(help_)
    if place is None or place.slot == "subject" or verb_lemma(place.governor) not in _UNDERTAKING:
        return None
    return subjects_of(place.governor, parties) or None
