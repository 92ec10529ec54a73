"""What stands between readings and results, so that one decision brings back only what it touches."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables, empty: they are filled when results are written next."""
    op.create_table(
        "workings",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "marks",
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("time", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("mark", "name"),
        sqlite_with_rowid=False,
    )
