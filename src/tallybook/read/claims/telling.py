"""Whose words are these, and what does the way of telling them commit to?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tallybook.model import Certainty, Evidence, Period, Source, Span, Words
from tallybook.read.attribution.attributed import Attributed, by_place, source_of
from tallybook.read.claims.dialogue import guest_of, is_label
from tallybook.read.claims.office import by_pronoun, holds_office, speaks_for, states_by_office, whose_office
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.placed import Placed
from tallybook.vocabulary.wordlists import words_of

_PARTIES = frozenset({"state", "group", "body"})
_QUOTES = frozenset({'"', "“", "„", "«", "''", "``"})


@dataclass(frozen=True)
class Told:
    """How a claim is told: by whom, how surely, when, and on what evidence; no source is the outlet itself.

    ``state`` is the end point that the source speaks for, ``negated`` whether the telling itself is denied;
    ``alleger`` charges what the source denies, in the words at ``charge``. ``cue``: the reporting words.
    """

    source: Source | None = None
    state: str | None = None
    certainty: Certainty = Certainty.STATED
    said_on: Period | None = None
    evidence: Evidence | None = None
    negated: bool = False
    alleger: Source | None = None
    charge: Span | None = None
    cue: Words | None = None


def _who_quotes(near: Sequence[Attributed], scene: Scene) -> Attributed | None:
    """Whose quotation a sentence opens, where somebody inside it is said to ask or say something."""
    span = scene.sentence.span
    if scene.tokens[0].text not in _QUOTES:
        return None
    whole = [a for a in near if any(s.start <= span.start + 1 and span.end <= s.end for s in a.content)]
    return next((a for a in whole if not span.contains(a.cue.span)), None)


def _by_nobody(told: Attributed) -> bool:
    """Of ``In May, it was reported, X sent Y``: who names no teller tells by the time when it was so."""
    when, nobody = told.said_on, told.source.name.startswith("(")
    reported = "reported" in told.cue.text.lower()
    if when is None or when.span is None or when.earliest == when.latest:
        return False  # a day is that of the report
    return nobody and reported and when.span.end <= told.cue.span.start


def _by_goods(told: Attributed, goods: Placed[Span]) -> bool:
    """Whether what "speaks" is arms: "six planes touched down", "weapons thought to come from X"."""
    span = told.source.span
    spoken = told.cue.text.split()[-1:] and told.cue.text.split()[-1].lower() in _SPOKEN
    men = told.source.name.lower().endswith("fighters")  # no aircraft
    if span is None or (told.act == "statement" and (spoken or men)):
        return False  # a maker or a man by whose name goods are called
    return any(span.contains(g) and g.end == span.end for g in goods.near(span))


_SPOKEN = words_of("forms of verbs of which people and firms are the subject")
"""What only people and firms do."""


def _only_behind(told: Attributed, word: Span) -> bool:
    """Whether somebody says only what stands behind a word: "seized a truck that is thought to head for"."""
    spans = (*told.content, *told.reach, told.cue.span)
    return bool(told.content) and all(s.start >= word.end for s in spans)


def _only_aside(told: Attributed, word: Span) -> bool:
    """Whether somebody says only what a clause before it tells of a noun: "tanks X says it needs went"."""
    inside = bool(told.content) and all(s.end <= word.start for s in (*told.content, *told.reach))
    pointing = told.content[0].length <= _WHICH if told.content else False
    return inside and pointing and told.content[0].end <= told.cue.span.start


def _charges_within(told: Attributed, around: Attributed | None, word: Span) -> bool:
    """Whether somebody charges others inside what another tells: "listed firms which X accuses of Y"."""
    charges = told.act == "judgement" and told.certainty is Certainty.ALLEGED and told.asserts
    held = any(s.contains(word) for s in told.content)
    return charges and held and around is not None and told.outer is around


_WHICH = 5
"""Characters of "which"."""


def _who_tells(told: Attributed) -> Source | None:
    """The source; nobody where there is none ("no picture has come up to show it") or where it only hears."""
    if not told.hears and not told.source.name.lower().startswith(("no ", "not a ", "neither ")):
        return told.source
    return told.outer.source if told.outer is not None else None


class Telling:
    """Who speaks where on a page."""

    def __init__(
        self, attributed: tuple[Attributed, ...], scenes: tuple[Scene, ...], home: str | None = None
    ) -> None:
        """Take who says what on a page, its sentences, and the state where it was written, if it says."""
        self._home = home
        spans = [g.goods.span for s in scenes for g in s.goods if g.goods.span is not None and not g.weak]
        arms = Placed((span, span) for span in spans)
        attributed = tuple(a for a in attributed if not _by_goods(a, arms))
        self._all = attributed
        self._attributed = by_place(attributed)
        self._sources = tuple(a.source for a in attributed)
        self._cued = Placed((a.cue.span, a) for a in attributed)
        self._dated = Placed((a.said_on.span, a) for a in attributed if a.said_on and a.said_on.span)
        self.scenes = scenes
        parties = [(a, s.doc.stretch(a.first, a.last).text) for s in scenes for a in s.actors]
        self._named = Placed((a.span, (a, text)) for a, text in parties)
        self._parties = {
            name: end_point(a)
            for a, text in parties
            if a.kind in _PARTIES
            for name in (a.name, text, f"The {text}")
        }
        """Who is meant by "it" and speaks, under the name that the report gives him elsewhere."""
        self._states: dict[int, str | None] = {}
        self._unnamed: dict[str, str | None] = {}
        people = (a for scene in reversed(scenes) for a in reversed(scene.actors) if a.kind == "person")
        self._people = {a.name.split()[-1].lower(): a.state for a in people}

    def at(self, span: Span, word: Span | None = None) -> Told:
        """How the words at ``span`` are told, of which ``word`` is the one that tells."""
        near = self._attributed.near(span)
        if word is not None:
            lists = next((a for a in near if a.act == "publication" and a.cue.span.contains(word)), None)
            if lists is not None:
                return self._told(lists)  # "a draft of the deal between X and Y lists 16 jets"
            near = [a for a in near if not _only_behind(a, word) and not _only_aside(a, word)]
        found = source_of(near, span)
        charges = (a for a in near if word is not None and _charges_within(a, found, word))
        return self._told(next(charges, found))

    def cued(self, span: Span) -> Told:
        """Who says what with reporting words that stand in ``span`` themselves ("Moscow denied it")."""
        cued = [a for a in self._cued.near(span) if span.contains(a.cue.span)]
        own = next(
            (a for a in cued if not a.relays), next(iter(cued), None)
        )  # not "X, cited by media, called it"
        return self._told(own or source_of(self._attributed.near(span), span))

    def _told(self, found: Attributed | None) -> Told:
        if found is None:
            return Told()
        return Told(
            source=_who_tells(found),
            state=None if found.relays or found.leaked else self._state(found.source),
            certainty=found.certainty,
            said_on=found.said_on,
            evidence=found.evidence,
            negated=found.negated,
            alleger=found.alleger,
            cue=found.cue,
            charge=found.content[0] if found.alleger is not None and found.content else None,
        )

    def in_office(self, told: Told, scene: Scene) -> bool:
        """Whether somebody speaks in an office of a state that the report need not name."""
        return told.state is None and holds_office(told.source, self._sources, scene)

    def state_at(self, scene: Scene) -> str | None:
        """The state for which the speaker of a sentence says "we"."""
        if scene.number not in self._states:
            span = scene.sentence.span
            near = self._attributed.near(span)
            found = _who_quotes(near, scene) or source_of(near, span)
            state = self._state(found.source) if found is not None else None
            if state is None and found is not None and is_label(found):
                state = self.guest
            self._states[scene.number] = state
        return self._states[scene.number]

    def barred(self, scene: Scene, act: tuple[Span, ...] = ()) -> tuple[Span, ...]:
        """Where a sentence says when something was said: a period there dates the statement.

        Unless the reporting words are those of the act itself (``act``): "approved the sale on Monday".
        """
        spans = [
            a.said_on.span
            for a in self._dated.near(scene.sentence.span)
            if a.said_on is not None
            and a.said_on.span is not None
            and not any(a.cue.span.overlap(words) for words in act)
            and not _by_nobody(a)
        ]
        return tuple(s for s in spans if s.overlap(scene.sentence.span))

    def _state(self, source: Source) -> str | None:
        if source.span is None:
            return None
        for mention, text in self._named.near(source.span):
            if mention.span.overlap(source.span) and mention.kind != "outlet":
                meant = mention.form != "capital" or speaks_for(source.name, text)
                return end_point(mention) if meant else None
        if not source.name.strip():
            return None
        last = source.name.split()[-1]
        known = self._people.get(last.lower()) or self._offices.get(last) or self._parties.get(source.name)
        return known or self._of_office(source)

    def _of_office(self, source: Source) -> str | None:
        """Whose "the foreign ministry" is: of the one that the report names, else of where it was written."""
        if source.name not in self._unnamed:
            self._unnamed[source.name] = whose_office(source.name, self.scenes, self._home)
        return self._unnamed[source.name] or by_pronoun(source, self.scenes)

    @cached_property
    def guest(self) -> str | None:
        """The state of whoever is asked, where the page is an interview."""
        return guest_of(self._all, self.scenes, self._state)

    @cached_property
    def _offices(self) -> dict[str, str]:
        """Last names of those whose office the report tells, with whom they speak for."""
        return states_by_office(self._sources, self.scenes)
