"""Where did the parser lose an object to what is behind it: "gave X 24 of them", "sold the junta jets"?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.pointers import GROUP_NOUNS, OFFICES, STATE_NOUNS
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_GIVING = words_of("verbs of giving somebody something")
_COUNTING = words_of("words that count roughly")
_TAKERS = STATE_NOUNS | GROUP_NOUNS | OFFICES
_OBJECT = frozenset({"dobj", "dative", "iobj"})
_MANY = frozenset({"NNS", "NNPS"})
_NEAR = 3
"""How far behind its verb a taker of one or two words stands: "gave the air force jets"."""


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


def mend_rough(doc: Doc, goods: Iterable[GoodsMention], amounts: Iterable[QuantityMention]) -> None:
    """Make goods the object of a verb of giving on which the parser hung their rough number.

    So with "gave X just under 40 tanks", "sold X 40 to 50 tanks": who gets them stands right before.
    """
    heads = {g.head for g in goods}
    for amount in amounts:
        noun = next((doc[i] for i in range(amount.first, min(amount.last + 1, len(doc))) if i in heads), None)
        if noun is None or amount.first == 0:
            continue
        hung = [t for t in doc[amount.first : noun.i] if t.head.i < amount.first and t.head.pos_ == "VERB"]
        verb = hung[0].head if hung else None
        taker = doc[amount.first - 1]
        if verb is None or noun.head == verb or verb_lemma(verb) not in _GIVING:
            continue
        if taker.head != verb or taker.dep_ not in _OBJECT or not any(t.is_ancestor(noun) for t in hung):
            continue
        taker.dep_ = "dative"
        noun.head, noun.dep_ = verb, "dobj"
        for word in hung:
            word.head, word.dep_ = noun, "quantmod"


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


def part_pointed(doc: Doc, thing: GoodsMention) -> None:
    """Of ``sold the junta jets``: who is pointed at behind a verb of giving gets what stands next."""
    goods = doc[thing.head]
    verb = goods.head
    if goods.dep_ != "dobj" or verb.i > goods.i:
        return
    for noun in [c for c in goods.lefts if c.i > verb.i and noun_lemma(c) in _TAKERS]:
        before = [c for c in (*noun.lefts, *goods.lefts) if verb.i < c.i < noun.i]
        pointed = noun.pos_ in ("NOUN", "PROPN") and any(c.lower_ == "the" for c in before)
        between = doc[noun.i + 1]
        counted = between.pos_ == "NUM" or between.lower_ in _COUNTING
        bare = doc[verb.i + 1].lower_ == "the" and noun.i - verb.i <= _NEAR and goods.tag_ in _MANY
        if pointed and (counted or (bare and _gives(verb))):
            noun.head, noun.dep_ = verb, "dative"
            for word in before:
                word.head = noun
            return


def _gives(verb: Token) -> bool:
    """Whether a verb can name who gets something right behind it, and nothing else says who does."""
    led = any(c.lower_ in ("to", "for") and c.dep_ in ("prep", "dative") for c in verb.children)
    return verb_lemma(verb) in _GIVING and not led
