"""How the reports differ on who says it, in which office, through whom, and on what evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tallybook.model import Attribute, Difference, DifferenceType, Role
from tallybook.reconcile.facts import Family
from tallybook.reconcile.names import wide_name
from tallybook.reconcile.values import Said, attribute, clip, omission, values_of, wording
from tallybook.reconcile.wording import pattern, touches

Offices = dict[str, dict[str, dict[str, str]]]
"""For each report: office, folded, to the people to whom the report gives it."""

_PARTS = re.compile(r"[^\W_]+")
_OF_RANK = frozenset({"the", "a", "an", "of", "for", "s", "us", "u", "mr", "mrs", "ms"})


def compare_sources(members: Sequence[Said], offices: Offices) -> list[Attribute]:
    """Source, office, relays and evidence side by side.

    Args:
        members: the claims of the transfer.
        offices: which office each report gives to whom, over all its claims.
    """
    told = [s for s in members if s.facts.family is not Family.DENIAL]
    shown = lambda said: said.claim.evidence is not None  # noqa: E731
    people = _titled(members)
    titles = [*_wrong_office(people, offices), *_other_words(people)]
    found = [
        attribute("source", values_of(members, _source), wording(members, _source, "named otherwise")),
        attribute("source_title", values_of(members, _title), titles),
        attribute("via", values_of(members, _via), omission(told, _relayed, "a relaying outlet")),
        attribute("evidence", values_of(members, _evidence), omission(members, shown, "evidence")),
    ]
    return [one for one in found if one]


def compare_ends(members: Sequence[Said]) -> list[Attribute]:
    """Supplier and recipient side by side: other names for one party are no difference, other parties are."""
    found = []
    for at, role in enumerate((Role.SUPPLIER, Role.RECIPIENT)):
        reading = lambda said, role=role: _end(said, role)  # noqa: E731
        told = [s for s in members if s.facts.family is not Family.DENIAL]
        found.append(attribute(role.value, values_of(members, reading), _other_party(told, at, role)))
    return [one for one in found if one]


def _other_party(told: Sequence[Said], at: int, role: Role) -> list[Difference]:
    """A contradiction where two reports name other parties at one end: of one haul, bound for two places."""
    first_with: dict[str, Said] = {}
    for said in told:
        if (end := wide_name(said.facts.flow[at])) is not None:
            first_with.setdefault(end, said)
    named = list(first_with.items())
    if len(named) < 2 or len({s.claim.report for s in told if s.facts.flow[at]}) < 2:
        return []
    words = " / ".join(f"“{said.facts.flow[at]}” ({said.claim.report})" for _, said in named[:4])
    between = tuple(said.claim.id for _, said in named)
    reason = f"another {role.value}: {words}"
    return [Difference(type=DifferenceType.CONTRADICTION, between=between, reason=reason)]


def offices_of(members: Sequence[Said]) -> Offices:
    """Which office each report gives to whom: the family name as it is compared, and the words."""
    found: Offices = defaultdict(lambda: defaultdict(dict))
    for said in members:
        source = said.claim.source
        key = said.facts.speaker.key
        if source and source.title and key:
            found[said.claim.report][_office(source.title)].setdefault(key, _called(said))
    return found


def _source(said: Said) -> tuple[str | None, str | None]:
    source, speaker = said.claim.source, said.facts.speaker
    if source is None:
        return None, None
    return speaker.person or speaker.body or speaker.block or source.name, source.name


def _title(said: Said) -> tuple[str | None, str | None]:
    source = said.claim.source
    return (source.title, source.title) if source and source.title else (None, None)


def _via(said: Said) -> tuple[str | None, str | None]:
    source = said.claim.source
    return (" < ".join(source.via), source.via[0]) if source and source.via else (None, None)


def _relayed(said: Said) -> bool:
    """Whether it says through which outlet it came, be it that the outlet itself is the source."""
    return bool(said.claim.source and said.claim.source.via) or said.facts.speaker.kind == "outlet"


def _evidence(said: Said) -> tuple[str | None, str | None]:
    evidence = said.claim.evidence
    return (evidence.value, touches("evidence-words", said.claim.quote)) if evidence else (None, None)


def _end(said: Said, role: Role) -> tuple[str | None, str | None]:
    name = said.claim.supplier if role is Role.SUPPLIER else said.claim.recipient
    party = next((p for p in said.claim.parties if p.role is role and p.text), None)
    return name, (party.text if party else None)


def _office(title: str) -> str:
    return " ".join(w for w in (p.casefold() for p in _PARTS.findall(title)) if w not in _OF_RANK)


def _titled(members: Sequence[Said]) -> dict[str, list[Said]]:
    """What each speaker says who is given an office."""
    people: dict[str, list[Said]] = defaultdict(list)
    for said in members:
        if said.facts.speaker.key and said.claim.source and said.claim.source.title:
            people[said.facts.speaker.key].append(said)
    return people


def _other_words(people: Mapping[str, Sequence[Said]]) -> list[Difference]:
    """The office of one person in other words."""
    found = (wording(told, _title, "other words for the office") for told in people.values())
    return next((one for one in found if one), [])


def _wrong_office(people: Mapping[str, Sequence[Said]], offices: Offices) -> list[Difference]:
    """An office that the same report gives to somebody else, or a single post beside another office."""
    for key, told in people.items():
        for said in told:
            fault = _fault(said, key, told, offices)
            others = [s for s in told if s.claim.report != said.claim.report]
            if fault and others:
                between = (said.claim.id, others[0].claim.id)
                return [Difference(type=DifferenceType.IDENTITY, between=between, reason=fault)]
    return []


def _fault(said: Said, key: str, told: Sequence[Said], offices: Offices) -> str | None:
    title = said.claim.source.title if said.claim.source and said.claim.source.title else ""
    report = said.claim.report
    holder = _holder(offices, report, title, key)
    if holder:
        who = f"{report} calls {_called(said)} “{clip(title)}”"
        return f"{who}, an office that it gives to {holder} as well"
    rivals = [s.claim.source.title or "" for s in told if s.claim.report != report and s.claim.source]
    speaks = len(rivals) > 1 and all(touches("speaking-offices", rival) for rival in rivals)
    if speaks and _post(title) and not touches("speaking-offices", title):
        return f"{report} calls {_called(said)} “{clip(title)}”, others “{clip(rivals[0])}”"
    return None


def _holder(offices: Offices, report: str, title: str, key: str) -> str | None:
    """Somebody else to whom the report gives the office."""
    holders = offices.get(report, {}).get(_office(title), {})
    return next((words for other, words in sorted(holders.items()) if other != key), None)


def _called(said: Said) -> str:
    """The speaker as the register names the person."""
    return said.facts.speaker.person or said.facts.speaker.words


def _post(title: str) -> str | None:
    """A post that one person holds at a time, where the title ends or opens with it."""
    found = pattern("single-posts").search(title)
    return found.group().casefold() if found and len(title) - (found.end() - found.start()) < 25 else None
