"""Does a stretch of words do nothing but put a number on what was told before?

Numbers stand in clauses that a tree takes for anything. What makes such a stretch safe is that nothing else
is in it: each verb counts or says what there is, and each noun is a time, a number, what the number counts,
or who gives it or has a share of it.
"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import SUBJECTS, is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.pricing import PRICES
from tallybook.read.clauses.scene import Scene, first_conjunct
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.wordlists import words_of

_COUNTING = words_of("verbs of putting a number")
_STANDING = words_of("verbs of which a number is the subject")
FIGURES = words_of("nouns for a number that is put") | words_of("nouns for a sum of deliveries")
_COUNTED = words_of("what a further number counts")
_PLACED = words_of("where what is coming stands")
_TIMES = words_of("nouns of time")
_SETTING = words_of("verbs of setting a figure")
_PAPERS = words_of("what has it that something is so") | {"statement", "release", "notice", "count"}
_WEIGHING = words_of("weights of a haul")
LOTS = words_of("what is handed over at once") | words_of("nouns of catching")
DEALS = (words_of("deals and packages") - {"buy", "intent", "purchase"}) | PRICES
_MORE = frozenset({"more", "another", "further", "others", "additional"})
THEM = words_of("pronouns for what was told of") | {"all", "there", "which"}
"""What goes on with goods that were told of."""
_ONE = frozenset({"a", "an", "another", "earlier", "previous"})
_SUMMING = frozenset({"all", "total", "altogether", "overall", "end", "stake", "issue"})
_LEADING = frozenset({"to", "with", "for", "by", "from"})
_TAKING = frozenset({"take", "get", "win", "receive", "earn", "secure", "land"})
_NAMING = frozenset({"poss", "compound", "nmod", "amod"})
_LEADING_TO = frozenset({"at", "to", "as", "by", "from", "with"})
_DENYING = words_of("words that deny") | {"?", "globally", "none", "worldwide"}


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
        if any(t.lower_ in _DENYING or _compares(t) or self._is_of_another(t) for t in self.tokens):
            return False
        aside = self.dated | self.tellers
        verbs = [t for t in self.tokens if t.pos_ in ("VERB", "AUX") and t.i not in aside]
        plain = all(self._is_plain(t) for t in verbs)
        return plain and self._names_nothing_else() and self._is_about_number(verbs)

    def _is_plain(self, verb: Token) -> bool:
        """Whether a verb only counts, or says what a number does."""
        if verb_lemma(verb) == "weigh":
            return any(self.is_whole(t) for t in verb.lefts)
        return (
            verb_lemma(verb) in _STANDING or counts_out(verb) or self.sets_figure(verb) or verb.tag_ == "MD"
        )

    def sets_figure(self, verb: Token) -> bool:
        """Whether a verb sets a figure: "listed the price at 40 million", "gave a figure of 45"."""
        if verb_lemma(verb) not in _SETTING:
            return False
        at = [c for c in verb.children if c.i > verb.i and c.lower_ in _LEADING_TO]
        if any(t.like_num for c in at for t in c.subtree):
            return True
        things = [c for c in verb.children if c.dep_ == "dobj"]
        if any(noun_lemma(c) in FIGURES for c in things):
            return True
        doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
        papers = doer is not None and (noun_lemma(doer) in _PAPERS or self._is_outlet(doer))
        return papers and any(c.like_num for c in things)

    def _is_outlet(self, token: Token) -> bool:
        actor = self.scene.actor_at.get(token.i)
        return actor is not None and actor.kind == "outlet"

    def _names_nothing_else(self) -> bool:
        """Whether every noun and party is a time, a number, what it counts, or who gives it."""
        ends = {self.event.end(role) for role in ENDS}
        for token in self.tokens:
            actor = self.scene.actor_at.get(token.i)
            if token.i in self.dated or token.i in self.tellers or token.like_num or token.is_currency:
                continue
            if actor is not None and actor.kind not in ("outlet", "person"):
                names = token.dep_ in _NAMING and noun_lemma(token.head) in FIGURES
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
        if noun.pos_ not in ("NOUN", "PROPN") or lemma in FIGURES | _COUNTED | _PLACED | _TIMES:
            return True
        if self.is_whole(noun):
            return True
        goods = self.scene.goods_at.get(noun.i)
        if goods is not None and not goods.civil:
            return self.is_told(goods) or self.counts_goods(goods.head)
        covering = [q for q in self.scene.quantities if q.first <= noun.i < q.last]
        return any(q.what in ("money", "share") or is_weight(q) for q in covering)

    def is_told(self, goods: GoodsMention) -> bool:
        """Whether goods may be those of the flow."""
        return goods.weak or goods.goods.category in {g.goods.category for g in self.event.filled.goods}

    def is_whole(self, noun: Token) -> bool:
        """Whether a noun points back at the haul, the deal or the price that was told: "the load"."""
        if noun.pos_ not in ("NOUN", "PROPN") or noun_lemma(noun) not in LOTS | DEALS:
            return False
        return any(t.lower_ in DEFINITE for t in noun.lefts)

    def _is_of_another(self, own: Token) -> bool:
        """Whether a deal or a number is set apart from what was told: "Ruritania's own order for 96"."""
        return own.lower_ == "own" and noun_lemma(own.head) in FIGURES | LOTS | DEALS

    def counts_goods(self, head: int) -> bool:
        """Whether somebody gives a number of these goods: "had spoken of 50 mortars"."""
        heads = {head, first_conjunct(self.scene.doc[head]).i}
        counted = any(q.what == "goods" and q.head in heads for q in self.scene.quantities)
        verb = self.scene.doc[head]
        while verb.pos_ != "VERB" and verb.head != verb:
            verb = verb.head
        told = verb_lemma(verb) in _COUNTING and not is_passive(verb)
        doers = (c for c in verb.lefts if c.dep_ == "nsubj" and noun_lemma(c) in FIGURES | LOTS)
        return counted and (told or any(t.lower_ in DEFINITE for c in doers for t in c.lefts))

    def _tellers(self) -> frozenset[int]:
        """Tokens of who gives a number: "Kyiv puts it at 40", "according to the ministry"."""
        found: set[int] = set()
        for token in self.tokens:
            told = token.dep_ == "nsubj" and (counts_out(token.head) or self.sets_figure(token.head))
            if told and token.lower_ not in THEM and noun_lemma(token) not in FIGURES | _COUNTED:
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
        if any(noun_lemma(t) in FIGURES and self._is_meant(t) for t in self.tokens if t.pos_ == "NOUN"):
            return True
        if any((counts_out(t) and t.pos_ == "VERB") or self.sets_figure(t) for t in verbs):
            return True
        if any(self.is_whole(t) and t.dep_ in SUBJECTS | {"attr"} for t in self.tokens):
            return True
        if any(self._is_firm(t) and t.i not in self.scene.actor_at for t in self.tokens):
            return True
        again = bool(words & _MORE)
        if not any(t.tag_ in TENSED for t in verbs):
            return self.is_dated() or bool(self.tellers) or (again and bool(words & _PLACED))
        subjects = [t for t in self.tokens if t.dep_ in SUBJECTS]
        stand = all(t.lower_ in THEM or t.like_num or self._is_known(t) for t in subjects)
        summed = not self.has_money() and bool(words & _SUMMING)
        return stand and (self.is_dated() or bool(self.tellers) or again or summed)


def is_weight(mention: QuantityMention) -> bool:
    """Whether a quantity is a weight or a volume, and no distance."""
    return mention.what == "measure" and mention.quantity.unit in _WEIGHING


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
