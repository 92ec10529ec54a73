"""The many words in which a report tells that somebody responds, and what only sounds like it."""

from __future__ import annotations

import pytest

from tallybook.model import Claim, ClaimKind, Report
from tallybook.read import Reader
from tallybook.read.text.parse import load_language
from tallybook.vocabulary import Vocabulary

TOLD = (
    "Peru has sent 40 howitzers to Ghana, a Ghanaian general said on Monday.\n\n"
    "The guns arrived by ship in the port of Tema last week.\n\n"
)
"""A transfer, so that what follows has something to respond to."""


@pytest.fixture(scope="module")
def reader(words: Vocabulary) -> Reader:
    return Reader(words, load_language())


def responses(reader: Reader, text: str) -> list[Claim]:
    report = Report(
        id="r000000000002",
        name="report.txt",
        text=text,
        sha256="0" * 64,
        captured_at="2025-03-03T12:00:00Z",
        published="2025-03-03",
    )
    return [claim for claim in reader.read(report) if claim.kind == ClaimKind.RESPONSE]


TOLD_AS = {
    "condemns": (
        "Togo found the sale contemptible.",
        "The sale brought a complaint from Lome.",
        "Amnesty International took Peru to task over the guns.",
        "Togo did not hide its anger at the deal.",
        "A wave of criticism met the sale at home.",
        "Togo faulted Peru for arming its neighbour.",
    ),
    "warns": (
        "Chile stands ready to act if more guns are sent, its defence minister said.",
        "Serious consequences would follow any further delivery, the Chilean foreign ministry told Lima.",
        "Any ship that carries more guns will be sunk, the Togolese navy said.",
        "If the guns are fired at Togo, we will answer, the general said.",
        "Relations would suffer, Togo's foreign minister said, if the sale went ahead.",
        "A Togolese general warned that the guns would be hit.",
        "Any further delivery would meet with a response, according to the Togolese ministry.",
        "Whoever arms Ghana makes himself a party to the war, said Togo's president.",
        "Togo issued a stern warning to Peru.",
        "It would be a grave error for Lima to send more, a US official said.",
    ),
    "monitors": (
        "Togo was watching the situation, an official in Lome said.",
        "Brazil keeps an eye on the deliveries, the foreign minister said.",
        "EU inspectors will oversee how the guns are used.",
    ),
    "calls-for": (
        "Togo asked countries to lend Ghana no support of any kind.",
        "Human rights groups press Lima to end the trade.",
        "Peru must likewise act to keep its guns from being diverted, the group said.",
        "Washington leaned on Lima to drop the sale.",
        "Togo has asked Lima not to deliver any more guns.",
        "Pressure is growing on Lima to halt the sale.",
        "A halt to the sale is what Togo wants.",
        "The Council must lay an arms embargo on Ghana, the group said.",
        "The Council was asked by Togo to tighten the embargo.",
        "Countries with influence should use it to stop the deliveries, the UN chief said.",
        "Togo seeks a halt to the deliveries.",
        "The time had come for Lima to stop, the Togolese president said.",
    ),
    "investigates": (
        "A check by the ministry found that the guns had been sold by a firm in Lima.",
        "Experts of the United Nations are due at the port next week.",
        "Three of the guns were examined by experts of the United Nations.",
        "An investigating judge has taken up the case.",
        "Two men are being questioned by the police over the guns.",
        "The case has been handed to the prosecutors.",
        "Detectives want to know how the guns left the country.",
    ),
    "other": (
        "Togo's minister will meet the Peruvian ambassador over the guns today.",
        "The Peruvian attache has been asked to leave Togo.",
        "Togo has declared the Peruvian ambassador persona non grata.",
        "The US has gone to great lengths to stop the deliveries.",
    ),
    "finds-violation": (
        "The sale was in breach of what Peru had undertaken.",
        "Such sales breach the EU common position.",
        "The sale is a gross violation of Peru's duties, Togo said.",
    ),
    "raises-at-UN": (
        "The case will be passed on to the UN Security Council.",
        "Togo reported the rifles to the UN sanctions committee.",
        "The case is now before the Security Council.",
    ),
    "summons": (
        "Peru's ambassador had to appear at the foreign ministry in Lome.",
        "The Peruvian charge d'affaires was ordered to the ministry.",
    ),
    "vetoes": ("A Russian veto ended the work of the panel on sanctions.",),
    "sanctions-promised": (
        "Togo and its partners are working on measures against the Peruvian firm.",
        "New sanctions are in the pipeline, a US official said.",
        "The United States could put the firm on its sanctions list.",
        "The sellers can expect sanctions, the US envoy said.",
        "Brussels is thinking about penalties for the firm.",
    ),
    "sanctions-announced": (
        "New sanctions were made public on Friday against two firms that sold the guns.",
    ),
    "export-control": (
        "Germany put new curbs on the export of engines for tanks.",
        "Licences are no longer given for exports to Ghana.",
        "Exports of arms to Ghana are now checked case by case, Paris said.",
    ),
    "embargo": (
        "No arms may be sold to Ghana under a resolution of 2019.",
        "Lima has decided to sell Ghana no more guns.",
        "The sale of arms to Ghana is forbidden under EU rules.",
    ),
    "deploys/exercises": (
        "Togo put its troops on alert over the delivery.",
        "Togo's navy held a drill off Tema in response to the sale.",
    ),
}


@pytest.mark.parametrize(
    ("action", "sentence"), [(action, one) for action, all_ in TOLD_AS.items() for one in all_]
)
def test_wordings(reader: Reader, action: str, sentence: str) -> None:
    """One response, of the action that its words tell."""
    found = [c for c in responses(reader, TOLD + sentence) if c.quote_span.start >= len(TOLD)]
    assert [c.action and c.action.value for c in found] == [action]


@pytest.mark.parametrize(
    "sentence",
    [
        "The general warned that the rains would be heavy.",
        "He was warned of malaria.",
        "The police are investigating a robbery in Tema.",
        "The bank was put under sanctions over the war in Sudan.",
        "Ghana is not subject to any UN sanctions.",
        "The government of a country under no embargo got them.",
        "Peru denied that the ship had called at the port of Tema.",
        'The crates were marked "dangerous goods".',
        "A source close to the inquiry said the price was 20 million dollars.",
        "None of this has been verified.",
        "Pressed by reporters, the general gave no number.",
        "The minister was asked about the guns in parliament.",
        "The defence minister took up the delay with his colleague in Lima.",
        "The army looked into other offers before it chose the guns.",
        "The Commission for Export Control gave its leave.",
        "Nothing hinders Peru from selling more weapons.",
        "Whoever broke the law has to leave the army.",
        "A shipment of 20 mortars has been halted by Peru.",
        "The president threatened to dissolve parliament.",
        "The minister promised a written answer.",
        "The police fired warning shots at the port.",
        "Chile is examining whether to sell Ghana howitzers of its own.",
        "A summary is not an inquiry.",
        "A Peruvian rejected what he called baseless talk of guns for Togo.",
        "No officer asked questions about the guns.",
        "Brazil has established that the guns are old.",
    ],
)
def test_what_only_sounds_like_a_response(reader: Reader, sentence: str) -> None:
    """Another matter, a rule without a case, a question, or nothing done."""
    assert responses(reader, TOLD + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Protests from Lome did not keep Lima from the sale.", "Togo"),
        ("Chile is said to be watching the deliveries closely.", "Chile"),
        ("Togo issued a stern warning to Peru.", "Togo"),
        ("Togo reported the rifles to the UN sanctions committee.", "Togo"),
    ],
)
def test_who_acts_in_set_words(reader: Reader, sentence: str, actor: str) -> None:
    """From whom anger comes, of whom it is told, and who gives a warning."""
    found = [c for c in responses(reader, TOLD + sentence) if c.quote_span.start >= len(TOLD)]
    assert [c.actor for c in found] == [actor]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("The EU has an arms embargo in place against Chile.", "Chile"),
        ("Togo called in the Chilean ambassador over the guns.", "Chile"),
        ("Washington has raised concerns about the guns with Togo and Chile.", "Togo and Chile"),
        ("Togo's spokesman demanded that Chile cease arming Ghana at once.", "Chile"),
        ("Chile appears to have breached the UN arms embargo, the envoy said.", "Chile"),
    ],
)
def test_whom_it_is_aimed_at(reader: Reader, sentence: str, target: str) -> None:
    """Whom a measure is on behind more words, whose envoy is called in, with whom a thing is raised."""
    found = [c for c in responses(reader, TOLD + sentence) if c.quote_span.start >= len(TOLD)]
    assert [c.target for c in found] == [target]


def test_arms_on_their_way_without_a_sender(reader: Reader) -> None:
    """An inquiry in a report on arms that were found, of which nobody is said to have sent them."""
    text = (
        "Rifles and grenades were found in a container at the port of Callao. The cargo was seized.\n\n"
        "The crates of ammunition had been declared as tiles.\n\nA team of UN experts visited the port."
    )
    assert [c.action and c.action.value for c in responses(reader, text)] == ["investigates"]
