"""Does what somebody rejects or disputes stand for what was told, or is it a thing of its own?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of


def is_charge(noun: Token, lexicon: Lexicon, *, aside: bool) -> bool:
    """Whether a noun stands for what was told; beside what is told, a dealing only where it points back."""
    dealing = as_told(noun, lexicon) if aside else noun_lemma(noun) in lexicon.dealings
    return dealing or noun_lemma(noun) in lexicon.charges


def as_told(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun of dealing only points back: "the trade", "any role", not "the sale of tanks to X"."""
    points = any(c.lower_ in _BACK for c in noun.lefts)
    return points and noun_lemma(noun) in lexicon.dealings and not any(c.i > noun.i for c in noun.children)


_BACK = frozenset({"the", "this", "these", "any", "all", "such", "its", "their"})


def tells_which(verb: Token, scene: Scene) -> bool:
    """Whether a clause behind goods only tells what is done with them: who writes guns off denies nothing."""
    clause = verb if verb.dep_ == "relcl" else verb.head
    if clause.dep_ != "relcl" or clause.head.i not in scene.goods_at:
        return False
    set_off = any(t.text == "," for t in verb.doc[clause.head.i : clause.left_edge.i + 1])
    return not set_off or verb_lemma(verb) == "write"


def calls_another(token: Token, lexicon: Lexicon) -> bool:
    """Whether what is called untrue is a thing of its own: "called the budget a joke"."""
    if verb_lemma(token.head) not in CALLING or token.dep_ not in ("oprd", "acomp", "attr", "ccomp"):
        return False
    called = [c for c in token.head.children if c.dep_ == "dobj" and c.i < token.i]
    told = lexicon.charges | lexicon.dealings | lexicon.untrue | _MATTERS
    return any(c.pos_ == "NOUN" and noun_lemma(c) not in told for c in called)


CALLING = words_of("verbs of calling something so")
_MATTERS = (
    words_of("words for news")
    | words_of("nouns for what is carried out")
    | {
        "part",
        "talk",
        "affair",
        "all",
        "case",
        "comment",
        "incident",
        "matter",
        "remark",
        "statement",
        "thing",
    }
    | {"thing", "whole", "word"}
)
"""Nouns for what was told, or for what was done."""
