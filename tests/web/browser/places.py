"""The pages of a served desk, by name, for tests and pictures that go through all of them."""

from __future__ import annotations

from tests.web.browser.conftest import Served


def places(served: Served) -> dict[str, str]:
    """Addresses of every page, on the reports that the desk holds."""
    with served.register.reading() as book:
        transfer = book.transfers.page(order="claims", limit=1).items[0]
        claim = book.claims.get(transfer.claims[0])
        speaker = next(tally.value for tally in book.tallies.top("speaker").items if tally.value)
        outlet = next(tally.value for tally in book.tallies.top("outlet").items if tally.value)
    flow = f"/flow?from={transfer.supplier or ''}&to={transfer.recipient or ''}".replace(" ", "+")
    found = {
        "queue": "/",
        "report": f"/reports/{claim.report_id}?claim={claim.id}",
        "claim-form": f"/claims/{claim.id}/edit",
        "footnote": f"/claims/{claim.id}/footnote",
        "transfers": "/transfers",
        "transfer": f"/transfers/{transfer.id}",
        "dossier": f"/transfers/{transfer.id}/dossier?proposed=yes",
        "flows": "/flows",
        "flow": flow,
        "claims": "/claims",
        "search": "/search?q=containers",
        "parties": "/parties",
        "party": f"/party?name={transfer.supplier or ''}".replace(" ", "+"),
        "speaker": f"/speaker?name={speaker}".replace(" ", "+"),
        "outlet": f"/outlet?name={outlet}".replace(" ", "+"),
        "history": "/history",
        "conflicts": "/conflicts",
        "add": "/add",
        "name": "/name",
        "help": "/help",
        "missing": "/reports/nowhere",
    }
    return {name: served.base + address for name, address in found.items()}
