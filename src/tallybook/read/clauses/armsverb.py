"""Where did the parser take the verb of ``Ruritania armed Sylvania's army`` for what qualifies a name?"""

from __future__ import annotations

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc, Token

_ARMING = {
    form: tag
    for verb in ("arm", "rearm", "equip")
    for form, tag in ((verb, "VBP"), (f"{verb}s", "VBZ"), (f"{verb}ed", "VBD"), (f"{verb}ped", "VBD"))
}
_INSIDE = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_STEPS = 6
"""Words from a name inside a noun phrase to the noun that leads the phrase."""


def free_arming(doc: Doc, giver: ActorMention, takers: frozenset[int]) -> None:
    """Make the word of arming between two names the verb of its clause, in place.

    Args:
        doc: the text.
        giver: the party whose name may stand before the word.
        takers: where the names of parties begin.
    """
    free_hyphened(doc, giver)
    verb = doc[giver.last] if giver.last + 1 < len(doc) else None
    if verb is not None and verb.lower_ == "arms" and verb.tag_ == "NNS" and giver.form != "adjective":
        _free_plural(verb)
    if verb is None or verb.lower_ not in _ARMING or verb.dep_ not in _INSIDE:
        return
    behind = verb.i + 1 + (doc[verb.i + 1].lower_ == "the")
    if giver.form == "adjective" or behind not in takers:
        return
    noun = _led_by(verb)
    if noun is None or noun.i < verb.i or any(c.dep_ in ("det", "poss") and c.i < verb.i for c in noun.lefts):
        return
    subject = _top(doc[giver.last - 1], verb)
    own = [c for c in noun.children if c.i < verb.i and c != subject]
    _raise(verb, noun)
    subject.head, subject.dep_ = verb, "nsubj"
    for child in own:
        if child.dep_ in ("punct", "advmod", "mark", "cc", "prep"):
            child.head = verb


def free_hyphened(doc: Doc, giver: ActorMention) -> None:
    """Of ``Ruritania air-dropped rifles to X``: the word of two parts is the verb of its clause."""
    words = doc[giver.last : giver.last + 3]
    if len(words) < _PARTS or words[1].text != "-" or words[2].lower_ not in _HYPHENED:
        return
    verb, noun = words[2], words[2].head
    if giver.form == "adjective" or verb.dep_ != "amod" or noun.i < verb.i or noun.dep_ not in _ALONE:
        return
    subject = _top(doc[giver.last - 1], verb)
    own = [c for c in noun.children if c.dep_ in ("prep", "punct", "advmod", "mark", "npadvmod")]
    over, dep = (verb, "ROOT") if noun.head == noun else (noun.head, noun.dep_)
    verb.head, verb.dep_, verb.tag_, verb.pos_ = over, dep, "VBD", "VERB"
    noun.head, noun.dep_ = verb, "dobj"
    subject.head, subject.dep_ = verb, "nsubj"
    for child in own:
        child.head = verb


_PARTS = 3
_HYPHENED = frozenset({"dropped", "exported", "lifted", "sold", "supplied"})
_ALONE = frozenset({"ROOT", "ccomp"})


def _free_plural(verb: Token) -> None:
    """Of ``Port X arms the rebels with mortars``: no arms of a town stand beside the name of a group."""
    name = verb.doc[verb.i - 1]
    taken = [c for c in verb.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i <= verb.i + _NEAR]
    if name.head != verb or not taken or any(c.i < name.i for c in verb.lefts):
        return
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", "arm"
    name.dep_, taken[0].dep_ = "nsubj", "dobj"


_NEAR = 3


def _led_by(verb: Token) -> Token | None:
    """The noun that leads the phrase of which the word was taken for a part."""
    noun = verb.head
    for _ in range(_STEPS):
        if noun.dep_ not in _INSIDE:
            break
        noun = noun.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _top(name: Token, verb: Token) -> Token:
    """The first of the names before the word that are one subject: "X and Y arm"."""
    for _ in range(_STEPS):
        if name.dep_ != "conj" or name.head.i >= verb.i:
            break
        name = name.head
    return name


def _raise(verb: Token, noun: Token) -> None:
    """Let the word stand where the noun stood, and the noun behind it as its object."""
    over, dep = noun.head, noun.dep_
    if over == noun:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = over, "ccomp" if over.pos_ == "VERB" else dep
    noun.head, noun.dep_ = verb, "dobj"
    verb.tag_, verb.pos_ = _ARMING[verb.lower_], "VERB"
    verb.lemma_ = next(lemma for lemma in ("rearm", "equip", "arm") if verb.lower_.startswith(lemma))
