"""What stands before every page refuses what is not ours."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from tallybook.errors import UsageError
from tallybook.pipeline import Pipeline
from tallybook.store import Register
from tallybook.web import is_loopback, serve
from tallybook.web.guard import (
    ANY_ADDRESS,
    HEADERS,
    LOOPBACK_HOSTS,
    TOKEN_FIELD,
    Guard,
    remember_token,
    require_token,
    token_of,
)
from tests.plain_reader import PlainReader


async def page(request: Request) -> Response:
    """A page whose form carries the token."""
    response = PlainTextResponse(token_of(request))
    remember_token(request, response)
    return response


async def change(request: Request) -> Response:
    """A change that needs the token."""
    require_token(request, await request.form())
    return PlainTextResponse("changed")


@pytest.fixture
def client() -> TestClient:
    """A browser at a guarded desk on loopback."""
    app = Starlette(routes=[Route("/", page), Route("/change", change, methods=["POST"])])
    app.add_middleware(Guard, hosts=LOOPBACK_HOSTS)
    return TestClient(app, base_url="http://127.0.0.1:8000")


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    """Pages, refusals and missing pages alike forbid inline scripts and anything from elsewhere."""
    answers = [client.get("/"), client.get("/nowhere"), client.get("/", headers={"host": "evil.example"})]
    for answer in answers:
        assert all(answer.headers[name] == value for name, value in HEADERS.items())
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::1"])
def test_an_unknown_host_is_refused(client: TestClient, host: str) -> None:
    """A name that somebody else points at this machine is not served (DNS rebinding)."""
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}],
)
def test_a_change_from_another_page_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    """Even with the right token, a change must come from the desk's own origin."""
    token = client.get("/").text
    assert client.post("/change", data={TOKEN_FIELD: token}, headers=headers).status_code == 403


def test_a_change_needs_the_browsers_token(client: TestClient) -> None:
    """Without the token, or with another one, nothing is changed; with it, it is."""
    assert client.post("/change").status_code == 403
    token = client.get("/").text
    assert client.post("/change", data={TOKEN_FIELD: "x"}).status_code == 403
    assert client.post("/change", data={TOKEN_FIELD: token}).text == "changed"


def test_too_much_at_once_is_refused(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body over the limit is refused for the length that it says, or on the way where it says none."""
    monkeypatch.setattr("tallybook.web.guard.BODY_LIMIT", 10)
    token = client.get("/").text
    assert client.post("/change", data={TOKEN_FIELD: token}).status_code == 413
    kind = {"content-type": "application/x-www-form-urlencoded"}
    chunks = iter([b"x" * 8, b"x" * 8])
    assert client.post("/change", content=chunks, headers=kind).status_code == 413
    assert client.post("/change", content=b"x" * 20, headers={"content-length": "x"}).status_code == 413


@pytest.mark.parametrize(("host", "status"), [("10.0.0.7", 200), ("[fe80::1]", 200), ("evil.example", 421)])
def test_an_exposed_desk_is_asked_for_by_number(host: str, status: int) -> None:
    """Served to other machines, any address in numbers is the desk's; names stay refused."""
    app = Starlette(routes=[Route("/", page)])
    app.add_middleware(Guard, hosts=frozenset({ANY_ADDRESS}))
    answer = TestClient(app).get("/", headers={"host": f"{host}:8400"})
    assert answer.status_code == status


def test_refusals_say_nothing_of_the_book(client: TestClient) -> None:
    """Who asks under a wrong name gets a page with the reason, escaped, and nothing else."""
    answer = client.get("/", headers={"host": "<b>evil"})
    assert "<b>" not in answer.text
    assert "Refused" in answer.text


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "desk.example", "::"])  # noqa: S104
def test_other_machines_reach_the_desk_only_where_that_is_said(host: str) -> None:
    """Listening elsewhere than on this machine is refused with what it would mean, unless it is asked for."""
    with pytest.raises(UsageError, match="no sign-in"):
        serve(Pipeline(Register.in_memory(), read_with=PlainReader), host=host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.3.2.1", "::1", "localhost"])
def test_this_machine_alone_is_fine(host: str) -> None:
    """Addresses of this machine alone need no permission."""
    assert is_loopback(host)
