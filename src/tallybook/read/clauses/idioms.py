"""Which everyday verbs tell of no transfer by what stands beside them: "takes part", "wants it gone"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_done_to, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ONLY_TAKEN = words_of("what is taken without being had")
_AWAY = words_of("what is to go is")
_FUNDS = words_of("nouns for public money")
_RENEWED = words_of("what arms renew")
_ENDS = frozenset({"end", "halt", "stop", "standstill", "close", "nothing", "power", "blow", "term"})
_BECOMING = frozenset({"missing", "wrong", "bad", "astray", "unnoticed", "unused", "unanswered", "unpaid"})
_MANNERS = frozenset({"gift", "donation", "loan", "grant", "present", "contribution"})
_ORDERED = words_of("nouns for acts of giving")
"""What is ordered where an act is."""


def is_idle(verb: Token) -> bool:
    """Whether a verb of taking or clearing moves nothing to anybody here."""
    test = _IDLE.get(verb_lemma(verb))
    return (test is not None and test(verb)) or _second_hand(verb)


def _sends_off(verb: Token) -> bool:
    """Whether people are only told to go: "sent the Ruritanians home"."""
    gone = any(c.lower_ in ("home", "away", "packing") and c.dep_ != "dobj" for c in verb.children)
    return gone and any(c.dep_ in ("dobj", "dative") and c.pos_ == "PROPN" for c in verb.children)


def _turns_out(verb: Token) -> bool:
    """Whether something only becomes what is said of it: "six went missing", "the shells have gone bad"."""
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    return any(t.lower_ in _BECOMING for t in behind)


def _hails(verb: Token) -> bool:
    """Whether somebody is only glad of what was told: "Ruritania welcomed it", "hailed this"."""
    return not any(c.dep_ in ("dobj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN") for c in verb.children)


def _second_hand(verb: Token) -> bool:
    """Whether "used" only says that goods are not new: "24 used jets"."""
    return verb.lower_ == "used" and verb.dep_ == "amod" and verb.head.i > verb.i


def _set_off(verb: Token) -> bool:
    """Whether "it was from" only sets off who gives: "it was from Ruritania that it ordered jets"."""
    it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in verb.children)
    told = any(
        c.dep_ in ("ccomp", "relcl") and any(t.lower_ == "that" for t in c.children) for c in verb.children
    )
    return it and told


_WAYS = frozenset(
    {"chance", "excuse", "means", "method", "opportunity", "pretext", "reason", "solution", "way"}
)


_OUTPUT = frozenset({"output", "production", "manufacture", "manufacturing", "making"})
_ANSWERS = words_of("what is asked for by who wants to know")


def seeks_goods(word: Token) -> bool:
    """Whether what is asked for is to come: not money for it, not that it goes ("wants it gone")."""
    below = [c for c in word.children if c.i > word.i]
    if verb_lemma(word) in _WONDERING and any(c.lower_ == "about" for c in below):
        return _wants_to_have(word)
    asked = [t for c in below for t in ((c,) if c.dep_ == "dobj" else c.children)]
    away = any(
        c.lower_ in _AWAY and c.dep_ != "conj" and c.i > word.i + 1
        for c in (*below, *(t for a in asked for t in a.children))
    )
    if any(noun_lemma(t) in _WAYS for t in asked):
        return False  # "look for a way to stop deliveries"
    if any(noun_lemma(t) in _OUTPUT for t in asked) and not any(t.pos_ == "PROPN" for t in asked):
        return False  # "called for a higher output of shells"
    if any(noun_lemma(t) in _ANSWERS for t in asked):
        return False  # "asked for a probe into the sale"
    return not away and not any(t.dep_ in ("dobj", "pobj") and noun_lemma(t) in _FUNDS for t in asked)


_WONDERING = frozenset({"ask", "inquire", "enquire"})
_STATES = words_of("nouns for who acts for a state")


def _wants_to_have(verb: Token) -> bool:
    """Whether who asks about goods is a state that may get them, and nobody is asked to tell of them.

    A state that is asked about a type by another may sell it: "asked Ruritania about the X-10".
    """
    told = [t for p in verb.children if p.lower_ == "about" for t in p.children if t.dep_ == "pobj"]
    asked = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    a_type = all(
        t.text[:1].isupper() and not any(c.dep_ in ("relcl", "acl") for c in t.children) for t in told
    )
    if asked and all(c.pos_ == "PROPN" for c in asked) and told and a_type:
        return any(c.dep_ == "nsubj" for c in verb.children)
    if any(c.dep_ in ("dobj", "dative", "auxpass", "nsubjpass") for c in verb.children):
        return False
    askers = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(c.pos_ == "PROPN" or noun_lemma(c) in _STATES for c in askers)


def _clears_away(verb: Token) -> bool:
    """Whether something is cleared of goods, not goods for somebody: "clear the sea of mines"."""
    over = (verb, *(c for c in verb.children if c.dep_ == "dobj"))
    return any(p.lower_ == "of" for t in over for p in t.children)


def _comes_to(verb: Token) -> bool:
    """Whether something comes to a sum or an end, and to nobody: "sales came to 44 million euros"."""
    to = [c for p in verb.children if p.lower_ == "to" for c in p.children if c.dep_ == "pobj"]
    if any(c.lower_ == "light" for c in to):  # "rifles came to light", not "it came to light that"
        return any(c.dep_ == "ccomp" for c in verb.children) or any(c.lower_ == "it" for c in verb.children)
    return any(noun_lemma(c) in _ENDS or any(t.like_num or t.is_currency for t in c.lefts) for c in to)


def _takes_nothing(verb: Token) -> bool:
    """Whether the verb only lends its noun a verb: "took place"; or a firm takes another over."""
    return any(
        c.dep_ == "dobj" and noun_lemma(c) in _ONLY_TAKEN and c.lower_ != "parts" for c in verb.children
    )


_IDLE = {
    "be": _set_off,
    "clear": _clears_away,
    "come": _comes_to,
    "go": _turns_out,
    "hail": _hails,
    "send": _sends_off,
    "take": _takes_nothing,
    "welcome": _hails,
}
"""Verbs that may move nothing, with what tells that they do not."""


def renews_with(verb: Token) -> bool:
    """Whether a force or its arms are renewed with something: "replenished its stocks with shells"."""
    renewed = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    beside = [p for t in (verb, *renewed) for p in t.children if p.lower_ == "with" and p.i > verb.i]
    if verb_lemma(verb) == "replace":  # "will replace them with jets from Ruritania"
        behind = [*verb.children, *(t for p in beside for t in p.subtree)]
        return any(t.lower_ == "from" and any(c.pos_ == "PROPN" for c in t.children) for t in behind)
    return bool(beside) and any(noun_lemma(t) in _RENEWED for t in renewed)


def arms_other(verb: Token) -> bool:
    """Whether it is another's force that is renewed: "Ruritania stocked Sylvania's army with shells"."""
    renewed = [c for c in verb.children if c.dep_ == "dobj"]
    whose = [(t, c) for t in renewed for c in t.lefts if c.text[:1].isupper()]
    return any(
        (c.dep_ == "poss" and c.pos_ == "PROPN") or (c.pos_ == "ADJ" and noun_lemma(t) in _STORES)
        for t, c in whose
    )


_STORES = words_of("where arms lie in store")


def resumes_giving(verb: Token) -> bool:
    """Whether what goes on again or grows is giving: "resumed military aid", not "resumed attacks"."""
    return is_done_to(verb, _GIVING)


_GIVING = words_of("nouns for giving that goes on")


def commands(verb: Token) -> bool:
    """Whether somebody orders an act, not goods: "ordered the shells to be sent", "ordered the delivery"."""
    if verb_lemma(verb) != "order":
        return False
    acts = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i]
    if any(t.lower_ == "to" and t.dep_ == "aux" for act in acts for t in act.children):
        return True
    return any(c.dep_ == "dobj" and noun_lemma(c) in _ORDERED for c in verb.children)


def is_aim(noun: Token) -> bool:
    """Whether an order buys nothing: "in order that they pass", "on the order of the president"."""
    if noun.lower_ not in ("order", "orders") or noun.dep_ != "pobj":
        return False
    leading, behind = noun.head.lower_, {c.lower_ for c in noun.children}
    if leading == "in" and not any(c.dep_ == "det" for c in noun.lefts):
        return noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in ("that", "to", "for")
    commanded = "of" in behind or "from" in behind or any(c.dep_ == "poss" for c in noun.lefts)
    return leading in ("on", "by", "under", "upon", "at") and commanded and "for" not in behind


def is_manner(noun: Token) -> bool:
    """Whether a noun only says how something is given: "got 11 jets as a gift"."""
    if is_aim(noun):
        return True
    as_it = noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.pos_ == "VERB"
    return as_it and noun_lemma(noun) in _MANNERS and not any(c.lower_ == "of" for c in noun.rights)


def is_of_worth(phrase: Token) -> bool:
    """Whether "aid of", "help of" are no means by which something is done: "gave X aid of $4 million"."""
    return phrase.i == 0 or phrase.nbor(-1).lower_ not in ("the", "with", "by")
