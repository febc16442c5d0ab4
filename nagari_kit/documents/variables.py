"""The table of names that any definition may print: meaning, sample, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable

from nagari_kit.documents.facts import LetterFacts
from nagari_kit.documents.family import (
    circumstances,
    family_words,
    introduction,
    is_child,
    listed_people,
    mother_word,
    role,
)
from nagari_kit.documents.labels import OCCUPATION, label_of
from nagari_kit.documents.letter_words import LETTER_VARIABLES, NO, YES, yes
from nagari_kit.documents.people import PersonFacts, resident_person
from nagari_kit.documents.person_attributes import (
    ATTRIBUTES,
    PersonAttribute,
    short_address,
    street,
)
from nagari_kit.documents.variable import Variable
from nagari_kit.documents.wording import clean, person_name
from nagari_kit.domain.residents import Resident

__all__ = ["LISTS", "NO", "SUBJECT_GROUPS", "VARIABLES", "YES", "Variable"]

SUBJECT_GROUPS = ("warga.", "ayah.", "ibu.", "keluarga.")
"""Names that mean something only in a letter of a person."""


def _of_subject(read: Callable[[PersonFacts, LetterFacts], str]) -> Callable[[LetterFacts], str]:
    return lambda facts: read(facts.subject, facts) if facts.subject else ""


def _subject(name: str, attribute: PersonAttribute) -> Variable:
    label = "Nama warga" if name == "nama" else attribute.label
    return Variable(label, attribute.sample, _of_subject(attribute.read))


def _near_head(facts: LetterFacts) -> str:
    """The head of the resident's sub-area by its name, when the values speak of that sub-area."""
    word, area = clean(facts.office.area_word), clean(facts.jorong)
    named = area and any(area.casefold() in text.casefold() for text in facts.values.values())
    return f"Wali {word.capitalize()} {area}" if named else f"wali {word} setempat"


def _parent_name(parent: Resident | None, facts: LetterFacts, *, father: bool) -> str:
    if parent is not None:
        return person_name(parent.name)
    subject = facts.subject
    if subject is None:
        return ""
    return clean(subject.father_name if father else subject.mother_name)


def _parent_nik(parent: Resident | None, facts: LetterFacts, *, father: bool) -> str:
    if parent is not None:
        return parent.nik or ""
    if facts.resident is None:
        return ""
    written = facts.resident.parents
    return written.father_nik if father else written.mother_nik


def _parent_work(parent: Resident | None) -> str:
    return label_of(OCCUPATION, parent.occupation) if parent else ""


_SUBJECT = {f"warga.{name}": _subject(name, one) for name, one in ATTRIBUTES.items()}
_SUBJECT |= {
    "warga.alamat": Variable(
        "Alamat dalam jorong",
        "Jalan Surau Gadang Nomor 4",
        _of_subject(lambda person, _facts: street(person)),
    ),
    "warga.alamat_singkat": Variable(
        "Jorong dan nagari, atau alamat orang luar",
        "Jorong Koto Tangah, Nagari Koto Contoh",
        _of_subject(short_address),
    ),
    "warga.wali_setempat": Variable(
        "Wali jorong warga, bila isian menyebut jorong itu", "Wali Jorong Koto Tangah", _near_head
    ),
}

_PARENTS = {
    "ayah.nama": Variable(
        "Nama ayah", "Syafrial", lambda f: _parent_name(f.family.father, f, father=True)
    ),
    "ayah.nik": Variable(
        "NIK ayah", "1306991703780002", lambda f: _parent_nik(f.family.father, f, father=True)
    ),
    "ayah.pekerjaan": Variable(
        "Pekerjaan ayah", "Buruh tani", lambda f: _parent_work(f.family.father)
    ),
    "ibu.nama": Variable(
        "Nama ibu", "Yusmaniar", lambda f: _parent_name(f.family.mother, f, father=False)
    ),
    "ibu.nik": Variable(
        "NIK ibu", "1306995509820001", lambda f: _parent_nik(f.family.mother, f, father=False)
    ),
    "ibu.pekerjaan": Variable(
        "Pekerjaan ibu", "Mengurus rumah tangga", lambda f: _parent_work(f.family.mother)
    ),
}

_FAMILY = {
    "keluarga.sebagai_anak": Variable(
        "Apakah warga tercatat sebagai anak", NO, lambda f: yes(holds=is_child(f))
    ),
    "keluarga.peran": Variable("Warga sebagai anak, kepala, atau anggota lain", "kepala", role),
    "keluarga.sebutan_ibu": Variable(
        "Perempuan yang ditanyakan bersama kepala keluarga", "istri", mother_word
    ),
    "keluarga.ada_anggota": Variable(
        "Apakah ada anggota keluarga lain", YES, lambda f: yes(holds=bool(listed_people(f)))
    ),
    "keluarga.sebutan": Variable("Keluarga, di awal kalimat", "Keluarga tersebut", family_words),
    "keluarga.pengantar_anggota": Variable(
        "Kalimat sebelum tabel anggota",
        "Anggota keluarga yang masih menjadi tanggungan adalah:",
        introduction,
    ),
    "keluarga.keadaan": Variable(
        "Keadaan keluarga, sebelum “dan menurut”",
        "hidup sederhana, tidak mempunyai penghasilan tetap,",
        circumstances,
    ),
}

VARIABLES: dict[str, Variable] = {**_SUBJECT, **_PARENTS, **_FAMILY, **LETTER_VARIABLES}


def _members(facts: LetterFacts) -> tuple[PersonFacts, ...]:
    return tuple(
        resident_person(one, jorong=facts.jorong, household=facts.household)
        for one in listed_people(facts)
    )


LISTS: dict[str, Callable[[LetterFacts], tuple[PersonFacts, ...]]] = {"anggota": _members}
"""Lists that the population books give; a definition's own come beside them."""
