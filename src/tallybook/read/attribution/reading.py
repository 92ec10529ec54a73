"""Who says what, in any text?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.model import Attribution, Certainty, Evidence, Source, Span, Words
from tallybook.read.attribution.attributed import Attributed, source_of
from tallybook.read.attribution.carried import carry
from tallybook.read.attribution.chains import Link, link, source_of_link
from tallybook.read.attribution.colons import quoted_after_colon, told_after_colon
from tallybook.read.attribution.committing import (
    TAKEN_BACK,
    alleger_of,
    asserts,
    certainty_of,
    is_negated,
    turns_down,
)
from tallybook.read.attribution.complements import introduced_by_as
from tallybook.read.attribution.cues import CueBook
from tallybook.read.attribution.evidence import find_evidence
from tallybook.read.attribution.governed import child, comes_out, is_passive
from tallybook.read.attribution.house import own_names
from tallybook.read.attribution.labels import find_labels
from tallybook.read.attribution.namedlater import with_later_names
from tallybook.read.attribution.naming import Named
from tallybook.read.attribution.phrases import RELATIVE, antecedent, looker
from tallybook.read.attribution.reaching import reach_of
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.speakers import Speakers
from tallybook.read.attribution.spokenon import SpokenOn
from tallybook.read.attribution.told import Passage, Told, outermost, tell
from tallybook.read.attribution.unsaid import (
    asks_to,
    awaits,
    is_left_open,
    is_valued,
    only_hears,
    ought_to,
    shows_up,
)
from tallybook.read.page import Page
from tallybook.read.text.layout import split_sentences
from tallybook.read.text.parse import parse_all
from tallybook.read.text.planting import tree_of
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from spacy.language import Language

    from tallybook.read.text.tree import Token


def attributions(text: str, language: Language, book: CueBook) -> tuple[Attribution, ...]:
    """The outermost attributions of ``text``: who says, thinks, wants or shows what.

    Offsets are code points of ``text``. What stands inside the content of another is left out.
    """
    return tuple(
        Attribution(
            source=one.passage.spans(one.saying.source),
            cue=one.passage.spans(one.saying.cue),
            content=tuple(one.content),
        )
        for one in outermost(tell(_passages(text, language), book))
    )


def _passages(text: str, language: Language) -> list[Passage]:
    """Every line of ``text``, parsed."""
    lines: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line) + 1
    texts = [
        (line.of(text), tuple(s.start - line.start for s in split_sentences(text, line))) for line in lines
    ]
    met: dict[int, str] = {}
    trees = (tree_of(parsed, met) for parsed in parse_all(language, texts))
    return [Passage.of(tree, line.start, text) for line, tree in zip(lines, trees, strict=True)]


def attribute(page: Page, vocabulary: Vocabulary, book: CueBook) -> tuple[Attributed, ...]:
    """Who says what in a report, with chains, times and evidence; plans and wishes are not among them."""
    paragraphs = _paragraphs(page)
    speakers = Speakers(page.report.text, vocabulary, paragraphs)
    speakers.outlets.own = own_names(page.report)
    told = [
        one
        for one in tell(paragraphs, book)
        if (_reports(one) and not _looks_on(one, speakers.words)) or _lists(one, speakers.words)
    ]
    for colons in (quoted_after_colon, told_after_colon):
        told.extend(colons(paragraphs, told, book, speakers.words))
    links = link(told, find_labels(page, paragraphs, speakers, book), speakers)
    carried = carry(told, paragraphs, speakers.words)
    made: dict[int, Attributed] = {}
    named = [one for one in links if source_of_link(one)[0].kind != "self" and not _unheld(one)]
    days = SpokenOn(paragraphs, page)
    found = tuple(_attributed(one, days, speakers, carried, made) for one in named)
    return with_later_names(found, speakers.words, page.report.text)


def _paragraphs(page: Page) -> list[Passage]:
    found: dict[int, Passage] = {}
    for sentence in page.sentences:
        if sentence.paragraph not in found:
            found[sentence.paragraph] = Passage.of(sentence.doc, sentence.offset, page.report.text)
    return list(found.values())


def _unheld(one: Link) -> bool:
    """Whether nobody believes it: "They foresee" of contracts, "X came, which points to Y"."""
    token, kind = one.told.saying.speaker, one.told.saying.kind
    if token is None or kind.act not in ("belief", "evidence", "perception", "statement"):
        return False
    if token.lower_ in ("they", "it") and one.who.name.lower() == token.lower_:
        return kind.act != "statement"
    points = kind.act == "evidence" or one.told.saying.head.lemma_ in ("point", "suggest", "mean", "hint")
    behind = token.doc[token.i - 1].text == "," if token.i else False
    return token.lower_ == "which" and behind and points and one.who.kind not in ("thing", "outlet", "person")


_REPORTING = frozenset({"statement", "belief", "perception", "evidence", "question", "judgement"})


def _reports(one: Told) -> bool:
    """Whether it tells what somebody says or thinks is so, not what somebody wants or will do."""
    saying = one.saying
    kind, head, speaker = saying.kind, saying.head, saying.speaker
    if kind.act == "publication":
        return kind.part == "verb" and any(c.dep_ == "ccomp" for c in head.children)
    asked = kind.act == "question" and introduced_by_as(head)  # "sent them back, as X asked"
    if asked or shows_up(head) or is_left_open(head):
        return False
    if awaits(head) or ought_to(one) or is_valued(one) or turns_down(one):
        return False
    if kind.act not in _REPORTING or asks_to(one):
        return kind.act == "intention" and kind.part == "verb" and _finite(head)
    it = speaker is not None and speaker.lower_ == "it" and comes_out(head)
    speaker = None if it else speaker
    if speaker is None and kind.part == "noun":
        return kind.act in ("statement", "evidence") and head.lemma_.lower() in _RUMOURS
    if speaker is None:
        accused = kind.act == "judgement" and kind.certainty == "alleged" and is_passive(head)
        charge = child(head, "nsubjpass") if kind.certainty == "denied" else None
        refused = charge is not None and charge.lemma_.lower() in _RUMOURS  # "the claim that X is rejected"
        return (
            accused
            or refused
            or (kind.part == "verb" and kind.act in ("statement", "belief") and _impersonal(head))
        )
    if head.dep_ == "xcomp" and head.head.lemma_ in ("decline", "refuse"):
        return False
    if kind.act in ("belief", "perception", "judgement") and kind.part == "verb":
        own = speaker.head.head if speaker.dep_ == "appos" else speaker.head  # "the institute X found"
        closes = max(one.saying.content, default=head.i) < speaker.i < head.i  # "..., X, its envoy, holds"
        return own.i == head.i or head.dep_ == "conj" or head.tag_ == "VBG" or is_passive(head) or closes
    return True


def _lists(one: Told, words: SourceWords) -> bool:
    """Whether a paper has something in it: "the manifest lists 40 containers"."""
    speaker, head = one.saying.speaker, one.saying.head
    lists = one.saying.kind.act == "publication" and head.lemma_.lower() in _HAVING_IN
    return lists and speaker is not None and words.is_thing(speaker) and head.tag_ != "VBN"


_HAVING_IN = frozenset({"list", "document", "detail", "record", "name", "mention", "note", "describe"})


def _looks_on(one: Told, words: SourceWords) -> bool:
    """Whether a clause only says who saw or named a source: "that X saw", "whom it did not name"."""
    head, speaker = one.saying.head, one.saying.speaker
    if speaker is not None and _only_seems_to_see(one, speaker, words):
        return True
    content = [one.passage.doc[i] for i in one.saying.content]
    bare = bool(content) and all(t.lower_ in RELATIVE or t.is_punct for t in content)
    seen = words.is_of("looked-at", head) and looker(head) is not None and child(head, "ccomp") is None
    spoken = one.saying.kind.act in ("statement", "judgement")
    return head.dep_ == "relcl" and ((bare and not spoken) or seen)


def _only_seems_to_see(one: Told, speaker: Token, words: SourceWords) -> bool:
    """Whether nobody says so: "a contract that will see X buy", "X showed the tank that", "few expect"."""
    head, clause = one.saying.head, child(one.saying.head, "ccomp") is not None
    noun = antecedent(speaker)
    if head.lemma_ in _DOING and noun.pos_ == "NOUN" and not words.speaks(noun):
        return not words.is_thing(noun)  # "cranes brought up two vans", "the ship held"
    if head.lemma_ == "see":
        return noun.pos_ == "NOUN" and not words.speaks(noun)
    shows = (
        head.lemma_ in ("show", "display")
        and head.tag_ in ("VBD", "VBZ")
        and not clause
        and noun.pos_ in ("PROPN", "PRON")
    )
    return shows or words.has("nobody", speaker.lower_)


_DOING = frozenset({"hold", "bring", "lay", "raise", "pick", "mark", "carry", "turn"})


_RUMOURS = words_of("nouns that report without telling whose report it is")


def _finite(head: Token) -> bool:
    """Whether the cue has a clause with a subject of its own: "promised that X would", "X will, he vowed"."""
    clause = child(head, "ccomp")
    if clause is None or any(c.tag_ == "TO" for c in clause.children):
        return False
    if clause.i > head.i:
        return True
    return child(clause, "nsubj", "nsubjpass") is not None and child(head, "xcomp") is None


def _impersonal(head: Token) -> bool:
    """Whether it says "it was reported that X" or "X is said to"."""
    if comes_out(head):
        return any(c.lower_ == "it" and c.dep_ == "nsubj" for c in head.children)
    if not is_passive(head) or head.lemma_ in _AHEAD:
        return False
    if introduced_by_as(head) and child(head, "nsubj", "nsubjpass") is None:
        return True  # "As was reported in May, X sent Y"
    it = any(c.lower_ == "it" and c.dep_ in ("nsubjpass", "nsubj", "expl") for c in head.children)
    clause = child(head, "csubjpass")
    if clause is not None and clause.left_edge.lower_ == "that":
        return True  # "that X sent Y was made known"
    if it and (_set_off(head) or (head.dep_ in ("ccomp", "parataxis") and head.head.i > head.i)):
        return True  # "In May, it is reported as well, X sent Y"
    return any(c.dep_ == "xcomp" or (c.dep_ == "ccomp" and (it or child(c, "mark"))) for c in head.children)


def _set_off(head: Token) -> bool:
    """Whether commas part "it was reported" from a clause: "X, it was reported earlier, sent Y"."""
    it = next((c for c in head.children if c.lower_ == "it"), head)
    return it.i > head.sent.start and it.nbor(-1).text in (",", "—", "–")


_AHEAD = frozenset({"expect", "anticipate", "project", "schedule"})
"""Passive verbs that tell of what is to come, and of nobody who says so."""


Carried = dict[int, list[Span]]


def _attributed(
    one: Link, days: SpokenOn, speakers: Speakers, carried: Carried, made: dict[int, Attributed]
) -> Attributed:
    if id(one) in made:
        return made[id(one)]
    who, via, cue = source_of_link(one)
    passage = cue.told.passage
    own = one.told.passage.spans(one.cue) if cue.label else ()  # "X: We hope that"
    spans = passage.spans(cue.cue) or own or ((cue.label,) if cue.label else ())
    words = Words(text=" ".join(s.of(passage.text) for s in spans), span=spans[0])
    certainty = certainty_of(one, cue)
    denies = certainty is Certainty.DENIED
    evidence = find_evidence(one.told, one.cue, speakers, denies=denies) or _witness(who, speakers)
    attributed = Attributed(
        source=Source(
            name=who.name,
            title=who.title,
            via=speakers.outlets.others(via),
            cue=None if cue.label and not own else words.text,
            span=who.span,
        ),
        content=tuple(one.told.content),
        reach=(*reach_of(one.told), *carried.get(id(one.told), ())),
        cue=words,
        act=one.told.saying.kind.act,
        certainty=certainty,
        asserts=asserts(one.told, speakers.words),
        negated=is_negated(one.told) and one.told.saying.kind.act in TAKEN_BACK,
        said_on=days.said_on(cue, who, spans[0].start),
        relays=who.kind == "outlet",
        leaked=who.kind == "thing" and bool(via),
        hears=only_hears(cue.told),
        evidence=evidence[0],
        evidence_words=evidence[1],
        outer=_attributed(one.outer, days, speakers, carried, made) if one.outer is not None else None,
        alleger=alleger_of(one),
    )
    made[id(one)] = attributed
    return attributed


def _witness(who: Named, speakers: Speakers) -> tuple[Evidence | None, None]:
    return (Evidence.WITNESS if speakers.words.has("witness", who.lemma) else None, None)


__all__ = ["Attributed", "attribute", "attributions", "source_of"]
