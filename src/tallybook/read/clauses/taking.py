"""Where does somebody take arms as a buyer does, not as a catch: "took six jets", "takes tanks from X"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ELSEWHERE = frozenset({"from", "off", "out", "back", "over", "away"})
_HOLDERS = words_of("what holds goods on the way")
_FIGHTERS = words_of("nouns for an armed group")
_LANDS = words_of("nouns for a land")
_WATCHES = words_of("who watches the ways")
_CRAFT = words_of("craft that a state takes from its maker")
_OWN = frozenset({"its", "their"})


def takes_as_buyer(verb: Token) -> bool:
    """Whether a state takes what was made or set aside for it, and nothing is captured."""
    return takes_for_itself(verb) or takes_from(verb) or _takes_craft(verb) or _takes_own(verb)


def _takes_craft(verb: Token) -> bool:
    """Whether ships or aircraft are taken from a state, which nobody captures: "took two frigates from X"."""
    if verb_lemma(verb) != "take" or is_passive(verb) or any(c.dep_ == "prt" for c in verb.children):
        return False
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    craft = [c for c in verb.children if c.dep_ == "dobj" and noun_lemma(c) in _CRAFT]
    led = [p for t in (verb, *craft) for p in t.children if p.lower_ == "from" and p.i > verb.i]
    words = {t.lower_ for d in doers for t in d.subtree}
    named = any(t.pos_ == "PROPN" for p in led for t in p.children)
    return bool(doers and craft) and named and not words & (_WATCHES | _FIGHTERS)


def _takes_own(verb: Token) -> bool:
    """Whether some of what was ordered is taken: "took the second of its C-390s", "took its first jets"."""
    if verb_lemma(verb) != "take" or any(c.dep_ == "prt" or _leads_off(c) for c in verb.children):
        return False
    if not any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in verb.children):
        return False
    taken = [c for c in verb.children if c.dep_ == "dobj"]
    of = [t for c in taken for p in c.children if p.lower_ == "of" for t in p.children]
    counted = any(c.like_num or c.tag_ == "JJ" or c.lower_ in _ORDINALS for c in taken)
    counted = counted and any(o.lower_ in _OWN for t in of for o in t.lefts) and _are_types(of)
    first = any({t.lower_ for t in c.lefts} & _ORDINALS for c in taken)
    return counted or (first and any(o.lower_ in _OWN for c in taken for o in c.lefts))


def _leads_off(word: Token) -> bool:
    """Whether a word says that something is taken off or away, not "from" a state that gave it."""
    bought = word.lower_ == "from" and any(t.pos_ == "PROPN" for t in word.children)
    return word.lower_ in _ELSEWHERE and not bought


def _are_types(nouns: list[Token]) -> bool:
    """Whether things are called by a type or are craft: "its C-390s", "its first frigate"."""
    return any(noun_lemma(t) in _CRAFT or any(c.isdigit() for c in t.text) for t in nouns)


_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last", "half", "rest"})
_WILLING = words_of("words of being willing")
_NOT_FIRST = frozenset({"used", "hand", "secondhand", "new", "more", "additional", "refurbished", "surplus"})
"""Words before goods that are taken over, not captured."""


def takes_for_itself(verb: Token) -> bool:
    """Whether a state takes a number of things that were made for it: "Ruritania took six jets in May"."""
    if verb_lemma(verb) != "take" or is_passive(verb):
        return False
    if any(c.dep_ in ("prt", "dative") or c.lower_ in _ELSEWHERE for c in verb.children):
        return False
    takers = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"]
    taken = [c for c in verb.children if c.dep_ == "dobj"]
    things = [c for c in taken if any(t.dep_ == "nummod" or t.lower_ in _NOT_FIRST for t in c.lefts)]
    things += taken if _for_sum(verb) else []
    words = {t.lower_ for t in takers for t in t.subtree}
    boxed = any(noun_lemma(c) in _HOLDERS for c in things)
    if verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb_lemma(verb.head) in _WILLING:
        return any(t.text[:1].isupper() for c in taken if c.tag_ == "NNS" for t in c.lefts)
    return bool(takers and things) and not boxed and not words & (_WATCHES | _FIGHTERS)


def _for_sum(verb: Token) -> bool:
    """Whether it is told for what sum: "took rifles and shells for 40 million euros"."""
    led = [
        c for over in (verb, *verb.children) for p in over.children if p.lower_ == "for" for c in p.children
    ]
    return any(t.is_currency or t.lower_ in _MILLIONS for c in led if c.dep_ == "pobj" for t in c.subtree)


_MILLIONS = frozenset({"million", "billion"})


def takes_from(verb: Token) -> bool:
    """Whether a state takes goods from another as a buyer does: "Ruritania now takes jets from Sylvania"."""
    collects = verb_lemma(verb) in ("collect", "pick", "fetch") and not is_passive(verb)
    if not collects and (verb_lemma(verb) != "take" or verb.tag_ not in ("VB", "VBZ", "VBP")):
        return False
    over = _willing_over(verb) or (verb.head if verb.dep_ == "conj" else verb)
    doers = [c for v in dict.fromkeys((verb, over)) for c in v.children if c.dep_ == "nsubj"]
    takers = [c for c in doers if c.pos_ == "PROPN" or noun_lemma(c) in _LANDS]
    taken = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
    led = [p for t in (verb, *taken) for p in t.children if p.lower_ == "from" and p.i > verb.i]
    named = any(t.pos_ == "PROPN" for p in led for t in p.children)
    words = {t.lower_ for t in takers for t in t.subtree}
    return bool(takers and taken) and named and not words & (_WATCHES | _FIGHTERS)


def _willing_over(verb: Token) -> Token | None:
    """The verb that says that somebody is ready to take something: "agreed to take", "is ready to"."""
    over = verb.head
    if verb.dep_ != "xcomp" or verb_lemma(over) not in _WILLING:
        return None
    return over.head if over.pos_ == "ADJ" else over
