"""A claim's time is that of the transfer: not of the words about it, not of another transfer."""

from __future__ import annotations

import pytest

from tallybook.read import Reader
from tests.read.reporting import noted


def first_time(reader: Reader, words: str) -> tuple[str, str | None] | None:
    claims = noted(reader, words)
    assert claims
    time = claims[0].time
    return (time.text, time.edtf) if time is not None else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Since Oct. 7 Portugal has sent Kenya 3,000 rifles.",
            ("Since Oct. 7", "2024-10-07/2025-02-20"),
        ),
        ("A first delivery of Turkish drones to Ghana took place in March last year.", "in March last year"),
        ("Norway placed an order for howitzers with France last year.", ("last year", "2024")),
        ("Licences for arms to Egypt were issued by Austria in May.", ("in May", "2024-05")),
        ("This month, the State Department approved the sale of bombs to Peru.", "This month"),
        ("Putin had promised in June to supply Syria with tanks.", ("in June", "2024-06")),
        ("Italy plans to deliver six helicopters to Oman in June.", ("in June", "2025-06")),
        ("On Monday the minister said that tanks from Spain had arrived in Chile.", None),
        ("Of 29 rocket launchers, Brazil delivered 11 to Peru this year.", "this year"),
        (
            "Arms have been imported by Mali from China since it seized power in 2021.",
            "since it seized power in 2021",
        ),
        (
            "Slovenia has sold Israel shells since the war began.",
            ("since the war began", "2023-10-07/2025-02-20"),
        ),
        ("Slovenia has sold Peru shells since the war began.", ("since the war began", None)),
        (
            "Peru was the first to buy the mortars from Spain, for $9 million in May 2021.",
            ("in May 2021", "2021-05"),
        ),
        ("Under a contract signed in May 2021, Peru will get six radars from Italy.", "in May 2021"),
        ("After the October 7 attack Slovenia went on to give Israel shells.", "After the October 7 attack"),
        ("Last week rifles passed from Iran to Somalia, sources told the Daily Lamp.", "Last week"),
        ("In May, when the first tanks were loaded for Peru, a Czech official spoke of delays.", "In May"),
        ("In 2019 Norway left the pact after it took delivery of tanks from Spain.", None),
        ("On Tuesday Chad broke with Mali, which had supplied drones to the rebels of Togo.", None),
        ("The tanks bought by Kenya from Spain since 2019 are worn out.", "since 2019"),
        ("Today's fleet of Kenya is made up of tanks supplied by Spain.", None),
        ("Kenya's ministry on Friday rejected the charge that it has been supplying Mali with rifles.", None),
        ("Kenya may buy at least as many drones as last year from Turkey.", None),
        ("Forty radars will come to Ghana under a deal that Ghana and France signed on Monday.", "on Monday"),
        ("Six jets are to reach Kenya from Italy in 2027 under a deal signed on Monday.", "in 2027"),
        (
            "In early March, it is reported as well, shells were supplied to Kenya by Norway.",
            "In early March",
        ),
        ("On 8 May it was reported that Norway had supplied shells to Kenya.", None),
        ("In May, officials reported that Kenya had sent mortars to Mali.", None),
        ("In May, the ministry says, Kenya sold mortars to Mali.", ("In May", "2024-05")),
        ("Norway used a civil flight on 6 February to bring rifles to Kenya.", "on 6 February"),
        ("Kenya bought 40 tanks from Spain in 2011 under President Kibaki.", ("in 2011", "2011")),
        ("Kenya bought 40 tanks from Spain under Mwai Kibaki.", ("under Mwai Kibaki", None)),
        ("Kenya bought 40 tanks from Spain under Foreign Military Sales.", None),
        ("Tanks were delivered to Kenya by Spain from 2022.", ("from 2022", "2022/2025-02-20")),
    ],
)
def test_time_of_a_transfer(
    reader: Reader, words: str, expected: str | tuple[str, str | None] | None
) -> None:
    """The period on the verb that carries the noun, on a promise, at the front, or on a war that is known."""
    found = first_time(reader, words)
    assert (found[0] if found and isinstance(expected, str) else found) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("It happened last Friday.", "last Friday"),
        ("The seizure took place on Friday off Oman.", "on Friday"),
        ("Officials spoke of it on Friday.", None),
        ("The handover will take place on Friday.", None),
    ],
)
def test_time_in_the_next_sentence(reader: Reader, after: str, expected: str | None) -> None:
    """A sentence that only says when it happened dates what was told before; talk about it does not."""
    found = first_time(reader, f"A French frigate seized 2,000 rifles going from Iran to Somalia. {after}")
    assert (found[0] if found else None) == expected


def test_each_lot_has_the_time_behind_it(reader: Reader) -> None:
    """Of several figures with times of their own each has its own; one time ahead of all is that of all."""
    lots = noted(reader, "Mali got five planes from Spain last June and six helicopters in October.")
    assert [c.time.text for c in lots if c.time] == ["last June", "in October"]
    both = noted(reader, "In May Kenya got six jets and ten tanks from Spain.")
    assert [c.time.text for c in both if c.time] == ["In May", "In May"]
