"""Which words of a clause say by what means goods travel, and where places stand in it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tallybook.model import Mode
from tallybook.read.mentions.company import company
from tallybook.read.mentions.waypoints import TRAVELLERS
from tallybook.read.text.lexicon import Lexicon
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

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
_LADEN = ("carrying", "laden", "loaded", "packed", "bound", "transport", "unload", "offload", "ferry")
_HOLDS = words_of("nouns for what carriers hold goods in")
_FULL = {"full", "laden", "loaded", "packed", "heavy"}
_SUBJECTS = {"nsubj", "nsubjpass", "agent", "pobj"}


class Carriage:
    """The words of carriage and the places of a vocabulary, ready to be asked."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        entries = vocabulary.carriage
        sure = [(w, e.mode) for e in entries if e.kind == "sure" and e.mode for w in e.words]
        self.sure = {w.casefold(): mode for w, mode in sure}
        self._sure = _any_of(self.sure)
        self._sure_words = frozenset(max(w.split(), key=len) for w in self.sure)
        self.means = {w.casefold(): e.mode for e in entries if e.kind == "means" and e.mode for w in e.words}
        nouns = "|".join(re.escape(w) for w in sorted(self.means, key=len, reverse=True))
        self._laden = re.compile(
            rf"(?<!\w)({nouns})s?,? (?:that |which )?(?:was |were )?(?:{'|'.join(_LADEN)})\w*\b", re.I
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
        self.calendar = frozenset(w for c in vocabulary.calendar for w in (c.name, *c.short))
        self.actors = company(vocabulary).actors

    def sure_mode(self, clause: str) -> Mode | None:
        """The means of carriage that words show wherever they stand."""
        small = clause.casefold()
        if not any(word in small for word in self._sure_words):
            return None
        match = self._sure.search(clause)
        return self.sure[re.sub(r"\s+", " ", match[0].casefold())] if match else None

    def mode_of_laden(self, clause: str) -> Mode | None:
        """By what goods are carried where it is told to be laden with them: "a truck carrying"."""
        small = clause.casefold()
        match = self._laden.search(clause) if any(word in small for word in _LADEN) else None
        return self.means[match[1].casefold()] if match else None

    def mode_of_noun(self, token: Token) -> Mode | None:
        """The mode of a noun of carriage, also of a type in the plural ("C-17s")."""
        written = token.text.casefold()
        means = self.means
        return means.get(token.lemma_.lower()) or means.get(written) or means.get(written.removesuffix("s"))

    def by_site_in(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Names beside words for sites; a state's adjective names none ("the Polish port of X")."""
        while match := self.by_site.search(text, start, end):
            named = match[2]
            if named and all(w.lower() in self.actors for w in named.split()):
                start = match.start(2) + len(named)
                continue
            yield match
            start = match.end()


def mode_of(
    doc: Doc, clause_tokens: tuple[int, int], clause: str, words: Carriage, goods: frozenset[int]
) -> Mode | None:
    """The means of carriage by the nouns and verbs of a clause, ``None`` where none carries; goods do not."""
    if (laden := words.mode_of_laden(clause)) is not None:
        return laden
    for token in doc[clause_tokens[0] : clause_tokens[1]]:
        if token.i in goods and not _flies_itself(token):
            continue
        mode = _mode_of_means(token, words)
        if mode is not None and _carries(token, words):
            return mode
        if (mode := _mode_of_verb(token, words)) is not None:
            return mode
    return None


def _flies_itself(token: Token) -> bool:
    """Whether goods come in on their own wings: "the jets landed at X"."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in ("land", "touch")


def _mode_of_means(token: Token, words: Carriage) -> Mode | None:
    """What a noun carries by; its type says more than the noun ("Il-76 freighters")."""
    if token.lemma_.lower() == "transport" and token.pos_ in ("NOUN", "PROPN"):
        counted = token.tag_ in ("NNS", "NNPS") or any(c.dep_ in ("det", "nummod") for c in token.lefts)
        return Mode.AIR if counted else None
    mode = words.mode_of_noun(token)
    if mode is not None:
        types = [words.mode_of_noun(c) for c in token.lefts if c.dep_ in ("compound", "nmod", "amod")]
        if token.dep_ == "nsubj" and token.head.lemma_.lower() in ("fly", "land"):
            return Mode.AIR  # "a freighter had flown"
        return next((m for m in types if m is not None), mode)
    return None


_BY_VERB = {"fly": Mode.AIR, "truck": Mode.ROAD, "drive": Mode.ROAD, "sail": Mode.SHIP, "steam": Mode.SHIP}
_BY_VERB |= {"row": Mode.SHIP, "parachute": Mode.AIR}
_WAYS = {"to", "from", "out", "in", "into", "over", "across", "via", "through", "home", "off", "back", "away"}


def _mode_of_verb(token: Token, words: Carriage) -> Mode | None:
    """What a verb of carriage carries by: "flew them out", "trucked to X"; people who travel show none."""
    lemma = token.lemma_.lower()
    mode = _BY_VERB.get(lemma)
    if token.pos_ != "VERB" or (mode is None and lemma != "ferry"):
        return None
    objects = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
    if lemma == "ferry":
        return next((words.means.get(o.lemma_.lower()) for o in objects), None)
    ways = {c.lower_ for c in token.children if c.dep_ != "aux"} & _WAYS
    if lemma == "drive":
        ways -= {"out", "off", "away", "back", "in"}  # "driven off the ship"
    done_to = bool(objects) or (
        token.tag_ == "VBN" and token.dep_ in ("acl", "conj", "advcl", "ROOT", "ccomp")
    )
    habit = token.tag_ in ("VBZ", "VBP", "VBG") or not done_to
    if not ways or (habit and ways <= {"from", "over"}):
        return None  # "helicopters flying from X", "the brigade flies the type from X"
    subjects = [c.lemma_.lower() for c in token.children if c.dep_ == "nsubj"]
    return None if not objects and any(s in TRAVELLERS for s in subjects) else mode


def _carries(token: Token, words: Carriage) -> bool:
    """Whether a noun of carriage carries here, and is neither goods nor a warship."""
    phrase = token.doc.stretch(max(0, token.i - 2), token.i + 1).text.casefold()
    if any(phrase.endswith(w) for w in words.navy) or token.dep_ in {"compound", "poss"}:
        return False
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in _HOLDS:
        return True
    if token.dep_ == "pobj" and token.head.lower_ in _CARRIED_BY:
        above = token.head.head  # "pass on the aircraft", "a deal on boats"
        return token.head.lower_ != "on" or not (
            above.lemma_.lower() in _ONWARD or above.lemma_.lower() in _TALK
        )
    if any(child.lemma_ in {"carry", "load", "bind", "transport"} for child in token.children):
        return True
    if any(c.lower_ == "of" and any(g.dep_ == "pobj" for g in c.children) for c in token.rights):
        return token.tag_ == "NNS" and token.dep_ != "pobj"  # "two lorries of rifles"
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
