"""Where did the parser lose an object to its number: "sold X between 10 and 14 jets", "gave X 24 of them"?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Doc, Token

_OBJECT = frozenset({"dobj", "dative", "iobj"})


def mend_ranges(doc: Doc, goods: Iterable[GoodsMention]) -> None:
    """Make the noun behind "between 10 and 14" the object of the verb that the "between" hangs on."""
    heads = {g.head for g in goods}
    for between in (t for t in doc if t.lower_ == "between" and t.dep_ == "prep"):
        noun = next((c for c in between.children if c.dep_ == "pobj"), None)
        verb = between.head
        if noun is None or noun.i not in heads or verb.pos_ != "VERB" or verb.i > between.i:
            continue
        numbers = [t for t in doc[between.i + 1 : noun.i] if t.like_num]
        joined = any(t.lower_ == "and" for t in doc[between.i + 1 : noun.i])
        if len(numbers) < _BOTH or not joined or numbers[0].i != between.i + 1:
            continue
        for taker in [c for c in verb.children if c.dep_ == "dobj"]:
            taker.dep_ = "dative"
        noun.head, noun.dep_ = verb, "dobj"
        between.head, between.dep_ = noun, "quantmod"


_BOTH = 2


def mend_takers(doc: Doc, actors: Iterable[ActorMention]) -> None:
    """Part a taker from the number behind it: "gave Ruritania 24 of its guns"."""
    for mention in actors:
        name = doc[mention.last - 1]
        number = _number_on(name)
        if name.dep_ in _OBJECT and name.head.pos_ == "VERB" and number is not None:
            verb = name.head
            name.dep_ = "dative"
            number.head, number.dep_ = verb, "dobj"


def _number_on(name: Token) -> Token | None:
    """The number hung on a name, which counts what a phrase with "of" behind it names."""
    number = next((c for c in name.children if c.dep_ == "nummod" and c.i > name.i), None)
    if number is None or not any(c.lower_ == "of" for c in number.children):
        return None
    return number
