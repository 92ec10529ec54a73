"""Which words say that no deal has been made of what is sought or planned: "Nothing has been signed"?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_DEALS = words_of("nouns for what is signed or decided")
_SIGNING = words_of("verbs of signing") | words_of("verbs of closing a deal")
_DECIDING = frozenset({"decide", "sign", "agree", "finalise", "finalize", "conclude", "commit", "settle"})
_NOTHING = frozenset({"nothing", "none"})
_CLOSING = _SIGNING | _DECIDING
_TOLD_BY = _DEALS | _CLOSING | _NOTHING
"""Words by one of which a sentence can say so."""

_NO = frozenset({"no", "neither"})
_TRACES = frozenset({"sign", "trace", "question", "talk", "hint"})
_LED = frozenset({"with", "between", "from"})
_DONE = frozenset({Stage.SHIPPED, Stage.DELIVERED, Stage.RECEIVED, Stage.USED, Stage.SEIZED})
"""Stages of what has been given, whether signed for or not."""

_REACH = 4
"""How many sentences back it may have been sought."""


def find_unsigned(scene: Scene, acts: tuple[int, ...] = ()) -> tuple[int, int] | None:
    """The tokens that say so, last exclusive; behind ``acts``, at which the sentence tells of transfers."""
    for token in scene.among(_TOLD_BY):
        if token.i < max(acts, default=-1):
            continue
        words = _no_deal(token) or _nothing(token) or _not_anything(token)
        if words and not any(w.i in scene.goods_at for w in words):
            return min(w.i for w in words), max(w.i for w in words) + 1
    return None


def unsigned_flow(flows: Flows, named: set[str], scene: int) -> Flow | None:
    """The flow that was sought, offered or planned last, between those whom the words name."""
    for flow in reversed(flows.told):
        near = scene - flow.scene <= _REACH and flow.whole and flow.stage not in _DONE
        if near and named <= {flow.supplier, flow.recipient}:
            return flow
    return None


def _no_deal(noun: Token) -> list[Token]:
    """Of ``no contract has been signed``, ``there is no agreement yet``, ``saw no sign of a deal``."""
    if noun_lemma(noun) not in _DEALS or noun.pos_ != "NOUN" or _says_on_what(noun):
        return []
    over = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun_lemma(noun.head.head) in _TRACES:
        over = noun.head.head
    verb = over.head
    if not any(c.lower_ in _NO for c in over.lefts) or verb.pos_ not in ("VERB", "AUX"):
        return []
    led = [t for p in noun.children if p.lower_ in _LED for t in (p, *p.subtree)]
    words = [over.left_edge, over, noun, *led]
    if over != noun:
        return [*words, verb] if verb.i < over.i else words
    there = any(c.dep_ == "expl" for c in verb.children) and verb_lemma(verb) == "be"
    made = over.dep_ == "nsubjpass" and verb_lemma(verb) in _CLOSING | {"make", "take"}
    came = over.dep_ == "nsubj" and verb_lemma(verb) in (
        "come",
        "follow",
        "result",
        "materialise",
        "materialize",
    )
    have = over.dep_ == "dobj" and verb_lemma(verb) in _SIGNING | {"have", "reach", "make", "take"}
    return [*words, *_clause(verb)] if there or made or came or have else []


def _nothing(pronoun: Token) -> list[Token]:
    """Of ``nothing has been signed``, ``they have signed nothing``."""
    verb = pronoun.head
    if pronoun.lower_ not in _NOTHING or verb_lemma(verb) not in _CLOSING:
        return []
    done = pronoun.dep_ == "nsubjpass" if is_passive(verb) else pronoun.dep_ == "dobj"
    return [pronoun, *_clause(verb)] if done and not _of_what(pronoun) else []


def _not_anything(verb: Token) -> list[Token]:
    """Of ``has not signed anything``, ``had not decided anything``, ``has not signed a contract``."""
    if verb_lemma(verb) not in _CLOSING or not any(c.dep_ == "neg" for c in verb.children):
        return []
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    told = [
        c for c in objects if c.lower_ == "anything" or (noun_lemma(c) in _DEALS and not _says_on_what(c))
    ]
    return [*_clause(verb), *told] if told else []


def _clause(verb: Token) -> list[Token]:
    """A verb with its subject and what belongs to it."""
    belongs = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "expl", "prt")]
    subjects = [t for c in verb.children if c.dep_ == "nsubj" for t in (c.left_edge, c)]
    return [*subjects, *belongs, verb]


def _says_on_what(noun: Token) -> bool:
    """Whether a deal is told of in full, or another one is meant: "no deal to sell jets", "no peace deal"."""
    other = any(c.dep_ in ("compound", "amod") and c.lower_ not in _PLAIN for c in noun.lefts)
    return other or any(c.lower_ in ("for", "on", "about", "over", "that") for c in noun.children)


def _of_what(pronoun: Token) -> bool:
    return any(c.dep_ == "prep" for c in pronoun.children)


_PLAIN = frozenset(
    {"such", "final", "firm", "new", "further", "formal", "binding", "signed", "actual", "similar"}
)
"""What may be said of a deal that is spoken of without its being another one."""
