"""JSON Lines and JSON in the shapes of the reference."""

from __future__ import annotations

import datetime as dt
import json

from tallybook.model import Claim, Edge, EdgeKind, Lineage, Period, ReportLine, Span, Transfer
from tallybook.write import claims_jsonl, lineage_json, reports_jsonl, transfers_jsonl
from tests.store.material import SHIPPED, capture

REPORT = capture().report


def test_a_claim_is_one_line_with_every_field() -> None:
    """One JSON object a line; open fields are there and null; spans are pairs; days are "from" and "to"."""
    time = Period(text="on Friday", span=Span(1, 3), earliest=dt.date(2024, 3, 1))
    claims = [SHIPPED, Claim(quote="a\nb", quote_span=Span(0, 3), time=time)]
    lines = b"".join(claims_jsonl(claims)).decode().splitlines()
    first, second = map(json.loads, lines)
    assert first["supplier"] == "Northland"
    assert first["quantity"]["min"] == 300
    assert first["quote_span"] == list(SHIPPED.quote_span)
    assert second["supplier"] is None
    assert second["time"] == {
        "text": "on Friday",
        "span": [1, 3],
        "edtf": None,
        "from": "2024-03-01",
        "to": None,
    }


def test_claims_can_carry_a_link() -> None:
    """Where a page exports, each line says where it can be seen."""
    (line,) = claims_jsonl([SHIPPED], lambda _: "https://desk.example/c")
    assert json.loads(line)["link"] == "https://desk.example/c"


def test_transfers_have_their_shape() -> None:
    """The keys of the reference stand in every line."""
    (line,) = transfers_jsonl([Transfer(id="t1", supplier="A", recipient=None, stage=None)])
    transfer = json.loads(line)
    assert transfer["grade"] == {"reliability": "F", "credibility": 6, "proposed": True, "reason": ""}
    assert {"quantity", "period", "attributes", "related", "measures", "origins_at_most"} <= transfer.keys()


def test_lineage_is_one_object_that_knows_its_reports() -> None:
    """Edges say "from" and "to"; lines of reports carry what is known of them, never their texts."""
    line = ReportLine(report=REPORT.name, title=REPORT.title, publisher=None, published=None, words=12)
    edge = Edge(
        parent="a",
        child="b",
        kind=EdgeKind.COPY,
        direction="known",
        external=False,
        declared=True,
        certainty="certain",
        reason="r",
    )
    lineage = json.loads(b"".join(lineage_json(Lineage(reports=(line,), edges=(edge,)), [REPORT])))
    assert (lineage["edges"][0]["from"], lineage["edges"][0]["to"]) == ("a", "b")
    assert lineage["reports"][0]["words"] == 12
    assert lineage["reports"][0]["sha256"] == REPORT.sha256
    assert "text" not in lineage["reports"][0]


def test_reports_are_told_without_their_texts() -> None:
    """A line says all that is known of a report, under the names of the reference."""
    (line,) = reports_jsonl([REPORT])
    report = json.loads(line)
    assert (report["report"], report["report_id"]) == (REPORT.name, REPORT.id)
    assert "text" not in report
