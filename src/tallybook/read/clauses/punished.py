"""Whom does a measure or a charge hit, so that it is he who does what it is for?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_MEASURES = words_of("measures that hit somebody")
_PUNISHING = words_of("verbs of punishing")
_LISTS = frozenset({"list", "blacklist"})
_UPON = frozenset({"on", "upon", "against"})
PENALTIES = frozenset(
    {"sanction", "penalty", "fine", "embargo", "ban", "restriction", "tariff", "punishment"}
)
REASONS = frozenset({"for", "over"})
OBJECT_ACTS = words_of("verbs whose object acts")
"""Verbs whose object, not subject, does what their complement says."""
_HAVING = frozenset({"get", "have", "keep", "see"})
"""Those that charge nobody: "has no intention of selling", "sees no sense in sending"."""


def hit_by(above: Token) -> list[Token]:
    """Whom a measure hits "for supplying X": "put sanctions on the firms", "sanctioned two firms"."""
    put = [c for c in above.children if c.dep_ in ("dobj", "nsubjpass")]
    to = [t for p in above.children if p.lower_ in ("on", "onto", "to") for t in p.children]
    if any(noun_lemma(t) in _LISTS for t in (*to, *put)):  # "put the ship on a list for carrying arms"
        return [t for t in put if noun_lemma(t) not in _LISTS][:1]
    if above.dep_ == "pobj" and above.head.lower_ == "under" and noun_lemma(above) in _MEASURES:
        return [c for c in above.head.head.children if c.dep_ in ("nsubj", "nsubjpass")][:1]
    measures = [t for t in (above, *above.children) if t.pos_ == "NOUN" and noun_lemma(t) in _MEASURES]
    if above.pos_ == "NOUN" and above.dep_ == "pobj" and above.head.lower_ in _UPON:
        over = above.head.head
        if noun_lemma(over) in _MEASURES or any(noun_lemma(c) in _MEASURES for c in over.children):
            return [above]
    upon = [p for t in (above, *measures) for p in t.children if p.lower_ in _UPON] if measures else []
    hit = [t for p in upon for t in p.children if t.dep_ == "pobj"]
    if hit:
        return hit[:1]
    punished = above.pos_ == "VERB" and verb_lemma(above) in _PUNISHING and not is_passive(above)
    return [c for c in above.children if c.dep_ == "dobj" and c.i > above.i][:1] if punished else []


def charged(noun: Token) -> list[Token]:
    """Whom somebody accuses, warns or blames, also where the tree hangs "of arming X" on him."""
    verb = noun.head
    if noun.dep_ == "dobj" and noun_lemma(noun) in PENALTIES:
        led = [p for t in (noun, verb) for p in t.children if p.lower_ in ("on", "against")]
        return [c for p in led for c in p.children if c.dep_ == "pobj"][:1]
    acts = verb_lemma(verb) in OBJECT_ACTS - _HAVING
    return [noun] if noun.dep_ == "dobj" and acts and not is_passive(verb) else []
