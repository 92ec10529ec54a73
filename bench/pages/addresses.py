"""What is asked of a desk: every page, with subjects spread over the register."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from bench.reconciling.newsroom import WORDS

from tallybook.store import Book, open_register
from tallybook.web.asking import FACETS

HANDFUL = 3
"""Values of a facet that are asked for."""


class Asked(NamedTuple):
    """A page with addresses of it; every one of them is another subject, where the page has subjects."""

    page: str
    addresses: tuple[str, ...]
    barred: bool = True


def pages_of(path: Path, subjects: int) -> list[Asked]:
    """Every page of the desk on the register at ``path``, with up to so many subjects each."""
    register = open_register(path, read_only=True)
    rng = random.Random(5)
    with register.reading() as book:
        sample = _Sample(book, rng, subjects)
        pages = [*_subjects(sample), *_lists(book), *_claims(book), *_dossiers(sample)]
    register.close()
    return pages


class _Sample:
    """Rows of the register, drawn at random."""

    def __init__(self, book: Book, rng: random.Random, most: int) -> None:
        self._sql = book.connection.exec_driver_sql
        self._rng = rng
        self._most = most

    def of(self, query: str, address: Callable[..., str]) -> tuple[str, ...]:
        rows = sorted(tuple(row) for row in self._sql(query))
        chosen = self._rng.sample(rows, min(self._most, len(rows)))
        return tuple(address(*row) for row in chosen)


def _subjects(sample: _Sample) -> Iterable[Asked]:
    ids = "SELECT id FROM {}"
    yield Asked("report", sample.of(ids.format("reports"), "/reports/{}".format))
    yield Asked("report, part", sample.of(ids.format("reports"), "/reports/{}/reading".format))
    yield Asked("transfer", sample.of(ids.format("transfers"), "/transfers/{}".format))
    yield Asked("flow", sample.of("SELECT supplier, recipient FROM flows", _flow))
    yield Asked("footnote of a report", sample.of(ids.format("reports"), "/reports/{}/footnote".format))
    yield Asked("footnote of a claim", sample.of(ids.format("claims"), "/claims/{}/footnote".format))
    yield Asked("claim, edit", sample.of(ids.format("claims"), "/claims/{}/edit".format))
    yield Asked("history of a claim", sample.of(ids.format("claims"), "/history?about={}".format))
    for what in ("party", "speaker", "outlet"):
        names = f"SELECT value FROM tallies WHERE facet = '{what}'"  # noqa: S608 - fixed names
        yield Asked(what, sample.of(names, lambda name, what=what: f"/{what}?" + urlencode({"name": name})))


def _lists(book: Book) -> Iterable[Asked]:
    behind = book.shelf.page("queue", seen=False, limit=100).next
    further = ("/?" + urlencode({"after": behind}),) if behind else ()
    yield Asked("queue", ("/", "/?seen=all", *further))
    yield Asked("transfers", ("/transfers", "/transfers?order=claims", "/transfers?order=flow"))
    yield Asked("transfers, filtered", ("/transfers?stage=delivered", "/transfers?category=drones"))
    for name in ("flows", "parties", "speakers", "outlets", "history", "add", "help"):
        yield Asked(name, (f"/{name}",))
    party = next(iter(book.tallies.top("party", limit=1).items)).value
    words = ("rockets", "sent drones", f"{party} ministry", WORDS[77], f"{WORDS[5]} {WORDS[6]}")
    yield Asked("search", tuple("/search?" + urlencode({"q": one}) for one in words))


def _claims(book: Book) -> Iterable[Asked]:
    behind = book.claims.page(limit=500).next
    yield Asked("claims", ("/claims", *(("/claims?" + urlencode({"after": behind}),) if behind else ())))
    for facet in FACETS:
        values = [tally.value for tally in book.tallies.top(facet, limit=HANDFUL).items]
        if values:
            yield Asked(f"claims by {facet}", tuple("/claims?" + urlencode({facet: one}) for one in values))
    two = {"stage": "delivered", "category": "rockets"}
    yield Asked("claims by two facets", ("/claims?" + urlencode(two),))
    yield Asked("claims by words", ("/claims?words=rockets",))


def _dossiers(sample: _Sample) -> Iterable[Asked]:
    dossier = "/transfers/{}/dossier?proposed=yes".format
    yield Asked("dossier", sample.of("SELECT id FROM transfers", dossier), barred=False)


def _flow(supplier: str, recipient: str) -> str:
    return "/flow?" + urlencode({"from": supplier, "to": recipient})
