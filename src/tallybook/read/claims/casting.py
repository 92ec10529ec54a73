"""Who has which role in a transfer: its ends, who carries, makes, licenses, seizes or passes goods on?"""

from __future__ import annotations

from tallybook.model import Party, Report, Role
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.scene import Scene


def parties_of(event: Event, scene: Scene, report: Report) -> tuple[Party, ...]:
    """Everybody with a role, the end points first."""
    found: list[Party] = []
    roles = {event.supplier: "supplier", event.recipient: "recipient"}
    for link in (event.supplier, event.recipient, *event.links):
        if link is None:
            continue
        role = roles.get(link, link.role)
        if role not in list(Role) or any(p.role == role and p.name == link.name for p in found):
            continue
        span = scene.span(link.mention.first, link.mention.last) if link.mention is not None else None
        found.append(
            Party(role=Role(role), name=link.name, text=span.of(report.text) if span else None, span=span)
        )
    taker = event.recipient
    if event.trigger.frame.name == "use" and taker is not None:
        found.append(Party(role=Role.USER, name=taker.name))
    if event.supplier is not None and event.supplier.role == "licensor":
        found.append(Party(role=Role.LICENSOR, name=event.supplier.name))
    origin = event.filled.origin
    if origin is not None and (name := end_point(origin)) is not None:
        span = scene.span(origin.first, origin.last)
        found.append(Party(role=Role.MAKER, name=name, text=span.of(report.text), span=span))
    return tuple(found)
