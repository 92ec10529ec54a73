"""Which finite verb did the parser hang below a participle: "Arms sold to X last year were found in Y"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import SUBJECTS, infinitive, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_MOVING = words_of("verbs of moving goods") | words_of("verbs that need an object")
"""Verbs that need an object, so that their past form without one is a participle."""

_DAYS = words_of("nouns of time") | words_of("days of the week")
_HELD_TO = frozenset(
    {"allege", "assess", "assume", "believe", "claim", "estimate", "expect", "hold", "intend", "know", "mean"}
) | {"presume", "report", "reckon", "say", "suppose", "suspect", "think", "understand"}
"""Verbs of what is held to be so: "rifles thought to come from X were seized"."""

_BELOW = frozenset({"conj", "advcl", "ccomp", "dep"})
_AUXILIARY = frozenset(
    {"have", "has", "had", "was", "were", "is", "are", "will", "would", "may", "might", "could"}
)
_OPENING = frozenset({"mark", "cc", "expl", *SUBJECTS})
_CLIMB = 4


def raise_main_verb(goods: Token) -> None:
    """Of ``arms sold to X last year were found in Y``: the finite verb tells, the participle qualifies.

    Args:
        goods: the head of a goods name; the tree is changed in place where it leaves the second verb
            without a subject.
    """
    noun = goods
    for _ in range(_CLIMB):
        if noun.dep_ not in ("pobj", "prep", "compound", "nmod") or noun.head.i > goods.i:
            break
        noun = noun.head
    participle = noun.head
    if noun.dep_ not in SUBJECTS or not _may_qualify(participle, noun, goods):
        return
    below = (c for c in participle.children if c.i > participle.i and c.dep_ in _BELOW)
    above = (participle.head,) if participle.dep_ == "ccomp" and participle.head.i > participle.i else ()
    alone = _goes_on if _is_done_by(participle) else _finite_alone
    main = next((c for c in (*above, *below) if alone(c)), None) or _beside(participle)
    if main is None:
        return
    first = min((c.i for c in main.children if c.lower_ in _AUXILIARY), default=main.i)
    before = main.doc[first - 1]
    if before.is_punct or before.pos_ in ("CCONJ", "SCONJ"):
        return
    for child in [c for c in main.children if c.i < first and c != participle]:
        child.head = participle
    over, dep = participle.head, participle.dep_
    if over != main:
        main.head, main.dep_ = (main, "ROOT") if over == participle else (over, dep)
    passive = any(c.dep_ == "auxpass" for c in main.children)
    noun.head, noun.dep_ = main, "nsubjpass" if passive else "nsubj"
    for child in [c for c in participle.children if c.dep_ == "mark" or (c.is_punct and c.i > main.i)]:
        child.head = main
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"


def _may_qualify(verb: Token, noun: Token, goods: Token) -> bool:
    """Whether a past form right behind a noun, without an object or an auxiliary, can be its participle."""
    if verb.tag_ not in ("VBN", "VBD") or verb.i != max(noun.i, goods.i) + 1:
        return False
    if any(c.dep_ in ("aux", "auxpass", "dobj", "prt") for c in verb.children):
        return False
    held = any(c.dep_ == "xcomp" and infinitive(c) for c in verb.children)
    if _is_done_by(verb):
        return True
    return verb_lemma(verb) in _MOVING or (held and verb_lemma(verb) in _HELD_TO)


def _is_done_by(verb: Token) -> bool:
    """Whether it is told by whom something is done, so that a past form without "was" is a participle."""
    by = next((c for c in verb.children if c.lower_ == "by" and c.i == verb.i + 1), None)
    who = [t for t in by.children if t.pos_ in ("NOUN", "PROPN")] if by is not None else []
    dated = any(noun_lemma(t) in _DAYS for t in who)
    return bool(who) and not dated and all(c.dep_ != "cc" for c in verb.children)


def _goes_on(verb: Token) -> bool:
    """Of ``two cargoes stopped by the navy held rifles``: a past form that nothing else opens."""
    return _finite_alone(verb) or (
        verb.tag_ in ("VBD", "VBZ", "VBP") and not any(c.dep_ in _OPENING for c in verb.children)
    )


def free_participle(noun: Token) -> None:
    """Of ``a boat halted by the guard carried rifles``: the same of what carries goods."""
    if noun.dep_ in SUBJECTS and noun.head.i == noun.i + 1 and _is_done_by(noun.head):
        raise_main_verb(noun)


def _beside(participle: Token) -> Token | None:
    """The verb of a subject that has a participle beside it: "said the guns found in X came from Y"."""
    if participle.tag_ != "VBN" or participle.dep_ != "ccomp":
        return None
    later = (c for c in participle.head.children if c.i > participle.i and c.dep_ in _BELOW)
    past = (c for c in later if c.tag_ == "VBD")
    return next((c for c in past if not any(t.dep_ in _OPENING for t in c.children)), None)


def _finite_alone(verb: Token) -> bool:
    """Whether a verb has an auxiliary and neither a subject nor a word that opens its clause."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    children = list(verb.children)
    helped = any(c.dep_ in ("aux", "auxpass") and c.lower_ in _AUXILIARY for c in children)
    return helped and not any(c.dep_ in _OPENING for c in children)


def opens_that(word: Token) -> bool:
    """Whether a word opens a clause as "that"."""
    return word.dep_ == "mark" and word.lower_ == "that"


def past_at_noun(verb: Token) -> None:
    """Of ``the contracts concluded with Ruritania``: a past form at a noun is a participle."""
    full = ("nsubj", "aux", "dobj", "oprd", "ccomp", "attr")
    if verb.head.i < verb.i and verb.head.dep_ != "ROOT" and all(c.dep_ not in full for c in verb.children):
        verb.tag_ = "VBN"


_EQUIPPING = frozenset({"arm", "equip", "freeze", "furnish", "outfit", "supply"})


def armed_with(participle: Token) -> None:
    """Of ``rebels were armed with rifles``, ``sales were frozen``: no adjective but the verb there."""
    be = participle.head
    if participle.lower_ == "armed" and participle.tag_ == "JJ" and participle.dep_ != "amod":
        _armed_by(participle)
    if participle.lower_ == "frozen" and participle.dep_ == "acomp":
        participle.tag_, participle.pos_, participle.lemma_ = "VBN", "VERB", "freeze"
    if participle.dep_ != "acomp" or participle.tag_ != "VBN" or be.lemma_ != "be":
        return
    if verb_lemma(participle) not in _EQUIPPING:
        return
    over, dep = be.head, be.dep_
    for child in [c for c in be.children if c != participle]:
        child.head = participle
        child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    participle.head, participle.dep_ = (participle, "ROOT") if over == be else (over, dep)
    be.head, be.dep_ = participle, "auxpass"


def _armed_by(word: Token) -> None:
    """Of ``was armed over the years by Ruritania``: what was done, and by whom."""
    below = [word, *(t for p in word.children if p.dep_ == "prep" for t in p.children)]
    by = next((p for t in below for p in t.children if p.lower_ == "by" and p.i > word.i), None)
    if by is None or not any(c.lemma_ == "be" for c in (word.head, *word.children)):
        return
    word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", "arm"
    by.head, by.dep_ = word, "agent"


_MEANT = frozenset({"bound", "destined", "earmarked", "intended", "meant"})


def meant_for(participle: Token) -> None:
    """Of ``seized guns from Ruritania meant for rebels``: the form behind them is a participle."""
    verb = participle.head
    own = [
        c for c in participle.children if c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj")
    ]
    if participle.lower_ not in _MEANT or verb.pos_ != "VERB" or verb.i > participle.i:
        return
    if own:
        return
    noun = next((c for c in verb.children if c.dep_ == "dobj"), verb)
    if noun.dep_ == "dobj" and verb.i < noun.i < participle.i:
        participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"
