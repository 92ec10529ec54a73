"""What the desk can have done by the rooms below it: one place where the pages meet the pipeline."""

from __future__ import annotations

import datetime as dt
import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from tallybook.model import Judgement, JudgementKind
from tallybook.store import Book, Register


class Workshop(Protocol):
    """What of the pipeline the desk needs."""

    @property
    def register(self) -> Register:
        """The book that is kept."""

    def judge(self, judgement: Judgement) -> Judgement:
        """Append a judgement and make it visible."""


class Work:
    """The register and the pipeline as the pages use them. Shared by all threads.

    Args:
        workshop: the pipeline.
        read_only: refuse every change.
    """

    def __init__(self, workshop: Workshop, *, read_only: bool = False) -> None:
        self.workshop = workshop
        self.register = workshop.register
        self.read_only = read_only or workshop.register.read_only
        # One change at a time, so that what a form was made from can be compared with what stands now.
        self.turn = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[Book]:
        """One consistent view of the book."""
        with self.register.reading() as book:
            yield book

    def judge(self, drafts: Sequence[JudgementDraft], author: str) -> tuple[Judgement, ...]:
        """Append judgements that belong to one act: they carry the same instant.

        Raises:
            JudgementRefused: one cannot apply.
            RegisterError: the book cannot be written to.
        """
        at = now()
        with self.turn:
            return tuple(self.workshop.judge(draft.signed(author, at)) for draft in drafts)


class JudgementDraft:
    """A judgement that nobody has signed yet."""

    def __init__(
        self,
        kind: JudgementKind,
        *subjects: str,
        value: dict[str, object] | None = None,
        reason: str | None = None,
    ) -> None:
        self.kind = kind
        self.subjects = subjects
        self.value = value
        self.reason = reason

    def signed(self, author: str, at: str) -> Judgement:
        """The judgement, with its author and instant."""
        return Judgement(
            id="j" + secrets.token_hex(6),
            kind=self.kind,
            subjects=self.subjects,
            value=self.value,
            author=author,
            at=at,
            reason=self.reason or None,
        )


def now() -> str:
    """This instant, UTC, to the millisecond: finer than a person can decide twice."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
