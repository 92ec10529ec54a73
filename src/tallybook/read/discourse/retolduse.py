"""What does a clause say of arms told of that were fired or found: "the wreck resembles an RL-21"?

It names nobody who fires them. That arms of the kind that was told of are recognised in pictures, lie about
in pieces or are in action tells that whoever got them has used them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Category, Stage
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.striking import STRIKING
from tallybook.read.discourse.pointed import (
    Known,
    Retelling,
    is_known_kind,
    points_at_goods,
    stretch_of,
    subject_of,
)
from tallybook.read.discourse.retold import led
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PICTURES = words_of("pictures")
_RECOGNISING = words_of("verbs of recognising arms")
_REMNANTS = words_of("nouns for what is left of arms")
_RESEMBLING = words_of("verbs by which remnants tell of arms")
_ACTION = frozenset({"action", "combat", "battle"})
_LOSING = frozenset({"lose", "destroy", "burn", "capture", "hit", "use", "wreck", "knock"})
_FIGHTS = _ACTION | {"ambush", "assault", "attack", "clash", "fighting", "fight", "offensive", "raid", "war"}
_TURNED = frozenset({"turn", "aim", "direct", "point", "use", "fire"})
_AGAINST = frozenset({"on", "against", "at"})
_MADE = frozenset({"make", "build", "produce", "manufacture"})
_MAKE = frozenset({"make", "origin", "manufacture", "production", "design", "provenance"})
_DOING = STRIKING | {"fire", "rain", "terrorise", "terrorize", "fly", "fall", "kill", "batter", "plague"}
_UNSURE = frozenset({"may", "might", "could", "would", "will", "if", "whether", "?"})
_NONE = frozenset({"none", "no", "not", "neither"})


def uses_again(scene: Scene, known: Known) -> Iterator[Retelling]:
    """The clauses of a sentence by which arms that were told of have been used."""
    pictured = any(noun_lemma(t) in _PICTURES for t in scene.among(_PICTURES))
    for verb in scene.tokens:
        if verb.pos_ not in ("VERB", "AUX") or any(c.lower_ in _UNSURE for c in verb.children):
            continue
        found = _recognised(verb, scene, known) if pictured else None
        found = found or _left_over(verb, scene, known) or _in_action(verb, scene, known)
        found = found or _shot_down(verb, scene, known) or _made_by(verb, scene, known)
        found = found or _not_turned(verb, scene, known)
        if found is not None:
            yield found


def _recognised(verb: Token, scene: Scene, known: Known) -> Retelling | None:
    """Arms that are recognised in pictures: "made out RL-21 rockets in the footage"."""
    lemma = verb_lemma(verb)
    seen = lemma == "see" and is_passive(verb) and any(c.lower_ in ("can", "could") for c in verb.children)
    out = any(c.lower_ == "out" for c in verb.children) if lemma == "make" else True
    if not ((lemma in _RECOGNISING and out) or seen) or any(c.dep_ == "neg" for c in verb.children):
        return None
    what = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    goods = scene.goods_at.get(what.i) if what is not None else None
    if what is None or goods is None or goods.weak:
        return None
    caught = known.caught and bool(known.carriers)
    if not (caught or _is_kind(goods, what, known)):
        return None
    return _way((verb, what), goods, Stage.SEIZED if caught else Stage.USED)


def _left_over(verb: Token, scene: Scene, known: Known) -> Retelling | None:
    """What is left of arms: "the splinters are those of an RL-21"."""
    subject = subject_of(verb)
    if subject is None or noun_lemma(subject) not in _REMNANTS or verb_lemma(verb) not in _RESEMBLING:
        return None
    for token in verb.subtree:
        goods = scene.goods_at.get(token.i)
        if token.i > verb.i and goods is not None and _is_kind(goods, token, known):
            return _way((subject, token), goods, Stage.USED)
    return None


def _in_action(verb: Token, scene: Scene, known: Known) -> Retelling | None:
    """Arms that are in action: "the rockets saw action", "two of the drones crashed"."""
    subject = subject_of(verb)
    if subject is None:
        return None
    goods = scene.goods_at.get(subject.i) or _counted(subject, scene)
    typed = goods is not None and is_known_kind(goods, subject, known)
    if not (typed or points_at_goods(subject, scene, known)):
        return None
    lemma = verb_lemma(verb)
    saw = lemma in ("see", "face") and any(c.dep_ == "dobj" and c.lower_ in _ACTION for c in verb.children)
    went = lemma in ("go", "be", "come") and any(t.lower_ in _ACTION for t in led(verb, "in", "into"))
    went = went or (lemma in _LOSING and any(noun_lemma(t) in _FIGHTS for t in led(verb, "in", "during")))
    down = any(c.lower_ == "down" for c in verb.children)
    downed = down and (lemma in ("come", "bring", "go") or (lemma in _DOWNING and _is_known(subject)))
    fell = _flies(goods, known) and (lemma == "crash" or downed)
    if not (saw or went or fell):
        return None
    below = (verb, *(c for c in verb.children if c.dep_ == "dobj"))
    users = any(t.i in scene.actor_at for over in below for t in led(over, "with", "by", "for"))
    last = max((t for t in verb.subtree if t.i > verb.i and not t.is_punct), key=lambda t: t.i, default=verb)
    found = _way((subject, last if saw or went else verb), goods, Stage.USED)
    return found._replace(role="recipient") if users else found


def _shot_down(verb: Token, scene: Scene, known: Known) -> Retelling | None:
    """Arms that others shoot down: "its army shot down ten of them", who are none of those that got them."""
    if verb_lemma(verb) not in _DOWNING or not any(c.lower_ == "down" for c in verb.children):
        return None
    subject = subject_of(verb)
    below = (verb, *(c for c in verb.children if c.dep_ == "prt"))
    what = next((c for over in below for c in over.children if c.dep_ in ("dobj", "npadvmod")), None)
    if subject is None or what is None or is_passive(verb):
        return None
    goods = scene.goods_at.get(what.i) or _counted(what, scene)
    if not (_flies(goods, known) and points_at_goods(what, scene, known) and _is_known(what)):
        return None
    return _way((subject, what), goods, Stage.USED)._replace(against=True)


def _is_known(noun: Token) -> bool:
    """Whether words mean arms that were told of, and not any that fly: "the drones", "ten of them"."""
    whole = [t for p in noun.children if p.lower_ == "of" for t in p.children]
    return any(t.lower_ in _THEM or any(c.lower_ in _THESE for c in t.lefts) for t in (whole or [noun]))


_THEM = frozenset({"them", "they", "these", "those", "which"})
_THESE = frozenset({"the", "these", "those", "such"})


def _flies(goods: GoodsMention | None, known: Known) -> bool:
    """Whether goods, or all that was told of where no kind is named, are of a kind that is fired."""
    kinds = {goods.goods.category} if goods is not None else known.categories
    return bool(kinds) and kinds <= {Category.DRONES, Category.MISSILES}


_DOWNING = frozenset({"shoot", "bring", "knock", "take"})


def _made_by(verb: Token, scene: Scene, known: Known) -> Retelling | None:
    """Whose make arms that strike are: "the drones that hit the towns are Ruritanian"."""
    subject = subject_of(verb)
    if subject is None or not points_at_goods(subject, scene, known):
        return None
    if not any(c.dep_ in ("relcl", "acl") and verb_lemma(c) in _DOING for c in subject.children):
        return None
    told = [c for c in verb.children if c.dep_ in ("acomp", "attr")]
    told += [c for t in led(verb, "of") if noun_lemma(t) in _MAKE for c in t.lefts]
    told += led(verb, "in", "by") if verb_lemma(verb) in _MADE else []
    named = next((t for t in told if any(c.lower_ in known.givers for c in (t, *t.lefts))), None)
    return _way((subject, named), scene.goods_at.get(subject.i), Stage.USED) if named is not None else None


def _not_turned(verb: Token, scene: Scene, known: Known) -> Retelling | None:
    """Arms told not to be used on somebody: "none of them is turned on the villagers"."""
    subject = subject_of(verb)
    if subject is None or not is_passive(verb) or verb_lemma(verb) not in _TURNED:
        return None
    none = any(c.lower_ in _NONE for c in (subject, *subject.lefts, *verb.children))
    at = any(c.lower_ in _AGAINST for c in verb.children)
    if not (none and at and points_at_goods(subject, scene, known)):
        return None
    return _way((subject, verb), None, Stage.USED)._replace(negated=True)


def _is_kind(goods: GoodsMention, noun: Token, known: Known) -> bool:
    """Whether arms found in pictures or in pieces are named by their type, or of a kind that was told of."""
    return goods.goods.designation is not None or is_known_kind(goods, noun, known)


def _counted(number: Token, scene: Scene) -> GoodsMention | None:
    """The goods of which a number is told: "ten of their drones"."""
    whole = (t for p in number.children if p.lower_ == "of" for t in p.children)
    return next((scene.goods_at[t.i] for t in whole if t.i in scene.goods_at), None)


def _way(words: tuple[Token, Token], goods: GoodsMention | None, stage: Stage) -> Retelling:
    points = words[0].doc[goods.head] if goods is not None else words[0]
    return Retelling(*stretch_of(words), points, stage, fired=True)
