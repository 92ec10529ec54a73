"""Who stands on the other side of a war: "sent guns to the other side", "arms its enemies", "the army"?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.groups import rules
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.text.tree import Token

_SIDES = frozenset({"belligerent", "camp", "combatant", "faction", "party", "side"})
_ANY = frozenset({"any", "either", "neither", "no"})
_OTHER = frozenset({"enemy", "opposing", "opposite", "other", "rival"})
_ARMIES = frozenset({"army", "military"})


def is_other_side(noun: Token) -> bool:
    """Whether a noun means whoever fights somebody told of before: "the other side", "the opposing camp"."""
    return noun_lemma(noun) in _SIDES and any(c.lower_ in _OTHER for c in noun.lefts)


def is_any_side(noun: Token) -> bool:
    """Of ``to either side``, ``to any party to the conflict``: to whom the report says that it goes."""
    of = noun.head.head if noun.head.lower_ == "of" else noun
    return noun_lemma(noun) in _SIDES and bool({of.lower_, *(c.lower_ for c in noun.lefts)} & _ANY)


def at_war(takers: Iterable[str | None], lexicon: Lexicon) -> str | None:
    """Who of the takers that a report tells of, each as often as it does, fights a war: the one told most."""
    fighting = {name for war in lexicon.wars for name in war} | set(lexicon.countries)
    told = [name for name in takers if name in fighting]
    return max(told, key=told.count) if told else None


def other_side(known: Iterable[str | None], lexicon: Lexicon, groups: frozenset[str]) -> str | None:
    """Whom the first of those fights that has one foe the report can mean.

    Args:
        known: who was told of before, nearest first.
        lexicon: knows the land of each armed group, and who is at war.
        groups: the armed groups that the report names anywhere.
    """
    return next((foe for name in known if name and (foe := _foe(name, lexicon, groups))), None)


def _foe(name: str, lexicon: Lexicon, groups: frozenset[str]) -> str | None:
    countries = lexicon.countries
    land = countries.get(name, name)
    at_home = {
        g for g in groups if g != name and countries.get(g) == land and not (rules(g) and name == land)
    }
    if len(at_home) == 1:
        return next(iter(at_home))
    if at_home:
        return None
    ruling = {g for g, of in countries.items() if of == land and rules(g)}
    if name != land and len(ruling) == 1 and name not in ruling:
        return next(iter(ruling))
    foes = {p for war in lexicon.wars if name in war for p in war if countries.get(p, p) != land}
    return next(iter(foes)) if len(foes) == 1 else None


def are_armed_forces(noun: Token) -> bool:
    """Of ``the armed forces``, which are those of a state."""
    return noun_lemma(noun) == "force" and any(c.lower_ == "armed" for c in noun.lefts)


def army_of(noun: Token, lexicon: Lexicon, groups: frozenset[str]) -> str | None:
    """The army of the divided state whose other armed groups a report names: "the army" there is that."""
    if noun_lemma(noun) not in _ARMIES and not are_armed_forces(noun):
        return None
    countries = lexicon.countries
    lands = {countries[g] for g in groups if g in countries and not rules(g)}
    armies = {g for g, land in countries.items() if land in lands and g.endswith(" army")}
    return next(iter(armies)) if len(armies) == 1 else None
