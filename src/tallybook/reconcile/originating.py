"""The origins of the book, and how many of those behind a transfer can be independent at most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tallybook.model import Origin, PrimaryState
from tallybook.reconcile.facts import Family
from tallybook.reconcile.origins import Told
from tallybook.reconcile.outlets import key_of
from tallybook.reconcile.pages import Page
from tallybook.reconcile.result import Independence, derived_id
from tallybook.reconcile.wording import pattern


def origin_of(members: Sequence[tuple[Told, Page]], primary: PrimaryState) -> Origin:
    """The origin that these claims go back to, earliest claim first.

    Its id is that of the earliest claim. Speaker and organisation are those named most; the occasion is in
    the words of the reports where they name one.
    """
    first = members[0][0]
    speakers = [told.facts.speaker for told, _ in members]
    person = _most(s.person for s in speakers if s.person)
    unnamed = _most(s.words for s in speakers if s.kind == "unnamed")
    body, block = _most(s.body for s in speakers if s.body), _most(s.block for s in speakers if s.block)
    day = _day(members)
    return Origin(
        id=derived_id("o", first.facts.claim),
        speaker=person or unnamed,
        organisation=" – ".join(dict.fromkeys(n for n in (block, body) if n)) or None,
        occasion=_occasion(members),
        date=day,
        primary=primary,
        reports=tuple(sorted({page.name for _, page in members})),
        claims=tuple(told.facts.claim for told, _ in members),
    )


def proposed_primary(members: Sequence[tuple[Told, Page]], held: bool) -> PrimaryState:
    """Held where the book has it; sought where somebody who can be named spoke; none otherwise."""
    if held:
        return PrimaryState.HELD
    named = any(told.facts.speaker.kind in ("person", "organisation") for told, _ in members)
    return PrimaryState.SOUGHT if named else PrimaryState.NONE


def independence(origins: Sequence[Sequence[Told]], names: Sequence[str]) -> Independence:
    """At most how many of these origins are independent: those of one party, or citing one another, are not.

    Args:
        origins: for each origin its claims in the transfer.
        names: what to call each.
    """
    affirming = [
        (told, name)
        for told, name in zip(origins, names, strict=True)
        if any(t.facts.family is not Family.DENIAL for t in told)
    ]
    parts: list[tuple[set[str], list[str]]] = []
    reasons: list[str] = []
    for told, name in affirming:
        stands_for = {b for t in told for b in t.facts.speaker.blocks}
        stands_for |= {
            key_of(b) for t in told for b in t.facts.speaker.blocks if t.facts.speaker.kind == "outlet"
        }
        stands_for |= {via for t in told for via in t.facts.via if t.facts.speaker.kind == "unnamed"}
        joined = [part for part in parts if part[0] & stands_for]
        for part in joined:
            shared = ", ".join(sorted(part[0] & stands_for))
            reasons.append(f"{name} and {part[1][0]} are not independent: both rest on {shared}")
        rest = [part for part in parts if part not in joined]
        blocks = stands_for.union(*(part[0] for part in joined))
        parts = [*rest, (blocks, [n for part in joined for n in part[1]] + [name])]
    if len(parts) > 1:
        reasons.append(
            "nothing in the words shows that the others depend on one another; nothing shows that they do not"
        )
    if not parts:
        reasons.append("no report names a source")
    return Independence(at_most=len(parts), reasons=tuple(reasons))


def _most(names: Iterable[str]) -> str | None:
    counts = Counter(names)
    return max(counts, key=lambda n: (counts[n], len(n), n)) if counts else None


def _day(members: Sequence[tuple[Told, Page]]) -> str | None:
    days = [
        told.occasion.days.first for told, _ in members if told.occasion.narrow and told.occasion.days.first
    ]
    if days:
        return min(days).isoformat()
    months = [told.occasion.days for told, _ in members if told.occasion.days.known]
    return f"{months[0].first}/{months[0].last}" if months else None


def _occasion(members: Sequence[tuple[Told, Page]]) -> str | None:
    found: Counter[str] = Counter()
    for told, page in members:
        sentence = told.facts.sentence.of(page.report.text)
        found.update({m.group().casefold() for m in pattern("occasion-words").finditer(sentence)})
    kind = max(found, key=lambda w: (found[w], len(w), w)) if found else "statement"
    return f"earlier {kind}" if all(told.occasion.earlier for told, _ in members) else kind
