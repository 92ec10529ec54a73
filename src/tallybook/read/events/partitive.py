"""Of which whole is a part told: "Of 29 launchers bought in May, eleven have come"?"""

from __future__ import annotations

from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

LONGEST = 40
"""Tokens that the words for the whole may have."""


def part_of(verb: Token) -> Token | None:
    """The number that is the subject of a verb and counts a part of what "Of ..." before it names."""
    numbers = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and _counts(c) and c.i < verb.i]
    return next((n for n in numbers if _of_before(n) is not None), None)


def is_whole(noun: Token) -> bool:
    """Whether goods stand in a leading "Of ..." of which the clause then counts a part."""
    of = _of_before(noun)
    if of is None:
        return False
    stop = min(of.i + LONGEST, noun.sent.end)
    numbers = [t for t in noun.doc[noun.i + 1 : stop] if _counts(t) and t.dep_ in ("nsubj", "nsubjpass")]
    return any(
        n.nbor(-1).text == "," or n.nbor(-1).lower_ in ("some", "about", "only") for n in numbers
    ) or any(n.lower_ == "none" for n in numbers)


def is_some(noun: Token) -> bool:
    """Whether a noun of measure makes a count: "an unknown number of howitzers" are howitzers."""
    if noun.lower_ == "numbers":
        return all(c.dep_ == "amod" for c in noun.lefts)
    return any(c.lower_ in _SOME for c in noun.lefts)


_SOME = frozenset({"a", "an", "some", "any", "no"})


def is_part_of_told(number: Token) -> bool:
    """Whether a number or a sum is a part of what was told before: "Of this, 3 million came from X"."""
    of = _of_before(number)
    pointed = list(of.children) if of is not None else []
    return any(t.lower_ in _TOLD or any(c.lower_ in _TOLD for c in t.lefts) for t in pointed)


_TOLD = words_of("pronouns for what was told of") | {"which"}


def counted_whole(noun: Token) -> Token | None:
    """The number of the whole in "12 of the 20 guns", "the first of 20", where ``noun`` is the guns."""
    number = noun if noun.like_num else next((c for c in noun.lefts if _is_figure(c)), None)
    if number is not None and any(c.lower_ == "of" for c in number.lefts):
        return number  # "two of six" parsed as one number
    of = noun.head
    part = noun.dep_ == "pobj" and of.lower_ == "of" and (_counts(of.head) or of.head.lower_ in _PARTS)
    return number if part else None


def whole_told(verb: Token) -> Token | None:
    """The number of the whole of which a clause tells: "the first of 40 that X agreed to buy"."""
    while verb.dep_ == "xcomp":
        verb = verb.head
    set_off = verb.dep_ == "acl" and verb.doc[verb.i - 1].text == ","  # "the first of 24, unloaded at night"
    if verb.dep_ not in ("relcl", "acl") or set_off:
        return None
    of = next((c for c in verb.head.rights if c.lower_ == "of" and c.i < verb.i), None)
    behind = next(iter(of.rights), None) if of is not None and verb.head.lower_ in _PARTS else None
    return counted_whole(behind or verb.head)


def _is_figure(token: Token) -> bool:
    return token.like_num and token.dep_ == "nummod"


def whole_before(phrase: Token) -> bool:
    """Whether a phrase says of a whole how far it has come: "174 of the 364 guns on order"."""
    whole = phrase.nbor(-1) if phrase.i else phrase
    bare = whole.like_num and whole.dep_ == "pobj" and whole.head.lower_ == "of"
    return bare or counted_whole(whole) is not None


_PARTS = words_of("ranks in a row") | {"rest", "remainder"}


def _counts(token: Token) -> bool:
    return token.like_num or token.lower_ in ("none", "most", "half", "several", "some", "few")


def _of_before(token: Token) -> Token | None:
    """The "Of" that opens the sentence, or the clause after a semicolon or "and", before ``token``."""
    for at in range(token.i - 1, max(token.sent.start, token.i - LONGEST) - 1, -1):
        one = token.doc[at]
        if one.lower_ == "of":
            opens = at == token.sent.start or token.doc[at - 1].text in (";", ":", "“", '"')
            return one if opens else _of_before(one)
        if one.text in (";", ":"):
            return None
    return None
