"""Where does a clause without a relative pronoun hang on goods: "the arms Ruritania got were"?"""

from __future__ import annotations

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import FINITE, Doc, Token

_HELPING = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ASIDE = frozenset({"acl", "csubj", "ccomp", "advcl", "relcl"})


def hang_contact_clause(doc: Doc, mention: ActorMention, goods: frozenset[int]) -> None:
    """Of ``the arms Ruritania got were Sylvanian``: what is no apposition is the subject of a clause.

    Args:
        doc: the tree, mended in place.
        mention: the party that may be that subject.
        goods: where the heads of names for goods stand.
    """
    if not mention.first:
        return
    name, noun = doc[mention.last - 1], doc[mention.first - 1]
    if noun.lower_ == "the" and mention.first > 1:
        noun = doc[mention.first - 2]
    verb = _verb_behind(doc, name)
    if noun.pos_ not in ("NOUN", "PROPN") or verb is None:
        return
    if name.dep_ == "appos" and name.head == noun and noun.i in goods and _holds_no_more(verb, noun, name):
        _hang_beside(noun, name, verb)
    elif (name.dep_ == "appos" and name.head == noun) or name.dep_ == "nsubj":
        _before_main_verb(noun, name, verb)


def _verb_behind(doc: Doc, name: Token) -> Token | None:
    """The verb right behind a party and those joined to it, behind its helping verb."""
    at = max((t.i for t in name.subtree if t.dep_ in ("conj", "cc")), default=name.i) + 1
    if at >= len(doc):
        return None
    verb = doc[at]
    if verb.dep_ in _HELPING:
        verb = verb.head
    return verb if verb.pos_ in ("VERB", "AUX") else None


def _holds_no_more(verb: Token, noun: Token, name: Token) -> bool:
    """Whether a verb that hangs beside the goods has no subject, or takes these for it."""
    finite = verb.tag_ in FINITE or any(c.tag_ in FINITE for c in verb.children if c.dep_ in _HELPING)
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    return finite and verb.dep_ in _ASIDE and subjects in ([], [noun]) and verb.i > name.i


def _hang_beside(noun: Token, name: Token, verb: Token) -> None:
    """Hang a verb that was put beside the goods below them, and the party below the verb."""
    if noun.head == verb:  # "the jets X ordered will come": they come
        noun.head, noun.dep_ = verb.head, "nsubj"
    verb.head = noun
    if verb.head == noun:
        verb.dep_, name.dep_ = "relcl", "nsubj"
        name.head = verb


def _before_main_verb(noun: Token, name: Token, verb: Token) -> None:
    """Make the later verb without a subject the main one, where the goods were taken for the first one's."""
    top = noun
    while top.dep_ in ("pobj", "prep") and top.head.i < top.i:
        top = top.head
    later = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if _lacks_subject(t, verb)]
    if noun.pos_ != "NOUN" or top.dep_ not in _SUBJECTS or top.head != verb or not later:
        return
    main, above, dep = later[0], verb.head, verb.dep_
    main.head, main.dep_ = (main, "ROOT") if above == verb else (above, dep)
    top.head = main
    for mark in [c for c in verb.children if c.dep_ == "mark"]:
        mark.head = main
    verb.head, verb.dep_ = noun, "relcl"
    name.head, name.dep_ = verb, "nsubj"


def _lacks_subject(verb: Token, first: Token) -> bool:
    """Whether a verb behind the first one has no subject of its own: joined to it, or its object."""
    if verb.pos_ not in ("VERB", "AUX") or any(c.dep_ in (*_SUBJECTS, "expl", "cc") for c in verb.children):
        return False
    joined = verb.dep_ in ("conj", "ROOT") and verb.tag_ in FINITE
    told = verb.dep_ == "ccomp" and verb.head == first
    return joined or (told and any(c.dep_ in _HELPING and c.tag_ in FINITE for c in verb.children))
