"""What every store promises, whatever it keeps its register in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from tallybook.errors import UnknownId, UnreadableInput, UsageError
from tallybook.model import Category, Claim, Goods, JudgementKind, Stage, new_claim_id
from tallybook.store import Book, ClaimFilter, Register, Work, open_register, verify
from tests.store.material import DENIED, FOUND, NOON, PAID, SHIPPED, TEXT, capture, claim, judgement, response

LATER = "2024-03-02T12:00:00Z"


def _in_file(folder: Path) -> Register:
    return open_register(folder / "register.db", create=True)


def _in_memory(_folder: Path) -> Register:
    return Register.in_memory()


@pytest.fixture(params=[_in_file, _in_memory], ids=["sqlite-file", "sqlite-memory"])
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    make: Callable[[Path], Register] = request.param
    made = make(tmp_path)
    yield made
    made.close()


def take(
    book: Book, name: str = "one.txt", found: tuple[Claim, ...] = FOUND, text: str = TEXT, reader: str = "r1"
) -> str:
    """Put a report with its claims into the book; the report's id."""
    report = book.reports.add(capture(name, text)).report
    held = [one.id for one in (*book.findings.of_report(report.id), *book.claims.of_report(report.id))]
    book.findings.put(report, found, reader, NOON, book.judgements.decided(held))
    book.claims.settle(report, book.findings.of_report(report.id))
    return report.id


def ids(book: Book, report_id: str) -> list[str]:
    return [one.id for one in book.findings.of_report(report_id)]


class TestReports:
    """Versions, bytes and metadata."""

    def test_gives_back_what_it_took(self, register: Register) -> None:
        """A report comes back with its text, its metadata and its bytes, to the last character."""
        text = "\ufeffEine Kiste\r\nmit \u202e Gewehren \x00 und 👩‍🚀\n"
        with register.writing() as book:
            added = book.reports.add(capture(text=text, authors=("A", "B")))
        with register.reading() as book:
            assert book.reports.get(added.report.id) == added.report
            assert book.reports.get("one.txt").text == text
            assert book.reports.original(added.report.sha256) == text.encode()

    def test_same_bytes_again_add_nothing(self, register: Register) -> None:
        """The same report again is known, and nothing is written."""
        with register.writing() as book:
            first = book.reports.add(capture())
            again = book.reports.add(capture())
            assert (first.new_report, again.new_report, again.new_version) == (True, False, False)
            assert again.report == first.report
            assert book.reports.count() == 1
            assert len(book.reports.versions(first.report.id)) == 1

    def test_other_bytes_are_a_new_version(self, register: Register) -> None:
        """An edited report keeps its id; both versions and their bytes are kept; the latest is shown."""
        with register.writing() as book:
            first = book.reports.add(capture()).report
            second = book.reports.add(capture(text=TEXT + "Corrected.")).report
            assert (second.id, second.version) == (first.id, 2)
            assert book.reports.get("one.txt").text.endswith("Corrected.")
            assert book.reports.version(first.id, 1) == first
            assert book.reports.original(first.sha256) == TEXT.encode()
            assert [row.version for row in book.reports.versions(first.id)] == [1, 2]

    def test_mended_fields_survive_a_new_version(self, register: Register) -> None:
        """What a person set stays as it is when the report comes in anew; other fields follow the report."""
        with register.writing() as book:
            report = book.reports.add(capture()).report
            book.reports.amend(msgspec.structs.replace(report, title="Rifles", mended=("title",)))
            book.reports.add(capture(text=TEXT + "x", title="New", publisher="Other"))
            after = book.reports.get(report.id)
            assert (after.title, after.publisher, after.mended) == ("Rifles", "Other", ("title",))
            assert book.reports.captured(report.id).title == "New"

    def test_equal_bytes_under_two_names_are_two_reports(self, register: Register) -> None:
        """Equal bytes are kept once and stand under both names."""
        with register.writing() as book:
            one = book.reports.add(capture("one.txt")).report
            two = book.reports.add(capture("two.txt")).report
            assert one.id != two.id
            assert book.reports.original(two.sha256) == TEXT.encode()
            assert book.reports.count() == 2

    def test_refuses_words_that_are_no_text(self, register: Register) -> None:
        """Half a surrogate pair cannot be written down: one clear error, nothing kept."""
        broken = msgspec.structs.replace(capture().report, text="half \ud800 a pair")
        with register.writing() as book:
            with pytest.raises(UnreadableInput, match=r"one\.txt"):
                book.reports.add(msgspec.structs.replace(capture(), report=broken))
            assert book.reports.count() == 0

    def test_unknown_reports_are_named(self, register: Register) -> None:
        """Asking for what is not there says what was asked for."""
        with register.reading() as book:
            with pytest.raises(UnknownId, match="nowhere"):
                book.reports.get("nowhere")
            with pytest.raises(UnknownId, match="nowhere"):
                book.shelf.line("nowhere")
            assert book.reports.find("nowhere") is None

    def test_the_queue_puts_the_unseen_and_the_weighty_first(self, register: Register) -> None:
        """Unseen reports come first, in the order of what they add; seeing one moves it back."""
        with register.writing() as book:
            for number, rank in enumerate((5, 0, 3)):
                report = book.reports.add(capture(f"{number}.txt")).report
                book.reports.put_news(report.id, rank, {"sentence": f"rank {rank}"})
            first = book.shelf.page("queue").items[0]
            assert (first.name, first.news, first.seen) == ("1.txt", {"sentence": "rank 0"}, False)
            book.reports.mark_seen(first.id, "Ines", NOON)
            assert [row.name for row in book.shelf.page("queue").items] == ["2.txt", "0.txt", "1.txt"]
            assert [row.name for row in book.shelf.page(seen=True).items] == ["1.txt"]
            assert book.shelf.line("1.txt").seen_by == "Ines"

    def test_a_page_is_followed_by_the_next(self, register: Register) -> None:
        """Pages together are the whole list, each line once, also in the queue."""
        with register.writing() as book:
            for number in range(7):
                book.reports.add(capture(f"{number}.txt"))
            for order in ("latest", "queue"):
                names: list[str] = []
                after = None
                while True:
                    page = book.shelf.page(order, limit=3, after=after)
                    names += [row.name for row in page.items]
                    after = page.next
                    if after is None:
                        break
                assert sorted(names) == [f"{number}.txt" for number in range(7)]

    @pytest.mark.parametrize("cursor", ["", "zz", "5b5d", "00", "5b7b7d5d", "5b312c322c332c345d"])
    def test_a_foreign_cursor_is_refused(self, register: Register, cursor: str) -> None:
        """A cursor that no page gave is an error of use, not of the program."""
        with register.reading() as book, pytest.raises(UsageError):
            book.shelf.page(after=cursor)


class TestFindings:
    """Permanent ids."""

    def test_the_same_reading_again_changes_nothing(self, register: Register) -> None:
        """Read twice, a report has the same claims under the same ids, and nothing is waiting anew."""
        with register.writing() as book:
            report_id = take(book)
            first, present = ids(book, report_id), book.counters.present()
            take(book)
            assert ids(book, report_id) == first
            assert len(first) == 3
            assert book.counters.present() == present

    def test_a_better_reading_keeps_the_ids_that_it_finds_again(self, register: Register) -> None:
        """Overlapping words and the same parties are the same claim, whatever else is read better."""
        better = claim(
            "Northland shipped 300 crates of rifles to Southland, Minister Ada Quill said",
            stage=Stage.DELIVERED,
            goods=(Goods(text="crates of rifles", category=Category.SMALL_ARMS),),
        )
        with register.writing() as book:
            report_id = take(book)
            before = ids(book, report_id)
            take(book, found=(better, PAID, DENIED), reader="r2")
            assert ids(book, report_id) == before
            assert book.claims.get(before[0]).stage is Stage.DELIVERED

    def test_claims_on_the_same_words_are_told_apart(self, register: Register) -> None:
        """Two claims of one sentence and one flow keep an id each, and each its own."""
        words = "Northland shipped 300 crates of rifles to Southland, Minister Ada Quill said on Friday."
        twins = (claim(words, stage=Stage.SHIPPED), claim(words, stage=Stage.AGREED))
        with register.writing() as book:
            report_id = take(book, found=twins)
            stages = {one.id: one.stage for one in book.findings.of_report(report_id)}
            take(book, found=twins[::-1], reader="r2")
            assert {one.id: one.stage for one in book.findings.of_report(report_id)} == stages
            assert len(stages) == 2

    def test_a_lost_claim_is_retired_with_a_pointer(self, register: Register) -> None:
        """An id that is no longer found says what took its place; it is never given to another claim."""
        turned = msgspec.structs.replace(SHIPPED, supplier="Southland", recipient="Northland")
        with register.writing() as book:
            report_id = take(book)
            lost = ids(book, report_id)[0]
            take(book, found=(turned, PAID, DENIED), reader="r2")
            now = ids(book, report_id)[0]
            retired = book.findings.retired(lost)
            assert now != lost
            assert retired is not None
            assert (retired.successor, retired.claim.supplier) == (now, "Northland")
            assert "r2" in retired.reason
            with pytest.raises(UnknownId, match=now):
                book.claims.get(lost)

    def test_a_retired_claim_that_is_found_again_comes_back(self, register: Register) -> None:
        """The id is the same as before it was retired."""
        with register.writing() as book:
            report_id = take(book)
            before = ids(book, report_id)
            take(book, found=(), reader="r2")
            assert book.claims.count().n == 0
            take(book, reader="r3")
            assert ids(book, report_id) == before
            assert book.findings.retired(before[0]) is None

    def test_ids_survive_an_edit_of_the_report(self, register: Register) -> None:
        """A claim whose words moved in a new version is the same claim, at its new place."""
        text = "Updated at noon.\n\n" + TEXT
        moved = tuple(claim(one.quote, text, **_without_places(one)) for one in FOUND)
        with register.writing() as book:
            report_id = take(book)
            before = ids(book, report_id)
            take(book, found=moved, text=text)
            assert ids(book, report_id) == before
            assert all(one.stands_in(text) for one in book.claims.of_report(report_id))
            assert not list(verify(book))

    def test_independent_registers_give_the_same_ids(self, register: Register) -> None:
        """Ids follow from the report and what is claimed, so two books can be compared."""
        with register.writing() as book:
            report_id = take(book)
            named = msgspec.structs.replace(SHIPPED, report_id=report_id)
            assert ids(book, report_id)[0] == new_claim_id(named)


def _without_places(one: Claim) -> dict[str, object]:
    fields = msgspec.structs.asdict(one)
    return {name: value for name, value in fields.items() if name not in ("quote", "quote_span", "id")}


class TestDecided:
    """What a person made, checked or corrected stays as the person left it."""

    def test_a_later_reading_leaves_a_checked_claim_alone(self, register: Register) -> None:
        """The claim stays; what the new reading says otherwise stands beside it, to be shown."""
        other = msgspec.structs.replace(SHIPPED, stage=Stage.SOUGHT)
        with register.writing() as book:
            report_id = take(book)
            checked = ids(book, report_id)[0]
            book.judgements.append(judgement(JudgementKind.CHECK, checked))
            take(book, found=(other, PAID, DENIED), reader="r2")
            kept, reread = book.findings.get(checked), book.findings.reread(checked)
            assert kept is not None
            assert reread is not None
            assert reread.claim is not None
            assert (kept.stage, reread.claim.stage) == (Stage.SHIPPED, Stage.SOUGHT)

    def test_a_checked_claim_that_is_lost_is_not_retired(self, register: Register) -> None:
        """A reading that no longer finds it says so beside it."""
        with register.writing() as book:
            report_id = take(book)
            checked = ids(book, report_id)[0]
            book.judgements.append(judgement(JudgementKind.CHECK, checked))
            take(book, found=(PAID, DENIED), reader="r2")
            reread = book.findings.reread(checked)
            assert checked in ids(book, report_id)
            assert reread is not None
            assert reread.claim is None

    def test_undoing_gives_the_claim_back_to_the_reader(self, register: Register) -> None:
        """After the undoing the latest reading holds."""
        with register.writing() as book:
            report_id = take(book)
            checked = ids(book, report_id)[0]
            check = book.judgements.append(judgement(JudgementKind.CHECK, checked))
            take(book, found=(PAID, DENIED), reader="r2")
            book.judgements.append(judgement(JudgementKind.UNDO, check.id, number=2))
            assert book.judgements.decided([checked]) == frozenset()
            assert book.findings.release([checked], LATER) == {report_id}
            assert checked not in ids(book, report_id)

    def test_a_claim_made_by_hand_is_found_by_the_reader(self, register: Register) -> None:
        """A reader that finds what a person added proposes nothing new."""
        by_hand = msgspec.structs.replace(PAID, id="c00000000beef", made_by="Ines")
        with register.writing() as book:
            report_id = take(book, found=(SHIPPED,))
            named = msgspec.structs.replace(by_hand, report_id=report_id, report="one.txt")
            value = msgspec.to_builtins(named)
            book.judgements.append(judgement(JudgementKind.ADD, named.id, value=value))
            book.claims.settle(book.reports.get(report_id), (*book.findings.of_report(report_id), named))
            report = book.reports.get(report_id)
            renewed = book.findings.put(report, FOUND, "r2", NOON, frozenset({named.id}))
            assert len(renewed.added) == 1
            assert named.id in renewed.kept

    def test_a_checked_claim_moves_along_with_its_words(self, register: Register) -> None:
        """In an edited report a checked claim keeps its words at their new place, read again or not."""
        text = "Corrected on Saturday.\n\n" + TEXT
        with register.writing() as book:
            report_id = take(book)
            checked = ids(book, report_id)[0]
            book.judgements.append(judgement(JudgementKind.CHECK, checked))
            take(book, found=(), text=text)
            assert book.claims.get(checked).stands_in(text)
            assert book.claims.version_of(checked) == 2

    def test_a_checked_claim_whose_words_are_gone_stays_with_its_version(self, register: Register) -> None:
        """The register still verifies: the words stand in the version they were checked in."""
        with register.writing() as book:
            report_id = take(book)
            checked = ids(book, report_id)[0]
            book.judgements.append(judgement(JudgementKind.CHECK, checked))
            take(book, found=(), text="Withdrawn.")
            assert book.claims.version_of(checked) == 1
            assert book.claims.get(checked).quote == SHIPPED.quote
            assert not list(verify(book))


class TestClaims:
    """Filters, counts, pages and search."""

    @pytest.mark.parametrize(
        ("wanted", "quotes"),
        [
            (ClaimFilter(), 3),
            (ClaimFilter(supplier="Northland"), 2),
            (ClaimFilter(supplier="Northland", recipient="Southland", stage="shipped"), 1),
            (ClaimFilter(party="Southland"), 3),
            (ClaimFilter(category="other"), 1),
            (ClaimFilter(category="other", party="Northland"), 1),
            (ClaimFilter(speaker=""), 1),
            (ClaimFilter(outlet="The Quay Courier", certainty="denied"), 1),
            (ClaimFilter(since="2024-03-01", until="2024-03-01"), 3),
            (ClaimFilter(since="2024-03-02"), 0),
            (ClaimFilter(month="2024-03", kind="response"), 0),
            (ClaimFilter(words="crates rif"), 1),
            (ClaimFilter(words="southland", state="proposed"), 3),
            (ClaimFilter(words="?!"), 0),
        ],
    )
    def test_filters(self, register: Register, wanted: ClaimFilter, quotes: int) -> None:
        """Pages, counts and the whole list agree on what fits."""
        with register.writing() as book:
            take(book)
            assert len(book.claims.page(wanted).items) == quotes
            assert len(list(book.claims.all(wanted))) == quotes
            assert book.claims.count(wanted).n == quotes

    @pytest.mark.parametrize("order", ["newest", "oldest", "published", "flow"])
    @pytest.mark.parametrize(
        "wanted", [ClaimFilter(), ClaimFilter(party="Northland"), ClaimFilter(supplier="Northland")]
    )
    def test_pages_are_the_whole_list(self, register: Register, order: str, wanted: ClaimFilter) -> None:
        """In every order the pages together hold each claim once, in one order."""
        with register.writing() as book:
            for number in range(5):
                take(book, f"{number}.txt")
            whole = [one.id for one in book.claims.page(wanted, order, limit=100).items]  # type: ignore[arg-type]
            parts: list[str] = []
            page = book.claims.page(wanted, order, limit=4)  # type: ignore[arg-type]
            while True:
                parts += [one.id for one in page.items]
                if page.next is None:
                    break
                page = book.claims.page(wanted, order, limit=4, after=page.next)  # type: ignore[arg-type]
            assert parts == whole
            assert len(set(parts)) == len(list(book.claims.all(wanted)))

    def test_facets_count_what_is_there(self, register: Register) -> None:
        """Facets without and with a filter agree with the claims; what is taken out is no longer counted."""
        with register.writing() as book:
            report_id = take(book)
            take(book, "two.txt")
            free, narrowed = book.claims.facets(), book.claims.facets(ClaimFilter(outlet="The Quay Courier"))
            assert free.values == narrowed.values
            assert {tally.value: tally.count for tally in free.values["supplier"]} == {
                "Northland": 4,
                "Southland": 2,
            }
            assert {tally.value: tally.count for tally in free.values["category"]} == {
                "small-arms": 4,
                "other": 2,
            }
            book.claims.settle(book.reports.get(report_id), ())
            assert book.tallies.count_of("supplier", "Northland") == 2
            book.claims.settle(book.reports.get("two.txt"), ())
            assert not any(book.claims.facets().values.values())
            assert book.tallies.top("party").items == ()

    def test_parties_are_listed_with_the_names_used_for_them(self, register: Register) -> None:
        """End points, and the parties of responses, are found under "party", with role and words."""
        condemned = response("Southland paid", actor="Northland", target="Eastland")
        with register.writing() as book:
            take(book, found=(SHIPPED, condemned))
            assert {tally.value for tally in book.tallies.top("party").items} == {
                "Northland",
                "Southland",
                "Eastland",
            }
            uses = {(use.role, use.count) for use in book.tallies.party_names("Northland")}
            assert uses == {("supplier", 1), ("actor", 1)}

    def test_counting_stops_where_it_is_told_to(self, register: Register) -> None:
        """A count of several facets says that there are more than it counted."""
        with register.writing() as book:
            take(book)
            count = book.claims.count(ClaimFilter(outlet="The Quay Courier", kind="transfer"), cap=2)
            assert (count.n, count.more) == (2, True)

    def test_a_new_outlet_name_reaches_the_claims(self, register: Register) -> None:
        """Claims are found under the publisher that a person gave their report."""
        with register.writing() as book:
            report_id = take(book)
            report = msgspec.structs.replace(book.reports.get(report_id), publisher="The Harbour Sheet")
            book.reports.amend(report)
            book.claims.settle(report, book.findings.of_report(report_id))
            assert book.claims.count(ClaimFilter(outlet="The Harbour Sheet")).n == 3
            assert book.tallies.count_of("outlet", "The Quay Courier") == 0

    def test_search_finds_reports_and_claims(self, register: Register) -> None:
        """All words, the last by its beginning, with accents and case set aside; marks show where."""
        with register.writing() as book:
            take(book, text=TEXT.replace("crates", "Kräten"), found=())
            take(book, "two.txt")
            found = book.search("crates RIF")
            assert [hit.report for hit in found.reports.items] == ["two.txt"]
            assert [hit.report for hit in found.claims.items] == ["two.txt"]
            assert ("crates", True) in found.claims.items[0].snippet
            assert [hit.report for hit in book.search("kraten").reports.items] == ["one.txt"]

    @pytest.mark.parametrize(
        "words",
        [
            '"',
            "' OR 1=1 --",
            "AND",
            "NEAR(",
            "crates NOT",
            "text:x",
            "*",
            "\x00",
            "^a",
            "{a b}",
            "-",
            "💥",
            "a" * 5000,
        ],
    )
    def test_search_takes_any_words(self, register: Register, words: str) -> None:
        """Whatever is typed is looked for, never run."""
        with register.writing() as book:
            take(book)
            book.search(words)
            book.claims.page(ClaimFilter(words=words))

    def test_search_forgets_older_versions(self, register: Register) -> None:
        """Words that are gone from the latest version no longer find the report."""
        with register.writing() as book:
            take(book)
            take(book, text="Withdrawn.", found=())
            assert book.search("crates").reports.items == ()
            assert [hit.id for hit in book.search("withdrawn").reports.items] == [
                book.reports.get("one.txt").id
            ]


class TestJudgements:
    """Appended, numbered, found again."""

    def test_are_numbered_in_the_order_in_which_they_came(self, register: Register) -> None:
        """Numbers start at 1 and grow; the latest stands first in the list of the latest."""
        with register.writing() as book:
            made = [
                book.judgements.append(judgement(JudgementKind.CHECK, f"c{number}", number=number))
                for number in range(1, 4)
            ]
            assert [one.number for one in made] == [1, 2, 3]
            assert book.judgements.since(1) == tuple(made[1:])
            assert book.judgements.latest(limit=1).items == (made[2],)
            assert book.judgements.get(made[0].id) == made[0]

    def test_history_holds_undoings_and_their_undoings(self, register: Register) -> None:
        """What is about a claim is found with everything that undid it, in order."""
        with register.writing() as book:
            check = book.judgements.append(judgement(JudgementKind.CHECK, "c1", number=1))
            book.judgements.append(judgement(JudgementKind.CHECK, "c2", number=2))
            undo = book.judgements.append(judgement(JudgementKind.UNDO, check.id, number=3))
            redo = book.judgements.append(judgement(JudgementKind.UNDO, undo.id, number=4))
            assert book.judgements.about("c1") == (check, undo, redo)
            assert check in book.judgements.in_force()
            assert book.judgements.decided(["c1", "c3"]) == frozenset({"c1"})


class TestWorkings:
    """What reconciling keeps of its own: bytes by kind and key, names under marks."""

    def test_what_is_kept_is_found_and_goes(self, register: Register) -> None:
        """Many stand under one mark, each with its time; what is gone is gone, and the rest stays."""
        lowest, highest = -(2**63), 2**63 - 1
        first = Work(
            form="1",
            whole=True,
            kept={("print", "a"): b"words", ("print", "b"): b"more"},
            marks=[(lowest, "a", None), (lowest, "b", 7), (highest, "a", 5)],
        )
        later = Work(
            form="1",
            whole=False,
            kept={("print", "b"): None},
            marks=[(highest, "a", 6)],
            gone_marks=[(lowest, "b")],
        )
        with register.writing() as book:
            book.workings.keep(first)
            assert sorted(book.workings.found(lowest)) == [("a", None), ("b", 7)]
            book.workings.keep(later)
        with register.reading() as book:
            assert book.workings.form() == "1"
            assert (book.workings.kept("print", "a"), book.workings.kept("print", "b")) == (b"words", None)
            assert (book.workings.found(lowest), book.workings.found(highest)) == ([("a", None)], [("a", 6)])

    def test_the_whole_takes_the_place_of_what_was_kept(self, register: Register) -> None:
        """What another version of the program left does not stand beside it."""
        with register.writing() as book:
            book.workings.keep(
                Work(form="1", whole=True, kept={("print", "a"): b"x"}, marks=[(3, "a", None)])
            )
            book.workings.keep(Work(form="2", whole=True, marks=[(4, "b", None)]))
            assert (book.workings.form(), book.workings.kept("print", "a")) == ("2", None)
            assert (book.workings.found(3), book.workings.found(4)) == ([], [("b", None)])

    def test_new_reports_are_told_from_those_that_changed(self, register: Register) -> None:
        """Only what no results know yet can be taken in without asking how it was before."""
        with register.writing() as book:
            one = take(book)
            assert (book.counters.waiting(), book.counters.waiting_new()) == (1, 1)
            book.reports.put_news(one, 3, {})
            book.counters.settle()
            assert (book.counters.waiting(), book.counters.waiting_new()) == (0, 0)
            take(book, "two.txt")
            book.reports.touch([one])
            assert (book.counters.waiting(), book.counters.waiting_new()) == (2, 1)


class TestTransactions:
    """All or nothing."""

    def test_an_exception_leaves_nothing(self, register: Register) -> None:
        """What was written before an exception in the same transaction is gone, numbers included."""

        def write_and_fail() -> None:
            with register.writing() as book:
                take(book)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            write_and_fail()
        with register.reading() as book:
            assert book.reports.count() == 0
            assert book.claims.count().n == 0
            assert book.counters.present().change == 0

    def test_looking_while_looking(self, register: Register) -> None:
        """Whoever reads may ask again, as a function that it calls may."""
        with register.writing() as book:
            take(book)
        with register.reading() as book, register.reading() as again:
            assert again.reports.count() == book.reports.count() == 1
        with register.writing() as book:
            take(book, "two.txt")
        with register.reading() as book:
            assert book.reports.count() == 2

    def test_progress_is_kept(self, register: Register) -> None:
        """What was taken in waits until somebody notes that results go so far."""
        with register.writing() as book:
            take(book)
            assert book.counters.waiting() == 1
            book.judgements.append(judgement(JudgementKind.CHECK, "c1"))
            assert book.counters.waiting() == 2
            book.counters.settle()
            assert book.counters.waiting() == 0


class TestVerify:
    """Faults are found and named."""

    def test_a_whole_register_has_no_fault(self, register: Register) -> None:
        """Nothing is said about a register in which all holds."""
        with register.writing() as book:
            take(book)
            assert list(verify(book)) == []

    def test_changed_bytes_are_named(self, register: Register) -> None:
        """An original that was tampered with is told by the name of its report."""
        with register.writing() as book:
            take(book)
            book.connection.exec_driver_sql("UPDATE originals SET data = x'00', coding = 'raw'")
            assert [fault.name for fault in verify(book)] == ["one.txt (version 1)"]

    def test_words_that_moved_are_named(self, register: Register) -> None:
        """Claims whose words no longer stand where they say are told by their ids, and the text with them."""
        with register.writing() as book:
            report_id = take(book)
            book.connection.exec_driver_sql("UPDATE versions SET text = 'x' || text")
            assert {fault.name for fault in verify(book)} == {"one.txt (version 1)", *ids(book, report_id)}

    def test_a_changed_text_is_named_where_no_claim_stands(self, register: Register) -> None:
        """A plain text that its captured bytes no longer give is told, though every quote is in place."""
        with register.writing() as book:
            take(book)
            book.connection.exec_driver_sql("UPDATE versions SET text = text || 'x'")
            assert [fault.what for fault in verify(book)] == ["its text is not what the captured bytes say"]

    def test_missing_and_damaged_bytes_are_named(self, register: Register) -> None:
        """Originals that are gone, or cannot be unpacked, are told."""
        with register.writing() as book:
            take(book)
            take(book, "two.txt", text=TEXT * 9)
            book.connection.exec_driver_sql("UPDATE originals SET data = x'0102' WHERE coding = 'zlib'")
            assert any("damaged" in fault.what for fault in verify(book))
            book.connection.exec_driver_sql("DELETE FROM originals")
            assert [fault.what for fault in verify(book)] == ["the captured bytes are missing"] * 2
