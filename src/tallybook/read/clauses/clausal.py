"""Which clause with "that" opens a sentence as its subject: "That X armed Y was denied by Z"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import SUBJECTS
from tallybook.read.text.tree import Token

_PAST = frozenset({"VBD", "VBN"})


def free_clause(name: Token) -> None:
    """Make the clause that opens a sentence the subject of its main verb, in place.

    Of ``That X supplied Y was denied``: no party is called "that X".
    """
    first = name.doc[name.left_edge.i - 1] if name.left_edge.lower_ != "that" else name.left_edge
    if first.lower_ != "that" or not first.is_sent_start or name.dep_ not in SUBJECTS or name.i > first.i + 3:
        return
    verb = name.head
    told = next((c for c in name.children if c.dep_ in ("acl", "relcl") and c.tag_ in _PAST), None)
    main = verb if told is not None else _passive_behind(verb)
    told = told or verb
    if main is None or main.i < told.i or not any(c.dep_ in _FULL for c in told.children):
        return
    if main != verb:
        main.head, main.dep_ = (main, "ROOT") if verb.head == verb else (verb.head, verb.dep_)
    told.head, told.dep_, told.tag_ = main, "csubjpass", "VBD"
    name.head, name.dep_ = told, "nsubj"
    first.head, first.dep_, first.tag_ = told, "mark", "IN"


def free_that(verb: Token) -> None:
    """Make the clause that opens a sentence the subject of what stands behind its comma, in place.

    Of ``That X armed Y, as was told, is untrue``: what is untrue is told of the clause, not joined to it.
    """
    told = verb.head
    that = next((c for c in told.children if c.left_edge.lower_ == "that" and c.i < told.i), None)
    if that is None or verb.i == 0 or verb.nbor(-1).text != ",":
        return
    first = that.left_edge
    alone = not any(c.dep_ in (*SUBJECTS, "expl") for c in verb.children)
    joined = any(t.dep_ == "cc" and t.head == told for t in verb.doc[told.i : verb.i])
    if not first.is_sent_start or not alone or joined or first.i + 1 >= told.i:
        return
    verb.head, verb.dep_ = (verb, "ROOT") if told.head == told else (told.head, told.dep_)
    told.head, told.dep_ = verb, "csubj"
    first.head, first.dep_, first.tag_ = told, "mark", "IN"


_FULL = frozenset({"dobj", "prep", "dative"})


def _passive_behind(verb: Token) -> Token | None:
    """The passive behind a finite verb that has no subject of its own: "was denied"."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.dep_ == "auxpass" and token.head.i > token.i:
            before = token.nbor(-1)
            own = any(c.dep_ in SUBJECTS for c in token.head.children) or before.pos_ in (
                "PRON",
                "DET",
                "CCONJ",
            )
            return None if own or before.is_punct else token.head
    return None
