"""From a file to judged rows: recognise, read, compare; and again for a row that was mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain.area_names import DEFAULT_WORD
from nagari_kit.domain.importing import (
    ImportFinding,
    ImportPlan,
    MendedCell,
    SourceRow,
)
from nagari_kit.errors import ConflictError, NotFoundError
from nagari_kit.infra.bulk_work import let_go
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.identifiers import many_uuid7
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.services.resident_import.judging import Judgement, judge
from nagari_kit.services.resident_import.office_population import OfficePopulation
from nagari_kit.services.resident_import.reading_ahead import ReadingAhead
from nagari_kit.services.resident_import.row_parsing import FileRow, RowReader
from nagari_kit.services.resident_import.table import Table

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader

LOOK_EVERY = 200
"""Rows between two looks at the cancel token."""


class Steps:
    """Tells progress and looks whether the officer cancelled."""

    def __init__(self, progress: Progress | None, token: CancelToken | None) -> None:
        self._progress = progress
        self._token = token

    def tell(self, done: int, total: int, words: str) -> None:
        """So many of `total` are done. Raises Cancelled."""
        if self._token is not None:
            self._token.raise_if_cancelled()
        if self._progress is not None:
            self._progress(done, total, words)


@dataclass(frozen=True, slots=True)
class Look:
    """What a dry run found in a file, and the moment that it holds for.

    `head` is the hash of the log's last event: every change of the office moves it.
    """

    sha256: str
    today: date
    head: bytes
    table: Table
    reader: RowReader
    rows: list[FileRow]
    office: OfficePopulation
    verdict: Judgement
    mended: tuple[MendedCell, ...] = ()

    def holds(self, plan: ImportPlan, head: bytes, today: date) -> bool:
        """Whether judging anew would find the same."""
        seen = (self.sha256, self.head, self.today, self.mended)
        return seen == (plan.file_sha256, head, today, plan.mended)

    def rows_of(self, plan: ImportPlan) -> bool:
        """Whether its rows are those of the plan."""
        return (self.sha256, self.mended) == (plan.file_sha256, plan.mended)

    def forget_source(self) -> None:
        """Give back what it was judged by; only the verdict, and what was mended, may be used then.

        The verdict is written next, and both at once are more than a small PC has.
        """
        let_go(self.rows, self.table.people, self.table.sheet.rows)

    def let_go(self) -> None:
        """Give back its verdict a few at a time; nobody may use it then."""
        let_go(self.verdict.added, self.verdict.changed, self.verdict.rows)

    def doubts(self) -> tuple[ImportFinding, ...]:
        """What should be looked at: in the sheet, then row by row."""
        return (*_sheet_doubts(self.table), *self.verdict.warnings)

    def refused(self) -> list[SourceRow]:
        """The lines that cannot come in."""
        return [row.source for row in self.verdict.rows if row.source is not None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at: the hash of the file, cells of the officer's, what was read ahead."""

    sha256: str
    mended: tuple[MendedCell, ...] = ()
    ahead: ReadingAhead | None = None


def look_at(table: Table, books: Reader, clock: Clock, steps: Steps, asked: Asked) -> Look:
    """Read and judge the rows of a table with the officer's cells laid over. Raises Cancelled."""
    today, word = clock.today(), area_word(books)
    reader = RowReader(table, today, word)
    rows = asked.ahead.read_of(table, today, word) if asked.ahead and not asked.mended else None
    if rows is None:
        people = _with_mended(table, asked.mended)
        total = len(people)
        rows = reader.read_all(people, lambda done: steps.tell(done, total, "Memeriksa baris"))
        reader.forget()
    office = OfficePopulation.load(books, rows)
    head = books.events.head()[1]
    verdict = _judged(rows, office, clock, steps)
    return Look(asked.sha256, today, head, table, reader, rows, office, verdict, asked.mended)


def with_cell(look: Look, cell: MendedCell, books: Reader, clock: Clock, steps: Steps) -> Look:
    """The same with one more cell of the officer's. Raises ConflictError, Cancelled."""
    place = look.table.columns.get(cell.column)
    at = next((at for at, row in enumerate(look.rows) if row.row == cell.row), None)
    if place is None or at is None:
        raise ConflictError(
            "Sel ini tidak ada di berkas. Data nagari tidak berubah.",
            hint="Periksa berkas itu sekali lagi.",
            code="IMPOR-11",
        )
    before = look.rows[at].source
    row = look.reader.read(_over(before, place, cell.text))
    rows = [*look.rows[:at], row, *look.rows[at + 1 :]]
    office = look.office.with_rows(books, [row])
    kept = tuple(one for one in look.mended if (one.row, one.column) != (cell.row, cell.column))
    verdict = _judged(rows, office, clock, steps)
    return Look(
        look.sha256, clock.today(), books.events.head()[1], look.table, look.reader, rows, office,
        verdict, (*kept, cell),
    )  # fmt: skip


def _judged(
    rows: Sequence[FileRow], office: OfficePopulation, clock: Clock, steps: Steps
) -> Judgement:
    def at_row(position: int) -> None:
        if position % LOOK_EVERY == 0:
            steps.tell(position, len(rows), "Membandingkan dengan data nagari")

    return judge(rows, office, many_uuid7(clock).__next__, at_row=at_row)


def _with_mended(table: Table, mended: tuple[MendedCell, ...]) -> list[SourceRow]:
    if not mended:
        return table.people
    by_row: dict[int, list[MendedCell]] = {}
    for cell in mended:
        by_row.setdefault(cell.row, []).append(cell)
    people = list(table.people)
    for at, row in enumerate(people):
        for cell in by_row.get(row.number, ()):
            place = table.columns.get(cell.column)
            if place is not None:
                people[at] = _over(people[at], place, cell.text)
    return people


def _over(row: SourceRow, place: int, text: str) -> SourceRow:
    cells = (*row.cells[:place], text, *row.cells[place + 1 :])
    return SourceRow(row.number, cells, row.above)


def area_word(reader: Reader) -> str:
    """What the office calls its sub-areas; the province's word while it is not set up."""
    try:
        return reader.office.profile().area_word
    except NotFoundError:
        return DEFAULT_WORD


def _sheet_doubts(table: Table) -> tuple[ImportFinding, ...]:
    row = table.heading_row + 1
    doubts = [
        ImportFinding(row, heading, "", "Kolom ini tidak dikenal dan dilewati")
        for heading in table.unknown
    ]
    doubts += [
        ImportFinding(row, "", name, "Lembar ini tidak dibaca; yang dibaca lembar pertama")
        for name in table.other_sheets
    ]
    return tuple(doubts)
