"""What the terms on the pages mean: shown a hover away, and together on the help page.

The closed lists are those of ``model.terms``; docs/glossary.md holds the same definitions for readers of the
documentation. Tests hold the three together.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tallybook.model import terms


class Group(NamedTuple):
    """Terms that belong together, by the word that is shown."""

    title: str
    terms: dict[str, str]


GROUPS: tuple[Group, ...] = (
    Group(
        "The nouns",
        {
            "report": (
                "one published text as captured; the same report with other bytes is a new version of it"
            ),
            "claim": (
                "one source saying of one flow that it has one stage, with goods, quantity, time and "
                "route; always with its exact words"
            ),
            "quote": (
                "the shortest clause that carries a claim, and where it stands in the report (characters,"
                " from 0)"
            ),
            "response": (
                "a claim of another kind: what somebody does, did or will do about a transfer or an embargo"
            ),
            "chain of attribution": "speaker ← relaying outlet ← relaying outlet: who says it, through whom",
            "origin": (
                "the speaker and occasion that a claim goes back to. Text can show that origins are not "
                'independent, never that they are: we say "at most K"'
            ),
            "primary": "the transcript, statement or document behind an origin: held, sought or none",
            "transfer": "claims that speak of the same delivery, plan or request",
            "flow": "all transfers from one supplier to one recipient; two opposite flows are an exchange",
            "judgement": (
                "an analyst's decision, appended with author, time and reason; undone only by another"
            ),
            "measure": (
                "a rule in force: a Security Council paragraph, a listing, an embargo, an export control"
            ),
            "said on": "when the source said it; not the time of the transfer",
            "as of": "the date that a figure is true for; not the time of the transfer",
        },
    ),
    Group(
        "State of a claim",
        {
            "proposed": "found by the reader, nobody has looked",
            "checked": "a person, named, vouches that the words are there and are read rightly",
            "rejected": "a person, named, says that this is no claim",
        },
    ),
    Group(
        "Stage",
        {
            "sought": "somebody seeks, wants, asks for, tries to buy, is buying",
            "offered": "somebody offers it, or means to support with it",
            "agreed": "a deal, contract or order stands",
            "pledged": "the giver promises or announces it",
            "approved": "it is allowed, licensed, signed into law",
            "planned": "it is to be delivered, hoped for, expected",
            "shipped": "it is sent or on its way; arrival is not said",
            "delivered": "it is provided, handed over; also continuing supply",
            "received": "the recipient has it",
            "used": "it is fired, launched, found in wreckage: supply is implied",
            "seized": "it is taken on the way",
            "denied-transfer": "a party says that it did not happen",
            "ended": "it is cancelled, suspended, stalled",
            "unclear": "an arms trade is spoken of, and no stage can be read",
        },
    ),
    Group(
        "Certainty",
        {
            "confirmed": 'a party owns to its own act, or the words say "confirmed"',
            "stated": "said, told, announced, reported, or the outlet's own voice without a hedge",
            "assessed": "believes, assesses, estimates; intelligence indicates",
            "likely": "likely, probably, seems",
            "possible": "may, might, could, whether",
            "alleged": "accuses, claims, alleges, reportedly",
            "denied": "a party denies it",
            "warned": "fears, is concerned, warns",
            "conditional": "if, any, would",
        },
    ),
    Group(
        "Action of a response",
        {
            "condemns": "condemns, calls it a provocation",
            "warns": "warns, threatens consequences left open",
            "sanctions-announced": "announced, not said to be in force",
            "sanctions-promised": "will, would, intends to, may",
            "sanctions-imposed": "has put, hit, imposed; in force",
            "sanctions-enforced": "enforcing those that exist",
            "export-control": "export controls; the treaty on the arms trade",
            "embargo": "an arms embargo, a ban on deliveries",
            "finds-violation": "it breaches resolutions, a law, an embargo",
            "raises-at-UN": "takes the matter to the United Nations",
            "monitors": "watches, keeps under watch",
            "investigates": "an inquiry, a working group, experts who look into it",
            "calls-for": "asks others to act or to stop",
            "summons": "calls in an ambassador",
            "vetoes": "a veto, also on the watching of sanctions",
            "deploys/exercises": "forces moved or exercised as an answer",
            "other": "exposes, consults allies, breaks off relations",
        },
    ),
    Group(
        "Goods",
        {
            "artillery-ammunition": (
                'shells, rounds and charges for guns, mortars and howitzers; "munitions" without more'
            ),
            "missiles": "guided missiles, anti-tank missiles, torpedoes",
            "rockets": "unguided rockets",
            "air-defence": "surface-to-air missiles and systems, anti-aircraft guns, their radars",
            "drones": "unmanned aircraft, loitering munitions, sea drones",
            "aircraft": "fighters, helicopters, transports",
            "armoured-vehicles": "tanks, fighting vehicles, carriers",
            "small-arms": "rifles, machine guns, pistols, grenades and their cartridges",
            "bombs": "air-dropped bombs, mines",
            "ships": "warships, submarines, boats",
            "military-equipment-unspecified": '"weapons", "arms", "military aid" without more',
            "dual-use": "goods for civil and military use",
            "technology": "know-how, production equipment, technical help",
            "fuel": "oil, petrol",
            "troops": "soldiers sent as part of an exchange",
            "other": 'guns and howitzers, cargo, "containers" without contents, goods given as payment',
        },
    ),
    Group(
        "Roles",
        {
            "supplier": "the end point from which the goods come; never the carrier or a transit state",
            "recipient": "the end point for which the goods are meant",
            "user": "fires it or puts it to use",
            "maker": "makes the goods",
            "licensor": "must allow that the goods are passed on",
            "intermediary": "a dealer or go-between",
            "carrier": "moves the goods",
            "transit": "a state on the way",
            "seizer": "takes the goods on the way",
        },
    ),
    Group(
        "Evidence",
        {
            "imagery": "the source points to pictures, from the ground or from space",
            "document": "the source points to papers",
            "wreckage": "the source points to debris or captured pieces",
            "tracking": "the source points to the tracks of ships or aircraft",
            "intelligence": "the source points to intelligence that it does not show",
            "witness": "the source points to people who saw it",
            "earlier-report": "the source points to an earlier report",
        },
    ),
    Group(
        "Edges between reports",
        {
            "copy": "words reused as they stand, outside quotation marks too",
            "rewrite": "the same content in the same order in other words",
            "cites": "one names the other as its source",
        },
    ),
    Group(
        "Differences",
        {
            "wording": "other words for the same thing",
            "bound": '"more than 1,000" beside "1,000"',
            "unit": '"boxes" beside "containers"',
            "omission": "one drops an item that the other has",
            "certainty": "weaker or stronger than in the other",
            "identity": "another office or name for the same speaker",
            "contradiction": "both cannot be true",
        },
    ),
    Group(
        "Relations between transfers",
        {
            "later-total-of": "a running total at a later date",
            "part-of": "counted in the other",
            "denies": "says that the other did not happen",
            "return-of": "what goes the other way",
            "possibly-same": "kept apart until a person says",
        },
    ),
    Group(
        "Grade",
        {
            "reliability": (
                "how far the source can be trusted, A to F: the analyst's alone (F, cannot be judged, "
                "until then)"
            ),
            "credibility": (
                "how far the information can be believed, 1 to 6: proposed by rule with its reason, a "
                "grade only when a person signs it"
            ),
        },
    ),
    Group(
        "Handling",
        {
            "CLEAR": "may be passed on without limit (Traffic Light Protocol 2.0)",
            "GREEN": "for the community, not for the public",
            "AMBER": "for the organisation and its clients who need to know",
            "AMBER+STRICT": "for the organisation alone",
            "RED": "for the eyes and ears of those addressed only",
        },
    ),
    Group(
        "Means of carriage and of capture",
        {
            "ship": "by sea",
            "rail": "by train",
            "air": "by aircraft",
            "road": "by lorry or car",
            "file": "taken in from a file",
            "url": "fetched from an address",
            "pasted": "words pasted at the desk",
            "by-hand": "typed in from paper or a broadcast: there are no bytes",
        },
    ),
)

_OF_TERMS: dict[type[StrEnum], str] = {
    terms.ClaimState: "State of a claim",
    terms.Stage: "Stage",
    terms.Certainty: "Certainty",
    terms.Action: "Action of a response",
    terms.Category: "Goods",
    terms.Role: "Roles",
    terms.Evidence: "Evidence",
    terms.EdgeKind: "Edges between reports",
    terms.DifferenceType: "Differences",
    terms.Relation: "Relations between transfers",
    terms.Handling: "Handling",
    terms.Mode: "Means of carriage and of capture",
    terms.CaptureMethod: "Means of carriage and of capture",
}
_BY_TITLE = {group.title: group.terms for group in GROUPS}
_ALL = {term: meaning for group in reversed(GROUPS) for term, meaning in group.terms.items()}


def definition(term: object) -> str | None:
    """What a term means, ``None`` where it is no term of ours.

    A member of a closed list is looked up in its own list; plain words in all of them.
    """
    if isinstance(term, StrEnum):
        return _BY_TITLE.get(_OF_TERMS.get(type(term), ""), {}).get(term.value)
    return _ALL.get(str(term))
