"""Words of transfer that were left alone, seen again in the light of what the whole report is on.

By itself "in August two transport planes had landed weapons" may tell of an army's own moves. In a report of
which most tells that one party sends arms to another, a sentence that names arms, and one of the two or a
number, tells of the same flow unless its own words say otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tallybook.model import Claim
from tallybook.read.claims.anchored import is_arms
from tallybook.read.claims.case import Case
from tallybook.read.claims.farther import is_farther
from tallybook.read.claims.inferred import names_others
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.vocabulary.wordlists import words_of

Ends = tuple[str, str]

_PICTURES = words_of("pictures")

_MOST, _TWICE = 0.6, 2
"""Share and number of the claims with both ends from which on a report is on their flow."""


def main_flow(claims: Iterable[Claim]) -> Ends | None:
    """Giver and taker of most claims of a report; ``None`` where they are of several, or too few."""
    told = Counter((c.supplier, c.recipient) for c in claims if c.supplier and c.recipient)
    for ends, often in told.most_common(1):
        if often >= max(_TWICE, _MOST * told.total()):
            return ends
    return None


def seen_again(events: Iterable[Event], scene: Scene, flow: Ends) -> Event | None:
    """The one of ``events``, none of which was taken for a transfer, that tells of ``flow`` after all.

    Its open ends are filled in, with the reason. ``None`` where the sentence names no arms, or neither a
    party of the flow nor a number, or where the words of every event name somebody else.
    """
    if not any(is_arms(g) for g in scene.goods):
        return None
    if not (scene.quantities or any(actor.name in flow for actor in scene.actors)):
        return None
    fits = [e for e in events if all(e.end(r) in (None, end) for r, end in zip(ENDS, flow, strict=True))]
    fits = [e for e in fits if _tied_to_goods(e, scene) and not _on_its_own(e)]
    fits = [e for e in fits if (e.supplier and e.recipient) or not names_others(e, scene, set(flow))]
    event = next((e for e in fits if e.filled.goods), fits[0] if fits else None)
    if event is None:
        return None
    for role, name in zip(ENDS, flow, strict=True):
        if event.end(role) is None:
            setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
            event.why.append(f"{role} {name}, as most of the report tells of this flow")
    return event


def _on_its_own(event: Event) -> bool:
    """Whether a verb tells as often of something else: "fired a rocket", "wants jets", "to support it"."""
    frame = event.trigger.frame.name
    if is_farther(Case(event, (), armed=True)):
        return True
    return frame in ("use", "aid") or (frame == "seek" and event.trigger.hit.form == "verb")


def _tied_to_goods(event: Event, scene: Scene) -> bool:
    """Whether the arms are those of the word of transfer: not "pictures that X released show missiles"."""
    word = event.trigger.head
    if word.dep_ == "relcl" and noun_lemma(word.head) in _PICTURES:
        return False
    nouns = (scene.doc[g.head] for g in (event.filled.goods or scene.goods))
    return any(word.is_ancestor(noun) or noun.is_ancestor(word) for noun in nouns)
