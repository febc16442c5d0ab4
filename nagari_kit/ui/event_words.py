"""How timelines say what happened to people and households."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nagari_kit.domain import code_lists
from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.population import EventKind, EventRow


@dataclass(frozen=True, slots=True)
class EventWords:
    """A kind of peristiwa: its title, icon and tint."""

    title: str
    icon: str
    kind: str


EVENTS: Mapping[EventKind, EventWords] = {
    EventKind.OPENING: EventWords("Data awal", "flag", "neutral"),
    EventKind.IMPORT: EventWords("Masuk lewat impor", "file-import", "neutral"),
    EventKind.REGISTRATION: EventWords("Didaftarkan", "user-check", "ok"),
    EventKind.BIRTH: EventWords("Lahir", "user-plus", "info"),
    EventKind.ARRIVAL: EventWords("Pindah masuk", "login", "ok"),
    EventKind.DEATH: EventWords("Meninggal", "circle-x", "neutral"),
    EventKind.DEPARTURE: EventWords("Pindah keluar", "logout", "neutral"),
    EventKind.MISSING: EventWords("Hilang", "user-search", "warn"),
    EventKind.GONE: EventWords("Pergi", "logout", "neutral"),
    EventKind.RETURN: EventWords("Kembali", "login", "ok"),
    EventKind.HOUSEHOLD_SPLIT: EventWords("Pecah KK", "users", "info"),
    EventKind.HOUSEHOLD_MERGE: EventWords("Gabung KK", "users", "info"),
    EventKind.HEAD_CHANGE: EventWords("Ganti kepala keluarga", "user", "info"),
    EventKind.HOUSEHOLD_MOVE: EventWords("Pindah rumah", "map-pin", "info"),
    EventKind.CORRECTION: EventWords("Data diperbaiki", "pencil", "neutral"),
    EventKind.INVALIDATION: EventWords("Ditandai tidak valid", "circle-x", "err"),
    EventKind.RECORD_MERGE: EventWords("Catatan digabung", "copy", "neutral"),
    EventKind.UNDO: EventWords("Diurungkan", "arrow-back-up", "neutral"),
}
_CODED = {"cause": code_lists.CAUSE_OF_DEATH, "scope": code_lists.MOVEMENT_SCOPE}
_SAID = ("destination", "origin", "place", "cause", "last_seen", "host", "reason", "address")
"""Facts in the order in which they are told; the first two that are known are enough."""
_OF_MANY = frozenset({EventKind.OPENING, EventKind.IMPORT})
"""Kinds whose other people are no business of this one."""
_FACTS = {
    "name": "nama",
    "gelar_depan": "gelar",
    "gelar_belakang": "gelar",
    "gelar_adat": "gelar adat",
    "nik": "NIK",
    "sex": "jenis kelamin",
    "birth_place": "tempat lahir",
    "birth_date": "tanggal lahir",
    "religion": "agama",
    "education": "pendidikan",
    "current_education": "pendidikan",
    "occupation": "pekerjaan",
    "marital_status": "status kawin",
    "family_relation": "hubungan keluarga",
    "citizenship": "kewarganegaraan",
    "blood_type": "golongan darah",
    "household_id": "KK",
    "current_address": "alamat",
    "suku": "suku",
    "phone": "telepon",
    "email": "surel",
    "life_status": "status dasar",
    "residency": "status tinggal",
    "papers": "dokumen",
    "restricted": "data kesehatan",
    "birth_facts": "data kelahiran",
    "note": "catatan",
    **dict.fromkeys(("father_nik", "father_name", "mother_nik", "mother_name"), "orang tua"),
    **dict.fromkeys(("latitude", "longitude"), "titik lokasi"),
    **dict.fromkeys(("previous_address", "previous_nomor_kk"), "alamat atau KK lama"),
    "ethnic_group": "suku bangsa",
    "kaum": "kaum",
    "penghulu": "penghulu",
    "language": "bahasa",
    "origin_country": "negara asal",
}
"""What a correction changed, never from what to what: numbers do not belong on a timeline."""
_BEFORE = {"destination": "ke", "origin": "dari", "place": "di", "last_seen": "terakhir di"}


def event_words(kind: EventKind) -> EventWords:
    """Title, icon and tint of a kind."""
    return EVENTS[kind]


def event_detail(row: EventRow) -> str:
    """What else is known of it, in one line: `ke Kota Padang, ikut suami`."""
    if row.kind is EventKind.UNDO:
        return _undone_words(row)
    if row.changed:
        return _changed_words(row)
    if row.kind in _OF_MANY:
        return f"Bersama {grouped(row.count - 1)} warga lain" if row.count > 1 else ""
    said = []
    for name in _SAID:
        value = row.facts.get(name, "")
        if name in _CODED and value.isdigit():
            value = _CODED[name].get(int(value), "")
        if value:
            said.append(f"{_BEFORE[name]} {value}" if name in _BEFORE else value)
    if not said and row.count > 1:
        said.append(f"{row.count} orang: {', '.join(row.people)}")
    if not said and row.note:
        said.append(row.note)
    return ", ".join(said[:2])


def _changed_words(row: EventRow) -> str:
    named = list(dict.fromkeys(_FACTS[one] for one in row.changed if one in _FACTS))
    return "; ".join(part for part in (", ".join(named), row.facts.get("reason", "")) if part)


def _undone_words(row: EventRow) -> str:
    kind = row.facts.get("kind", "")
    what = EVENTS[EventKind(kind)].title if kind in set(EventKind) else ""
    return ": ".join(part for part in (what, row.note) if part)
