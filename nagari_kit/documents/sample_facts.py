"""Facts with which any definition can be shown: usual ones, the least, the longest plausible.

The editor of letters previews with them, and every definition is tried with all three.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from nagari_kit.documents.definition_model import ANYBODY, DEAD, NOBODY, LetterDefinition
from nagari_kit.documents.facts import FamilyFacts, LetterFacts
from nagari_kit.documents.people import PersonFacts
from nagari_kit.documents.resolving import default_values
from nagari_kit.documents.sample_people import (
    BARE,
    BROTHER,
    CHILD,
    FATHER,
    LONGEST_ADDRESS,
    LONGEST_NAME,
    MOTHER,
    OUTSIDER,
    SAMPLE_FAMILY,
    SAMPLE_HEAD,
    SAMPLE_HOUSEHOLD,
    SAMPLE_JORONG,
    SAMPLE_NEIGHBOURS,
    SAMPLE_OFFICE,
    SUBJECT,
    as_person,
)
from nagari_kit.documents.sample_people import DEAD as DEAD_SUBJECT
from nagari_kit.documents.table_values import text_of
from nagari_kit.domain.letter_fields import ColumnSpec, FieldKind, LetterField, RoleSpec
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.neighbours import Neighbours
from nagari_kit.domain.residents import LifeStatus, Resident, Sex

SAMPLE_DAY = date(2026, 11, 24)
SAMPLE_NUMBER = "400.10.2.2/001/KN/2026"
_EXAMPLE = re.compile(r"[Cc]ontoh:?\s+(.+?)\.?\Z")
_MANY_PEOPLE, _MANY_ROWS = 12, 6
_LONG_LINE = "Kelompok Usaha Bersama Anak Nagari Koto Contoh Saiyo Sakato Basamo di Batang Contoh"
_LONG_TEXT = (
    "Yang bersangkutan sudah menempati tempat tersebut bersama seluruh anggota keluarganya, dan "
    "keadaan itu diketahui oleh wali jorong serta warga di sekitarnya. Hal-hal yang belum jelas "
    "sudah ditanyakan kepada yang bersangkutan dan keluarganya, lalu dicatat di kantor nagari. "
    "Keterangan ini disampaikan apa adanya menurut yang diketahui sampai dengan hari ini."
)
_SEXES = {"laki-laki": Sex.MALE, "perempuan": Sex.FEMALE}


class Extent(StrEnum):
    """How much a sample fills in: what is usual, only what must be, as much as is plausible."""

    USUAL = "biasa"
    LEAST = "paling sedikit"
    LONGEST = "paling panjang"


def sample_facts(
    definition: LetterDefinition,
    extent: Extent = Extent.USUAL,
    *,
    values: Mapping[str, str] | None = None,
) -> LetterFacts:
    """Facts of invented people; `values` go before those that are made up by kind of field."""
    resident = None if definition.subject in {NOBODY, ANYBODY} else _subject(definition, extent)
    people = _people(definition, extent)
    if definition.subject == ANYBODY:
        people["warga"] = (_stretched(OUTSIDER, extent),)
    facts = LetterFacts(
        office=SAMPLE_OFFICE,
        resident=resident,
        jorong=SAMPLE_JORONG,
        household=None if extent is Extent.LEAST else SAMPLE_HOUSEHOLD,
        family=FamilyFacts() if extent is Extent.LEAST else SAMPLE_FAMILY,
        signer=SAMPLE_HEAD,
        head=SAMPLE_HEAD,
        values={},
        issue_date=SAMPLE_DAY,
        valid_until=SAMPLE_DAY + timedelta(days=90) if definition.validity else None,
        number=SAMPLE_NUMBER if definition.numbered else None,
        people=people,
        neighbours=Neighbours() if extent is Extent.LEAST else SAMPLE_NEIGHBOURS,
    )
    defaults = default_values(definition, facts)
    made = {field.id: sample_value(field, defaults, extent) for field in definition.fields}
    filled = {name: text for name, text in made.items() if text}
    return replace(facts, values={**filled, **(values or {})})


def _subject(definition: LetterDefinition, extent: Extent) -> Resident:
    person = DEAD_SUBJECT if definition.subject == DEAD else SUBJECT
    if extent is Extent.LEAST:
        return replace(BARE, life_status=person.life_status)
    if extent is Extent.LONGEST:
        return replace(person, name=_long_name(person.name), current_address=LONGEST_ADDRESS)
    return person


def _people(definition: LetterDefinition, extent: Extent) -> dict[str, tuple[PersonFacts, ...]]:
    found: dict[str, tuple[PersonFacts, ...]] = {}
    for number, role in enumerate(definition.people):
        if role.required or extent is not Extent.LEAST:
            one = _stretched(_in_role(role, number), extent)
            found[role.id] = (replace(one, columns=sample_cells(role.columns, extent)),)
    for people in definition.people_lists:
        usual = {Extent.LEAST: people.least, Extent.LONGEST: _MANY_PEOPLE}.get(extent, 2)
        count = min(max(usual, people.least), people.most)
        pool = (as_person(CHILD), as_person(BROTHER), as_person(MOTHER), OUTSIDER)
        found[people.id] = tuple(
            replace(
                _stretched(pool[place % 4], extent),
                columns=sample_cells(people.columns, extent, place),
            )
            for place in range(count)
        )
    return found


def _in_role(role: RoleSpec, number: int) -> PersonFacts:
    pool = {
        "ayah": as_person(FATHER),
        "ibu": as_person(MOTHER),
        "pasangan": as_person(FATHER),
        "anak": as_person(CHILD),
        "kepala": as_person(FATHER),
    }
    one = pool.get(role.proposed_from) or (OUTSIDER if number % 2 else as_person(FATHER))
    sex = _SEXES.get(role.sex)
    if sex is not None and one.sex is not sex:
        one = as_person(FATHER if sex is Sex.MALE else MOTHER)
    return replace(one, life_status=LifeStatus.DEAD) if role.condition == "meninggal" else one


def _stretched(one: PersonFacts, extent: Extent) -> PersonFacts:
    if extent is Extent.LEAST:
        return PersonFacts(name=PersonName(one.name.name.split()[0]), resident_id=one.resident_id)
    if extent is Extent.LONGEST:
        return replace(one, name=_long_name(one.name), address=LONGEST_ADDRESS)
    return one


def _long_name(name: PersonName) -> PersonName:
    return replace(
        name,
        name=LONGEST_NAME,
        gelar_depan="Prof. Dr. Ir. H.",
        gelar_belakang="S.Pd., M.Pd., Ph.D.",
    )


def sample_value(
    field: LetterField, defaults: Mapping[str, str], extent: Extent = Extent.USUAL
) -> str:
    """Something plausible for one field, as it travels; `defaults` go before what is made up."""
    if extent is Extent.LEAST and not field.required:
        return defaults.get(field.id, "")
    if field.kind is FieldKind.TABLE:
        rows = {Extent.LEAST: 1, Extent.LONGEST: _MANY_ROWS}.get(extent, 2)
        count = max(rows, field.least)
        return text_of(tuple(sample_cells(field.columns, extent, place) for place in range(count)))
    text = defaults.get(field.id) or _usual(field)
    if extent is Extent.LONGEST and field.kind in {FieldKind.TEXT, FieldKind.PARAGRAPH}:
        long = _LONG_TEXT if field.kind is FieldKind.PARAGRAPH else _LONG_LINE
        return text if field.pattern and not re.fullmatch(field.pattern, long) else long
    if extent is Extent.LONGEST and field.kind is FieldKind.CHOICE:
        return max(field.options, key=len)
    return text


def _usual(field: LetterField) -> str:
    simple = {
        FieldKind.DATE: (SAMPLE_DAY - timedelta(days=1)).isoformat(),
        FieldKind.NUMBER: str(max(field.least, 3)),
        FieldKind.MONEY: "1250000",
        FieldKind.TIME: "09:30",
        FieldKind.YES_NO: "ya",
        FieldKind.PARAGRAPH: "Keadaan tersebut diketahui oleh wali jorong dan warga sekitar.",
    }
    if field.kind in simple:
        return simple[field.kind]
    if field.kind is FieldKind.CHOICE:
        return field.options[0]
    example = _EXAMPLE.search(field.help)
    candidates = (example[1] if example else "", field.label, "2019", "Maret 2019")
    return next(
        (
            one
            for one in candidates
            if one and (not field.pattern or re.fullmatch(field.pattern, one))
        ),
        field.label,
    )


def sample_cells(
    columns: tuple[ColumnSpec, ...], extent: Extent = Extent.USUAL, place: int = 0
) -> dict[str, str]:
    """Something plausible for each column of row number `place`, by column id."""
    wanted = (one for one in columns if one.required or extent is not Extent.LEAST)
    return {one.id: _cell(one, extent, place) for one in wanted}


def _cell(column: ColumnSpec, extent: Extent, place: int) -> str:
    text = {
        FieldKind.DATE: SAMPLE_DAY.isoformat(),
        FieldKind.NUMBER: "2",
        FieldKind.MONEY: "1250000",
        FieldKind.TIME: "09:30",
        FieldKind.YES_NO: "ya",
    }.get(column.kind)
    if text is not None:
        return text
    if column.options:
        return column.options[place % len(column.options)]
    return _LONG_LINE if extent is Extent.LONGEST else column.label.split(" (")[0]
