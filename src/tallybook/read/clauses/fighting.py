"""Do fighters stand where a state is named behind them: "sent rifles to rebels in Ruritania"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.pointers import GROUP_NOUNS
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc
from tallybook.vocabulary.wordlists import words_of

_FIGHTERS = (
    (GROUP_NOUNS - {"army", "navy", "force"})
    | words_of("nouns for who fights a state")
    | {
        "anybody",
        "camp",
        "clan",
        "side",
        "anyone",
        "nobody",
        "somebody",
        "someone",
    }
)
_REACHED = frozenset({"pobj", "dobj", "dative", "conj"})


def fighters_there(doc: Doc, mention: ActorMention) -> None:
    """Of ``sent rifles to rebels in Ruritania``: the state says whose rebels they are, not where it was."""
    if mention.first < 2 or mention.kind != "state":
        return
    in_, fighters = doc[mention.first - 1], doc[mention.first - 2]
    if in_.lower_ == "in" and noun_lemma(fighters) in _FIGHTERS and fighters.dep_ in _REACHED:
        in_.head = fighters
