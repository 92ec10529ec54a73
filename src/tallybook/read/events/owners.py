"""Whose are the goods, and what does that say of who gives and who takes?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.salience import Ends
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_TELLING = words_of("verbs of telling of a thing")
_TAKEN = words_of("nouns for what somebody takes")
_BROUGHT = frozenset({"give", "arrive", "pass", "come", "unload", "bound", "load", "withhold"})
"""Frames of goods on their way to somebody."""

_DEFINITE = frozenset({"the", "these", "those", "first", "last", "second", "all", "both"})
_WAYS = frozenset({"door", "ground", "path", "road", "way"})
"""What is cleared, opened or paved for a sale."""

_AGAIN = ("re-export", "reexport", "re-transfer", "retransfer", "resale", "resell", "re-sell", "onward")


def taker_by_goods(event: Event, origin: ActorMention, told: list[Ends]) -> bool:
    """Whether the goods' name tells who takes, not who gives; the recipient is then set.

    ``told``: giver and taker of every flow that is known.
    """
    token = event.trigger.head.doc[origin.first]
    if _of_told_taker(event, origin, told):
        event.recipient = Link(str(end_point(origin)), "origin", "recipient", CHAINED, token, origin)
        event.why.append(f"recipient {end_point(origin)}, for whom the goods are told to be")
        return True
    if goods_for(event, origin):
        link = Link(str(end_point(origin)), "for", "recipient", CHAINED, token, origin)
        event.recipient = event.recipient or link
        return True
    if owned_by_taker(event, origin):
        event.recipient = Link(origin.name, "origin", "recipient", CHAINED, token, origin)
        event.why.append(f"recipient by whose the goods are: “{origin.name}”")
        return True
    return False


def _of_told_taker(event: Event, origin: ActorMention, told: list[Ends]) -> bool:
    """Whether goods are called by whom they are told to go to: "the Ruritanian jets will be delivered"."""
    name, doc = end_point(origin), event.trigger.head.doc
    takes = any(taker == name for _, taker in told) and all(giver != name for giver, _ in told)
    if not takes or origin.form == "made" or event.recipient is not None or event.end("supplier") == name:
        return False
    if event.trigger.frame.name not in _BROUGHT:
        return False
    known = (c for g in event.filled.goods for c in doc[g.head].lefts)
    return any(c.lower_ in _DEFINITE or c.tag_ == "POS" for c in known) or _has_owner(doc, origin)


def _has_owner(doc: Doc, origin: ActorMention) -> bool:
    return origin.last < len(doc) and doc[origin.last].tag_ == "POS"


_PLANS = words_of("nouns for plans")


def goods_for(event: Event, origin: ActorMention) -> bool:
    """Whether the goods named after a party are what other goods are for: "radars for Ruritanian jets"."""
    doc = event.trigger.head.doc
    heads = [
        doc[g.head]
        for f in (event.filled, *event.absorbed)
        for g in f.goods
        if g.first <= origin.first < g.last
    ]
    heads += [doc[origin.last - 1].head]
    own = {event.trigger.head.i, *range(event.trigger.hit.first, event.trigger.hit.last)}
    return any(  # of "a deal for Ruritanian guns" the goods are what it is for
        t.dep_ == "pobj"
        and t.head.lower_ == "for"
        and t.head.head.pos_ == "NOUN"
        and t.head.head.i not in own
        and noun_lemma(t.head.head) not in _WAYS | _PLANS
        for t in heads
    )


def owned_by_taker(event: Event, origin: ActorMention) -> bool:
    """Whether the goods' owner is who has got them: "Ruritania's tanks come from Sylvania"."""
    trigger, doc = event.trigger, event.trigger.head.doc
    owned = _has_owner(doc, origin)
    told = (
        event.supplier is not None and event.supplier.slot in ("from", "subject") and event.recipient is None
    )
    taken = noun_lemma(doc[origin.last - 1].head) in _TAKEN
    passive = (trigger.passive or taken) and trigger.frame.name == "give"
    return (
        owned
        and told
        and end_point(origin) != event.end("supplier")
        and (
            passive
            or trigger.frame.name == "come"
            or (trigger.frame.name == "get" and (trigger.passive or trigger.hit.form == "noun"))
        )
    )


def only_allows(event: Event) -> bool:
    """Whether the party before the words lets somebody else give: "approved the transfer of X's jets"."""
    words = {event.trigger.word.name, *(f.trigger.word.name for f in event.absorbed)}
    licensed = event.supplier is not None and event.supplier.role == "licensor"
    if not licensed and _gives_itself(event):
        return False
    return licensed or "approve" in words or any(t.hit.word.stage is Stage.APPROVED for t in event.turns)


def _gives_itself(event: Event) -> bool:
    """Whether the verb of giving has the party for its own subject: "asked X to let it send X's guns"."""
    trigger = event.trigger
    own = (
        event.supplier is not None
        and event.supplier.slot == "subject"
        and event.supplier.token.i < trigger.head.i
    )
    return own and trigger.hit.form == "verb" and trigger.word.name != "approve"


def only_tells(event: Event, link: Link) -> bool:
    """Whether a party is only the subject of a word that tells of it: "confirmed the delivery"."""
    head = event.trigger.head
    verb = head.head
    if event.trigger.hit.form != "noun" or head.dep_ not in ("dobj", "nsubj", "ccomp"):
        return False
    if link.slot != "subject" or link.token.head != verb:
        return False
    return verb_lemma(verb) in _TELLING


def whose(event: Event) -> Token | None:
    """The pronoun that says whose the goods are that it leaves out: "ours will follow"."""
    anaphor = event.filled.anaphor
    return anaphor if anaphor is not None and anaphor.lower_ in ("ours", "mine") else None


def who_parts_with(event: Event, giver: str | None, makers: frozenset[str], told: list[Ends]) -> str | None:
    """Who gives away what he has, once he gets others: "X ordered jets from Y. Its old ones went to Z".

    "Its" is then no word for who gives him the new ones, as that of what is old or of somebody else's make.
    """
    doc = event.trigger.head.doc
    old = any(c.lower_ in _OLD for g in event.filled.goods for c in doc[g.head].lefts)
    if giver is None or not (old or (makers and giver not in makers)):
        return None
    takers = [taker for one, taker in told if one == giver]
    return next((t for t in reversed(takers) if t not in (None, event.end("recipient"))), None)


_OLD = words_of("adjectives of what is to be replaced")


def passes_on(event: Event) -> bool:
    """Whether goods are handed on by who had got them: "the re-export of", "to pass the tanks on to"."""
    head = event.trigger.head
    before = [t.lower_ for t in head.doc[max(0, head.i - 2) : head.i]]
    on = any(c.lower_ in ("on", "onward", "onwards") and c.dep_ in ("prt", "advmod") for c in head.children)
    return head.lower_.startswith(_AGAIN) or before == ["re", "-"] or on
