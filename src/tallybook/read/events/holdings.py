"""Who has goods that a sentence only mentions, and whose make are they: "X holds 50 Sylvanian tanks"?"""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.model import Category
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.parties import Parties, place_of
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.events.makes import origin_of
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_LIKE = frozenset({"against", "beside", "besides", "like", "than", "unlike"})
_HAVING = words_of("verbs of having")
_BEING_THERE = words_of("verbs of being somewhere")


@dataclass(frozen=True)
class Holding:
    """Goods named without a word of transfer: whose make, in whose hands, in which sentence, from where."""

    maker: str | None
    holder: str | None
    scene: int
    first: int


def holdings_in(parties: Parties, moved: frozenset[int] = frozenset()) -> list[Holding]:
    """What a sentence says of goods that it names, in order, but for those (by first token) that move."""
    found = []
    for goods in parties.scene.goods:
        if goods.weak or goods.civil or _compared(goods, parties):
            continue
        if goods.first in moved and not _is_own(goods, parties):
            continue
        if goods.goods.category is Category.TROOPS:
            continue  # "they" are not the Ruritanian fighters who found them
        origin = origin_of(goods, parties)
        maker = end_point(origin) if origin is not None else None
        holder = _holder(goods, parties)
        if maker is None and holder is not None:
            maker = parties.lexicon.makers.get(goods.goods.designation or "")
        if maker is not None or holder is not None:
            found.append(Holding(maker, holder, parties.scene.number, goods.first))
    return found


def _compared(goods: GoodsMention, parties: Parties) -> bool:
    """Whether other goods are only measured against these: "better than the Sylvanian guns"."""
    place = place_of(parties.scene.doc[goods.head])
    return place is not None and place.slot in _LIKE


def _is_own(goods: GoodsMention, parties: Parties) -> bool:
    """Whether goods are told to be somebody's who is told of beside them: "will not sell its jets"."""
    return any(c.lower_ in _OWN for c in parties.scene.doc[goods.head].lefts)


_OWN = frozenset({"its", "their", "our"})


def _holder(goods: GoodsMention, parties: Parties) -> str | None:
    """Who has the goods, or where they are said to be."""
    noun = parties.scene.doc[goods.head]
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.like_num:
        noun = noun.head.head  # "flies some 50 of the jets"
    place = place_of(noun)
    own = _is_own(goods, parties)
    if place is not None and own and place.governor.pos_ == "ADJ":
        place = place._replace(governor=place.governor.head)  # "is proud of its missiles"
    if place is None or place.governor.pos_ not in ("VERB", "AUX"):
        return None
    verb = place.governor
    lemma = str(verb.lemma_).lower()
    found: list[Token] = []
    if (own and place.slot != "subject") or (place.slot == "object" and lemma in _HAVING):
        found = subjects_of(verb, parties)
    elif place.slot == "subject" and lemma in _BEING_THERE:
        found = [t for p in verb.children if p.lower_ in ("in", "with") for t in p.children]
    mentions = (parties.at.get(t.i) for t in found)
    return next((end_point(m) for m in mentions if m is not None), None)
