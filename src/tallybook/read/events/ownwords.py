"""Which words of a sentence tell one transfer, and which verbs carry its noun: "placed an order in May"?"""

from __future__ import annotations

from tallybook.model import Span, Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.over import chain_over
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.standing import verb_of_content
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ABOUT = words_of("verbs about a transfer")
_SIGNS = words_of("verbs of closing or breaking a deal")
_CARRIED = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "oprd"})
_TURNING_UP = words_of("verbs of turning up")
_STEMS = frozenset({"come", "stem", "originate"})
_MOVED = frozenset({Stage.DELIVERED, Stage.SHIPPED, Stage.RECEIVED})


def act_of(event: Event, scene: Scene) -> tuple[Span, ...]:
    """Where the words stand that tell of the act: the word of transfer, its turns, the verb over it."""
    tokens = own_words(event) | {t.i for t in carrying(event.trigger.head)}
    first, last = scene.sentence.first, scene.sentence.last
    return tuple(scene.span(i, i + 1) for i in tokens if first <= i < last)


def own_words(event: Event) -> set[int]:
    """The tokens that tell this transfer: its word, what turns it, and the words that it took up."""
    head = event.trigger.head
    goods = {i for g in event.filled.goods for i in range(g.first, g.last)}
    turned = (head.doc[t.hit.token] for t in event.turns if not t.finite)
    mine = {head.i, *(t.i for t in turned if t.lemma_.lower() not in _ABOUT)}
    aside = head.dep_ in ("relcl", "acl")
    for taken in event.absorbed:
        token = taken.trigger.head
        # "of 29 launchers bought in May, 11 were delivered this year": nor is this year that of the purchase
        if aside and not head.is_ancestor(token):
            continue
        # "the jets that it ordered in 2018 have arrived": the time of the order is not that of the arrival
        behind = (token.i > head.i or verb_lemma(head) in _STEMS) and verb_lemma(token) not in _TURNING_UP
        moved = behind and not event.turns and {taken.trigger.stage, event.trigger.stage} <= _MOVED
        if token.dep_ in ("relcl", "acl") and token.head.i in goods and token.i != head.i and not moved:
            continue
        mine.add(token.i)
    mine |= {t.i for t, finite in chain_over(head) if not finite and t.pos_ == "AUX"}
    verb = verb_of_content(event.trigger)
    mine |= {verb.i} if verb is not None and verb.lemma_.lower() not in _ABOUT else set()
    if event.trigger.frame.name == "seize":
        mine |= _on_her_way(head)
    return mine | _signing(head) | _being(head)


def _on_her_way(head: Token) -> set[int]:
    """Of ``seized rifles from a dhow bound for X on Sunday``: the day is that of the seizing."""
    things = [c for c in head.children if c.dep_ in ("dobj", "nsubjpass")]
    things += [c for t in (head, *things) for p in t.children if p.dep_ == "prep" for c in p.children]
    return {c.i for thing in things for c in thing.children if c.dep_ == "acl" and verb_lemma(c) in _ONWARD}


_ONWARD = words_of("verbs of being on the way")


def _signing(head: Token) -> set[int]:
    """The verb by which a deal came about, in a clause on its noun: "a contract signed on Friday"."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return set()
    clauses = [c for c in head.children if c.dep_ in ("acl", "relcl") and c.i > head.i]
    return {c.i for c in clauses if c.lemma_.lower() in _SIGNS}


def _being(head: Token) -> set[int]:
    """The "was" of "X was the first to buy Y": its time is that of the buying."""
    noun = head.head
    held = head.dep_ in ("acl", "relcl", "xcomp") and noun.dep_ == "attr" and noun.head.lemma_ == "be"
    return {noun.head.i, noun.i} if held else set()


def carrying(head: Token) -> list[Token]:
    """The verb that a noun of transfer is subject or object of, with what that verb completes."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return []
    token = head
    for _ in range(3):
        if token.dep_ in ("conj", "compound", "appos"):
            token = token.head
        elif (
            token.dep_ == "pobj"
            and token.head.dep_ == "prep"
            and token.head.lower_ in ("for", "of", "on", "to")
        ):
            token = token.head.head
        else:
            break
    verb = token.head
    if token.pos_ in ("VERB", "AUX"):
        verb = token
    elif token.dep_ not in _CARRIED or verb.pos_ not in ("VERB", "AUX"):
        return []
    found = []
    for _ in range(3):
        if verb.lemma_.lower() in _ABOUT:
            break
        found.append(verb)
        if token.dep_ in ("nsubj", "nsubjpass"):
            found += [c for c in verb.children if c.dep_ == "xcomp"]  # "deliveries are to begin in May"
        if verb.dep_ != "xcomp" or verb.head.pos_ not in ("VERB", "AUX"):
            break
        verb = verb.head
    return found
