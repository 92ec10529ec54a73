"""What does a response say that it is about, and can a transfer of arms be that?

The words say it behind a preposition ("sanctions over the jailings", "warned of a drought"), as the object
("took up the delay") or as what is told ("warned that the rains would be heavy"). What is named there is
asked for, not whatever else stands in the sentence.
"""

from __future__ import annotations

import re

from tallybook.model import Action
from tallybook.read.clauses.scene import Scene
from tallybook.read.responses.astray import PUNISHING, STOPPING
from tallybook.read.responses.hits import Hit
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_LEADING = frozenset({"over", "about", "of", "for", "into", "against", "because", "on", "regarding"})
_MATTERS = words_of("matters other than a transfer")
_BUSINESS = words_of("matters of business")
_PRESS = words_of("who asks for the news")
_OF_ARMS = frozenset({Action.EMBARGO, Action.EXPORT_CONTROL, Action.FINDS_VIOLATION})
"""What is about arms whatever the reason: "froze its arms exports over the murder"."""

_HEARD = frozenset({Action.INVESTIGATES, Action.CALLS_FOR, Action.CONDEMNS, Action.WARNS})
_MEANT = re.compile(
    r"\b(?:arms|arming|weapon|missile|drone|rocket|shell|munition|ammunition|tank|jet|deliver|suppl|ship|transfer|sale|sell"
    r"|export|smuggl|embargo|deal|trade|proliferat|move|step|decision)\w*|\b(?:this|these|those|it|its|such|they|them)\b",
    re.I,
)


def about_another_matter(hit: Hit, scene: Scene) -> bool:
    """Whether the words say that it is about something that is no transfer, nor a rule on transfers."""
    named = [] if hit.action in _OF_ARMS else _named_matters(hit)
    if named and all(_is_another(noun, scene) for noun in named):
        return True
    return _tells_of_nothing(hit, scene) or _is_business(hit, scene) or _asked_by_press(hit)


def _named_matters(hit: Hit) -> list[Token]:
    heads = dict.fromkeys(t for t in (hit.head, hit.verb, hit.measure) if t is not None)
    found = [
        noun
        for head in heads
        for child in head.children
        if child.dep_ == "prep" and child.i >= hit.first and child.lower_ in _LEADING
        for noun in child.children
        if noun.dep_ in ("pobj", "pcomp")
    ]
    if hit.action in (Action.INVESTIGATES, Action.CONDEMNS):
        found += [c for c in hit.head.children if c.dep_ in ("dobj", "nsubjpass")]
    return [noun for noun in found if noun.lemma_.lower() in _MATTERS]


def _is_another(noun: Token, scene: Scene) -> bool:
    """Whether a matter is named that no word in it ties to arms ("the jailings", not "fraud in the deal")."""
    inside = {t.i for t in noun.subtree}
    if any(goods.head in inside for goods in scene.goods):
        return False
    return _MEANT.search(" ".join(t.text for t in noun.subtree)) is None


def _tells_of_nothing(hit: Hit, scene: Scene) -> bool:
    """Whether what is warned of, in a clause of its own, names no party, no arms and no consequence."""
    if hit.action != Action.WARNS or hit.word.form != "verb" or hit.head.pos_ != "VERB":
        return False
    kinds = ("ccomp", "xcomp") if hit.head.lemma_.lower() == "threaten" else ("ccomp",)
    told = next((c for c in hit.head.children if c.dep_ in kinds and c.i > hit.head.i), None)
    if told is None or any(c.dep_ in ("dobj", "dative") for c in hit.head.children):
        return False
    words = [t for t in told.subtree if t.dep_ != "mark"]
    inside = {t.i for t in words}
    if any(g.head in inside for g in scene.goods) or any(i in scene.actor_at for i in inside):
        return False
    text = " ".join(t.text for t in words)
    return not any(pattern.search(text) for pattern in (_MEANT, PUNISHING, STOPPING, _GRAVE))


_GRAVE = re.compile(
    r"\b(?:war|conflict|escalat|peace|stabil|security|danger|region|threat|target|destroy|relation|tie|strik|shell|bomb"
    r"|sink|shoot|respond|response|hit|attack|force|expel|recall|envoy|ambassador|court)\w*",
    re.I,
)


def _is_business(hit: Hit, scene: Scene) -> bool:
    """Whether what is raised is a matter of trade between friends, or is raised with nobody."""
    if hit.action != Action.OTHER or hit.head.lemma_.lower() not in ("raise", "take", "bring", "broach"):
        return False
    taken = [c for c in hit.head.children if c.dep_ in ("dobj", "nsubjpass")]
    if any(c.lemma_.lower() in _BUSINESS for c in taken):
        return True
    with_whom = [n for c in hit.head.children if c.dep_ == "prep" and c.lower_ == "with" for n in c.children]
    return bool(with_whom) and all(n.i in scene.goods_at for n in with_whom)


def _asked_by_press(hit: Hit) -> bool:
    """Whether it is reporters who ask, or somebody is only asked a question."""
    if hit.action not in _HEARD or hit.head.pos_ != "VERB":
        return False
    doers = [c for c in hit.head.children if c.dep_ == "nsubj"]
    doers += [n for c in hit.head.children if c.dep_ == "agent" or c.lower_ == "by" for n in c.children]
    if any(d.lemma_.lower() in _PRESS for d in doers):
        return True
    if hit.action == Action.WARNS and hit.head.lemma_.lower() == "promise":
        return any(t.lower_ in ("written", "writing") for t in hit.head.subtree)
    return hit.action == Action.CALLS_FOR and (_is_question(hit.head) or _is_answered(hit.head))


def _is_question(verb: Token) -> bool:
    """Whether "ask" leads to a question: "asked about the jets", "asked whether", "..., he asked"."""
    if verb.lemma_.lower() != "ask":
        return False
    if any(c.dep_ == "prep" and c.lower_ == "about" for c in verb.children):
        return True
    if any(c.dep_ == "dobj" and c.lemma_.lower() == "question" for c in verb.children):
        return True
    told = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "advcl", "parataxis")]
    if any(m.lower_ in _WH for c in told for m in (*c.children, c)):
        return True
    return any(t.text == "?" for t in verb.sent) and not any(
        c.dep_ in ("dobj", "xcomp") for c in verb.children
    )


_WH = frozenset({"whether", "if", "why", "how", "what", "who", "where", "when"})


def _is_answered(verb: Token) -> bool:
    """Whether somebody is pressed only for a word: "pressed by a deputy, the minister replied"."""
    if verb.lemma_.lower() != "press":
        return False
    if not any(c.i > verb.i or c.dep_ == "nsubjpass" for c in verb.children if not c.is_punct):
        return True  # "the matter is going to press"
    return verb.tag_ == "VBN" and verb.head.lemma_.lower() in _ANSWERING


_ANSWERING = words_of("verbs of answering a question")
