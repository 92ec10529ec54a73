"""Does a word only name an offence somebody is tried for, or tell of those who trade rather than of goods?"""

from __future__ import annotations

from tallybook.read.claims.case import Case
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_TRADERS = words_of("who trades in goods")
_PEOPLE = words_of("people who come and go") | _TRADERS
_CHARGES = words_of("words of trial")
_TRADE = frozenset(
    {"deal", "export", "handle", "import", "possess", "run", "sell", "smuggle", "supply", "trade"}
) | {
    "dealing",
    "exporting",
    "possession",
    "running",
    "sale",
    "smuggling",
    "trade",
    "trading",
    "traffic",
    "trafficking",
}
_CLIMB = 4
"""How far above its name a charge stands: "pleaded guilty to a count of arms trafficking"."""

_BEFORE = frozenset({"compound", "amod", "nmod"})
_BEFORE_COURT = frozenset({"court", "dock", "trial", "hearing"})
_ANSWERING = frozenset({"answer", "appear", "face", "plead", "stand", "testify"})


def only_charged(case: Case) -> bool:
    """Whether arms in general are only part of what an offence is called: "charged with arms trafficking"."""
    head = case.head
    if case.told or not all(g.weak or g.goods.designation is None for g in case.goods):
        return False
    if case.definite or not {noun_lemma(head), verb_lemma(head)} & _TRADE:
        return False
    named = case.noun or head.tag_ == "VBG"
    return named and _is_charge(head)


def _is_charge(offence: Token) -> bool:
    """Whether what stands over an offence is a charge: "on charges of", "jailed for", "guilty of"."""
    token = offence
    for _ in range(_CLIMB):
        token = token.head
        if {noun_lemma(token), verb_lemma(token)} & _CHARGES:
            return True
    return False


def people_moved(case: Case) -> bool:
    """Whether people are brought somewhere, not what they trade in: "arms dealers were flown to"."""
    doc = case.head.doc
    nouns = [doc[g.head] for g in case.event.filled.goods]
    if not nouns:
        return case.word == "still to come" and _due_in_court(case.head)
    return all(
        n.dep_ in _BEFORE and noun_lemma(n.head) in _PEOPLE and n.head.head == case.head for n in nouns
    )


def _due_in_court(due: Token) -> bool:
    """Whether those who are due are to stand trial: "due in court", "due to appear"."""
    after = due.doc[due.i + 1 : due.i + _CLIMB]
    return any(noun_lemma(t) in _BEFORE_COURT or verb_lemma(t) in _ANSWERING for t in after)


OFFENCES = (
    ("an offence that somebody is charged with", only_charged),
    ("people who trade in arms", people_moved),
)
"""The tests of this module with what stands against a claim where they hold."""
