"""Which words of a sentence tell of a transfer, and which words turn what they tell?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tallybook.model import Stage
from tallybook.read.clauses.catching import is_judged, may_seize, on_carrier
from tallybook.read.clauses.everyday import (
    ORDERS,
    WINNING,
    is_asked,
    leads_to,
    moves_something,
    only_names,
    stands,
    withholds,
)
from tallybook.read.clauses.having import is_found_with
from tallybook.read.clauses.holding import holds
from tallybook.read.clauses.idioms import commands, is_manner, is_of_worth
from tallybook.read.clauses.inkind import IN_KIND, pays_no_goods
from tallybook.read.clauses.lemmas import is_done_to, is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.listing import LISTING, lists
from tallybook.read.clauses.lookup import Hit, WordIndex
from tallybook.read.clauses.meaning import meant
from tallybook.read.clauses.motions import downs_by_means
from tallybook.read.clauses.passage import is_leave_for_ships
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.turneddown import asks_leave_to_give, grants_leave
from tallybook.read.clauses.whereabouts import lies_in_store
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.transfers import Frame, TransferWord, TurnWord
from tallybook.vocabulary.wordlists import words_of

_DEALS = words_of("deals and packages") | {"bid", "offer", "plan", "purchase", "request"}
"""What is dropped that does not fall: "dropped an order for them"."""


class Lexicon:
    """The vocabulary of transfers, made ready for looking up."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.transfers = WordIndex(vocabulary.transfers)
        self.turns = WordIndex(vocabulary.turns)
        self.frames: dict[str, Frame] = {frame.name: frame for frame in vocabulary.frames}
        self.charges = frozenset(w for d in vocabulary.denials for w in d.charges)
        self.untrue = frozenset(w for d in vocabulary.denials for w in d.untrue)
        self.least = frozenset(w for d in vocabulary.denials for w in d.least)
        self.dealings = frozenset(w for d in vocabulary.denials for w in d.dealings)
        self.lacking = frozenset(w for d in vocabulary.denials for w in d.lacking)
        self.turning = {w.name: w for w in vocabulary.turns}
        self.words = {w.name: w for w in vocabulary.transfers}
        self.planning = next(w for w in vocabulary.turns if w.name == "plan")
        self.bare = next(w for w in vocabulary.transfers if "(goods)" in w.phrases)
        self.seizing = next(w for w in vocabulary.transfers if w.name == "seize")
        self.found_for = next(w for w in vocabulary.transfers if "(found for)" in w.phrases)
        self.owned = next(w for w in vocabulary.transfers if "(own)" in w.phrases)
        self.loaded = next(w for w in vocabulary.transfers if w.frame == "load")
        self.received = next(w for w in vocabulary.transfers if w.name == "receive")
        self.summed = next(w for w in vocabulary.transfers if "(bring to)" in w.phrases)
        self.had = next(w for w in vocabulary.transfers if "(have had)" in w.phrases)
        self.paid = next(w for w in vocabulary.transfers if "(pay somebody)" in w.phrases)
        self.makers: dict[str, str] = {w.name: w.maker for w in vocabulary.weapons if w.maker}
        self.makers.update({kind: maker.name for maker in vocabulary.makers for kind in maker.types})
        self.countries: dict[str, str] = {
            b.name: b.country for b in vocabulary.bodies if b.country and not b.state
        }
        self.everywhere = frozenset(b.name for b in vocabulary.bodies if b.is_party and not b.country)
        self.wars = tuple(frozenset(o.parties) for o in vocabulary.occasions if o.kind == "war")
        self.grounds: dict[str, str] = {
            name: place.state
            for place in vocabulary.places
            if place.state is not None and place.what not in ("sea", "crossing", "region")
            for name in (place.name, *place.aliases)
        }
        self.grounds.update((name, t.state) for t in vocabulary.towns for name in t.names)
        self.regions: dict[str, frozenset[str]] = {
            word: frozenset(region.members) for region in vocabulary.regions for word in region.words
        }
        self.agents: dict[str, bool] = {n: group.carrier for group in vocabulary.agents for n in group.nouns}

    def turns_in(self, scene: Scene) -> tuple[Hit[TurnWord], ...]:
        """The words of a sentence that turn what it tells, as :class:`WordIndex` finds them."""
        return scene.once((self, "turns"), lambda: tuple(self.turns.find(scene.tokens)))


@dataclass(frozen=True, eq=False)
class Trigger:
    """A word of transfer in a sentence, with its frame."""

    hit: Hit[TransferWord]
    head: Token
    frame: Frame

    @cached_property
    def passive(self) -> bool:
        """Whether its grammatical subject is what is moved, not who moves it."""
        return is_passive(self.head)

    @cached_property
    def word(self) -> TransferWord:
        """The vocabulary's entry."""
        return self.hit.word

    @property
    def stage(self) -> Stage:
        """What it says by itself: "got rifles" is received, "got rifles to the front" is shipped."""
        if self.word.present is not None and self.head.tag_ in ("VB", "VBP", "VBZ"):
            return self.word.present
        return Stage.SHIPPED if self.frame.name == self.word.toward else self.word.stage


def find_triggers(tokens: list[Token], lexicon: Lexicon) -> tuple[Trigger, ...]:
    """The words of transfer among ``tokens``."""
    found = []
    for hit in lexicon.transfers.find(tokens):
        head = tokens[0].doc[hit.token]
        other = meant(hit, head, lexicon)
        if other is not None:
            found.append(_as(other, hit, head, lexicon))
        elif _stands(hit, head, lexicon):
            name = _frame_of(hit, head)
            if _speaks(name, hit, head, lexicon):
                found.append(Trigger(hit, head, lexicon.frames[name]))
    return tuple(t for t in found if not _told_by_verb(t, found))


def _told_by_verb(trigger: Trigger, found: list[Trigger]) -> bool:
    """Whether "aboard" only completes a verb that says so as well: "had 20 missiles aboard"."""
    if trigger.hit.form != "phrase" or trigger.word.name != "aboard":
        return False
    held = (t.head for t in found if t.word.name == "hold" and verb_lemma(t.head) == "have")
    return any(head in (trigger.head.head, trigger.head.head.head) for head in held)


def _stands(hit: Hit[TransferWord], head: Token, lexicon: Lexicon) -> bool:
    """Whether a word is one of transfer where it stands."""
    if hit.form == "noun" and (only_names(head) or is_manner(head) or asks_leave_to_give(head)):
        return False
    if not stands(hit.word.name, hit.form, head):
        return False
    if hit.word.name == "approve" and is_leave_for_ships(head):
        return False
    if hit.word.name == "use" and hit.form == "phrase" and is_of_worth(head):
        return False
    if hit.word.name == "drop" and is_done_to(head, _DEALS):
        return False
    if hit.word.name == "shoot down" and downs_by_means(head):
        return False
    if hit.word.name == IN_KIND and pays_no_goods(head, bare=hit.last == hit.first + 1):
        return False
    if hit.word.name == "supply" and hit.form == "verb" and grants_leave(head):
        return False
    if hit.word.name == "seize" and hit.form == "verb" and not may_seize(head, lexicon.agents):
        return False
    return not any(_turns_away(c, hit) for c in head.children)


def _frame_of(hit: Hit[TransferWord], head: Token) -> str:
    """The frame of a word, by where it leads and who wins it."""
    name = hit.word.frame
    if hit.word.name == "arrive" and hit.form == "verb" and is_found_with(head):
        return "kept"
    if name == "carry" and _to_whom(head):
        return "give"
    if hit.word.toward and leads_to(head):
        name = hit.word.toward if moves_something(head) else hit.word.reaching or name
    asked = hit.word.won and hit.form == "noun" and head.dep_ == "dobj" and noun_lemma(head) in ORDERS
    from_ = any(c.lower_ == "from" for c in head.children)
    booked = verb_lemma(head.head) in WINNING or (from_ and verb_lemma(head.head) in ("have", "hold"))
    return hit.word.won or name if asked and booked else name


def _to_whom(verb: Token) -> bool:
    """Whether it is told to whom things are brought: "brought Ruritania rifles", "Ruritania was brought"."""
    if is_passive(verb):
        return any(c.dep_ == "dobj" and c.i == c.head.i + 1 + len(list(c.lefts)) for c in verb.children)
    return any(c.dep_ == "dative" and c.pos_ != "ADP" for c in verb.children)


def _speaks(name: str, hit: Hit[TransferWord], head: Token, lexicon: Lexicon) -> bool:
    """Whether a word tells of a transfer in its frame, by what stands around it."""
    if hit.form == "verb" and hit.word.frame == "get" and (is_asked(head) or commands(head)):
        return False
    if name == "load" and hit.form == "verb" and not on_carrier(head, lexicon.agents):
        return False
    if hit.word.frame == "withhold" and not withholds(head):
        return False
    if (name == "found" and is_judged(head)) or (name == "stored" and not lies_in_store(head)):
        return False
    if name in LISTING and not lists(head):
        return False
    return holds(name, head, lexicon.agents)


def _as(word: TransferWord, hit: Hit[TransferWord], head: Token, lexicon: Lexicon) -> Trigger:
    """A trigger of another word at the same place."""
    return Trigger(Hit(word, hit.token, hit.first, hit.last, hit.form), head, lexicon.frames[word.frame])


def _turns_away(child: Token, hit: Hit[TransferWord]) -> bool:
    """Whether a particle beyond the word itself makes it mean something else: "gave out pictures"."""
    particle = child.lower_ in hit.word.unlike and child.dep_ in ("prt", "advmod", "prep")
    if child.lower_ == "out" and child.i + 1 < len(child.doc) and child.nbor().lower_ == "of":
        return False  # "came out of Ruritania"
    return particle and not hit.first <= child.i < hit.last
