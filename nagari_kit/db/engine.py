"""The one place that opens the encrypted SQLite file: key, pragmas and transactions."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from nagari_kit.db.errors import full_disk, translated
from nagari_kit.errors import StorageError
from nagari_kit.infra.files import make_private_dir, storage_error

BUSY_MILLISECONDS = 5000
LEAST_FREE = 256 * 1024
"""Bytes on the disk below which nothing can be opened for writing."""
CACHE_KIB = 16 * 1024
WRITING = "nagari_writing"
"""Execution option of connections whose transaction begins with the write lock."""
READING = "nagari_reading"
"""Execution option of connections that the database refuses every write."""

_PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # Else REPLACE takes rows away past the triggers that forbid it.
    "PRAGMA recursive_triggers = ON",
    f"PRAGMA cache_size = -{CACHE_KIB}",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
)


def open_engine(path: Path, key: bytes) -> Engine:
    """Engine on the file, made when it is not there, readable by this user alone.

    `key`: 32 bytes, used raw, so that a connection opens without a key derivation. Raises
    StorageCorruptError when the key does not fit or the file is damaged, StorageError.
    """
    try:
        make_private_dir(path.parent)
        _reserve(path)
    except OSError as error:
        raise storage_error(error) from error

    def connect() -> Any:  # noqa: ANN401 - the driver has no types
        connection = sqlcipher3.dbapi2.connect(
            str(path), isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            for pragma in _PRAGMAS:
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite://",
        creator=connect,
        module=sqlcipher3.dbapi2,
        poolclass=QueuePool,
        pool_size=6,
        max_overflow=4,
        # The connection used last has the freshest pages in its cache.
        pool_use_lifo=True,
        # A failed statement is told and logged without the names and numbers in it.
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    try:
        with translated(), engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema")
    except StorageError as error:
        engine.dispose()
        if shutil.disk_usage(path.parent).free < LEAST_FREE:
            # SQLite cannot make its files beside the database and calls it a broken disk.
            raise full_disk() from error
        raise
    except BaseException:
        engine.dispose()
        raise
    return engine


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - a live connection always has one
    # Readers and writer share the pool: each sets what it may do.
    driver.execute(f"PRAGMA query_only = {int(bool(options.get(READING)))}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITING) else "BEGIN")


def _reserve(path: Path) -> None:
    """Make the file with its rights before anything is written; WAL files inherit them."""
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    elif os.name == "posix":
        path.chmod(0o600)
