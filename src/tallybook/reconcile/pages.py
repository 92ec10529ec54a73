"""What of one report is worked out once for every comparison with others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property

import msgspec

from tallybook.model import Claim, ClaimKind, ClaimState, Report, ReportLine
from tallybook.reconcile.copies import Print
from tallybook.reconcile.declared import Declaration, declarations, hearsay
from tallybook.reconcile.facts import Context, Facts
from tallybook.reconcile.finding import facts_of
from tallybook.reconcile.issuing import issuer_of
from tallybook.reconcile.lending import (
    with_goods_told_before,
    with_offices_told_before,
    with_taking_told_after,
    with_types_told_before,
)
from tallybook.reconcile.marks import main_ship, ships_named
from tallybook.reconcile.named_days import dateline_days, month_days
from tallybook.reconcile.outlets import house_keys
from tallybook.reconcile.pointing import with_relays_of_documents, with_sources_told_before
from tallybook.reconcile.rewrites import Vocabulary, vocabulary_of
from tallybook.reconcile.sentences import Sentence, sentences_of
from tallybook.reconcile.shingles import shingle_hashes
from tallybook.reconcile.summing import with_sums
from tallybook.reconcile.voicing import voiced
from tallybook.reconcile.when import Days, days_of
from tallybook.reconcile.words import folded_words

NARROW_DATE = 3
"""Days up to which a date of publication tells one occasion from another."""


class Worked(msgspec.Struct, frozen=True):
    """The facts of the transfer claims of a report, each by itself, and what all its claims tell together."""

    context: Context
    facts: tuple[Facts, ...]


class Page:
    """A report with its claims, and what they say of themselves. Never changed; replaced as a whole.

    Args:
        report: one report.
        claims: as they stand.
        same: names that were declared to be one, each to the name that stays.
        before: the same report as it stood before; what of it is as it was is not worked out again.
        worked: what was worked out of these very claims.
    """

    def __init__(
        self,
        report: Report,
        claims: Iterable[Claim],
        same: Mapping[str, str],
        before: Page | None = None,
        worked: Worked | None = None,
    ) -> None:
        self.report = report
        self.claims = tuple(sorted(claims, key=lambda c: (c.quote_span, c.id)))
        self.id, self.name = report.id, report.name
        self.published: Days = days_of(report.published)
        told = [c for c in self.claims if c.state is not ClaimState.REJECTED]
        self.transfers = tuple(c for c in told if c.kind is ClaimKind.TRANSFER)
        self.same = same
        self.worked = worked or self._worked(_context(told, report), before)
        told_before = with_offices_told_before(
            with_goods_told_before(with_types_told_before(with_sums(self.worked.facts)))
        )
        self.facts = with_taking_told_after(
            with_relays_of_documents(with_sources_told_before(told_before), self.declared)
        )
        self.said_on = frozenset(d for c in told if c.said_on for d in month_days(c.said_on.text))
        """Days of the month, without a year, on which it says that its claims were made."""
        self.headed_on = frozenset() if self.dated else dateline_days(report.text)
        """The day without a year of the dateline of a report that nobody knows the date of."""
        self.responses = tuple(c for c in told if c.kind is ClaimKind.RESPONSE)
        self.print = Print(report)

    def _worked(self, context: Context, before: Page | None) -> Worked:
        known: dict[str, tuple[Claim, Facts]] = {}
        if before and (before.report, before.same, before.worked.context) == (
            self.report,
            self.same,
            context,
        ):
            known = {c.id: (c, f) for c, f in zip(before.transfers, before.worked.facts, strict=True)}
        found = []
        for claim in self.transfers:
            was, facts = known.get(claim.id, (None, None))
            found.append(
                facts if facts and was == claim else facts_of(claim, self.report, self.same, context)
            )
        return Worked(context, tuple(found))

    @cached_property
    def names(self) -> frozenset[str]:
        """Who gives, gets or speaks in its transfer claims, in the words of the claims and as understood."""
        told = [voiced(claim, self.worked.context) for claim in self.transfers]
        names = {n for c in told for n in (c.supplier, c.recipient, c.source and c.source.name)}
        speakers = [facts.speaker for facts in self.facts]
        names |= {n for one in speakers for n in (one.person, one.words, one.body)}
        return frozenset(name for name in names if name)

    @property
    def dated(self) -> bool:
        """Whether the day of publication is known, give or take a little."""
        return self.published.length is not None and self.published.length <= NARROW_DATE

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the report."""
        return sentences_of(self.report)

    def telling_sentences(self, everybodys: Set[int]) -> tuple[Sentence, ...]:
        """The sentences without those that consist of phrases that everybody uses."""
        hidden = self.print.hidden(everybodys)
        return (
            tuple(s for s in self.sentences if not self._is_hidden(s, hidden)) if hidden else self.sentences
        )

    def _is_hidden(self, sentence: Sentence, hidden: Set[int]) -> bool:
        shingles = shingle_hashes(folded_words(sentence.span.of(self.report.text))).tolist()
        return bool(shingles) and 2 * sum(number in hidden for number in shingles) >= len(shingles)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the report that carry meaning."""
        return vocabulary_of(folded_words(self.report.text, self.report.clutter))

    @cached_property
    def line(self) -> ReportLine:
        """The report as the lineage lists it."""
        return ReportLine(
            report=self.name,
            title=self.report.title,
            publisher=self.report.publisher,
            published=self.report.published,
            words=self.print.words,
        )

    def same_words(self, other: Page) -> bool:
        """Whether two readings of a report differ in their claims at most, and name the same outlets."""
        if self.report != other.report:
            return False
        return self._sources() == other._sources() or self.declared == other.declared

    def _sources(self) -> set[tuple[str, str, tuple[str, ...]]]:
        """From whom its claims come, on which what it declares depends besides the words."""
        return {(c.id, c.source.name, c.source.via) for c in self.claims if c.source}

    def take_over(self, other: Page) -> None:
        """Take from another reading of the same words what was worked out of them."""
        self.print = other.print
        for name in ("sentences", "vocabulary", "declared", "hearsay", "houses"):
            if name in other.__dict__:
                self.__dict__[name] = other.__dict__[name]

    def forget(self) -> None:
        """Let go of what is large and can be worked out again."""
        self.__dict__.pop("sentences", None)
        self.print.forget()

    @cached_property
    def declared(self) -> tuple[Declaration, ...]:
        """The outlets that the report says it has its news from."""
        return declarations(self.report, self.claims)

    @cached_property
    def hearsay(self) -> tuple[Declaration, ...]:
        """The names that stand where a report names its source: outlets if the book knows them as such."""
        return hearsay(self.report)

    @cached_property
    def houses(self) -> frozenset[str]:
        """Keys under which other reports may name this one's outlet."""
        return house_keys(self.report)

    @cached_property
    def flows(self) -> frozenset[tuple[str | None, str | None]]:
        """The flows of its transfer claims."""
        return frozenset(f.flow for f in self.facts)


def _context(told: Sequence[Claim], report: Report) -> Context:
    """What all claims of a report that stand tell together."""
    times = tuple(sorted({c.time.text for c in told if c.time and c.time.text}))
    transfers = [c for c in told if c.kind is ClaimKind.TRANSFER]
    ships = ships_named(told, report.text)
    return Context(ships, times, issuer_of(report, transfers), main_ship(ships, report.text))
