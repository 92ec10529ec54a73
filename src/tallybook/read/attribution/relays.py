"""Which outlets carry what a source says: "told X", "on X", "quoted by X", "in a statement carried by X"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.attribution.governed import agent_of, child, is_passive, subject_of
from tallybook.read.attribution.phrases import GIVING, antecedent, apposed_name, looker, quoter_of
from tallybook.read.attribution.saying import Saying
from tallybook.read.attribution.speakers import Speakers
from tallybook.read.attribution.told import Told
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_INTO = ("with", "to", "of", "by", "on", "for")
"""What leads from an occasion to the outlet: "an interview with X", "remarks to X", "an article for X"."""


def find_relays(told: Told, speakers: Speakers) -> tuple[str, ...]:
    """The outlets that a source's words went through, by the grammar around one attribution."""
    found: list[str] = []
    for heard in [*_heard(told.saying, speakers), *_quoting(told.saying, speakers)]:
        # "papers seen by X show": the tagger may take the verb for the last word of the name
        token = next(iter(heard.lefts), heard) if heard == told.saying.head else heard
        if token.lower_ == "it" and (paper := speakers.outlets.before()) is not None:
            found.append(paper)
            continue
        was_told = token.dep_ in ("dobj", "dative", "nsubjpass") and token.head.lemma_ == "tell"
        looked = (
            token.head.dep_ == "agent"
            or _is_given(token.head)
            or (token.dep_ == "nsubj" and token.head.dep_ == "relcl")
        )
        talked = token.dep_ in ("pobj", "appos") and _in_talk(token)
        known = speakers.outlets.listens if was_told or looked or talked else speakers.outlets.is_one
        token = speakers.outlets.house(token, told.passage) or token
        if token.i not in _own(told.saying, token) and known(token, told.passage):
            found.append(speakers.outlets.name(token, told.passage))
    quoter = quoter_of(told.saying.head)
    by = (agent_of(quoter) or _quoted_by(told.saying.head)) if quoter is not None else None
    if quoter is not None and by is None and not is_passive(quoter):
        by = subject_of(quoter)
    if by is not None and by.i not in told.saying.source and not found:
        outlet = speakers.outlets.is_one(by, told.passage)
        own = range(by.left_edge.i, by.i + 1)
        found.append(
            speakers.outlets.name(by, told.passage) if outlet else speakers.name(by, told.passage, own).name
        )
    by_nobody = quoter is not None and by is None and not found and is_passive(quoter)
    if by_nobody and (before := speakers.outlets.before()) is not None:
        found.append(before)  # "was quoted as saying", by whom the report told before
    return tuple(dict.fromkeys(found))


def _in_talk(token: Token) -> bool:
    """Whether somebody talked to it: "in an interview with X"."""
    token = token.head if token.dep_ == "appos" else token
    above = token.head
    return above.lower_ in ("with", "to") and above.head.lemma_.lower() in ("interview", "conversation")


def _quoted_by(saying: Token) -> Token | None:
    """Who quotes, where the parser hung it on the "saying": "was quoted as saying by X"."""
    by = next((c for c in saying.children if c.dep_ in ("prep", "agent") and c.lower_ == "by"), None)
    return child(by, "pobj") if by is not None else None


def _own(saying: Saying, token: Token) -> frozenset[int]:
    """The source's own words, where the outlet is not merely what looked at it ("a letter seen by X")."""
    by = token.dep_ == "pobj" and (token.head.dep_ == "agent" or token.head.lower_ == "of")
    talked = token.dep_ == "pobj" and token.head.head.dep_ == "acl"  # "X, speaking with Y, said"
    talked = talked or (token.dep_ == "pobj" and _is_given(token.head))
    return frozenset() if by or talked or token.head.dep_ == "relcl" else saying.source


def _heard(saying: Saying, speakers: Speakers) -> list[Token]:
    """Who was told, and where it was said."""
    found: list[Token] = list(_carrying(saying, speakers))
    doc = saying.head.doc
    beside = (c for i in sorted(saying.cue) if i != saying.head.i for c in doc[i].children)
    for part in (*saying.head.children, *beside):  # "made it clear to X": it may hang on "clear"
        own = part.i in saying.cue and part.pos_ != "ADP"
        if own or part.i in saying.content or part.i in saying.source:
            continue
        token = _channel(part, speakers)
        found.extend([token] if token is not None else [])
    return found


def _carrying(saying: Saying, speakers: Speakers) -> Iterator[Token]:
    """Who carries a statement that the parser hung on what was said: "denied it, in a note aired by X"."""
    for part in saying.head.sent:
        behind = part.i > saying.head.i and part.lower_ == "in" and part.nbor(-1).text == ","
        object_ = child(part, "pobj") if behind and part.i in saying.content else None
        if object_ is not None and speakers.words.is_of("occasion", object_):
            carried = _looked_at_by(object_, speakers)
            if carried is not None:
                yield carried


def _channel(part: Token, speakers: Speakers) -> Token | None:
    if part.dep_ == "advcl":  # "Speaking to X, he said"
        to = next((p for p in part.children if p.dep_ == "prep" and p.lower_ in ("to", "with", "on")), None)
        return child(to, "pobj") if to is not None and part.lemma_.lower() in ("speak", "talk") else None
    if part.dep_ not in ("prep", "agent", "dative") or part.pos_ != "ADP":
        told = part.dep_ == "nsubjpass" and part.head.lemma_ in ("tell", "inform")  # "X was told by Y"
        return part if part.dep_ in ("dobj", "dative") or told else None
    object_ = child(part, "pobj")
    if object_ is not None and speakers.words.is_of("pointing-noun", object_):
        return None  # "with reference to X"
    if object_ is None or not speakers.words.is_of("occasion", object_):
        return object_
    carried = _looked_at_by(object_, speakers)
    if carried is not None:
        return carried
    inner = next((p for p in object_.children if p.dep_ == "prep" and p.lower_ in _INTO), None)
    whom = child(inner, "pobj") if inner is not None else None
    return (apposed_name(whom) or whom) if whom is not None else None


def _looked_at_by(noun: Token, speakers: Speakers) -> Token | None:
    """Who saw, quotes or carries it: "a letter seen by X", "Y, cited by X"."""
    for clause in noun.subtree:
        found = _looker(clause, noun, speakers)
        if found is not None:
            return found
    return None


def _looker(clause: Token, noun: Token, speakers: Speakers) -> Token | None:
    """Who saw or carries a paper, or was given it, by one clause on it."""
    looked = speakers.words.is_of("looked-at", clause)
    if clause.dep_ not in ("acl", "conj", "relcl"):
        return None
    agent = agent_of(clause)
    if clause.dep_ == "conj":
        return agent if looked else None
    if clause.dep_ == "acl" and (looked or clause.lemma_ == "show"):
        out = next((p for p in clause.children if p.lower_ == "out"), clause)  # "read out on the radio"
        on = next((p for p in (*clause.children, *out.children) if p.lower_ in ("on", "in") and looked), None)
        behind = agent or _behind_by(clause) or (child(on, "pobj") if on is not None else None)
        if behind is not None:
            return behind
    if (to := next((p for p in clause.children if _is_given(p)), None)) is not None:
        return child(to, "pobj")
    if clause.dep_ == "relcl" and agent is not None and (looked or clause.lemma_ in GIVING):
        return agent if is_passive(clause) and clause.head in (noun, *noun.subtree) else None
    return looker(clause) or _first_to(clause) if clause.dep_ == "relcl" and looked else None


def _is_given(to: Token) -> bool:
    """Whether it leads to whom papers were given: "files leaked to X"."""
    return to.lower_ == "to" and to.head.tag_ == "VBN" and to.head.lemma_ in GIVING


def _behind_by(clause: Token) -> Token | None:
    """The name right behind "by" that the parser hung elsewhere: "documents seen by X show"."""
    by = next((c for c in clause.children if c.lower_ == "by" and c.i > clause.i), None)
    if by is None or by.i + 1 >= len(by.doc) or child(by, "pobj") is not None:
        return None
    return by.nbor() if by.nbor().pos_ == "PROPN" else None


def _first_to(clause: Token) -> Token | None:
    """Who "was the first to describe" it."""
    first = clause.head
    return subject_of(first.head) if first.dep_ == "attr" and first.lower_ in ("first", "one") else None


def _sources_of(noun: Token) -> Token | None:
    """The outlet of "sources of X"."""
    if noun.lemma_.lower() != "source":
        return None
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "at")), None)
    return child(of, "pobj") if of is not None else None


def _talked_with(speaker: Token) -> Token | None:
    """With whom somebody talks by a clause on his name: "X, speaking with Y, said"."""
    for clause in (c for c in speaker.children if c.dep_ == "acl" and c.lemma_.lower() in ("speak", "talk")):
        to = next((p for p in clause.children if p.dep_ == "prep" and p.lower_ in ("to", "with", "on")), None)
        return child(to, "pobj") if to is not None else None
    return None


def _quoting(saying: Saying, speakers: Speakers) -> list[Token]:
    """Who quotes the source around or beside its own words."""
    speaker, head = saying.speaker, saying.head
    if speaker is None:
        return []
    found = [_looked_at_by(speaker, speakers), _sources_of(speaker), _talked_with(speaker)]
    noun = antecedent(speaker)
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    tells = noun.i != speaker.i and noun.head.lemma_ in ("cite", "quote", "interview")
    tells = tells or (head.lower_ in ("under", "according") and verb.lemma_.lower() in _WRITING)
    if noun.dep_ in ("dobj", "pobj") and tells:
        found.append(subject_of(verb))
    if head.dep_ == "pcomp" and head.head.head.lemma_ in ("quote", "cite"):
        verb = head.head.head
        found.append(agent_of(verb) or subject_of(verb))
    return [token for token in found if token is not None and token.i != speaker.i]


_WRITING = words_of("verbs of writing about a paper")
