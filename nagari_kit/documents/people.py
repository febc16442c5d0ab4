"""One shape for everybody whom a letter names: residents of the books and people typed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.residents import Household, LetterSubject, LifeStatus, Resident, Sex


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What a letter may say of a person; "" and None mean not known.

    Whole numbers are codes of `code_lists`. `resident_id` None is an outsider, whose `address` is
    whole; a resident's is the part within `jorong`. `columns` are what the definition asks of this
    person besides, by column id.
    """

    name: PersonName
    resident_id: ResidentId | None = None
    nik: str = ""
    nomor_kk: str = ""
    sex: Sex | None = None
    birth_place: str = ""
    birth_date: date | None = None
    religion: int | None = None
    occupation: int | None = None
    education: int | None = None
    marital_status: int | None = None
    citizenship: int | None = None
    blood_type: int | None = None
    relation: int | None = None
    address: str = ""
    jorong: str = ""
    phone: str = ""
    suku: str = ""
    kaum: str = ""
    penghulu: str = ""
    father_name: str = ""
    mother_name: str = ""
    life_status: LifeStatus = LifeStatus.ALIVE
    columns: Mapping[str, str] = field(default_factory=dict)


def person_of_subject(
    subject: LetterSubject, columns: Mapping[str, str] | None = None
) -> PersonFacts:
    """A resident in a role, with the household and parents that the books know."""
    return resident_person(
        subject.resident,
        jorong=subject.jorong,
        household=subject.household,
        parents=(subject.father, subject.mother),
        columns=columns,
    )


def resident_person(
    resident: Resident,
    *,
    jorong: str,
    household: Household | None,
    parents: tuple[Resident | None, Resident | None] = (None, None),
    columns: Mapping[str, str] | None = None,
) -> PersonFacts:
    """A resident as the letter sees one; registered parents go before what is only written."""
    father, mother = parents
    written = resident.parents
    return PersonFacts(
        name=resident.name,
        resident_id=resident.id,
        nik=resident.nik or "",
        nomor_kk=(household.nomor_kk or "") if household else "",
        sex=resident.sex,
        birth_place=resident.birth_place,
        birth_date=resident.birth_date,
        religion=resident.religion,
        occupation=resident.occupation,
        education=resident.education,
        marital_status=resident.marital_status,
        citizenship=resident.citizenship,
        blood_type=resident.blood_type,
        relation=resident.family_relation,
        address=resident.current_address or (household.address if household else ""),
        jorong=jorong,
        phone=resident.phone,
        suku=resident.suku,
        kaum=resident.kaum,
        penghulu=resident.penghulu,
        father_name=father.name.full() if father else written.father_name,
        mother_name=mother.name.full() if mother else written.mother_name,
        life_status=resident.life_status,
        columns=columns or {},
    )


def outsider_person(outsider: Outsider, columns: Mapping[str, str] | None = None) -> PersonFacts:
    """Somebody of another place, as typed."""
    return PersonFacts(
        name=outsider.name,
        nik=outsider.nik or "",
        sex=outsider.sex,
        birth_place=outsider.birth_place,
        birth_date=outsider.birth_date,
        religion=outsider.religion,
        occupation=outsider.occupation,
        marital_status=outsider.marital_status,
        citizenship=outsider.citizenship,
        address=outsider.address,
        phone=outsider.phone,
        suku=outsider.suku,
        father_name=outsider.father_name,
        mother_name=outsider.mother_name,
        columns=columns or {},
    )
