"""A word of transfer with the parties and goods that were found around it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tallybook.read.clauses.frames import Trigger
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token

_PLACED = frozenset({"to", "into", "in", "at"})
_SURE = 1.5
"""From which firmness on "for X" tells whom goods are for that are sent to a place."""


UNTOLD = frozenset({"discourse", "origin"})
"""Slots of ends that no word of transfer leads to."""


@dataclass(frozen=True)
class Link:
    """A party tied to a word of transfer in a slot, with how firmly and why."""

    name: str
    slot: str
    role: str
    score: float
    token: Token
    mention: ActorMention | None = None
    why: str = ""


def told_before(link: Link | None) -> Link | None:
    """The same party where the words here do not name it but those before them did."""
    return None if link is None else replace(link, slot="discourse", mention=None)


@dataclass
class Filled:
    """One word of transfer with its parties and goods."""

    trigger: Trigger
    links: list[Link] = field(default_factory=list)
    goods: list[GoodsMention] = field(default_factory=list)
    origin: ActorMention | None = None
    subject_open: bool = False
    """There is a grammatical subject that names no party."""
    owner: Token | None = None
    """The pronoun that says whose the goods are ("its shells")."""
    toward_open: bool = False
    """ "to" leads to somebody who is no party that we know ("to some 85 countries")."""
    other_object: Token | None = None
    """What is moved, where it is no goods that we know."""
    anaphor: Token | None = None
    """What is moved, where the word points back ("them", "the first batch", "several more")."""

    def best(self, role: str) -> Link | None:
        """The firmest link of a role; of equals the one nearest to the word of transfer."""
        found = [link for link in self.links if link.role == role]
        head = self.trigger.head.i
        meant = [k for k in found if k.slot == "for" and k.mention is not None and k.score >= _SURE]
        if role == "recipient" and meant:
            others = (k for k in found if k.name != meant[0].name)
            if any(k.slot in _PLACED for k in others):
                return meant[0]
        if not found:
            return None
        return max(found, key=lambda k: (k.score, k.token.dep_ != "conj", -abs(k.token.i - head)))

    def all(self, role: str) -> list[Link]:
        """Every link of a role in the order of the text."""
        return sorted((link for link in self.links if link.role == role), key=lambda k: k.token.i)
