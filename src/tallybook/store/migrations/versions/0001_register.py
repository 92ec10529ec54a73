"""The first register."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SEARCH = (
    """CREATE VIEW report_texts AS
    SELECT r.number AS number, r.title AS title, r.publisher AS publisher, v.text AS text
    FROM reports r JOIN versions v ON v.number = r.latest""",
    """CREATE VIRTUAL TABLE report_words USING fts5(title, publisher, text,
    content='report_texts', content_rowid='number', prefix='3', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER report_words_added AFTER INSERT ON reports BEGIN
    INSERT INTO report_words(rowid, title, publisher, text)
    SELECT new.number, new.title, new.publisher, text FROM versions WHERE number = new.latest; END""",
    """CREATE TRIGGER report_words_changed AFTER UPDATE OF latest, title, publisher ON reports
    WHEN old.latest IS NOT new.latest OR old.title IS NOT new.title OR old.publisher IS NOT new.publisher
    BEGIN
    INSERT INTO report_words(report_words, rowid, title, publisher, text)
    SELECT 'delete', old.number, old.title, old.publisher, text FROM versions WHERE number = old.latest;
    INSERT INTO report_words(rowid, title, publisher, text)
    SELECT new.number, new.title, new.publisher, text FROM versions WHERE number = new.latest; END""",
    """CREATE VIRTUAL TABLE claim_words USING fts5(quote, supplier, recipient, speaker,
    content='claims', content_rowid='number', prefix='3', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER claim_words_added AFTER INSERT ON claims BEGIN
    INSERT INTO claim_words(rowid, quote, supplier, recipient, speaker)
    VALUES (new.number, new.quote, new.supplier, new.recipient, new.speaker); END""",
    """CREATE TRIGGER claim_words_gone AFTER DELETE ON claims BEGIN
    INSERT INTO claim_words(claim_words, rowid, quote, supplier, recipient, speaker)
    VALUES ('delete', old.number, old.quote, old.supplier, old.recipient, old.speaker); END""",
    """CREATE TRIGGER claim_words_changed AFTER UPDATE OF quote, supplier, recipient, speaker ON claims BEGIN
    INSERT INTO claim_words(claim_words, rowid, quote, supplier, recipient, speaker)
    VALUES ('delete', old.number, old.quote, old.supplier, old.recipient, old.speaker);
    INSERT INTO claim_words(rowid, quote, supplier, recipient, speaker)
    VALUES (new.number, new.quote, new.supplier, new.recipient, new.speaker); END""",
)
"""Full-text search: the words themselves stay where they are, the indexes follow every change by trigger."""


def upgrade() -> None:  # noqa: PLR0915 (every table of the register)
    """Make every table and index."""
    op.create_table(
        "chains",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_index("reports_by_chain", "chains", ["chain"], unique=False)
    op.create_table(
        "claim_bodies",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "claim_tags",
        sa.Column("facet", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("facet", "value", "claim"),
        sqlite_with_rowid=False,
    )
    op.create_index("tags_by_claim", "claim_tags", ["claim"], unique=False)
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("supplier", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("claims_by_action", "claims", ["action", "number"], unique=False)
    op.create_index("claims_by_certainty", "claims", ["certainty", "number"], unique=False)
    op.create_index("claims_by_day", "claims", ["day", "number"], unique=False)
    op.create_index("claims_by_flow", "claims", ["supplier", "recipient", "number"], unique=False)
    op.create_index("claims_by_kind", "claims", ["kind", "number"], unique=False)
    op.create_index("claims_by_month", "claims", ["month", "number"], unique=False)
    op.create_index("claims_by_outlet", "claims", ["outlet", "number"], unique=False)
    op.create_index("claims_by_recipient", "claims", ["recipient", "number"], unique=False)
    op.create_index("claims_by_report", "claims", ["report", "start"], unique=False)
    op.create_index("claims_by_speaker", "claims", ["speaker", "number"], unique=False)
    op.create_index("claims_by_stage", "claims", ["stage", "number"], unique=False)
    op.create_index("claims_by_state", "claims", ["state", "number"], unique=False)
    op.create_table(
        "counters",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "edges",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=False),
        sa.Column("child", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("edges_by_child", "edges", ["child"], unique=False)
    op.create_index("edges_by_parent", "edges", ["parent"], unique=False)
    op.create_table(
        "findings",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("reread", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("findings_by_report", "findings", ["report"], unique=False)
    op.create_table(
        "flows",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("supplier", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("transfers", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("supplier", "recipient"),
    )
    op.create_index("flows_by_claims", "flows", ["claims", "number"], unique=False)
    op.create_index("flows_by_recipient", "flows", ["recipient", "claims"], unique=False)
    op.create_table(
        "judgement_subjects",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "judgement"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "notes",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "origin_claims",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "origin"),
        sqlite_with_rowid=False,
    )
    op.create_index("claims_by_origin", "origin_claims", ["origin"], unique=False)
    op.create_table(
        "originals",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("coding", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "origins",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("origins_by_speaker", "origins", ["speaker", "number"], unique=False)
    op.create_table(
        "overlaps",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index("overlaps_by_b", "overlaps", ["b"], unique=False)
    op.create_table(
        "readings",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("report", "version", "reader"),
    )
    op.create_table(
        "retired",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("successor", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("retired_by_report", "retired", ["report"], unique=False)
    op.create_table(
        "tallies",
        sa.Column("facet", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("facet", "value"),
        sqlite_with_rowid=False,
    )
    op.create_index("tallies_by_count", "tallies", ["facet", "count", "value"], unique=False)
    op.create_table(
        "transfer_categories",
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("category", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "categories_by_claims", "transfer_categories", ["category", "claims", "number"], unique=False
    )
    op.create_index("categories_by_day", "transfer_categories", ["category", "day", "number"], unique=False)
    op.create_index("categories_by_transfer", "transfer_categories", ["number"], unique=False)
    op.create_table(
        "transfer_claims",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("transfer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim"),
        sqlite_with_rowid=False,
    )
    op.create_index("claims_by_transfer", "transfer_claims", ["transfer"], unique=False)
    op.create_table(
        "transfers",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("supplier", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("transfers_by_claims", "transfers", ["claims", "number"], unique=False)
    op.create_index("transfers_by_day", "transfers", ["day", "number"], unique=False)
    op.create_index(
        "transfers_by_flow", "transfers", ["supplier", "recipient", "claims", "number"], unique=False
    )
    op.create_index("transfers_by_recipient", "transfers", ["recipient", "claims", "number"], unique=False)
    op.create_index("transfers_by_stage", "transfers", ["stage", "claims", "number"], unique=False)
    op.create_table(
        "versions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("report", "version"),
    )
    op.create_index("versions_by_hash", "versions", ["sha256"], unique=False)
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.Column("seen_by", sa.Text(), nullable=True),
        sa.Column("seen_at", sa.Text(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("news", sa.Text(), nullable=True),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["latest"],
            ["versions.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_index("reports_by_change", "reports", ["change"], unique=False)
    op.create_index("reports_by_day", "reports", ["day", "number"], unique=False)
    op.create_index("reports_by_publisher", "reports", ["publisher", "number"], unique=False)
    op.create_index("reports_by_rank", "reports", ["seen", "rank", "number"], unique=False)

    for statement in SEARCH:
        op.execute(statement)
