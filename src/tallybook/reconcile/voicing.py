"""Who speaks in a claim that quotes nobody: whoever put the text out, or who gives his word in it. Pure."""

from __future__ import annotations

import re

import msgspec

from tallybook.model import Claim, Source, Stage
from tallybook.reconcile.facts import Context
from tallybook.reconcile.names import names_in, plain, shared_offices
from tallybook.reconcile.powers import home_of
from tallybook.reconcile.speakers import Speaker
from tallybook.reconcile.wording import pattern, touches

_OWNER = re.compile(r"(?:[A-Z]\w*\.? )?[A-Z][\w-]+['’]s? ")
"""Before an office: whose it is, though nobody knows for whom that one stands ("Idriss's spokesman")."""

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


def at_home(speaker: Speaker, flow: tuple[str | None, str | None], text: str) -> Speaker:
    """A government, army or ministry that no name tells apart, as that of the country to which it belongs.

    "The army-backed government", of arms for a militia in Sudan, speaks for Sudan; "the Foreign Office", of
    what Pakistan sold, for Pakistan.
    """
    nameless = speaker.kind == "organisation" and speaker.block == plain(speaker.words)
    nameless = nameless and touches("home-powers", speaker.words) is not None
    home = home_of(flow, text) if nameless or _of_many_states(speaker, flow) else None
    return msgspec.structs.replace(speaker, block=home, blocks=(home,), body=None) if home else speaker


def _of_many_states(speaker: Speaker, flow: tuple[str | None, str | None]) -> bool:
    """Whether several states call an office of theirs so, and the best known has no part in the flow."""
    name = speaker.words.removeprefix("the ").removeprefix("The ")
    shared = speaker.body is not None and name in shared_offices()
    return shared and speaker.block not in flow


def is_nobodys(speaker: Speaker) -> bool:
    """Whether it is a ministry, a government, a command, and the words do not say of which state."""
    nameless = speaker.kind == "organisation" and speaker.block == plain(speaker.words)
    return nameless and touches("office-words", speaker.words) is not None and not _OWNER.match(speaker.words)
