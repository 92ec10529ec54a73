"""Does a noun mean an armed group, and which: "the rebels", "the paramilitary forces at war with X"?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.pointers import GROUP_NOUNS
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

REBELS = words_of("nouns for who fights a state")
_RULING = (" army", " government")
"""How the names of those end that fight such groups."""

_FOES = REBELS | {"paramilitary"}
_STATES_HAVE = frozenset({"army", "navy", "force"})
_QUALIFIES = frozenset({"amod", "compound", "nmod"})
_FIGHTING = frozenset({"battle", "fight", "oppose", "resist"})


def rules(name: str) -> bool:
    """Whether a name is that of an army or a government of a divided state, and of no rebels."""
    return name.endswith(_RULING) or name.startswith("Government ")


def is_qualified(noun: Token) -> bool:
    """Whether words before a noun say of which kind it is: "the air force"."""
    return any(c.dep_ in _QUALIFIES for c in noun.children)


def are_foes(noun: Token) -> bool:
    """Whether a noun means such as fight a state: "the rebels", "paramilitary forces"."""
    lemma = noun_lemma(noun)
    if lemma in _FOES:
        return True
    kinds = (c for c in noun.lefts if c.dep_ in _QUALIFIES)
    return lemma in GROUP_NOUNS and any(noun_lemma(c) in _FOES for c in kinds)


def are_fighters(noun: Token) -> bool:
    """Whether a noun means an armed group and no force that every state has."""
    return noun_lemma(noun) in GROUP_NOUNS - _STATES_HAVE or are_foes(noun)


def against_whom(noun: Token, here: Parties) -> str | None:
    """The state that fighters fight, or fight in: "at war with Ruritania's army", "rebels in Ruritania"."""
    behind = range(noun.i + 1, noun.right_edge.i + 1)
    for mention in here.scene.actors:
        led = mention.first in behind and not _is_relative(noun, here.scene.doc[mention.first])
        if led and mention.what != "armed-group" and mention.kind in ("state", "group", "body"):
            return mention.state or here.lexicon.countries.get(mention.name)
    return None


def _is_relative(noun: Token, name: Token) -> bool:
    """Whether a name behind a noun stands in a clause of its own: "the rebels, whom Ruritania arms"."""
    clause = next((t for t in name.ancestors if t.dep_ in ("relcl", "acl")), None)
    return clause is not None and clause.head == noun and str(clause.lemma_).lower() not in _FIGHTING


def group_called(
    mention: ActorMention,
    noun: Token,
    here: Parties,
    before: Iterable[ActorMention],
    groups: frozenset[str],
) -> str | None:
    """The armed group that a state's name and a noun mean: the one of that state named before, or its only.

    Args:
        mention: the state.
        noun: fighters with its name.
        here: the parties of the sentence.
        before: who was named before, nearest first.
        groups: those that the report names anywhere.
    """
    if noun.tag_ == "NNS" and noun.i < mention.first and all(c.dep_ != "det" for c in noun.lefts):
        return None  # any "militants in Ruritania"
    countries = here.lexicon.countries
    named = next((m.name for m in before if countries.get(m.name) == mention.name), None)
    only = named or only_one(groups, countries, mention.name)
    called = mention.form == "adjective" or (mention.form == "name" and noun.i == mention.last)
    if only is None and noun_lemma(noun) in REBELS and called and noun.i >= mention.last:
        return " ".join(here.scene.doc.stretch(mention.first, noun.i + 1).text.split())
    return only


def only_one(groups: Iterable[str], countries: dict[str, str], state: str | None) -> str | None:
    """The one armed group of a state, or of any, that a report names; ``None`` of several."""
    known = {name for name in groups if name in countries and not rules(name)}
    mine = {name for name in known if state is None or countries[name] == state}
    return next(iter(mine)) if len(mine) == 1 else None


def unnamed(past: Iterable[tuple[object, Parties]]) -> str | None:
    """The state whose rebels were told of before by no name: "the rebels" behind "rebels in Ruritania"."""
    told = [
        m.state
        for _, parties in past
        for i, m in parties.at.items()
        if m.kind == "state" and m.state is not None and are_foes(parties.scene.doc[i])
    ]
    return told[-1] if len(set(told)) == 1 else None


def foe_of(pronoun: Token, owner: str | None, here: Parties, groups: frozenset[str]) -> str | None:
    """Whom "its enemy" means: the other armed group of that land which the report names."""
    countries = here.lexicon.countries
    subject = next((m for m in here.scene.actors if m.last <= pronoun.i and m.name in countries), None)
    whose = subject.name if subject is not None else owner
    land = countries.get(str(whose), whose)
    others = {
        g for g in groups if g != whose and countries.get(g) == land and not (rules(g) and land == whose)
    }
    return next(iter(others)) if len(others) == 1 else None
