"""Do plain verbs of motion tell what a state has or chooses: "flies Ruritanian jets", "went for them"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.striking import sinks_by_arms
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HOMES = frozenset({"home", "house", "land", "village", "town", "camp"})


def flies_foreign(verb: Token) -> bool:
    """Whether a state is said to have aircraft that are called by whose they are: "flies Ruritanian jets"."""
    if verb_lemma(verb) != "fly" or is_passive(verb) or any(c.dep_ == "neg" for c in verb.children):
        return False
    if any(c.dep_ in ("prep", "prt", "dative") and c.lower_ in _WITHER for c in verb.children):
        return False
    things = [c for c in verb.children if c.dep_ == "dobj" and c.tag_ in ("NNS", "NNPS", "NNP")]
    alike = [c for c in verb.children if c.dep_ == "dobj" and noun_lemma(c) in ("type", "model", "kind")]
    if any(c.lower_ == "same" for t in alike for c in t.lefts):
        return True  # "Ruritania flies the same type"
    return any(
        c.pos_ == "ADJ" and c.text[:1].isupper() for t in things for n in (t, *t.lefts) for c in n.lefts
    )


def flees(verb: Token) -> bool:
    """Whether people leave or are driven from where they live: "two million were driven from their homes"."""
    led = [t for p in verb.children if p.lower_ in ("from", "out", "of") for t in p.children]
    return any(noun_lemma(t) in _HOMES for t in led)


def is_use(name: str, verb: Token) -> bool:
    """Whether arms are used: "jets flown by Ruritan crews", "downed planes with Sylvanian missiles"."""
    if sinks_by_arms(verb):
        return True
    if name == "bring" and verb_lemma(verb) == "fly":
        crewed = any(c.dep_ == "agent" for c in verb.children)
        return crewed and not any(c.lower_ in _ROUTED and c.dep_ == "prep" for c in verb.children)
    if name != "shoot down" or is_passive(verb) or verb.dep_ in ("relcl", "acl"):
        return False
    by = [t for p in verb.children if p.lower_ == "with" for t in p.children if t.dep_ == "pobj"]
    named = [t for t in by if t.pos_ in ("NOUN", "PROPN")]
    return any(t.tag_ in ("NNS", "NNPS") or any(c.text[:1].isupper() for c in (t, *t.lefts)) for t in named)


def downs_by_means(verb: Token) -> bool:
    """Whether shooting down is only what something is used for: "used jets to shoot down drones"."""
    return verb.dep_ in ("xcomp", "advcl") and verb_lemma(verb.head) in ("use", "employ", "deploy")


def is_for(verb: Token) -> bool:
    """Whether "be for" tells for whom things are: "were for Ruritania", not "is up for sale"."""
    if verb_lemma(verb) != "be":
        return True
    for_ = next((c for c in verb.children if c.lower_ == "for" and c.i > verb.i), None)
    if for_ is None or any(c.dep_ in ("attr", "acomp", "prt", "expl") for c in verb.children):
        return False
    if any(
        c.dep_ in ("prep", "advmod") and verb.i < c.i < for_.i and c.lower_ in _PLACED for c in verb.children
    ):
        return False
    led = [t for t in for_.children if t.dep_ == "pobj"]
    return any(c.pos_ == "PROPN" for t in led for c in t.subtree) or any(
        c.lower_ in ("the", "its", "their") for t in led for c in t.lefts
    )


def searches(verb: Token) -> bool:
    """Whether something is found by those who search for it, or in what they search."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if any(c.lower_ in _SEARCHED and c.dep_ == "prep" for t in (verb, *things) for c in t.children):
        return True
    over = verb.head if verb.dep_ == "conj" else verb
    return any(noun_lemma(c) in _SEARCHERS for v in (verb, over) for c in v.children if c.dep_ == "nsubj")


_SEARCHED = frozenset({"aboard", "in", "inside", "on", "under", "beneath", "behind", "among"})
_FORCES = frozenset({"soldier", "troop", "guard", "inspector", "officer", "marine"})
_SEARCHERS = words_of("who watches the ways") | _FORCES
_PLACED = frozenset({"up", "in", "on", "at", "out", "under", "about", "worth"})
_ROUTED = frozenset({"to", "into", "from", "out", "back", "onto"})
_WITHER = frozenset(
    {"against", "to", "into", "in", "from", "over", "out", "across", "through", "back", "home"}
)


def goes_for(verb: Token) -> bool:
    """Whether a state is said to choose something: "Ruritania went for the Sylvanian jet"."""
    if verb_lemma(verb) != "go" or verb.dep_ in ("relcl", "acl"):
        return False
    states = any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in verb.children)
    return states and any(c.lower_ in ("for", "with") and c.i == verb.i + 1 for c in verb.children)


def takes_home(verb: Token) -> bool:
    """Whether goods that somebody takes home are new to him: "its first jets", not "its jets"."""
    if not any(c.lower_ == "home" for c in verb.children):
        return True
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    own = [t for t in things if any(c.lower_ in ("its", "their", "his", "our") for c in t.lefts)]
    return bool(things) and all(any(c.lower_ in _NEW or c.like_num for c in t.lefts) for t in own)


_NEW = frozenset({"new", "newest", "latest", "next", "last"})


def goes_shopping(verb: Token) -> bool:
    """Whether a state turns to another for goods: "Ruritania went to Sylvania for tanks"."""
    if verb_lemma(verb) != "go" or verb.dep_ in ("relcl", "acl") or is_passive(verb):
        return False
    states = any(c.dep_ == "nsubj" and c.tag_ == "NNP" for c in verb.children)
    to = [c for c in verb.children if c.lower_ == "to" and any(t.pos_ == "PROPN" for t in c.children)]
    return states and bool(to) and any(c.lower_ == "for" and c.i > to[0].i for c in verb.children)


def makes_goods(verb: Token) -> bool:
    """Whether goods are made for somebody, not a port made for: "is making shells for Ruritania"."""
    led = [t for p in verb.children if p.lower_ == "for" for t in p.children]
    made = verb_lemma(verb) == "make" and any(c.dep_ == "dobj" for c in verb.children)
    return made and any(t.pos_ == "PROPN" for t in led)


def carries_arms(verb: Token) -> bool:
    """Whether soldiers bear arms that are called by whose they are: "its troops carry Ruritanian rifles"."""
    if verb_lemma(verb) != "carry" or is_passive(verb):
        return False
    if any(c.lower_ in _WITHER and c.dep_ in ("prep", "dative", "prt", "advmod") for c in verb.children):
        return False
    bearers = any(c.dep_ == "nsubj" and noun_lemma(c) in _BEARERS for c in verb.children)
    things = [c for c in verb.children if c.dep_ == "dobj" and c.tag_ in ("NNS", "NNPS")]
    words = [c for t in things for n in (t, *t.lefts) for c in n.lefts]
    return bearers and any(c.pos_ == "ADJ" and c.text[:1].isupper() for c in words)


_BEARERS = words_of("nouns for who fights a state") | {
    "soldier",
    "troop",
    "guard",
    "policeman",
    "marine",
    "trooper",
}
