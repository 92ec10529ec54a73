"""The stages in order: gather, read, reconcile, screen; what each says goes into the store.

A ``Pipeline`` works on one register. Reports are taken in one by one, so a process that is killed loses at
most the one at hand; reconciling follows and starts from what the register says is still waiting.
"""

from __future__ import annotations

import datetime as dt
import functools
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import metadata
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

from tallybook.errors import (
    InputError,
    JudgementRefused,
    ModelError,
    UnknownId,
    UnreadableInput,
    VocabularyError,
)
from tallybook.model import Attribution, Capture, Claim, Judgement, JudgementKind, Report, Transfer
from tallybook.store import Book, FlowResult, NewsResult, Progress, Register, Results, ResultWriter

if TYPE_CHECKING:  # these rooms are slow to open; a command that needs none of them does not wait for them
    from tallybook.gather import Options
    from tallybook.reconcile import Reconciled, Reconciler

SETTLE_EVERY = 100
"""So many reports are taken in before their claims are reconciled; the rest is done at the end."""

_REREAD_AFTER = frozenset({"published", "language"})
"""Fields that the reader looks at: mending one has the report read again."""


class Reads(Protocol):
    """What the pipeline asks of a reader."""

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims of a report."""

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Who says what in a text."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one report.

    ``known``: same bytes, read before. ``new``: a report, ``version``: other bytes under its name.
    ``again``: same bytes, read once more. ``added`` and ``retired`` are ids of claims.
    """

    report: Report
    status: Literal["known", "new", "version", "again"]
    added: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()


@functools.cache
def reader(model: str | None = None) -> Reads:
    """The reader with its vocabulary and a language model (ours, or another that is installed), loaded once.

    Raises:
        ModelError: the language model is missing or is not the one we checked.
        VocabularyError: a data file breaks its own rules.
    """
    from tallybook import vocabulary  # noqa: PLC0415
    from tallybook.read import Reader  # noqa: PLC0415
    from tallybook.read.parse import DEFAULT_MODEL, load_language  # noqa: PLC0415

    return Reader(vocabulary.load(), load_language(model or DEFAULT_MODEL))


def reader_name(model: str | None = None) -> str:
    """Name and version of the reader, as the register notes it with each reading."""
    return f"tallybook {version()}" + (f" with {model}" if model else "")


def version() -> str:
    """The version of the installed package; "0" where it runs from a folder of sources."""
    try:
        return metadata.version("tallybook")
    except metadata.PackageNotFoundError:
        return "0"


class Pipeline:
    """The stages on one register. Threads may share it; they take turns at writing.

    Args:
        register: open for writing.
        model: name of another language model than ours.
        read_with: gives the reader when it is needed first.
        clock: the time in UTC.
    """

    def __init__(
        self,
        register: Register,
        *,
        model: str | None = None,
        read_with: Callable[[], Reads] | None = None,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self.register = register
        self._read_with = read_with or functools.partial(reader, model)
        self._reader_name = reader_name(model)
        self._clock = clock
        self._turn = threading.RLock()
        self._reconciled = _Memory()

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
            return self._read_with().read(report)
        except (ModelError, VocabularyError):
            raise
        except Exception as error:
            # Whatever a hostile text does to the reader, the batch goes on, and the report is in the book.
            fault = f"kept, but could not be read ({type(error).__name__}: {error})".splitlines()[0]
            raise UnreadableInput(report.name, fault) from error

    # reconcile and screen

    def settle(self) -> None:
        """Reconcile what is waiting: reports that are new or changed, and judgements."""
        with self.register.reading() as book:
            if not book.counters.waiting():
                return
        with self._settling() as (book, reconciler):
            self._reconciled.write(book, reconciler.result())

    @contextmanager
    def _settling(self) -> Iterator[tuple[Book, Reconciler]]:
        with self._turn:
            try:
                with self.register.writing() as book:
                    yield book, self._reconciled.follow(book)
            except (JudgementRefused, UnknownId):
                raise  # nothing was changed
            except BaseException:
                self._reconciled.forget()
                raise

    # judge

    def decide(
        self,
        kind: JudgementKind,
        subjects: Iterable[str],
        author: str,
        *,
        value: Mapping[str, object] | None = None,
        reason: str | None = None,
    ) -> Judgement:
        """Append a judgement and let what follows from it be seen.

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
        with self._settling() as (book, reconciler):
            reconciler.judge(judgement)
            judgement = book.judgements.append(judgement)
            for report_id in self._released(book, judgement):
                reconciler.add(book.reports.captured(report_id), book.findings.of_report(report_id))
            self._reconciled.write(book, reconciler.result())
        self._reread(judgement)
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
        self.settle()

    def _now(self) -> str:
        return self._clock().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _field(judgement: Judgement) -> object:
    return (judgement.value or {}).get("field")


class _Memory:
    """Reconciling kept in memory and in step with the register, so that one more report costs little."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start anew from the register."""
        self._reconciler: Reconciler | None = None
        self._writer = ResultWriter()
        self._known = Progress()
        self._written = Progress()

    def follow(self, book: Book) -> Reconciler:
        """The reconciler, with everything that has come into the register since."""
        if self._reconciler is None:
            from tallybook import reconcile, screen  # noqa: PLC0415

            self._reconciler = reconcile.Reconciler(screen.measures_for)
        for report in book.reports.captured_since(self._known.change):
            self._reconciler.add(report, book.findings.of_report(report.id))
        for judgement in book.judgements.since(self._known.judgement):
            try:
                self._reconciler.judge(judgement)
            except (JudgementRefused, UnknownId):
                continue  # what it named is no more; it stays in the history
        self._known = book.counters.present()
        return self._reconciler

    def write(self, book: Book, result: Reconciled) -> None:
        """Write what changed, and note how far results go now."""
        if book.counters.settled() != self._written:
            self._writer.forget()  # somebody else wrote in the meantime
        self._writer.write(book, _results(result))
        self._known = self._written = book.counters.settle()


def _results(result: Reconciled) -> Results:
    sizes = {transfer.id: len(transfer.claims) for transfer in result.transfers}
    return Results(
        reports=result.reports,
        claims=result.claims,
        transfers=result.transfers,
        links=functools.partial(_links, result),
        flows=[
            FlowResult(
                supplier=flow.supplier,
                recipient=flow.recipient,
                transfers=len(flow.transfers),
                claims=sum(sizes.get(id_, 0) for id_ in flow.transfers),
                body=flow,
            )
            for flow in result.flows
        ],
        lineage=result.lineage,
        news=[NewsResult(report_id=news.report_id, rank=news.rank, body=news) for news in result.news],
        conflicts=result.conflicts,
    )


def _links(result: Reconciled, of: Sequence[Transfer]) -> dict[str, list[object]]:
    transfer_of = {claim: transfer.id for transfer in of for claim in transfer.claims}
    links: dict[str, list[object]] = {}
    for link in result.links if of else ():
        if link.a in transfer_of:
            links.setdefault(transfer_of[link.a], []).append(link)
    return links
