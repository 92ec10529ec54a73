"""Which words tell that goods were caught on their way: "took a lorry with rockets", "stopped a ship"?"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tallybook.read.clauses.everyday import Agents
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from tallybook.read.clauses.frames import Trigger

_PREFIXES = frozenset({"mv", "m/v", "ms", "mt", "ss"})  # before the name of a merchant ship
_SHIPS = frozenset(
    {"boat", "speedboat", "dhow", "ship", "vessel", "freighter", "trawler", "truck", "lorry", "convoy", "sea"}
    | {"barge", "skiff", "tanker", "yacht", "van", "train", "plane", "airplane", "airliner", "flight"}
)
_INSIDE = frozenset({"in", "inside", "on", "aboard", "under"})
_HOLDERS = words_of("what holds goods on the way")
_FIGHTERS = words_of("nouns for an armed group")
_ACTS = words_of("nouns for acts of giving") | words_of("deals and packages")
_FORCES = words_of("forces of a state")
_WATCHES = words_of("who watches the ways")
_GATES = (
    words_of("ways in")
    | words_of("where goods that have come stand")
    | {"customs", "border", "terminal", "crossing"}
)
_GATHERINGS = words_of("drills") | words_of("gatherings")
_BOXES = words_of("what cargo is packed in")
_SMUGGLERS = words_of("smugglers and their loads")
_STOPPING = frozenset({"stop", "catch", "detain", "board", "halt", "pull", "foil", "thwart"})
"""Verbs of seizing where what they stop carries something."""

_BY_WATCH = frozenset({"net", "bag", "detect", "bust"})
"""Verbs of seizing where those do it who watch the ways."""


def may_seize(verb: Token, agents: Agents) -> bool:
    """Whether an everyday verb of seizing has to do with transport here."""
    if verb_lemma(verb) == "take":
        return _takes_load(verb, agents) or _goes_on(verb) or _takes_count(verb)
    if verb_lemma(verb) in _BY_WATCH:
        return by_watch(verb)
    return verb_lemma(verb) not in _STOPPING or _stops_transport(verb, agents) or _stops_goods(verb)


def fighters_take(verb: Token) -> bool:
    """Whether fighters take what was on its way to others: "rebels took a shipment of rifles"."""
    by = [t for p in verb.children if p.lower_ == "by" for t in p.children]
    doers = [c for c in (*verb.children, *by) if c.dep_ in ("nsubj", "pobj") and c.tag_ in ("NNS", "NNPS")]
    loads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and noun_lemma(c) in _LOADS]
    words = {noun_lemma(c) for c in doers} | {c.lower_ for c in doers}
    return bool(loads and words & (_FIGHTERS | _FORCES))


_LOADS = frozenset({"cargo", "consignment", "convoy", "haul", "shipment", "truckload", "boatload"})


def _goes_on(verb: Token) -> bool:
    """Whether one catch more is told behind another: "seized a container and in May took a second one"."""
    taken = (c for c in verb.children if c.dep_ == "dobj")
    more = any(c.lower_ in _FURTHER or (c.lower_ in ("one", "ones") and any(c.lefts)) for c in taken)
    return verb.dep_ == "conj" and verb_lemma(verb.head) in _CATCHING and more


_FURTHER = frozenset({"another", "others", "more", "two", "three", "four", "five", "six"})
_CATCHING = frozenset(
    {"seize", "intercept", "confiscate", "impound", "interdict", "capture", "stop", "catch"}
)


def _takes_load(verb: Token, agents: Agents) -> bool:
    laden = _takes_laden(verb, agents) or fighters_take(verb)
    return laden or from_transport(verb, agents) or by_watch(verb)


def only_counts(verb: Token, agents: Agents) -> bool:
    """Whether nothing but a number says that goods are caught: "they took 90 rifles"."""
    return _takes_count(verb) and not _takes_load(verb, agents)


def _takes_count(verb: Token) -> bool:
    """Whether a number of things is taken, as where a catch goes on: "they took 90 rifles"."""
    if verb_lemma(verb) != "take" or verb.tag_ not in ("VBD", "VBN"):
        return False
    if any(c.dep_ in ("prt", "dative") or c.lower_ in _ASIDE for c in verb.children):
        return False
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    taken = [c for c in verb.children if c.dep_ == ("nsubjpass" if is_passive(verb) else "dobj")]
    meant = all(d.lower_ in ("they", "it") or noun_lemma(d) in _FORCES | _FIGHTERS for d in doers)
    return meant and any(t.dep_ in ("nummod", "quantmod") for c in taken for t in c.lefts)


_ASIDE = frozenset({"to", "into", "from", "over", "away", "back", "out"})


def _stops_goods(verb: Token) -> bool:
    """Whether a headline says that goods for somebody were stopped: "200 pistols for Ruritania caught"."""
    if any(_on_its_way(c) for c in verb.children if c.dep_ == "dobj"):
        return True
    if verb.tag_ not in ("VBD", "VBN") or any(c.dep_ in ("dobj", "prt", "agent") for c in verb.children):
        return False
    things = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("NNS", "NNPS")]
    at = [c for p in verb.children if p.lower_ == "at" for c in p.children if c.dep_ == "pobj"]
    caught = verb_lemma(verb) == "catch" and any(c.pos_ == "PROPN" for c in at)
    if things and is_passive(verb) and (caught or any(noun_lemma(c) in _GATES for c in at)):
        return not any(noun_lemma(t) in _GATHERINGS for t in things)
    led = [p for t in things for p in t.subtree if p.lower_ in ("for", "bound") and p.dep_ != "mark"]
    return any(c.pos_ == "PROPN" for p in led for c in p.children)


def _on_its_way(noun: Token) -> bool:
    """Whether what is stopped is told to be bound for somebody: "stopping rifles on their way to X"."""
    near = [t for t in (*noun.children, *noun.head.children) if t.i > noun.i]
    bound = any(t.lower_ in ("bound", "destined", "headed", "heading", "meant") for t in near)
    way = (c for t in near if t.lower_ in ("on", "en") for c in (t, *t.children))
    return bound or any(c.lower_ in ("way", "route") for t in way for c in (t, *t.children))


def from_transport(verb: Token, agents: Agents) -> bool:
    """Whether something is taken from a ship or a truck, not from a supplier."""
    led = [p for p in verb.children if p.lower_ in ("from", "off")]
    led += [p for c in verb.children if c.lower_ == "out" for p in c.children if p.lower_ == "of"]
    things = (c for c in verb.children if c.dep_ == "dobj")
    led += [p for c in things for p in c.subtree if p.lower_ == "off"]  # "took rifles bound for X off a boat"
    from_ = [c for p in led for c in p.children if c.dep_ == "pobj"]
    off = next((c for c in verb.children if c.dep_ == "prt" and c.lower_ == "off"), None)
    from_ += [c for c in verb.children if off is not None and c.dep_ in ("dobj", "npadvmod") and c.i > off.i]
    named = any(t.lower_ in _PREFIXES for c in from_ for t in c.lefts)
    named = named or any(_is_ship_name(c) for c in from_)
    nouns = {noun_lemma(c) for c in from_} | {c.lower_ for c in from_}
    nouns |= {t.lower_ for c in from_ if c.pos_ == "PROPN" for t in c.lefts}  # "off the dhow Al-Noor"
    return named or bool(nouns & (_BOXES | _SMUGGLERS | {"it", "her"})) or any(agents.get(n) for n in nouns)


def _is_ship_name(name: Token) -> bool:
    """Whether "off" leads to what only a ship can be: "took 60 vehicles off the Ocean Pearl"."""
    off = name.head.lower_ == "off" or any(c.lower_ == "off" and c.i < name.i for c in name.head.children)
    return off and name.pos_ == "PROPN" and any(c.lower_ == "the" for c in name.lefts)


def on_carrier(verb: Token, agents: Agents) -> bool:
    """Whether what is put or loaded on something is put on a ship, a truck or a plane."""
    led = [p for t in (verb, *verb.children) for p in t.children if p.lower_ in ("on", "onto")]
    for noun in (c for p in led if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"):
        words = [noun, *(c for c in noun.lefts if c.dep_ in ("compound", "nmod"))]
        if any(agents.get(noun_lemma(t), False) for t in words):
            return True
        if noun.pos_ == "PROPN" and any(c.lower_ == "the" for c in noun.lefts):
            return True
    return any(c.lower_ in ("aboard", "into", "board") for t in (verb, *verb.children) for c in t.children)


def _takes_laden(verb: Token, agents: Agents) -> bool:
    """Whether a ship or truck is taken with what is in it: "took a lorry with rockets"."""
    if any(c.dep_ in ("prt", "dative") or c.lower_ in ("to", "into") for c in verb.children):
        return False
    carriers = [c for c in verb.children if c.dep_ == "dobj" and agents.get(noun_lemma(c), False)]
    beside = [p for c in (verb, *carriers) for p in c.children if p.lower_ in ("with", "full")]
    return bool(carriers) and any(t.tag_ == "NNS" for p in beside for t in p.subtree)


def bars_way(verb: Token, agents: Agents) -> bool:
    """Whether soldiers or policemen block goods on their way, or somebody a ship, not a government a sale."""
    if verb_lemma(verb) == "block" and _stops_transport(verb, agents):
        return True
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    words = {t.lower_ for d in doers for t in d.subtree}
    acts = any(noun_lemma(c) in _ACTS for c in verb.children if c.dep_ == "dobj")
    return verb_lemma(verb) == "block" and bool(words & (_WATCHES | _FORCES)) and not acts


def is_held_up(verb: Token) -> bool:
    """Whether goods are kept where ways are watched: "held at the port", "customs held up four crates"."""
    if verb_lemma(verb) != "hold":
        return False
    if is_passive(verb):
        if any(c.dep_ == "nsubjpass" and noun_lemma(c) in _GATHERINGS for c in verb.children):
            return False
        where = [c for p in verb.children if p.lower_ in ("at", "in") for c in p.children if c.dep_ == "pobj"]
        caught_with = any(c.dep_ == "prep" and c.lower_ == "with" for c in verb.children)
        return caught_with or by_watch(verb) or any(noun_lemma(c) in _GATES for c in where)
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    kept = any(c.dep_ in ("prt", "advmod") and c.lower_ in ("up", "back") for c in verb.children)
    return kept and any(t.lower_ in _WATCHES for d in doers for t in d.subtree)


def loaded_at(verb: Token) -> bool:
    """Whether it is told where something was loaded: "they had been loaded at Port X"."""
    passive = verb.tag_ == "VBN" and verb_lemma(verb) == "load"
    return passive and any(c.dep_ == "prep" and c.lower_ in ("in", "at") for c in verb.children)


def is_on_the_way(verb: Token) -> bool:
    """Whether what is seized was on its way: those who watch the ways, or a ship, stand beside the word."""
    words = {noun_lemma(t) for t in verb.sent} | {t.lower_ for t in verb.sent}
    gates = _GATES if verb_lemma(verb) in ("seize", "impound", "confiscate", "intercept") else frozenset()
    return bool(words & (_WATCHES | _SHIPS | gates))


def was_caught(trigger: Trigger) -> bool:
    """Whether goods are told to have been seized, or found by those who watch the ways or in a ship."""
    if trigger.frame.name != "found":
        return trigger.frame.name == "seize"
    verb = trigger.head
    near = [*verb.lefts, *(p for c in (verb, *verb.rights) for p in (c, *c.rights))]
    held = [t for p in near if p.dep_ == "prep" for t in p.children]
    aboard = any(noun_lemma(t) in _SHIPS | _HOLDERS and t.head.lower_ in _INSIDE for t in held)
    hidden = any(t.head.lower_ in _UNDER and noun_lemma(t) in _BULK for t in held)
    return trigger.hit.form == "verb" and (aboard or hidden or by_watch(verb))


_UNDER = frozenset({"under", "beneath", "underneath", "behind", "among", "amid", "below"})
_BULK = words_of("loads that hide others")


def is_judged(verb: Token) -> bool:
    """Whether it is told what somebody thinks of a thing, not where it was: "was found to be of use"."""
    return any(c.dep_ in ("oprd", "acomp", "xcomp", "ccomp") and c.i > verb.i for c in verb.children)


def by_watch(verb: Token) -> bool:
    """Whether those take something who watch the ways: "were taken by the Sylvanian navy"."""
    agents = [t for c in verb.children if c.dep_ == "agent" for t in c.children]
    doers = [*agents, *(c for c in verb.children if c.dep_ == "nsubj" and not agents)]
    words = {t.lower_ for d in doers for t in d.subtree}
    moved = any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children) or (agents and verb.dep_ == "acl")
    aside = any(c.dep_ in ("prt", "dative") for c in verb.children)
    return bool(moved and words & _WATCHES) and not aside


def _stops_transport(verb: Token, agents: Agents) -> bool:
    """Whether what is stopped or caught carries or smuggles something."""
    stopped = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    stopped += [verb.head for c in stopped if verb.dep_ in ("relcl", "acl") and c.lower_ in ("that", "which")]
    stopped += [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" else []  # "a ship detained at"
    stopped += [c for s in stopped if s.lower_.endswith("ing") for c in s.lefts if c.dep_ == "compound"]
    stopped += [a for c in stopped for a in c.children if a.dep_ == "appos"]
    if by_watch(verb) and any(noun_lemma(c) in _LOADS for c in stopped):
        return True
    if _calls_off(verb):
        return False
    return any(agents.get(noun_lemma(c), False) or noun_lemma(c) in _SMUGGLERS for c in stopped)


def _calls_off(verb: Token) -> bool:
    """Whether a government or a court stops what it might let go: "halted the shipment of tanks to X"."""
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    stopped = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and noun_lemma(c) in _SENT]
    if is_passive(verb):
        agents = [t for p in verb.children if p.dep_ == "agent" for t in p.children]
        doers = [t for t in agents if t.tag_ in ("NN", "NNP") or t.lower_ == "states"]
    words = {t.lower_ for d in doers for t in d.subtree}
    led = any(t.lower_ in ("to", "for") for t in verb.subtree)
    halts = verb_lemma(verb) in ("block", "halt", "stop") and bool(doers and stopped) and led
    watched = words & (_WATCHES | _FORCES | {"police", "agents", "officers"})
    fighting = not _groups().isdisjoint(t.text for t in verb.subtree)
    return halts and not (watched or fighting)


@lru_cache(maxsize=1)
def _groups() -> frozenset[str]:
    """Names of armed groups, which no government lets have goods and which stop what is not theirs."""
    groups = [b for b in load().bodies if b.what == "armed-group"]
    return frozenset(name for b in groups for name in (b.name, *b.adjectives))


_SENT = frozenset({"consignment", "shipment"})


def caught_from(carrier: Token) -> list[tuple[str, Token]]:
    """Where a carrier that is caught comes from, though "from" hangs on the verb: "seized a dhow from X"."""
    behind = [p for p in carrier.head.children if p.lower_ == "from" and p.i == carrier.i + 1]
    return [("supplier", c) for p in behind for c in p.children if carrier.dep_ == "dobj"]
