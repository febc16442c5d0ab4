"""Letters as values: what a definition asks, what an officer enters, what was issued and filed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from nagari_kit.domain.identity import DraftId, LetterId, LetterSetId, OfficerId, ResidentId
from nagari_kit.domain.letter_fields import (
    ColumnSpec,
    FieldKind,
    LetterField,
    PeopleListSpec,
    RequirementSpec,
    RoleSpec,
)
from nagari_kit.domain.letter_requirements import RequirementAnswer
from nagari_kit.domain.letter_steps import Progress
from nagari_kit.domain.numbering import NumberChoice
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.errors import NagariError

__all__ = [
    "ColumnSpec",
    "FieldKind",
    "LetterField",
    "PeopleListSpec",
    "RequirementSpec",
    "RoleSpec",
]


@dataclass(frozen=True, slots=True)
class LetterType:
    """What lists and forms need to know of a letter definition.

    `usual_age`: for a younger resident the officer is asked to look again; 0 is no bound.
    `validity_months` is None unless the letter is valid for whole months; `validity` counts
    `validity_unit` (`hari`, `bulan`, `tahun`), None: no end. `code` and `old_code` are the
    classifications of 2022 and before. `group` and `frequency` (1: most used) order the list of
    types. `subject`: `hidup`, `meninggal`, `bebas` (anybody), `tanpa` (nobody: surat dinas).
    `bundle` names the set ("nikah") that the letter belongs to. Not `numbered`: it takes no number
    of the office; not `signed_by_office`: citizens alone sign. `origin`: `bawaan`, `lokal`,
    `paket`. `demonstrated`: a demonstration office issues one.
    """

    id: str
    title: str
    short_title: str
    abbreviation: str
    code: str
    fields: tuple[LetterField, ...]
    validity_months: int | None
    usual_age: int = 0
    people: tuple[RoleSpec, ...] = ()
    people_lists: tuple[PeopleListSpec, ...] = ()
    requirements: tuple[RequirementSpec, ...] = ()
    validity: int | None = None
    validity_unit: str = "bulan"
    old_code: str = ""
    group: str = "umum"
    frequency: int = 999
    subject: str = "hidup"
    bundle: str = ""
    numbered: bool = True
    signed_by_office: bool = True
    origin: str = "bawaan"
    demonstrated: bool = True


class LetterStatus(StrEnum):
    """State of a filed letter."""

    ISSUED = "issued"
    VOIDED = "voided"


class PrintKind(StrEnum):
    """What was printed of a letter; only LETTER counts as a copy of it."""

    LETTER = "letter"
    RECEIPT = "receipt"


class Validity(StrEnum):
    """Whether a letter may still be used; one without an end is always VALID."""

    VALID = "berlaku"
    OVER = "lewat"
    VOID = "batal"


class DraftStage(StrEnum):
    """How far an unfinished letter came. The check by the sekretaris may be left out."""

    DRAFT = "draft"
    CHECK = "check"
    READY = "ready"
    REFUSED = "refused"


SUBJECT_ROLE = "warga"
"""The role in which an outsider is the person of a letter; a resident is `resident_id`."""


@dataclass(frozen=True, slots=True)
class LetterPerson:
    """Somebody in a role: a resident, or an outsider as typed. `columns`: what a list asks more."""

    resident_id: ResidentId | None = None
    outsider: Outsider | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody who is named in a filed letter, as the register keeps it."""

    role: str
    name: str
    nik: str | None = None
    resident_id: ResidentId | None = None


People = Mapping[str, tuple[LetterPerson, ...]]
"""Role id to the people in it, in order."""


@dataclass(frozen=True, slots=True)
class LetterInput:
    """What the officer decided: type, subject, values, signer, date (None: today).

    `requirements` None: nobody was asked for the papers. `replaces`: the letter whose place this
    one takes. `set_id` ties the letters of one piece of work together.
    """

    type_id: str
    resident_id: ResidentId | None
    values: Mapping[str, str]
    signer_id: OfficerId | None = None
    issue_date: date | None = None
    draft_id: DraftId | None = None
    people: People = field(default_factory=dict)
    number: NumberChoice = field(default_factory=NumberChoice)
    requirements: tuple[RequirementAnswer, ...] | None = None
    replaces: LetterId | None = None
    set_id: LetterSetId | None = None


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """An unfinished letter, kept on disk. `issue_date` None: the day on which it is issued.

    `stage_note` says why the sekretaris refused it; `stage_at` is None before the first submit.
    """

    id: DraftId
    type_id: str
    title: str
    resident_id: ResidentId | None
    resident_name: str
    values: dict[str, str]
    signer_id: OfficerId | None
    saved_at: datetime
    issue_date: date | None = None
    people: People = field(default_factory=dict)
    number: NumberChoice = field(default_factory=NumberChoice)
    requirements: tuple[RequirementAnswer, ...] | None = None
    replaces: LetterId | None = None
    stage: DraftStage = DraftStage.DRAFT
    stage_at: datetime | None = None
    stage_by: str = ""
    stage_note: str = ""

    def as_input(self) -> LetterInput:
        """What would be issued of it."""
        return LetterInput(
            self.type_id,
            self.resident_id,
            self.values,
            self.signer_id,
            self.issue_date,
            self.id,
            self.people,
            self.number,
            self.requirements,
            self.replaces,
        )


@dataclass(frozen=True, slots=True)
class LetterCopy:
    """What a letter was written with; `signer_id` is None when that officer signs no more."""

    values: dict[str, str]
    signer_id: OfficerId | None
    people: People = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IssuedLetter:
    """A letter that stands in the register. `sha256` is that of the stored PDF, hex.

    `series` names the counter within the office and year; `sequence` is its number.
    `pages` counts the pages of the PDF. `number` is "" while it is written by hand, or when the
    form bears none. `resident_id` None: a letter of an outsider or of nobody; `resident_name` is
    then the first person named in it. `replaced_by` is the letter that took its place.
    """

    id: LetterId
    number: str
    series: str
    year: int
    sequence: int | None
    type_id: str
    title: str
    short_title: str
    issue_date: date
    status: LetterStatus
    resident_id: ResidentId | None
    resident_name: str
    resident_nik: str | None
    signer_name: str
    signer_position: str
    purpose: str
    valid_until: date | None
    issued_by: str
    issued_at: datetime
    sha256: str
    pages: int
    print_count: int = 0
    void_reason: str = ""
    voided_by: str = ""
    voided_at: datetime | None = None
    delivered_to_hub: str = "local"
    classification: str = ""
    number_mode: str = "counter"
    number_reason: str = ""
    progress: Progress = Progress.ISSUED
    addressed_to: str = ""
    replaces: LetterId | None = None
    replaced_by: LetterId | None = None
    set_id: LetterSetId | None = None

    def validity(self, today: date) -> Validity:
        """Whether it may still be used on that day; the last day counts."""
        return validity_of(self.status, self.valid_until, today)


@dataclass(frozen=True, slots=True)
class IssueAnswer:
    """What became of one letter of many: the letter, or why it was refused."""

    wanted: LetterInput
    letter: IssuedLetter | None = None
    error: NagariError | None = None


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One line of the register. `delivery` is `local`, `sent` or `applied`."""

    id: LetterId
    number: str
    series: str
    sequence: int | None
    type_id: str
    short_title: str
    issue_date: date
    resident_id: ResidentId | None
    resident_name: str
    status: LetterStatus
    delivery: str
    progress: Progress = Progress.ISSUED
    valid_until: date | None = None

    def validity(self, today: date) -> Validity:
        """Whether it may still be used on that day; the last day counts."""
        return validity_of(self.status, self.valid_until, today)


def validity_of(status: LetterStatus, valid_until: date | None, today: date) -> Validity:
    """Whether a letter may still be used on a day; the last day counts."""
    if status is LetterStatus.VOIDED:
        return Validity.VOID
    return Validity.OVER if valid_until is not None and valid_until < today else Validity.VALID


@dataclass(frozen=True, slots=True)
class DeskLetter:
    """A letter that waits for its signature. `checked_by` is "" when no one checked it."""

    row: LetterRow
    issued_at: datetime
    issued_by: str
    checked_by: str = ""
    check_note: str = ""


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """What the register shows; None or "" means no restriction.

    `text` looks in number and name, also of people in roles.
    """

    text: str = ""
    year: int | None = None
    month: int | None = None
    type_id: str | None = None
    status: LetterStatus | None = None
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """`rows` from `offset` on, newest first; `total` counts the filter, `month_total` the month."""

    rows: tuple[LetterRow, ...]
    offset: int
    total: int


@dataclass(frozen=True, slots=True)
class FieldBox:
    """Where a field's value stands on the preview; points, origin at the top left of the page."""

    field_id: str
    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LetterPreview:
    """A page image's source: PDF bytes of the draft as it would be filed, without its number."""

    pdf: bytes
    pages: int
    boxes: tuple[FieldBox, ...] = ()
    problems: Mapping[str, str] = field(default_factory=dict)
