"""What an event changed of a person or a KK, kept as text, and the way back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from nagari_kit.db.resident_rows import household_of, household_row, resident_of, resident_row
from nagari_kit.domain.residents import Household, Resident
from nagari_kit.errors import ConflictError

_IDENTITIES = frozenset({"id", "household_id", "merged_into", "jorong_id"})
_DERIVED = frozenset({"folded_name", "recording_status"})
"""Columns that follow from others."""


def difference(
    before: Resident | Household | None, after: Resident | Household
) -> tuple[str | None, str | None]:
    """JSON of the columns that differ, as they were and as they are; nothing for a new record."""
    if before is None:
        return None, None
    old, new = _row(before), _row(after)
    changed = [name for name in old if name not in _DERIVED and old[name] != new[name]]
    return _text(old, changed), _text(new, changed)


def resident_before(current: Resident, before: str, after: str) -> Resident:
    """The resident with what the event changed taken back, and all later changes kept.

    Raises ConflictError code PERISTIWA-02 when one of those facts was changed since.
    """
    return resident_of(_taken_back(_row(current), before, after, current.name.full()))


def household_before(current: Household, before: str, after: str) -> Household:
    """The same for a KK."""
    return household_of(_taken_back(_row(current), before, after, f"KK {current.nomor_kk or ''}"))


def _row(one: Resident | Household) -> dict[str, Any]:
    return resident_row(one) if isinstance(one, Resident) else household_row(one)


def _text(row: Mapping[str, Any], names: list[str]) -> str:
    return json.dumps({name: _plain(row[name]) for name in names}, sort_keys=True)


def _taken_back(row: dict[str, Any], before: str, after: str, whose: str) -> Any:  # noqa: ANN401 - columns
    old, new = json.loads(before), json.loads(after)
    if any(_plain(row[name]) != value for name, value in new.items()):
        raise ConflictError(
            f"Data {whose} sudah diubah lagi sesudah peristiwa ini. Belum ada yang diurungkan.",
            hint="Betulkan datanya lewat koreksi, atau urungkan dulu perubahan yang lebih baru.",
            code="PERISTIWA-02",
        )
    for name, value in old.items():
        row[name] = _stored(name, value)
    for name in ("birth_date", "registered_on", "printed_on"):
        if isinstance(row.get(name), str):
            row[name] = date.fromisoformat(row[name])
    return row


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, date):
        return value.isoformat()
    return value


def _stored(name: str, value: object) -> object:
    if name in _IDENTITIES and isinstance(value, str):
        return bytes.fromhex(value)
    return value
