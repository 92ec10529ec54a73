"""What one claim says of one attribute, with the exact words that say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from tallybook.model import Attribute, Certainty, Claim, Difference, DifferenceType, Report, Value
from tallybook.reconcile.facts import Facts, Family

LONGEST = 80
"""Characters of the words shown for a value (CONTRACT)."""

MOST_TYPES = 3
"""Types of difference that one attribute may carry (CONTRACT)."""


class Said(msgspec.Struct, frozen=True):
    """A claim of a transfer with its facts and its report.

    ``primary``: the report is itself the transcript, statement or document; the others are measured by it.
    """

    claim: Claim
    facts: Facts
    report: Report
    primary: bool = False


MOST_SEARCHED = 40
"""Reports of a transfer up to which the words of each are searched for what its claims leave out."""


Reading = Callable[[Said], tuple[str | None, str | None]]
"""Value and words that a claim gives for an attribute; ``None`` twice where it says nothing of it."""


def clip(words: str | None) -> str | None:
    """Words cut to the length that is shown, at a blank where there is one; the rest stands in the text."""
    if words is None or len(words) <= LONGEST:
        return words or None
    cut = words[: LONGEST + 1]
    at = cut.rfind(" ")
    return cut[:at] if at > LONGEST // 2 else words[:LONGEST]


def values_of(members: Iterable[Said], reading: Reading) -> tuple[Value, ...]:
    """One entry a claim, those that say nothing among them."""
    found = []
    for said in members:
        value, words = reading(said)
        if words and words.startswith("(") and words.endswith(")"):
            words = None  # a name that the report does not give
        entry = Value(value=value, words=clip(words), report=said.claim.report, claim=said.claim.id)
        found.append(entry)
    return tuple(found)


def attribute(name: str, values: Sequence[Value], differences: Sequence[Difference]) -> Attribute | None:
    """The attribute with its status; ``None`` where no claim says anything of it."""
    told = [v for v in values if v.value is not None or v.words is not None]
    if not told:
        return None
    kept = _fewest_types(differences)
    single = len({v.report for v in told}) == 1 and not kept
    status = "differ" if kept else "single" if single else "agree"
    return Attribute(name=name, status=status, differences=kept, values=tuple(values))  # type: ignore[arg-type]


def _fewest_types(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """The differences of the first few types, gravest types first."""
    order = list(DifferenceType)
    ranked = sorted(differences, key=lambda d: (-order.index(d.type), d.between))
    types = list(dict.fromkeys(d.type for d in ranked))[:MOST_TYPES]
    return tuple(d for d in ranked if d.type in types)


def distinct(members: Iterable[Said], signature: Callable[[Said], object]) -> list[Said]:
    """The first two claims, of two reports, for each signature: what others repeat needs no comparing."""
    found: dict[object, list[Said]] = {}
    for said in members:
        same = found.setdefault(signature(said), [])
        if not same or (len(same) == 1 and same[0].claim.report != said.claim.report):
            same.append(said)
    return [said for same in found.values() for said in same]


def by_report(members: Iterable[Said]) -> dict[str, list[Said]]:
    """The claims of each report, reports in order of name."""
    found: dict[str, list[Said]] = {}
    for said in sorted(members, key=lambda s: (s.claim.report, s.claim.quote_span, s.claim.id)):
        found.setdefault(said.claim.report, []).append(said)
    return found


def omission(
    members: Sequence[Said],
    says: Callable[[Said], bool],
    what: str,
    stands: Callable[[Said, Report], bool] = lambda _said, _report: False,
) -> list[Difference]:
    """An omission where some reports say a thing and others that tell of the transfer do not.

    Who only denies it leaves nothing out, nor who takes it back; nor does a report in whose words it
    ``stands`` all the same.
    """
    reports = by_report(members)
    tell = {name for name, told in reports.items() if _tells(told)}
    saying = [said for told in reports.values() for said in told if says(said)]
    silent = [told[0] for name, told in reports.items() if name in tell and not any(map(says, told))]
    if len(reports) <= MOST_SEARCHED:
        silent = [said for said in silent if not any(stands(one, said.report) for one in saying)]
    if not saying or not silent:
        return []
    first = saying[0]
    names = ", ".join(said.claim.report for said in silent[:4]) + (" and others" if len(silent) > 4 else "")
    return [
        Difference(
            type=DifferenceType.OMISSION,
            between=(first.claim.id, *(said.claim.id for said in silent)),
            reason=f"{what} stands in {first.claim.report}; nothing of it in {names}",
        )
    ]


def _tells(told: Sequence[Said]) -> bool:
    """Whether what a report tells is the transfer, and not that a charge was mistaken."""
    told = [s for s in told if s.facts.family is not Family.DENIAL]
    mistaken = any(s.facts.negated and s.facts.family is Family.SUPPLY for s in told)
    charged = all(s.facts.negated or s.facts.certainty is Certainty.ALLEGED for s in told)
    return bool(told) and not (mistaken and charged)


def wording(members: Sequence[Said], reading: Reading, what: str) -> list[Difference]:
    """A difference in wording where the words vary, capitals and blanks aside."""
    first_with: dict[str, Said] = {}
    for said in members:
        words = reading(said)[1]
        if words:
            first_with.setdefault(" ".join(words.casefold().split()), said)
    if len(first_with) < 2:
        return []
    kinds = " / ".join(f"“{clip(reading(said)[1])}”" for said in list(first_with.values())[:4])
    between = tuple(said.claim.id for said in first_with.values())
    return [Difference(type=DifferenceType.WORDING, between=between, reason=f"{what}: {kinds}")]
