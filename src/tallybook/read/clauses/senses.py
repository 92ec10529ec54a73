"""Which turning words mean something else where they stand: "rejected 62 applications", "forbade X to"?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tallybook.model import Stage
from tallybook.read.clauses.announcing import announces_act
from tallybook.read.clauses.everyday import is_wrapped
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.idioms import is_aim
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.passage import is_leave_to_call, turns_on_carrier
from tallybook.read.clauses.turneddown import turns_down
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.transfers import TurnWord
from tallybook.vocabulary.wordlists import words_of

_AT = frozenset({"into", "at", "after", "over", "back", "on"})
_FORBIDDING = frozenset({"forbid", "bar", "ban", "prohibit", "prevent", "stop", "keep", "block", "dissuade"})
_KEEPING = frozenset({"prevent", "stop", "keep", "block", "dissuade"})
_STATES = words_of("nouns for who acts for a state")
_ONLY_KEEPING = frozenset({"prevent", "dissuade"})
"""Verbs that turn nothing where nobody keeps somebody else from an act."""
_PERMITS = words_of("permits")
_ATTEMPTS = frozenset({"attempt", "bid", "effort", "plan", "plot", "scheme", "try"})
_STOPPING = frozenset({"block", "disrupt", "halt", "prevent", "stop"})
_SETTLED = words_of("deals and packages") | words_of("what two sides reach")
_WATCH = frozenset({"eye", "grip", "lid", "record", "secret", "tab", "tabs", "track", "watch"})
_RULES = words_of("nouns for rules")


def in_sense(hits: Iterable[Hit[TurnWord]], doc: Doc, lexicon: Lexicon) -> Iterator[Hit[TurnWord]]:
    """The turning words of a sentence, each as the word that it is where it stands."""
    for hit in hits:
        verb = doc[hit.token]
        if hit.form == "noun" and hit.word.stage is Stage.ENDED and _is_lifted(verb):
            yield replace(hit, word=lexicon.turning["approve"])
        elif hit.form == "phrase" and verb.lower_ == "lies" and verb.pos_ == "VERB":
            continue  # "an offer lies on the table"
        elif hit.form == "noun" and (is_leave_to_call(verb, lexicon.agents) or is_aim(verb)):
            continue  # "permission to dock", "in order that"
        elif hit.form == "noun" and noun_lemma(verb) == "package" and is_wrapped(verb):
            continue  # "200 packages of rifles"
        elif hit.form != "verb":
            yield hit
        elif turns_on_carrier(verb, lexicon.agents) or _looks_at(verb) or _is_aimed(verb) or _acts_not(verb):
            continue
        elif turns_down(verb) or _denies_leave(verb):
            yield replace(hit, word=lexicon.turning["refuse"])
        elif hit.word.name == "delay" and _holds_permit(verb):
            yield replace(hit, word=lexicon.turning["end"])
        elif _stopped(hit, verb):
            yield replace(hit, word=lexicon.turning["thwart"])
        elif verb_lemma(verb) in _FORBIDDING and _forbids_somebody(verb):
            yield replace(hit, word=lexicon.turning["veto"])
        else:
            yield hit


def _is_lifted(hold: Token) -> bool:
    """Whether a hold on arms is taken away again: "lifted its freeze", "the suspension was reversed"."""
    return hold.dep_ in ("dobj", "nsubjpass") and verb_lemma(hold.head) in _LIFTING


_LIFTING = words_of("verbs of lifting a ban")


def _denies_leave(verb: Token) -> bool:
    """Whether somebody is denied leave, and no charge is: "denied Ruritania a licence for engines"."""
    if verb_lemma(verb) != "deny":
        return False
    asked = [c for c in verb.children if c.dep_ in ("dative", "iobj", "nsubjpass") and c.pos_ != "ADP"]
    leave = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "nsubjpass")]
    return bool(asked) and any(noun_lemma(c) in _PERMITS for c in leave)


def _is_aimed(verb: Token) -> bool:
    """Whether something is directed at somebody, not wished for: "is aimed at no third state"."""
    return verb_lemma(verb) == "aim" and verb.tag_ == "VBN"


def _acts_not(verb: Token) -> bool:
    """Whether a verb that stands for going on, or for agreeing, says something else with what it acts on."""
    cuts_deal = verb_lemma(verb) == "cut" and any(
        noun_lemma(c) in _SETTLED for c in verb.children if c.dep_ in ("dobj", "nsubjpass")
    )
    keeps_nobody = verb_lemma(verb) in _ONLY_KEEPING and not _forbids_somebody(verb)
    owns_up = verb_lemma(verb) == "plead" and any(c.lower_ == "guilty" for c in verb.children)
    return cuts_deal or keeps_nobody or owns_up or _arrives(verb) or _watches(verb) or announces_act(verb)


def _watches(verb: Token) -> bool:
    """Whether somebody only keeps watch on what others do: "keeps an eye on the deliveries"."""
    kept = [c for c in verb.children if c.dep_ == "dobj"]
    return verb_lemma(verb) == "keep" and any(noun_lemma(c) in _WATCH for c in kept)


def _arrives(verb: Token) -> bool:
    """Whether something came to a place, and no deal was reached: "had not yet reached Port X"."""
    reached = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return verb_lemma(verb) == "reach" and bool(reached) and not any(_is_settled(c) for c in reached)


def _is_settled(noun: Token) -> bool:
    return any(noun_lemma(t) in _SETTLED for t in (noun, *noun.conjuncts)) or noun.pos_ in ("PRON", "DET")


def _holds_permit(verb: Token) -> bool:
    """Whether it is a permit that is held up, so that nothing goes: "permits for X were held up"."""
    held = (c for c in verb.children if c.dep_ in ("nsubjpass", "dobj"))
    return any(noun_lemma(c) in _PERMITS for c in held)


def _is_held_by_watch(verb: Token) -> bool:
    """Whether customs or police hold something up, so that it is caught: "was held up by customs"."""
    by = [t for c in verb.children if c.dep_ == "agent" for t in c.children]
    by += [c for c in verb.children if c.dep_ == "nsubj"]
    return verb_lemma(verb) == "hold" and any(t.lower_ in _WATCHING for d in by for t in (d, *d.lefts))


_WATCHING = words_of("who watches the ways")


def _looks_at(verb: Token) -> bool:
    """Whether somebody only looks at something: "look into how the shells got there", not "at buying"."""
    at = [c for c in verb.children if c.lower_ in _AT]
    return (
        verb_lemma(verb) == "look" and bool(at) and not any(t.tag_ == "VBG" for c in at for t in c.children)
    )


def _stopped(hit: Hit[TurnWord], verb: Token) -> bool:
    """Whether a word of ending or of delay tells that others stop what goes on: customs, or who foils it."""
    if hit.word.name == "delay":
        return _is_held_by_watch(verb)
    return hit.word.stage is Stage.ENDED and _foils(verb)


def _foils(verb: Token) -> bool:
    """Whether somebody stops others from what they were up to: "stopped a plot to bring mortars to X"."""
    if verb_lemma(verb) not in _STOPPING:
        return False  # who drops or shelves plans, drops his own
    tried = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and noun_lemma(c) in _ATTEMPTS]
    if verb_lemma(verb) == "halt" and any(_is_own_plan(noun) for noun in tried):
        return False  # "Ruritania halted a plan to make rockets for Sylvania"
    return any(not any(t.dep_ == "poss" or t.lower_ == "its" for t in noun.lefts) for noun in tried)


def _is_own_plan(noun: Token) -> bool:
    """Whether a plan is one to make, sell or give, as a state has it, and none to smuggle."""
    aims = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB"]
    return noun_lemma(noun) == "plan" and any(verb_lemma(c) in _DOING_OPENLY for c in aims)


_DOING_OPENLY = words_of("verbs of making") | {
    "sell",
    "export",
    "deliver",
    "supply",
    "give",
    "donate",
    "lease",
}


def _forbids_somebody(verb: Token) -> bool:
    """Whether somebody was forbidden one act by somebody, not by a rule: "barred X from giving rifles"."""
    if verb_lemma(verb) not in _FORBIDDING or verb.tag_ not in ("VBD", "VBN"):
        return False
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    doers += [t for c in verb.children if c.dep_ == "agent" for t in c.children]
    whom = [c for c in verb.children if c.dep_ in ("dobj", "dative", "nsubjpass") and c.pos_ == "PROPN"]
    below = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp")]
    below += [t for p in verb.children if p.lower_ == "from" for t in p.children if t.dep_ == "pcomp"]
    whom += [t for c in below for t in c.children if t.dep_ == "nsubj" and t.pos_ == "PROPN"]
    ruled = not doers or any(noun_lemma(t) in _RULES for t in doers)
    if verb_lemma(verb) in _KEEPING:  # what keeps a state from it may be a war or want of money
        ruled = ruled or not any(t.pos_ in ("PROPN", "PRON") or noun_lemma(t) in _STATES for t in doers)
    return bool(whom and below) and not ruled
