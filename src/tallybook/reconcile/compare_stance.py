"""How surely the reports tell of a transfer, and how far they say that it has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tallybook.model import Attribute, Certainty, Difference, DifferenceType, Stage
from tallybook.reconcile.facts import Family
from tallybook.reconcile.values import Said, attribute, by_report, clip, values_of
from tallybook.reconcile.wording import pattern, set_names

_STRENGTH = {
    Certainty.CONFIRMED: 7,
    Certainty.STATED: 6,
    Certainty.ASSESSED: 5,
    Certainty.LIKELY: 4,
    Certainty.ALLEGED: 3,
    Certainty.POSSIBLE: 2,
    Certainty.WARNED: 2,
    Certainty.CONDITIONAL: 1,
    Certainty.DENIED: 0,
}


def compare_certainty(members: Sequence[Said]) -> list[Attribute]:
    """What each speaker's words commit to, side by side."""
    differences = [*_denied(members), *_weighed(members)]
    found = attribute("certainty", values_of(members, _certainty), differences)
    return [found] if found else []


def compare_stage(members: Sequence[Said]) -> list[Attribute]:
    """How far each claim says that the transfer has come."""
    stages = Counter(s.claim.stage for s in members if s.claim.stage)
    differences = []
    if len(stages) > 1:
        first_with: dict[Stage, Said] = {}
        for said in members:
            if said.claim.stage:
                first_with.setdefault(said.claim.stage, said)
        told = ", ".join(f"{stage.value} ({said.claim.report})" for stage, said in first_with.items())
        between = tuple(said.claim.id for said in first_with.values())
        reason = f"the stage is worded apart: {told}"
        differences = [Difference(type=DifferenceType.WORDING, between=between, reason=reason)]
    found = attribute("stage", values_of(members, _stage), differences)
    return [found] if found else []


def compare_likelihood(members: Sequence[Said]) -> list[Attribute]:
    """The ICD 203 band of each claim that uses one of the directive's exact terms; no other claim has one."""
    found = attribute("likelihood", values_of(members, _likelihood), [])
    return [found] if found else []


def _likelihood(said: Said) -> tuple[str | None, str | None]:
    hits = [
        (match.group(), name.removeprefix("icd203 "))
        for name in set_names("icd203 ")
        for match in pattern(name).finditer(said.claim.quote)
    ]
    if not hits:
        return None, None
    words, band = max(hits, key=lambda hit: len(hit[0]))
    return f"{band.replace('-', ' to ')} per cent (ICD 203)", words


def _stage(said: Said) -> tuple[str | None, str | None]:
    return (said.claim.stage.value if said.claim.stage else None), clip(said.claim.quote)


def _certainty(said: Said) -> tuple[str | None, str | None]:
    claim = said.claim
    words = claim.hedges[0].text if claim.hedges else None
    cue = claim.source.cue if claim.source else None
    return claim.certainty.value, words or cue


def _denied(members: Sequence[Said]) -> list[Difference]:
    denied = [s for s in members if s.facts.family is Family.DENIAL or s.claim.certainty is Certainty.DENIED]
    told = [s for s in members if s not in denied and not s.claim.negated]
    if not denied or not told:
        return []
    words = clip(denied[0].claim.quote)
    reason = f"denied in {denied[0].claim.report} (“{words}”), told in {told[0].claim.report}"
    between = (told[0].claim.id, *(s.claim.id for s in denied))
    return [Difference(type=DifferenceType.CONTRADICTION, between=between, reason=reason)]


def _weighed(members: Sequence[Said]) -> list[Difference]:
    told = [s for s in members if s.facts.family is not Family.DENIAL]
    reports = by_report(told)
    sets = {name: frozenset(s.claim.certainty for s in own) for name, own in reports.items()}
    if len(set(sets.values())) < 2:
        return []
    base = _base(told)
    found: dict[Certainty, Difference] = {}
    for said in told:
        certainty = said.claim.certainty
        common = certainty is base.claim.certainty or all(certainty in own for own in sets.values())
        if not common and not _in_passing(said, base, sets[said.claim.report]):
            found.setdefault(certainty, _difference(base, said))
    return list(found.values()) or _at_most(reports)


def _at_most(reports: Mapping[str, Sequence[Said]]) -> list[Difference]:
    """How far one report goes at most, where it goes as far as no other, and none goes as far as it."""
    tops = {name: max(own, key=lambda s: _STRENGTH[s.claim.certainty]) for name, own in reports.items()}
    commonest = Counter(top.claim.certainty for top in tops.values()).most_common(1)[0][0]
    base = next(top for top in tops.values() if top.claim.certainty is commonest)
    return [
        _difference(base, top)
        for name, top in tops.items()
        if commonest not in {s.claim.certainty for s in reports[name]}
        and not any(
            s.claim.certainty is top.claim.certainty for n, own in reports.items() if n != name for s in own
        )
    ][:1]


def _in_passing(said: Said, base: Said, own_report: frozenset[Certainty]) -> bool:
    """Whether a source is quoted with less care here after being quoted with more in the same report."""
    stronger = _STRENGTH[said.claim.certainty] > _STRENGTH[base.claim.certainty]
    return stronger and base.claim.certainty in own_report and said.facts.speaker.kind != "own-voice"


def _difference(base: Said, said: Said) -> Difference:
    step = _STRENGTH[said.claim.certainty] - _STRENGTH[base.claim.certainty]
    words = clip(_certainty(said)[1] or said.claim.quote)
    return Difference(
        type=DifferenceType.CERTAINTY,
        change=None if step == 0 else "weaker" if step < 0 else "stronger",
        between=(base.claim.id, said.claim.id),
        reason=f"{base.claim.certainty.value} in {base.claim.report},"
        f" {said.claim.certainty.value} in {said.claim.report} (“{words}”)",
    )


def _base(told: Sequence[Said]) -> Said:
    """What the others are measured against: a held primary, else the commonest certainty."""
    counts = Counter(s.claim.certainty for s in told)
    return max(
        told,
        key=lambda s: (
            s.primary,
            counts[s.claim.certainty],
            _STRENGTH[s.claim.certainty],
            s.claim.report,
            s.claim.id,
        ),
    )
