"""Who is only told to be asked for arms, by somebody told of before: "Ruritania was approached in May"?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.text.tree import Token

_SOUNDING = frozenset({"approach", "court", "lobby", "petition", "woo"})
_WITH_WORD = {
    "sound": frozenset({"out"}),
    "talk": frozenset({"to", "with"}),
    "speak": frozenset({"to", "with"}),
    "turn": frozenset({"to"}),
}
_REACH = 3
"""How many sentences back he may stand who wants arms."""


def find_sounding(scene: Scene, parties: Parties) -> tuple[str, tuple[int, int]] | None:
    """Who is approached, and in which tokens, where a bare passive does not say by whom."""
    for verb in scene.tokens:
        asked = [c for c in verb.children if c.dep_ == "nsubjpass" and c.i in parties.at]
        if not asked or not _sounds(verb) or any(c.dep_ in ("agent", "neg") for c in verb.children):
            continue
        mention = parties.at[asked[0].i]
        name = end_point(mention) if mention.kind in ("state", "body") else None
        if name is not None:
            about = [t.i for p in verb.children if p.lower_ in ("about", "for", "over") for t in p.subtree]
            return name, (mention.first, max([verb.i, *about]) + 1)
    return None


def _sounds(verb: Token) -> bool:
    lemma = verb_lemma(verb)
    after = {c.lower_ for c in verb.children if c.i > verb.i}
    return lemma in _SOUNDING or bool(after & _WITH_WORD.get(lemma, frozenset()))


def sounded_flow(giver: str, flows: Flows, scene: int) -> Flow | None:
    """The flow that is asked for: from him to the taker told of last, who wants the goods."""
    near = [f for f in flows.told if f.recipient not in (None, giver) and scene - f.scene <= _REACH]
    if not near or any(f.recipient == giver for f in flows.told):
        return None
    wants = [f for f in near if f.stage in (Stage.SOUGHT, Stage.PLANNED)] or near
    return Flow(giver, wants[-1].recipient, wants[-1].categories, Stage.SOUGHT, scene)
