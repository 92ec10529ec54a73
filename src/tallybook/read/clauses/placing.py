"""What does a state belong to: "from Port X in Ruritania", "a Ruritania-based dealer", "its neighbour R."?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc
from tallybook.vocabulary.wordlists import words_of

_TRADERS = words_of("nouns for a firm") | words_of("who trades in goods")
_RULERS = words_of("who holds a place")
_GIVING = words_of("verbs with whom they give to behind them")
_LOOSE = ("npadvmod", "nsubj")
_NEAR = frozenset({"neighbouring", "neighboring"})
_LEADING = frozenset({"from", "to"})
_LEAST = 3
"""Tokens before such a state: "from", a place, "in"."""


def place(doc: Doc, mention: ActorMention) -> None:
    """Hang a state, or what leads to it, where the words around it leave one way to read them."""
    for hang in (_behind_place, _on_trader, _past_type, _beside, _taker, _paired):
        hang(doc, mention)


def _behind_place(doc: Doc, mention: ActorMention) -> None:
    """Hang "in Ruritania" on the place, or on who rules it, right before, where it hangs on the verb."""
    if mention.kind != "state" or mention.form == "adjective" or mention.first < _LEAST:
        return
    within, place = doc[mention.first - 1], doc[mention.first - 2]
    named = place.pos_ == "PROPN" or noun_lemma(place) in _RULERS
    if within.lower_ != "in" or not named or within.head == place:
        return
    if place.dep_ == "pobj" and place.head.lower_ in _LEADING and within.head == place.head.head:
        within.head = place


def _on_trader(doc: Doc, mention: ActorMention) -> None:
    """Hang the state on who trades from there, as an adjective would be: "a Ruritania-based company"."""
    based = doc[mention.last + 1 : mention.last + 2]
    if doc[mention.last].text != "-" or not based or based[0].lower_ != "based":
        return
    trader, name = based[0].head, doc[mention.last - 1]
    if noun_lemma(trader) in _TRADERS and trader.i > based[0].i:
        name.head = trader
        name.dep_ = "compound" if name.head == trader else name.dep_


def _past_type(doc: Doc, mention: ActorMention) -> None:
    """Hang "from R." on the verb, not on what goods are for: "got 50 launchers for the Javelin from R."."""
    leading = doc[mention.first - 1] if mention.first else doc[0]
    type_, for_ = leading.head, leading.head.head
    if leading.lower_ != "from" or type_.dep_ != "pobj" or for_.lower_ != "for" or type_.i > leading.i:
        return
    if for_.head.pos_ in ("VERB", "NOUN") and type_.pos_ == "PROPN":
        leading.head = for_.head


def _beside(doc: Doc, mention: ActorMention) -> None:
    """Take "neighbouring" for the adjective that it is before a state: "gave neighbouring Ruritania jets"."""
    name, word = doc[mention.last - 1], doc[mention.first - 1]
    if mention.first == 0 or word.lower_ not in _NEAR or name.head != word or word.head == word:
        return
    over, led = word.head, word.dep_ == "pcomp"
    for child in [c for c in word.children if c != name]:
        child.head = over
    name.head = over
    name.dep_ = "pobj" if led else "dative"
    word.head, word.dep_, word.pos_, word.tag_ = name, "amod", "ADJ", "JJ"


def _taker(doc: Doc, mention: ActorMention) -> None:
    """Make a state whom it is given to where a number parts it from the goods: "gave war-torn R. 12 jets"."""
    name = doc[mention.last - 1]
    if name.dep_ not in ("nmod", "compound") or mention.last >= len(doc) or not doc[mention.last].like_num:
        return
    goods, verb = name.head, name.head.head
    if goods.dep_ == "dobj" and verb_lemma(verb) in _GIVING and verb.i < mention.first:
        name.head, name.dep_ = verb, "dative"


def _paired(doc: Doc, mention: ActorMention) -> None:
    """Let two states that a comma parts act together, as in headlines: "Ruritania, Sylvania sign a deal"."""
    first, behind = doc[mention.last - 1], doc[mention.last : mention.last + 2]
    if mention.kind != "state" or len(behind) < 2 or behind[0].text != "," or first.dep_ not in _LOOSE:
        return
    second = behind[1]
    if (
        second.pos_ == "PROPN"
        and second.dep_ == "nsubj"
        and second.head == first.head
        and second.head.tag_ == "VBP"
    ):
        first.dep_, second.head, second.dep_ = "nsubj", first, "conj"
