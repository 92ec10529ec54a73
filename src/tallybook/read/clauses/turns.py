"""Which words turn what a word of transfer tells: "promised", "halted", "is due to"?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tallybook.model import Certainty, Stage
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.instead import stands_apart
from tallybook.read.clauses.lemmas import infinitive, is_passive, is_past
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.over import chain_over
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.turnsense import adds_up, as_meant, bears_on
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.transfers import TurnWord
from tallybook.vocabulary.wordlists import words_of

_TRANSPARENT = words_of("verbs that turning words reach through")
"""Verbs through which a turning word reaches what stands below them."""

_LACKING = words_of("verbs of lacking")
_ASKING = frozenset({"ask", "inquire", "enquire", "wonder"})
_ABOUT = frozenset({"about", "on", "over", "regarding", "concerning"})
_ABLE = frozenset({"could", "would", "can", "will", "might", "may"})

_EXISTING = frozenset({"exist", "emerge", "remain", "surface", "mature", "arise"})
"""Verbs that say of a plan no more than that there is one."""

PHRASE_REACH = 7
"""How many tokens before a word of transfer a turning phrase may stand ("due to be handed over")."""


@dataclass(frozen=True)
class Turn:
    """A turning word over a trigger; ``finite``: the trigger stands in a clause of its own under it."""

    hit: Hit[TurnWord]
    finite: bool
    verb: str = ""
    """The lemma, where it is a verb."""


def turning(
    found: Iterable[Hit[TurnWord]], triggers: Iterable[Trigger], doc: Doc
) -> dict[int, Hit[TurnWord]]:
    """The turning words by token, without those of a seizure and an "end" that only "ends up" somewhere."""
    triggers = tuple(triggers)
    seizing = {t.head.i for t in triggers if t.word.stage is Stage.SEIZED}
    longer = {t.head.i for t in triggers if t.hit.last - t.hit.first > 1}
    kept = (as_meant(h, doc) for h in found if h.token not in seizing and not adds_up(h, doc))
    return {
        h.token: h
        for h in kept
        if not (h.token in longer and h.last - h.first == 1 and h.word.stage is Stage.ENDED)
    }


def turns_over(trigger: Trigger, turns: dict[int, Hit[TurnWord]], scene: Scene) -> tuple[Turn, ...]:
    """The turning words over a trigger, nearest first; ``turns`` are always those of the sentence."""
    return scene.once((turns_over, trigger), lambda: _over(trigger, turns, scene))


def _over(trigger: Trigger, turns: dict[int, Hit[TurnWord]], scene: Scene) -> tuple[Turn, ...]:
    found: list[Turn] = []
    below = trigger.head
    for token, finite in chain_over(trigger.head):
        hit = _turning_at(token, below, trigger, turns)
        if below.dep_ == "acl" and hit is None:
            break
        if hit is None and token.pos_ == "VERB" and token.lemma_.lower() not in _TRANSPARENT:
            found.extend(_by_object(token, turns) if below.dep_ == "nsubj" and not finite else ())
            if infinitive(below) and (is_passive(token) or token.lemma_ in _EXISTING):
                found.extend(_by_issue(token, turns))
            break
        found.extend(_beside(below, token, turns) if not finite or _is_so(token, below) else ())
        undergone = below.dep_ == "nsubjpass"
        subject = below.dep_ == "nsubj" and hit is not None and hit.form == "verb"
        below = token
        if hit is None or (hit.form == "phrase" and token.pos_ != "VERB") or token.i == trigger.head.i:
            continue
        if hit.form == "noun" and (hit.word.certainty is Certainty.ALLEGED or hit.word.name == "go on"):
            found.extend(_by_judgement(token.head, turns))
        if finite and _only_tells(token, hit, trigger):
            continue
        asked = finite and hit.form == "verb" and _asks_whether(token)
        if finite and not asked and (not hit.word.clauses or (hit.token > trigger.head.i and not undergone)):
            continue
        fate = hit is not None and hit.word.negates and hit.last - hit.first > 1  # "fell on deaf ears"
        if subject and not fate and hit.word.stage not in (None, Stage.ENDED, Stage.PLANNED):
            continue
        found.append(Turn(hit, finite, str(token.lemma_).lower() if hit.form == "verb" else ""))
    found.extend(_by_subject(trigger, turns))
    found.extend(_by_leave(trigger, turns))
    phrase = _phrase_before(trigger, turns, scene)
    if phrase is not None:
        found.insert(0, phrase)
    return tuple(found)


def _only_tells(verb: Token, hit: Hit[TurnWord], trigger: Trigger) -> bool:
    """Of ``concluded that X had supplied``, "assured that X had sent": nothing is closed or promised."""
    assured = hit.word.stage is Stage.PLEDGED and is_past(trigger.head)
    return assured or str(verb.lemma_).lower() == "conclude"


def _turning_at(
    token: Token, below: Token, trigger: Trigger, turns: dict[int, Hit[TurnWord]]
) -> Hit[TurnWord] | None:
    """The turning word that ``token`` is over ``below``, if it is one there."""
    hit = turns.get(token.i)
    if below.lower_ in _ABOUT and str(token.lemma_).lower() in _ASKING:
        return None  # "asked about claims that it had sold arms" wants nothing
    if hit is not None and (stands_apart(token, trigger.head) or not bears_on(hit, token, below, trigger)):
        return None
    return hit


def _is_so(verb: Token, below: Token) -> bool:
    """Whether a clause with "that" is what "it is" leads to: "it is nonsense, he said, that X sold jets"."""
    it = any(c.lower_ in ("it", "this") and c.dep_ in ("nsubj", "expl") for c in verb.children)
    moral = any(c.lower_ == "wrong" for c in verb.children)
    return below.dep_ == "ccomp" and verb.lemma_ == "be" and it and not moral and below.i > verb.i


def _beside(below: Token, verb: Token, turns: dict[int, Hit[TurnWord]]) -> Iterator[Turn]:
    """What a verb says of its subject by what stands at it, or "is in talks" of what is to be done."""
    if below.dep_ == "nsubj":
        yield from _by_object(verb, turns)
    if below.dep_ in ("csubj", "csubjpass") or _is_so(verb, below):
        yield from _by_judgement(verb, turns)
    if below.dep_ == "nsubj" or (below.dep_ == "advcl" and verb.lemma_ == "be"):
        yield from _by_state(verb, turns)
    if below.dep_ in ("advcl", "xcomp") and infinitive(below):
        yield from _by_issue(verb, turns)


def _by_issue(verb: Token, turns: dict[int, Hit[TurnWord]]) -> Iterator[Turn]:
    """A noun parted from what it is about: "a permit was issued to export", "talks are under way to buy"."""
    for child in verb.children:
        hit = turns.get(child.i)
        if child.dep_ in ("nsubj", "nsubjpass") and hit is not None and hit.form == "noun" and hit.word.stage:
            yield Turn(hit, finite=False)


def _asks_whether(verb: Token) -> bool:
    """Whether a question asks for the act: "asked whether it could send", not "whether it had sent"."""
    if str(verb.lemma_).lower() not in _ASKING:
        return False
    asked = [c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i > verb.i]
    return any(
        {c.lower_ for c in one.children} & {"whether", "if"} and {c.lower_ for c in one.children} & _ABLE
        for one in asked
    )


def _by_subject(trigger: Trigger, turns: dict[int, Hit[TurnWord]]) -> Iterator[Turn]:
    """What comes, where it is an offer or a request of arms: "a proposal came from Ruritania"."""
    if trigger.frame.name not in ("arrive", "come") or trigger.hit.form != "verb":
        return
    for child in trigger.head.children:
        hit = turns.get(child.i)
        if child.dep_ != "nsubj" or hit is None or hit.form != "noun":
            continue
        if hit.word.stage in (Stage.OFFERED, Stage.SOUGHT, Stage.PLEDGED):
            yield Turn(hit, finite=False)


def _by_leave(trigger: Trigger, turns: dict[int, Hit[TurnWord]]) -> Iterator[Turn]:
    """What a clause says of leave for it: "a sale that Ruritania approved", "cleared by parliament"."""
    for clause in trigger.head.children if trigger.hit.form == "noun" else ():
        hit = turns.get(clause.i)
        if hit is None or hit.form != "verb" or hit.word.stage is not Stage.APPROVED:
            continue
        objects = [c for c in clause.children if c.dep_ in ("dobj", "ccomp", "xcomp")]
        given = clause.dep_ == "relcl" and all(c.lower_ in ("that", "which") for c in objects)
        given = given and any(c.dep_ == "nsubj" for c in clause.children)
        if given or is_passive(clause) or (clause.dep_ == "acl" and clause.tag_ == "VBN"):
            yield Turn(hit, finite=False)


def _by_object(verb: Token, turns: dict[int, Hit[TurnWord]]) -> Iterator[Turn]:
    """The object of a verb that turns its subject: "The sale got the go-ahead"."""
    for child in verb.children if str(verb.lemma_).lower() not in _LACKING else ():
        hit = turns.get(child.i)
        if child.dep_ not in ("dobj", "attr") or hit is None or hit.form != "noun":
            continue
        if hit.word.stage in (Stage.APPROVED, Stage.ENDED):
            yield Turn(hit, finite=False)


def _by_state(verb: Token, turns: dict[int, Hit[TurnWord]]) -> Iterator[Turn]:
    """What a transfer is said to be, or to have to do: "The deliveries are due to start", "have to stop"."""
    owed = verb.lemma_ in ("have", "need")
    for child in verb.children:
        hit = turns.get(child.i)
        if child.dep_ in ("acomp", "prep") and hit is not None and hit.form == "phrase":
            yield Turn(hit, finite=False)
        passive = any(c.dep_ == "auxpass" for c in child.children)
        if child.dep_ == "xcomp" and (passive or owed) and hit is not None and hit.word.stage is Stage.ENDED:
            yield Turn(hit, finite=False)


def _by_judgement(verb: Token, turns: dict[int, Hit[TurnWord]]) -> Iterator[Turn]:
    """What a charge is called: "called the claim that it sells arms baseless"."""
    own = turns.get(verb.i)
    if own is not None and own.form == "phrase" and own.word.certainty is Certainty.DENIED:
        yield Turn(own, finite=False)
        return
    for child in verb.children:
        said = child.subtree if child.dep_ in ("oprd", "acomp", "attr") else [child]
        hits = [turns[t.i] for t in said if t.i in turns]
        denied = next((h for h in hits if h.form == "phrase" and h.word.certainty is Certainty.DENIED), None)
        if denied is not None and (child.dep_ != "ccomp" or denied.token == child.i):
            yield Turn(denied, finite=False)
            return
    closing = [h for h in turns.values() if h.form == "phrase" and verb.i < h.token and _closes(h, verb)]
    yield from (Turn(h, finite=False) for h in closing if h.word.certainty is Certainty.DENIED)


def _closes(hit: Hit[TurnWord], verb: Token) -> bool:
    """Whether a judgement is the last word of what ``verb`` says, where the tree hangs it on the goods."""
    if hit.first and verb.doc[hit.first - 1].is_quote:
        return True
    return hit.last >= len(verb.doc) or verb.doc[hit.last].is_punct


def _phrase_before(trigger: Trigger, turns: dict[int, Hit[TurnWord]], scene: Scene) -> Turn | None:
    for token in reversed(
        scene.doc[max(scene.sentence.first, trigger.hit.first - PHRASE_REACH) : trigger.hit.first]
    ):
        hit = turns.get(token.i) or _phrase_over(token, turns)
        if hit is not None and hit.form == "phrase":
            between = scene.doc[hit.last : trigger.hit.first]
            if all(t.pos_ in _PASSED or t.is_space or t.head == trigger.head for t in between):
                return Turn(hit, finite=False)
        if token.pos_ == "VERB":
            return None
    return None


_PASSED = frozenset({"AUX", "PART", "ADV", "DET", "ADJ", "ADP"})


def _phrase_over(token: Token, turns: dict[int, Hit[TurnWord]]) -> Hit[TurnWord] | None:
    """The phrase whose last word a token is: "no longer opposes"."""
    return next((h for h in turns.values() if h.form == "phrase" and h.last == token.i + 1), None)
