"""In which state lies a port, a field or a camp that is told of by what it is near: "a base near X"?"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_SITES = words_of("sites that things are brought to")
_NEAR = frozenset(
    {"near", "outside", "north", "south", "east", "west", "close", "around", "by", "beside", "in"}
)
_BETWEEN = _NEAR | {
    "of",
    "to",
    "the",
    "far",
    "from",
    "just",
    "port",
    "city",
    "town",
    "capital",
    "suburb",
    "km",
    "miles",
}
_FAR = 7
"""Words among which the name of what a site is near stands."""


def site_near(noun: Token, parties: Parties) -> str | None:
    """The state of the town or capital that a site is near; none where none is named."""
    if noun_lemma(noun) not in _SITES:
        return None
    behind = noun.doc[noun.i + 1 : min(noun.i + 1 + _FAR, noun.sent.end)]
    if not behind or (behind[0].lower_ not in _NEAR and not behind[0].like_num):
        return None
    for token in behind:
        mention = parties.scene.actor_at.get(token.i)
        if mention is not None and mention.kind == "state":
            capital = (
                noun_lemma(token.nbor()) in ("capital", "coast", "border")
                if token.i + 1 < len(token.doc)
                else False
            )
            return end_point(mention) if mention.form in ("name", "capital") or capital else None
        if token.text[:1].isupper() and (place := _place_from(token, parties)) is not None:
            return place
        if token.lower_ not in _BETWEEN and not token.like_num:
            return None
    return None


def _place_from(first: Token, parties: Parties) -> str | None:
    """The state of the place whose name begins with a word."""
    for last in range(min(first.i + 3, first.sent.end), first.i, -1):
        found = parties.lexicon.grounds.get(first.doc.stretch(first.i, last).text)
        if found is not None:
            return found
    return None
