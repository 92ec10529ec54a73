"""Does a stretch of words do nothing but put a number on what was told before?

Numbers stand in clauses that a tree takes for anything. What makes such a stretch safe is that nothing else
is in it: each verb counts or says what there is, and each noun is a time, a number, what the number counts,
or who gives it or has a share of it.
"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import SUBJECTS, TENSED, noun_lemma, verb_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_COUNTING = words_of("verbs of putting a number")
_STANDING = words_of("verbs of which a number is the subject")
_FIGURES = words_of("nouns for a number that is put") | words_of("nouns for a sum of deliveries")
_COUNTED = words_of("what a further number counts")
_PLACED = words_of("where what is coming stands")
_TIMES = words_of("nouns of time")
_MORE = frozenset({"more", "another", "further", "others", "additional"})
_THEM = frozenset({"it", "they", "that", "this", "these", "those", "there", "which", "all"})
_ONE = frozenset({"a", "an", "another", "earlier", "previous"})
_SUMMING = frozenset({"all", "total", "altogether", "overall", "end", "stake", "issue"})
_LEADING = frozenset({"to", "with", "for", "by", "from"})
_TAKING = frozenset({"take", "get", "win", "receive", "earn", "secure", "land"})
_NAMING = frozenset({"poss", "compound", "nmod", "amod"})
_DENYING = frozenset({"not", "n't", "n’t", "no", "none", "never", "?", "worldwide", "globally"})


class Stretch:
    """A stretch of words between semicolons or dashes."""

    def __init__(self, scene: Scene, event: Event, first: int, last: int) -> None:
        self.scene, self.event, self.first, self.last = scene, event, first, last
        self.tokens = [t for t in scene.doc[first:last] if not t.is_space]
        ranges = ((p, scene.token_range(p.span)) for p in scene.periods if p.span is not None)
        self.times = [(p, r) for p, r in ranges if r is not None and first <= r[0] < last]
        self.dated = {i for _, r in self.times for i in range(*r)}
        self.tellers = self._tellers()

    def only_counts(self) -> bool:
        """Whether the stretch does nothing but put a number on what was told."""
        if any(t.lower_ in _DENYING or _compares(t) for t in self.tokens):
            return False
        aside = self.dated | self.tellers
        verbs = [t for t in self.tokens if t.pos_ in ("VERB", "AUX") and t.i not in aside]
        plain = all(verb_lemma(t) in _STANDING or counts_out(t) or t.tag_ == "MD" for t in verbs)
        return plain and self._names_nothing_else() and self._is_about_number(verbs)

    def _names_nothing_else(self) -> bool:
        """Whether every noun and party is a time, a number, what it counts, or who gives it."""
        ends = {self.event.end(role) for role in ENDS}
        for token in self.tokens:
            actor = self.scene.actor_at.get(token.i)
            if token.i in self.dated or token.i in self.tellers or token.like_num or token.is_currency:
                continue
            if actor is not None and actor.kind not in ("outlet", "person"):
                names = token.dep_ in _NAMING and noun_lemma(token.head) in _FIGURES
                if not names and end_point(actor) not in ends:
                    return False
            elif actor is None and not (self._is_known(token) or self._is_firm(token)):
                return False
        return True

    def _is_firm(self, name: Token) -> bool:
        """Whether a name that is nobody's we know has a share in money: "$3m went to Alpha, $2m to Beta"."""
        first = name.i
        while first > self.first and self.scene.doc[first - 1].pos_ == "PROPN":
            first -= 1
        led = first > self.first and self.scene.doc[first - 1].lower_ in _LEADING
        last = name.i + 1
        while last < self.last and self.scene.doc[last].pos_ == "PROPN":
            last += 1
        led = led or (
            last < self.last and (self.scene.doc[last].like_num or self.scene.doc[last].is_currency)
        )
        taking = name.dep_ == "nsubj" and verb_lemma(name.head) in _TAKING
        counted = any(q.first <= name.i < q.last for q in self.scene.quantities)
        return name.pos_ == "PROPN" and not counted and (led or taking) and self.has_money()

    def has_money(self) -> bool:
        """Whether a sum of money stands in it."""
        return any(self.first <= q.first < self.last and q.what == "money" for q in self.scene.quantities)

    def _is_known(self, noun: Token) -> bool:
        lemma = noun_lemma(noun)
        if noun.pos_ not in ("NOUN", "PROPN") or lemma in _FIGURES | _COUNTED | _PLACED | _TIMES:
            return True
        goods = self.scene.goods_at.get(noun.i)
        if goods is not None and not goods.civil:
            told = {g.goods.category for g in self.event.filled.goods}
            return goods.weak or goods.goods.category in told
        return any(q.first <= noun.i < q.last and q.what in ("money", "share") for q in self.scene.quantities)

    def _tellers(self) -> frozenset[int]:
        """Tokens of who gives a number: "Kyiv puts it at 40", "according to the ministry"."""
        found: set[int] = set()
        for token in self.tokens:
            told = token.dep_ in SUBJECTS and counts_out(token.head)
            if told and token.lower_ not in _THEM and noun_lemma(token) not in _FIGURES | _COUNTED:
                found.update(t.i for t in token.subtree)
            if token.lower_ in ("according", "citing"):
                found.update(t.i for t in token.subtree)
        return frozenset(found)

    def _is_meant(self, noun: Token) -> bool:
        """Whether a noun for a number speaks of what was told: "the order", "Kyiv's estimate"."""
        if noun.tag_ == "NNS" and not self.times:
            return any(c.lower_ in DEFINITE for c in noun.lefts)
        return any(c.lower_ in DEFINITE | _ONE or c.i in self.scene.actor_at for c in noun.lefts)

    def is_dated(self) -> bool:
        """Whether a time stands in it, read as such or not."""
        return bool(self.times) or any(noun_lemma(t) in _TIMES for t in self.tokens)

    def _is_about_number(self, verbs: list[Token]) -> bool:
        """Whether the words say that a number is given: by a verb, a noun, a pronoun with a time, "more"."""
        words = {t.lower_ for t in self.tokens}
        if any(noun_lemma(t) in _FIGURES and self._is_meant(t) for t in self.tokens if t.pos_ == "NOUN"):
            return True
        if any(counts_out(t) and t.pos_ == "VERB" for t in verbs):
            return True
        if any(self._is_firm(t) and t.i not in self.scene.actor_at for t in self.tokens):
            return True
        again = bool(words & _MORE)
        if not any(t.tag_ in TENSED for t in verbs):
            return self.is_dated() or bool(self.tellers) or (again and bool(words & _PLACED))
        subjects = [t for t in self.tokens if t.dep_ in SUBJECTS]
        stand = all(t.lower_ in _THEM or t.like_num or self._is_known(t) for t in subjects)
        summed = not self.has_money() and bool(words & _SUMMING)
        return stand and (self.is_dated() or bool(self.tellers) or again or summed)


def counts_out(verb: Token) -> bool:
    """Whether somebody gives a number with a verb: "puts it at 40", "had made it 40"."""
    lemma = verb_lemma(verb)
    made = lemma in ("make", "have") and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("it", "that")
    return lemma in _COUNTING or lemma == "accord" or verb.lower_ == "according" or made


def lies_ahead(word: Token) -> bool:
    """Whether a word says that something lies ahead: the "to" of "is to rise"."""
    return word.lower_ == "to" and word.dep_ == "aux" and word.nbor(-1).lemma_ == "be"


def _compares(word: Token) -> bool:
    """Whether a number is only measured against another: "more than in 2022", not "more than 40"."""
    return word.lower_ == "than" and not word.nbor().like_num and not word.nbor().is_currency
