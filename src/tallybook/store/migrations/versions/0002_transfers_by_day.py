"""Transfers of a supplier, a recipient or a stage, latest first, without sorting all of them."""

from alembic import op

revision = "0002"
down_revision = "0001"

COLUMNS = ("supplier", "recipient", "stage")


def upgrade() -> None:
    """Add an index for each."""
    for column in COLUMNS:
        op.create_index(f"transfers_by_{column}_day", "transfers", [column, "day", "number"], unique=False)
