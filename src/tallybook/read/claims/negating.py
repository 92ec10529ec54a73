"""Is an event told not to have happened?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.claims.nobody import by_nobody
from tallybook.read.claims.telling import Told
from tallybook.read.clauses.certainty import Found
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import has_none_to_give, no_longer
from tallybook.read.clauses.turnsense import UNDECIDED
from tallybook.read.discourse.toanyone import gives_to_nobody
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_DUE = frozenset({"agree", "buy", "contract", "order", "owe", "pay", "pledge", "promise", "purchase", "sign"})
"""What makes that goods have not come a complaint and no denial: "the guns that we paid for"."""


def is_negated(event: Event, scene: Scene, near: tuple[Found, ...]) -> bool:
    """Whether an event is told not to have happened: by a turning word, a negation, or "no" at its goods."""
    head = event.trigger.head
    near = tuple(h for h in near if not _only_of_its_kind(scene.doc[h.first], head))
    if no_longer(head):
        return False  # it has ended
    if any(_left_open(t.hit.token, event) for t in event.turns if t.hit.word.name == "be unwilling"):
        return False  # "does not rule out sending tanks"
    if any(t.hit.word.name == "own" for t in event.turns):
        return any(h.hedge.negates for h in near)  # "nobody disputes that X sold tanks"
    if any(t.hit.word.negates for t in event.turns) or any(
        h.hedge.negates and not _turns_itself(h, event) for h in near
    ):
        return True
    if (
        has_none_to_give(head)
        or by_nobody(event)
        or _shown_by_nothing(head)
        or gives_to_nobody(head)
        or _not_allowed(event)
        or _has_no(head)
    ):
        return True
    return _points_at_none(event.filled.anaphor) or _none_of_the_goods(event, scene)


def _left_open(index: int, event: Event) -> bool:
    """Whether a verb of not being willing is negated itself."""
    verb = event.trigger.head.doc[index]
    return verb_lemma(verb) in ("rule", "exclude") and any(c.dep_ == "neg" for c in verb.children)


def _turns_itself(hedge: Found, event: Event) -> bool:
    """Whether a negation only belongs to a turning word: "came to nothing", "no longer opposes the sale"."""
    hits = [t.hit for t in event.turns if t.hit.word.stage in (Stage.ENDED, Stage.APPROVED)]
    if any(t.hit.word.name == UNDECIDED for t in event.turns):
        return True
    return any(h.first + (h.form == "verb") <= hedge.first < h.last for h in hits)


def is_overdue(event: Event, scene: Scene, told: Told) -> bool:
    """Whether a negation says only that it has not come yet, or who waits for what was due complains."""
    start, stop = scene.part_of(event.trigger.head.i)
    part = scene.doc[start:stop]
    words = " ".join(t.lower_ for t in part)
    if any(w in words for w in (" so far", " as yet", " not yet", " yet to ", " until now")):
        return True
    if told.state not in (None, event.end("recipient")):
        return False
    if told.cue is not None and "complain" in told.cue.text.lower():
        return True
    others = (t for t in scene.tokens if t != event.trigger.head)
    return any(verb_lemma(t) in _DUE for t in others if t.tag_ in ("VBD", "VBN"))


def _only_of_its_kind(word: Token, act: Token) -> bool:
    """Of ``the sale is not illegal``: "not" tells of what kind the act is, not that there is none."""
    verb = word.head
    if word.dep_ != "neg" or verb.lemma_ != "be" or act.dep_ != "nsubj" or act.head != verb:
        return False
    kinds = [c for c in verb.children if c.dep_ == "acomp" and c.pos_ == "ADJ"]
    return bool(kinds) and all(noun_lemma(k) not in _TAKING_PLACE for k in kinds)


_TAKING_PLACE = words_of("adjectives of what takes place")


def _not_allowed(event: Event) -> bool:
    allowing = [t for t in event.turns if t.hit.word.name == "approve" and t.hit.form == "verb"]
    doc = event.trigger.head.doc
    return any(c.dep_ == "neg" for t in allowing for c in doc[t.hit.token].children)


def _has_no(word: Token) -> bool:
    return any(c.lower_ == "no" and c.dep_ == "det" for c in word.lefts)


def _points_at_none(anaphor: Token | None) -> bool:
    if anaphor is None:
        return False
    return anaphor.lower_ in ("none", "nothing") or any(c.lower_ in ("no", "not") for c in anaphor.lefts)


def _shown_by_nothing(head: Token) -> bool:
    """Whether there is nothing to say so: "nothing indicates that they were delivered"."""
    above = head.head
    shown = head.dep_ == "ccomp" and verb_lemma(above) in _SHOWING
    return shown and any(c.dep_ == "nsubj" and c.lower_ in ("nothing", "none") for c in above.children)


_SHOWING = frozenset({"confirm", "indicate", "prove", "show", "suggest"})


def _no_trace(noun: Token) -> bool:
    """Whether goods are told of only as what has left no trace: "no sign of the mortars"."""
    above = noun.head
    trace = above.head if above.lower_ == "of" else above
    return above.lower_ == "of" and noun_lemma(trace) in _TRACES and _has_no(trace)


_TRACES = frozenset({"evidence", "hint", "indication", "proof", "sign", "trace"})


_NO_NEGATION = frozenset(
    {"fewer", "less", "later", "more", "only", "just", "merely", "simply", "solely", "least"}
)
"""Words behind a "no" or "not" that keep it from negating: "no fewer than", "not only drones but"."""


def _none_of_the_goods(event: Event, scene: Scene) -> bool:
    """Whether "no", "not" or "neither" stands at the goods, but not in "no fewer than"."""
    if any(_no_trace(scene.doc[g.head]) for g in event.filled.goods):
        return True
    return any(
        c.lower_ in ("no", "neither", "not")
        and c.dep_ in ("det", "neg", "preconj", "cc")
        and c.nbor().lower_ not in _NO_NEGATION
        for g in event.filled.goods
        for c in (*scene.doc[g.head].lefts, *scene.doc[g.first].lefts)
    )
