"""In a parsed sentence: whose act is a verb, and which words hang together?"""

from __future__ import annotations

from collections.abc import Container

from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_TIMES = words_of("nouns of time")
_OWN_DOING = frozenset({"promise", "use", "take"})
"""Verbs whose subject does what follows, not their object: "used the occasion to say"."""

_LIMIT = 12
"""Steps up the tree before a search gives up: deeper chains are parsing errors."""


_COMES_OUT = frozenset({"emerge", "transpire", "become", "come"})


def comes_out(verb: Token) -> bool:
    """Whether something comes to be known, nobody says through whom: "it emerged that"."""
    return str(verb.lemma_).lower() in _COMES_OUT


def child(token: Token, *deps: str) -> Token | None:
    """The first dependent with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, with or without its auxiliary ("weapons provided by")."""
    if child(verb, "auxpass", "agent", *PASSIVE_SUBJECTS) is not None:
        return True
    bare = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and child(verb, "aux", "dobj") is None
    return bare and not _tells_that(verb)


def _tells_that(verb: Token) -> bool:
    """Whether what looks like a participle is the main verb: "X, the maker, announced that it had"."""
    clause = child(verb, "ccomp")
    that = clause is not None and clause.i > verb.i and any(c.lower_ == "that" for c in clause.children)
    return that and verb.dep_ == "acl" and verb.lemma_.lower() not in _TOLD_TO


_TOLD_TO = frozenset(
    {"tell", "inform", "notify", "brief", "assure", "reassure", "advise", "remind", "persuade", "convince"}
) | {"warn", "promise", "teach", "show"}
"""Verbs whose passive has a clause as well: "officials told that the tanks had gone"."""


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive verb tells of ("by X"; never "by 2019")."""
    by = child(verb, "agent")
    named = child(by, "pobj") if by is not None else None
    return None if named is not None and _is_when(named) else named


def _is_when(noun: Token) -> bool:
    """Whether a noun behind "by" says when: "expected by 2028", "by the end of May"."""
    year = noun.text.isdigit() and len(noun.text) == _YEAR
    month = noun.pos_ == "PROPN" or has_day(noun)
    time = noun.lemma_.lower() in _TIMES and month
    return year or time or noun.lower_ in ("end", "now", "then", "today", "tomorrow", "middle")


def has_day(noun: Token) -> bool:
    """Whether a noun of time names which one: "this autumn", "May 2028", "next week"."""
    return any(c.dep_ in ("amod", "det", "nummod", "poss", "compound", "prep") for c in noun.children)


_YEAR = 4


def subject_of(verb: Token) -> Token | None:
    """Who does what an active verb tells of: its own subject, or the one that controls it."""
    own = _own_subject(verb)
    if own is not None:
        return own
    beside = _beside(verb)
    if beside is not None:
        return beside
    at = verb
    for _ in range(_LIMIT):
        head = at.head
        if head.i == at.i or at.dep_ in ("ccomp", "parataxis"):
            return None
        if at.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return _noun_controller(at, head)
        if at.dep_ == "xcomp" and head.lemma_ not in _OWN_DOING:
            receiver = child(head, "dobj", "dative")
            if receiver is not None and receiver.i < at.i:
                return receiver
        if at.dep_ == "pcomp" and head.lower_ == "as" and head.head.lemma_ in ("quote", "cite"):
            return child(head.head, "dobj", *PASSIVE_SUBJECTS)
        own = child(head, *SUBJECTS, *PASSIVE_SUBJECTS)
        if own is not None and own.i != at.i:
            return own
        at = head
    return None


def _own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb; the nearest where the parser gave it several."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS] or _lent_to_clause(verb)
    if len(own) > 1 and _set_apart(own[0], verb):
        return own[0]
    names = [c for c in own if c.i < verb.i and c.pos_ == "PROPN"] if len(own) > 1 else own
    return min(names or own, key=lambda c: abs(c.i - verb.i), default=None)


def _set_apart(first: Token, verb: Token) -> bool:
    """Whether an aside between commas parts a subject from its verb: "X, in a note that Y has, states"."""
    doc, at = verb.doc, first.i + 1
    return first.i + 2 < verb.i and doc[at].text == "," and verb.nbor(-1).text == ","


def _lent_to_clause(verb: Token) -> list[Token]:
    """The subject that the parser gave to a participle on it: "Rebels allied to X said"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if verb.tag_ not in ("VBD", "VBZ") or before is None or before.is_punct or before.dep_ in ("aux", "neg"):
        return []
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    lent = clause is not None and clause.tag_ in ("VBD", "VBN") and clause.right_edge.i == before.i
    return [c for c in clause.children if c.dep_ == "nsubj"] if clause is not None and lent else []


def _beside(verb: Token) -> Token | None:
    """The name right before a finite verb that the parser gave to something else ("X, citing Y, said")."""
    if verb.tag_ not in ("VBD", "VBZ") or verb.i == verb.sent.start:
        return None
    doc = verb.doc
    at = verb.i - 1
    while at > verb.sent.start and doc[at].dep_ in ("aux", "neg", "advmod") and doc[at].head.i == verb.i:
        at -= 1
    if doc[at].text == ",":
        before = range(at - 1, max(verb.sent.start, at - 16), -1)
        aside = next((i for i in before if doc[i].tag_ in _PARTICIPLES and doc[i - 1].text == ","), None)
        if aside is None:
            return None
        at = aside - 2
    token = doc[at]
    if token.i < verb.sent.start or token.dep_ == "poss":
        return None
    return token if token.pos_ == "PROPN" or _opens_behind(token) else None


_PARTICIPLES = ("VBG", "VBN", "VBD")
_STRAY = ("appos", "conj", "npadvmod", "dep", "dobj", "attr")
"""What the parser makes of a subject that it did not see."""


def _opens_behind(noun: Token) -> bool:
    """Whether a noun phrase follows the clause that opens its sentence: "Speaking in X, the envoy"."""
    first, opener = noun.left_edge, noun.sent[0]
    behind = first.i > noun.sent.start and first.nbor(-1).text == ","
    led = opener.tag_ in ("VBG", "VBN", "IN") and not any(
        t.text == "," for t in noun.doc[noun.sent.start : first.i - 1]
    )
    return (
        noun.pos_ == "NOUN"
        and noun.dep_ in _STRAY
        and behind
        and led
        and first.pos_ in ("DET", "PROPN", "ADJ")
    )


def _noun_controller(verb: Token, noun: Token) -> Token:
    """Who acts in a clause on a noun: the noun itself, or for "its plan to" the owner of the plan."""
    if child(verb, "aux") is not None and verb.tag_ == "VB":
        return owner_of(noun) or noun
    return noun


def owner_of(noun: Token) -> Token | None:
    """Whose is it: "X's claim", "the claim by X", "a warning from X"."""
    owner = child(noun, "poss")
    if owner is not None and owner.lemma_.lower() not in _TIMES:  # "last week's report by X"
        return owner
    for preposition in noun.children:
        if preposition.dep_ in ("prep", "agent") and preposition.lower_ in ("by", "from", "among", "in"):
            object_ = child(preposition, "pobj")
            if object_ is not None and (preposition.lower_ != "in" or object_.pos_ == "PROPN"):
                return object_
    return None


def subtree(token: Token, without: Container[int] = ()) -> list[int]:
    """Token indices of everything that hangs on ``token``, except below the tokens ``without``."""
    found: list[int] = []
    waiting = [token]
    while waiting:
        at = waiting.pop()
        if at.i in without:
            continue
        found.append(at.i)
        waiting.extend(at.children)
    return sorted(found)


def beside_which(token: Token) -> bool:
    """Whether "it" speaks inside a clause on another: "left X, which, it said, had", "X, which it blames"."""
    at = token.head
    for _ in range(4):
        if at.dep_ == "relcl" or at.head == at:
            break
        at = at.head
    return at.dep_ == "relcl" and token.i > token.sent.start and token.nbor(-1).lower_ in _WHICH


_WHICH = (",", "which", "whom")
