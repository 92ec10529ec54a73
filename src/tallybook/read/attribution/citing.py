"""Whom does a speaker or an outlet cite: "wrote with reference to X", "citing X", "learned from X"?"""

from __future__ import annotations

from tallybook.read.attribution.governed import child, owner_of
from tallybook.read.attribution.naming import Named
from tallybook.read.attribution.phrases import RELATIVE
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.speakers import Speakers
from tallybook.read.attribution.told import Told
from tallybook.read.text.tree import Token


def cited_by(one: Told, speakers: Speakers, *, outlet: bool) -> Named | None:
    """Whom the speaker cites: "CBS News, citing a U.S. official, said", "X wrote with reference to Y".

    An ``outlet`` may cite papers too.
    """
    quoted = _quoted(one)
    if quoted is not None and (outlet or not one.quotations) and speakers.words.speaks(quoted):
        return speakers.name(quoted, one.passage)
    for token in one.saying.head.sent:
        object_ = _pointed_to(token, one, speakers)
        if object_ is None and _cites(token, one):
            object_ = _citing(token, one, speakers.words)
        if object_ is None or speakers.words.is_of("occasion", object_):
            continue
        if not speakers.words.is_thing(object_) or outlet:
            told = any(c.left_edge.lower_ == "that" and c.i in one.saying.content for c in object_.children)
            own = range(object_.left_edge.i, object_.i + 1) if told else None  # "learned from X that"
            return speakers.name(object_, one.passage, own)
    return None


def _cites(token: Token, one: Told) -> bool:
    """Whether it is a "citing", or the "cited" of "the Post, which cited Y, wrote"."""
    which = child(token, "nsubj") if token.dep_ == "relcl" and token.head is one.saying.speaker else None
    told = which is not None and which.lower_ in RELATIVE and token.lemma_.lower() != "refer"
    return (token.tag_ == "VBG" or told) and token.lemma_.lower() in ("cite", "quote", "refer")


def _quoted(one: Told) -> Token | None:
    """Whose words an outlet gives beside them: "“It is so,” the agency quoted a general"."""
    verb = one.saying.head
    object_ = child(verb, "dobj") if verb.lemma_.lower() in ("quote", "cite") else None
    behind = bool(one.content) and one.content[-1].end <= one.at
    told = bool(one.quotations) or behind  # "..., a lawmaker quoted the agency"
    return object_ if object_ is not None and told and object_.i not in one.saying.content else None


def _citing(token: Token, one: Told, words: SourceWords) -> Token | None:
    """The object of a "citing" that belongs to the cue."""
    verb = token.head
    speaker = one.saying.speaker
    between = speaker is not None and speaker.i < token.i < one.saying.head.i
    if not between and verb != one.saying.head and verb.pos_ == "VERB" and child(verb, "nsubj") is not None:
        return None  # another's: "according to X, Y reports, citing Z"
    mine = one.saying.source | ({speaker.i} if speaker is not None else set())
    near = verb.i == one.saying.head.i or (speaker is not None and verb.i in mine)
    if not near and abs(token.i - one.saying.head.i) > 12:
        return None
    to = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "to"), None)
    object_ = child(token, "dobj") or (child(to, "pobj") if to is not None else None)
    return object_ if object_ is not None and _is_source(object_, token, words) else None


def _is_source(object_: Token, citing: Token, words: SourceWords) -> bool:
    """Whether what is cited can say or show a thing: no "citing a breach", no "referring to the noise"."""
    if object_.pos_ == "PRON" or words.is_thing(object_) or words.shown(object_) is not None:
        return True
    if citing.lemma_.lower() == "refer" and object_.pos_ == "PROPN":
        return words.is_outlet_name(object_.text)  # not "the minister, referring to Ruritania, said"
    return words.speaks(object_) or words.is_of("title", object_)


_GROUNDS = frozenset({"strength", "basis", "ground", "evidence"})
"""On what an outlet rests its own report: "on the basis of data" the data do not speak."""


def _pointed_to(token: Token, one: Told, speakers: Speakers) -> Token | None:
    """The source of "wrote with reference to X", "on the authority of X", "learned from X"."""
    cue, speaker = one.saying.head, one.saying.speaker
    behind = token.i == cue.i + 2 and token.nbor(-1).text == ","  # "..., X says, on the word of Y"
    if token.dep_ != "prep" or not (token.head in (cue, speaker) or behind):
        return None
    noun = child(token, "pobj")
    if token.lower_ == "from" and token.head == cue and cue.lemma_.lower() in ("learn", "learnt", "hear"):
        return noun
    if noun is not None and token.lower_ == "with" and noun.lemma_.lower() == "source":
        return noun
    if noun is None or not speakers.words.is_of("pointing-noun", noun):
        return None
    on = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("to", "of")), None)
    object_ = child(on, "pobj") if on is not None else None
    if object_ is not None and object_.pos_ == "NOUN" and speakers.words.is_thing(object_):
        owner = owner_of(object_)  # "on the strength of reports by X"
        return owner or (object_ if noun.lemma_.lower() not in _GROUNDS else None)
    known = object_ is not None and (speakers.words.speaks(object_) or speakers.words.is_thing(object_))
    return object_ if known else None
