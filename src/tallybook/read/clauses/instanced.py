"""Who is named as one of those whom a plural stands for: "six countries, among them X and Y"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_MANY = (
    words_of("nouns for a state")
    | words_of("who may buy")
    | {"army", "force", "government", "ministry", "navy"}
)
_OPENING = frozenset(
    {("including",), ("among", "them"), ("among", "which"), ("such", "as"), ("amongst", "them")}
)
_STANDING = frozenset({"pobj", "nsubj", "nsubjpass", "dobj", "dative", "conj"})


def hang_instance(doc: Doc, mention: ActorMention) -> None:
    """Hang the one named first on the plural, in place, so that he stands where it stands."""
    at = mention.first - (mention.first > 0 and doc[mention.first - 1].lower_ == "the")
    words = tuple(t.lower_ for t in doc[max(0, at - 2) : at])
    opening = next((o for o in _OPENING if words[-len(o) :] == o), None)
    if opening is None:
        return
    before = at - len(opening) - 1
    noun = doc[before - 1] if before > 0 and doc[before].text in (",", "(", "–", "—") else doc[before]
    name = doc[mention.last - 1]
    if are_many(noun) and noun.i < name.i and not name.is_ancestor(noun):
        name.head, name.dep_ = noun, "appos"


def are_many(noun: Token) -> bool:
    """Whether a noun stands for several states, armies or buyers, none of them named by it."""
    return noun.tag_ == "NNS" and noun_lemma(noun) in _MANY and noun.dep_ in _STANDING
