"""Is a ship or truck told to be stopped for what it carries: "was seized for smuggling rifles"?"""

from __future__ import annotations

from tallybook.read.clauses.catching import fighters_take, from_transport
from tallybook.read.clauses.everyday import Agents
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_BEARING = frozenset(
    {
        "bring",
        "carry",
        "convey",
        "deliver",
        "ferry",
        "haul",
        "move",
        "ship",
        "smuggle",
        "take",
        "traffic",
        "transport",
    }
)
"""What a ship, a plane or a truck does with goods."""

_CAUGHT = frozenset(
    {
        "arrest", "board", "capture", "catch", "confiscate", "detain", "escort", "ground", "halt", "hold",
        "impound", "intercept", "interdict", "nab", "seize", "stop",
    }
)  # fmt: skip
_AT = frozenset({"for", "while", "when", "after", "over", "in", "as"})
_CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "acl", "conj"})
_CLIMB = 3


def caught_carrying(verb: Token, agents: Agents) -> bool:
    """Whether a word of bringing tells what somebody who stopped a ship, plane or truck has caught."""
    if verb_lemma(verb) not in _BEARING or verb.tag_ not in ("VBG", "VBD", "VBZ"):
        return False
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(c.lower_ not in ("it", "she") for c in doers) or (verb.tag_ != "VBG" and not doers):
        return False
    above = _stopping(verb)
    return above is not None and any(_is_transport(t, agents) for t in _stopped(above))


def _stopping(verb: Token) -> Token | None:
    """The word for being stopped that a clause or "for" hangs on."""
    token = verb.head if verb.dep_ == "pcomp" and verb.head.lower_ in _AT else verb
    if token == verb and verb.dep_ not in _CLAUSES - {"conj"}:
        return None
    for _ in range(_CLIMB):
        token = token.head
        if token.pos_ == "VERB":
            return token if verb_lemma(token) in _CAUGHT else None
    return None


def _stopped(verb: Token) -> list[Token]:
    """What is stopped."""
    kind = "nsubjpass" if is_passive(verb) else "dobj"
    return [c for c in verb.children if c.dep_ == kind]


def _is_transport(noun: Token, agents: Agents) -> bool:
    """Whether a noun is a ship or a truck, or a name with an article, as ships have."""
    named = noun.pos_ == "PROPN" and any(c.lower_ in ("the", "mv", "m/v") for c in noun.lefts)
    return named or any(agents.get(n, False) for n in (noun_lemma(noun), noun.lower_))


def lifts_off(verb: Token, agents: Agents) -> bool:
    """Whether those who watch the ways get something off a ship: "hauled 300 rifles off a ferry"."""
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "agent")]
    words = {t.lower_ for d in doers for t in d.subtree}
    return verb_lemma(verb) in _LIFTING and bool(words & _SEARCHERS) and from_transport(verb, agents)


_LIFTING = frozenset({"carry", "drag", "haul", "heave", "lift", "move", "pull", "unload", "offload", "bring"})
_SEARCHERS = words_of("who watches the ways") | {
    "inspectors",
    "officers",
    "officials",
    "marines",
    "sailors",
    "commandos",
    "divers",
    "guards",
    "troops",
}


def fighters_took(verb: Token) -> bool:
    """Whether fighters are told to have taken a load, in the passive: "a shipment was taken by rebels"."""
    return verb_lemma(verb) == "take" and is_passive(verb) and fighters_take(verb)
