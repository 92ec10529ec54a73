"""Who is told, beside who got arms, not to have got them: "sold them to Ruritania, not to Sylvania"?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from tallybook.model import Claim
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.gapping import rules_out
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.ties import CHAINED

_ROLES = {"to": "recipient", "for": "recipient"}
_CORRECTED = {"to": "recipient", "from": "supplier", "by": "supplier"}
"""Where "not" stands first: "not from Ruritania but from Sylvania"."""

_RULING_OUT = frozenset({"none", "not"})
_BEFORE = frozenset({",", "and", "but", "–", "—", ";"})
_NAMED_WITHIN = 3


def contrasted(
    writer: ClaimWriter, claim: Claim, event: Event, scene: Scene, saying: Saying
) -> Iterator[Claim]:
    """The negated claim of the other party, where ``claim`` itself is told to be so."""
    if claim.negated or event.trigger.head.doc is not scene.doc:
        return
    for token in scene.tokens[1:-2]:
        if token.lower_ not in _RULING_OUT or token.i < event.trigger.head.i:
            continue
        preposition, apart = token.nbor(1), token.nbor(-1).lower_ in _BEFORE
        role = (_ROLES if apart else _CORRECTED if rules_out(token) else {}).get(preposition.lower_)
        if role is None or event.end(role) is None:
            continue
        near = (
            a for a in scene.actors if 0 < a.first - preposition.i <= _NAMED_WITHIN and a.kind != "outlet"
        )
        mention = next(near, None)
        name = end_point(mention) if mention is not None else None
        if mention is None or name is None or name in claim.flow:
            continue
        link = Link(name, preposition.lower_, role, CHAINED, scene.doc[mention.first], mention)
        other = replace(event, why=[])
        setattr(other, role, link)
        span = scene.span(token.i, mention.last)
        goods = list(event.filled.goods)
        told = writer.write(other, scene, span, (None, goods), replace(saying, negated=True))
        yield msgspec.structs.replace(told, route=None)
