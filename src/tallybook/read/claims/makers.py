"""Who made the arms that a sentence speaks of, and under whose licence?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Role
from tallybook.read.claims.named import Named, behind, doers, named_at
from tallybook.read.claims.told import THESE, conveyances, is_arms
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_MAKING = words_of("verbs of making")
_MAKER = words_of("nouns for who makes")
_MODEL = words_of("nouns for what is made")
_LICENCE = frozenset({"licence", "license"})
_MADE = words_of("participles of making")
_OF = frozenset({"from", "of", "by"})
_TOLD_BY = _MAKING | _MAKER | _LICENCE | _MADE | {"product"}
"""Words by which a sentence can name who makes arms."""


def makers_in(scene: Scene) -> Iterator[tuple[Role, Named]]:
    """Those whom a sentence names as makers of the arms it goes on about, and who licensed the make."""
    for token in scene.among(_TOLD_BY):
        if verb_lemma(token) in _MAKING and token.tag_.startswith("VB"):
            if _of_arms(token, scene):
                yield from ((Role.MAKER, who) for who in doers(token, scene) if who.firm or who.state)
        elif noun_lemma(token) in _MAKER and token.pos_ in ("NOUN", "PROPN"):
            yield from ((Role.MAKER, who) for who in _by_trade(token, scene))
        elif noun_lemma(token) == "product":
            yield from ((Role.MAKER, who) for who in behind(token, _OF, scene) if who.firm or who.state)
        elif noun_lemma(token) in _LICENCE:
            yield from ((Role.LICENSOR, who) for who in _licensed(token, scene))
        elif token.lower_ in _MADE and token.i > scene.sentence.first + 1 and token.nbor(-1).text == "-":
            yield from ((Role.MAKER, who) for who in _hyphened(token, scene))


def _of_arms(verb: Token, scene: Scene) -> bool:
    """Whether what is made is the arms told of: "the tank", "them"; no ship that carries them, no plan."""
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    if is_passive(verb):
        return any(_is_made(t, scene) for t in _made(verb))
    things = [c for c in verb.children if c.dep_ == "dobj"]
    own = any(c.lower_ == "own" for t in things for c in t.lefts)  # what somebody makes for himself
    return not own and any(_is_made(t, scene) and _is_known(t, scene) for t in things)


def _made(verb: Token) -> Iterator[Token]:
    """What a passive of making tells of: its subject, the noun it hangs on, the subject beside it."""
    top = verb
    while top.dep_ == "conj" and not any(c.dep_ == "nsubjpass" for c in top.children):
        top = top.head
    own = [c for c in top.children if c.dep_ in ("nsubjpass", "nsubj")]
    if any(c.lower_ in ("which", "that") for c in own) and top.dep_ == "relcl":
        own = [top.head]
    if own:
        yield from own
    elif top.dep_ in ("acl", "amod", "relcl"):
        yield top.head
    elif top.dep_ == "advcl":
        yield from (c for c in top.head.children if c.dep_ in ("nsubj", "nsubjpass", "dobj"))


def _is_made(noun: Token, scene: Scene) -> bool:
    if noun.lower_ in conveyances() and noun.i not in scene.goods_at:
        return False
    model = noun_lemma(noun) in _MODEL or (noun.tag_ == "NNP" and noun.i not in scene.actor_at)
    return is_arms(noun, scene) or model


def _is_known(noun: Token, scene: Scene) -> bool:
    """Whether the arms are those told of, not what somebody makes in general."""
    if noun.pos_ in ("PRON", "DET") or any(c.lower_ in THESE for c in noun.lefts):
        return True
    goods = scene.goods_at.get(noun.i)
    return goods is not None and goods.goods.designation is not None


def _by_trade(noun: Token, scene: Scene) -> Iterator[Named]:
    """Who is called the maker: "X, the producer,", "its manufacturer X", "the maker of the tank, X"."""
    pointed = any(c.lower_ in THESE or (c.dep_ == "poss" and c.i in scene.goods_at) for c in noun.lefts)
    if not pointed or not all(_plain(c, scene) for c in noun.lefts):
        return
    found = named_at(noun, scene)
    if found is not None and found.firm:
        yield found


def _plain(left: Token, scene: Scene) -> bool:
    """Whether a word before "maker" leaves open what he makes, or names these arms: no "the car maker"."""
    if left.dep_ != "compound":
        return True
    return left.i in scene.goods_at or left.tag_ == "NNP" or noun_lemma(left) in _MODEL


def _licensed(noun: Token, scene: Scene) -> Iterator[Named]:
    """Under whose licence arms are made: "under licence from X", "under a Ruritanian licence"."""
    above = noun.head
    under = noun.dep_ == "pobj" and above.lower_ in ("under", "on", "with")
    if not under or verb_lemma(above.head) not in _MAKING:
        return
    yield from behind(noun, _OF, scene)
    for child in noun.lefts:
        actor = scene.actor_at.get(child.i)
        found = named_at(child, scene) if actor is not None else None
        if found is not None:
            yield found


def _hyphened(made: Token, scene: Scene) -> Iterator[Named]:
    """Who stands before "-built": "the X-built boats"."""
    if not any(is_arms(t, scene) for t in (made.head, made.head.head)):
        return
    found = named_at(made.nbor(-2), scene)
    if found is not None and (found.firm or found.state is not None):
        yield found
