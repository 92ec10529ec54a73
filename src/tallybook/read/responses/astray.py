"""Is what sounds like a response about something else: a war, a rule, a danger, a charge by nobody?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tallybook.model import Action
from tallybook.read.responses.cast import subject_of
from tallybook.read.responses.clauses import VERBAL
from tallybook.read.responses.hits import Hit
from tallybook.read.responses.parts import negated
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from tallybook.read.clauses.scene import Scene

ASKED = ("prep", "xcomp", "ccomp", "dobj", "oprd", "advcl")
_ANYBODY = frozenset({"whoever", "anyone", "anybody", "one", "who"})
SAID_OF_IT = frozenset(
    {"report", "claim", "allegation", "accusation", "charge", "rumour", "rumor", "story", "assertion"}
)
FIGHTING = words_of("what is fought and talked of")
STOPPING = re.compile(
    r"\b(?:stop|halt|ban|freeze|think|rethink|reconsider|refrain|abstain|cancel|drop|scrap|withdraw|suspend"
    r"|cease|not to|end|tried|trial|prosecut|justice|proof|patrol|inspect|arrest|extradit|inquiry|enquiry"
    r"|investigation|probe|explanation|clarification|sanction|embargo|condition|conclusion|answer|accountab|transparen|pressure|review"
    r"|debate|moratorium|resign|consequence|punish)\w*",
    re.I,
)
PUNISHING = re.compile(
    r"\b(?:sanction|embargo|consequence|retaliation|response|action|measure|step|ban|inquiry|investigation|probe"
    r"|punish|penalt|tariff|revenge|reprisal|countermeasure|reply|retaliat|answer|counter-|blow)\w*",
    re.I,
)
_WAYS = words_of("what is looked into for oneself")


def goes_astray(hit: Hit, scene: Scene, text: str) -> bool:
    """Whether the words of a response, in a clause of such a ``text``, are about something else."""
    plain = (
        about_ways,
        of_anybody,
        is_a_rule,
        breaks_nothing,
        looks_for_a_leak,
        only_says_so,
        denies_it,
        is_one_shipment,
        warns_people,
        of_unnamed_accusers,
        endangers,
    )
    if any(told(hit) for told in plain):
        return True
    return watches_else(hit, text) or by_outlet(hit, scene)


def of_anybody(hit: Hit) -> bool:
    """Whether a breach is only one by whoever does so: "those who break the embargo"."""
    if hit.action != Action.FINDS_VIOLATION:
        return False
    over = hit.head.head if hit.head.dep_ == "xcomp" else hit.head  # "whoever is found to have broken it"
    doers = [c for t in (hit.head, over) for c in t.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(c.lower_ in _ANYBODY - {"who", "one"} for c in doers):
        return True
    return hit.head.dep_ == "relcl" and hit.head.head.lower_ in _ANYBODY | _ALL


_ALL = frozenset(
    {
        "those",
        "all",
        "states",
        "countries",
        "nations",
        "companies",
        "firms",
        "individuals",
        "persons",
        "people",
    }
)


def about_ways(hit: Hit) -> bool:
    """Whether somebody looks into ways of doing it, not into what was done."""
    objects = [c for p in (hit.head, *hit.head.children) for c in p.children if c.dep_ in ("dobj", "pobj")]
    return hit.action == Action.INVESTIGATES and any(c.lemma_.lower() in _WAYS for c in objects)


_SOON = 8


def breaks_nothing(hit: Hit) -> bool:
    """Whether a breach is only denied: "denied breaking any law", "nor had Swiss law been broken"."""
    if hit.action != Action.FINDS_VIOLATION:
        return False
    over = hit.head.head if hit.head.dep_ in ("xcomp", "pcomp", "ccomp", "dobj") else hit.head
    over = over.head if over.dep_ == "prep" else over
    if over.lemma_.lower() in _DENYING:
        return True
    opening = next((t.lower_ for t in hit.verb.sent if not t.is_punct), "")
    return opening in ("nor", "neither") or any(c.dep_ == "neg" for c in hit.verb.children)


_DENYING = frozenset({"deny", "reject", "dispute", "dismiss", "refute"})


def only_says_so(hit: Hit) -> bool:
    """Whether who "has established that it is so" only says so, or it is said that nobody has checked it."""
    if hit.action != Action.INVESTIGATES or hit.word.form != "verb" or hit.word.within != "object":
        return False
    told = [c for c in hit.head.children if c.dep_ == "ccomp"]
    if any(m.dep_ == "mark" and m.lower_ == "that" for c in told for m in c.children):
        return True
    inner = [c for c in hit.head.children if c.dep_ in ("ccomp", "xcomp")]
    if any({"whether", "to"} <= {m.lower_ for m in c.children} for c in inner):
        return True  # "is examining whether to sell them": a plan of one's own
    return negated(hit)


def denies_it(hit: Hit) -> bool:
    """Whether "deny" tells what is said not to be so, and keeps nothing out."""
    if hit.action != Action.OTHER or hit.head.lemma_.lower() != "deny":
        return False
    return any(c.dep_ in ("ccomp", "xcomp") for c in hit.head.children)


def is_one_shipment(hit: Hit) -> bool:
    """Whether one load alone is held up, which is what becomes of a transfer and no ban on arms."""
    if hit.action != Action.EMBARGO or hit.head.lemma_.lower() not in _HOLDING_UP:
        return False
    taken = [c for c in hit.head.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(c.lemma_.lower() in _LOADS and c.tag_ == "NN" for c in taken)


_HOLDING_UP = frozenset({"halt", "suspend", "freeze", "block", "stop", "cut", "hold"})
_LOADS = frozenset(
    {"shipment", "delivery", "consignment", "cargo", "batch", "package", "load", "order", "deal"}
)


def looks_for_a_leak(hit: Hit) -> bool:
    """Whether who looks into it is after who told of it: "an inquiry into the leak"."""
    behind = hit.head.doc[hit.first : min(hit.last + _SOON, hit.head.sent.end)]
    return hit.action == Action.INVESTIGATES and any(t.lemma_.lower() in ("leak", "leaker") for t in behind)


def is_a_rule(hit: Hit) -> bool:
    """Whether the words only say what anybody must do: "a buyer must make sure", "whoever joins must"."""
    if hit.action != Action.CALLS_FOR or hit.word.form != "phrase":
        return False
    subject = subject_of(hit.head) if hit.head.pos_ in VERBAL else None
    if subject is None:
        return False
    return subject.lower_ in _ANYBODY or any(c.lower_ in ("a", "an") for c in subject.children)


def of_unnamed_accusers(hit: Hit) -> bool:
    """Whether a breach is only what somebody is accused of, by nobody named: a charge, no finding."""
    over = hit.head.head.head if hit.head.dep_ == "pcomp" else hit.head
    if hit.action not in (Action.FINDS_VIOLATION, Action.CONDEMNS) or over.lemma_ not in (
        "accuse",
        "suspect",
        "blame",
    ):
        return False
    return over.tag_ == "VBN" and not any(c.dep_ in ("agent", "nsubj") for c in over.children)


def endangers(hit: Hit) -> bool:
    """Whether a thing is a danger, and nobody threatens: "it threatens the security of the region"."""
    if hit.action != Action.WARNS or hit.head.lemma_ != "threaten":
        return False
    taken = [c for c in hit.head.children if c.dep_ == "dobj"]
    behind = [g for c in hit.head.children if c.lower_ in ("with", "to") for g in c.children]
    speaks = any(c.dep_ in ("xcomp", "ccomp") for c in hit.head.children)
    return bool(taken) and not speaks and not any(PUNISHING.search(c.lemma_) for c in (*taken, *behind))


def warns_people(hit: Hit) -> bool:
    """Whether people are told to get out of the way: "warned residents to leave"."""
    if hit.action != Action.WARNS or hit.head.pos_ not in VERBAL:
        return False
    moving = [c for c in hit.head.children if c.dep_ in ("xcomp", "ccomp", "prep")]
    told = {c.lemma_.lower() for c in hit.head.children if c.dep_ in ("dobj", "dative", "nsubjpass")}
    moves = any(c.lemma_.lower() in _GETTING_AWAY for c in moving)
    return bool(told & _BYSTANDERS) or (moves and not told & {"state", "government"})


_GETTING_AWAY = words_of("verbs of getting out of the way")
_BYSTANDERS = words_of("people who are warned of danger")


def by_outlet(hit: Hit, scene: Scene) -> bool:
    """Whether it is an outlet that looks into it: "an investigation by the paper", "X has found out"."""
    if hit.action != Action.INVESTIGATES:
        return False
    noun = hit.measure or hit.head
    by = [c for p in noun.children if p.lower_ in ("by", "of") for c in p.children]
    before = [c for c in noun.children if c.dep_ in ("poss", "compound", "amod")]
    subject = subject_of(hit.verb) if hit.verb.pos_ in VERBAL else None
    by += [s for c in noun.children if c.dep_ == "relcl" for s in c.children if s.dep_ == "nsubj"]
    doers = [*by, *before, *([subject] if subject is not None and hit.word.form == "verb" else [])]
    found = [scene.actor_at.get(t.i) for t in doers]
    return any(a is not None and a.kind == "outlet" for a in found)


def watches_else(hit: Hit, text: str) -> bool:
    """Whether what is watched has nothing to do with it: "is watching the budget"."""
    if hit.action != Action.MONITORS:
        return False
    watched = [c for c in hit.head.children if c.dep_ == "dobj" and not hit.first <= c.i < hit.last]
    over = [c for t in hit.head.subtree if t.lower_ in ("on", "over") for c in t.children if t.i < hit.last]
    watched = [*watched, *over] if hit.head.pos_ in VERBAL else []
    plain = [c for c in watched if c.pos_ == "NOUN" and c.lemma_.lower() not in _WATCHED]
    return bool(watched) and len(plain) == len(watched) and _MATTER.search(text) is None


_WATCHED = words_of("what is watched in a trade in arms")
_MATTER = re.compile(
    r"\b(?:arms|weapon|missile|drone|deliver|shipment|transfer|suppl|embargo|sanction|whether|deal|trade|aid"
    r"|cooperation)\w*|\b(?:it|this)\b",
    re.I,
)
