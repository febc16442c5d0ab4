"""Posts who is counted where, so that each figure is a sum and no change goes past it.

`population_standing` is the sum of all postings, one row for each person who is counted. An entry
of the ledger posts the difference between that and the records as they are now, in two statements
for any number of people.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from nagari_kit.domain.population import CORRECTING, INCOMING, OUTGOING, EventKind, Flow

_TOUCHED = "CREATE TEMP TABLE IF NOT EXISTS ledger_touched(resident_key INTEGER PRIMARY KEY)"
_TOUCH = "INSERT OR IGNORE INTO ledger_touched VALUES (?)"
_TOUCH_MEMBERS = (
    "INSERT OR IGNORE INTO ledger_touched SELECT key FROM resident WHERE household_id = ?"
)
_NOW = """
    ledger_touched t
    LEFT JOIN population_standing s ON s.resident_key = t.resident_key
    LEFT JOIN resident r
        ON r.key = t.resident_key AND r.life_status = 1 AND r.residency = 1
    LEFT JOIN household h ON h.id = r.household_id
"""
_DIFFERS = (
    "(r.key IS NULL OR s.jorong_id IS NOT h.jorong_id OR s.household_id IS NOT r.household_id"
    " OR s.sex IS NOT r.sex OR s.citizenship IS NOT r.citizenship)"
)
_POST = (
    "INSERT INTO population_posting(event_key, resident_key, delta, flow, jorong_id,"
    " household_id, sex, citizenship)"
)
_POST_LEAVING = text(
    f"{_POST} SELECT :event, t.resident_key, -1,"
    " CASE WHEN r.key IS NULL THEN :outgoing ELSE :inside END,"
    f" s.jorong_id, s.household_id, s.sex, s.citizenship FROM {_NOW}"
    f" WHERE s.resident_key IS NOT NULL AND {_DIFFERS}"
)
_POST_COMING = text(
    f"{_POST} SELECT :event, t.resident_key, 1,"
    " CASE WHEN s.resident_key IS NULL THEN :incoming ELSE :inside END,"
    f" h.jorong_id, r.household_id, r.sex, r.citizenship FROM {_NOW}"
    f" WHERE r.key IS NOT NULL AND (s.resident_key IS NULL OR {_DIFFERS})"
)
_LOOSE = text(
    f"SELECT count(*) FROM {_NOW}"
    f" WHERE (s.resident_key IS NULL) <> (r.key IS NULL) OR (r.key IS NOT NULL AND {_DIFFERS})"
)
_STAND_DOWN = (
    "DELETE FROM population_standing WHERE resident_key IN (SELECT resident_key FROM"
    " ledger_touched)"
)
_STAND = """
    INSERT INTO population_standing(resident_key, jorong_id, household_id, sex, citizenship)
    SELECT r.key, h.jorong_id, r.household_id, r.sex, r.citizenship
    FROM ledger_touched t JOIN resident r ON r.key = t.resident_key
    LEFT JOIN household h ON h.id = r.household_id
    WHERE r.life_status = 1 AND r.residency = 1
"""
_MIRROR = text(
    f"{_POST} SELECT :event, resident_key, -delta, flow, jorong_id, household_id, sex,"
    " citizenship FROM population_posting WHERE event_key = :reversed"
)
_TOUCH_POSTED = text(
    "INSERT OR IGNORE INTO ledger_touched SELECT resident_key FROM population_posting"
    " WHERE event_key = :reversed"
)
_STAND_AS_POSTED = """
    INSERT OR REPLACE INTO population_standing(
        resident_key, jorong_id, household_id, sex, citizenship)
    SELECT p.resident_key, p.jorong_id, p.household_id, p.sex, p.citizenship
    FROM ledger_touched t JOIN population_posting p ON p.resident_key = t.resident_key
    GROUP BY p.resident_key, p.jorong_id, p.household_id, p.sex, p.citizenship
    HAVING sum(p.delta) > 0
"""
_ASTRAY = text(
    """
    SELECT count(*) FROM (
        SELECT resident_key FROM (
            SELECT resident_key, jorong_id, household_id, sex, citizenship, delta AS n
            FROM population_posting WHERE resident_key IN (
                SELECT resident_key FROM population_posting
                WHERE event_key IN (:event, :reversed))
            UNION ALL
            SELECT resident_key, jorong_id, household_id, sex, citizenship, -1
            FROM population_standing WHERE resident_key IN (
                SELECT resident_key FROM population_posting
                WHERE event_key IN (:event, :reversed))
        ) GROUP BY resident_key, jorong_id, household_id, sex, citizenship HAVING sum(n) <> 0
    )
    """
)
_FORGET = "DELETE FROM ledger_touched"


class Postings:
    """The postings on one connection, within a unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def loose(self, keys: list[int], homes: list[bytes]) -> int:
        """How many of these people are counted otherwise than the ledger stands."""
        if not keys and not homes:
            return 0
        self._touch(keys, homes)
        loose = int(self._connection.execute(_LOOSE).scalar_one())
        self._connection.exec_driver_sql(_FORGET)
        return loose

    def settle(self, event: int, kind: EventKind, keys: list[int], homes: list[bytes]) -> None:
        """Post to `event` what of these people, by row key or household, is counted otherwise."""
        self._touch(keys, homes)
        flows = {
            "event": event,
            "incoming": INCOMING.get(kind, Flow.ADJUSTMENT).value,
            "outgoing": OUTGOING.get(kind, Flow.ADJUSTMENT).value,
            "inside": (Flow.ADJUSTMENT if kind in CORRECTING else Flow.INTERNAL).value,
        }
        self._connection.execute(_POST_LEAVING, flows)
        self._connection.execute(_POST_COMING, flows)
        self._connection.exec_driver_sql(_STAND_DOWN)
        self._connection.exec_driver_sql(_STAND)
        self._connection.exec_driver_sql(_FORGET)

    def mirror(self, event: int, reversed_event: int) -> None:
        """The postings of the reversed event once more, with the other sign."""
        self._connection.exec_driver_sql(_TOUCHED)
        numbers = {"event": event, "reversed": reversed_event}
        self._connection.execute(_MIRROR, numbers)
        self._connection.execute(_TOUCH_POSTED, {"reversed": reversed_event})
        self._connection.exec_driver_sql(_STAND_DOWN)
        self._connection.exec_driver_sql(_STAND_AS_POSTED)
        self._connection.exec_driver_sql(_FORGET)

    def astray(self, event: int, reversed_event: int) -> int:
        """How many people of the two events stand otherwise than their postings add up to."""
        numbers = {"event": event, "reversed": reversed_event}
        return int(self._connection.execute(_ASTRAY, numbers).scalar_one())

    def _touch(self, keys: list[int], homes: list[bytes]) -> None:
        run = self._connection.exec_driver_sql
        run(_TOUCHED)
        if keys:
            run(_TOUCH, [(key,) for key in keys])
        if homes:
            run(_TOUCH_MEMBERS, [(home,) for home in homes])
