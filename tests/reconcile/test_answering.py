"""Sketches of events: what a denial denies, and which statements of it are one."""

from __future__ import annotations

from tallybook.model import Category, Certainty, Stage
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import DENIED, source

RADARS = kind("coastal radars", Category.AIR_DEFENCE)


def test_a_denial_that_opens_the_report_is_of_what_it_goes_on_to_tell() -> None:
    """Who "called a report by the Courier false" denies the charge of which the report tells after that."""
    event = Event("Italy", "Malta")
    event.paper(
        "a", "Rome called a report by the BBC false. Radars had gone to Malta, it said.\n", "2024-05-06"
    )
    event.tells("a.1", "called a report by the BBC false", source=source("Rome"), goods=RADARS, **DENIED)
    event.tells("a.2", "Radars had gone to Malta", goods=RADARS, source=source("three diplomats"))
    assert event.transfers() == {"a.1 a.2"}


def test_a_denial_of_one_flow_is_not_of_all_that_the_giver_sold() -> None:
    """Arms denied to Malta are those charged, not what the giver sold to nobody in particular."""
    event = Event("Italy", "Malta")
    text = (
        "Shells went to Malta, they say. Shells for $9m were sold last year. No shells or guns, Rome said.\n"
    )
    event.paper("a", text, "2024-05-06")
    shells = kind("shells", Category.ARTILLERY_AMMUNITION)
    event.tells("a.1", "Shells went to Malta", goods=shells, certainty=Certainty.ALLEGED)
    event.tells("a.2", "Shells for $9m were sold last year", goods=shells, recipient=None)
    both = (*shells, *kind("guns", Category.OTHER))
    event.tells("a.3", "No shells or guns", goods=both, source=source("Rome"), **DENIED)
    assert event.transfers() == {"a.1 a.3", "a.2"}


def test_a_bare_denial_is_of_the_news() -> None:
    """Who rejects "the story" means what the report tells first, not the aside that came last."""
    event = Event("Italy", "Malta")
    text = "Italy gave Malta radars. Spares for shells were said to come too. Rome rejected the story.\n"
    event.paper("a", text, "2024-05-06")
    event.tells("a.1", "Italy gave Malta radars", goods=RADARS, certainty=Certainty.ALLEGED)
    event.tells("a.2", "Spares for shells were said to come too", goods=kind("spares", Category.TECHNOLOGY))
    event.tells("a.3", "Rome rejected the story", source=source("Rome", "rejected"), **DENIED)
    assert "a.1 a.3" in event.transfers()


def test_the_maker_of_a_seized_cargo_denies_the_account() -> None:
    """Who dismisses an account of a cargo that was taken denies that it was his."""
    event = Event("Italy", "Malta")
    text = "A navy seized radars from Italy. Italian parts were used before. Rome dismissed it as baseless.\n"
    event.paper("a", text, "2024-05-06")
    event.tells("a.1", "A navy seized radars from Italy", goods=RADARS, stage=Stage.SEIZED)
    event.tells("a.3", "Rome dismissed it as baseless", source=source("Rome", "dismissed"), **DENIED)
    assert event.transfers() == {"a.1 a.3"}


def test_a_plan_denied_beside_a_finding_that_nothing_came_of_it() -> None:
    """A report that tells of a plan tells what is denied, whoever finds besides that nothing was sent."""
    event = Event("Italy", "Malta")
    text = (
        "Italy planned radars for Malta, they say. There is no sign of radars sent. No radars, Rome said.\n"
    )
    event.paper("a", text, "2024-05-06")
    event.tells("a.1", "Italy planned radars for Malta", goods=RADARS, stage=Stage.PLANNED)
    sent = {"stage": Stage.SHIPPED, "negated": True}
    event.tells("a.2", "no sign of radars sent", goods=kind("arms"), source=source("a spokesman"), **sent)
    event.tells("a.3", "No radars", goods=RADARS, source=source("Rome"), **DENIED)
    assert any({"a.1", "a.3"} <= set(names.split()) for names in event.transfers())


def test_one_denial_in_two_reports_holds_what_it_denies_together() -> None:
    """Reports that have one minister deny arms on one day tell of one charge, be it in other words."""
    event = Event("Italy", "Malta")
    for name, words in (("a", "ordnance went to Malta"), ("b", "Malta was helped by Italy")):
        event.paper(
            name, f"A leaked page says {words}. No weapons were sold, Ugo Rossi said.\n", "2024-05-06"
        )
        goods = kind("ordnance", Category.BOMBS) if name == "a" else kind("weapons")
        event.tells(f"{name}.1", words, goods=goods)
        by = source("Ugo Rossi", title="Italian defence minister")
        event.tells(f"{name}.2", "No weapons were sold", goods=kind("weapons"), source=by, **DENIED)
    assert event.transfers() == {"a.1 a.2 b.1 b.2"}


def test_a_halt_of_all_exports_is_not_of_an_old_licence() -> None:
    """What is stopped belongs to a plan told beside it, not to a licence with a sum of its own."""
    event = Event("Italy", "Malta")
    event.paper("a", "All exports of radars are halted. A licence for radars was worth $7m.\n", "2024-05-06")
    event.tells("a.1", "All exports of radars are halted", goods=RADARS, stage=Stage.ENDED)
    quantity = number("$7m", 7_000_000, "USD")
    licence = {"stage": Stage.APPROVED, "goods": RADARS, "quantity": quantity}
    event.tells("a.2", "A licence for radars was worth $7m", **licence)
    assert event.transfers() == {"a.1", "a.2"}


def test_who_owns_to_one_kind_and_denies_another_tells_of_two() -> None:
    """Drones that a party owns to are not the missiles that it denies, though it once rejected it all."""
    event = Event("Italy", "Malta")
    drones, missiles = kind("drones", Category.DRONES), kind("missiles", Category.MISSILES)
    arms = kind("weapons", Category.UNSPECIFIED)
    rossi = source("Paolo Rossi")
    for name, day in (("a", "2024-05-06"), ("b", "2024-05-07")):
        text = (
            "Rossi rejected the charge of weapons. Some drones went to Malta. No missile was handed over.\n"
        )
        event.paper(name, text, day)
        event.tells(f"{name}.1", "rejected the charge of weapons", goods=arms, source=rossi, **DENIED)
        owned = {"goods": drones, "certainty": Certainty.CONFIRMED}
        event.tells(f"{name}.2", "Some drones went to Malta", source=rossi, **owned)
        event.tells(f"{name}.3", "No missile was handed over", goods=missiles, source=rossi, **DENIED)
    assert not any("2" in found and "3" in found for found in event.transfers())
