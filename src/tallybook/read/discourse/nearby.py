"""Who else in the sentence can stand at an open end: somebody whom the report tells of there elsewhere?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import CLIMB_LIMIT, Parties
from tallybook.read.clauses.salience import OFFICIALS, end_point, is_venue
from tallybook.read.discourse.flows import Flow
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_SOMEBODY = words_of("nouns for a state") | words_of("makers of arms")
_OFFICES = words_of("nouns for who acts for a state")
_HELPING = frozenset({"aid", "arm", "assist", "back", "equip", "help", "resupply", "supply", "support"})
_SOON = 7
"""How many tokens behind the word of transfer a "from" may stand, wherever the tree hangs it."""

USED_THERE = "used where they were handed on"
"""The reason by which an event is known to tell of arms in the hands of who was given them."""

LISTED = 3
"""From how many givers on a sum is of all of them."""

_STORES = words_of("where arms lie in store") | words_of("where a force keeps arms")
_BARRING = words_of("verbs of barring the way")
_MAKING = words_of("verbs of making")
_WHERE = frozenset({"at", "in", "inside", "near", "off", "outside", "through", "via"})
_AHEAD = frozenset({"will", "would", "'ll", "’ll", "shall"})
_TELLING = frozenset({"ccomp", "xcomp", "parataxis"})


def told_of_elsewhere(
    role: str, event: Event, parties: Parties, flows: list[Flow], speaker: str | None
) -> str | None:
    """The one party named beside the words that the report tells of at this end, and not at the other."""
    beside = [m for t, m in _unused(event, parties, speaker) if role != "supplier" or not stands_aside(t)]
    names = {n for m in beside if (n := end_point(m)) is not None}
    at = ENDS.index(role)
    ends = [(f.supplier, f.recipient) for f in flows]
    fitting = [n for n in names if sum(e[at] == n for e in ends) > sum(e[1 - at] == n for e in ends)]
    return fitting[0] if len(fitting) == 1 and fitting[0] != event.other_end(role) else None


def used_at(event: Event, parties: Parties, flows: list[Flow]) -> set[str | None]:
    """Where arms are used that were handed on there: "were used in X", behind A to B and B to X."""
    if event.trigger.frame.name != "use":
        return set()
    takers = {f.recipient for f in flows}
    handed_on = {f.recipient for f in flows if f.supplier in takers}
    return {end_point(m) for m in parties.at.values()} & handed_on


def stands_aside(token: Token) -> bool:
    """Whether a party only says where something happens or who speaks, or bars the way to a ship."""
    if is_label(token) or _whose_store(token):
        return True
    if token.dep_ == "pobj":
        over = token.head.head
        barred = token.head.lower_ == "by" and (_bars(over) or _bars(over.head))
        made = token.head.lower_ == "in" and verb_lemma(over) in _MAKING
        return barred or (token.head.lower_ in _WHERE and not made)
    return token.dep_ == "nsubj" and _bars(token.head)


def _whose_store(token: Token) -> bool:
    """Whether a party is only named as that where goods are kept: "kept in a Ruritanian warehouse"."""
    noun = token.head if token.dep_ in ("amod", "compound", "nmod", "poss") else token
    return noun_lemma(noun) in _STORES and noun.dep_ == "pobj" and noun.head.lower_ in _WHERE


def is_label(token: Token) -> bool:
    """Whether a party only opens its sentence before a colon, as whose words these are: "Ruritania: ..."."""
    behind, first = token.i + 1, token.sent.start
    return behind < len(token.doc) and token.doc[behind].text == ":" and token.i - first <= _LABEL


_LABEL = 3
"""Tokens before the last of a label."""


def _bars(verb: Token) -> bool:
    return verb_lemma(verb) in _BARRING


def gets_from_somebody(event: Event) -> bool:
    """Whether the giver is somebody whom the words do not name: "asked the partners", "from third states"."""
    head = event.trigger.head
    over = [head, *(c for c in head.children if c.dep_ in ("dobj", "nsubjpass"))]
    leading = [p for t in over for p in t.children] + [t for t in _behind(head) if t.dep_ == "prep"]
    nouns = [c for p in leading if p.lower_ == "from" for c in p.children]
    if event.trigger.frame.name in ("seek", "thank"):
        nouns += [c for c in head.children if c.dep_ in ("dobj", "dative", "iobj")]
    for turn in event.turns:
        verb = head.doc[turn.hit.token]
        nouns += [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
        nouns += [c for p in verb.children if p.lower_ in ("on", "upon") for c in p.children]
    linked = {link.token.i for link in event.links}
    return any(n.i not in linked and _is_somebody(n) for n in nouns)


def _behind(head: Token) -> Iterator[Token]:
    """The next tokens of the sentence."""
    for at in range(head.i + 1, min(head.i + _SOON, len(head.doc))):
        token = head.doc[at]
        if token.is_sent_start:
            return
        yield token


def _is_somebody(noun: Token) -> bool:
    """Whether a noun means parties without naming them: "third states", "the partners", not "the firm"."""
    several = noun.tag_ in ("NNS", "NNPS")
    points = any(c.lower_ in ("the", "this", "that", "same", "these") for c in noun.lefts)
    return noun.pos_ == "NOUN" and noun_lemma(noun) in _SOMEBODY and (several or not points)


def givers_listed(parties: Parties) -> set[str]:
    """The parties that a sentence lists behind "from": "$4m from X, $3m from Y and $1m from Z"."""
    found = {i: m for i, m in parties.at.items() if parties.scene.doc[i].dep_ == "pobj"}
    names = (end_point(m) for i, m in found.items() if parties.scene.doc[i].head.lower_ == "from")
    return {name for name in names if name is not None}


def helped_group(event: Event, parties: Parties, state: str) -> str | None:
    """The armed group of a state whom arms sent there are to help: "into Ruritania to aid the rebels"."""
    head = event.trigger.head
    for index, mention in parties.at.items():
        token = parties.scene.doc[index]
        verb = token.head
        helps = token.dep_ == "dobj" and str(verb.lemma_).lower() in _HELPING and head.is_ancestor(verb)
        if helps and index > head.i and parties.lexicon.countries.get(mention.name) == state:
            return mention.name
    return None


def tells_officially(event: Event, parties: Parties, speaker: str) -> bool:
    """Whether it is a government's own word that something was given."""
    own = [(parties.scene.doc[i], m) for i, m in parties.at.items() if end_point(m) == speaker]
    official = any(m.what in OFFICIALS or noun_lemma(t) in _OFFICES for t, m in own)
    goes = event.trigger.word.name == "go" and any(c.lower_ in _AHEAD for c in event.trigger.head.children)
    return official and (goes or event.trigger.frame.name == "give")


def _unused(event: Event, parties: Parties, speaker: str | None) -> list[tuple[Token, ActorMention]]:
    """Parties of the sentence that no word of the event has, and that only tell of it neither."""
    taken = {link.name for link in event.links} | {event.end(role) for role in ENDS} | {speaker}
    found = []
    for index, mention in parties.at.items():
        token = parties.scene.doc[index]
        if mention.kind == "outlet" or end_point(mention) in taken or is_venue(token) or is_label(token):
            continue
        if _in_clause_of_goods(token, event):
            continue
        if not _tells(token, event.trigger.head):
            found.append((token, mention))
    return found


def _in_clause_of_goods(token: Token, event: Event) -> bool:
    """Whether a party stands in a clause that tells more of the goods: "the guns, which X sold to Y"."""
    head = event.trigger.head
    if token.dep_ != "pobj":
        return False  # "the guns that X owns"
    for _ in range(CLIMB_LIMIT):
        if token.head in (token, head):
            return False
        if token.dep_ == "relcl" and token != head and not token.is_ancestor(head):
            return any(g.first <= token.head.i < g.last for g in event.filled.goods)
        token = token.head
    return False


def _tells(token: Token, head: Token) -> bool:
    """Whether a party is the subject of a verb that only tells what happens: "Ruritania says that ..."."""
    for _ in range(CLIMB_LIMIT):
        above = head.head
        if above == head:
            return False
        if head.dep_ in _TELLING and token.head == above and token.dep_ == "nsubj":
            return True
        head = above
    return False
