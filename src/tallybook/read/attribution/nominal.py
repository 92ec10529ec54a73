"""What do reporting nouns, adjectives and phrases tell: "a claim that", "concerned about", "according to"?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.read.attribution.cues import CueBook, Found
from tallybook.read.attribution.governed import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    child,
    is_passive,
    owner_of,
    subject_of,
    subtree,
)
from tallybook.read.attribution.saying import Saying, make_saying, verb_group
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.cues import Cue


def noun_saying(words: Found) -> Saying | None:
    """What a reporting noun tells of, and whose it is: "X's claim that", "X has plans to", "in X's view"."""
    noun = words.head
    if (aside := _phrase_of(words)) is not None:
        return _adverbial(words, aside)
    if (said := _predicate(words)) is not None:
        return said
    whom = _of_whom(noun)
    if whom is not None and (plain := words.takes("clause")) is not None:
        return make_saying(words, plain, whom[0], set(subtree(whom[1])))
    kind, content = _noun_opens(words)
    if kind is None:
        return None
    owner, group = owner_of(noun) or _named_before(noun), set[int]()
    if owner is None and noun.dep_ in ("dobj", "attr", "pobj"):
        verb = noun.head if noun.dep_ != "pobj" else noun.head.head
        if verb.lemma_ in words.supports and not is_passive(verb):
            owner = subject_of(verb)
            group = verb_group(verb) | set(range(verb.i, noun.i))
    if owner is None and not (kind.act in ("statement", "evidence") and _has_that(noun)):
        return None
    saying = make_saying(words, kind, owner, content)
    return replace(saying, cue=saying.cue | frozenset(group - saying.source - saying.content))


def _named_before(noun: Token) -> Token | None:
    """Whose report it is, by the name before it: "a BBC report that"."""
    if noun.lemma_.lower() not in _CHARGES:
        return None
    names = [c for c in noun.lefts if c.pos_ == "PROPN" and c.dep_ in ("compound", "nmod", "amod")]
    return names[-1] if names else None


def _of_whom(noun: Token) -> tuple[Token, Token] | None:
    """Who makes the charge in "allegations of a panel that ...", "a claim by X that", and the clause."""
    of = noun.nbor() if noun.i + 1 < noun.sent.end else None
    whom = child(of, "pobj") if of is not None and of.lower_ in _WHOSE else None
    if whom is None or noun.lemma_.lower() not in _CHARGES:
        return None
    behind = (c for t in (noun, whom, noun.head) for c in t.children if c.i > whom.i and c.dep_ in _CLAUSES)
    clause = next((c for c in behind if _opened_by_that(c)), None)
    return (whom, clause) if clause is not None else None


def _opened_by_that(clause: Token) -> bool:
    """Whether "that" only opens a clause which has its own subject: no "deputies that sold X"."""
    that = clause.left_edge
    acts = child(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
    return that.lower_ == "that" and acts is not None and acts != that


_CLAUSES = ("acl", "relcl", "ccomp", "advcl")
_WHOSE = ("of", "by", "from")
_CHARGES = frozenset(
    {
        "allegation",
        "claim",
        "charge",
        "accusation",
        "assertion",
        "report",
        "story",
        "article",
        "finding",
        "view",
    }
)


def _has_that(noun: Token) -> bool:
    return any(c.dep_ == "acl" and child(c, "mark") for c in noun.children)


def _phrase_of(words: Found) -> Token | None:
    """Whose view a phrase beside a clause gives: "by X's findings", "in the words of X"."""
    noun = words.head
    if (
        noun.dep_ != "pobj"
        or noun.head.lower_ not in ("in", "by", "on")
        or noun.head.dep_ not in ("prep", "agent")
    ):
        return None
    if not any(k.adverbial for k in words.kinds):
        return None
    if noun.lemma_ == "version" and child(noun, "amod", "compound") is not None:
        return None  # "in its export version"
    owner = child(noun, "poss")
    on = noun.head
    apart = on.is_sent_start or (on.i and on.nbor(-1).text == "," and on.nbor().lower_ == "the")
    if owner is None and apart:
        of = next((c for c in noun.children if c.lower_ == "of"), None)
        owner = child(of, "pobj") if of is not None else None
    return owner


def _predicate(words: Found) -> Saying | None:
    """A noun in a sentence with "be": "X's view is that ...", "... was the comment of X"."""
    noun = words.head
    kind = words.takes("clause")
    if kind is None or noun.head.lemma_ != "be":
        return None
    be = noun.head
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    owner = owner_of(noun) or (child(of, "pobj") if of is not None else None)
    if owner is None or owner.pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    clause = child(be, "ccomp")
    if noun.dep_ in SUBJECTS and clause is not None and clause.i > be.i:
        return make_saying(words, kind, owner, set(subtree(clause)))
    before = [c for c in be.children if c.i < be.i and c.dep_ in ("nsubj", "csubj", "ccomp")]
    if noun.dep_ == "attr" and any(t.is_quote or t.pos_ == "VERB" for c in before for t in c.subtree):
        content = {i for c in before for i in subtree(c)}
        return make_saying(words, kind, owner, content)
    return None


def _noun_opens(words: Found) -> tuple[Cue | None, set[int]]:
    noun = words.head
    for clause in noun.children:
        if clause.dep_ in ("acl", "ccomp", "relcl") and clause.i > noun.i:
            to = any(c.tag_ == "TO" for c in clause.children)
            that = child(clause, "mark") is not None
            kind = words.takes("to") if to else words.takes("clause") if that else None
            if kind is not None:
                return kind, set(subtree(clause))
    beside = [c for c in noun.head.children if c.i > noun.i] if noun.dep_ in ("dobj", "attr") else []
    for preposition in [*noun.children, *beside]:
        if preposition.dep_ == "prep" and (kind := words.opens(preposition.lower_)) is not None:
            object_ = child(preposition, "pobj", "pcomp")
            if object_ is not None:
                more = [c for c in noun.children if c.dep_ in ("relcl", "acl") and c.i > object_.i]
                return kind, set(subtree(object_)).union(*(subtree(c) for c in more))
    return None, set()


def _adverbial(words: Found, owner: Token) -> Saying:
    """A phrase that reports the clause that it stands in: "By X's findings, ..."."""
    phrase = words.head.head
    own = set(subtree(phrase))
    content = set(subtree(phrase.head, own))
    kind = next(k for k in words.kinds if k.adverbial)
    saying = make_saying(words, kind, owner, content)
    meant = _who_owns(words.head, owner)
    return replace(saying, speaker=meant, source=frozenset(subtree(meant))) if meant is not None else saying


def _who_owns(account: Token, owner: Token) -> Token | None:
    """Who follows to whom "its own" points forward: "By its own count, Ruritania sent 40"."""
    ahead = any(c.lower_ == "own" for c in account.children) and account.head.is_sent_start
    meant = subject_of(account.head.head) if ahead and owner.tag_ == "PRP$" else None
    return meant if meant is not None and meant.i > account.i and meant.pos_ == "PROPN" else None


def adjective_saying(words: Found) -> Saying | None:
    """What a reporting adjective tells of, and of whom: "X is concerned that", "confident of"."""
    adjective = words.head
    own = {t.i for t in words.parts}
    be = adjective.head if adjective.dep_ == "acomp" else adjective
    beside = [c for c in be.children if c.dep_ == "ccomp" and c.i > adjective.i and child(c, "mark")]
    for part in (*adjective.children, *beside):
        if part.i in own:
            continue
        kind, head = _adjective_opens(words, part)
        if kind is not None and head is not None:
            return make_saying(words, kind, _bearer(adjective), set(subtree(head)))
    return None


def _adjective_opens(words: Found, part: Token) -> tuple[Cue | None, Token | None]:
    if part.dep_ in ("ccomp", "xcomp", "advcl") and part.i > words.head.i:
        if any(c.tag_ == "TO" for c in part.children):
            return words.takes("to"), part
        return (words.takes("clause") if part.dep_ != "advcl" else None), part
    if part.dep_ in ("prep", "agent"):
        return words.opens(part.lower_), child(part, "pobj", "pcomp")
    return None, None


def _bearer(adjective: Token) -> Token | None:
    """Whom the adjective describes."""
    own = child(adjective, *SUBJECTS, *PASSIVE_SUBJECTS)
    if own is not None:
        return own
    if adjective.dep_ in ("amod", "acl", "relcl"):
        return adjective.head if adjective.head.pos_ in ("NOUN", "PROPN", "PRON") else None
    if adjective.dep_ in ("acomp", "oprd", "attr"):
        return subject_of(adjective.head)
    return subject_of(adjective)


def is_per(token: Token) -> bool:
    """Whether "per" names who says it: "Per the ministry, ...", "..., as per the release"."""
    if token.lower_ != "per" or token.dep_ != "prep":
        return False
    return token.is_sent_start is True or (token.i > token.sent.start and token.nbor(-1).lower_ == "as")


def according_saying(token: Token, book: CueBook) -> Saying | None:
    """The clause that "according to X" or "per X" reports."""
    to = token if token.lower_ == "per" else next((c for c in token.children if c.lower_ == "to"), None)
    speaker = child(to, "pobj", "pcomp") if to is not None else None
    if speaker is None or to is None:
        return None
    phrase = set(subtree(token)) | set(subtree(to))
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    clause = set(subtree(head, phrase))
    kind = book.according
    source = frozenset(subtree(speaker))
    if not clause - source - phrase:
        source, clause = _after_comma(speaker, clause - source)
    return Saying(kind, token, frozenset({token.i, to.i}), source, frozenset(clause - source), speaker)


def _after_comma(speaker: Token, clause: set[int]) -> tuple[frozenset[int], set[int]]:
    """Source and content where the clause hangs below the source: "According to people X quotes, Y"."""
    doc, sent = speaker.doc, speaker.sent
    comma = next((t.i for t in doc[speaker.i : sent.end] if t.text == ","), None)
    if sent[0].lower_ in ("that", "this", "it") and comma is None:  # "That is according to X."
        return frozenset(subtree(speaker)), {sent.start}
    if comma is None or not any(t.tag_ in TENSED for t in doc[comma : sent.end]):
        return frozenset(subtree(speaker)), clause
    return frozenset(range(speaker.left_edge.i, comma)), set(range(comma + 1, sent.end))
