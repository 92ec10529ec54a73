"""Is an act told to be nobody's, or is there no leave for it: "nobody has promised", "no licence"?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.text.tree import TENSED, Token

_NOBODY = frozenset({"nobody", "none", "neither", "no-one"})
_NONE = frozenset({"no", "neither"})
_COUNTED = frozenset({"fewer", "less", "later", "more"})
"""Words behind a "no" that opens a number: "no fewer than ten tanks"."""


def by_nobody(event: Event) -> bool:
    """Whether a negation stands at the subject of an act, or at the noun that turns it."""
    doc = event.trigger.head.doc
    nouns = [doc[t.hit.token] for t in event.turns if t.hit.form == "noun"]
    if any(c.lower_ in _NONE and c.dep_ == "det" for noun in nouns for c in noun.lefts):
        return True
    verbs = [event.trigger.head, *(doc[t.hit.token] for t in event.turns if t.hit.form == "verb")]
    if _turned_round(event.trigger.head):
        return True
    acts = [v for v in verbs if v.pos_ in ("VERB", "AUX")]
    subjects = [c for v in acts for c in v.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any((s.lower_ in _NOBODY or _no_one(s)) and not leaves_one(s) for s in subjects)


def leaves_one(nobody: Token) -> bool:
    """Whether somebody is left over who does act: "nobody in Europe but Ruritania", "no state except"."""
    behind = nobody.doc[nobody.i + 1 : min(nobody.i + _SOON, nobody.sent.end)]
    before = (t for t in behind if t.lower_ in _BUT)
    verb = next((t.i for t in behind if t.tag_ in TENSED), nobody.sent.end)
    return any(t.i < verb and t.nbor(-1).text != "," for t in before)


_BUT = frozenset({"but", "except", "save", "besides", "bar"})
_SOON = 8


def _turned_round(verb: Token) -> bool:
    """Whether a negation opens the clause: "to no side does Ruritania sell", "nor has it sent any"."""
    helping = [c.i for c in verb.children if c.dep_ in ("aux", "auxpass")]
    doers = [c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not helping or not doers or not helping[0] < doers[0] < verb.i:
        return False
    opening = []
    for token in reversed(verb.doc[verb.sent.start : helping[0]]):
        if token.is_quote or token.text in (",", ";", ":"):
            break
        opening.append(token.lower_)
    return not _OPENERS.isdisjoint(opening) and "only" not in opening


_OPENERS = frozenset({"no", "nor", "never", "neither", "nowhere", "none"})


def _no_one(subject: Token) -> bool:
    """Whether a subject is "no country", "not one firm"."""
    if any(c.lower_ == "no" and c.nbor().lower_ in _COUNTED for c in subject.lefts):
        return False
    words = [c.lower_ for c in subject.lefts]
    return "no" in words or ("not" in words and ("one" in words or "a" in words))
