"""Which flow is under discussion, so that "the missiles" or "several more" can belong to it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tallybook.model import Category, Stage

_GENERAL = frozenset({Category.UNSPECIFIED, Category.OTHER, Category.TECHNOLOGY})

_PAYMENT = frozenset({Category.FUEL, Category.TECHNOLOGY, Category.OTHER, Category.DUAL_USE})

_KIN = (
    frozenset({Category.MISSILES, Category.AIR_DEFENCE, Category.ROCKETS}),
    frozenset({Category.SMALL_ARMS, Category.ARTILLERY_AMMUNITION}),
    frozenset({Category.AIRCRAFT, Category.DRONES}),
)
"""Categories whose goods are called alike: "the missiles" of an air-defence system."""

_MANY = 3
"""From how many on no single one is meant where none is named."""

REACH = 8
"""How many sentences back a flow can still be under discussion."""


@dataclass(frozen=True)
class Flow:
    """A flow that the report has told of, with what it moves."""

    supplier: str | None
    recipient: str | None
    categories: frozenset[Category]
    stage: Stage
    scene: int
    types: frozenset[str] = frozenset()
    """The designations of what it moves."""

    nouns: frozenset[str] = frozenset()
    """What the goods are called: "launcher" of "30 light launchers"."""

    plain: bool = True
    """Whether the words themselves name its ends, so that it is evidence for others."""

    points: bool = False
    """Whether its goods are only pointed at: "all of it was meant for the rebels"."""

    denied: bool = False
    """Whether it is told of only to be denied, so that it is no evidence for who else may be meant."""

    by_teller: bool = False
    """Whether its giver is only who confirms or announces it."""

    mutual: bool = False
    """Whether the words leave open which of the two gives."""

    by_make: bool = False
    """Whether its giver is only known by whose make the goods are."""

    aside: bool = False
    """Whether it is only told to say who somebody is: "Ruritania, which has bought six, kept silent"."""

    @property
    def whole(self) -> bool:
        """Whether both ends are known."""
        return self.supplier is not None and self.recipient is not None

    def end(self, role: str) -> str | None:
        """The name at one end."""
        return self.supplier if role == "supplier" else self.recipient

    def fits(self, supplier: str | None, recipient: str | None) -> bool:
        """Whether nothing that is known contradicts it."""
        return (supplier is None or self.supplier == supplier) and (
            recipient is None or self.recipient == recipient
        )

    def moves(self, categories: frozenset[Category]) -> bool:
        """Whether it moves such goods, as far as the words tell."""
        if not categories or not self.categories:
            return True
        if categories & self.categories:
            return True
        if categories == {Category.TROOPS}:
            return False  # soldiers are not what guns and aid are
        return bool(categories <= _GENERAL or self.categories <= _GENERAL)


def kin_of(categories: frozenset[Category]) -> frozenset[Category]:
    """The categories with those whose goods are called alike."""
    return categories.union(*(kin for kin in _KIN if kin & categories))


@dataclass
class Flows:
    """The flows told so far, in order."""

    told: list[Flow] = field(default_factory=list)

    def add(self, flow: Flow, *, aside: bool = False) -> None:
        """Remember a flow; ``aside`` where it is only told of as payment, so others stay in mind."""
        self.told.insert(0 if aside else len(self.told), flow)

    def last(
        self,
        *,
        supplier: str | None = None,
        recipient: str | None = None,
        categories: frozenset[Category] = frozenset(),
        scene: int = 0,
        reach: int = REACH,
    ) -> Flow | None:
        """The flow told last, both ends known, that fits what is known here."""
        found = self.fitting(
            supplier=supplier, recipient=recipient, categories=categories, scene=scene, reach=reach
        )
        return found[0] if found else None

    def fitting(
        self,
        *,
        supplier: str | None = None,
        recipient: str | None = None,
        categories: frozenset[Category] = frozenset(),
        scene: int = 0,
        reach: int = REACH,
    ) -> list[Flow]:
        """The flows, both ends known, that fit what is known here; the one told last first."""
        near = (f for f in reversed(self.told) if f.whole and scene - f.scene <= reach)
        return [f for f in near if f.fits(supplier, recipient) and f.moves(categories)]

    def end(
        self, role: str, other: str | None, *, categories: frozenset[Category], scene: int, reach: int = REACH
    ) -> str | None:
        """The party told of most at one end, for a flow whose other end is new: "Latvia too will send"."""
        names: list[str] = []
        every: list[str] = []
        for flow in reversed(self.told):
            name = flow.supplier if role == "supplier" else flow.recipient
            if name is None or name == other or scene - flow.scene > reach or not flow.whole:
                continue
            if other not in (flow.supplier, flow.recipient):
                every.append(name)
                names += [name] if flow.moves(categories) else []
        if not names:
            return None
        often, most = (max(n, key=Counter(n).__getitem__) for n in (names, every))
        return most if every.count(most) > _MANY * names.count(often) else often

    def partner(self, role: str, other: str, scene: int) -> str | None:
        """With whom a party is told to deal, of whatever goods: nearer than whom others deal with."""
        giver, taker = (other, None) if role == "recipient" else (None, other)
        flow = self.last(supplier=giver, recipient=taker, scene=scene)
        return flow.end(role) if flow is not None else None

    def alone_with(self, role: str, other: str) -> str | None:
        """Who alone was told in plain words to stand at one end for the same other end, of whatever goods."""
        told = [f for f in self.told if f.whole and f.plain and not f.denied]
        names = {f.end(role) for f in told if (f.recipient if role == "supplier" else f.supplier) == other}
        return names.pop() if len(names) == 1 else None

    def traded(self, two: set[str | None]) -> Flow | None:
        """Of what two give one another, the flow that is told most, arms before what they are paid with."""
        told = [f for f in self.told if {f.supplier, f.recipient} == two]
        arms = [f for f in told if not (f.categories and f.categories <= _PAYMENT)] or told
        times = Counter(f.supplier for f in arms)
        return max(reversed(arms), key=lambda f: times[f.supplier], default=None)

    def group_of(self, state: str, giver: str | None, countries: Mapping[str, str]) -> str | None:
        """The one group of a state that a giver is told to arm, and more so than the state: it is meant."""
        told = [f.recipient for f in self.told if f.supplier == giver]
        groups = {t for t in told if t is not None and countries.get(t) == state}
        group = groups.pop() if len(groups) == 1 else None
        plain = [f.recipient for f in self.told if f.supplier == giver and f.plain and not f.denied]
        return None if plain.count(state) > plain.count(group) else group

    def many(self, role: str, other: str | None) -> bool:
        """Whether three or more stand at one end for the same other end, and none of them for most."""
        names = [
            (f.supplier if role == "supplier" else f.recipient)
            for f in self.told
            if f.whole and (f.recipient if role == "supplier" else f.supplier) == other
        ]
        return len(set(names)) >= _MANY and all(2 * names.count(n) <= len(names) for n in names)

    def dominant(
        self, supplier: str | None, recipient: str | None, categories: frozenset[Category]
    ) -> Flow | None:
        """Of all whole flows that fit what is known, the one told most; the first told of equals."""
        fitting = [f for f in self.told if f.whole and f.fits(supplier, recipient) and f.moves(categories)]
        fitting = [f for f in fitting if f.plain] or fitting
        times = Counter((f.supplier, f.recipient) for f in fitting)
        return max(fitting, key=lambda f: times[f.supplier, f.recipient]) if fitting else None

    def half(self, role: str, other: str | None, *, caught_at: int | None = None) -> str | None:
        """The party told of most at one end, also where nobody is told of at the other.

        ``caught_at``: the sentence of goods caught on their way, which are not those of another catch.
        """
        names = []
        for flow in self.told:
            if caught_at is not None and flow.stage is Stage.SEIZED and flow.scene != caught_at:
                continue
            name, beyond = flow.supplier, flow.recipient
            if role == "recipient":
                name, beyond = beyond, name
            if name is not None and name != other and beyond in (None, other) and not flow.denied:
                names.append(name)
        if len(set(names)) >= _MANY and all(2 * names.count(n) <= len(names) for n in names):
            return None  # one of many
        return max(names, key=Counter(names).__getitem__) if names else None

    def constant(self, role: str) -> bool:
        """Whether the whole flows of the report share one party at this end and differ at the other."""
        whole = [f for f in self.told if f.whole]
        mine = {f.supplier if role == "supplier" else f.recipient for f in whole}
        others = {f.recipient if role == "supplier" else f.supplier for f in whole}
        return len(mine) == 1 and len(others) > 1
