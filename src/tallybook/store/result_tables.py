"""The tables of what reconciling says: transfers, flows, origins, and who took what from whom."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from tallybook.store.tables import keyed, metadata

transfers = Table(
    "transfers",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("supplier", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("reasons", Text, nullable=False),
    Index("transfers_by_flow", "supplier", "recipient", "claims", "number"),
    Index("transfers_by_recipient", "recipient", "claims", "number"),
    Index("transfers_by_stage", "stage", "claims", "number"),
    Index("transfers_by_claims", "claims", "number"),
    Index("transfers_by_day", "day", "number"),
    *(
        Index(f"transfers_by_{name}_day", name, "day", "number")
        for name in ("supplier", "recipient", "stage")
    ),
)

transfer_claims = keyed(
    "transfer_claims",
    Column("claim", Text, primary_key=True),
    Column("transfer", Text, nullable=False),
    Index("claims_by_transfer", "transfer"),
)

transfer_categories = keyed(
    "transfer_categories",
    Column("category", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("day", Text, nullable=False),
    PrimaryKeyConstraint("category", "number"),
    Index("categories_by_claims", "category", "claims", "number"),
    Index("categories_by_day", "category", "day", "number"),
    Index("categories_by_transfer", "number"),
)
"""Categories of goods of transfers, with what their lists are ordered by."""

flows = Table(
    "flows",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("supplier", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("transfers", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("supplier", "recipient"),
    Index("flows_by_recipient", "recipient", "claims"),
    Index("flows_by_claims", "claims", "number"),
)
"""An end point that is left open is the empty string, here as in ``claims`` and ``transfers``."""

origins = Table(
    "origins",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("speaker", Text),
    Column("body", Text, nullable=False),
    Index("origins_by_speaker", "speaker", "number"),
)

origin_claims = keyed(
    "origin_claims",
    Column("claim", Text, nullable=False),
    Column("origin", Text, nullable=False),
    PrimaryKeyConstraint("claim", "origin"),
    Index("claims_by_origin", "origin"),
)

edges = Table(
    "edges",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("parent", Text, nullable=False),
    Column("child", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("edges_by_parent", "parent"),
    Index("edges_by_child", "child"),
)

overlaps = Table(
    "overlaps",
    metadata,
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("a", "b"),
    Index("overlaps_by_b", "b"),
)

chains = Table(
    "chains",
    metadata,
    Column("report", Text, primary_key=True),
    Column("chain", Text, nullable=False),
    Index("reports_by_chain", "chain"),
)
