"""A letter type as frozen values: what it asks, of whom, and the blocks that it prints."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.definition_blocks import Block
from nagari_kit.domain.letter_fields import (
    LetterField,
    PeopleListSpec,
    RequirementSpec,
    RoleSpec,
)
from nagari_kit.domain.letters import LetterType

MONTHS = "bulan"
UNITS = ("hari", MONTHS, "tahun")
GROUPS = (
    "umum", "keluarga", "nikah", "kependudukan", "usaha", "tanah", "adat", "sosial", "kepolisian",
    "dinas",
)  # fmt: skip
ALIVE, DEAD, ANYBODY, NOBODY = SUBJECTS = ("hidup", "meninggal", "bebas", "tanpa")
SHIPPED = "bawaan"
LAST = 999
"""Frequency of a type whose file names none: it comes last in the list."""


@dataclass(frozen=True, slots=True)
class LetterDefinition:
    """One letter type. `sha256` is the hex hash of the file's bytes; `code` its classification.

    The rest is as in LetterType; `smallest_size` in points is the least size of any type on the
    page, `paper` "" the office's. `age_field`: the date on which the age of the person of the
    letter counts, "" for the day of the letter. Not `coded`: the page has no check code, as on a
    citizen's statement that the office only confirms.
    """

    id: str
    version: int
    title: str
    short_title: str
    abbreviation: str
    code: str
    fields: tuple[LetterField, ...]
    validity: int | None
    blocks: tuple[Block, ...]
    sha256: str
    usual_age: int = 0
    validity_unit: str = MONTHS
    people: tuple[RoleSpec, ...] = ()
    people_lists: tuple[PeopleListSpec, ...] = ()
    requirements: tuple[RequirementSpec, ...] = ()
    old_code: str = ""
    group: str = "umum"
    frequency: int = LAST
    subject: str = ALIVE
    bundle: str = ""
    numbered: bool = True
    signed_by_office: bool = True
    demonstrated: bool = True
    paper: str = ""
    smallest_size: int = 0
    age_field: str = ""
    coded: bool = True
    origin: str = SHIPPED

    @property
    def validity_months(self) -> int | None:
        """Whole months, None when the letter is valid for days or years or without end."""
        return self.validity if self.validity_unit == MONTHS else None

    @property
    def letter_type(self) -> LetterType:
        """What lists and forms need to know."""
        return LetterType(
            id=self.id,
            title=self.title,
            short_title=self.short_title,
            abbreviation=self.abbreviation,
            code=self.code,
            fields=self.fields,
            validity_months=self.validity_months,
            usual_age=self.usual_age,
            people=self.people,
            people_lists=self.people_lists,
            requirements=self.requirements,
            validity=self.validity,
            validity_unit=self.validity_unit,
            old_code=self.old_code,
            group=self.group,
            frequency=self.frequency,
            subject=self.subject,
            bundle=self.bundle,
            numbered=self.numbered,
            signed_by_office=self.signed_by_office,
            demonstrated=self.demonstrated,
            origin=self.origin,
        )

    def field(self, field_id: str) -> LetterField | None:
        """The field of this id."""
        return next((field for field in self.fields if field.id == field_id), None)

    def role(self, role_id: str) -> RoleSpec | None:
        """The role of this id."""
        return next((role for role in self.people if role.id == role_id), None)

    @property
    def asked(self) -> tuple[LetterField | RoleSpec | PeopleListSpec, ...]:
        """Everything on the form: fields, roles, lists. They share one set of ids."""
        return (*self.fields, *self.people, *self.people_lists)

    def people_list(self, list_id: str) -> PeopleListSpec | None:
        """The list of people of this id."""
        return next((one for one in self.people_lists if one.id == list_id), None)
