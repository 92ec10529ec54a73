"""Which clause did the parser hang on the wrong word: ", to be delivered by May"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import SUBJECTS, verb_lemma
from tallybook.read.text.tree import TENSED, Doc, Token
from tallybook.vocabulary.wordlists import words_of

_COMING = words_of("verbs of coming to somebody")
_TO_COME = _COMING | words_of("verbs of moving goods")
_RELATIVE = frozenset({"that", "which", "who"})
_SAYING = words_of("verbs that close what is said")
_LOOSE = frozenset({"advcl", "xcomp", "parataxis", "ccomp", "acl", "conj", "dep"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "DET", "ADJ"})
_REACH = 24
"""Tokens before a comma within which the goods of an infinitive behind it stand."""


def mend_trailing(doc: Doc) -> None:
    """Hang what follows a comma or hangs too deep anew, in place, before anything is counted."""
    for token in doc:
        if token.lower_ in _RELATIVE and token.dep_ == "nsubj" and token.i and token.nbor(-1).text == ",":
            _cleft(token)
        elif token.tag_ == "VBD" and token.dep_ == "conj":
            _passive_too(token)
        elif token.tag_ == "WDT" and token.i and not token.is_sent_end and doc[token.i + 1].text == ",":
            _said_between(token)
        elif token.dep_ == "conj" and token.pos_ == "VERB" and token.head.dep_ in ("ROOT", "parataxis"):
            _behind_said(token)
        elif token.dep_ == "xcomp" and token.tag_ == "VB" and token.head.tag_ in ("VBN", "JJ"):
            _behind_planned(token)
        elif token.dep_ == "relcl" and verb_lemma(token) in _COMING:
            _comes_by_itself(token)


def _behind_planned(verb: Token) -> None:
    """Of ``is due to fly to X, on Monday, with 20 guns``: what follows belongs to the flight."""
    planned = verb.head
    over = [planned, planned.head] if planned.dep_ == "acomp" else [planned]
    for phrase in [c for t in over for c in t.rights if c.dep_ == "prep" and c.i > verb.i]:
        phrase.head = verb


def mend_to_come(doc: Doc, goods: frozenset[int]) -> None:
    """Hang an infinitive behind a comma on the goods that it tells of, in place.

    Args:
        doc: the block.
        goods: the tokens that goods are named by.
    """
    for token in doc:
        if token.dep_ == "npadvmod" and token.i in goods:
            _behind_taker(token)
        if token.lower_ == "to" and token.i and token.doc[token.i - 1].text in (",", "–", "—"):
            _still_to_come(token, goods)
        elif token.lower_ == "which" and token.dep_ == "pobj" and token.head.lower_ == "of":
            _some_of_which(token, goods)


def _still_to_come(to: Token, goods: frozenset[int]) -> None:
    """Of ``ordered nine jets from X, to be delivered by May``: the jets are to be delivered."""
    verb, doc = to.head, to.doc
    if to.dep_ != "aux" or verb.i - to.i > 2 or verb.dep_ not in _LOOSE or verb_lemma(verb) not in _TO_COME:
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    moves = passive or verb_lemma(verb) in _COMING
    if not moves or any(c.dep_ in (*SUBJECTS, "dobj") for c in verb.children):
        return
    before = [doc[i] for i in range(max(to.sent.start, to.i - _REACH), to.i) if i in goods]
    held = [t for t in before if t.dep_ in ("dobj", "pobj", "attr", "nsubjpass", "conj")]
    if held and not any(t.tag_ in TENSED for t in doc[held[-1].i : to.i]):
        verb.head, verb.dep_ = _first_of_row(held[-1]), "relcl"


def _behind_taker(noun: Token) -> None:
    """Of ``sell it F-35s``, ``offered Ruritania 20 Vipers``: goods behind who takes them are what is sold."""
    verb, first = noun.head, noun.left_edge.i
    taker = noun.doc[first - 1] if first else noun
    behind = taker.pos_ in ("PRON", "PROPN") and taker.head == verb and verb.i < taker.i
    if behind and taker.dep_ in ("dobj", "dative"):
        taker.dep_, noun.dep_ = "dative", "dobj"


def _some_of_which(pronoun: Token, goods: frozenset[int]) -> None:
    """Of ``gets jets from X, of which two have come``: it is the jets of which some have come, not X."""
    clause = pronoun.head.head
    clause = clause if clause.pos_ in ("VERB", "AUX") else clause.head
    noun = clause.head
    if clause.dep_ != "relcl" or noun.i in goods or noun.pos_ != "PROPN" or noun.dep_ != "pobj":
        return
    before = [i for i in range(max(noun.sent.start, noun.i - _REACH), noun.i) if i in goods]
    if before and not any(t.tag_ in TENSED for t in noun.doc[before[-1] : noun.i]):
        clause.head = noun.doc[before[-1]]


def _first_of_row(noun: Token) -> Token:
    """The first of the nouns that a noun is joined to."""
    while noun.dep_ == "conj" and noun.head.pos_ in _NOMINAL and noun.head.i < noun.i:
        noun = noun.head
    return noun


def _passive_too(verb: Token) -> None:
    """Of ``were bought by X and handed to Y``: what is joined to a passive without an object is one too."""
    before = verb.head
    own = any(c.dep_ in ("nsubj", "nsubjpass", "dobj", "dative", "aux", "auxpass") for c in verb.children)
    passive = before.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in before.children)
    if passive and not own and verb_lemma(verb) in _TO_COME and verb_lemma(verb) not in _COMING:
        verb.tag_ = "VBN"


def _said_between(pronoun: Token) -> None:
    """Of ``a rocket that, he said, X had fired``: what is said between commas does not part the clause."""
    verb, noun = pronoun.head, pronoun.nbor(-1)
    saying = verb.head
    if verb.dep_ != "ccomp" or not pronoun.i < saying.i < verb.i or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if pronoun.doc[saying.i + 1].text == "," and saying.pos_ == "VERB":
        verb.head, verb.dep_ = noun, "relcl"
        saying.head, saying.dep_ = verb, "parataxis"


def _cleft(pronoun: Token) -> None:
    """Of ``It is Ruritania, he went on, that sells them``: what is said between does not part the clause."""
    doc, verb = pronoun.doc, pronoun.head
    comma = next((i for i in range(pronoun.i - 2, pronoun.sent.start, -1) if doc[i].text == ","), None)
    if comma is None:
        return
    noun, between = doc[comma - 1], doc[comma + 1 : pronoun.i]
    being = noun.head
    told = any(t.pos_ == "VERB" for t in between)
    opened = being.lemma_ == "be" and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in being.children)
    if told and opened and noun.dep_ == "attr":
        if verb.is_ancestor(being):
            being.head, being.dep_ = (being, "ROOT") if verb.head == verb else (verb.head, verb.dep_)
        verb.head = noun
        verb.dep_ = "relcl" if verb.head == noun else verb.dep_


def _behind_said(verb: Token) -> None:
    """Of ``X refused this, the list showed, but gave that``: who did the one did the other."""
    saying = verb.head
    told = [c for c in saying.children if c.dep_ == "ccomp" and c.i < saying.i]
    told = [saying.head] if saying.dep_ == "parataxis" and saying.head.i < saying.i else told
    own = any(c.dep_ in SUBJECTS or c.dep_ == "mark" for c in verb.children)
    says = verb_lemma(saying) in _SAYING
    if not told or own or (says and verb_lemma(verb) in _SAYING) or verb.i < saying.i:
        return
    speaker = next((c for c in saying.children if c.dep_ == "nsubj"), None)
    joint = next((t for t in verb.doc[saying.i + 1 : verb.i] if t.dep_ == "cc"), None)
    if speaker is None or joint is None or joint.nbor(-1).text != "," or told[0].i > speaker.i:
        return
    if joint.lower_ in ("but", "or", "yet") or not says:
        verb.head = told[0]


def _comes_by_itself(verb: Token) -> None:
    """Of ``since X broke off relations no parts have come``: nobody comes relations, it is a main clause."""
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    above = verb.head.head
    opened = [c for c in above.children if c.dep_ == "mark" and c.i < above.i]
    if not own or not opened or own[0].i < verb.head.i or verb.head.dep_ != "dobj":
        return
    if own[0].tag_ in ("WDT", "WP") or any(c.tag_ in ("WDT", "WP") for c in verb.children):
        return
    verb.head, verb.dep_ = (verb, "ROOT") if above.head == above else (above.head, above.dep_)
    above.head, above.dep_ = verb, "advcl"
