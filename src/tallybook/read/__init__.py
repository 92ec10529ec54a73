"""From a report's text to its claims: sentences, actors, goods, quantities, periods, routes, attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.model import Attribution, Claim, Report

if TYPE_CHECKING:
    from spacy.language import Language

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
        from tallybook.read.claims.merging import merge  # noqa: PLC0415
        from tallybook.read.page import build_page  # noqa: PLC0415
        from tallybook.read.responses.finding import find_responses  # noqa: PLC0415
        from tallybook.read.text.headline import recase  # noqa: PLC0415

        text = report.text
        from tallybook.read.clauses.introduced import with_introduced  # noqa: PLC0415
        from tallybook.read.clauses.scene import set_scenes  # noqa: PLC0415

        page = build_page(report, self._language, keep=lambda b: self._gate.passes(b, text), recase=recase)
        scenes = with_introduced(set_scenes(page, self._vocabulary))  # mends trees that attribution reads
        attributed = attribute(page, self._vocabulary, self._book)
        claims = merge(self._assembler.claims(page, attributed, scenes))
        responses = find_responses(page, attributed, self._vocabulary, transfers=claims, scenes=scenes)
        return tuple(sorted((*claims, *responses), key=lambda c: c.quote_span))

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Who says, thinks, wants or shows what in any ``text``: its outermost attributions."""
        from tallybook.read.attribution.reading import attributions  # noqa: PLC0415

        return attributions(text, self._language, self._book)
