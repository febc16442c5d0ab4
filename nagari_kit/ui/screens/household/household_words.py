"""How the page says what is known of a household: its facts, its people, what happened."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from nagari_kit.domain import code_lists
from nagari_kit.domain.addresses import quiet_address
from nagari_kit.domain.family_succession import HEAD, HUSBAND, WIFE
from nagari_kit.domain.family_tree import Kin
from nagari_kit.domain.household_record import HouseholdRecord
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.population import EventKind, EventRow
from nagari_kit.domain.residents import LifeStatus, Resident
from nagari_kit.ui.code_words import code_words
from nagari_kit.ui.letter_words import age_words, long_day, masked_number
from nagari_kit.ui.widgets import TreeLabel

UNKNOWN = "–"
_EVENTS = {
    EventKind.OPENING: "data awal",
    EventKind.IMPORT: "impor",
    EventKind.REGISTRATION: "pendaftaran",
    EventKind.BIRTH: "kelahiran",
    EventKind.ARRIVAL: "kedatangan",
    EventKind.DEATH: "kematian",
    EventKind.DEPARTURE: "kepindahan",
    EventKind.MISSING: "hilang",
    EventKind.GONE: "pergi",
    EventKind.RETURN: "kembali",
    EventKind.HOUSEHOLD_SPLIT: "pecah KK",
    EventKind.HOUSEHOLD_MERGE: "gabung KK",
    EventKind.HEAD_CHANGE: "ganti kepala",
    EventKind.HOUSEHOLD_MOVE: "pindah bersama",
    EventKind.CORRECTION: "perbaikan",
    EventKind.INVALIDATION: "data tidak berlaku",
    EventKind.RECORD_MERGE: "penggabungan data",
    EventKind.UNDO: "pengurungan",
}
_AWAY = {
    LifeStatus.ALIVE: "Di KK lain",
    LifeStatus.DEAD: "Wafat",
    LifeStatus.MOVED: "Sudah pindah",
    LifeStatus.MISSING: "Hilang",
    LifeStatus.GONE: "Pergi",
    LifeStatus.INVALID: "Di luar KK",
}
_EVENTS_SHOWN = 4


def title(record: HouseholdRecord) -> str:
    """`Keluarga Hendri Saputra`."""
    head = record.head
    return f"Keluarga {head.name.full()}" if head else "Keluarga tanpa kepala"


def subtitle(record: HouseholdRecord, area_word: str) -> str:
    """`No. KK 1306 99•• •••• 0071  ·  6 anggota  ·  Jorong Koto Tangah`."""
    area = f"{area_word.capitalize()} {record.jorong}" if record.jorong else ""
    number = f"No. KK {masked_number(record.household.nomor_kk)}"
    return "  ·  ".join(part for part in (number, f"{len(record.members)} anggota", area) if part)


def facts(record: HouseholdRecord, area_word: str) -> list[tuple[str, str]]:
    """Key and value of what the panel tells."""
    home = record.household
    area = f"{area_word.capitalize()} {record.jorong}" if record.jorong else ""
    units = " ".join(
        f"{word} {number}" for word, number in (("RT", home.rt), ("RW", home.rw)) if number
    )
    address = ", ".join(part for part in (quiet_address(home.address), units, area) if part)
    lines = [("Alamat", address or UNKNOWN)]
    if home.printed_on or home.registered_on:
        lines.append(("Tanggal KK", long_day(home.printed_on or home.registered_on or date.min)))
    if home.welfare:
        lines.append(("Kesejahteraan", code_words(code_lists.WELFARE, home.welfare)))
    return lines


def event_lines(events: tuple[EventRow, ...]) -> list[tuple[str, str]]:
    """Title and detail of the last events, those that were taken back left out."""
    standing = [one for one in events if not one.undone and one.kind is not EventKind.UNDO]
    return [
        (_EVENTS[one.kind].capitalize(), f"{long_day(one.event_date)}{_people(one)}")
        for one in standing[:_EVENTS_SHOWN]
    ]


def labels(record: HouseholdRecord, today: date) -> dict[UUID, TreeLabel]:
    """What the boxes of the tree say."""
    return {one.key: _label(one, record, today) for one in record.family.people}


def relation(resident: Resident) -> str:
    """`Istri`, or a dash."""
    return code_words(code_lists.FAMILY_RELATION, resident.family_relation) or UNKNOWN


def _label(kin: Kin, record: HouseholdRecord, today: date) -> TreeLabel:
    one = kin.resident
    if one is None:
        said = f"{kin.name}, hanya namanya yang tercatat"
        return TreeLabel(kin.name, "Di luar KK", said, kin.sex, is_away=True)
    name = one.name.full()
    if not kin.is_member:
        detail = _away(one, record)
        return TreeLabel(one.name.name, detail, f"{name}, {detail}", one.sex, is_away=True)
    said, age = relation(one), age_words(one.birth_date, today)
    suku = f"suku {one.suku}" if one.suku else ""
    leads = one.family_relation == HEAD
    if leads:
        shown = ("Kepala", one.suku or age)
    elif age and suku and one.family_relation not in {HUSBAND, WIFE}:
        shown = (age, suku)
    else:
        shown = (said, suku or age)
    detail = " · ".join(part for part in shown if part and part != UNKNOWN)
    spoken = ", ".join(part for part in (name, said, age, suku) if part and part != UNKNOWN)
    return TreeLabel(one.name.name, detail, spoken, one.sex, leads=leads)


def _away(one: Resident, record: HouseholdRecord) -> str:
    day = record.died.get(ResidentId(one.id))
    if one.life_status is LifeStatus.DEAD and day is not None:
        return f"Wafat {day.year}"
    return _AWAY[one.life_status]


def _people(event: EventRow) -> str:
    if not event.people or event.kind in {EventKind.OPENING, EventKind.IMPORT}:
        return ""
    more = f" dan {event.count - 1} lagi" if event.count > 1 else ""
    return f" · {event.people[0]}{more}"
