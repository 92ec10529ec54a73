"""By which measure, rule or inquiry is a response made, in the report's words?"""

from __future__ import annotations

from tallybook.model import Action
from tallybook.read.clauses.scene import Scene, np_first
from tallybook.read.responses.cast import SUBJECTS
from tallybook.read.responses.clauses import words_of_clause
from tallybook.read.responses.hits import Hit
from tallybook.read.text.tree import Token

_SANCTIONS = frozenset({"sanction", "blacklist", "penalty", "list", "freeze"})
_INQUIRIES = frozenset(
    {"inquiry", "enquiry", "investigation", "probe", "group", "panel", "commission", "committee", "review"}
)
_BANS = frozenset({"ban", "embargo", "moratorium", "prohibition", "policy", "licence", "license", "permit"})
_CONTROLS = frozenset({"control", "licence", "license", "permit", "rule", "law", "consent", "approval"})
_LAWS = frozenset(
    {"resolution", "embargo", "law", "sanction", "treaty", "charter", "convention", "obligation", "rule"}
)
_AT_UN = frozenset(
    {"council", "framework", "panel", "committee", "letter", "session", "meeting", "resolution"}
)
_COURT = frozenset({"complaint", "suit", "lawsuit", "case"})
_WORDS = {
    Action.SANCTIONS_IMPOSED: _SANCTIONS,
    Action.SANCTIONS_PROMISED: _SANCTIONS,
    Action.SANCTIONS_ANNOUNCED: _SANCTIONS,
    Action.SANCTIONS_ENFORCED: _SANCTIONS | {"embargo"},
    Action.INVESTIGATES: _INQUIRIES,
    Action.EMBARGO: _BANS,
    Action.EXPORT_CONTROL: _CONTROLS | {"restriction", "regulation"},
    Action.FINDS_VIOLATION: _LAWS,
    Action.RAISES_AT_UN: _AT_UN,
    Action.CALLS_FOR: _SANCTIONS | _BANS | _INQUIRIES | _LAWS | {"condition"},
    Action.WARNS: frozenset({"sanction", "measure", "countermeasure", "penalty", "tariff"}),
    Action.MONITORS: frozenset({"embargo", "sanction"}),
    Action.VETOES: frozenset({"resolution", "draft", "text"}),
    Action.OTHER: _COURT,
}
_NAMED_BY_OF = frozenset({"panel", "group", "commission", "committee", "consent", "approval"})


def instrument_of(hit: Hit, scene: Scene, text: str) -> str | None:
    """The measure, rule or inquiry of a response; ``None`` where its words name none."""
    if hit.measure is not None:
        return scene.span(np_first(hit.measure), hit.measure.i + 1).of(text)
    wanted = _WORDS.get(hit.action, frozenset())
    clause = words_of_clause(hit.verb if hit.verb.pos_ == "VERB" else hit.head)
    for token in dict.fromkeys((*scene.doc[hit.first : hit.last], *clause)):
        if token.lemma_.lower() in wanted and _is_means(token, hit, scene):
            return scene.span(np_first(token), _last(token) + 1).of(text)
    return None


def _is_means(token: Token, hit: Hit, scene: Scene) -> bool:
    """Whether the noun is what somebody acts by, and not who acts."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
        return False
    if hit.action in (Action.RAISES_AT_UN, Action.FINDS_VIOLATION):
        return True
    return not (token.dep_ in SUBJECTS and token.head == hit.verb and token.i < hit.first) or (
        token.dep_ == "nsubjpass" and token.i not in scene.actor_at
    )


def _last(noun: Token) -> int:
    """The last token of a name like "panel of experts"."""
    if noun.lemma_.lower() in _NAMED_BY_OF:
        for child in noun.children:
            if child.lower_ == "of" and child.i == noun.i + 1:
                return max((c.i for c in child.children if c.dep_ == "pobj"), default=noun.i)
    return noun.i
