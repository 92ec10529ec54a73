"""Against whom, to whom or about whom is a response made?"""

from __future__ import annotations

from tallybook.model import Action
from tallybook.read.attribution.attributed import Attributed
from tallybook.read.clauses.scene import Scene
from tallybook.read.responses.cast import SUBJECTS, subject_of
from tallybook.read.responses.hits import Hit
from tallybook.read.responses.parts import affected, object_of, phrase_text
from tallybook.read.responses.roles import View
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PEOPLE = words_of("whom measures are taken against")
_ENVOYS = words_of("envoys")
_STATES = frozenset(
    {"state", "country", "nation", "member", "government", "ally", "partner", "neighbour", "neighbor"}
)
_OF_THE_WORLD = frozenset({"United States", "United Kingdom"})


def target_of(hit: Hit, scene: Scene, view: View, said: Attributed | None, actor: str | None) -> str | None:
    """Against, to or about whom: a party by name, persons and firms as worded; never who acts."""
    avoid = frozenset((actor or "").split(" and ")) | ({actor} if actor else set())
    text = view.page.report.text
    token = _whose(_aimed_at(hit, scene))
    if token is not None and token.lemma_.lower() in _PEOPLE - {"group"}:
        return phrase_text(token, scene, text)[:160]
    for choice in (token, affected(hit) if token is None else None):
        if choice is None:
            continue
        names = view.cast.behind(choice, scene, said, avoid)
        names = [n for n in names if n not in avoid]
        if names:
            return " and ".join(names)
        if choice.lemma_.lower() in _PEOPLE:
            return phrase_text(choice, scene, text)[:160]
    if hit.action == Action.SUMMONS:
        return _of_envoy(token, scene, view)
    if hit.word.form == "phrase":
        return _near_phrase(hit, scene, view, avoid)
    if token is not None and (token.pos_ == "PROPN" or token.lemma_.lower() in _STATES):
        return phrase_text(token, scene, text)[:160]
    return None


def _whose(token: Token | None) -> Token | None:
    """Whose a thing is that is frozen or taken: "the assets of firms in Ruritania"."""
    if token is None:
        return None
    part = token.pos_ == "NUM" or token.lower_ in ("some", "many", "several", "most", "all", "both")
    leads = ("of", "from") if part or token.lemma_.lower() in _BELONGINGS else ("by",)
    owners = [c for p in token.children if p.lower_ in leads for c in p.children if c.dep_ == "pobj"]
    return owners[0] if owners else token


_BELONGINGS = frozenset({"asset", "account", "property", "fund", "activity", "export", "licence", "license"})


def _aimed_at(hit: Hit, scene: Scene) -> Token | None:
    """The noun that a response is aimed at."""
    if hit.measure is not None and hit.word.sure and (named := _qualified_by(hit.measure, scene)) is not None:
        return named
    if hit.action == Action.FINDS_VIOLATION and hit.word.form != "verb":
        return _breaker(hit)
    found = object_of(hit)
    if found is None and hit.action == Action.WARNS and hit.verb.pos_ == "VERB":
        return _under_condition(hit.verb)
    return found


def _qualified_by(measure: Token, scene: Scene) -> Token | None:
    """The land before a measure ("Libya arms embargo"), where it is no body that took it."""
    for child in measure.children:
        actor = scene.actor_at.get(child.i)
        if child.dep_ not in ("compound", "nmod") or actor is None or actor.form != "name":
            continue
        if actor.kind in ("state", "group") and actor.party not in _OF_THE_WORLD:
            return child
    return None


def _breaker(hit: Hit) -> Token | None:
    """Who is in breach: who does what the breach qualifies; whom somebody finds in breach."""
    verb = hit.verb
    over = hit.head.head.head if hit.head.dep_ == "pobj" else None
    if over is not None and over.pos_ == "NOUN" and over.dep_ in ("pobj", "dobj"):
        return next((c for c in over.children if c.dep_ == "poss"), None)
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if verb.lemma_ in FINDING:
        return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None) or next(
            (
                s
                for c in verb.children
                if c.dep_ in ("ccomp", "oprd")
                for s in c.children
                if s.dep_ == "nsubj"
            ),
            None,
        )
    return subject_of(verb) or next((c for c in verb.children if c.dep_ == "nsubjpass"), None)


FINDING = frozenset({"find", "declare", "judge", "deem", "rule", "consider", "call", "see", "catch"})


def _under_condition(verb: Token) -> Token | None:
    """Who is threatened in case he acts: "threatened to stop deliveries if X went on"."""
    here = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "ccomp"))]
    for clause in (c for v in here for c in v.children if c.dep_ == "advcl"):
        if any(m.lower_ in ("if", "unless") for m in clause.children):
            return next((s for s in clause.children if s.dep_ in SUBJECTS), None)
    return None


def _of_envoy(envoy: Token | None, scene: Scene, view: View) -> str | None:
    """Whose envoy was called in, where he was told of before."""
    if envoy is None or not (envoy.pos_ == "PRON" or envoy.lemma_.lower() in _ENVOYS):
        return None
    return view.cast.envoy_before(scene)


def _near_phrase(hit: Hit, scene: Scene, view: View, avoid: frozenset[str]) -> str | None:
    """The party that is the subject of a fixed phrase, or that follows it ("a ban on arms sales to X")."""
    verb = hit.verb if hit.verb.pos_ in ("VERB", "AUX") else None
    subject = subject_of(verb) if verb is not None and hit.action in _OF_SUBJECTS else None
    if subject is not None:
        names = [n for n in view.cast.behind(subject, scene, None, avoid) if n not in avoid]
        if names:
            return " and ".join(names)
        if hit.action == Action.CONDEMNS:
            return None
    if hit.action in (Action.OTHER, Action.RAISES_AT_UN):
        return None
    _, high = scene.part_of(hit.head.i)
    behind = [
        a.party
        for a in scene.actors
        if hit.first <= a.first <= hit.last + 5 and a.party and a.first < high and a.form != "pronoun"
    ]
    return next((n for n in behind if n not in avoid), None)


_OF_SUBJECTS = frozenset({Action.CONDEMNS, Action.WARNS, Action.CALLS_FOR})
