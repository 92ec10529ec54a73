"""Desks for tests: a register in memory, a plain reader, and a client that signs and carries the token."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from tallybook.gather import Options
from tallybook.model import Claim
from tallybook.pipeline import Pipeline
from tallybook.store import Register, open_register
from tallybook.web import create_app
from tallybook.web.desk import NAME_COOKIE
from tallybook.web.guard import TOKEN_COOKIE, TOKEN_FIELD
from tallybook.web.work import fingerprint
from tests.plain_reader import PlainReader

BASE = "http://127.0.0.1:8400"

WORDS = (
    "Ruritania shipped 30 crates of rifles to Borduria, Ada Quill said.\n\n"
    "Borduria pledged 7 crates of rifles to Sylvania.\n\n"
    "The port was quiet on Tuesday, and nobody counted what lay on the quay.\n"
)


class Desk:
    """A desk with one report on it, as somebody sits at it."""

    def __init__(self, register: Register, *, analyst: str = "Ada Quay", read_only: bool = False) -> None:
        self.pipeline = Pipeline(register, read_with=PlainReader)
        app = create_app(self.pipeline, read_only=read_only, options=Options(allow_private=True))
        self.client = TestClient(app, base_url=BASE, raise_server_exceptions=False)
        if analyst:
            self.client.cookies.set(NAME_COOKIE, analyst.replace(" ", "%20"))
        self.client.get("/help")

    @classmethod
    def at(cls, folder: Path, *, analyst: str = "Ada Quay") -> Desk:
        """A desk on a register in a file, which several can share."""
        return cls(open_register(folder / "book.db", create=True), analyst=analyst)

    def post(self, address: str, **fields: str) -> Any:
        """Send a form of the desk's own; the answer at the end of all redirections."""
        token = self.client.cookies[TOKEN_COOKIE]
        return self.client.post(address, data={TOKEN_FIELD: token, **fields})

    def add(self, text: str = WORDS, **fields: str) -> str:
        """Paste a report; its id."""
        answer = self.post("/add", text=text, **fields)
        assert answer.status_code == 200, answer.text
        return str(answer.url).rsplit("/", 1)[1]

    def claims(self, report_id: str) -> tuple[Claim, ...]:
        """The claims of a report as they stand."""
        with self.pipeline.register.reading() as book:
            return book.claims.of_report(report_id)

    def judge(self, claim: Claim, what: str, **fields: str) -> Any:
        """Press one of a card's buttons, as the card stood when ``claim`` was looked at."""
        return self.post(f"/claims/{claim.id}/{what}", fingerprint=fingerprint(claim), **fields)
