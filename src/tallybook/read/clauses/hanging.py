"""Which words does the parser hang wrongly, whoever and whatever is named?"""

from __future__ import annotations

from tallybook.read.clauses.asides import hang_aboard, hang_behind_speaker
from tallybook.read.clauses.astray import hang_astray
from tallybook.read.clauses.inverted import free_participle, join_subjects
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.letting import let_have
from tallybook.read.clauses.opened import free_counted, verb_after
from tallybook.read.clauses.reduced import meant_for, opens_that, past_at_noun
from tallybook.read.clauses.rough import rough_like, rough_object, rough_subject
from tallybook.read.clauses.talks import hang_talk, talked_about
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_TIMES = words_of("nouns of time") | words_of("days of the week")
_MONTHS = frozenset({"Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec."})
_ROUGHLY = frozenset({"around", "about", "over", "nearly", "roughly", "almost", "under"})
_TAKING = frozenset(
    {"get", "buy", "receive", "acquire", "obtain", "purchase", "import", "order", "deliver", "supply", "send"}
)
_KEPT = frozenset({"arm", "equip", "furnish", "provide", "provision", "resupply", "stock", "supply"})
_KEPT_WITHIN = 7
_CONDITIONS = frozenset(
    {"used", "refurbished", "upgraded", "modernised", "modernized", "overhauled", "retired"}
)
_MOVING = words_of("verbs of moving goods")
_PAST_OR_ING = frozenset({"VBD", "VBN", "VBG"})
_LOOSE = _ROUGHLY | {"worth", "that", "up", "them", "it", "have"}
"""Words that may hang wrong whatever they were taken for."""

YEAR = 4
"""Digits of a year."""


def hang(token: Token) -> None:
    """Hang a word anew, in place, where the words around it leave one way to read it."""
    if token.lower_ == "again":
        _time_and_again(token)
    if token.tag_ == "VBG" and verb_lemma(token) in _MOVING:
        hang_behind_speaker(token)
    if token.lower_ == "board":
        hang_aboard(token)
    if token.tag_ in _PAST_OR_ING or token.dep_ in ("ccomp", "pobj") or token.lower_ in _LOOSE:
        _hang_anew(token)
    if token.dep_ == "conj" or (token.dep_ == "pobj" and token.head.lower_ in _ROUGHLY):
        free_counted(token)
    if token.tag_ in ("VBD", "VBN") and token.dep_ == "advcl":
        meant_for(token)
    hang_talk(token)
    if token.lower_ == "like":
        rough_like(token)
    if token.pos_ == "AUX":
        join_subjects(token)
        free_participle(token)
    hang_astray(token)


def _time_and_again(again: Token) -> None:
    """Of ``has denied time and again that``: what stands behind belongs to the verb before."""
    doc, at = again.doc, again.i
    if at < 2 or doc[at - 1].lower_ != "and" or doc[at - 2].lower_ not in ("time", "again", "over"):
        return
    first, verb = doc[at - 2], doc[at - 2].head
    if verb.pos_ != "VERB" or verb.i > first.i or at + 1 >= len(doc):
        return
    first.dep_ = "npadvmod"
    again.head, again.dep_ = verb, "advmod"
    behind = doc[at + 1]
    if behind.lower_ == "that" and behind.dep_ == "mark" and behind.head.dep_ == "conj":
        behind.head.head, behind.head.dep_ = verb, "ccomp"


def _hang_anew(token: Token) -> None:
    if token.tag_ in ("VBD", "VBN") and token.i > 1 and token.doc[token.i - 1].text == ",":
        _set_off_participle(token)
    if token.tag_ == "VBD" and token.dep_ == "acl":
        past_at_noun(token)
    if token.tag_ in ("VBD", "VBN") and token.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass"):
        _reduced_clause(token)
    elif token.dep_ == "pobj" and token.head.lower_ in ("in", "on", "of", "since", "by", "until"):
        _subject_after_month(token)
    elif token.lower_ in _ROUGHLY and token.dep_ in ("advmod", "prep"):
        rough_subject(token)
        rough_object(token)
        talked_about(token)
    elif token.dep_ == "ccomp" and token.head.dep_ == "pcomp" and token.head.tag_ == "VBG":
        _clause_behind_object(token)
    if token.tag_ == "VBG" and token.dep_ == "amod" and token.i and token.doc[token.i - 1].dep_ == "prep":
        _gerund(token, token.doc[token.i - 1])
    if token.tag_ == "VBG" and token.dep_ == "advcl" and token.i:
        before = token.doc[token.i - 1]
        if before.dep_ == "prt" and before.head == token.head:
            token.dep_ = "xcomp"  # "ruled out sending"
    if token.lower_ in _CONDITIONS and token.dep_ == "ccomp":
        _counted_state(token)
    if token.lower_ == "that" and token.dep_ == "mark":
        _relative_that(token)
    _by_word(token.doc, token)


def _gerund(verb: Token, preposition: Token) -> None:
    """Of ``accused X of flying arms to Y``: what is done, not arms that fly."""
    noun = verb.head
    if noun.head != preposition or noun.dep_ != "pobj" or verb_lemma(verb) not in _MOVING:
        return
    verb.head, verb.dep_ = preposition, "pcomp"
    noun.head, noun.dep_ = verb, "dobj"
    for child in [c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("to", "into", "for", "from")]:
        child.head = verb


def _counted_state(participle: Token) -> None:
    """Of ``bought 24 used jets from Ruritania``: a participle behind a number tells the state of goods."""
    number, verb = participle.doc[participle.i - 1], participle.head
    nouns = [c for c in participle.children if c.dep_ == "dobj" and c.i == participle.i + 1]
    if number.pos_ != "NUM" or number.head != verb or not nouns or verb.i > number.i:
        return
    noun = nouns[0]
    noun.head, noun.dep_ = verb, number.dep_
    number.head, number.dep_ = noun, "nummod"
    for child in [c for c in participle.children if c != noun]:
        child.head = verb
    participle.head, participle.dep_ = noun, "amod"


def _reduced_clause(participle: Token) -> None:
    """Of ``a missile fired at a port was made there``: the noun, not the participle, is the subject."""
    verb = participle.head
    nouns = [
        c for c in participle.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")
    ]
    own = any(c.dep_ in ("aux", "auxpass") or opens_that(c) for c in participle.children)
    if len(nouns) != 1 or own or verb.i < participle.i or verb.pos_ not in ("VERB", "AUX"):
        return
    noun = nouns[0]
    noun.head, noun.dep_ = verb, participle.dep_
    participle.head, participle.dep_ = noun, "acl"
    participle.tag_ = "VBN"
    for mark in [c for c in participle.children if c.dep_ == "mark" and c.i < noun.i]:
        mark.head = verb


def _set_off_participle(participle: Token) -> None:
    """Of ``the system, agreed on in 2019, has come``: no comma parts a subject from its verb."""
    doc, at = participle.doc, participle.i
    subjects = [c for c in participle.children if c.dep_ in ("nsubj", "nsubjpass")]
    if len(subjects) != 1 or any(c.dep_ in ("aux", "auxpass") for c in participle.children):
        return
    noun = subjects[0]
    if noun.i != at - 2 or noun.pos_ not in ("NOUN", "PROPN"):
        return
    commas = [t for t in doc[at : participle.sent.end] if t.text == "," and t.i + 1 < len(doc)]
    after = doc[commas[0].i + 1] if commas else None
    if after is None or after.pos_ not in ("VERB", "AUX"):
        return
    verb = after.head if after.dep_ in ("aux", "auxpass") else after
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children) or verb == participle:
        return
    above, dep = participle.head, participle.dep_
    verb.head, verb.dep_ = (verb, "ROOT") if above == participle else (above, dep)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    for mark in [c for c in participle.children if c.dep_ == "mark"]:
        mark.head = verb
    participle.head, participle.dep_ = noun, "acl"
    participle.tag_ = "VBN"


def _relative_that(mark: Token) -> None:
    """Of ``showed off tanks that it had got``: a clause without an object is about the noun."""
    verb, noun = mark.head, mark.doc[mark.i - 1] if mark.i else mark
    gets = verb_lemma(verb) in _TAKING and not any(
        c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children
    )
    if (
        verb.dep_ == "ccomp"
        and gets
        and noun.tag_ == "NNS"
        and noun.dep_ == "dobj"
        and noun.head == verb.head
    ):
        verb.head, verb.dep_ = noun, "relcl"
        mark.dep_ = "dobj"


def _subject_after_month(name: Token) -> None:
    """Of ``In April Ruritania bought``: the state is the subject, no part of the month's name.

    Also where the date is part of a longer phrase: "in a raid on 11 May Navy divers took".
    """
    preposition = name.head
    verb = verb_after(preposition, name)
    months = [c for c in name.lefts if c.dep_ in ("compound", "nmod", "nummod") and _is_time(c)]
    if not months or verb is None:
        return
    months[-1].head, months[-1].dep_ = preposition, "pobj"
    for day in [c for c in name.lefts if c.dep_ == "nummod" and c.i < months[-1].i + 2]:
        day.head = months[-1]
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _is_time(token: Token) -> bool:
    return token.lower_ in _TIMES or token.text in _MONTHS or (token.like_num and len(token) == YEAR)


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


def _kept_supplied(participle: Token) -> None:
    """Of ``kept Ruritania supplied with rifles``: who keeps gives, whom he keeps takes."""
    if verb_lemma(participle) not in _KEPT:
        return
    keeping = participle.head if participle.dep_ != "acl" else participle.head.head
    if verb_lemma(keeping) != "keep":
        before = [
            t for t in participle.doc[max(0, participle.i - _KEPT_WITHIN) : participle.i] if t.pos_ == "VERB"
        ]
        keeping = before[-1] if before else keeping
    taken = [c for c in keeping.children if c.dep_ in ("dobj", "nsubj") and keeping.i < c.i < participle.i]
    taken += [c for c in participle.children if c.dep_.startswith("nsubj") and c.i > keeping.i]
    if verb_lemma(keeping) != "keep" or not taken:
        return
    participle.head, participle.dep_ = keeping, "xcomp"
    if verb_lemma(participle) == "stock":
        participle.lemma_ = "supply"  # alone, "stock" is told from who takes
    taken[0].head, taken[0].dep_ = participle, "dobj"


def _by_word(doc: Doc, token: Token) -> None:
    """Mend what hangs wrong at a participle, a pronoun, "have" or "up"."""
    if token.dep_ in ("advcl", "oprd", "acl", "ccomp") and token.tag_ in ("VBD", "VBN"):
        _kept_supplied(token)
    elif token.dep_ == "acl" and token.tag_ == "VBG" and token.i:
        _doer_between(token, doc[token.i - 1])
    elif token.lower_ == "up" and token.dep_ in ("prt", "advmod") and token.i + 2 < len(doc):
        _up_to(token)
    elif token.lower_ == "have" and token.dep_ in ("aux", "ccomp"):
        let_have(token)


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
