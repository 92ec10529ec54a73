"""From a report's text to its claims: sentences, actors, goods, quantities, periods, routes, attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.model import Attribution, Claim, Report

if TYPE_CHECKING:
    from spacy.language import Language

    from tallybook.read.clauses.scene import Scene
    from tallybook.read.page import Page
    from tallybook.vocabulary import Vocabulary


class Reader:
    """Reads reports. Pure: the same report, vocabulary and model give the same claims."""

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        from tallybook.read.attribution.cues import CueBook  # noqa: PLC0415
        from tallybook.read.claims.assembly import Assembler  # noqa: PLC0415
        from tallybook.read.text.gate import Gate  # noqa: PLC0415

        self._vocabulary = vocabulary
        self._language = language
        self._assembler = Assembler.of(vocabulary)
        self._book = CueBook(vocabulary.cues)
        self._gate = Gate(vocabulary)

    def read(self, report: Report) -> tuple[Claim, ...]:
        """Every claim of ``report``, in the order of the text, each with its words and its reasons.

        Offsets are code points of ``report.text``. Any text ends in claims (perhaps none), never in an
        exception of its own.
        """
        from tallybook.read.attribution.reading import attribute  # noqa: PLC0415
        from tallybook.read.claims.alongside import alongside  # noqa: PLC0415
        from tallybook.read.claims.headed import with_lead_source  # noqa: PLC0415
        from tallybook.read.claims.merging import merge  # noqa: PLC0415
        from tallybook.read.claims.shown import shown_around  # noqa: PLC0415
        from tallybook.read.responses.finding import find_responses  # noqa: PLC0415

        page = self._page(report)
        if page is None:
            return ()
        scenes = self._scenes(page)
        attributed = attribute(page, self._vocabulary, self._book)
        claims = merge(self._assembler.claims(page, attributed, scenes))
        claims = with_lead_source(claims, attributed, scenes)
        claims = alongside(claims, scenes, report, self._vocabulary)
        claims = shown_around(claims, scenes, report.text, self._vocabulary)
        responses = find_responses(page, attributed, self._vocabulary, transfers=claims, scenes=scenes)
        return tuple(sorted((*claims, *responses), key=lambda c: c.quote_span))

    def _page(self, report: Report) -> Page | None:
        """What of a report is worth reading; ``None`` where nothing is.

        Where only a lesser part of what passes the gate names arms, that is looked at first.
        """
        from tallybook.read.claims.glance import may_tell  # noqa: PLC0415
        from tallybook.read.page import Draft  # noqa: PLC0415
        from tallybook.read.responses.finding import may_respond  # noqa: PLC0415
        from tallybook.read.text.headline import recase  # noqa: PLC0415
        from tallybook.read.text.layout import lay_out  # noqa: PLC0415

        blocks = lay_out(report)
        passed = self._gate.passes(blocks, report.text)
        draft = Draft(report, blocks, self._language, recase)
        if passed.first is not None:
            scenes = self._scenes(draft.page(passed.first))
            if not may_tell(scenes, self._assembler.lexicon) and not may_respond(scenes, self._vocabulary):
                return None
        return draft.page(passed.blocks) if passed.blocks else None

    def _scenes(self, page: Page) -> tuple[Scene, ...]:
        """The sentences of a page with what they name; trees are mended on the way, for attribution too."""
        from tallybook.read.clauses.craft import with_craft  # noqa: PLC0415
        from tallybook.read.clauses.introduced import with_introduced  # noqa: PLC0415
        from tallybook.read.clauses.knowntypes import with_known_types  # noqa: PLC0415
        from tallybook.read.clauses.scene import set_scenes  # noqa: PLC0415

        scenes = with_introduced(set_scenes(page, self._vocabulary), self._vocabulary)
        return with_craft(with_known_types(scenes, self._vocabulary), self._vocabulary)

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Who says, thinks, wants or shows what in any ``text``: its outermost attributions."""
        from tallybook.read.attribution.reading import attributions  # noqa: PLC0415

        return attributions(text, self._language, self._book)
