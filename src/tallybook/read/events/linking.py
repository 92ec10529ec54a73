"""Whom does a noun or a pronoun in a slot bring to a word of transfer?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.coreference import ALLIES, Discourse, end_point
from tallybook.read.clauses.event import ENDS
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.gapping import rules_out
from tallybook.read.clauses.having import HANDS
from tallybook.read.clauses.instead import stands_apart
from tallybook.read.clauses.lemmas import MODIFIES, noun_lemma, verb_lemma
from tallybook.read.clauses.members import are_private, stands_for_somebody
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.pointers import GROUP_NOUNS, may_point_back
from tallybook.read.events.beside import beside, is_pair
from tallybook.read.events.sites import site_near
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_FIRMS = words_of("nouns for a firm") | words_of("makers of arms") | {"trader", "broker", "middleman"}
_SELLERS = words_of("people who sell arms")
_TRYING = words_of("what courts and police do to people")
_SITED = words_of("places of work") | words_of("sites that things are brought to")
_RULING = frozenset({"government", "authority", "administration", "cabinet", "junta", "ruler", "leadership"})
_SEATED = _SITED | _FIRMS | _RULING
_NAMED_WITHIN = 12
"""Words within which a firm's state is told behind it."""

_EFFORTS = words_of("efforts of war")
_HAULING = frozenset({"bring", "carry", "convey", "ferry", "haul", "transport"})
"""Verbs of which "it" is what moves the goods."""

_BENEFITS = frozenset({"benefit", "good", "sake", "cause", "use", "disposal"})
_REACHING = frozenset({"to", "for", "from", "by", "into"})
_WATCHERS = words_of("bodies that only watch")
_ASSEMBLIES = words_of("who is only told")
"""Who is told of a transfer and never takes one."""


class Linker:
    """Ties the nouns of one sentence to its words of transfer."""

    def __init__(self, parties: Parties, discourse: Discourse, speaker: str | None) -> None:
        self.parties = parties
        self._discourse = discourse
        self.speaker = speaker
        self.asked = 0
        """How often what was told before the sentence was looked at."""

    @property
    def discourse(self) -> Discourse:
        """What was told before; whoever looks at it is counted."""
        self.asked += 1
        return self._discourse

    def links(
        self, token: Token, slot: str, score: float, trigger: Trigger, *, conjuncts: bool = True
    ) -> Iterator[Link]:
        """Links for a noun (and the nouns coordinated with it) that names a party or points back to one."""
        token = _out_of_several(token, self.parties)
        tokens = self.parties.with_conjuncts(token) if conjuncts else (token,)
        named = False
        for one in tokens:
            mention = self.parties.at.get(one.i)
            if mention is not None:
                named = True
                yield from self.link(mention, one, slot, score, trigger)
        if named:
            return
        qualifier = self.parties.modifying.get(token.i)
        held = slot == "in" and noun_lemma(token) in HANDS
        if qualifier is not None and ((slot in _REACHING and stands_for_somebody(token, qualifier)) or held):
            yield from self.link(qualifier, token, slot, score - 0.5, trigger)
            return
        if qualifier is not None and trigger.frame.name == "aid" and noun_lemma(token) in _EFFORTS:
            yield from self.link(qualifier, token, slot, score - 0.1, trigger)
            return
        if slot == "for" and (token.pos_ == "PRON" or noun_lemma(token) in _BENEFITS):
            yield from self._for_whose_good(token, score, trigger)
            return
        if token.lower_ == "it" and slot == "subject" and trigger.head.lemma_ in _HAULING:
            return
        role = trigger.frame.slots.get(slot, "none")
        if role == "partner" and slot == "subject" and is_pair(token):
            yield from self.pair(token, slot, score, trigger)
            return
        if slot == "subject" and role in ENDS and is_pair(token) and not _may_be_many(token):
            yield from self._those_told_of(token, role, score)
            return
        pays = trigger.word.name == "finance" and trigger.head.lemma_ == "pay"
        name = firm_of(token, self.parties) or self.point_back(token, "recipient" if pays else role, trigger)
        name = name or place_in_name(token, self.parties) or site_near(token, self.parties)
        name = name or firm_beside(token, self.parties)
        name = name or self._only_taker(token, role, trigger)
        if name is not None and role != "none":
            yield Link(name, slot, role, score - 0.1, token, None, f"“{token.text}” is read as {name}")

    def _for_whose_good(self, good: Token, score: float, trigger: Trigger) -> Iterator[Link]:
        """Whom something is for: "for the good of Ruritania", "for Ruritania's sake"."""
        of = [t for p in good.children if p.lower_ == "of" for t in p.children]
        for one in (*of, *(c for c in good.lefts if c.dep_ == "poss")):
            mention = self.parties.at.get(one.i) or self.parties.scene.actor_at.get(one.i)
            if mention is not None:
                yield from self.link(mention, one, "for", score, trigger)

    def _those_told_of(self, token: Token, role: str, score: float) -> Iterator[Link]:
        """Those of the two named last whom the report tells of at this end: "both had asked for"."""
        told = {ends[ENDS.index(role)] for ends in self.discourse.flows}
        for name in self.discourse.pair(token, self.parties) or ():
            if name in told:
                yield Link(
                    name, "subject", role, score - 0.1, token, None, f"“{token.text}” is read as {name}"
                )

    def point_back(self, token: Token, role: str, trigger: Trigger | None = None, *not_: str) -> str | None:
        """The party that a pronoun or a general noun stands for: nobody beside it or at the same act."""
        if not may_point_back(token):
            return None
        away = beside(token, self.parties).union(not_, self._at(trigger) if trigger is not None else ())
        return self.discourse.resolve(token, self.parties, speaker=self.speaker, avoid=away, role=role)

    def _only_taker(self, token: Token, role: str, trigger: Trigger) -> str | None:
        """Whom "they" or "it" must mean who got more, where all that was told of goes to one party."""
        if (
            role != "recipient"
            or trigger.frame.name not in ("get", "seek")
            or token.lower_ not in ("they", "it")
        ):
            return None
        takers = {ends[1] for ends in self.discourse.flows} - {None}
        return takers.pop() if len(takers) == 1 and not takers & self._at(trigger) else None

    def _at(self, trigger: Trigger) -> frozenset[str]:
        """Who is named as an object of a word of transfer: nobody else at it is the same."""
        words = trigger.head.children
        near = [c for c in words if c.dep_ in ("dobj", "dative") or c.lower_ in ("to", "from")]
        tokens = [t for c in near for t in (c, *c.children) if t.i in self.parties.at]
        told_of = [trigger.head.head] if trigger.head.dep_ == "relcl" else []  # "X drones that it ordered"
        things = [*told_of, *(c for c in trigger.head.children if c.dep_ == "nsubj")]
        makers = [self.parties.origin.get(c.i) for c in things]
        named = [self.parties.at[t.i] for t in tokens] + [m for m in makers if m is not None]
        return frozenset(str(end_point(m)) for m in named)

    def pair(self, token: Token, slot: str, score: float, trigger: Trigger) -> Iterator[Link]:
        """The two named last, for "between the two countries"."""
        pair = self.discourse.pair(token, self.parties)
        for name in pair or ():
            why = f"“{token.text}” is read as {name}"
            yield Link(name, slot, trigger.frame.slots.get(slot, "none"), score - 0.1, token, None, why)

    def link(
        self, mention: ActorMention, token: Token, slot: str, score: float, trigger: Trigger
    ) -> Iterator[Link]:
        """The link of a party that is named, where its slot gives it a role."""
        group, verb = mention.what == "armed-group", trigger.hit.form == "verb"
        taken = trigger.frame.slots.get(slot) == "recipient" and not _means_to(trigger, slot)
        if taken and str(token.lemma_).lower() in _ASSEMBLIES and not (group and verb):
            return
        if are_private(mention, self.parties.scene) or mention.name.lower() in _WATCHERS:
            return
        if stands_apart(token, trigger.head):
            return
        if any(rules_out(t) for t in token.doc[max(0, mention.first - 3) : mention.first]):
            return
        if mention.what == "owned" and (self.parties.carries(token) or token.pos_ == "PROPN"):
            return  # the flag of a ship says nothing of its cargo
        armed = noun_lemma(token) in GROUP_NOUNS  # "the Ruritan militia" may be one named before
        name = self.discourse.group_of(mention, token, self.parties) if armed else None
        name = name or end_point(mention)
        role = trigger.frame.slots.get(slot, "none")
        if name is None or role == "none":
            return
        carries = self.parties.carries(token) and trigger.frame.name != "use"
        if carries and role == "recipient" and slot == "subject":
            return  # "a Ruritanian plane picked up the shells"
        if carries and role in ("supplier", "recipient") and trigger.frame.name != "unload":
            score -= 1.5
        if trigger.frame.name == "carry" and slot == "from":
            score += 0.5
        yield Link(name, slot, role, score, token, mention)


def _out_of_several(token: Token, parties: Parties) -> Token:
    """Who stands behind "either of": "gave none to either of Ruritania's rival governments"."""
    of = next((c for c in token.children if c.lower_ == "of"), None) if token.lower_ in _ANY_OF else None
    several = next((t for t in of.children if t.i in parties.at), None) if of is not None else None
    return token if several is None else several


_ANY_OF = frozenset({"any", "both", "each", "either", "neither", "none", "one", "some"})


def _means_to(trigger: Trigger, slot: str) -> bool:
    """Whether the doer of a main verb only means to: "parliament approved a loan to buy jets"."""
    return slot == "subject" and trigger.head.tag_ == "VB"


def _may_be_many(token: Token) -> bool:
    """Whether a plural stands for any number: "they", "the allies" without "two" or "both"."""
    if {t.lower_ for t in (token, *token.lefts)} & {"both", "two", "pair"}:
        return False
    return token.lower_ == "they" or noun_lemma(token) in ALLIES


def firm_of(noun: Token, parties: Parties) -> str | None:
    """The state of "a firm registered in Ruritania", "a company by the name of Ruritan Trading"."""
    if noun_lemma(noun) in _SELLERS:
        return _home_of(noun, parties) if not _is_tried(noun) else None
    if noun_lemma(noun) not in _FIRMS:
        return None
    seat = seat_of(noun, parties)
    if seat is not None or any(c.lower_ in ("the", "this", "that") for c in noun.lefts):
        return seat
    own = range(noun.i + 1, min(noun.right_edge.i, noun.i + _NAMED_WITHIN) + 1)
    inside = {end_point(m) for i, m in parties.at.items() if i in own}
    if len(inside) > 1 and noun.tag_ in ("NNS", "NNPS"):
        first = min(i for i in parties.at if i in own)
        return end_point(parties.at[first])
    return next(iter(inside)) if len(inside) == 1 else None


def _home_of(person: Token, parties: Parties) -> str | None:
    """The state of a seller by his town: "a man in Port X", "two brothers from Port Y"."""
    led = (t for p in person.children if p.lower_ in ("in", "from") for t in p.children)
    capital = (end_point(m) for t in led if (m := parties.scene.actor_at.get(t.i)) is not None)
    return seat_of(person, parties) or next(capital, None)


def _is_tried(person: Token) -> bool:
    """Whether a court has somebody before it, so that his home says nothing of where he sent arms from."""
    verbs = [t for t in (person.head, person.head.head) if t.pos_ == "VERB"]
    return any(verb_lemma(verb) in _TRYING for verb in verbs)


def seat_of(firm: Token, parties: Parties) -> str | None:
    """The state of a firm by its town: "the Port X firm", "the Port X-based maker", "a firm from Port X"."""
    based = [c for c in firm.children if c.lower_ in ("based", "headquartered", "registered", "located")]
    near = [t for c in based for t in c.lefts] + [c for c in firm.lefts if c.pos_ == "PROPN"]
    led = (p for t in (firm, *based) for p in t.children if p.lower_ in ("in", "from", "of", "at"))
    near += [t for p in led for t in p.children]
    return next((s for t in near if (s := town_at(t, parties))), None)


def town_at(noun: Token, parties: Parties) -> str | None:
    """The state in which a town or port lies whose name ends at ``noun``."""
    first = min([noun.i, *(c.i for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "PROPN")])
    whole = noun.doc.stretch(first, noun.i + 1).text
    return parties.lexicon.grounds.get(whole) or parties.lexicon.grounds.get(noun.text)


def firm_beside(name: Token, parties: Parties) -> str | None:
    """The state of a firm by the word beside its name: "the Port X firm Y", "Y, a firm from Port X"."""
    if name.pos_ != "PROPN" and not name.text[:1].isupper():
        return None
    called = [c for c in name.children if c.dep_ in ("compound", "appos", "nmod") and noun_lemma(c) in _FIRMS]
    seat = next((s for c in called if (s := seat_of(c, parties))), None)
    return seat or (seat_of(name, parties) if called or name.pos_ == "PROPN" else None)


def place_in_name(noun: Token, parties: Parties) -> str | None:
    """The state of a firm whose name begins with a place ("Port X Electronics"), of "a plant in Port X"."""
    if noun_lemma(noun) in _SEATED:
        where = [t for p in noun.children if p.lower_ in ("in", "at", "near") for t in p.children]
        where += [c for c in noun.lefts if c.dep_ in MODIFIES]
        return next((s for t in where if (s := parties.lexicon.grounds.get(t.text))), None)
    if noun.pos_ != "PROPN" or noun.i in parties.at or noun.i in parties.scene.actor_at:
        return None
    parts = [c for c in noun.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
    if not parts:
        return None
    if parts[0].i in parties.scene.actor_at:
        return end_point(parties.scene.actor_at[parts[0].i])
    return parties.lexicon.grounds.get(parts[0].text)
