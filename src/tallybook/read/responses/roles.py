"""Who acts in a response, and against whom?"""

from __future__ import annotations

from typing import NamedTuple

from tallybook.model import Action
from tallybook.read.attribution.attributed import Attributed
from tallybook.read.clauses.scene import Scene, first_conjunct
from tallybook.read.page import Page
from tallybook.read.responses.cast import Cast, subject_of
from tallybook.read.responses.hits import Hit
from tallybook.read.responses.parts import phrase_text
from tallybook.read.responses.topic import Topic
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

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


NAMELESS = frozenset({"he", "she", "it", "they", "(unspecified)", "the statement", "statement"})
"""Words for a speaker that name nobody."""

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
    if hit.word.form == "phrase" and hit.action == Action.CALLS_FOR and hit.verb.lemma_ in _UNDER_PRESSURE:
        return None
    if hit.action == Action.FINDS_VIOLATION or (hit.word.form == "phrase" and hit.action in _SAID):
        return _aired_by(hit, scene, view) or _teller(view, said)
    judged = hit.action == Action.CONDEMNS and hit.word.target == "subject"
    if judged or (hit.action == Action.CALLS_FOR and hit.measure is not None):
        return _teller(view, said)
    noun = hit.measure or (hit.head if hit.head.pos_ in ("NOUN", "PROPN") else None)
    laid = [] if noun is None else [subject_of(c) for c in noun.children if c.dep_ == "relcl"]
    laid_by = [t for t in laid if t is not None and t != noun]  # "the embargo that X laid on Y"
    for owner in (*laid_by, *_owners(noun, scene), *_voices(noun, hit)):
        names = view.cast.behind(owner, scene, said)
        if names:
            return " and ".join(names)
    subject = subject_of(hit.verb) if hit.verb.pos_ in ("VERB", "AUX") else None
    agent = subject is not None and subject.head.dep_ == "agent"
    if subject is not None and subject not in (hit.measure, hit.head) and (agent or not _backdrop(hit)):
        found = _named(subject, hit, scene, view, said)
        if found:
            return found
    if (
        subject is None
        and hit.action in (Action.SUMMONS, Action.WARNS)
        and (host := _host(hit.verb, scene, view))
    ):
        return host
    if subject is None and hit.action == Action.INVESTIGATES and (host := _where(hit.verb, scene)):
        return host
    if hit.action in _MEASURES:
        ordered = hit.word.form == "phrase" and hit.action in _ORDERED
        return _teller(view, said) if ordered or _to_come(hit) else None
    return _teller(view, said)


_ORDERED = frozenset({Action.EXPORT_CONTROL, Action.EMBARGO})
_UNDER_PRESSURE = frozenset(
    {"face", "reject", "resist", "ignore", "dismiss", "rebuff", "defy", "come", "be", "grow"}
)


def _named(subject: Token, hit: Hit, scene: Scene, view: View, said: Attributed | None) -> str | None:
    """Who the subject of an act is: a party, else who has a name or can act, as worded."""
    own = said is not None and said.cue.span.overlap(scene.span(hit.head.i, hit.head.i + 1))
    if own and subject.pos_ == "PRON" and hit.word.speech:
        return _teller(view, said)
    acts = subject.i in scene.actor_at or subject.pos_ != "NOUN" or subject.lemma_.lower() in view.people
    names = view.cast.behind(subject, scene, said) if acts or not hit.word.speech else []
    if names:
        return " and ".join(names)
    if subject.pos_ == "PROPN" or subject.lemma_.lower() in view.people:
        acts_self = said is not None and hit.action in ACTS and subject.pos_ != "PROPN"
        party = view.cast.speaker(said) if acts_self else None
        return party or phrase_text(subject, scene, view.page.report.text)[:80]
    return None


def _aired_by(hit: Hit, scene: Scene, view: View) -> str | None:
    """From whom anger comes ("a complaint from Lima"), or who gives a warning, in set words."""
    if hit.word.form != "phrase":
        return None
    raises = hit.action == Action.RAISES_AT_UN
    for token in scene.doc[hit.first : hit.last]:
        if token.lower_ in ("from", "by") and not raises and token.dep_ in ("prep", "agent"):
            names = [n for c in token.children for n in view.cast.parties(c, scene)]
            if names:
                return " and ".join(names)
    if (hit.verb.lemma_.lower() not in _AIRING and not raises) or hit.verb.i < hit.first:
        return None
    subject = subject_of(hit.verb)
    names = view.cast.behind(subject, scene, None) if subject is not None else []
    return " and ".join(names) or None


_AIRING = words_of("verbs that air a response")


def _where(verb: Token, scene: Scene) -> str | None:
    """The state in which an inquiry "has been opened in Ruritania"."""
    if not any(c.dep_ == "nsubjpass" for c in verb.children):
        return None
    places = [c for p in verb.children if p.dep_ == "prep" and p.lower_ in ("in", "by") for c in p.children]
    named = (scene.actor_at.get(c.i) for c in places)
    return next((a.party for a in named if a is not None and a.kind == "state" and a.party), None)


def _host(verb: Token, scene: Scene, view: View) -> str | None:
    """Who calls in an envoy: the ministry that he is called to, or the land where he is posted."""
    clause = verb if any(c.dep_ == "nsubjpass" for c in verb.children) else verb.head
    envoy = next((c for c in clause.children if c.dep_ == "nsubjpass"), None)
    if envoy is None or not any(t.lemma_.lower() in _ENVOYS for t in envoy.subtree):
        return None
    called_to = [c for c in clause.children if c.dep_ == "prep" and c.lower_ in ("to", "by", "at")]
    posted = [c for t in envoy.subtree if t.lemma_.lower() in _ENVOYS for c in t.children]
    posted += [c for t in envoy.children for c in t.children]
    posted += list(envoy.children)
    places = [c for c in posted if c.dep_ == "prep" and c.lower_ in ("to", "in")]
    for preposition in (*called_to, *places):
        for noun in preposition.children:
            names = view.cast.parties(noun, scene)
            if names:
                return names[0]
    return None


_ENVOYS = words_of("envoys")


def _to_come(hit: Hit) -> bool:
    """Whether a measure is told as one's own plan, or denied: then the speaker is who would take it."""
    words = {c.lower_ for c in hit.verb.children if c.dep_ in ("aux", "neg", "auxpass")}
    return bool(words & {"will", "would", "shall", "not", "n't", "n’t", "be"})


def _teller(view: View, said: Attributed | None) -> str | None:
    """The party of the speaker; a speaker of no known party by his own name."""
    party = view.cast.speaker(said)
    if party is None and said is not None and said.source.name.casefold() not in NAMELESS:
        return said.source.name
    return party


def _owners(noun: Token | None, scene: Scene) -> list[Token]:
    """Whose measure it is: what stands before it, or before what it is coordinated with."""
    if noun is None:
        return []
    links = ("poss", "amod", "compound", "nmod")
    found = [c for n in dict.fromkeys((noun, first_conjunct(noun))) for c in n.children if c.dep_ in links]
    return [c for c in found if c.dep_ != "compound" or not _of_another(c, scene)]


def _voices(noun: Token | None, hit: Hit) -> list[Token]:
    """From whom a condemnation comes ("condemnation from Peru")."""
    if noun is None or hit.measure is not None or not hit.word.speech:
        return []
    return [c for p in noun.children if p.lower_ in ("from", "by") for c in p.children if c.dep_ == "pobj"]


def _of_another(word: Token, scene: Scene) -> bool:
    """Whether a land before a measure is under it, not its owner: "the Libya embargo", "Iran sanctions"."""
    actor = scene.actor_at.get(word.i)
    named = actor is not None and actor.kind in ("state", "group") and actor.form == "name"
    return named and actor is not None and actor.party not in ("United States", "United Kingdom")


def _backdrop(hit: Hit) -> bool:
    """Whether the measure stands aside in its clause and the subject of the verb is not who took it."""
    noun = hit.measure
    if noun is None:
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ in ("dobj", "pobj"):
        # "a package of sanctions"
        noun = noun.head.head
    return noun.dep_ in ("nsubj", "nsubjpass", "conj") or (
        noun.dep_ == "pobj" and noun.head.lower_ in ("to", "under", "of", "despite", "since", *_passive(hit))
    )


def _passive(hit: Hit) -> tuple[str, ...]:
    """The word before who acts, where the verb is passive."""
    return ("by",) if any(c.dep_ == "auxpass" for c in hit.verb.children) else ()


_MEASURES = frozenset(
    {
        Action.SANCTIONS_IMPOSED,
        Action.SANCTIONS_PROMISED,
        Action.SANCTIONS_ANNOUNCED,
        Action.SANCTIONS_ENFORCED,
    }
    | {Action.EXPORT_CONTROL, Action.EMBARGO, Action.VETOES}
)
