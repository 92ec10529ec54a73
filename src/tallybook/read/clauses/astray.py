"""Which subject, object or sum did the parser give to the verb beside its own?"""

from __future__ import annotations

from tallybook.read.clauses.clausal import free_that
from tallybook.read.clauses.gerunds import count_up_to, join_doer
from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.madein import dates_from, join_kind
from tallybook.read.clauses.striking import RUINING, STRIKING, hits_load
from tallybook.read.clauses.turneddown import LEAVES
from tallybook.read.clauses.upward import hang_upward
from tallybook.read.clauses.whatwho import free_past, hang_kept, hang_said, hang_what
from tallybook.read.text.tree import FINITE, Token
from tallybook.vocabulary.wordlists import words_of

_GRANTING = frozenset(
    {"award", "give", "grant", "hand", "issue", "sign", "receive", "get", "need", "seek", "request"}
)
_PICTURES = words_of("pictures in which arms turn up")
_FAR = 5
"""Tokens from a verb behind which its object may be that of another verb."""


def hang_astray(token: Token) -> None:
    """Hang a sum, a far object or the subject of a passive anew, in place."""
    if token.lower_ == "worth":
        _worth(token)
    elif token.lower_ in ("home", "with"):
        _behind_object(token)
    elif token.dep_ == "dobj" and token.i - token.head.i > _FAR:
        _object_of_infinitive(token)
    elif token.tag_ == "VBD" and token.dep_ in ("ROOT", "conj", "ccomp"):
        _joined_passive(token)
    elif token.lower_ == "for" and token.dep_ in ("prep", "dative"):
        _for_whom(token)
    elif token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "nsubjpass":
        _clause_before_passive(token)
    elif token.dep_ in SUBJECTS and token.head.dep_ in ("aux", "auxpass"):
        token.head = token.head.head  # "may have armed": who does it hangs on the verb
    elif token.dep_ == "relcl" and token.tag_ in FINITE:
        hang_said(token)
        hang_kept(token)
        if token.head.pos_ == "PROPN" and token.tag_ != "VBP":
            _last_of_list(token)
    elif token.lower_ == "of" and token.dep_ == "prep" and token.head.lower_ in _ALSO:
        token.head = token.head.head  # "accuses Ruritania too of arming its foe"
    else:
        _hang_clause(token)


def _for_whom(leading: Token) -> None:
    """Hang "for" on the verb: "thanked Ruritania too for tanks"."""
    place = leading.head
    if place.pos_ == "VERB":
        _leave_for(leading)
    elif place.lower_ in _ALSO:
        leading.head = place.head


def _behind_object(token: Token) -> None:
    """Hang "home" or "with" behind an object on what it belongs to."""
    if token.lower_ == "home":
        if token.dep_ == "dobj":
            _homeward(token)
        elif token.dep_ == "advmod" and token.head.dep_ == "dobj":
            token.head = token.head.head
    elif token.dep_ == "prep" and token.head.dep_ == "pobj":
        _with_at_goods(token)
    elif token.dep_ == "prep" and token.head.dep_ == "dobj":
        verb = token.head.head
        if verb_lemma(verb) in STRIKING | RUINING and not hits_load(verb):
            token.head = verb  # "hit a bridge with Ruritanian shells"


def _homeward(home: Token) -> None:
    """Of ``has its first jets home from Ruritania``: the jets are what it has."""
    goods = home.doc[home.i - 1]
    if goods.head != home or goods.dep_ not in ("compound", "nmod") or not goods.text.endswith("s"):
        return
    goods.head, goods.dep_ = home.head, "dobj"
    for child in [c for c in home.children if c != goods]:
        child.head = goods if child.i < home.i else home.head
    home.dep_ = "advmod"


def _hang_clause(token: Token) -> None:
    """Hang what a clause is called, what is counted up to, or who does what is told in -ing."""
    if token.dep_ == "conj" and token.tag_ in FINITE and token.head.i < token.i:
        free_that(token)
    elif token.lower_ == "up" and token.dep_ in ("prt", "prep"):
        count_up_to(token)
    elif token.tag_ == "VBG" and token.dep_ in ("advcl", "acl", "xcomp"):
        join_doer(token)
    elif token.dep_ == "prt" and token.lower_ in _OVER:
        _way_over(token)
    elif token.lower_ == "dates":
        dates_from(token)
    elif token.lower_ in ("of", "from") and token.dep_ == "prep":
        before = token.doc[token.i - 1] if token.i else token
        if token.lower_ == "from" and before.dep_ == "pobj" and noun_lemma(before) in _PICTURES:
            token.head = before  # "turned up in pictures from Ruritania"
        elif not hang_upward(token) and token.lower_ == "of":
            join_kind(token)
    elif token.lower_ == "of":
        join_kind(token)
    elif token.lower_ in ("what", "whatever"):
        hang_what(token)
    elif token.tag_ == "VBD" and token.dep_ == "amod":
        free_past(token)


_ALSO = frozenset({"too", "also", "likewise", "again"})
_DEALS = words_of("deals and packages") | {"talk", "negotiation", "dealing", "discussion"}
_ABOUT = frozenset({"on", "for", "about", "over"})


def _with_at_goods(preposition: Token) -> None:
    """Of ``denies any deal on tanks with X``: the deal, not the tanks, is with somebody."""
    about = preposition.head.head
    if about.lower_ not in _ABOUT or about.dep_ != "prep" or not about.i or about.i > preposition.i:
        return
    deal = about.nbor(-1)
    if noun_lemma(deal) in _DEALS and about.head in (deal, deal.head):
        about.head, preposition.head = deal, deal


_OVER = frozenset({"over", "through", "across", "past"})
_TRAVELLING = words_of("plain verbs of motion") | words_of("verbs of travelling")


def _way_over(particle: Token) -> None:
    """Of ``went over two states``: the states are on the way, they are not what is gone to."""
    verb = particle.head
    ground = next((c for c in verb.children if c.dep_ == "dobj" and c.i > particle.i), None)
    if ground is not None and verb_lemma(verb) in _TRAVELLING:
        particle.dep_ = "prep"
        ground.head, ground.dep_ = particle, "pobj"


def _clause_before_passive(verb: Token) -> None:
    """Of ``shells that Ruritan makers sold have been sent on``: they sold the shells, which were sent on."""
    doer, main = verb.head, verb.head.head
    noun = main.head
    mark = next((c for c in main.children if c.lower_ == "that" and c.dep_ in ("mark", "dobj")), None)
    led = mark is not None and mark.i + 1 == doer.left_edge.i and main.dep_ in ("acl", "relcl", "ccomp")
    if not led or noun.pos_ != "NOUN" or verb.i != doer.i + 1 or noun.i > doer.i or noun == main:
        return
    main.head, main.dep_ = (main, "ROOT") if noun.head == noun else (noun.head, noun.dep_)
    noun.head, noun.dep_ = main, "nsubjpass"
    verb.head, verb.dep_, verb.tag_ = noun, "relcl", "VBD"
    doer.head, doer.dep_ = verb, "nsubj"
    if mark is not None:
        mark.head, mark.dep_ = verb, "dobj"


def _worth(word: Token) -> None:
    """Of ``a deal for missiles worth $7m with X``: the missiles are worth it, the deal is with X."""
    sums = [c for c in word.children if c.dep_ in ("npadvmod", "dobj") and c.i > word.i]
    for child in [c for t in (word, *sums) for c in t.children if c.lower_ in ("for", "to", "from")]:
        if child.dep_ == "prep" and word.head.pos_ != "ADP":
            child.head = word.head  # "arms worth $7m for X"
    preposition = word.head
    if preposition.pos_ != "ADP":
        return
    nouns = [c for c in word.children if c.dep_ == "nsubj" and preposition.i < c.i < word.i]
    if len(nouns) != 1 or preposition.head == preposition:
        return
    noun = nouns[0]
    noun.head, noun.dep_ = preposition, "pobj"
    word.head, word.dep_ = noun, "amod"
    for child in [c for c in word.children if c.dep_ == "prep"]:
        child.head = preposition.head


def _last_of_list(verb: Token) -> None:
    """Of ``arms from Ruritania, Graustark and Sylvania, which sold it jets``: the last one sold the jets."""
    pronoun = next((c for c in verb.children if c.lower_ in ("which", "who")), None)
    if pronoun is None or pronoun.dep_ != "nsubj" or any(c.lower_ in ("were", "all") for c in verb.children):
        return
    last = verb.head
    while (
        further := next((c for c in last.children if c.dep_ == "conj" and c.pos_ == "PROPN"), None)
    ) is not None:
        last = further
    if (
        last != verb.head
        and last.i < pronoun.i
        and not any(t.pos_ == "VERB" for t in verb.doc[last.i : pronoun.i])
    ):
        verb.head = last


def _object_of_infinitive(noun: Token) -> None:
    """Of ``told the court to stop, at once, every sale``: the sale is what is to be stopped."""
    verb = noun.head
    whom = [c for c in verb.children if c.dep_ == "dobj" and c.i < noun.i]
    acts = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i < noun.i]
    before = len(whom) == 1 and len(acts) == 1 and whom[0].i < acts[0].i
    if before and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in acts[0].children):
        noun.head = acts[0]


def _leave_for(preposition: Token) -> None:
    """Of ``no permit was issued for shells``: the permit is for the shells."""
    verb = preposition.head
    given = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj") and c.i < preposition.i]
    if len(given) == 1 and noun_lemma(given[0]) in LEAVES and verb_lemma(verb) in _GRANTING:
        preposition.head, preposition.dep_ = given[0], "prep"


def _joined_passive(verb: Token) -> None:
    """Of ``arms ordered before May were sent``: what follows without "and" or a subject has that noun's."""
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.i == verb.i - 1), None)
    later = [t for t in (*verb.children, *verb.head.children) if t.dep_ == "conj" and t.i > verb.i]
    if (
        noun is None
        or noun.tag_ not in ("NNS", "NN")
        or not later
        or verb.dep_ not in ("ROOT", "conj", "ccomp")
    ):
        return
    main = later[0]
    plain = not any(c.dep_.startswith("nsubj") or c.dep_ == "expl" for c in main.children)
    passive = any(c.dep_ == "auxpass" for c in main.children)
    apart = any(t.dep_ == "cc" or t.text in (",", ";") for t in verb.doc[verb.i + 1 : main.i])
    if not plain or not passive or apart or any(c.dep_ in ("dobj", "aux") for c in verb.children):
        return
    if main.head == verb:
        main.head, main.dep_ = (main, "ROOT") if verb.head == verb else (verb.head, verb.dep_)
    noun.head, noun.dep_ = main, "nsubjpass"
    for mark in [c for c in verb.children if c.dep_ in ("mark", "cc") and c.i < noun.i]:
        mark.head = main
    verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"
