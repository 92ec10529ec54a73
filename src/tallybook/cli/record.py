"""One report, claim, transfer, origin or judgement, as a person reads it at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tallybook.cli.terminal import field, plain, table
from tallybook.errors import UnknownId
from tallybook.model import Claim, Judgement, Origin, Period, Report, Source, Transfer
from tallybook.pipeline.rereading import differing

if TYPE_CHECKING:
    from tallybook.store import Book


def show_record(book: Book, key: str, *, why: bool) -> None:
    """Print what has this id; a report also has its name.

    Raises:
        UnknownId: nothing has it.
    """
    report = book.reports.find(key)
    if report is not None:
        _report(book, report, why=why)
    elif key[:1] == "c":
        _claim(book, book.claims.get(key), why=why)
    elif key[:1] == "t":
        _transfer(book, book.transfers.get(key), why=why)
    elif key[:1] == "o":
        _origin(book.lineage.origin(key))
    elif key[:1] == "j":
        judgement_line(book.judgements.get(key))
    else:
        raise UnknownId(f"{key}: nothing in the register has this id or name")


def amount_of(transfer: Transfer) -> str:
    """The amount of a transfer in a few words, "" where it is open."""
    amount = transfer.quantity
    if amount is None or (amount.low is None and amount.high is None and amount.best is None):
        return ""
    if amount.best is not None:
        return f"{amount.best:,.0f} {amount.unit or ''}".strip()
    low = f"{amount.low:,.0f}" if amount.low is not None else ""
    high = f"{amount.high:,.0f}" if amount.high is not None else ""
    if amount.low == amount.high:
        figure = f"about {low}"
    else:
        figure = f"{low} to {high}" if low and high else f"{low} or more" if low else f"up to {high}"
    return f"{figure} {amount.unit or ''}".strip()


def dates_of(transfer: Transfer) -> str:
    """When a transfer happened, as days, "" where it is open."""
    period = transfer.period
    return _days(period.earliest, period.latest) if period else ""


def reasons_of(transfer: Transfer) -> None:
    """Print why a transfer is as it is: what differs, what it is related to, its measures, its grade."""
    click.echo(f"\n{transfer.id}")
    for attribute in transfer.attributes:
        for difference in attribute.differences:
            change = f" ({difference.change})" if difference.change else ""
            click.echo(f"  {attribute.name}: {difference.type.value}{change}: {plain(difference.reason)}")
    for link in transfer.related:
        click.echo(f"  {link.relation.value} {link.id}: {plain(link.reason)}")
    for measure in transfer.measures:
        click.echo(f"  may apply: {plain(measure.id)} {plain(measure.paragraph)}: {plain(measure.reason)}")
    click.echo(f"  grade: {plain(transfer.grade.reason) or 'no reason given'}")


def judgement_line(judgement: Judgement) -> None:
    """Print a judgement on one line."""
    subjects = " ".join(plain(subject) for subject in judgement.subjects)
    value = judgement.value or {}
    what = " ".join(
        f"{plain(name)}={plain(said)}" for name, said in value.items() if name not in ("claims", "quote")
    )
    reason = f": {plain(judgement.reason)}" if judgement.reason else ""
    kind = judgement.kind.value
    told = f"{judgement.id}  {judgement.at}  {plain(judgement.author)}  {kind}  {subjects}"
    click.echo(f"{told}  {what[:200]}".rstrip() + reason)


def _report(book: Book, report: Report, *, why: bool) -> None:
    row = book.shelf.line(report.id)
    for name in (
        "id",
        "name",
        "version",
        "title",
        "publisher",
        "published",
        "url",
        "archive_url",
        "language",
    ):
        field(name, getattr(report, name))
    field("authors", ", ".join(report.authors))
    field("translation of", report.translation_of)
    field("captured", f"{report.captured_at} ({report.capture_method.value}, {report.media_type})")
    field("handling", report.handling.value)
    field("sha256", report.sha256)
    field("mended", ", ".join(report.mended))
    field("new in it", (row.news or {}).get("sentence"))
    for edge in book.lineage.edges_of(report.name):
        field(edge.kind.value, f"{edge.parent} > {edge.child} ({edge.certainty}): {edge.reason}")
    click.echo()
    rows = [
        (claim.id, claim.state.value, _said(claim), _flow(claim), claim.certainty.value, claim.quote)
        for claim in book.claims.of_report(report.id)
    ]
    table(("claim", "state", "says", "flow", "certainty", "words"), rows)
    if why:
        for claim in book.claims.of_report(report.id):
            click.echo(f"\n{claim.id}")
            for reason in claim.why:
                click.echo(f"  {plain(reason)}")


def _claim(book: Book, claim: Claim, *, why: bool) -> None:
    field("id", claim.id)
    field("state", f"{claim.state.value}, made by {claim.made_by}")
    field("report", claim.report)
    field("transfer", book.transfers.of_claims([claim.id]).get(claim.id))
    field("says", ("not " if claim.negated else "") + _said(claim))
    field("flow", _flow(claim))
    for name in ("actor", "target", "instrument"):
        field(name, getattr(claim, name))
    field("goods", "; ".join(f"{item.text} ({item.category.value})" for item in claim.goods))
    field("quantity", claim.quantity.text if claim.quantity else None)
    field("time", _period(claim.time))
    field("said on", _period(claim.said_on))
    field("certainty", claim.certainty.value)
    field("source", _source(claim.source))
    field("evidence", claim.evidence.value if claim.evidence else None)
    field("words", claim.quote)
    field("at", f"{claim.quote_span.start}-{claim.quote_span.end}")
    for words in claim.also:
        field("also", words)
    for reason in claim.why if why else ():
        field("why", reason)
    reread = book.findings.reread(claim.id)
    if reread is not None:
        field("later reading", "says otherwise" if reread.claim else "no longer finds this claim")
        for name, then, now in differing(claim, reread.claim) if reread.claim else ():
            field(f"  {name}", f"{then} → {now}")


def _transfer(book: Book, transfer: Transfer, *, why: bool) -> None:
    field("id", transfer.id)
    field("flow", f"{transfer.supplier or '?'} > {transfer.recipient or '?'}")
    field("stage", transfer.stage.value if transfer.stage else None)
    field("goods", ", ".join(category.value for category in transfer.goods))
    field("quantity", amount_of(transfer))
    field("when", dates_of(transfer))
    origins = f"at most {transfer.origins_at_most} origins"
    field("told by", f"{len(transfer.reports)} reports, {transfer.chains} chains, {origins}")
    proposed = " (proposed)" if transfer.grade.proposed else ""
    field("grade", f"{transfer.grade.reliability}{transfer.grade.credibility}{proposed}")
    for attribute in transfer.attributes:
        click.echo(f"\n{attribute.name} ({attribute.status})")
        table(
            ("  value", "words", "report", "claim"),
            (
                (f"  {value.value or '-'}", value.words, value.report, value.claim)
                for value in attribute.values
            ),
        )
    if why:
        reasons_of(transfer)
        reasons = book.transfers.reasons(transfer.id)
        for reason in reasons.independence:
            click.echo(f"  not independent: {plain(reason)}")
        for link in reasons.links:
            click.echo(f"  {plain(link.get('a'))} with {plain(link.get('b'))}: {plain(link.get('reason'))}")


def _origin(origin: Origin) -> None:
    for name in ("id", "speaker", "organisation", "occasion", "date"):
        field(name, getattr(origin, name))
    field("primary", origin.primary.value)
    field("reports", ", ".join(origin.reports))
    field("claims", ", ".join(origin.claims))


def _said(claim: Claim) -> str:
    said = claim.stage or claim.action
    return said.value if said else claim.kind.value


def _flow(claim: Claim) -> str:
    if claim.actor or claim.target:
        return f"{claim.actor or '?'} > {claim.target or '?'}"
    return f"{claim.supplier or '?'} > {claim.recipient or '?'}"


def _source(source: Source | None) -> str:
    if source is None:
        return "the outlet itself"
    title = f", {source.title}" if source.title else ""
    via = "".join(f" via {name}" for name in source.via)
    return f"{source.name}{title}{via}"


def _period(period: Period | None) -> str | None:
    if period is None:
        return None
    days = _days(period.earliest, period.latest)
    return f"{period.text} ({days})" if period.text and days else period.text or days


def _days(earliest: object, latest: object) -> str:
    if earliest == latest:
        return str(earliest or "")
    return f"{earliest or '..'} to {latest or '..'}"
