"""Where does what is known of a sentence's parties and goods show that the parser has hung a word wrongly?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.read.clauses.armsverb import free_arming
from tallybook.read.clauses.asides import hang_behind_aside
from tallybook.read.clauses.clausal import free_clause
from tallybook.read.clauses.contact import hang_contact_clause
from tallybook.read.clauses.fighting import fighters_there
from tallybook.read.clauses.freed import free_goods
from tallybook.read.clauses.gapping import number_beside
from tallybook.read.clauses.hanging import hang
from tallybook.read.clauses.instanced import hang_instance
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.opened import free_subject, plain_verb
from tallybook.read.clauses.participles import right_participles
from tallybook.read.clauses.permits import free_permits
from tallybook.read.clauses.placing import place
from tallybook.read.clauses.ranged import part_pointed
from tallybook.read.clauses.reduced import armed_with, free_participle
from tallybook.read.clauses.strung import free_verb
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import FINITE, Doc, Token
from tallybook.vocabulary.wordlists import words_of

_LEADING = frozenset({"to", "from"})
_COUNTING = words_of("words that count roughly")
_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "dative", "appos"})
PARTS = 2
"""Words that a name has at least which may be hung apart."""

PHRASES = 4
"""Phrases that may stand inside one another at the beginning of a sentence."""

_HEADLINE = {
    form: verb
    for verb in words_of("verbs that look like plurals")
    for form in (f"{verb}s", f"{verb[:-1]}ies")
}
"""Third persons that the tagger takes for plurals, with their verbs."""

_BASE = words_of("verbs that look like nouns")
_TRADE = words_of("nouns behind arms")
_INSIDE = frozenset({"compound", "nmod", "amod", "nummod", "poss", "appos"})


def mend(doc: Doc, actors: Iterable[ActorMention], goods: Iterable[GoodsMention]) -> None:
    """Hang words anew, in place, where the names found in a text leave one way to read them."""
    things, actors = tuple(goods), tuple(actors)
    heads = frozenset(thing.head for thing in things)
    free_verb(doc)
    firsts = frozenset(mention.first for mention in actors)
    right_participles(doc)
    for mention in actors:
        _no_verb(doc, mention)
        free_subject(doc, mention)
        free_clause(doc[mention.last - 1])
        _part_taker(doc, mention, heads)
        _behind_state(doc, mention)
        hang_contact_clause(doc, mention, heads)
        _without_verb(doc, mention)
        _headline_verb(doc, mention)
        _behind_phrase(doc, mention)
        hang_instance(doc, mention)
        hang_behind_aside(doc, mention)
        place(doc, mention)
        fighters_there(doc, mention)
        free_arming(doc, mention, firsts)
    for thing in things:
        _close_name(doc, thing)
        _whole_name(doc, thing)
        _some_of(doc, thing)
        _no_clause(doc, thing)
        part_pointed(doc, thing)
        free_goods(doc[thing.head])
    for token in doc:
        hang(token)
        free_permits(token)
        armed_with(token)
        free_participle(token)


def _hang(token: Token, head: Token, dep: str) -> None:
    """Hang a word on another one as its ``dep``, unless that would close a circle."""
    token.head = head
    if token.head == head:
        token.dep_ = dep


def _no_verb(doc: Doc, mention: ActorMention) -> None:
    """Of ``a sale of jets to Ruritania worth $5m``: the name of a state is no verb behind "to"."""
    name = doc[mention.last - 1]
    if mention.first == 0 or name.tag_ != "VB" or mention.kind != "state" or name.head == name:
        return
    to, above = doc[mention.first - 1], name.head
    if to.lower_ != "to" or to.head != name:
        return
    for child in [c for c in name.children if c != to and not mention.first <= c.i < mention.last]:
        child.head = above
    to.head, to.dep_, to.tag_, to.pos_ = above, "prep", "IN", "ADP"
    name.head, name.dep_, name.tag_, name.pos_ = to, "pobj", "NNP", "PROPN"


def _part_taker(doc: Doc, mention: ActorMention, heads: frozenset[int]) -> None:
    """Part the taker from heavy goods behind it: "sent to Ruritania 60 howitzers", "to the RU drones"."""
    article = mention.first > 1 and doc[mention.first - 1].lower_ == "the"
    first = mention.first - article
    if first == 0 or mention.last >= len(doc) or doc[first - 1].lower_ not in _LEADING:
        return
    preposition, following = doc[first - 1], doc[mention.last]
    inner = [t for t in doc[first : mention.last] if not first <= t.head.i < mention.last]
    thing = inner[0].head if inner else None
    while thing is not None and thing.dep_ in _INSIDE and thing.head.i > thing.i:
        thing = thing.head
    if (
        thing is None
        or thing.head != preposition
        or thing.i < mention.last
        or preposition.head == preposition
    ):
        return
    counted = following.pos_ in ("NUM", "DET") or following.lower_ in _COUNTING
    bare = thing.i in heads and mention.form in _NAMING and _lacks_object(preposition.head)
    names = [t for t in inner if t.dep_ in _INSIDE]
    if not names or (inner[0] not in names and not article) or not (counted or bare):
        return
    for token in inner:
        token.head, token.dep_ = (preposition, "pobj") if token in names else (names[0], token.dep_)
    _hang(thing, preposition.head, "dobj")


_NAMING = frozenset({"name", "capital", "abbreviation"})


def _lacks_object(verb: Token) -> bool:
    """Whether a verb in the active has nothing that it acts on."""
    taken = any(c.dep_ in ("dobj", "auxpass", "ccomp", "xcomp") for c in verb.children)
    return verb.pos_ == "VERB" and not taken


def _some_of(doc: Doc, thing: GoodsMention) -> None:
    """Of ``Of the tanks 116 are to come``: the number right behind the goods is what the verb tells of."""
    of, at = doc[thing.head].head, thing.last
    if (
        of.lower_ != "of"
        or at + 1 >= len(doc)
        or doc[at].pos_ != "NUM"
        or doc[at].head not in (of, of.head, doc[thing.head])
    ):
        return
    verb = doc[at + 1].head if doc[at + 1].dep_ in ("aux", "auxpass") else doc[at + 1]
    if of.is_sent_start and doc[at + 1].tag_ in FINITE and all(c.dep_ != "nsubj" for c in verb.children):
        _hang(doc[at], verb, "nsubj")


def _behind_state(doc: Doc, mention: ActorMention) -> None:
    """Of ``bought by Ruritania from Sylvania``: no state is from another, "from" belongs to the verb."""
    if mention.kind != "state" or mention.form not in ("name", "capital") or mention.last >= len(doc):
        return
    name, following = doc[mention.last - 1], doc[mention.last]
    act = name.head.head
    if following.lower_ in _LEADING and following.head == name and name.dep_ == "pobj" and act.pos_ == "VERB":
        following.head = act


def _behind_phrase(doc: Doc, mention: ActorMention) -> None:
    """Of ``Under the scheme Ruritania got``: behind a phrase without a comma stands the subject."""
    name = doc[mention.last - 1]
    if mention.first == 0 or mention.last >= len(doc) or name.dep_ not in ("appos", "pobj"):
        return
    article = mention.first > 1 and doc[mention.first - 1].lower_ == "the"
    noun, verb = doc[mention.first - 1 - article], doc[mention.last]
    verb = verb.head if verb.pos_ == "AUX" and verb.dep_ in ("aux", "auxpass") else verb
    beside = name.head == noun if name.dep_ == "appos" else noun.head == name
    if noun.pos_ not in ("NOUN", "PROPN") or not beside or verb.tag_ not in FINITE | {"VBN", "VB"}:
        return
    phrase = name.head.head if name.dep_ == "appos" else name.head
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    if phrase.pos_ not in ("ADP", "SCONJ") or not _opens_clause(phrase, verb) or own:
        return
    if name.dep_ == "pobj":
        noun.head, noun.dep_ = phrase, "pobj"
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _opens_clause(phrase: Token, verb: Token) -> bool:
    """Whether a phrase, or the one that it is part of, stands before its verb: "Since the war in X Y has"."""
    for _ in range(PHRASES):
        if phrase.head == verb:
            return phrase.i < verb.i
        over = phrase.head.head
        if phrase.dep_ != "prep" or phrase.head.dep_ != "pobj" or over == phrase:
            return False
        phrase = over
    return False


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


def _no_clause(doc: Doc, thing: GoodsMention) -> None:
    """Make goods the object that the parser takes for a clause: "police found Sylvanian rifles"."""
    noun = doc[thing.head]
    verb = noun.head
    if noun.tag_ not in ("NN", "NNS") or noun.dep_ != "ccomp" or verb.pos_ != "VERB" or verb.i > thing.first:
        return
    before = [c for c in noun.children if c.i < noun.i]
    if any(not thing.first <= c.i < noun.i and c.dep_ in ("nsubj", "mark", "aux") for c in before):
        return
    noun.dep_ = "dobj"
    for child in before:
        child.dep_ = "compound" if child.dep_ == "nsubj" else child.dep_


def _without_verb(doc: Doc, mention: ActorMention) -> None:
    """Part a party with a number of its own from the goods before it: "12 tanks and Ruritania six"."""
    number = number_beside(doc, mention)
    if number is None:
        return
    name = doc[mention.last - 1]
    verb = next(t for t in reversed(doc[name.sent.start : mention.first]) if t.pos_ == "VERB")
    counted = number.head if number.dep_ == "nummod" and number.head.i > number.i else number
    _hang(name, verb, "dep")
    _hang(counted, name, "dep")


def _headline_verb(doc: Doc, mention: ActorMention) -> None:
    """Of ``Ruritanian navy intercepts arms``: a headline's only verb, which looks like a plural."""
    near = [t for t in doc[mention.last : mention.last + 4] if not t.is_quote]
    reach = 4 if near and near[0].tag_ == "POS" else 2  # "Ruritania's new junta receives jets"
    verb = next((t for t in near[:reach] if t.lower_ in _HEADLINE), None)
    if near and near[0].lower_ in _BASE:
        plain_verb(near[0])
    if verb is None or not (verb.tag_ in ("NNS", "NNPS", "NNP") or verb.dep_ in _INSIDE):
        return
    if verb.lower_ == "arms" and verb.i + 1 < len(doc) and noun_lemma(verb.nbor()) in _TRADE:
        return  # "Ruritanian arms imports doubled"
    has_subject = any(c.dep_ == "nsubj" for c in verb.children)
    others = [t for t in verb.sent if t.tag_ in ("VBZ", "VBD", "VBP", "MD") and t != verb]
    if any(t.tag_ == "MD" or not (has_subject and verb.head == t) for t in others):
        return
    noun, doer = verb.head, doc[verb.i - 1]
    while doer.is_quote and doer.i:
        doer = doer.nbor(-1)
    if verb.dep_ in _INSIDE or verb.dep_ in ("nsubj", "poss"):
        if noun.i < verb.i:
            return
        verb.head, verb.dep_ = (verb, "ROOT") if noun.head == noun else (noun.head, noun.dep_)
        noun.head, noun.dep_ = verb, "dobj"
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", _HEADLINE[verb.lower_]
    if not has_subject:
        _hang(doer, verb, "nsubj")


def _whole_name(doc: Doc, thing: GoodsMention) -> None:
    """Let the last word of a type stand where the name stands: "three Mirage 2000 from Ruritania are"."""
    head, inside = doc[thing.head], range(thing.first, thing.last)
    astray = head.dep_ == "conj" and head.head.pos_ == "VERB"  # "hundreds of cruise and other missiles"
    if (head.dep_ in _STANDING and not astray) or thing.last - thing.first < PARTS:
        return
    within = [t for t in doc[thing.first : thing.last] if t != head]
    standing = [t for t in within if t.dep_ in _STANDING and t.head.i not in inside]
    if len(standing) != 1 or standing[0].head == head:
        return
    first = standing[0]
    head.head, head.dep_ = first.head, first.dep_
    first.head, first.dep_ = head, "compound"
    for child in list(first.children):
        if child.i not in inside:
            child.head = head
