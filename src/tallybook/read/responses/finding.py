"""Who did, does or will do what about an arms transfer?"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tallybook.model import QUOTE_LIMIT, Action, Certainty, Claim, ClaimKind, Span, Stage
from tallybook.read.attribution.attributed import Attributed
from tallybook.read.clauses.everyday import opens_date
from tallybook.read.clauses.scene import Scene, set_scenes
from tallybook.read.page import Page
from tallybook.read.responses.astray import STOPPING
from tallybook.read.responses.cast import Cast
from tallybook.read.responses.hits import Hit
from tallybook.read.responses.instruments import instrument_of
from tallybook.read.responses.parts import negated, quote_span, time_of
from tallybook.read.responses.roles import ACTS, View, actor_of
from tallybook.read.responses.targets import target_of
from tallybook.read.responses.tellers import own_source, teller_of
from tallybook.read.responses.topic import Topic
from tallybook.read.responses.words import response_book
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary


def find_responses(
    page: Page,
    attributed: tuple[Attributed, ...],
    vocabulary: Vocabulary,
    *,
    scenes: Sequence[Scene] | None = None,
    transfers: Sequence[Claim] = (),
) -> tuple[Claim, ...]:
    """The responses of a report, as claims of that kind, in the order of their words.

    Args:
        page: the report, laid out and parsed.
        attributed: its attributions.
        vocabulary: the words to go by.
        scenes: the page's sentences with their mentions, where somebody has found them already.
        transfers: the transfer claims of the report, which say what its responses can be about.
    """
    scenes = set_scenes(page, vocabulary) if scenes is None else scenes
    people = frozenset(w for e in vocabulary.responses if e.form == "people" for w in e.words)
    view = View(page, attributed, Cast(scenes), Topic(scenes, transfers, vocabulary), people)
    book = response_book(vocabulary)
    claims: list[Claim] = []
    for scene in scenes:
        for hit in book.hits(scene):
            reason = view.topic.about(hit, scene)
            if reason is not None and not (_looks_back(hit) and any(c.action == hit.action for c in claims)):
                claim = _claim(hit, scene, view, reason)
                bare = scene.sentence.kind in ("headline", "heading") and not (claim.actor or claim.target)
                if not (bare or _asks_for_himself(claim, transfers)):
                    _add(claims, claim)
    return tuple(claims)


def _asks_for_himself(claim: Claim, transfers: Sequence[Claim]) -> bool:
    """Whether who calls for something only wants arms: "X called on Y to provide 14 tanks"."""
    if claim.action is not Action.CALLS_FOR or claim.actor is None or STOPPING.search(claim.quote):
        return False
    wished = (c for c in transfers if c.stage is Stage.SOUGHT and c.recipient == claim.actor)
    return any(c.quote_span.overlap(claim.quote_span) * 2 > c.quote_span.length for c in wished)


def may_respond(scenes: Sequence[Scene], vocabulary: Vocabulary) -> bool:
    """Whether any of ``scenes`` tells of a response about arms in its own words, no transfer being known."""
    topic, book = Topic(scenes, (), vocabulary), response_book(vocabulary)
    return any(topic.about(hit, scene) is not None for scene in scenes for hit in book.hits(scene))


def _looks_back(hit: Hit) -> bool:
    """Whether a noun only goes back to what was told: "since the veto", "despite the ban"."""
    noun = hit.measure or hit.head
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or noun.head.lower_ not in _BACK:
        return False
    return any(c.lower_ in ("the", "this", "that", "its", "their") for c in noun.children)


_BACK = frozenset({"after", "since", "despite", "before", "amid", "under", "because", "by", "following"})


def _claim(hit: Hit, scene: Scene, view: View, reason: str) -> Claim:
    text = view.page.report.text
    span = _fronted(hit, scene, view) or quote_span(hit, scene)
    said = teller_of(hit, scene, view, span)
    actor = actor_of(hit, scene, view, said)
    source = said.source if said is not None else own_source(hit, scene, text)
    if said is None and source is not None and actor is None:
        actor = view.cast.party_at(source.span)
    return Claim(
        kind=ClaimKind.RESPONSE,
        action=hit.action,
        actor=actor,
        target=target_of(hit, scene, view, said, actor),
        instrument=instrument_of(hit, scene, text),
        source=source,
        time=time_of(hit, scene, said),
        said_on=said.said_on if said is not None else None,
        certainty=_certainty(hit, scene, view, said, actor),
        negated=negated(hit),
        quote=span.of(text),
        quote_span=span,
        why=(f"{hit.word.name}: {scene.doc.stretch(hit.first, hit.last).text!r}", reason),
    )


def _fronted(hit: Hit, scene: Scene, view: View) -> Span | None:
    """What stands before a closing cue ("..., analysts warn"): the response is there, not in the cue."""
    if not hit.word.speech or hit.head.pos_ != "VERB":
        return None
    if any(
        c.dep_ in ("dobj", "ccomp", "prep", "xcomp", "oprd") and c.i > hit.head.i and not _only_dates(c)
        for c in hit.head.children
    ):
        return None
    at = scene.span(hit.head.i, hit.head.i + 1)
    for one in view.attributed:
        if one.cue.span.overlap(at) and one.content and one.content[0].start < at.start:
            span = one.content[0]
            return span if span.length <= QUOTE_LIMIT else None
    return None


def _only_dates(word: Token) -> bool:
    """Whether what hangs on a closing cue only says when it was said ("urged after the raid")."""
    return opens_date(word) or (
        word.dep_ == "prep" and word.lower_ in ("after", "before", "during", "at", "in")
    )


def _certainty(hit: Hit, scene: Scene, view: View, said: Attributed | None, actor: str | None) -> Certainty:
    if any(t.lower_ in ("if", "unless") and t.dep_ == "mark" and _over(t, hit) for t in scene.tokens):
        return Certainty.CONDITIONAL
    if said is None:
        return Certainty.STATED
    if hit.action in ACTS and actor is not None and actor == view.cast.speaker(said):
        return Certainty.CONFIRMED
    return said.certainty if said.certainty == Certainty.ALLEGED else Certainty.STATED


def _over(mark: object, hit: Hit) -> bool:
    head = getattr(mark, "head", None)
    return head is not None and hit.verb in (head.head, head)


def _add(claims: list[Claim], new: Claim) -> None:
    """Add a response, or its words to the one that says the same already."""
    if any(_told_twice(old, new) for old in claims):
        return
    for n, old in enumerate(claims):
        same = (old.action, old.actor, old.target, old.negated) == (
            new.action,
            new.actor,
            new.target,
            new.negated,
        )
        said = (old.source and old.source.name) == (new.source and new.source.name)
        again = old.target is not None or 0 <= new.quote_span.start - old.quote_span.end < _BESIDE
        if same and said and old.action in _ONCE and again:
            claims[n] = _with_mention(old, new.quote, new.quote_span)
            return
    claims.append(new)


def _told_twice(old: Claim, new: Claim) -> bool:
    """Whether the same words tell of the same act: "they must stop, the minister demanded"."""
    common = min(old.quote_span.end, new.quote_span.end) - max(old.quote_span.start, new.quote_span.start)
    shorter = min(old.quote_span.length, new.quote_span.length)
    beside = 0 <= new.quote_span.start - old.quote_span.end <= _COMMA
    closes = beside and len(new.quote) <= _SHORT  # "they must stop, X urged"
    return old.action == new.action and (2 * common >= shorter > 0 or closes) and old.actor == new.actor


_COMMA = 3
"""Characters between what somebody says and the words that close it."""

_SHORT = 70
"""Characters of such closing words, at most."""


_BESIDE = 100
"""How many characters apart the same words about nobody named are still the same response."""

_ONCE = frozenset({Action.CONDEMNS, Action.WARNS, Action.VETOES})


def _with_mention(claim: Claim, quote: str, span: Span) -> Claim:
    return replace(claim, also=(*claim.also, quote), also_spans=(*claim.also_spans, span))
