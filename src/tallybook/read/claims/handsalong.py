"""Who made, carried, arranged, allowed or seized the goods of which a whole sentence speaks?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Party, Report, Role
from tallybook.read.claims.gobetweens import go_betweens_in
from tallybook.read.claims.hands import seizer, worded_makers
from tallybook.read.claims.haulage import carriers_in, is_conveyance
from tallybook.read.claims.leave import licensors_in
from tallybook.read.claims.makers import makers_in
from tallybook.read.claims.named import Named
from tallybook.read.claims.passage import WAYS, passed
from tallybook.read.claims.told import is_arms
from tallybook.read.claims.users import users_in
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_TAKING = words_of("verbs of taking on the way")


def hands_along(scene: Scene, report: Report) -> Iterator[Party]:
    """Everybody whom a sentence names as having a hand in goods told of before, whatever its verb."""
    whole = (scene.sentence.first, scene.sentence.last)
    yield from worded_makers(scene, report, whole)
    if not scene.words.isdisjoint(WAYS):
        yield from passed(scene, whole)
    for token in scene.among(_TAKING):
        if verb_lemma(token) in _TAKING and token.tag_.startswith("VB") and _takes(token, scene):
            yield from seizer(token, scene, report)
    for role, who in _all(scene):
        yield Party(role=role, name=who.name, text=who.span.of(report.text), span=who.span)


def _takes(verb: Token, scene: Scene) -> bool:
    """Whether goods or what carries them are taken: "hijacked the convoy", "two lorries of rifles"."""
    done = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if verb.dep_ in ("acl", "relcl") and not done:
        done = [verb.head]
    return any(is_arms(t, scene) or is_conveyance(t) for t in done)


def _all(scene: Scene) -> Iterator[tuple[Role, Named]]:
    yield from makers_in(scene)
    yield from ((Role.INTERMEDIARY, who) for who in go_betweens_in(scene))
    yield from ((Role.CARRIER, who) for who in carriers_in(scene))
    yield from ((Role.LICENSOR, who) for who in licensors_in(scene))
    yield from ((Role.USER, who) for who in users_in(scene))
