"""What does a way of telling commit to, and is it taken back itself: "does not believe that"?"""

from __future__ import annotations

from tallybook.model import Certainty, Source
from tallybook.read.attribution.chains import Link
from tallybook.read.attribution.governed import child
from tallybook.read.attribution.phrases import antecedent
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.told import Told
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.wordlists import words_of

_WANTED = words_of("what is refused and not denied")
_WAYS_IN = words_of("ways in")


TAKEN_BACK = ("belief", "evidence")
"""Attitudes whose denial denies what they hold: "does not believe that", "saw no evidence that"."""


def certainty_of(inner: Link, cue: Link) -> Certainty:
    """What the cue commits to; who rejects a report denies what it holds."""
    outer = Certainty.STATED if _refuses(cue.told) else cue.told.saying.kind.certainty
    if _refuses(inner.told):
        return Certainty.STATED
    certainty = outer if outer is Certainty.DENIED else inner.told.saying.kind.certainty
    if is_negated(inner.told) and inner.told.saying.head.lemma_.lower() in _CONTESTING:
        return Certainty.CONFIRMED  # "does not dispute the sale"
    if is_negated(inner.told) and inner.told.saying.kind.act not in TAKEN_BACK:
        return Certainty.POSSIBLE  # "did not rule out", "would not say that"
    return certainty


_CONTESTING = frozenset({"dispute", "contest", "challenge"})


def _refuses(one: Told) -> bool:
    """Whether "rejected" turns down a wish or a deal, and no charge: "rejected a request for tanks"."""
    if one.saying.kind.certainty is not Certainty.DENIED:
        return False
    thing = child(one.saying.head, "dobj", "nsubjpass")
    refused = _WAYS_IN if one.saying.head.lemma_.lower() == "deny" else _WANTED  # "denied the ship entry"
    return thing is not None and thing.lemma_.lower() in refused


def turns_down(one: Told) -> bool:
    """Whether somebody only turns down what another wants, and tells nothing: "rejected X's request"."""
    return _refuses(one) and one.saying.head.lemma_.lower() in _TURNING_DOWN and not is_negated(one)


_TURNING_DOWN = words_of("verbs of refusing")


def alleger_of(one: Link) -> Source | None:
    """Whose charge the one around it denies, where he is named: "X rejected Y's claim that"."""
    named = one.who.kind in ("person", "body", "nameless", "outlet") and one.told.saying.kind.part == "noun"
    outer = one.outer
    if outer is None or not named or outer.told.saying.kind.certainty is not Certainty.DENIED:
        return None
    cue = one.told.passage.words(one.cue)
    return Source(name=one.who.name, title=one.who.title, via=one.relays, cue=cue, span=one.who.span)


def is_negated(told: Told) -> bool:
    """Whether the cue itself is denied: "did not say that", "no evidence that", "no paper shows that"."""
    head, speaker = told.saying.head, told.saying.speaker
    shown_by = antecedent(speaker).lefts if speaker is not None and told.saying.kind.act == "evidence" else ()
    if any(c.lower_ == "no" for c in shown_by):
        return True
    if head.pos_ == "NOUN":
        return any(c.dep_ == "det" and c.lower_ == "no" for c in head.children)
    return any(c.dep_ == "neg" or c.lower_ in ("nor", "neither") for c in head.children)


def asserts(told: Told, words: SourceWords) -> bool:
    """Whether the content is told as so: not by "praised X for Y", but by "X, the auditors criticised"."""
    kind, head = told.saying.kind, told.saying.head
    if words.has("no-voucher", head.lemma_.lower()) and not _has_clause(told):
        return False
    if _only_deals(head) and not _has_clause(told):
        return False
    if kind.act != "judgement" or kind.certainty != "stated":
        return True
    return any(c.dep_ == "ccomp" for c in head.children) or told.content[0].start < told.at - len(head)


def _only_deals(head: Token) -> bool:
    """Whether words are an act of trade: "agreed on a purchase", "held talks on", "has shown interest in"."""
    things = [head, *(c for c in head.children if c.dep_ == "dobj" and not _tells_of(c))]
    return head.lemma_.lower() == "agree" or any(t.lemma_.lower() in _DEALING for t in things)


def _tells_of(noun: Token) -> bool:
    """Whether a noun has a clause that says what is so: "dismissed talk that X had sent Y"."""
    return any(c.dep_ in ("acl", "ccomp", "relcl") and c.left_edge.lower_ == "that" for c in noun.children)


_DEALING = frozenset({"talk", "negotiation", "discussion", "interest", "contract", "deal"})


def _has_clause(told: Told) -> bool:
    """Whether the cue reports a clause or a quotation, and not only a thing."""
    if child(told.saying.head, "ccomp") is not None or told.quotations:
        return True
    doc = told.passage.doc
    before = [doc[i] for i in told.saying.content if i < told.saying.head.i]
    return any(t.tag_ in TENSED for t in before)  # "..., consider in the ministry"
