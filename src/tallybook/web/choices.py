"""What the fields of a claim's form offer to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tallybook import vocabulary
from tallybook.model import Action, Category, Certainty, ClaimKind, Evidence, Mode, Role, Stage
from tallybook.store import Book
from tallybook.web.claim_fields import ENDS, GOODS_FIELDS, PARTY_FIELDS, Row

LISTED = 200
"""How many names of the book are offered in a list, the commonest first."""


@dataclass(frozen=True)
class Choices:
    """Terms of the closed lists, and names in use.

    Attributes:
        lists: names by what they are for; a person may write others.
        no_goods, no_party: an empty row.
    """

    lists: dict[str, tuple[str, ...]]
    kinds: tuple[ClaimKind, ...] = tuple(ClaimKind)
    stages: tuple[Stage, ...] = tuple(Stage)
    actions: tuple[Action, ...] = tuple(Action)
    certainties: tuple[Certainty, ...] = tuple(Certainty)
    categories: tuple[Category, ...] = tuple(Category)
    evidence: tuple[Evidence, ...] = tuple(Evidence)
    modes: tuple[Mode, ...] = tuple(Mode)
    roles: tuple[Role, ...] = tuple(role for role in Role if role not in ENDS)
    yes_no: tuple[str, ...] = ("no", "yes")
    no_goods: Row = field(
        default_factory=lambda: dict.fromkeys(GOODS_FIELDS, "") | {"category": Category.UNSPECIFIED.value}
    )
    no_party: Row = field(default_factory=lambda: dict.fromkeys(PARTY_FIELDS, ""))


def choices_of(book: Book) -> Choices:
    """The choices, with the names that this book and the vocabulary know."""
    known = vocabulary.load()

    def used(facet: str, others: Iterable[str] = ()) -> tuple[str, ...]:
        names = [tally.value for tally in book.tallies.top(facet, limit=LISTED).items]
        return tuple(dict.fromkeys([*names, *others]))

    return Choices(
        lists={
            "parties": used("party", (state.name for state in known.states)),
            "speakers": used("speaker"),
            "outlets": used("outlet", (outlet.name for outlet in known.outlets)),
            "units": tuple(unit.name for unit in known.units),
        }
    )
