"""``tallybook judge``: what a person decides, appended with name, time and reason."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
import msgspec

from tallybook.cli.byhand import made_by_hand
from tallybook.cli.options import book_of, register_of, signing_options, who
from tallybook.cli.terminal import plain
from tallybook.errors import UsageError
from tallybook.model import MENDABLE, EdgeKind, JudgementKind, PrimaryState

Made = Callable[[Sequence[str]], Mapping[str, object]]


class Decision(msgspec.Struct, frozen=True):
    """A kind of judgement as a command.

    Attributes:
        takes: what the words behind the command are.
        subjects: how many of them name what is judged; the others say what is decided.
        value: makes the judgement's value of the others.
        many: whether more subjects may follow.
        each: whether every subject then gets a judgement of its own.
        may_take: one more word, which may be left out.
    """

    kind: JudgementKind
    takes: tuple[str, ...]
    says: str
    subjects: int = 1
    value: Made | None = None
    many: bool = False
    each: bool = False
    may_take: str = ""


def _field(words: Sequence[str]) -> Mapping[str, object]:
    """JSON where the new value is JSON; else the words themselves."""
    try:
        return {"field": words[0], "value": msgspec.json.decode(words[1])}
    except msgspec.DecodeError:
        return {"field": words[0], "value": words[1]}


def _mended(words: Sequence[str]) -> Mapping[str, object]:
    if words[0] not in MENDABLE:
        raise UsageError(f"{words[0]}: not a field that can be mended ({', '.join(MENDABLE)})")
    names = [name.strip() for name in words[1].split(";") if name.strip()]
    return {"field": words[0], "value": names if words[0] == "authors" else words[1] or None}


def _primary(words: Sequence[str]) -> Mapping[str, object]:
    state = _one_of("state", [state.value for state in PrimaryState])(words[:1])
    return {**state, "report": words[1]} if len(words) > 1 else state


def _one_of(name: str, allowed: Sequence[str], make: Callable[[str], object] = str) -> Made:
    def made(words: Sequence[str]) -> Mapping[str, object]:
        if words[0] not in allowed:
            raise UsageError(f"{words[0]}: must be one of {', '.join(allowed)}")
        return {name: make(words[0])}

    return made


def _claims(words: Sequence[str]) -> Mapping[str, object]:
    return {"claims": _json(words[0])}


def _json(source: str) -> object:
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return msgspec.json.decode(data)
    except OSError as error:
        raise UsageError(f"{source}: cannot be read ({error.strerror})") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{source}: is not JSON ({error})") from error


_K = JudgementKind
_PAIR = ("CLAIM", "CLAIM")
_NAMES = ("NAME", "NAME")

DECISIONS = {
    "check": Decision(_K.CHECK, ("CLAIM",), "Vouch for claims.", many=True, each=True),
    "reject": Decision(_K.REJECT, ("CLAIM",), "Reject claims.", many=True, each=True),
    "reopen": Decision(_K.REOPEN, ("CLAIM",), "Make claims proposed again.", many=True, each=True),
    "correct": Decision(
        _K.CORRECT, ("CLAIM", "FIELD", "VALUE"), "Correct a field (JSON or words).", value=_field
    ),
    "split": Decision(
        _K.SPLIT, ("CLAIM", "FILE"), "Put a JSON list of claims in place of one.", value=_claims
    ),
    "merge": Decision(_K.MERGE, _PAIR, "Make claims one; the first stays.", subjects=2, many=True),
    "same": Decision(_K.SAME_TRANSFER, _PAIR, "Two claims speak of the same transfer.", subjects=2),
    "not-same": Decision(_K.NOT_SAME_TRANSFER, _PAIR, "They do not.", subjects=2),
    "same-party": Decision(_K.SAME_PARTY, _NAMES, "Two names, one party or speaker.", subjects=2),
    "not-same-party": Decision(_K.NOT_SAME_PARTY, _NAMES, "They are two.", subjects=2),
    "copy": Decision(
        _K.COPY,
        ("PARENT", "CHILD", "copy|rewrite|cites"),
        "CHILD was made from PARENT.",
        subjects=2,
        value=_one_of("kind", [kind.value for kind in EdgeKind]),
    ),
    "not-copy": Decision(_K.NOT_COPY, ("REPORT", "REPORT"), "Neither was made from the other.", subjects=2),
    "mend": Decision(
        _K.MEND,
        ("REPORT", "FIELD", "VALUE"),
        "Mend what is known of a report (authors: with ';' between).",
        value=_mended,
    ),
    "grade": Decision(
        _K.GRADE, ("TRANSFER", "1..6"), "Sign a credibility.", value=_one_of("credibility", "123456", int)
    ),
    "grade-source": Decision(
        _K.GRADE_SOURCE,
        ("NAME", "A..F"),
        "Grade a speaker or outlet.",
        value=_one_of("reliability", "ABCDEF"),
    ),
    "primary": Decision(
        _K.PRIMARY,
        ("ORIGIN", "held|sought|none"),
        "Note whether the primary source of an origin is in the book (held: as which REPORT).",
        value=_primary,
        may_take="REPORT",
    ),
    "undo": Decision(_K.UNDO, ("JUDGEMENT",), "Undo judgements (undoings too).", many=True, each=True),
}
"""Every kind of judgement, by the name of its command."""


@click.group("judge")
def command() -> None:
    """Decide: each decision is appended with name, time and reason, and can be undone."""


def _make(name: str, decision: Decision) -> click.Command:
    usage = " ".join(decision.takes) + ("..." if decision.many else "")
    usage += f" [{decision.may_take}]" if decision.may_take else ""
    most = len(decision.takes) + bool(decision.may_take)

    @click.command(name, help=decision.says)
    @click.argument("given", metavar=usage, nargs=-1, required=True)
    @signing_options
    def judge(given: tuple[str, ...], register: Path, name: str | None, reason: str | None) -> None:
        if len(given) < len(decision.takes) or (len(given) > most and not decision.many):
            raise UsageError(f"this judgement takes {usage}")
        subjects, others = (
            (given, ()) if decision.many else (given[: decision.subjects], given[decision.subjects :])
        )
        value = decision.value(others) if decision.value else None
        for group in [(one,) for one in subjects] if decision.each else [subjects]:
            _decide(register, decision.kind, group, value, signed=(who(name), reason))

    return judge


@click.command("add")
@click.argument("source", metavar="FILE")
@signing_options
def _add(source: str, register: Path, name: str | None, reason: str | None) -> None:
    """Add a claim by hand, given as one JSON object ('-': standard input).

    It needs "report" (name or id) and "quote"; "quote_span" where the words stand more than once.
    """
    given = _json(source)
    if not isinstance(given, dict):
        raise UsageError(f"{source}: a claim is one JSON object")
    with book_of(register) as book:
        report = book.reports.get(str(given.get("report_id") or given.get("report") or ""))
    claim = made_by_hand(given, report, who(name))
    _decide(
        register, JudgementKind.ADD, (claim.id,), msgspec.to_builtins(claim), signed=(claim.made_by, reason)
    )


def _decide(
    register: Path,
    kind: JudgementKind,
    subjects: tuple[str, ...],
    value: Mapping[str, object] | None,
    signed: tuple[str, str | None],
) -> None:
    from tallybook import settings  # noqa: PLC0415
    from tallybook.pipeline import Pipeline  # noqa: PLC0415

    author, reason = signed
    with register_of(register) as opened:
        pipeline = Pipeline(opened, model=settings.load().model)
        made = pipeline.decide(kind, subjects, author, value=value, reason=reason)
    click.echo(f"{made.id}  {made.kind.value}  {plain(' '.join(made.subjects))}")


command.add_command(_add)
for _name, _decision in DECISIONS.items():
    command.add_command(_make(_name, _decision))
