"""How Alembic runs our migrations: on the connection, and in the transaction, that ``migrate`` opened."""

from alembic import context

from tallybook.store import result_tables

context.configure(
    connection=context.config.attributes["connection"], target_metadata=result_tables.transfers.metadata
)
context.run_migrations()
