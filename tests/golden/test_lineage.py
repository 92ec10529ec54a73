"""Who copied whom among the samples, and what goes back to one origin, as the exports tell it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import tallybook.reconcile
from tallybook.samples import folder

EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "lineage.json").read_text())
DERIVED = {"copy", "rewrite"}


def run(*arguments: str) -> str:
    """The output of a command of ours, which must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", "tallybook", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A register with all samples in it."""
    if not hasattr(tallybook.reconcile, "Reconciler"):
        pytest.skip("reports are not reconciled yet")
    path = str(tmp_path_factory.mktemp("golden") / "samples.db")
    run("read", str(folder()), "--register", path)
    return path


@pytest.fixture(scope="module")
def lineage(register: str) -> dict[str, Any]:
    """The lineage export."""
    told: dict[str, Any] = json.loads(run("export", "lineage", "--register", register))
    return told


@pytest.fixture(scope="module")
def transfers(register: str) -> list[dict[str, Any]]:
    """The transfers export."""
    return [json.loads(line) for line in run("export", "transfers", "--register", register).splitlines()]


def expected_edges() -> list[Any]:
    """The expected edges; those not reached yet must fail, so that reaching them is noticed."""
    not_yet = pytest.mark.xfail(
        strict=True, reason="not reached yet; when it is, drop the mark in lineage.json"
    )
    return [
        pytest.param(
            e, id=f"{e['kind']} {Path(e['to']).name}", marks=[] if e.get("reached", True) else [not_yet]
        )
        for e in EXPECTED["edges"]
    ]


@pytest.mark.parametrize("edge", expected_edges())
def test_an_edge_is_found(lineage: dict[str, Any], edge: dict[str, Any]) -> None:
    """Copies, rewrites and declared citations are found with the right parent (one of two equal ones)."""
    parents = {edge["from"], *edge.get("or", ())}
    between = [e for e in lineage["edges"] if e["to"] == edge["to"] and e["from"] in parents]
    turned = [e for e in lineage["edges"] if e["from"] == edge["to"] and e["to"] in parents]
    between += [e for e in turned if e["direction"] == "open"]  # nothing decides, so either order will do
    assert edge["kind"] in [e["kind"] for e in between]
    assert edge["declared"] in [e["declared"] for e in between]


def test_no_report_is_called_a_copy_that_is_none(lineage: dict[str, Any]) -> None:
    """Reports of one event by different reporters are not taken for copies of one another."""
    right = {frozenset((e["from"], e["to"])) for e in EXPECTED["edges"]}
    chained = {
        frozenset((a, b)) for chain in EXPECTED["chains"] for a in chain for b in chain if a != b
    }  # copies of one report are copies of each other too
    found = {frozenset((e["from"], e["to"])) for e in lineage["edges"] if e["kind"] in DERIVED}
    assert found <= right | chained


def test_chains_are_the_expected_ones(lineage: dict[str, Any]) -> None:
    """Reports that derive from one another make a chain; the others stand alone."""
    several = [sorted(chain) for chain in lineage["chains"] if len(chain) > 1]
    assert sorted(several) == sorted(EXPECTED["chains"])


def test_one_briefing_is_one_origin(lineage: dict[str, Any]) -> None:
    """All reports of the briefing go back to one origin, whose speaker is the one that briefed."""
    (expected,) = EXPECTED["origins"]
    holding = [o for o in lineage["origins"] if set(expected["reports"]) <= set(o["reports"])]
    assert len(holding) == 1
    named = {holding[0]["speaker"], holding[0]["organisation"]}
    assert named & set(expected["speakers"])


@pytest.mark.parametrize("link", EXPECTED["related"], ids=lambda link: link["from"].rpartition("/")[2])
def test_a_later_total_is_a_transfer_of_its_own(
    transfers: list[dict[str, Any]], link: dict[str, str]
) -> None:
    """A running total of later months is not the first delivery told wrongly, but is linked to it."""
    first = {t["id"] for t in transfers if link["to"] in t["reports"]}
    later = [t for t in transfers if link["from"] in t["reports"]]
    relations = [(r["relation"], r["id"]) for t in later if t["id"] not in first for r in t["related"]]
    assert any(relation == link["relation"] and id_ in first for relation, id_ in relations)
