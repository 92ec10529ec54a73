"""Whose make are the goods: by an adjective in their name, or by who built them?"""

from __future__ import annotations

from tallybook.read.clauses.parties import Parties
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_GONE = frozenset({"Soviet Union", "Yugoslavia", "Czechoslovakia", "East Germany"})
"""States of the past, after which types are called that others own and give: "old Soviet shells"."""

_MAKING = words_of("verbs of making")


def origin_of(mention: GoodsMention, parties: Parties) -> ActorMention | None:
    """The party that goods are named after, or that made them."""
    for index in range(mention.first, mention.last):
        origin = parties.origin.get(index)
        if origin is not None:
            return None if origin.name in _GONE else origin
    goods = parties.scene.doc[mention.head]
    return _builder(goods, parties) or _said_of(goods, parties)


def _said_of(goods: Token, parties: Parties) -> ActorMention | None:
    """Whose make the sentence says that goods are: "most of the tanks that it flies are Ruritanian"."""
    while goods.dep_ == "pobj" and goods.head.lower_ == "of":
        goods = goods.head.head
    if goods.dep_ != "nsubj" or goods.head.lemma_ != "be":
        return None
    named = (parties.origin.get(c.i) for c in goods.head.children if c.dep_ == "attr")
    for origin in named:
        if origin is not None and origin.name not in _GONE:
            return origin  # "the missile that X fired was a Ruritanian Storm-2"
    told = [c for c in goods.head.children if c.dep_ in ("acomp", "attr") and c.tag_ == "JJ"]
    mentions = (parties.scene.actor_at.get(t.i) for t in told)
    return next((m for m in mentions if m is not None and m.form in ("adjective", "made")), None)


def _builder(goods: Token, parties: Parties) -> ActorMention | None:
    """Who made the goods in "boats built by Ruritania" and "boats that Ruritania built"."""
    passive = [goods.head] if goods.dep_ == "nsubjpass" else []
    for verb in (*goods.children, *passive):
        if (verb.dep_ not in ("acl", "relcl") and verb not in passive) or str(
            verb.lemma_
        ).lower() not in _MAKING:
            continue
        by = [t for c in verb.children if c.dep_ == "agent" for t in c.children]
        where = [t for c in verb.children if c.lower_ in ("in", "at") for t in c.children]
        works = [
            t for w in (*where, *by) for p in w.children if p.lower_ in ("in", "of", "at") for t in p.children
        ]
        makers = [*by, *(c for c in verb.children if c.dep_ == "nsubj"), *where, *works]
        found = next((parties.at[t.i] for t in makers if t.i in parties.at), None)
        found = found or next((parties.modifying[t.i] for t in where if t.i in parties.modifying), None)
        if found is not None:
            return found
    return None
