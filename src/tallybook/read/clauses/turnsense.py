"""Does a turning word mean where it stands what it says elsewhere: "made up", "backed", "under review"?"""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from tallybook.model import Stage
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
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
    if hit.word.name == "rule" and hit.form == "verb" and _bans_own_trade(verb):
        return replace(
            hit, word=structs.replace(hit.word, name="end", stage=Stage.ENDED, drops=False, doer="supplier")
        )
    if hit.word.name != "deny" or not is_undenied(verb):
        return hit
    return replace(hit, word=structs.replace(hit.word, name="own", stage=None, certainty=None, negates=False))


def _bans_own_trade(verb: Token) -> bool:
    """Whether a state bans what it sells itself: "Ruritania's government banned all arms exports to X"."""
    if verb_lemma(verb) not in _BANNING or verb.tag_ not in ("VBD", "VBN", "VBZ") or is_passive(verb):
        return False
    if verb.dep_ in ("relcl", "acl", "advcl", "amod"):
        return False  # a rule that is only spoken of
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    banned = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if subject is None or banned is None or noun_lemma(banned) not in _TRADE:
        return False
    led = [t for p in verb.subtree if p.lower_ in ("to", "with", "for") and p.i > verb.i for t in p.children]
    abroad = not led and noun_lemma(banned) in ("export", "shipment")  # a sale may be one at home
    if not abroad and not any(t.pos_ == "PROPN" or any(c.dep_ == "det" for c in t.lefts) for t in led):
        return False
    whose = [subject, *(c for c in subject.lefts if c.dep_ in ("poss", "amod", "compound"))]
    unions = any(t.lower_ in _UNIONS for t in whose)
    return not unions and any(t.pos_ == "PROPN" or t.text[:1].isupper() for t in whose if t.pos_ != "DET")


_BANNING = frozenset({"ban", "outlaw", "prohibit", "forbid", "embargo"})
_TRADE = frozenset({"export", "sale", "supply", "delivery", "shipment", "transfer", "trade"})
_UNIONS = frozenset(
    {"un", "u.n.", "nations", "council", "eu", "union", "ecowas", "league", "resolution", "law", "court"}
)


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
