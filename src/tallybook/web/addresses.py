"""Where things stand on the desk. Names go into the query, so that any name makes a whole address."""

from __future__ import annotations

from urllib.parse import urlencode


def report(report_id: str, claim: str | None = None) -> str:
    """The page of a report; with ``claim``, at its card."""
    return f"/reports/{report_id}?claim={claim}#{claim}" if claim else f"/reports/{report_id}"


def transfer(transfer_id: str) -> str:
    """The page of a transfer."""
    return f"/transfers/{transfer_id}"


def claims(**wanted: str) -> str:
    """The table of claims with these facets."""
    return "/claims?" + urlencode(wanted)


def transfers(**wanted: str) -> str:
    """The list of transfers of a ``supplier``, ``recipient``, ``stage`` or ``category``."""
    return "/transfers?" + urlencode(wanted)


def flow(supplier: str | None, recipient: str | None) -> str:
    """The page of a flow; an end that is left open is an empty word."""
    return "/flow?" + urlencode({"from": supplier or "", "to": recipient or ""})


def party(name: str) -> str:
    """The page of a state, body or person with a role in a flow."""
    return "/party?" + urlencode({"name": name})


def speaker(name: str) -> str:
    """The page of somebody who says things."""
    return "/speaker?" + urlencode({"name": name})


def outlet(name: str) -> str:
    """The page of a publisher."""
    return "/outlet?" + urlencode({"name": name})


def history(subject: str) -> str:
    """What was decided about a claim, report, transfer or name."""
    return "/history?" + urlencode({"about": subject})
