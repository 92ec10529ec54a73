"""On what does a sentence say that it rests: "going by X", "it emerges from X", "from X it appears that"?"""

from __future__ import annotations

from tallybook.read.attribution.cues import CueBook, Found
from tallybook.read.attribution.governed import child, subtree
from tallybook.read.attribution.saying import Saying
from tallybook.read.attribution.setoff import last_name
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.wordlists import words_of

_GOING_BY = {"judging": ("by", "from"), "going": ("by",)} | dict.fromkeys(
    words_of("words for what comes out of a paper"), ("from",)
)
LEADS = frozenset({*_GOING_BY, "under", "according", "by", "per"})
"""Words that lead to what a sentence rests on, whatever the tagger takes them for."""

_FROM = ("from",)
_BEING = ("be", "become", "have")
_ACCOUNTS = ("in", "by", "on", "to")
_PAPERS = words_of("papers that are quoted") - {"contract", "invoice", "list"}
_LONGEST = 9
"""Tokens that the name of an owner may take."""


def resting(token: Token, book: CueBook) -> Saying | None:
    """What a sentence rests on, where ``token`` is the word that says so."""
    if token.lower_ not in LEADS:
        return None
    return (
        going_by(token, book) or _out_of(token, book) or _under_which(token, book) or _by_papers(token, book)
    )


def going_by(token: Token, book: CueBook) -> Saying | None:
    """What a sentence rests on: "judging by X", "going by X", "it follows from X"."""
    leads = _GOING_BY.get(token.lower_)
    on = token.nbor() if leads and token.i + 1 < len(token.doc) else None
    if leads is None or on is None or on.lower_ not in leads:
        return None
    thing = child(on, "pobj", "pcomp")
    at = token.i - 1
    while at > token.sent.start and token.doc[at].lemma_ in _BEING:
        at -= 1
    before = token.doc[at].lower_ if at >= token.sent.start else ""
    if thing is None or (leads == _FROM and before not in ("it", "as")):
        return None
    owner = child(thing, "poss") or thing
    hung = [t.i for t in thing.subtree if t.dep_ == "relcl" and t.left_edge.lower_ == "that"]
    # "it follows from the paper that X sent Y": the clause follows, but not in "a paper that leaked"
    apart = [i for i in hung if token.doc[i].left_edge.dep_ not in ("nsubj", "nsubjpass")]
    hung = apart if leads == _FROM else []
    phrase = set(subtree(thing, hung)) | {token.i, on.i}
    if leads == _FROM:
        phrase.update(range(at, token.i))
    content = {t.i for t in token.sent if t.i not in phrase and not t.is_space}
    content = {i for i in content if i > thing.i} if hung else content
    cue = frozenset({*range(at if hung else token.i, token.i), token.i, on.i})
    return Saying(
        book.according, token, cue, frozenset(subtree(owner, hung)) - cue, frozenset(content), owner
    )


def _out_of(token: Token, book: CueBook) -> Saying | None:
    """What comes out of papers named first: "From the files it appears that X"."""
    if _GOING_BY.get(token.lower_) != _FROM:
        return None
    doc, first = token.doc, token.sent[0]
    at = token.i - 1
    while at > first.i and doc[at].lemma_ in _BEING:
        at -= 1
    thing = child(first, "pobj")
    if first.lower_ != "from" or doc[at].lower_ != "it" or thing is None or thing.i > at:
        return None
    content = frozenset(range(token.i + 1, token.sent.end))
    cue = frozenset({first.i, *range(at, token.i + 1)})
    return Saying(book.according, token, cue, frozenset(range(first.i + 1, at)), content, thing)


def _under_which(token: Token, book: CueBook) -> Saying | None:
    """What a paper has in a clause on it: "cited a memo, dated May 2, under which X sent Y"."""
    doc, sent = token.doc, token.sent
    by = token.lower_ == "according" and doc[token.i + 1 : token.i + 3]
    which = token.i + (2 if by else 1)
    if token.lower_ not in ("under", "according") or which >= sent.end or doc[which].lower_ != "which":
        return None
    before = reversed(doc[max(sent.start, token.i - 2 * _LONGEST) : token.i])
    paper = next(
        (
            t
            for t in before
            if t.pos_ == "NOUN" and ((by and t.dep_ != "npadvmod") or t.lemma_.lower() in _PAPERS)
        ),
        None,
    )
    if paper is None:
        return None
    stop = next((t.i for t in doc[which + 1 : sent.end] if t.text == ";"), sent.end)
    source = frozenset(range(paper.left_edge.i, paper.i + 1))
    cue = frozenset(range(token.i, which + 1))
    return Saying(book.according, token, cue, source, frozenset(range(which + 1, stop)), paper)


def _by_papers(token: Token, book: CueBook) -> Saying | None:
    """What is so by papers that are set off: "the sender, by the documents, was X", "By a chart, X"."""
    if token.lower_ != "by" or token.dep_ not in ("prep", "agent", "advmod", "mark"):
        return None
    doc, sent = token.doc, token.sent
    stop = next((t.i for t in doc[token.i + 1 : min(token.i + _LONGEST, sent.end)] if t.text == ","), None)
    opens = token.i == sent.start
    if stop is None or not (opens or doc[token.i - 1].text == ","):
        return None
    phrase = doc[token.i + 1 : stop]
    paper = next((t for t in phrase if t.pos_ == "NOUN"), None)
    if paper is None or paper.lemma_.lower() not in _SHOWN or any(t.tag_ in TENSED for t in phrase):
        return None
    content = frozenset(t.i for t in (*doc[sent.start : token.i], *doc[stop + 1 : sent.end]))
    source = frozenset(t.i for t in phrase)
    return Saying(book.according, token, frozenset({token.i}), source, content, paper)


_SHOWN = (_PAPERS | {"data", "map", "record", "register", "statistic"}) - {"letter", "memo", "note", "cable"}
_PRESS = frozenset({"media", "medium", "press", "newspaper", "witness", "police", "official", "rebel"})
"""Who gives accounts that are told of without an owner: "by media accounts"."""


def by_account(token: Token, found: Found | None, book: CueBook) -> Saying | None:
    """A phrase beside a clause that says by whose account it is, whatever the parser hung it on.

    ``found`` are the reporting words whose head ``token`` is.
    """
    words = found if token.pos_ == "NOUN" else None
    words = book.as_noun(token) if token.tag_ == "VBG" and token.dep_ in ("pobj", "pcomp") else words
    kind = next((k for k in words.kinds if k.adverbial), None) if words is not None else None
    if kind is None:
        return None
    doc, sent, at = token.doc, token.sent, token.i - 1
    while at > sent.start and (doc[at].lower_ == "own" or doc[at].pos_ == "ADJ"):
        at -= 1
    press = doc[at].lemma_.lower() in _PRESS and at == token.i - 1 and doc[at - 1].lower_ in ("by", "in")
    if doc[at].tag_ not in ("POS", "PRP$") and not press:
        return None
    owner = at if press or doc[at].tag_ == "PRP$" else at - 1
    opens = owner
    while opens > sent.start and owner - opens <= _LONGEST and doc[opens].pos_ != "ADP":
        opens -= 1
    first = opens == sent.start or doc[opens - 1].text in (",", ";", "—", "–", "and", "but")
    ends = token.i + 1 >= sent.end or doc[token.i + 1].is_punct or first
    if doc[opens].lower_ not in _ACCOUNTS or not first or not ends:
        return None
    phrase = range(opens, token.i + 1)
    source = doc[opens + 1 : owner + 1]
    content = frozenset(t.i for t in sent if t.i not in phrase and not t.is_space)
    cue = frozenset({opens, *range(at + 1, token.i + 1)})
    return Saying(kind, token, cue, frozenset(t.i for t in source), content, last_name(source))
