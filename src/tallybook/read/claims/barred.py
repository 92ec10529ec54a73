"""Does a sentence only name a transfer that is kept from happening, or an act that is none?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.clauses.passage import keeps_out
from tallybook.read.discourse.denials import leaves_open
from tallybook.read.events.telling import names_end
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_BESIDE = frozenset({"compound", "nsubj", "nsubjpass", "pobj"})
"""Where a trade stands that tells of nothing by itself."""

_HINDERING = words_of("verbs of keeping from")
_STEPS = words_of("what is done against something")
_AVERTING = words_of("verbs of averting")
_WAR = words_of("verbs of war")
_FIRE = frozenset({"fire", "gunfire", "shelling", "salvo", "barrage", "blow", "strike", "shot"})
FIRE_REACH = 7
"""How many tokens behind "exchange" the fire may stand."""

_QUESTIONS = frozenset({"csubj", "csubjpass", "ccomp", "nsubj", "nsubjpass"})
_ASKING = frozenset({"how", "what", "when", "where", "which", "who", "whom", "whose", "why"})
_UNSAID = words_of("words for what nobody says")


def only_possible(event: Event) -> bool:
    """Whether nothing changes hands: it is hindered, or what is allowed or able to is another act."""
    head = event.trigger.head
    vetoed = any(t.hit.word.name == "veto" for t in event.turns)
    if (_hindered(head) and not vetoed) or _left_so(event) or _asked_to_stop(event):
        return True
    if _exchanges_fire(head) or _left_open(head):
        return True
    turning = [head.doc[t.hit.token] for t in event.turns]
    return any(_lets_fight(t) or leaves_open(t) or keeps_out(t) for t in turning) or leaves_open(head.head)


def _hindered(verb: Token) -> bool:
    """Whether somebody is kept from it, or steps are taken against it: "prevented X from selling tanks"."""
    prep = verb.head
    if verb.pos_ == "NOUN":
        against = verb.dep_ == "pobj" and prep.lower_ == "against" and noun_lemma(prep.head) in _STEPS
        averted = verb.dep_ == "dobj" and verb_lemma(prep) in _AVERTING
        return against or (averted and prep.tag_ in ("VB", "VBG"))
    return (
        verb.tag_ == "VBG"
        and verb.dep_ == "pcomp"
        and prep.lower_ == "from"
        and verb_lemma(prep.head) in _HINDERING
    )


def _exchanges_fire(verb: Token) -> bool:
    """Whether foes only shoot at one another: "exchanged artillery and missile fire"."""
    if verb_lemma(verb) not in ("exchange", "trade"):
        return False
    return any(noun_lemma(t) in _FIRE for t in verb.doc[verb.i + 1 : verb.i + FIRE_REACH])


def _left_open(verb: Token) -> bool:
    """Whether it is only asked how, where or when: "Where the rockets came from was left unsaid"."""
    clause = verb
    for _ in range(CLIMB_LIMIT):
        if clause.dep_ in _QUESTIONS or clause.head == clause:
            break
        clause = clause.head
    above = clause.head
    if above == clause:
        return False
    opens = next((t for t in verb.doc[clause.left_edge.i : verb.i] if not t.is_punct), None)
    if opens is None or opens.lower_ not in _ASKING:
        return False
    unsaid = any(c.dep_ == "neg" or noun_lemma(c) in _UNSAID or c.lower_ == "no" for c in above.children)
    told = any(noun_lemma(t) in _UNSAID for c in above.children for t in c.children)
    return unsaid or told or verb_lemma(above) in _UNSAID


def _asked_to_stop(event: Event) -> bool:
    """Whether nobody in particular is called upon to end it: "called on all states to stop the flow"."""
    stages = {t.hit.word.stage for t in event.turns}
    return event.supplier is None and {Stage.ENDED, Stage.SOUGHT} <= stages


def _left_so(event: Event) -> bool:
    """Whether something is only left as it is: "was left unsaid", "left them helpless"."""
    so = ("acomp", "oprd", "xcomp", "ccomp", "advcl")
    states = [c for c in event.trigger.head.children if c.dep_ in so and c.i > event.trigger.head.i]
    return event.trigger.frame.name == "left" and any(c.tag_ in ("JJ", "VBN") for c in states)


def _lets_fight(verb: Token) -> bool:
    """Whether what is allowed or ordered is to fight: "authorised the army to shoot down drones"."""
    below = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp")]
    below = [c for c in below if all(a.tag_ != "MD" for a in c.children)]  # not "expects that they will fire"
    return verb_lemma(verb) not in _GOING_ON and any(verb_lemma(c) in _WAR for c in below)


_GOING_ON = frozenset({"use", "keep", "continue", "begin", "start", "go", "manage"})
"""Verbs under which one does what the next verb says."""


def only_a_title(event: Event) -> bool:
    """Whether somebody is only called by his trade: "Rosoboronexport, the arms exporter"."""
    taker, noun = event.recipient, event.trigger.head
    if event.trigger.frame.name != "giver" or taker is None or taker.slot != "discourse":
        return False
    named = any(c.lower_ in ("of", "to", "for") for c in noun.children) or names_end(event.filled)
    return noun.dep_ == "appos" or (noun.dep_ in _BESIDE and not named)
