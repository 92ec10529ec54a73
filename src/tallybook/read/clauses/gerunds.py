"""Who does what a verb in -ing says behind a preposition: "information about Iran preparing to give"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ABOUT = frozenset({"about", "of", "on", "over", "regarding", "concerning", "to"})
_LETTING = frozenset(
    {"accede", "agree", "assent", "consent", "object", "objection", "opposition", "approval"}
)
"""Words with "to" for what somebody lets another do or would not have him do."""
_TELLING = words_of("nouns for what is known or feared")


def join_doer(verb: Token) -> None:
    """Hang a verb in -ing on the preposition before its doer, where what is told of is what he does."""
    doer = verb.nbor(-1) if verb.i else verb
    if doer.pos_ == "ADV" and doer.head == verb and doer.i:
        doer = doer.nbor(-1)
    preposition = doer.head
    if doer.dep_ != "pobj" or preposition.lower_ not in _ABOUT or doer.pos_ not in ("PROPN", "NOUN"):
        return
    noun = preposition.head
    about = noun_lemma(noun) in (_TELLING if preposition.lower_ != "to" else _LETTING)
    if verb.head == doer or not about or verb.head.i > preposition.i:
        return
    verb.head, verb.dep_ = preposition, "pcomp"
    if verb.head == preposition:
        doer.head, doer.dep_ = verb, "nsubj"


def count_up_to(word: Token) -> None:
    """Of ``give it up to several hundred``: "up" belongs to the number, not to the verb."""
    behind = word.doc[word.i + 1 : word.i + 4]
    if len(behind) < _COUNTED or behind[0].lower_ != "to":
        return
    to, verb = behind[0], word.head
    if to.dep_ in ("quantmod", "advmod"):
        word.head, word.dep_ = to.head, "quantmod"
        return
    noun = next((c for c in to.children if c.dep_ == "pobj"), None)
    if to.dep_ != "prep" or noun is None or verb.pos_ != "VERB":
        return
    number = next((c for c in noun.lefts if c.dep_ == "nummod" and c.i > to.i), None)
    if number is None or any(c.dep_ == "dobj" and c.i < verb.i for c in verb.children):
        return
    noun.head, noun.dep_ = verb, "dobj"
    for token in (word, to):
        token.head, token.dep_ = number, "quantmod"


_COUNTED = 3
"""Words of "to several hundred", at least."""
