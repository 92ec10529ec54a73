"""Who says what, for any text: source, cue and content of one outermost attribution."""

from __future__ import annotations

import msgspec

from tallybook.model.span import Span


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution; each part may stand in several pieces, and source or cue may be missing."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
