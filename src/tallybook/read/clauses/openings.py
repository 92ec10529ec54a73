"""Which subject or verb did the parser take for a part of what is beside it: "By arming X, Y broke the ban"?

Also "has not armed Ruritania", whose participle is taken for an adjective of the name behind it.
"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import TENSED, Doc, Token
from tallybook.vocabulary.wordlists import words_of

_OPENS = frozenset(
    {"by", "in", "after", "before", "besides", "despite", "when", "while", "with", "without", "for"}
)
_DASHES = frozenset({"-", "–", "—"})
_FINITE = TENSED | {"VB"}


def mend_openings(doc: Doc) -> None:
    """Hang the subject behind an opening phrase on its verb, in place.

    A phrase with a verb in -ing opens the sentence, and the finite verb behind it has no subject but what
    stands between a comma and itself.
    """
    for sentence in doc.sents:
        first = next((t for t in sentence if not t.is_punct and not t.is_space), None)
        if first is None or first.lower_ not in _OPENS or first.dep_ not in ("prep", "mark", "advmod"):
            continue
        acting = next((t for t in sentence[:4] if t.tag_ == "VBG"), None)
        main = _main(first, acting) if acting is not None else None
        if acting is not None and main is not None:
            _part(acting, main)


def mend_times(doc: Doc) -> None:
    """Of ``In May a letter, seen by X, said``: the letter speaks, it does not stand beside the month."""
    for sentence in doc.sents:
        _part_subject(sentence[0])


def _part_subject(preposition: Token) -> None:
    """Hang the noun that the parser put beside a month or year on the verb that lacks a subject, in place."""
    verb, below = preposition.head, [c for c in preposition.children if c.dep_ in ("pobj", "dep")]
    if preposition.dep_ != "prep" or len(below) != _PAIR or verb.tag_ not in _FINITE:
        return
    time, noun = below
    if noun.left_edge.i != time.i + 1 or not (time.like_num or time.lower_ in _DATES):
        return
    if noun.pos_ == "NOUN" and not any(c.dep_ in _DOERS for c in verb.children):
        noun.head, noun.dep_ = verb, "nsubj"


_PAIR = 2
_DATES = words_of("months of the year") | words_of("days of the week")

_DOERS = frozenset({"nsubj", "nsubjpass"})


def mend_perfect(doc: Doc, actors: Iterable[ActorMention]) -> None:
    """Of ``has not armed Ruritania``: the participle is the verb, the name behind it its object, in place."""
    for mention in actors:
        name = doc[mention.last - 1]
        acting = doc[mention.first - 1] if mention.first else name
        inside = acting.dep_ in ("amod", "compound", "nmod") and mention.first <= acting.head.i < mention.last
        if not inside or acting.tag_ not in ("VBN", "VBD", "JJ") or not acting.lower_.endswith("ed"):
            continue
        if any(c.lemma_ == "have" and c.dep_ == "aux" for c in acting.lefts):
            _take_over(acting, acting.head)
            continue
        at = acting.i - 1
        while at > 0 and (doc[at].dep_ == "neg" or doc[at].pos_ == "ADV"):
            at -= 1
        if at >= 0 and doc[at].lemma_ == "have" and acting.head.head == doc[at]:
            _make_verb(acting, doc[at], acting.head)


def mend_announced(doc: Doc, actors: Iterable[ActorMention]) -> None:
    """Of a headline's ``US to deliver jets, minister says``: who opens it does what "to" stands before.

    The tree takes the name for the subject of the saying, or for a noun that the infinitive tells more of.
    """
    for mention in actors:
        name, after = doc[mention.last - 1], mention.last
        opens = mention.first == name.sent.start or doc[mention.first - 1].text == ":"
        if not opens or after + 1 >= len(doc) or doc[after].lower_ != "to" or doc[after].dep_ != "aux":
            continue
        verb = doc[after].head
        if verb.tag_ not in ("VB", "VBN") or _has_subject(verb):
            continue
        if verb.head == name:
            said = name.head
            verb.head, verb.dep_ = (verb, "ROOT") if said == name else (said, "ccomp")
        name.head, name.dep_ = verb, "nsubjpass" if verb.tag_ == "VBN" else "nsubj"


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in _DOERS for c in verb.children)


def mend_tail(doc: Doc, named: Iterable[ActorMention | GoodsMention]) -> None:
    """Part a headline from who says it behind a dash: "tanks for Ruritania -Sylvanian PM", in place."""
    for mention in named:
        last, after = doc[mention.last - 1], mention.last
        if after >= len(doc) or doc[after].text[0] not in _DASHES or not last.whitespace_:
            continue
        top = last
        while top.head.i >= after and top.head != top:
            top = top.head
        if top != last and top.head.i < mention.first:
            last.head, last.dep_ = top.head, top.dep_
            top.head, top.dep_ = last, "dep"


def _take_over(acting: Token, named: Token) -> None:
    """Put a participle that has its "has" where its object hung: over the name before it, which does it."""
    above = named.head
    if named.dep_ not in ("appos", "conj", "ROOT") or above.pos_ != "PROPN" or above.i > acting.i:
        return
    top, dep = above.head, above.dep_
    acting.head, acting.dep_ = (acting, "ROOT") if top == above else (top, dep)
    _as_verb(acting)
    named.head, named.dep_ = acting, "dobj"
    above.head, above.dep_ = acting, "nsubj"


def _as_verb(participle: Token) -> None:
    if participle.tag_ == "JJ":
        participle.lemma_ = participle.lower_[:-2]
    participle.pos_, participle.tag_ = "VERB", "VBN"


def _make_verb(acting: Token, having: Token, named: Token) -> None:
    """Put a participle over the "has" whose object its own object was taken for."""
    above, dep = having.head, having.dep_
    children = [c for c in having.children if c not in (named, acting)]
    acting.head, acting.dep_ = (acting, "ROOT") if above == having else (above, dep)
    _as_verb(acting)
    named.head, named.dep_ = acting, "dobj"
    for child in children:
        child.head = acting
    having.head, having.dep_, having.pos_ = acting, "aux", "AUX"


def _main(first: Token, acting: Token) -> Token | None:
    """The verb that the opening phrase hangs on, where its subject is missing or stands in the phrase."""
    main = first.head if first.head not in (first, acting) else acting.head
    if main.tag_ not in _FINITE or main.i < acting.i or main.pos_ not in ("VERB", "AUX"):
        return None
    own = [c for c in main.children if c.dep_ in ("nsubj", "nsubjpass")]
    inside = [c for c in own if c.i > acting.i and any(t.text == "," for t in c.subtree) and c.i < main.i]
    return main if not own or inside else None


def _part(acting: Token, main: Token) -> None:
    """Part what the phrase acts on from the subject behind the comma."""
    comma = next((t for t in main.doc[acting.i : main.i] if t.text == ","), None)
    if comma is None:
        return
    behind = [t for t in main.doc[comma.i + 1 : main.i] if t.dep_ in ("conj", "appos") and t.head.i < comma.i]
    behind = [t for t in behind if t.pos_ in ("PROPN", "NOUN", "PRON")]
    subject = behind[0] if behind else None
    if subject is None or any(t.pos_ == "VERB" for t in main.doc[comma.i + 1 : subject.i]):
        return
    before = subject.head
    if before.dep_ in ("nsubj", "nsubjpass") and before.head == main:
        before.head, before.dep_ = acting, "dobj"
    subject.head = main
    subject.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj"
    for other in behind[1:]:
        other.head, other.dep_ = subject, "conj"
