"""Who is told to give arms and so is not the one that "it" gets them: "X sold Y jets, and Z sent it guns"?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import SUBJECTS, is_passive, verb_lemma
from tallybook.read.text.tree import Token

_ACTS = ("supply", "export", "send", "arm")
_TAKEN = frozenset({"dobj", "dative", "pobj"})


def gives_before(giver: Token, pronoun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is the subject of giving in a clause before that of which a pronoun is the object.

    Somebody else must be the subject of the pronoun's own clause: "X sold jets, and Z sent it guns".
    """
    first, second = giver.head, _clause(pronoun)
    acts = (lexicon.words[name].verbs for name in _ACTS)
    if giver.dep_ not in SUBJECTS or is_passive(first) or not any(verb_lemma(first) in a for a in acts):
        return False
    if second is None or second == first or not first.i < second.i:
        return False
    while second.dep_ in ("xcomp", "pcomp", "prep") and second.head != first:
        second = second.head  # "and Z goes on sending it guns"
    return any(c.dep_ in SUBJECTS and c != giver for c in second.children)


def _clause(pronoun: Token) -> Token | None:
    """The verb of which a pronoun is an object: "gave it", "passed on to it"."""
    if pronoun.dep_ not in _TAKEN:
        return None
    over = pronoun.head if pronoun.dep_ != "pobj" else pronoun.head.head
    return over if over.pos_ == "VERB" and pronoun.i > over.i else None


def speaks_of(named: Token, pronoun: Token) -> bool:
    """Whether a clause speaks of somebody and the next goes on: "X is the largest buyer: Z sold it"."""
    between = named.doc[named.i + 1 : pronoun.i]
    return named.dep_ in SUBJECTS and any(t.text in (":", ";", "–", "—") for t in between)
