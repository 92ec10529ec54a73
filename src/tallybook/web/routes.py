"""Every address of the desk, in one table. Addresses are stable: people write them down."""

from __future__ import annotations

from starlette.routing import BaseRoute, Mount, Route

from tallybook.model import JudgementKind
from tallybook.web.changes import Handler, change
from tallybook.web.files import Static
from tallybook.web.pages import (
    adding,
    api,
    citing,
    claims,
    conflicts,
    dossier,
    editing,
    flow,
    flows,
    helping,
    history,
    judging,
    linking,
    mending,
    names,
    naming,
    queue,
    report,
    searching,
    transfer,
    transfers,
)


def routes() -> list[BaseRoute]:
    """The table. Handlers that are no coroutines run in a thread of their own."""
    return [Mount("/static", Static(), name="static"), *_shown(), *_ledger(), *_changes(), *_json()]


def _shown() -> list[BaseRoute]:
    return [
        Route("/add", adding.show),
        Route("/reports/{id}", report.show),
        Route("/reports/{id}/reading", report.show_part),
        Route("/reports/{id}/versions/{version:int}", report.show_version),
        Route("/reports/{id}/original", report.original),
        Route("/reports/{id}/footnote", citing.of_report),
        Route("/reports/{id}/claims/new", editing.new),
        Route("/claims/{id}", report.show_claim),
        Route("/claims/{id}/footnote", citing.of_claim),
        Route("/claims/{id}/edit", editing.edit),
        Route("/claims/{id}/split", editing.split),
        Route("/history", history.show),
        Route("/conflicts", conflicts.show),
        Route("/name", naming.show),
        Route("/help", helping.show),
    ]


def _ledger() -> list[BaseRoute]:
    return [
        Route("/", queue.show),
        Route("/search", searching.show),
        Route("/transfers", transfers.show),
        Route("/transfers/{id}", transfer.show),
        Route("/transfers/{id}/dossier", dossier.of_transfer),
        Route("/flows", flows.show),
        Route("/flow", flow.show),
        Route("/flow/dossier", dossier.of_flow),
        Route("/claims", claims.show),
        Route("/claims.csv", claims.as_csv),
        Route("/claims.jsonl", claims.as_jsonl),
        Route("/parties", names.list_of("party")),
        Route("/speakers", names.list_of("speaker")),
        Route("/outlets", names.list_of("outlet")),
        Route("/party", names.page_for("party")),
        Route("/speaker", names.page_for("speaker")),
        Route("/outlet", names.page_for("outlet")),
    ]


def _changes() -> list[BaseRoute]:
    return [
        _post("/add", adding.add, signed=False),
        _post("/reports/{id}/mend", mending.mend),
        _post("/reports/{id}/seen", mending.seen),
        _post("/reports/{id}/undo", judging.undo_last),
        _post("/reports/{id}/claims", editing.save_new),
        _post("/claims/{id}/check", judging.decide(JudgementKind.CHECK, "confirm")),
        _post("/claims/{id}/reject", judging.decide(JudgementKind.REJECT, "reject")),
        _post("/claims/{id}/reopen", judging.decide(JudgementKind.REOPEN, "reopen")),
        _post("/claims/{id}/edit", editing.save_edit),
        _post("/claims/{id}/split", editing.save_split),
        _post("/claims/{id}/merge", judging.merge),
        _post("/transfers/{id}/grade", judging.grade_transfer),
        _post("/sources/grade", judging.grade_source),
        _post("/links", linking.link),
        _post("/origins/{id}/primary", linking.primary),
        _post("/judgements/{id}/undo", judging.undo),
        _post("/judgements/{id}/again", conflicts.decide_again),
        Route("/name", naming.remember, methods=["POST"]),
    ]


def _json() -> list[BaseRoute]:
    return [
        Route("/api/claims", api.claims),
        Route("/api/claims/{id}", api.claim),
        Route("/api/reports/{id}", api.report),
        Route("/api/transfers/{id}", api.transfer),
        Route("/api/judgements/{subject}", api.judgements),
    ]


def _post(path: str, handler: Handler, *, signed: bool = True) -> Route:
    return Route(path, change(handler, signed=signed), methods=["POST"])
