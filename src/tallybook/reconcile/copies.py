"""Which words two reports share verbatim, and how much of the one stands in the other.

Agency copy is cut and extended, so we measure *containment* in both directions rather than resemblance, and
count what stands inside and outside quotation marks apart: two reporters at one briefing share quotations,
not narration.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cached_property

from tallybook.model import Report
from tallybook.reconcile.arrays import Hashes, Mask, Short, np
from tallybook.reconcile.shingles import SHINGLE, shingle_hashes, winnow
from tallybook.reconcile.words import folded_words, quoted_words

ENOUGH_FINGERPRINTS = 2
"""Shared fingerprints from which on two reports are compared word by word."""

SHOWN_RUN = 12
"""Words in the longest shared run from which on an overlap is worth showing: what winnowing never misses."""

SHOWN_WORDS = 25
"""Words in shared runs together from which on it is shown as well."""

HALF = 0.5
"""Containment from which on even a few words are shown: a short report that stands in another one."""

HOUSE_FURNITURE = 0.2
"""Containment under which an overlap of two reports of one publisher is taken for the house's furniture."""


class Print:
    """A report's shingles, made from its text when they are first asked for."""

    def __init__(self, report: Report) -> None:
        self._text, self._clutter = report.text, report.clutter
        self.name, self.publisher = report.name, report.publisher
        self._hidden: tuple[frozenset[int], frozenset[int]] | None = None

    @cached_property
    def shingles(self) -> Hashes:
        """Every shingle in order."""
        words = folded_words(self._text, self._clutter)
        self.__dict__["words"] = len(words)
        return shingle_hashes(words)

    @cached_property
    def words(self) -> int:
        """Number of words."""
        return len(folded_words(self._text, self._clutter))

    @cached_property
    def short(self) -> Short:
        """The shingles cut to 32 bits, sorted, each once: small enough to keep of every report.

        Most reports that share a fingerprint share a phrase and no more; these tell so without another look
        at the text.
        """
        return np.unique(self.shingles.astype(np.uint32))

    @cached_property
    def kept(self) -> Hashes:
        """The fingerprints: shingles that winnowing keeps."""
        return winnow(self.shingles)

    @cached_property
    def distinct(self) -> frozenset[int]:
        """The shingles as a set."""
        return frozenset(self.shingles.tolist())

    @cached_property
    def quoted(self) -> Mask:
        """For each word whether it stands in quotation marks."""
        return quoted_words(self._text, self._clutter)

    @property
    def quotation_words(self) -> int:
        """Number of words inside quotation marks."""
        return int(self.quoted.sum())

    def hidden(self, common: Set[int]) -> frozenset[int]:
        """The shingles of stretches whose fingerprints are all phrases that everybody uses."""
        own = frozenset(number for number in self.kept.tolist() if number in common)
        if not own:
            return frozenset()
        if self._hidden is None or self._hidden[0] != own:
            self._hidden = own, self._stretches(own)
        return self._hidden[1]

    def _stretches(self, common: frozenset[int]) -> frozenset[int]:
        at = np.flatnonzero(_among(self.shingles, self.kept))
        used = np.array([number in common for number in self.shingles[at].tolist()])
        mask = np.zeros(len(self.shingles), dtype=bool)
        mask[at[used]] = True
        for first in np.flatnonzero(used[:-1] & used[1:]).tolist():
            mask[at[first] : at[first + 1]] = True
        return frozenset(self.shingles[mask].tolist())

    def forget(self) -> None:
        """Let go of what can be worked out again."""
        self._hidden = None
        for name in ("shingles", "distinct", "quoted"):
            self.__dict__.pop(name, None)


class Shared:
    """What two reports share; ``a`` sorts before ``b``.

    Attributes:
        a, b: names of the reports.
        a_in_b, b_in_a: share of the telling shingles of the one that stand in the other.
        words, outside: telling words in shared runs, and those outside quotation marks, by the report with
            fewer.
        longest, longest_outside: words of the longest telling run, and of the longest outside quotations.
        literal: words in shared runs, outside quotation marks, and containment, phrases that everybody uses
            among them.
    """

    __slots__ = (
        *("a", "a_in_b", "b", "b_in_a", "literal", "longest", "longest_outside", "outside", "words"),
    )

    def __init__(self, first: Print, second: Print, everybodys: Set[int] = frozenset()) -> None:
        one, two = (first, second) if first.name <= second.name else (second, first)
        self.a, self.b = one.name, two.name
        both = one.distinct & two.distinct
        hidden = [p.hidden(everybodys) for p in (one, two)]
        common = both.difference(*hidden)
        self.a_in_b = len(common) / max(1, len(one.distinct) - len(hidden[0]))
        self.b_in_a = len(common) / max(1, len(two.distinct) - len(hidden[1]))
        views = [_runs(p, common) for p in (one, two)]
        self.words, self.outside, self.longest, self.longest_outside = (
            min(view[at] for view in views) for at in range(4)
        )
        share = len(both) / max(1, min(len(one.distinct), len(two.distinct)))
        if len(both) != len(common):
            views = [_runs(p, both) for p in (one, two)]
        self.literal = (min(v[0] for v in views), min(v[1] for v in views), share)

    @property
    def containment(self) -> float:
        """Share of the shorter report's telling shingles that stand in the other."""
        return max(self.a_in_b, self.b_in_a)


def _runs(page: Print, common: frozenset[int]) -> tuple[int, int, int, int]:
    """Words in shared runs, those outside quotation marks, the longest run, the longest outside."""
    hits = _among(page.shingles, np.sort(np.fromiter(common, dtype=np.uint64, count=len(common))))
    covered = np.zeros(len(hits) + SHINGLE - 1, dtype=bool)
    for at in range(SHINGLE):
        covered[at : at + len(hits)] |= hits
    outside = covered & ~page.quoted
    return int(covered.sum()), int(outside.sum()), _longest(covered), _longest(outside)


def _among(hashes: Hashes, few: Hashes) -> Mask:
    """Which of the hashes are among a few sorted ones."""
    if not len(few):
        return np.zeros(len(hashes), dtype=bool)
    places = np.minimum(np.searchsorted(few, hashes), len(few) - 1)
    return np.asarray(few[places] == hashes)


def _longest(mask: Mask) -> int:
    """Length of the longest run of ``True``."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max(initial=0))


def shared_words(first: Print, second: Print, everybodys: Set[int] = frozenset()) -> Shared | None:
    """What two reports share if it is worth showing: ``None`` for a few words, or a house's furniture.

    Half of the shorter report is always worth showing, though it be a notice; that makes no copy of it.

    Args:
        first: a report.
        second: another one.
        everybodys: fingerprints of phrases that everybody uses; what they cover does not count.
    """
    common = len(np.intersect1d(first.short, second.short, assume_unique=True))
    shorter = min(len(first.short), len(second.short))
    if not common or (_same_house(first, second) and common < HOUSE_FURNITURE * shorter):
        return None
    if common < SHOWN_RUN - SHINGLE + 1 and common < HALF * shorter:
        return None
    shared = Shared(first, second, everybodys)
    worth = shared.longest >= SHOWN_RUN or shared.words >= SHOWN_WORDS or shared.containment >= HALF
    return shared if worth or shared.literal[2] >= HALF else None


def _same_house(first: Print, second: Print) -> bool:
    return first.publisher is not None and first.publisher == second.publisher
