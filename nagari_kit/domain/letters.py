"""Letters as values: what a definition asks, what an officer enters, what was issued and filed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from nagari_kit.domain.identity import DraftId, LetterId, OfficerId, ResidentId


class FieldKind(StrEnum):
    """Kinds of an input field; values always travel as text (ISO date, digits, free text)."""

    TEXT = "text"
    PARAGRAPH = "paragraf"
    CHOICE = "pilihan"
    DATE = "tanggal"
    NUMBER = "angka"
    MONEY = "uang"


@dataclass(frozen=True, slots=True)
class LetterField:
    """One thing that the officer is asked. `pattern` is a full-match regular expression or "".

    `options` of a CHOICE are offered; other text is allowed when `free` is set. `default` may
    use the placeholders of the definition. `half`: may stand beside the next half field.
    `latest` "surat": no day after the letter's; `earliest` "lahir": none before the resident's
    birth. `least`: the smallest number. `free_kind`: what own text of a free CHOICE must be.
    `area_name`: the name of a sub-area, kept without the office's word for it. `usual_most` (0: no
    bound) and `usual_earliest` "lahir" say beyond what the officer is asked to look again.
    """

    id: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    default: str = ""
    help: str = ""
    pattern: str = ""
    pattern_message: str = ""
    options: tuple[str, ...] = ()
    free: bool = False
    half: bool = False
    latest: str = ""
    earliest: str = ""
    least: int = 0
    free_kind: FieldKind = FieldKind.TEXT
    area_name: bool = False
    usual_most: int = 0
    usual_earliest: str = ""


@dataclass(frozen=True, slots=True)
class LetterType:
    """What lists and forms need to know of a letter definition.

    `usual_age`: for a younger resident the officer is asked to look again; 0 is no bound.
    """

    id: str
    title: str
    short_title: str
    abbreviation: str
    code: str
    fields: tuple[LetterField, ...]
    validity_months: int | None
    usual_age: int = 0


class LetterStatus(StrEnum):
    """State of a filed letter."""

    ISSUED = "issued"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class LetterInput:
    """What the officer decided: type, subject, values, signer, date (None: today)."""

    type_id: str
    resident_id: ResidentId
    values: Mapping[str, str]
    signer_id: OfficerId | None = None
    issue_date: date | None = None
    draft_id: DraftId | None = None


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """An unfinished letter, kept on disk."""

    id: DraftId
    type_id: str
    title: str
    resident_id: ResidentId
    resident_name: str
    values: dict[str, str]
    signer_id: OfficerId | None
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class LetterCopy:
    """What a letter was written with; `signer_id` is None when that officer signs no more."""

    values: dict[str, str]
    signer_id: OfficerId | None


@dataclass(frozen=True, slots=True)
class IssuedLetter:
    """A letter that stands in the register. `sha256` is that of the stored PDF, hex.

    `series` names the counter within the office and year; `sequence` is its number.
    `pages` counts the pages of the PDF.
    """

    id: LetterId
    number: str
    series: str
    year: int
    sequence: int
    type_id: str
    title: str
    short_title: str
    issue_date: date
    status: LetterStatus
    resident_id: ResidentId
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


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One line of the register. `delivery` is `local`, `sent` or `applied`."""

    id: LetterId
    number: str
    series: str
    sequence: int
    type_id: str
    short_title: str
    issue_date: date
    resident_id: ResidentId
    resident_name: str
    status: LetterStatus
    delivery: str


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """What the register shows; None or "" means no restriction. `text` looks in number and name."""

    text: str = ""
    year: int | None = None
    month: int | None = None
    type_id: str | None = None
    status: LetterStatus | None = None


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
