"""Responses: what somebody does about an arms transfer, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tallybook.model import Claim, ClaimKind, Report
from tallybook.read import Reader
from tallybook.read.text.parse import load_language
from tallybook.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tallybook.read.text.tree import Doc

Parsed = Callable[[str], "Doc"]

TOLD = "Iran sent 40 drones to Russia in May, the White House said. "
"""A transfer, so that what follows has something to respond to."""


@pytest.fixture(scope="module")
def reader(words: Vocabulary) -> Reader:
    return Reader(words, load_language())


def responses(reader: Reader, text: str) -> list[Claim]:
    report = Report(
        id="r000000000001",
        name="report.txt",
        text=text,
        sha256="0" * 64,
        captured_at="2024-06-01T00:00:00Z",
        published="2024-05-31",
    )
    return [claim for claim in reader.read(report) if claim.kind == ClaimKind.RESPONSE]


@pytest.mark.parametrize(
    ("sentence", "action", "actor", "target"),
    [
        (
            "Peru slapped visa bans on two Iranian officers.",
            "sanctions-imposed",
            "Peru",
            "two Iranian officers",
        ),
        (
            "Two Iranian officers are already under EU sanctions.",
            "sanctions-imposed",
            "European Union",
            "Two Iranian officers",
        ),
        ("Peru followed with sanctions on three officers.", "sanctions-imposed", "Peru", "three officers"),
        ("A probe into the drone flights has been opened in Peru.", "investigates", "Peru", None),
        ("Whoever arms Russia will pay for it, a Peruvian envoy threatened.", "warns", "Peru", "Russia"),
        ("Peru has cut its air links with Iran over the drones.", "other", "Peru", "Iran"),
        ("The exports fly in the face of the treaty, Peru said.", "finds-violation", "Peru", None),
        ("Peru is weighing measures against firms that sell drones.", "sanctions-promised", "Peru", None),
        ("Peru asked the Security Council to meet over the drones.", "raises-at-UN", "Peru", None),
        ("Peru gathers evidence of how many drones Iran has sold.", "investigates", "Peru", None),
        ("Peru closely follows whether Iran will send missiles too.", "monitors", "Peru", "Iran"),
        ("A Peruvian court banned the export of drone parts to Iran.", "embargo", "Peru", "Iran"),
        (
            "Peru's envoy urged the council to act against Iran over the deliveries.",
            "calls-for",
            "Peru",
            None,
        ),
        ("France condemned Iran for the shipment.", "condemns", "France", "Iran"),
        ("Poland called the delivery a provocation.", "condemns", "Poland", None),
        ("The United States warned Iran against further deliveries.", "warns", "United States", "Iran"),
        ("Canada imposed sanctions on Iran over the drones.", "sanctions-imposed", "Canada", "Iran"),
        ("Canada will impose new sanctions on Iran over the drones.", "sanctions-promised", "Canada", "Iran"),
        ("Canada announced sanctions against Iran over the drones.", "sanctions-announced", "Canada", "Iran"),
        ("Japan enforces the sanctions on Iran.", "sanctions-enforced", "Japan", "Iran"),
        ("Japan reminded Iran of its obligations.", "calls-for", "Japan", "Iran"),
        ("Canada wants to impose sanctions on Iran.", "sanctions-promised", "Canada", "Iran"),
        ("Canada froze the accounts of two firms.", "sanctions-imposed", "Canada", "two firms"),
        ("Japan would answer with new measures against Iran.", "sanctions-promised", "Japan", "Iran"),
        ("Japan has blocked the re-export of engines to Iran.", "export-control", "Japan", "Iran"),
        ("France calls this a clear breach of the resolution.", "finds-violation", "France", None),
        ("The Security Council took up the matter in May.", "raises-at-UN", None, None),
        (
            "The drone deal violates a Security Council resolution, Norway said.",
            "finds-violation",
            "Norway",
            None,
        ),
        ("Britain took the matter to the UN Security Council.", "raises-at-UN", "United Kingdom", None),
        ("Germany is monitoring whether Iran will send missiles.", "monitors", "Germany", "Iran"),
        ("Sweden is investigating how the drones reached Russia.", "investigates", "Sweden", None),
        ("Ukraine urged Iran to stop the deliveries.", "calls-for", "Ukraine", "Iran"),
        ("Italy summoned the Iranian ambassador over the drones.", "summons", "Italy", "Iran"),
        ("China vetoed a resolution on the drones.", "vetoes", "China", None),
        ("Ukraine broke off relations with Iran over the drones.", "other", "Ukraine", "Iran"),
        ("An arms embargo on Iran was in force until 2020.", "embargo", None, "Iran"),
        ("Sanctions were placed on Iran by Canada for the drones.", "sanctions-imposed", "Canada", "Iran"),
        (
            "South Korea steps up enforcement of the sanctions on Iran.",
            "sanctions-enforced",
            "South Korea",
            "Iran",
        ),
        ("No country should send drones to Russia, Denmark said.", "calls-for", "Denmark", "Russia"),
        ("Portugal appointed a commission to look at the sale.", "investigates", "Portugal", None),
        ("Norway works to interdict shipments of drones.", "other", "Norway", None),
        ("The ship with the drones was not allowed to dock, said Malta.", "other", "Malta", None),
        ("Greece refused the freighter with the drones entry to its port.", "other", "Greece", None),
        ("Norway turned back the plane with the drones.", "other", "Norway", None),
        ("Poland tried to stop the deal.", "other", "Poland", None),
        ("Denmark raised the matter twice with Tehran.", "other", "Denmark", "Iran"),
        ("Sweden said it would tighten its rules for drone exports.", "export-control", "Sweden", None),
        ("Canada informed the UN about the shipment.", "raises-at-UN", "Canada", None),
        (
            "Iran supplied the drones contrary to UN resolutions, Latvia said.",
            "finds-violation",
            "Latvia",
            "Iran",
        ),
        (
            "The drone maker was listed by the EU in May.",
            "sanctions-imposed",
            "European Union",
            "The drone maker",
        ),
        ("Spain proposed to its partners to do the same.", "calls-for", "Spain", None),
        ("Canada called on Monday on Iran to stop the shipments.", "calls-for", "Canada", "Iran"),
        (
            "The envoy of Iran in Vienna was summoned to the Austrian Foreign Ministry.",
            "summons",
            "Austria",
            "Iran",
        ),
        ("Chile warned that Iran would risk sanctions.", "warns", "Chile", "Iran"),
        ("Chad’s ambassador was called to the ministry in Oslo.", "summons", "Norway", "Chad"),
        ("Iran must stop the deliveries, a court in The Hague ruled.", "calls-for", None, "Iran"),
        ("Finland has suspended two licences for drones.", "export-control", "Finland", None),
        ("Opposition lawmakers in Berlin called the decision a mistake.", "condemns", "Germany", None),
        ("Senators called on Peru to impose sanctions on Iran.", "calls-for", "Senators", "Peru"),
        ("Oman complained to Iran over the sale.", "condemns", "Oman", "Iran"),
        ("Iran’s sale of drones is unacceptable to us, the Omani minister said.", "condemns", "Oman", "Iran"),
        ("Malta raised the matter at a meeting of the UN Security Council.", "raises-at-UN", "Malta", None),
        ("Ghana accused Iran of stabbing it in the back.", "condemns", "Ghana", "Iran"),
        ("Chile warned that it would impose sanctions on Iran.", "sanctions-promised", "Chile", "Iran"),
        ("Exports of military goods to Iran have been banned by Chile.", "embargo", "Chile", "Iran"),
        (
            "No drones will be cleared for export to Iran, the Chilean ministry said.",
            "embargo",
            "Chile",
            "Iran",
        ),
        (
            "Requests for exports of drones to Iran will be turned down, Chile said.",
            "embargo",
            "Chile",
            "Iran",
        ),
        ("Chile has put a halt to its arms exports to Iran.", "embargo", "Chile", "Iran"),
        (
            "All this despite the arms embargo that the EU laid on Iran in 2007.",
            "embargo",
            "European Union",
            "Iran",
        ),
        (
            "From now on every sale of drones needs a special decision, Chile said.",
            "export-control",
            "Chile",
            None,
        ),
        (
            "Chile must take a hard look at its own sales, a senator from Peru said.",
            "calls-for",
            "Peru",
            "Chile",
        ),
        ("The assets of the drone maker have been frozen.", "sanctions-imposed", None, None),
        ("Peru’s secret service will get to the bottom of the shipment.", "investigates", "Peru", None),
    ],
)
def test_actions(reader: Reader, sentence: str, action: str, actor: str | None, target: str | None) -> None:
    """Each kind of response is found with who acts and against whom."""
    found = [c for c in responses(reader, TOLD + sentence) if c.quote_span.start >= len(TOLD)]
    assert [(c.action and c.action.value, c.actor, c.target) for c in found] == [(action, actor, target)]


@pytest.mark.parametrize(
    "text",
    [
        "The European Union imposed sanctions on eleven officials over the crackdown on protesters.",
        "Seoul condemned the missile test and opened a drill with its ally. The exercise ends on Friday.",
        "The minister warned of a cold winter. Drivers were urged to stay at home.",
        "Paris condemned the attack on the market and called for calm.",
        TOLD + "NATO called for more spending on defence.",
        TOLD + "Turkey condemned the burning of books in Oslo.",
        TOLD + "The minister warned that Iran could send more drones.",
        TOLD + "The bank complies with all sanctions.",
        TOLD + "The allies looked into ways to help Ukraine.",
        TOLD + "The tanker called at Malta on May 3 and wants to stop at another port.",
        TOLD + "Tehran insists that it sells no drones.",
        TOLD + "Moscow condemned the stationing of the launcher in Japan.",
        TOLD + "Tehran called the reports of the deal absurd.",
        TOLD + "France urged Iran to end the war.",
        TOLD + "China accounts for most ways around the sanctions.",
        TOLD + "All rights reserved.",
        TOLD + "The senator called for a coalition to set up a no-fly zone.",
        TOLD + "The governor wants to tighten gun control in Texas.",
        TOLD + "The party proposed a steep levy on coal.",
        TOLD + "A truce would halt the rain of bombs on the town.",
        TOLD + "Italy and others called on the parties to the conflict to show restraint.",
        TOLD + "The visit was widely condemned in Brussels.",
        TOLD + "Iran has not joined the sanctions on Belarus.",
        TOLD + "Iran is accused of breaking the embargo.",
        TOLD + "The launcher threatens the security of the region.",
        TOLD + "Officers are studying how well the drones fly.",
        TOLD + "A buyer must make sure that the drones stay in the country.",
        TOLD + "The army warned residents of the town to leave.",
        TOLD + "An investigation by Reuters found engines of the drones.",
        TOLD + "Parliament is watching the budget closely.",
        TOLD + "Peru calls the report on drones misleading.",
        TOLD + "Peru slams the claim of drones for Russia as groundless.",
        TOLD + "Russia buys most of the oil of Iran in spite of Western sanctions.",
        TOLD + "Peru has put sanctions on about 300 Russian persons and entities.",
        TOLD + "Lima is under growing pressure to give Ukraine tanks.",
        TOLD + "Lima has been pressed at home to send Ukraine tanks.",
        TOLD + "The whole border can be watched by them.",
        TOLD + "Nothing forbids selling missiles to Russia.",
        TOLD + "Talks on a yard for Peruvian drones and jets were suspended in 2019.",
        TOLD + "He regretted that it took the council three months.",
        TOLD + "Peru rejected a report in which experts called the charge of arming Russia credible.",
    ],
)
def test_responses_to_something_else_are_none(reader: Reader, text: str) -> None:
    """Sanctions, condemnations, warnings and drills about something else are no responses."""
    assert responses(reader, text) == []


def test_words_about_something_else_beside_a_transfer(reader: Reader) -> None:
    """Also in a report on a transfer, a condemned attack is no response to it."""
    text = TOLD + "Turkey condemned the bombing of a mosque in Kabul."
    assert responses(reader, text) == []


def test_we_is_the_speaker(reader: Reader) -> None:
    """The word "we" acts for the state of who speaks, and a plan of one's own is confirmed."""
    text = TOLD + "“We will impose new sanctions on those who help Iran,” said Canadian minister Anna Perrin."
    found = [c for c in responses(reader, text) if c.action and c.action.value == "sanctions-promised"]
    assert [(c.actor, c.certainty.value) for c in found] == [("Canada", "confirmed")]
    assert found[0].source is not None
    assert found[0].source.name == "Anna Perrin"


def test_what_somebody_must_do_goes_on_with_who_spoke(reader: Reader) -> None:
    """A report does not say of itself what a state must do: the speaker before goes on."""
    text = TOLD + "“It is a scandal,” said Norwegian minister Kari Moe. Iran must stop the deliveries."
    found = [c for c in responses(reader, text) if c.action and c.action.value == "calls-for"]
    assert [(c.actor, c.target, c.source and c.source.name) for c in found] == [
        ("Norway", "Iran", "Kari Moe")
    ]


def test_the_group_is_the_one_named_last(reader: Reader) -> None:
    """Words for an armed group stand for the group told of, and no phrase is taken for its name."""
    text = (
        "Iran sent 40 drones to the Houthis in May. Since 2015 the council has barred arms for the rebels"
        " who hold Sanaa. An arms embargo on the group, which Oman backs, was set up by Peru."
    )
    assert {c.target for c in responses(reader, text)} == {"Houthis"}


def test_two_measures_in_one_clause_are_two_responses(reader: Reader) -> None:
    """Of "sanctions and export controls" each is one."""
    text = TOLD + "Sanctions and export controls have left Russia short of drones, Norway said."
    actions = [c.action.value for c in responses(reader, text) if c.action]
    assert actions == ["sanctions-imposed", "export-control"]


def test_a_denied_response_is_negated(reader: Reader) -> None:
    """A response that did not happen says so."""
    found = responses(reader, TOLD + "Serbia has not imposed sanctions on Iran over the drones.")
    assert [c.negated for c in found if c.action and c.action.value == "sanctions-imposed"] == [True]


def test_responses_stand_in_the_text_with_their_reasons(reader: Reader) -> None:
    """Quotes stand where they say, are at most 400 characters, and every response says why it is one."""
    text = (
        TOLD
        + "France condemned the deal. It will watch closely whether Iran sends missiles, and wants a ban."
    )
    found = responses(reader, text)
    assert found
    for claim in found:
        assert claim.stands_in(text)
        assert claim.quote_span.length <= 400
        assert len(claim.why) == 2
