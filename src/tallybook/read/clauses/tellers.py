"""Which tellers did the parser lose: papers that "show that", who is told more of, who cites somebody?"""

from __future__ import annotations

from functools import lru_cache

from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.text.stretch import Stretch
from tallybook.read.text.tree import TENSED, Doc, Token
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

_SAYING = words_of("verbs that close what is said")
_SHOWING = {
    form: (verb, form != verb)
    for verb in words_of("what papers do that show something")
    for form in (verb, f"{verb}s")
}
"""Forms of what papers do: the verb, and whether it goes with one paper only."""

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "PART", "NUM", "ADP", "PRON"})
_WHO = frozenset({"WP", "WDT"})
_BEHIND = 14
"""Tokens that may follow a verb of saying at the end: the day, the place, who heard it."""


def mend_tellers(doc: Doc) -> None:
    """Hang papers, speakers and what they cite on the verb by which they tell something, in place."""
    for sentence in doc.sents:
        for token in sentence:
            if token.lower_ in _SHOWING and token.tag_ in _NOUNS:
                _papers_first(token, sentence)
            elif token.tag_ in TENSED and verb_lemma(token) in _SAYING:
                _of_whom_more(token, sentence)
            elif token.tag_ == "VBG" and token.lower_ in ("citing", "quoting"):
                _cites_behind(token, sentence)


# --- papers that show what follows


@lru_cache(maxsize=1)
def _papers() -> frozenset[str]:
    sets = load().speakers
    kinds = ("imagery", "document", "tracking", "wreckage")
    return frozenset(word for kind in kinds for part in (kind, f"shown-{kind}") for word in sets[part])


def _papers_first(word: Token, sentence: Stretch) -> None:
    """Of ``Papers from the port show that X sent Y``: behind papers at the front it is a verb."""
    verb, one = _SHOWING[word.lower_]
    if any(c.dep_ == "nsubj" for c in word.lefts) and any(c.dep_ == "ccomp" for c in word.rights):
        word.tag_, word.pos_, word.lemma_ = "VBZ" if one else "VBP", "VERB", verb
        return
    papers = _paper_in(word.doc[sentence.start : word.i])
    if papers is None or one == (papers.tag_ in ("NNS", "NNPS")):
        return
    told = _told_behind(word, sentence)
    if told is None:
        return
    _make_verb(word, papers)
    told.head, told.dep_ = word, "ccomp"
    for mark in (t for t in word.doc[word.i + 1 : told.i] if t.dep_ == "mark" and t.lower_ == "that"):
        mark.head = told


def _paper_in(before: Stretch | list[Token]) -> Token | None:
    """The papers or pictures that a sentence opens with, where nothing but nouns stands around them."""
    words = list(before)
    if not words or any(t.pos_ not in _NOMINAL for t in words):
        return None
    led = next((n for n, t in enumerate(words) if t.pos_ == "ADP"), len(words))
    papers = words[led - 1] if led else None
    if papers is None or papers.pos_ not in ("NOUN", "PROPN") or led == len(words):
        return None
    return papers if noun_lemma(papers) in _papers() or papers.lower_ in _papers() else None


def _told_behind(word: Token, sentence: Stretch) -> Token | None:
    """The verb of the clause that is shown: behind "that", or behind a name that stands as its subject."""
    behind = word.doc[word.i + 1 : sentence.end]
    for number, token in enumerate(behind):
        if token.tag_ in TENSED:
            held = token.dep_ in ("aux", "auxpass") and token.head.i > token.i
            return (token.head if held else token) if number else None
        if token.pos_ not in _NOMINAL | {"SCONJ", "ADV"}:
            return None
    return None


def _make_verb(word: Token, papers: Token) -> None:
    """Make a word the main verb of its sentence, and what it took from its papers part of them again."""
    last, over, dep = word.nbor(-1), word.head, word.dep_
    root = next((t for t in word.sent if t.head is t), None)
    if last is not papers and last.head is word and over is not word:
        last.head, last.dep_ = over, dep
    for part in [c for c in word.children if c.i < word.i and c not in (papers, last)]:
        part.head = last
    verb, one = _SHOWING[word.lower_]
    word.tag_, word.pos_, word.lemma_ = "VBZ" if one else "VBP", "VERB", verb
    word.head, word.dep_ = word, "ROOT"
    papers.head, papers.dep_ = word, "nsubj"
    if root is not None and root not in (word, papers) and root.i > word.i:
        root.head, root.dep_ = word, "ccomp"


# --- a speaker at the end of whom more is told


def _of_whom_more(verb: Token, sentence: Stretch) -> None:
    """Of ``X sent Y, an official who has seen the list told Z``: he told it, and saw the list."""
    doc = verb.doc
    if len(doc[verb.i + 1 : sentence.end]) > _BEHIND:
        return
    who = next((t for t in reversed(doc[sentence.start : verb.i]) if t.tag_ in _WHO), None)
    comma = next((t for t in reversed(doc[sentence.start : verb.i]) if t.text == ","), None)
    if who is None or comma is None or comma.i > who.i or who.lower_ not in ("who", "that", "which"):
        return
    speaker, inner = _named_between(comma, who), doc[who.i + 1 : verb.i]
    did = next((t for t in inner if t.pos_ == "VERB"), None)
    told = next((t for t in doc[sentence.start : comma.i] if t.head is t or t.head.i > comma.i), None)
    if speaker is None or did is None or told is None or told.pos_ not in ("VERB", "AUX"):
        return
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    if own and all(c is speaker for c in own):
        return
    _part_more(verb, speaker, did, who)
    told.head, told.dep_ = verb, "ccomp"


def _named_between(comma: Token, who: Token) -> Token | None:
    """The noun between a comma and "who", where nothing but its own words stand there."""
    words = comma.doc[comma.i + 1 : who.i]
    if not words or any(t.pos_ not in _NOMINAL for t in words):
        return None
    led = next((n for n, t in enumerate(words) if t.pos_ == "ADP"), len(words))
    noun = words[led - 1] if led else None
    return noun if noun is not None and noun.pos_ in ("NOUN", "PROPN") else None


def _part_more(verb: Token, speaker: Token, did: Token, who: Token) -> None:
    """Give a verb of saying its speaker, and what he did the object that stands behind it."""
    inside = [c for c in verb.children if who.i < c.i < verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    speaker.head, speaker.dep_ = verb, "nsubj"
    if not speaker.i <= did.head.i < who.i:  # not "officials of a state that watches it"
        did.head, did.dep_ = speaker, "relcl"
    for part in inside:
        part.head = did
        part.dep_ = "dobj" if part.dep_ in SUBJECTS else part.dep_
    if who.head.i >= verb.i:
        who.head, who.dep_ = did, "nsubj"


# --- whom an outlet cites behind what it says


def _cites_behind(citing: Token, sentence: Stretch) -> None:
    """Of ``Z said that X sent Y, citing a general``: it is Z who cites him, not X."""
    if citing.i == sentence.start or citing.nbor(-1).text != "," or citing.dep_ not in ("advcl", "acl"):
        return
    above = citing.head
    while above.head is not above:
        if above.dep_ == "ccomp" and verb_lemma(above.head) in _SAYING and above.head.i < above.i:
            citing.head, citing.dep_ = above.head, "advcl"
            return
        above = above.head
