"""Does a turning word mean where it stands what it says elsewhere: "made up", "backed", "under review"?"""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from tallybook.model import Stage
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.undenied import is_undenied
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.transfers import TurnWord

UNDECIDED = "make up one's mind"
_PROBERS = frozenset(
    {
        "prosecutor",
        "court",
        "police",
        "judge",
        "investigator",
        "panel",
        "watchdog",
        "auditor",
        "inquiry",
        "tribunal",
    }
)
"""Who looks into what has been bought, not into what to buy."""


def as_meant(hit: Hit[TurnWord], doc: Doc) -> Hit[TurnWord]:
    """A turning word; where somebody only does not deny it, one that turns nothing."""
    verb = doc[hit.token]
    if hit.word.name == "deny" and hit.form == "phrase" and _has_mind(verb, hit, doc):
        word = structs.replace(hit.word, name=UNDECIDED, stage=Stage.UNCLEAR, certainty=None, negates=False)
        return replace(hit, word=word, form="verb")
    if hit.word.name != "deny" or not is_undenied(verb):
        return hit
    return replace(hit, word=structs.replace(hit.word, name="own", stage=None, certainty=None, negates=False))


def _has_mind(verb: Token, hit: Hit[TurnWord], doc: Doc) -> bool:
    """Of ``has not made up his mind about the jets``: nothing is decided and nothing denied."""
    return verb.lower_ == "made" and any(t.lower_ in ("mind", "minds") for t in doc[hit.last : hit.last + 2])


def adds_up(hit: Hit[TurnWord], doc: Doc) -> bool:
    """Whether "made up" says what something comes to or is of, and denies nothing: "made up a third"."""
    if hit.form != "phrase" or hit.last - hit.first != 2:
        return False
    verb = doc[hit.first]
    near = (*verb.children, *doc[hit.last - 1].children)
    behind = (c for c in near if c.i > verb.i and (c.dep_ == "dobj" or c.lower_ == "of"))
    return verb.lower_ == "made" and any(behind) and not _has_mind(verb, hit, doc)


def bears_on(hit: Hit[TurnWord], token: Token, below: Token, trigger: Trigger) -> bool:
    """Whether a word of leave or of looking over bears on an act: not "backed rebels with deliveries"."""
    if hit.word.name == "study":
        by = (c for c in token.children if c.dep_ in ("nsubj", "agent"))
        law = any(noun_lemma(t) in _PROBERS for c in by for t in (c, *c.children))
        return trigger.frame.name == "get" and not law
    return token.lemma_ != "back" or hit.word.name != "approve" or below.dep_ in ("dobj", "nsubjpass")
