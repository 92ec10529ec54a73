"""What a careful reader finds in the sample reports, written down before the program read them.

Fields mean what docs/glossary.md says. ``accept`` lists other values that are right as well, ``optional``
marks claims that need not be found and are not wrong either, ``also`` further words of the same claim.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from tallybook.model import Action, Category, Certainty, Stage

CLAIMS = Path(__file__).parent / "claims"


class Bounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the words allow, and what is counted."""

    min: float | None
    max: float | None
    unit: str


class ExpectedClaim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One claim of a transfer."""

    quote: str
    stage: Stage
    supplier: str | None
    recipient: str | None
    goods: tuple[Category, ...]
    quantity: Bounds | None = None
    source: str | None
    certainty: Certainty
    negated: bool
    also: tuple[str, ...] = ()
    accept: dict[str, tuple[str | None, ...]] = {}
    optional: bool = False

    def allows(self, field: str, value: str | None) -> bool:
        """Whether ``value`` is right for ``field``."""
        return value in (getattr(self, field), *self.accept.get(field, ()))


class ExpectedResponse(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One response to a transfer."""

    quote: str
    action: Action
    actor: str | None
    target: str | None
    negated: bool = False
    accept: dict[str, tuple[str | None, ...]] = {}
    optional: bool = False


class Expected(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that one report holds."""

    report: str
    claims: tuple[ExpectedClaim, ...]
    responses: tuple[ExpectedResponse, ...]


def load_expected() -> dict[str, Expected]:
    """What is expected of every sample, by the report's name."""
    loaded = [msgspec.json.decode(path.read_bytes(), type=Expected) for path in sorted(CLAIMS.glob("*.json"))]
    return {expected.report: expected for expected in loaded}
