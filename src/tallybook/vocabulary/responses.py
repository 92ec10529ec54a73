"""Words with which a report tells how somebody responds to an arms transfer."""

from __future__ import annotations

from typing import Literal

from tallybook.model import Action
from tallybook.vocabulary.loader import Entry

Form = Literal["verb", "noun", "phrase", "measure", "stage", "topic", "pointer", "elsewhere", "people"]
Side = Literal["object", "subject", "none"]


class ResponseWord(Entry, frozen=True, kw_only=True):
    """A family of words of response.

    Attributes:
        name: what the family is about, for the reader of the file.
        form: ``verb``, ``noun`` and ``phrase`` words are a response by themselves. ``measure`` nouns
            (sanctions, embargoes) are one by what is done with them: ``stage`` verbs say what (announced,
            promised). The rest decide whether a response is about arms: ``topic`` words are, ``pointer``
            nouns go back to a transfer told before ("the move"), ``elsewhere`` words are about something else
            (those with an action only as its object). ``people`` are nouns of those who act without being a
            state or a body known by name.
        action: what the response does; for ``stage`` words that of sanctions, ``None``: no response at all.
        words: base forms; in those of several words the first is the head and the rest stand behind it.
            Phrases are regular expressions.
        needs: base forms, one of which must stand in the clause ("break" needs a law, an embargo).
        speech: an act of speech, whose actor is its source.
        target: where the target stands: the object, the subject, or behind one of ``prepositions``.
        prepositions: those before the target.
        within: where a needed word must stand: anywhere in the clause, or in what the verb takes.
        sure: the words themselves are about arms ("arms embargo").
    """

    name: str
    form: Form
    words: tuple[str, ...]
    action: Action | None = None
    needs: tuple[str, ...] = ()
    speech: bool = False
    target: Side = "none"
    prepositions: tuple[str, ...] = ()
    within: Literal["clause", "object"] = "clause"
    sure: bool = False
