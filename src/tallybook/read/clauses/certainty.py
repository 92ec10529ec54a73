"""What do the words commit to, and are they turned into their opposite?"""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.model import Certainty
from tallybook.read.clauses.conditions import CONDITION, depends_on, turned_into_condition
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.gapping import rules_out
from tallybook.read.clauses.passage import keeps_out
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.sighting import was_in_sight
from tallybook.read.clauses.turneddown import turns_down
from tallybook.read.clauses.undenied import is_undenied, negates_denial
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.transfers import Hedge
from tallybook.vocabulary.wordlists import words_of


@dataclass(frozen=True)
class Found:
    """A hedge where it stands, in tokens of the Doc."""

    hedge: Hedge
    first: int
    last: int


class Hedges:
    """The hedges of the vocabulary, ready to be found by their first word.

    That word may be open at its end ("alleg*"); such hedges are found by their first two letters.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        entries = [(tuple(words.split()), hedge) for hedge in vocabulary.hedges for words in hedge.words]
        entries.sort(key=lambda entry: -len(entry[0]))
        firsts = {pattern[0] for pattern, _ in entries if not pattern[0].endswith("*")}
        self._open: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
        for pattern, hedge in entries:
            if pattern[0].endswith("*"):
                self._open.setdefault(pattern[0][:2], []).append((pattern, hedge))
        self._by_first = {w: [e for e in entries if _fits(e[0][0], w)] for w in firsts}
        self._condition = next(hedge for hedge in vocabulary.hedges if hedge.name == CONDITION)

    def find(self, scene: Scene) -> tuple[Found, ...]:
        """Every hedge of a sentence, the longest at each place."""
        tokens = scene.tokens
        words = tuple([t.lower_.replace("’", "'") for t in tokens])
        found: list[Found] = []
        taken = -1
        for at, word in enumerate(words):
            if at <= taken:
                continue
            for pattern, hedge in self._by_first.get(word) or self._open.get(word[:2]) or ():
                stop = at + len(pattern)
                if _all_fit(pattern, words[at:stop]) and _means_it(tokens[at], hedge):
                    found.append(Found(hedge, tokens[at].i, tokens[stop - 1].i + 1))
                    taken = stop - 1
                    break
        opening = turned_into_condition(tokens)
        if opening is not None and not any(f.first <= opening.i < f.last for f in found):
            found.insert(0, Found(self._condition, opening.i, opening.i + 1))
        return tuple(found)


def _all_fit(pattern: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether words are those of a pattern, one by one; fewer words are not."""
    return pattern == words or (len(pattern) == len(words) and all(map(_fits, pattern, words)))


def _fits(pattern: str, word: str) -> bool:
    """Whether a word is meant by a pattern; ``*`` at its end stands for any ending."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def in_reach(found: tuple[Found, ...], trigger: Trigger, scene: Scene) -> tuple[Found, ...]:
    """The hedges that bear on a trigger."""
    start, stop = scene.part_of(trigger.head.i)
    reached = []
    for one in found:
        inside = start <= one.first < stop
        if one.hedge.certainty is not Certainty.CONDITIONAL and _parted(one, trigger.head):
            continue
        if _told_beside(one, trigger.head) and (one.hedge.negates or one.hedge.name == "judgement"):
            continue
        if one.hedge.negates and _taken_back(one, trigger.head):
            continue
        if one.hedge.reach == "after":
            if (
                (one.first < trigger.head.i and _governs(one, trigger.head, inside=inside))
                or (
                    one.hedge.negates
                    and inside
                    and scene.doc[start].lower_ == "that"
                    and one.first > trigger.head.i
                )
                or (one.hedge.name == CONDITION and depends_on(scene.doc[one.first], trigger.head))
                or (
                    inside
                    and _aside(scene.doc[one.first])
                    and _same_clause(scene.doc[one.first], trigger.head)
                )
            ):
                reached.append(one)
        elif inside and _same_clause(scene.doc[one.first], trigger.head):
            reached.append(one)
    return tuple(reached)


def _parted(hedge: Found, head: Token) -> bool:
    """Whether a semicolon stands between: "X denied it; a panel found that Y sold them"."""
    between = head.doc[hedge.last : head.i] if hedge.last < head.i else []
    cuts = (t.nbor().lower_ for t in between if t.text == ";")
    return next(cuts, "that") not in ("that", "and", "or", "nor", "whether")


def _aside(hedge: Token) -> bool:
    """Whether a hedge is an adverb, which bears on its clause also from behind: "came, reportedly by air"."""
    return hedge.pos_ == "ADV" and hedge.lower_.endswith("ly")


def _taken_back(negation: Found, head: Token) -> bool:
    """Whether "but" stands between: "has never sold arms to X, but lent Y shells"."""
    between = head.doc[negation.last : head.i] if negation.last < head.i else ()
    return any(t.lower_ == "but" and t.dep_ == "cc" for t in between)


def _told_beside(negation: Found, head: Token) -> bool:
    """Whether a clause behind a comma tells more of it: "denied selling the jets, which X gave"."""
    clause = head
    while clause.dep_ in ("xcomp", "conj") and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "relcl" or negation.last > clause.left_edge.i:
        return False
    start = clause.left_edge
    return start.tag_ in ("WDT", "WP", "WP$") and start.i > 0 and start.nbor(-1).text == ","


def as_told(reached: tuple[Found, ...], found: tuple[Found, ...], *, reported: bool) -> tuple[Found, ...]:
    """The hedges that bear on a claim, without words that only look like some where it stands.

    "would" in reported speech without a condition is the speaker's future; "any" under a negation is nothing.

    Args:
        reached: from :func:`in_reach`.
        found: every hedge of the sentence.
        reported: somebody is named whose words these are.
    """
    bound = any(h.hedge.name == CONDITION for h in found)
    gone = {"would"} if reported and not bound else set()
    gone |= {"any"} if any(h.hedge.negates for h in reached) else set()
    return tuple(h for h in reached if h.hedge.name not in gone)


_TIMES = words_of("nouns of time")
_BESIDE = words_of("conjunctions beside")
"""Words that open a clause of which the main verb says nothing."""


def _governs(hedge: Found, head: Token, *, inside: bool) -> bool:
    """Whether a hedge stands over ``head`` in the tree: as a verb or noun above it, or at its clause."""
    token = head
    for _ in range(24):
        if any(hedge.first <= c.i < hedge.last and not _apart(c) for c in (token, *token.children)):
            return True
        own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)
        if token.head == token or (token.dep_ == "conj" and own and not inside):
            return False
        if token.dep_ == "advcl" and (any(c.lower_ in _BESIDE for c in token.children) or _inverted(token)):
            return False
        if token.dep_ == "relcl" and _dates(token):
            return False
        token = token.head
    return False


def _dates(clause: Token) -> bool:
    """Whether a clause only says when: "a day after X wrote of Y"."""
    return clause.head.lower_ in _TIMES and any(c.lower_ in _BESIDE for c in clause.children)


def _apart(verb: Token) -> bool:
    """Whether a verb heads a clause beside the main one: "while X denied it, Y said"."""
    return verb.dep_ == "advcl" and any(c.dep_ == "nsubj" for c in verb.children)


def _inverted(verb: Token) -> bool:
    """Whether a clause in front is a condition by its order of words: "should X sell, Y would not act"."""
    return verb.left_edge.lower_ in ("should", "were", "had")


def _same_clause(hedge: Token, head: Token) -> bool:
    """Whether an adverb, modal or negation belongs to the clause of ``head``."""
    verb = _clause_verb(hedge)
    token = head
    for _ in range(24):
        if token == verb:
            return True
        own = token.head == hedge  # "nothing to do with the supplies"
        if token.head == token or (token.dep_ in ("ccomp", "relcl") and not own):
            break
        if token.dep_ == "conj" and token != head and not _either(token):
            break
        if token.dep_ == "advcl" and _inverted(token):
            break
        if token.dep_ == "conj" and any(
            c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in token.children
        ):
            break
        token = token.head
    return False


def _either(verb: Token) -> bool:
    """Whether a verb is one of several of which any may be meant: "has never bought, got or used"."""
    return any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.children)


def _clause_verb(token: Token) -> Token:
    for _ in range(24):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            return token
        if token.head == token:
            return token
        token = token.head
    return token


def decide(hedges: tuple[Found, ...]) -> Certainty | None:
    """The certainty that the heaviest hedge imposes; of equals the last, which stands nearest."""
    weighed = [h for h in hedges if h.hedge.certainty is not None]
    if not weighed:
        return None
    heaviest = max(h.hedge.weight for h in weighed)
    return [h for h in weighed if h.hedge.weight == heaviest][-1].hedge.certainty


def _means_it(token: Token, hedge: Hedge) -> bool:
    """Homographs: the month of May, a "likely" before a noun stays; "if" and "any" need no check."""
    denied = hedge.certainty is Certainty.DENIED
    if negates_denial(token) or (denied and (turns_down(token) or keeps_out(token) or is_undenied(token))):
        return False
    if token.lower_.startswith("appear") and not _seems(token):
        return False
    if token.lower_.startswith("concern") and _is_about(token):
        return False
    if token.lower_ in _VAGUELY and token.i + 1 < len(token.doc) and token.nbor().like_num:
        return False  # "perhaps ten years ago"
    if hedge.name == "may":
        if token.lower_ == "could" and was_in_sight(token.head):
            return False
        return token.lower_ != "may" or token.pos_ == "AUX" or not token.text[:1].isupper()
    return hedge.name != "not" or not (_only_dates(token) or rules_out(token))


def _is_about(verb: Token) -> bool:
    """Whether "concern" tells what something is about, and no worry: "It concerned bombs sent to X"."""
    object_ = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return verb.tag_ in ("VBD", "VBZ", "VBP", "VBG") and object_ is not None and object_.pos_ != "PRON"


_VAGUELY = frozenset({"perhaps", "possibly", "maybe", "probably"})


def _seems(verb: Token) -> bool:
    """Whether "appear" is no coming into sight: "appears to have sent", "it appears", not "in a video"."""
    following = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if following is not None and following.lower_ in ("to", "that", "as"):
        return True
    it = any(c.lower_ in ("it", "so") and c.dep_ in ("nsubj", "expl", "advmod") for c in verb.children)
    return it or any(c.dep_ in ("xcomp", "acomp", "oprd", "ccomp") for c in verb.children)


def _only_dates(negation: Token) -> bool:
    """Whether the words tell from when on it was so: "did not come until autumn"."""
    verb = _clause_verb(negation)
    if negation.dep_ != "neg" or verb.tag_ not in ("VB", "VBN"):
        return False
    later = [c for c in verb.children if c.i > verb.i]
    if any(
        c.dep_ == "advcl" and any(t.lower_ == "before" and t.dep_ == "mark" for t in c.lefts) for c in later
    ):
        return True  # "will not be handed over before the crews are trained"
    by_then = [c for c in later if c.lower_ in ("until", "till", "before") and c.dep_ == "prep"]
    return any(t.like_num or t.lower_ in _TIMES for c in by_then for t in c.subtree)
