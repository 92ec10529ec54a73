"""Which single things are told by their place in a row: "the fourth will come", "a second submarine"?"""

from __future__ import annotations

import re

from tallybook.model import Quantity, Span
from tallybook.read.mentions.counted import What, counted_places, find_counted
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

_NTH = re.compile(
    r"\b(?P<article>the|a|an|its|their)\s+"
    r"(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    re.I,
)
_ONE_MORE = re.compile(r"\b(?P<article>one more|yet another|another)\b", re.I)
_BARE = frozenset({"npadvmod", "attr", "nsubj", "nsubjpass", "dobj", "conj", "appos", "ROOT", "dep"})

Ordinal = tuple[Quantity, int, int, int | None, What]
"""Quantity, first token, last token (exclusive), token of the counted noun, and what sort that is."""


def ordinals(doc: Doc, offset: int, vocabulary: Vocabulary) -> list[Ordinal]:
    """Single things counted by their place, with the noun where one follows: goods in the singular only."""
    text, found = doc.text, []
    for match in (*_NTH.finditer(text), *_ONE_MORE.finditer(text)):
        span = doc.covering(*match.span())
        if span is None:
            continue
        nth = span[-1]
        article = match["article"].lower()
        if nth.lower_ == "first" and article == "the" and not _of_some(doc, span.end):
            continue  # "the first jets"
        noun = find_counted(doc, span.end, counted_places(text, vocabulary), vocabulary)
        if noun is not None and noun.unit in _TAKERS:
            continue  # "sold on to a third country"
        row = article == "the" and nth.lower_ != "first" and not _behind_of(doc[span.start])
        sorts = ("goods", "group") if row else ("goods",)
        whole = noun is not None and (noun.what in sorts or noun.unit in _SYSTEMS)
        if noun is not None and whole and noun.head > nth.i and not _of_some(doc, span.end):
            one = row or _counts_one(doc, (span.end, noun.head), noun.unit, article)
            if doc[noun.head].tag_ in ("NN", "NNP") and one:
                lot: What = "group" if noun.what == "group" and noun.unit not in _SYSTEMS else "goods"
                found.append(_of(doc, offset, (span.start, noun.head + 1), noun.unit, noun.head, lot))
        elif match.re is _NTH and _of_some(doc, span.end):
            found += _one_of(doc, offset, (span.start, span.end), vocabulary)
        elif match.re is _NTH and article == "the" and _stands_alone(nth):
            found.append(_of(doc, offset, (span.start, span.end), None, None))
    return found


def _counts_one(doc: Doc, tokens: tuple[int, int], unit: str, article: str) -> bool:
    """Whether the place in a row is that of one thing: "its first submarine"; not "its first 20 jets"."""
    if article not in _OWNERS and doc[tokens[0] - 1].lower_ != "first":
        return article != "the"
    plain = not any(t.like_num for t in doc[tokens[0] : tokens[1]])
    return article != "the" and unit in _LARGE and plain and not doc[tokens[1]].text.endswith("s")


def _behind_of(article: Token) -> bool:
    """Whether only something of it, or for it, is told of: "launchers of the fourth squadron"."""
    return article.i > article.sent.start and article.doc[article.i - 1].lower_ in ("of", "for", "to", "with")


_OWNERS = frozenset({"its", "their"})
_LARGE = words_of("units of large arms") | {"tanks", "vehicles"}


def _of_some(doc: Doc, at: int) -> bool:
    """Whether "of" and the number of the whole follow: "the second of its four frigates"."""
    behind = doc[at : at + _WHOLE]
    return bool(behind) and behind[0].lower_ == "of" and any(t.like_num for t in behind)


_SYSTEMS = frozenset({"batteries", "systems"})
"""Groups that are goods by themselves: "another battery"."""
_TAKERS = frozenset({"countries", "states", "nations"})
_WHOLE = 4


def _one_of(doc: Doc, offset: int, tokens: tuple[int, int], vocabulary: Vocabulary) -> list[Ordinal]:
    """One thing of several, in their unit: "the second of four frigates"; not where all are told of."""
    noun = find_counted(doc, tokens[1], counted_places(doc.text, vocabulary), vocabulary)
    if noun is None or noun.what not in ("goods", "group"):
        return []
    after = doc[noun.head + 1] if noun.head + 1 < len(doc) else None
    promised = any(c.dep_ in ("acl", "relcl") for c in doc[noun.head].children)  # all of them were
    if promised or (after is not None and after.lower_ in ("have", "are", "were")):
        return []
    return [_of(doc, offset, (tokens[0], noun.head + 1), noun.unit, noun.head)]


def _of(
    doc: Doc,
    offset: int,
    tokens: tuple[int, int],
    unit: str | None,
    head: int | None,
    what: What = "goods",
) -> Ordinal:
    first, last = tokens
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    quantity = Quantity(
        text=doc.text[start:end], span=Span(start + offset, end + offset), min=1, max=1, unit=unit
    )
    return quantity, first, last, head, what


def _stands_alone(nth: Token) -> bool:
    """Whether the noun is left out: "the fourth will come next year, the fifth in 2027"."""
    following = nth.doc[nth.i + 1] if nth.i + 1 < len(nth.doc) else None
    joined = (
        following is not None
        and following.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
        and following.head.i > nth.i
    )
    of = following is not None and following.lower_ in ("of", "-")
    return nth.dep_ in _BARE and not joined and not of
