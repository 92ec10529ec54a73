"""The stages in order: gather, read, reconcile, screen; what each says goes into the store.

A ``Pipeline`` works on one register. Reports are taken in one by one, so a process that is killed loses at
most the one at hand; reconciling follows and starts from what the register says is still waiting.
"""

from __future__ import annotations

import datetime as dt
import functools
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeVar

from tallybook.errors import (
    InputError,
    JudgementRefused,
    ModelError,
    UnknownId,
    UnreadableInput,
    VocabularyError,
)
from tallybook.model import Capture, Claim, Judgement, JudgementKind, Report
from tallybook.pipeline.judging import check
from tallybook.pipeline.marking import MARKS, mark, marks_only
from tallybook.pipeline.pausing import Pause
from tallybook.pipeline.reading import Reads, Taken, reader, reader_name, version
from tallybook.pipeline.reconciling import Memory, recalled, write_turn
from tallybook.store import Book, Register

if TYPE_CHECKING:  # slow to open; a command that reads nothing does not wait for them
    from tallybook.gather import Options
    from tallybook.reconcile import Reconciler

T = TypeVar("T")

__all__ = ["Pipeline", "Reads", "Taken", "reader", "reader_name", "version"]

SETTLE_EVERY = 100
"""So many reports are taken in before claims are reconciled; then the rest."""

_ONE_AT_A_TIME = threading.Lock()
"""Held while reading: the language model is not made for two threads at once."""

_REREAD_AFTER = frozenset({"published", "language"})
"""Fields that the reader looks at: mending one has the report read again."""


class Pipeline:
    """The stages on one register. Threads may share it; they take turns at writing.

    Args:
        register: open for writing.
        model: name of another language model than ours.
        read_with: gives the reader when it is needed first.
        clock: the time in UTC.
        settle_later: for a process that lives on, such as the desk: see ``decide``.
    """

    def __init__(
        self,
        register: Register,
        *,
        model: str | None = None,
        read_with: Callable[[], Reads] | None = None,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
        settle_later: bool = False,
    ) -> None:
        self.register = register
        self._read_with = read_with or functools.partial(reader, model)
        self._reader_name = reader_name(model)
        self._clock = clock
        self._turn = threading.RLock()
        self._pause = Pause(self.settle) if settle_later else None
        self._reconciled = Memory()

    # gather, then read

    def read(
        self, targets: Iterable[str], options: Options | None = None, *, again: bool = False
    ) -> Iterator[Taken | InputError]:
        """Take in files, folders and addresses; what cannot be taken in comes back as its error.

        ``again`` reads what this reader has read already as well.
        """
        from tallybook import gather  # noqa: PLC0415

        return self.take(gather.gather(targets, options or gather.Options()), again=again)

    def take(
        self, captures: Iterable[Capture | InputError], *, again: bool = False
    ) -> Iterator[Taken | InputError]:
        """Take in what was gathered, pasted or captured by hand, and reconcile what is new.

        Go through to the end: the last reports are reconciled behind the last outcome.
        """
        waiting = 0
        for capture in captures:
            outcome = capture if isinstance(capture, InputError) else self._take(capture, again=again)
            yield outcome
            waiting += isinstance(outcome, Taken) and outcome.status != "known"
            if waiting >= SETTLE_EVERY:
                self.settle()
                waiting = 0
        self.settle()

    def _take(self, capture: Capture, *, again: bool) -> Taken | InputError:
        try:
            with self.register.reading() as book:
                stored = book.reports.find(capture.report.name)
                known = stored and stored.sha256 == capture.report.sha256
                if stored and known and not again and book.findings.read_by(stored, self._reader_name):
                    return Taken(report=stored, status="known")
            with self._turn, self.register.writing() as book:
                added = book.reports.add(capture)
            status: Literal["new", "version", "again"] = "version" if added.new_version else "again"
            return self._read(added.report, "new" if added.new_report else status)
        except InputError as error:
            return error

    def _read(self, report: Report, status: Literal["new", "version", "again"]) -> Taken:
        found = self._found(report)
        with self._turn, self.register.writing() as book:
            held = (*book.findings.of_report(report.id), *book.claims.of_report(report.id))
            kept = book.judgements.decided(claim.id for claim in held)
            renewed = book.findings.put(report, found, self._reader_name, self._now(), kept)
        return Taken(report=report, status=status, added=renewed.added, retired=renewed.retired)

    def _found(self, report: Report) -> tuple[Claim, ...]:
        try:
            with _ONE_AT_A_TIME:
                return self._read_with().read(report)
        except (ModelError, VocabularyError):
            raise
        except Exception as error:
            # Whatever a hostile text does to the reader, the batch goes on, and the report is in the book.
            fault = f"kept, but could not be read ({type(error).__name__}: {error})".splitlines()[0]
            raise UnreadableInput(report.name, fault) from error

    def look(self, report: Report) -> tuple[Claim, ...]:
        """What the reader finds in a report that is not taken in.

        Raises:
            UnreadableInput: the reader fell over it.
        """
        return self._found(report)

    # reconcile and screen

    def settle(self) -> None:
        """Reconcile what is waiting: reports that are new or changed, and judgements."""
        with self.register.reading() as book:
            if not book.counters.waiting():
                return
        if self._in_part(lambda *_: True):
            return
        with self._settling() as (book, reconciler):
            self._reconciled.settle(book, reconciler)

    def warm(self) -> None:
        """Load what deciding needs into memory, so that the first decision need not wait for it."""
        with self._turn, self.register.reading() as book:
            self._reconciled.follow(book)

    @contextmanager
    def _settling(self) -> Iterator[tuple[Book, Reconciler]]:
        with self._turn:
            try:
                self.warm()  # before the register is held, since it can take long
                with self.register.writing() as book:
                    yield book, self._reconciled.follow(book)
            except (JudgementRefused, UnknownId):
                raise  # nothing was changed
            except BaseException:
                self._reconciled.forget()
                raise

    def _in_part(self, turn: Callable[[Book, Reconciler], T]) -> T | None:
        """Work out what a turn and the reports that wait touch, and nothing else of the book.

        Gives ``None``, and has changed nothing, where all of it is needed.
        """
        if self._reconciled.loaded:
            return None
        with self.register.writing() as book:
            if self._reconciled.is_needed(book):
                return None
            reconciler = recalled(book)
            done = turn(book, reconciler)
            write_turn(book, reconciler)
        return done

    # judge

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
        """Append a judgement; when this returns, what it makes of the register can be seen.

        ``first`` looks at the book when nobody else can write any more, just before the judgement is
        appended; what it raises leaves everything as it was.

        The first time, results of other versions of the program may stand beside it; they are compared with
        all that is known at once, or, with ``settle_later``, when nobody has decided anything for a moment.

        Raises:
            UnknownId: a subject is not in the register.
            JudgementRefused: it cannot apply to what it names.
        """
        judgement = Judgement(
            id="j" + secrets.token_hex(6),
            kind=kind,
            subjects=tuple(subjects),
            value=dict(value) if value is not None else None,
            author=author,
            at=self._now(),
            reason=reason,
        )
        if not self._reconciled.loaded and (marked := self._marked(judgement, first)) is not None:
            return marked
        turn = functools.partial(self._judge, judgement, first)
        at_once = self._in_part(turn)
        if at_once is not None:
            return at_once
        with self._settling() as (book, reconciler):
            judgement = turn(book, reconciler)
            self._reconciled.show(book, reconciler)
        self._reread(judgement)
        if self._pause is None:
            self.settle()
        else:
            self._pause.begin()
        return judgement

    def _marked(self, judgement: Judgement, first: Callable[[Book], None] | None) -> Judgement | None:
        """Append a judgement that needs no reconciling, whoever is loading the book meanwhile."""
        if judgement.kind not in MARKS:
            return None
        with self.register.writing() as book:
            if first is not None:
                first(book)
            check(book, judgement)
            if not marks_only(book, judgement):
                return None
            judgement = book.judgements.append(judgement)
            mark(book, judgement)
        return judgement

    def _judge(
        self,
        judgement: Judgement,
        first: Callable[[Book], None] | None,
        book: Book,
        reconciler: Reconciler,
    ) -> Judgement:
        if first is not None:
            first(book)
        check(book, judgement)
        judgement = book.judgements.append(judgement)
        reconciler.judge(judgement)
        for report_id in self._released(book, judgement):
            reconciler.add(book.reports.captured(report_id), book.findings.of_report(report_id))
        return judgement

    def _released(self, book: Book, judgement: Judgement) -> set[str]:
        """Claims that an undoing gives back to the reader follow the latest reading; their reports."""
        if judgement.kind is not JudgementKind.UNDO:
            return set()
        undone = {subject for id_ in judgement.subjects for subject in book.judgements.get(id_).subjects}
        return book.findings.release(undone - book.judgements.decided(undone), self._now())

    def _reread(self, judgement: Judgement) -> None:
        with self.register.reading() as book:
            while judgement.kind is JudgementKind.UNDO:
                judgement = book.judgements.get(judgement.subjects[0])
            if judgement.kind is not JudgementKind.MEND or _field(judgement) not in _REREAD_AFTER:
                return
            report = book.reports.get(judgement.subjects[0])
        self._read(report, "again")

    def _now(self) -> str:
        return self._clock().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _field(judgement: Judgement) -> object:
    return (judgement.value or {}).get("field")
