"""A letter with every value resolved: what is filed, and what a reprint is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nagari_kit.documents.snapshot_bodies import (
    Body,
    CarbonCopies,
    DataLine,
    DataTable,
    FormPage,
    FormText,
    ModelMark,
    NextPage,
    NumberedList,
    OfficialHead,
    OrderTable,
    ParagraphText,
    RuledTable,
    SectionHead,
    SignatureCell,
    SignatureLines,
    SignatureRow,
    Span,
    Spans,
    WitnessLine,
    WitnessRow,
    spans_of,
)
from nagari_kit.documents.snapshot_json import decoded, encoded

__all__ = [
    "Body",
    "CarbonCopies",
    "DataLine",
    "DataTable",
    "FormPage",
    "FormText",
    "KopText",
    "LetterSnapshot",
    "LookText",
    "ModelMark",
    "NextPage",
    "NumberedList",
    "OfficialHead",
    "OrderTable",
    "ParagraphText",
    "RuledTable",
    "SectionHead",
    "SignatureCell",
    "SignatureLines",
    "SignatureRow",
    "SignatureText",
    "SnapshotPerson",
    "Span",
    "Spans",
    "WitnessLine",
    "WitnessRow",
]


@dataclass(frozen=True, slots=True)
class KopText:
    """The letterhead without its logos; `rule` and `arrangement` as in the office's profile."""

    lines: tuple[str, ...]
    address: tuple[str, ...]
    arrangement: str
    rule: str
    preprinted: bool
    logo_sha256: str
    second_logo_sha256: str = ""


@dataclass(frozen=True, slots=True)
class SignatureText:
    """`prefix` ("a.n.") hangs left of the first office line; `nip` is grouped or ""."""

    place_date: str
    prefix: str
    office_lines: tuple[str, ...]
    name: str
    nip: str


@dataclass(frozen=True, slots=True)
class SnapshotPerson:
    """Who is named in which role; `resident_id` is a UUID in hex, "" for an outsider."""

    role: str
    name: str
    nik: str
    resident_id: str


@dataclass(frozen=True, slots=True)
class LookText:
    """What the office changed of the page; 0 or "" is the program's own measure.

    Margins in mm, `base_size` in tenths of a point, `kop_size` in percent.
    """

    margin_top: int = 0
    margin_left: int = 0
    margin_right: int = 0
    margin_bottom: int = 0
    base_size: int = 0
    kop_size: int = 0
    kop_variant: str = ""


@dataclass(frozen=True, slots=True)
class LetterSnapshot:
    """Everything that the page shows but the logo's bytes. Dates are ISO text, None when absent.

    `number` None is a draft. `kop` None is a letter without letterhead. `signature` stands last
    with the place of the check code; None when SignatureRows of the body hold every signature.
    `title_lines` () prints `title`, unless `title_shown` is off (an OfficialHead stands there);
    `title_note` ("(Sporadik)") stands under it, and the number with `number_shown`, which an
    OfficialHead has too.
    `smallest_size` in points: no type of the letter may be smaller, 0 for no bound.
    `signed_by_office` off: citizens alone sign, and the page has no check code.
    """

    definition_id: str
    definition_version: int
    definition_sha256: str
    paper: str
    kop: KopText | None
    title: str
    short_title: str
    number: str | None
    issue_date: str
    valid_until: str | None
    subject_name: str
    subject_nik: str
    values: Mapping[str, str]
    body: tuple[Body, ...]
    signature: SignatureText | None
    title_lines: tuple[str, ...] = ()
    title_note: str = ""
    title_shown: bool = True
    number_shown: bool = True
    classification: str = ""
    old_classification: str = ""
    people: tuple[SnapshotPerson, ...] = ()
    smallest_size: int = 0
    signed_by_office: bool = True
    look: LookText = LookText()
    office_code: str = ""
    office_name: str = ""

    def to_json(self) -> bytes:
        """Canonical JSON of schema 2: sorted keys, ASCII, no blanks, whole numbers only."""
        return encoded(self)

    @classmethod
    def from_json(cls, source: bytes) -> LetterSnapshot:
        """The snapshot of schema 1 or 2. Raises LetterError when it is damaged or newer."""
        return decoded(cls, source)

    def missing(self) -> tuple[str, ...]:
        """What is still missing, in words, each once, in reading order."""
        spans = (span for block in self.body for span in spans_of(block))
        return tuple(dict.fromkeys(span.text for span in spans if span.missing))
