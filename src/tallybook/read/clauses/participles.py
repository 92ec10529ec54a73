"""Where did the parser take a verb for what qualifies its object, or the other way round?

``A Ruritanian ship unloaded guns``, ``planes had landed guns``: the verb is no attribute of the guns.
``Ruritania sold used vehicles to X``: "used" is one.
"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import SUBJECTS
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_KINDS = frozenset({"used", "mounted", "towed", "tracked", "refurbished", "retired", "captured", "guided"})
"""Participles that say of what kind arms are."""

_WORKED_ON = _KINDS | words_of("states of used arms")
_ENDING = frozenset({"to", "from", "for"})
_LED = frozenset({"to", "from", "for", "in", "at", "via", "through", "by", "into", "on", "with"})


def right_participles(doc: Doc) -> None:
    """Make a participle the verb of its clause, or an attribute, in place, where the tree shows it."""
    for token in doc:
        if token.lower_ == "hunting":
            _bind_purpose(token)
        elif token.lower_ == "pass" and token.dep_ == "ccomp" and token.head.lemma_ == "let":
            _let(token)
        if token.tag_ not in ("VBN", "VBD"):
            continue
        if token.dep_ == "amod" and token.head.i > token.i:
            _free(token)
        elif token.lower_ in _KINDS:
            _bind(token)
        if token.dep_ == "conj" and token.lower_ in _WORKED_ON:
            _bind_in_list(token)


def _free(verb: Token) -> None:
    """Raise a verb that seems to qualify its object: it has a subject, or "had" stands before it."""
    noun, before = verb.head, verb.nbor(-1) if verb.i else verb
    if before.lemma_ == "have" and before.head == verb and noun.head.i < before.i:
        _free_perfect(verb, before, noun)
    elif any(c.dep_ == "nsubj" for c in verb.children):
        over, dep = (noun.head, noun.dep_) if noun.head != noun else (verb, "ROOT")
        _lead(noun, verb)
        verb.head, verb.dep_, verb.tag_, verb.pos_ = over, dep, "VBD", "VERB"
        noun.head, noun.dep_ = verb, "dobj"


def _free_perfect(verb: Token, have: Token, noun: Token) -> None:
    """Of ``fell out with X because it had armed Y``: behind "had" stands a verb with its object."""
    own = [*have.children, *(c for c in verb.children if c != have)]
    opened = any(c.dep_ == "mark" for c in own)
    over = noun.head
    _lead(noun, verb)
    verb.head, verb.dep_, verb.tag_, verb.pos_ = over, "advcl" if opened else "ccomp", "VBN", "VERB"
    have.dep_, have.pos_ = "aux", "AUX"
    for child in own:
        child.head = verb
    noun.head, noun.dep_ = verb, "dobj"


def _lead(noun: Token, verb: Token) -> None:
    """Hang on the verb what hangs behind its object."""
    for child in [c for c in noun.children if c.i > noun.i and (c.lower_ in _LED or c.dep_ == "punct")]:
        child.head = verb


def _bind(word: Token) -> None:
    """Make a word that says of what kind the object is no verb: "sold used vehicles"."""
    verb = word.nbor(-1) if word.i else word
    noun = next((c for c in word.children if c.dep_ == "dobj" and c.i > word.i), None)
    if (
        noun is None
        or word.head != verb
        or verb.pos_ != "VERB"
        or word.dep_ not in ("advcl", "ccomp", "xcomp")
    ):
        return
    for child in [c for c in word.children if c != noun]:
        child.head = verb
    noun.head, noun.dep_ = verb, "dobj"
    word.head, word.dep_, word.tag_, word.pos_ = noun, "amod", "VBN", "VERB"


def _bind_purpose(word: Token) -> None:
    """Of ``sold Ruritania hunting rifles``: what the goods are for, and nobody's search."""
    noun = next((c for c in word.children if c.dep_ == "dobj" and c.i == word.i + 1), None)
    if noun is None or word.head == word:
        return
    noun.head, noun.dep_ = word.head, "pobj" if word.dep_ == "pcomp" else "dobj"
    word.head, word.dep_, word.tag_, word.pos_, word.lemma_ = noun, "compound", "NN", "NOUN", "hunting"


def _let(verb: Token) -> None:
    """Of ``let Ruritanian rifles for X pass``: what is let pass, and how it is called."""
    verb.tag_, verb.pos_ = "VB", "VERB"
    for noun in [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]:
        for name in [c for c in noun.children if c.dep_ in SUBJECTS and c.i == noun.i - 1]:
            name.dep_ = "compound"


def _bind_in_list(word: Token) -> None:
    """Make a word that says of what kind the last object of several is no verb: "sold X and upgraded Y"."""
    verb, noun = word.head, word.nbor() if word.i + 1 < len(word.doc) else word
    before = word.doc[word.i - 2] if word.i > 1 else word
    if noun.dep_ != "dobj" or noun.head != word or verb.pos_ != "VERB" or word.nbor(-1).lower_ != "and":
        return
    if before.pos_ not in ("NOUN", "PROPN") or not verb.is_ancestor(before) or before.i < verb.i:
        return
    led = any(c.lower_ in _ENDING and c.i > noun.i for c in word.children)
    if not led and not (before.dep_ == "conj" and any(c.text == "," for c in before.head.children)):
        return
    for child in [c for c in word.children if c != noun]:
        child.head = verb
    noun.head, noun.dep_ = before, "conj"
    word.head, word.dep_, word.tag_, word.pos_ = noun, "amod", "VBN", "VERB"
