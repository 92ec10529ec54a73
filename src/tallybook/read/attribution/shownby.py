"""Who speaks in one attribution, and for papers and images, who put them out?"""

from __future__ import annotations

from tallybook.read.attribution.governed import agent_of, child, comes_out, owner_of, subject_of
from tallybook.read.attribution.naming import Named
from tallybook.read.attribution.phrases import looker
from tallybook.read.attribution.saying import Saying
from tallybook.read.attribution.speakers import Speakers
from tallybook.read.attribution.told import Told
from tallybook.read.text.tree import Token

UNNAMED = Named("(unspecified)", "open")
"""Said by nobody who is named: "it was reported"."""


def who_speaks(one: Told, speakers: Speakers) -> tuple[Named, tuple[int, ...]]:
    """Who speaks, and the tokens of the cue: for shown images, who put them out."""
    saying, passage = one.saying, one.passage
    cue = tuple(sorted(saying.cue))
    if saying.speaker is None or (saying.speaker.lower_ == "it" and comes_out(saying.head)):
        return UNNAMED, cue
    token = _top(saying.speaker, saying.source)
    who = speakers.name(token, passage, saying.source)
    thing = _shown(saying, speakers) or _behind(token)
    if who.kind == "thing" or speakers.words.evidence(thing) is not None:
        put_out = None if _behind_cue(thing, saying) else _put_out(thing, speakers)
        if put_out is not None:
            verb, owner = put_out
            named = speakers.name(owner, passage)
            if named.kind not in ("open", "nameless") or owner.pos_ != "PRON":
                return named, tuple(sorted({verb.i, thing.i, *cue}))
    return who, cue


def _behind_cue(thing: Token, saying: Saying) -> bool:
    """Whether papers stand behind their own cue: "X sent Y, show the records"."""
    return thing.dep_ == "dobj" and thing.head is saying.head


def _top(speaker: Token, source: frozenset[int]) -> Token:
    """The name that a title before it qualifies: "Secretary of State X"."""
    while speaker.dep_ in ("nmod", "compound") and speaker.head.i in source and speaker.head.pos_ == "PROPN":
        speaker = speaker.head
    return speaker


def _shown(saying: Saying, speakers: Speakers) -> Token | None:
    """The images in "X released images on Friday showing", where the parser hung "showing" on "released"."""
    verb = saying.head.head
    if saying.kind.act != "evidence" or saying.head.dep_ != "advcl" or saying.head.tag_ != "VBG":
        return None
    thing = child(verb, "dobj") if speakers.words.is_of("publish", verb) else None
    return thing if thing is not None and speakers.words.is_thing(thing) else None


def _behind(token: Token) -> Token:
    """The noun behind a relative pronoun."""
    if token.lower_ in ("that", "which", "who"):
        at = token.head
        for _ in range(4):
            if at.dep_ == "relcl":
                return at.head
            at = at.head
    return token


def _put_out(thing: Token, speakers: Speakers) -> tuple[Token, Token] | None:
    """The verb and the subject of "X released images", or "a graphic shown by X"."""
    verb = thing.head
    if thing.dep_ in ("dobj", "conj") and speakers.words.is_of("publish", verb):
        owner = subject_of(verb)
        return (verb, owner) if owner is not None else None
    for clause in thing.children:
        if clause.dep_ in ("acl", "relcl") and speakers.words.is_of("publish", clause):
            owner = agent_of(clause) or looker(clause)
            return (clause, owner) if owner is not None else None
    seen = (c for c in thing.children if c.dep_ == "acl" and speakers.words.is_of("looked-at", c))
    if any(agent_of(c) is not None for c in seen):
        return None  # "Ruritania's minutes, seen by X, record": not what Ruritania says
    owner = owner_of(thing)
    if owner is not None and owner.pos_ == "NOUN" and not _puts_out(owner, speakers):
        return None  # "photos from the base"
    return (thing, owner) if owner is not None and owner.lower_ not in ("our", "my") else None


def _puts_out(owner: Token, speakers: Speakers) -> bool:
    """Whether it is somebody, and no place that papers or images come from."""
    return speakers.words.speaks(owner) or speakers.words.is_of("title", owner) or owner.dep_ == "poss"
