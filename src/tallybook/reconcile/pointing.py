"""Who is meant where a report only points at a source that it named before: "they", "the documents"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tallybook.reconcile.declared import Declaration
from tallybook.reconcile.facts import Facts
from tallybook.reconcile.names import plain, whole_name
from tallybook.reconcile.outlets import is_press
from tallybook.reconcile.speakers import Speaker, is_written
from tallybook.reconcile.wording import word_set

_POINTED = ("the", "these", "those")


def with_sources_told_before(facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """Give a claim whose source is only pointed at the source that the words mean.

    A pronoun means whoever was quoted last; "the documents" are the documents that were named before.
    """
    found: list[Facts] = []
    for one in facts:
        meant = _meant(one.speaker, [f.speaker for f in reversed(found) if f.speaker.kind not in _NOBODY])
        found.append(msgspec.structs.replace(one, speaker=meant) if meant else one)
    return tuple(found)


def with_relays_of_documents(facts: Sequence[Facts], declared: Sequence[Declaration]) -> tuple[Facts, ...]:
    """Give a paper that no words pass on the one outlet from which the report has its news."""
    outlets = [said.key for said in declared if not said.words.startswith("(")]
    if len(outlets) != 1:
        return tuple(facts)
    return tuple(
        msgspec.structs.replace(one, via=(outlets[0],), through=(outlets[0], *one.through))
        if is_written(one.speaker) and not one.via
        else one
        for one in facts
    )


_NOBODY = ("own-voice", "unspecified")


def _meant(speaker: Speaker, before: Sequence[Speaker]) -> Speaker | None:
    words = plain(speaker.words).split()
    if speaker.kind in _NOBODY or not words or not before:
        return None
    if len(words) == 1 and words[0] in word_set("pointing-sources"):
        return before[0]
    pointing = speaker.words.split()[0].casefold() in _POINTED
    if not pointing or speaker.person is not None or whole_name(speaker.words) is not None:
        return None
    if is_press(speaker.words):
        return next((other for other in before if is_press(other.words)), None)
    if words[-1] in word_set("generic-bodies"):
        return next((other for other in before if _is_body(other)), None)
    named = [other for other in before if words[-1] in plain(other.words).split()]
    points = speaker.block in (None, plain(speaker.words))
    return next((other for other in named if len(other.words) > len(speaker.words)), None) if points else None


def _is_body(speaker: Speaker) -> bool:
    """Whether it is a body or an outlet by name, and no state."""
    named = whole_name(speaker.words)
    generic = plain(speaker.words).split()[-1:][0] in word_set("generic-bodies")
    return (
        speaker.kind in ("organisation", "outlet")
        and not generic
        and (named is None or named.kind != "state")
    )
