"""Does a name stand for a party at all, or only say of whom or of what a noun speaks?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_MEMBERS = words_of("nouns for a state")
_IMPERSONAL = words_of("nouns that stand for nobody")
_OTHERS = words_of("nouns for what is not one's own")
_OF = frozenset({"of", "in", "from"})


def names_some_of(mention: ActorMention, scene: Scene) -> bool:
    """Whether a union only says which states are meant: "fifteen countries of the Sylvanian Union"."""
    if mention.kind != "body" or mention.state is not None or mention.what is not None:
        return False
    first, last = scene.sentence.first, scene.sentence.last
    behind = scene.doc[mention.last : min(mention.last + 2, last)]
    before = list(scene.doc[max(first, mention.first - 5) : mention.first])
    nouns = [at for at, t in enumerate(before) if t.tag_ == "NNS" and noun_lemma(t) in _MEMBERS]
    of = bool(nouns) and any(t.lower_ in _OF for t in before[nouns[-1] :])
    return of or any(noun_lemma(t) in _MEMBERS for t in behind)


def are_private(mention: ActorMention, scene: Scene) -> bool:
    """Whether people of a state are some men and no more: "two Ruritanians", "Ruritanians living in X"."""
    if mention.form not in ("demonym", "adjective") or mention.kind != "state":
        return False
    people = scene.doc[mention.last - 1]
    if (
        people.pos_ not in ("NOUN", "PROPN", "ADJ")
        or people.i in scene.goods_at
        or people.dep_ not in _STANDING
    ):
        return False
    lefts = [c for c in people.lefts if c.i < mention.first]
    plural = people.tag_ in ("NNS", "NNPS") or mention.form == "demonym"
    counted = any(c.pos_ == "NUM" or c.lower_ in _SOME for c in lefts)
    told_of = people.head.head if people.head.lower_ == "of" else people
    banded = told_of != people and noun_lemma(told_of) in _BANDS
    if banded or (counted and plural):
        return True
    lives = any(c.lower_ in ("in", "living", "based") for c in people.rights)
    smuggles = people.dep_ == "nsubj" and verb_lemma(people.head) in _SMUGGLING
    return plural and not any(c.lower_ == "the" for c in lefts) and (lives or smuggles)


_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "ROOT", "dep"})
_SOME = frozenset({"a", "an", "another", "some", "several", "many", "most", "dozens", "few"})
_BANDS = frozenset({"gang", "group", "network", "number", "pair", "ring", "trio"})
_SMUGGLING = frozenset({"smuggle", "traffic"})


def stands_for_somebody(noun: Token, qualifier: ActorMention) -> bool:
    """Whether a noun with a state's name may give or take for it: its bodies, not its gas or its ally."""
    other = noun_lemma(noun) in _OTHERS and qualifier.form not in ("adjective", "made")
    return noun.pos_ == "NOUN" and noun_lemma(noun) not in _IMPERSONAL and not other


def singles_out(noun: Token) -> bool:
    """Of ``the first to buy``, "the only country to send": who does it is who is said to be it."""
    words = {noun.lower_, *(c.lower_ for c in noun.lefts)}
    return bool(words & {"first", "second", "third", "last", "latest", "next", "only", "one", "among"})
