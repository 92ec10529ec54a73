"""Who fires arms at a land at war, where only whose make they are is told: "a Ruritanian missile hit X"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import is_passive
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import NEARBY
from tallybook.read.discourse.grounds import state_of
from tallybook.read.text.tree import Token

_AT = frozenset({"at", "in", "into", "near", "on", "against"})
_BY = frozenset({"by", "with"})


def struck_by_foe(event: Event, parties: Parties, lexicon: Lexicon) -> None:
    """Let the one foe of a land have what struck it, where the arms are of a third party's make."""
    giver = event.supplier
    if event.trigger.frame.name != "use" or event.trigger.hit.form != "verb" or event.recipient is not None:
        return
    if giver is None or giver.slot != "origin" or not _strike(event):
        return
    lands = {land for token in _struck(event.trigger.head) if (land := _land_at(token, parties, lexicon))}
    foes = {party for war in lexicon.wars if lands & war for party in war - lands}
    if len(lands) == 1 and len(foes) == 1 and giver.name not in foes | lands:
        foe = next(iter(foes))
        event.recipient = Link(foe, "foe", "recipient", NEARBY, event.trigger.head)
        event.why.append(f"recipient {foe}, who fights the land that was struck")


def _strike(event: Event) -> bool:
    """Whether the arms themselves strike: "a missile hit X", "X was hit by a missile"."""
    verb, heads = event.trigger.head, {g.head for g in event.filled.goods}
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    if is_passive(verb):
        doers = [t for c in verb.children if c.lower_ in _BY for t in c.children]
    return any(t.i in heads or t.dep_ == "conj" for d in doers for t in (d, *d.children))


def _struck(verb: Token) -> Iterator[Token]:
    """The words for what is struck, and for where that is."""
    roots = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i != verb.i]
    for root in roots:
        yield root
        yield from (t for t in root.subtree if t.dep_ == "pobj" and t.head.lower_ in _AT)
        yield from (c for c in root.lefts if c.pos_ == "PROPN" or c.text[:1].isupper())
    yield from (t for p in verb.children if p.lower_ in _AT for t in p.children if t.dep_ == "pobj")


def _land_at(token: Token, parties: Parties, lexicon: Lexicon) -> str | None:
    """The state that a word names, or in which the place lies that it names."""
    actor = parties.scene.actor_at.get(token.i)
    if actor is not None:
        return actor.state or actor.name if actor.kind in ("state", "body") else None
    return state_of(token, lexicon) if token.pos_ == "PROPN" else None
