"""What do the words beside goods make of them?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tallybook.model import Category
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of


class Behind(NamedTuple):
    """What the noun behind goods does: takes them out, makes them something else, or trades in them."""

    rejects: bool = False
    trade: bool = False
    end: int | None = None
    category: Category | None = None
    ml: str | None = None


class Company:
    """The company words of a vocabulary, ready to be asked."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        entries = vocabulary.company
        by_kind = {
            k: {w.lower() for e in entries if e.kind == k and not e.of for w in e.words} for k in _KINDS
        }
        self.outside = by_kind["outside"]
        self.trade, self._part = by_kind["trade"], by_kind["part"]
        self._never_behind = by_kind["not-behind"]
        self._making = {w: e.category for e in entries if e.kind == "making" for w in e.words}
        self._meanings = [(e.of, e.kind, _beside(e.kind, e.words)) for e in entries if e.of]
        self._means = {w.lower() for e in vocabulary.carriage if e.kind == "means" for w in e.words}
        joined = "|".join(re.escape(w) for w in by_kind["style"])
        self.style = re.compile(rf"[-‑ ](?:{joined}) ", re.I)
        names = [n.lower() for s in vocabulary.states for n in (s.name, *s.names, *s.capitals)]
        # "sends the RSF ammunition", "gave Haftar drones": who fights owns the goods or takes them
        fighters = (b for b in vocabulary.bodies if b.what == "armed-group")
        names += [n.lower() for b in fighters for n in (b.name, *b.abbreviations, *b.demonyms)]
        names += [n.lower() for p in vocabulary.people for n in p.short]
        self.owners = frozenset(n for n in names if " " not in n)
        others = [
            n.lower() for s in vocabulary.states for n in (*s.adjectives, *s.demonyms, *s.abbreviations)
        ]
        self.actors = frozenset(w for n in (*names, *others) for w in n.split()) | {
            "u.s.",
            "us",
            "u.k.",
            "soviet",
        }

    def another_meaning(self, doc: Doc, first: int, head: int, term: str) -> bool:
        """Whether a neighbour makes the goods word mean something else ("think tank")."""
        word = doc[head].lemma_.lower() if first == head else None  # "in parts", not "in drone parts"
        meanings = [(kind, near) for of, kind, near in self._meanings if word in of or term in of]
        if not meanings:
            return False
        before = doc.stretch(max(0, first - 5), first).text.lower()
        after = doc.stretch(head + 1, head + 4).text.lower()
        return any(
            (near.search(before) if kind == "not-before" else near.match(after)) for kind, near in meanings
        )

    def carries(self, head: Token) -> bool:
        """Whether a ship or a plane is what goods are on, and no goods itself ("aboard a plane")."""
        aboard = head.dep_ == "pobj" and head.head.lower_ in ("on", "aboard", "by", "onto", "off", "inside")
        return aboard and head.lemma_.lower() in self._means

    def behind(self, doc: Doc, head: Token) -> Behind:
        """What the noun that follows makes of the goods; nothing where none follows."""
        if doc.text[head.idx + len(head) :][:1] not in {" ", "-"}:
            return Behind()
        chain = _compound(doc, head)
        if not chain:
            following = doc[head.i + 1] if head.i + 1 < len(doc) else None
            never = (
                following is not None and following.lower_ in self._never_behind and following.pos_ != "VERB"
            )
            return Behind(rejects=never and head.tag_ not in {"NNS", "NNPS"})
        if head.lower_ in _NAMED and all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in chain):
            return Behind()  # "the frigate Leone"
        noun = chain[-1]
        lemma = noun.lemma_.lower()
        stop = noun.idx + len(noun)
        if lemma in self._making:
            return Behind(end=stop, category=self._making[lemma], ml="ML22")
        if lemma in self._part:
            return Behind(end=stop)
        if any(t.lemma_.lower() in self.trade for t in chain):
            return Behind(trade=True)
        return Behind(rejects=True)


_NAMED = words_of("ships that bear a name")
_KINDS = ("trade", "part", "making", "style", "outside", "not-before", "not-behind")


def _beside(kind: str, words: Iterable[str]) -> re.Pattern[str]:
    """What ends right before goods words, or begins right behind them."""
    either = "|".join(re.escape(w.lower()) for w in words)
    return re.compile(rf"(?<!\w)(?:{either})$" if kind == "not-before" else rf"(?:{either})\b")


def _compound(doc: Doc, head: Token) -> list[Token]:
    """The nouns behind a goods word that it modifies, up to the one that says what it is."""
    if (
        head.dep_ not in {"compound", "nmod", "amod", "nummod", "case"}
        or head.head.i <= head.i
        or head.head.i - head.i > 4
    ):
        return []
    chain = list(doc[head.i + 1 : head.head.i + 1])
    if any(t.pos_ not in {"NOUN", "PROPN", "ADJ"} and t.text != "-" for t in chain):
        return []
    return chain if head.head.pos_ in {"NOUN", "PROPN"} else []


@lru_cache(maxsize=4)
def company(vocabulary: Vocabulary) -> Company:
    """The company words of a vocabulary, built once."""
    return Company(vocabulary)
