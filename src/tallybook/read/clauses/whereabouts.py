"""Where does "be" say that goods have come, or will: "the first jets are in X", "all will be there"?"""

from __future__ import annotations

from tallybook.read.clauses.having import HANDS
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import FINITE, Token
from tallybook.vocabulary.wordlists import words_of

_STORES = words_of("where arms lie in store") | words_of("where a force keeps arms")
_STANDING = frozenset({"stand", "park", "base", "station"})
_GROUNDS = frozenset({"barracks", "capital", "camp", "apron", "hangar", "tarmac", "runway", "yard", "range"})
_GROUND = frozenset({"soil", "territory"})
_BEFORE = frozenset({"once", "formerly", "previously", "originally", "until", "earlier"})
_FORMER = frozenset(
    {"former", "ex", "retired", "used", "second-hand", "surplus", "decommissioned", "mothballed"}
)
_BY_NOW = frozenset({"already", "now", "finally", "meanwhile", "all", "both", "since"})
_WHICH = frozenset({"first", "last", "all", "remaining", "both", "half", "latest", "another", "further"})
_FORCES = words_of("forces that have arms")
_COUNTS = words_of("words that count what is left out") | {"next", "two", "three", "pair", "each"}
_FIGHTERS = words_of("nouns for who fights a state") | {"fighter", "gunman", "movement"}
_SHARES = frozenset({"thirds", "quarters", "fifths", "tenths", "half", "third", "quarter", "lot", "batch"})
_TIMES = words_of("nouns of time")
_SITES = words_of("where goods that have come are")
_WHERE = frozenset({"in", "at", "on", "with"})
_DUE = words_of("feasts and ends by which something is due")
_LEADING = frozenset({"be", "expect", "plan", "schedule", "ought"})
_YEAR = 4


def comes_to_be(name: str, verb: Token) -> str | None:
    """The word of transfer that a verb stands for which tells where goods are, by now or some day.

    Args:
        name: the word of transfer that the verb was found as.
        verb: the verb.
    """
    if name in ("aboard", "be there") and has_come(verb):
        return "end up with" if _is_with_force(verb) else "arrive"
    return "end up with" if name == "choose" and _ends_up_with(verb) else None


def has_come(verb: Token) -> bool:
    """Whether goods are said to be at a party, by now or some day.

    Goods that are named ("the first jets are in Ruritania") must be with a party; a number that stands for
    them ("six are at the border", "all will be there by May") can be wherever goods are that have come.
    """
    if verb.lemma_ in _STANDING:
        return _stands(verb)
    if any(c.lower_ == "under" for c in verb.children):
        return False  # "under construction in Port X"
    if verb.lemma_ != "be" or any(c.dep_ in ("neg", "auxpass") or c.lower_ == "due" for c in verb.children):
        return False
    ahead = _is_ahead(verb)
    been = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    if verb.tag_ not in FINITE and not (ahead or been):
        return False
    counted = [c for c in _subjects(verb) if _stands_for_goods(c)]
    if counted:
        return _with_party(verb) or _somewhere(verb)
    subjects = [c for c in _subjects(verb) if c.tag_ in ("NNS", "NNPS", "NN", "JJ", "JJS") or _some_own(c)]
    if ahead and _somewhere(verb) and any(c.lower_ in ("the", "these") for s in subjects for c in s.lefts):
        return True
    when = {t.lower_ for c in verb.children for t in (c, *c.children)} & _BY_NOW
    if subjects and when and any(c.lower_ in ("there", "here") and c.dep_ != "expl" for c in verb.children):
        return True
    once = any(map(_was_elsewhere, subjects))
    if not _with_party(verb) or (verb.tag_ == "VBD" and not (ahead or once or _held(verb))):
        return False
    which = any(_picks_out(t) for s in subjects for t in (s, *s.lefts))
    return bool(subjects) and bool(which or when or once or _held(verb) or (ahead and _is_timed(verb)))


def _was_elsewhere(goods: Token) -> bool:
    """Whether goods are told to have been another's before: "jets that once flew for X"."""
    said = [c for c in goods.children if c.dep_ in ("relcl", "acl") and c.i > goods.i]
    before = any(c.lower_ in _BEFORE for v in said for c in v.children)
    return before or any(c.lower_ in _FORMER for c in goods.lefts)


def _picks_out(word: Token) -> bool:
    """Whether a word says which of several goods are meant: "all", "another", "a ninth launcher"."""
    return word.lower_ in _WHICH or (word.tag_ == "JJ" and word.like_num)


def _stands(verb: Token) -> bool:
    """Whether goods are told to stand where goods are that have come: "some already stand round X"."""
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    beside = _led(verb, *_WHERE, "around", "round", "near", "outside")
    return any(t.pos_ == "PROPN" or noun_lemma(t) in _SITES | _STORES | _GROUNDS for t in beside)


def _is_ahead(verb: Token) -> bool:
    """Whether something is only to be somewhere: "will soon be in Ruritania", "are to be at the front"."""
    if verb.tag_ != "VB":
        return False
    words = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    led = verb.dep_ == "xcomp" and "to" in words and verb.head.lemma_ in _LEADING
    return led or bool(words & {"will", "should", "shall", "'ll", "’ll"})


def _is_timed(verb: Token) -> bool:
    """Whether it is said when goods are to be somewhere: "by Easter", "in two weeks", "next month"."""
    timed = [c for c in verb.children if c.dep_ in ("npadvmod", "advmod")]
    timed += [t for p in verb.children if p.dep_ == "prep" for t in p.children]
    return any(noun_lemma(t) in _TIMES | _DUE or (t.like_num and len(t.text) == _YEAR) for t in timed)


def _subjects(verb: Token) -> list[Token]:
    """What is said to be somewhere, also behind "there": "by June there were eight of them in X"."""
    if any(c.dep_ == "expl" for c in verb.children):
        return [c for c in verb.children if c.dep_ in ("attr", "nsubj")]
    over = verb.head if verb.dep_ == "xcomp" else verb
    return [c for c in over.children if c.dep_ == "nsubj"]


def _stands_for_goods(token: Token) -> bool:
    """Whether a bare number or quantifier counts what it leaves out: "six", "the first ten", "all"."""
    of = [t for p in token.children if p.lower_ == "of" for t in p.children]
    if any(t.lower_ not in ("them", "these", "those", "it") for t in of):
        return False
    ordinal = token.dep_ == "nsubj" and token.lower_ in ("first", "second", "third", "last", "next")
    if any(c.lemma_.lower() in _TIMES for c in token.children):
        return False  # "500 a month are used up"
    shares = token.lower_ in _SHARES | _COUNTS
    bare = token.pos_ == "NUM" or shares or token.like_num or ordinal
    return bare and not any(c.dep_ in ("relcl", "compound", "poss") for c in token.children)


def _some_own(number: Token) -> bool:
    """Whether a number counts some of what is somebody's: "four of its jets"."""
    of = [t for p in number.children if p.lower_ == "of" for t in p.children]
    return number.tag_ == "CD" and any(c.tag_ == "PRP$" for t in of for c in t.lefts)


def _led(verb: Token, *words: str) -> list[Token]:
    counted = (t for t in _subjects(verb) if t.i > verb.i)  # "there were eight of them in Ruritania"
    over = [verb, *(t for c in counted for t in c.subtree)]
    return [t for o in over for p in o.children if p.dep_ == "prep" and p.lower_ in words for t in p.children]


def _held(verb: Token) -> bool:
    """Whether goods are with a force, or in somebody's hands."""
    owned = [t for t in _led(verb, "in") if noun_lemma(t) in HANDS]
    forces = any(noun_lemma(t) in _FORCES for t in _led(verb, "with"))
    return forces or any(c.text[:1].isupper() or c.tag_ == "PRP$" for t in owned for c in t.lefts)


def _is_with_force(verb: Token) -> bool:
    """Whether goods are told to be with who has arms: "should be with the army by May"."""
    return any(noun_lemma(t) in _FORCES for t in _led(verb, "with"))


def _ends_up_with(verb: Token) -> bool:
    """Whether goods are told to come to somebody at last, not somebody to goods: "rifles ended up with X"."""
    if verb_lemma(verb) not in ("end", "wind", "wound") or any(c.pos_ == "PROPN" for c in _subjects(verb)):
        return False
    led = _led(verb, "with")
    return _is_with_force(verb) or any(t.pos_ == "PROPN" or noun_lemma(t) in _FIGHTERS for t in led)


def _with_party(verb: Token) -> bool:
    if _held(verb) or any(t.pos_ == "PROPN" or noun_lemma(t) == "country" for t in _led(verb, "in")):
        return True
    ground = [t for t in _led(verb, "in", "on") if noun_lemma(t) in _GROUND]
    return any(c.text[:1].isupper() for t in ground for c in t.lefts)


def _somewhere(verb: Token) -> bool:
    """Whether the place is one where goods are that have come, or come just now."""
    if any(c.lower_ in ("there", "here", "operational") and c.dep_ != "expl" for c in verb.children):
        return True
    places = _led(verb, *_WHERE)
    return any(noun_lemma(t) in _SITES or t.lower_ in _SITES for t in places)


KEPT = frozenset({"found", "stored"})
"""Frames of words that tell where goods were found or lie."""

_IN = frozenset({"in", "at", "inside", "from", "within"})


def stores_at(verb: Token) -> list[Token]:
    """The places that a word leads to where a force keeps arms."""
    preps = [p for p in verb.children if p.dep_ == "prep"]
    preps += [o for p in preps if p.lower_ == "out" for o in p.children if o.lower_ == "of"]
    led = [c for p in preps if p.lower_ in _IN or p.head.lower_ == "out" for c in p.children]
    return [c for c in led if c.dep_ == "pobj" and noun_lemma(c) in _STORES]


def lies_in_store(verb: Token) -> bool:
    """Whether something is told to be where a force keeps arms: "lay in a depot of the rebels"."""
    known = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return bool(known) and bool(stores_at(verb)) and not any(c.dep_ == "neg" for c in verb.children)
