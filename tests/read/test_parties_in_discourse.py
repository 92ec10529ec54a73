"""Who gives and who takes, where a sentence leaves it to those before it: each passage is a fact of English."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tallybook.model import Claim, Report
from tallybook.read import Reader
from tallybook.read.parse import load_language

if TYPE_CHECKING:
    from tallybook.vocabulary import Vocabulary


class Passage(NamedTuple):
    """Sentences that set the scene, the sentence to be read, and who stands at the ends of its last claim."""

    before: str
    last: str
    supplier: str | None
    recipient: str | None


NO_CLAIM = ("no claim", "no claim")

NOUNS_THAT_POINT_BACK = [
    Passage("Iran has been arming Hezbollah for years, a Western diplomat said.",
            "It sent the group 300 rockets in May.", "Iran", "Hezbollah"),
    Passage("Iran denies that it arms the Houthis.",
            "UN inspectors say the movement received 40 cruise missiles from Iran last year.", "Iran", "Houthis"),
    Passage("Myanmar's generals have few friends left. Russia is one of them.",
            "In March the junta received four Su-30 fighters from Moscow.", "Russia", "Myanmar"),
    Passage("Saudi Arabia has long relied on American arms.",
            "The kingdom ordered 50 Patriot missiles from the United States in June.",
            "United States", "Saudi Arabia"),
    Passage("Beijing calls Taiwan a breakaway province.",
            "The United States sold the island 60 torpedoes last year.", "United States", "Taiwan"),
    Passage("Kazakhstan is renewing its fleet of armoured vehicles.",
            "Turkey has delivered 20 armoured carriers to the country so far.", "Turkey", "Kazakhstan"),
    Passage("Fighting between the Sudanese army and the Rapid Support Forces goes on in Darfur.",
            "The United Arab Emirates sent the paramilitaries 70 drones, the report says.",
            "United Arab Emirates", "Rapid Support Forces"),
    Passage("M23 took two towns on Sunday.",
            "Rwanda gave the rebels mortars and rifles, according to Congolese officers.", "Rwanda", "M23"),
    Passage("Libya's east is held by Khalifa Haftar's Libyan National Army.",
            "Egypt supplied the force with rifles.", "Egypt", "Libyan National Army"),
    Passage("Al-Shabaab holds much of southern Somalia.",
            "The militants obtained machine guns from Yemen, experts wrote.", "Yemen", "al-Shabaab"),
    Passage("India and Pakistan are rivals, and Russia sells India most of its arms.",
            "In 2019 Moscow leased its old partner a submarine.", "Russia", "India"),
    Passage("Qatar wants a bigger air force.",
            "Britain delivered 24 Typhoon jets to the Gulf state by 2023.", "United Kingdom", "Qatar"),
    Passage("Norway shares a border with Russia.",
            "The United States delivered 52 F-35 jets to the alliance member.", "United States", "Norway"),
    Passage("Tripoli and Benghazi have rival armies, and Turkey backs Tripoli.",
            "Turkey delivered drones to its ally last week.", "Turkey", "Libya"),
    Passage("Azerbaijan and Israel have traded arms since the 1990s. Israel is the seller.",
            "The two signed a contract for 40 Harop drones in 2016.", "Israel", "Azerbaijan"),
    Passage("Egypt and France agreed on more fighters in May. France had already delivered 24 Rafale jets to Egypt.",
            "A contract between the two countries for 30 more jets was signed in Cairo.", "France", "Egypt"),
    Passage("Serbia has bought drones from China.",
            "The Balkan republic received six CH-92A drones in 2020.", "China", "Serbia"),
    Passage("Ethiopia's government is short of ammunition.",
            "Iran flew drones to the Horn of Africa country in August 2021.", "Iran", "Ethiopia"),
]  # fmt: skip

PRONOUNS_AND_HOME = [
    Passage("Bulgaria has large stocks of Soviet shells, its defence minister said.",
            "It shipped 10,000 rounds to Ukraine in July.", "Bulgaria", "Ukraine"),
    Passage("Pakistan's army spokesman spoke to reporters in Rawalpindi on China's help.",
            "\"We received 36 J-10C fighters from Beijing,\" he said.", "China", "Pakistan"),
    Passage("Greek Defence Minister Nikos Dendias met his Ukrainian counterpart.",
            "\"We have not given Ukraine a single S-300 missile,\" Dendias said.", "Greece", "Ukraine"),
    Passage("Swiss President Viola Amherd was asked about Ukraine.",
            "\"Our country has sold not a single bullet to Ukraine,\" she said.", "Switzerland", "Ukraine"),
    Passage("The Czech president announced the plan in Munich.",
            "His country delivered 500,000 shells to Ukraine in 2024.", "Czech Republic", "Ukraine"),
    Passage("North Korea and Russia have grown close.",
            "It has sent Moscow 100 rocket launchers.", "North Korea", "Russia"),
    Passage("Jordan's king flew to Washington.",
            "His kingdom got 12 F-16 jets from the United States.", "United States", "Jordan"),
    Passage("Poland ordered 96 Apache helicopters from the United States.",
            "It will get the first eight of them on lease this year.", "United States", "Poland"),
    Passage("Moldova has received Piranha carriers from Germany since 2023.",
            "Germany sent it 14 more on Friday.", "Germany", "Moldova"),
]  # fmt: skip

NEW_GIVERS_AND_NEW_GOODS = [
    Passage("Ukraine will soon fly the F-16. The Netherlands has delivered 24 F-16 jets to Ukraine.",
            "Denmark is to hand over 19 of the jets.", "Denmark", "Ukraine"),
    Passage("The Czech initiative buys shells for Ukraine around the world. "
            "Canada paid for 100,000 shells for Ukraine.",
            "Germany paid for 180,000 shells, and they are to be shipped by June.", "Germany", "Ukraine"),
    Passage("Taiwan waits for many weapons from the United States. "
            "Of 66 F-16V jets that it bought from the United States, one has been delivered.",
            "Harpoon missiles may be late by two years.", "United States", "Taiwan"),
    Passage("Taiwan gets most of its arms from the United States. "
            "The United States delivered 38 Abrams tanks to Taiwan in December.",
            "Eleven HIMARS launchers arrived last year.", "United States", "Taiwan"),
    Passage("Poland has bought 180 K2 tanks from South Korea.",
            "A second contract, for 48 howitzers, was signed in December.", "South Korea", "Poland"),
    Passage("Sweden pledged Archer howitzers to Ukraine in January.",
            "Norway has promised eight Leopard tanks.", "Norway", "Ukraine"),
    Passage("Belarus says that Russia has delivered two S-400 systems to it.",
            "Iskander missiles came in December.", "Russia", "Belarus"),
    Passage("India bought 36 Rafale jets from France in 2016.",
            "Now India has ordered 26 Rafale Marine jets as well.", "France", "India"),
    Passage("Armenia no longer buys only from Russia. India delivered four Pinaka launchers to Armenia in 2023.",
            "France has delivered 24 armoured carriers.", "France", "Armenia"),
    Passage("Mali's army received two helicopters from Russia on Tuesday.",
            "Turkey has also delivered six drones.", "Turkey", "Mali"),
    Passage("Israel depends on American bombs. The United States delivered 14,000 bombs to Israel.",
            "A shipment of 1,800 bombs was held back in May.", "United States", "Israel"),
    Passage("Kenya got 12 helicopters from the United States last year.",
            "Uganda received three from Russia.", "Russia", "Uganda"),
    Passage("Germany sent 18 Leopard tanks to Ukraine.",
            "Britain sent 20 Harrier jets to Oman.", "United Kingdom", "Oman"),
    Passage("Vietnam has received six submarines from Russia.",
            "Japan exported six patrol boats to the Philippines.", "Japan", "Philippines"),
]  # fmt: skip

ADJECTIVES_PLACES_AND_RELATIVES = [
    Passage("Azerbaijan used new weapons in the war of 2020.",
            "Israel's Harop drones reached Azerbaijan in 2016.", "Israel", "Azerbaijan"),
    Passage("", "French armoured carriers reached Armenia in November.", "France", "Armenia"),
    Passage("", "Chinese FK-3 missiles landed in Serbia on Saturday.", "China", "Serbia"),
    Passage("", "The Burkinabe army took delivery of five drones of Turkish origin.", "Turkey", "Burkina Faso"),
    Passage("Turkey has sold drones to many states.",
            "The buyers include Morocco, where 13 TB2 drones were delivered in 2021.", "Turkey", "Morocco"),
    Passage("Taiwan has bought 108 Abrams tanks from the United States.",
            "The first 38 were landed at Taipei port in December.", "United States", "Taiwan"),
    Passage("Turkey broke the embargo on Libya again, the panel said.",
            "A Turkish freighter with 40 armoured vehicles reached Khoms in May.", "Turkey", "Libya"),
    Passage("", "The Netherlands sold the guns to Norway, and 24 of them went on to Ukraine.", "Norway", "Ukraine"),
    Passage("", "German-made Leopard tanks were sent to Ukraine by Spain in April.", "Spain", "Ukraine"),
    Passage("", "Rifles made in Brazil were delivered to Haiti by a Florida dealer, the indictment says.",
            "United States", "Haiti"),
    Passage("", "Iranian rifles bound for the Houthis were seized off Oman by a French frigate.",
            "Iran", "Houthis"),
    Passage("", "Romania, which has one Patriot battery to spare, will hand it over to Ukraine, Bucharest said.",
            "Romania", "Ukraine"),
    Passage("Kyrgyzstan showed its new drones at a parade.",
            "Bishkek bought the drones from Turkey.", "Turkey", "Kyrgyzstan"),
    Passage("Chile's navy is old. Australia helped it.",
            "The navy received two frigates from Australia in 2020.", "Australia", "Chile"),
    Passage("Romania is rearming.",
            "The defence ministry ordered 54 K9 howitzers from South Korea.", "South Korea", "Romania"),
    Passage("LIMA — Peru wants to renew its army.",
            "The army has ordered 141 armoured carriers from South Korea.", "South Korea", "Peru"),
]  # fmt: skip

BUYING_AND_SELLING = [
    Passage("", "Hungary signed a contract with Sweden for four Gripen fighters.", "Sweden", "Hungary"),
    Passage("", "South Korea's Hanwha signed a contract with Poland for 290 Chunmoo launchers.",
            "South Korea", "Poland"),
    Passage("", "Jakarta sealed a deal with Paris for 42 Rafale jets.", "France", "Indonesia"),
    Passage("", "Serbia purchased 12 Rafale jets from France.", "France", "Serbia"),
    Passage("Oman had bought Mirage jets from France.", "It sold the jets back to France in 2015.",
            "Oman", "France"),
    Passage("", "Slovakia ordered 152 CV90 vehicles from a Swedish maker.", "Sweden", "Slovakia"),
    Passage("", "Estonia placed an order with South Korea for 12 K9 howitzers.", "South Korea", "Estonia"),
    Passage("", "The Philippines leased five patrol aircraft from Japan.", "Japan", "Philippines"),
    Passage("", "Argentina returned the 12 tanks to Germany in 2019.", "Argentina", "Germany"),
    Passage("", "Two frigates for India were delivered by the Kaliningrad yard in December.",
            "Russia", "India"),
    Passage("", "Hanwha delivered 24 howitzers to Finland.", "South Korea", "Finland"),
    Passage("", "Latvia's drones for Ukraine, 2,000 of them, were handed over in Riga on Monday.",
            "Latvia", "Ukraine"),
    Passage("", "The United Arab Emirates bought 80 Rafale jets, each worth 200 million euros, "
            "in a contract signed with France's Dassault.", "France", "United Arab Emirates"),
    Passage("", "Through a dealer in Dubai the Sudanese army got Iranian drones.", "Iran", "Sudanese army"),
    Passage("Ukraine needs shells.", "Rheinmetall will deliver 25,000 shells to Ukraine.", "Germany", "Ukraine"),
    Passage("", "Pakistan supplied the shells through a British company to Ukraine.", "Pakistan", "Ukraine"),
    Passage("", "Finland sent Ukraine 60 armoured vehicles.", "Finland", "Ukraine"),
]  # fmt: skip

NUMBERS_ALONE = [
    Passage("Poland has ordered 180 K2 tanks from South Korea.", "116 are to come from Changwon by 2027.",
            "South Korea", "Poland"),
    Passage("Myanmar bought six Su-30 fighters from Russia in 2018.",
            "Two of the six have been received, a trade official said.", "Russia", "Myanmar"),
    Passage("Taiwan bought 108 Abrams tanks from the United States. The first 38 tanks arrived in December.",
            "The last 28 should follow in 2026.", "United States", "Taiwan"),
    Passage("Serbia bought 30 T-72 tanks from Russia.", "Part of them were delivered before 2021.",
            "Russia", "Serbia"),
    Passage("Iran sent hundreds of Shahed drones to Russia, Kyiv said.",
            "Some went by ship across the Caspian.", "Iran", "Russia"),
    Passage("Bahrain has ordered 16 F-16 fighters from the United States.",
            "So far only one has been handed over.", "United States", "Bahrain"),
    Passage("Slovenia signed for 14 Boxer vehicles from Germany.", "None has been delivered.",
            "Germany", "Slovenia"),
    Passage("Morocco bought 36 Himars launchers from the United States in 2023.",
            "The rest are expected next year.", "United States", "Morocco"),
    Passage("Germany promised Ukraine four IRIS-T systems.", "Three have arrived; one is still owed.",
            "Germany", "Ukraine"),
]  # fmt: skip

DENIALS = [
    Passage("South Africa loaded arms for Russia onto the Lady R, the American ambassador said.",
            "\"Not a bolt has left the country,\" the president's spokesman said.", "South Africa", "Russia"),
    Passage("Amnesty said that the United Arab Emirates supplied Chinese howitzers to the Rapid Support Forces.",
            "\"Baseless,\" replied the UAE foreign ministry.", "United Arab Emirates", "Rapid Support Forces"),
    Passage("Reports say that Egypt planned to send 40,000 rockets to Russia.",
            "The story has no basis in truth, an Egyptian official said.", "Egypt", "Russia"),
    Passage("The United States accuses China of sending arms to Russia.",
            "China rejected the accusation.", "China", "Russia"),
    Passage("Kinshasa accuses Rwanda of arming M23.", "Kigali has always denied the charge.", "Rwanda", "M23"),
    Passage("North Korea sold shells to Russia, Washington says.",
            "Pyongyang called the report a lie.", "North Korea", "Russia"),
]  # fmt: skip

NEVER_INVENTED = [
    Passage("Germany condemned Russia's war against Ukraine.", "Rifles were sent from Italy in May.", "Italy", None),
    Passage("The European Union put sanctions on Russia over the war in Ukraine.",
            "Iran shipped 200 missiles to Russia, Poland's minister said.", "Iran", "Russia"),
    Passage("", "Missiles that Iran gave to Russia killed six people in Ukraine.", "Iran", "Russia"),
    Passage("Britain and France met in London.", "The navy fired missiles in an exercise.", *NO_CLAIM),
    Passage("Japan's parliament debated the budget.", "The country bought new rifles.", None, "Japan"),
    Passage("Ukraine hit a depot in Crimea on Monday.", "North Korea tested two missiles off Japan.", *NO_CLAIM),
]  # fmt: skip

PASSAGES = [
    *NOUNS_THAT_POINT_BACK,
    *PRONOUNS_AND_HOME,
    *NEW_GIVERS_AND_NEW_GOODS,
    *ADJECTIVES_PLACES_AND_RELATIVES,
    *BUYING_AND_SELLING,
    *NUMBERS_ALONE,
    *DENIALS,
    *NEVER_INVENTED,
]

NOT_REACHED: frozenset[str] = frozenset()
"""Last sentences that are read wrongly as yet."""


@pytest.fixture(scope="module")
def reader(words: Vocabulary) -> Reader:
    """The reader as it is used."""
    return Reader(words, load_language())


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p.last[:48])
def test_last_sentence_has_its_giver_and_its_taker(
    reader: Reader, passage: Passage, request: pytest.FixtureRequest
) -> None:
    """The last claim that a passage makes in its last sentence stands between the right two parties."""
    if passage.last in NOT_REACHED:
        request.applymarker(pytest.mark.xfail(reason="discourse not followed that far", strict=True))
    text = f"Morning notes from the desk\n\n{passage.before} {passage.last}".replace("\n\n ", "\n\n")
    report = Report(
        id="r000000000001", name="notes", text=text, sha256="0" * 64, captured_at="2026-05-01T00:00:00Z"
    )
    claims = reader.read(report)
    assert _ends_told_from(claims, text.rindex(passage.last)) == (passage.supplier, passage.recipient)


def _ends_told_from(claims: tuple[Claim, ...], start: int) -> tuple[str | None, str | None]:
    """The ends of the claim whose words come last, among the words from ``start`` on."""
    told = [
        (span.start, claim)
        for claim in claims
        if claim.kind == "transfer"
        for span in (claim.quote_span, *claim.also_spans)
        if span.start >= start
    ]
    return max(told, key=lambda t: t[0])[1].flow if told else NO_CLAIM
