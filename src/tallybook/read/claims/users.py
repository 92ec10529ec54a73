"""Who is to use the arms that a sentence speaks of, where somebody else gets them?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.claims.named import Named, doers, named_at
from tallybook.read.claims.told import is_arms
from tallybook.read.clauses.lemmas import infinitive, is_passive, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_USING = words_of("verbs of using arms")
_TOLD_BY = _USING | {"use"}
_AHEAD = frozenset({"will", "would", "shall"})


def _people_of_a_state(verb: Token, scene: Scene) -> Iterator[Named]:
    """The state whose people use the arms: "by Ruritanian policemen"."""
    for agent in (c for c in verb.children if c.dep_ == "agent"):
        for noun in (t for t in agent.children if t.dep_ == "pobj" and t.i not in scene.actor_at):
            found = (named_at(c, scene) for c in noun.lefts if c.i in scene.actor_at)
            yield from (who for who in found if who is not None)


def users_in(scene: Scene) -> Iterator[Named]:
    """Those whom a sentence names as who will use the arms: "to be driven by X's troops", "for use by X"."""
    for token in scene.among(_TOLD_BY):
        if token.lower_ == "use" and token.dep_ == "pobj" and token.head.lower_ == "for":
            nouns = [t for c in token.children if c.lower_ == "by" for t in c.children if t.dep_ == "pobj"]
            yield from (who for noun in nouns if (who := named_at(noun, scene)) is not None)
        elif verb_lemma(token) in _USING and token.tag_ == "VBN" and is_passive(token):
            ahead = infinitive(token) or any(c.lower_ in _AHEAD for c in token.children)
            done = [*(c for c in token.children if c.dep_ == "nsubjpass"), token.head]
            if ahead and (token.dep_ in ("relcl", "acl", "advcl") or any(is_arms(t, scene) for t in done)):
                yield from (who for who in doers(token, scene) if who.mention is not None)
                yield from _people_of_a_state(token, scene)
