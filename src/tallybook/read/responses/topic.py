"""Is a response about an arms transfer, an arms embargo or those who help them along?

The clause itself may say so; or it points back ("the move", "it") to a transfer told just before; or it
speaks of sanctions or of the law in a report that is about a transfer. The rest is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tallybook.model import Action, Category, Claim
from tallybook.read.clauses.scene import Scene
from tallybook.read.responses.astray import (
    ASKED,
    FIGHTING,
    PUNISHING,
    SAID_OF_IT,
    STOPPING,
    goes_astray,
)
from tallybook.read.responses.backdrop import is_backdrop
from tallybook.read.responses.clauses import words_of_clause
from tallybook.read.responses.hits import Hit
from tallybook.read.responses.matter import about_another_matter
from tallybook.read.responses.told import NO_ARMS, Told
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

_MEASURED = frozenset(
    {
        Action.SANCTIONS_ANNOUNCED,
        Action.SANCTIONS_IMPOSED,
        Action.SANCTIONS_PROMISED,
        Action.SANCTIONS_ENFORCED,
        Action.EXPORT_CONTROL,
        Action.EMBARGO,
        Action.FINDS_VIOLATION,
        Action.RAISES_AT_UN,
        Action.VETOES,
        Action.INVESTIGATES,
        Action.SUMMONS,
        Action.MONITORS,
    }
)
_POINTS = re.compile(
    r"\b(?:the|this|its|their|his|her) (?:\w+ )?"
    r"(?:decision|move|step|approval|purchase|plan|pact|accord|order)\b",
    re.I,
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|such) (?:arms )?"
    r"(?:suppl(?:y|ies)|deliver(?:y|ies)|shipments?|sales?|transfers?|exports?)\b",
    re.I,
)
_MEASURES = re.compile(r"\b(?:sanction|embargo|inquiry|investigation|probe)", re.I)
_SUBJECTS = ("nsubj", "nsubjpass")
_TOLD_OF = frozenset(
    {
        "delivery",
        "supply",
        "shipment",
        "transfer",
        "sale",
        "export",
        "deal",
        "move",
        "step",
        "this",
        "that",
        "it",
    }
)
_LOOKED_AFTER = frozenset({Action.INVESTIGATES, Action.RAISES_AT_UN, Action.SUMMONS, Action.DEPLOYS})
_AT_LARGE = frozenset({Action.WARNS, Action.CALLS_FOR, Action.OTHER})
"""What is said of nothing else in a report that is about transfers throughout."""

_CAMPAIGNERS = re.compile(
    r"\bhuman rights (?:group|organi[sz]ation|activist|lawyer|watch|defender|campaigner|body|bodies|office"
    r"|council|commission|expert|investigator|network|monitor|charity|advocate|observer)\w*",
    re.I,
)
_TRADE = re.compile(
    r"\b(?:deal|transfer|sale|suppl|export|deliver|shipment|embargo|trade|provid|sell|smuggl|send|shipping|arms\b|arming\b)\w*",
    re.I,
)


class Topic:
    """What a report is about, as far as responses need it."""

    def __init__(self, scenes: Sequence[Scene], transfers: Sequence[Claim], vocabulary: Vocabulary) -> None:
        self._scenes = scenes
        self._words = _words(vocabulary)
        armed = [c for c in transfers if not c.goods or any(g.category not in _CIVIL for g in c.goods)]
        self._spans = [c.quote_span for c in armed]
        self._told = Told(scenes, self._spans)

    @property
    def transfers(self) -> int:
        """How many sentences tell of a transfer."""
        return len(self._told.numbers)

    def about(self, hit: Hit, scene: Scene) -> str | None:
        """Why the response is about arms, in words; ``None`` where it is not."""
        clause = words_of_clause(hit.verb if hit.measure is not None else hit.head)
        text = scene.doc.stretch(clause[0].i, clause[-1].i + 1).text
        arms = self._arms_in(scene, clause)
        if self._is_elsewhere(hit, text):
            text = self._words.elsewhere.sub(" ", text)
            if not (arms and _TRADE.search(text)):
                return None
        if self._is_astray(hit, scene, text):
            return None
        if hit.word.sure and (arms or self._told.numbers or re.search(r"\barms\b|\bweapons?\b", text, re.I)):
            return "the words name an arms embargo"
        if arms and (self._told.numbers or (_TRADE.search(text) and scene.actors)):
            return f"the clause names {arms}"
        if not self._told.numbers:
            return self._without_transfers(hit, scene)
        if scene.number in self._told.numbers:
            return "the sentence tells of a transfer"
        return self._by_company(hit, scene, text)

    def _is_elsewhere(self, hit: Hit, text: str) -> bool:
        """Whether the words name another subject; a drill is none where force is the answer."""
        if hit.action == Action.DEPLOYS:
            return False
        return self._words.elsewhere.search(_CAMPAIGNERS.sub(" ", text)) is not None

    def _is_astray(self, hit: Hit, scene: Scene, text: str) -> bool:
        """Whether the words respond to something else, whatever stands beside them."""
        if hit.action == Action.CONDEMNS and self._condemns_something_else(hit):
            return True
        if self._foretells(hit, scene) or goes_astray(hit, scene, text):
            return True
        if is_backdrop(hit) or about_another_matter(hit, scene):
            return True
        return self._calls_for_another_thing(hit, scene)

    def _foretells(self, hit: Hit, scene: Scene) -> bool:
        """Whether a warning only says how sure a transfer is: "warned that X may send more"."""
        if hit.action != Action.WARNS or hit.word.form != "verb" or hit.head.pos_ != "VERB":
            return False
        if any(c.dep_ in ("dobj", "dative") or c.lower_ == "against" for c in hit.head.children):
            return False
        told = next((c for c in hit.head.children if c.dep_ == "ccomp"), None)
        if told is None or any(m.lower_ in ("if", "unless") for c in told.children for m in c.children):
            return False
        if any(c.dep_ in _SUBJECTS and c.lemma_.lower() in _TOLD_OF for c in told.children):
            return False  # "that further supplies would set the region ablaze"
        if told.lemma_.lower() in _STRUCK:
            return False  # "that the jets would be shot down"
        at = scene.span(told.i, told.i + 1)
        return any(span.overlap(at) for span in self._spans)

    def _condemns_something_else(self, hit: Hit) -> bool:
        """Whether the object is an attack, a launch, a verdict; or a report called absurd: a denial."""
        kinds = ("dobj", "nsubjpass") if hit.word.form == "phrase" else ("dobj", "nsubjpass", "pobj")
        inside = [c for c in hit.head.children if c.dep_ in kinds]
        if any(c.lemma_.lower() in SAID_OF_IT for c in inside if c.head == hit.head and c.dep_ != "pobj"):
            return True  # "slams the claim as groundless": an answer
        if hit.head.lemma_ in _SORRY and not any(c.dep_ in ("dobj", "nsubjpass") for c in hit.head.children):
            return True  # "2,671 rifles, he lamented, have been seized"
        inside = [c for c in inside if not hit.first <= c.i < hit.last]  # "put out a statement against it"
        return any(c.lemma_.lower() in self._words.condemned for c in inside)

    def _by_company(self, hit: Hit, scene: Scene, text: str) -> str | None:
        near, dense = self._told.just_before(scene), self._told.dense
        clear = _TRADE.search(text) or _POINTS.search(text)
        told = _DEFINITE.search(text) if hit.action == Action.CALLS_FOR else None
        if told is not None and self._told.treated_near(scene):
            return "it points back to a transfer told before"
        if (near or (dense and clear)) and self._words.pointer.search(text):
            return "it points back to a transfer told before"
        if not self._told.treated_near(scene):
            return None
        asked = hit.action == Action.CALLS_FOR and scene.sentence.kind == "body" and _MEASURES.search(text)
        if hit.action in _MEASURED or asked:
            return "the report is about a transfer"
        if near or scene.number + 1 in self._told.numbers:
            return "a transfer is told beside it"
        at_large = hit.action in _AT_LARGE and (hit.word.speech or hit.word.form == "phrase")
        return "the report is about transfers" if at_large and dense else None

    def _calls_for_another_thing(self, hit: Hit, scene: Scene) -> bool:
        """Whether what somebody calls for has nothing of arms: "for more spending", "to end the war"."""
        if hit.action != Action.CALLS_FOR or hit.head.pos_ != "VERB" or hit.word.form == "phrase":
            return False
        inside = [t for c in hit.head.children if c.dep_ in ASKED and c.i > hit.head.i for t in c.subtree]
        words = " ".join(t.text for t in inside)
        arms = [g for g in scene.goods if any(t.i == g.head for t in inside) and not g.weak]
        if arms or any(p.search(words) for p in (self._words.topic, _TRADE)):
            return False
        if not PUNISHING.search(words) and any(t.lemma_.lower() in FIGHTING for t in inside):
            return True
        ours = self._words.pointer.search(words) or STOPPING.search(words)
        return bool(inside) and not ours

    def _without_transfers(self, hit: Hit, scene: Scene) -> str | None:
        told = self._told
        if hit.action in _LOOKED_AFTER and told.full_of_loads:
            return "the report is about arms on their way"
        if hit.action == Action.EXPORT_CONTROL and told.embargo_beside(scene):
            return "an arms embargo is told beside it"
        if hit.action == Action.VETOES and told.sanctions_beside(scene):
            return "the report is about sanctions"
        return None

    def _arms_in(self, scene: Scene, clause: list[Token]) -> str | None:
        inside = {t.i for t in clause}
        for goods in scene.goods:
            if (
                goods.head in inside
                and not (goods.weak or goods.civil)
                and goods.goods.category not in NO_ARMS
            ):
                return f"goods ({goods.goods.text})"
        text = scene.doc.stretch(clause[0].i, clause[-1].i + 1).text
        match = self._words.topic.search(text)
        return f"arms ({match[0]})" if match else None


_STRUCK = words_of("what becomes of arms that are struck")
_SORRY = frozenset({"regret", "lament", "bemoan"})

_CIVIL = frozenset({Category.FUEL})


class _Words:
    def __init__(self, vocabulary: Vocabulary) -> None:
        entries = vocabulary.responses
        self.topic = _any([w for e in entries if e.form == "topic" for w in e.words])
        self.pointer = _any([w for e in entries if e.form == "pointer" for w in e.words])
        self.elsewhere = _any([w for e in entries if e.form == "elsewhere" and not e.action for w in e.words])
        self.condemned = frozenset(w for e in entries if e.form == "elsewhere" and e.action for w in e.words)


def _any(words: list[str]) -> re.Pattern[str]:
    forms = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in forms)})(?:s|es)?(?!\w)", re.I)


@lru_cache(maxsize=4)
def _words(vocabulary: Vocabulary) -> _Words:
    return _Words(vocabulary)
