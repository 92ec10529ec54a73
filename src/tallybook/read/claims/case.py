"""What is asked of a read transfer when it is judged whether the words justify a claim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tallybook.model import Category
from tallybook.read.clauses.certainty import Found
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.events.lots import is_meant
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token


@dataclass(frozen=True)
class Case:
    """One event before its judge, with what the tests ask of it, each worked out at most once."""

    event: Event
    hedges: tuple[Found, ...]
    """Those of the sentence."""
    armed: bool
    """The report has named arms so far, so that a pronoun can mean some."""
    barter: bool = False
    """The report tells of arms that are paid for in goods."""

    @cached_property
    def frame(self) -> str:
        """The name of the frame that its word of transfer opens."""
        return self.event.trigger.frame.name

    @cached_property
    def word(self) -> str:
        """The name of the word of transfer in the vocabulary."""
        return self.event.trigger.word.name

    @cached_property
    def head(self) -> Token:
        """The word of transfer in the text."""
        return self.event.trigger.head

    @cached_property
    def noun(self) -> bool:
        """Whether a noun tells it: "deliveries of", "a deal"."""
        return self.event.trigger.hit.form == "noun"

    @cached_property
    def goods(self) -> list[GoodsMention]:
        """What changes hands, without civil goods unless they are the payment."""
        barred = any(c.dep_ == "neg" for c in self.head.children)
        in_kind = self.word == "pay in kind" or (self.barter and not barred)
        return [g for g in self.event.filled.goods if not g.civil or in_kind]

    @cached_property
    def ends(self) -> list[Link]:
        """The ends that are known, whether told or taken from the report."""
        return [link for link in (self.event.supplier, self.event.recipient) if link is not None]

    @cached_property
    def told(self) -> list[Link]:
        """The ends that the sentence itself gives."""
        return [link for link in self.ends if link.slot != "discourse"]

    @cached_property
    def anaphor(self) -> Token | None:
        """What stands for the goods: "them", "18 more"."""
        return self.event.filled.anaphor

    @cached_property
    def definite(self) -> bool:
        """Whether the goods are ones that were spoken of: "the weapons"."""
        return any(is_meant(g, self.head.doc) for g in self.goods)

    @cached_property
    def vague(self) -> bool:
        """Whether nothing more than arms in general is named."""
        return bool(self.goods) and all(g.weak for g in self.goods) and not self.definite

    def only(self, category: Category) -> bool:
        """Whether all that changes hands is of one category (with no goods, vacuously so)."""
        return all(g.goods.category is category for g in self.goods)
