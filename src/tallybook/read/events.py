"""Which transfers does one sentence tell of, once words that belong together are taken together?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tallybook.model import Stage
from tallybook.read.cargo import find_cargo
from tallybook.read.coreference import Discourse, end_point
from tallybook.read.frames import Hit, Lexicon, Trigger, find_triggers
from tallybook.read.parties import CLIMB_LIMIT, Parties, subjects_of
from tallybook.read.roles import CHAINED, Filled, Link, RoleFinder
from tallybook.read.scene import Scene
from tallybook.read.stages import Turn, chain_over, turns_over
from tallybook.vocabulary.transfers import TurnWord

if TYPE_CHECKING:
    from spacy.tokens import Token

ENDS = ("supplier", "recipient")


@dataclass
class Event:
    """One transfer as a sentence tells it: its word of transfer with what other words add to it."""

    filled: Filled
    turns: tuple[Turn, ...]
    supplier: Link | None = None
    recipient: Link | None = None
    bidirectional: bool = False
    maker: str | None = None
    """The state whose industry makes the named type: the supplier of who buys it, if nobody else is."""
    absorbed: list[Filled] = field(default_factory=list)
    why: list[str] = field(default_factory=list)

    @property
    def trigger(self) -> Trigger:
        """The word of transfer."""
        return self.filled.trigger

    @property
    def links(self) -> list[Link]:
        """All party links, those of absorbed words after its own."""
        return [link for f in (self.filled, *self.absorbed) for link in f.links]

    def end(self, role: str) -> str | None:
        """The name at one end."""
        link = self.supplier if role == "supplier" else self.recipient
        return link.name if link is not None else None


class SentenceReader:
    """Reads the transfers of single sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def makers_of(self, event: Event) -> frozenset[str]:
        """The states whose industry makes the types that an event names."""
        types = {g.goods.designation for g in event.filled.goods if g.goods.designation}
        return frozenset(self.lexicon.makers[t] for t in types if t in self.lexicon.makers)

    def read(self, scene: Scene, discourse: Discourse, speaker: str | None) -> tuple[Parties, list[Event]]:
        """The parties of a sentence and the transfers that it tells of, in order."""
        parties = Parties(scene, self.lexicon)
        triggers = find_triggers(scene.tokens, self.lexicon)
        real = triggers
        known = {i for t in real for i in range(t.hit.first, t.hit.last)}
        triggers += tuple(t for t in self._bare(scene, parties) if t.head.i not in known)
        if not triggers:
            return parties, []
        turns = {hit.token: hit for hit in self.lexicon.turns.find(scene.tokens)}
        finder = RoleFinder(parties, discourse, real, speaker)
        heads = frozenset(t.head.i for t in real)
        filled = []
        for trigger in triggers:
            one = finder.fill(trigger)
            find_cargo(one, parties, heads)
            filled.append(one)
        events = self._gather(filled, turns, scene)
        for event in events:
            self._settle(event, parties, finder)
        return parties, events

    def _bare(self, scene: Scene, parties: Parties) -> tuple[Trigger, ...]:
        """Goods with "for", "to" or "from" and a party right behind them: "a report of rifles for the rebels"."""
        word, found = self.lexicon.bare, []
        for goods in scene.goods:
            head = scene.doc[goods.head]
            if goods.weak or goods.civil or goods.modifier:
                continue
            after = [scene.doc[goods.last]] if goods.last < scene.sentence.last else []
            toward = [
                c for c in (*head.children, *after) if c.dep_ == "prep" and c.lower_ in ("for", "to", "from")
            ]
            if any(parties.at.get(t.i) for p in toward for t in p.children):
                found.append(
                    Trigger(
                        Hit(word, head.i, head.i, head.i + 1, "noun"), head, self.lexicon.frames[word.frame]
                    )
                )
        return tuple(found)

    def alone(
        self, filled: list[Filled], parties: Parties, discourse: Discourse, speaker: str | None
    ) -> list[Event]:
        """Events of words that had been taken up by another word, read on their own."""
        events = [Event(f, ()) for f in filled if tells(f)]
        finder = RoleFinder(parties, discourse, tuple(e.trigger for e in events), speaker)
        for event in events:
            self._settle(event, parties, finder)
        return events

    def _gather(self, filled: list[Filled], turns: dict[int, Hit[TurnWord]], scene: Scene) -> list[Event]:
        """Join words that tell of one transfer; drop those that tell of none."""
        events = {f.trigger.head.i: Event(f, turns_over(f.trigger, turns, scene)) for f in filled}
        gone: set[int] = set()
        for index in sorted(events, key=lambda i: -_depth(scene.doc[i])):
            event = events[index]
            over = [t.hit.token for t in event.turns]
            if not tells(event.filled):
                continue
            if any(t.hit.word.drops for t in event.turns) or _under_rule(event.trigger.head, turns):
                gone.add(index)
                continue
            for token in over:
                if token in events and token not in gone:
                    _absorb(event, events[token])
                    gone.add(token)
            parent = next((i for i in _above(event.trigger.head) if i in events and i not in over), None)
            if parent is None or index in gone:
                continue
            if _belongs(event, events[parent], scene) and (
                tells(events[parent].filled) or _lends(event, events[parent])
            ):
                _absorb(events[parent], event)
                gone.add(index)
        kept = [e for i, e in sorted(events.items()) if i not in gone and tells(e.filled)]
        bare = [e for e in kept if e.trigger.word is self.lexicon.bare]
        rest = [e for e in kept if e not in bare]
        shipped = any(t.lower_ in ("aboard", "board", "hold") for t in scene.tokens)
        return rest or [e for e in bare if shipped or any(t.hit.word.stage for t in e.turns)]

    def _settle(self, event: Event, parties: Parties, finder: RoleFinder) -> None:
        """Decide who stands at the two ends."""
        every = (event.filled, *event.absorbed)
        for role in ENDS:
            for one in every:
                link = one.best(role)
                if link is not None and getattr(event, role) is None and link.name != _other(event, role):
                    setattr(event, role, link)
        self._by_turns(event, parties, finder)
        self._by_origin(event, parties, finder)
        self._by_partners(event)

    def _by_turns(self, event: Event, parties: Parties, finder: RoleFinder) -> None:
        """A turning word's own subject and object: "Paris promised a delivery", "asked Berlin for tanks"."""
        for turn in event.turns:
            if turn.hit.form != "verb" and turn.hit.word.doer is None:
                continue
            verb = parties.scene.doc[turn.hit.token]
            for role, tokens in (
                (turn.hit.word.doer, _doers(verb, turn, parties)),
                (
                    turn.hit.word.asked,
                    [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i],
                ),
            ):
                name_role = "supplier" if role == "licensor" else role
                if name_role not in ENDS or getattr(event, name_role) is not None:
                    continue
                if event.trigger.frame.name == "deal" and turn.hit.word.negates:
                    continue
                for token in tokens[:1]:
                    mention = parties.at.get(token.i) or parties.scene.actor_at.get(token.i)
                    name = (
                        end_point(mention)
                        if mention
                        else finder.discourse.resolve(token, parties, speaker=finder.speaker)
                    )
                    if name and name != _other(event, name_role):
                        link = Link(name, "subject", role or name_role, CHAINED, token, mention)
                        setattr(event, name_role, link)
                        event.why.append(f"{name_role} by “{verb.text}”")

    def _by_origin(self, event: Event, parties: Parties, finder: RoleFinder) -> None:
        if event.supplier is None and event.trigger.frame.name in (
            "get",
            "arrive",
            "ordered",
            "seek",
            "use",
            "deal",
        ):
            made = self.makers_of(event) - {event.end("recipient")}
            plain = event.trigger.frame.name != "use" and not any(
                f.origin for f in (event.filled, *event.absorbed)
            )
            if len(made) == 1 and plain and event.recipient is not None and not event.filled.subject_open:
                event.maker = next(iter(made))
        owner = event.filled.owner
        if (
            event.supplier is None
            and owner is not None
            and event.trigger.frame.name in ("arrive", "come", "use", "found")
        ):
            name = finder.discourse.resolve(owner, parties, speaker=finder.speaker)
            if name is not None and name != event.end("recipient"):
                event.supplier = Link(name, "origin", "supplier", CHAINED, owner)
                event.why.append(f"supplier by “{owner.text}” goods")
        origin = next((f.origin for f in (event.filled, *event.absorbed) if f.origin is not None), None)
        if origin is None or event.supplier is not None:
            return
        name = end_point(origin)
        if name is None or event.end("recipient") == name:
            return
        event.supplier = Link(
            name, "origin", "supplier", CHAINED, event.trigger.head.doc[origin.first], origin
        )
        event.why.append(f"supplier by the goods' origin “{origin.name}”")

    def _by_partners(self, event: Event) -> None:
        """A deal between two: whose firm makes the goods gives; else the direction is open."""
        partners = []
        for link in event.links:
            if link.role == "partner" and link.name not in [p.name for p in partners]:
                partners.append(link)
        partners.sort(key=lambda link: link.token.i)
        if not partners:
            return
        missing = [role for role in ENDS if getattr(event, role) is None]
        if len(missing) == 2 and len(partners) >= 2:
            first, second = partners[0], partners[1]
            maker = next((p for p in (first, second) if _makes(p)), None) or next(
                (p for p in (first, second) if p.name in self.makers_of(event)), None
            )
            giver = maker or next((p for p in (first, second) if p.slot == "with"), None)
            if giver is second:
                first, second = second, first
            event.supplier, event.recipient = first, second
            event.bidirectional = maker is None
            event.why.append("supplier by the make of the goods" if maker else "direction not told")
        elif len(missing) == 1:
            rest = [p for p in partners if p.name != _other(event, missing[0])]
            if rest:
                setattr(event, missing[0], rest[0])
        elif len(missing) == 2 and partners and _makes(partners[0]):
            event.supplier = partners[0]


def _doers(word: Token, turn: Turn, parties: Parties) -> list[Token]:
    """Who promises, approves and so on: subject of the verb, possessor or "of" of the noun."""
    if turn.hit.form == "verb":
        return [c for p in word.children if p.dep_ == "agent" for c in p.children] or subjects_of(
            word, parties
        )
    owner = parties.modifying.get(word.i)
    if owner is not None:
        return [word.doc[owner.last - 1]]
    of = [c for p in word.children if p.lower_ in ("of", "from", "by") for c in p.children]
    return [c for c in of if c.i in parties.at]


def tells(filled: Filled) -> bool:
    """Whether a word of transfer has goods (or what points back to some), so that it tells of a transfer."""
    trigger = filled.trigger
    parties = [link for link in filled.links if link.role in ("supplier", "recipient", "partner", "seizer")]
    if filled.goods:
        strong = [g for g in filled.goods if not g.weak]
        return bool(strong) or len({p.name for p in parties}) >= 1 or filled.origin is not None
    if filled.other_object is not None and filled.anaphor is None:
        return False
    if filled.anaphor is not None:
        if trigger.word.name in ("promise", "offer", "approve", "withhold") and filled.anaphor.pos_ not in (
            "NUM",
            "NOUN",
        ):
            return False
        if filled.anaphor.lower_ in ("they", "them") and any(
            c.dep_ == "conj" for c in filled.anaphor.children
        ):
            return False
        return bool(parties) or trigger.frame.name in (
            "use",
            "arrive",
            "seize",
            "pass",
            "give",
            "come",
            "bound",
        )
    if trigger.word.weak:
        return trigger.frame.name in ("deal", "seek") and bool(parties) and trigger.hit.form == "noun"
    names = {p.name for p in parties}
    if trigger.hit.form == "noun":
        aside = [p for p in parties if p.slot != "subject"]
        definite = any(c.lower_ in ("the", "this", "that", "these", "such") for c in trigger.head.lefts)
        return trigger.frame.name != "deal" or bool(aside) or definite
    return len(names) >= (1 if trigger.word.name == "supply" and trigger.head.lemma_ in ("arm",) else 2)


def _other(event: Event, role: str) -> str | None:
    return event.end("recipient" if role == "supplier" else "supplier")


def _makes(link: Link) -> bool:
    """Whether the party acts through a maker of arms ("a French arms maker")."""
    words = str(link.token.lemma_).lower()
    return words in ("maker", "manufacturer", "producer", "company", "firm", "industry", "giant", "contractor",
                     "shipyard", "builder", "conglomerate", "exporter", "corporation", "supplier", "group")  # fmt: skip


def _absorb(event: Event, other: Event) -> None:
    """Take what another word adds: parties that are missing, goods where there are none."""
    event.absorbed.append(other.filled)
    event.absorbed.extend(other.absorbed)
    if not event.filled.goods and other.filled.goods:
        event.filled.goods = other.filled.goods
        event.filled.anaphor = None
        event.filled.other_object = None
    elif {g.first for g in event.filled.goods} < {g.first for g in other.filled.goods}:
        event.filled.goods = other.filled.goods
    if event.filled.origin is None:
        event.filled.origin = other.filled.origin
    if not event.filled.goods and event.filled.anaphor is None:
        event.filled.anaphor = other.filled.anaphor
    known = {t.hit.token for t in event.turns}
    if event.trigger.hit.form == "noun" or other.trigger.hit.form == "noun":
        event.turns = (
            *event.turns,
            *(t for t in other.turns if t.hit.token not in known and t.hit.token != event.trigger.head.i),
        )


def _belongs(event: Event, parent: Event, scene: Scene) -> bool:
    """Whether a word of transfer only qualifies the goods or the act of the word above it."""
    head = event.trigger.head
    if head.dep_ in ("relcl", "acl") and _set_off(head) and (_dated(head, scene) or head.dep_ == "relcl"):
        return False
    if event.trigger.frame.name == "deal" and head.dep_ == "pobj" and head.head.lower_ == "under":
        return False
    return not _conflict(event, parent)


def _dated(head: Token, scene: Scene) -> bool:
    """Whether a period stands in the clause of ``head`` alone."""
    inside = {t.i for t in head.subtree}
    for period in scene.periods:
        tokens = scene.token_range(period.span) if period.span is not None else None
        if tokens is not None and set(range(*tokens)) <= inside:
            return True
    return False


def _conflict(event: Event, parent: Event) -> bool:
    """Whether both words name the same end differently."""
    for role in ENDS:
        mine, theirs = event.filled.best(role), parent.filled.best(role)
        if mine and theirs and mine.name != theirs.name and min(mine.score, theirs.score) >= CHAINED:
            return True
    return False


def _lends(event: Event, parent: Event) -> bool:
    """A verb that moves nothing by itself takes the goods of its object: "received a shipment of arms"."""
    head = event.trigger.head
    if parent.trigger.frame.name == "seize" and head.dep_ in ("acl", "relcl"):
        return True
    return (
        event.trigger.hit.form == "noun"
        and parent.trigger.hit.form == "verb"
        and head.dep_
        in (
            ("dobj", "nsubjpass", "pobj", "nsubj")
            if parent.trigger.frame.name == "arrive"
            else ("dobj", "nsubjpass", "pobj")
        )
        and parent.trigger.frame.name in ("give", "get", "arrive", "carry", "seize", "seek")
        and parent.trigger.word.stage is not Stage.USED
    )


def _set_off(token: Token) -> bool:
    """Whether a clause is set off by commas."""
    left = token.left_edge.i
    return left > 0 and token.doc[left - 1].text in (",", "—", "–", "(")


def _above(token: Token) -> list[int]:
    """The words above ``token`` that it may belong to, nearest first."""
    found = []
    for _ in range(CLIMB_LIMIT):
        head = token.head
        if head == token:
            break
        if token.dep_ == "ccomp":
            break
        if token.dep_ in ("acl", "relcl", "amod", "compound", "conj"):
            if (
                token.dep_ == "conj"
                and token.pos_ in ("VERB", "AUX")
                and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)
            ):
                break
            found.append(head.i)
            token = head
            continue
        following = next(chain_over(token), None)
        if following is None:
            break
        token = following[0]
        found.append(token.i)
    return found


def _under_rule(token: Token, turns: dict[int, Hit[TurnWord]]) -> bool:
    """ "Supplying, selling or transferring arms breaks the law": the acts are what a rule speaks of."""
    while token.dep_ == "conj" and token.pos_ == "VERB":
        token = token.head
    hit = turns.get(token.head.i)
    return (
        token.tag_ == "VBG"
        and token.dep_ in ("advcl", "csubj", "nsubj")
        and hit is not None
        and hit.word.drops
    )


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token and depth < 60:
        token = token.head
        depth += 1
    return depth
