"""Which source do commas set off with its cue, where the order of words tells it: "..., noted X, ..."?"""

from __future__ import annotations

from tallybook.read.attribution.cues import CueBook
from tallybook.read.attribution.saying import Saying
from tallybook.read.text.tree import TENSED, Token
from tallybook.read.times.calendar import WEEKDAY_NAMES
from tallybook.vocabulary.wordlists import words_of

_ASIDE = 9
_LONGEST = 14
"""Tokens that the name of a source behind its cue may take."""

_NAMES = frozenset({"PROPN", "NOUN"})
SPEAKERS = words_of("nouns for who speaks")
_BEFORE = frozenset({"also", "then", "later", "earlier", "too", "now", "already"})
_WITHIN = frozenset({"and", "one", "some", "its", "their", "his", "her"})
_NOT_IN_NAMES = frozenset({"VERB", "AUX", "SCONJ", "PRON", "CCONJ"})
_STOPS = frozenset({",", ".", ";", ":", "—", "–", "!", "?"})
_OPENS = frozenset(
    {"in", "on", "at", "to", "during", "after", "before", "earlier", "yesterday", "today", "last", "this"}
)


def inverted(token: Token, book: CueBook) -> Saying | None:
    """A ", noted X" behind a clause, whatever the parser made of it: only X can be who speaks."""
    if token.tag_ not in ("VBD", "VBZ", "VBN", "VBP", "VB"):
        return None
    if (kind := book.verb_kind(token.lemma_.lower())) is None:
        return None
    doc, sent, first = token.doc, token.sent, _first_of_cue(token)
    if first - 2 <= sent.start or doc[first - 1].text != ",":
        return None
    if kind.addressee and token.lemma_ != "inform":
        return None  # "X, who chaired it, told Y"
    named = _named_behind(token)
    before = doc[sent.start : first - 1]
    if named is None or not any(t.tag_ in TENSED or (t.tag_ == "VBN" and t.dep_ == "ROOT") for t in before):
        return None
    head, mine = named
    content = {t.i for t in before}
    stop = max(mine) + 1
    if stop < sent.end and doc[stop].text == ":":  # ", said X: the jets had come"
        content.update(range(stop + 1, sent.end))
    return Saying(kind, token, frozenset(range(first, token.i + 1)), mine, frozenset(content), head)


def _first_of_cue(token: Token) -> int:
    """Where the cue begins: "has noted", "also said"."""
    doc, at = token.doc, token.i
    while at > token.sent.start and (doc[at - 1].lemma_ == "have" or doc[at - 1].lower_ in _BEFORE):
        at -= 1
    return at


def _named_behind(token: Token) -> tuple[Token, frozenset[int]] | None:
    """The source right behind a cue, up to a comma or to when and where it spoke."""
    doc, sent = token.doc, token.sent
    start = token.i + 1
    inside = start < sent.end and doc[start].lower_ in ("in", "at")  # "..., said in the ministry"
    start += inside
    day = start + (start < sent.end and doc[start].lower_ in ("this", "last", "early", "late"))
    led = start < sent.end and doc[start].pos_ == "ADP" and doc[start].text.islower()  # not "Under Secretary"
    if start >= sent.end or led or doc[day].lower_ in WEEKDAY_NAMES:
        return None
    end, head = start, None
    while end < min(sent.end, start + _LONGEST) and doc[end].text not in _STOPS:
        word, behind = doc[end], doc[end + 1] if end + 1 < len(doc) else None
        if head is not None and _has_clause(word, token):
            break  # "reads the licence that X has granted"
        if word.pos_ in _NOT_IN_NAMES and word.lower_ not in _WITHIN:
            return None
        if head is not None and word.lower_ in _OPENS:
            break
        if head is None and _names(word, behind):
            head = word
        end += 1
    ends = end >= sent.end or doc[end].text in _STOPS or doc[end].lower_ in _OPENS
    ends = ends or _has_clause(doc[end], token)
    if head is None or not ends or not _speaks(head, inside=inside):
        return None
    return head, frozenset(range(start, end))


def _has_clause(word: Token, verb: Token) -> bool:
    """Whether a clause on who speaks begins, behind a verb that has no object: "says a paper seen by X"."""
    begins = word.tag_ in ("WDT", "WP", "VBN") or word.lower_ == "that"
    return begins and verb.lemma_ in _BARE and word.nbor(-1).pos_ in _NAMES


_BARE = frozenset({"add", "announce", "claim", "note", "read", "report", "say", "show", "state", "write"})


def _names(word: Token, behind: Token | None) -> bool:
    """Whether a word closes the first noun phrase: a noun before no other noun, "one" of somebody."""
    if word.pos_ in ("NUM", "PRON"):
        return behind is not None and behind.lower_ == "of"
    kind = behind is not None and behind.lower_ in _BY_THE_CALENDAR  # "the Arden weekly X"
    return word.pos_ in _NAMES and not kind and (behind is None or behind.pos_ not in (*_NAMES, "PART"))


def _speaks(head: Token, *, inside: bool) -> bool:
    """Whether a noun names who speaks; ``inside``: where it was said, which only a body can be."""
    lemma = head.lemma_.lower()
    if head.pos_ in ("NUM", "PRON"):
        of = head.doc[head.i + 2 : head.i + 6]
        return any(t.lemma_.lower() in SPEAKERS for t in of)
    if inside:
        return lemma in _BODIES
    named = head.pos_ == "PROPN" and head.text[:1].isupper() and head.lower_ not in WEEKDAY_NAMES
    return named or lemma in SPEAKERS | _BODIES | _PAPERS


_BY_THE_CALENDAR = words_of("what papers are called that come out by the calendar")
_PAPERS = words_of("papers that are quoted") | {"licence", "license", "permit", "register", "manifest"}
_BODIES = words_of("bodies in which somebody speaks")


def between(token: Token, book: CueBook) -> Saying | None:
    """A ", X reports," set into a clause, where the tagger took the verb for a noun."""
    doc, sent = token.doc, token.sent
    if (
        token.tag_ not in ("NNS", "NN", "NNP", "VBP")
        or token.i + 1 >= sent.end
        or doc[token.i + 1].text != ","
    ):
        return None
    kind = book.verb_kind(token.lemma_.lower())
    comma = next(
        (t.i for t in reversed(doc[max(sent.start, token.i - _ASIDE) : token.i]) if t.text == ","), None
    )
    if kind is None or comma is None or comma == sent.start or comma + 1 >= token.i:
        return None
    source, after = doc[comma + 1 : token.i], doc[token.i + 2 : sent.end]
    if any(t.pos_ in ("VERB", "AUX", "PRON", "CCONJ") for t in source) or source[0].pos_ == "ADP":
        return None
    opens = doc[sent.start : comma]
    if not any(t.tag_ in TENSED for t in after[:3]) or opens[-1].pos_ not in _NAMES | {"NUM"}:
        return None
    if any(t.tag_ in TENSED for t in opens):
        return None
    content = frozenset({*range(sent.start, comma), *range(token.i + 2, sent.end)})
    mine = frozenset(t.i for t in source)
    return Saying(kind, token, frozenset({token.i}), mine, content, last_name(list(source)))


def last_name(words: list[Token]) -> Token:
    """The last noun before any preposition: the name in "its spokesman, X", in "X, its spokesman"."""
    comma = next((t for t in words if t.text == ","), None)
    named = [t for t in words if comma is not None and t.i > comma.i and t.text != ","]
    if named and words[0].text.islower() and all(t.pos_ == "PROPN" for t in named):
        return named[-1]  # "a deputy minister of Defence, X Y"
    if comma is not None and comma.i > words[0].i and comma.nbor(-1).pos_ == "PROPN":
        return comma.nbor(-1)
    head = words[-1]
    for token in words:
        if token.pos_ == "ADP" or token.text == "(" or token.tag_ in ("WP", "WDT"):
            break  # "its spokesman for X", "the agency X (its letters)", "an aide who keeps lists"
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            head = token
    while head.dep_ == "conj" and head.head in words and head.head.i < head.i:
        head = head.head  # "X, Y and Z reported"
    return head
