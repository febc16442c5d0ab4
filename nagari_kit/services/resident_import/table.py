"""The residents' table of a workbook: its form, its columns, and its lines of people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nagari_kit.domain.importing import ColumnMatching, SheetForm, SourceRow
from nagari_kit.services.spreadsheet_reading.workbook import Sheet

OPENSID, SIAK, BIP, NAGARI, MAPPED = "opensid", "siak", "bip", "nagari", "mapped"


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` maps a key to its place in the cells of `people`.

    `headings` are what the file calls the columns, `unknown` those that nobody knows.
    `head_lines` many lines of the sheet come before the first person or family.
    """

    format: str
    layout: str
    sheet: Sheet
    heading_row: int
    columns: dict[str, int]
    people: list[SourceRow]
    headings: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    other_sheets: tuple[str, ...] = ()
    matching: ColumnMatching | None = None
    head_lines: int = 1

    @property
    def is_strict(self) -> bool:
        """Whether every word must be one of OpenSID's lists."""
        return self.format == OPENSID

    def form(self, refused: Iterable[SourceRow]) -> SheetForm:
        """What a sheet of those rows needs to look alike."""
        rows = self.sheet.rows
        places = sorted({place for row in refused for place in row.above})
        return SheetForm(
            head=tuple(rows[: self.head_lines]),
            above={place: rows[place] for place in places},
            places=dict(self.columns),
            headings=self.headings,
            width=len(rows[0]) if rows else 0,
        )
