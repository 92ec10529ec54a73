"""Which clauses tell of a deal what it holds, or of a handing over that it takes place?

"The contract is worth 40 million euros", "Deliveries are to begin in 2029": words of transfer that name no
party, in a clause that says something of the flow under discussion.
"""

from __future__ import annotations

from functools import lru_cache

from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.happening import happens
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.madein import tells_when_made
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.pricing import sum_told, under_price
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ACTS = words_of("acts of handing over")
_HAPPENS = words_of("verbs by which an act takes place")
_DEALS = words_of("deals and packages")
_HOLDS = words_of("verbs by which a deal holds goods")
_WORTH = words_of("words of worth")
_FARES = words_of("verbs of what becomes of a deal")
_FULFILS = words_of("verbs of fulfilling a deal")
_PERMITS = words_of("permits")
_GRANTING = words_of("verbs of granting and stopping permits")
_GRANTS = frozenset({"approve", "promise"})
_THROUGH = frozenset(
    {"be", "expect", "schedule", "plan", "set", "say", "believe", "think", "report", "understand"}
)
_TALKS = frozenset({"talk", "negotiation", "discussion"})
_DRAGGING = frozenset({"drag", "go", "enter", "advance", "break", "reach", "collapse", "remain", "be"})
_PAPERS = frozenset({"letter", "memorandum", "declaration"})
_SIGNING = frozenset({"sign", "conclude", "enter", "ink", "seal", "place", "award", "initial"})
CURRENCIES = frozenset("$€£¥₹")
"""Signs before a sum."""
CURRENCY_NOUNS = words_of("currencies") | {"crore"}
"""What sums are counted in."""
_OF_BEFORE = frozenset(
    {"older", "existing", "earlier", "old", "outstanding", "current", "signed", "most", "all"}
)
_BREAKS = words_of("verbs of closing or breaking a deal")
_POINTING = DEFINITE | words_of("words that tell which of several")


@lru_cache(maxsize=64)
def says_more(trigger: Trigger) -> bool:
    """Whether the clause of a noun of transfer says more of the flow under discussion."""
    if trigger.word.name == "lift a hold":
        return True
    if trigger.hit.form == "verb":
        return trigger.word.name in _GRANTS and _only_money(trigger.head)
    noun = trigger.head
    if trigger.hit.form != "noun":
        return False
    return (
        takes_place(noun)
        or goes_on_talking(noun)
        or is_placed(noun)
        or bool(content_of(trigger))
        or fares(noun)
        or (noun_lemma(noun) in _DEALS and tells_when_made(noun))
        or is_granted(trigger)
        or (trigger.word.name == "seize" and _is_made(noun))
        or is_broken(noun)
    )


def is_broken(noun: Token) -> bool:
    """Whether somebody is said to close or break off a deal that has been told of: "cancelled the deal"."""
    if noun.dep_ != "dobj" or noun_lemma(noun) not in _DEALS or not _known(noun):
        return False
    if noun.head.lemma_ == "call":  # "called the purchase a waste"
        return any(c.lower_ == "off" for c in noun.head.children)
    return str(noun.head.lemma_).lower() in _BREAKS


def _is_made(noun: Token) -> bool:
    """Whether a catch that has been told of is said to be made: "The patrol made the haul in May"."""
    made = noun.dep_ == "dobj" and str(noun.head.lemma_).lower() in ("make", "carry", "conduct", "perform")
    return made and _known(noun)


def fares(noun: Token) -> bool:
    """Whether a clause says what becomes of a deal that has been told of: "The order is to be fulfilled"."""
    verb = _verb_of(noun) if noun_lemma(noun) in _DEALS else None
    if verb is None:
        return False
    signed = _whole(noun).dep_ == "nsubjpass" and str(verb.lemma_).lower() in _SIGNING
    came = _whole(noun).dep_ == "nsubj" and str(verb.lemma_).lower() in ("come", "follow", "precede")
    if came or not (_known(noun) or _numbered(noun) or signed):
        return came
    lemma = str(verb.lemma_).lower()
    return lemma in _FARES or lemma in _FULFILS or _falls_through(verb)


def _falls_through(verb: Token) -> bool:
    """Whether a clause says that a deal comes to nothing: "the deal fell through", "is off"."""
    with_ = {c.lower_ for c in verb.children if c.i > verb.i}
    return bool(with_ & _PARTICLES.get(str(verb.lemma_).lower(), frozenset()))


_PARTICLES = {
    "be": frozenset({"off", "dead"}),
    "break": frozenset({"off", "down"}),
    "call": frozenset({"off"}),
    "fall": frozenset({"through", "apart"}),
    "tear": frozenset({"up"}),
}


def is_fulfilled(trigger: Trigger) -> bool:
    """Whether a clause says of a deal that it is, or will be, carried out."""
    verb = _verb_of(trigger.head) if trigger.hit.form == "noun" else None
    return verb is not None and fares(trigger.head) and str(verb.lemma_).lower() in _FULFILS


def is_ahead(trigger: Trigger) -> bool:
    """Whether the clause of a noun speaks of what is still to be."""
    verb = _verb_of(trigger.head)
    if verb is None:
        return False
    return verb.dep_ == "xcomp" or any(c.tag_ == "MD" for c in verb.children)


def is_granted(trigger: Trigger) -> bool:
    """Whether a clause says of licences or of leave that they are given, stopped or withdrawn."""
    noun, leave = trigger.head, trigger.word.name == "approve"
    if leave and noun.dep_ == "nsubj" and str(noun.head.lemma_).lower() == "come":
        return True
    if not (leave or noun_lemma(noun) in _PERMITS) or noun.dep_ not in ("nsubjpass", "dobj"):
        return False
    return str(noun.head.lemma_).lower() in _GRANTING


def _only_money(verb: Token) -> bool:
    """Whether what is approved is a sum: "cleared almost 4 million euros"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    sums = [t for o in objects for t in (o, *o.children)]
    return any(t.text in CURRENCIES or t.lemma_.lower() in CURRENCY_NOUNS for t in sums)


def _numbered(noun: Token) -> bool:
    return any(c.dep_ == "nummod" or c.lower_ in _OF_BEFORE for c in noun.lefts)


def takes_place(noun: Token) -> bool:
    """Whether a clause says of a handing over when or that it takes place: "Deliveries began in May"."""
    if noun_lemma(noun) not in _ACTS:
        return False
    verb = _verb_of(noun)
    return verb is not None and happens(noun, verb)


def is_placed(noun: Token) -> bool:
    """Whether a clause behind a deal says when or by whom it was closed: "an order that it placed in May"."""
    if noun_lemma(noun) not in _DEALS:
        return False
    closed = (t for t in noun.subtree if t.dep_ == "relcl" and t.i > noun.i)
    return any(str(t.lemma_).lower() in _SIGNING for t in closed)


def goes_on_talking(noun: Token) -> bool:
    """Whether talks about goods are said to go on or to break off: "Talks on another 180 tanks drag on"."""
    verb = _verb_of(noun) if noun_lemma(noun) in _TALKS else None
    if verb is None:
        return False
    if not any(p.lower_ in ("on", "about", "over", "for") and p.dep_ == "prep" for p in noun.children):
        return False
    lemma = str(verb.lemma_).lower()
    return lemma in _HAPPENS or lemma in _DRAGGING


def content_of(trigger: Trigger) -> list[Token]:
    """What a deal that has been told of holds or costs: "the package includes 60 missiles"."""
    noun = trigger.head
    if trigger.hit.form == "noun" and (inside := _lying_in(noun) or _told_among(trigger)):
        return inside
    if trigger.word.name == "price" and noun.dep_ == "dobj":
        return sum_told(noun)
    verb = _verb_of(noun)
    told = trigger.word.name in ("option", "price", "aid that holds")
    if trigger.hit.form != "noun" or verb is None or not (told or noun_lemma(noun) in _DEALS | _ACTS):
        return []
    if not (told or _known(noun)):
        return []
    joined = (c for c in verb.children if c.dep_ == "conj" and str(c.lemma_).lower() in _HOLDS)
    verb = next(joined, verb)  # "is worth $2 billion and includes 60 missiles"
    lemma = str(verb.lemma_).lower()
    if under_price(noun) is not None or trigger.word.name == "price":
        return sum_told(_whole(noun))
    if lemma == "be":
        worth = [
            c for w in verb.children if w.lower_ in _WORTH for c in w.subtree if c.pos_ in ("NUM", "SYM")
        ]
        held = [
            t for p in verb.children if p.lower_ in ("for", "about") for t in p.children if t.dep_ == "pobj"
        ]
        return worth + held
    brings = lemma == "bring" and noun_lemma(noun) not in _DEALS  # "the deliveries bring him money"
    if brings or (lemma not in _HOLDS and not _made_up(verb)):
        return []
    behind = [t for p in _parts(verb) for t in p.children if t.dep_ == "pobj"]
    return [c for c in verb.children if c.dep_ in ("dobj", "attr", "npadvmod", "dative")] + behind


def _made_up(verb: Token) -> bool:
    """Whether a clause says of what something is made up: "the package is made up of 60 missiles"."""
    return verb.lemma_ == "make" and {c.lower_ for c in _parts(verb)} >= {"up", "of"}


def _parts(verb: Token) -> list[Token]:
    """The particles and prepositions behind a verb, those that hang on its particle too."""
    own = [c for c in verb.children if c.dep_ in ("prep", "prt")]
    return own + [t for c in own if c.dep_ == "prt" for t in c.children]


def _lying_in(noun: Token) -> list[Token]:
    """What there is said to be in a lot or a deal: "there are ten tanks in the first shipment"."""
    verb = noun.head.head
    while verb.dep_ in ("conj", "attr") and verb.pos_ in ("NOUN", "PROPN", "NUM"):
        verb = verb.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "in" or verb.lemma_ != "be" or not _known(noun):
        return []
    if noun_lemma(noun) not in _DEALS | _ACTS or not any(c.dep_ == "expl" for c in verb.children):
        return []
    return [c for c in verb.children if c.dep_ == "attr"]


def _told_among(trigger: Trigger) -> list[Token]:
    """What is said to be in a catch or a deal: "Among the haul were 12 rifles"."""
    noun = trigger.head
    led = noun.dep_ == "pobj" and noun.head.lower_ in ("among", "in") and noun.head.head.lemma_ == "be"
    if not (trigger.word.name == "seize" or noun_lemma(noun) in _DEALS) or not led or not _known(noun):
        return []
    verb = noun.head.head
    told = [c for c in verb.children if c.dep_ in ("attr", "nsubj") and c.pos_ in ("NOUN", "PROPN")]
    return [c for c in told if (c.i > verb.i > noun.i) or (c.tag_ == "NNS" and c.i < verb.i < noun.i)]


def saying(trigger: Trigger) -> list[Token]:
    """The words of a clause that says more: its verb, and what it says that a deal holds or costs."""
    held = (_lying_in(trigger.head) or _told_among(trigger)) if trigger.hit.form == "noun" else []
    verb = held[0].head if held else _verb_of(trigger.head) if says_more(trigger) else None
    if trigger.word.name == "price" and trigger.head.dep_ == "dobj":
        verb = trigger.head.head
    if trigger.word.name == "seize" and trigger.hit.form == "noun" and _is_made(trigger.head):
        verb = trigger.head.head
    return [verb, *content_of(trigger)] if verb is not None else []


def verb_of_content(trigger: Trigger) -> Token | None:
    """The verb between a deal and what it holds or costs."""
    return _verb_of(trigger.head) if content_of(trigger) else None


def _whole(noun: Token) -> Token:
    """The noun of which another is a part: "a letter of intent", "the value of the deal"."""
    if (price := under_price(noun)) is not None:
        return price
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _PAPERS
    return noun.head.head if of else noun


def _verb_of(noun: Token) -> Token | None:
    """The verb of which a noun is the subject, through what only carries it ("are to begin")."""
    noun = _whole(noun)
    if noun.dep_ == "attr" and any(c.dep_ == "expl" for c in noun.head.children):
        return noun.head  # "there have been four shipments"
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    verb = noun.head
    below = [c for c in verb.children if c.dep_ == "xcomp"]
    return below[0] if below and str(verb.lemma_).lower() in _THROUGH else verb


def _known(noun: Token) -> bool:
    """Whether a deal is one that has been told of: "the contract", "a second order"."""
    return any(c.lower_ in _POINTING for c in noun.lefts)
