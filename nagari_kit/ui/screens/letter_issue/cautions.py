"""What the officer should know before issuing; never stops a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from nagari_kit.domain import nik
from nagari_kit.domain.dates import age_on
from nagari_kit.domain.letters import LetterStatus, LetterType
from nagari_kit.domain.residents import LifeStatus, Resident, ResidentLetterRow, ResidentRecord
from nagari_kit.ui.letter_words import short_day

RECENT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Caution:
    """One remark: `title` says what is so, `sentence` what to look at."""

    title: str
    sentence: str


_MENDED = "Bila keliru, betulkan dulu di data warga."
_REFUSED = f"Tidak ada surat yang diberi nomor untuknya. {_MENDED}"
_FEW = f"Hanya surat yang dapat dibuat untuknya tampil di sini. {_MENDED}"
_LIFE = {
    LifeStatus.DEAD: "Warga ini tercatat meninggal.",
    LifeStatus.MOVED: "Warga ini tercatat sudah pindah.",
    LifeStatus.MISSING: "Warga ini tercatat hilang.",
    LifeStatus.GONE: "Warga ini tercatat sudah pergi.",
    LifeStatus.INVALID: "Data warga ini ditandai tidak sah.",
}
_OF_ANY_STANDING = {"meninggal", "bebas", "tanpa"}


def cautions(record: ResidentRecord, letter_type: LetterType, today: date) -> tuple[Caution, ...]:
    """Remarks on the resident and on a letter of the same kind of the last 30 days."""
    found = list(_on_nik(record.resident))
    if not may_be_issued(record.resident, letter_type):
        found.insert(0, Caution(_LIFE[record.resident.life_status], _REFUSED))
    found.extend(_on_age(record.resident, letter_type, today))
    found.extend(_on_recent(record.letters, letter_type, today))
    return tuple(found)


def standing_cautions(resident: Resident) -> list[Caution]:
    """Why few letters or none are made for this resident; nothing for the living of the nagari."""
    title = _LIFE.get(resident.life_status)
    if title is None:
        return []
    return [Caution(title, _REFUSED if resident.life_status is LifeStatus.INVALID else _FEW)]


def may_be_issued(resident: Resident, letter_type: LetterType) -> bool:
    """Whether issuing is not refused for how the resident stands in the books."""
    if resident.life_status not in _LIFE:
        return True
    if resident.life_status is LifeStatus.INVALID:
        return letter_type.subject == "tanpa"
    return letter_type.subject in _OF_ANY_STANDING


def _on_age(resident: Resident, letter_type: LetterType, today: date) -> list[Caution]:
    born = resident.birth_date
    if not letter_type.usual_age or born is None or born > today:
        return []
    age = age_on(born, today)
    if age >= letter_type.usual_age:
        return []
    return [
        Caution(
            f"Warga ini baru berumur {age} tahun.",
            f"{letter_type.short_title} biasanya untuk yang sudah {letter_type.usual_age} tahun. "
            "Pastikan ini orang yang dimaksud.",
        )
    ]


def _on_nik(resident: Resident) -> list[Caution]:
    if resident.nik is None:
        return [Caution("NIK warga ini belum tercatat.", "Baris NIK pada surat akan kosong.")]
    reason = nik.fault(resident.nik)
    if reason:
        return [Caution("NIK warga ini perlu diperiksa.", reason)]
    doubts = nik.doubts(resident.nik, birth_date=resident.birth_date, sex=resident.sex)
    if not doubts:
        return []
    sentence = f"{' '.join(doubts)} Cocokkan dengan KTP-nya; NIK yang asli tidak selalu cocok."
    return [Caution("NIK tidak sama dengan data lain.", sentence)]


def _on_recent(
    letters: tuple[ResidentLetterRow, ...], letter_type: LetterType, today: date
) -> list[Caution]:
    for letter in letters:
        if not is_such_a_letter(letter, letter_type):
            continue
        if today - letter.issue_date <= RECENT:
            when = "hari ini" if letter.issue_date == today else short_day(letter.issue_date, today)
            return [
                Caution(
                    f"Surat yang sama sudah terbit {when}.",
                    f"Nomornya {letter.number}. Bila hanya hilang, cetak ulang dari register.",
                )
            ]
    return []


def is_such_a_letter(letter: ResidentLetterRow, letter_type: LetterType) -> bool:
    """Whether it is the resident's own letter of this type and still stands."""
    if letter.role or letter.status != LetterStatus.ISSUED:
        return False
    if letter.type_id:
        return letter.type_id == letter_type.id
    return letter.title in {letter_type.title, letter_type.short_title}
