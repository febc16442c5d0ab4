"""Keeps what the search looks through: names, the people and places around them, known words."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, bindparam, text

from nagari_kit.db.engine import WRITING
from nagari_kit.db.errors import translated
from nagari_kit.db.queries.search_expressions import NAME_PREFIX, SURROUNDINGS_PREFIX
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.search_folding import folded
from nagari_kit.domain.search_terms import (
    name_sounds,
    name_spellings,
    name_terms,
    surroundings_terms,
)

_Row = Mapping[str, Any] | RowMapping
FOLDING = 5
"""Raised with every change of the rules by which names are folded or taken apart."""

_AT_ONE_TIME = 2000
_HOMES_AT_ONE_TIME = 500
_NAMES = "INTO resident_search(rowid, words) VALUES (?, ?)"
_SURROUNDINGS = "INTO resident_surroundings(rowid, words) VALUES (?, ?)"
_ADDING, _REPLACING = "INSERT", "INSERT OR REPLACE"
"""To look for what is to be replaced takes a quarter of the time."""
# Sounds in capitals, spellings in small letters, words of surroundings behind a sign.
_WORDS = "INSERT OR IGNORE INTO search_word(word) VALUES (?)"
_SOUNDS = "UPDATE resident SET folded_name = ? WHERE key = ?"
_NEEDED = (
    "key, name, gelar_depan, gelar_belakang, gelar_adat, father_name, mother_name,"
    " current_address, household_id"
)
_RESIDENTS = text(
    f"SELECT {_NEEDED} FROM resident WHERE key > :after"  # noqa: S608 - a constant
    " ORDER BY key LIMIT :limit"
)
_MEMBERS = text(
    f"SELECT {_NEEDED} FROM resident WHERE household_id IN :homes"  # noqa: S608 - a constant
).bindparams(bindparam("homes", expanding=True))
_PLACES = text("SELECT id, address, jorong_id FROM household WHERE id IN :homes").bindparams(
    bindparam("homes", expanding=True)
)
_EMPTIED = (
    "INSERT INTO resident_search(resident_search) VALUES ('delete-all')",
    "INSERT INTO resident_surroundings(resident_surroundings) VALUES ('delete-all')",
    "DELETE FROM search_word",
    "DELETE FROM search_state",
)
_logger = logging.getLogger(__name__)


def index_people(
    connection: Connection,
    rows: Sequence[_Row],
    addresses: Mapping[bytes, str],
    *,
    are_new: bool = False,
) -> None:
    """Index rows of `resident` by name, parents and address, in place of what was indexed.

    `addresses` are those of their households. Of rows that `are_new` nothing was indexed yet.
    """
    verb = _ADDING if are_new else _REPLACING
    names = [(row["key"], _full_name(row), row["name"]) for row in rows]
    terms = [(key, name_terms(name, own)) for key, name, own in names]
    connection.exec_driver_sql(f"{verb} {_NAMES}", terms)
    words = dict.fromkeys(sound for _, name, _ in names for sound in name_sounds(name))
    spelled = dict.fromkeys(word for _, name, _ in names for word in name_spellings(name))
    words |= dict.fromkeys(
        word.lower() for word in spelled if len(word) > NAME_PREFIX and word.isalpha()
    )
    if words:
        connection.exec_driver_sql(_WORDS, [(word,) for word in words])
    _index_surroundings(connection, rows, addresses, verb)


def index_households(connection: Connection, addresses: Mapping[bytes, str]) -> None:
    """Index the members of households anew whose address changed to these."""
    homes = list(addresses)
    for start in range(0, len(homes), _HOMES_AT_ONE_TIME):
        chunk = homes[start : start + _HOMES_AT_ONE_TIME]
        rows = connection.execute(_MEMBERS, {"homes": chunk}).mappings().all()
        if rows:
            _index_surroundings(connection, rows, addresses, _REPLACING)


def places(
    connection: Connection, homes: Iterable[bytes | None]
) -> dict[bytes, tuple[str, bytes | None]]:
    """Address and jorong of the households that are in the books, by identity."""
    wanted = [home for home in dict.fromkeys(homes) if home is not None]
    found: dict[bytes, tuple[str, bytes | None]] = {}
    for start in range(0, len(wanted), _HOMES_AT_ONE_TIME):
        rows = connection.execute(_PLACES, {"homes": wanted[start : start + _HOMES_AT_ONE_TIME]})
        found.update((row.id, (row.address, row.jorong_id)) for row in rows)
    return found


def bring_up_to_date(engine: Engine) -> None:
    """Index everybody anew when the rules of folding are newer than the index; one transaction."""
    with translated(), engine.connect() as reading:
        if _state(reading) == FOLDING:
            return
    with translated(), engine.execution_options(**{WRITING: True}).begin() as connection:
        count = _rebuild(connection)
    _logger.info("search index of %d residents rebuilt", count)


def _rebuild(connection: Connection) -> int:
    for statement in _EMPTIED:
        connection.exec_driver_sql(statement)
    after = count = 0
    while rows := (
        connection.execute(_RESIDENTS, {"after": after, "limit": _AT_ONE_TIME}).mappings().all()
    ):
        homes = places(connection, (row["household_id"] for row in rows))
        index_people(connection, rows, {home: place[0] for home, place in homes.items()})
        sounds = [(folded(_full_name(row)), row["key"]) for row in rows]
        connection.exec_driver_sql(_SOUNDS, sounds)
        after, count = rows[-1]["key"], count + len(rows)
    connection.exec_driver_sql("INSERT INTO search_state(folding) VALUES (?)", (FOLDING,))
    return count


def _state(connection: Connection) -> int | None:
    state: int | None = connection.execute(
        text("SELECT max(folding) FROM search_state")
    ).scalar_one()
    return state


def _index_surroundings(
    connection: Connection, rows: Sequence[_Row], addresses: Mapping[bytes, str], verb: str
) -> None:
    indexed = [
        (
            row["key"],
            surroundings_terms(
                row["name"],
                (row["father_name"], row["mother_name"]),
                (addresses.get(row["household_id"], ""), row["current_address"]),
            ),
        )
        for row in rows
    ]
    connection.exec_driver_sql(f"{verb} {_SURROUNDINGS}", indexed)
    words = dict.fromkeys(chain.from_iterable(terms.split() for _, terms in indexed))
    # No names to compare with: the sign keeps them apart.
    known = [(f"@{word}",) for word in words if len(word) > SURROUNDINGS_PREFIX]
    if known:
        connection.exec_driver_sql(_WORDS, known)


def _full_name(row: _Row) -> str:
    titles = (row["gelar_depan"], row["gelar_belakang"], row["gelar_adat"])
    return PersonName(row["name"], *titles).full() if any(titles) else str(row["name"])
