"""What do the sentences around a transfer point to as showing it: pictures, papers, tracks, who saw it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from tallybook.model import Claim, Evidence, Stage
from tallybook.read.attribution.sourcewords import SourceWords, source_words
from tallybook.read.claims.placed import claims_by_sentence, is_short_on_one_flow
from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary, load
from tallybook.vocabulary.wordlists import words_of

Flow = tuple[str | None, str | None]

_AROUND = (0, 1, -1)
"""Sentences that may point to what shows a transfer, the nearest first: its own, the next, the one before."""

_OF_ONE_FLOW = (*_AROUND, 2, 3, 4, 5, 6)
"""The same where a short report tells of one flow alone."""


_DONE = frozenset({Stage.SHIPPED, Stage.DELIVERED, Stage.RECEIVED, Stage.USED, Stage.SEIZED})

_SHOWING = words_of("what papers do that show something") | words_of("what pictures and tracks do")
_POINTING = words_of("verbs of pointing to what shows it") | words_of("verbs of handling what shows it")
_POINTING |= {"display", "exhibit", "identify", "match", "show", "trace"}
_SAW = words_of("verbs of witnesses")
_BROUGHT_OUT = words_of("words for what was brought out")
_THINGS = words_of("things that show something only where somebody looked at them")
_LOOKING = words_of("verbs of looking at papers")
_NONE = frozenset({"no", "any", "neither", "without", "not", "never", "n't", "n’t", "nor"})
_IT = frozenset({"it", "they", "them", "one", "these", "those"})
_LEADING = frozenset({"on", "upon", "to", "from", "of", "at", "with", "in", "through", "by"})


def shown_around(
    claims: Sequence[Claim], scenes: Sequence[Scene], text: str, vocabulary: Vocabulary
) -> tuple[Claim, ...]:
    """The claims of the report ``text``, each with what the sentences around it point to as showing it.

    What a claim's own source points to stays; a sentence that tells of a transfer itself shows no other one.
    """
    words, told = source_words(vocabulary), claims_by_sentence(claims, scenes)
    alone = is_short_on_one_flow(claims, scenes)
    by_number = {scene.number: scene for scene in scenes}
    found = list(claims)
    flows = {number: {claims[p].flow for p in places} for number, places in told.items()}
    for number, places in told.items():
        open_ = [p for p in places if claims[p].evidence is None and not claims[p].negated]
        steps = _OF_ONE_FLOW if alone and any(claims[p].stage in _DONE for p in open_) else _AROUND
        near = _near(number, by_number, flows, steps) if open_ else iter(())
        shown = next(((kind, noun, scene) for scene in near for kind, noun in _shows(scene, words)), None)
        if shown is not None:
            why = f"shown by “{_worded(shown[1], shown[2], text)}”"
            for place in open_:
                whys = (*found[place].why, why)
                found[place] = msgspec.structs.replace(found[place], evidence=shown[0], why=whys)
    return tuple(found)


def _worded(noun: Token, scene: Scene, text: str) -> str:
    """The words of a noun with what stands before it, as the report has them."""
    first = max(noun.left_edge.i, noun.i - _WORDS)
    return " ".join(scene.span(first, noun.i + 1).of(text).split())


_WORDS = 6
"""Words before the noun that shows something which a reason quotes, at most."""


def _near(
    number: int, scenes: Mapping[int, Scene], flows: Mapping[int, set[Flow]], steps: Sequence[int]
) -> Iterator[Scene]:
    """The sentence of a claim, and those beside it that go on about its flow or its goods."""
    own = flows[number]
    ends = {end for flow in own for end in flow}
    for step in steps:
        scene = scenes.get(number + step)
        if scene is None or flows.get(number + step, own) != own:
            continue
        if not step or _goes_on(scene, ends):
            yield scene


def _goes_on(scene: Scene, ends: set[str | None]) -> bool:
    if scene.goods or any(actor.name in ends for actor in scene.actors):
        return True
    return any(t.lower_ in _IT or noun_lemma(t) in _loads() for t in scene.among(_IT | _loads()))


@lru_cache(maxsize=1)
def _loads() -> frozenset[str]:
    """Nouns for what is sent and for what carries it."""
    means = (w.casefold() for e in load().carriage if e.kind == "means" for w in e.words)
    return frozenset((*words_of("nouns for lots"), *words_of("nouns for arms in general"), *means))


def _shows(scene: Scene, words: SourceWords) -> tuple[tuple[Evidence, Token], ...]:
    """What a sentence points to, looked for once for all claims around it."""
    return scene.once((_pointed_to, words), lambda: tuple(_pointed_to(scene, words)))


def _pointed_to(scene: Scene, words: SourceWords) -> Iterator[tuple[Evidence, Token]]:
    """The kinds of evidence that a sentence points to, in order, each with its noun."""
    for token in scene.tokens:
        kind = (
            words.shown(token)
            if token.pos_ in ("NOUN", "PROPN") and not _is_set_aside(token, scene)
            else None
        )
        if kind is None and _has_seen(token):
            yield Evidence.WITNESS, token
        elif kind is not None and _counts(token, kind, words) and not _is_missing(token):
            yield kind, token


def _is_set_aside(noun: Token, scene: Scene) -> bool:
    """Whether it opens a caption ("Photo: soldiers at work") or is told of as goods ("a box of casings")."""
    return noun.i in scene.goods_at or (noun.i + 1 < len(noun.doc) and noun.nbor().text == ":")


def _counts(noun: Token, kind: Evidence, words: SourceWords) -> bool:
    """Whether a noun that may show something does so here."""
    if noun.dep_ in ("compound", "nmod") or (kind is Evidence.DOCUMENT and words.is_of("outlet-noun", noun)):
        return False
    if kind is Evidence.WITNESS:
        return noun.dep_ in SUBJECTS and verb_lemma(noun.head) in _SAW
    handled = (c for c in (*noun.lefts, *noun.rights) if c.dep_ in ("acl", "amod", "relcl"))
    if any(c.lower_ in _BROUGHT_OUT or (c.pos_ == "VERB" and words.is_of("looked-at", c)) for c in handled):
        return True
    top = _top(noun)
    if noun_lemma(noun) in _THINGS:
        return top.dep_ == "dobj" and verb_lemma(top.head) in _LOOKING
    if top.dep_ in SUBJECTS and verb_lemma(top.head) in _SHOWING:
        return True
    return _is_pointed_to(top) or (_opens(top) and (kind in _PLAIN or _shows_behind(top)))


def _top(noun: Token) -> Token:
    """The noun at the head of what it belongs to: "pictures and papers", "a set of pictures"."""
    while (
        noun.dep_ == "conj" or (noun.dep_ == "pobj" and noun.head.lower_ == "of")
    ) and noun.head is not noun:
        above = noun.head if noun.dep_ == "conj" else noun.head.head
        if above.pos_ not in ("NOUN", "PROPN"):
            break
        noun = above
    return noun


def _opens(noun: Token) -> bool:
    """Whether a sentence opens with it: "Footage of a train", "A leaked ledger"."""
    before = noun.doc[noun.sent.start : noun.i]
    return all(t.pos_ in _BEFORE for t in before) and noun.sent.end - noun.i > _CAPTION


def _shows_behind(noun: Token) -> bool:
    """Whether a word of showing stands behind papers, whatever the tagger took it for: "the notes list"."""
    forms = {f for verb in _SHOWING for f in (verb, f"{verb}s")}
    return any(t.lower_ in forms and t.i > noun.i for t in noun.doc[noun.i + 1 : noun.sent.end])


_BEFORE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "PART", "VERB"})
_PLAIN = frozenset({Evidence.IMAGERY, Evidence.TRACKING, Evidence.WRECKAGE})
"""Kinds that nobody names but to show something."""

_CAPTION = 4
"""Words that a sentence on a picture has at least: "Photo: AFP" is a caption."""


def _is_pointed_to(noun: Token) -> bool:
    """Whether a verb points to it or handles it: "draws on pictures", "looked at a captured motor"."""
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") else None
    if noun.dep_ == "pobj" and noun.head.lower_ in _LEADING:
        verb = noun.head.head
    return verb is not None and verb.pos_ == "VERB" and verb_lemma(verb) in _POINTING


def _is_missing(noun: Token) -> bool:
    """Whether there is none: "no pictures have come up", "did not show papers"."""
    if any(c.lower_ in _NONE for c in noun.lefts):
        return True
    return any(c.dep_ == "neg" for c in noun.head.children)


def _has_seen(token: Token) -> bool:
    """Whether somebody says that he saw it: "who counted lorries", "they saw the list"."""
    if token.tag_ != "VBD" or verb_lemma(token) not in _SAW:
        return False
    if any(c.dep_ in ("aux", "neg") for c in token.children):
        return False
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    seen = any(c.dep_ == "dobj" for c in token.children)
    return seen and subject is not None and subject.lower_ in ("who", "they", "he", "she")
