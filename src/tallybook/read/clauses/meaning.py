"""Which other word of transfer does an everyday verb stand for, by what is beside it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.read.clauses.ashore import comes_by_way, left_behind
from tallybook.read.clauses.budgeting import sets_money_aside
from tallybook.read.clauses.catching import (
    bars_way,
    by_watch,
    from_transport,
    is_held_up,
    loaded_at,
    may_seize,
)
from tallybook.read.clauses.caughtact import caught_carrying, fighters_took, lifts_off
from tallybook.read.clauses.everyday import (
    finds_for,
    has_foreign,
    leads_to,
    pays_for_what,
    pays_somebody,
)
from tallybook.read.clauses.having import has_had, has_some_of, is_seen_with
from tallybook.read.clauses.idioms import arms_other
from tallybook.read.clauses.inkind import IN_KIND, pays_in_kind
from tallybook.read.clauses.landing import lands_elsewhere, lands_goods
from tallybook.read.clauses.lemmas import is_passive, verb_lemma
from tallybook.read.clauses.listing import sums_up
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.motions import (
    carries_arms,
    flies_foreign,
    goes_for,
    goes_shopping,
    is_use,
    makes_goods,
)
from tallybook.read.clauses.taking import takes_as_buyer
from tallybook.read.clauses.whereabouts import comes_to_be, lies_in_store
from tallybook.read.text.tree import Token
from tallybook.vocabulary.transfers import TransferWord

if TYPE_CHECKING:
    from tallybook.read.clauses.frames import Lexicon


_FOR_GOODS = frozenset({"finance", "deal"})  # words some of whose verbs tell of paying in goods
_LANDING = frozenset({"arrive", "bring", "come from", "parade"})
"""Words some of whose verbs tell of unloading."""

_ABOARD = frozenset({"take aboard", "pick up"})  # what a ship goes on with


def meant(hit: Hit[TransferWord], head: Token, lexicon: Lexicon) -> TransferWord | None:
    """Another word of transfer that an everyday verb stands for, by what is beside it."""
    beheld = _beheld(hit, head, lexicon)
    if beheld is not None:
        return beheld
    if _catches(hit, head, lexicon):
        return lexicon.seizing
    if (hit.word.name == "will have" and has_foreign(head)) or flies_foreign(head):
        return lexicon.owned
    if hit.form == "verb" and is_use(hit.word.name, head):
        return lexicon.words["use"]
    if hit.word.name in _ABOARD and is_passive(head):
        return lexicon.loaded
    if hit.word.frame == "aboard" and hit.form == "verb" and lies_in_store(head):
        return lexicon.words["lie in store"]
    if hit.word.name == "bring" and loaded_at(head):
        return lexicon.loaded
    moved = _moved(hit, head, lexicon)
    if moved is not None:
        return moved
    if hit.word.name == "bring" and sums_up(head):
        return lexicon.summed
    if hit.word.name == "will have" and (has_had(head) or has_some_of(head)):
        return lexicon.had
    if hit.form == "verb" and hit.word.name in _FOR_GOODS and pays_in_kind(head):
        return lexicon.words[IN_KIND]
    at_last = comes_to_be(hit.word.name, head)
    return lexicon.words[at_last] if at_last else _for_money(hit, head, lexicon)


def _moved(hit: Hit[TransferWord], head: Token, lexicon: Lexicon) -> TransferWord | None:
    """What a verb of motion tells: "planes landed shells", "Ruritania went for the Sylvanian jet"."""
    if hit.form == "verb" and hit.word.name in _LANDING and lands_goods(head, lexicon.agents):
        return lexicon.words["unload"]
    if hit.word.name == "arrive" and lands_elsewhere(head):
        return lexicon.words["unload"]
    if hit.word.name in _LANDING and left_behind(head, lexicon.agents) is not None:
        return lexicon.words["arrive"]
    if hit.word.name == "renew with" and arms_other(head):
        return lexicon.words["arm"]
    if hit.word.name == "come away with" and any(
        c.pos_ == "PRON" and c.dep_ == "dobj" for c in head.children
    ):
        return lexicon.words["bring"]  # "picked up six drones and flew them home"
    if hit.word.name == "bring" and carries_arms(head):
        return lexicon.words["wield"]
    if hit.word.name == "parade" and is_passive(head):
        return lexicon.words["arrive"]  # "were paraded in Port X"
    if hit.word.name == "go" and (goes_for(head) or goes_shopping(head)):
        return lexicon.words["choose" if goes_for(head) else "seek"]
    if hit.word.name == "on the way" and makes_goods(head):
        return lexicon.words["build for"]
    brings_in = hit.word.name == "bring" and any(c.dep_ == "prt" and c.lower_ == "in" for c in head.children)
    taken = hit.word.name in ("seize", "find") and takes_as_buyer(head)
    return lexicon.received if brings_in or taken else None


def _beheld(hit: Hit[TransferWord], head: Token, lexicon: Lexicon) -> TransferWord | None:
    """What a verb tells by who does it, or to what: "found tanks for X", "fighters were seen with rifles"."""
    if hit.word.name in ("be sighted", "be shown") and is_seen_with(head, lexicon.countries):
        return lexicon.words["wield"]
    if hit.word.name == "receive" and comes_by_way(head, lexicon.agents):
        return lexicon.words["arrive" if leads_to(head) else "come from"]
    return lexicon.found_for if hit.word.name == "find" and finds_for(head) else None


def _catches(hit: Hit[TransferWord], head: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of taking, holding or blocking tells that goods are caught on their way."""
    name = hit.word.name
    if hit.form == "verb" and (caught_carrying(head, lexicon.agents) or fighters_took(head)):
        return True
    if name == "bring":
        taken = verb_lemma(head) == "take" and may_seize(head, lexicon.agents)
        return taken or lifts_off(head, lexicon.agents)
    if name in _ABOARD or name == "shut out":
        return from_transport(head, lexicon.agents)
    if name == "choose" and verb_lemma(head) == "secure":
        return by_watch(head)
    held = name in ("hold", "withhold") and is_held_up(head)
    return held or (name == "withhold" and bars_way(head, lexicon.agents))


def _for_money(hit: Hit[TransferWord], head: Token, lexicon: Lexicon) -> TransferWord | None:
    """The word that a verb of paying or of putting by stands for where money is what it moves."""
    if hit.word.name == "promise" and hit.form == "verb" and sets_money_aside(head):
        return lexicon.words["budget for"]
    pays = hit.word.name == "finance" and pays_somebody(head) and pays_for_what(head)
    return lexicon.paid if pays else None
