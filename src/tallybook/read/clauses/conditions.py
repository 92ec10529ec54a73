"""Under which condition does a clause stand: "if X agrees, Y will give", "Had there been such a sale"?"""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.read.text.tree import Token

CONDITION = "condition"
"""Name of the hedges that set a condition."""

_TURNED = frozenset({"should", "were", "had"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "det", "compound", "poss", "amod"})
_NOT_AFTER = frozenset({"even", "as"})
_WORDED = frozenset({"provided", "on", "as"})
"""First words of conditions in several words: "provided that", "on condition that", "as long as"."""
_CHAIN = 4
"""Verbs between a word of transfer and the one that the condition hangs on, at most."""


def turned_into_condition(tokens: Sequence[Token]) -> Token | None:
    """The verb that opens a sentence and makes its first clause a condition: "Were Ruritania to give"."""
    words = [t for t in tokens[:3] if not (t.is_punct or t.is_space)]
    if len(words) < _CHAIN - 2 or words[0].lower_ not in _TURNED or tokens[-1].text.startswith("?"):
        return None
    opens = words[0].pos_ in ("AUX", "VERB") and words[1].dep_ in _SUBJECTS
    return words[0] if opens and any(t.text == "," for t in tokens) else None


def depends_on(word: Token, head: Token) -> bool:
    """Whether what ``head`` tells holds only under the condition that ``word`` opens, beside or behind it."""
    if word.i and word.nbor(-1).lower_ in _NOT_AFTER and word.doc[word.i - 1].i >= head.sent.start:
        return False
    if word.lower_ in _WORDED:
        named = word.lower_ == "on" and word.doc[word.i + 2].lower_ != "that"  # "on condition of anonymity"
        return head.i < word.i and head.is_ancestor(word) and not named
    clause = word.head
    if clause.dep_ != "advcl" and not (clause.dep_ == "conj" and word.dep_ == "mark"):  # "but only if"
        return False
    verb = head
    for _ in range(_CHAIN):
        if clause.head == verb and clause != verb:
            return True
        if verb.dep_ not in ("xcomp", "conj", "pcomp") or verb.head == verb:
            return False
        verb = verb.head
    return False
