"""Where do arms go that are sent "there", or to a place of which "where they were sent" is told?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.coreference import Discourse, end_point
from tallybook.read.clauses.event import ENDS
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.salience import is_subject, is_venue
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.linking import Linker
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_SAYING = words_of("verbs of saying aside")
_OUT_OF = frozenset({"from", "by", "against"})
_PAST = frozenset({"across", "at", "in", "near", "over", "past", "through", "via"})
_BUYING = frozenset({"acquire", "buy", "obtain", "order", "procure", "purchase"})
_BACK = 2
"""How many sentences back a place may stand that "there" points to."""


def led_where(trigger: Trigger, linker: Linker) -> Iterator[Link]:
    """The party in "Ruritania, where the guns were delivered"."""
    verb = trigger.head
    slot = "in" if "in" in trigger.frame.slots else "to"
    place = next((c for c in verb.children if c.lower_ == "where"), None)
    if place is not None and verb.dep_ == "relcl" and trigger.frame.slots.get(slot) == "recipient":
        yield from linker.links(verb.head, slot, CHAINED, trigger, conjuncts=False)


def led_there(trigger: Trigger, linker: Linker, known: list[Link]) -> Iterator[Link]:
    """The state named last, for "Ruritania wants them too. Ten were sent there in May"."""
    there = next((c for c in trigger.head.children if c.lower_ == "there" and c.dep_ == "advmod"), None)
    role = "supplier" if verb_lemma(trigger.head) in _BUYING else "recipient"
    slot = "from" if role == "supplier" else "to"
    if there is None or trigger.frame.slots.get(slot) != role or _beside_place(there):
        return
    if any(link.role == role for link in known):
        return
    parties, discourse = linker.parties, linker.discourse
    if not (known or discourse.flows):
        return  # nobody is told to give anybody anything
    away = {link.name for link in known} | _never(role, discourse)
    away |= {_giver(trigger, parties)} if role == "recipient" else set()
    found = (_last(p, stop, away, role) for p, stop in _places(there, parties, discourse))
    name = next((n for n in found if n is not None), None)
    if name is not None:
        yield Link(name, slot, role, CHAINED, there, None, f"“there” is read as {name}")


def _beside_place(there: Token) -> bool:
    """Whether "there" only says where a place lies that goods pass: "across the border there"."""
    before = there.doc[there.i - 1] if there.i else there
    return before.dep_ == "pobj" and before.head.lower_ in _PAST


def _giver(trigger: Trigger, parties: Parties) -> str | None:
    """Whose the goods are by their name: "Ruritanian tanks were sent there"."""
    made = [parties.origin.get(c.i) for c in trigger.head.children]
    return next((end_point(m) for m in made if m is not None), None)


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


def _last(parties: Parties, stop: int, away: set[str | None], role: str) -> str | None:
    """The state named last as a place or as what a sentence speaks of."""
    doc = parties.scene.doc
    found = [
        (i, m)
        for i, m in sorted(parties.at.items(), reverse=True)
        if i < stop and m.kind == "state" and m.form not in ("adjective", "pronoun")
    ]
    for index, mention in found:
        name = end_point(mention)
        if name is not None and name not in away and not _stands_off(doc[index], mention, parties, role):
            return name
    return None


def _stands_off(token: Token, mention: ActorMention, parties: Parties, role: str) -> bool:
    """Whether a state is where words are spoken, who speaks, or where what is given away comes from."""
    if token.dep_ == "pobj" and token.head.lower_ in _OUT_OF:
        return role == "recipient"
    speaks = is_subject(mention, parties) and verb_lemma(token.head) in _SAYING
    return speaks or is_venue(token)
