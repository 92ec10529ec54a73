"""Through whom does a report tell what a source says, and who of several nested speakers is the source?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tallybook.model import Span
from tallybook.read.attribution.carried import points_back
from tallybook.read.attribution.citing import cited_by
from tallybook.read.attribution.governed import child
from tallybook.read.attribution.naming import Named
from tallybook.read.attribution.phrases import has_article, without_article
from tallybook.read.attribution.pooled import may_be_pooled, pointed_at
from tallybook.read.attribution.relays import find_relays
from tallybook.read.attribution.shownby import who_speaks
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.speakers import Speakers
from tallybook.read.attribution.told import Told
from tallybook.read.text.placed import Placed

NEAR = 600
"""Characters within which "he said" still goes through the outlet that he talked to."""

_SPEAKING = ("person", "body", "nameless")


@dataclass(eq=False)
class Link:
    """One attribution with its own speaker named, and the link that it stands inside."""

    told: Told
    who: Named
    relays: tuple[str, ...]
    cue: tuple[int, ...]
    outer: Link | None = None
    before: Link | None = None
    label: Span | None = None
    papers: bool = False
    """Whether its speaker are papers or a service, which others only quote."""
    mute: bool = False
    """Whether its subject only shows something, so that whoever tells of it speaks: "the pattern"."""
    whole: bool = False
    """Whether its outlets carry all that the report has of its speaker."""
    source: tuple[Named, tuple[str, ...], Link] | None = None
    """What :func:`source_of_link` found, once it has been asked."""

    def chain(self) -> list[Link]:
        """The link itself and those around it, innermost first."""
        found: list[Link] = [self]
        while found[-1].outer is not None:
            found.append(found[-1].outer)
        return found


def link(told: list[Told], labels: list[Link], speakers: Speakers) -> list[Link]:
    """Name the speakers in the order of the report and hang nested attributions on those around them.

    ``labels`` are links that stand already, of speakers named before a colon.
    """
    links: list[Link] = list(labels)
    for one in sorted(told, key=lambda t: t.at):
        who, cue = who_speaks(one, speakers)
        who = _as_outlet(who, one, told, speakers.words)
        relays = find_relays(one, speakers)
        cited = cited_by(one, speakers, outlet=who.kind == "outlet")
        if cited is not None and cited.kind == "outlet" and _cites_none(who, speakers.words):
            relays = (without_article(cited.name) or cited.name, *relays)  # who speaks cites no agency
        elif cited is not None:
            if who.kind not in ("self", "open"):
                relays = (*relays, without_article(who.name) or who.name)
            who = cited
        made = Link(one, who, relays, cue)
        made.mute = who.kind == "nameless" and _is_mute(one, speakers.words)
        made.papers = one.saying.speaker is not None and speakers.words.is_quoted_thing(one.saying.speaker)
        if who.kind == "self":
            made.before = next((x for x in reversed(links) if x.who.kind in _SPEAKING), None)
        elif not relays and one.saying.speaker is not None:
            made.before = _gone_on(who, one, links, speakers.words)
        speakers.remember(who)
        links.append(made)
    content = Placed((span, o) for o in links for span in o.told.content)
    heads = Placed((Span(o.told.at, o.told.at + 1), o) for o in links)
    for inner in links:
        at, length = inner.told.at, inner.told.length
        around = [o for o in content.near(Span(at, at)) if o.told.holds(at) and o.told.length > length]
        outer = min(around, key=lambda o: o.told.length, default=None) or _relayed_beside(inner, heads)
        inner.outer = None if outer is None or inner in outer.chain() else outer
    _through_outlets(links, speakers.words)
    _wholly_carried(links)
    return links


def _is_mute(one: Told, words: SourceWords) -> bool:
    """Whether what shows something is neither anybody nor a paper: "the mixture", "these marks"."""
    speaker = one.saying.speaker
    if speaker is None or speaker.pos_ != "NOUN" or speaker.lemma_.lower() in ("source", "other"):
        return False
    if one.saying.kind.act != "evidence" and one.saying.head.lemma_.lower() not in _SHOWING:
        return False
    return not (words.speaks(speaker) or words.is_of("title", speaker) or words.evidence(speaker) is not None)


_SHOWING = frozenset(
    {"point", "speak", "suggest", "indicate", "show", "mean", "hint", "imply", "prove", "testify"}
)


def _wholly_carried(links: list[Link]) -> None:
    """Give a named speaker the outlets that carry him everywhere, where nothing else is said beside him."""
    carriers = {x.who.name: x.relays for x in links if x.whole and x.relays and x.who.kind == "person"}
    for x in links:
        if x.who.name in carriers and not source_of_link(x)[1] and x.outer is None:
            x.relays, x.source = carriers[x.who.name], None


def _through_outlets(links: list[Link], words: SourceWords) -> None:
    """Give sources the outlet that carries them by what stands elsewhere in the report."""
    by_told = {id(x.told): x for x in links}
    for one in links:
        outlets = source_of_link(one)[1] if one.who.kind != "outlet" else ()
        carried = pointed_at(one.told, [x.told for x in links], words) if one.who.kind == "outlet" else []
        for x in (by_told[id(t)] for t in carried):
            if x.who.kind in (*_SPEAKING, "thing") and x.outer is None:
                chain = [
                    y.who.name for y in one.chain() if y.who.kind == "outlet" and y.who.name != x.who.name
                ]
                x.relays = tuple(dict.fromkeys((*x.relays, *chain)))
                x.source, x.whole = None, True
        if outlets and one.who.kind == "person" and one.relays:
            for x in links[: links.index(one)]:
                near = x.told.passage is one.told.passage and x.who.name == one.who.name
                if near and not source_of_link(x)[1]:
                    x.relays, x.source = one.relays, None
        among = may_be_pooled(one.told.saying) if one.before is None and not outlets else frozenset[str]()
        if among and one.who.kind in ("nameless", "thing", "person"):
            before = (x for x in reversed(links[: links.index(one)]) if source_of_link(x)[1])
            one.before = next((x for x in before if x.who.lemma in among), None)
            one.source = None


def _cites_none(who: Named, words: SourceWords) -> bool:
    """Whether a speaker is nobody who would cite an agency, so that the report does."""
    return who.kind in ("person", "nameless") or (who.kind == "body" and words.is_party(who.name))


_PASSING_ON = frozenset(
    {"say", "tell", "report", "announce", "write", "state", "confirm", "inform", "accord", "according"}
)
_CARRYING = frozenset({"report", "write", "quote", "cite", "relay"})


def _as_outlet(who: Named, one: Told, told: list[Told], words: SourceWords) -> Named:
    """An unknown name that reports what another says, or only points back, is that of an outlet."""
    token = one.saying.speaker
    if token is None or token.pos_ != "PROPN" or words.is_party(who.name):
        return who
    if who.kind == "person":  # "Ruritania Dispatch reports with reference to the magazine X"
        pointing = who.title is None and one.saying.head.lemma_.lower() == "report" and _refers(one, words)
        return replace(who, kind="outlet") if pointing else who
    if who.kind != "body":
        return who
    carries = any(one.holds(t.at) and t is not one for t in told) or points_back(one, words)
    verb = one.saying.head.lemma_.lower() in _CARRYING
    return replace(who, kind="outlet") if verb and carries else who


def _refers(one: Told, words: SourceWords) -> bool:
    """Whether who reports says from whom he has it: "with reference to X", "on the word of Y"."""
    beside = (c for p in one.saying.head.children if p.dep_ == "prep" for c in p.children)
    return any(c.dep_ == "pobj" and words.is_of("pointing-noun", c) for c in beside)


def _relayed_beside(inner: Link, heads: Placed[Link]) -> Link | None:
    """The outlet that tells the same in the same sentence: "X, Y said, the agency reported"."""
    if inner.who.kind not in (*_SPEAKING, "thing") or inner.told.saying.speaker is None:
        return None
    sentence = inner.told.saying.head.sent
    for other in heads.near(inner.told.passage.sentence(inner.told.saying.head)):
        if other is inner or other.who.kind != "outlet" or other.told.passage is not inner.told.passage:
            continue
        if inner.told.holds(other.told.at):
            continue  # "X rejected the Times's claim"
        if other.told.saying.head.sent == sentence and other.told.shares(inner.told):
            return other
    return None


def _gone_on(who: Named, one: Told, links: list[Link], words: SourceWords) -> Link | None:
    """The link whose relays still hold: "told X ... he said", "the officials said", "announced this: ..."."""
    token = one.saying.speaker
    before = next((x for x in reversed(links) if x.who.name == who.name), None)
    if token is None or before is None or one.at - before.told.at > NEAR:
        return None
    definite = token.lemma_.lower() in (who.lemma, "official") and child(token, "det") is not None
    if token.pos_ == "PRON" or definite or (points_back(before.told, words) and one.quotations):
        return before
    return None


def source_of_link(inner: Link) -> tuple[Named, tuple[str, ...], Link]:
    """Who is the source of what ``inner`` reports, through whom, and whose cue tells it.

    What a speaker says of his own side's belief is his; what a document shows is said by who shows it; an
    outlet around another source relays it.
    """
    if inner.source is None:
        inner.source = _source_of(inner)
    return inner.source


def _source_of(inner: Link) -> tuple[Named, tuple[str, ...], Link]:
    who, relays, cue = inner.who, list(inner.relays), inner
    if who.kind == "self" and inner.outer is None and inner.before is not None and inner.told.quotes_whole():
        who, _, cue = source_of_link(inner.before)
    elif inner.before is not None and who.kind != "self":
        relays.extend(source_of_link(inner.before)[1])
    outer = inner.outer
    while outer is not None:
        said = inner.told.saying.kind.act == "statement" and inner.who.kind != "self"
        if who.name == outer.who.name and said:
            relays.extend(outer.relays)
        elif _asked_of(inner, outer) or (inner.mute and outer.who.kind in (*_SPEAKING, "outlet", "thing")):
            who, cue, relays = outer.who, outer, list(outer.relays)
        elif (outer.who.kind == "outlet" and _stands_by_itself(inner)) or _carried_by(inner, outer):
            relays.extend([outer.who.name, *outer.relays])
        elif who.kind in ("self", "thing", "open") or _own_side(inner, outer):
            believes = inner.told.saying.kind.act == "belief" and inner.told.saying.kind.part != "adjective"
            if not believes or (who.kind != "self" and who.name != outer.who.name):
                cue = outer
            who = outer.who
            relays.extend(outer.relays)
        elif outer.who.kind == "outlet" and outer.who.name != who.name:
            relays.extend([outer.who.name, *outer.relays])
        elif outer.told.saying.kind.certainty == "denied" and inner.told.saying.kind.part == "noun":
            who, cue = outer.who, outer
            relays = list(outer.relays)
        outer = outer.outer
    return who, tuple(dict.fromkeys(r for r in relays if r != who.name)), cue


def _stands_by_itself(inner: Link) -> bool:
    """Whether papers or services that an outlet writes of are the source, not what the outlet shows."""
    kind = inner.who.kind == "thing" and inner.told.saying.speaker is not None
    return kind and inner.papers


def _carried_by(inner: Link, outer: Link) -> bool:
    """Whether a speaker only passes on what another said or found: "the judge found none, X said"."""
    told, kind = inner.told.saying, outer.told.saying.kind
    found = told.kind.act == "statement" or told.head.lemma_ in ("find", "conclude", "establish")
    passes = outer.label is None and outer.told.saying.head.lemma_ in _PASSING_ON and not _negated(outer.told)
    passes = passes and kind.act == "statement" and kind.part == "verb"
    named = inner.who.kind in _SPEAKING and outer.who.kind in _SPEAKING and told.kind.part == "verb"
    own = told.speaker is not None and has_article(told.speaker, "his", "her", "its", "their", "our")
    return found and passes and named and not own and told.kind.certainty != "denied"


def _negated(told: Told) -> bool:
    return child(told.saying.head, "neg") is not None


def _asked_of(inner: Link, outer: Link) -> bool:
    """Whether a speaker's own words tell what he was asked: "'They asked whether we could', X said"."""
    asked = inner.told.saying.kind.act == "question" and bool(outer.told.quotations)
    return asked and outer.who.kind in _SPEAKING


def _own_side(inner: Link, outer: Link) -> bool:
    """Whether the inner believer is the outer speaker, or the side that the speaker speaks for."""
    if inner.who.name == outer.who.name:
        return True
    if inner.told.saying.kind.act not in ("belief", "perception", "evidence"):
        return False
    return outer.who.kind in ("person", "nameless") and inner.who.kind in ("body", "nameless")
