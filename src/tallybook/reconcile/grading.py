"""What credibility is proposed for a transfer, by stated rules; a grade only when a person signs it.

NATO Admiralty (STANAG 2022): 1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful,
 5 improbable, 6 truth cannot be judged. Reliability A to F comes from the analyst alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tallybook.model import Certainty, DifferenceType, Evidence, Grade
from tallybook.reconcile.facts import Family
from tallybook.reconcile.judgements import Verdicts
from tallybook.reconcile.result import derived_id
from tallybook.reconcile.values import Said

_SHOWN = frozenset({Evidence.IMAGERY, Evidence.DOCUMENT, Evidence.WRECKAGE, Evidence.TRACKING})
_FIRM = frozenset({Certainty.CONFIRMED, Certainty.STATED, Certainty.ASSESSED})


def propose(members: Sequence[Said], independent: int, differences: frozenset[DifferenceType]) -> Grade:
    """The proposed grade with its reason.

    Args:
        members: the claims of the transfer.
        independent: how many origins can be independent at most.
        differences: types of difference that its attributes carry.
    """
    told = [s for s in members if s.facts.family is not Family.DENIAL]
    denied = len(told) < len(members)
    owned = [s for s in told if s.claim.certainty is Certainty.CONFIRMED and _by_an_end(s)]
    shown = sorted({s.claim.evidence.value for s in told if s.claim.evidence in _SHOWN and s.claim.evidence})
    named = ("person", "organisation", "outlet")
    firm = any(s.claim.certainty in _FIRM and s.facts.speaker.kind in named for s in told)
    credibility, why = _rule(independent, told=bool(told), firm=firm, owned=bool(owned), shown=bool(shown))
    parts = [why]
    if shown:
        parts.append(f"shown: {', '.join(shown)}")
    if denied and credibility < 5:
        credibility = max(credibility, 3) if independent > 1 or owned else min(5, credibility + 1)
        parts.append("denied by a party")
    if DifferenceType.CONTRADICTION in differences and not denied and credibility < 3:
        credibility += 1
        parts.append("the reports contradict one another")
    return Grade(credibility=credibility, reason="; ".join(parts))


def _rule(independent: int, *, told: bool, firm: bool, owned: bool, shown: bool) -> tuple[int, str]:
    if not told:
        return 5, "nothing but a denial"
    if independent == 0:
        return 6, "no report names a source"
    if owned and independent > 1:
        return 1, f"owned to by a party, and told by others (at most {independent} independent origins)"
    if owned:
        return 2, "owned to by a party"
    if independent > 1:
        return 2, f"at most {independent} independent origins agree"
    if firm:
        return 3, "one origin" + (" that shows evidence" if shown else ", no evidence shown")
    return (3 if shown else 4), "one origin that alleges, doubts or cannot be named"


def _by_an_end(said: Said) -> bool:
    return bool(set(said.facts.speaker.blocks) & {said.claim.supplier, said.claim.recipient} - {None})


def graded(
    members: Sequence[Said], origins_at_most: int, types: frozenset[DifferenceType], verdicts: Verdicts
) -> Grade:
    """The grade that a person signed for a transfer of these claims, or else the proposed one."""
    grade = propose(members, origins_at_most, types)
    ids = (derived_id("t", s.claim.id) for s in members)
    signed = [verdicts.grades[i] for i in ids if i in verdicts.grades]
    if signed:
        last = max(signed, key=lambda j: j.number)
        value = (last.value or {}).get("credibility")
        if isinstance(value, int):
            reason = last.reason or f"signed by {last.author}"
            grade = Grade(credibility=value, proposed=False, reason=reason)
    return msgspec.structs.replace(grade, reliability=_reliability(members, verdicts))


def _reliability(members: Sequence[Said], verdicts: Verdicts) -> str:
    """The worst reliability that an analyst gave to any of the sources; F where nobody gave one."""
    given = verdicts.reliabilities
    speakers = [s.facts.speaker for s in members]
    names = {name for one in speakers for name in (one.person, one.words, one.body)}
    letters = [str((given[n].value or {}).get("reliability", "F")) for n in names if n in given]
    return max(letters, default="F")
