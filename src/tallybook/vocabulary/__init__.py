"""What the reader knows of the world in words: data files, their entry classes and one way in.

``load()`` gives the vocabulary. Each kind is read from its data file when it is first asked for, so a
command that reads no report pays for none. To add a kind: an entry class in a file of its own (a subclass
of ``loader.Entry``), a data file in ``data/``, and a cached property here.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from tallybook.vocabulary.amounts import AmountWord
from tallybook.vocabulary.bodies import Body, BodyNoun
from tallybook.vocabulary.bylines import Byline
from tallybook.vocabulary.calendar import CalendarName
from tallybook.vocabulary.carriage import CarriageWord
from tallybook.vocabulary.clutter import Clutter
from tallybook.vocabulary.company import GoodsCompany
from tallybook.vocabulary.cues import Cue
from tallybook.vocabulary.loader import Entry, load_entries
from tallybook.vocabulary.lookalikes import Lookalike
from tallybook.vocabulary.makers import Maker
from tallybook.vocabulary.measures import Group, Measure
from tallybook.vocabulary.occasions import Occasion
from tallybook.vocabulary.outlets import Outlet
from tallybook.vocabulary.people import Office, Person
from tallybook.vocabulary.places import Place
from tallybook.vocabulary.regions import Region
from tallybook.vocabulary.responses import ResponseWord
from tallybook.vocabulary.states import State
from tallybook.vocabulary.towns import Towns
from tallybook.vocabulary.traits import Trait
from tallybook.vocabulary.transfers import AgentNouns, DenialWords, Frame, Hedge, TransferWord, TurnWord
from tallybook.vocabulary.units import Unit
from tallybook.vocabulary.weapons import GoodsFamily, GoodsTerm, Weapon, WeaponFamily
from tallybook.vocabulary.wordsets import WordSet

__all__ = ["Entry", "Vocabulary", "load", "load_entries"]


class Vocabulary:
    """Every kind of word, lazily loaded and never changed. Attributes raise ``VocabularyError``.

    A kind is one cached property::

        @cached_property
        def cues(self) -> tuple[Cue, ...]:
            return load_entries("cues.yaml", Cue)
    """

    @cached_property
    def states(self) -> tuple[State, ...]:
        """States, territories and unions with every way to name them."""
        return load_entries("states.yaml", State)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Armed groups, services, commands, international bodies and firms."""
        lines = load_entries("bodies.yaml", Body)
        return tuple(body for line in lines for body in line.members())

    @cached_property
    def body_nouns(self) -> tuple[BodyNoun, ...]:
        """Nouns that make a body of a state ("Iranian officials")."""
        return load_entries("body_nouns.yaml", BodyNoun)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Office holders widely named in this field."""
        return load_entries("people.yaml", Person)

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """Words for offices, ranks and roles of sources."""
        return load_entries("offices.yaml", Office)

    @cached_property
    def outlets(self) -> tuple[Outlet, ...]:
        """News agencies, papers, broadcasters, monitoring bodies and research houses."""
        return load_entries("outlets.yaml", Outlet)

    @cached_property
    def lookalikes(self) -> tuple[Lookalike, ...]:
        """Phrases that hold a party's name and do not speak of it."""
        return load_entries("lookalikes.yaml", Lookalike)

    @cached_property
    def compounds(self) -> tuple[WordSet, ...]:
        """Second halves of compounds with a party's name ("Iranian-made"), by what they say."""
        return load_entries("compounds.yaml", WordSet)

    @cached_property
    def goods(self) -> tuple[GoodsTerm, ...]:
        """Generic words for goods."""
        families = load_entries("goods.yaml", GoodsFamily)
        return tuple(term for family in families for term in family.members())

    @cached_property
    def weapons(self) -> tuple[Weapon, ...]:
        """Weapons that bear a designation."""
        families = load_entries("weapons.yaml", WeaponFamily)
        return tuple(weapon for family in families for weapon in family.members())

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Groups of states by where they lie or what they belong to."""
        return load_entries("regions.yaml", Region)

    @cached_property
    def makers(self) -> tuple[Maker, ...]:
        """Who makes which type, beside the families of one maker."""
        return load_entries("makers.yaml", Maker)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Units, containers and packages that quantities are counted in."""
        return load_entries("units.yaml", Unit)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Ports, airfields and crossings of this trade."""
        return load_entries("places.yaml", Place)

    @cached_property
    def towns(self) -> tuple[Towns, ...]:
        """Towns by state, where no port or airfield is meant."""
        return load_entries("towns.yaml", Towns)

    @cached_property
    def amounts(self) -> tuple[AmountWord, ...]:
        """The words around numbers."""
        return load_entries("amounts.yaml", AmountWord)

    @cached_property
    def company(self) -> tuple[GoodsCompany, ...]:
        """Words beside goods that make them something else."""
        return load_entries("company.yaml", GoodsCompany)

    @cached_property
    def carriage(self) -> tuple[CarriageWord, ...]:
        """Words that say how goods travel."""
        return load_entries("carriage.yaml", CarriageWord)

    @cached_property
    def responses(self) -> tuple[ResponseWord, ...]:
        """Words of responses to transfers."""
        return load_entries("responses.yaml", ResponseWord)

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """Events that reports count time from."""
        return load_entries("occasions.yaml", Occasion)

    @cached_property
    def bylines(self) -> tuple[Byline, ...]:
        """How reports say who wrote them and put them out."""
        return load_entries("bylines.yaml", Byline)

    @cached_property
    def calendar(self) -> tuple[CalendarName, ...]:
        """Names of months and weekdays."""
        return load_entries("calendar.yaml", CalendarName)

    @cached_property
    def clutter(self) -> tuple[Clutter, ...]:
        """What stands on a page and is no report."""
        return load_entries("clutter.yaml", Clutter)

    @cached_property
    def reconciling(self) -> dict[str, tuple[str, ...]]:
        """Word sets by which reports and claims are set side by side, by name."""
        return {entry.name: entry.words for entry in load_entries("reconciling.yaml", WordSet)}

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Words with which a report says who says, thinks, wants or shows something."""
        return load_entries("cues.yaml", Cue)

    @cached_property
    def speakers(self) -> dict[str, frozenset[str]]:
        """Words that tell what kind of source a noun is, by what they show."""
        return {entry.name: frozenset(entry.words) for entry in load_entries("speakers.yaml", WordSet)}

    @cached_property
    def transfers(self) -> tuple[TransferWord, ...]:
        """Words that tell of a transfer."""
        return load_entries("transfers.yaml", TransferWord)

    @cached_property
    def turns(self) -> tuple[TurnWord, ...]:
        """Words that turn the stage of a transfer told under them."""
        return load_entries("turns.yaml", TurnWord)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Who stands where around a word of transfer."""
        return load_entries("frames.yaml", Frame)

    @cached_property
    def agents(self) -> tuple[AgentNouns, ...]:
        """Nouns that act for the state named beside them."""
        return load_entries("agents.yaml", AgentNouns)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Measures that bear on arms transfers."""
        return load_entries("measures.yaml", Measure)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Groups of states that a measure binds."""
        return load_entries("groups.yaml", Group)

    @cached_property
    def denials(self) -> tuple[DenialWords, ...]:
        """Words of denials that do not say again what they deny."""
        return load_entries("denials.yaml", DenialWords)

    @cached_property
    def traits(self) -> tuple[Trait, ...]:
        """What two claims have in common or differ in, each with what it says of their being one transfer."""
        return load_entries("traits.yaml", Trait)

    @cached_property
    def origin_traits(self) -> tuple[Trait, ...]:
        """The same of their sources, each with what it says of their being one origin."""
        return load_entries("origin_traits.yaml", Trait)

    @cached_property
    def hedges(self) -> tuple[Hedge, ...]:
        """Words that weaken, strengthen or turn what a clause says."""
        return load_entries("hedges.yaml", Hedge)


@lru_cache(maxsize=1)
def load() -> Vocabulary:
    """The vocabulary that comes with Tallybook, one for the whole process."""
    return Vocabulary()
