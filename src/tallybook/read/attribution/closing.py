"""Which source closes a sentence where the parser lost it: "..., X said", "..., its spokesman, X, said"?"""

from __future__ import annotations

from tallybook.read.attribution.cues import CueBook, Found
from tallybook.read.attribution.governed import child
from tallybook.read.attribution.saying import Saying
from tallybook.read.attribution.setoff import SPEAKERS, between, last_name
from tallybook.read.text.stretch import Stretch
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.cues import Cue
from tallybook.vocabulary.wordlists import words_of

_GOING_ON = frozenset({"and", "but", "adding", "while", "as", "after"})
"""Words that open what such a sentence says beyond the source: "X charged on Monday, and called it"."""


def lost(token: Token, book: CueBook) -> Saying | None:
    """What a verb of saying tells where the parser or the tagger took it for something else."""
    behind = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    aside = token.tag_ in ("NN", "NNP") and behind == ","
    if token.tag_ == "NN" and behind == "that":
        return _said_by_many(token, book)
    if token.tag_ not in _LOOK and token.lower_ not in ("show", "state") and not aside:
        return None
    return (
        closing(token, book)
        or opening(token, book)
        or between(token, book)
        or _having(token, book)
        or _finding(token, book)
    )


_LOOK = frozenset({"VBD", "VBZ", "VBP", "VBN", "NNS"})
"""Tags that such a verb may bear."""


def closing(token: Token, book: CueBook) -> Saying | None:
    """A closing ", X said." where the parser lost the speaker, or the tagger took the verb for a noun."""
    if token.tag_ not in _LOOK and not _looks_like_noun(token):
        return None
    kind = book.verb_kind(token.lemma_.lower())
    if kind is None or not _ends_soon(token) or is_shown(token):
        return None
    doc, sent = token.doc, token.sent
    last = token.i - 1
    while (
        last > sent.start
        and doc[last].dep_ in ("aux", "advmod", "neg")
        and doc[last].pos_ in ("AUX", "ADV", "PART")
        and not doc[last].text[:1].isupper()
    ):
        last -= 1
    start = _source_start(token, last)
    if start is None or doc[start].lower_ in ("and", "but", "or"):
        return None  # "..., but so far it had held back"
    start += doc[start].lower_ == "as"
    if doc[start].pos_ in ("ADP", "VERB") or doc[start].tag_ in ("WDT", "WP", "WP$"):
        return None  # "..., for all the peace it professes", "..., drawn up by X and estimated at Y"
    unlike = any(t.pos_ in ("ADP", "CCONJ", "ADV") for t in doc[start : token.i])
    unlike = unlike and not (doc[start].pos_ == "DET" and token.nbor(-1).tag_ in ("NNS", "NN"))
    if token.tag_ == "NNS" and unlike and not (doc[start].pos_ == "PROPN" and token.nbor(-1).pos_ == "PROPN"):
        return None
    before = doc[sent.start : start - 1 - (doc[start - 1].lower_ == "as")]
    if not any(t.tag_ in TENSED or _may_be_past(t) for t in before):
        return None
    last = last - 1 if doc[last].text == "," else last
    source = doc[start : last + 1]
    if not _may_close(source):
        return None
    return Saying(
        kind,
        token,
        frozenset(range(last + 1, token.i + 1)) - {i for i in range(last + 1, token.i) if doc[i].is_punct},
        frozenset(t.i for t in source),
        frozenset(t.i for t in before),
        last_name(source),
    )


def _may_close(source: list[Token] | Stretch) -> bool:
    """Whether words can name who speaks: not ", and found", ", a missile that loiters until it finds"."""
    if any(t.pos_ == "SCONJ" for t in source):
        return False
    return any(t.pos_ in ("NOUN", "PROPN", "PRON", "NUM") or t.text[:1].isupper() for t in source)


def _looks_like_noun(token: Token) -> bool:
    """Of ``videos of it show``, "as the experts state" whether the verb was taken for a noun."""
    if token.lower_ == "state":
        return token.i > 0 and token.nbor(-1).tag_ == "NNS"
    return token.lower_ == "show" and token.tag_ == "NN"


def is_shown(token: Token) -> bool:
    """Whether a participle only says what became of papers that show it: "papers found there show"."""
    behind = token.i > 0 and token.tag_ in ("VBN", "VBD") and token.nbor(-1).tag_ == "NNS"
    if not behind or child(token, "aux", "auxpass") is not None:
        return False
    after = [t for t in token.doc[token.i + 1 : token.sent.end] if not t.is_punct]
    return bool(after) and after[-1].lower_ in _SHOWING


_SHOWING = frozenset({"show", "suggest", "indicate", "prove", "reveal", "say", "said", "claim", "believe"})


def lost_clause(words: Found) -> tuple[Cue | None, set[int]]:
    """A clause without "that" whose subject the parser hung on the cue: "X says the tanks ... have come"."""
    verb, kind = words.head, words.takes("clause")
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    after = [c for c in subjects if c.i > verb.i]
    if kind is None or kind.act not in ("statement", "belief") or len(subjects) == len(after) or not after:
        return None, set()
    rest = verb.doc[after[0].left_edge.i : verb.sent.end]
    if not any(t.tag_ in TENSED and t.dep_ != "relcl" for t in rest):
        return None, set()
    return kind, {t.i for t in rest if not t.is_punct or t.i < verb.sent.end - 1}


def _having(token: Token, book: CueBook) -> Saying | None:
    """Of ``The papers have X sending Y`` that the papers say so."""
    if token.lemma_ != "have":
        return None
    kind = book.verb_kind("report")
    speaker = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if kind is None or speaker is None or speaker.lemma_.lower() not in _TELLING:
        return None
    told = (c for c in token.children if c.dep_ in ("ccomp", "dobj") and c.i > token.i)
    clause = next((c for c in told if _does(c)), None)
    if clause is None or token.dep_ == "aux":
        return None
    cue = frozenset({token.i, *(c.i for c in token.children if c.dep_ == "aux")})
    source = frozenset(t.i for t in speaker.subtree)
    return Saying(kind, token, cue, source, frozenset(t.i for t in clause.subtree), speaker)


def _finding(token: Token, book: CueBook) -> Saying | None:
    """Of ``A study found guns of Ruritanian supply`` that the study says so."""
    if token.lemma_ not in _BRINGING_UP or token.pos_ != "VERB":
        return None
    kind = book.verb_kind("find")
    speaker, noun = child(token, "nsubj"), child(token, "dobj")
    if kind is None or speaker is None or noun is None or noun.i < token.i:
        return None
    if speaker.lemma_.lower() not in _LOOKING_INTO:
        return None
    return Saying(
        kind,
        token,
        frozenset({token.i, *(c.i for c in token.children if c.dep_ == "aux")}),
        frozenset(t.i for t in speaker.subtree),
        frozenset(range(token.i + 1, token.right_edge.i + 1)),
        speaker,
    )


_BRINGING_UP = frozenset({"find", "uncover", "unearth", "expose", "discover", "establish", "document"})
_LOOKING_INTO = (words_of("what has it that something is so") - {"source", "rumour", "rumor", "word"}) | {
    *("analysis", "audit", "finding", "inquiry", "investigation", "probe", "research", "review", "survey"),
}


def _does(clause: Token) -> bool:
    """Whether it is somebody doing something, or something being done: "X sending Y", "Y sent by X"."""
    if clause.dep_ == "ccomp":
        return clause.tag_ in ("VBG", "VBN") and any(c.dep_ == "nsubj" for c in clause.children)
    return any(c.dep_ == "acl" and c.tag_ == "VBG" and c.nbor(-1).text != "," for c in clause.subtree)


_TELLING = words_of("what has it that something is so")


def opening(token: Token, book: CueBook) -> Saying | None:
    """An opening "X claims Y did Z" whose verb the tagger took for a noun."""
    if token.tag_ != "NNS" or (kind := book.verb_kind(token.lemma_.lower())) is None:
        return None
    doc, sent = token.doc, token.sent
    before, after = doc[sent.start : token.i], doc[token.i + 1 : sent.end]
    if not 0 < len(before) <= 6 or before[-1].pos_ not in ("PROPN", "PRON"):
        return None
    if any(t.pos_ in ("VERB", "AUX", "ADP", "PUNCT", "CCONJ") for t in before):
        return None
    finite = next((t for t in after if t.tag_ in TENSED), None)
    if finite is None or finite.i == token.i + 1:
        return None
    content = frozenset(t.i for t in after)
    return Saying(kind, token, frozenset({token.i}), frozenset(t.i for t in before), content, before[-1])


def _said_by_many(token: Token, book: CueBook) -> Saying | None:
    """An opening "Rebels in the north claim that" whose verb the tagger took for the noun of a place."""
    doc, sent, kind = token.doc, token.sent, book.verb_kind(token.lemma_.lower())
    before = doc[sent.start : token.i]
    head = next((t for t in before if t.pos_ == "NOUN" and t.nbor().lower_ in _OF_WHERE), None)
    if kind is None or head is None or head.tag_ != "NNS" or head.lemma_.lower() not in _MANY:
        return None
    place = doc[head.i + 1 : token.i]
    led = place[0].lower_ in _OF_WHERE and place[-1].pos_ in ("NOUN", "PROPN") if len(place) > 1 else False
    if not led or any(t.pos_ in ("VERB", "AUX", "PUNCT") for t in before):
        return None
    content = frozenset(range(token.i + 1, sent.end))
    return Saying(kind, token, frozenset({token.i}), frozenset(t.i for t in before), content, head)


_MANY = SPEAKERS | {"campaigner", "defector", "dissident", "group", "rebel", "resident", "trader", "villager"}
_OF_WHERE = frozenset({"in", "from", "of", "at", "near", "inside", "across"})


def _ends_soon(token: Token) -> bool:
    """Whether nothing but circumstances follow in the sentence."""
    sent, doc = token.sent, token.doc
    inside = token.tag_ == "NNS" and token.i + 1 < sent.end and doc[token.i + 1].lower_ in ("in", "on")
    if token.tag_ in ("NNS", "NN") and not inside:
        return token.i + 2 >= sent.end and (token.i + 1 >= sent.end or doc[token.i + 1].is_punct)
    after = doc[token.i + 1 : sent.end]
    goes_on = (t.i for t in after[:-1] if t.text == ";" or (t.text == "," and _goes_on(t)))
    ends = next(goes_on, sent.end)
    after = doc[token.i + 1 : next((t.i for t in doc[token.i + 2 : ends] if _opens_relative(t)), ends)]
    acts = (t for t in after if t.pos_ in ("VERB", "AUX") and t.lower_ not in _MEETINGS)
    return len(after) <= 12 and not any(acts) and not any(t.lower_ == "that" for t in after)


def _goes_on(comma: Token) -> bool:
    """Whether behind a comma the sentence goes on beyond the source, or only says who carries it."""
    behind = comma.nbor()
    if behind.lower_ in (*_GOING_ON, *_POINTING) or behind.lower_ == "with" or behind.tag_ == "VBG":
        return True
    rest = [t for t in comma.doc[comma.i + 1 : comma.sent.end] if not t.is_punct]
    carries = bool(rest) and len(rest) <= _CARRIER and rest[-1].tag_ in ("VBD", "VBZ", "VBP")
    return carries and not any(t.pos_ in ("VERB", "AUX", "ADP", "PRON") for t in rest[:-1])


_POINTING = frozenset({"according", "citing", "quoting", "based", "referring"})
_MEETINGS = frozenset({"hearing", "briefing", "meeting", "gathering"})

_CARRIER = 6
"""Words of "the agency X reports" at the end of a sentence."""


def _may_be_past(token: Token) -> bool:
    """Whether what the tagger took for a participle can be the verb: "missiles passed from X to Y"."""
    return token.tag_ == "VBN" and token.dep_ in ("acl", "ROOT") and token.lower_.endswith("ed")


def _opens_relative(token: Token) -> bool:
    """Whether a clause on the noun before it begins: "told X in an interview that came out on Sunday"."""
    relative = token.lower_ in ("that", "which", "who", "whom") and token.nbor(-1).pos_ in ("NOUN", "PROPN")
    return relative and token.i + 1 < len(token.doc) and token.nbor().tag_ in TENSED


def _first_of_list(token: Token, comma: int) -> int:
    """The comma before the first of several names that speak: ", the Star, the Sun and the Post report"."""
    doc, first = token.doc, token.sent.start
    while any(t.dep_ == "cc" for t in doc[comma + 2 : token.i]) and doc[comma + 1].dep_ != "cc":
        before = next((i for i in range(comma - 1, first, -1) if doc[i].text == ","), None)
        names = doc[before + 1 : comma] if before is not None else []
        own = [t for t in names if t.lower_ != "the"]
        paper = bool(own) and own[0].pos_ == "DET" and any(t.lower_ == "by" for t in own)
        if before is None or not own or not (paper or all(t.pos_ == "PROPN" for t in own)):
            break
        comma = before
    return comma


def _source_start(token: Token, last: int) -> int | None:
    """Where the words between commas that name the speaker begin: ", X said", ", its spokesman, X, said"."""
    doc, first = token.doc, token.sent.start

    def comma_before(at: int) -> int | None:
        for i in range(at, max(first, at - 14), -1):
            if doc[i].text in (",", "—", "–"):
                return i
            if doc[i].tag_ in TENSED and doc[i].dep_ not in ("relcl", "amod", "acl"):
                return None
        return None

    if doc[last].text != ",":
        comma = comma_before(last)
        return _first_of_list(token, comma) + 1 if comma is not None and comma < last else None
    inner = comma_before(last - 1)
    outer = comma_before(inner - 1) if inner is not None else None
    if inner is None:
        return None
    if outer is not None and inner - outer <= 8 and doc[outer + 1].pos_ in ("DET", "PRON", "PROPN", "NOUN"):
        return outer + 1
    return inner + 1 if doc[inner + 1].pos_ in ("DET", "PRON", "PROPN", "NOUN", "ADJ") else None
