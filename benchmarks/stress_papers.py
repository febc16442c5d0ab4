"""Letters, events, the log and the exchange of an office of many years, for the lists of them.

Written past the services: what is measured is reading. Everything is invented.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Connection

from nagari_kit.infra.clock import WIB
from nagari_kit.services.workspace import Workspace

LETTERS = 100_000
INCOMING = 5_000
EVENTS = 100_000
LOGGED = 300_000
RUNS = 5_000
LAST_DAY = date(2026, 11, 24)
DAYS = 7_000
"""Nineteen years of twenty letters a working day."""
OPENED = "2007-01-02"
TYPES = ("usaha", "domisili", "tidak_mampu", "belum_menikah", "kelahiran")
_LETTER = """
    INSERT INTO letter(id, number, number_key, series, year, sequence, type_id, title, short_title,
        issue_date, status, resident_id, resident_name, folded_name, resident_nik, signer_name,
        signer_position, issued_by, issued_at, sha256, pages, progress, event_inc, event_seq)
    VALUES (?, ?, ?, 'umum', ?, ?, ?, 'Surat Keterangan', 'Keterangan', ?, ?, ?, ?, ?, ?,
        'ARMEN', 'Wali Nagari', 'Rina', ?, '', 1, 'issued', ?, ?)
"""
_INCOMING = """
    INSERT INTO incoming_letter(id, agenda_year, agenda_number, received_on, sender, subject,
        recorded_at, recorded_by) VALUES (?, ?, ?, ?, 'Camat', 'Undangan rapat', ?, 'Rina')
"""
_EVENT = """
    INSERT INTO population_event(key, id, kind, event_date, report_date, facts, recorded_at,
        recorded_by) VALUES (?, ?, 'arrival', ?, ?, '{}', ?, 'Rina')
"""
_OF_EVENT = """
    INSERT INTO population_event_person(event_key, resident_key, after) VALUES (?, ?, '{}')
"""
_POSTED = """
    INSERT INTO population_posting(event_key, resident_key, delta, flow, jorong_id, household_id,
        sex, citizenship)
    SELECT ?, key, 1, 'opening', jorong_id, household_id, sex, citizenship FROM resident
"""
_STANDING = """
    INSERT INTO population_standing(resident_key, jorong_id, household_id, sex, citizenship)
    SELECT key, jorong_id, household_id, sex, citizenship FROM resident
"""
_LOGGED = """
    INSERT INTO event_log(inc, seq, event_hash, prev_hash, event_id, type, sv, body)
    SELECT ?, ?, ?, ?, ?, type, sv, body FROM event_log WHERE inc = ? AND seq = 1
"""


def add_papers(workspace: Workspace) -> None:
    """Fill what years of work leave behind."""
    chance = random.Random(5)
    with workspace.context.store.write("ukur") as uow:
        connection = uow._connection
        inc = connection.exec_driver_sql("SELECT inc FROM event_log LIMIT 1").scalar_one()
        first = connection.exec_driver_sql(
            "SELECT max(seq) + 1 FROM event_log WHERE inc = ?", (inc,)
        ).scalar_one()
        people = connection.exec_driver_sql(
            "SELECT id, key, name, folded_name, nik FROM resident ORDER BY key LIMIT ?", (LETTERS,)
        ).all()
        _many(connection, _LOGGED, _logged(inc, first, chance))
        _many(connection, _LETTER, _letters(people, inc, chance))
        _many(connection, _INCOMING, _incoming(chance))
        start = connection.exec_driver_sql(
            "SELECT coalesce(max(key), 0) + 1 FROM population_event"
        ).scalar_one()
        days = _days(EVENTS)
        _many(
            connection,
            _EVENT,
            (
                (start + n, chance.randbytes(16), day, day, _moment(day))
                for n, day in enumerate(days)
            ),
        )
        # The books count from the first filling on.
        opening = (start + EVENTS, chance.randbytes(16), OPENED, OPENED)
        connection.exec_driver_sql(
            _EVENT.replace("arrival", "opening"), (*opening, _moment(OPENED))
        )
        connection.exec_driver_sql(_POSTED, (start + EVENTS,))
        connection.exec_driver_sql(_STANDING)
        of_people = ((start + n, people[n % len(people)].key) for n in range(EVENTS))
        _many(connection, _OF_EVENT, of_people)
        runs = ((_moment(day), "sent", "") for day in _days(RUNS))
        _many(connection, "INSERT INTO sync_run(at, outcome, detail) VALUES (?, ?, ?)", runs)
        connection.commit()


def _many(connection: Connection, statement: str, rows: Iterator[tuple[Any, ...]]) -> None:
    connection.exec_driver_sql(statement, list(rows))


def _letters(people: Any, inc: bytes, chance: random.Random) -> Iterator[tuple[Any, ...]]:
    in_year = {year: count(1) for year in range(LAST_DAY.year - 20, LAST_DAY.year + 1)}
    for n, (day, one) in enumerate(zip(_days(len(people)), people, strict=True), 1):
        year = int(day[:4])
        sequence = next(in_year[year])
        number = f"{sequence}/SK/NKC/{year}"
        status = "voided" if chance.random() < 0.02 else "issued"
        yield (
            chance.randbytes(16), number, number, year, sequence, chance.choice(TYPES), day,
            status, one.id, one.name, one.folded_name, one.nik, _moment(day), inc, n,
        )  # fmt: skip


def _incoming(chance: random.Random) -> Iterator[tuple[Any, ...]]:
    numbers = {year: count(1) for year in range(LAST_DAY.year - 20, LAST_DAY.year + 1)}
    for day in _days(INCOMING):
        year = int(day[:4])
        yield chance.randbytes(16), year, next(numbers[year]), day, _moment(day)


def _logged(inc: bytes, first: int, chance: random.Random) -> Iterator[tuple[Any, ...]]:
    for seq in range(first, first + LOGGED):
        fingerprint = chance.randbytes(32)
        yield inc, seq, fingerprint, bytes(32), fingerprint[:16], inc


def _days(number: int) -> list[str]:
    """So many days in their order, spread over the years until the last day."""
    return [
        (LAST_DAY - timedelta(days=DAYS - DAYS * place // number)).isoformat()
        for place in range(number)
    ]


def _moment(day: str) -> str:
    return datetime.fromisoformat(day).replace(hour=9, tzinfo=WIB).isoformat()
