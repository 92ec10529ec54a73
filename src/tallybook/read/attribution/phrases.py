"""Which words of a noun phrase name somebody, and which are asides, titles and articles?"""

from __future__ import annotations

import re
from collections.abc import Container

from tallybook.read.attribution.governed import child, subject_of, subtree
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_DAYS = words_of("nouns of time") | words_of("days of the week")
_TITLES = words_of("nouns for who speaks for a state")
_FIRST_PERSON = words_of("pronouns of who speaks")
_ASIDES = ("appos", "punct", "advmod", "npadvmod", "preconj", "acl", "relcl", "prep", "parataxis")
_NEVER_NAMES = ("appos", "punct", "npadvmod", "parataxis", "advcl")


_WHEN_FIRST = frozenset({"earlier", "later", "recently", "previously", "meanwhile", "now", "then"})
_NEVER_FIRST = _WHEN_FIRST | frozenset(
    {"both", "should", "would", "could", "had", "were", "even", "yet", "but", "though"}
)
"""Words that open a clause or join names and are no part of a name: "Should Ruritania show proof"."""


def core(token: Token, looked_at: Container[str], circumstance: Container[str]) -> list[int]:
    """The noun phrase without asides: no apposition, nothing behind a comma, no brackets, no times.

    ``looked_at`` are verbs whose clause is an aside too ("seen by X"), ``circumstance`` nouns of time and
    place.
    """
    dropped = {c.i for c in token.children if _is_aside(c, token, looked_at, circumstance)}
    # "a report of 37 pages that X has seen": the clause may hang on a noun below
    dropped |= {t.i for t in token.subtree if t.dep_ == "relcl" and _looked_at(t, looked_at)}
    # "London which leads the group": a clause on a name is no part of it
    dropped |= {t.i for t in token.subtree if t.dep_ == "relcl" and t.head.pos_ == "PROPN" and _by_which(t)}
    inside = subtree(token, dropped)
    while len(inside) > 1 and token.doc[inside[0]].lower_ in _NEVER_FIRST and inside[0] != token.i:
        inside = inside[1:]
    return _before_aside(inside, token)


def _before_aside(inside: list[int], noun: Token) -> list[int]:
    """A name without a clause set off from a word of it: "a source in the port of X, who gave no name"."""
    doc = noun.doc
    opens = (i for i in inside if i > noun.i + 1 and doc[i - 1].text == "," and doc[i].lower_ in _SET_OFF)
    end = next(opens, None)
    return inside if end is None else [i for i in inside if i < end - 1]


_SET_OFF = RELATIVE - {"that"}


def _by_which(clause: Token) -> bool:
    return any(c.lower_ == "which" and c.dep_ == "nsubj" for c in clause.children)


def _is_aside(part: Token, noun: Token, looked_at: Container[str], circumstance: Container[str]) -> bool:
    behind = part.i > noun.i
    if behind and part.text == ",":
        return not any(
            c.dep_ == "conj" or _lists_names(c, noun) for c in noun.children if c.left_edge.i == part.i + 1
        )
    if behind and part.dep_ in _NEVER_NAMES:
        return not _lists_names(part, noun)
    if behind and part.dep_ == "relcl" and part.left_edge.lower_ == "whom":
        return any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in part.children)  # "whom it did not name"
    if behind and part.dep_ in _ASIDES:
        before = noun.doc[noun.i + 1 : part.left_edge.i + 1][-2:]
        if any(t.text in (",", "(", "—", "–") for t in before):
            return True
    if part.dep_ == "conj":
        return any(c.dep_ == "cc" and c.lower_ == "or" for c in noun.children) or _seen(part, looked_at)
    if part.dep_ == "cc":
        joined = child(noun, "conj")
        return part.lower_ == "or" or joined is None or _seen(joined, looked_at)
    if part.dep_ == "acl":
        return part.lemma_.lower() in looked_at and child(part, "agent") is not None
    object_ = child(part, "pobj") if part.dep_ == "prep" else None
    if object_ is None or object_.lemma_.lower() not in circumstance:
        return False
    return object_.pos_ != "PROPN" or object_.lower_ in _DAYS


def _lists_names(part: Token, noun: Token) -> bool:
    """Whether what looks like an apposition is the second of three names: "X, the Guardian and Y"."""
    last = child(part, "conj") if part.dep_ == "appos" and child(part, "cc") is not None else None
    if last is None or not (part.pos_ == last.pos_ == noun.pos_ == "PROPN"):
        return False
    return not any(t.lemma_.lower() in _TITLES for t in (part, last, *part.lefts, *last.lefts))


def _seen(noun: Token, looked_at: Container[str]) -> bool:
    """Whether a joined noun is a paper that somebody saw: "officials and a file seen by X"."""
    return any(t.dep_ == "acl" and t.lemma_.lower() in looked_at and child(t, "agent") for t in noun.subtree)


def _looked_at(clause: Token, verbs: Container[str]) -> bool:
    if any(t.lemma_.lower() in verbs and child(t, "agent") is not None for t in clause.subtree):
        return True  # "that has yet to come out and was seen by X"
    given = clause.lemma_ in GIVING and any(c.lower_ == "to" for c in clause.children)
    return (clause.lemma_.lower() in verbs and looker(clause) is not None) or given


GIVING = frozenset({"leak", "pass", "provide", "hand", "show", "supply", "give"})
"""How papers come to who tells of them: "files leaked to X"."""


def looker(clause: Token) -> Token | None:
    """Who looked at a thing or cites a source, by a clause on it: "that X saw", "whom it cited"."""
    subject = child(clause, "nsubj")
    return subject if subject is not None and subject.lower_ not in RELATIVE else None


def quoter_of(head: Token) -> Token | None:
    """The verb over a "saying" that only gives another's words: "quoted X as saying"."""
    verb = head.head.head if head.dep_ == "pcomp" and head.head.lower_ == "as" else None
    return verb if verb is not None and verb.lemma_.lower() in ("quote", "cite") else None


def quotes_another(head: Token) -> bool:
    """Whether it only leads to who speaks: "quoted X as saying"."""
    if head.lemma_.lower() not in ("quote", "cite"):
        return False
    as_ = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    return as_ is not None and child(as_, "pcomp") is not None


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.lower_ not in RELATIVE:
        return token
    at = token
    for _ in range(6):
        if at.dep_ == "relcl":
            return _who_acts_on(at.head) or at.head
        cleft = child(at.head, "attr") if at.dep_ == "ccomp" and at.head.lemma_ == "be" else None
        if cleft is not None and cleft.i + 1 == token.i:
            return cleft  # "It was X that reported it"
        if at.head.i == at.i:
            return token
        at = at.head
    return token


def _who_acts_on(day: Token) -> Token | None:
    """Who acts on a day that a clause was hung on: "the court ruled Thursday, which found that"."""
    if day.lower_ not in _DAYS:
        return None
    at = day.head if day.head.pos_ != "ADP" else day.head.head
    return subject_of(at) if at.pos_ in ("VERB", "AUX") else None


def apposed_name(token: Token) -> Token | None:
    """The proper name in apposition: "the spokesman, X", "the broadcaster X"."""
    named = (c for c in token.children if c.dep_ == "appos" and (c.pos_ == "PROPN" or is_hyphened(c)))
    return next(named, None) or _behind_office(token)


def _behind_office(title: Token) -> Token | None:
    """The name behind an office that the parser hung on whose it is: "the spokesman of the army, X Y"."""
    of = child(title, "prep") if title.pos_ == "NOUN" and title.lemma_.lower() in _TITLES else None
    whose = child(of, "pobj") if of is not None and of.lower_ in ("of", "for", "to") else None
    name = child(whose, "appos") if whose is not None else None
    if name is None or name.pos_ != "PROPN" or not any(c.dep_ == "compound" for c in name.lefts):
        return None
    return name if name.left_edge.nbor(-1).text == "," else None


def is_hyphened(token: Token) -> bool:
    """Whether a token is the last part of a name with a hyphen ("Shin Won-sik")."""
    doc, at = token.doc, token.i
    return at > 1 and doc[at - 1].text == "-" and doc[at - 2].pos_ == "PROPN" and not doc[at - 1].whitespace_


def is_self(token: Token) -> bool:
    """Whether it is the speaker ("we", "our information"); "US" in capitals is a state."""
    if token.lower_ in _FIRST_PERSON and token.text not in ("US", "IT"):
        return True
    return any(c.dep_ == "poss" and c.lower_ in ("our", "my") for c in token.children)


def has_article(token: Token, *words: str) -> bool:
    """Whether one of these determiners or possessives stands before the noun."""
    return any(c.dep_ in ("det", "poss") and c.lower_ in words for c in token.children)


def tidy(words: str) -> str:
    """A name without brackets, "both", possessive ending and marks at its edges."""
    words = re.sub(r"\s*\([^)]*\)?", "", words.partition("\n")[0])
    words = re.sub(r"\s(?:both|all but|all|each|alike|alone|too|also|but)$", "", words)
    words = re.sub(r"^(?:both|either|neither|even|and|or|only)\s", "", words, flags=re.IGNORECASE)
    words = re.sub(r"\s(?:and|or) (?:by|with|in|from) .*$", "", words)
    return re.sub(r"['’]s?$", "", words).strip(' ,;:—–-"“”')


def without_article(words: str | None) -> str | None:
    """A title without "the" or "a"; ``None`` where nothing is left."""
    return re.sub(r"^(?:the|an?)\s", "", words or "", flags=re.IGNORECASE).strip(" ,") or None
