"""Locks the embedded PostgreSQL: it trusts nobody without the password in the hub's own folder.

The package that carries the server makes it trust every local user, and puts its socket into a
shared folder when the hub's path is long. On Windows it listens on the loopback.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from nagari_kit.infra.files import write_atomically

FILE_NAME = "sandi-postgres"
_RULES = """# Written by nagari-hub: the password lies beside this folder.
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
host all all ::1/128 scram-sha-256
"""


def locked_url(url: str, folder: Path) -> str:
    """The address with the password of the hub in `folder`; a server that still trusts is locked.

    `url` is what the package says, `postgresql://postgres:@…`. The caller holds the hub's lock.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        write_atomically(path, secrets.token_hex(32).encode("ascii"))
    password = path.read_text(encoding="ascii")
    address = url.replace("postgres:@", f"postgres:{password}@", 1)
    rules = folder / "postgres" / "pg_hba.conf"
    if rules.read_text(encoding="utf-8") != _RULES:
        _lock(address, password, rules)
    return address


def _lock(address: str, password: str, rules: Path) -> None:
    import psycopg
    from psycopg import sql

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL("ALTER USER postgres PASSWORD {}").format(sql.Literal(password)))
        # In place, not by a new file: the server's user owns it and must go on reading it.
        rules.write_text(_RULES, encoding="utf-8")
        connection.execute("SELECT pg_reload_conf()")
