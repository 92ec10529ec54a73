"""Where does what is known of a sentence's parties and goods show that the parser has hung a word wrongly?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEADING = frozenset({"to", "from"})
_COUNTING = words_of("words that count roughly")
_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "dative", "appos"})
PARTS = 2
"""Words that a name has at least which may be hung apart."""

_TIMES = words_of("nouns of time") | words_of("days of the week")
YEAR = 4
"""Digits of a year."""

_ROUGHLY = frozenset({"around", "about", "over", "nearly", "roughly", "almost", "under"})
_KEPT = frozenset({"arm", "equip", "furnish", "provide", "provision", "supply"})
_INSIDE = frozenset({"compound", "nmod", "amod", "nummod", "poss", "appos"})


def mend(doc: Doc, actors: Iterable[ActorMention], goods: Iterable[GoodsMention]) -> None:
    """Hang words anew, in place, where the names found in a text leave one way to read them."""
    things = tuple(goods)
    for mention in actors:
        _part_taker(doc, mention)
        _contact_clause(doc, mention)
    for thing in things:
        _close_name(doc, thing)
        _whole_name(doc, thing)
    for token in doc:
        if token.tag_ in ("VBD", "VBN") and token.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass"):
            _reduced_clause(token)
        elif token.pos_ == "PROPN" and token.dep_ == "pobj" and token.head.lower_ in ("in", "on"):
            _subject_after_month(token)
        elif token.lower_ in _ROUGHLY and token.dep_ in ("advmod", "prep"):
            _rough_subject(token)
        elif token.dep_ == "ccomp" and token.head.dep_ == "pcomp" and token.head.tag_ == "VBG":
            _clause_behind_object(token)
        _by_word(doc, token)


def _by_word(doc: Doc, token: Token) -> None:
    """Mend what hangs wrong at a participle, a pronoun, "have" or "up"."""
    if token.dep_ in ("advcl", "oprd", "acl", "ccomp") and token.tag_ == "VBN":
        _kept_supplied(token)
    elif token.dep_ == "acl" and token.tag_ == "VBG" and token.i:
        _doer_between(token, doc[token.i - 1])
    elif token.lower_ == "up" and token.dep_ in ("prt", "advmod") and token.i + 2 < len(doc):
        _up_to(token)
    elif token.dep_ == "nsubj" and token.lower_ in ("them", "it") and token.i:
        _after_them(token)
    elif token.lower_ == "have" and verb_lemma(token.head) == "let" and token.head.i < token.i:
        _let_have(token)


def _hang(token: Token, head: Token, dep: str) -> None:
    """Hang a word on another one, unless that would close a circle."""
    above = head
    while above.head != above:
        if above == token:
            return
        above = above.head
    if above == token:
        return
    token.head = head
    token.dep_ = dep


def _part_taker(doc: Doc, mention: ActorMention) -> None:
    """Part the taker from heavy goods behind it: "sent to Ruritania 60 howitzers"."""
    if mention.first == 0 or mention.last >= len(doc) or doc[mention.first - 1].lower_ not in _LEADING:
        return
    preposition, following = doc[mention.first - 1], doc[mention.last]
    if not (following.pos_ in ("NUM", "DET") or following.lower_ in _COUNTING):
        return
    inner = [t for t in doc[mention.first : mention.last] if not mention.first <= t.head.i < mention.last]
    thing = inner[0].head if inner else None
    if thing is None or inner[0].dep_ not in _INSIDE or thing.head != preposition or thing.i < mention.last:
        return
    if preposition.head == preposition:
        return
    for token in inner:
        token.head = preposition
        token.dep_ = "pobj"
    _hang(thing, preposition.head, "dobj")


def _contact_clause(doc: Doc, mention: ActorMention) -> None:
    """Of ``the arms Ruritania got were Sylvanian``: what is no apposition is the subject of a clause."""
    name = doc[mention.last - 1]
    if mention.first == 0 or mention.last >= len(doc) or name.dep_ not in ("appos", "nsubj"):
        return
    noun, verb = doc[mention.first - 1], doc[mention.last]
    if noun.pos_ != "NOUN" or (name.dep_ == "appos" and name.head != noun):
        return
    if verb.pos_ == "AUX" and verb.dep_ in ("aux", "auxpass"):
        verb = verb.head
    top = noun
    while top.dep_ in ("pobj", "prep") and top.head.i < top.i:
        top = top.head
    later = [t for t in doc[verb.i + 1 : verb.sent.end] if t.pos_ in ("VERB", "AUX") and _lacks_subject(t)]
    if top.dep_ not in ("nsubj", "nsubjpass") or top.head != verb or not later:
        return
    main, above, dep = later[0], verb.head, verb.dep_
    main.head, main.dep_ = (main, "ROOT") if above == verb else (above, dep)
    top.head = main
    for mark in [c for c in verb.children if c.dep_ == "mark"]:
        mark.head = main
    verb.head, verb.dep_ = noun, "relcl"
    name.head, name.dep_ = verb, "nsubj"


def _lacks_subject(verb: Token) -> bool:
    """Whether a finite verb joined to another one has no subject of its own."""
    joined = verb.dep_ in ("conj", "ROOT") and verb.tag_ in ("VBD", "VBZ", "VBP")
    return joined and not any(c.dep_ in ("nsubj", "nsubjpass", "expl", "cc") for c in verb.children)


def _close_name(doc: Doc, thing: GoodsMention) -> None:
    """Take a word inside the name of goods for no verb: "nine Ruritan tracked carriers have come"."""
    head = doc[thing.head]
    verb = head.head
    if not (head.dep_ == "dobj" and verb.tag_ in ("VBD", "VBN", "VBZ") and verb.i == head.i - 1):
        return
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i == verb.i - 1]
    below = [c for c in verb.children if c.dep_ == "conj" and c.i > head.i and c.pos_ in ("VERB", "AUX")]
    if not subjects or subjects[0].pos_ != "PROPN" or len(below) != 1:
        return
    main = below[0]
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in main.children) or not any(
        c.dep_ in ("aux", "auxpass") for c in main.children
    ):
        return
    above, dep = verb.head, verb.dep_
    main.head, main.dep_ = (main, "ROOT") if above == verb else (above, dep)
    head.head, head.dep_ = main, "nsubj"
    verb.head, verb.dep_ = head, "amod"
    subjects[0].head, subjects[0].dep_ = head, "compound"
    for child in list(verb.children):
        _hang(child, main, child.dep_)


def _reduced_clause(participle: Token) -> None:
    """Of ``a missile fired at a port was made there``: the noun, not the participle, is the subject."""
    verb = participle.head
    nouns = [
        c for c in participle.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")
    ]
    own = any(c.dep_ in ("aux", "auxpass") for c in participle.children)
    if len(nouns) != 1 or own or verb.i < participle.i or verb.pos_ not in ("VERB", "AUX"):
        return
    noun = nouns[0]
    noun.head, noun.dep_ = verb, participle.dep_
    participle.head, participle.dep_ = noun, "acl"
    participle.tag_ = "VBN"
    for mark in [c for c in participle.children if c.dep_ == "mark" and c.i < noun.i]:
        mark.head = verb


def _subject_after_month(name: Token) -> None:
    """Of ``In April Ruritania bought``: the state is the subject, no part of the month's name."""
    preposition, verb = name.head, name.head.head
    months = [c for c in name.lefts if c.dep_ in ("compound", "nmod", "nummod") and _is_time(c)]
    if not months or verb.pos_ not in ("VERB", "AUX") or verb.i < name.i or preposition.i > verb.i:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        return
    months[-1].head, months[-1].dep_ = preposition, "pobj"
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _is_time(token: Token) -> bool:
    return token.lower_ in _TIMES or (token.like_num and len(token) == YEAR)


def _rough_subject(word: Token) -> None:
    """Of ``around 60 of the guns came``: a rough number at the head of a clause is its subject."""
    verb = word.head
    numbers = [c for c in word.children if c.dep_ == "pobj" and (c.pos_ == "NUM" or c.like_num)]
    subjects = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    if not numbers or subjects or verb.pos_ not in ("VERB", "AUX") or word.i > verb.i:
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    numbers[0].head, numbers[0].dep_ = verb, "nsubjpass" if passive else "nsubj"
    word.head, word.dep_ = numbers[0], "advmod"


def _clause_behind_object(verb: Token) -> None:
    """Of ``weapons and material for making arms arrived``: the object of "making" is no subject."""
    making, root = verb.head, verb.sent.root
    between = [c for c in verb.children if c.dep_ == "nsubj"]
    if len(between) != 1 or between[0].i < making.i or any(c.dep_ == "mark" for c in verb.children):
        return
    if root.pos_ not in ("NOUN", "PROPN") or root.i > making.i or verb.tag_ not in ("VBD", "VBP", "VBZ"):
        return
    between[0].head, between[0].dep_ = making, "dobj"
    verb.head, verb.dep_ = verb, "ROOT"
    root.head, root.dep_ = verb, "nsubj"
    for child in list(root.children):
        if child.i > verb.i:
            child.head = verb


def _after_them(pronoun: Token) -> None:
    """Of ``after them come mortars``: what comes stands behind its verb."""
    verb, before = pronoun.head, pronoun.doc[pronoun.i - 1]
    coming = verb_lemma(verb) in ("come", "follow") and before.lower_ in ("after", "behind", "with")
    things = [c for c in verb.children if c.dep_ in ("dobj", "attr") and c.i > verb.i]
    if coming and things and pronoun.i < verb.i:
        before.dep_ = "prep"
        pronoun.head, pronoun.dep_ = before, "pobj"
        things[0].dep_ = "nsubj"


def _whole_name(doc: Doc, thing: GoodsMention) -> None:
    """Let the last word of a type stand where the name stands: "three Mirage 2000 from Ruritania are"."""
    head, inside = doc[thing.head], range(thing.first, thing.last)
    if head.dep_ in _STANDING or thing.last - thing.first < PARTS:
        return
    standing = [t for t in doc[thing.first : thing.last] if t.dep_ in _STANDING and t.head.i not in inside]
    if len(standing) != 1 or standing[0].head == head:
        return
    first = standing[0]
    head.head, head.dep_ = first.head, first.dep_
    first.head, first.dep_ = head, "compound"
    for child in list(first.children):
        if child.i not in inside:
            child.head = head


def _doer_between(acting: Token, name: Token) -> None:
    """Of ``no sign of Ruritania sending arms``: who is named right before the verb acts."""
    preposition = name.head
    leads = preposition.lower_ in (
        "of",
        "about",
        "on",
        "without",
        "against",
        "over",
    )  # not "from": arms come from it
    if leads and name.pos_ == "PROPN" and name.dep_ == "pobj" and preposition.head == acting.head:
        acting.head, acting.dep_ = preposition, "pcomp"
        name.head, name.dep_ = acting, "nsubj"


def _up_to(up: Token) -> None:
    """Of ``was preparing up to 400 rockets``: "up to" belongs to the number, what is counted to the verb."""
    verb, number = up.head, up.doc[up.i + 2]
    counted = number.head if number.dep_ == "nummod" else number
    if up.nbor().lower_ == "to" and number.like_num and counted.head in (up, up.nbor()):
        counted.head, counted.dep_ = verb, "dobj"
        for word in (up, up.nbor()):
            word.head, word.dep_ = number, "quantmod"


def _kept_supplied(participle: Token) -> None:
    """Of ``kept Ruritania supplied with rifles``: who keeps gives, whom he keeps takes."""
    if verb_lemma(participle) not in _KEPT:
        return
    keeping = participle.head if participle.dep_ != "acl" else participle.head.head
    taken = [c for c in keeping.children if c.dep_ in ("dobj", "nsubj") and keeping.i < c.i < participle.i]
    taken += [c for c in participle.children if c.dep_.startswith("nsubj") and c.i > keeping.i]
    if verb_lemma(keeping) != "keep" or not taken:
        return
    participle.head, participle.dep_ = keeping, "xcomp"
    taken[0].head, taken[0].dep_ = participle, "dobj"


def _let_have(have: Token) -> None:
    """Of ``will let Ruritania have rifles``: "let" gives, with a taker and goods."""
    giving = have.head
    takers = [c for t in (giving, have) for c in t.children if giving.i < c.i < have.i]
    taker = next((c for c in takers if c.dep_ in ("nsubj", "dobj", "dative")), None)
    things = [c for c in have.children if c.dep_ in ("dobj", "attr")]
    if taker is None or not things:
        return
    taker.head, taker.dep_ = giving, "dative"
    things[0].head, things[0].dep_ = giving, "dobj"
