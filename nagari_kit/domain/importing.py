"""What a dry run of a spreadsheet import finds, and what the import did."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from nagari_kit.domain.identity import PopulationEventId

SourceCell = str | float | date
"""As the file stores it; "" is an empty cell."""


@dataclass(frozen=True, slots=True)
class ImportFinding:
    """One doubt or refusal. `row` is the row number that the spreadsheet program shows.

    `column` is the key of a known column, or a heading of the file that nobody knows.
    """

    row: int
    column: str
    value: str
    reason: str


class SourceRow:
    """A line of the file that describes a person.

    `cells` has the line and, where the household stands on lines above it, what these say.
    `above` are the places of those lines in the sheet.
    """

    __slots__ = ("above", "cells", "number")

    def __init__(
        self, number: int, cells: tuple[SourceCell, ...], above: tuple[int, ...] = ()
    ) -> None:
        self.number = number
        self.cells = cells
        self.above = above


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row as the dry run judged it.

    `verdict` is `added`, `changed`, `unchanged` or `refused`. `changes` lists (column, old, new).
    Rows that are refused have `cells`, the text that was read by column, and their `source`.
    """

    row: int
    verdict: str
    name: str
    nik: str
    birth_date: str
    sex: str
    nomor_kk: str
    changes: tuple[tuple[str, str, str], ...] = ()
    findings: tuple[ImportFinding, ...] = ()
    cells: Mapping[str, str] | None = None
    source: SourceRow | None = None


@dataclass(frozen=True, slots=True)
class MendedCell:
    """What the officer typed over a cell of a row; the file itself stays as it is."""

    row: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class CellSuggestion:
    """What a wrong cell could say, and from where that is known, in a few words."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class ColumnMatching:
    """Which column of a sheet holds what, as proposed and as the officer decided.

    `headings` and `samples` (a few texts of each column) are the sheet's; `keys` name what each
    column holds, "" for nothing. `heading_row` counts from 0.
    """

    sheet: str
    heading_row: int
    headings: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetForm:
    """How the sheet was laid out, so that refused rows can be given back in the same form.

    `head` are the lines up to the headings, `above` further lines by their place, `places` where
    each column stands in a line; `width` the number of cells of a line.
    """

    head: tuple[tuple[SourceCell, ...], ...] = ()
    above: Mapping[int, tuple[SourceCell, ...]] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    width: int = 0


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The result of a dry run; nothing was written. `file_sha256` ties it to the bytes read.

    `rows` are in the order of the file. `format` is `opensid`, `siak`, `bip`, `nagari` or
    `mapped`; `layout` says it to the officer.
    """

    format: str
    file_name: str
    file_sha256: str
    rows: tuple[ImportRow, ...]
    warnings: tuple[ImportFinding, ...]
    new_households: int
    seconds: float
    layout: str = ""
    mended: tuple[MendedCell, ...] = ()
    matching: ColumnMatching | None = None
    form: SheetForm = field(default_factory=SheetForm)
    refused_rows: tuple[ImportRow, ...] = field(init=False, repr=False, compare=False)
    _counts: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Counted once, where the plan is made: the window asks often and has no time.
        refused = tuple(row for row in self.rows if row.verdict == "refused")
        object.__setattr__(self, "refused_rows", refused)
        object.__setattr__(self, "_counts", Counter(row.verdict for row in self.rows))

    def count(self, verdict: str) -> int:
        """Number of rows with that verdict."""
        return self._counts.get(verdict, 0)

    def row(self, number: int) -> ImportRow:
        """The row of that number. Raises KeyError."""
        at = bisect_left(self.rows, number, key=attrgetter("row"))
        if at == len(self.rows) or self.rows[at].row != number:
            raise KeyError(number)
        return self.rows[at]

    @property
    def refused(self) -> tuple[ImportFinding, ...]:
        """Every finding of every refused row."""
        return tuple(finding for row in self.refused_rows for finding in row.findings)

    def heading_of(self, column: str) -> str:
        """What the file calls a column."""
        return self.form.headings.get(column, column)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What one import wrote, all of it in one transaction; `event_id` names it for undoing.

    Without `event_id` nothing was written.
    """

    added: int
    changed: int
    unchanged: int
    refused: int
    event_id: PopulationEventId | None = None
