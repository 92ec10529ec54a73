"""Which words make a claim weaker or surer, or turn it into its opposite?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallybook.model import Certainty, Span, Stage, Words
from tallybook.read.claims.telling import Told
from tallybook.read.clauses.certainty import Found
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PLAIN = frozenset({Certainty.STATED, Certainty.CONFIRMED})
_NEGATING = words_of("words that negate")
_BEHIND = words_of("words that a hedge drags behind it")
_BESIDE = words_of("auxiliary verbs")
_NEAR = 80
"""Characters over which the words of a cue may be spread."""


def hedges_of(
    near: tuple[Found, ...],
    event: Event,
    scene: Scene,
    told: Told,
    said: tuple[Certainty, bool],
    text: str,
) -> tuple[Words, ...]:
    """The words on which a claim's certainty and polarity (``said``) rest, in the order of the text.

    Those of the clause (``near``); where none of them makes it so, the word that turns the act, the "no"
    beside it, or the reporting word itself ("X claims that").
    """
    certainty, negated = said
    weighed = [h for h in near if h.hedge.negates or h.hedge.certainty not in (None, Certainty.CONFIRMED)]
    weighed += [h for h in near if h.hedge.certainty is certainty is Certainty.CONFIRMED]
    spans = [scene.span(*_bare(h, scene)) for h in weighed]
    if negated and not any(h.hedge.negates for h in weighed):
        spans += [scene.span(t.i, t.i + 1) for t in _negation(event, scene)][:1] or _cue(told, scene, text)
    elif certainty not in _PLAIN and not any(h.hedge.certainty is certainty for h in weighed) and not negated:
        turns = [t.hit for t in event.turns if t.hit.word.certainty is certainty]
        here = event.trigger.head.doc is scene.doc
        spans += [scene.span(t.token, t.token + 1) for t in turns[:1] if here] or _cue(told, scene, text)
    return tuple(Words(text=s.of(text), span=s) for s in sorted(set(spans)))


def words_of_denial(
    scene: Scene, tokens: tuple[int, int], told: Told, lexicon: Lexicon, text: str
) -> tuple[Words, ...]:
    """The words by which a sentence denies what was told before: "denied", "baseless", "not true"."""
    found = [t for t in scene.doc[tokens[0] : tokens[1]] if _denies(t, lexicon)]
    spans = [scene.span(*_whole(t, tokens[1])) for t in found]
    spans = [s for s in spans if not any(o != s and o.contains(s) for o in spans)]
    if not spans and told.certainty is Certainty.DENIED:
        spans = _cue(told, scene, text)
    return tuple(Words(text=s.of(text), span=s) for s in sorted(set(spans)))


def _denies(token: Token, lexicon: Lexicon) -> bool:
    verb = any(
        h.word.negates and h.form == "verb" and h.token == token.i for h in lexicon.turns.find([token])
    )
    return (
        verb or not {token.lower_, noun_lemma(token)}.isdisjoint(lexicon.untrue) or token.lower_ in _NEGATING
    )


def _whole(token: Token, stop: int) -> tuple[int, int]:
    """A negation with the word that it negates, where that stands right behind: "not true", "no basis"."""
    following = token.doc[token.i + 1] if token.i + 1 < stop else None
    if token.lower_ in _NEGATING and following is not None and following.pos_ in ("ADJ", "NOUN"):
        return token.i, token.i + 2
    return token.i, token.i + 1


def _bare(found: Found, scene: Scene) -> tuple[int, int]:
    """A hedge without the words around it that only lead on: "denied that", "rejected the", "a possible"."""
    first, last = found.first, found.last
    while last - first > 1 and _drags(scene.doc[last - 1], scene.doc[first]):
        last -= 1
    while last - first > 1 and scene.doc[first].pos_ == "DET" and scene.doc[first].lower_ not in _NEGATING:
        first += 1
    return first, last


def _drags(last: Token, first: Token) -> bool:
    if last.lower_ in _BEHIND:
        return True
    act = first.pos_ == "VERB" and last.tag_ in ("VBG", "NN", "NNS")
    return act and noun_lemma(last) not in _NEGATING  # "denied arming", "rejected reports"


def _negation(event: Event, scene: Scene) -> Iterator[Token]:
    """What negates an act without being an adverb: a turning word, "no" at its goods, "nobody" before it."""
    head = event.trigger.head
    if head.doc is not scene.doc:
        return
    for turn in event.turns:
        if turn.hit.word.negates:
            yield scene.doc[turn.hit.token]
    turned = [scene.doc[t.hit.token] for t in event.turns]
    goods = [scene.doc[i] for g in event.filled.goods for i in (g.head, g.first)]
    above = [head, *turned, *goods]
    above += [c for t in (head, *turned) for c in t.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
    for token in above:
        yield from (c for c in (token, *token.lefts) if c.lower_ in _NEGATING)
    first, last = scene.part_of(head.i)
    yield from (t for t in scene.doc[first:last] if t.lower_ in _NEGATING)


def _cue(told: Told, scene: Scene, text: str) -> list[Span]:
    """The main word of the reporting words, if they stand in the sentence: "denied" of "has long denied"."""
    cue = told.cue
    if cue is None or not scene.sentence.span.overlap(cue.span):
        return []
    for word in cue.text.split():
        if word.lower() in _BESIDE:
            continue
        found = re.compile(rf"\b{re.escape(word)}\b").search(text, cue.span.start, cue.span.start + _NEAR)
        return [Span(found.start(), found.end())] if found else []
    return []


def of_the_act(hedges: tuple[Found, ...], stage: Stage) -> tuple[Found, ...]:
    """The hedges without the "possible" of a "possible sale" that has been approved: the term for one."""
    if stage is not Stage.APPROVED:
        return hedges
    return tuple(h for h in hedges if h.hedge.name != "whether")
