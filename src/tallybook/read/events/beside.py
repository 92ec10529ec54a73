"""Who is named in the same clause, and which words name two parties at once?"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import CLIMB_LIMIT, Parties
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_COUNTERPARTS = words_of("nouns for the other side")
_SIDES = words_of("nouns for a state") | {"party"}


def is_pair(token: Token) -> bool:
    """Whether a subject names two sides at once: "the two", "both countries", "they", "the neighbours"."""
    if token.lower_ in ("they", "both", "two"):
        return True
    if token.tag_ != "NNS" or noun_lemma(token) not in _SIDES:
        return False
    before = {c.lower_ for c in token.lefts}
    counted = any(c.like_num and c.lower_ not in ("two", "2") for c in token.lefts)
    return bool(before & _THE_TWO) and not (before & _MORE or counted)  # not "several other countries"


_THE_TWO = frozenset({"the", "both", "these", "those"})  # not "two clients have ordered"
_MORE = frozenset({"all", "few", "many", "most", "other", "remaining", "several", "some", "various"})


def beside(token: Token, here: Parties) -> frozenset[str]:
    """The end points named in the same clause as ``token``: whom it can therefore not mean.

    What somebody owns may well be his who does the act: "Ruritania widened its sales".
    """
    if token.dep_ == "poss":
        return _whose_counterpart(token, here)
    clause = _clause(token)
    found = set()
    named = ("name", "capital", "abbreviation")
    whole = token.dep_ == "pobj" and token.head.lower_ in ("to", "for")  # "Ruritanian jets for the country"
    owners = {i: m for i, m in here.origin.items() if m.form in named or whole}
    for index, mention in (*here.at.items(), *owners.items()):
        other = here.scene.doc[index]
        if index != token.i and _clause(other) == clause and not (_aside(other) or _opposes(other, token)):
            found.add(end_point(mention))
    doers = subjects_of(clause, here) if clause.pos_ == "VERB" and token.dep_ != "nsubj" else []
    several = [t for d in doers for t in (d, *d.conjuncts) if not _opposes(t, token)]
    found |= {end_point(here.at[t.i]) for t in several if t.i in here.at}
    return frozenset(name for name in found if name is not None)


def _opposes(other: Token, noun: Token) -> bool:
    """Whether somebody is told to be against the rulers of his own state: "opposition leader X"."""
    called = {w.lower_ for w in other.subtree} | {noun_lemma(w) for w in other.subtree}
    return noun_lemma(noun) in _RULERS and bool(called & _AGAINST)


_RULERS = frozenset({"administration", "authority", "cabinet", "coalition", "government", "ministry"})
_AGAINST = frozenset(
    {"activist", "campaigner", "critic", "dissident", "lawmaker", "legislator", "mp", "opposition", "senator"}
)


def _whose_counterpart(pronoun: Token, here: Parties) -> frozenset[str]:
    """Who cannot be meant in "Ruritania is its main supplier": nobody is his own other side."""
    if pronoun.pos_ != "PRON" or noun_lemma(pronoun.head) not in _COUNTERPARTS:
        return frozenset()
    before = [t for t in here.scene.tokens if t.i < pronoun.i and t.i in here.at]
    subjects = [t for t in before if t.dep_ in ("nsubj", "nsubjpass") or t == pronoun.head.head]
    names = {end_point(here.at[t.i]) for t in subjects[-1:]}
    return frozenset(name for name in names if name is not None)


def _clause(token: Token) -> Token:
    """The verb whose clause a token stands in."""
    for _ in range(CLIMB_LIMIT):
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            break
    return token


def _aside(token: Token) -> bool:
    """Whether a name stands only in a phrase of time, place or source ("in Ruritania", "envoy to")."""
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "according", "of", "at", "inside", "near")
