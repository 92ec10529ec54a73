"""Which of the parties named so far stands out, so that "it", "the army" or "the island" means it?

Every mention within reach is weighed: how near it is, whether its sentence speaks of it or names it in
passing, whether it stands in an aside, and whether the report tells of it at the same end elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.read.clauses.given import gives_before
from tallybook.read.clauses.lemmas import MODIFIES, noun_lemma
from tallybook.read.clauses.members import names_some_of
from tallybook.read.clauses.parties import CLIMB_LIMIT, Parties, place_of
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

Ends = tuple[str | None, str | None]
"""Giver and taker of a flow."""

MEMORY = 3
"""How many sentences back a pronoun may point."""

RECALL = 8
"""How many sentences back a noun such as "the kingdom" may point."""

_SIDES = ("supplier", "recipient")
_VENUES = words_of("where words are spoken")
_OUTLETS = words_of("nouns for who publishes")
_FIGHTS = words_of("what stands between foes")
_SAYING = words_of("verbs of saying aside")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSES = frozenset({"relcl", "acl", "advcl"})

TOLD, ALONE = 2.0, 1.0
"""What it counts, in sentences of nearness, that a report tells of a party at this end, and of it alone."""

NEAR, GROUND = 2.5, 2.5
"""What it counts for a pronoun that its sentence's subject is before it; for "the army", "In Ruritania"."""

OWN, OFFICIAL = 1.0, 2.5
"""What it counts for a pronoun to be in its own sentence; for "the army" that a minister of its state is."""

FORCES = 2.0
"""What it counts for "the army" that a state's generals or its junta were spoken of."""

_FORCES = words_of("nouns for who bears a state's arms")
OFFICIALS = frozenset({"officials", "minister", "ministry", "government", "head"})
"""Classes of bodies that speak and decide for their state."""

ASIDE, ADJECTIVE, VENUE, BESIDE_POINT = 1.5, 1.5, 1.5, 2.0
"""What it costs to be no subject, only an adjective, only where somebody spoke, or in a clause of its own."""

GIVER = 4.0
"""What it costs who gave arms in the clause before to be who is given some in the next."""


def end_point(mention: ActorMention) -> str | None:
    """The name under which a party stands at an end of a flow: the state, or the body in its own name."""
    if mention.kind == "outlet":
        return None
    return mention.state or mention.name


@dataclass(frozen=True)
class Wanted:
    """Who can be meant: nobody of ``avoid``, only ``meant`` where the words say so much; at which end.

    ``office``: a noun for who acts for a state, so its ground counts; ``land``: one for a state, so no group.
    """

    avoid: frozenset[str] = frozenset()
    role: str | None = None
    meant: frozenset[str] | None = None
    office: bool = False
    land: bool = False

    def names(self, name: str) -> bool:
        """Whether the party of that name can be meant."""
        return name not in self.avoid and (self.meant is None or name in self.meant)

    def allows(self, mention: ActorMention) -> bool:
        """Whether a mention is of a party (of a person only where "his army" is meant) that can be meant."""
        name = end_point(mention)
        if name is None or not self.names(name) or mention.form == "pronoun":
            return False
        if mention.kind == "person" and not self.office:
            return False
        if mention.what == "international" or (self.land and mention.state is None):
            return False
        return not (self.office and mention.what in ("maker", "firm"))


@dataclass
class Salience:
    """Weighs the parties named so far.

    Attributes:
        past: the sentences that were read, with their parties.
        flows: the ends of every flow that the report tells of.
        pointed: whom "the group" was found to mean, with the number of its sentence.
        offices: whom "the government" was found to mean, likewise.
    """

    past: list[tuple[Scene, Parties]]
    flows: list[Ends]
    pointed: list[tuple[int, str | None]]
    offices: list[tuple[int, str | None]]

    def best(self, token: Token, here: Parties, wanted: Wanted, reach: int) -> str | None:
        """The end point that stands out most for ``token``, or ``None`` where nobody can be meant."""
        best: tuple[float, str] | None = None
        for distance, parties in self.scenes(here, reach):
            for mention in reversed(parties.scene.actors):
                name = end_point(mention)
                if name is None or not wanted.allows(mention) or (distance == 0 and mention.last > token.i):
                    continue
                noun = _noun_of(mention, parties)
                if names_some_of(mention, parties.scene) or _is_foe(noun) or _publishes(noun):
                    continue
                if distance == 0 and _is_set_in(mention, token):
                    continue
                told = self.told(name, wanted.role, here)
                score = (told / 2 if token.pos_ == "PRON" else told) - distance
                score += _standing(mention, parties, token if distance == 0 else None, wanted)
                if best is None or score > best[0]:
                    best = (score, name)
        pronoun = token.pos_ == "PRON"
        backs = [*self.pointed, *self.offices] if pronoun else self.offices if wanted.office else []
        for number, meant in backs:
            distance = here.scene.number - number
            if meant is not None and wanted.names(meant) and 0 < distance <= reach:
                told = self.told(meant, wanted.role, here)
                score = (told / 2 if pronoun else told) - distance - ASIDE / 2
                best = (score, meant) if best is None or score > best[0] else best
        return best[1] if best is not None else None

    def scenes(self, here: Parties, reach: int) -> list[tuple[int, Parties]]:
        """The sentences that can be pointed back to, nearest first, with their distance."""
        back = [p for scene, p in reversed(self.past[-reach:]) if scene is not here.scene] if reach else []
        return [(0, here), *enumerate(back, start=1)]

    def told(self, name: str, role: str | None, here: Parties) -> float:
        """How much speaks for a party at one end because the report tells of it there elsewhere."""
        if role not in _SIDES:
            return 0.0
        at = _SIDES.index(role)
        countries = here.lexicon.countries
        own = {name, *(group for group, country in countries.items() if country == name)}
        this = sum(flow[at] in own for flow in self.flows)
        other = sum(flow[1 - at] in own for flow in self.flows)
        if this > 1 and all(flow[at] is None or flow[at] in own for flow in self.flows):
            return TOLD + ALONE
        return TOLD if this > other else -TOLD / 2 if other > this else 0.0


def _standing(mention: ActorMention, parties: Parties, token: Token | None, wanted: Wanted) -> float:
    """How far the sentence of a mention speaks of it; ``token`` is what points, where it stands there too."""
    doc = parties.scene.doc
    noun = _noun_of(mention, parties)
    score = _standing_near(mention, token, wanted)
    score -= ADJECTIVE if mention.form == "adjective" and mention.kind == "state" else 0.0
    score += FORCES if wanted.office and noun_lemma(noun) in _FORCES else 0.0
    subject = is_subject(mention, parties)
    if not subject and _opens_ground(mention, noun, parties):
        score += GROUND if wanted.office and token is not None else 0.0
    elif not subject and _with_subject(noun):
        score -= ASIDE / 2
    elif not subject:
        score -= ASIDE
        score -= VENUE if is_venue(noun) else 0.0
    elif token is not None and token.pos_ == "PRON":
        score += NEAR
    if subject and token is not None and _walled_off(doc[mention.first], token):
        score -= BESIDE_POINT
    if wanted.role == "recipient" and token is not None and gives_before(noun, token, parties.lexicon):
        score -= GIVER
    return score


def _standing_near(mention: ActorMention, token: Token | None, wanted: Wanted) -> float:
    """What counts in one's own sentence: "it" is named there; "the army" is of whose minister speaks."""
    if token is None or (mention.form == "adjective" and mention.kind == "state"):
        return 0.0
    if wanted.office:
        official = mention.kind == "person" or (mention.kind == "body" and mention.what in OFFICIALS)
        return OFFICIAL if official else 0.0
    return OWN if token.pos_ == "PRON" else 0.0


def _noun_of(mention: ActorMention, parties: Parties) -> Token:
    """The token that acts for a mention."""
    doc = parties.scene.doc
    return next((doc[i] for i, other in parties.at.items() if other is mention), doc[mention.last - 1])


def _opens_ground(mention: ActorMention, noun: Token, parties: Parties) -> bool:
    """Whether the sentence begins with the place that it speaks of: "In Ruritania, the army got ..."."""
    first = parties.scene.sentence.first
    return mention.first - first <= 2 and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "for")


def _with_subject(noun: Token) -> bool:
    """Whether a party belongs to the sentence's subject: "help from Ruritania has grown"."""
    prep = noun.head
    return noun.dep_ == "pobj" and prep.lower_ in ("from", "of", "by") and prep.head.dep_ in _SUBJECTS


def is_venue(noun: Token) -> bool:
    """Whether a place is only where somebody spoke or met: "told reporters in Ruritania"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in ("in", "at", "from", "outside", "near"):
        return False
    return str(prep.head.lemma_).lower() in _VENUES


def _is_foe(noun: Token) -> bool:
    """Whether a party is only whom somebody else fights: "in the conflict with Ruritania its jets ..."."""
    prep = noun.head
    return noun.dep_ == "pobj" and prep.lower_ in ("with", "against") and noun_lemma(prep.head) in _FIGHTS


def _publishes(word: Token) -> bool:
    """Whether a party is only that of a paper: "a Ruritanian daily wrote"."""
    return word.dep_ in MODIFIES and word.tag_ == "JJ" and noun_lemma(word.head) in _OUTLETS


def _is_set_in(mention: ActorMention, pronoun: Token) -> bool:
    """Whether a party is the speaker set in before a pronoun: "rockets that, Ruritania says, it sold"."""
    doc, verb = pronoun.doc, mention.last
    if pronoun.pos_ != "PRON" or verb + 1 >= pronoun.i or doc[verb + 1].text != ",":
        return False
    before = doc[max(0, mention.first - 2) : mention.first]
    return doc[verb].lemma_ in _SAYING and any(t.text == "," for t in before)


def _walled_off(named: Token, token: Token) -> bool:
    """Whether a name stands in a clause that hangs on a noun, and what points stands outside of it."""
    for _ in range(CLIMB_LIMIT):
        if named.head == named:
            return False
        if named.dep_ in _CLAUSES and named.pos_ in ("VERB", "AUX"):
            return named != token and not named.is_ancestor(token)
        named = named.head
    return False


def is_subject(mention: ActorMention, parties: Parties) -> bool:
    """Whether a party is what its sentence speaks of: its subject, or who has its subject."""
    if not parties.scene.sentence.span.contains(mention.span):
        return False
    token = _noun_of(mention, parties)
    for _ in range(CLIMB_LIMIT):
        if token.dep_ not in MODIFIES | {"case"} or token.head == token:
            break
        token = token.head
    place = place_of(token)
    return place is not None and place.slot == "subject"


def meant_by(noun: Token, here: Parties) -> frozenset[str] | None:
    """The states that "the Gulf kingdom" can mean, ``None`` where the words do not say."""
    regions = here.lexicon.regions
    found = [regions[w] for w in {noun_lemma(noun), noun.lower_} if w in regions]
    words = [c.lower_ for c in noun.lefts]
    words += [t.lower_ for c in noun.lefts if c.dep_ in MODIFIES for t in c.lefts]
    phrase = " ".join(t.lower_ for t in noun.doc[noun.left_edge.i : noun.i])
    found += [members for word, members in regions.items() if word in words or f" {word}" in f" {phrase}"]
    return frozenset.intersection(*found) if found else None
