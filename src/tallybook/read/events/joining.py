"""Which words of a sentence tell of one transfer together?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import SUBJECTS, is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.over import chain_over
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.standing import says_more
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.adding import adds_option, told_before
from tallybook.read.events.onward import was_before
from tallybook.read.events.partitive import counted_whole, is_whole, whole_before
from tallybook.read.text.tree import Token
from tallybook.vocabulary.transfers import TurnWord
from tallybook.vocabulary.wordlists import words_of

_PERMITS = words_of("permits")
_EARLIER = frozenset({Stage.PLEDGED, Stage.AGREED, Stage.OFFERED, Stage.APPROVED})
_PUTTING = frozenset({"clamp", "impose", "introduce", "keep", "lay", "place", "put", "set", "slap"})
_LIMITS = frozenset(
    {"ban", "cap", "control", "curb", "embargo", "limit", "limitation", "moratorium", "restriction"}
)
_LACKING = words_of("verbs of lacking")
_GIFTS = frozenset({"donation", "gift", "grant", "loan", "present"})
MOVING = frozenset({"come", "bound", "arrive", "pass", "left"})
"""Frames that say of goods only how they move."""


def absorb(event: Event, other: Event) -> None:
    """Take what another word adds: parties that are missing, goods where there are none."""
    event.absorbed.append(other.filled)
    event.absorbed.extend(other.absorbed)
    if not event.filled.goods and other.filled.goods:
        event.filled.goods = other.filled.goods
        event.filled.anaphor = None
        event.filled.other_object = None
    elif {g.first for g in event.filled.goods} < {g.first for g in other.filled.goods}:
        event.filled.goods = other.filled.goods
    if event.filled.origin is None:
        event.filled.origin = other.filled.origin
    if not event.filled.goods and event.filled.anaphor is None:
        event.filled.anaphor = other.filled.anaphor
    known = {t.hit.token for t in event.turns}
    if event.trigger.hit.form == "noun" or other.trigger.hit.form == "noun":
        event.turns = (
            *event.turns,
            *(t for t in other.turns if t.hit.token not in known and t.hit.token != event.trigger.head.i),
        )


def same_goods(event: Event, other: Event | None) -> bool:
    """Whether another word already tells of all the goods of ``event``."""
    return other is not None and {g.first for g in event.filled.goods} <= {
        g.first for g in other.filled.goods
    }


def adds_manner(event: Event, other: Event) -> bool:
    """Whether a noun set behind only says how the other goods change hands: "..., a gift of the king"."""
    head = event.trigger.head
    if event is other or other.trigger.head.i >= head.i or not same_goods(event, other):
        return False
    same = all(event.end(role) in (None, other.end(role)) for role in ENDS)
    gift = noun_lemma(head) in _GIFTS and head.dep_ == "appos" and _plain(event)
    return same and (gift or _by_the_way(event, other))


def _by_the_way(event: Event, other: Event) -> bool:
    """Whether a clause only adds who sent what has come, or where it is taken on at home.

    "Jets have landed in Ruritania, sent by Sylvania", "the tanks came in and were moved to a base".
    """
    head, over = event.trigger.head, other.trigger.head
    if other.trigger.frame.name not in ("arrive", "come") or head.tag_ != "VBN" or head.head != over:
        return False
    if any(t.like_num for t in head.subtree) or event.turns:
        return False
    if head.dep_ == "conj":
        return event.trigger.frame.name in ("carry", "load")
    own = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "mark") for c in head.children)
    return head.dep_ in ("advcl", "acl") and event.trigger.frame.name == "give" and not own


def _plain(event: Event) -> bool:
    """Whether a noun has neither a number nor a stage of its own."""
    counted = any(c.dep_ == "nummod" for c in event.trigger.head.lefts)
    return not counted and not any(t.hit.word.stage for t in event.turns)


def belongs(event: Event, parent: Event, scene: Scene) -> bool:
    """Whether a word of transfer only qualifies the goods or the act of the word above it."""
    head = event.trigger.head
    if head.dep_ in ("relcl", "acl") and _set_off(head) and (_dated(head, scene) or head.dep_ == "relcl"):
        return False
    if (
        event.trigger.frame.name == "swap"
        or was_before(event, parent)
        or _closed_before(event, parent, scene)
    ):
        return False
    if parent.trigger.word.name == "finance" and event.filled.best("supplier") is not None:
        return False  # "pays for the shells that Ruritania sent"
    if _placed(event) or adds_option(event.trigger):
        return False
    if head.dep_ == "relcl" and event.trigger.stage in _EARLIER and counted_whole(head.head) is not None:
        return False  # "12 of the 20 guns that Ruritania promised"
    if (head.dep_ == "acl" and is_whole(head.head)) or told_before(head) is not None:
        return False
    if event.trigger.word.name == "on order" and whole_before(head):
        return False
    return not _conflict(event, parent)


def _placed(event: Event) -> bool:
    """Whether an order that a lot is of is told of by itself: "part of an order that it placed in May"."""
    head = event.trigger.head
    of = event.trigger.hit.form == "noun" and head.dep_ == "pobj" and head.head.lower_ == "of"
    if not of or event.trigger.frame.name not in ("get", "deal"):
        return False
    return any(
        t.dep_ in ("relcl", "acl") and verb_lemma(t) in ("place", "sign", "conclude") for t in head.subtree
    )


def _closed_before(event: Event, parent: Event, scene: Scene) -> bool:
    """Whether a clause at the goods tells of an earlier step: "the jets that it ordered in May"."""
    head, stage = event.trigger.head, event.trigger.stage
    if head.dep_ != "relcl" or stage not in _EARLIER or parent.trigger.stage is stage:
        return False
    return _dated(head, scene) or (stage is Stage.PLEDGED and _had_done(head))


def _had_done(verb: Token) -> bool:
    """Whether a clause goes back to what somebody had done before: "the jets that Ruritania had promised"."""
    had = any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    return had and any(c.dep_ == "nsubj" and c.pos_ in ("PROPN", "NOUN", "PRON") for c in verb.children)


def _dated(head: Token, scene: Scene) -> bool:
    """Whether a period stands in the clause of ``head`` alone."""
    inside = {t.i for t in head.subtree}
    for period in scene.periods:
        tokens = scene.token_range(period.span) if period.span is not None else None
        if tokens is not None and set(range(*tokens)) <= inside:
            return True
    return False


def _conflict(event: Event, parent: Event) -> bool:
    """Whether both words name the same end differently."""
    for role in ENDS:
        mine, theirs = event.filled.best(role), parent.filled.best(role)
        if mine and theirs and mine.name != theirs.name and min(mine.score, theirs.score) >= CHAINED:
            return True
    return False


def lends(event: Event, parent: Event) -> bool:
    """A verb that moves nothing by itself takes the goods of its object: "received a shipment of arms"."""
    head = event.trigger.head
    if says_more(event.trigger):
        return False
    if parent.trigger.frame.name == "seize" and head.dep_ in ("acl", "relcl"):
        return True
    if event.trigger.frame.name == "carry" and head.dep_ in ("acl", "relcl", "advcl"):
        return parent.trigger.frame.name in MOVING | {"carry"}
    other = parent.filled.other_object
    if other is not None and other != head and head.dep_ == "pobj" and head.head.lower_ != "of":
        return False  # "sent a letter about a deal"
    return (
        event.trigger.hit.form == "noun"
        and parent.trigger.hit.form == "verb"
        and (head.head.dep_ if head.dep_ == "conj" and head.head.pos_ == "NOUN" else head.dep_)
        in (
            ("dobj", "nsubjpass", "pobj", "nsubj")
            if parent.trigger.frame.name == "arrive"
            else ("dobj", "nsubjpass", "pobj")
        )
        and parent.trigger.frame.name in ("give", "get", "arrive", "carry", "seize", "seek", "shut", "hire")
        and parent.trigger.word.stage is not Stage.USED
    )


def _set_off(token: Token) -> bool:
    """Whether a clause is set off by commas."""
    left = token.left_edge.i
    return left > 0 and token.doc[left - 1].text in (",", "—", "–", "(")


def above(token: Token, *, moving: bool) -> list[int]:
    """The words above ``token`` that it may belong to, nearest first.

    A verb coordinated with another is an act of its own ("ordered ten and received six"), unless both say
    only how the same goods move (``moving``: "came from Ruritania and were meant for Sylvania").
    """
    found: list[int] = []
    start = token
    for _ in range(CLIMB_LIMIT):
        head = token.head
        if head == token:
            break
        if moving and _says_whence(token):
            token = head
            continue
        if token.dep_ == "ccomp":
            break
        if token != start and token.dep_ == "relcl" and (_set_off(token) or is_passive(token)):
            break  # "X, which lost three of the jets it got, asks for": the clause ends here
        if token.dep_ in ("acl", "relcl", "amod", "compound", "conj"):
            verbal = token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")
            own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)
            again = verbal and not own and token.lemma_ == head.lemma_
            if verbal and not again and (own or not moving or token != start):
                break
            found.append(head.i)
            token = head
            continue
        following = next(chain_over(token), None)
        if following is None:
            break
        token = following[0]
        found.append(token.i)
    return found


def _says_whence(verb: Token) -> bool:
    """Whether a clause says of a noun what somebody says of it: "rifles that they suspect came from X"."""
    relates = any(c.dep_ in SUBJECTS and c.lower_ in ("that", "which") for c in verb.children)
    return verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and relates


def under_rule(token: Token, turns: dict[int, Hit[TurnWord]]) -> bool:
    """Whether a rule speaks of the act: "Supplying, selling or transferring arms breaks the law"."""
    while token.dep_ == "conj" and token.pos_ == "VERB":
        token = token.head
    hit = turns.get(token.head.i)
    needed = [noun_lemma(c) for c in token.head.children if c.dep_ == "dobj"]
    if token.dep_ == "nsubj" and verb_lemma(token.head) in _LACKING and _PERMITS & set(needed):
        return True
    if _is_limited(token):
        return True
    return (
        token.tag_ == "VBG"
        and token.dep_ in ("advcl", "csubj", "nsubj")
        and hit is not None
        and hit.word.drops
    )


def _is_limited(act: Token) -> bool:
    """Whether limits are put on an act: "curbs were placed on exports to X"."""
    if act.dep_ != "pobj" or act.head.lower_ not in ("on", "upon") or act.pos_ != "NOUN":
        return False
    verb = act.head.head
    put = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj", "nsubj")]
    return verb_lemma(verb) in _PUTTING and any(noun_lemma(c) in _LIMITS for c in put)


def depth(token: Token) -> int:
    """How many words stand over a word in the tree."""
    steps = 0
    while token.head != token and steps < 60:
        token = token.head
        steps += 1
    return steps
