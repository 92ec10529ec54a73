"""Whom does "they" or "both" mean, where several are spoken of?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.salience import Ends, Salience, Wanted, end_point
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_COLLECTIVE = frozenset({"army", "cabinet", "force", "government", "junta", "military", "navy", "police"})
_ARMING = frozenset({"arm", "equip", "furnish", "provide", "rearm", "supply"})
_COUNTS = words_of("words that count what is left out") | {"dozen", "hundred", "thousand"}


def who_are_many(token: Token, here: Parties, salience: Salience, avoid: frozenset[str]) -> str | None:
    """Whom "they" means where several are spoken of: "two firms in Ruritania", "Sylvania and Ruritania".

    Of several states the first named stands for all.
    """
    people = _people_last(token, here, salience)
    if people is not None and people not in avoid:
        return people
    for distance, parties in salience.scenes(here, 2):
        for subject in (t for t in parties.scene.tokens if t.dep_ in SUBJECTS):
            if distance == 0 and subject.i >= token.i:
                break
            mention = parties.at.get(subject.i) or parties.modifying.get(subject.i)
            several = any(c.dep_ == "conj" for c in subject.children)
            plural = several or subject.tag_ in ("NNS", "NNPS") or noun_lemma(subject) in _COLLECTIVE
            plural = plural or (mention is not None and mention.kind == "group")
            if mention is None and (plural or subject.lower_ in _COUNTS):
                mention = _where(subject, parties)
            name = end_point(mention) if mention is not None and mention.kind != "person" else None
            if (
                mention is not None
                and mention.what != "international"
                and name is not None
                and name not in avoid
                and (plural or subject.lower_ in _COUNTS)
            ):
                return name
    return None


def object_before(pronoun: Token, here: Parties) -> tuple[ActorMention, Token] | None:
    """Of ``trains militias and gives them guns``: who is the object of the verb before, and the noun."""
    verb = pronoun.head
    if pronoun.lower_ != "them" or pronoun.dep_ not in ("dobj", "dative") or verb.dep_ != "conj":
        return None
    gives = any(c.dep_ == "dobj" and c != pronoun for c in verb.children)
    if any(c.dep_ in SUBJECTS for c in verb.children) or not (gives or verb_lemma(verb) in _ARMING):
        return None  # "trains militias and uses them" may mean arms just as well
    many = (c for c in verb.head.children if c.dep_ == "dobj" and c.tag_ in ("NNS", "NNPS", "NNP"))
    return next(((here.at[c.i], c) for c in many if c.i in here.at), None)


def _people_last(token: Token, here: Parties, salience: Salience) -> str | None:
    """The state whose people are named last before "they": "a contract with the Ruritanians. They ..."."""
    if token.lower_ not in ("they", "them"):
        return None
    for distance, parties in salience.scenes(here, 2):
        before = [m for m in parties.scene.actors if distance or m.last <= token.i]
        if before:
            people = parties.scene.doc[before[-1].last - 1]
            plural = people.tag_ in ("NNS", "NNPS") and before[-1].form in ("demonym", "adjective")
            return end_point(before[-1]) if plural else None
    return None


def _where(subject: Token, parties: Parties) -> ActorMention | None:
    """The state that several are in or from: "dozens of firms in Ruritania", "two dozen sit in Sylvania"."""
    near = [subject, *(c for p in subject.children if p.lower_ == "of" for c in p.children), subject.head]
    for noun in near:
        for prep in noun.children:
            if prep.dep_ == "prep" and prep.lower_ in ("in", "from"):
                found = next((parties.at[c.i] for c in prep.children if c.i in parties.at), None)
                if found is not None:
                    return found
        if noun.i in parties.modifying:
            return parties.modifying[noun.i]
    return None


def one_of_both(two: tuple[str, ...], wanted: Wanted, flows: list[Ends]) -> str | None:
    """The first of two named last that the report tells of at this end: "sold bombs to both"."""
    told = {giver if wanted.role == "supplier" else taker for giver, taker in flows}
    return next((name for name in two if name in told and name not in wanted.avoid), None)
