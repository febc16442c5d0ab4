"""The door to PostgreSQL: a few kept connections, one transaction per `with`."""

from __future__ import annotations

import queue
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from nagari_kit.errors import HubError
from nagari_kit.hub.schema import SCHEMA

Connection = psycopg.Connection[tuple[Any, ...]]
POOL_SIZE = 8
_SCHEMA_LOCK = 7_365_001


class Database:
    """Thread-safe; make it once per process. Raises HubError when the server is not there."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._free: queue.LifoQueue[Connection | None] = queue.LifoQueue()
        for _ in range(POOL_SIZE):
            self._free.put(None)
        with self.transaction() as connection:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (_SCHEMA_LOCK,))
            connection.execute(SCHEMA)
            connection.execute(
                "INSERT INTO hub_setting VALUES ('epoch', %s) ON CONFLICT DO NOTHING",
                (secrets.token_bytes(16),),
            )
            row = connection.execute(
                "SELECT content FROM hub_setting WHERE name = 'epoch'"
            ).fetchone()
        assert row is not None  # noqa: S101 - inserted just above
        self.epoch = bytes(row[0])

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back by an exception."""
        connection = self._free.get()
        try:
            if connection is None or connection.closed:
                connection = self._connect()
            with connection.transaction():
                yield connection
        finally:
            self._free.put(connection)

    def close(self) -> None:
        """Close what is idle; call it when nothing runs any more."""
        while True:
            try:
                connection = self._free.get_nowait()
            except queue.Empty:
                return
            if connection is not None:
                connection.close()

    def _connect(self) -> Connection:
        try:
            return psycopg.connect(self._url, autocommit=True, connect_timeout=10)
        except (psycopg.Error, ValueError) as error:
            # An address that cannot be read is a ProgrammingError, a strange port a ValueError.
            raise HubError(
                "Basis data hub tidak dapat dihubungi. Data yang sudah diterima tidak hilang.",
                hint="Periksa alamat pada --database dan apakah PostgreSQL berjalan.",
                code="HUB-03",
                detail=type(error).__name__,
            ) from error


def lock_stream(connection: Connection, stream: bytes) -> None:
    """Let one transaction at a time work on a stream."""
    key = int.from_bytes(stream[:8], "big", signed=True)
    connection.execute("SELECT pg_advisory_xact_lock(%s)", (key,))
