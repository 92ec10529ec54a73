"""What kind of word stands after what kind in a sentence that only says something of what was said?

Such a sentence ("branded the paper's account a lie") is made of few kinds of words in few orders, while its
tree is often wrong. Each word here is one sign, so that an order of kinds is a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Self

from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_CALLING = words_of("verbs of calling something so")
_WRITING = words_of("verbs of writing")
_CONFIRMING = words_of("verbs of saying that it is so")
_OUT = words_of("verbs of carrying out")
_PLANS = words_of("nouns for what is carried out")
_SHOWING = words_of("nouns for what shows that it is so")
_TALK = words_of("words for news")
_HAND = words_of("nouns for a hand in something")
_HAPPENING = frozenset({"happen", "occur", "exist"})
_LEAST = frozenset({"word", "grain", "shred", "ounce", "iota", "scrap", "bit", "kernel", "jot", "scintilla"})
_TRUE = frozenset({"true", "correct", "accurate", "credible", "factual", "so"})
_THAT = (["it"], ["that"], ["this"], ["them"], ["these"], ["those"])
_BACK = frozenset({"it", "this", "them", "these", "those", "they", "everything", "all"})
_NOT = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "none", "nobody", "without"})
_FILLING = frozenset({"DET", "ADJ", "ADV", "PROPN", "NUM"})
_BREAKS = frozenset({",", ";", ":", "–", "—", "-"})
_END = frozenset({".", "!", "?"})


class Row:
    """The words of a sentence as signs, one each.

    ``D`` denies, with ``d`` behind it; ``C`` calls something so; ``U`` untrue, ``T`` true; ``n`` no,
    ``0`` nothing; ``Q`` a noun for what was told, ``P`` a pronoun for it, ``W`` what, ``I`` whether, ``w``
    which; ``S`` says; ``L`` what it may lack, ``l`` the least of it, ``E`` what shows it; ``K`` a hand in
    it; ``H`` happens; ``M`` confirms; ``X`` carries out, ``R`` a plan or deal; ``N`` a denial, ``A`` accuses,
    ``O`` who publishes, ``G`` a request, ``F`` is made; ``B`` is, ``v`` another verb; ``a`` as, ``o`` another
    preposition, ``t`` that; ``q`` a quotation mark, ``c`` a comma or dash, ``e`` an end; ``f`` what fills a
    noun phrase, ``m`` another noun, ``x`` the rest.
    """

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self.tokens = scene.tokens
        special = _special(scene, lexicon)
        signs = "".join(special.get(t.i) or _sign(t, lexicon) for t in self.tokens)
        self.signs = signs if "G" in signs else signs.replace("F", "v")

    @classmethod
    def of(cls, scene: Scene, lexicon: Lexicon) -> Self:
        """The row of a sentence, made once."""
        return scene.once((cls, lexicon), lambda: cls(scene, lexicon))

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, re.Match[str]]]:
        """Where the kinds stand in such an order: the first token, the one behind the last, and the match."""
        for match in pattern.finditer(self.signs):
            if match.end() > match.start():
                yield self.tokens[match.start()].i, self.tokens[match.end() - 1].i + 1, match


def _special(scene: Scene, lexicon: Lexicon) -> dict[int, str]:
    """The signs of words that only several together make: "brushed aside", "without foundation"."""
    signs: dict[int, str] = {}
    doc, tokens = scene.doc, scene.tokens
    for hit in lexicon.turns_in(scene):
        if hit.word.name != "deny" or hit.form == "noun":
            continue
        verb, first = hit.form == "verb", hit.first
        if not verb and doc[first].lower_ in ("a", "an", "the"):
            first += 1
        near = range(first, min(hit.last, first + 4))
        signs.update((i, "d" if verb else "U") for i in near)
        if verb:
            signs[first] = "D"
    text = [t.lower_ for t in tokens]
    signs.update((t.i, "D") for t, after in pairwise(tokens) if _misread(t, after))
    signs.update((t.i, "n") for t, after in pairwise(tokens) if (t.lower_, after.lower_) == ("yet", "to"))
    for at, token in enumerate(tokens):
        for words, sign in _GROUPS.get(verb_lemma(token), ()):
            first = at + 1 + (text[at + 1 : at + 2] in _THAT)  # "waved that away"
            end = first + len(words)
            if token.pos_ == "VERB" and text[first:end] == list(words):
                signs.update((t.i, "d" if sign == "D" else sign) for t in tokens[first:end])
                signs.update((t.i, "P") for t in tokens[at + 1 : first])
                signs[token.i] = sign
    return signs


def _misread(token: Token, after: Token) -> bool:
    """Whether the tagger took a verb of denying for a noun: "Ruritania disputes this"."""
    noun = token.lower_ in _DENIES and token.pos_ == "NOUN"
    return noun and (after.pos_ in ("DET", "PRON") or (after.is_punct and token.nbor(-1).pos_ == "PROPN"))


_DENIES = frozenset({"contests", "denies", "dismisses", "disputes", "rebuts", "refutes", "rejects"})


def _groups() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The fixed words behind each verb with which it makes one kind of word."""
    groups: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, sign in (("verbs of denying a report", "D"), ("verbs of carrying out", "X")):
        for words in words_of(name):
            first, *rest = words.split()
            if rest:
                groups.setdefault(first, []).append((tuple(rest), sign))
    return groups


_GROUPS = _groups()


def _sign(token: Token, lexicon: Lexicon) -> str:
    """The sign of one word by itself."""
    lower, noun, verb = token.lower_, noun_lemma(token), verb_lemma(token)
    if token.is_quote:
        return "q"
    fixed = _fixed(lower)
    if fixed:
        return fixed
    is_verb = token.pos_ in ("VERB", "AUX")
    if (lower in lexicon.untrue or noun in lexicon.untrue) and not (is_verb and verb == "lie"):
        return "U"
    if lower in _TRUE:
        return "T"
    if (noun in lexicon.charges | _TALK or lower in ("talk", "words")) and not (is_verb and verb in _WRITING):
        return "Q"
    for words, sign in _NOUNS if not is_verb else _VERBS:
        if (verb if is_verb else noun) in words:
            return sign
    if token.pos_ == "NOUN":
        return "L" if noun in lexicon.lacking else "m"
    if token.pos_ in _FILLING or token.dep_ in ("poss", "case"):
        return "f"
    if token.pos_ in ("ADP", "PART", "SCONJ"):
        return "o"
    return "v" if is_verb else "x"


_NOUNS = (
    (frozenset({"denial", "rebuttal", "disclaimer", "repudiation"}), "N"),
    (words_of("nouns for who publishes"), "O"),
    (words_of("nouns for what somebody asks for by"), "G"),
    (_LEAST, "l"),
    (_SHOWING, "E"),
    (_HAND, "K"),
    (_PLANS, "R"),
    (frozenset({"execution", "implementation", "fulfilment", "realisation", "realization"}), "X"),
)
_VERBS = (
    (frozenset({"be", "remain"}), "B"),
    (frozenset({"accuse"}), "A"),
    (words_of("verbs by which a request is made"), "F"),
    (frozenset({"invent", "fabricate", "concoct", "lie"}), "U"),
    (_CALLING, "C"),
    (words_of("verbs of denying a report"), "D"),
    (_CONFIRMING, "M"),
    (_HAPPENING, "H"),
    (_OUT, "X"),
    (_WRITING, "S"),
)


def _fixed(lower: str) -> str | None:
    """The sign of a word that is always of one kind."""
    for words, sign in _FIXED:
        if lower in words:
            return sign
    return None


_FIXED = (
    (_NOT, "n"),
    (frozenset({"nothing"}), "0"),
    (frozenset({"what"}), "W"),
    (frozenset({"whether"}), "I"),
    (frozenset({"which"}), "w"),
    (frozenset({"as"}), "a"),
    (frozenset({"that"}), "t"),
    (_BACK, "P"),
    (_BREAKS, "c"),
    (_END, "e"),
)
