"""Rows of the books of people (B.1, B.2, B.4, B.5), in the columns of their forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nagari_kit.documents.registers import words
from nagari_kit.documents.registers.form import Row
from nagari_kit.domain import nik
from nagari_kit.domain.dates import age_on
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.registers import Inhabitant, Mutation, Visitor
from nagari_kit.domain.residents import LifeStatus

_BEGINNING = {
    EventKind.BIRTH: "Lahir",
    EventKind.REGISTRATION: "Pendataan susulan",
    EventKind.IMPORT: "Pendataan",
    EventKind.CORRECTION: "Perbaikan data",
    EventKind.RETURN: "Kembali",
    EventKind.UNDO: "Pembatalan catatan",
}
_ENDING = {
    EventKind.MISSING: "Hilang",
    EventKind.GONE: "Pergi",
    EventKind.INVALIDATION: "Data tidak valid",
    EventKind.RECORD_MERGE: "Data ganda digabung",
    EventKind.CORRECTION: "Perbaikan data",
    EventKind.IMPORT: "Perbaikan data",
    EventKind.UNDO: "Pembatalan catatan",
}
_ENDED = {LifeStatus.DEAD: "Meninggal", LifeStatus.MISSING: "Hilang"}


@dataclass(frozen=True, slots=True)
class Manner:
    """How an office's books are written: what it calls its sub-areas, and whether numbers hide."""

    area_word: str
    masked: bool = False

    def number(self, full: str | None) -> str:
        """A NIK or nomor KK."""
        if not full:
            return ""
        return nik.masked(full) if self.masked else full


def inhabitant_rows(people: Iterable[Inhabitant], manner: Manner) -> list[Row]:
    """B.1."""
    return [
        (
            number,
            one.name,
            words.sex_letter(one.sex),
            words.word(words.MARITAL_STATUS, one.marital_status),
            one.birth_place,
            one.birth_date,
            words.word(words.RELIGION, one.religion),
            words.word(words.EDUCATION, one.education),
            words.word(words.OCCUPATION, one.occupation),
            words.word(words.LITERACY, one.language),
            words.word(words.CITIZENSHIP, one.citizenship),
            _address(one, manner),
            words.word(words.RELATION, one.family_relation),
            manner.number(one.nik),
            manner.number(one.nomor_kk),
            "",
        )
        for number, one in enumerate(people, start=1)
    ]


def card_rows(people: Iterable[Inhabitant], manner: Manner) -> list[Row]:
    """B.5."""
    return [
        (
            number,
            manner.number(one.nomor_kk),
            one.name,
            manner.number(one.nik),
            words.sex_letter(one.sex),
            words.place_and_day(one.birth_place, one.birth_date),
            words.word(words.BLOOD_TYPE, one.blood_type),
            words.word(words.RELIGION, one.religion),
            words.word(words.EDUCATION, one.education),
            words.word(words.OCCUPATION, one.occupation),
            _address(one, manner),
            words.word(words.MARITAL_STATUS, one.marital_status),
            words.place_and_day(one.ktp_place, one.ktp_date),
            words.word(words.RELATION, one.family_relation),
            words.word(words.CITIZENSHIP, one.citizenship),
            one.father,
            one.mother,
            one.resident_since,
            "",
        )
        for number, one in enumerate(people, start=1)
    ]


def mutation_rows(mutations: Iterable[Mutation], manner: Manner) -> list[Row]:
    """B.2."""
    rows: list[Row] = []
    for number, one in enumerate(mutations, start=1):
        person = (
            number,
            one.name,
            one.birth_place,
            one.birth_date,
            words.sex_letter(one.sex),
            words.word(words.CITIZENSHIP, one.citizenship),
        )
        rows.append((*person, *_movement(one, manner), _remark(one)))
    return rows


def visitor_rows(visitors: Iterable[Visitor], manner: Manner, day: date) -> list[Row]:
    """B.4; ages are those on `day`, or on the day of arrival where that is known."""
    rows: list[Row] = []
    for number, one in enumerate(visitors, start=1):
        letter = words.sex_letter(one.sex)
        born = words.place_and_day(one.birth_place, one.birth_date)
        if one.birth_date:
            born += f"\n({age_on(one.birth_date, one.arrived_on or day)} tahun)"
        rows.append(
            (
                number,
                one.name,
                "V" if letter == "L" else "",
                "V" if letter == "P" else "",
                manner.number(one.identity),
                born,
                words.word(words.OCCUPATION, one.occupation),
                _nationality(one),
                one.ethnic_group,
                one.origin,
                one.purpose,
                one.host or words.full_address(one.address, "", "", manner.area_word, one.jorong),
                one.arrived_on,
                one.left_on,
                _ENDED.get(one.life_status, "") if one.left_on else "",
            )
        )
    return rows


def _address(one: Inhabitant, manner: Manner) -> str:
    return words.full_address(one.address, one.rt, one.rw, manner.area_word, one.jorong)


def _nationality(one: Visitor) -> str:
    if one.citizenship == 2:
        return one.origin_country or "WNA"
    return "Indonesia" if one.citizenship else one.origin_country


def _movement(one: Mutation, manner: Manner) -> Row:
    """Columns 7 to 12: where from and when, where to and when, place of death and when."""
    within = f"{manner.area_word.capitalize()} {one.other_jorong}" if one.other_jorong else ""
    if one.is_addition:
        origin = within or one.facts.get("origin") or _BEGINNING.get(one.kind, "")
        return (origin, one.day, "", None, "", None)
    if one.kind is EventKind.DEATH:
        return ("", None, "", None, one.facts.get("place") or "Meninggal", one.day)
    target = within or one.facts.get("destination") or _ENDING.get(one.kind, "")
    return ("", None, target, one.day, "", None)


def _remark(one: Mutation) -> str:
    """What the columns do not say: a place hides what happened there."""
    if one.other_jorong:
        return "Pindah di dalam nagari"
    if one.is_addition:
        return "Kembali" if one.kind is EventKind.RETURN and one.facts.get("origin") else ""
    if one.kind in {EventKind.GONE, EventKind.MISSING} and one.facts.get("destination"):
        return _ENDING[one.kind]
    return ""
