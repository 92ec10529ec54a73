"""Does a word tell of something else than a transfer, or than the transfer told before?

"Three were wounded", "the two spoke about grain", "will build a factory": such words go with any event.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from tallybook.model import Category
from tallybook.read.claims.case import Case
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.motions import flees
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.text.tree import Token
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

_DEALS = words_of("deals and packages")
_IN_NEED = frozenset({"wounded", "injured", "sick", "displaced", "refugees", "migrants", "patients"})
_SHOWING_UP = frozenset({"appear", "emerge", "surface", "transpire"})
_ABOUT = frozenset({"about", "on", "over"})
_BUILDING = frozenset({"build", "construct", "open", "erect", "establish"})
_WORKS = frozenset({"factory", "plant", "works", "workshop", "yard", "shipyard", "line", "depot", "base"})
_FIGHTERS = frozenset(
    {"rebel", "fighter", "militant", "insurgent", "troop", "soldier", "force", "militia", "jihadist", "army"}
)
_PAPERS = words_of("papers that are quoted") | words_of("pictures")
_NUMBERS = frozenset(
    {"account", "breakdown", "count", "estimate", "figure", "list", "number", "tally", "total"}
)
_LOTS = words_of("nouns for lots") | words_of("nouns of carriers")
_SHARE_WITHIN = 4
_HAPPENING = frozenset({"take", "happen", "occur"})
_EVENTS = frozenset({"killed", "wounded", "injured", "hurt", "hit", "burnt", "burned", "destroyed"})


def of_the_war(case: Case) -> bool:
    """Whether it is told who or what was hit, and not with whose arms: "dozens were killed"."""
    struck = case.frame == "use" and case.head.lower_ in _EVENTS
    passive = case.event.trigger.passive
    if case.frame == "downed":
        return not case.told and not (passive and case.definite)  # "two of the drones were shot down"
    of_arms = not passive and bool(case.goods or case.anaphor)
    return struck and not of_arms and not case.told


def on_another_matter(case: Case) -> bool:
    """Whether talks are on what is neither arms nor a deal: "the two spoke about grain"."""
    if case.word != "talks" or case.told or case.goods:
        return False
    led = [t for p in case.head.children if p.lower_ in _ABOUT for t in p.children if t.dep_ == "pobj"]
    led = [t for t in led if t != case.anaphor]  # "talks on five further units"
    return any(t.pos_ in ("NOUN", "PROPN") and noun_lemma(t) not in _DEALS for t in led)


def comes_to_light(case: Case) -> bool:
    """Whether what shows up is no goods: "it emerges from papers", "the next issue appears in May"."""
    return verb_lemma(case.head) in _SHOWING_UP and not case.told and not case.goods


def could_hold(case: Case) -> bool:
    """Whether it is told what a type carries: "the drone carries 20 kg of explosives"."""
    helping = {c.lower_ for c in case.head.children if c.dep_ == "aux"}
    generic = helping == {"can"} or (case.head.tag_ in ("VBZ", "VBP") and not helping)
    return verb_lemma(case.head) == "carry" and generic and not case.told


def who_speaks(case: Case) -> bool:
    """Whether a source is one of words, not of arms: "the Ruritanian sources said"."""
    of = any(c.lower_ in ("of", "for") for c in case.head.children)
    return case.noun and noun_lemma(case.head) == "source" and not of


def paper_got(case: Case) -> bool:
    """Whether it is a paper that somebody has got: "a letter that the minister has obtained"."""
    got = case.frame == "get" and not case.goods and case.head.dep_ == "relcl"
    return got and noun_lemma(case.head.head) in _PAPERS


def gives_number(case: Case) -> bool:
    """Whether it is only a number that is given or put: "gave a count of missiles", "put the number at"."""
    if verb_lemma(case.head) not in ("give", "put", "place", "offer", "provide"):
        return False
    given = [c for c in case.head.children if c.dep_ == "dobj" and noun_lemma(c) in _NUMBERS]
    return any(noun_lemma(c) != "number" or any(t.lower_ == "the" for t in c.lefts) for c in given)


def in_per_cent(case: Case) -> bool:
    """Whether somebody gains a share, as stocks do: "the maker gained 2.4 per cent"."""
    near = [t.lower_ for t in case.head.subtree if t.i > case.head.i][:_SHARE_WITHIN]
    return case.frame == "get" and not case.goods and not {"cent", "percent", "%"}.isdisjoint(near)


def counts_others(case: Case) -> bool:
    """Whether a number counts what is no arms: "has sold it thousands of tractors"."""
    of = [t for p in case.anaphor.children if p.lower_ == "of" for t in p.children] if case.anaphor else []
    things = [t for t in of if t.pos_ == "NOUN" and t.tag_ == "NNS"]
    given = case.frame in ("get", "give") and not case.goods
    return given and bool(things) and all(noun_lemma(t) not in _LOTS for t in things)


def asked_about(case: Case) -> bool:
    """Whether somebody is only asked about it: "Asked about further purchases, the minister said"."""
    about = over = case.head.head
    while over.pos_ in ("ADP", "NOUN", "PROPN") and over.head is not over:
        over = over.head  # "asked by members about"
    asks = about.lower_ == "about" and verb_lemma(over) in ("ask", "question", "press")
    return case.noun and case.head.dep_ == "pobj" and asks


def known_act(case: Case) -> bool:
    """Whether an act that was told of is only said to have been: "the handover took place in secret"."""
    pointed = len(case.head.lefts) == 1 and case.head.lefts[0].lower_ in DEFINITE
    over = case.head.head
    helped = any(c.dep_ == "aux" for c in over.children)
    said = over.tag_ == "VBD" and verb_lemma(over) in _HAPPENING and not helped
    single = case.noun and case.head.tag_ == "NN" and pointed and case.head.dep_ == "nsubj"
    return single and said and not case.told and not case.goods


def own_men(case: Case) -> bool:
    """Whether it is a state's own people that are counted: "its army fields 90,000 soldiers"."""
    counted = {Category.TROOPS} == {g.goods.category for g in case.goods}
    return case.frame == "get" and counted and all(k.role != "supplier" for k in case.told)


def takes_people(case: Case) -> bool:
    """Whether people are taken in or let through: "wants to take in 600 wounded"."""
    done_to = [c for c in case.head.children if c.dep_ == "dobj"]
    return not case.goods and any({t.lower_, case.head.doc[t.i + 1].lower_} & _IN_NEED for t in done_to)


def builds_works(case: Case) -> bool:
    """Whether it is a works that is built, not the arms: "will build a factory for tanks"."""
    made = [c for c in case.head.children if c.dep_ == "dobj"]
    return verb_lemma(case.head) in _BUILDING and any(noun_lemma(c) in _WORKS for c in made)


def for_itself(case: Case) -> bool:
    """Whether a state's own forces get something from nobody who is named: "its own army will get jets"."""
    own = any(t.lower_ == "own" for c in _takers(case) for t in c.lefts)
    return case.frame == "get" and own and case.event.supplier is None


def in_battle(case: Case) -> bool:
    """Whether those who fight take arms from one another: "the rebels captured two tanks"."""
    fights = any(noun_lemma(t) in _FIGHTERS for t in _takers(case))
    return verb_lemma(case.head) == "capture" and not case.told and fights


def marches(case: Case) -> bool:
    """Whether a side of a war moves its own arms at the other: "Ruritanian tanks are heading for" its foe."""
    giver, taker = case.event.supplier, case.event.recipient
    if giver is None or taker is None or giver.slot != "origin" or case.frame not in _MOVING:
        return False
    return any({giver.name, taker.name} <= war for war in _wars())


_MOVING = frozenset({"arrive", "bound", "carry", "come", "left", "pass"})


@cache
def _wars() -> tuple[frozenset[str], ...]:
    """The two sides of each war between states that the vocabulary knows."""
    return tuple(frozenset(o.parties) for o in load().occasions if o.kind == "war" and len(o.parties) == TWO)


TWO = 2
"""The sides of a war of one against another."""


def _takers(case: Case) -> list[Token]:
    return [c for c in case.head.children if c.dep_ == "nsubj"]


FARTHER: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("told of a war", of_the_war),
    ("talks on another matter", on_another_matter),
    ("comes to light", comes_to_light),
    ("people who flee", lambda case: flees(case.head)),
    ("what a type carries", could_hold),
    ("a source of words", who_speaks),
    ("a paper that somebody got", paper_got),
    ("a number that is given", gives_number),
    ("a share that is gained", in_per_cent),
    ("a number of other things", counts_others),
    ("only asked about", asked_about),
    ("an act that was told of", known_act),
    ("a state's own people", own_men),
    ("people taken in", takes_people),
    ("works are built", builds_works),
    ("a state's own forces", for_itself),
    ("taken in battle", in_battle),
    ("arms of a foe on the move", marches),
)
"""The tests of this module with what stands against a claim where they hold."""


def is_farther(case: Case) -> bool:
    """Whether one of the tests of this module holds."""
    return any(holds(case) for _, holds in FARTHER)
