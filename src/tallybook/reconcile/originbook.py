"""The origins of the book, made anew where their claims have changed."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from tallybook.model import Origin, PrimaryState
from tallybook.reconcile.judgements import Verdicts
from tallybook.reconcile.library import Library
from tallybook.reconcile.names import names_in, whole_name
from tallybook.reconcile.originating import origin_of, proposed_primary
from tallybook.reconcile.origins import Told
from tallybook.reconcile.pages import Page
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.result import derived_id
from tallybook.reconcile.tellings import Tellings
from tallybook.reconcile.wording import touches
from tallybook.reconcile.workings import VOICE, Placed, mark_of, unpacked

_SPEAKS = "speaks"
_OPENING = 300
"""Characters in which a transcript or release says what it is."""


class OriginBook:
    """Every origin, by id and by claim."""

    def __init__(self, library: Library, tellings: Tellings) -> None:
        self._library, self._tellings = library, tellings
        self.verdicts = Verdicts(())
        self.origins: dict[str, Origin] = {}
        self.of_claim: dict[str, str] = {}
        self._primaries: dict[str, set[str]] = defaultdict(set)
        self._speaks: dict[str, str] = {}
        self._before: dict[str, Origin | None] = {}

    def recall(self, past: Past) -> None:
        """Fetch what is asked for from the past."""
        self.origins = Recalled(past.origin)
        self.of_claim = Recalled(past.origin_of)
        self._speaks = Recalled(lambda one: unpacked(past.kept(VOICE, one), str))
        self._primaries = Recalled(lambda block: {one for one, _ in past.found(mark_of((_SPEAKS, block)))})

    def placed(self, report_id: str) -> list[Placed]:
        """Where a report is found that is itself a statement."""
        block = self.speaks(report_id)
        return [((_SPEAKS, block), report_id, None)] if block else []

    def origin_of(self, claim: str) -> str | None:
        """The origin to which a claim goes back."""
        return self.of_claim.get(claim)

    def speaks(self, report_id: str) -> str | None:
        """For whom a report speaks that is itself the statement."""
        return self._speaks.get(report_id)

    def add_page(self, page: Page) -> None:
        """Note whether the report is itself a transcript, statement or document, and whose."""
        self.remove_page(page.id)
        block = speaks_for(page)
        if block:
            self._speaks[page.id] = block
            self._primaries[block].add(page.id)

    def remove_page(self, report_id: str) -> None:
        """Forget a report."""
        block = self._speaks.pop(report_id, None)
        if block:
            self._primaries[block].discard(report_id)

    def is_primary(self, report_id: str) -> bool:
        """Whether the report is itself a transcript, statement or document."""
        return report_id in self._speaks

    def refresh(self, dirty: set[str], gone: set[str]) -> set[str]:
        """Rebuild the origins of these claims; returns the claims whose origin may have changed."""
        old = {self.of_claim.pop(c) for c in dirty | gone if c in self.of_claim}
        claims = {c for o in old for c in self._drop(o)} | dirty
        claims = {c for c in claims if c in self._tellings.told}
        done: set[str] = set()
        for claim in sorted(claims):
            if claim in done:
                continue
            group = self._tellings.origins.group(claim)
            done |= group
            self._build(group)
        return done

    def moved(self) -> tuple[tuple[Origin, ...], tuple[str, ...]]:
        """Origins that are new or differ, and ids that are no more, since this was last asked."""
        now = {id_: self.origins.get(id_) for id_ in self._before}
        changed = tuple(o for id_, o in sorted(now.items()) if o is not None and o != self._before[id_])
        gone = tuple(sorted(i for i, old in self._before.items() if old is not None and now[i] is None))
        self._before = {}
        return changed, gone

    def _drop(self, origin_id: str) -> tuple[str, ...]:
        origin = self.origins.pop(origin_id, None)
        self._before.setdefault(origin_id, origin)
        return origin.claims if origin else ()

    def name(self, origin_id: str) -> str:
        """What to call an origin in a reason."""
        origin = self.origins[origin_id]
        who = origin.speaker or origin.organisation or "an unnamed source"
        return f"{who}, {origin.occasion}" + (f" of {origin.date}" if origin.date else "")

    def _build(self, group: frozenset[str]) -> None:
        told = [self._tellings.told[c] for c in group]
        for known in {self.of_claim[c] for c in group if c in self.of_claim}:
            self._drop(known)
        if not any(t.sourced for t in told):
            for one in told:
                self.of_claim.pop(one.facts.claim, None)
            return
        members = sorted(((t, self._library.pages[t.facts.report]) for t in told), key=_order)
        origin = origin_of(members, proposed_primary(members, self._held(members)))
        judged = [
            j for t in told if (j := self.verdicts.primaries.get(derived_id("o", t.facts.claim))) is not None
        ]
        if judged:
            state = str((max(judged, key=lambda j: j.number).value or {}).get("state", origin.primary))
            origin = msgspec.structs.replace(origin, primary=PrimaryState(state))
        self._before.setdefault(origin.id, self.origins.get(origin.id))
        self.origins[origin.id] = origin
        self.of_claim.update(dict.fromkeys(group, origin.id))

    def _held(self, members: list[tuple[Told, Page]]) -> bool:
        for told, page in members:
            if page.id in self._speaks:
                return True
            for block in told.facts.speaker.blocks:
                for held in self._primaries.get(block, ()):
                    other = self._library.pages[held]
                    near = told.occasion.narrow and other.published.known
                    if near and told.occasion.days.meets(other.published, 1) and other.flows & page.flows:
                        return True
        return False


def speaks_for(page: Page) -> str | None:
    """For whom a report speaks that is itself the statement: its publisher, or the opening words, say so."""
    publisher = whole_name(page.report.publisher or "")
    if publisher and publisher.kind in ("state", "body"):
        return publisher.block
    opening = f"{page.report.title or ''}\n{page.report.text[:_OPENING]}"
    if page.report.publisher is None and touches("primary-words", page.report.title or opening[:120]):
        return next((m.named.block for m in names_in(opening) if m.named.kind in ("state", "body")), None)
    return None


def _order(member: tuple[Told, Page]) -> tuple[str, str, int, str]:
    told, page = member
    last = page.published.last
    return (last.isoformat() if last else "9999", page.name, told.facts.start, told.facts.claim)
