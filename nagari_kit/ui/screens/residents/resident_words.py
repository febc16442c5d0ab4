"""How the list says what is known of a resident; numbers of people are masked here."""

from __future__ import annotations

from nagari_kit.domain import code_lists, nik
from nagari_kit.domain.residents import LifeStatus, ResidentRow, Sex
from nagari_kit.ui.letter_words import ChipWords

NO_NIK = "belum punya NIK"
_STANDING = {
    LifeStatus.DEAD: "Meninggal",
    LifeStatus.MOVED: "Pindah",
    LifeStatus.MISSING: "Hilang",
    LifeStatus.GONE: "Pergi",
    LifeStatus.INVALID: "Tidak berlaku",
}
_RECORDED = frozenset({3, 4, 5, 6, 7, 8})
"""Codes of `RECORDING_STATUS` from which on the face and fingers were taken."""


def nik_words(number: str | None) -> str:
    """`1306 99•• •••• 0003`, or that there is none."""
    return nik.masked(number) if number else NO_NIK


def sex_letter(sex: Sex | None) -> str:
    """`L`, `P` or a dash."""
    return {Sex.MALE: "L", Sex.FEMALE: "P"}.get(sex, "–") if sex else "–"


def relation_words(code: int | None) -> str:
    """`Kepala`, `Istri`, …: what fits a column."""
    if code == 1:
        return "Kepala"
    return code_lists.FAMILY_RELATION.get(code or 0, "–").capitalize()


def standing_chip(row: ResidentRow) -> ChipWords:
    """What is to be known before serving: gone, without NIK, KTP-el recorded or not."""
    if row.life_status != LifeStatus.ALIVE:
        return ChipWords(_STANDING[row.life_status], "neutral", "circle-x")
    if not row.nik:
        return ChipWords("Tanpa NIK", "err", "alert-triangle")
    if row.recording_status in _RECORDED:
        return ChipWords("Sudah rekam", "ok", "circle-check")
    if row.recording_status == 2:
        return ChipWords("Belum rekam", "warn", "id")
    return ChipWords("Belum tercatat", "neutral", "help")
