"""Brings an office's file to this program's schema, after a dated copy, or refuses a newer one."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from nagari_kit.db import search_index
from nagari_kit.db.engine import WRITING
from nagari_kit.db.errors import corrupt_file, storage_error, translated
from nagari_kit.errors import StorageLockedError, StorageTooNewError
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.files import make_private_dir
from nagari_kit.infra.files import storage_error as file_error
from nagari_kit.infra.folder_lock import locked_folder

_logger = logging.getLogger(__name__)
_SCRIPTS = "nagari_kit.db:migrations"
UPGRADE_LOCK = ".naik-versi.kunci"
WAIT_SECONDS = 120
"""How long an upgrade of another window is waited for: a slow disk copies the file first."""


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
    current = _revision(engine)
    if current is None and not may_begin:
        raise corrupt_file("no schema")
    if current != script.get_current_head():
        with _alone(path):
            _bring_to_head(engine, script, path, backups_dir, clock)
    search_index.bring_up_to_date(engine)


def has_newest_schema(engine: Engine) -> bool:
    """Whether nothing is left to upgrade. Raises StorageCorruptError."""
    return _revision(engine) == ScriptDirectory.from_config(_config()).get_current_head()


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One program at a time upgrades a file; the others wait and then find it done."""
    try:
        with locked_folder(path.parent, UPGRADE_LOCK, wait_seconds=WAIT_SECONDS):
            yield
    except BlockingIOError as error:
        raise StorageLockedError(
            "Data sedang dinaikkan ke versi baru oleh jendela lain. Data tidak diubah.",
            hint="Tunggu sampai selesai, lalu buka lagi.",
        ) from error
    except OSError as error:
        raise file_error(error) from error


def _bring_to_head(
    engine: Engine, script: ScriptDirectory, path: Path, backups_dir: Path, clock: Clock
) -> None:
    current = _revision(engine)
    if current == script.get_current_head():
        return
    if current is not None:
        _refuse_newer(script, current)
        _copy(engine, path, backups_dir, clock)
    writing = engine.execution_options(**{WRITING: True})
    with translated(), writing.begin() as connection:
        _upgrade(connection)
    _logger.info("schema moved from %s to %s", current, script.get_current_head())


def _revision(engine: Engine) -> str | None:
    """The schema of the file, None before the first. Raises StorageCorruptError."""
    with translated(), engine.connect() as reading:
        heads = MigrationContext.configure(reading).get_current_heads()
        if len(heads) > 1 or (not heads and inspect(reading).get_table_names()):
            raise corrupt_file("schema version")
    return heads[0] if heads else None


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
        for left in backups_dir.glob(f".{path.stem}-*{path.suffix}"):
            # Of a program that was killed while it copied; nobody else copies now.
            left.unlink(missing_ok=True)
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
