"""The two steps of an import: look without touching, then write all of it or nothing."""

from __future__ import annotations

import json
import time
from collections import Counter
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.identity import PopulationEventId
from nagari_kit.domain.importing import (
    CellSuggestion,
    ColumnMatching,
    ImportPlan,
    ImportResult,
    MendedCell,
)
from nagari_kit.domain.population import (
    EventKind,
    HouseholdChange,
    PersonChange,
    PopulationEvent,
)
from nagari_kit.errors import ConflictError, ImportFileError
from nagari_kit.infra.bulk_work import many_objects
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.services.resident_import.judging import Judgement
from nagari_kit.services.resident_import.looking import (
    LOOK_EVERY,
    Asked,
    Look,
    Steps,
    area_word,
    look_at,
    with_cell,
)
from nagari_kit.services.resident_import.matching import headings_key
from nagari_kit.services.resident_import.reading_ahead import ReadingAhead
from nagari_kit.services.resident_import.recognition import AUTO, FORMATS, recognise
from nagari_kit.services.resident_import.refused_file import write_refused_rows
from nagari_kit.services.resident_import.suggesting import suggestion_for
from nagari_kit.services.resident_import.table import Table
from nagari_kit.services.spreadsheet_reading.workbook import (
    UNHARMED,
    Sheet,
    Workbook,
    file_sha256,
    read_workbook,
)

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader, UnitOfWork


class ResidentImportService:
    """Imports lists of residents of every form that offices have. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._looked: Look | None = None
        self._lock = Lock()

    def dry_run(
        self,
        path: Path,
        *,
        format: str = AUTO,  # noqa: A002 - the word of the command line
        matching: ColumnMatching | None = None,
        guess: bool = False,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> ImportPlan:
        """Judge every row of the file against the office's data; writes nothing.

        `matching` is what the officer decided on the columns of a sheet of no known form; `guess`
        takes the program's own proposal where the headings leave no doubt.

        Raises UnmatchedColumnsError when an officer must decide, ImportFileError when the file
        cannot be read or holds no residents, Cancelled.
        """
        started = time.perf_counter()
        if format not in FORMATS:
            raise _unknown_format(format)
        steps = Steps(progress, token)
        with self._context.store.read() as reader:
            ahead = ReadingAhead(self._today(), area_word(reader))

        def on_rows(rows: int, sheet: Sheet) -> None:
            steps.tell(rows, 0, "Membaca berkas")
            if matching is None:
                ahead.more(sheet)

        with many_objects():
            workbook = read_workbook(path, token=token, on_rows=on_rows)
            with self._context.store.read() as reader:
                table = recognise(
                    workbook,
                    wanted=format,
                    chosen=matching,
                    remembered=lambda headings: _remembered(reader, headings),
                    guess=guess,
                )
                asked = Asked(workbook.sha256, ahead=ahead)
                del workbook
                look = look_at(table, reader, self._context.clock, steps, asked)
        self._keep(look)
        return _plan_of(look, path.name, time.perf_counter() - started)

    def mend(
        self,
        plan: ImportPlan,
        cell: MendedCell,
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> ImportPlan:
        """The plan with one cell typed over and everything judged anew; the file stays as it is.

        Raises ConflictError when another file was looked at meanwhile, Cancelled.
        """
        with self._lock:
            look = self._looked
        if look is None or not look.rows_of(plan):
            raise ConflictError(
                "Hasil pemeriksaan ini sudah lewat. Data nagari tidak berubah.",
                hint="Pilih berkas itu sekali lagi.",
                code="IMPOR-12",
            )
        steps = Steps(progress, token)
        with many_objects(), self._context.store.read() as reader:
            mended = with_cell(look, cell, reader, self._context.clock, steps)
        self._keep(mended)
        return _plan_of(mended, plan.file_name, plan.seconds)

    def suggest(self, plan: ImportPlan, row: int, column: str) -> CellSuggestion | None:
        """What a wrong cell could say, from what the office knows; None when it knows nothing."""
        with self._context.store.read() as reader:
            return suggestion_for(reader, plan.row(row), column)

    def apply(
        self,
        path: Path,
        plan: ImportPlan,
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> ImportResult:
        """Write what the plan says, all of it in one transaction and one entry of the ledger.

        When anything was written since the dry run, the rows are judged anew inside the
        transaction, so that what others wrote is not overwritten by what it saw.

        Raises ConflictError when the file is no longer the one that was judged, Cancelled (then
        nothing was written), StorageError.
        """
        steps = Steps(progress, token)
        _refuse_changed(path, plan)
        look = self._keep(None)
        table = look.table if look and look.sha256 == plan.file_sha256 else None
        if table is None:
            table = _table_again(read_workbook(path, token=token), plan)
        with many_objects(), self._context.store.write(self._context.actor) as uow:
            clock = self._context.clock
            if look is None or not look.holds(plan, uow.events.head()[1], clock.today()):
                asked = Asked(plan.file_sha256, plan.mended)
                look = look_at(table, uow.queries, clock, steps, asked)
            verdict = look.verdict
            look.forget_source()
            entry = self._entry(uow, plan)
            _write(uow, verdict, entry, steps)
            self._remember(uow, plan.matching)
            steps.tell(len(verdict.rows), len(verdict.rows), "Menyimpan")
            uow.commit()
        kinds = Counter(row.verdict for row in verdict.rows)
        written = entry.id if verdict.writes else None
        look.let_go()
        return ImportResult(
            kinds["added"], kinds["changed"], kinds["unchanged"], kinds["refused"], written
        )

    def write_refused(self, plan: ImportPlan, out: Path) -> Path:
        """Write the refused rows as XLSX of the same form with a column of reasons.

        Raises ImportFileError when the file cannot be written.
        """
        return write_refused_rows(plan, out)

    def _keep(self, look: Look | None) -> Look | None:
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

    def _remember(self, uow: UnitOfWork, matching: ColumnMatching | None) -> None:
        """What the officer decided on the columns holds for the next sheet of these headings."""
        if matching is not None:
            key = headings_key(matching.headings)
            now = self._context.clock.now().isoformat()
            uow.import_mappings.save(key, json.dumps(matching.keys), now)

    def _today(self) -> date:
        return self._context.clock.today()


def _remembered(reader: Reader, headings: tuple[str, ...]) -> tuple[str, ...] | None:
    content = reader.import_mappings.content(headings_key(headings))
    return tuple(map(str, json.loads(content))) if content else None


def _table_again(workbook: Workbook, plan: ImportPlan) -> Table:
    """The table of the plan from the file anew."""
    if plan.matching is not None:
        return recognise(workbook, chosen=plan.matching)
    return recognise(workbook, guess=True)


def _plan_of(look: Look, file_name: str, seconds: float) -> ImportPlan:
    table = look.table
    return ImportPlan(
        format=table.format,
        file_name=file_name,
        file_sha256=look.sha256,
        rows=tuple(look.verdict.rows),
        warnings=look.doubts(),
        new_households=look.verdict.new_households,
        seconds=seconds,
        layout=table.layout,
        mended=look.mended,
        matching=table.matching,
        form=table.form(look.refused()),
    )


def _refuse_changed(path: Path, plan: ImportPlan) -> None:
    if file_sha256(path) != plan.file_sha256:
        raise ConflictError(
            f"Berkas {path.name} berubah sejak diperiksa. {UNHARMED}",
            hint="Periksa berkas itu sekali lagi, lalu masukkan.",
            code="IMPOR-07",
        )


def _write(uow: UnitOfWork, verdict: Judgement, entry: PopulationEvent, steps: Steps) -> None:
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
        f"Bentuk berkas “{name}” tidak dikenal. {UNHARMED}",
        hint=f"Pakai salah satu: {', '.join(FORMATS)}.",
        code="IMPOR-08",
    )
