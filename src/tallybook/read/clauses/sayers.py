"""Which papers and speakers does the order of words show where grammar lost them: "files seen by X list"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import SUBJECTS, verb_lemma
from tallybook.read.text.stretch import Stretch
from tallybook.read.text.tree import TENSED, Doc, Token
from tallybook.vocabulary.wordlists import words_of

_SHOWING = words_of("what papers do that show something")
_SAYING = words_of("verbs that close what is said")
_SEEN = words_of("verbs of looking at papers")
_PAPERS = (
    words_of("what has it that something is so") | words_of("papers that are quoted") | {"minute", "waybill"}
)
_OUTLETS = words_of("words in names of outlets")
_MISREAD = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "VBP", "VBZ"})
_FORMS = {form: verb for verb in _SHOWING for form in (verb, f"{verb}s")}
_LONGEST = 16
"""Tokens from the first word of such a speaker to its verb."""

_CITING = frozenset({"cite", "quote", "refer", "speak", "write", "talk", "invoke"})


def mend_sayers(doc: Doc) -> None:
    """Hang papers, outlets and speakers on the verb by which they tell something, in place."""
    for sentence in doc.sents:
        for token in sentence:
            looks = token.lower_ in _FORMS and token.tag_ in _MISREAD
            if looks and (_seen_papers(token, sentence) or _closing_papers(token, sentence)):
                continue
            if token.tag_ == "VBG" and token.dep_ == "advcl" and token.lemma_ in _CITING:
                _citing_between(token)
            elif token.tag_ in TENSED and verb_lemma(token) in _SAYING:
                _apposed_speaker(token)
                _turn_over(token, sentence)


def _seen_papers(verb: Token, sentence: Stretch) -> bool:
    """Of ``Files seen by X record that Y sent Z``: the files record it, whatever the tagger took it for."""
    doc = verb.doc
    before = doc[max(sentence.start, verb.i - _LONGEST) : verb.i]
    seen = next((t for t in before if t.tag_ in ("VBN", "VBD") and t.lemma_.lower() in _SEEN), None)
    papers = _papers_before(seen, verb, sentence) if seen is not None else None
    if seen is None or papers is None:
        return False
    whole = _whole(papers)
    plural = whole.tag_ in ("NNS", "NNPS")
    stands = verb.pos_ == "VERB" and whole.head == verb and whole.dep_ == "nsubj"
    opens = next((t for t in reversed(doc[sentence.start : whole.i]) if t.text == ","), None)
    ends = verb.i + _LAST >= sentence.end
    told = _told_before(doc[sentence.start : opens.i]) if ends and opens is not None else None
    if plural == verb.lower_.endswith("s") or stands or (ends and told is None):
        return False
    _make_verb(verb, whole)
    if doc[seen.i + 1].lower_ in _LEADING:
        _free_agent(doc[seen.i + 1], verb)
    seen.head, seen.dep_ = papers, "relcl" if verb.i - seen.i < _BY_WHOM else "acl"
    clause = told or _clause_behind(verb, sentence)
    if clause is not None:
        clause.head, clause.dep_ = verb, "ccomp"
    else:
        _first_object(verb, sentence)
    return True


def _papers_before(seen: Token, verb: Token, sentence: Stretch) -> Token | None:
    """The papers that were "seen by X", or that X "has seen", where nothing else stands before the verb."""
    doc, comma = verb.doc, verb.nbor(-1).text == ","
    before = doc[sentence.start : seen.i]
    that = next((t for t in reversed(before) if t.lower_ in ("that", "which")), None)
    seen_by = seen.i + _BY_WHOM < verb.i and doc[seen.i + 1].lower_ in _LEADING
    first = seen if seen_by or that is None else that
    at = first.i - 1 - comma
    if at < sentence.start or any(t.tag_ in TENSED or t.text in (";", ":") for t in doc[seen.i + 1 : verb.i]):
        return None
    fits = seen_by or (that is not None and _is_seen(that, seen, verb, comma=comma))
    return doc[at] if fits and _is_paper(doc[at]) else None


def _whole(papers: Token) -> Token:
    """What they are a part of what speaks: "a copy of the file", "tracks and customs papers"."""
    for _ in range(_STEPS):
        if papers.dep_ == "conj" and papers.head.i < papers.i and papers.head.pos_ == "NOUN":
            papers = papers.head
        elif papers.dep_ == "pobj" and papers.head.lower_ == "of" and papers.head.head.lower_ in _PARTS:
            papers = papers.head.head
    return papers


_STEPS = 2
_PARTS = frozenset({"copy", "copies", "page", "pages", "part", "parts", "excerpts", "extracts", "summary"})
_LEADING = ("by", "to")
_LAST = 2
"""Tokens that such a verb and a full stop behind it are."""

_BY_WHOM = 2
"""Tokens from "seen" to the verb, where "by X" stands between."""


def _is_seen(that: Token, seen: Token, verb: Token, *, comma: bool) -> bool:
    """Whether nothing but who saw the papers stands between "that" and the verb behind it."""
    inside = verb.doc[that.i + 1 : seen.i]
    if not inside or seen.i + 1 + comma != verb.i or inside[-1].lemma_ != "have":
        return False
    return all(t.pos_ in ("DET", "PROPN", "NOUN", "ADJ", "PART", "AUX") for t in inside)


def _is_paper(noun: Token) -> bool:
    return noun.lemma_.lower() in _PAPERS or noun.lower_ in _PAPERS


def _make_verb(verb: Token, speaker: Token) -> None:
    """Make a word the main verb of its sentence and ``speaker`` its subject."""
    verb.tag_, verb.pos_ = "VBZ", "VERB"
    verb.lemma_ = _FORMS[verb.lower_]
    verb.head, verb.dep_ = verb, "ROOT"
    speaker.head, speaker.dep_ = verb, "nsubj"


def _free_agent(by: Token, verb: Token) -> None:
    """Let the last name before the verb be who saw it: the parser may have taken the verb for the name."""
    last = verb.nbor(-2 if verb.nbor(-1).text == "," else -1)
    inside = [t for t in verb.doc[by.i + 1 : verb.i] if t.head == verb and t is not last and not t.is_punct]
    if last.head == verb:
        last.head, last.dep_ = by, "pobj"
    for part in inside:
        part.head = last


def _clause_behind(verb: Token, sentence: Stretch) -> Token | None:
    """The verb of the clause behind a verb of showing: the first that bears tense."""
    behind = verb.doc[verb.i + 1 : sentence.end]
    return next((t for t in behind if t.tag_ in TENSED), None)


def _first_object(verb: Token, sentence: Stretch) -> None:
    """Hang the noun phrase behind it on the verb: "list 22 containers"."""
    noun = next((t for t in verb.doc[verb.i + 1 : sentence.end] if t.pos_ in ("NOUN", "PROPN")), None)
    while noun is not None and noun.dep_ in ("compound", "nmod", "amod") and noun.head.i > noun.i:
        noun = noun.head
    if noun is not None and noun.i > verb.i:
        noun.head, noun.dep_ = verb, "dobj"


def _closing_papers(verb: Token, sentence: Stretch) -> bool:
    """Of ``X sold Y jets, the register of the ministry shows``: what closes the sentence is its teller."""
    doc = verb.doc
    behind = doc[verb.i + 1 : sentence.end]
    ends = not behind or behind[0].text in (".", ";") or behind[0].lower_ in ("in", "on")
    comma = next(
        (i for i in range(verb.i - 1, max(sentence.start, verb.i - _LONGEST), -1) if doc[i].text == ","), 0
    )
    named = list(doc[comma + 1 : verb.i]) if comma else []
    if not ends or not named or any(t.tag_ in TENSED for t in behind) or not verb.lower_.endswith("s"):
        return False
    loose = any(t.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") for t in named[1:])
    if loose or named[0].pos_ in ("ADP", "AUX", "SCONJ", "CCONJ"):
        return False
    if verb.pos_ == "VERB" and any(c.dep_ == "nsubj" and c.i > comma for c in verb.children):
        return False
    speaker = _head_of(named)
    told = _told_before(doc[sentence.start : comma])
    if speaker is None or told is None or not _can_tell(speaker, named):
        return False
    _hang_closing(verb, speaker, told, named)
    return True


def _head_of(named: list[Token]) -> Token | None:
    """The last noun before any preposition."""
    led = next((n for n, t in enumerate(named) if t.pos_ == "ADP"), len(named))
    nouns = [t for t in named[:led] if t.pos_ in ("NOUN", "PROPN")]
    return nouns[-1] if nouns and nouns[-1] is named[led - 1] else None


def _can_tell(speaker: Token, named: list[Token]) -> bool:
    """Whether it is a paper or an outlet: "its report", "the Bedonia Daily", "trade monthly X"."""
    own = [t for t in named if t.i <= speaker.i]
    return speaker.lemma_.lower() in _PAPERS | _OUTLETS or any(t.lower_ in _OUTLETS for t in own)


def _told_before(clause: Stretch | list[Token]) -> Token | None:
    """The main verb of what is told, also where the tagger took it for a participle."""
    told = [
        t for t in clause if t.tag_ in TENSED and t.dep_ not in ("aux", "auxpass", "relcl", "advcl", "acl")
    ]
    held = [
        t.head for t in clause if t.dep_ in ("aux", "auxpass") and t.tag_ in TENSED and t.head.dep_ != "relcl"
    ]
    return next(iter([*held, *told]), None)


def _hang_closing(verb: Token, speaker: Token, told: Token, named: list[Token]) -> None:
    over = next((t for t in verb.sent if t.head == t), verb)
    _make_verb(verb, speaker)
    led, last = [t for t in named if t.i > speaker.i and t.pos_ == "ADP"], verb.nbor(-1)
    if led and not named[0].i <= last.head.i < verb.i:
        last.head, last.dep_ = led[-1], "pobj"
    if named[0].pos_ == "VERB":
        named[0].dep_, named[0].tag_, named[0].pos_ = "compound", "NN", "NOUN"
    for part in named:
        if part not in (speaker, last) and not named[0].i <= part.head.i < verb.i:
            part.head = speaker if part.i < speaker.i or part.pos_ == "ADP" else last
            part.dep_ = "compound" if part.dep_ == "conj" else part.dep_
    if over is not verb and over.i < verb.i:
        over.head, over.dep_ = verb, "ccomp"
    if told is not over:
        told.head, told.dep_ = verb, "ccomp"


def _citing_between(verb: Token) -> None:
    """Of ``X reported on Monday, citing Y, that Z``: it is X who cites."""
    clause = verb.head
    mark = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if mark is None or clause.dep_ != "ccomp" or not clause.head.i < verb.i < mark.i:
        return
    verb.head = clause.head


def _turn_over(verb: Token, sentence: Stretch) -> None:
    """Of ``X asked Y for jets Sunday, three papers report``: what closes the sentence is no part of it."""
    told = verb.head
    speaker = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if verb.dep_ != "ccomp" or told.i > verb.i or told.head != told or speaker is None:
        return
    comma = verb.doc[speaker.left_edge.i - 1]
    marked = any(c.dep_ in ("mark", "ccomp") or c.lower_ == "that" for c in verb.children)
    behind = verb.doc[verb.i + 1 : sentence.end]
    marked = marked or any(c.dep_ == "dobj" and verb.lemma_ != "tell" for c in verb.children)
    if comma.text != "," or comma.i < told.i or marked or any(t.tag_ in TENSED for t in behind):
        return
    if len(behind) > _BEHIND or told.tag_ not in TENSED:
        return
    for part in [c for c in verb.children if c.i <= comma.i]:
        part.head = told
    verb.head, verb.dep_ = verb, "ROOT"
    told.head, told.dep_ = verb, "ccomp"


_BEHIND = 8
"""Tokens that may follow such a verb: the day, the place."""


def _apposed_speaker(verb: Token) -> None:
    """Of ``In a letter to Y X's envoy, N, wrote that``: the name between commas is who writes."""
    if any(c.dep_ in SUBJECTS for c in verb.children) or verb.i < verb.sent.start + 3:
        return
    comma = verb.nbor(-1)
    name = verb.nbor(-2)
    apposed = name.dep_ == "appos" and name.pos_ == "PROPN" and name.head.dep_ == "pobj"
    if comma.text != "," or not apposed or name.left_edge.nbor(-1).text != ",":
        return
    if not any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children):
        return
    name.head, name.dep_ = verb, "nsubj"
