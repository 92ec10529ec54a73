"""Which everyday words are words of transfer where they stand: "took from a boat", "won an order"?"""

from __future__ import annotations

from collections.abc import Mapping

from tallybook.read.clauses.announcing import promises
from tallybook.read.clauses.budgeting import sets_money_aside
from tallybook.read.clauses.gifts import is_told_gift
from tallybook.read.clauses.having import brings_itself, holds_goods, will_have
from tallybook.read.clauses.idioms import is_idle, renews_with, resumes_giving, seeks_goods
from tallybook.read.clauses.landing import comes_in
from tallybook.read.clauses.lemmas import is_done_to, is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.motions import is_for, searches, takes_home
from tallybook.read.clauses.preparing import prepares_for
from tallybook.read.clauses.presenting import hands_over
from tallybook.read.clauses.pricing import is_price
from tallybook.read.clauses.reached import reaches_deal
from tallybook.read.clauses.sighting import is_sighted
from tallybook.read.clauses.signing import is_signed, signs_for
from tallybook.read.clauses.striking import hits_load
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

Agents = Mapping[str, bool]
"""Nouns that act for a state, and whether they are means of transport."""


def withholds(verb: Token) -> bool:
    """Whether "deny" keeps goods from somebody ("denied them the jets") and does not deny a charge."""
    if verb_lemma(verb) != "deny":
        return True
    kept = any(c.dep_ in ("dative", "iobj", "nsubjpass") or c.lower_ == "to" for c in verb.children)
    return kept and not (verb.dep_ == "relcl" and "dobj" not in {c.dep_ for c in verb.children})


def is_asked(verb: Token) -> bool:
    """Whether what is got is an order or a request, so that the other side is who will take the goods."""
    return verb_lemma(verb) in WINNING and any(
        c.dep_ == "dobj" and noun_lemma(c) in ORDERS for c in verb.children
    )


def _closes_deal(verb: Token) -> bool:
    """Whether what is struck is a deal, not a target."""
    return is_done_to(verb, _BARGAINS)


def _punishes(verb: Token) -> bool:
    """Whether those are hit whom measures are taken against: "hits buyers of drones"."""
    for_acts = any(c.lower_ == "over" and c.dep_ == "prep" for c in verb.children)
    return verb_lemma(verb) in _HITTING and (for_acts or is_done_to(verb, _PUNISHED))


def _hands_paper(verb: Token) -> bool:
    """Whether what is sent or given is a request or an offer: "sent Ruritania a request for guns"."""
    if verb_lemma(verb) not in ("send", "give", "hand", "deliver", "pass", "forward", "dispatch", "land"):
        return False
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    told = any(noun_lemma(c) in _COMMANDS and not any(p.lower_ == "for" for p in c.children) for c in objects)
    return told or any(noun_lemma(c) in _PAPERS | {"order"} for c in objects)


def _goes_up(verb: Token) -> bool:
    """Whether something only goes up in smoke: "a consignment of shells blew up", "six jets burned"."""
    hit = any(c.dep_ == "dobj" for c in verb.children)
    return verb_lemma(verb) in ("blow", "burn", "crash") and not hit and not is_passive(verb)


def _gives_as(verb: Token) -> bool:
    """Whether something is only named as something else: "gave Ruritania as the destination"."""
    if verb_lemma(verb) != "give":
        return False
    named = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "PROPN"]
    as_ = any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children)
    as_ = as_ or any(c.lower_ == "as" for t in named for n in (t, *t.conjuncts) for c in n.children)
    return bool(named) and as_


def pays_somebody(verb: Token) -> bool:
    """Whether somebody is paid for goods: "paid Ruritania $2 billion for", "paid to Ruritania"."""
    if verb_lemma(verb) != "pay":
        return False
    sums = [c for c in verb.children if c.dep_ == "dobj" and (c.pos_ in ("NUM", "SYM") or c.like_num)]
    named = [c for c in verb.children if c.dep_ in ("dative", "dobj") and c.pos_ != "ADP"]
    paid = [c for c in named if c.dep_ == "dative" or c.pos_ == "PROPN"]
    return bool(paid) or any(c.lower_ == "to" for t in (verb, *sums) for c in t.children if c.dep_ == "prep")


def pays_for_what(verb: Token) -> bool:
    """Whether it is said for what somebody pays: "paid $2 million for", "the jets for which it has paid"."""
    over = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    return any(c.lower_ == "for" and c.dep_ in ("prep", "prt", "dative") for t in over for c in t.children)


def has_foreign(verb: Token) -> bool:
    """Whether somebody is said to have goods that are called by whose they are: "has Ruritanian mortars"."""
    if verb.dep_ in ("aux", "auxpass") or any(c.dep_ in ("aux", "neg") for c in verb.children):
        return False
    things = [c for c in verb.children if c.dep_ == "dobj" and c.tag_ == "NNS"]
    own = any(c.lower_ in ("its", "their", "his") for t in things for c in t.lefts)
    words = [c for t in things for n in (t, *t.lefts) for c in n.lefts]
    return not own and any(c.pos_ == "ADJ" and c.text[:1].isupper() for c in words)


def is_wrapped(noun: Token) -> bool:
    """Whether packages are what goods are wrapped in: "200 packages with parts", "dozens of packages"."""
    counted = any(c.dep_ == "nummod" for c in noun.lefts)
    counted = counted or (noun.dep_ == "pobj" and noun.head.lower_ == "of")
    counted = counted or (noun.dep_ == "nsubj" and verb_lemma(noun.head) in ("hold", "contain", "conceal"))
    return noun.tag_ == "NNS" and counted


def _does_other(name: str, verb: Token) -> bool:
    """Whether what a verb is done to shows that nothing is moved or fired."""
    if name == "use":
        return (
            _goes_up(verb) or _hands_paper(verb) or _closes_deal(verb) or _punishes(verb) or hits_load(verb)
        )
    reached = name in ("arrive", "go", "get", "supply") and reaches_deal(verb)
    return reached or _hands_paper(verb) or _gives_as(verb)


def stands(name: str, form: str, head: Token) -> bool:
    """Whether an everyday word of a transfer word's entry is one of transfer where it stands."""
    if form == "verb" and _does_other(name, head):
        return False
    if name == "package":
        return form != "noun" or not is_wrapped(head)
    if form == "verb" and (is_idle(head) or name == "be there"):
        return False  # only where it stands for having come
    if name == "follow" and head.lower_ == "following" and not any(c.dep_ == "aux" for c in head.children):
        return False  # "following the attack"
    if name == "get" and any(c.lower_ in _STATES for c in head.children):
        return False  # "is being got ready"
    if name == "finance" and verb_lemma(head) == "pay":
        return pays_for_what(head)
    if form == "verb" and name == "sign for":
        return signs_for(head)
    return name not in _TESTS or _TESTS[name](head)


_CUSTOMERS = words_of("who may buy")


def _finds_goods(verb: Token) -> bool:
    """Whether goods are found: not "was found acceptable", "to find takers for", "pulled out of the deal"."""
    if any((c.tag_ == "JJ" and c.i > verb.i) or noun_lemma(c) in _CUSTOMERS for c in verb.children):
        return False
    pulls = verb_lemma(verb) == "pull" and not is_passive(verb)
    return not pulls or any(c.dep_ == "dobj" for c in verb.children)


def lets_have(verb: Token) -> bool:
    """Whether "let" has a taker and goods of its own: "will let Ruritania have rifles"."""
    return {"dative", "dobj"} <= {c.dep_ for c in verb.children if c.i > verb.i}


WINNING = words_of("verbs of winning") | {"get", "receive", "obtain"}
ORDERS = words_of("nouns of asking and ordering")


def finds_for(verb: Token) -> bool:
    """Whether what is found is found for somebody ("has found 500,000 rounds for Ruritania")."""
    if verb_lemma(verb) not in ("find", "collect", "gather") or any(
        c.dep_ in ("auxpass", "nsubjpass") for c in verb.children
    ):
        return False
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if searches(verb):
        return False
    behind = [p for t in (verb, *objects) for p in t.children if p.lower_ == "for" and p.dep_ == "prep"]
    return bool(objects) and any(c.pos_ == "PROPN" for p in behind for c in p.children)


_PERMITS = words_of("permits")

_PAPERS = words_of("papers by which somebody asks or offers")
_COMMANDS = frozenset({"order", "instruction", "command", "directive", "ultimatum", "deadline"})
_HITTING = frozenset({"hit", "strike", "target"})
_PUNISHED = (words_of("whom measures are taken against") | {"buyer", "seller", "purchaser"}) - {
    "ship",
    "vessel",
    "tanker",
}
_BARGAINS = words_of("deals and packages") | {"bargain", "pact", "balance", "chord", "tone"}
_DAYS = words_of("nouns of time") | words_of("days of the week")
_STATES = frozenset(
    {"ready", "worse", "better", "rid", "used", "underway", "going", "started", "involved", "stuck", "caught"}
)
_LACKING = words_of("verbs of lacking")


def only_names(noun: Token) -> bool:
    """Whether a noun only qualifies another ("cargo jets"), is part of a title, or of "in exchange"."""
    if noun_lemma(noun) in _PERMITS and verb_lemma(noun.head) in _LACKING:
        return True
    if _one_of_many(noun):
        return True
    if noun.dep_ in ("compound", "nmod") and noun.head.pos_ in ("NOUN", "PROPN"):
        return True
    if noun.lower_ in ("gift", "present") and any(c.tag_ == "MD" for c in noun.head.children):
        return True  # "would be a gift to the rebels"
    if noun.lower_ == "deal" and noun.i and noun.doc[noun.i - 1].lower_ in ("good", "great"):
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.lower_ in ("exchange", "return"):
        return True
    return (
        noun.tag_ in ("NNP", "NNPS")
        and noun.text[:1].isupper()
        and not noun.is_sent_start
        and not noun.text.isupper()
    )


def _one_of_many(noun: Token) -> bool:
    """Whether a noun only says of what kind an act is: "in one of its largest deals, X agreed to sell"."""
    of = noun.head
    one = of.head if noun.dep_ == "pobj" and of.lower_ == "of" else noun
    return one != noun and one.lower_ == "one" and one.dep_ == "pobj" and one.head.lower_ in ("in", "as")


def leads_to(verb: Token) -> bool:
    """Whether "to" or "into" with a noun follows the verb."""
    above = [verb, *(t for c in verb.children if c.dep_ == "dobj" for t in (c, *c.conjuncts))]
    if any(c.dep_ == "dative" and c.pos_ != "ADP" for c in verb.children):
        return True
    toward = [
        c for t in above for c in t.children if c.lower_ in ("to", "into") and c.dep_ in ("prep", "dative")
    ]
    return any(c.dep_ == "pobj" for prep in toward for c in prep.children)


def moves_something(verb: Token) -> bool:
    """Whether the verb has an object: "got rifles to the front" against "that rifles got to the front"."""
    taken = ((c.dep_, c.pos_) for c in verb.children)
    moved = any(dep in ("dobj", "nsubjpass") or (dep == "dative" and pos != "ADP") for dep, pos in taken)
    return moved or (verb.dep_ in ("relcl", "acl") and all(c.dep_ != "mark" for c in verb.children))


def opens_date(preposition: Token) -> bool:
    """Whether a preposition leads to a day: "on 9 December", "on Monday"."""
    led = [t for c in preposition.children for t in (c, *c.children)]
    return any(t.lower_ in _DAYS for t in led)


def at_sum(noun: Token, verb: Token) -> bool:
    """Whether a preposition hangs on the sum that a verb of paying has as its object: "paid $2m for"."""
    return noun.dep_ == "dobj" and noun.head == verb and (noun.pos_ in ("NUM", "SYM") or noun.like_num)


def _drops_things(verb: Token) -> bool:
    """Whether things are dropped, not plans: "dropped plans for Ruritanian jets"."""
    return not any(c.dep_ in ("dobj", "nsubjpass") and noun_lemma(c) in _PLANS for c in verb.children)


_PLANS = words_of("nouns for plans")
_TESTS = {
    "drop": _drops_things,
    "come away with": takes_home,
    "a present": is_told_gift,
    "arrive": comes_in,
    "find": _finds_goods,
    "let have": lets_have,
    "sign papers": is_signed,
    "budget for": sets_money_aside,
    "be sighted": is_sighted,
    "will have": will_have,
    "prepare": prepares_for,
    "promise": promises,
    "present": hands_over,
    "price": is_price,
    "renew with": renews_with,
    "resume": resumes_giving,
    "seek": seeks_goods,
    "aid that holds": holds_goods,
    "bring": brings_itself,
    "on the way": is_for,
}
"""Entries of everyday words, with what tells that they are words of transfer."""
