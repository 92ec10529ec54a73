"""A reader for tests: it reads one kind of sentence, the same each time, and needs no language model."""

from __future__ import annotations

import re

from tallybook.model import (
    Attribution,
    Category,
    Claim,
    Goods,
    Quantity,
    Report,
    Source,
    Span,
    Stage,
)

_SENTENCE = re.compile(
    r"(?P<supplier>[A-Z]\w+) (?P<verb>shipped|pledged) (?P<count>\d+) (?P<unit>\w+) of rifles to "
    r"(?P<recipient>[A-Z]\w+)(?:, (?P<speaker>[A-Z]\w+ [A-Z]\w+) said)?"
)
_STAGES = {"shipped": Stage.SHIPPED, "pledged": Stage.PLEDGED}


class PlainReader:
    """Finds "A shipped 3 crates of rifles to B, Ada Quill said"; falls over "FALL OVER"."""

    def read(self, report: Report) -> tuple[Claim, ...]:
        """Every sentence of the one kind."""
        if "FALL OVER" in report.text:
            raise RuntimeError("fell over")
        return tuple(self._claim(found) for found in _SENTENCE.finditer(report.text))

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Speaker and sentence."""
        found = (m for m in _SENTENCE.finditer(text) if m["speaker"])
        return tuple(
            Attribution(
                source=(Span(*m.span("speaker")),), content=(Span(m.start(), m.start("speaker") - 2),)
            )
            for m in found
        )

    def _claim(self, found: re.Match[str]) -> Claim:
        count = float(found["count"])
        name = found["speaker"]
        return Claim(
            supplier=found["supplier"],
            recipient=found["recipient"],
            stage=_STAGES[found["verb"]],
            goods=(Goods(text="rifles", span=None, category=Category.SMALL_ARMS),),
            quantity=Quantity(
                text=f"{found['count']} {found['unit']}",
                span=Span(found.start("count"), found.end("unit")),
                min=count,
                max=count,
                unit=found["unit"],
            ),
            source=Source(name=name, span=Span(*found.span("speaker"))) if name else None,
            quote=found[0],
            quote_span=Span(*found.span()),
            why=("a sentence of the one kind",),
        )
