"""Exports residents: masked unless asked for in full with a reason, and never without a record."""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.exporting import (
    ExportForm,
    ExportRequest,
    ExportResult,
    missing_reason,
)
from nagari_kit.domain.residents import LifeStatus
from nagari_kit.errors import InputError, NotFoundError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.services.resident_export.cells import sheet_of
from nagari_kit.services.resident_export.household_blocks import HouseholdBlocks
from nagari_kit.services.resident_export.workbook import SUFFIX, SheetWriter, written_sheet

if TYPE_CHECKING:
    from nagari_kit.db.queries.resident_lists import ListedPerson
    from nagari_kit.db.reader import Reader

AT_ONE_TIME = 250
"""Residents between two looks at the cancel token."""

_SCRATCH = "sementara-ekspor"
_STALE_SECONDS = 3600
"""The longest export takes seconds; what is older was left by one that was killed."""
_log = logging.getLogger(__name__)


class ResidentExportService:
    """Writes spreadsheets of residents. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def clear_stale(self) -> None:
        """Take away what an export left that was killed; another one may be running now."""
        scratch = self._context.paths.data_dir / _SCRATCH
        if scratch.is_dir():
            for folder in scratch.iterdir():
                if time.time() - folder.stat().st_mtime > _STALE_SECONDS:
                    shutil.rmtree(folder, ignore_errors=True)

    def export(
        self,
        out: Path,
        request: ExportRequest,
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> ExportResult:
        """Write the residents to `out` (XLSX) and record that they left.

        The record stands before the file has its name: no file without one. Raises InputError for
        a missing reason or another kind of file, NotFoundError when nobody is to be written,
        StorageError, Cancelled; then there is no file, and one that was there stays as it was.
        """
        out = _checked(out, request)
        scratch = self._context.paths.data_dir / _SCRATCH
        self.clear_stale()
        steps = _Steps(progress, token)
        with self._context.store.read() as reader:
            keys = self._keys(reader, request)
            if not keys:
                raise NotFoundError(
                    "Tidak ada warga yang cocok, jadi tidak ada yang diekspor.",
                    hint="Longgarkan saringannya, lalu coba lagi.",
                    code="EKSPOR-03",
                )
            sheet = sheet_of(request.form, full=request.full)
            with written_sheet(out, scratch, sheet.name) as writer:
                people = _people(reader, keys, steps)
                area = reader.office.profile().area_word.capitalize()
                count, homes = self._write(writer, request, people, area)
                steps.tell(len(keys), len(keys), "Menyimpan berkas")
                self._record(request, count, homes)
        return ExportResult(out, count, homes)

    def _keys(self, reader: Reader, request: ExportRequest) -> list[int]:
        if request.chosen is not None:
            return reader.lists.keys_of(request.chosen)
        by_household = request.form is not ExportForm.NAGARI
        return reader.lists.keys(request.wanted, by_household=by_household)

    def _write(
        self,
        writer: SheetWriter,
        request: ExportRequest,
        people: Iterator[ListedPerson],
        area_title: str,
    ) -> tuple[int, int]:
        """Counts of people and of households written."""
        sheet = sheet_of(request.form, full=request.full)
        if request.form is ExportForm.KK:
            blocks = HouseholdBlocks(writer, sheet, area_title, full=request.full)
            for person in people:
                blocks.add(person)
            return blocks.people, blocks.households
        writer.headings(sheet.headings)
        count, homes = 0, set()
        for person in people:
            writer.row(sheet.cells(person))
            count += 1
            homes.add(person.resident.household_id)
        return count, len(homes - {None})

    def _record(self, request: ExportRequest, people: int, households: int) -> None:
        made = events.export_made(request, people, households)
        with self._context.store.write(self._context.actor) as uow:
            uow.record(made)
            uow.commit()
        kind = "full" if request.full else "masked"
        _log.info("export %s, %s: %d residents", request.form.value, kind, people)


class _Steps:
    """Progress told and the wish to stop asked for, both of which may be absent."""

    def __init__(self, progress: Progress | None, token: CancelToken | None) -> None:
        self._progress = progress
        self._token = token

    def tell(self, done: int, total: int, words: str) -> None:
        if self._token is not None:
            self._token.raise_if_cancelled()
        if self._progress is not None:
            self._progress(done, total, words)


def _people(reader: Reader, keys: list[int], steps: _Steps) -> Iterator[ListedPerson]:
    """Everybody who was ever right, in order, read in small batches."""
    for start in range(0, len(keys), AT_ONE_TIME):
        steps.tell(start, len(keys), "Menulis warga")
        for person in reader.lists.people(keys[start : start + AT_ONE_TIME]):
            if person.resident.life_status is not LifeStatus.INVALID:
                yield person


def _checked(out: Path, request: ExportRequest) -> Path:
    if not out.suffix:
        out = out.with_name(out.name + SUFFIX)
    if out.suffix.lower() != SUFFIX:
        sentence = f"Berkas ekspor harus berakhiran {SUFFIX}."
        raise InputError(f"{sentence} Belum ada yang ditulis.", {"file": sentence})
    sentence = missing_reason(request.reason, full=request.full, what="Ekspor lengkap")
    if sentence:
        raise InputError(f"{sentence} Belum ada yang ditulis.", {"reason": sentence})
    return out
