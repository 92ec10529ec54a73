"""Who has which role in a transfer: its ends, who carries, makes, licenses, seizes or passes goods on?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Category, Party, Report, Role, Span
from tallybook.read.claims.hands import hands_of, is_foe, makes_it
from tallybook.read.claims.passage import others_of, way_of
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.vessels import find_vessels
from tallybook.vocabulary import load


def parties_of(event: Event, scene: Scene, report: Report) -> tuple[Party, ...]:
    """Everybody with a role, the end points first."""
    found: list[Party] = []
    roles = {event.supplier: "supplier", event.recipient: "recipient"}
    for link in (event.supplier, event.recipient, *event.links):
        if link is None:
            continue
        role = roles.get(link, link.role)
        if role in ENDS and link not in roles and not _beside_an_end(link, role, event):
            continue
        if role == "seizer" and _not_seizing(link, event, scene):
            continue
        if role not in list(Role) or any(p.role == role and p.name == link.name for p in found):
            continue
        span = _span_of(link.mention, event, scene) if link.mention is not None else None
        words = span.of(report.text) if span else None
        found.append(Party(role=way_of(Role(role), link, event), name=link.name, text=words, span=span))
    if event.trigger.frame.name == "use" and event.recipient is not None:
        found.append(Party(role=Role.USER, name=event.recipient.name))
    origin = event.filled.origin if event.trigger.head.doc is scene.doc else None
    name = end_point(origin) if origin is not None else None
    made = origin is not None and origin.form == "made"
    if (
        origin is not None
        and name is not None
        and (made or makes_it(name, event))
        and _foreign(name, made, event)
    ):
        span = _span_of(origin, event, scene)
        found.append(Party(role=Role.MAKER, name=name, text=span.of(report.text), span=span))
    found.extend(_carriers(scene, report, event) if not any(p.role == Role.CARRIER for p in found) else ())
    _add_others(found, event, scene, report)
    return tuple(found)


def _add_others(found: list[Party], event: Event, scene: Scene, report: Report) -> None:
    """Add those who have a hand in it, each once; a firm or state may make what it gives."""
    for party in (*hands_of(event, scene, report), *others_of(event, scene, report)):
        same = [p for p in found if p.name == party.name]
        if party.role is Role.SEIZER and any(p.role is Role.SEIZER for p in found):
            continue
        own = party.role is Role.LICENSOR and not any(p.role is Role.SUPPLIER for p in same)
        if not same or own or (party.role is Role.MAKER and not _made(same)):
            found.append(party)


def _foreign(name: str, made: bool, event: Event) -> bool:
    """Whether a make is worth telling: "India's imports" are not its own, and what a state gives often is."""
    return name != event.end("recipient") and (made or name != event.end("supplier"))


def _not_seizing(link: Link, event: Event, scene: Scene) -> bool:
    """Whether somebody seized nothing: an end of the flow itself, or named only by his foes."""
    if link.name in (event.end("supplier"), event.end("recipient")):
        return True
    return link.mention is not None and is_foe(link.mention.first, scene)


def _made(parties: list[Party]) -> bool:
    return any(p.role in (Role.MAKER, Role.RECIPIENT) for p in parties)


def _span_of(mention: ActorMention, event: Event, scene: Scene) -> Span:
    """Where a party stands; a sentence that goes on with an event of another names none of its parties."""
    return scene.span(mention.first, mention.last) if event.trigger.head.doc is scene.doc else mention.span


def _beside_an_end(link: Link, role: str, event: Event) -> bool:
    """Whether a party that is no end stands beside one: "Ruritania and Sylvania gave"."""
    end = event.supplier if role == "supplier" else event.recipient
    if end is None or link.name in (event.end("supplier"), event.end("recipient")):
        return False
    return link.token in end.token.conjuncts or link.token == end.token


def _carriers(scene: Scene, report: Report, event: Event) -> Iterator[Party]:
    """The ships by name that bring the goods, where the words of transfer are those of carrying."""
    head = event.trigger.head
    if head.doc is not scene.doc or any(g.goods.category == Category.SHIPS for g in event.filled.goods):
        return
    start, stop = scene.part_of(head.i)
    words = scene.span(start, stop)
    for vessel in find_vessels(report.text, load()):
        if words.start <= vessel.start and vessel.end <= words.end:
            span = Span(vessel.start, vessel.end)
            yield Party(role=Role.CARRIER, name=vessel.vessel.name, text=span.of(report.text), span=span)


def ends_of(flow: tuple[str | None, str | None]) -> tuple[Party, ...]:
    """Both ends of a flow that the words of a claim do not name again."""
    roles = (Role.SUPPLIER, Role.RECIPIENT)
    return tuple(Party(role=r, name=n) for r, n in zip(roles, flow, strict=True) if n is not None)
