"""How far has the transfer come, by the words over and around the word of transfer?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tallybook.model import Certainty, Stage
from tallybook.read.clauses.frames import Hit, Trigger
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.clauses.scene import Scene
from tallybook.vocabulary.transfers import TurnWord
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIES = frozenset(
    {"xcomp", "dobj", "pobj", "pcomp", "prep", "attr", "oprd", "dative", "nsubj", "nsubjpass", "csubj"}
) | {"acl", "acomp", "compound", "agent"}
_NOT_UNDER = words_of("prepositions beside")
"""Prepositions whose phrase tells of something beside what the governing verb says."""

FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
MAYBE = frozenset({"may", "might", "could", "can"})
WOULD = frozenset({"would", "should", "'d"})

_TRANSPARENT = words_of("verbs that turning words reach through")
"""Verbs through which a turning word reaches what stands below them."""

_TURNS_AWAY = words_of("verbs of turning away from")

_HAPPENS = words_of("verbs of happening")
"""Verbs that say of a transfer only that there is or will be one."""

PHRASE_REACH = 7
"""How many tokens before a word of transfer a turning phrase may stand ("due to be handed over")."""


@dataclass(frozen=True)
class Turn:
    """A turning word over a trigger; ``finite``: the trigger stands in a clause of its own under it."""

    hit: Hit[TurnWord]
    finite: bool
    verb: str = ""
    """The lemma, where it is a verb."""


@dataclass(frozen=True)
class Reading:
    """The stage with what led to it."""

    stage: Stage
    why: tuple[str, ...]
    turns: tuple[Turn, ...]
    modal: str | None


def chain_over(token: Token) -> Iterator[tuple[Token, bool]]:
    """The words whose complement ``token`` is, nearest first; whether a finite clause lies between."""
    finite = False
    for _ in range(CLIMB_LIMIT * 2):
        head = token.head
        if head == token:
            return
        dep = token.dep_
        if dep == "conj":
            if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children):
                return
            token = head
            continue
        if dep == "prep" and token.lower_ in _NOT_UNDER and not _turns_from(token):
            return
        if dep == "advcl" and not _infinitive(token):
            return
        if dep == "relcl" and any(c.dep_ == "mark" for c in token.children):
            dep = "ccomp"
        if dep == "ccomp":
            finite = finite or _finite(token)
        elif dep not in _CARRIES and dep != "advcl":
            return
        if dep == "nsubj" and head.pos_ not in ("VERB", "AUX"):
            return
        yield head, finite
        token = head


def _turns_from(preposition: Token) -> bool:
    """Whether what follows is what somebody turns away from, or is kept from doing."""
    above = (preposition.head, preposition.head.head)
    return preposition.lower_ == "from" and any(str(t.lemma_).lower() in _TURNS_AWAY for t in above)


def turns_over(trigger: Trigger, turns: dict[int, Hit[TurnWord]], scene: Scene) -> tuple[Turn, ...]:
    """The turning words over a trigger, nearest first."""
    found: list[Turn] = []
    below = trigger.head
    for token, finite in chain_over(trigger.head):
        hit = turns.get(token.i)
        if below.dep_ == "acl" and hit is None:
            break
        if hit is None and token.pos_ == "VERB" and token.lemma_.lower() not in _TRANSPARENT:
            found.extend(_by_object(token, turns) if below.dep_ == "nsubj" and not finite else ())
            break
        if below.dep_ == "nsubj" and not finite:
            found.extend(_by_object(token, turns))
            found.extend(_by_state(token, turns))
        subject = below.dep_ == "nsubj" and hit is not None and hit.form == "verb"
        below = token
        if hit is None or (hit.form == "phrase" and token.pos_ != "VERB") or token.i == trigger.head.i:
            continue
        if hit.form == "noun" and hit.word.certainty is Certainty.ALLEGED:
            found.extend(_by_judgement(token.head, turns))
        if finite and (not hit.word.clauses or hit.token > trigger.head.i):
            continue
        if subject and hit.word.stage not in (None, Stage.ENDED, Stage.PLANNED):
            continue
        found.append(Turn(hit, finite, str(token.lemma_).lower() if hit.form == "verb" else ""))
    phrase = _phrase_before(trigger, turns, scene)
    if phrase is not None:
        found.insert(0, phrase)
    return tuple(found)


def _by_object(verb: Token, turns: dict[int, Hit[TurnWord]]) -> Iterator[Turn]:
    """The object of a verb that turns its subject: "The sale got the go-ahead"."""
    for child in verb.children:
        hit = turns.get(child.i)
        if child.dep_ not in ("dobj", "attr") or hit is None or hit.form != "noun":
            continue
        if hit.word.stage in (Stage.APPROVED, Stage.ENDED):
            yield Turn(hit, finite=False)


def _by_state(verb: Token, turns: dict[int, Hit[TurnWord]]) -> Iterator[Turn]:
    """What a transfer is said to be: "The deliveries are due to start"."""
    for child in verb.children:
        hit = turns.get(child.i)
        if child.dep_ == "acomp" and hit is not None and hit.form == "phrase":
            yield Turn(hit, finite=False)


def _by_judgement(verb: Token, turns: dict[int, Hit[TurnWord]]) -> Iterator[Turn]:
    """What a charge is called: "called the claim that it sells arms baseless"."""
    for child in verb.children:
        hit = turns.get(child.i) if child.dep_ in ("oprd", "acomp", "attr", "ccomp") else None
        if hit is not None and hit.word.certainty is Certainty.DENIED:
            yield Turn(hit, finite=False)
            return
    closing = [h for h in turns.values() if h.form == "phrase" and verb.i < h.token and _closes(h, verb)]
    yield from (Turn(h, finite=False) for h in closing if h.word.certainty is Certainty.DENIED)


def _closes(hit: Hit[TurnWord], verb: Token) -> bool:
    """Whether a judgement is the last word of what ``verb`` says, where the tree hangs it on the goods."""
    return hit.last >= len(verb.doc) or verb.doc[hit.last].is_punct


def _phrase_before(trigger: Trigger, turns: dict[int, Hit[TurnWord]], scene: Scene) -> Turn | None:
    for token in reversed(
        scene.doc[max(scene.sentence.first, trigger.hit.first - PHRASE_REACH) : trigger.hit.first]
    ):
        hit = turns.get(token.i)
        if hit is not None and hit.form == "phrase":
            between = scene.doc[hit.last : trigger.hit.first]
            if all(t.pos_ in ("AUX", "PART", "ADV", "DET", "ADJ", "ADP") or t.is_space for t in between):
                return Turn(hit, finite=False)
        if token.pos_ == "VERB":
            return None
    return None


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
    if any(_still_to(t) for t in (trigger.head, *_happening(trigger))):
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
    staged = [t for t in turns if t.hit.word.stage is not None]
    for name in ("deny", "end"):
        for turn in staged:
            if turn.hit.word.name == name:
                return _by(turn, turns, modal)
    if trigger.stage is Stage.ENDED:
        return Reading(Stage.ENDED, (f"“{trigger.head.text}”: {trigger.word.name}",), turns, modal)
    if not staged:
        return None
    if own_wish and staged[0].hit.word.name == "seek" and trigger.hit.form == "verb":
        return Reading(Stage.PLANNED, ("the giver's own wish",), turns, modal)
    return _by(staged[0], turns, modal)


def _by(turn: Turn, turns: tuple[Turn, ...], modal: str | None) -> Reading:
    stage = turn.hit.word.stage
    assert stage is not None  # noqa: S101  (only staged turns come here)
    return Reading(stage, (f"stage by “{turn.hit.word.name}”",), turns, modal)


def _begins(turn: Turn) -> bool:
    return turn.verb in ("begin", "start")


def _future(trigger: Trigger, modal: str, *, promised: bool) -> Stage:
    if trigger.word.stage in (Stage.USED,):
        return Stage.UNCLEAR
    if modal in FUTURE:
        return Stage.PLEDGED if promised else Stage.PLANNED
    if trigger.frame.name in ("get", "seek") or modal in WOULD:
        return Stage.PLANNED
    return Stage.UNCLEAR


def _going_on(verb: Token) -> bool:
    """Whether a verb stands in the progressive: "is buying"; or a noun is "under way"."""
    if verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children):
        return True
    if any(c.lower_ == "being" for c in verb.children):
        return True
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 20]]
    return verb.pos_ == "NOUN" and ("underway" in after or ("under", "way") in pairwise(after))


def _happening(trigger: Trigger) -> list[Token]:
    """The verbs that say of a noun only that the act takes place."""
    if trigger.hit.form != "noun" or trigger.head.dep_ not in ("nsubj", "nsubjpass"):
        return []
    return [c for c in trigger.head.head.children if c.dep_ == "xcomp"]


def _still_to(verb: Token) -> bool:
    """Of ``were still to come``: an infinitive under "be", or alone as in a headline ("Paris to sell")."""
    if verb.dep_ == "ROOT" and _infinitive(verb) and any(c.dep_ == "nsubj" for c in verb.children):
        return True
    return (
        verb.dep_ == "xcomp"
        and verb.head.lemma_ == "be"
        and _infinitive(verb)
        and not any(c.dep_ == "acomp" for c in verb.head.children)
    )


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
        auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        words = [a.lower_ for a in auxiliaries]
        for word in words:
            if word in FUTURE | MAYBE | WOULD:
                return None if "have" in words and word not in FUTURE else word
    return None


def _done_as_well(verb: Token) -> bool:
    """Of ``did not and will not send``, ``has not sold nor will sell``: what is told of the past counts."""
    before = verb.head
    return verb.dep_ == "conj" and (
        before.lower_ in ("did", "has", "have", "had") or before.lemma_ == verb.lemma_
    )


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _finite(verb: Token) -> bool:
    if _infinitive(verb):
        return False
    return verb.tag_ in ("VBD", "VBP", "VBZ", "MD") or any(
        c.dep_ in ("aux", "auxpass", "mark") for c in verb.children
    )
