"""How far has the transfer come, by the words over and around the word of transfer?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from tallybook.model import Stage
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import infinitive, verb_lemma
from tallybook.read.clauses.over import chain_over
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.clauses.sighting import was_in_sight
from tallybook.read.clauses.turneddown import asks_leave_to_give
from tallybook.read.clauses.turns import Turn
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
MAYBE = frozenset({"may", "might", "could", "can"})
WOULD = frozenset({"would", "should", "'d"})

_DUE = FUTURE | {"should"}
"""Modal verbs under which also a perfect is not done: "should have held 40 guns"."""

_AHEAD = frozenset({Stage.SOUGHT, Stage.PLANNED})
"""Under words of these stages a deal is not there yet: "in talks to sign", "hopes to sign"."""

_RUNNING = frozenset({Stage.SOUGHT, Stage.SHIPPED, Stage.DELIVERED})
"""Stages of what somebody does for a while, and then no longer does."""

_ON_THE_WAY = frozenset({Stage.SHIPPED, Stage.DELIVERED, Stage.SEIZED})
"""Stages of what was taken on its way where an attempt at it is foiled."""

_HAPPENS = words_of("verbs of happening")
"""Verbs that say of a transfer only that there is or will be one."""


@dataclass(frozen=True)
class Reading:
    """The stage with what led to it."""

    stage: Stage
    why: tuple[str, ...]
    turns: tuple[Turn, ...]
    modal: str | None


def read_stage(
    trigger: Trigger, turns: tuple[Turn, ...], *, asks: bool, promised: bool, own_wish: bool
) -> Reading:
    """The stage of a trigger under its turning words.

    Args:
        trigger: the word of transfer.
        turns: from :func:`turns_over`.
        asks: the claim stands under a question ("whether").
        promised: the giver himself tells of what he will do.
        own_wish: the giver stands before the turning word, so that a wish is his own.
    """
    modal = modal_of(trigger, turns)
    turned = _turned(trigger, turns, modal, own_wish=own_wish)
    if turned is not None:
        return turned
    base, why = trigger.stage, f"“{trigger.head.text}”: {trigger.word.name}"
    if base in _RUNNING and no_longer(trigger.head):
        return Reading(Stage.ENDED, (why, "no longer"), turns, modal)
    later = _will_run(trigger)
    if later or any(_still_to(t) for t in (trigger.head, *_happening(trigger))):
        return Reading(Stage.PLANNED, (why, "still to be done"), turns, modal)
    if asks and modal in FUTURE | WOULD | MAYBE:
        return Reading(Stage.UNCLEAR, (why, "an open question"), turns, modal)
    if asks and modal is None and trigger.head.tag_ == "VBG" and trigger.head.dep_ in ("pcomp", "acl"):
        return Reading(Stage.UNCLEAR, (why, "only a possibility"), turns, modal)
    if modal is not None:
        return Reading(_future(trigger, modal, promised=promised), (why, f"“{modal}”: not yet"), turns, modal)
    if base is Stage.AGREED and _going_on(trigger.head):
        return Reading(Stage.SOUGHT, (why, "still going on"), turns, modal)
    if base is Stage.DELIVERED and any(
        t.hit.word.name == "go on" and t.hit.word.verbs and _begins(t) for t in turns
    ):
        return Reading(Stage.SHIPPED, (why, "only begun"), turns, modal)
    return Reading(base, (why,), turns, modal)


def _turned(
    trigger: Trigger, turns: tuple[Turn, ...], modal: str | None, *, own_wish: bool
) -> Reading | None:
    """The stage that a turning word gives, or a word that ends a transfer by itself."""
    staged = [t for t in turns if t.hit.word.stage is not None and not _only_studied(t, trigger)]
    for name in ("deny", "end", "thwart"):
        for turn in staged:
            if turn.hit.word.name == name and (name != "thwart" or trigger.stage in _ON_THE_WAY):
                return _by(turn, turns, modal)
    if trigger.stage is Stage.ENDED:
        return Reading(Stage.ENDED, (f"“{trigger.head.text}”: {trigger.word.name}",), turns, modal)
    if not staged:
        return None
    if staged[0].hit.word.stage is Stage.AGREED:
        ahead = next((t for t in staged[1:] if t.hit.word.stage in _AHEAD), None)
        if ahead is not None:
            return _by(ahead, turns, modal)
    own = own_wish and staged[0].hit.word.name == "seek" and _is_own(trigger)
    refused = next((t for t in staged if t.hit.word.negates), None)
    asked = [trigger.head.doc[t.hit.token] for t in staged if t.hit.form == "noun"]
    leave = trigger.word.name == "approve" or any(t.hit.word.name == "approve" for t in staged)
    leave = leave or (own and bool(asked))  # "X's request to send tanks was turned down"
    if refused is not None and (leave or any(asks_leave_to_give(noun) for noun in asked)):
        return Reading(Stage.APPROVED, ("leave is refused",), turns, modal)
    if own:
        return Reading(Stage.PLANNED, ("the giver's own wish",), turns, modal)
    if refused is None and staged[0].hit.word.name == "approve":
        return _leave(trigger, staged, turns, modal)
    return _by(refused or staged[0], turns, modal)


def _only_studied(turn: Turn, trigger: Trigger) -> bool:
    """Whether it is an offer that somebody looks at, which stays one: "the proposal is under study"."""
    offer = trigger.word.name == "offer" and trigger.hit.form == "noun"
    return offer and turn.hit.word.name == "study"


def _is_own(trigger: Trigger) -> bool:
    """Whether the wish is to do what a verb says, or to give what is named with whom it is for."""
    return trigger.hit.form == "verb" or trigger.frame.name == "contain"


def _leave(trigger: Trigger, staged: list[Turn], turns: tuple[Turn, ...], modal: str | None) -> Reading:
    """The stage under a word of leave: nothing is allowed yet where it is asked or waited for."""
    if _waits_for(trigger.head.doc[staged[0].hit.token]):
        return Reading(Stage.SOUGHT, ("leave is waited for",), turns, modal)
    asking = (t for t in staged[1:] if t.hit.word.name == "seek" and t.hit.form == "verb")
    return _by(next(asking, staged[0]), turns, modal)


def _waits_for(leave: Token) -> bool:
    """Whether leave is still waited for: "is waiting for permission", "needs a licence"."""
    verb = leave.head.head if leave.dep_ == "pobj" and leave.head.lower_ == "for" else leave.head
    waiting = {"wait", "await", "need", "require", "lack", "hope"}
    return leave.dep_ in ("pobj", "dobj") and str(verb.lemma_).lower() in waiting


def _by(turn: Turn, turns: tuple[Turn, ...], modal: str | None) -> Reading:
    stage = turn.hit.word.stage
    assert stage is not None  # noqa: S101  (only staged turns come here)
    return Reading(stage, (f"stage by “{turn.hit.word.name}”",), turns, modal)


def _begins(turn: Turn) -> bool:
    return turn.verb in ("begin", "start")


def _future(trigger: Trigger, modal: str, *, promised: bool) -> Stage:
    if trigger.word.stage in (Stage.USED,):
        return Stage.UNCLEAR
    if modal in FUTURE or (modal == "would" and promised):
        return Stage.PLEDGED if promised else Stage.PLANNED
    if trigger.frame.name in ("get", "seek", "come", "ordered") or modal in WOULD:
        return Stage.PLANNED
    return Stage.UNCLEAR


def has_none_to_give(verb: Token) -> bool:
    """Whether goods are only what one lacks: "we do not have tanks to give"."""
    infinitive = verb.tag_ == "VB" and verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "dobj"
    holding = verb.head.head
    return infinitive and holding.lemma_ == "have" and any(c.dep_ == "neg" for c in holding.children)


def no_longer(verb: Token) -> bool:
    """Whether an act has come to an end: "no longer sells", "does not sell any more"."""
    over = verb.head if verb.dep_ == "acomp" and verb.head.lemma_ == "be" else verb
    words = {c.lower_ for t in (verb, over) for c in t.children if c.dep_ == "advmod"}
    denied = any(c.dep_ == "neg" for t in (verb, over) for c in t.children)
    return bool(words & {"longer", "anymore"}) or (denied and "more" in words)


def _going_on(verb: Token) -> bool:
    """Whether a verb stands in the progressive: "is buying"; or a noun is "under way"."""
    if verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children):
        return True
    if any(c.lower_ == "being" for c in verb.children):
        return True
    after = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 20, verb.sent.end)]]
    return verb.pos_ == "NOUN" and ("underway" in after or ("under", "way") in pairwise(after))


def _happening(trigger: Trigger) -> list[Token]:
    """The verbs that say of a noun only that the act takes place."""
    if trigger.hit.form != "noun" or trigger.head.dep_ not in ("nsubj", "nsubjpass"):
        return []
    return [c for c in trigger.head.head.children if c.dep_ == "xcomp"]


def _will_run(trigger: Trigger) -> bool:
    """Whether an act is only to take place: "deliveries will run from May to July"."""
    verb = trigger.head.head
    subject = trigger.hit.form == "noun" and trigger.head.dep_ == "nsubj" and verb_lemma(verb) == "run"
    return subject and any(c.lower_ in ("will", "shall", "'ll") for c in verb.children)


def _still_to(verb: Token) -> bool:
    """Of ``were still to come``: an infinitive under "be", or alone as in a headline ("Paris to sell")."""
    if _announced(verb) or _is_bound(verb):
        return True
    if verb.dep_ in ("acl", "relcl") and infinitive(verb):
        helped = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        set_off = helped[0].i > 0 and helped[0].nbor(-1).text in (
            ",",
            "–",
            "—",
        )  # "six jets, to arrive in May"
        return set_off or any(c.dep_ == "auxpass" for c in helped)
    return (
        verb.dep_ == "xcomp"
        and verb.head.lemma_ == "be"
        and infinitive(verb)
        and not any(c.dep_ == "acomp" for c in verb.head.children)
    )


def _is_bound(verb: Token) -> bool:
    """Of ``must deliver`` and ``has to deliver``: what is owed has not been done; "had to" leaves it open."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    bound = verb.dep_ == "xcomp" and verb.head.lower_ in _OWING and "to" in helpers
    return bound or ("must" in helpers and "have" not in helpers)


_OWING = frozenset({"has", "have", "obliged", "bound", "required", "obligated"})


def _announced(verb: Token) -> bool:
    """Of a headline's ``Paris to sell, minister says``: an infinitive with a subject of its own."""
    before = verb.dep_ == "ccomp" and verb.head.i > verb.i
    who = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if who is None or not infinitive(verb):
        return False
    first = who.left_edge
    return verb.dep_ == "ROOT" or before or (first.i > 0 and first.nbor(-1).text == ":")


def modal_of(trigger: Trigger, turns: tuple[Turn, ...]) -> str | None:
    """The modal verb over a trigger; none where the main verb is perfect ("may have sent" has been done)."""
    verbs = [trigger.head] + [
        trigger.head.doc[t.hit.token] for t in turns if t.hit.form == "verb" and not t.finite
    ]
    if trigger.hit.form != "verb":
        verbs = (
            verbs[1:]
            + [t for t, finite in chain_over(trigger.head) if not finite and t.lemma_.lower() in _HAPPENS][:1]
        )
    else:
        verbs += [t for t, finite in chain_over(trigger.head) if not finite and t.lemma_.lower() == "be"][:1]
    for verb in verbs:
        if _done_as_well(verb):
            return None
        auxiliaries = [c for c in _first_of(verb).children if c.dep_ in ("aux", "auxpass")]
        words = [a.lower_ for a in auxiliaries]
        for word in words:
            if word in FUTURE | MAYBE | WOULD and not (word == "could" and was_in_sight(verb)):
                due = _DUE | WOULD if trigger.frame.name == "hold" else _DUE
                return None if "have" in words and word not in due else word
    return None


def _first_of(verb: Token) -> Token:
    """The verb whose auxiliary a bare form shares: "will send tanks and train the crews"."""
    for _ in range(CLIMB_LIMIT):
        own = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children)
        if own or verb.dep_ != "conj" or verb.tag_ not in ("VB", "VBN"):
            break
        verb = verb.head
    return verb


def _done_as_well(verb: Token) -> bool:
    """Of ``did not and will not send``, ``has not sold nor will sell``: what is told of the past counts."""
    before = verb.head
    return verb.dep_ == "conj" and (
        before.lower_ in ("did", "has", "have", "had") or before.lemma_ == verb.lemma_
    )
