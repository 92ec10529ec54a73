"""Which speaker at the end did the parser take for a part of what he says: "X arms Y, the Palace charged"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import SUBJECTS, verb_lemma
from tallybook.read.text.stretch import Stretch
from tallybook.read.text.tree import TENSED, Doc, Token
from tallybook.vocabulary.wordlists import words_of

_SAYING = words_of("verbs that close what is said")
_SHOWING = _SAYING | {"indicate", "show"}
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "PART", "NUM", "PRON"})
_LAST = 2
"""Tokens that such a verb and a full stop behind it are."""

_BEHIND = 14
"""Tokens that may follow such a verb: the day, the place, who heard it."""


def mend_closings(doc: Doc) -> None:
    """Hang a speaker behind the last comma on the verb of saying after him, in place."""
    for sentence in doc.sents:
        for token in sentence:
            if token.tag_ in ("VBD", "VBN", "VBZ") and token.dep_ == "acl" and _closes(token, sentence):
                _part(token, sentence)
            elif token.tag_ == "VBN" and token.dep_ == "acl":
                _free(token)
            if (token.tag_ in ("NNS", "NNPS") and token.i + _LAST >= sentence.end) or (
                token.tag_ == "NN" and token.i and token.nbor(-1).tag_ in ("NNS", "NNPS")
            ):
                _names_verb(token, sentence)
            if token.lower_ == "show" and token.tag_ == "NN" and token.dep_ == "pobj":
                _figures_show(token, sentence)
            if token.tag_ in ("VBD", "VBP", "VBZ") and token.dep_ == "ccomp" and token.head.i < token.i:
                _give_back(token, sentence)
            if token.tag_ in ("VBD", "VBP", "VBZ") and token.i + _LAST >= sentence.end:
                _papers_show(token, sentence)
                _speaker_told(token)
            if token.tag_ in TENSED and verb_lemma(token) in _SAYING:
                _give_day_back(token)


def mend_last_speaker(doc: Doc) -> None:
    """Hang a speaker whom the parser took for the last of a list on the verb at the end, in place."""
    for sentence in doc.sents:
        for token in sentence:
            if token.tag_ in TENSED and verb_lemma(token) in _SAYING:
                _lead_from_list(token, sentence)


def _give_day_back(verb: Token) -> None:
    """Of ``X reached Y, in Z, last Sunday, the paper writes``: the day is when it was, not when told."""
    speaker = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if told is None and verb.dep_ == "ccomp" and verb.head.i < verb.i:  # "sent ships Sunday, X report"
        told = verb.head
    if speaker is None or told is None:
        return
    opens = speaker.left_edge.i
    for part in [c for c in verb.children if c.dep_ in _DAYS and told.i < c.i < opens]:
        if part.right_edge.i + 1 == opens - 1 and part.doc[opens - 1].text == ",":
            part.head = told


def _lead_from_list(verb: Token, sentence: Stretch) -> None:
    """Of ``X got jeeps and rifles, the embassy in Y wrote``: the last of a list is who writes."""
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if told is None or any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children):
        return
    comma = next((i for i in range(verb.i - 1, told.i, -1) if verb.doc[i].text == ","), None)
    named = verb.doc[comma + 1 : verb.i] if comma is not None else []
    if not named or len(verb.doc[verb.i + 1 : sentence.end]) > _BEHIND:
        return
    if any(t.pos_ not in _NOMINAL | {"ADP"} for t in named):
        return
    inside = {t.i for t in named}
    heads = [t for t in named if t.head.i not in inside]
    if len(heads) == 1 and heads[0].dep_ in ("conj", "appos", "dobj", "dep", "npadvmod"):
        heads[0].head, heads[0].dep_ = verb, "nsubj"


_DAYS = frozenset({"npadvmod", "prep", "advmod"})


def _papers_show(verb: Token, sentence: Stretch) -> None:
    """Of ``X got rifles from Y, customs records show``: records show it, and X got the rifles."""
    speaker = verb.nbor(-1) if verb.i > sentence.start else verb
    if verb_lemma(verb) not in _SHOWING or speaker.dep_ != "compound" or speaker.head != verb:
        return
    comma, before = speaker.doc[speaker.left_edge.i - 1], verb.head
    if comma.text != "," or before.pos_ != "VERB" or before.i > comma.i:
        return
    for thing in (c for c in verb.children if c.dep_ == "nsubj" and c.left_edge.i == before.i + 1):
        thing.head, thing.dep_ = before, "dobj"
    over, dep = before.head, before.dep_
    verb.head, verb.dep_ = (verb, "ROOT") if over == before else (over, dep)
    before.head, before.dep_ = verb, "ccomp"
    speaker.dep_ = "nsubj"


def _speaker_told(verb: Token) -> None:
    """Of ``X will sell Y jets, people briefed on it say``: the people say it, and were briefed."""
    briefed = next((c for c in verb.children if c.dep_ == "ccomp" and c.tag_ in ("VBD", "VBN")), None)
    if briefed is None or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    speaker = next((c for c in briefed.children if c.dep_ == "nsubj" and c.i == briefed.i - 1), None)
    told = next((c for c in briefed.children if c.dep_ == "ccomp" and c.i < briefed.i), None)
    if verb_lemma(verb) not in _SAYING or speaker is None or told is None:
        return
    if speaker.doc[speaker.left_edge.i - 1].text == "," and told.i < speaker.left_edge.i:
        speaker.head, told.head = verb, verb
        briefed.head, briefed.dep_, briefed.tag_ = speaker, "acl", "VBN"


def _figures_show(noun: Token, sentence: Stretch) -> None:
    """Of ``X sold Y rifles, figures of the institute show``: a verb that looks like the institute's noun."""
    doc, last = noun.doc, noun.nbor(-1)
    behind = noun.i + 1 >= sentence.end or noun.nbor().text in (".", ";", ",")
    papers = noun.head.head
    while papers.dep_ == "pobj":
        papers = papers.head.head  # "data of the institute for peace"
    comma = doc[papers.left_edge.i - 1] if papers.left_edge.i > sentence.start else noun
    clause = doc[sentence.start : comma.i]
    told = next((t for t in clause if t.tag_ in TENSED and t.dep_ in ("ROOT", "ccomp", "conj")), None)
    told = told or next((t for t in clause if t.dep_ in ("ROOT", "ccomp") and t.pos_ == "VERB"), None)
    if comma.text != "," or not behind or papers.tag_ != "NNS" or told is None or last.head != noun:
        return
    last.head, last.dep_ = noun.head, noun.dep_
    for part in [c for c in noun.children if c.i < noun.i and c != last]:
        part.head = last
    noun.tag_, noun.pos_ = "VBP", "VERB"
    over, dep = told.head, told.dep_
    noun.head, noun.dep_ = (noun, "ROOT") if over == told else (over, dep)
    told.head, told.dep_ = noun, "ccomp"
    papers.head, papers.dep_ = noun, "nsubj"


def _names_verb(noun: Token, sentence: Stretch) -> None:
    """Of ``X may have armed Y, paper reveals``: a headline's last word, which looks like a plural."""
    doc, speaker = noun.doc, noun.nbor(-1) if noun.i else noun
    form = noun.lower_ if noun.tag_ == "NN" else noun.lower_.removesuffix("s")
    behind = doc[noun.i + 1].text if noun.i + 1 < sentence.end else "."
    beside = speaker.head == noun and speaker.dep_ in ("compound", "nmod", "amod")
    if form not in _SAYING or behind not in (".", ",", ";") or not beside:
        return
    own = [c for c in noun.lefts if c.i < speaker.i and noun.tag_ == "NN"]  # "local media report"
    first = min([speaker.left_edge.i, *(c.left_edge.i for c in own)])
    comma = doc[first - 1] if first > sentence.start else noun
    root = next((t for t in doc[sentence.start : comma.i] if t.head == t or t.head.i > comma.i), None)
    told = [t for t in doc[sentence.start : comma.i] if t.pos_ == "VERB" and t.head in (t, noun, root)]
    if comma.text != "," or not told:
        return
    noun.tag_, noun.pos_, noun.lemma_ = "VBP" if noun.tag_ == "NN" else "VBZ", "VERB", form
    noun.head, noun.dep_ = noun, "ROOT"
    speaker.dep_ = "nsubj"
    told[0].head, told[0].dep_ = noun, "ccomp"
    for part in own:
        part.head = speaker
    for part in [c for c in told[0].children if c.i > noun.i and c.dep_ in ("conj", "cc")]:
        part.head = noun


def _give_back(verb: Token, sentence: Stretch) -> None:
    """Of ``is to get jets, a site claims``: the first of two subjects is the object of the verb before it."""
    if verb_lemma(verb) not in _SAYING or len(verb.doc[verb.i + 1 : sentence.end]) > _BEHIND:
        return
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if len(subjects) != 2 or subjects[1].i > verb.i:
        return
    thing, speaker = subjects
    before, root = verb.head, next((t for t in sentence if t.head == t), None)
    comma = speaker.doc[speaker.left_edge.i - 1]
    if comma.text != "," or thing.left_edge.i != before.i + 1 or before.pos_ != "VERB" or root is None:
        return
    thing.head, thing.dep_ = before, "dobj"
    verb.head, verb.dep_ = verb, "ROOT"
    root.head, root.dep_ = verb, "ccomp"


def _free(participle: Token) -> None:
    """Of ``the army bombed the port, the paper says``: what has an object of its own is no participle."""
    subject, verb = participle.head, participle.head.head
    if subject.dep_ != "nsubj" or verb_lemma(verb) not in _SAYING or participle.i != subject.i + 1:
        return
    speakers = [c for c in verb.children if c.dep_ == "nsubj" and participle.i < c.i < verb.i]
    if not speakers or not any(c.dep_ == "dobj" for c in participle.children):
        return
    participle.head, participle.dep_, participle.tag_ = verb, "ccomp", "VBD"
    subject.head = participle


def _closes(verb: Token, sentence: Stretch) -> bool:
    """Whether a participle at a noun is a verb of saying that ends its sentence."""
    if verb_lemma(verb) not in _SAYING or any(c.dep_ in ("agent", "nsubj") for c in verb.children):
        return False
    behind = verb.doc[verb.i + 1 : sentence.end]
    return len(behind) <= _BEHIND and not any(t.pos_ in ("VERB", "AUX") or t.lower_ == "to" for t in behind)


def _part(verb: Token, sentence: Stretch) -> None:
    """Make the noun a subject and what stands before the comma that which is said."""
    doc, speaker = verb.doc, verb.head
    comma = next((i for i in range(verb.i - 1, sentence.start, -1) if doc[i].text == ","), None)
    if comma is None or not comma < speaker.i < verb.i:
        return
    named = doc[comma + 1 : verb.i]
    told = speaker.head
    root = next((t for t in doc[sentence.start : comma] if t.head == t), None)
    if any(t.pos_ not in _NOMINAL for t in named) or told.i > comma or root is None or told == speaker:
        return
    if root.tag_ not in TENSED and not any(c.dep_ in ("aux", "auxpass") for c in root.children):
        return
    verb.head, verb.dep_ = verb, "ROOT"
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    speaker.head, speaker.dep_ = verb, "nsubj"
    root.head, root.dep_ = verb, "ccomp"
