"""The closed lists of terms that claims, transfers and judgements use (docs/glossary.md defines each)."""

from __future__ import annotations

from enum import StrEnum


class ClaimKind(StrEnum):
    """What a claim is about: a transfer, or a response to one."""

    TRANSFER = "transfer"
    RESPONSE = "response"


class ClaimState(StrEnum):
    """Who vouches for a claim: the reader proposes, a person checks or rejects."""

    PROPOSED = "proposed"
    CHECKED = "checked"
    REJECTED = "rejected"


class Stage(StrEnum):
    """How far the transfer has come, by the words of the claim."""

    SOUGHT = "sought"
    OFFERED = "offered"
    AGREED = "agreed"
    PLEDGED = "pledged"
    APPROVED = "approved"
    PLANNED = "planned"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    RECEIVED = "received"
    USED = "used"
    SEIZED = "seized"
    DENIED_TRANSFER = "denied-transfer"
    ENDED = "ended"
    UNCLEAR = "unclear"


class Certainty(StrEnum):
    """What the speaker's words commit to; kept apart from polarity and from the analyst's grade."""

    CONFIRMED = "confirmed"
    STATED = "stated"
    ASSESSED = "assessed"
    LIKELY = "likely"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    DENIED = "denied"
    WARNED = "warned"
    CONDITIONAL = "conditional"


class Action(StrEnum):
    """What a response does."""

    CONDEMNS = "condemns"
    WARNS = "warns"
    SANCTIONS_ANNOUNCED = "sanctions-announced"
    SANCTIONS_PROMISED = "sanctions-promised"
    SANCTIONS_IMPOSED = "sanctions-imposed"
    SANCTIONS_ENFORCED = "sanctions-enforced"
    EXPORT_CONTROL = "export-control"
    EMBARGO = "embargo"
    FINDS_VIOLATION = "finds-violation"
    RAISES_AT_UN = "raises-at-UN"
    MONITORS = "monitors"
    INVESTIGATES = "investigates"
    CALLS_FOR = "calls-for"
    SUMMONS = "summons"
    VETOES = "vetoes"
    DEPLOYS = "deploys/exercises"
    OTHER = "other"


class Category(StrEnum):
    """Our category of goods; UN Register and EU list classes stand beside it."""

    ARTILLERY_AMMUNITION = "artillery-ammunition"
    MISSILES = "missiles"
    ROCKETS = "rockets"
    AIR_DEFENCE = "air-defence"
    DRONES = "drones"
    AIRCRAFT = "aircraft"
    ARMOURED_VEHICLES = "armoured-vehicles"
    SMALL_ARMS = "small-arms"
    BOMBS = "bombs"
    SHIPS = "ships"
    UNSPECIFIED = "military-equipment-unspecified"
    DUAL_USE = "dual-use"
    TECHNOLOGY = "technology"
    FUEL = "fuel"
    TROOPS = "troops"
    OTHER = "other"


class Role(StrEnum):
    """What a party does in a flow. Only supplier and recipient are its end points."""

    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    USER = "user"
    MAKER = "maker"
    LICENSOR = "licensor"
    INTERMEDIARY = "intermediary"
    CARRIER = "carrier"
    TRANSIT = "transit"
    SEIZER = "seizer"


class Evidence(StrEnum):
    """What the source points to as showing the claim."""

    IMAGERY = "imagery"
    DOCUMENT = "document"
    WRECKAGE = "wreckage"
    TRACKING = "tracking"
    INTELLIGENCE = "intelligence"
    WITNESS = "witness"
    EARLIER_REPORT = "earlier-report"


class Mode(StrEnum):
    """Means of carriage."""

    SHIP = "ship"
    RAIL = "rail"
    AIR = "air"
    ROAD = "road"


class Handling(StrEnum):
    """Traffic Light Protocol 2.0 mark of a report, least restrictive first."""

    CLEAR = "CLEAR"
    GREEN = "GREEN"
    AMBER = "AMBER"
    AMBER_STRICT = "AMBER+STRICT"
    RED = "RED"

    @property
    def rank(self) -> int:
        """0 for CLEAR up to 4 for RED."""
        return list(Handling).index(self)


class CaptureMethod(StrEnum):
    """How a report came into the book."""

    FILE = "file"
    URL = "url"
    PASTED = "pasted"
    BY_HAND = "by-hand"


class EdgeKind(StrEnum):
    """Kinds of edge between reports."""

    COPY = "copy"
    REWRITE = "rewrite"
    CITES = "cites"


class Relation(StrEnum):
    """Links between transfers."""

    LATER_TOTAL_OF = "later-total-of"
    PART_OF = "part-of"
    DENIES = "denies"
    RETURN_OF = "return-of"
    POSSIBLY_SAME = "possibly-same"


class DifferenceType(StrEnum):
    """Kinds of difference between two claims of one transfer."""

    WORDING = "wording"
    BOUND = "bound"
    UNIT = "unit"
    OMISSION = "omission"
    CERTAINTY = "certainty"
    IDENTITY = "identity"
    CONTRADICTION = "contradiction"


class PrimaryState(StrEnum):
    """Whether the transcript, statement or document behind an origin is in the book."""

    HELD = "held"
    SOUGHT = "sought"
    NONE = "none"
