"""Whom does a pronoun announce that stands before the name: "Before it ordered jets, Ruritania had"?"""

from __future__ import annotations

from tallybook.read.clauses.parties import CLIMB_LIMIT, Parties
from tallybook.read.mentions.actors import OWN_NAMES, ActorMention
from tallybook.read.text.tree import Token

_LATE = frozenset({"advcl", "prep", "relcl", "pcomp", "acl"})


def announced(pronoun: Token, here: Parties) -> ActorMention | None:
    """The subject of the main clause, where a pronoun stands in what is put in front of that.

    Nobody may be named before the pronoun in the sentence, and a comma stands before the subject.
    """
    scene = here.scene
    if any(m.last <= pronoun.i and m.kind != "outlet" for m in scene.actors):
        return None
    token, fronted = pronoun, False
    for _ in range(CLIMB_LIMIT * 2):
        fronted = fronted or token.dep_ in _LATE
        above = token.head
        if above == token:
            return None
        subject = next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if fronted and above.i > pronoun.i and subject is not None and subject.i > pronoun.i:
            mention = here.at.get(subject.i)
            between = scene.doc[pronoun.i : subject.i]
            named = mention is not None and mention.kind == "state" and mention.form in OWN_NAMES
            return mention if named and any(t.text == "," for t in between) else None
        token = above
    return None
