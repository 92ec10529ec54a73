"""The transfers of the book, made anew where their claims, origins or chains have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from tallybook.model import Claim, Related, Relation, Transfer
from tallybook.reconcile.agreeing import equally_wide
from tallybook.reconcile.assembling import (
    amount_of_all,
    dates_of,
    days_looked_at,
    ends_of,
    goods_of,
    order_of,
    stage_of,
)
from tallybook.reconcile.clashes import clash_of
from tallybook.reconcile.compare_sources import offices_of
from tallybook.reconcile.comparing import compare
from tallybook.reconcile.facts import Family
from tallybook.reconcile.grading import graded
from tallybook.reconcile.grouping import Flow, Group, Link, flow_of, split
from tallybook.reconcile.joining import join
from tallybook.reconcile.judgements import Verdicts
from tallybook.reconcile.library import Library
from tallybook.reconcile.lineage import Lineages
from tallybook.reconcile.originating import independence
from tallybook.reconcile.originbook import OriginBook
from tallybook.reconcile.past_transfers import PastTransfers
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.relating import Draft
from tallybook.reconcile.relations import Relations
from tallybook.reconcile.result import Independence, Measures, derived_id
from tallybook.reconcile.rivals import held_together
from tallybook.reconcile.tellings import Tellings
from tallybook.reconcile.values import Said
from tallybook.reconcile.workings import APART, apart_body, apart_from


class Turn(msgspec.Struct, frozen=True):
    """What a refresh did.

    Attributes:
        changed: ids of the transfers that are new or differ, in themselves or in what holds them together.
        gone: ids that are no more.
        before, after: the transfers that were put together anew, as they were and as they are.
    """

    changed: frozenset[str]
    gone: frozenset[str]
    before: tuple[Draft, ...]
    after: tuple[Draft, ...]


class TransferBook:
    """Every transfer with its relations; ``refresh`` touches what changed and no more."""

    def __init__(
        self,
        library: Library,
        lineages: Lineages,
        tellings: Tellings,
        origins: OriginBook,
        measures: Measures | None,
    ) -> None:
        self._library, self._lineages, self._tellings, self._origins = library, lineages, tellings, origins
        self._measures = measures
        self.verdicts = Verdicts(())
        self.drafts: dict[str, Draft] = {}
        self.transfers: dict[str, Transfer] = {}
        self.independence: dict[str, Independence] = {}
        self.followed: dict[str, list[Link]] = {}
        self._kept_apart: dict[str, list[tuple[Link, str]]] = {}
        self._draft_of: dict[str, str] = {}
        self._relations = Relations(self._nearly, self.draft_of, self._draft)
        self._claims: dict[str, Claim] = {}
        self._was: dict[str, tuple[Transfer, tuple[Link, ...]]] = {}
        self._taken_apart: list[Draft] = []
        self._changed: set[str] = set()

    def recall(self, past: Past) -> None:
        """Fetch what is asked for from the past."""
        asked = PastTransfers(past, self._library, self._said)
        self._claims, self._draft_of = Recalled(asked.claim), Recalled(past.transfer_of)
        self.drafts, self.transfers = Recalled(asked.draft), Recalled(asked.transfer)
        self.independence, self.followed = Recalled(asked.independence), Recalled(asked.followed)
        self._kept_apart = Recalled(lambda id_: apart_from(past.kept(APART, id_)))
        self._relations.recall(lambda flow: self._exchange(past, flow))

    def bring(self, claims: Iterable[str]) -> None:
        """Have the transfers of these claims here as they are, before the claims become others."""
        for claim in claims:
            draft = self.draft_of(claim)
            if draft is not None:
                self._relations.open(draft.flow)

    def of_flow(self, past: Past, flow: Flow) -> dict[str, Draft]:
        """The transfers of a flow that were there before, as they are."""
        found = (self.drafts.get(id_) for id_ in past.transfers_of(flow))
        return {draft.id: draft for draft in found if draft is not None and draft.flow == flow}

    def _exchange(self, past: Past, flow: Flow) -> Iterator[tuple[Draft, tuple[Related, ...]]]:
        for way in {flow, flow[::-1]}:
            for id_, draft in self.of_flow(past, way).items():
                yield draft, self.transfers[id_].related

    def changed(self) -> dict[tuple[str, str], bytes | None]:
        """What was kept apart and may have changed since this was last asked, to be kept."""
        changed, self._changed = self._changed, set()
        return {(APART, claim): apart_body(self._kept_apart.get(claim, ())) for claim in changed}

    def whole(self) -> dict[tuple[str, str], bytes | None]:
        """All that was kept apart."""
        self._changed |= self._kept_apart.keys()
        return self.changed()

    def refuses(self, one: str, two: str) -> Link | None:
        """The link between two claims that matched, or were judged one, and are kept apart."""
        pairs = (link for link, _ in self._kept_apart.get(min(one, two), ()))
        return next((link for link in pairs if {link.a, link.b} == {one, two}), None)

    def know(self, claims: Iterable[Claim]) -> None:
        """Take in the claims as they stand now."""
        self._claims.update((claim.id, claim) for claim in claims)

    def draft_of(self, claim: str) -> Draft | None:
        """The transfer, before relations, in which a claim stands."""
        return self.drafts.get(self._draft_of.get(claim, ""))

    def _draft(self, id_: str) -> Draft | None:
        return self.drafts.get(id_)

    def takes_up(self, id_: str) -> bool:
        """Whether a transfer is a later total of another one."""
        transfer = self.transfers.get(id_)
        return transfer is not None and any(r.relation is Relation.LATER_TOTAL_OF for r in transfer.related)

    def links_of(self, id_: str) -> tuple[Link, ...]:
        """Why the claims of a transfer stand together."""
        found = [link for s in self.drafts[id_].members for link in self.followed.get(s.claim.id, ())]
        return tuple(sorted(found, key=lambda link: (link.a, link.b)))

    def links(self) -> tuple[Link, ...]:
        """Why the claims of every transfer stand together."""
        found = [link for links in self.followed.values() for link in links]
        return tuple(sorted(found, key=lambda link: (link.a, link.b)))

    def refresh(self, dirty: set[str], gone: set[str]) -> Turn:
        """Rebuild the transfers of these claims.

        Args:
            dirty: claims whose group, origin or chain may have changed.
            gone: claims that are no more.
        """
        self._taken_apart = []
        old = {self._draft_of[c] for c in dirty | gone if c in self._draft_of}
        was = self._was = {}
        claims = {s.claim.id for id_ in old for s in self.drafts[id_].members} | dirty
        claims = {c for c in claims if c in self._tellings.told}
        for id_ in old:
            self._forget(id_)
        self._forget_links(gone)
        seen: set[str] = set()
        changed: set[str] = set()
        for claim in sorted(claims):
            if claim in seen:
                continue
            group = self._tellings.groups.group(claim)
            seen |= group
            for id_ in {self._draft_of[c] for c in group if c in self._draft_of}:
                self._forget(id_)
            for draft in self._drafts(group):
                self._keep(draft)
                changed.add(draft.id)
        for draft_id in changed:
            self._build(self.drafts[draft_id])
        after = tuple(self.drafts[id_] for id_ in sorted(changed))
        changed |= self._relate()
        differ = frozenset(i for i in changed if (self.transfers[i], self.links_of(i)) != was.get(i))
        lost = frozenset(i for i in was if i not in self.transfers)
        return Turn(differ, lost, tuple(self._taken_apart), after)

    def _forget(self, id_: str) -> None:
        draft = self.drafts[id_]
        self._was.setdefault(id_, (self.transfers[id_], self.links_of(id_)))
        self._taken_apart.append(draft)
        self._relations.remove(draft)
        del self.transfers[id_], self.drafts[id_]
        self.independence.pop(id_, None)
        for said in draft.members:
            self._draft_of.pop(said.claim.id, None)

    def _forget_links(self, claims: Iterable[str]) -> None:
        claims = list(claims)
        self._changed.update(claims)
        for claim in claims:
            self.followed.pop(claim, None)
            self._kept_apart.pop(claim, None)

    def _keep(self, draft: Draft) -> None:
        self.drafts[draft.id] = draft
        self._draft_of.update((said.claim.id, draft.id) for said in draft.members)
        self._relations.add(draft)

    def _drafts(self, group: frozenset[str]) -> list[Draft]:
        told = self._tellings.told
        links = self._tellings.links(group)
        same, flows = held_together({c: told[c].facts for c in group}, links)
        apart = frozenset(pair for pair in self.verdicts.apart if pair <= group)
        denials = frozenset(c for c in group if told[c].facts.family is Family.DENIAL)
        bare = frozenset(c for c in group if not told[c].facts.goods)
        lent = frozenset(c for c in group if told[c].facts.lent)
        whole = Group(flows=flows, denials=denials, apart=apart, bare=bare, lent=lent)
        parts = split(whole, links, self._clash, self._alike)
        parts = join(parts, whole, self._tellings.likeness)
        self._forget_links(group)
        for link in parts.followed:
            self.followed.setdefault(link.a, []).append(link)
        for link, fault in parts.refused:
            for claim in (link.a, link.b):
                self._kept_apart.setdefault(claim, []).append((link, fault))
        found = []
        for part in parts.transfers:
            members = tuple(sorted((self._said(c) for c in part), key=order_of))
            flow = flow_of(flows[c] for c in part)
            assert flow is not None  # noqa: S101 - split keeps flows apart
            ends = ends_of(members, flow, same)
            found.append(Draft(id=derived_id("t", members[0].claim.id), flow=ends, members=members))
        return found

    def _clash(self, one: str, two: str) -> str | None:
        """Why two claims are of two transfers whatever links them."""
        a, b = (self._tellings.told[claim].facts for claim in (one, two))
        return clash_of(a, b, one_origin=two in self._tellings.origins.group(one))

    def _alike(self, one: str, two: str) -> bool:
        return equally_wide(*(self._tellings.told[claim].facts for claim in (one, two)))

    def _said(self, claim: str) -> Said:
        told = self._tellings.told[claim]
        page = self._library.pages[told.facts.report]
        return Said(self._claims[claim], told.facts, page.report, primary=self._origins.is_primary(page.id))

    def _build(self, draft: Draft) -> None:
        members = draft.members
        ids = {s.claim.id: self._origins.of_claim.get(s.claim.id) for s in members}
        origins = tuple(dict.fromkeys(o for o in ids.values() if o))
        told = self._tellings.told
        alone = independence(
            [[told[c] for c, o in ids.items() if o == origin] for origin in origins],
            [self._origins.name(origin) for origin in origins],
        )
        reports = [self._library.pages[r] for r in sorted(draft.reports)]
        attributes = compare(members, offices_of([self._said(f.claim) for p in reports for f in p.facts]))
        types = frozenset(d.type for a in attributes for d in a.differences)
        goods, days = goods_of(members), days_looked_at(members)
        self.independence[draft.id] = alone
        self.transfers[draft.id] = Transfer(
            id=draft.id,
            supplier=draft.flow[0],
            recipient=draft.flow[1],
            stage=stage_of(members),
            goods=goods,
            quantity=amount_of_all(members),
            period=dates_of(members),
            claims=tuple(s.claim.id for s in members),
            reports=tuple(dict.fromkeys(s.claim.report for s in members)),
            chains=len({self._lineages.chain(p.id) for p in reports}),
            origins=origins,
            origins_at_most=alone.at_most,
            grade=graded(members, alone.at_most, types, self.verdicts),
            attributes=attributes,
            measures=self._measures(*draft.flow, goods, days.first, days.last) if self._measures else (),
        )

    def _nearly(self, claim: str) -> Iterator[tuple[Link, str | None]]:
        for kin in self._tellings.kin.get(claim, {}).values():
            if kin.possibly:
                yield kin.possibly, None
        yield from self._kept_apart.get(claim, ())

    def _relate(self) -> set[str]:
        changed = set()
        for id_, related in self._relations.refresh().items():
            if self.transfers[id_].related != related:
                self.transfers[id_] = msgspec.structs.replace(self.transfers[id_], related=related)
                changed.add(id_)
        return changed
