"""By which names is the outlet called that a report stands in?"""

from __future__ import annotations

import re

from tallybook.model import Report

_MASTHEAD = 5
"""Lines at the top of a page among which its outlet may stand alone."""

_LONGEST = 5
"""Words that the name of an outlet may have."""

_BYLINE = re.compile(r"By [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}, (?P<name>[A-Z].*)")


def own_names(report: Report) -> frozenset[str]:
    """The names in small letters, without an article: of publisher and credit, of a masthead, of a byline."""
    lines = [line.strip() for line in report.text.split("\n", 3 * _MASTHEAD) if line.strip()][:_MASTHEAD]
    bylines = (found["name"] for line in lines if (found := _BYLINE.fullmatch(line)) is not None)
    alone = [line for line in lines if len(line.split()) <= _LONGEST and not line.endswith((".", "?", "!"))]
    known = (name for name in (report.publisher, report.credit) if name)
    return frozenset(_bare(name) for name in (*known, *alone, *bylines))


def _bare(name: str) -> str:
    return re.sub(r"^the ", "", name.strip().casefold())
