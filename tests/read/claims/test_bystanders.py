"""Who has a part in a transfer without being its end, and which day a stopped ship gives to its cargo."""

from __future__ import annotations

import pytest

from tallybook.model import Role
from tallybook.read import Reader
from tests.read.reporting import noted


@pytest.mark.parametrize(
    ("words", "role", "expected"),
    [
        ("Norwegian rifles reached Chad through Nigerien airspace.", Role.TRANSIT, ["Niger"]),
        ("Peru got mortars from Serbia via Spain and Panama.", Role.TRANSIT, ["Spain", "Panama"]),
        ("Trucks took shells from Iraq across Jordan's border to Egypt.", Role.TRANSIT, ["Jordan"]),
        ("Ghana received rifles from Brazil through a Dutch bank.", Role.TRANSIT, []),
        (
            "Mortars were flown from Serbia to Mali by the Maltese carrier Falkor Air.",
            Role.CARRIER,
            ["Falkor Air"],
        ),
        ("The Belgian Air Force received drones from Italy.", Role.CARRIER, []),
        (
            "A Maltese broker, Orda Trade, arranged the sale of Serbian mortars to Togo.",
            Role.INTERMEDIARY,
            ["Orda Trade"],
        ),
        ("Washington cleared the re-export of Danish F-16s to Peru.", Role.LICENSOR, ["United States"]),
        ("Spain sends Peru tanks after Berlin gave its consent.", Role.LICENSOR, ["Germany"]),
    ],
)
def test_roles_beside_the_ends(reader: Reader, words: str, role: Role, expected: list[str]) -> None:
    """States on the way, carriers, brokers and who gives leave are named, and are no ends of the flow."""
    parties = [p for c in noted(reader, words)[:1] for p in c.parties]
    assert [p.name for p in parties if p.role is role] == expected
    assert not {p.name for p in parties if p.role in (Role.SUPPLIER, Role.RECIPIENT)} & set(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "A navy boat stopped the dhow on 3 February. It held 600 rifles from Iran for Somalia.",
            "2025-02-03",
        ),
        ("Troops searched the lorry on Monday. On board were 40 mortars from Mali for Ghana.", "2025-02-17"),
        ("The minister spoke on Monday. On board were 40 mortars from Mali for Ghana.", None),
        ("The dhow stopped on 3 February was carrying 600 rifles from Iran to Somalia.", "2025-02-03"),
    ],
)
def test_a_stop_dates_what_was_aboard(reader: Reader, words: str, expected: str | None) -> None:
    """Goods found aboard were on their way on the day their carrier was stopped, and on no other."""
    time = noted(reader, words)[-1].time
    assert (time.edtf if time is not None else None) == expected
