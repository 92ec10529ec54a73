"""What the desk can have done by the rooms below it: one place where the pages meet the pipeline."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple, Protocol

import msgspec

from tallybook.errors import InputError, Overtaken, TallybookError
from tallybook.gather import Options
from tallybook.model import Capture, Claim, Judgement, JudgementKind, Report
from tallybook.pipeline import Taken
from tallybook.store import Book, Register
from tallybook.web import charts


class Workshop(Protocol):
    """What of the pipeline the desk needs; ``pipeline.Pipeline`` is one."""

    register: Register

    def take(self, captures: Iterable[Capture | InputError]) -> Iterator[Taken | InputError]:
        """Take in what was gathered, and reconcile what is new behind the last outcome."""

    def decide(
        self,
        kind: JudgementKind,
        subjects: Iterable[str],
        author: str,
        *,
        value: Mapping[str, object] | None = None,
        reason: str | None = None,
        first: Callable[[Book], None] | None = None,
    ) -> Judgement:
        """Append a judgement; what follows from it is in the register when this returns.

        ``first`` looks at the book under the writer's turn, and refuses by raising.
        """

    def look(self, report: Report) -> tuple[Claim, ...]:
        """What the reader finds in a report that is not taken in."""

    def warm(self) -> None:
        """Load what deciding needs into memory."""

    def settle(self) -> None:
        """Reconcile what is waiting."""


class Draft(NamedTuple):
    """A judgement that nobody has signed yet."""

    kind: JudgementKind
    subjects: tuple[str, ...]
    value: Mapping[str, object] | None = None
    reason: str | None = None


def _unchanged(seen: Claim) -> Callable[[Book], None]:
    def look(book: Book) -> None:
        if book.claims.many([seen.id]).get(seen.id) != seen:
            raise Overtaken(f"{seen.id}: the claim has changed since it was looked at")

    return look


class Work:
    """The register and the pipeline as the pages use them. Shared by all threads.

    Args:
        workshop: the pipeline.
        read_only: refuse every change.
        options: limits and permissions of gathering.
    """

    def __init__(
        self, workshop: Workshop, *, read_only: bool = False, options: Options | None = None
    ) -> None:
        self.workshop = workshop
        self.register = workshop.register
        self.read_only = read_only or workshop.register.read_only
        self.options = options or Options()
        # One act at a time, so that what a form was made from can be compared with what stands now.
        self.turn = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[Book]:
        """One consistent view of the book."""
        with self.register.reading() as book:
            yield book

    def warm(self) -> None:
        """Do what the first picture, report and decision would have to wait for.

        That is: load the drawing engine, the reader and reconciling, and reconcile what is waiting.
        """
        charts.warm()
        # A fault here comes again, with its message, when a person asks for the work.
        with suppress(TallybookError):
            if not self.read_only:
                self.workshop.look(Report(id="r", name="warm", text="Nothing.", sha256="", captured_at=now()))
                self.workshop.warm()
                self.workshop.settle()
        # What was loaded stays for good. Looking through it for rubbish again and again would halt every page
        # for as long as that takes: seconds for a large register.
        gc.freeze()

    def take(self, captures: Iterable[Capture | InputError]) -> tuple[Taken | InputError, ...]:
        """Take reports in; faults come back beside what went well."""
        return tuple(self.workshop.take(captures))

    def judge(self, drafts: Sequence[Draft], author: str, seen: Claim | None = None) -> tuple[Judgement, ...]:
        """Sign and append judgements that belong to one act, in their order.

        Args:
            drafts: what is decided.
            author: in whose name.
            seen: the claim as it was when the person decided; another desk may have changed it since.

        Raises:
            Overtaken: it is not any more what was seen; nothing was appended.
            UnknownId: a subject is not in the register.
            JudgementRefused: one cannot apply to what it names.
            RegisterError: the book cannot be written to.
        """
        with self.turn:
            return tuple(
                self.workshop.decide(
                    draft.kind,
                    draft.subjects,
                    author,
                    value=draft.value,
                    reason=draft.reason or None,
                    first=_unchanged(seen) if seen and not place else None,
                )
                for place, draft in enumerate(drafts)
            )

    def mark_seen(self, report_id: str, by: str, *, seen: bool = True) -> None:
        """Note that a person has had the report before them, or take that back."""
        with self.register.writing() as book:
            book.reports.mark_seen(report_id, by, now(), seen=seen)


def now() -> str:
    """This instant, UTC, to the second."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def fingerprint(claim: Claim) -> str:
    """Tells whether a claim is still what a form was made from: 16 hex digits of all that it says."""
    return hashlib.sha256(msgspec.json.encode(claim)).hexdigest()[:16]
