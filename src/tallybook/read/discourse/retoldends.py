"""What became of a lot, a trade or a ban that was told of: "the rest was cancelled", "the freeze was lifted"?

The subject, or the object of an active verb, points at the lot, the leave to export or the measure; the verb
says that it was called off, put off, taken up again or lifted.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Stage
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.pointed import Known, Retelling, subject_of
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_LOTS = words_of("lots and deals that can be called off")
_CALLING_OFF = words_of("verbs of calling off a lot")
_PUTTING_OFF = words_of("verbs of putting off a lot")
_LEAVE = words_of("what leave to export is called")
_MEASURES = words_of("measures against a trade")
_LIFTING = words_of("verbs of lifting a ban") | {"expire", "lapse"}
_RESUMING = words_of("verbs of taking up again")
_ONE_OF = frozenset(
    {"second", "third", "next", "further", "another", "last", "final", "remaining", "other", "fourth"}
)
_THEM = frozenset({"it", "they"})
_OPEN = frozenset(
    {"if", "whether", "unless", "once", "until", "when", "before", "after", "while", "since", "as"}
)
_MODAL = frozenset({"may", "might", "can", "could", "must", "would", "should", "will", "to", "shall"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "none", "neither"})
_OF_THINGS = frozenset({"drop", "stop", "block", "collapse", "ditch", "abandon"})
"""What is done to bombs, ships and wrecks as well, so that "it" says too little."""

_OFF = {"call": "off", "put": "off", "take": "up"}
_BACK = frozenset({"back", "off"})
_LONGEST = 12


def ends_again(scene: Scene, known: Known) -> Iterator[Retelling]:
    """The clauses of a sentence that tell what became of what was told of."""
    for verb in scene.tokens:
        if verb.pos_ not in ("VERB", "AUX") or _is_open(verb):
            continue
        what = _what(verb)
        stage = _stage_of(verb, what, scene, known) if what is not None else None
        if what is not None and stage is not None:
            yield _told(verb, what, stage)


def _is_open(verb: Token) -> bool:
    words = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod", "aux", "neg", "auxpass")}
    asked = verb.dep_ in ("xcomp", "acl") and verb.tag_ == "VB"
    return bool(words & (_OPEN | _MODAL | _NOT)) or asked


def _what(verb: Token) -> Token | None:
    """What is called off, put off, resumed or lifted."""
    if is_passive(verb) or verb_lemma(verb) in (
        "be",
        "stop",
        "lapse",
        "expire",
        "end",
        "slip",
        "resume",
        "collapse",
    ):
        own = subject_of(verb)
        if own is not None and not any(c.dep_ == "dobj" for c in verb.children):
            return own
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def _stage_of(verb: Token, what: Token, scene: Scene, known: Known) -> Stage | None:
    lemma, noun = verb_lemma(verb), noun_lemma(what)
    off = any(c.lower_ == _OFF.get(lemma) for c in verb.children)
    lefts = {c.lower_ for c in what.lefts}
    if lefts & _NOT or not _right_behind(scene, known):
        return None
    pronoun = what.lower_ in _THEM and is_passive(verb) and lemma not in _OF_THINGS
    if noun in _MEASURES and lefts & DEFINITE and lemma in _LIFTING:
        return Stage.APPROVED if known.held else None
    taken_up = lemma == "take" and off and any(c.lower_ == "again" for c in verb.children)
    if (noun in _LEAVE or pronoun) and (lemma in _RESUMING or taken_up) and not _named_goods(what, scene):
        return Stage.APPROVED if noun in ("licensing", "licence", "license", "permit") else Stage.DELIVERED
    if not (pronoun or (noun in _LOTS and lefts & (DEFINITE | _ONE_OF))) or _named_goods(what, scene):
        return None
    on_hold = any(
        p.lower_ == "on" and any(t.lower_ in ("hold", "ice") for t in p.children) for p in verb.children
    )
    if lemma in _CALLING_OFF or (lemma == "call" and off) or (on_hold and lemma in ("be", "put", "remain")):
        return Stage.ENDED
    back = lemma in ("put", "push", "set") and any(c.lower_ in _BACK for c in verb.children)
    return Stage.PLANNED if lemma in _PUTTING_OFF or back else None


def _right_behind(scene: Scene, known: Known) -> bool:
    """Whether a transfer was told in the sentence before, or in this one."""
    return bool(known.sentences & {scene.number - 1, scene.number})


def _named_goods(noun: Token, scene: Scene) -> bool:
    """Whether a lot is of goods or parties of its own, so that it is no lot told of before."""
    behind = [t for p in noun.rights if p.dep_ in ("prep", "relcl", "acl") for t in p.subtree]
    return any(t.i in scene.goods_at or t.pos_ == "PROPN" for t in behind)


def _told(verb: Token, what: Token, stage: Stage) -> Retelling:
    words = [t.i for t in verb.subtree if t.i <= verb.i + _LONGEST and not t.is_punct and t.i >= verb.i]
    first = min(what.left_edge.i, verb.i)
    return Retelling(first, max((*words, what.i)) + 1, what, stage, near=True)
