"""Who arranges a deal for others, stands between its two ends, or pays for one of them?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.claims.named import Named, doers, named_at
from tallybook.read.claims.told import is_deal
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_BROKERS = words_of("who arranges deals for others")
_TRADERS = words_of("nouns for firms") | _BROKERS
_ARRANGING = words_of("verbs of arranging for others")
_PAYING = words_of("verbs of paying for others")
_PAPERS = words_of("what go-betweens see to")
_SEEING_TO = frozenset({"handle", "process", "sign", "manage", "organise", "organize", "issue", "provide"})
_BUYING = frozenset({"buy", "purchase", "order", "procure", "acquire"})
_THROUGH = frozenset({"through", "via"})
_DOING = _ARRANGING | _PAYING | _SEEING_TO
_TOLD_BY = _DOING | _BUYING | _THROUGH | _BROKERS
"""Words by which a sentence can name who stands between."""

_ACTING = frozenset({"act", "serve", "work", "function", "operate"})


def go_betweens_in(scene: Scene) -> Iterator[Named]:
    """Those whom a sentence names as standing between the two ends of the deal it goes on about."""
    for token in scene.among(_TOLD_BY):
        lemma = verb_lemma(token)
        if lemma in _DOING and token.tag_.startswith("VB"):
            if _sees_to_it(token, lemma, scene):
                yield from (who for who in doers(token, scene) if lemma not in _PAYING or who.state)
        elif lemma in _BUYING and _for_another(token):
            yield from doers(token, scene)
        elif token.lower_ in _THROUGH and token.dep_ in ("prep", "agent"):
            yield from _firms_behind(token, scene)
        elif noun_lemma(token) in _BROKERS and token.pos_ in ("NOUN", "PROPN"):
            yield from _by_trade(token, scene)


def _sees_to_it(verb: Token, lemma: str, scene: Scene) -> bool:
    """Whether what is arranged or paid is the deal: "brokered the sale", "handled the payments"."""
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    done = [c for c in verb.children if c.dep_ in (("nsubjpass",) if is_passive(verb) else ("dobj",))]
    done += [t for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" for t in c.children]
    if verb.dep_ in ("acl", "relcl") and (is_passive(verb) or not done):
        done.append(verb.head)
    if lemma in _SEEING_TO and lemma not in _ARRANGING:
        papers = any(noun_lemma(t) in _PAPERS for t in done)
        return papers and (lemma != "sign" or "user" in scene.words)
    return any(is_deal(t, scene) or noun_lemma(t) in ("bill", "cost", "price") for t in done)


def _for_another(verb: Token) -> bool:
    """Whether somebody buys on behalf of another."""
    preps = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "on")
    return any(t.lower_ == "behalf" for prep in preps for t in prep.children)


def _firms_behind(prep: Token, scene: Scene) -> Iterator[Named]:
    """The firms through which goods or money go: "through the dealer X", "via X Trading"."""
    for noun in (c for c in prep.children if c.dep_ == "pobj"):
        found = named_at(noun, scene)
        if found is None or not found.firm:
            continue
        if found.mention is not None or noun_lemma(noun) in _TRADERS:
            yield found


def _by_trade(noun: Token, scene: Scene) -> Iterator[Named]:
    """Who is called a go-between: "the broker X", "X as middleman", "X was the intermediary"."""
    found = named_at(noun, scene)
    if found is not None:
        if found.firm:
            yield found
        return
    above = noun.head
    if noun.dep_ == "attr":
        yield from doers(above, scene)
    elif noun.dep_ == "pobj" and above.lower_ == "as":
        verb = above.head
        if verb_lemma(verb) in _ACTING:
            yield from doers(verb, scene)
            return
        partner = [t for c in verb.children if c.lower_ == "with" for t in c.children if t.dep_ == "pobj"]
        own = [verb] if verb.dep_ == "pobj" and verb.head.lower_ == "with" else []
        for one in (*partner, *own):
            who = named_at(one, scene)
            if who is not None:
                yield who
