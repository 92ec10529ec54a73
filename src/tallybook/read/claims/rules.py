"""Does a sentence only state a rule, an office or what befell people, so that no arms change hands in it?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.claims.case import Case
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.discourse.directions import FOR_ITSELF
from tallybook.read.events.anaphors import counts
from tallybook.vocabulary.wordlists import words_of

_ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone", "whoever"})
_MUST = frozenset({"must", "need", "needs", "required", "requires", "shall"})
_MODAL = frozenset({"may", "can", "shall", "must"})
_EVERY = frozenset({"all", "any", "each", "every", "no"})
_AHEAD = frozenset({"can", "could", "may", "must", "shall", "should", "will", "would"})


def by_rule(case: Case) -> bool:
    """Whether it is told what anybody has to do: "whoever buys arms there must get a permit"."""
    if len(case.told) > 1:
        return False
    words = {t.lower_ for t in case.head.sent}
    if any(c.lower_ == "no" for c in case.head.lefts) and {"without", "unless"} & words and _MODAL & words:
        return True  # "no transfer may take place without a permit"
    return not words.isdisjoint(_ANYBODY) and not words.isdisjoint(_MUST)


def any_carrier(case: Case) -> bool:
    """Whether it is told what befalls any who carry arms: "every ship with rifles would be turned away"."""
    token = case.head
    for _ in range(CLIMB_LIMIT):
        if token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.pos_ == "NOUN":
            break
        token = token.head
    every = any(c.lower_ in _EVERY for c in token.lefts)
    ahead = any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in token.head.children)
    return every and ahead and token != case.head and case.frame in HOLDING | {"carry", "bound", "contain"}


def left_untold(case: Case) -> bool:
    """Whether it is left open where arms went: "where they went from there is not known"."""
    verb = case.head.head if case.head.dep_ == "xcomp" and case.head.head.lemma_ == "be" else case.head
    over = verb.head
    asks = any(c.lower_ in ("where", "whither", "whence") and c.i < verb.i for c in verb.children)
    if case.noun or not asks or verb.dep_ not in ("csubj", "csubjpass", "ccomp", "advcl") or over == verb:
        return False
    return any(c.dep_ == "neg" or c.lower_ in _UNKNOWN for c in (over, *over.children))


_UNKNOWN = frozenset({"unclear", "unknown", "open", "uncertain", "undisclosed", "mystery", "untold"})


def only_looked_for(case: Case) -> bool:
    """Whether somebody is only to find something: "a firm that was to find fighters"."""
    ahead = {t.hit.word.stage for t in case.event.turns} & {Stage.PLANNED, Stage.SOUGHT, Stage.OFFERED}
    return case.frame == "found" and case.head.tag_ == "VB" and bool(ahead)


def joins_others(case: Case) -> bool:
    """Whether a state joins others, and no goods a force: "has joined the coalition with a promise"."""
    subjects = [c for c in case.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    moved = {g.head for g in case.event.filled.goods}
    return verb_lemma(case.head) == "join" and bool(subjects) and all(c.i not in moved for c in subjects)


def into_orbit(case: Case) -> bool:
    """Whether satellites are only sent into space: "carried three satellites into orbit for Ruritania"."""
    over = [case.head, *(c for c in case.head.children if c.dep_ == "dobj")]
    led = [t for o in over for p in o.children if p.lower_ in _UP for t in p.children if t.dep_ == "pobj"]
    return any(noun_lemma(t) in _SPACE for t in led)


def stays_put(case: Case) -> bool:
    """Whether arms are only to stay: "will not leave Ruritania", "urged Ruritania to send them back"."""
    taker, here = case.event.recipient, [c.lower_ for c in case.head.children]
    if case.frame == "left" and (taker is None or taker.slot == "discourse"):
        return any(c.dep_ == "neg" for c in case.head.children) and "will" in here
    back = verb_lemma(case.head) == "send" and "back" in here
    return back and taker is not None and taker.slot == "subject"


def at_large(case: Case) -> bool:
    """Whether only the sum of somebody's trade in arms is told: "its arms exports rose to $2 billion"."""
    verb = case.head.head
    traded = case.noun and case.word == "export" and case.event.recipient is None and not case.event.turns
    sole = all(g.weak or g.head == case.head.i for g in case.goods) and not case.definite
    counted = verb_lemma(verb) in _SUMMING and case.head.dep_ == "nsubj"
    return traded and sole and counted


def pays_for_it(case: Case) -> bool:
    """Whether it is only told who pays for what was told of before: "which paid for them"."""
    if case.word != "finance" or case.anaphor is None or counts(case.anaphor):
        return False
    led = {k.name for k in case.event.links if k.slot in ("for", "to")}
    own = any(why.endswith(FOR_ITSELF) for why in case.event.why)
    return not own and case.event.end("recipient") not in led


def in_general(case: Case) -> bool:
    """Whether somebody's trade with another is spoken of, and no arms: "its trade with Ruritania"."""
    return case.noun and noun_lemma(case.head) in _DEALINGS and not case.goods


_SUMMING = words_of("verbs of which a number is the subject") | {"hit", "double", "triple", "treble"}
_DEALINGS = frozenset({"trade", "dealing", "dealings", "exchange", "commerce", "business"})
_UP = frozenset({"in", "into", "to"})
_SPACE = frozenset({"orbit", "space", "cosmos"})

NO_TRANSFERS = (
    ("the sum of a trade", at_large),
    ("only who pays", pays_for_it),
    ("dealings in general", in_general),
    ("sent into space", into_orbit),
    ("to stay, or to go back", stays_put),
    ("not told where", left_untold),
    ("only looked for", only_looked_for),
    ("a state joins others", joins_others),
    ("a rule for anybody", by_rule),
    ("a rule for any carrier", any_carrier),
)
"""The tests of this module with what stands against a claim where they hold."""
