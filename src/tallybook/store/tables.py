"""The tables of a register, as the newest migration leaves them.

The schema itself is made by ``migrations/``; a test holds that both say the same. Everything a person or a
stage hands over is kept whole as JSON (``body``); the columns beside it are what pages filter and order by.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData()


def keyed(name: str, *parts: SchemaItem) -> Table:
    """A table that is kept in the order of its key, without a row number beside it."""
    return Table(name, metadata, *parts, sqlite_with_rowid=False)


originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("coding", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("report", "version"),
    Index("versions_by_hash", "sha256"),
)

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
    Column("latest", Integer, ForeignKey("versions.number"), nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("day", Text),
    Column("words", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("seen", Boolean, nullable=False),
    Column("seen_by", Text),
    Column("seen_at", Text),
    Column("rank", Integer, nullable=False),
    Column("news", Text),
    Column("change", Integer, nullable=False),
    Index("reports_by_publisher", "publisher", "number"),
    Index("reports_by_day", "day", "number"),
    Index("reports_by_rank", "seen", "rank", "number"),
    Index("reports_by_change", "change"),
)

readings = Table(
    "readings",
    metadata,
    Column("report", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("reader", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("found", Integer, nullable=False),
    PrimaryKeyConstraint("report", "version", "reader"),
)

findings = Table(
    "findings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("reread", Text),
    Index("findings_by_report", "report"),
)
Index("findings_by_reread", findings.c.id, sqlite_where=findings.c.reread.is_not(None))
"""Few are read otherwise than a person decided; the rest need not be looked at."""


retired = Table(
    "retired",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("successor", Text),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Index("retired_by_report", "report"),
)

FACET_COLUMNS = (
    "kind",
    "state",
    "stage",
    "action",
    "certainty",
    "supplier",
    "recipient",
    "speaker",
    "outlet",
    "month",
)
"""Columns of ``claims`` that pages filter by, each with an index; the empty string is "left open"."""

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("report", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    *(Column(name, Text, nullable=False) for name in FACET_COLUMNS),
    Column("day", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Index("claims_by_report", "report", "start"),
    Index("claims_by_flow", "supplier", "recipient", "number"),
    Index("claims_by_day", "day", "number"),
    *(Index(f"claims_by_{name}", name, "number") for name in FACET_COLUMNS if name != "supplier"),
)

claim_bodies = Table(
    "claim_bodies",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)
"""The claims themselves, apart from ``claims``, so that filtering and counting walk over short rows."""

whole_claims = claims.join(claim_bodies, claim_bodies.c.number == claims.c.number)

claim_tags = keyed(
    "claim_tags",
    Column("facet", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("claim", Integer, nullable=False),
    PrimaryKeyConstraint("facet", "value", "claim"),
    Index("tags_by_claim", "claim"),
)
"""Facets of which a claim can have several values: categories of goods, parties."""

tallies = keyed(
    "tallies",
    Column("facet", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("facet", "value"),
    Index("tallies_by_count", "facet", "count", "value"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

judgement_subjects = keyed(
    "judgement_subjects",
    Column("subject", Text, nullable=False),
    Column("judgement", Integer, nullable=False),
    PrimaryKeyConstraint("subject", "judgement"),
)

counters = keyed(
    "counters",
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)

notes = keyed(
    "notes",
    Column("name", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

workings = keyed(
    "workings",
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("kind", "key"),
)
"""What stands between readings and results, as reconciling wrote it; only reconciling can read it."""

marks = keyed(
    "marks",
    Column("mark", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("time", Integer),
    PrimaryKeyConstraint("mark", "name"),
)
"""Under which marks reconciling finds reports and claims again."""
