"""Is what somebody denies or confirms another matter than arms: "rejected a report on its prisons"?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PLANS = words_of("nouns for what is carried out")
_HAND = words_of("nouns for a hand in something")
_REQUESTS = words_of("nouns for what somebody asks for by")
_TALK = words_of("words for news")
_JUDGED = frozenset({"true", "correct", "accurate", "nothing", "happen", "happened"})
_ABOUT = frozenset(
    {"about", "against", "around", "concerning", "for", "in", "of", "on", "over", "regarding", "that", "with"}
)
_FACTS = frozenset({"fact", "reality", "event", "thing", "kind"})
"""What something has no basis in, or is a version of."""

_MEANS = words_of("where words are spoken") | {"message", "post", "reply", "statement", "tweet"}
_CAMPAIGNS = frozenset({"attack", "campaign", "plot", "war"})

_OTHER_ACTS = words_of("verbs of what is done with arms at home") | words_of("verbs of war")
_POINTING = words_of("pronouns for what was told of") | {"any"}
_FAR = 5
"""Tokens over which "by" and a name may stand between a report and what it is about."""


def is_other_matter(scene: Scene, tokens: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the words themselves say what is judged, and it is neither arms nor a transfer.

    Args:
        scene: the sentence.
        tokens: those of the judgement, last exclusive.
        lexicon: knows nouns for what was told, and words of transfer.
    """
    inside = [t for t in scene.tokens if tokens[0] <= t.i < tokens[1]]
    if any(_other_act(t) for verb in inside for t in (verb, *verb.children)):
        return True
    return any(_leads_away(t, scene, lexicon) for t in inside if _may_lead(t, lexicon))


def _other_act(verb: Token) -> bool:
    """Whether what is denied is an act that moves no arms: "denies possessing sarin", "having shelled X"."""
    done = verb.dep_ in ("ccomp", "pcomp", "xcomp") and verb.pos_ == "VERB"
    return done and verb_lemma(verb) in _OTHER_ACTS and any(c.dep_ == "dobj" for c in verb.children)


def _may_lead(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word can have behind it what it is about: "a report on", "it is untrue that"."""
    nouns = lexicon.charges | lexicon.untrue | lexicon.lacking | _PLANS | _HAND | _TALK | _REQUESTS
    return word.lower_ in _JUDGED or noun_lemma(word) in nouns or word.lower_ in lexicon.untrue


def _leads_away(word: Token, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether what stands behind a word is about something else."""
    behind = _behind(word, scene)
    if behind and behind[0].lower_ == "by":
        about = next((n for n, t in enumerate(behind[:_FAR]) if t.lower_ in _ABOUT), len(behind))
        behind = behind[about:]
    if not behind or behind[0].lower_ not in _ABOUT:
        return False
    if len(behind) > 1 and behind[1].lower_ in _POINTING and behind[0].lower_ != "that":
        return False
    if behind[0].lower_ == "that" and noun_lemma(word) in _PLANS:
        return False  # "no hand in the shipment that was shown"
    if behind[0].lower_ in ("in", "on") and any(noun_lemma(t) in _MEANS for t in behind[:_FAR]):
        return False  # "called it a lie in a message"
    if word.lower_ == "part" and any(noun_lemma(t) in _CAMPAIGNS for t in behind):
        return False
    if _is_time(behind, scene) or (word.lower_ == "nothing" and behind[0].lower_ == "of"):
        return False
    return not any(_of_arms(t, scene, lexicon) for t in behind) and not _names_end(behind, scene)


def _behind(word: Token, scene: Scene) -> list[Token]:
    """The words behind a word up to the next sign that parts clauses."""
    found: list[Token] = []
    for token in scene.doc[word.i + 1 : scene.sentence.last]:
        if token.text in (",", ";", ":", ".", "–", "—"):
            break
        if not token.is_quote:
            found.append(token)
    return found


def _is_time(behind: list[Token], scene: Scene) -> bool:
    """Whether a preposition leads to a time: "rejected the report on Monday"."""
    spans = [p.span for p in scene.periods if p.span is not None]
    led = scene.span(behind[0].i, behind[min(2, len(behind) - 1)].i + 1)
    return any(led.overlap(span) for span in spans)


def _of_arms(token: Token, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether a word names goods, or what is done with them."""
    if token.i in scene.goods_at or noun_lemma(token) in lexicon.dealings | lexicon.lacking | _PLANS | _FACTS:
        return True
    return any(not hit.word.weak for hit in lexicon.transfers.find([token]))


def _names_end(behind: list[Token], scene: Scene) -> bool:
    """Whether only a party is led to: "the deal with Ruritania"."""
    return behind[0].lower_ == "with" and any(t.i in scene.actor_at for t in behind[1:4])
