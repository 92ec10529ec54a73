"""Do words of a response only stand behind what is told: "despite the sanctions", "nothing forbids"?"""

from __future__ import annotations

from tallybook.model import Action
from tallybook.read.responses.cast import subject_of
from tallybook.read.responses.clauses import VERBAL
from tallybook.read.responses.hits import LIFTING, Hit
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_BEHIND = words_of("prepositions of a backdrop")
_WHEN = frozenset({"before", "since", "until", "after", "when"})
_NOTHING = frozenset({"nothing", "anything", "nobody", "no"})
_MAY = frozenset({"can", "could", "might"})
_MEASURES = frozenset(
    {Action.SANCTIONS_IMPOSED, Action.SANCTIONS_ENFORCED, Action.EMBARGO, Action.EXPORT_CONTROL}
)


def is_backdrop(hit: Hit) -> bool:
    """Whether nobody is told to do or to have done anything by the words."""
    return (
        _is_circumstance(hit)
        or _is_when(hit)
        or _by_nothing(hit)
        or _could_be(hit)
        or _pressed_by_nobody(hit)
        or _lists_people(hit)
        or _is_not_there(hit)
        or _describes_speaker(hit)
    )


def _is_circumstance(hit: Hit) -> bool:
    """Whether a measure is only the circumstance of another act: "in spite of US sanctions"."""
    noun = hit.measure
    if hit.action not in _MEASURES or noun is None:
        return False
    told = any(c.dep_ == "relcl" and subject_of(c) is not None for c in noun.children)  # "that X laid on Y"
    if hit.action == Action.EMBARGO and (told or any(t.pos_ == "PROPN" for t in noun.lefts)):
        return False  # "despite a United Nations arms embargo" tells whose embargo there is
    first = noun.left_edge
    while first.i > noun.sent.start and first.nbor(-1).lower_ in ("of", "years", "decades", "the", "long"):
        first = first.nbor(-1)
    before = [t.lower_ for t in noun.doc[max(noun.sent.start, first.i - 2) : noun.i]]
    return any(w in _BEHIND for w in before)


def _is_when(hit: Hit) -> bool:
    """Whether a break of relations only dates something: "before relations ended in 2016"."""
    if hit.action != Action.OTHER or hit.head.pos_ not in VERBAL:
        return False
    return hit.head.dep_ == "advcl" and any(c.lower_ in _WHEN for c in hit.head.children)


def _by_nothing(hit: Hit) -> bool:
    """Whether it is said that no rule forbids it."""
    if hit.action not in (Action.EMBARGO, Action.OTHER) or hit.head.pos_ not in VERBAL:
        return False
    if hit.word.form == "phrase":
        return False
    subject = subject_of(hit.head)
    noun = hit.head.head if hit.head.dep_ == "relcl" else subject
    if noun is None:
        return False
    return noun.lower_ in _NOTHING or any(c.lower_ == "no" for c in noun.children)


def _could_be(hit: Hit) -> bool:
    """Whether somebody only could watch: "the whole country can be watched"."""
    passive = any(c.dep_ == "auxpass" for c in hit.head.children)
    return hit.action == Action.MONITORS and passive and any(c.lower_ in _MAY for c in hit.head.children)


def _pressed_by_nobody(hit: Hit) -> bool:
    """Whether somebody is pressed to act, and nobody is said to press: "has been pressed at home"."""
    if hit.action != Action.CALLS_FOR or hit.head.lemma_.lower() not in ("press", "pressure", "lobby"):
        return False
    passive = any(c.dep_ == "auxpass" for c in hit.head.children)
    return passive and not any(c.dep_ == "agent" or c.lower_ == "by" for c in hit.head.children)


def _lists_people(hit: Hit) -> bool:
    """Whether so and so many people and firms are listed, and not for what: "on 1,000 persons"."""
    if hit.action != Action.SANCTIONS_IMPOSED or hit.measure is None:
        return False
    taken = [o for t in (hit.measure, hit.verb) for p in t.children if p.lower_ == "on" for o in p.children]
    listed = [o for o in taken if o.lemma_.lower() in _LISTED and any(t.like_num for t in o.subtree)]
    reasons = ("for", "over", "because", "after", "that", "who", "which")
    return bool(listed) and not any(_gives_reason(o, reasons) for o in listed)


def _gives_reason(noun: Token, reasons: tuple[str, ...]) -> bool:
    return any(t.lower_ in reasons for t in noun.doc[noun.i : noun.sent.end])


_LISTED = frozenset({"person", "individual", "people", "entity", "official", "name", "target"})


def _is_not_there(hit: Hit) -> bool:
    """Whether a land is only said to be under no measure: "not subject to sanctions"."""
    noun = hit.measure
    if hit.action not in _IN_FORCE or noun is None or hit.head.lemma_.lower() in LIFTING:
        return False
    none = any(c.lower_ == "no" for c in noun.lefts)
    if hit.verb.lemma_ == "join" and any(c.dep_ == "neg" for c in hit.verb.children):
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ in ("under", "to"):
        over = noun.head.head
        before = noun.doc[max(noun.sent.start, noun.head.i - _NEAR) : noun.head.i]
        denied = any(t.dep_ == "neg" or t.lower_ in ("not", "never") for t in (*before, *over.children))
        return none or denied
    return none and (hit.verb.lemma_ in _BEING_THERE or hit.verb.pos_ not in VERBAL)


_IN_FORCE = frozenset({Action.SANCTIONS_IMPOSED, Action.EMBARGO, Action.SANCTIONS_ENFORCED})
_BEING_THERE = frozenset({"be", "have", "exist", "apply", "stand"})
_NEAR = 3


def _describes_speaker(hit: Hit) -> bool:
    """Whether an inquiry only tells who speaks, or what is none: "a source close to the inquiry"."""
    noun = hit.head
    if hit.action == Action.INVESTIGATES and noun.dep_ == "attr":
        return any(c.dep_ == "neg" for c in noun.head.children)  # "this is no inquiry"
    if hit.action != Action.INVESTIGATES or noun.dep_ != "pobj":
        return False
    over = noun.head.head
    return over.lemma_.lower() in _KNOWING or (
        noun.head.lower_ == "of" and over.lemma_.lower() == "knowledge"
    )


_KNOWING = frozenset(
    {"help", "assist", "cooperate", "close", "familiar", "privy", "near", "party", "acquainted", "involved"}
)
