"""How the reports differ on when and by which way the goods went."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import Attribute, Difference, DifferenceType, Role
from tallybook.reconcile.names import whole_name
from tallybook.reconcile.standing_words import has_time, has_words
from tallybook.reconcile.values import Said, attribute, by_report, clip, omission, values_of, wording
from tallybook.reconcile.wording import pattern, touches

_SEASON = 92


def compare_period(members: Sequence[Said]) -> list[Attribute]:
    """The times side by side."""
    timed = lambda said: said.claim.time is not None  # noqa: E731
    left_out, apart = omission(members, timed, "a time", has_time), _other_days(members)
    worded = [] if apart else wording(members, _period, "other words for the time")
    differences = [*left_out, *apart, *worded]
    found = attribute("period", values_of(members, _period), differences)
    return [found] if found else []


def compare_way(members: Sequence[Said]) -> list[Attribute]:
    """Means of carriage, places, ships and states of transit side by side."""
    found = []
    for name, reading, what in (
        ("mode", _mode, "a means of carriage"),
        ("route", _places, "a place"),
        ("vessel", _vessels, "a ship"),
    ):
        says = lambda said, reading=reading: reading(said)[0] is not None  # noqa: E731
        there = lambda said, report, reading=reading: has_words(reading(said)[1] or "", report)  # noqa: E731
        differences = [*omission(members, says, what, there), *wording(members, reading, "other words")]
        found.append(attribute(name, values_of(members, reading), differences))
    found.append(
        attribute("transit", values_of(members, _transit), wording(members, _transit, "other states"))
    )
    return [one for one in found if one]


def _period(said: Said) -> tuple[str | None, str | None]:
    time = said.claim.time
    if time is None:
        return None, None
    bounds = f"{time.earliest or '..'}/{time.latest or '..'}"
    return time.edtf or (bounds if time.earliest or time.latest else None), time.text or None


def _other_days(members: Sequence[Said]) -> list[Difference]:
    """A contradiction where all the days of one report lie apart from all those of another."""
    dated = {name: [s for s in told if s.facts.period.known] for name, told in by_report(members).items()}
    by_days = {frozenset(s.facts.period for s in told): told for told in dated.values() if told}
    reports = list(by_days.values())
    for at, ones in enumerate(reports):
        for twos in reports[at + 1 :]:
            if any(a.facts.period.meets(b.facts.period, _slack(a, b)) for a in ones for b in twos):
                continue
            a, b = ones[0], twos[0]
            reason = f"“{clip(_period(a)[1])}” and “{clip(_period(b)[1])}” share no day"
            between = (a.claim.id, b.claim.id)
            return [Difference(type=DifferenceType.CONTRADICTION, between=between, reason=reason)]
    return []


def _slack(a: Said, b: Said) -> int:
    """Days that may lie between two times of one thing: hardly any between days, a season between years."""
    return 1 if a.facts.narrow and b.facts.narrow else _SEASON


def _mode(said: Said) -> tuple[str | None, str | None]:
    route = said.claim.route
    if route is None or route.mode is None:
        return None, None
    return route.mode.value, _phrase(said.claim.quote) or touches("carriage-words", said.claim.quote)


def _phrase(quote: str) -> str | None:
    """The words for the carriage that begin with "by", the last of the quote's carriage words otherwise."""
    found = [match.group() for match in pattern("carriage-words").finditer(quote)]
    return next((words for words in found if words.casefold().startswith("by ")), None)


def _places(said: Said) -> tuple[str | None, str | None]:
    route = said.claim.route
    if route is None:
        return None, None
    places = [p for p in (route.from_place, *route.via, route.to_place) if p and not _is_party(p)]
    return (" – ".join(places), places[-1]) if places else (None, None)


def _is_party(place: str) -> bool:
    named = whole_name(place)
    return named is not None and named.kind == "state"


def _vessels(said: Said) -> tuple[str | None, str | None]:
    vessels = said.claim.route.vessels if said.claim.route else ()
    if not vessels:
        return None, None
    return ", ".join(v.name + (f" (IMO {v.imo})" if v.imo else "") for v in vessels), vessels[0].name


def _transit(said: Said) -> tuple[str | None, str | None]:
    states = [p for p in said.claim.parties if p.role in (Role.TRANSIT, Role.INTERMEDIARY)]
    if not states:
        return None, None
    return ", ".join(sorted({p.name for p in states})), states[0].text
