"""Which goods did the parser take for a verb, or hang on a list, so that a clause lost its subject?"""

from __future__ import annotations

from tallybook.read.clauses.actives import free_active
from tallybook.read.clauses.heldup import free_passive
from tallybook.read.clauses.inverted import join_goods
from tallybook.read.clauses.lemmas import SUBJECTS
from tallybook.read.clauses.reduced import raise_main_verb
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_OPENING = frozenset({"mark", "cc", "expl", *SUBJECTS})


def free_goods(noun: Token) -> None:
    """Give goods their place in the clauses around them, in place, where the words leave one way to read."""
    if noun.tag_ in ("VBZ", "VBP", "VB"):
        _no_verb(noun)
    elif noun.head.is_punct:
        _off_comma(noun)
    elif noun.dep_ == "conj":
        _subject_behind_and(noun)
    elif noun.dep_ == "nsubj":
        _said_behind(noun)
        _what_for(noun)
    _event_before(noun)
    raise_main_verb(noun)
    free_active(noun)
    free_passive(noun)
    join_goods(noun)


def _no_verb(noun: Token) -> None:
    """Of ``Mortar rounds that Ruritania sold to X have turned up there``: "rounds" is no verb."""
    compound = [c for c in noun.children if c.dep_ in ("nsubj", "compound") and c.i == noun.i - 1]
    if noun.head != noun or not compound or any(c.dep_ in ("aux", "dobj", "neg") for c in noun.children):
        return
    main = next((c for c in noun.children if c.i > noun.i and _alone(c)), None)
    if main is None:
        return
    compound[0].dep_ = "compound"
    noun.tag_, noun.pos_ = "NNS", "NOUN"
    _make_subject(noun, main)
    for child in [c for c in noun.children if c.i > main.i or c.is_punct]:
        child.head = main


def _subject_behind_and(noun: Token) -> None:
    """Of ``a ship was stopped at a port and goods were seized``: no "and" parts them from their verb."""
    over = noun.head
    if over.dep_ not in ("pobj", "dobj") or over.i > noun.i:
        return
    verb = over.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    main = next((c for c in verb.children if c.i > noun.i and c.dep_ == "conj" and _alone(c)), None)
    if main is None or main.i - noun.right_edge.i > 3 or any(c.dep_ == "conj" for c in noun.children):
        return
    between = noun.doc[noun.right_edge.i + 1 : main.i]
    if any(t.dep_ == "cc" or t.is_punct for t in between):
        return
    for child in [c for c in over.children if c.dep_ == "cc" and c.i < noun.i]:
        child.head = verb
    noun.head, noun.dep_ = main, "nsubjpass" if _is_passive(main) else "nsubj"


def _off_comma(noun: Token) -> None:
    """Of ``Among them were, for the first time, 12 carriers``: nothing hangs on a comma but on the verb."""
    before = noun.doc[noun.sent.start : noun.i]
    verb = next((t for t in reversed(list(before)) if t.pos_ in ("VERB", "AUX")), None)
    if verb is not None:
        noun.head = verb
        if noun.head == verb:
            noun.dep_ = "attr" if verb.lemma_ == "be" else "dobj"


def _event_before(noun: Token) -> None:
    """Of ``Its aid since the invasion comes to``: "since" leads to a noun, the verb is that of the goods."""
    mark = next((c for c in noun.doc[noun.i :] if c.dep_ == "mark" and c.lower_ in _SINCE), None)
    verb = mark.head if mark is not None else noun
    if mark is None or noun.head != noun or verb.head != noun or verb.tag_ not in ("VBZ", "VBP", "VBD"):
        return
    event = next((c for c in verb.children if c.dep_ == "nsubj" and mark.i < c.i < verb.i), None)
    if event is None or any(t.is_punct for t in noun.doc[noun.i : verb.i]):
        return
    _make_subject(noun, verb)
    mark.head, mark.dep_, mark.pos_ = noun, "prep", "ADP"
    event.head, event.dep_ = mark, "pobj"
    for child in [c for c in noun.children if c.i > verb.i]:
        child.head = verb


_SINCE = frozenset({"since", "after", "before", "until"})


def _what_for(noun: Token) -> None:
    """Of ``wants jets from Ruritania to guard its skies``: "to" says what for, the goods are the object."""
    use, asking = noun.head, noun.head.head
    aim = use.tag_ == "VB" and use.dep_ in ("ccomp", "xcomp") and any(c.lower_ == "to" for c in use.lefts)
    if not aim or asking.pos_ != "VERB" or not asking.i < noun.i < use.i or use.lemma_ in _COMING:
        return
    taken = any(c.dep_ in ("dobj", "auxpass") for c in asking.children)
    acts = any(c.dep_ == "dobj" for c in use.children) or any(c.lower_ == "from" for c in noun.children)
    if acts and not taken and not any(c.dep_ in ("auxpass", "aux") and c.tag_ != "TO" for c in use.children):
        noun.head, noun.dep_ = asking, "dobj"
        use.dep_ = "advcl"


def _said_behind(noun: Token) -> None:
    """Of ``has not requested the jets, X Y, its envoy, stated``: who says so stands behind the comma."""
    said, verb = noun.head, noun.head.head
    loose = said.dep_ == "ccomp" and verb.pos_ == "VERB" and verb.i < noun.i and str(said.lemma_) in _SAYING
    followed = noun.i + 1 < len(noun.doc) and noun.nbor().text == ","
    if not (loose and followed) or any(c.dep_ in ("dobj", "auxpass") for c in verb.children):
        return
    speaker = next((c for c in noun.children if c.dep_ in ("conj", "appos") and c.pos_ == "PROPN"), None)
    if speaker is not None:
        noun.head, noun.dep_ = verb, "dobj"
        speaker.head, speaker.dep_ = said, "nsubj"


_SAYING = words_of("verbs of saying aside") | {
    "add",
    "announce",
    "declare",
    "insist",
    "state",
    "stress",
    "tell",
}
_COMING = frozenset({"arrive", "be", "come", "enter", "follow", "get", "go", "join", "reach", "start"})
"""What goods do when they come: somebody who wants them to is told of them on their way."""


def _make_subject(noun: Token, main: Token) -> None:
    main.head, main.dep_ = main, "ROOT"
    noun.head, noun.dep_ = main, "nsubjpass" if _is_passive(main) else "nsubj"


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _alone(verb: Token) -> bool:
    """Whether a finite verb has neither a subject nor a word that opens its clause."""
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or (verb.pos_ == "VERB" and helped)
    return finite and not any(c.dep_ in _OPENING and c.i < verb.i for c in verb.children)
