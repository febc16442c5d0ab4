"""The hub's own PostgreSQL serves the hub alone."""

from __future__ import annotations

import os

import psycopg
import pytest

from nagari_kit.hub.embedded_postgres import EmbeddedPostgres

pytestmark = pytest.mark.hub


@pytest.mark.parametrize("name", ["hub", "h" * 120])
def test_nobody_gets_in_without_the_password_wherever_the_socket_lies(tmp_path, name):
    folder = tmp_path / name
    with EmbeddedPostgres(folder) as server:
        with psycopg.connect(server.url) as connection:
            connection.execute("SELECT 1")
        info = psycopg.conninfo.conninfo_to_dict(server.url)
        password = info.pop("password")
        for guess in ("", "postgres"):
            with pytest.raises(psycopg.OperationalError):
                psycopg.connect(**{**info, "password": guess})
    if os.name == "posix":
        assert (folder / "sandi-postgres").stat().st_mode & 0o077 == 0

    with EmbeddedPostgres(folder) as again, psycopg.connect(again.url) as connection:
        assert psycopg.conninfo.conninfo_to_dict(again.url)["password"] == password
        connection.execute("SELECT 1")


def test_two_processes_share_it(tmp_path):
    with EmbeddedPostgres(tmp_path / "hub") as one, EmbeddedPostgres(tmp_path / "hub") as other:
        assert one.url == other.url
