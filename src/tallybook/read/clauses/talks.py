"""Where does the parser go wrong at words of talking: "is bargaining with X", "talks about six jets"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_TALKING = words_of("verbs of talking with somebody")
_TALKS = words_of("nouns for talks")
_FORMS = frozenset(f"{v[:-1] if v.endswith('e') else v}ing" for v in _TALKING)


def talked_about(word: Token) -> None:
    """Of ``talks about six jets``, ``is talking about six jets``: the jets are what the talks are about."""
    number = word.head
    thing = number.head if number.dep_ == "nummod" else number
    talks = thing.head
    if not (number.pos_ == "NUM" and number.i == word.i + 1 and talks.i < word.i < thing.i):
        return
    if verb_lemma(talks) in _TALKING or (thing.dep_ == "appos" and noun_lemma(talks) in _TALKS):
        word.head, word.dep_ = talks, "prep"
        thing.head, thing.dep_ = word, "pobj"


def hang_talk(token: Token) -> None:
    """Hang a word of talking or refusing anew, in place."""
    if token.tag_ == "NN":
        _is_talking(token)
    elif token.dep_ == "prep" and token.lower_ in ("about", "on", "over"):
        _matter_of_talks(token)
    elif token.lower_ in _MAKES and token.pos_ == "VERB":
        _make_of(token)
    elif token.lower_ == "no" and token.dep_ == "intj" and verb_lemma(token.head) in _SAYING:
        for child in [c for c in token.children if c.lower_ == "to" and c.dep_ == "prep"]:
            child.head = token.head  # "said no to the request"


def _matter_of_talks(preposition: Token) -> None:
    """Of ``Talks are under way on six jets``: what they are about, not where anything is."""
    verb = preposition.head
    talks = [c for c in verb.children if c.dep_ == "nsubj" and noun_lemma(c) in _TALKS]
    if talks and verb.lemma_ in ("be", "go") and preposition.i > verb.i:
        preposition.head = talks[-1]


_SAYING = frozenset({"say", "answer"})
_MAKES = frozenset({"make", "design", "build"})


def _make_of(make: Token) -> None:
    """Of ``20 guns of Swiss make to Ruritania``: no verb behind "of" and an adjective."""
    doc, at = make.doc, make.i
    adjective, of = (doc[at - 1], doc[at - 2]) if at > 1 else (make, make)
    if of.lower_ != "of" or adjective.head != of or adjective.dep_ != "pobj":
        return
    guns = of.head
    for child in [c for c in make.children if c.i > at]:
        child.head = guns.head
    make.head, make.dep_, make.tag_, make.pos_ = of, "pobj", "NN", "NOUN"
    adjective.head, adjective.dep_ = make, "amod"


def _is_talking(form: Token) -> None:
    """Of ``is bargaining with Ruritania``: what somebody does, where the parser sees a thing that he is."""
    if form.lower_ not in _FORMS or form.tag_ != "NN":
        return
    be = form.head
    if form.dep_ == "attr" and be.lemma_ == "be" and be.i < form.i and not any(form.lefts):
        form.head, form.dep_ = (form, "ROOT") if be.head == be else (be.head, be.dep_)
        for child in [c for c in be.children if c != form]:
            child.head = form
        be.head, be.dep_ = form, "aux"
    elif not any(c.dep_ == "aux" and c.lemma_ == "be" for c in form.lefts):
        return
    form.tag_, form.pos_, form.lemma_ = "VBG", "VERB", _lemma(form.lower_)


def _lemma(form: str) -> str:
    return next(v for v in _TALKING if form in (f"{v}ing", f"{v[:-1]}ing"))
