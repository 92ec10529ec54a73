"""Do arms only change hands at home, or does a state only move its own forces?"""

from __future__ import annotations

from collections.abc import Mapping

from tallybook.read.claims.civilian import to_firm
from tallybook.read.claims.posture import moves_own_forces
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HOME = words_of("words for home-made")
"""Words for goods of one's own make."""

_MAKERS = words_of("makers of arms")
_PEOPLE = words_of("people whom a state arms at home")
_FORCES = words_of("forces of a state")
_MAKING = words_of("verbs of making")
_ENTERED = words_of("places that are only entered")


def on_one_side(event: Event, countries: Mapping[str, str]) -> bool:
    """Whether both ends are one, or an armed group gives to its own state: "they gave the army rifles".

    Args:
        event: what the sentence tells.
        countries: the country of each armed group.
    """
    giver, taker = event.end("supplier"), event.end("recipient")
    return giver is not None and taker is not None and taker in (giver, countries.get(giver))


def stays_home(event: Event, goods: list[GoodsMention]) -> bool:
    """Whether goods are home-made, go to one's own forces, or go somewhere with one's own forces."""
    if _home_made(event, goods) or _own_forces(event) or _own_base(event) or _own_type(event):
        return True
    return to_firm(event, goods) or moves_own_forces(event, goods)


def _own_base(event: Event) -> bool:
    """Whether goods go to a base or to troops of one's own abroad: "to its base in Ruritania"."""
    if event.supplier is None or event.trigger.frame.name not in ("give", "carry", "arrive"):
        return False
    if event.trigger.frame.name == "arrive" and _abroad(event):
        return False
    return any(
        noun_lemma(c) in _ENTERED | _FORCES | {"base", "garrison", "contingent"}
        and any(t.lower_ in ("its", "their", "our", "own") for t in c.lefts)
        for c in _takers(event.trigger.head)
    )


def _abroad(event: Event) -> bool:
    """Whether "its navy" is that of who gets them, not of the giver: "the first jet reached its navy"."""
    giver, taker = event.supplier, event.recipient
    told = giver is not None and giver.slot in ("origin", "discourse") and event.filled.goods
    return bool(told) and taker is not None and taker.slot == "object" and taker.name != event.end("supplier")


def _own_type(event: Event) -> bool:
    """Whether a state gets a type that its own industry makes, and nobody else is told to give it."""
    return event.supplier is None and event.end("recipient") in event.makers


def _home_made(event: Event, goods: list[GoodsMention]) -> bool:
    doc = event.trigger.head.doc
    near = any(_tells_home(t) for g in goods for t in doc[max(0, g.first - 3) : g.last])
    return near or _from_own(event.trigger.head)


def _tells_home(word: Token) -> bool:
    """Whether a word says that goods are made at home, not that they come home: "brought home six jets"."""
    made = word.lower_ != "home" or word.doc[word.i + 1 : word.i + 2][0].text in ("-", "made", "grown")
    return word.lower_ in _HOME and made


def _from_own(word: Token) -> bool:
    """Whether one gets goods from what is one's own: "from its own plants", "a deal with its own yard"."""
    above = [word, *(c for c in word.children if c.dep_ == "dobj")]
    above += [word.head] if word.dep_ == "dobj" else []
    leading = ("from", "by", "with")
    nouns = [t for a in above for p in a.children if p.lower_ in leading for t in p.children]
    named = [t for n in nouns for t in (n, *n.lefts)]  # "its own consortium Alpha-Beta"
    return any(noun_lemma(t) in _MAKERS and any(c.lower_ == "own" for c in t.lefts) for t in named)


def _own_forces(event: Event) -> bool:
    """Whether an unnamed firm delivers to a state's own forces: a purchase at home, as far as is told."""
    taker = event.recipient
    if _ordered_at_home(event) or _for_own(event):
        return True
    if _from_home_yard(event):
        return True
    if taker is None and event.supplier is not None and event.trigger.frame.name == "give":
        return any(_own(c, giver=event.supplier) for c in _takers(event.trigger.head))
    if event.supplier is not None or taker is None:
        return False
    if event.trigger.frame.name == "give" and _only_the_force(taker):
        return True
    if not event.filled.subject_open:
        return False
    if not event.trigger.passive and not _by_firm(event.trigger.head):
        return False
    forces = taker.mention is not None and taker.mention.kind == "body" and taker.mention.what != "maker"
    return forces and event.trigger.frame.name == "give"


def _only_the_force(taker: Link) -> bool:
    """Whether the words say only "the Navy", as who tells of his own forces does."""
    lefts = [t.lower_ for t in taker.token.lefts]
    return taker.token.lower_ in _FORCES and lefts in (["the"], ["the", "air"])


def _ordered_at_home(event: Event) -> bool:
    """Whether a yard only builds for a navy whose state it does not leave: "will build two for the Navy"."""
    giver, taker = event.supplier, event.recipient
    if taker is None and event.trigger.frame.name == "won" and giver is not None:
        doc = event.trigger.head.doc
        return any(doc[i].lower_ in _FORCES for g in event.filled.goods for i in range(g.first, g.last))
    if giver is not None or taker is None or event.trigger.frame.name not in ("deal", "contain"):
        return False
    forces = taker.mention is not None and taker.mention.kind == "body" and taker.mention.what != "maker"
    return forces and any(t.pos_ == "VERB" and verb_lemma(t) in _MAKING for t in event.trigger.head.sent)


def _for_own(event: Event) -> bool:
    """Whether a state buys from nobody who is named, for "its own forces"."""
    if event.supplier is not None or event.trigger.frame.name not in ("get", "bound"):
        return False
    over = [event.trigger.head, *(c for c in event.trigger.head.children if c.dep_ == "dobj")]
    purpose = [c for t in over for p in t.children if p.lower_ == "for" for c in p.children]
    own = {t.lower_ for c in purpose for t in c.lefts}
    return "own" in own and any(c.lower_ in _FORCES or noun_lemma(c) in _FORCES for c in purpose)


def _from_home_yard(event: Event) -> bool:
    """Whether a state's firm and its forces are the two ends: "the army of X gets guns from Alpha of X"."""
    near = [k for k in event.filled.links if k.mention is not None and k.score >= CHAINED]
    firms = {k.name for k in near if k.role == "supplier" and k.mention and k.mention.what == "maker"}
    home = firms & {k.name for k in near if k.role == "recipient"}
    told = [k for k in (event.supplier, event.recipient) if k is not None and k.slot != "discourse"]
    return bool(home) and all(k.name in home for k in told)


def _by_firm(verb: Token) -> bool:
    """Whether a firm or somebody with a name gives, not "the partners" or "allies"."""
    givers = [c for c in verb.children if c.dep_ == "nsubj"] or [
        c for c in verb.head.children if c.dep_ == "nsubj"
    ]
    return any(c.pos_ == "PROPN" or noun_lemma(c) in _MAKERS for c in givers) or not givers


def _takers(word: Token) -> list[Token]:
    """The nouns to which a word of giving leads."""
    over = [word, *(c for c in word.children if c.dep_ == "dobj")]
    to = [c for t in over for p in t.children if p.lower_ == "to" for c in p.children if c.dep_ == "pobj"]
    return [*to, *(c for c in word.children if c.dep_ in ("dative", "dobj", "iobj"))]


def _own(noun: Token, *, giver: Link) -> bool:
    """Whether a noun means one's own forces: "its navy", or "the Air Force" in what one's own maker gives."""
    named = {t.lower_ for t in (noun, *noun.lefts)}
    firm = giver.mention is not None and giver.mention.what == "maker"
    whose = {"its", "their", "his", "her", "our", "own"} | ({"the"} if firm or _leads(giver) else set())
    if _at_home(noun, giver):
        return True
    return bool(named & _FORCES) and bool(named & whose)


def _leads(giver: Link) -> bool:
    """Whether who gives is at the head of a state, so that "the army" is its own."""
    person = giver.mention is not None and giver.mention.kind == "person"
    return person or noun_lemma(giver.token) in _HEADS


_HEADS = words_of("nouns for who acts for a state")


def _at_home(noun: Token, giver: Link) -> bool:
    """Whether a state arms people of its own: "handed rifles to militia members", "to village guards"."""
    state = giver.mention is not None and (giver.mention.state == giver.name)
    named = {noun_lemma(t) for t in (noun, *noun.lefts)}
    abroad = any(t.pos_ == "PROPN" for t in noun.subtree if t.i != noun.i)
    return state and bool(named & _PEOPLE) and not abroad
