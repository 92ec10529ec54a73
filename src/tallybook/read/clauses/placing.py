"""Which state does a place or a trader belong to: "from Port X in Ruritania", "a Ruritania-based dealer"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc
from tallybook.vocabulary.wordlists import words_of

_TRADERS = words_of("nouns for a firm") | words_of("who trades in goods")
_LEADING = frozenset({"from", "to"})


def hang_behind_place(doc: Doc, mention: ActorMention) -> None:
    """Hang "in Ruritania" on the place right before it, where the parser has hung it on the verb."""
    if mention.kind != "state" or mention.form == "adjective" or mention.first < 3:
        return
    within, place = doc[mention.first - 1], doc[mention.first - 2]
    if within.lower_ != "in" or place.pos_ != "PROPN" or within.head == place:
        return
    if place.dep_ == "pobj" and place.head.lower_ in _LEADING and within.head == place.head.head:
        within.head = place


def hang_on_trader(doc: Doc, mention: ActorMention) -> None:
    """Hang the state on who trades from there, as an adjective would be: "a Ruritania-based company"."""
    based = doc[mention.last + 1 : mention.last + 2]
    if doc[mention.last].text != "-" or not based or based[0].lower_ != "based":
        return
    trader, name = based[0].head, doc[mention.last - 1]
    if noun_lemma(trader) in _TRADERS and trader.i > based[0].i:
        name.head = trader
        name.dep_ = "compound" if name.head == trader else name.dep_
