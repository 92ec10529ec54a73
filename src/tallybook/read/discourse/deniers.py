"""Who denies, by the words of a denial, and which of the flows told is it that he denies?"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tallybook.read.clauses.coreference import Discourse, end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import Flow, Flows


def denied_on_own_ground(event: Event, ground: str | None) -> None:
    """Who denies that goods came to his own ground would have got them, and gives none."""
    denier = event.supplier
    if denier is None or denier.slot != "subject" or event.recipient is not None or denier.name != ground:
        return
    if event.trigger.passive or event.trigger.frame.name in ("arrive", "come"):
        event.supplier, event.recipient = None, replace(denier, role="recipient")
        event.why.append(f"recipient {ground}, on whose ground it would be")


def deniers_in(denial: tuple[int, int], parties: Parties, discourse: Discourse) -> set[str]:
    """Who denies, by the words of a denial: parties named in it, or that its nouns stand for."""
    first, last = denial
    named = {end_point(m) for i, m in parties.at.items() if first <= i < last}
    nouns = (t for t in parties.scene.doc[first:last] if t.pos_ == "NOUN")
    named |= {discourse.resolve(noun, parties, role="supplier") for noun in nouns}
    return {name for name in named if name is not None}


def denied_flow(
    deniers: set[str],
    flows: Flows,
    lexicon: Lexicon,
    named: frozenset[str] = frozenset(),
    *,
    whole: bool = False,
) -> Flow | None:
    """The flow told last that one of those who deny is an end of, or the country of whose taker.

    A flow with an open end is denied where it was told last of all. Where the sentence names both ends of
    one (``named``), that one is meant; where all that was told is denied (``whole``), the one told most. Who
    gives and gets by turns denies to have given, but for a trade of two with one another.
    """
    last = flows.told[-1] if flows.told else None
    found = []
    for flow in reversed(flows.told):
        country = lexicon.countries.get(str(flow.recipient))
        known = flow.whole or (flow is last and flow.supplier in deniers)
        if known and deniers & {flow.supplier, flow.recipient, country}:
            found.append(flow)
    both = [f for f in found if {f.supplier, f.recipient} <= named]
    if both:
        return both[0]
    mutual = {(f.supplier, f.recipient) for f in found} & {(f.recipient, f.supplier) for f in found}
    given = [f for f in found if f.supplier in deniers and (f.supplier, f.recipient) not in mutual]
    first = next(iter(given or found), None)
    if first is not None and (first.supplier, first.recipient) in mutual:
        return flows.traded({first.supplier, first.recipient})
    if first is not None and whole:
        times = Counter((f.supplier, f.recipient) for f in given or found)
        return max(given or found, key=lambda f: times[f.supplier, f.recipient])
    return first


def means_all(scene: Scene, tokens: tuple[int, int]) -> bool:
    """Whether all that was told is denied: "all of this is invented", "denied everything"."""
    words = [t.lower_ for t in scene.doc[max(scene.sentence.first, tokens[0] - 2) : tokens[1]]]
    return any(
        w == "everything" or (w in ("all", "whole") and _points(words[at + 1 :]))
        for at, w in enumerate(words)
    )


def _points(words: list[str]) -> bool:
    """Whether what stands behind "all" points back: "all of this", "the whole story"."""
    return bool(words) and words[0] in (
        "of",
        "this",
        "that",
        "these",
        "those",
        "it",
        "is",
        "story",
        "affair",
        "thing",
    )
