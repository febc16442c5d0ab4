"""How the record says what is known of a resident: ordered facts, remarks, chips."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nagari_kit.domain import code_lists, nik
from nagari_kit.domain.addresses import quiet_address
from nagari_kit.domain.person_page import PersonPage
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.residents import (
    LifeStatus,
    Residency,
    Resident,
    ResidentLetterRow,
    ResidentRecord,
    Sex,
)
from nagari_kit.ui.code_words import RECORDING, code_words
from nagari_kit.ui.letter_words import ChipWords, age_words, long_day, short_day

UNKNOWN = "–"
LIFE_WORDS = {
    LifeStatus.ALIVE: ChipWords("Warga tetap", "ok", "circle-check"),
    LifeStatus.DEAD: ChipWords("Meninggal", "neutral", "circle-x"),
    LifeStatus.MOVED: ChipWords("Sudah pindah", "neutral", "circle-x"),
    LifeStatus.MISSING: ChipWords("Hilang", "neutral", "circle-x"),
    LifeStatus.GONE: ChipWords("Pergi", "neutral", "circle-x"),
    LifeStatus.INVALID: ChipWords("Tidak valid", "err", "circle-x"),
}
_SEX = {Sex.MALE: "Laki-laki", Sex.FEMALE: "Perempuan"}


_LEAVING = {
    LifeStatus.DEAD: {EventKind.DEATH},
    LifeStatus.MOVED: {EventKind.DEPARTURE},
    LifeStatus.MISSING: {EventKind.MISSING},
    LifeStatus.GONE: {EventKind.GONE},
}


def standing_words(page: PersonPage, today: date) -> ChipWords:
    """Whether the person belongs to the nagari, and since when no longer."""
    one = page.record.resident
    words = LIFE_WORDS[one.life_status]
    if one.life_status is LifeStatus.ALIVE and one.residency is Residency.TEMPORARY:
        return ChipWords("Tinggal sementara", "info", "clock")
    kinds = _LEAVING.get(one.life_status, set())
    days = [event.event_date for event in page.events if event.kind in kinds and not event.undone]
    if not days:
        return words
    return ChipWords(f"{words.text} {short_day(days[0], today)}", words.kind, words.icon)


def standing_banner(page: PersonPage) -> tuple[str, str, str] | None:
    """Kind, title and text of what must be said of a record that does not stand any more."""
    one = page.record.resident
    if one.merged_into is not None:
        title = f"Digabung ke {page.lives_on_as}."
        return "info", title, "Catatan ini tinggal sebagai riwayat."
    if one.life_status is LifeStatus.INVALID:
        reason = one.invalid_reason or "sebabnya tidak tercatat"
        return "warn", "Catatan ini ditandai tidak valid.", f"Sebab: {reason}."
    return None


def listed(labels: Mapping[int, str], code: int | None) -> str:
    """The label of a code as one reads it: `Tamat SD/SEDERAJAT` in mixed case, or a dash."""
    return code_words(labels, code) or UNKNOWN


def person_line(page: PersonPage, today: date) -> str:
    """`Perempuan, 44 th  ·  Jorong Koto Tangah`, with the office's own word."""
    record = page.record
    resident = record.resident
    who = ", ".join(
        part
        for part in (
            _SEX[resident.sex] if resident.sex else "",
            age_words(resident.birth_date, today),
        )
        if part
    )
    place = f"{page.area_word.capitalize()} {record.jorong}" if record.jorong else ""
    return "  ·  ".join(part for part in (who, place) if part)


def identity_facts(record: ResidentRecord) -> list[tuple[str, str]]:
    """Key and value, in the order in which an officer checks them."""
    one, papers = record.resident, record.resident.papers
    return [
        ("Tempat lahir", one.birth_place or UNKNOWN),
        ("Tanggal lahir", long_day(one.birth_date) if one.birth_date else UNKNOWN),
        ("Agama", listed(code_lists.RELIGION, one.religion)),
        ("Hubungan", listed(code_lists.FAMILY_RELATION, one.family_relation)),
        ("Status kawin", listed(code_lists.MARITAL_STATUS, one.marital_status)),
        ("Pendidikan", listed(code_lists.EDUCATION, one.education)),
        ("Pekerjaan", listed(code_lists.OCCUPATION, one.occupation)),
        ("Gol. darah", listed(code_lists.BLOOD_TYPE, one.blood_type)),
        ("Warga negara", listed(code_lists.CITIZENSHIP, one.citizenship)),
        ("Suku", one.suku or UNKNOWN),
        *((("Kaum", one.kaum),) if one.kaum else ()),
        *((("Penghulu", one.penghulu),) if one.penghulu else ()),
        ("Ayah", one.parents.father_name or UNKNOWN),
        ("Ibu", one.parents.mother_name or UNKNOWN),
        ("Akta lahir", papers.birth_certificate or UNKNOWN),
        ("KTP-el", RECORDING.get(papers.recording_status or 0, UNKNOWN)),
        ("Alamat", address(record) or UNKNOWN),
        ("Telepon", one.phone or UNKNOWN),
        *_rarer(one),
    ]


def _rarer(one: Resident) -> list[tuple[str, str]]:
    """Facts that few people have: named only where they are known."""
    facts = (
        ("Surel", one.email),
        ("Suku bangsa", one.ethnic_group),
        ("Negara asal", one.origin_country),
        ("Paspor", one.papers.passport),
        ("KITAS", one.papers.kitas),
        ("Alamat dulu", one.previous_address),
        ("Catatan", one.note),
    )
    return [(key, value) for key, value in facts if value]


def address(record: ResidentRecord) -> str:
    """Where the person lives: the own address, else that of the KK, with RT and RW."""
    home = record.household
    words = quiet_address(record.resident.current_address or (home.address if home else ""))
    if home and home.rt:
        words = f"{words} RT {home.rt}".strip()
    if home and home.rw:
        words = f"{words} RW {home.rw}".strip()
    return words


def nik_remarks(resident: Resident) -> tuple[str, ...]:
    """What is doubtful about the NIK, as sentences; nothing of it stops a letter."""
    if not resident.nik:
        return ("Warga ini belum punya NIK di catatan nagari.",)
    reason = nik.fault(resident.nik)
    if reason:
        return (reason,)
    return nik.doubts(resident.nik, birth_date=resident.birth_date, sex=resident.sex)


def letter_detail(letter: ResidentLetterRow, today: date) -> str:
    """Day, kind, and in which role it names the person whose page this is."""
    parts = [short_day(letter.issue_date, today), letter.title.removeprefix("Surat ")]
    if letter.role:
        parts.append(f"sebagai {letter.role_label.lower()}")
    return "  ·  ".join(parts)


def letter_chip(letter: ResidentLetterRow, today: date) -> ChipWords:
    """Valid, out of date or voided."""
    if letter.status == "voided":
        return ChipWords("Dibatalkan", "err", "x")
    if letter.valid_until is not None and letter.valid_until < today:
        return ChipWords("Lewat masa", "neutral", "clock")
    return ChipWords("Selesai", "ok", "circle-check")
