"""Which sentences without reporting words of their own belong to a source named beside them?"""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.model import Span
from tallybook.read.attribution.governed import child
from tallybook.read.attribution.holdsin import tells_contents
from tallybook.read.attribution.phrases import has_article, is_self
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.told import Passage, Told
from tallybook.read.text.stretch import Stretch
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_BACK = frozenset({"this", "so", "thus", "that", "it", "these"})
_KNOWN = ("the", "these", "those", "them", "its", "their", "his", "her")
_POINTERS = frozenset({"them", "these", "those", "this"})
_SPEAKING = ("statement", "belief", "evidence")


def carry(told: list[Told], passages: list[Passage], words: SourceWords) -> dict[int, list[Span]]:
    """Sentences that belong to an attribution beside them, by the ``id`` of that attribution."""
    carrier = _Carrier(words, {})
    by_passage: dict[int, list[Told]] = {}
    for one in told:
        by_passage.setdefault(id(one.passage), []).append(one)
    before: Passage | None = None
    for passage in passages:
        carrier.read(passage, sorted(by_passage.get(id(passage), ()), key=lambda t: t.at), before)
        before = passage
    return carrier.carried


def points_back(one: Told, words: SourceWords) -> bool:
    """Whether the content only points back: "So said X", "X announced this", "told X of the deals"."""
    doc = one.passage.doc
    content = [doc[i] for i in sorted(one.saying.content) if not doc[i].is_punct]
    if 0 < len(content) <= 2 and content[-1].lower_ in _BACK:
        return True
    if content and content[0].lower_ in _BACK and all(_told_to(t, one.saying.head) for t in content[1:]):
        return content[0].dep_ in ("nsubjpass", "nsubj", "dobj") and content[0].head == one.saying.head
    opening = one.saying.head.sent[:2]
    bare = one.saying.head.i - one.saying.head.sent.start <= len(opening) + 1
    if one.saying.head.lower_ == "according" and bare and len(opening) > 1 and opening[0].lower_ in _BACK:
        return opening[1].lemma_ == "be" or opening[1].lower_ in ("'s", "’s")  # "That is according to X"
    definite = len(content) == 2 and content[0].lower_ in ("the", "these", "this")
    return definite and words.has("matter", content[1].lemma_.lower())


def _told_to(token: Token, cue: Token) -> bool:
    """Whether a word only says to whom it was told: "that was confirmed to this newspaper"."""
    while token.head not in (token, cue):
        token = token.head
    return token.head == cue and token.lower_ in ("to", "with")


@dataclass
class _Carrier:
    words: SourceWords
    carried: dict[int, list[Span]]
    last: Told | None = None
    """Who spoke last, in this paragraph or before."""
    teller: Told | None = None
    """Who told something last, with nothing in the outlet's voice since; no denial."""

    def read(self, passage: Passage, here: list[Told], before: Passage | None) -> None:
        """Give the sentences of one paragraph to those who say them."""
        owner: Told | None = None
        sentences = list(passage.doc.sents)
        for index, sentence in enumerate(sentences):
            span = _span(sentence, passage)
            cues = [t for t in here if span.start <= t.at < span.end]
            speaking = [t for t in cues if _speaks(t)]
            if speaking:
                owner = self.last = _widest(speaking)
                self.teller = self.last if _tells_it(self.last) else self.teller
                earlier = (sentences[:index], here, passage) if index else ([], [], before)
                self._claim_back(speaking, *earlier)
                continue
            held = next((t for t in here if any(s.overlap(span) * 2 > span.length for s in t.content)), None)
            if held is not None:
                owner = held if _speaks(held) else owner
                continue
            to = self._owner_of(sentence, passage, owner, here)
            if to is not None:
                self.carried.setdefault(id(to), []).append(span)
            else:
                self.teller = None
                owner = owner if cues else None

    def _owner_of(
        self, sentence: Stretch, passage: Passage, owner: Told | None, here: list[Told]
    ) -> Told | None:
        """Who says a sentence that has no reporting words."""
        span = _span(sentence, passage)
        quoted = sum(q.span.overlap(span) for q in passage.quotations)
        if not quoted and (tells_contents(sentence) or _shares_out(sentence)):
            near = self.teller is not None and span.start - self.teller.at < _NEAR
            return self.teller if near else None
        if not quoted:
            lays_out = owner is not None and _lays_out(owner) and not _to_come(sentence)
            goes_on = lays_out or self._takes_part(sentence)
            return owner if goes_on or (owner is not None and self._accounts(owner, sentence)) else None
        behind = next((t for t in here if t.at > span.end and _speaks(t) and not t.quotes_whole()), None)
        mostly = self.last if quoted * 2 > span.length else None
        return owner or behind or mostly

    def _accounts(self, owner: Told, sentence: Stretch) -> bool:
        """Whether a paper, an outlet or a body goes on giving its account of what took place."""
        who, head = owner.saying.speaker, owner.saying.head
        if who is None or who.pos_ == "PRON" or not _tells_it(owner) or _to_come(sentence):
            return False
        named = who.text[:1].isupper() and not self.words.is_body_name([who.lower_])
        outlet = self.words.is_outlet_name(who.text) or self.words.is_of("outlet-noun", who)
        body = not named and self.words.is_of("body-noun", who) and not self.words.is_of("title", who)
        tells = owner.saying.kind.act in ("statement", "evidence") and child(head, "dobj") is None
        return tells and (outlet or body or self.words.is_thing(who))

    def _takes_part(self, sentence: Stretch) -> bool:
        """Whether it goes on about what was just told: "One at least was", "Three of them", "part of it"."""
        root = sentence.root.lemma_.lower()
        if any(t.lower_ == "later" for t in list(sentence)[:_LATER]):
            return False  # "Six months later none of them has left"
        if root in ("stand", "account") and any(c.lower_ == "for" for c in sentence.root.children):
            return True  # "China stands for 40 million"
        if any(t.lower_ in _POINTERS and t.dep_ in ("dobj", "pobj") and _points_out(t) for t in sentence):
            return True
        subjects = (t for t in sentence if t.dep_ in ("nsubj", "nsubjpass"))
        subject = next((t for t in subjects if t.head.dep_ in ("ROOT", "ccomp", "conj")), None)
        if subject is None:
            return False
        if subject.lower_ in ("it", "they") and subject.i == sentence.start:
            return True
        if subject.tag_ == "CD" or self.words.has("share", subject.lower_):
            return True
        of = child(subject, "prep")
        before = [t for t in subject.subtree if t.i <= subject.i]
        counted = any(t.tag_ == "CD" or self.words.has("share", t.lower_) for t in before)
        whole = child(of, "pobj") if of is not None and of.lower_ == "of" else None
        known = whole is not None and (whole.pos_ == "PRON" or has_article(whole, *_KNOWN))
        return counted and known

    def _claim_back(
        self, speaking: list[Told], sentences: list[Stretch], here: list[Told], passage: Passage | None
    ) -> None:
        """Give what stands before, as far back as nobody else says it, to those who point back at it."""
        pointing = [t for t in speaking if points_back(t, self.words)]
        if passage is None or not pointing:
            return
        for back, sentence in enumerate(reversed(sentences or list(passage.doc.sents))):
            span = _span(sentence, passage)
            if any(_speaks(t) and _holds(t, span) for t in here):
                break
            for one in pointing:
                if not back or not sentences or _says_so(one):
                    self.carried.setdefault(id(one), []).append(span)


def _points_out(pointer: Token) -> bool:
    """Whether a pronoun means what was told before its sentence: not "took jets and lost ten of them"."""
    if _inside(pointer):
        return False
    before = pointer.doc[pointer.sent.start : pointer.i]
    return pointer.lower_ != "them" or not any(t.tag_ in ("NNS", "NNPS") for t in before)


def _inside(pointer: Token) -> bool:
    """Whether a pronoun stands in a clause on a noun: "Chad, the first country to use them"."""
    for _ in range(_CLIMB):
        if pointer.dep_ in ("relcl", "acl"):
            return True
        pointer = pointer.head
    return False


def _shares_out(sentence: Stretch) -> bool:
    """Whether it tells whose part of what was told is how large: "Ruritania accounts for half of it"."""
    if sentence.root.lemma_.lower() not in ("account", "stand", "make"):
        return False
    return any(t.lower_ in ("it", "this", "that") and t.nbor(-1).lower_ == "of" for t in list(sentence)[1:])


def _lays_out(owner: Told) -> bool:
    """Whether it lays out what somebody found or what papers show, over the rest of a paragraph."""
    kind, lemma = owner.saying.kind, owner.saying.head.lemma_.lower()
    who = owner.saying.speaker
    seen = who is not None and who.lemma_.lower() in _PICTURES
    return kind.part == "verb" and kind.act in ("evidence", "perception") and lemma in _FINDING and not seen


def _tells_it(one: Told) -> bool:
    """Whether it says that something is so: not "do not tell", "denied it"."""
    denied = one.saying.kind.certainty in ("denied", "possible")
    return not denied and child(one.saying.head, "neg") is None


def _to_come(sentence: Stretch) -> bool:
    """Whether a sentence tells what is to come: "Deliveries are expected to end"."""
    root = sentence.root
    return root.lemma_.lower() == "expect" or any(c.tag_ in ("MD", "TO") for c in root.children)


_PICTURES = words_of("pictures in which arms turn up")
_FINDING = frozenset({"find", "show", "document", "record", "count", "establish", "uncover"})
_NEAR = 600
"""Characters behind a cue within which a sentence tells what the lot held of which it told."""

_CLIMB = 4

_LATER = 6
"""Tokens that may open a sentence and tell how long after."""


def _span(sentence: Stretch, passage: Passage) -> Span:
    return Span(sentence.start_char + passage.offset, sentence.end_char + passage.offset)


def _says_so(one: Told) -> bool:
    """Whether it is "So said X", which closes an account; "this" is a sentence, or the paragraph before."""
    doc = one.passage.doc
    return any(doc[i].lower_ in ("so", "thus") for i in one.saying.content)


def _holds(one: Told, span: Span) -> bool:
    """Whether most of a sentence is already what somebody says."""
    return sum(s.overlap(span) for s in one.content) * 2 > span.length


def _speaks(one: Told) -> bool:
    speaker = one.saying.speaker
    if speaker is None or is_self(speaker) or _names_it(one):
        return False
    behind = bool(one.content) and one.content[-1].end <= one.passage.at(speaker)
    found = one.saying.head.lemma_ == "find" and behind
    return found or one.saying.kind.act in _SPEAKING  # "..., he found"


def _names_it(one: Told) -> bool:
    """Whether a clause only tells what somebody calls a thing: "has 36 jets, which it calls the X"."""
    head = one.saying.head
    return head.dep_ == "relcl" and head.lemma_.lower() in _CALLING and child(head, "ccomp") is None


_CALLING = frozenset({"call", "dub", "name", "term", "label", "brand", "designate", "describe", "nickname"})


def _widest(told: list[Told]) -> Told:
    statements = [t for t in told if t.saying.kind.act == "statement"] or told
    return max(statements, key=lambda t: t.length)
