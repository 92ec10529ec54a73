"""What a report brings against those captured before it: what an analyst asks of every report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

import msgspec

from tallybook.model import Edge, EdgeKind, Origin
from tallybook.reconcile.amounts import MONEY, same_figure
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.pages import Page
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.relating import Draft, arrived
from tallybook.reconcile.result import News, NewsKind

_ORDER = {kind: place for place, kind in enumerate(NewsKind)}
_EVER = 10**11
"""More seconds than any time of capture has."""


class Book(msgspec.Struct, frozen=True):
    """What news needs to see of the book, as it stands."""

    draft_of: Callable[[str], Draft | None]
    origin_of: Callable[[str], Origin | None]
    page_named: Callable[[str], Page | None]
    first_told: Callable[[Origin], tuple[str, str, str]]
    takes_up: Callable[[str], bool]
    edges_into: Callable[[str], Sequence[Edge]]


def arrival(page: Page) -> tuple[str, str, str]:
    """The order of arrival: minute of capture, then day of publication, then name.

    Reports taken in together come in the order in which they were published.
    """
    return arrived(page.report, page.published)


class NewsBook:
    """What every report brings, asked anew where what it speaks of has changed."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.news: dict[str, News] = {}

    def recall(self, past: Past) -> None:
        """Fetch what is asked for from the past."""
        self.news = Recalled(past.news)

    def refresh(self, pages: Iterable[Page], gone: Iterable[str]) -> tuple[tuple[News, ...], tuple[str, ...]]:
        """Ask what these reports bring; returns what is new or differs, and the reports that are no more."""
        lost = tuple(report_id for report_id in sorted(gone) if self.news.pop(report_id, None))
        changed = []
        for page in pages:
            one = news_of(page, self._book)
            if self.news.get(page.id) != one:
                self.news[page.id] = one
                changed.append(one)
        return tuple(changed), lost


def news_of(page: Page, book: Book) -> News:
    """What the report brings against those that were captured before it."""
    at = arrival(page)
    new, repeated, changed, denials = [], [], [], []
    for facts in page.facts:
        draft = book.draft_of(facts.claim)
        before = [s for when, s in draft.arrivals if when < at] if draft else []
        if facts.family is Family.DENIAL:
            denials.append(facts.claim)
        if draft and facts.running and not before and book.takes_up(draft.id):
            changed.append(facts.claim)
        elif not before:
            new.append(facts.claim)
        elif _changes(facts, [a for s in before for a in s.facts.amounts]):
            changed.append(facts.claim)
        else:
            repeated.append(facts.claim)
    origins = {o.id: o for f in page.facts if (o := book.origin_of(f.claim)) is not None}
    fresh = [o for o in origins.values() if _is_new(o, at, book)]
    parent = _parent(page, at, book)
    kind = _kind(page, parent, fresh=bool(fresh), changed=bool(changed), denials=bool(denials), new=bool(new))
    drafts = dict.fromkeys(d.id for f in page.facts if (d := book.draft_of(f.claim)) is not None)
    return News(
        report=page.name,
        report_id=page.id,
        arrived=page.report.captured_at,
        kind=kind,
        sentence=_sentence(page, book, parent, _Brings(new, changed, denials, fresh)),
        of=parent[1] if parent else None,
        new_claims=tuple(new),
        repeated_claims=tuple(repeated),
        changed=tuple(changed),
        denials=tuple(denials),
        new_origins=tuple(o.id for o in fresh),
        transfers=tuple(drafts),
        rank=_rank(kind, page.report.captured_at),
    )


def queue(news: Iterable[News]) -> tuple[News, ...]:
    """The order of the desk's queue: new origins, new figures, denials, then what repeats; latest first."""
    by_name = sorted(news, key=lambda n: n.report, reverse=True)
    return tuple(sorted(by_name, key=lambda n: n.rank))


def _rank(kind: NewsKind, captured_at: str) -> int:
    """A number that puts graver kinds first and later ones before earlier ones, whatever else there is."""
    try:
        second = int(dt.datetime.fromisoformat(captured_at).timestamp())
    except ValueError:
        second = 0
    return (_ORDER[kind] + 1) * _EVER - second


def since(news: Iterable[News], instant: str) -> tuple[News, ...]:
    """The news of reports captured at that time (ISO 8601) or later."""
    return tuple(one for one in news if one.arrived >= instant)


def _changes(facts: Facts, before: Sequence[object]) -> bool:
    mine = [a for a in facts.amounts if a.telling]
    return bool(mine) and not any(same_figure(a, b) for a in mine for b in before)  # type: ignore[arg-type]


def _is_new(origin: Origin, at: tuple[str, str, str], book: Book) -> bool:
    return book.first_told(origin) >= at


def _parent(page: Page, at: tuple[str, str, str], book: Book) -> tuple[EdgeKind, str] | None:
    for edge in book.edges_into(page.id):
        parent = book.page_named(edge.parent)
        if edge.kind is not EdgeKind.CITES and parent is not None and arrival(parent) < at:
            return edge.kind, parent.report.publisher or parent.report.title or parent.name
    return None


def _kind(
    page: Page, parent: tuple[EdgeKind, str] | None, *, fresh: bool, changed: bool, denials: bool, new: bool
) -> NewsKind:
    if not page.facts:
        return NewsKind(parent[0].value) if parent else NewsKind.NOTHING
    if fresh:
        return NewsKind.NEW_ORIGIN
    if changed:
        return NewsKind.NEW_FIGURE
    if denials:
        return NewsKind.DENIAL
    if parent and not new:
        return NewsKind(parent[0].value)
    return NewsKind.BACKGROUND if new else NewsKind.REPEAT


class _Brings(msgspec.Struct, frozen=True):
    """What a report brings: claims by what they do, and origins."""

    new: Sequence[str]
    changed: Sequence[str]
    denials: Sequence[str]
    fresh: Sequence[Origin]


def _sentence(page: Page, book: Book, parent: tuple[EdgeKind, str] | None, brings: _Brings) -> str:
    if not page.facts:
        return f"{parent[0].value} of {parent[1]}; no claim" if parent else "no claim of a transfer"
    parts = [f"{parent[0].value} of {parent[1]}"] if parent else []
    if brings.new:
        parts.append(f"adds {_count(len(brings.new), 'background claim' if parent else 'claim')}")
    if brings.changed:
        words = [s for s in (_figure(page, c) for c in brings.changed) if s]
        parts.append(
            f"changes {_count(len(brings.changed), 'figure')}" + (f" ({'; '.join(words)})" if words else "")
        )
    if brings.denials:
        parts.append(_count(len(brings.denials), "denial"))
    repeated = len(page.facts) - len(brings.new) - len(brings.changed)
    if repeated and not parent:
        parts.append(f"repeats {_count(repeated, 'claim')}")
    if brings.fresh:
        names = ", ".join(dict.fromkeys(o.speaker or o.organisation or "unnamed" for o in brings.fresh))
        parts.append(f"{_count(len(brings.fresh), 'new origin')}: {names}")
    else:
        parts.append("no new origin" + _for_what(page, book))
    return "; ".join(parts)


def _for_what(page: Page, book: Book) -> str:
    """For what a report brings no new origin: what is counted in its largest transfer, or the flow."""
    drafts = [d for f in page.facts if (d := book.draft_of(f.claim)) is not None]
    if not drafts:
        return ""
    main = max(drafts, key=lambda d: (len(d.members), d.id))
    units = [a.unit for s in main.members for a in s.facts.amounts if a.telling and a.family not in MONEY]
    if units and units[0]:
        return f" for the {units[0]}"
    supplier, recipient = (name or "?" for name in main.flow)
    return f" for {supplier} to {recipient}"


def _figure(page: Page, claim: str) -> str | None:
    facts = next(f for f in page.facts if f.claim == claim)
    return facts.amounts[0].text if facts.amounts else None


def _count(number: int, noun: str) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return f"{words[number] if number < len(words) else number} {noun}{'' if number == 1 else 's'}"
