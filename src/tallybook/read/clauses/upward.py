"""Which preposition did the parser hang on the noun before it, and belongs to the verb above?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_REACHING = words_of("verbs of reaching somebody")
_WHERE = frozenset({"to", "into", "in", "at", "with"})
_TIMES = words_of("nouns of time") | words_of("days of the week") | {"time", "occasion"}
_CHARGING = words_of("verbs of charging somebody")
_SAID_IN = words_of("where words are spoken") | words_of("papers that are quoted")
_STEPS = 4
"""Words through which a time hangs on its verb: "for the first time in years of"."""


def hang_upward(preposition: Token) -> bool:
    """Hang ``from`` behind whom goods reach, or ``of`` behind a time or paper, on its verb; whether hung."""
    verb = None
    if preposition.lower_ == "from":
        verb = _reaching(preposition)
    elif preposition.lower_ == "of" and any(c.dep_ == "pcomp" for c in preposition.children):
        verb = _charging(preposition)
    if verb is None:
        return False
    preposition.head = verb
    return True


def _reaching(out_of: Token) -> Token | None:
    """The verb of ``reached the rebels from X``, ``come to the group from X``: there arms come from X."""
    taker = out_of.head
    if any(c.lower_ == "to" for p in out_of.children for c in (*p.children, p)) or _goes_to(out_of):
        return None
    verb = taker.head
    if taker.dep_ == "pobj" and verb.lower_ in _WHERE:
        return _coming(verb.head)
    return verb if taker.dep_ == "dobj" and verb_lemma(verb) == "reach" else None


def _goes_to(out_of: Token) -> bool:
    """Whether ``from`` opens a stretch: "reached armies from Ruritania to Sylvania"."""
    last = out_of.right_edge.i + 1
    return last < len(out_of.doc) and out_of.doc[last].lower_ == "to"


def _coming(verb: Token) -> Token | None:
    return verb if verb.pos_ == "VERB" and verb_lemma(verb) in _REACHING else None


def _charging(of: Token) -> Token | None:
    """The verb of ``accused X for the first time of supplying``, ``charged X in a statement of arming``."""
    token = of.head
    said = token.dep_ == "pobj" and noun_lemma(token) in _SAID_IN
    if noun_lemma(token) not in _TIMES and not said:
        return None
    for _ in range(_STEPS):
        if token.pos_ == "VERB":
            break
        token = token.head
    return token if verb_lemma(token) in _CHARGING else None
