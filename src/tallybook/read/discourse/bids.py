"""Who else wants to sell to a buyer, by words of no transfer: "Ruritania had also bid", "X is in the race"?

A bidder stands in the subject of a verb of bidding, of standing in a contest, of winning or of losing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tallybook.model import Stage
from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_BIDS = words_of("what a bidder hands in")
_HANDING_IN = words_of("verbs of handing in a bid")
_CONTESTS = words_of("contests of bidders")
_BIDDERS = words_of("nouns for a bidder")
_FAILING = words_of("what is done to a bid that fails")
_WON = _CONTESTS | _BIDS | {"contract", "order"}
_COMPETING = frozenset({"compete", "contend", "vie", "bid"})
_LEAVING = frozenset({"withdraw", "pull", "drop", "bow", "retire"})
_SOLD = frozenset(
    {"firm", "company", "group", "maker", "manufacturer", "yard", "shipyard", "shipbuilder", "builder"}
)
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "none", "if", "whether", "?"})
_OPEN = frozenset({"will", "would", "could", "may", "might", "should", "can"})
_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl"})
_LONGEST = 16


class Bid(NamedTuple):
    """A clause about who bids.

    Attributes:
        first: its first token.
        last: the token behind its last one.
        bidders: the parties that bid.
        stage: what has come of it.
        told: whether the seller told of before is meant by a noun: "the firm won the tender".
    """

    first: int
    last: int
    bidders: tuple[ActorMention, ...]
    stage: Stage
    told: bool = False


def find_bids(scene: Scene) -> Iterator[Bid]:
    """The clauses of a sentence that tell of bidders, in order."""
    if scene.sentence.kind == "heading" or (
        scene.lemmas.isdisjoint(_BIDS | _CONTESTS | _BIDDERS | _COMPETING | _LEAVING)
        and scene.lemmas.isdisjoint(("lose", "rule", "exclude", "eliminate", "beat"))
    ):
        return
    for verb in scene.tokens:
        if verb.pos_ not in ("VERB", "AUX") or any(c.lower_ in _NOT | _OPEN for c in verb.children):
            continue
        subject = _subject(verb)
        stage = _stage_of(verb, subject, scene) if subject is not None else None
        if subject is None or stage is None:
            continue
        bidders = tuple(_named(subject, scene))
        told = not bidders and noun_lemma(subject) in _SOLD and any(c.lower_ == "the" for c in subject.lefts)
        if bidders or told:
            last = max(
                (t.i for t in verb.subtree if t.i <= verb.i + _LONGEST and not t.is_punct), default=verb.i
            )
            yield Bid(subject.left_edge.i, last + 1, bidders, stage, told)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, also one that it shares with the verb before it."""
    own = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if own is None and verb.dep_ in ("conj", "xcomp", "oprd") and verb.head.pos_ in ("VERB", "AUX"):
        return next((c for c in verb.head.lefts if c.dep_ in SUBJECTS), None)
    return own


def _named(subject: Token, scene: Scene) -> Iterator[ActorMention]:
    """The parties in a subject, each state once: "Italy's Leonardo", "French and Spanish yards"."""
    seen: set[str] = set()
    for token in sorted(subject.subtree, key=lambda t: t.i):
        actor = scene.actor_at.get(token.i)
        if actor is None or actor.kind not in ("state", "body") or actor.state is None or actor.state in seen:
            continue
        if not _in_clause(token, subject):
            seen.add(actor.state)
            yield actor


def _in_clause(token: Token, subject: Token) -> bool:
    while token not in (subject, token.head):
        if token.dep_ in _CLAUSES:
            return True
        token = token.head
    return False


def _stage_of(verb: Token, subject: Token, scene: Scene) -> Stage | None:
    """What a verb says of a bid: handed in, won, lost or withdrawn; ``None`` where it tells of none."""
    lemma = verb_lemma(verb)
    objects = [c for c in verb.children if c.dep_ in ("dobj", "attr")]
    nouns = {noun_lemma(c) for c in objects}
    passive = any(c.dep_ == "nsubjpass" for c in verb.children) or subject.dep_ == "nsubjpass"
    if passive:
        lost = lemma in _FAILING or (lemma == "withdraw")
        bid = noun_lemma(subject) in _BIDS or (
            lemma in ("rule", "exclude", "eliminate") and _of_arms(subject, scene)
        )
        if any(c.lower_ == "as" for c in verb.children):
            return None  # "was ruled out as a host"
        bidder = lemma in ("rule", "exclude", "eliminate", "disqualify", "outbid", "beat", "shortlist")
        return (
            Stage.OFFERED if (lost or bidder) and (bid or (bidder and subject.i in scene.actor_at)) else None
        )
    led = (t for p in verb.children if p.dep_ == "prep" for t in p.children)
    within = {noun_lemma(t) for t in led if not _of_other_things(t, scene)}
    if lemma == "bid" or (lemma in _HANDING_IN and nouns & _BIDS and not _for_talks(objects)):
        return Stage.OFFERED
    if lemma in _COMPETING and (
        within & _CONTESTS or any(c.lower_ in ("for", "with") for c in verb.children)
    ):
        return Stage.OFFERED
    if lemma in ("be", "remain", "stand", "take") and (within & (_CONTESTS - {"list"}) or nouns & _BIDDERS):
        return Stage.OFFERED
    if lemma == "lose" and (nouns & _WON or any(c.lower_ == "out" for c in verb.children)):
        return Stage.OFFERED
    if lemma == "win" and nouns & _WON:
        return Stage.AGREED
    gone = bool(nouns & _BIDS) or any(_of_arms(c, scene) for c in objects)
    if lemma == "withdraw" and gone:
        return Stage.ENDED
    return Stage.ENDED if lemma in _LEAVING and _leaves(verb) else None


def _of_arms(noun: Token, scene: Scene) -> bool:
    goods = scene.goods_at.get(noun.i)
    return goods is not None and goods.goods.designation is not None


def _of_other_things(contest: Token, scene: Scene) -> bool:
    """Whether a contest is for something that is no order for arms: "the race for the moon"."""
    prizes = [t for p in contest.children if p.lower_ in ("for", "to", "of") for t in p.children]
    return any(t.i not in scene.goods_at and noun_lemma(t) not in _WON for t in prizes)


def _for_talks(objects: list[Token]) -> bool:
    """Whether an offer is of something else than goods: "made an offer to mediate", "of peace talks"."""
    return any(
        c.dep_ in ("acl", "relcl", "prep") and c.lower_ not in ("with", "for")
        for o in objects
        for c in o.rights
    )


def _leaves(verb: Token) -> bool:
    led = (t for p in verb.subtree if p.lower_ in ("from", "of") and p.i > verb.i for t in p.children)
    return any(noun_lemma(t) in _CONTESTS for t in led)
