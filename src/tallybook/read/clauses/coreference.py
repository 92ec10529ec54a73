"""Whom do pronouns and "the country" mean?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tallybook.read.clauses.blamed import accused_before
from tallybook.read.clauses.cataphora import announced
from tallybook.read.clauses.fighters import Fighters, are_in_war
from tallybook.read.clauses.given import speaks_of
from tallybook.read.clauses.groups import (
    are_fighters,
    are_foes,
    foe_of,
    group_called,
    is_qualified,
)
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.nearest import (
    ground_of,
    named_before,
    noun_before,
    official_before,
    one_of_two,
    subject_before,
    told_of_carrier,
)
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.passingon import who_passes_on
from tallybook.read.clauses.pointers import (
    ADDRESSED,
    FIRMS,
    FOES,
    GROUNDS,
    GROUP_NOUNS,
    LANDS,
    OF_TWO,
    OFFICES,
    PERSON,
    PLURAL,
    SINGULAR,
    SPEAKER,
    STATE_NOUNS,
)
from tallybook.read.clauses.salience import (
    MEMORY,
    RECALL,
    Ends,
    Salience,
    Wanted,
    end_point,
    is_subject,
    meant_by,
)
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.several import object_before, one_of_both, who_are_many
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

__all__ = ["ALLIES", "Discourse", "end_point", "is_subject"]

ALLIES = frozenset({"ally", "backer", "friend", "partner"})
"""Nouns that in the plural stand for states not named."""
_OTHERS = words_of("nouns for what is not one's own")
_DEFINITE = frozenset({"the", "its", "their", "that", "this", "his", "her", "our", "my"})
_TITLES = frozenset({"headline", "heading"})  # there "the" is left out
_QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "''", "``"})


@dataclass
class Discourse:
    """The parties named so far, in order, to resolve what points back to them."""

    past: list[tuple[Scene, Parties]] = field(default_factory=list)
    flow: Ends = (None, None)
    """The ends of the flow told last: whom "the two countries" mean where both were named lately."""
    groups: frozenset[str] = frozenset()
    """The armed groups that the report names anywhere."""
    flows: list[Ends] = field(default_factory=list)
    """The ends of every flow that the report tells of: who is spoken of as a giver, and who as a taker."""
    guest: str | None = None
    """Whose state the questions of an interview mean by "you"."""

    def __post_init__(self) -> None:
        self.pointed: list[tuple[int, str | None]] = []
        self.offices: list[tuple[int, str | None]] = []
        self.salience = Salience(self.past, self.flows, self.pointed, self.offices)
        self.fighters = Fighters(self.past, self.salience, self.groups)

    def add(self, scene: Scene, parties: Parties) -> None:
        """Remember a sentence that has been read."""
        self.past.append((scene, parties))

    def resolve(
        self,
        token: Token,
        here: Parties,
        *,
        speaker: str | None = None,
        avoid: frozenset[str] = frozenset(),
        role: str | None = None,
    ) -> str | None:
        """The end point that a pronoun or a general noun stands for; ``None`` where that is open.

        Args:
            token: the pronoun or the noun.
            here: the parties of its sentence.
            speaker: the state that "we" speaks for.
            avoid: who is named in the same clause, and so is not meant.
            role: "supplier" or "recipient", where the words say which end it stands at.
        """
        wanted = Wanted(avoid, role)
        word = token.lower_
        if word in SPEAKER:
            return speaker or self._who_speaks(token, here)
        if word in ADDRESSED:
            return self.guest
        if word in PERSON:
            return self._last(token, here, avoid, kinds=("person",))
        if word == "itself":
            return self.salience.best(token, here, Wanted(), 0)
        ahead = announced(token, here) if word in SINGULAR else None
        if ahead is not None and end_point(ahead) not in avoid:
            return end_point(ahead)
        if word in OF_TWO:
            return one_of_two(token, here, self.past)
        if word in SINGULAR and told_of_carrier(token, self.past, here):
            return None
        spoken = noun_before(token, here) or subject_before(token, here, self.past)
        if spoken is not None and (meant := self._by_noun(*spoken, speaker, wanted)) is not None:
            return meant
        if word in SINGULAR:
            meant = who_passes_on(token, here, self.flow) or accused_before(token, here, wanted)
            meant = meant or self.salience.best(token, here, wanted, MEMORY)
            return self._told_taker(token, here, meant, wanted) or meant
        if word in PLURAL:
            return self._many(token, here, wanted)
        if are_in_war(token, here, role):
            side = self.fighters.in_war(token, here, wanted, self.flow)
            self.pointed += [(here.scene.number, side)]
            return side
        return self._by_noun(token, here, speaker, wanted)

    def _told_taker(self, pronoun: Token, here: Parties, meant: str | None, wanted: Wanted) -> str | None:
        """Whom a giver was told to supply: "Beijing sells it chips" goes on with that, whoever says so."""
        takers = [r for s, r in self.flows if s in wanted.avoid and r is not None and r not in wanted.avoid]
        if wanted.role != "recipient" or meant is None or not takers or pronoun.head.dep_ == "relcl":
            return None  # "guns which it bought from Beijing": as the tree has it
        if meant in takers and pronoun.dep_ not in ("dobj", "dative", "pobj"):
            return None  # "it got more from Beijing"
        if any(end_point(m) == meant and speaks_of(here.scene.doc[i], pronoun) for i, m in here.at.items()):
            return None
        often = max(reversed(takers), key=takers.count)
        return often if takers.count(often) > takers.count(meant) else None

    def _many(self, token: Token, here: Parties, wanted: Wanted) -> str | None:
        """Whom "they" means: several that are spoken of, or the group or body named last."""
        if token.lower_ == "both":
            return one_of_both(self.pair(token, here) or (), wanted, self.flows)
        accused = who_passes_on(token, here, self.flow) or accused_before(token, here, wanted)
        if (same := object_before(token, here)) and end_point(same[0]) not in wanted.avoid:
            return self.group_of(*same, here) or end_point(same[0])
        several = accused or who_are_many(token, here, self.salience, wanted.avoid)
        return several or self._last(token, here, wanted.avoid, kinds=("group", "body"))

    def _by_noun(self, noun: Token, here: Parties, speaker: str | None, wanted: Wanted) -> str | None:
        """Of "the kingdom", "his country", "its proxy", "the army", "the rebels"."""
        lemma = noun_lemma(noun)
        if noun.pos_ == "PROPN" and noun.i in here.scene.actor_at:
            return None
        if noun.dep_ == "attr" and lemma in STATE_NOUNS | GROUP_NOUNS:
            return self._told_of(noun, here, speaker, wanted)
        titled = here.scene.sentence.kind in _TITLES and lemma in GROUP_NOUNS and not list(noun.lefts)
        if not titled and not any(c.lower_ in _DEFINITE for c in noun.children):
            return None
        if lemma in ALLIES and noun.tag_ == "NNS":
            return None  # "the allies" are no single one
        own = next((c for c in noun.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        if own is not None and lemma in STATE_NOUNS | OFFICES | FOES | GROUNDS:
            owner = self._owner(own, here, speaker)
            if lemma not in _OTHERS:
                return foe_of(own, owner, here, self.groups) if lemma in FOES else owner
            wanted = replace(wanted, avoid=wanted.avoid | {owner}) if owner else wanted
        office = lemma in OFFICES and not are_foes(noun) and (lemma != "force" or is_qualified(noun))
        if lemma in GROUP_NOUNS:
            named = self.fighters.named(noun, here, self._before(noun, here), wanted.role, office=office)
            if named is not None or not (office or lemma in _OTHERS):
                self.pointed.append((here.scene.number, named))
                return named
        if lemma in FIRMS:
            return self._firm(noun, here)
        if lemma in STATE_NOUNS or office:
            if noun.tag_ in ("NNS", "NNPS") and lemma in STATE_NOUNS:
                return None
            wanted = replace(wanted, meant=meant_by(noun, here), office=office, land=lemma in LANDS)
            return self._state_of(noun, here, wanted)
        return None

    def _state_of(self, noun: Token, here: Parties, wanted: Wanted) -> str | None:
        """The state that "the kingdom" means, or whose army or government a noun stands for."""
        meant = ground_of(noun, here, self.past) if wanted.office else named_before(noun, here)
        meant = meant or self.salience.best(noun, here, wanted, RECALL)
        if wanted.office:
            army = self.fighters.army(noun, here, meant, wanted.role)
            self.offices.append((here.scene.number, meant := army))
            self.pointed += [(here.scene.number, army)] if army in here.lexicon.countries else []
        return meant

    def _firm(self, noun: Token, here: Parties) -> str | None:
        """The state of the firm that "the manufacturer" or "the company" means: the one spoken of last."""
        for scene, parties in [(here.scene, here), *reversed(self.past[-MEMORY:])]:
            named = [m for m in scene.actors if m.what in ("maker", "firm")]
            firms = [m for m in named if scene is not here.scene or m.last <= noun.i]
            if firms:
                return end_point(next((m for m in firms if is_subject(m, parties)), firms[-1]))
        return None

    def _told_of(self, noun: Token, here: Parties, speaker: str | None, wanted: Wanted) -> str | None:
        """The subject of which "is the only country" is told."""
        subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
        if subject is None or subject == noun:
            return None
        named = here.at.get(subject.i)
        return end_point(named) if named else self._by_noun(subject, here, speaker, wanted)

    def _owner(self, pronoun: Token, here: Parties, speaker: str | None) -> str | None:
        """The state whose country "our country", "his country" or "their country" is."""
        if pronoun.lower_ in SPEAKER:
            return speaker or self._who_speaks(pronoun, here)
        if pronoun.lower_ in PERSON:
            person = official_before(pronoun, here)
            person = person or self._last(pronoun, here, frozenset(), kinds=("person",))
            return person or self.salience.best(pronoun, here, Wanted(), MEMORY)
        return self.salience.best(pronoun, here, Wanted(), MEMORY)

    def _who_speaks(self, pronoun: Token, here: Parties) -> str | None:
        """For whom a quotation without a name speaks: the person or body that the report spoke of last."""
        if not any(t.text in _QUOTES for t in here.scene.tokens):
            return None
        return self._last(pronoun, here, frozenset(), kinds=("person", "body"), subjects_first=True)

    def group_of(self, mention: ActorMention, token: Token, here: Parties) -> str | None:
        """The armed group that "the Yemeni militia" means: the one of that country named before."""
        if mention.kind != "state" or not are_fighters(token):
            return None
        return group_called(mention, token, here, self._before(token, here), self.groups)

    def pair(self, token: Token, here: Parties) -> tuple[str, str] | None:
        """The last two states named before ``token``: "the two countries", "these states", "the two"."""
        lately = self._two_named_last(token, here)
        if lately is not None:
            return lately
        names: list[str] = []
        for mention in self._before(token, here):
            name = end_point(mention)
            if name and mention.kind in ("state", "person", "body", "group") and name not in names:
                names.append(name)
        giver, taker = self.flow
        if giver in names and taker in names and giver and taker:
            return giver, taker
        return (names[1], names[0]) if len(names) > 1 else None

    def _two_named_last(self, token: Token, here: Parties) -> tuple[str, str] | None:
        """The two states of the sentence before, where it names two and this one none before the word."""
        if not self.past or any(m.last <= token.i and m.kind == "state" for m in here.scene.actors):
            return None
        states = [m for m in self.past[-1][0].actors if m.kind == "state" and m.state is not None]
        names = list(dict.fromkeys(str(m.state) for m in states))
        return (names[0], names[1]) if len(names) == 2 and set(names) != set(self.flow) else None

    def _last(
        self,
        token: Token,
        here: Parties,
        avoid: frozenset[str],
        *,
        kinds: tuple[str, ...],
        subjects_first: bool = False,
    ) -> str | None:
        before = self._before(token, here)
        named = [(m, end_point(m)) for m in before if m.kind in kinds and m.what != "international"]
        named = [(m, name) for m, name in named if name and name not in avoid]
        if subjects_first:
            scenes = [p for _, p in self.salience.scenes(here, MEMORY)]
            for mention, name in named:
                if any(is_subject(mention, p) for p in scenes):
                    return name
        return named[0][1] if named else None

    def _before(self, token: Token, here: Parties) -> list[ActorMention]:
        """Mentions before ``token``, nearest first; within its sentence, then sentences back."""
        found = [m for m in reversed(here.scene.actors) if m.last <= token.i and m.form != "pronoun"]
        for scene, _ in reversed(self.past[-MEMORY:]):
            if scene is not here.scene:
                found.extend(m for m in reversed(scene.actors) if m.form != "pronoun")
        return [m for m in found if m.kind != "outlet"]
