"""What fields of event forms can be: one description builds, reads and marks each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

COLUMNS = 12
RELATIONS, HOUSEHOLD, NEWCOMERS = "relations", "household", "people"
"""Names of the parts of a form that are more than one input."""


class Entry(Enum):
    """How a field is written.

    `OPTION` proposes while typing, `CHOICE` are segments, `CODE` is a list of `code_lists`,
    `PEOPLE` ticks of several people, `PERSON` one of them, `JORONG` an area of the office. The
    last three are parts of their own: who is what in the KK, which KK, and people new to it.
    """

    TEXT = "text"
    DIGITS = "digits"
    NUMBER = "number"
    DATE = "date"
    OPTION = "option"
    CHOICE = "choice"
    CODE = "code"
    PEOPLE = "people"
    PERSON = "person"
    JORONG = "jorong"
    RELATIONS = "relations"
    HOUSEHOLD = "household"
    NEWCOMERS = "newcomers"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """`name` is that of the report's field; `answers` are others whose refusal belongs here.

    `span` of COLUMNS columns. `options` are (value, words) of a choice, or proposals alike; in
    proposals `{0}` is what the office calls a sub-area.
    """

    name: str
    label: str
    span: int = COLUMNS
    entry: Entry = Entry.TEXT
    codes: str = ""
    options: tuple[tuple[str, str], ...] = ()
    help: str = ""
    example: str = ""
    answers: tuple[str, ...] = ()


def proposals(*words: str) -> tuple[tuple[str, str], ...]:
    """Options of a line that proposes."""
    return tuple((one, one) for one in words)


_TELLERS = proposals(
    "Kepala keluarga", "Suami", "Istri", "Anak", "Orang tua", "Saudara", "Famili lain", "Tetangga",
    "Kepala {0}", "Ketua RT", "Bidan", "Petugas nagari",
)  # fmt: skip


def dates(event_label: str) -> tuple[FieldSpec, FieldSpec]:
    """The two days of every event."""
    return (
        FieldSpec("event_date", event_label, 6, Entry.DATE),
        FieldSpec("report_date", "Tanggal lapor", 6, Entry.DATE),
    )


TELLING = (
    FieldSpec("reporter_name", "Pelapor", 6, Entry.OPTION, example="Ketik, atau ↓"),
    FieldSpec("reporter_relation", "Hubungan pelapor", 6, Entry.OPTION, options=_TELLERS),
    FieldSpec("note", "Catatan (boleh kosong)"),
)
"""Who told the office, and what else is worth keeping."""
