"""Does a sentence only tell that arms are to be kept from going somewhere, or that buyers are sought?"""

from __future__ import annotations

from tallybook.read.claims.case import Case
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import CLIMB_LIMIT, place_of
from tallybook.read.discourse.protagonist import SELLS_NONE
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_STEMMING = words_of("verbs of stemming a flow")
_BANS = words_of("nouns for what forbids a trade")
_RULES = words_of("nouns for the rules of a trade")
_PROBES = words_of("what is asked for by who wants to know")
_MEASURES = words_of("nouns for what is done about a trade")
_BEHIND = 6
"""How many tokens behind a word of asking the ban may stand that is asked for."""


def asks_for_ban(case: Case) -> bool:
    """Whether what is asked for is that no arms go: "demanded a ban on exports", "called for a halt"."""
    if case.frame not in ("seek", "request"):
        return False
    return _asks(case.head, _BANS | _RULES | _MEASURES)


def _asks(word: Token, nouns: frozenset[str]) -> bool:
    """Whether a word of asking has one of the nouns as what is asked for."""
    asked = [c for c in word.children if c.dep_ == "dobj"]
    asked += [c for p in word.children if p.lower_ in ("for", "to") for c in p.children]
    return any(noun_lemma(t) in nouns and word.i < t.i < word.i + _BEHIND for t in asked)


def asks_for_measure(case: Case) -> bool:
    """Whether something is to be done about a trade that is told of: "wants an inquiry into the sale"."""
    doc = case.head.doc
    wishes = [t.hit for t in case.event.turns if t.hit.word.name == "seek" and t.hit.form == "verb"]
    return case.noun and any(_asks(doc[w.token], _RULES | _PROBES | _MEASURES) for w in wishes)


def stems_any_flow(case: Case) -> bool:
    """Whether a flow that nobody in particular sends is to be kept back: "stem the flow of arms into X"."""
    giver = case.event.supplier
    if not case.noun or (giver is not None and giver.slot != "discourse"):
        return False
    token: Token = case.head
    for _ in range(CLIMB_LIMIT):
        place = place_of(token)
        if place is None:
            return False
        if verb_lemma(place.governor) in _STEMMING and place.slot == "object":
            return place.governor.tag_ in ("VB", "VBG")
        if noun_lemma(place.governor) not in _BANS | {"effort", "attempt", "measure"}:
            return False
        token = place.governor
    return False


def seeks_buyers(case: Case) -> bool:
    """Whether what is sought is who takes goods, not goods: "wants to find buyers for its tanks"."""
    verbs = [case.head, *(c for c in case.head.children if c.dep_ == "xcomp")]
    return case.frame == "seek" and any(
        noun_lemma(c) in _TAKERS for v in verbs for c in v.children if c.dep_ == "dobj"
    )


_TAKERS = words_of("who may buy")


def rules_a_trade(case: Case) -> bool:
    """Whether it is told under which rules somebody trades: "eased the curbs on its arms exports"."""
    place = place_of(case.head) if case.noun and len(case.told) < 2 else None
    if place is None or place.slot not in ("on", "for", "over", "of"):
        return False
    if any(t.hit.word.stage is not None for t in case.event.turns):
        return False  # "signed the law on the gift of tanks"
    over = place.governor
    if noun_lemma(over) in _RULES:
        return True
    put = [c for c in over.children if c.dep_ == "dobj"] + ([over.head] if over.dep_ == "relcl" else [])
    return place.slot == "on" and any(noun_lemma(t) in _RULES for t in put)


FORBIDDING = (
    ("no trade in arms", lambda case: SELLS_NONE in case.event.why),
    ("the rules of a trade", rules_a_trade),
    ("buyers who are sought", seeks_buyers),
    ("a ban that is asked for", asks_for_ban),
    ("something to be done about a trade", asks_for_measure),
    ("a flow to be kept back", stems_any_flow),
)
"""The tests of this module with what stands against a claim where they hold."""
