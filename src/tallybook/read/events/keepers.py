"""Who parts with goods ("the tanks that Ruritania no longer needs"), and who only takes them away?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.roles import RoleFinder
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PARTING = words_of("verbs of taking out of service")
_PUTTING = words_of("verbs of putting arms aside")
_STORES = words_of("where arms lie in store") | {"mothball", "retirement", "storage"}
_LACKING = words_of("verbs of lacking") | {"deploy", "fly", "operate", "use", "want"}
_NEEDS = frozenset({"demand", "necessity", "need", "purpose", "requirement", "use"})
_NONE = frozenset({"no", "not", "n't", "n’t", "little", "hardly", "scarcely", "longer", "anymore"})
_LED = frozenset({"xcomp", "ccomp", "acomp", "acl", "pcomp", "prep"})
_BEFORE = frozenset({"once", "formerly", "previously"})
_STAYING = frozenset({"use", "downed", "seize", "found", "kept", "hold", "stored"})
"""Frames that do not tell of who gives goods away."""


def by_keeper(event: Event, parties: Parties, finder: RoleFinder) -> None:
    """Give an open end of giving to whom a clause behind the goods tells to part with them."""
    if event.supplier is not None or event.trigger.frame.name in _STAYING:
        return
    for clause in _clauses(event, parties):
        for token in _keepers(clause, parties):
            mention = parties.at.get(token.i)
            name = end_point(mention) if mention else finder.point_back(token, "supplier")
            if name is not None and name != event.end("recipient"):
                event.supplier = Link(name, "origin", "supplier", CHAINED, token, mention)
                event.why.append(f"supplier {name}, who parts with the goods")
                return


def _clauses(event: Event, parties: Parties) -> Iterator[Token]:
    """The clauses behind the goods, or behind their number, that tell of parting with them."""
    head = event.trigger.head
    for goods in event.filled.goods:
        noun = parties.scene.doc[goods.head]
        counted = noun.dep_ == "pobj" and noun.head.lower_ == "of"  # "dozens of tanks that ..."
        nouns = [noun, noun.head.head] if counted else [noun]
        below = (c for n in nouns for c in n.children if c.dep_ in ("relcl", "acl") and c.i > n.i)
        yield from (c for c in below if c != head and not c.is_ancestor(head) and _parts(c))


def _parts(clause: Token) -> bool:
    """Whether somebody has no more use for a thing, puts it away or has put it away, or had it once."""
    words = [clause]
    for word in words:
        words += [c for c in word.children if c.dep_ in _LED]
    verbs = {verb_lemma(w) for w in words}
    below = {t for w in words for t in w.children}
    none = any(t.lower_ in _NONE for b in below for t in (b, *b.children))
    if verbs & _PARTING:
        return True
    led = {noun_lemma(t) for t in below}
    if any(c.lower_ in _BEFORE for c in clause.children):
        return True
    return bool((none and (verbs & _LACKING or led & _NEEDS)) or (verbs & _PUTTING and led & _STORES))


def _keepers(clause: Token, parties: Parties) -> list[Token]:
    """Who parts with a thing: the doer of the clause, or whom it once served."""
    if not (clause.dep_ == "acl" or is_passive(clause)):
        served = [c for c in clause.children if any(t.lower_ in _BEFORE for t in clause.children)]
        served = [t for c in served for t in (c, *c.children) if t.dep_ in ("dobj", "pobj")]
        owners = [c for t in served for c in t.lefts if c.dep_ == "poss"]
        doers = [t for t in subjects_of(clause, parties) if t.i not in parties.scene.goods_at]
        return doers or [*owners, *(t for t in served if t.i in parties.at)]
    return [c for p in clause.children if p.lower_ == "by" for c in p.children]


def by_seizer(event: Event) -> None:
    """Who seizes a ship does not give what it carries: "the navy caught a dhow carrying rifles"."""
    giver = event.supplier
    seizers = {k.token for k in event.filled.links if k.role == "seizer"}
    if giver is not None and giver.slot == "subject" and giver.token in seizers:
        event.supplier = None
