"""Is it told of a deal spoken of when it was made? "The contract dates from 2019"."""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.text.tree import FINITE, Token
from tallybook.vocabulary.wordlists import words_of

_POINTING = frozenset({"the", "this", "that", "its", "their"})
_DATING = frozenset(
    {"date", "dates", "dated", "dating", "go", "goes", "went", "reach", "reaches", "stretches"}
)
_STEMMING = frozenset({"is", "was", "are", "were", "stem", "stems", "stemmed", "come", "comes", "came"})
_DEALS = frozenset({"contract", "agreement", "treaty", "deed", "letter"})
_KINDS = frozenset({"delivery", "export", "import", "purchase", "procurement", "sale", "supply"})
_TIMES = words_of("nouns of time")
_YEAR = 4
"""Digits of a year."""

_REACH = 8
"""Words behind the noun among which the verb stands: "The contract of purchase for the jets dates"."""


def tells_when_made(noun: Token) -> bool:
    """Whether the words behind a deal spoken of say from when it is."""
    if not any(c.lower_ in _POINTING for c in noun.lefts):
        return False
    behind = noun.doc[noun.i + 1 : min(noun.i + 1 + _REACH, noun.sent.end)]
    return any(_dates(token, token.doc[token.i + 1 : token.i + 4]) for token in behind)


def is_of_a_day(noun: Token) -> bool:
    """Whether a deal is told with its day and a count of its goods: "the deal of 2012 for six ships"."""
    behind = [(p.lower_, t) for p in noun.children for t in p.children if t.dep_ == "pobj"]
    dated = any(p in ("of", "from") and _is_day(t) for p, t in behind)
    dated = dated or any(c.like_num and len(c.text) == _YEAR for c in noun.lefts)
    return dated and any(
        p in ("for", "on", "over") and any(c.like_num or c.dep_ == "nummod" for c in t.lefts)
        for p, t in behind
    )


def _is_day(word: Token) -> bool:
    return noun_lemma(word) in _TIMES or (word.like_num and len(word.text) == _YEAR)


def _dates(verb: Token, behind: list[Token]) -> bool:
    """Whether a word leads to a year or a month: "dates from", "goes back to", "is from May"."""
    words = [t.lower_ for t in behind]
    if verb.lower_ in _DATING and words[:1] == ["back"]:
        return True
    led = verb.lower_ in _DATING | _STEMMING and words[:1] == ["from"]
    return led and any(t.like_num or noun_lemma(t) in _TIMES for t in behind[1:])


def dates_from(word: Token) -> None:
    """Of ``The contract of purchase dates from 2019``: a verb in a sentence that has no other, no noun."""
    of, behind = word.head, word.doc[word.i + 1 : word.i + 2]
    before = [c for c in word.lefts if c.dep_ in ("compound", "nmod", "amod")]
    if word.tag_ != "NNS" or word.dep_ != "pobj" or not before or [t.lower_ for t in behind] != ["from"]:
        return
    deal = of.head
    if deal.head != deal or any(t.tag_ in FINITE for t in deal.sent):
        return
    before[-1].head, before[-1].dep_ = of, "pobj"
    word.head = word
    word.dep_, word.tag_, word.pos_, word.lemma_ = "ROOT", "VBZ", "VERB", "date"
    deal.head, deal.dep_ = word, "nsubj"
    join_kind(of)


def join_kind(of: Token) -> None:
    """Of ``the contract of purchase``, in place: one word for one deal, like "the purchase contract"."""
    kinds = [c for c in of.children if c.dep_ == "pobj"]
    if of.dep_ != "prep" or noun_lemma(of.head) not in _DEALS or of.head.i != of.i - 1 or len(kinds) != 1:
        return
    kind = kinds[0]
    if kind.tag_ == "NN" and noun_lemma(kind) in _KINDS and kind.i == of.i + 1 and not kind.children:
        kind.head, kind.dep_ = of.head, "compound"
