"""Words that tell of a transfer, words that turn its stage, and who stands where around them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from tallybook.model import Certainty, Stage
from tallybook.vocabulary.loader import Entry

SlotRole = Literal[
    "supplier", "recipient", "partner", "seizer", "licensor", "intermediary", "carrier", "target", "none"
]
"""What a party in a slot does; "partner": one of two sides of a deal whose direction is open."""


class Frame(Entry, frozen=True, kw_only=True):
    """Which slot around a transfer word holds which party.

    Slots: ``subject`` (of an active verb; agent of a passive one; possessor or adjective of a noun),
    ``object`` (a party as object of a verb), and prepositions by their own word.
    """

    name: str
    slots: dict[str, SlotRole]


class TransferWord(Entry, frozen=True, kw_only=True):
    """A word, or a fixed group of words, that tells of a transfer.

    Attributes:
        name: how explanations call it.
        verbs: lemmas; further words are looked for shortly after the first ("take delivery").
        nouns: lemmas; a noun of several words stands together ("supply line").
        phrases: words exactly as they stand, in lower case ("bound for").
        stage: what it says by itself.
        frame: name of a :class:`Frame`.
        toward: the frame instead, where "to" or "into" and a party follow ("get rifles to the front").
        reaching: the frame instead, where they follow and nothing is moved ("rifles get to the front").
        won: the frame of a noun instead, where somebody wins or is handed it ("won an order from").
        present: what it says in the present tense, where that looks ahead ("ten more follow").
        unlike: particles with which the verb means something else ("shot down").
        weak: an everyday word, which tells of a transfer only with goods beside it.
    """

    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    stage: Stage
    frame: str
    toward: str | None = None
    reaching: str | None = None
    won: str | None = None
    present: Stage | None = None
    unlike: tuple[str, ...] = ()
    weak: bool = False

    def claimed(self) -> Iterable[str]:
        """Each word belongs to one entry of its kind."""
        yield from (f"verb {w}" for w in self.verbs)
        yield from (f"noun {w}" for w in self.nouns)
        yield from (f"phrase {w}" for w in self.phrases)


class TurnWord(Entry, frozen=True, kw_only=True):
    """A word over a transfer word that turns its stage: "promised" to send, "halted" the deliveries.

    Attributes:
        name: how explanations call it.
        verbs, nouns, phrases: as in :class:`TransferWord`.
        stage: what the transfer becomes under it; ``None`` leaves it as it is.
        certainty: what the word commits to, where it says.
        negates: the transfer did not or shall not happen.
        doer: what the word's own subject does in the transfer, where the frame leaves that open.
        asked: what the word's object does in it ("asked Berlin to send").
        drops: what stands under it is a rule or a judgement and tells of no transfer.
        clauses: it also turns what stands in a clause of its own under it ("denied that it sold").
    """

    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    stage: Stage | None = None
    certainty: Certainty | None = None
    negates: bool = False
    doer: SlotRole | None = None
    asked: SlotRole | None = None
    clauses: bool = False
    drops: bool = False


class AgentNouns(Entry, frozen=True, kw_only=True):
    """Nouns that act for the state named beside them: "Serbian arms makers", "Russia's forces".

    ``carrier`` marks means of transport, which act for their state only where nobody else does.
    """

    name: str
    nouns: tuple[str, ...]
    carrier: bool = False


class DenialWords(Entry, frozen=True, kw_only=True):
    """Words of denials that do not say again what they deny.

    Attributes:
        name: what the words are.
        charges: nouns for what is denied ("rejected the accusation").
        untrue: words that judge it ("baseless").
        dealings: what a party denies as such, in a sentence that tells of no transfer ("denied any deal").
        lacking: what it is said to lack ("no proof").
        least: what stands for the least of goods ("not a bolt has left the country").
    """

    name: str
    charges: tuple[str, ...] = ()
    untrue: tuple[str, ...] = ()
    dealings: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    least: tuple[str, ...] = ()


class Hedge(Entry, frozen=True, kw_only=True):
    """Words that weaken, strengthen or turn what a clause says.

    Attributes:
        name: how explanations call it.
        words: in lower case as they stand; ``*`` at the end of a word stands for any ending.
        certainty: what the claim becomes, ``None`` for words that only negate.
        reach: ``after``: what follows it in its sentence part; ``clause``: the clause it stands in.
        negates: whether it turns the polarity.
        weight: the heavier of two hedges decides.
    """

    name: str
    words: tuple[str, ...]
    certainty: Certainty | None = None
    reach: Literal["after", "clause"] = "clause"
    negates: bool = False
    weight: int = 1
