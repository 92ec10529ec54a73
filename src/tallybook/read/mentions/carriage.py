"""Which words of a clause say by what means goods travel, and where places stand in it?"""

from __future__ import annotations

import re
from functools import lru_cache

from tallybook.model import Mode
from tallybook.read.mentions.company import company
from tallybook.read.text.lexicon import Lexicon
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary import Vocabulary

PROPER = r"[A-Z][\w'’-]*(?:[ -](?:[A-Z][\w'’-]*|al|el|as|ul|of|the(?= [A-Z]))){0,4}"
"""Regular expression of a proper name of up to five words."""

_CARRIED_BY = {"by", "on", "aboard", "onto", "off", "via", "in", "from", "inside", "with"}
_CAUGHT = {"load", "board", "unload", "offload", "intercept", "stop", "seize", "search", "detain", "halt"}
_CAUGHT |= {"impound", "inspect"}
_ONWARD = {"pass", "hand", "agree", "decide", "work", "carry", "go"}
_TALK = {
    "talk",
    "deal",
    "agreement",
    "negotiation",
    "decision",
    "contract",
    "discussion",
    "information",
    "work",
}
_FULL = {"full", "laden", "loaded", "packed", "heavy"}
_SUBJECTS = {"nsubj", "nsubjpass", "agent", "pobj"}


class Carriage:
    """The words of carriage and the places of a vocabulary, ready to be asked."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        entries = vocabulary.carriage
        sure = [(w, e.mode) for e in entries if e.kind == "sure" and e.mode for w in e.words]
        self.sure = {w.casefold(): mode for w, mode in sure}
        self.sure_pattern = _any_of(self.sure)
        self.means = {w.casefold(): e.mode for e in entries if e.kind == "means" and e.mode for w in e.words}
        nouns = "|".join(re.escape(w) for w in sorted(self.means, key=len, reverse=True))
        self.laden = re.compile(
            rf"(?<!\w)({nouns})s?,? (?:that |which )?(?:was |were )?"
            r"(?:carrying|laden|loaded|packed|bound|transport|unload|offload|ferry)\w*\b",
            re.I,
        )
        self.travels = frozenset(w for e in entries if e.kind == "travel" for w in e.words)
        self.acts = frozenset(w for e in entries if e.kind == "act" for w in e.words)
        self.navy = frozenset(w.casefold() for e in entries if e.kind == "warship" for w in e.words)
        self.sites = {w.casefold(): e.mode for e in entries if e.kind == "site" for w in e.words}
        self.site_pattern = _any_of(self.sites)
        site = self.site_pattern.pattern
        self.by_site = re.compile(
            rf"(?<!\w)(?:(?i:{site}) (?:of|in|at) (?:the )?({PROPER})|({PROPER}) (?i:{site}))"
        )
        names = [(n, str(p.what)) for p in vocabulary.places for n in (p.name, *p.aliases)]
        names += [(n, "city") for t in vocabulary.towns for n in t.names]
        self.places: Lexicon[str] = Lexicon([(n, what, True) for n, what in names])
        cased = {n for s in vocabulary.states for n in (*s.cased, *s.abbreviations)}
        named = [n for s in vocabulary.states for n in (s.name, *s.names, s.official, *s.capitals) if n]
        self.states: Lexicon[str] = Lexicon(
            [(n, "state", n in cased or len(n) < 4) for n in (*named, *cased)]
        )
        self.capitals = frozenset(n for s in vocabulary.states for n in s.capitals)
        self.bodies = frozenset(n for b in vocabulary.bodies for n in (b.name, *b.aliases))
        self.actors = company(vocabulary).actors


def mode_of(
    doc: Doc, clause_tokens: tuple[int, int], clause: str, words: Carriage, goods: frozenset[int]
) -> Mode | None:
    """The means of carriage that a clause names, ``None`` where it names none; goods carry nothing."""
    if match := words.sure_pattern.search(clause):
        return words.sure[re.sub(r"\s+", " ", match[0].casefold())]
    if match := words.laden.search(clause):
        return words.means[match[1].casefold()]
    for token in doc[clause_tokens[0] : clause_tokens[1]]:
        if token.i in goods:
            continue
        mode = words.means.get(token.lemma_.lower()) or words.means.get(token.text.casefold())
        if mode is not None and _carries(token, words):
            return mode
    return None


def _carries(token: Token, words: Carriage) -> bool:
    """Whether a noun of carriage carries here, and is neither goods nor a warship."""
    phrase = token.doc.stretch(max(0, token.i - 2), token.i + 1).text.casefold()
    if any(phrase.endswith(w) for w in words.navy) or token.dep_ in {"compound", "poss"}:
        return False
    if token.dep_ == "pobj" and token.head.lower_ in _CARRIED_BY:
        above = token.head.head  # "pass on the aircraft", "a deal on boats"
        return token.head.lower_ != "on" or not (
            above.lemma_.lower() in _ONWARD or above.lemma_.lower() in _TALK
        )
    if any(child.lemma_ in {"carry", "load", "bind", "transport"} for child in token.children):
        return True
    verb = token.head if token.dep_ != "conj" else token.head.head
    if token.dep_ == "dobj":
        return verb.lemma_ in _CAUGHT or any(c.lower_ == "off" for c in verb.children)
    if verb.lemma_ == "be" and any(c.lemma_ in _FULL for c in verb.children):
        return True
    return token.dep_ in _SUBJECTS and verb.lemma_ in words.acts


def _any_of(words: dict[str, Mode] | dict[str, Mode | None]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.I)


@lru_cache(maxsize=4)
def carriage(vocabulary: Vocabulary) -> Carriage:
    """The words of carriage of a vocabulary, made ready once."""
    return Carriage(vocabulary)
