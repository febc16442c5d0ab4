"""Runs the steps on the connection that `db.migrate` holds; there is no alembic.ini."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transaction_per_migration=False,
)
context.run_migrations()
