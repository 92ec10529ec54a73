"""What amount do these words commit to?

"more than 1,000" is a lower bound, "up to 1,000" an upper one, "about 1,000" a rough figure, "dozens" a
figure of its own. The words themselves stand in the vocabulary (``amounts.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from tallybook.read.text.numbers import NUMBER, count_of
from tallybook.read.text.openings import Patterns
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.amounts import AmountWord

Kind = Literal["number", "round", "vague", "share", "money", "first"]


class Amount(NamedTuple):
    """An amount in a text, without what is counted: characters, bounds, and how it is meant."""

    start: int
    end: int
    min: float | None
    max: float | None
    approx: bool
    kind: Kind
    currency: str | None = None


class Grammar:
    """The patterns of amounts, built from a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        words = vocabulary.amounts
        self._before = {k: _said(words, k) for k in ("low", "high", "about", "plain")}
        self._after = {k: _said(words, k) for k in ("low-after", "high-after", "about-after")}
        self._behind = {
            k.removesuffix("-after"): {form.strip(" -") for form in said} for k, said in self._after.items()
        }
        self._named = {
            form.casefold(): (word, kind)
            for kind in ("round", "vague", "share")
            for word in words
            if word.kind == kind
            for form in word.words
        }
        self._money = {
            form.casefold(): u.name for u in vocabulary.units if u.what == "money" for form in u.claimed()
        }
        self._money[_POUNDS] = self._money["sterling"]
        self._letters = {form.casefold(): u.name for u in vocabulary.units for form in u.letters}
        self._symbols = [s for u in vocabulary.units if u.what == "money" for s in u.symbols]
        self._signs = [form for u in vocabulary.units for form in u.letters]
        self._near = [(place, u.name) for u in vocabulary.units for place in u.near]
        self._of_money = re.compile(rf"\s+(?:of\s+)?({'|'.join(_forms(self._money))})(?!\w)", re.I)
        self._pattern = Patterns([(self._compile(), None)])

    def _compile(self) -> re.Pattern[str]:
        before = "|".join(_forms(w for said in self._before.values() for w in said))
        after = "|".join(_forms(w for said in self._after.values() for w in said))
        named = "|".join(_quoted(form) for form in _forms(self._named))
        money = "|".join(_forms(self._money)) or r"(?!)"
        letter = "|".join(_forms(self._signs)) or r"(?!)"
        sign = "|".join([*_forms(self._symbols), rf"(?-i:{letter})(?={_MILLIONS})"])
        counted = [
            form for form, (_, kind) in self._named.items() if kind == "share" and _IN_WORDS.match(form)
        ]
        share = "|".join(_forms(counted)) or r"(?!)"  # "two thirds of": two is no figure
        figure = (
            rf"(?:(?P<open>between|from)\s+)?(?P<cur>(?:{sign})\s?)?(?P<a>{NUMBER})"
            rf"(?:\s?(?P<join>to|or|-|–|—|(?(open)and|(?!)))\s?(?P<cur2>(?:{sign})\s?)?(?P<b>{NUMBER}))?"
            rf"(?:[\s-](?P<cur3>{money})(?!\w|-class\b))?"
        )
        return re.compile(
            rf"(?<![\w.,$€£\-–‑/×])(?P<before>(?:(?:{before})\s*(?<=[\s~]))*)"
            rf"(?:(?P<share>{share})(?!\w)|{figure}|(?P<named>{named})(?!\w)(?P<more>\s+more)?)"
            rf"(?P<after>[\s-]?(?:{after})(?!\w)(?!\s+(?:[$€£]?\d|an?\s|half\s)))?",
            re.I,
        )

    def find(self, text: str) -> Iterator[Amount]:
        """Amounts in ``text``, left to right."""
        for match, _ in self._pattern.matches(text):
            said = match["share"] or match["named"]
            amount = self._named_amount(match, said) if said else self._figure(match)
            if amount is not None:
                yield amount

    @staticmethod
    def _start(match: re.Match[str]) -> int:
        """Where the amount begins: "over" belongs to "hand over 19 of them" and to "talks over 19 jets"."""
        over = re.match(r"(?:over|about)\s+", match["before"], re.I)
        before = match.string[max(0, match.start() - _TOPIC_REACH) : match.start()]
        if over and (_TOPIC.search(before) or (match["before"][0] in "oO" and _HANDING.search(before))):
            return match.start() + over.end()
        return match.start()

    def _figure(self, match: re.Match[str]) -> Amount | None:
        low, high, end = self._range(match)
        if low is None:
            return None
        currency = self._currency(match)
        start = self._start(match)
        bounds = self._bound(match, match["before"][start - match.start() :], low, high)
        if currency is not None and _OR_MORE.match(match.string, end):
            bounds = (low, None, bounds[2])
        if currency is None and match["cur3"]:
            end = match.end("b") if match["b"] and high != low else match.end("a")
        priced = _scale(match["b"] or match["a"]) and _PRICED.search(match.string[: match.start()])
        kind: Kind = "money" if currency or priced else "number"
        if match["before"] == "" and match["open"] and not match["b"]:
            start = match.start("cur") if match["cur"] else match.start("a")
        return Amount(start, end, *bounds, kind, currency)

    def _currency(self, match: re.Match[str]) -> str | None:
        """The money of a sum, by its words, and for "crowns" by the country named nearest before."""
        said = next((match[w] for w in ("cur", "cur2", "cur3") if match[w]), None)
        if said is None:
            return "INR" if _INDIAN.search(match["a"]) else None
        if said.casefold() == _POUNDS and not (_scale(match["b"] or match["a"]) or _worth(match)):
            return None  # a weight
        sign = said.strip().casefold()
        named = self._money.get(sign) or self._letters.get(sign)
        if not sign.startswith(_CROWNS):
            return named
        before = match.string[: match.start()]
        places = [(before.rfind(place), name) for place, name in self._near]
        at, nearest = max(places, default=(-1, named))
        behind = [(at, name) for place, name in self._near if (at := match.string.find(place)) >= 0]
        return nearest if at >= 0 else min(behind, default=(0, named))[1]

    def _range(self, match: re.Match[str]) -> tuple[float | None, float | None, int]:
        """Both ends of "2 to 3 million"; the first alone where the join is no range ("1,000 and 20")."""
        low = count_of(match["a"])
        join = (match["join"] or "").lower()
        apart = join == "and" and (match["open"] or "").lower() != "between"
        if not match["b"] or apart or (join == "or" and match["cur2"]):
            return low, low, match.end() if not match["b"] else match.end("a")
        high = count_of(match["b"])
        if low is not None and high is not None and low <= high:
            shared = _scale(match["b"])
            if shared and not _scale(match["a"]) and low < high / shared * 1000:
                low *= shared
            if low <= high:
                return low, high, match.end()
        return low, low, match.end("a")

    def _bound(
        self, match: re.Match[str], before: str, low: float, high: float | None
    ) -> tuple[float | None, float | None, bool]:
        before, after = before.casefold(), (match["after"] or "").casefold().strip(" -")
        said = self._opened(before)
        said |= {k for k, forms in self._behind.items() if after in forms}
        if match["b"] and high != low:
            return low, high, "about" in said
        if "low" in said:
            return low, None, "about" in said
        if "high" in said:
            return None, low, "about" in said
        return low, low, "about" in said

    def _opened(self, before: str) -> set[str]:
        """What the words before an amount make of it; of two where one holds the other, the longer counts."""
        found = [(k, f) for k, forms in self._before.items() for f in forms if before and _has(before, f)]
        return {k for k, f in found if not any(f != other and f in other for _, other in found)}

    def _named_amount(self, match: re.Match[str], said_so: str) -> Amount:
        words = re.sub(r"\s+", " ", _QUOTES.sub("", said_so.casefold()))
        word, kind = self._named[words]
        start = self._start(match)
        before = match["before"][start - match.start() :].casefold()
        low, high = word.min, word.max
        exact = kind == "share" or (low is not None and low == high)
        said = self._opened(before)
        if "low" in said:
            high = None
        if "high" in said:
            low = None
        approx = not exact or "about" in said
        money = self._of_money.match(match.string, match.end()) if kind == "round" else None
        if money is not None:  # "billions of dollars"
            unit = self._money[money[1].casefold()]
            return Amount(start, money.end(), low, high, approx, "money", unit)
        return Amount(start, match.end(), low, high, approx, kind)


_QUOTES = re.compile('[“”"]')
_IN_WORDS = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine)[ -]")


def _quoted(form: str) -> str:
    """The form with quotation marks inside: "a “significant number” of"."""
    return form.replace(r"\s+", '[”"]?\\s+[“"]?')


_POUNDS = "pounds"
"""A weight, unless there are millions of them or something is worth them."""

_MILLIONS = r"\s?\d[\d.,]*\s?(?:million|billion|trillion|mn|bn|mln|bln|m|b)\b"
"""The figure of a sum in millions, which tells "R3.2 billion" from the missile R73."""

_CROWNS = ("crown", "kr")
"""How the money of several countries is called."""

_INDIAN = re.compile(r"\b(?:crores?|lakh)$", re.I)
_OR_MORE = re.compile(r"\s*\([^()]{2,40}\) or more\b", re.I)
"""Of "$1 billion (€925 million) or more"."""

_HANDING = re.compile(
    r"\b(?:(?:hand|turn|bring|ship|fly|send|take|pass|sign|give)(?:s|ed|ing|en)?|taken|took|taking)\s+$", re.I
)
_TOPIC = re.compile(
    r"\b(?:talks?|negotiations?|discussions?|negotiat(?:ed?|es|ing)|haggl(?:ed?|es|ing)|talking|disputes?|row|deal"
    r"|contract|agreement|tender)(?: (?:with|between|by) [^,.;:()]{2,50})? $",
    re.I,
)
_TOPIC_REACH = 72
"""How many characters before "over" may stand what it is the topic of."""


@lru_cache(maxsize=4)
def grammar(vocabulary: Vocabulary) -> Grammar:
    """The grammar of a vocabulary, built once."""
    return Grammar(vocabulary)


def _said(words: tuple[AmountWord, ...], kind: str) -> tuple[str, ...]:
    return tuple(form.casefold() for word in words if word.kind == kind for form in word.words)


def _forms(words: Iterable[str]) -> list[str]:
    """As regular expressions, the longest first; a blank stands for any white space."""
    return [re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)]


def _has(text: str, words: str) -> bool:
    return words in text and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


_PRICED = re.compile(
    r"\b(?:value|price|cost)\b(?: of \w+(?: \w+)?)? (?:is|was|stands at|comes to|put at)\s*$", re.I
)
"""Words right before a figure that say that it is a sum, whatever the currency."""


def _worth(match: re.Match[str]) -> bool:
    """Whether words right before an amount say that it is a sum: "arms worth 650,000 pounds"."""
    before = match.string[max(0, match.start() - 10) : match.start("a")]
    return re.search(r"\b(?:worth|cost|costs|paid|pays)\s", before, re.I) is not None


def _scale(words: str) -> float | None:
    """What the last word of a number multiplies by: a million in "3 million"."""
    found = re.search(r"(hundred|thousand|million|billion|trillion|lakh|crore)s?$", words.strip(), re.I)
    return count_of("one " + found[1]) if found else None
