"""Where do arms go, or come from, that are sent "there", "from there", or to where "they were sent"?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tallybook.read.clauses.coreference import Discourse, end_point
from tallybook.read.clauses.event import ENDS
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.salience import is_subject, is_venue
from tallybook.read.clauses.ties import CHAINED, DIRECT
from tallybook.read.events.linking import Linker
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_SAYING = words_of("verbs of saying aside") | words_of("verbs of owning to what one does")
_OUT_OF = frozenset({"from", "by", "against"})
_BUYING = frozenset({"acquire", "buy", "obtain", "order", "procure", "purchase"})
_PARTING = frozenset(
    {"be", "deliver", "donate", "export", "give", "hand", "pass", "provide", "sell", "send", "supply"}
)
_LANDING = frozenset({"bring", "dock", "land", "stop", "take", "touch", "truck", "unload"})
_CARRYING = (words_of("verbs of travelling") | words_of("verbs of moving goods") | _LANDING) - _PARTING
_CLIMB = 5
"""Words above a place among which its verb stands."""

_BACK = 2
"""How many sentences back a place may stand that "there" points to."""


def led_where(trigger: Trigger, linker: Linker) -> Iterator[Link]:
    """The party in "Ruritania, where the guns were delivered", "Ruritania, to which they were sold"."""
    yield from _led_which(trigger, linker)
    verb = trigger.head
    slot = "in" if "in" in trigger.frame.slots else "to"
    place = next((c for c in verb.children if c.lower_ == "where"), None)
    if place is not None and verb.dep_ == "relcl" and trigger.frame.slots.get(slot) == "recipient":
        yield from linker.links(verb.head, slot, CHAINED, trigger, conjuncts=False)


def _led_which(trigger: Trigger, linker: Linker) -> Iterator[Link]:
    """The party that "to which", "from whom", "to whose army" and the like stand for."""
    clause = next(
        (t for t in islice((trigger.head, *_above(trigger.head)), _NEAR) if t.dep_ == "relcl"), None
    )
    if clause is None:
        return
    verbs = (clause,) if clause == trigger.head else (clause, trigger.head)
    for preposition in (c for v in verbs for c in v.children if c.dep_ in _LEADS and c.i < v.i):
        bought = preposition.lower_ == "from" and trigger.word.name == "buy"  # not "from which it sailed"
        if (bought or preposition.lower_ in _BETWEEN) and any(map(_stands_for_noun, preposition.children)):
            named = _antecedent(preposition, clause, linker.parties)
            if named.i not in linker.parties.at or trigger.frame.name not in _HANDED:
                continue
            yield from linker.links(named, preposition.lower_, DIRECT, trigger, conjuncts=False)


_NEAR = 3
"""Words from a word of transfer up to the clause that it stands in."""

_LEADS = frozenset({"prep", "dative", "agent"})
_BETWEEN = frozenset({"for", "into", "to"})
_HANDED = frozenset({"arrive", "bound", "come", "deal", "get", "give", "ordered", "pass", "seek"})
_WHOM = frozenset({"which", "whom", "where"})


def _stands_for_noun(token: Token) -> bool:
    return token.lower_ in _WHOM or any(c.lower_ == "whose" for c in token.lefts)


def _antecedent(preposition: Token, clause: Token, parties: Parties) -> Token:
    """What a relative pronoun stands for: the party right before it, else that on which its clause hangs."""
    at = preposition.i - 1
    while at > 0 and preposition.doc[at].is_punct:
        at -= 1
    return preposition.doc[at] if at in parties.at else clause.head


def led_there(trigger: Trigger, linker: Linker, known: list[Link]) -> Iterator[Link]:
    """The state named last, for "Ruritania wants them too. Ten were sent there in May"."""
    there = _there(trigger)
    onward = None if there is not None else _from_there(trigger)
    there = onward or there
    role = "supplier" if onward is not None or verb_lemma(trigger.head) in _BUYING else "recipient"
    slot = "from" if role == "supplier" else "to"
    if there is None or trigger.frame.slots.get(slot) != role:
        return
    if any(link.role == role for link in known):
        return
    parties, discourse = linker.parties, linker.discourse
    if not (known or discourse.flows):
        return  # nobody is told to give anybody anything
    away: set[str | None] = {link.name for link in known}
    away |= _never(role, discourse) if onward is None else set()  # who got them can send them on
    aim = role if onward is None else "recipient"
    found = (_last(p, stop, away, aim) for p, stop in _places(there, parties, discourse))
    place = next((n for n in found if n is not None), None)
    name = place[0] if place is not None else None
    if name is not None and not (onward is not None and place and _passed(place[1])):
        yield Link(name, slot, role, CHAINED, there, None, f"“there” is read as {name}")


def _there(trigger: Trigger) -> Token | None:
    """The "there" beside a word of transfer, or beside what is done to a transfer: "froze sales there"."""
    noun = trigger.head
    done_to = trigger.hit.form == "noun" and noun.dep_ in ("dobj", "nsubj", "nsubjpass")
    over = (noun, noun.head) if done_to else (noun,)
    beside = (c for t in over for c in t.children if c.lower_ == "there" and c.dep_ == "advmod")
    return next((c for c in beside if c.i > noun.i), None) if done_to else next(beside, None)


def _from_there(trigger: Trigger) -> Token | None:
    """The "there" that arms are sent on from: "from there they were flown to Ruritania"."""
    verb = trigger.head
    above = (verb, verb.head) if verb.dep_ in ("xcomp", "conj") else (verb,)
    leads = (p for v in above for p in v.children if p.lower_ == "from" and p.dep_ == "prep")
    return next((t for p in leads for t in p.children if t.lower_ == "there"), None)


def _never(role: str, discourse: Discourse) -> set[str | None]:
    """Who is told of at the other end and never at this one."""
    at = ENDS.index(role)
    return {flow[1 - at] for flow in discourse.flows} - {flow[at] for flow in discourse.flows}


def _places(there: Token, here: Parties, discourse: Discourse) -> Iterator[tuple[Parties, int]]:
    """The sentences in which the place can stand, nearest first, and up to which token."""
    yield here, there.i
    for scene, parties in reversed(discourse.past[-_BACK:]):
        if scene is not here.scene:
            yield parties, scene.sentence.last


def _passed(place: Token) -> bool:
    """Whether goods were only carried to a place, so that it is on the way: "landed in X; from there ..."."""
    verb = next((t for t in islice(_above(place), _CLIMB) if t.pos_ == "VERB"), None)
    return place.dep_ == "pobj" and verb is not None and verb_lemma(verb) in _CARRYING


def _above(token: Token) -> Iterator[Token]:
    while token.head != token:
        token = token.head
        yield token


def _last(parties: Parties, stop: int, away: set[str | None], role: str) -> tuple[str, Token] | None:
    """The state named last as a place or as what a sentence speaks of, with the word that acts for it."""
    doc = parties.scene.doc
    found = [
        (i, m)
        for i, m in sorted(parties.at.items(), reverse=True)
        if i < stop and m.kind == "state" and m.form not in ("adjective", "pronoun")
    ]
    for index, mention in found:
        name = end_point(mention)
        if name is not None and name not in away and not _stands_off(doc[index], mention, parties, role):
            return name, doc[index]
    return None


def _stands_off(token: Token, mention: ActorMention, parties: Parties, role: str) -> bool:
    """Whether a state is where words are spoken, who speaks, or where what is given away comes from."""
    if token.dep_ == "pobj" and token.head.lower_ in _OUT_OF:
        return role == "recipient"
    speaks = is_subject(mention, parties) and verb_lemma(token.head) in _SAYING
    return speaks or is_venue(token)
