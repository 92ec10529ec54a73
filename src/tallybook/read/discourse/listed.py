"""Which lots does a sentence only list, without a word of transfer: "The first is for 12 jets", "- six guns"?

Such a sentence has no verb, or one that says what something is, holds or costs. What it speaks of is itself
a lot, a number or the deal that was told of, and it names nobody but those between whom the arms go.
"""

from __future__ import annotations

from typing import NamedTuple

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import SUBJECTS, infinitive, noun_lemma, verb_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.stretches import THEM
from tallybook.read.events.details import counted_lots
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.layout import ITEM
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.wordlists import words_of

_LISTING = words_of("verbs by which lots are listed")
_DESCRIBING = words_of("participles that describe a lot")
_SAYING = words_of("verbs that close what is said")
_WHOLES = (
    words_of("deals and packages") | words_of("what is handed over at once") | words_of("wholes of lots")
)
_ONES = words_of("words for one of several lots")
_OPENING = frozenset({"also", "plus", "additionally", "further", "furthermore", "moreover", "besides", "and"})
_BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "▪", "●", "o", "+"})
_NOT_TOLD = frozenset({"headline", "caption"})
_AT_STAKE = frozenset({("at", "stake"), ("in", "question"), ("at", "issue"), ("on", "offer")})
_MADE = frozenset({"made"})
_MADE_UP_OF = frozenset({"be", "include", "comprise", "consist", "contain", "number", "encompass"})
_ASIDE = frozenset({"outlet", "person"})
_ELSE = words_of("what counted arms are told of without being given")
_DENYING = words_of("words that deny") | {"?", "none"}
_INSIDE = frozenset({"in", "inside", "under", "with", "on", "make", "makes", "within", "of"})
_NEAR = 3
"""Words before a noun among which the one stands with which it points back."""

_DASHES = frozenset({":", "–", "—"})


class Lot(NamedTuple):
    """A lot that is listed: its tokens, its amount and its goods."""

    first: int
    last: int
    quantity: QuantityMention | None
    goods: list[GoodsMention]


def listed_lots(scene: Scene, event: Event, *, opened: bool) -> list[Lot]:
    """The lots that a sentence lists of what ``event`` told before it, in order.

    Args:
        scene: the sentence, which tells of no transfer itself.
        event: the transfer told last.
        opened: the words right before open a list or belong to one.
    """
    if scene.sentence.kind in _NOT_TOLD or not scene.quantities or not _of_this_alone(scene, event):
        return []
    if (
        _tells_else(scene)
        or not _only_lists(scene)
        or not (points_back(scene) or _is_item(scene, opened=opened))
    ):
        return []
    goods = [g for g in scene.goods if not (g.modifier or g.civil)]
    if all(g.weak for g in goods) and scene.sentence.kind != ITEM:
        return []
    pairs = counted_lots(scene, goods) or _priced(scene, goods)
    return [Lot(*_range(q, g), q, g) for q, g in pairs]


def uncounted(scene: Scene) -> list[GoodsMention]:
    """The goods of an item of a list that gives no number of them: "- ammunition for the howitzers"."""
    if _tells_else(scene) or not _only_lists(scene) or scene.quantities or not _is_item(scene, opened=True):
        return []
    return [g for g in scene.goods if not (g.modifier or g.civil or g.weak)]


def appended_lots(scene: Scene, event: Event) -> list[Lot]:
    """The lots that stand behind a dash or a colon after the transfer: "sent arms – six guns, 40 rifles"."""
    head = event.trigger.head.i
    cuts = [t.i for t in scene.tokens if t.text in _DASHES and t.i > head]
    if not cuts:
        return []
    first, last = cuts[0] + 1, next((i for i in cuts[1:]), scene.sentence.last)
    tail = scene.doc[first:last]
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("amod", "compound") for t in tail):
        return []
    if any(first <= a.first < last for a in scene.actors if a.form not in _MADE):
        return []
    goods = [g for g in scene.goods if first <= g.first < last and not (g.modifier or g.civil)]
    own = [q for q, _ in counted_lots(scene, goods) if q.first >= first]
    if not own or all(g.weak for g in goods):
        return []
    return [Lot(*_range(q, g), q, g) for q, g in counted_lots(scene, goods)]


def _range(quantity: QuantityMention, goods: list[GoodsMention]) -> tuple[int, int]:
    return min(quantity.first, goods[0].first), max(quantity.last, goods[-1].last)


def _priced(scene: Scene, goods: list[GoodsMention]) -> list[tuple[QuantityMention, list[GoodsMention]]]:
    """Goods without a number but with what they cost: "Loitering munitions, about $1.1 billion"."""
    sums = [q for q in scene.quantities if q.what == "money"]
    return [(sums[0], goods)] if len(sums) == 1 and not any(g.weak for g in goods) else []


def _of_this_alone(scene: Scene, event: Event) -> bool:
    """Whether the sentence names nobody but the two of the transfer and who has made the goods."""
    ends = {event.end(role) for role in ENDS}
    makers = {g.first for g in scene.goods} | {g.first - 1 for g in scene.goods}
    others = (a for a in scene.actors if a.kind not in _ASIDE and a.form not in _MADE)
    return all(end_point(a) in ends or a.first in makers or _by_firm(a.first, scene) for a in others)


def _by_firm(first: int, scene: Scene) -> bool:
    return first > scene.sentence.first and scene.doc[first - 1].lower_ == "by"


def _tells_else(scene: Scene) -> bool:
    """Whether a sentence denies, asks, or counts what an army has or fights with."""
    plain = {noun_lemma(t) for t in scene.tokens if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"}
    return bool(scene.words & _DENYING or plain & _ELSE)


def _only_lists(scene: Scene) -> bool:
    """Whether every verb says no more than what there is, and every subject is a lot, a number or a deal."""
    verbs = [t for t in scene.tokens if t.pos_ in ("VERB", "AUX") and t.lower_.isalpha()]
    if not all(_is_plain(t) for t in verbs):
        return False
    telling = {t.i for t in verbs if verb_lemma(t) in _SAYING}
    subjects = [t for t in scene.tokens if t.dep_ in SUBJECTS and t.head.i not in telling]
    return all(_is_lot(t, scene) for t in subjects)


def _is_plain(verb: Token) -> bool:
    if verb.tag_ == "MD" or verb.dep_ in ("amod", "compound", "auxpass", "aux"):
        return True
    if verb.dep_ in ("acl", "relcl", "advcl") and infinitive(verb):
        return True  # "boats to support operations"
    lemma = verb_lemma(verb)
    if verb.tag_ in ("VBN", "VBG") and not any(c.dep_ == "aux" for c in verb.children):
        return lemma in _DESCRIBING
    return lemma in _LISTING or lemma in _SAYING or (verb.tag_ == "VBN" and lemma in _DESCRIBING)


def _is_lot(token: Token, scene: Scene) -> bool:
    """Whether a subject is a lot, a number, a sum, or the deal that was told of."""
    if token.i in scene.goods_at or token.like_num or token.lower_ in _ONES | THEM:
        return True
    return noun_lemma(token) in _WHOLES or any(q.first <= token.i < q.last for q in scene.quantities)


def points_back(scene: Scene) -> bool:
    """Whether a sentence speaks of the deal that was told of, or of one of several lots."""
    return any(_is_whole(t, scene) or _is_one_of_them(t) for t in scene.tokens) or _leads_in(scene)


def _is_whole(noun: Token, scene: Scene) -> bool:
    if noun.pos_ not in ("NOUN", "PROPN") or noun_lemma(noun) not in _WHOLES or noun.i in scene.goods_at:
        return False
    before = [t.lower_ for t in scene.doc[max(scene.sentence.first, noun.i - _NEAR) : noun.i]]
    return noun.i == scene.tokens[0].i or bool(DEFINITE & set(before))


def _is_one_of_them(token: Token) -> bool:
    """Whether a pronoun or a rank is what the sentence tells of: "One, of 12 jets, costs $1bn"."""
    if token.lower_ in _ONES:
        bare = token.dep_ not in ("amod", "det", "nummod") or token.lower_ == "another"
        return bare and (token.dep_ in SUBJECTS or token.dep_ == "ROOT" or token == token.sent[0])
    if token.lower_ == "it":
        before = token.nbor(-1).lower_ if token.i else ""
        return before in _INSIDE or (token.dep_ in SUBJECTS and verb_lemma(token.head) != "be")
    plural = token.lower_ in ("they", "these", "those", "which")
    return token.dep_ in SUBJECTS and plural and verb_lemma(token.head) in _MADE_UP_OF


def _leads_in(scene: Scene) -> bool:
    """Whether a participle opens the sentence and what is listed follows: "Planned had been 40 guns"."""
    first = next((t for t in scene.tokens if not t.is_punct), scene.tokens[0])
    behind = first.nbor() if first.i + 1 < scene.sentence.last else first
    if (first.lower_, behind.lower_) in _AT_STAKE:
        return True
    return first.tag_ in ("VBN", "VBD") and verb_lemma(first) in _DESCRIBING and behind.pos_ == "AUX"


def _is_item(scene: Scene, *, opened: bool) -> bool:
    """Whether a sentence without a verb of its own is one of a list, or adds to what was told."""
    if any(t.tag_ in TENSED for t in scene.tokens):
        return False
    first = scene.tokens[0]
    if opened or first.text in _BULLETS or first.lower_ in _OPENING:
        return True
    numbered = first.like_num and scene.tokens[1:2] and scene.tokens[1].text in (".", ")")
    return bool(numbered)
