"""Which claims make one transfer: pairs that match, put together strongest first, never across a direction.

A group is cut where putting it together would mix two flows or go against a person's judgement that two
claims are not one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import msgspec

from tallybook.reconcile.names import wide_name

Flow = tuple[str | None, str | None]
Clash = Callable[[str, str], str | None]

_ODD = 0.5
"""What it costs a pair in the order that one of the two cannot stand with some other claim."""

OPEN = "it leaves open which of several it tells of"
"""Why a link is not followed that would do as well with another transfer."""

JUDGED = 100.0
"""Score of a pair that a person declared one transfer."""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Why two claims stand in one transfer: the explained score of the pair.

    ``by_text``: the way the report runs shows it, whatever goods or figures they name. ``loose``: a denial
    told twice, or a plan beside its promise; such a pair adds one claim to a group, or denials.
    """

    a: str
    b: str
    score: float
    reason: str
    by_text: bool = False
    loose: bool = False


class Bond(msgspec.Struct, frozen=True):
    """Two claims of one report that belong together, with the reason; ``loose`` as in ``Link``."""

    a: str
    b: str
    reason: str
    loose: bool = False


class Parts(msgspec.Struct, frozen=True):
    """A group of claims cut into transfers.

    Attributes:
        transfers: ids of the claims of each, sorted.
        followed: the strongest links, just enough to hold each transfer together.
        refused: links that were not followed, with the reason.
    """

    transfers: tuple[tuple[str, ...], ...]
    followed: tuple[Link, ...]
    refused: tuple[tuple[Link, str], ...]


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Claims that hang together.

    Attributes:
        flows: the flow of each claim, by id.
        denials: those that deny.
        apart: pairs that a person judged not to be one transfer.
        bare: those that name no goods.
        lent: those whose goods are those of which their report told before.
    """

    flows: Mapping[str, Flow]
    denials: frozenset[str] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    bare: frozenset[str] = frozenset()
    lent: frozenset[str] = frozenset()


def split(
    group: Group,
    links: Iterable[Link],
    clash: Clash = lambda _one, _two: None,
    alike: Callable[[str, str], bool] = lambda _one, _two: True,
) -> Parts:
    """Cut a connected group of claims into transfers.

    Args:
        group: the claims.
        links: pairs that match.
        clash: why two claims cannot both be in one transfer, whatever links them to third ones.
        alike: whether two claims name goods equally widely; such pairs are put together before others, so
            that what is said of all goods is not torn apart between what is said of some.

    Returns:
        The parts, with the links that were followed and those that were not.
    """
    clash = cache(clash)
    part_of = {member: frozenset((member,)) for member in sorted(group.flows)}
    refused: list[tuple[Link, str]] = []
    followed: list[Link] = []
    first = {link: link.score >= JUDGED or link.by_text or alike(link.a, link.b) for link in links}
    vague = {link: _vague_end(link, group) for link in first}
    beside = _beside(vague)
    at_odds = _at_odds(group.flows, clash)

    def rank(link: Link) -> tuple[bool | float | str, ...]:
        denied = {link.a, link.b} <= group.denials  # after what holds each with what it denies
        weight = _weight(link, at_odds)
        return (link.loose, denied, bool(vague[link]), not first[link], -weight, link.a, link.b)

    order = sorted(first, key=rank)
    for link in order:
        one, two = part_of[link.a], part_of[link.b]
        if one is two:
            continue
        fault = fault_of(one | two, group) or _clash(link, one, two, clash)
        if link.loose and not any(len(part) == 1 or part <= group.denials for part in (one, two)):
            fault = "too loose to put two groups together"
        open_one = vague[link]
        if open_one and not fault and len({part_of[other] for other in beside[open_one]}) > 1:
            fault = OPEN
        if fault:
            refused.append((link, fault))
            continue
        followed.append(link)
        whole = one | two
        part_of.update(dict.fromkeys(whole, whole))
    parts = {tuple(sorted(part)) for part in part_of.values()}
    return Parts(tuple(sorted(parts)), tuple(followed), tuple(refused))


def _weight(link: Link, at_odds: Mapping[str, int]) -> float:
    """The score, less where one of the two stands against others of the group.

    So the odd one comes last, and keeps none apart that belong together.
    """
    return link.score - _ODD * max(at_odds[link.a], at_odds[link.b])


def _at_odds(members: Iterable[str], clash: Clash) -> dict[str, int]:
    """How many of the others each claim cannot stand with."""
    members = sorted(members)
    found = dict.fromkeys(members, 0)
    for at, one in enumerate(members):
        for two in members[at + 1 :]:
            if clash(one, two):
                found[one] += 1
                found[two] += 1
    return found


def _vague_end(link: Link, group: Group) -> str | None:
    """The claim of a pair that leaves open what the other names: an end of the flow, or the goods."""
    if link.by_text or link.score >= JUDGED:
        return None
    for one, two in ((link.a, link.b), (link.b, link.a)):
        flows = {group.flows[one], group.flows[two]}
        wider = len(flows) > 1 and flow_of(flows) != group.flows[one]
        if wider or (one in group.bare and two not in group.bare | group.lent):
            return one
    return None


def _beside(vague: Mapping[Link, str | None]) -> dict[str, list[str]]:
    """For each claim that leaves something open those that it may be one with, so that several are seen."""
    found: dict[str, list[str]] = defaultdict(list)
    for link, claim in vague.items():
        if claim:
            found[claim].append(link.b if link.a == claim else link.a)
    return found


def flow_of(flows: Iterable[Flow]) -> Flow | None:
    """The one flow that all of these can be, ends that nobody names left open; ``None`` if there is none.

    A party goes before its country: what goes to the Houthis may be told as going to Yemen.
    """
    ends: list[set[str]] = [set(), set()]
    for flow in flows:
        for names, name in zip(ends, flow, strict=True):
            if name:
                names.add(name)
    parties = [names - {wide_name(name) for name in names if wide_name(name) != name} for names in ends]
    if any(len(names) > 1 for names in parties):
        return None
    return (next(iter(parties[0]), None), next(iter(parties[1]), None))


def _clash(link: Link, one: frozenset[str], two: frozenset[str], clash: Clash) -> str | None:
    if link.score >= JUDGED:
        return None
    linked = {link.a, link.b} if link.by_text else set()
    pairs = ((min(a, b), max(a, b)) for a in sorted(one) for b in sorted(two))
    found = (clash(a, b) for a, b in pairs if not {a, b} <= linked)
    return next((fault for fault in found if fault), None)


def fault_of(members: frozenset[str], group: Group) -> str | None:
    """Why these claims cannot be one transfer, whatever speaks for it; ``None`` if they can."""
    if flow_of({group.flows[m] for m in members}) is None:
        return "they would mix two flows"
    if any(pair <= members for pair in group.apart):
        return "a person judged that they are not one"
    return None
