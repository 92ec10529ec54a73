"""Does any sentence read like a transfer, or like half of one, whatever the rest of the report says?

A glance costs no more than finding words of transfer and what stands around them; whether it is a transfer,
and whose, is for those to say who know the whole report.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.read.claims.judging import NEEDS_BOTH
from tallybook.read.clauses.coreference import Discourse
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.scene import Scene
from tallybook.read.events.sentence import SentenceReader


def may_tell(scenes: Sequence[Scene], lexicon: Lexicon) -> bool:
    """Whether a sentence of ``scenes`` tells of an event that could be a transfer."""
    reader, discourse = SentenceReader(lexicon), Discourse()
    for scene in scenes:
        parties, events = reader.read(scene, discourse, None)
        if any(_could_be(event) for event in events):
            return True
        discourse.add(scene, parties)
    return False


def _could_be(event: Event) -> bool:
    """Whether an end may still be found: "the gun was used" needs both and names neither."""
    return bool(event.links) or event.trigger.frame.name not in NEEDS_BOTH
