"""Where does a rough number belong that the parser hangs under "over" or "around"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.text.tree import Token

_GIVING = frozenset({"give", "sell", "send", "offer", "promise", "lend", "grant", "hand", "gift", "pledge"})


def rough_subject(word: Token) -> None:
    """Of ``around 60 of the guns came``: a rough number at the head of a clause is its subject."""
    verb = word.head
    numbers = [c for c in word.children if c.dep_ == "pobj" and (c.pos_ == "NUM" or c.like_num)]
    subjects = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    if not numbers or subjects or verb.pos_ not in ("VERB", "AUX") or word.i > verb.i:
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    numbers[0].head, numbers[0].dep_ = verb, "nsubjpass" if passive else "nsubj"
    word.head, word.dep_ = numbers[0], "advmod"


def rough_object(word: Token) -> None:
    """Of ``gave Ruritania over 300 of its tanks``: behind who gets it a rough number is what is given."""
    verb, doc = word.head, word.doc
    number = doc[word.i + 1] if word.i + 1 < len(doc) else word
    taker = doc[word.i - 1]
    if number.pos_ != "NUM" or number.head != word or taker.head != verb or taker.dep_ != "dobj":
        return
    if taker.pos_ == "PROPN" and verb.i < taker.i and verb_lemma(verb) in _GIVING:
        taker.dep_ = "dative"
        number.head, number.dep_ = verb, "dobj"
        word.head, word.dep_ = number, "advmod"


def rough_like(like: Token) -> None:
    """Of ``something like 200 guns came``: the guns stand where "something" stands."""
    vague = like.head
    counted = [c for c in like.children if c.dep_ == "pobj" and any(t.like_num for t in c.lefts)]
    if vague.lower_ not in ("something", "anything") or not counted or vague.head == vague:
        return
    counted[0].head, counted[0].dep_ = vague.head, vague.dep_
    vague.head, vague.dep_ = counted[0], "advmod"
