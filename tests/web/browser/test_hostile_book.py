"""A book in which every name is an attack: all pages, files and exports of it are harmless."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import httpx
import msgspec
import pytest
from playwright.sync_api import BrowserContext, Page

from tallybook.model import (
    Action,
    Category,
    Claim,
    ClaimKind,
    ClaimState,
    Goods,
    JudgementKind,
    Party,
    Period,
    Quantity,
    Role,
    Route,
    Source,
    Span,
    Stage,
    Vessel,
)
from tests.web.browser.conftest import Served
from tests.web.browser.test_attacks import ATTACKS

WORDS = "They sent 30 crates on 3 June 2024. They were condemned for it."
SENT, CONDEMNED = "They sent 30 crates on 3 June 2024", "They were condemned for it"


def sent(attack: str, report: str, number: int) -> Claim:
    """A transfer of which every name is the attack."""
    return Claim(
        id=f"c00000000{number:04d}",
        report_id=report,
        state=ClaimState.CHECKED,
        made_by=attack,
        stage=Stage.DELIVERED,
        supplier=attack,
        recipient=f"to {attack}",
        parties=(Party(role=Role.MAKER, name=attack, text=attack[:80]),),
        goods=(Goods(text=attack, category=Category.ROCKETS, designation=attack),),
        quantity=Quantity(text="30 crates", min=30, max=30, unit=attack),
        time=Period(text="on 3 June 2024", edtf="2024-06-03"),
        route=Route(from_place=attack, to_place=attack, via=(attack,), vessels=(Vessel(name=attack),)),
        source=Source(name=attack, title=attack, via=(attack,), cue=attack),
        quote=SENT,
        quote_span=Span(WORDS.index(SENT), WORDS.index(SENT) + len(SENT)),
        why=(attack,),
    )


def condemned(attack: str, report: str, number: int) -> Claim:
    """A response to it, as hostile."""
    return msgspec.structs.replace(
        sent(attack, report, number + 5000),
        kind=ClaimKind.RESPONSE,
        stage=None,
        action=Action.CONDEMNS,
        actor=attack,
        target=attack,
        instrument=attack,
        quote=CONDEMNED,
        quote_span=Span(WORDS.index(CONDEMNED), WORDS.index(CONDEMNED) + len(CONDEMNED)),
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk on a book of attacks: a report, a transfer, a flow, a speaker, an outlet and an analyst each."""
    from tallybook import gather  # noqa: PLC0415 - like the desk does it

    served = Served(tmp_path_factory.mktemp("hostile") / "book.db")
    for number, (name, attack) in enumerate(ATTACKS.items()):
        given = gather.Given(title=f"{name} {attack}", publisher=attack, published="2024-06-04")
        text = f"{WORDS}\n\n{name}: {attack}"
        taken = next(iter(served.pipeline.take([gather.paste(text, given=given)])))
        report = taken.report.id  # type: ignore[union-attr]
        for make in (sent, condemned):
            claim = make(attack, report, number)
            author, value = attack[:200].strip(), msgspec.to_builtins(claim)
            served.pipeline.decide(JudgementKind.ADD, [claim.id], author, value=value, reason=attack[:500])
    yield served
    served.close()


@pytest.fixture
def served(hostile: Served) -> Served:
    """The desk that the browser signs at."""
    return hostile


def pages_of(served: Served, number: int) -> list[str]:
    """Every page that shows names of one attack."""
    with served.register.reading() as book:
        claim = book.claims.get(f"c00000000{number:04d}")
        transfer = book.transfers.of_claims([claim.id])[claim.id]
        publisher = book.shelf.line(claim.report_id).publisher or ""
    ends = urlencode({"from": claim.supplier, "to": claim.recipient})
    name = urlencode({"name": claim.supplier})
    speaker = claim.source.name if claim.source else ""
    return [
        f"/reports/{claim.report_id}",
        f"/transfers/{transfer}",
        f"/transfers/{transfer}/dossier?proposed=yes",
        f"/flow?{ends}",
        f"/party?{name}",
        f"/speaker?{urlencode({'name': speaker})}",
        f"/outlet?{urlencode({'name': publisher})}",
        f"/history?about={claim.id}",
        f"/claims/{claim.id}/edit",
        f"/claims/{claim.id}/split",
        f"/claims/{claim.id}/footnote",
        f"/claims?{urlencode({'supplier': claim.supplier})}",
        f"/search?{urlencode({'q': (claim.supplier or '')[:300]})}",
    ]


LISTS = ("/", "/transfers", "/flows", "/claims", "/parties", "/speakers", "/outlets", "/history")


def harmless(page: Page) -> list[str]:
    """What is wrong with the page that is open."""
    wrong = []
    if page.evaluate("window.attacked") is not None:
        wrong.append("ran")
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        wrong.append("wider than the screen")
    addresses = page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href') ?? '')")
    wrong += [f"leads to {one[:80]}" for one in addresses if urlsplit(one).netloc or one[:1] not in "/#?"]
    if page.locator("[onerror], [onload], [onfocus], main img, main iframe, main object").count():
        wrong.append("markup of the report's")
    if re.search("[\u202e\u2066\u200b\ufeff]", page.locator("main").inner_text()):
        wrong.append("hidden characters")
    return wrong


@pytest.mark.parametrize("name", ["script", "quotes", "template", "bidi", "huge", "combining"])
def test_every_page_of_an_attack_is_harmless(page: Page, served: Served, name: str) -> None:
    """Report, transfer, dossier, flow, party, speaker, outlet, history and forms show attacks as words."""
    page.set_viewport_size({"width": 390, "height": 844})
    wrong = {}
    for address in pages_of(served, list(ATTACKS).index(name)):
        answer = page.goto(served.base + address)
        assert answer is not None
        found = harmless(page) + ([] if answer.ok else [str(answer.status)])
        if found:
            wrong[address[:60]] = found
    assert wrong == {}


@pytest.mark.parametrize("address", LISTS)
def test_every_list_of_attacks_is_harmless(page: Page, served: Served, address: str) -> None:
    """The lists hold all of them beside each other."""
    page.goto(served.base + address)
    assert harmless(page) == []


def test_a_dossier_that_left_the_house_is_harmless(
    context: BrowserContext, served: Served, tmp_path: Path, complaints: list[str]
) -> None:
    """Opened from a disk, without the desk's policy around it, the file runs and loads nothing."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for number, name in enumerate(ATTACKS):
        address = next(one for one in pages_of(served, number) if "dossier" in one)
        file = tmp_path / f"{number}.html"
        file.write_bytes(httpx.get(f"{served.base}{address}&save=yes").content)
        page.goto(file.as_uri())
        assert page.evaluate("window.attacked") is None, name
        assert page.locator("script, img, iframe, link, object").count() == 0, name
    assert {urlsplit(one).scheme for one in asked} == {"file"}
    assert complaints == []


def test_exports_of_attacks_are_data(served: Served) -> None:
    """No cell of the CSV is a formula, every line of the JSON Lines is one object, and nothing is lost."""
    rows = list(csv.reader(io.StringIO(httpx.get(f"{served.base}/claims.csv").text)))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    lines = httpx.get(f"{served.base}/claims.jsonl").text.split("\n")
    told = [json.loads(line) for line in lines if line]
    assert len(rows) - 1 == len(told) >= 2 * len(ATTACKS)
    assert {ATTACKS["formula"], ATTACKS["script"]} <= {one["supplier"] for one in told}
