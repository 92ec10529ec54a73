"""One transfer as a sentence tells it, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from tallybook.read.clauses.filled import Filled, Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.turns import Turn

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
    makers: frozenset[str] = frozenset()
    """Every state whose industry makes a type that is named."""
    rests_on: Event | None = None
    """Of a deal: the transfer that is told to rest on it."""
    part: tuple[int, int] | None = None
    """Of a part that goes on with another without its verb: its tokens, which alone carry it."""
    apart: tuple[tuple[int, int], ...] = ()
    """Tokens of what is told apart from it, so that a time there is not its own."""
    absorbed: list[Filled] = field(default_factory=list)
    why: list[str] = field(default_factory=list)

    trigger: Trigger = field(init=False, repr=False, compare=False)
    """The word of transfer."""

    def __post_init__(self) -> None:
        self.trigger = self.filled.trigger

    @property
    def links(self) -> list[Link]:
        """All party links, those of absorbed words after its own."""
        return [link for f in (self.filled, *self.absorbed) for link in f.links]

    def end(self, role: str) -> str | None:
        """The name at one end."""
        link = self.supplier if role == "supplier" else self.recipient
        return link.name if link is not None else None

    def other_end(self, role: str) -> str | None:
        """The name at the end opposite to ``role``."""
        return self.end("recipient" if role == "supplier" else "supplier")
