"""Where did the parser take the subject of a clause for a part of the phrase that opens it?

"By their account Ruritania, Sylvania and Graustark keep sending", "Since the war of 2020 Ruritania has".
"""

from __future__ import annotations

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import TENSED, Doc, Token

_YEAR = 4
_CLIMB = 4


def free_subject(doc: Doc, mention: ActorMention) -> None:
    """Hang the party behind an opening phrase on the verb that it is the subject of, in place."""
    name = doc[mention.last - 1]
    _turned(doc, mention, name)
    if name.dep_ != "pobj" or name.head.pos_ not in ("ADP", "SCONJ") or mention.first < 1:
        return
    if doc[mention.first - 1] != name.head:
        _second_object(name)
        _behind_year(doc, mention, name)
        _behind_noun(doc, mention, name)


def _behind_noun(doc: Doc, mention: ActorMention, name: Token) -> None:
    """Of ``In exchange for grain X gave``: a common noun in front is no part of the name."""
    noun, preposition = doc[mention.first - 1], name.head
    if noun.tag_ not in ("NN", "NNS") or noun.dep_ != "compound" or noun.head != name:
        return
    verb = verb_after(preposition, name) if name.dep_ == "pobj" else None
    if verb is not None:
        noun.head, noun.dep_ = preposition, "pobj"
        name.head, name.dep_ = verb, "nsubj"


def _turned(doc: Doc, mention: ActorMention, name: Token) -> None:
    """Of ``Should X sell``: the word in front is no part of the name, but sets a condition."""
    first = doc[mention.first - 1] if mention.first else name
    if first.head == name and first.dep_ == "compound" and first.lower_ == "should" and first.is_sent_start:
        first.head, first.dep_, first.pos_, first.tag_ = name.head, "aux", "AUX", "MD"


def _second_object(name: Token) -> None:
    """Of ``By their account X, Y and Z send``: a preposition has one object."""
    preposition = name.head
    verb = preposition.head
    opens = preposition.is_sent_start and verb.pos_ in ("VERB", "AUX") and verb.i > name.i
    if not opens or not any(c.dep_ == "pobj" and c.i < name.i for c in preposition.children):
        return
    later = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(c.i < name.i for c in later):
        return
    name.head, name.dep_ = verb, later[0].dep_ if later else "nsubj"
    for token in later:
        token.head, token.dep_ = name, "conj"


def _behind_year(doc: Doc, mention: ActorMention, name: Token) -> None:
    """Of ``Since the war of 2020 X has``: the year belongs to the war, the party to what follows."""
    year, of = doc[mention.first - 1], name.head
    finite = doc[mention.last] if mention.last < len(doc) else name
    if not (year.text.isdigit() and len(year.text) == _YEAR) or finite.tag_ not in TENSED:
        return
    verb = finite.head if finite.dep_ in ("aux", "auxpass") else finite
    before = next((c for c in verb.children if c.dep_.startswith("nsubj") and c.i < of.i), None)
    if verb.i <= name.i or year.head not in (of, name):
        return
    marks = [c for c in verb.children if c.dep_ == "mark" and before is not None and c.i < before.i]
    if before is not None and not marks:
        return
    year.head, year.dep_ = of, "pobj"
    name.head, name.dep_ = verb, before.dep_ if before is not None else "nsubj"
    if before is not None:
        marks[0].dep_, marks[0].pos_ = "prep", "ADP"
        before.head, before.dep_ = marks[0], "pobj"


def verb_after(preposition: Token, noun: Token) -> Token | None:
    """The finite verb without a subject that stands right behind the phrase that opens its sentence."""
    verb = preposition
    for _ in range(_CLIMB):
        verb = verb.head
        if verb.pos_ in ("VERB", "AUX"):
            break
    if verb.pos_ not in ("VERB", "AUX") or verb.i < noun.i:
        return None
    before = [c for c in verb.children if c.i > noun.i and c.i < verb.i]
    finite = verb.tag_ in TENSED or any(c.tag_ in TENSED for c in before)
    if not finite or any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children):
        return None
    if preposition.head == verb:
        return verb
    last = max(t.i for t in noun.subtree)
    right_behind = {t.i for t in noun.doc[last + 1 : verb.i]} <= {c.i for c in before if not c.is_punct}
    return verb if right_behind else None


def free_counted(noun: Token) -> None:
    """Of ``since the war began in 2023 over 900 tons came``: what no word joins is no second part."""
    first, rough = noun.head, noun.head
    if noun.pos_ not in ("NOUN", "PROPN") or not any(c.dep_ == "nummod" for c in noun.lefts):
        return
    if noun.dep_ == "pobj":
        first = rough.head
    between = noun.doc[first.i + 1 : min(rough.i if rough != first else noun.i, noun.left_edge.i)]
    if first.dep_ != "pobj" or any(t.text in (",", ";") or t.dep_ == "cc" for t in between):
        return
    verb = verb_after(first.head, noun)
    if verb is not None and any(t.like_num or t.pos_ == "PROPN" for t in between):
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
        if rough != first:
            rough.head, rough.dep_ = noun, "advmod"


_BARE = frozenset({"arm", "export", "fund", "hand", "ship", "supply", "trade", "transfer", "arms", "support"})
"""Verbs that look like nouns behind a name: "does Ruritania supply arms"."""


def mend_helped(doc: Doc) -> None:
    """Of ``to nobody does Ruritania supply guns``: the bare form behind the name is the verb, in place."""
    for at, token in enumerate(doc):
        if token.lower_ in ("do", "does", "did") and at + 1 < len(doc):
            first = at + 1 + (doc[at + 1].lower_ == "the")
            last = first
            while last < min(len(doc) - 2, first + _LONGEST) and doc[last].tag_ == "NNP":
                last += 1
            if last > first:
                _free_bare_verb(doc, at, last)


_LONGEST = 3


def _free_bare_verb(doc: Doc, at: int, last: int) -> None:
    """Hang helping verb, name and thing on the bare form behind the name."""
    helping, verb, behind, name = doc[at], doc[last], doc[last + 1], doc[last - 1]
    loose = verb.tag_ != "VB" or verb.dep_ in ("compound", "nmod", "amod")
    if verb.lower_ not in _BARE or not loose or behind.pos_ not in ("NOUN", "PROPN", "ADJ", "DET"):
        return
    thing = behind
    while thing.dep_ in ("compound", "amod", "det", "nmod") and thing.head.i > thing.i:
        thing = thing.head
    above = helping if thing.head == helping else thing
    over, dep = above.head, above.dep_
    verb.head, verb.dep_ = (verb, "ROOT") if over in (above, helping, verb, name) else (over, dep)
    verb.tag_, verb.pos_ = "VB", "VERB"
    for child in [c for t in (thing, helping) for c in t.children if c.i < helping.i or c.dep_ == "prep"]:
        child.head = verb
    thing.head, thing.dep_ = verb, "dobj"
    helping.head, helping.dep_ = verb, "aux"
    name.head, name.dep_ = verb, "nsubj"
    for token in doc[at + 1 : last - 1]:
        token.head, token.dep_ = name, "det" if token.lower_ == "the" else "compound"


def plain_verb(word: Token) -> None:
    """Of ``Howitzers from Ruritania arrive in X``: what has a subject is a verb."""
    if word.tag_ == "NN" and word.head == word and any(c.dep_ == "nsubj" for c in word.children):
        word.tag_, word.pos_ = "VBP", "VERB"
        name, before = word.nbor(-1), word.doc[max(0, word.i - 2)]
        if name.dep_ == "compound" and name.head == word and before.dep_ == "prep":
            name.head, name.dep_ = before, "pobj"
