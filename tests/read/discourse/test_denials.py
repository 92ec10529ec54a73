"""Denials that do not say again what they deny."""

from __future__ import annotations

import pytest

from tallybook.model import Stage
from tallybook.read import Reader
from tests.read.reporting import transfers

TOLD = "Serbia sold 300 shells to Russia, a newspaper wrote. "


@pytest.mark.parametrize(
    "denial",
    [
        "Belgrade rejected the charge.",
        "Belgrade called the report a sham.",
        "The Serbian minister answered that the report was pure fiction.",
        "Belgrade accused the newspaper of spreading lies.",
        "Belgrade said it was not aware of any such sale.",
        "The Serbian trade ministry stated that nothing was known to it about such a sale.",
        "Belgrade and Moscow denied any arms deals.",
    ],
)
def test_a_denial_goes_back_to_what_was_told(reader: Reader, denial: str) -> None:
    """Who is an end of the flow and calls it untrue, or knows nothing of it, denies it."""
    told = transfers(reader, TOLD + denial)[1:]
    assert [(c.stage, c.supplier, c.recipient, c.negated) for c in told] == [
        (Stage.DENIED_TRANSFER, "Serbia", "Russia", True)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The dealer showed false end-user certificates.",
        "Neither Belgrade nor Moscow confirmed or denied the sale.",
        "A ship under a false flag left the port of Bar, Belgrade said.",
        "Asked about the shells, the minister said that they were old.",
        "Reporters asked the Serbian minister about the shells.",
        "The UN found no evidence that this was so, a spokesman said.",
        "Belgrade rejected a report on graft in its courts.",
        "Serbia says it plays no part in the election in Kosovo.",
        "“It is not true that we are at war,” the Serbian president said.",
    ],
)
def test_false_papers_and_silence_deny_nothing(reader: Reader, sentence: str) -> None:
    """What is false about papers and flags is no word on the report; nor is neither yes nor no."""
    assert [c.negated for c in transfers(reader, TOLD + sentence)] == [False]


def test_a_clause_beside_it_denies_what_the_sentence_tells(reader: Reader) -> None:
    """The report and the word that it is a lie may stand in one sentence."""
    text = "A newspaper wrote that Serbia had sold shells to Russia, which Belgrade called a lie."
    assert [(c.stage is Stage.DENIED_TRANSFER, c.negated) for c in transfers(reader, text)] == [
        (False, False),
        (True, True),
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "That is out of the question, the Serbian president said.",
        "“This is not on the table,” said Serbian minister Ana Peric.",
        "A delivery is not planned, the Serbian government said.",
    ],
)
def test_what_is_ruled_out_is_what_was_asked_for(reader: Reader, answer: str) -> None:
    """Who was asked and says that it is out of the question will not supply."""
    told = transfers(reader, f"Ghana asked Serbia for shells. {answer}")[1:]
    assert [(c.stage, c.supplier, c.recipient, c.negated) for c in told] == [
        (Stage.PLANNED, "Serbia", "Ghana", True)
    ]


@pytest.mark.parametrize(
    "denial",
    [
        "“There were no shells,” the Serbian minister said.",
        "“There was no such shipment,” Belgrade said.",
        "“No such shells exist,” the Serbian embassy said.",
        "There are no such shells, Serbia's defence minister said.",
    ],
)
def test_that_there_was_no_such_thing_denies_it(reader: Reader, denial: str) -> None:
    """Who is an end of the flow and says that the goods never were denies it."""
    told = transfers(reader, TOLD + denial)[1:]
    assert [(c.stage, c.supplier, c.recipient) for c in told] == [(Stage.DENIED_TRANSFER, "Serbia", "Russia")]


@pytest.mark.parametrize(
    "sentence",
    [
        "“There were no shells at the parade,” the Serbian minister said.",
        "There are no shells for the recruits, the Serbian minister said.",
        "The guns are old and there are no shells, the Serbian minister said.",
        "There were no shells, said a visitor to the museum.",
        "There was no such boat in the harbour, the Serbian minister said.",
    ],
)
def test_what_is_lacking_somewhere_denies_nothing(reader: Reader, sentence: str) -> None:
    """Goods that are not in one place, or not there for somebody, may have been sold all the same."""
    assert [c.negated for c in transfers(reader, TOLD + sentence)] == [False]
