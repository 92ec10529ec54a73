"""Which words of response in a sentence only repeat or fill another?"""

from __future__ import annotations

from tallybook.model import Action
from tallybook.read.responses.clauses import reaches, words_of_clause
from tallybook.read.responses.hits import Hit
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of


def without_doubles(hits: list[Hit]) -> list[Hit]:
    """One response a piece of text; a call for sanctions is the call, a breach of an embargo the breach."""
    kept: list[Hit] = []
    for hit in hits:
        others = [o for o in hits if o is not hit]
        if any(_repeats(hit, o) for o in kept) or any(_fills(hit, o) for o in others):
            continue
        kept.append(hit)
    return kept


def _repeats(hit: Hit, told: Hit) -> bool:
    """Whether the words tell what was told just before in the same clause."""
    if hit.first < told.last and told.first < hit.last:
        return True
    if hit.action == told.action and hit.verb == told.verb:
        return True
    if hit.action == told.action and _goes_on(hit, told):
        return True
    if hit.action == told.action == Action.INVESTIGATES and told.verb.is_ancestor(hit.head):
        return True
    if hit.head.dep_ in ("acl", "xcomp", "advcl") and told.first <= hit.head.head.i < told.last:
        return True
    if hit.action == told.action and hit.action in _SAID_ONCE and told.head.is_ancestor(hit.head):
        return True
    watched = hit.action == Action.INVESTIGATES and told.action == Action.MONITORS
    return watched and 0 <= hit.first - told.last <= 3


_SAID_ONCE = frozenset({Action.CONDEMNS, Action.CALLS_FOR})
"""What holds all that it says: "wants the world to lean on both"."""


def _fills(hit: Hit, other: Hit) -> bool:
    """Whether the words are only what another response holds."""
    breach = hit.word.form == "noun" and hit.action == Action.FINDS_VIOLATION
    return (
        (hit.measure is not None and _takes(other, hit))
        or (hit.action == Action.CONDEMNS and _warned_of(other, hit))
        or _threatened(hit, other)
        or ((hit.action in _ASKED_FOR or hit.word.form == "noun") and _asks(other, hit))
        or (hit.action == Action.WARNS and other.measure is not None and other.verb == hit.head)
        or (breach and other.head == hit.verb and other.word.form == "verb")
        or (other.action == Action.VETOES and hit.measure is not None and _under(hit.measure, other))
    )


def _under(noun: Token, other: Hit) -> bool:
    """Whether a measure stands in the clause of another response: "a veto ended the watch on sanctions"."""
    clause = noun in words_of_clause(other.verb)
    return clause and (other.first < noun.i or any(t.dep_ == "relcl" for t in noun.ancestors))


def _goes_on(hit: Hit, told: Hit) -> bool:
    """Whether a measure only goes on a list of them: "asset freezes and travel bans"."""
    noun = hit.measure
    return noun is not None and noun.dep_ == "conj" and noun.head in (told.measure, told.head)


def _threatened(threat: Hit, other: Hit) -> bool:
    """Whether a threat is only one of sanctions: "threatens to freeze the assets"."""
    family = other.action.value.startswith("sanctions")
    held = other.head.dep_ in ("xcomp", "ccomp") and other.head.head == threat.head
    governed = other.verb.dep_ in ("xcomp", "ccomp") and other.verb.head == threat.head
    acts = other.verb.lemma_.lower() not in _SUFFERING
    return family and threat.action == Action.WARNS and (held or governed) and acts


_SUFFERING = words_of("what one runs into who is punished")


def _warned_of(other: Hit, hit: Hit) -> bool:
    """Whether a judgement is only what a warning holds: "warned that it would be a dangerous step"."""
    return other.action == Action.WARNS and other.word.form == "verb" and other.head.is_ancestor(hit.head)


def _takes(other: Hit, hit: Hit) -> bool:
    """Whether a measure is only the object of another response."""
    if other.measure is not None or other.action not in _TAKING or hit.measure is None:
        return False
    return reaches(hit.measure, other.head)


def _asks(other: Hit, hit: Hit) -> bool:
    """Whether a measure or an inquiry is only what somebody calls for."""
    if other.action != Action.CALLS_FOR or other.first >= hit.first:
        return False
    if other.word.form == "phrase":
        return hit.first - other.last <= _NEXT
    return hit.head in words_of_clause(other.head)


_NEXT = 2
"""How many tokens behind "calls to" what is called for may begin."""

_ASKED_FOR = frozenset(
    {
        Action.EMBARGO,
        Action.INVESTIGATES,
        Action.EXPORT_CONTROL,
        Action.FINDS_VIOLATION,
        Action.SANCTIONS_IMPOSED,
        Action.SANCTIONS_PROMISED,
        Action.SANCTIONS_ENFORCED,
        Action.MONITORS,
        Action.OTHER,
    }
)
_TAKING = frozenset(
    {
        Action.CALLS_FOR,
        Action.FINDS_VIOLATION,
        Action.MONITORS,
        Action.VETOES,
        Action.CONDEMNS,
        Action.RAISES_AT_UN,
    }
)
