"""Claims that a later reading says otherwise, found without a look at every claim that was decided on."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add an index of those alone."""
    where = sa.text("reread IS NOT NULL")
    op.create_index("findings_by_reread", "findings", ["id"], unique=False, sqlite_where=where)
