"""Judges who is named in a letter: what is missing is refused, what is unusual is only told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from nagari_kit.documents.people import PersonFacts
from nagari_kit.documents.table_values import cell_fault, usable_cell
from nagari_kit.domain.dates import age_on
from nagari_kit.domain.letter_people import ROLE_FIELD, SUBJECT_FIELD
from nagari_kit.domain.letters import (
    SUBJECT_ROLE,
    ColumnSpec,
    LetterType,
    People,
    PeopleListSpec,
    RoleSpec,
)
from nagari_kit.domain.outsiders import outsider_faults
from nagari_kit.domain.residents import LifeStatus, Sex

Named = Mapping[str, tuple[PersonFacts, ...]]
_SEXES = {"laki-laki": Sex.MALE, "perempuan": Sex.FEMALE}


def people_faults(
    kind: LetterType, named: Named, entered: People, *, has_resident: bool
) -> dict[str, str]:
    """What must be mended before the letter can be issued: field key to a sentence.

    Keys are SUBJECT_FIELD, and ROLE_FIELD with the id of the role or list.
    """
    faults = {}
    if sentence := _subject_fault(kind, named, has_resident=has_resident):
        faults[SUBJECT_FIELD] = sentence
    for role in kind.people:
        if sentence := _role_fault(role, named.get(role.id, ())):
            faults[ROLE_FIELD + role.id] = sentence
    for one in kind.people_lists:
        if sentence := _list_fault(one, named.get(one.id, ())):
            faults[ROLE_FIELD + one.id] = sentence
    for role_id, people in entered.items():
        typed = (outsider_faults(one.outsider) for one in people if one.outsider is not None)
        for sentence in (words for found in typed for words in found.values()):
            key = SUBJECT_FIELD if role_id == SUBJECT_ROLE else ROLE_FIELD + role_id
            faults.setdefault(key, sentence)
    for role_id in named.keys() - _known(kind):
        faults[ROLE_FIELD + role_id] = f"{kind.title} tidak mengenal pihak “{role_id}”."
    return faults


def people_doubts(
    kind: LetterType, named: Named, subject: PersonFacts | None, on: date
) -> dict[str, str]:
    """What the officer should look at again: field key to a sentence. Never a reason to refuse."""
    found = {}
    state = kind.subject if kind.subject in {"hidup", "meninggal"} else ""
    if subject is not None and (sentence := _odd_state("Warga", subject, state)):
        found[SUBJECT_FIELD] = sentence
    for role in kind.people:
        sentences = [words for one in named.get(role.id, ()) for words in _odd(role, one, on)]
        if sentences:
            found[ROLE_FIELD + role.id] = " ".join(sentences)
    return found


def _known(kind: LetterType) -> set[str]:
    return {one.id for one in kind.people} | {one.id for one in kind.people_lists} | {SUBJECT_ROLE}


def _subject_fault(kind: LetterType, named: Named, *, has_resident: bool) -> str:
    if has_resident or kind.subject == "tanpa":
        return ""
    if kind.subject != "bebas":
        return "Pilih warga yang suratnya dibuat."
    if len(named.get(SUBJECT_ROLE, ())) != 1:
        return "Pilih warga, atau ketik satu orang dari luar nagari."
    return ""


def _role_fault(role: RoleSpec, people: tuple[PersonFacts, ...]) -> str:
    if not people:
        return f"{role.label} belum dipilih." if role.required else ""
    if len(people) > 1:
        return f"{role.label}: pilih satu orang saja."
    if people[0].resident_id is None and not role.outsiders:
        return f"{role.label} harus penduduk yang tercatat."
    return _columns_fault(role.label, people[0], role.columns)


def _list_fault(one: PeopleListSpec, people: tuple[PersonFacts, ...]) -> str:
    if len(people) < one.least:
        return f"{one.label}: paling sedikit {one.least} orang, baru ada {len(people)}."
    if len(people) > one.most:
        return f"{one.label}: paling banyak {one.most} orang."
    ids = [person.resident_id for person in people if person.resident_id is not None]
    if len(ids) != len(set(ids)):
        return f"{one.label}: ada orang yang tercantum dua kali."
    for number, person in enumerate(people, start=1):
        if words := _columns_fault(f"{one.label} nomor {number}", person, one.columns):
            return words
    return ""


def _columns_fault(label: str, person: PersonFacts, columns: tuple[ColumnSpec, ...]) -> str:
    for column in columns:
        words = cell_fault(column, usable_cell(column, person.columns.get(column.id, "")))
        if words:
            return f"{label}: {words}"
    return ""


def _odd(role: RoleSpec, person: PersonFacts, on: date) -> Iterator[str]:
    if words := _odd_state(role.label, person, role.condition):
        yield words
    name = person.name.full()
    wanted = _SEXES.get(role.sex)
    if wanted is not None and person.sex is not None and person.sex is not wanted:
        yield f"{role.label}: {name} tercatat bukan {role.sex}. Benar orangnya?"
    born = person.birth_date
    if role.least_age and born is not None and born <= on:
        age = age_on(born, on)
        if age < role.least_age:
            yield (
                f"{role.label}: {name} baru berumur {age} tahun pada tanggal surat, "
                f"biasanya paling muda {role.least_age} tahun."
            )


def _odd_state(label: str, person: PersonFacts, wanted: str) -> str:
    name = person.name.full()
    dead = person.life_status is LifeStatus.DEAD
    if wanted == "hidup" and dead:
        return f"{label}: {name} tercatat sudah meninggal. Benar orangnya?"
    if wanted == "meninggal" and not dead and person.resident_id is not None:
        return f"{label}: {name} belum tercatat meninggal di data penduduk."
    return ""
