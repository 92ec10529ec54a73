"""What does a reporting verb report: a clause, a phrase, or the sentence that it stands in?"""

from __future__ import annotations

from tallybook.model import Certainty
from tallybook.read.attribution.cues import Found
from tallybook.read.attribution.governed import SUBJECTS, child, subtree
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.cues import Cue
from tallybook.vocabulary.wordlists import words_of

_REACH = 20
"""Tokens behind a cue within which its "that" may stand, past when and where it was said."""
_GOES_ON = frozenset({"for", "to", "from", "with", "as"})
"""Prepositions that the parser hangs on the cue though they go on with what is told: "spoke of X for Y"."""


def _taken_back(pointer: Token, cue: Cue) -> bool:
    """Whether what was just told is only pointed at, to deny it: "..., which Ruritania denies"."""
    return pointer.lower_ == "which" and pointer.head.dep_ == "relcl" and cue.certainty is Certainty.DENIED


def complement(words: Found) -> tuple[Cue | None, set[int]]:
    """The content that hangs on the cue itself."""
    verb = words.head
    own = {t.i for t in words.parts}
    if words.takes("clause") is None and words.takes("quote") is not None:
        opened = _noun_content(words)
        if opened[0] is not None:
            return opened
    pointer = child(verb, "dobj")
    plain = words.takes("object")
    if plain is None and pointer is not None and pointer.lower_ == "this" and verb.tag_ in ("VBD", "VBZ"):
        plain = next((k for k in words.kinds if k.act == "statement" and "clause" in k.takes), None)
    if plain is None or pointer is None:
        pass
    elif pointer.lower_ in ("this", "that") or _taken_back(pointer, plain):
        return plain, {pointer.i}
    to_know = (c for p in words.parts if p.dep_ == "xcomp" for c in p.children)  # "wants to know whether"
    for clause in (*sorted(verb.children, key=lambda c: _before_told(c, verb)), *to_know):
        if clause.dep_ in ("ccomp", "xcomp") and clause.i not in own and not _parted(clause, verb):
            kind = _kind_for_clause(words, clause)
            if kind is not None:
                quoted = _quoted_before(clause, verb)
                return kind, (set(subtree(clause)) | quoted) - _held_against(clause, kind)
    asked = words.takes("clause")
    if asked is not None and asked.act == "question":
        for clause in verb.children:
            mark = child(clause, "mark")
            asks = mark is not None and mark.lower_ in ("if", "whether")
            asks = asks or (clause.left_edge.tag_ == "WRB" and clause.left_edge.i == verb.i + 1)
            if clause.dep_ == "advcl" and asks:
                return asked, set(subtree(clause))
    return _noun_content(words)


def _before_told(clause: Token, verb: Token) -> bool:
    """Whether a clause stands before a cue with another behind it: "In a talk aired in May, X said"."""
    told = any(c.dep_ == "ccomp" and c.i > verb.i and child(c, *SUBJECTS) is not None for c in verb.children)
    return clause.i < verb.i and told


def _parted(clause: Token, verb: Token) -> bool:
    """Whether a clause is none of the cue's: before a semicolon, or ", which" goes on behind an aside."""
    opener = clause.left_edge
    if opener.i > verb.i and opener.lower_ == "which" and opener.nbor(-1).text == ",":
        return True
    if opener.i > verb.i and opener.nbor(-1).text == ";":
        return any(c.dep_ == "ccomp" and verb.i < c.i < opener.i for c in verb.children)
    subject = child(verb, *SUBJECTS)
    first = subject.left_edge.i if subject is not None else verb.i
    return clause.i < first < verb.i and verb.doc[first - 1].text == ";"


def _quoted_before(clause: Token, verb: Token) -> set[int]:
    """What a cue with more behind a semicolon reports before it: "'We sent none', said X; Y is checked"."""
    opener = clause.left_edge
    if opener.i <= verb.i or opener.nbor(-1).text != ";":
        return set()
    before = (c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i)
    return {i for c in before for i in subtree(c)}


def _held_against(clause: Token, cue: Cue) -> set[int]:
    """What stands against a denial and is no part of it: "denied it, though arms have been found"."""
    if cue.certainty is not Certainty.DENIED:
        return set()
    apart = [c for c in clause.children if c.dep_ == "advcl" and c.i > clause.i]
    apart += [t for t in clause.subtree if t.dep_ == "relcl" and t.head.lower_ in _TIMES]  # "a day after X"
    return {i for c in apart if any(m.lower_ in _AGAINST for m in c.children) for i in subtree(c)}


_TIMES = words_of("nouns of time")
_AGAINST = frozenset({"though", "although", "while", "whereas", "after", "when", "as", "because"})


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
        rest = [
            c
            for c in verb.children
            if (c.i > object_.i or c.lower_ == "as")
            and c.dep_ in ("prep", "oprd", "xcomp", "ccomp")
            and tells(c, words)
        ]
        rest = rest if any(_is_charge(c) for c in rest) else [*rest, *_charge_behind(object_)]
        if rest or plain is None:
            return whole, set(subtree(object_)).union(*(subtree(c) for c in rest))
    if plain is not None and object_ is not None and object_.tag_ not in ("WDT", "WP"):
        rest = [
            c
            for c in verb.children
            if c.i > object_.i and c.dep_ == "prep" and c.lower_ in ("for", "as", "of") and tells(c, words)
        ]
        return plain, set(subtree(object_)).union(*(subtree(c) for c in rest), _in_which(object_))
    openers = [c for c in verb.children if c.dep_ in ("prep", "prt", "dative")]
    openers.extend(_behind_the_day(words, openers))
    if object_ is not None and words.addressee:
        openers.extend(c for c in object_.children if c.dep_ == "prep")
    for preposition in openers:
        kind = words.opens(preposition.lower_)
        object_ = child(preposition, "pobj", "pcomp") if kind else None
        if kind is not None and object_ is not None and tells(preposition, words):
            rest = [c for c in verb.children if c.dep_ == "prep" and c.i > object_.i and c.lower_ in _GOES_ON]
            more = (subtree(c) for c in rest if tells(c, words))
            return kind, set(subtree(object_)).union(*more, _in_which(object_))
    return None, set()


def _behind_the_day(words: Found, openers: list[Token]) -> list[Token]:
    """The "of" and "about" that the parser hung on when it was said: "wrote on 3 May of plans"."""
    verb = words.head
    beside = [c for c in verb.children if c.dep_ in ("advmod", "npadvmod") and c.i > verb.i]
    days = (child(p, "pobj") for p in openers if p.i > verb.i and not tells(p, words))
    beside += [day for day in days if day is not None and (day.pos_ == "PROPN" or day.like_num)]
    return [c for b in beside for c in b.children if c.dep_ == "prep" and c.lower_ in ("about", "of")]


def _in_which(object_: Token) -> set[int]:
    """The clause on a thing that the parser hung elsewhere: "six cases since May in which X sold Y"."""
    doc, end = object_.doc, object_.sent.end
    which = (t for t in doc[object_.i + 1 : min(object_.i + _REACH, end)] if t.lower_ == "which")
    found = next((t for t in which if t.nbor(-1).pos_ == "ADP"), None)
    if found is None:
        return set()
    clause = found
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    return set(subtree(clause)) if clause.dep_ == "relcl" and clause.head.i < found.i else set()


def _is_charge(part: Token) -> bool:
    """Whether it tells what somebody is charged with: "of sending", "with having sent"."""
    return part.lower_ in ("of", "with", "for") and child(part, "pcomp") is not None


def _charge_behind(object_: Token) -> list[Token]:
    """The charge that the parser hung on words between: "has charged X many times over with sending"."""
    doc, end = object_.doc, object_.sent.end
    far = (t for t in doc[object_.i + 1 : min(object_.i + _REACH, end)] if t.dep_ == "prep" and _is_charge(t))
    found = next(far, None)
    return [found] if found is not None else []


def tells(preposition: Token, words: Found) -> bool:
    """Whether a phrase is part of what is said and not of when and where it was said."""
    if preposition.dep_ != "prep":
        return True
    object_ = child(preposition, "pobj", "pcomp")
    return object_ is None or object_.lemma_.lower() not in words.circumstances


def around(words: Found) -> tuple[Cue | None, set[int]]:
    """The content of a cue that stands as an aside in the clause that it reports."""
    verb = words.head
    kind = words.takes("clause") or words.takes("quote")
    if kind is None or kind.act not in ("statement", "belief", "evidence", "perception", "question"):
        return None, set()
    below = set(subtree(verb))
    if ends_part(verb):
        content = _before_semicolon(verb)
        return (kind, content) if content else (None, set())
    as_ = next((c for c in verb.children if c.dep_ in ("mark", "advmod", "prep") and c.lower_ == "as"), None)
    head = verb.head
    object_ = child(verb, "dobj")
    apart = (
        object_ is None
        or object_ in words.parts
        or any(t.text == "," for t in verb.doc[verb.i : object_.left_edge.i])
    )
    if verb.dep_ == "advcl" and as_ is not None and head.i != verb.i and apart:
        return kind, _clause_around(head, below)
    told_of = verb.dep_ == "ccomp" and head.i > verb.i and verb.left_edge.is_sent_start is True
    if verb.dep_ in ("parataxis", "ccomp") and head.i != verb.i and _aside(verb) and not told_of:
        return kind, _clause_around(head, below)
    return None, set()


def ends_part(verb: Token) -> bool:
    """Whether a part of the sentence ends with the verb, so that what follows is none of its content."""
    return verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].text == ";"


def _before_semicolon(verb: Token) -> set[int]:
    """What stands set off before a cue and its speaker that end a part: "X sent arms, the court said; Y"."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    end = (own[0].left_edge.i if own else verb.i) - 1
    doc, first = verb.doc, verb.sent.start
    if end <= first or doc[end].text != ",":
        return set()
    cuts = [i + 1 for i in range(first, end) if doc[i].text == ";"]
    return set(range(cuts[-1] if cuts else first, end))


def introduced_by_as(verb: Token) -> bool:
    """Whether the verb stands in an aside that "as" opens: "as X reported"."""
    return verb.dep_ == "advcl" and any(
        c.lower_ == "as" and c.dep_ in ("mark", "advmod", "prep") for c in verb.children
    )


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


def behind_that(words: Found) -> tuple[Cue | None, set[int]]:
    """A "that" clause soon behind the cue which the parser hung on a word between them."""
    verb, kind = words.head, words.takes("clause")
    learned = any(c.dep_ == "prep" and c.lower_ == "from" for c in verb.children)
    if kind is None or not (kind.act in ("statement", "belief", "evidence") or learned):
        return None, set()
    for token in verb.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)]:
        if token.lower_ == "that" and token.head.i > token.i and not _is_relative(token):
            if _of_another(token.head, words):
                return None, set()
            return kind, {
                t.i for t in verb.doc[token.i : verb.sent.end] if not t.is_punct or t.i < verb.sent.end - 1
            }
        if token.tag_ in TENSED or token.text in (";", "."):
            return None, set()
    return None, set()


def _is_relative(that: Token) -> bool:
    """Whether a "that" stands for a noun: "a contract that it has read"."""
    who = child(that.head, *SUBJECTS)
    of_noun = that.nbor(-1).pos_ == "NOUN" and that.head.dep_ == "relcl"
    return of_noun and that.dep_ == "dobj" and who is not None and who.pos_ == "PRON"


def _of_another(verb: Token, words: Found) -> bool:
    """Whether a clause tells what somebody else's word is: "has to answer for X's suspicion that"."""
    noun = verb.head
    own = child(noun, "poss") if verb.dep_ in ("acl", "relcl") else None
    return own is not None and own.i > words.head.i and noun.lemma_.lower() not in words.circumstances
