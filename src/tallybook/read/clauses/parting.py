"""Where does a sentence fall into clauses, so that what is near in one has no part in the other?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.text.tree import TENSED, Token

_CONTRASTS = frozenset({"while", "although", "though", "whereas", "but"})
_OPENS = frozenset(
    {"after", "although", "as", "because", "before", "once", "since", "though", "when", "whereas", "while"}
)


def clause_cuts(tokens: list[Token]) -> list[int]:
    """The tokens at which a new clause with a subject of its own begins, in order."""
    return sorted({*_main_clauses(tokens), *_fronted(tokens)})


def _main_clauses(tokens: list[Token]) -> Iterator[int]:
    """After a semicolon, or at "and", "but" with a subject of its own."""
    told = False
    for at, token in enumerate(tokens):
        told = told or token.tag_ in TENSED
        if token.text == ";" and at + 1 < len(tokens):
            yield token.i + 1
        elif token.dep_ == "cc" or token.lower_ in _CONTRASTS:
            opens = told and _opens_clause(tokens[at + 1 : at + 12], token.i)
            if opens:
                yield token.i


def _fronted(tokens: list[Token]) -> Iterator[int]:
    """Behind the comma that closes a clause in front: "Before it ordered X from Y, Z had talked to"."""
    first = next((t for t in tokens if not (t.is_punct or t.is_space)), None)
    if first is None or first.lower_ not in _OPENS or first.head.i < first.i:
        return
    verb = first.head if first.dep_ in ("mark", "advmod") else next(iter(first.children), first)
    if verb.pos_ not in ("VERB", "AUX") or verb.head.i < verb.i or verb.head == verb:
        return
    comma = next((t for t in tokens if t.i > verb.right_edge.i), None)
    if comma is not None and comma.text == ",":
        yield comma.i + 1


def _opens_clause(following: list[Token], cut: int) -> bool:
    """Whether a subject with a finite verb after it follows before any other verb."""
    for at, token in enumerate(following):
        if token.text == "," and at:
            return False
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "amod":
            return False
        if token.dep_ in ("nsubj", "nsubjpass", "expl") and token.head.i > token.i:
            return all(t.pos_ not in ("VERB", "AUX") for t in following if cut < t.i < token.i)
    return False
