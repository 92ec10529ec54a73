"""Which armed group or army of a divided state do "the rebels", "the army" and "the other side" mean?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tallybook.read.clauses.groups import against_whom, are_foes, only_one, rules, unnamed
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.pointers import UNITS
from tallybook.read.clauses.salience import RECALL, Ends, Salience, Wanted, end_point
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.sides import (
    are_armed_forces,
    army_of,
    at_war,
    is_any_side,
    is_other_side,
    other_side,
)
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token

_OF_STATES = frozenset({"army", "government", "military", "navy", "police"})
"""Who acts for a state, and for no armed group in it."""


def are_in_war(noun: Token, here: Parties, role: str | None) -> bool:
    """Whether a noun means a side of a war, or one that gets arms a unit of somebody's forces."""
    unit = noun_lemma(noun) in UNITS and role == "recipient" and noun.i not in here.scene.goods_at
    counted = any(c.dep_ == "nummod" for c in noun.lefts) and noun.head.lower_ == "for"
    unit = unit and not counted  # "signed for five squadrons"
    return unit or is_other_side(noun) or is_any_side(noun)


@dataclass
class Fighters:
    """Knows the armed groups of a report.

    Attributes:
        past: the sentences that were read, with their parties.
        salience: weighs the parties named so far.
        groups: the armed groups that the report names anywhere.
    """

    past: list[tuple[Scene, Parties]]
    salience: Salience
    groups: frozenset[str]

    def named(
        self, noun: Token, here: Parties, before: Sequence[ActorMention], role: str | None, *, office: bool
    ) -> str | None:
        """The armed group named last; for an army or a navy, which states have too, only one called so.

        Of several it is rather the one that the report tells of at this end, or else names more often.
        ``before``: the mentions before the noun, nearest first; ``office``: a noun for who acts for a state.
        """
        earlier = [m for scene, _ in reversed(self.past) for m in reversed(scene.actors)]
        near = [*before, *earlier]
        countries, everywhere = here.lexicon.countries, here.lexicon.everywhere
        groups = [m.name for m in near if m.state is None and (m.name in countries or m.kind == "group")]
        groups = [name for name in groups if name not in everywhere]
        if are_foes(noun):
            state = against_whom(noun, here)
            groups = [name for name in groups if not rules(name)]
            if state is not None or not groups:
                return only_one(self.groups, countries, state) or unnamed(self.past)
        called = "armed" if are_armed_forces(noun) else noun_lemma(noun)
        named = [name for name in groups if called in name.lower()]
        if office:
            return next(iter(named), None)
        if named or len(set(groups)) < 2:
            return next(iter(named or groups), None)
        return max(groups, key=lambda name: (self.salience.told(name, role, here), groups.count(name)))

    def army(self, noun: Token, here: Parties, meant: str | None, role: str | None) -> str | None:
        """The army of the state whose rebels the report names, unless it is rather another state's.

        ``meant``: the state whose army it would be if there were no war.
        """
        army, countries = army_of(noun, here.lexicon, self.groups), here.lexicon.countries
        if army is None:
            rebels = meant in countries and not rules(str(meant)) and noun_lemma(noun) in _OF_STATES
            return countries[str(meant)] if rebels else meant
        own = meant is None or countries.get(meant, meant) == countries[army]
        other = role == "recipient" and self.salience.told(str(meant), role, here) <= 0
        return army if own or other else meant

    def in_war(self, noun: Token, here: Parties, wanted: Wanted, last: Ends) -> str | None:
        """Whom "the other side", "either side" or "his battalion" means; ``last``: the flow told last."""
        flows = self.salience.flows
        if is_other_side(noun):
            return self._other_side(noun, here, last[0 if wanted.role == "supplier" else 1])
        if is_any_side(noun):
            return at_war((r for _, r in flows if r not in wanted.avoid), here.lexicon)
        takers = {r for _, r in flows if r is not None and r not in wanted.avoid}
        if len(takers) == 1:
            return takers.pop()
        return self.salience.best(noun, here, replace(wanted, office=True), RECALL)

    def _other_side(self, noun: Token, here: Parties, taker: str | None) -> str | None:
        """Who fights those named last before "the other side", or those told of last at this end."""
        inside = [end_point(m) for m in reversed(here.scene.actors) if m.last <= noun.i]
        groups = [name for name in inside if name in here.lexicon.countries]
        return other_side([*groups, taker, *self._before()], here.lexicon, self.groups)

    def _before(self) -> list[str]:
        """The armed groups named so far, the last first."""
        named = (m.name for scene, _ in reversed(self.past) for m in reversed(scene.actors))
        return [name for name in named if name in self.groups]
