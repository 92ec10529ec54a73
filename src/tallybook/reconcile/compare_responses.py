"""How the responses of a flow compare: promised in one report, announced in the next, past in a third."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import Action, Attribute, Claim, Difference, DifferenceType, Value
from tallybook.reconcile.values import clip

_STEPS = (
    Action.SANCTIONS_PROMISED,
    Action.SANCTIONS_ANNOUNCED,
    Action.SANCTIONS_IMPOSED,
    Action.SANCTIONS_ENFORCED,
)
"""Sanctions by how far they have come."""


def compare_responses(responses: Sequence[Claim]) -> tuple[Attribute, ...]:
    """One attribute for each kind of response, the family of sanctions being one kind."""
    kinds: dict[str, list[Claim]] = {}
    for claim in sorted(responses, key=lambda c: (c.report, c.quote_span, c.id)):
        if claim.action:
            kinds.setdefault(_kind(claim.action), []).append(claim)
    return tuple(_attribute(name, told) for name, told in sorted(kinds.items()))


def _kind(action: Action) -> str:
    return "sanctions" if action in _STEPS else action.value


def _attribute(name: str, told: Sequence[Claim]) -> Attribute:
    values = tuple(Value(value=_value(c), words=clip(c.quote), report=c.report, claim=c.id) for c in told)
    differences = (*_steps(told), *_denied(told))
    single = len({c.report for c in told}) == 1 and not differences
    status = "differ" if differences else "single" if single else "agree"
    return Attribute(name=name, status=status, differences=differences, values=values)  # type: ignore[arg-type]


def _value(claim: Claim) -> str:
    parts = (claim.actor, claim.action.value if claim.action else None, claim.target)
    negated = "not: " if claim.negated else ""
    return negated + ", ".join(part for part in parts if part)


def _steps(told: Sequence[Claim]) -> list[Difference]:
    """Sanctions that one report promises and another has in force are not told alike."""
    first_with: dict[Action, Claim] = {}
    for claim in told:
        if claim.action in _STEPS and claim.action:
            first_with.setdefault(claim.action, claim)
    steps = sorted(first_with, key=_STEPS.index)
    if len(steps) < 2 or len({c.report for c in first_with.values()}) < 2:
        return []
    base = first_with[steps[0]]
    return [
        Difference(
            type=DifferenceType.CERTAINTY,
            change="stronger",
            between=(base.id, first_with[step].id),
            reason=f"{_said(base)}, but {_said(first_with[step])}",
        )
        for step in steps[1:]
        if first_with[step].report != base.report
    ]


def _said(claim: Claim) -> str:
    step = claim.action.value.replace("sanctions-", "") if claim.action else ""
    return f"{step} in {claim.report} (“{clip(claim.quote)}”)"


def _denied(told: Sequence[Claim]) -> list[Difference]:
    denied = [c for c in told if c.negated]
    done = [c for c in told if not c.negated]
    if not denied or not done:
        return []
    reason = f"said in {done[0].report}, said not to be so in {denied[0].report}"
    between = (done[0].id, denied[0].id)
    return [Difference(type=DifferenceType.CONTRADICTION, between=between, reason=reason)]
