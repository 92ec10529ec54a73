"""Who says, thinks, wants or shows what, as the grammar of one parsed paragraph tells it?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tallybook.read.cues import CueBook, Found
from tallybook.read.governed import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    agent_of,
    child,
    is_passive,
    owner_of,
    subject_of,
    subtree,
)
from tallybook.vocabulary.cues import Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES = ("ccomp", "csubj", "csubjpass")
_SUPPORT = frozenset({"have", "make", "give", "express", "voice", "issue", "raise", "offer", "hold", "take", "release",
                      "show", "deliver", "provide", "share", "feel", "put", "get", "win", "lose", "announce", "reiterate"})


@dataclass(frozen=True)
class Saying:
    """One attribution inside one Doc, in token indices; ``speaker`` is the head of its source."""

    kind: Cue
    head: Token
    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    speaker: Token | None


def find_sayings(doc: Doc, book: CueBook) -> list[Saying]:
    """Every attribution that stands in the grammar of ``doc``, in the order of their cues."""
    found: list[Saying] = []
    for token in doc:
        if token.lower_ == "according" or _is_per(token):
            saying = _according(token, book)
            found.extend([saying] if saying else [])
            continue
        words = book.find(token)
        read = _read(words) if words is not None else []
        if not any(s.content and s.speaker is not None for s in read) and (closing := _closing(token, book)) is not None:
            read = [closing]
        found.extend(read)
    return found


def _is_per(token: Token) -> bool:
    """"Per the ministry, ..." at the head of a sentence."""
    return token.lower_ == "per" and token.dep_ == "prep" and token.is_sent_start is True


def _closing(token: Token, book: CueBook) -> Saying | None:
    """A closing ", X said." where the parser lost the speaker, or the tagger took the verb for a noun."""
    if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "NNS"):
        return None
    doc, sent = token.doc, token.sent
    kind = book.verb_kind(token.lemma_.lower())
    if kind is None or not _ends_soon(token):
        return None
    last = token.i - 1
    while last > sent.start and doc[last].dep_ in ("aux", "advmod", "neg") and doc[last].pos_ in ("AUX", "ADV", "PART"):
        last -= 1
    start = _source_start(token, last)
    if start is None:
        return None
    before = doc[sent.start : start - 1]
    if not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in before):
        return None
    last = last - 1 if doc[last].text == "," else last
    source = doc[start : last + 1]
    return Saying(
        kind,
        token,
        frozenset(range(last + 1, token.i + 1)) - {i for i in range(last + 1, token.i) if doc[i].is_punct},
        frozenset(t.i for t in source),
        frozenset(t.i for t in before),
        source.root,
    )


def _ends_soon(token: Token) -> bool:
    """Whether nothing but circumstances follow in the sentence."""
    sent, doc = token.sent, token.doc
    if token.tag_ == "NNS":
        return token.i + 2 >= sent.end and (token.i + 1 >= sent.end or doc[token.i + 1].is_punct)
    after = doc[token.i + 1 : sent.end]
    return len(after) <= 12 and not any(t.pos_ in ("VERB", "AUX") or t.lower_ == "that" for t in after)


def _source_start(token: Token, last: int) -> int | None:
    """Where the words between commas that name the speaker begin: ", X said", ", its spokesman, X, said"."""
    doc, first = token.doc, token.sent.start

    def comma_before(at: int) -> int | None:
        for i in range(at, max(first, at - 14), -1):
            if doc[i].text in (",", "—", "–"):
                return i
            if doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") and doc[i].dep_ not in ("relcl", "amod", "acl"):
                return None
        return None

    if doc[last].text != ",":
        comma = comma_before(last)
        return comma + 1 if comma is not None and comma < last else None
    inner = comma_before(last - 1)
    outer = comma_before(inner - 1) if inner is not None else None
    if inner is None:
        return None
    if outer is not None and inner - outer <= 8 and doc[outer + 1].pos_ in ("DET", "PRON", "PROPN", "NOUN"):
        return outer + 1
    return inner + 1 if doc[inner + 1].pos_ in ("DET", "PRON", "PROPN", "NOUN", "ADJ") else None


def _read(words: Found) -> list[Saying]:
    token = words.head
    if token.pos_ in ("NOUN", "PROPN"):
        saying = _noun(words)
    elif child(token, "agent") is not None and words.kinds[0].part == "verb":
        saying = _passive(words)
    elif token.dep_ == "acomp" or token.pos_ == "ADJ" or words.kinds[0].part == "adjective":
        saying = _adjective(words)
    elif token.dep_ in ("amod", "compound"):
        saying = None
    elif is_passive(token):
        saying = _passive(words)
    else:
        saying = _verb(words)
    return [saying] if saying and (saying.content or "quote" in saying.kind.takes) else []


# ---- verbs -------------------------------------------------------------------------------------------


def _verb(words: Found) -> Saying | None:
    verb = words.head
    kind, content = _around(words) if _introduced_by_as(verb) else (None, set())
    if kind is None:
        kind, content = _complement(words)
    if kind is None:
        kind, content = _around(words)
    if kind is None:
        kind, content = _behind_that(words)
    if kind is None and (so := _so(verb)) is not None:
        kind, content = words.takes("clause"), {so.i}
    if kind is None:
        kind = words.takes("quote")  # what it opens may stand in a sentence of its own
    speaker = subject_of(verb)
    if kind is None or not (content or speaker):
        return None
    return _saying(words, kind, speaker, content)


def _complement(words: Found) -> tuple[Cue | None, set[int]]:
    """The content that hangs on the cue itself."""
    verb = words.head
    own = {t.i for t in words.parts}
    if words.takes("clause") is None and words.takes("quote") is not None:
        opened = _noun_content(words)
        if opened[0] is not None:
            return opened
    for clause in verb.children:
        if clause.dep_ in ("ccomp", "xcomp") and clause.i not in own:
            kind = _kind_for_clause(words, clause)
            if kind is not None:
                return kind, set(subtree(clause))
    asked = words.takes("clause")
    if asked is not None and asked.act == "question":
        for clause in verb.children:
            mark = child(clause, "mark")
            if clause.dep_ == "advcl" and mark is not None and mark.lower_ in ("if", "whether"):
                return asked, set(subtree(clause))
    return _noun_content(words)


def _so(verb: Token) -> Token | None:
    """The "so" or "thus" that opens "So said X"."""
    return next((c for c in verb.children if c.lower_ in ("so", "thus") and c.is_sent_start), None)


def _behind_that(words: Found) -> tuple[Cue | None, set[int]]:
    """A "that" clause soon behind the cue which the parser hung on a word between them."""
    verb, kind = words.head, words.takes("clause")
    if kind is None or kind.act not in ("statement", "belief", "evidence"):
        return None, set()
    for token in verb.doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)]:
        if token.lower_ == "that" and token.head.i > token.i:
            return kind, {t.i for t in verb.doc[token.i : verb.sent.end] if not t.is_punct or t.i < verb.sent.end - 1}
        if token.pos_ == "VERB" or token.text in (",", ";", "."):
            return None, set()
    return None, set()


def _kind_for_clause(words: Found, clause: Token) -> Cue | None:
    to = any(c.tag_ == "TO" for c in clause.children)
    if to and (child(clause, *SUBJECTS) is None or clause.dep_ == "xcomp"):
        kind = words.takes("to")
        if kind is None and child(clause, "advmod") is not None:
            kind = words.takes("clause")  # "explained how to"
        return kind
    if to:
        return words.takes("to") or words.takes("clause")
    if clause.tag_ == "VBG" and child(clause, "aux", *SUBJECTS) is None:
        return words.takes("gerund")
    plain = words.takes("clause") or words.takes("whole")
    return plain or (words.takes("quote") if any(t.is_quote for t in clause.subtree) else None)


def _noun_content(words: Found) -> tuple[Cue | None, set[int]]:
    """Content in a noun phrase: the object, or what a preposition opens."""
    verb = words.head
    own = {t.i for t in words.parts}
    last = words.parts[-1]
    opens = words.takes("object") or words.takes("gerund")
    if last.dep_ == "prep" and len(words.parts) > 1 and opens is not None:
        object_ = child(last, "pobj", "pcomp")
        return (words.kinds[0], set(subtree(object_))) if object_ is not None else (None, set())
    whole, plain = words.takes("whole"), words.takes("object")
    object_ = next((c for c in verb.children if c.dep_ == "dobj" and c.i not in own), None)
    if whole is not None and object_ is not None:
        rest = [c for c in verb.children if c.i > object_.i and c.dep_ in ("prep", "oprd", "xcomp", "ccomp") and _tells(c)]
        if rest or plain is None:
            return whole, set(subtree(object_)).union(*(subtree(c) for c in rest))
    if plain is not None and object_ is not None and object_.tag_ not in ("WDT", "WP"):
        rest = [c for c in verb.children if c.i > object_.i and c.dep_ == "prep" and c.lower_ in ("for", "as", "of") and _tells(c)]
        return plain, set(subtree(object_)).union(*(subtree(c) for c in rest))
    openers = [c for c in verb.children if c.dep_ in ("prep", "prt", "dative")]
    if object_ is not None and words.addressee:
        openers.extend(c for c in object_.children if c.dep_ == "prep")
    for preposition in openers:
        kind = words.opens(preposition.lower_)
        object_ = child(preposition, "pobj", "pcomp") if kind else None
        if kind is not None and object_ is not None and _tells(preposition):
            return kind, set(subtree(object_))
    return None, set()


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
                  "year month week day night morning afternoon evening weekend hour minute today yesterday tomorrow statement interview speech tweet "
                  "post article memo letter email report briefing conference rally event twitter facebook podcast radio television tv show air trail floor stage "
                  "news cnn fox nbc msnbc abc cbs c-span hearing call".split())


def _tells(preposition: Token) -> bool:
    """Whether a phrase is part of what is said and not of when and where it was said."""
    if preposition.dep_ != "prep":
        return True
    object_ = child(preposition, "pobj", "pcomp")
    return object_ is None or object_.lemma_.lower() not in _DAYS


def _around(words: Found) -> tuple[Cue | None, set[int]]:
    """The content of a cue that stands as an aside in the clause that it reports."""
    verb = words.head
    kind = words.takes("clause") or words.takes("quote")
    if kind is None or kind.act not in ("statement", "belief", "evidence", "perception", "question"):
        return None, set()
    below = set(subtree(verb))
    as_ = next((c for c in verb.children if c.dep_ in ("mark", "advmod", "prep") and c.lower_ == "as"), None)
    head = verb.head
    object_ = child(verb, "dobj")
    apart = object_ is None or object_ in words.parts or any(t.text == "," for t in verb.doc[verb.i : object_.left_edge.i])
    if verb.dep_ == "advcl" and as_ is not None and head.i != verb.i and apart:
        return kind, _clause_around(head, below)
    if verb.dep_ in ("parataxis", "ccomp") and head.i != verb.i and _aside(verb):
        return kind, _clause_around(head, below)
    return None, set()


def _introduced_by_as(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ in ("mark", "advmod", "prep") for c in verb.children)


def _aside(verb: Token) -> bool:
    """Whether commas or dashes set the verb with its subject off from the rest."""
    tokens = subtree(verb)
    doc = verb.doc
    before = doc[tokens[0] - 1] if tokens[0] else None
    return doc[tokens[0]].is_punct or before is None or before.is_punct


def _clause_around(head: Token, below: set[int]) -> set[int]:
    while head.dep_ in ("aux", "auxpass"):
        head = head.head
    return set(subtree(head, below))


def _passive(words: Found) -> Saying | None:
    verb = words.head
    speaker = agent_of(verb)
    clause = child(verb, *_CLAUSES) if verb.dep_ != "amod" and child(verb, "xcomp") is None else None
    if clause is not None and (kind := words.takes("clause") or words.takes("quote")):
        content = set(subtree(clause))
        own = child(verb, *PASSIVE_SUBJECTS)
        if words.addressee and own is not None:
            content -= set(subtree(own))
        return _saying(words, kind, speaker, content)
    subject = child(verb, *PASSIVE_SUBJECTS) or (subject_of(verb) if verb.dep_ in ("advcl", "acomp", "oprd") else None)
    to = child(verb, "xcomp")
    if to is not None and subject is not None and not words.addressee and (kind := words.takes("to") or words.takes("clause")):
        return _saying(words, kind, speaker, set(subtree(subject)) | set(subtree(to)))
    kind = words.takes("whole") or words.takes("object")
    if kind is None:
        return None
    if subject is None and verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
        subject = verb.head
    if subject is None:
        return None
    rest = [c for c in verb.children if c.dep_ in ("prep", "oprd", "xcomp") and c.i > verb.i and _tells(c) and c.lower_ not in ("in", "on", "at", "during")]
    below = set(subtree(verb))
    content = set(subtree(subject, {verb.i} if subject.i not in below else frozenset())).union(*(subtree(c) for c in rest))
    return _saying(words, kind, speaker, content)


# ---- nouns and adjectives ----------------------------------------------------------------------------


def _noun(words: Found) -> Saying | None:
    noun = words.head
    kind, content = _noun_opens(words)
    owner = owner_of(noun)
    extra: set[int] = set()
    if kind is None and owner is not None and any(k.adverbial for k in words.kinds) and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "by", "on"):
        return _adverbial(words, owner)
    adverbial = any(k.adverbial for k in words.kinds)
    if kind is None or (adverbial and noun.dep_ == "pobj" and noun.head.is_sent_start and owner is None):
        of = next((c for c in noun.children if c.lower_ == "of"), None) if adverbial else None
        teller = child(of, "pobj") if of is not None else None
        opens = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "by") and noun.head.dep_ == "prep"
        return _adverbial(words, teller) if teller is not None and opens else None
    if owner is None and noun.dep_ in ("dobj", "attr", "pobj"):
        verb = noun.head if noun.dep_ != "pobj" else noun.head.head
        if verb.lemma_ in _SUPPORT and not is_passive(verb):
            owner = subject_of(verb)
            extra = _verb_group(verb) | set(range(verb.i, noun.i))
    if owner is None:
        return None
    saying = _saying(words, kind, owner, content)
    return replace(saying, cue=saying.cue | frozenset(extra - saying.source - saying.content))


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
                return kind, set(subtree(object_))
    return None, set()


def _adverbial(words: Found, owner: Token) -> Saying:
    """"By X's findings, ...": the phrase reports the clause that it stands in."""
    phrase = words.head.head
    content = set(subtree(phrase.head, set(subtree(phrase))))
    kind = next(k for k in words.kinds if k.adverbial)
    return _saying(words, kind, owner, content)


def _adjective(words: Found) -> Saying | None:
    adjective = words.head
    kind: Cue | None = None
    content: set[int] = set()
    own = {t.i for t in words.parts}
    for c in adjective.children:
        if c.dep_ in ("ccomp", "xcomp", "advcl") and c.i > adjective.i and c.i not in own:
            to = any(x.tag_ == "TO" for x in c.children)
            kind = words.takes("to") if to else words.takes("clause") if c.dep_ != "advcl" else None
        elif c.dep_ in ("prep", "agent"):
            kind = words.opens(c.lower_)
            c = child(c, "pobj", "pcomp")  # noqa: PLW2901
        if kind is not None and c is not None:
            content = set(subtree(c))
            break
    if kind is None:
        return None
    return _saying(words, kind, _bearer(adjective), content)


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


# ---- according to ------------------------------------------------------------------------------------


def _according(token: Token, book: CueBook) -> Saying | None:
    to = token if token.lower_ == "per" else next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
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
    return Saying(kind, token, frozenset({token.i, to.i}), source, frozenset(clause - source), speaker)


def _saying(words: Found, kind: Cue, speaker: Token | None, content: set[int]) -> Saying:
    cue = {t.i for t in words.parts} | _verb_group(words.head)
    if content:
        opener = words.head.doc[min(content) - 1] if min(content) else None
        if opener is not None and opener.dep_ == "prep" and opener.head.i == words.head.i and kind.prepositions:
            cue.add(opener.i)
    source = set(subtree(speaker, {words.head.i})) if speaker is not None and speaker.i != words.head.i else set()
    if speaker is not None and speaker.i in content:
        source = set()
        speaker = None
    source -= content
    content = content - cue - source
    return Saying(kind, words.head, frozenset(cue - source - content), frozenset(source), frozenset(content), speaker)


def _verb_group(head: Token) -> set[int]:
    """The verb with its auxiliaries, negation and particle."""
    return {head.i, *(c.i for c in head.children if c.dep_ in ("aux", "auxpass", "neg", "prt"))}
