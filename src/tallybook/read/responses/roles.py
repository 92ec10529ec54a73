"""Who acts in a response, and against whom?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tallybook.model import Action
from tallybook.read.attribution.attributed import Attributed
from tallybook.read.clauses.scene import Scene, first_conjunct
from tallybook.read.page import Page
from tallybook.read.responses.cast import Cast, subject_of
from tallybook.read.responses.hits import Hit
from tallybook.read.responses.parts import affected, object_of, phrase_text
from tallybook.read.responses.topic import Topic

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTS = frozenset(
    {
        Action.SANCTIONS_ANNOUNCED,
        Action.SANCTIONS_PROMISED,
        Action.SANCTIONS_ENFORCED,
        Action.INVESTIGATES,
        Action.RAISES_AT_UN,
        Action.DEPLOYS,
        Action.OTHER,
    }
)
"""Acts of which the actor's own word is a confirmation; the rest are said, not done."""


_SAID = frozenset({Action.CONDEMNS, Action.WARNS, Action.CALLS_FOR, Action.RAISES_AT_UN})


class View(NamedTuple):
    """What a report offers to the parts of its responses."""

    page: Page
    attributed: tuple[Attributed, ...]
    cast: Cast
    topic: Topic
    people: frozenset[str]


def actor_of(hit: Hit, scene: Scene, view: View, said: Attributed | None) -> str | None:
    """The state or body that acts; where nobody is named, the speaker for acts of speech."""
    if hit.action == Action.FINDS_VIOLATION or (hit.word.form == "phrase" and hit.action in _SAID):
        return _teller(view, said)
    noun = hit.measure or (hit.head if hit.head.pos_ in ("NOUN", "PROPN") else None)
    for owner in _owners(noun):
        names = view.cast.behind(owner, scene, said)
        if names:
            return " and ".join(names)
    subject = subject_of(hit.verb) if hit.verb.pos_ in ("VERB", "AUX") else None
    agent = subject is not None and subject.head.dep_ == "agent"
    if subject is not None and subject not in (hit.measure, hit.head) and (agent or not _backdrop(hit)):
        names = view.cast.behind(subject, scene, said)
        if names:
            return " and ".join(names)
        if subject.pos_ == "PROPN" or subject.lemma_.lower() in view.people:
            own = said is not None and hit.action in ACTS and subject.pos_ != "PROPN"
            party = view.cast.speaker(said) if own else None
            return party or phrase_text(subject, scene, view.page.report.text)[:80]
    return None if hit.action in _MEASURES else _teller(view, said)


def _teller(view: View, said: Attributed | None) -> str | None:
    """The party of the speaker; a speaker of no known party by his own name."""
    party = view.cast.speaker(said)
    if party is None and said is not None and said.source.name[:1].isupper():
        return said.source.name
    return party


def _owners(noun: Token | None) -> list[Token]:
    """Whose measure it is: what stands before it, or before what it is coordinated with."""
    if noun is None:
        return []
    links = ("poss", "amod", "compound", "nmod")
    return [c for n in dict.fromkeys((noun, first_conjunct(noun))) for c in n.children if c.dep_ in links]


def _backdrop(hit: Hit) -> bool:
    """Whether the measure stands aside in its clause and the subject of the verb is not who took it."""
    noun = hit.measure
    if noun is None:
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ in ("dobj", "pobj"):
        # "a package of sanctions"
        noun = noun.head.head
    return noun.dep_ in ("nsubj", "nsubjpass", "conj") or (
        noun.dep_ == "pobj" and noun.head.lower_ in ("to", "under", "of", "by", "despite", "since")
    )


def target_of(hit: Hit, scene: Scene, view: View, said: Attributed | None) -> str | None:
    """Against, to or about whom: a party by name, persons and firms as worded."""
    actor = actor_of(hit, scene, view, said)
    avoid = frozenset({actor}) if actor else frozenset()
    text = view.page.report.text
    token = object_of(hit)
    if token is not None and token.lemma_.lower() in _PEOPLE:
        return phrase_text(token, scene, text)[:160]
    for choice in (token, affected(hit) if token is None else None):
        names = view.cast.behind(choice, scene, said, avoid) if choice is not None else []
        names = [n for n in names if n not in avoid]
        if names:
            return " and ".join(names)
    if hit.word.form == "phrase":
        return _near_phrase(hit, scene, view, avoid)
    if token is not None and token.pos_ == "PROPN":
        return phrase_text(token, scene, text)[:160]
    return None


def _near_phrase(hit: Hit, scene: Scene, view: View, avoid: frozenset[str]) -> str | None:
    """The party that is the subject of a fixed phrase, or that follows it ("a ban on arms sales to X")."""
    subject = (
        subject_of(hit.verb) if hit.action == Action.WARNS and hit.verb.pos_ in ("VERB", "AUX") else None
    )
    names = view.cast.parties(subject, scene) if subject is not None else []
    behind = [a.party for a in scene.actors if hit.first <= a.first <= hit.last + 5 and a.party]
    return next((n for n in (*names, *behind) if n not in avoid), None)


_MEASURES = frozenset(
    {
        Action.SANCTIONS_IMPOSED,
        Action.SANCTIONS_PROMISED,
        Action.SANCTIONS_ANNOUNCED,
        Action.SANCTIONS_ENFORCED,
    }
    | {Action.EXPORT_CONTROL, Action.EMBARGO, Action.VETOES}
)
_PEOPLE = frozenset(
    {
        "individual",
        "entity",
        "firm",
        "company",
        "person",
        "organization",
        "organisation",
        "business",
        "maker",
        "bank",
    }
    | {
        "those",
        "people",
        "supplier",
        "middleman",
        "broker",
        "trader",
        "shipper",
        "owner",
        "target",
        "vessel",
        "ship",
    }
    | {"manufacturer", "network", "official", "businessman", "shipowner", "producer", "general", "group"}
)
