"""What does a clause say again of a voyage or a catch that was told of: "Its destination was Port X"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Stage
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.pointed import (
    Known,
    Retelling,
    is_carrier,
    is_pronoun_for_goods,
    points_at_carrier,
    points_at_goods,
    stretch_of,
    subject_of,
)
from tallybook.read.events.details import counted_lots
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_TAKERS = words_of("nouns for where a cargo goes")
_GIVERS = words_of("nouns for where a cargo comes from")
_NAMING = words_of("verbs by which papers name somebody")
_STOPPING = words_of("what is done to a carrier that is caught")
_BERTHING = words_of("verbs of ships and planes that come in")
_CATCHING = _STOPPING | {"board", "search", "raid", "storm", "inspect", "pull"}
_KNOWN = frozenset({"the", "this", "that", "its", "their"})
_HOLDING = frozenset({"have", "hold", "carry", "contain", "yield", "transport", "conceal", "hide", "bear"})
_HAULS = words_of("nouns for a catch")
_WEIGHING = frozenset({"weigh", "amount", "total", "come", "number", "measure", "run", "fill"})
_LOTS = words_of("what is handed over at once") | words_of("single trips and parts")
_RANKS = words_of("ranks in a row")
_GREATEST = frozenset({"biggest", "largest", "record", "heaviest", "greatest", "most", "big", "large"})
_BEING = frozenset({"be", "remain", "become"})
_THIS = frozenset({"this", "it", "that", "one", "these"})
_WITH = frozenset({"with", "of"})
_FULL = words_of("words for a full carrier")
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "hardly"})
_TOLD = frozenset({"dobj", "nsubjpass"})


_OF_A_KIND = frozenset({"kind", "sort", "type"})
_DEALS = words_of("deals that goods come under")
_RESTING = words_of("verbs of coming under a deal")
_UNDER = frozenset({"to", "of", "under", "by", "from", "in", "within"})
_PARTS = frozenset({"part", "portion", "result", "fruit", "element", "component", "share", "half", "third"})


def ways_again(scene: Scene, known: Known) -> Iterator[Retelling]:
    """The clauses of a sentence that tell again of a voyage or a catch."""
    for token in scene.tokens:
        if token.pos_ in ("NOUN", "PROPN", "ADJ"):
            lemma = noun_lemma(token)
            giving = lemma in _GIVERS or _where_it_began(token)
            role = "recipient" if lemma in _TAKERS else "supplier" if giving else None
            if role is not None and known.moved:
                yield from _placed(token, role, scene)
        if token.pos_ in ("VERB", "AUX"):
            yield from _stopped(token, known)
            yield from _another_catch(token, scene, known)
            yield from _came_in(token, scene, known)
            yield from _summed(token, known)
            yield from _one_of_a_row(token, known)
            yield from _under_deal(token, scene, known)


def _where_it_began(noun: Token) -> bool:
    """Whether a noun stands for where a cargo set out: "the starting point", "the port of origin"."""
    if noun_lemma(noun) not in ("point", "port", "place", "country"):
        return False
    begun = any(c.lower_ in ("starting", "departure", "loading") for c in noun.lefts)
    of = (t.lower_ for p in noun.children if p.lower_ == "of" for t in p.children)
    return begun or any(t in ("departure", "origin", "loading", "embarkation", "dispatch") for t in of)


def _placed(noun: Token, role: str, scene: Scene) -> Iterator[Retelling]:
    """Who is said to be the taker or the sender of what was told of: "the consignee is X"."""
    over = noun.head
    if noun.dep_ in ("nsubj", "attr") and verb_lemma(over) in _BEING:
        sides = [c for c in over.children if c.dep_ in ("nsubj", "attr") and c is not noun]
        named = next((c for c in sides if _names(c, scene)), None)
        if named is not None:
            yield _not_there(named, noun, role) or _way((named, noun), Stage.SHIPPED, role)
    elif noun.dep_ == "pobj" and over.lower_ in ("as", "for"):
        verb = over.head if over.head.pos_ == "VERB" else over.head.head
        shown = verb_lemma(verb) in ("figure", "appear", "feature", "stand", "sign")
        slots = _TOLD | {"nsubj"} if shown else _TOLD
        named = next((c for c in verb.children if c.dep_ in slots and _names(c, scene)), None)
        if (shown or verb_lemma(verb) in _NAMING) and named is not None:
            yield _way((named, noun), Stage.SHIPPED, role)


def _not_there(named: Token, noun: Token, role: str) -> Retelling | None:
    """Where a cargo is told not to go: "Ruritania and not Sylvania was its destination"."""
    barred = next((t for t in named.subtree if t.lower_ == "not"), None)
    if barred is None:
        return None
    behind = (t.i for t in named.subtree if t.i > barred.i and (t.is_punct or t.lower_ == "but"))
    last = next(behind, noun.i + 1)
    return Retelling(barred.i, last, noun, Stage.PLANNED, role, negated=True)


def _names(noun: Token, scene: Scene) -> bool:
    """Whether a noun phrase holds a name."""
    return any(t.pos_ == "PROPN" or t.i in scene.actor_at for t in noun.subtree)


def _stopped(verb: Token, known: Known) -> Iterator[Retelling]:
    """Who stops the carrier of what was caught: "his units had stopped the boat"."""
    if not known.caught or verb_lemma(verb) not in _STOPPING:
        return
    done_to = next((c for c in verb.children if c.dep_ == "dobj" and points_at_carrier(c, known)), None)
    if done_to is not None:
        yield _way((verb, done_to), Stage.SEIZED)


def _another_catch(verb: Token, scene: Scene, known: Known) -> Iterator[Retelling]:
    """What was in another carrier that was caught: "a boat boarded in May had 600 rifles in it"."""
    if not known.caught or verb_lemma(verb) not in _HOLDING or not _is_caught(verb, scene):
        return
    inside = {t.i for t in verb.subtree if t.i > verb.i}
    goods = [g for g in scene.goods if g.head in inside and not (g.weak or g.modifier)]
    for quantity, lot in counted_lots(scene, goods):
        if lot:
            first, last = min(quantity.first, lot[0].first), max(quantity.last, lot[-1].last)
            yield Retelling(first, last, scene.doc[lot[-1].head], Stage.SEIZED)


def _is_caught(verb: Token, scene: Scene) -> bool:
    """Whether a new carrier that was caught stands before a verb, whatever the tree makes of it."""
    before = scene.doc[scene.sentence.first : verb.i]
    carrier = next((t for t in reversed(before) if is_carrier(t)), None)
    if carrier is None or any(c.lower_ in _KNOWN for c in carrier.lefts):
        return False
    others = (t for t in before if t.i > carrier.i and t.dep_ in ("nsubj", "nsubjpass"))
    caught = (t for t in before if t.tag_ in ("VBN", "VBD") and verb_lemma(t) in _CATCHING)
    return any(caught) and not any(others)


def _came_in(verb: Token, scene: Scene, known: Known) -> Iterator[Retelling]:
    """Which ship or plane with arms comes in: "a white plane with weapons landed"."""
    if verb_lemma(verb) not in _BERTHING or is_passive(verb) or not known.carriers:
        return
    subject = subject_of(verb)
    if subject is None or not is_carrier(subject):
        return
    more = any(c.lower_ in ("more", "further", "another", "other", "such") for c in subject.lefts)
    if more or any(t.i in scene.goods_at for t in _aboard(subject, verb)):
        yield _way((subject, verb), Stage.RECEIVED)


def _aboard(carrier: Token, verb: Token) -> Iterator[Token]:
    """What is told to be in a carrier: "with guns", "full of guns"."""
    for part in (*carrier.children, *verb.children):
        if part.i > carrier.i and (part.lower_ in _WITH or part.lower_ in _FULL):
            yield from part.subtree


def _summed(verb: Token, known: Known) -> Iterator[Retelling]:
    """How much was caught: "the haul weighs 60 tonnes", "put the haul at 60 tonnes", "the biggest catch"."""
    if not known.caught:
        return
    lemma, subject = verb_lemma(verb), subject_of(verb)
    if lemma in _WEIGHING and subject is not None and noun_lemma(subject) in _HAULS:
        number = next((t for t in verb.subtree if t.like_num), None)
        if number is not None:
            yield _way((subject, verb, number), Stage.SEIZED)
    elif lemma in ("put", "estimate", "value"):
        haul = next((c for c in verb.children if c.dep_ in _TOLD and _is_haul(c)), None)
        at = [t for p in verb.children if p.lower_ == "at" for t in p.subtree]
        number = next((t for t in at if t.like_num), None)
        if haul is not None and number is not None:
            yield _way((verb, haul, number), Stage.SEIZED)
    elif lemma in _BEING and subject is not None:
        what = next((c for c in verb.children if c.dep_ == "attr" and noun_lemma(c) in _HAULS), None)
        pointing = subject.lower_ in _THIS or noun_lemma(subject) in _HAULS
        if what is not None and pointing and any(c.lower_ in _GREATEST for c in what.lefts):
            yield _way((subject, verb, what), Stage.SEIZED)


def _is_haul(noun: Token) -> bool:
    """Whether a noun stands for a catch, or for how much it is or is worth."""
    of = [t for p in noun.children if p.lower_ == "of" for t in p.children]
    return any(noun_lemma(t) in _HAULS for t in (noun, *of))


def _one_of_a_row(verb: Token, known: Known) -> Iterator[Retelling]:
    """Which of several lots the one told of is: "this is the third part"."""
    subject = subject_of(verb) if known.moved and verb_lemma(verb) in _BEING else None
    if subject is None:
        return
    what = next((c for c in verb.children if c.dep_ == "attr"), None)
    if what is None:
        return
    lot = noun_lemma(what) in _LOTS and any(c.lower_ in _RANKS for c in what.lefts)
    of = (t for p in what.children if p.lower_ == "of" for t in p.children)
    kind = what.lower_ in _RANKS and any(noun_lemma(t) in _OF_A_KIND for t in of)
    points = subject.lower_ in _THIS or noun_lemma(subject) in _LOTS or subject.dep_ == "csubj"
    words = {c.lower_ for c in (*verb.children, *what.children)}
    denied = bool(words & _NOT) and "but" not in words  # "not the first part but the third"
    if points and (lot or kind) and not denied:
        yield _way((subject, verb, what), Stage.SHIPPED)


def _under_deal(verb: Token, scene: Scene, known: Known) -> Iterator[Retelling]:
    """Under which deal goods come that were told of: "they belong to an order for nine boats"."""
    subject = subject_of(verb)
    if subject is None or not (points_at_goods(subject, scene, known) or is_pronoun_for_goods(subject)):
        return
    for led in verb.subtree:
        if led.lower_ not in _UNDER or led.i < verb.i or led.dep_ not in ("prep", "agent"):
            continue
        deal = next((t for t in led.children if noun_lemma(t) in _DEALS), None)
        part = verb_lemma(verb) == "be" and (noun_lemma(led.head) in _PARTS or led.head is verb)
        if deal is not None and (part or verb_lemma(verb) in _RESTING):
            yield _way((subject, verb, deal), Stage.AGREED)
            return


def _way(words: tuple[Token, ...], stage: Stage, role: str | None = None) -> Retelling:
    return Retelling(*stretch_of(words), words[0], stage, role, near=role is None)
