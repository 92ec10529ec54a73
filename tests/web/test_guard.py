"""What stands before every page refuses what is not ours."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from tallybook.web.guard import (
    HEADERS,
    LOOPBACK_HOSTS,
    TOKEN_FIELD,
    Guard,
    remember_token,
    require_token,
    token_of,
)


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
