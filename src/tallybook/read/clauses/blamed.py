"""Whom does "it" mean beside somebody who is charged or thanked: "faulted Ruritania for guns it sold"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.punished import REASONS, hit_by
from tallybook.read.clauses.salience import Wanted, end_point
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_CHARGING = words_of("verbs of charging somebody")
_BLAMING = _CHARGING | words_of("verbs of punishing")


def accused_before(pronoun: Token, here: Parties, wanted: Wanted) -> str | None:
    """Whom the sentence charges or thanks: "X blames Ruritania: it sold", "thanks it for all it sent"."""
    for noun in _punished_for(pronoun):
        mention = here.at.get(noun.i)
        if mention is not None and wanted.allows(mention):
            return end_point(mention)
    if (left := _broken_with(pronoun, here, wanted)) is not None:
        return left
    cuts = [t.i for t in here.scene.tokens if t.text in (":", ";", "—", "–") and t.i < pronoun.i]
    for i, mention in sorted(here.at.items(), reverse=True):
        noun = here.scene.doc[i]
        if noun.dep_ != "dobj" or i > pronoun.i or not wanted.allows(mention):
            continue
        charged = bool(cuts) and i < cuts[-1] and verb_lemma(noun.head) in _CHARGING
        if charged or ((pronoun.dep_ == "poss" or _may_be_hit(noun.head, wanted)) and _is_why(pronoun, noun)):
            return end_point(mention)
    return None


def _broken_with(pronoun: Token, here: Parties, wanted: Wanted) -> str | None:
    """Whom somebody breaks with for what he did: "cut ties with Ruritania, saying it had sent guns"."""
    if wanted.role != "supplier" or pronoun.dep_ not in SUBJECTS:
        return None
    for i, mention in sorted(here.at.items(), reverse=True):
        noun = here.scene.doc[i]
        ties = noun.head.head if noun.head.lower_ in ("with", "to") else noun
        if noun_lemma(ties) not in _TIES or i > pronoun.i or not wanted.allows(mention):
            continue
        why = [c for c in ties.head.children if c.dep_ == "advcl" and c.i > i]
        if verb_lemma(ties.head) in _BREAKING and any(c.is_ancestor(pronoun) for c in why):
            return end_point(mention)
    return None


_TIES = frozenset({"cooperation", "link", "relation", "relationship", "tie"})
_BREAKING = frozenset({"break", "cut", "downgrade", "end", "freeze", "sever", "suspend"})


def _may_be_hit(verb: Token, wanted: Wanted) -> bool:
    """Whether somebody is charged with what he did: gave arms, or got some; thanked for what he gives."""
    return wanted.role == "supplier" or verb_lemma(verb) not in _GLAD


_GLAD = frozenset({"thank", "praise", "reward"})


def _punished_for(pronoun: Token) -> list[Token]:
    """Whom a measure hits for what is his: "put sanctions on Ruritania for its purchase of jets"."""
    reason = pronoun.head.head
    owned = pronoun.dep_ == "poss" and pronoun.head.dep_ == "pobj" and reason.lower_ in REASONS
    return hit_by(reason.head) if owned else []


def _is_why(pronoun: Token, noun: Token) -> bool:
    """Whether a pronoun tells what somebody is charged with or thanked for: "thanked X for all it sent".

    Also where a clause says it: "accused X that it had sent them".
    """
    if verb_lemma(noun.head) not in _BLAMING:
        return False
    said = pronoun.head
    if pronoun.dep_ in SUBJECTS and said.dep_ == "ccomp" and said.head == noun.head:
        return True
    reasons = (p for t in (noun, noun.head) for p in t.children if p.lower_ in REASONS and p.i > noun.i)
    return any(p.is_ancestor(pronoun) for p in reasons)
