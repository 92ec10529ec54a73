"""Who stands by as a contract is signed: "in the presence of the Ruritanian minister"?"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.salience import OFFICIALS
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_DEALS = frozenset({"deal", "buy", "sign papers", "option"})
_ATTENDING = words_of("verbs of being there")
_BEING_THERE = frozenset({"presence", "attendance"})


def by_witness(event: Event, parties: Parties) -> None:
    """Let the state whose minister is there when a maker signs, or is given, a contract take the goods."""
    if (
        event.trigger.hit.form != "noun"
        or event.trigger.word.name not in _DEALS
        or event.recipient is not None
    ):
        return
    for index, mention in parties.at.items():
        office = mention.kind == "person" or (mention.kind == "body" and mention.what in OFFICIALS)
        name = end_point(mention)
        if not office or name is None or name == event.end("supplier") or name in event.makers:
            continue
        token = parties.scene.doc[index]
        if _is_there(token):
            event.recipient = Link(name, "subject", "recipient", CHAINED, token, mention)
            event.why.append(f"recipient {name}, in whose presence it is signed")
            return


def _is_there(token: Token) -> bool:
    """Whether somebody is told to be at an act: "watched as", "attended by", "in the presence of"."""
    above = token.head
    if token.dep_ == "nsubj" and not is_passive(above):
        return _attends(above)
    if token.dep_ != "pobj":
        return False
    by = above.lower_ == "by" and above.head.pos_ == "VERB" and _attends(above.head)
    return by or (above.lower_ == "of" and noun_lemma(above.head) in _BEING_THERE)


def _attends(verb: Token) -> bool:
    words = {verb_lemma(verb)}
    words |= {
        f"{verb_lemma(verb)} {c.lower_}" for c in verb.children if c.dep_ in ("prt", "dobj", "prep", "acomp")
    }
    return not words.isdisjoint(_ATTENDING)
