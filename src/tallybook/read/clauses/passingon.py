"""Is "it" who had got goods and now gives them to somebody else: "X sold Y jets. It passed them on to Z"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_passive, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.salience import Ends, end_point
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_THEM = frozenset({"them", "these", "those", "some", "it", "all", "most"})
_ALSO = frozenset({"also", "too", "again", "likewise"})
_THEN = frozenset(
    {"then", "later", "afterwards", "subsequently", "secretly", "quietly", "on", "over", "promptly"}
)
_PASSING = words_of("verbs of passing on") | words_of("verbs of giving what one has got")
_GIVING = frozenset({"deliver", "export", "give", "sell", "send", "ship", "supply"})


def who_passes_on(pronoun: Token, here: Parties, flow: Ends) -> str | None:
    """Who had got the goods that "it" gives to somebody else: "X sold Y jets. It then passed them on to Z".

    ``flow``: the ends of the flow told last.
    """
    verb, (giver, taker) = pronoun.head, flow
    if giver is None or taker is None or pronoun.dep_ != "nsubj" or is_passive(verb):
        return None
    beside = list(verb.children)
    if not any(c.dep_ == "dobj" and c.lower_ in _THEM for c in beside):
        return None
    said = {c.lower_ for c in beside}
    again = bool(said & _THEN) or verb.nbor(-1).text == "-"  # "re-exported"
    if said & _ALSO or not (verb_lemma(verb) in _PASSING or (verb_lemma(verb) in _GIVING and again)):
        return None
    led = [t for c in beside if c.lower_ in ("to", "among") for t in (c, *c.children)]
    led += [t for c in beside if c.dep_ == "dative" for t in (c, *c.children)]
    named = {end_point(here.at[t.i]) for t in led if t.i in here.at}
    return taker if named and taker not in named else None
