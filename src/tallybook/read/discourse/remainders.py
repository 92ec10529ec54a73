"""Where is the rest of a lot that was told of, by words of no transfer: "the others go there in May"?

"What remains is to follow", "eight more are being packed", "four are now with Ruritania": the subject is
what is left of the lot or a number of it, and the verb says that it moves, is got ready or has come. Nobody
else is named, and no other noun stands in the subject.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tallybook.model import Period, Stage
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import SUBJECTS, is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.motions import flees
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.remembering import nouns_of
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.wordlists import words_of

_REST = words_of("words for the rest of a lot")
_MOVING = words_of("verbs of moving goods") | {"bring", "haul", "drive", "tow", "collect", "load"}
_COMING = words_of("verbs by which the rest of a lot comes")
_READYING = words_of("verbs of getting goods ready")
_THEM = frozenset({"them", "these", "those", "which"})
_THERE = frozenset({"there", "here"})
_LEFT = frozenset({"remain", "leave", "be", "miss", "lack"})
_DUE = frozenset({"due", "outstanding", "pending", "missing", "ready", "overdue", "left"})
_BY_NOW = frozenset({"now", "already", "meanwhile", "finally"})
_SITES = words_of("where goods set out")
_CATCHING = words_of("verbs of catching the rest of a lot")
_LOTS = words_of("what is handed over at once") | words_of("what holds goods on the way") | {"contingent"}
_NTH = re.compile(r"\w{2,}th|first|second|third")
_PLACED = frozenset({"at", "on", "in", "off", "near", "by", "outside", "along", "from", "of"})
_BUILDING = frozenset(
    {"assembly", "build", "construction", "overhaul", "production", "refit", "repair", "stock", "slipway"}
)
_FORESEEING = frozenset({"plan", "foresee", "envisage", "schedule", "earmark", "project"})
_SETTING_OFF = frozenset({"leave", "depart", "sail", "roll", "set"})
_DENYING = words_of("words that deny") | {"?", "if", "none", "nothing", "whether", "without"}
_AHEAD = frozenset({"will", "would", "shall", "should", "to", "'ll", "’ll"})
_OTHERWISE = frozenset({"well", "wrong", "back", "home", "on", "away", "by", "early", "late"})
_DELAYING = frozenset({"put", "push", "postpone", "delay", "move", "defer", "reschedule", "set"})
_LATER = frozenset({"to", "until", "till", "into"})
_WHOLE = frozenset({"all", "both", "everything", "it", "they"})
_LONGEST = 14
_SHORT = 4


class Remainder(NamedTuple):
    """The rest of a lot: the words that tell where it is, how many it is, how far it has come."""

    first: int
    last: int
    quantity: QuantityMention | None
    stage: Stage
    period: Period | None


def remainders(scene: Scene, event: Event, *, done: bool) -> list[Remainder]:
    """What a sentence says of the rest of the lot that ``event`` told of, by each of its verbs.

    Args:
        scene: the sentence.
        event: the transfer told last.
        done: it was told as done, so that "all" and "both" are those that have come.
    """
    if scene.sentence.kind == "heading" or not scene.words.isdisjoint(_DENYING):
        return []
    found = []
    for verb in scene.tokens:
        subject = _subject(verb) if verb.pos_ in ("VERB", "AUX") and _is_tensed(verb) else None
        if subject is None or not _is_rest(subject, scene, event) or _counts_others(subject, scene):
            continue
        caught = _is_caught(verb, subject)
        if done and subject.lower_ in _WHOLE:
            continue
        if caught and not _names_only_places(verb, scene):
            continue
        stage = Stage.SEIZED if caught else _stage_of(verb, scene, event)
        if stage is not None and (caught or _names_only_ends(verb, scene, event)):
            found.append(_told(subject, verb, stage, scene))
    return found


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ in SUBJECTS | {"csubj", "csubjpass"}), None)


def _is_caught(verb: Token, subject: Token) -> bool:
    """Whether one of several lots is told to have been caught: "the third was stopped at the border"."""
    if not is_passive(verb) or verb_lemma(verb) not in _CATCHING or _is_ahead(verb):
        return False
    of = {t.lower_ for p in subject.children if p.lower_ == "of" for t in p.children}
    return bool(_NTH.fullmatch(subject.lower_) or of & _THEM or noun_lemma(subject) in _LOTS)


def _names_only_places(verb: Token, scene: Scene) -> bool:
    """Whether whoever a clause names only says where it was, or who caught it: "at the Polish border"."""
    inside = {t.i for t in verb.subtree}
    for actor in scene.actors:
        token = scene.doc[actor.last - 1]
        while token.dep_ not in ("pobj", "ROOT") and token.pos_ != "VERB" and token.head != token:
            token = token.head
        if actor.first in inside and not (token.dep_ == "pobj" and token.head.lower_ in _PLACED):
            return False
    return True


def _told(subject: Token, verb: Token, stage: Stage, scene: Scene) -> Remainder:
    first, last = subject.left_edge.i, min(verb.right_edge.i + 1, verb.i + _LONGEST)
    while last > verb.i + 1 and scene.doc[last - 1].is_punct:
        last -= 1
    inside = (q for q in scene.quantities if first <= q.first and q.last <= verb.i)
    quantity = next((q for q in inside if q.what in ("goods", "group", "share")), None)
    times = ((p, scene.token_range(p.span)) for p in scene.periods if p.span is not None)
    period = next((p for p, r in times if r is not None and first <= r[0] < last), None)
    return Remainder(first, last, quantity, stage, period)


def _is_tensed(verb: Token) -> bool:
    return verb.tag_ in TENSED or any(c.tag_ in TENSED for c in verb.children if "aux" in c.dep_)


def _is_rest(subject: Token, scene: Scene, event: Event) -> bool:
    """Whether a subject is the rest of what was told: "the others", "eight more", "the last six jets"."""
    if subject.dep_ in ("csubj", "csubjpass"):
        words = [t.lower_ for t in subject.subtree]
        of = [t for p in subject.children if p.lower_ == "of" for t in p.children]
        told = len(words) <= _SHORT or (bool(of) and all(_is_told(t, scene, event) for t in of))
        return words[0] == "what" and verb_lemma(subject) in _LEFT and told
    whole = [t for p in subject.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
    if any(t.lower_ not in _THEM and not _is_told(t, scene, event) for t in whole):
        return False  # also "half of the 40 wounded"
    if any(c.dep_ in ("relcl", "acl", "prep", "conj") and c.lower_ != "of" for c in subject.rights):
        return False
    before = {t.lower_ for t in subject.lefts} | {subject.lower_}
    if subject.pos_ in ("NOUN", "PROPN") and noun_lemma(subject) not in _REST:
        if subject.i not in scene.goods_at and noun_lemma(subject) in nouns_of(event):
            return any(t.like_num for t in subject.lefts)  # "twelve cars" of 30 armoured cars
        numbered = bool(before & _REST) or any(_NTH.fullmatch(word) for word in before)
        return numbered and (noun_lemma(subject) in _LOTS | {"one"} or _is_told(subject, scene, event))
    if subject.lower_ == "others" and not any(t.like_num or t.lower_ in DEFINITE for t in subject.lefts):
        return False  # "others have left the country"
    if _NTH.fullmatch(subject.lower_):
        return True
    counted = subject.like_num or any(t.like_num for t in subject.lefts)
    return counted or bool(before & _REST)


def _counts_others(subject: Token, scene: Scene) -> bool:
    """Whether a number can count who was named before it: "one minister went, two more are to go"."""
    before = scene.doc[scene.sentence.first : subject.left_edge.i]
    nouns = [t for t in before if t.dep_ in SUBJECTS and t.pos_ in ("NOUN", "PROPN")]
    return any(t.i not in scene.goods_at and t.i not in scene.actor_at and not _tells(t) for t in nouns)


def _tells(noun: Token) -> bool:
    return any(c.dep_ == "ccomp" for c in noun.head.children)


def _is_told(noun: Token, scene: Scene, event: Event) -> bool:
    """Whether a noun names goods of the kind that was told."""
    goods = scene.goods_at.get(noun.i)
    kinds = {g.goods.category for g in event.filled.goods}
    return goods is not None and not goods.civil and (goods.weak or goods.goods.category in kinds)


def _names_only_ends(verb: Token, scene: Scene, event: Event) -> bool:
    """Whether a clause names nobody but those between whom the lot goes."""
    ends = {event.end(role) for role in ENDS}
    inside = {t.i for t in verb.subtree}
    named = (a for a in scene.actors if a.first in inside and a.kind not in ("outlet", "person"))
    return all(end_point(a) in ends for a in named)


def _stage_of(verb: Token, scene: Scene, event: Event) -> Stage | None:
    """How far a verb says that the rest of a lot has come; ``None`` where it says something else."""
    lemma, ahead = verb_lemma(verb), _is_ahead(verb)
    if flees(verb) or any(c.lower_ == "down" for c in verb.children):
        return None
    if lemma == "be":
        return _stage_of_being(verb, scene, event, ahead=ahead)
    if is_passive(verb):
        if lemma in _FORESEEING:
            return Stage.PLANNED
        if lemma in _READYING and any(c.lower_ == "being" for c in verb.children):
            return Stage.PLANNED
        late = lemma in _DELAYING and any(c.lower_ in _LATER for c in verb.children)
        return (Stage.PLANNED if ahead or late else Stage.DELIVERED) if lemma in _MOVING or late else None
    if lemma == "slip" and any(c.lower_ in _LATER for c in verb.children):
        return Stage.PLANNED
    if lemma == "take" and any(c.lower_ == "off" for c in verb.children if c.dep_ == "prt"):
        return Stage.PLANNED if ahead else Stage.SHIPPED
    if lemma not in _COMING or _is_idiom(verb):
        return None
    if ahead or verb.tag_ in ("VBP", "VBZ"):
        return Stage.PLANNED
    gone = lemma in _SETTING_OFF and not any(c.lower_ == "into" for c in verb.children)
    return Stage.SHIPPED if gone else Stage.RECEIVED


def _stage_of_being(verb: Token, scene: Scene, event: Event, *, ahead: bool) -> Stage | None:
    """Of ``be``: "are due in May", "are to go there", "are now with Ruritania", "will be there"."""
    for child in verb.children:
        if child.dep_ == "xcomp" and verb_lemma(child) in _COMING | _MOVING and not _is_idiom(child):
            return Stage.PLANNED
        to_do = [c for c in child.children if c.dep_ == "xcomp"]
        due = child.lower_ in _DUE and child.i > verb.i
        if due and all(verb_lemma(c) in _COMING | _MOVING for c in to_do):
            return Stage.PLANNED
        if child.lower_ in ("under", "in", "on") and any(noun_lemma(t) in _BUILDING for t in child.children):
            return Stage.PLANNED
        in_use = child.lower_ == "in" and any(t.lower_ in ("service", "use") for t in child.children)
        if in_use and _names_giver(verb, scene, event):
            return None
        if in_use or (child.lower_ in _THERE and child.dep_ == "advmod"):
            return Stage.PLANNED if ahead else Stage.RECEIVED
    now = {t.lower_ for t in verb.children} & _BY_NOW
    led = [t for p in verb.children if p.lower_ in ("with", "in") for t in p.subtree]
    held = any(end_point(a) == event.end("recipient") for t in led if (a := scene.actor_at.get(t.i)))
    return (Stage.PLANNED if ahead else Stage.RECEIVED) if held and (now or ahead) else None


def _names_giver(verb: Token, scene: Scene, event: Event) -> bool:
    inside = {t.i for t in verb.subtree}
    return any(a.first in inside and end_point(a) == event.end("supplier") for a in scene.actors)


def _is_idiom(verb: Token) -> bool:
    """Whether a verb of coming has an object or a manner that makes something else of it: "go well"."""
    behind = [c for c in verb.children if c.dep_ in ("dobj", "acomp", "oprd", "ccomp", "xcomp")]
    left = verb_lemma(verb) in _SETTING_OFF and all(
        noun_lemma(c) in _SITES or c.pos_ == "PROPN" for c in behind
    )
    if not (left or all(c.like_num for c in behind)):
        return True
    manner = (c for c in verb.children if c.dep_ in ("advmod", "prt", "prep"))
    return any(c.lower_ in _OTHERWISE | {"according"} for c in manner)


def _is_ahead(verb: Token) -> bool:
    """Whether a verb tells of what is still to come."""
    return any(c.lower_ in _AHEAD for c in verb.children if c.dep_ in ("aux", "auxpass"))
