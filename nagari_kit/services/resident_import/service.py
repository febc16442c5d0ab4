"""The two steps of an import: look without touching, then write all of it or nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.area_names import DEFAULT_WORD
from nagari_kit.domain.identity import PopulationEventId
from nagari_kit.domain.importing import ImportFinding, ImportPlan, ImportResult
from nagari_kit.domain.population import (
    EventKind,
    HouseholdChange,
    PersonChange,
    PopulationEvent,
)
from nagari_kit.errors import ConflictError, ImportFileError, NotFoundError
from nagari_kit.infra.bulk_work import many_objects
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.services.resident_import.judging import Judgement, judge
from nagari_kit.services.resident_import.office_population import OfficePopulation
from nagari_kit.services.resident_import.refused_file import write_refused_rows
from nagari_kit.services.resident_import.row_parsing import FileRow, RowReader
from nagari_kit.services.resident_import.table import Table, find_table

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader, UnitOfWork
from nagari_kit.services.spreadsheet_reading.workbook import (
    UNHARMED,
    Workbook,
    file_sha256,
    read_workbook,
)

OPENSID = "opensid"
KNOWN_FORMATS = frozenset({"auto", OPENSID})
LOOK_EVERY = 200
"""Rows between two looks at the cancel token."""


class ResidentImportService:
    """Imports the residents' spreadsheet of OpenSID (43 columns). Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._looked: _Look | None = None
        self._lock = Lock()

    def dry_run(
        self,
        path: Path,
        *,
        format: str = "auto",  # noqa: A002 - the word of the command line
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> ImportPlan:
        """Judge every row of the file against the office's data; writes nothing.

        Raises ImportFileError when the file cannot be read or is of no known form, Cancelled.
        """
        started = time.perf_counter()
        if format not in KNOWN_FORMATS:
            raise _unknown_format(format)
        steps = _Steps(progress, token)
        workbook = read_workbook(
            path, token=token, on_rows=lambda rows: steps.tell(rows, 0, "Membaca berkas")
        )
        table = find_table(workbook)
        with many_objects(), self._context.store.read() as reader:
            rows = self._parse(table, _area_word(reader), steps)
            verdict = self._judge(rows, OfficePopulation.load(reader, rows), steps)
            head = reader.events.head()[1]
        self._keep(_Look(workbook, self._today(), head, verdict))
        return ImportPlan(
            format=OPENSID,
            file_name=path.name,
            file_sha256=workbook.sha256,
            rows=tuple(verdict.rows),
            warnings=(*_table_doubts(table), *verdict.warnings),
            new_households=verdict.new_households,
            seconds=time.perf_counter() - started,
        )

    def apply(
        self,
        path: Path,
        plan: ImportPlan,
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> ImportResult:
        """Write what the plan says, all of it in one transaction.

        When anything was written since the dry run, the rows are judged anew inside the
        transaction, so that what others wrote is not overwritten by what it saw.

        Raises ConflictError when the file is no longer the one that was judged, Cancelled (then
        nothing was written), StorageError.
        """
        steps = _Steps(progress, token)
        _refuse_changed(path, plan)
        look = self._keep(None)
        if look is not None and look.workbook.sha256 == plan.file_sha256:
            workbook = look.workbook
        else:
            workbook = read_workbook(path, token=token)
        with many_objects(), self._context.store.write(self._context.actor) as uow:
            if look is not None and look.holds(plan, uow.events.head()[1], self._today()):
                verdict = look.verdict
            else:
                rows = self._parse(find_table(workbook), _area_word(uow.queries), steps)
                verdict = self._judge(rows, OfficePopulation.load(uow, rows), steps)
            entry = self._entry(uow, plan)
            _write(uow, verdict, entry, steps)
            steps.tell(len(verdict.rows), len(verdict.rows), "Menyimpan")
            uow.commit()
        kinds = [row.verdict for row in verdict.rows]
        return ImportResult(
            added=kinds.count("added"),
            changed=kinds.count("changed"),
            unchanged=kinds.count("unchanged"),
            refused=kinds.count("refused"),
            event_id=entry.id if verdict.writes else None,
        )

    def write_refused(self, plan: ImportPlan, out: Path) -> Path:
        """Write the refused rows as XLSX of the same form with a column of reasons.

        Raises ImportFileError when the file cannot be written.
        """
        return write_refused_rows(plan, out)

    def _keep(self, look: _Look | None) -> _Look | None:
        """Remember the last dry run; returns the one before."""
        with self._lock:
            before, self._looked = self._looked, look
        return before

    def _entry(self, uow: UnitOfWork, plan: ImportPlan) -> PopulationEvent:
        """The first import fills the books; later ones amend them."""
        first = uow.ledger.counted_now() == 0
        today = self._today()
        return PopulationEvent(
            PopulationEventId(new_uuid7(self._context.clock)),
            EventKind.OPENING if first else EventKind.IMPORT,
            today,
            today,
            facts={"file": plan.file_name, "format": plan.format},
        )

    def _today(self) -> date:
        return self._context.clock.today()

    def _parse(self, table: Table, area_word: str, steps: _Steps) -> list[FileRow]:
        reader = RowReader(table.columns, self._today(), area_word)
        rows: list[FileRow] = []
        for number, cells in table.rows():
            if len(rows) % LOOK_EVERY == 0:
                steps.tell(number, len(table.sheet.rows), "Memeriksa baris")
            rows.append(reader.read(number, cells))
        return rows

    def _judge(self, rows: list[FileRow], office: OfficePopulation, steps: _Steps) -> Judgement:
        def at_row(position: int) -> None:
            if position % LOOK_EVERY == 0:
                steps.tell(position, len(rows), "Membandingkan dengan data nagari")

        return judge(rows, office, lambda: new_uuid7(self._context.clock), at_row=at_row)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a dry run found in a file, and the moment that it holds for.

    `head` is the hash of the log's last event: every change of the office moves it.
    """

    workbook: Workbook
    today: date
    head: bytes
    verdict: Judgement

    def holds(self, plan: ImportPlan, head: bytes, today: date) -> bool:
        """Whether judging anew would find the same."""
        seen = (self.workbook.sha256, self.head, self.today)
        return seen == (plan.file_sha256, head, today)


class _Steps:
    """Tells progress and looks whether the officer cancelled."""

    def __init__(self, progress: Progress | None, token: CancelToken | None) -> None:
        self._progress = progress
        self._token = token

    def tell(self, done: int, total: int, words: str) -> None:
        if self._token is not None:
            self._token.raise_if_cancelled()
        if self._progress is not None:
            self._progress(done, total, words)


def _area_word(reader: Reader) -> str:
    """What the office calls its sub-areas; the province's word while it is not set up."""
    try:
        return reader.office.profile().area_word
    except NotFoundError:
        return DEFAULT_WORD


def _refuse_changed(path: Path, plan: ImportPlan) -> None:
    if file_sha256(path) != plan.file_sha256:
        raise ConflictError(
            f"Berkas {path.name} berubah sejak diperiksa. {UNHARMED}",
            hint="Periksa berkas itu sekali lagi, lalu masukkan.",
            code="IMPOR-07",
        )


def _table_doubts(table: Table) -> tuple[ImportFinding, ...]:
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


def _write(uow: UnitOfWork, verdict: Judgement, entry: PopulationEvent, steps: _Steps) -> None:
    homes = verdict.homes
    households: list[HouseholdChange] = []
    if homes is not None:
        for jorong in homes.new_jorong:
            uow.jorong.save(jorong)
            uow.record(events.jorong_saved(jorong))
        households = [HouseholdChange(None, home) for home in homes.opened]
        households += [HouseholdChange(before, after) for before, after in homes.amended]
    people = [PersonChange(None, one) for one in verdict.added]
    people += [PersonChange(before, after) for before, after in verdict.changed]
    if not people and not households:
        return

    def at_person(position: int) -> None:
        if position % LOOK_EVERY == 0:
            steps.tell(position, len(people), "Mencatat warga")

    uow.ledger.enter(entry, people, households, at_person=at_person)


def _unknown_format(name: str) -> ImportFileError:
    return ImportFileError(
        f"Bentuk berkas “{name}” belum dapat dibaca. {UNHARMED}",
        hint="Pakai hasil ekspor penduduk OpenSID (43 kolom) dengan bentuk opensid.",
        code="IMPOR-08",
    )
