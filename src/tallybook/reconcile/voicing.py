"""Who speaks in a claim that quotes nobody: whoever put the text out, or who gives his word in it. Pure."""

from __future__ import annotations

import msgspec

from tallybook.model import Claim, Source, Stage
from tallybook.reconcile.facts import Context
from tallybook.reconcile.names import names_in
from tallybook.reconcile.wording import pattern

_GIVEN_WORD = {Stage.PLEDGED, Stage.OFFERED, Stage.PLANNED}


def voiced(claim: Claim, context: Context | None) -> Claim:
    """The claim with a source where its own words, or the report that is a release, show one."""
    issuer = (context.issuer if context else None) or _promiser(claim)
    if claim.source is not None or issuer is None:
        return claim
    return msgspec.structs.replace(claim, source=Source(name=issuer))


def _promiser(claim: Claim) -> str | None:
    """Who of the giver's people gives the word of which the claim tells: "the minister promised 19"."""
    if claim.stage not in _GIVEN_WORD or claim.supplier is None:
        return None
    theirs = [
        m for m in names_in(claim.quote) if m.named.kind == "person" and m.named.block == claim.supplier
    ]
    given = (m for m in theirs if pattern("word-giving").match(claim.quote, m.end + 1))
    return next((m.named.name for m in given), None)
