"""Which sentence says when what was told before it took place: "It happened last Friday"?"""

from __future__ import annotations

import re

import msgspec

from tallybook.model import Claim, Period, Span, Stage
from tallybook.read.claims.apart import is_ranked
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.read.times.periods import names_day
from tallybook.vocabulary.wordlists import words_of

_HAPPENS = words_of("verbs that date what was told")
_POINTS = frozenset({"it", "this", "that", "they", "these", "both"})
_MOVED = frozenset({Stage.DELIVERED, Stage.SHIPPED, Stage.RECEIVED})
_GOES = words_of("verbs of what is under way")
_UNDER_WAY = frozenset().union(
    *map(words_of, ("nouns of carriers", "further nouns of carriers", "what holds goods on the way"))
)
_STRIKES = frozenset({"crash", "explode", "fall", "hit", "land", "strike"})
_MADE = frozenset(
    {"come", "date", "fall", "file", "give", "go", "grant", "issue", "lodge", "put", "reach", "send"}
    | {"submit", "take"}
)
"""Verbs that tell when something was asked, offered or decided: "the request went out in May"."""

_STAGES = {
    "nouns of catching": frozenset({Stage.SEIZED}),
    "nouns of moving": _MOVED,
    "nouns of agreeing": frozenset({Stage.AGREED, Stage.APPROVED, Stage.PLEDGED}),
    "nouns of deciding": frozenset({Stage.APPROVED, Stage.ENDED, Stage.PLEDGED}),
    "nouns of firing": frozenset({Stage.USED}),
    "nouns of asking": frozenset({Stage.SOUGHT}),
    "nouns of offering": frozenset({Stage.OFFERED}),
}
_NOUNS = {word: stages for name, stages in _STAGES.items() for word in words_of(name)}
_NOUNS["ceremony"] = _MOVED | _STAGES["nouns of agreeing"]

_CAUGHT = _STAGES["nouns of catching"]
_LEAVES = frozenset({"leave", "depart"})
_LEFT = frozenset(
    {"port", "harbour", "harbor", "base", "airport", "airfield", "depot", "factory", "plant", "stores"}
)
"""Where goods are, and not people, when they leave."""

_BY_VERB = {
    **dict.fromkeys(("come", "arrive", "reach", "land"), _MOVED),
    **dict.fromkeys(("sign", "ink", "seal"), frozenset({Stage.AGREED, Stage.APPROVED})),
    "launch": frozenset({Stage.USED, Stage.SEIZED}),  # of a ship it is no handing over
    **dict.fromkeys(("intercept", "catch", "stop", "board", "find", "discover", "seize"), _CAUGHT),
    **dict.fromkeys(("detain", "halt", "impound", "raid", "search"), _CAUGHT),
}
"""Of which stages a verb can tell whose subject only points back."""

BACK = 2
"""How many sentences before it a sentence may date."""


def undate_done(claims: list[Claim], text: str, scene: Scene) -> None:
    """Take from what a sentence tells as done, in place, the time at which only the rest is to come."""
    for at, claim in enumerate(claims):
        here = scene.sentence.span.overlap(claim.quote_span) and claim.stage in _DONE
        if here and claim.time is not None and claim.time.text == text:
            claims[at] = msgspec.structs.replace(claim, time=None)


_DONE = _MOVED | {Stage.USED, Stage.SEIZED}


def dates_before(
    scene: Scene, barred: tuple[Span, ...], *, alone: bool
) -> tuple[Period, frozenset[Stage] | None] | None:
    """The period of a sentence that only says when something happened, and the stages that it can be of.

    Args:
        scene: the sentence.
        barred: where it says when something was said.
        alone: it tells of no transfer itself, so that "the wagons crossed the border in May" is no other one.
    """
    opened = _signed_on(scene, barred)
    if opened is not None:
        return opened
    root = _main_verb(scene)
    if root is None:
        return None
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or not _took_place(root, subject):
        return None
    if root.lemma_ == "be" and any(c.dep_ == "attr" and _is_sum(c) for c in root.children):
        return None  # "In 2023 it had been 326 million"
    told, stages = _told_again(subject, root.lemma_.lower(), scene, alone=alone)
    if not told and alone and _catches(root):
        told, stages = True, _CAUGHT
    if not told:
        return None
    for period in scene.periods:
        tokens = scene.token_range(period.span) if period.span is not None else None
        if tokens is None or period.span is None or any(period.span.overlap(b) for b in barred):
            continue
        meant = names_day(period) or _stands_for(subject)
        if meant and not _LASTING.fullmatch(period.text) and _hangs_on(scene.doc.stretch(*tokens).root, root):
            return period, stages
    return None


def _stands_for(subject: Token) -> bool:
    """Whether a subject can only be what was told before: "it", "the handover"."""
    return subject.lower_ in _POINTS or noun_lemma(subject) in _NOUNS


_LASTING = re.compile(r"(?:in|for|within|over) (?:[\w-]+ )*(?:hours|days|weeks|months|years)", re.I)
"""How long something took, not when it was: "sailed 9,000 miles in 22 days"."""


def _told_again(
    subject: Token, verb: str, scene: Scene, *, alone: bool
) -> tuple[bool, frozenset[Stage] | None]:
    """Whether a subject with its verb goes back to what was told before, and to which stages of it."""
    if subject.lower_ in _POINTS and verb in _LEAVES:
        return not scene.words.isdisjoint(_LEFT), frozenset({Stage.SHIPPED, Stage.DELIVERED})
    if subject.lower_ in _POINTS:
        return verb in _HAPPENS, _BY_VERB.get(verb)
    noun = noun_lemma(subject)
    definite = any(c.lower_ in DEFINITE for c in subject.lefts) or noun == "ceremony"
    if is_ranked(subject) or not definite:
        return False, None
    stages = _NOUNS.get(noun)
    if stages is not None and (verb in _HAPPENS or verb in _MADE):
        return True, stages
    if not alone:
        return False, None
    if verb == "land" and subject.i in scene.goods_at and noun not in _FIRED:
        return True, _MOVED  # "the jets landed at the base on Sunday"
    if verb in _STRIKES and (noun in _FIRED or subject.i in scene.goods_at):
        return True, _STAGES["nouns of firing"]
    if _BY_VERB.get(verb) == _CAUGHT and noun in _UNDER_WAY:
        return True, _CAUGHT
    under_way = verb in _GOES and (noun in _UNDER_WAY or subject.i in scene.goods_at)
    return under_way, _MOVED


def _catches(verb: Token) -> bool:
    """Whether somebody stops or searches what was under way: "a team searched the vessel on Saturday"."""
    object_ = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if object_ is None or _BY_VERB.get(verb.lemma_.lower()) != _CAUGHT:
        return False
    return noun_lemma(object_) in _UNDER_WAY and any(c.lower_ in DEFINITE for c in object_.lefts)


_FIRED = words_of("munitions") | {"salvo", "volley", "barrage", "warhead"}


def _is_sum(noun: Token) -> bool:
    return noun.like_num or any(c.like_num or c.is_currency for c in noun.children)


def _signed_on(scene: Scene, barred: tuple[Span, ...]) -> tuple[Period, frozenset[Stage] | None] | None:
    """The period of "Signed in May, these contracts ...": when the deals told of before were made."""
    first, last = scene.sentence.first, scene.sentence.last
    verb = scene.doc[first] if last > first else None
    if verb is None or verb.tag_ not in ("VBN", "VBD") or verb.lemma_.lower() not in _SIGNING:
        return None
    comma = next((t.i for t in scene.doc[first : min(last, first + _OPENING)] if t.text == ","), None)
    for period in scene.periods:
        tokens = scene.token_range(period.span) if period.span is not None else None
        if tokens is None or period.span is None or any(period.span.overlap(b) for b in barred):
            continue
        if comma is not None and tokens[0] == first + 1:
            return period, _BY_VERB["sign"]
    return None


_SIGNING = frozenset({"sign", "ink", "seal", "conclude", "agree", "strike"})
_OPENING = 9
"""Tokens of "Signed on 17 August 2022,", at most."""


def date_claims(
    claims: list[Claim], spans: tuple[Span, ...], period: Period, stages: frozenset[Stage] | None
) -> None:
    """Give ``period`` to the undated claims of the nearest of the sentences at ``spans`` (nearest first)."""
    for span in spans:
        here = [n for n, c in enumerate(claims) if span.contains(c.quote_span)]
        fit = [n for n in here if claims[n].time is None and (stages is None or claims[n].stage in stages)]
        for n in fit:
            why = (*claims[n].why, f"dated by a later sentence: “{period.text}”")
            claims[n] = msgspec.structs.replace(claims[n], time=period, why=why)
        if fit:
            return


def _main_verb(scene: Scene) -> Token | None:
    """The verb of the sentence, or of what it reports: "It took place in June, the force said"."""
    root = next((t for t in scene.tokens if t.dep_ == "ROOT"), None)
    if root is None:
        return None
    told = (c for c in root.children if c.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX"))
    return next(told, root if root.pos_ in ("VERB", "AUX") else None)


def _took_place(root: Token, subject: Token) -> bool:
    """Whether a verb tells of what has been: no future, no denial, "take" of a place or a decision."""
    words = {c.lower_ for c in root.children}
    if root.lemma_.lower() == "take" and "place" not in words and noun_lemma(subject) != "decision":
        return False
    return not words & {"will", "would", "may", "might", "could", "not", "n't", "to"}


def _hangs_on(token: Token, root: Token) -> bool:
    for _ in range(6):
        if token == root:
            return True
        if token.head == token or token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False
