"""Where does a clause with "what", or a past verb before its object, hang on the verb that follows?

"What we ordered we do not get", "Ruritania ordered jets but has not received them".
"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import SUBJECTS, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_WHAT = frozenset({"what", "whatever"})
_COMES_TO = words_of("verbs of summing up") | {"be", "come", "include", "mean"}
"""Verbs behind which stands what it is: "what they gave comes to a million rounds"."""

_SUBJECTS = {"csubj": "nsubj", "csubjpass": "nsubjpass"}


def hang_what(what: Token) -> None:
    """Make "what" the noun of its clause, in place, where it is an end of the verb that follows."""
    verb = what.head
    if what.lower_ not in _WHAT or what.dep_ != "dobj" or what.sent[-1].text == "?":
        return
    main = verb.head
    if main.i < verb.i or main.pos_ not in ("VERB", "AUX") or verb_lemma(main) in _COMES_TO:
        return
    if verb.dep_ in _SUBJECTS:
        dep = _SUBJECTS[verb.dep_]
    elif verb.dep_ == "advcl" and not any(c.dep_ in ("dobj", "mark") for c in main.children if c != what):
        dep = "dobj"
    else:
        return
    what.head, what.dep_ = main, dep
    verb.head, verb.dep_ = what, "relcl"


def hang_said(saying: Token) -> None:
    """Of ``seized rifles that they suspect came from X``: what came is what "that" stands for."""
    subjects = [c for c in saying.children if c.dep_ == "nsubj" or (c.dep_ == "mark" and c.lower_ == "that")]
    if saying.dep_ != "relcl" or len(subjects) != _TWO or subjects[0].lower_ not in ("that", "which"):
        return
    behind = next((t for t in saying.doc[saying.i + 1 : saying.i + 4] if t.pos_ == "VERB"), None)
    if behind is None or verb_lemma(saying) not in _SAYING or any(t.is_punct for t in behind.lefts):
        return
    if (behind.head.i > saying.i and behind.head != saying) or any(
        c.dep_ in SUBJECTS or c.dep_ == "mark" for c in behind.children
    ):
        return
    passive = any(c.dep_ == "auxpass" for c in behind.children)
    behind.head, behind.dep_ = saying, "ccomp"
    subjects[0].head, subjects[0].dep_ = behind, "nsubjpass" if passive else "nsubj"


def hang_kept(verb: Token) -> None:
    """Of ``the rifles that X keeps sending``: what is sent is what "that" stands for."""
    meant = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in ("that", "which")), None)
    acts = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG"]
    if meant is None or meant.i > verb.i or len(acts) != 1 or any(c.dep_ == "dobj" for c in acts[0].children):
        return
    meant.head = acts[0]


_SAYING = words_of("verbs of saying aside")
_TWO = 2


def free_past(verb: Token) -> None:
    """Make the past verb between a name and its object a verb, in place, where "but" or "and" goes on."""
    noun, main = verb.head, verb.head.head
    name = verb.nbor(-1) if verb.i else verb
    if name.head != noun or name.pos_ != "PROPN" or noun.dep_ not in ("nsubj", "nsubjpass"):
        return
    joint = next((c for c in main.children if c.dep_ == "cc" and noun.i < c.i < main.i), None)
    if joint is None or main.pos_ not in ("VERB", "AUX"):
        return
    above, dep = main.head, main.dep_
    verb.head, verb.dep_ = (verb, "ROOT") if above == main else (above, dep)
    verb.pos_ = "VERB"
    name.head, name.dep_ = verb, "nsubj"
    for child in [c for c in noun.children if c.i < verb.i]:
        child.head = name
    noun.head, noun.dep_ = verb, "dobj"
    main.head, main.dep_ = verb, "conj"
    joint.head = verb
