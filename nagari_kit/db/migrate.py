"""Brings an office's file to this program's schema, after a dated copy, or refuses a newer one."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import sqlcipher3.dbapi2
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from nagari_kit.db import search_index
from nagari_kit.db.engine import WRITING
from nagari_kit.db.errors import corrupt_file, storage_error, translated
from nagari_kit.errors import StorageTooNewError
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.files import make_private_dir
from nagari_kit.infra.files import storage_error as file_error

_logger = logging.getLogger(__name__)
_SCRIPTS = "nagari_kit.db:migrations"


def migrate(
    engine: Engine, path: Path, backups_dir: Path, clock: Clock, *, may_begin: bool = True
) -> None:
    """Run the missing steps in one transaction; nothing happens when the file is up to date.

    The search index follows when this program folds names in another way.

    A file that already holds data is copied first to `backups_dir` as
    `nagari-YYYYMMDD-HHMMSS.db`, encrypted as it is. Raises StorageTooNewError when a newer program
    wrote the file, StorageCorruptError when a file that may not begin anew holds nothing (a power
    cut or a full disk can leave such a one of an office), StorageError.
    """
    script = ScriptDirectory.from_config(_config())
    with translated(), engine.connect() as reading:
        current = MigrationContext.configure(reading).get_current_revision()
    if current is None and not may_begin:
        raise corrupt_file("no schema")
    if current != script.get_current_head():
        if current is not None:
            _refuse_newer(script, current)
            _copy(engine, path, backups_dir, clock)
        writing = engine.execution_options(**{WRITING: True})
        with translated(), writing.begin() as connection:
            _upgrade(connection)
        _logger.info("schema moved from %s to %s", current, script.get_current_head())
    search_index.bring_up_to_date(engine)


def _refuse_newer(script: ScriptDirectory, current: str) -> None:
    known = {revision.revision for revision in script.walk_revisions()}
    if current not in known:
        raise StorageTooNewError(
            "Data kantor ini dibuat oleh versi Nagari Kit yang lebih baru. Data tidak diubah.",
            hint="Pasang versi terbaru Nagari Kit di komputer ini, lalu buka lagi.",
            detail=f"schema {current} is unknown",
        )


def _copy(engine: Engine, path: Path, backups_dir: Path, clock: Clock) -> None:
    """A copy that bears its name only once it is whole. Raises StorageError."""
    target = backups_dir / f"{path.stem}-{clock.now():%Y%m%d-%H%M%S}.db"
    unfinished = target.with_name(f".{target.name}")
    try:
        make_private_dir(backups_dir)
        unfinished.unlink(missing_ok=True)
        # Made here for the mode; SQLite takes an empty file.
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            _vacuum_into(engine, unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise file_error(error) from error
    _logger.info("copied the database before the upgrade to %s", target.name)


def _vacuum_into(engine: Engine, target: Path) -> None:
    with translated(), engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - a live connection always has one
        connection.rollback()
        try:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            driver.execute("VACUUM INTO ?", (str(target),))
        except sqlcipher3.dbapi2.Error as error:
            # Past SQLAlchemy, which would begin a transaction: VACUUM bears none.
            known = storage_error(error)
            if known is None:
                raise
            raise known from error


def _upgrade(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    config.set_main_option("path_separator", "os")
    return config
