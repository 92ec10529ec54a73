"""Bring a register up to the newest schema. Imported only when that is needed."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from tallybook.store.opening import APPLICATION_ID, SCHEMA, state

MIGRATIONS = Path(__file__).with_name("migrations")


def migrate(engine: Engine, path: str = ":memory:") -> None:
    """Run the migrations that the register lacks, all of them in one transaction or none.

    Raises:
        RegisterTooNew: another program brought it further than we know, while we waited.
    """
    with engine.connect() as connection:
        # Write-ahead logging lets readers go on while somebody writes; it cannot be set inside a transaction.
        raw = connection.connection.driver_connection
        if raw is not None:
            raw.execute("PRAGMA journal_mode = WAL")
        connection = connection.execution_options(writing=True)  # noqa: PLW2901
        with connection.begin():
            if state(connection, path) < SCHEMA:
                command.upgrade(configuration(connection), "head")
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration for the migrations that come with the package."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
