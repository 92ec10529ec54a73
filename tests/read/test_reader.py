"""The reader as a whole: what sentences of our own tell, and what holds for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallybook.model import QUOTE_LIMIT, ClaimKind
from tallybook.read import Reader
from tests.read.reporting import report_of, transfers

SENTENCES = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text("utf-8"))


@pytest.mark.parametrize("expected", [e for e in SENTENCES if "none" not in e], ids=lambda e: e["text"][:60])
def test_a_sentence_tells_of_its_one_transfer(reader: Reader, expected: dict[str, object]) -> None:
    """Stage, ends, certainty and polarity of one sentence are read as written down before."""
    claims = transfers(reader, str(expected["text"]))
    assert len(claims) == 1, [c.why for c in claims]
    found = {key: getattr(claims[0], key) for key in expected if key != "text"}
    assert found == {key: value for key, value in expected.items() if key != "text"}


@pytest.mark.parametrize("text", [e["text"] for e in SENTENCES if "none" in e], ids=lambda t: t[:60])
def test_a_sentence_without_a_transfer_gives_no_claim(reader: Reader, text: str) -> None:
    """Tests, drills, money, food, training and home production are no transfers."""
    assert transfers(reader, text) == []


STORY = """Norway sends Ukraine coastal guns

Norway has given Ukraine 22 self-propelled howitzers, the Defence Ministry in Oslo said on Tuesday.

"We will deliver another eight in May," the minister told reporters. Ukraine has already used the guns near
Odesa, according to a Ukrainian officer.

Sweden halted deliveries of rifles to Kyiv last month. Russia denied that it had received shells from Belarus.
"""


def test_every_quote_stands_in_the_text(reader: Reader) -> None:
    """Quotes and other mentions are exact words of the report, and never longer than allowed."""
    claims = reader.read(report_of(STORY))
    assert claims
    assert all(c.stands_in(STORY) for c in claims)
    assert all(len(c.quote) <= QUOTE_LIMIT for c in claims)


def test_two_speakers_together_are_not_one_of_them(reader: Reader) -> None:
    """What two deny together and one of them on his own are two claims."""
    text = (
        "Peru has sent no rifles to Chile, said Minister Ana Moro and General Luis Vega. "
        "Vega denied that Peru had sent rifles to Chile."
    )
    assert len(transfers(reader, text)) == 2


def test_every_word_of_a_claim_stands_in_the_text(reader: Reader) -> None:
    """Goods, amounts, periods and parties carry the report's own words at their spans."""
    for claim in reader.read(report_of(STORY)):
        parts = [*claim.goods, claim.quantity, claim.time, *claim.parties, *claim.hedges]
        for part in parts:
            if part is not None and part.span is not None:
                assert part.span.of(STORY) == part.text


def test_every_claim_says_why(reader: Reader) -> None:
    """No transfer claim is made without a reason in words."""
    assert all(c.why for c in reader.read(report_of(STORY)) if c.kind is ClaimKind.TRANSFER)


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    """Reading is deterministic, ids included."""
    assert reader.read(report_of(STORY)) == reader.read(report_of(STORY))


def test_ends_are_never_the_same(reader: Reader) -> None:
    """Nobody supplies himself."""
    assert all(c.supplier != c.recipient for c in transfers(reader, STORY))


def test_a_number_of_its_own_is_a_claim_of_its_own(reader: Reader) -> None:
    """Two figures for two kinds of goods are two claims with a quote each."""
    claims = transfers(reader, "Turkey gave Somalia 60 armoured vehicles and 450 rifles.")
    assert [c.quantity.figure for c in claims if c.quantity] == [60, 450]
    assert len({c.quote_span for c in claims}) == 2


def test_a_pronoun_goes_on_with_the_flow_under_discussion(reader: Reader) -> None:
    """What points back takes over the ends of the flow told before, and says so."""
    claims = transfers(reader, "Israel sold India 10 Heron drones. Three of them have been delivered.")
    assert {c.flow for c in claims} == {("Israel", "India")}
    assert any("under discussion" in reason for c in claims for reason in c.why)


def test_a_headline_is_no_claim_of_its_own(reader: Reader) -> None:
    """What the headline says again in capitals stands in ``also``."""
    text = "IRAN SENDS DRONES TO RUSSIA\n\nIran has sent drones to Russia, two officials said on Monday.\n"
    (claim,) = transfers(reader, text)
    assert claim.also == ("IRAN SENDS DRONES TO RUSSIA",)


def test_lower_case_names_are_read(reader: Reader) -> None:
    """A report that writes states in lower case is read all the same."""
    (claim,) = transfers(reader, "iran has delivered missiles to russia.")
    assert claim.flow == ("Iran", "Russia")


WORDS = st.sampled_from(
    [
        "Iran",
        "Russia",
        "Ukraine",
        "sent",
        "has",
        "not",
        "will",
        "missiles",
        "to",
        "from",
        "by",
        "the",
        "and",
        "of",
        "400",
        "“we",
        "deny”",
        "said",
        ".",
        ",",
        ";",
        "—",
        "(",
        ")",
        "\n",
        "any",
        "Kyiv's",
        "drones",
        "whether",
        "it",
        "they",
        "accused",
        "supplying",
        "U.S.",
        "date 2024-01",
        "which",
        "that",
        "3,000",
        "shells",
        "«»",
    ]
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_ends_in_claims(reader: Reader, text: str) -> None:
    """Whatever the text, reading ends in claims whose words stand in it."""
    assert all(c.stands_in(text) for c in reader.read(report_of(text)))


def test_a_weight_stays_with_its_bombs(reader: Reader) -> None:
    """A number tied to a unit of weight is part of what goods are called, not how many they are."""
    (claim,) = transfers(reader, "Ruritania resumed the supply of 2,000-pound bombs from Spain to Oman.")
    assert [g.text for g in claim.goods] == ["2,000-pound bombs"]
    assert claim.quantity is None


def test_who_denies_time_and_again_is_the_source(reader: Reader) -> None:
    """An idiom between a verb of saying and what is said parts neither the denial nor its speaker."""
    (claim,) = transfers(reader, "Abu Dhabi has denied time and again that it arms the RSF.")
    assert claim.source is not None
    assert (claim.source.name, claim.source.cue) == ("Abu Dhabi", "has denied")
