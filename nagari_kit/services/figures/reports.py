"""Reports of the population for paper and spreadsheet, and lists of names behind a number."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.domain import events, nik
from nagari_kit.domain.book_remarks import before_the_books, out_of_order
from nagari_kit.domain.dates import MONTHS, age_on, long_date
from nagari_kit.domain.exporting import ExportForm, ExportRequest
from nagari_kit.domain.figures import (
    FigureTable,
    FlowBehind,
    NamesReport,
    PeopleBehind,
    ReportWish,
    Trait,
)
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.office import OfficeProfile, PaperSize
from nagari_kit.domain.population import DayRule
from nagari_kit.domain.residents import ResidentFilter, Sex
from nagari_kit.errors import NotFoundError, StorageError
from nagari_kit.infra.files import write_atomically
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.progress import CancelToken, Progress

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader
    from nagari_kit.documents.registers.form import Register, Row
    from nagari_kit.documents.registers.printing import PrintedRegister
    from nagari_kit.services.figures.report_tables import ReportTable
    from nagari_kit.services.figures.service import FiguresService

AT_ONE_TIME = 1000
_SEX = {Sex.MALE: "L", Sex.FEMALE: "P", None: ""}
_log = logging.getLogger(__name__)


class FigureReports:
    """Thread-safe; writes nothing but the file that was asked for and the record of names."""

    def __init__(self, context: ServiceContext, figures: FiguresService) -> None:
        self._context = context
        self._figures = figures

    def printed(
        self,
        wish: ReportWish,
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> PrintedRegister:
        """The report as PDF, with closing and signatures."""
        from nagari_kit.documents.registers.printing import render_registers

        registers, paper = self._filled(wish)
        step = _step(progress, token)
        return render_registers(registers, paper, self._last_day(wish), step=step)

    def write(self, wish: ReportWish, path: Path) -> None:
        """Write the report as a spreadsheet: sums alone, no names. Raises StorageError."""
        from nagari_kit.documents.registers.spreadsheet import registers_workbook

        registers, paper = self._filled(wish)
        _write(path, registers_workbook(registers, paper, self._last_day(wish)))

    def write_names(
        self, report: NamesReport, path: Path, *, token: CancelToken | None = None
    ) -> int:
        """Write the names behind a number, NIK masked; returns how many. The log keeps who did.

        Raises NotFoundError when there is nobody, StorageError, Cancelled.
        """
        from nagari_kit.documents.registers.spreadsheet import register_workbook

        register, people = self._names(report, token)
        if not people:
            raise NotFoundError(
                "Tidak ada nama di balik angka ini, jadi tidak ada yang diekspor.",
                hint="Pilih angka lain.",
                code="ANGKA-01",
            )
        with self._context.store.read() as reader:
            paper = reader.office.profile().paper
        content = register_workbook(register, paper, self._context.clock.today())
        request = ExportRequest(ExportForm.LIST, ResidentFilter(), people)
        with self._context.store.write(self._context.actor) as uow:
            uow.record(events.export_made(request, len(people), 0))
            uow.commit()
        _write(path, content)
        _log.info("names behind a figure: %d residents, masked", len(people))
        return len(people)

    def file_stem(self, wish: ReportWish) -> str:
        """`Laporan LAMPID November 2026`: what the file is called unless somebody says."""
        first = wish.tables[0]
        of_flows = first in {FigureTable.LAMPID, FigureTable.MONTHS}
        start = wish.period.start
        month = f"{MONTHS[start.month - 1]} " if wish.period.span == "bulan" else ""
        name = "Laporan LAMPID" if of_flows else "Laporan Kependudukan"
        return f"{name} {month}{start.year}"

    def _last_day(self, wish: ReportWish) -> date:
        return min(wish.period.end, self._context.clock.today())

    def _filled(self, wish: ReportWish) -> tuple[list[Register], PaperSize]:
        from nagari_kit.documents.registers.form import Register
        from nagari_kit.services.registers.signing import signatories

        day = self._last_day(wish)
        tables = [(one, self._table(one, wish, day)) for one in wish.tables]
        with self._context.store.read() as reader:
            office = reader.office.profile()
            areas = {one.id: one.name for one in reader.jorong.all()}
            left, right = signatories(reader, office, day)
            doubts = {one: _doubts(reader, one, wish, day) for one in wish.tables}
        area = areas.get(wish.jorong_id, "") if wish.jorong_id is not None else ""
        registers = [
            Register(
                form=table.form,
                place=_place(office, area),
                period=_period(which, wish, day),
                foot=_foot(table, office, area, _period(which, wish, day)),
                rows=table.rows,
                total=table.total,
                left=left,
                right=right,
                remarks=(*table.remarks, *doubts[which]),
                nothing="Belum ada penduduk.",
            )
            for which, table in tables
        ]
        return registers, office.paper

    def _table(self, which: FigureTable | Trait, wish: ReportWish, day: date) -> ReportTable:
        from nagari_kit.services.figures.report_tables import ages_table, lampid_table, trait_table

        word = self._figures.choices().area_word
        if isinstance(which, Trait):
            return trait_table(which, word, self._figures.table(which, day, wish.jorong_id))
        if which is FigureTable.AGES:
            return ages_table(self._figures.figures(day, wish.jorong_id))
        report = self._figures.lampid(wish.period.start, day, wish.rule, wish.jorong_id)
        if which is FigureTable.LAMPID:
            lines = [(one.jorong or f"Tanpa {word}", one) for one in report.rows]
            return lampid_table(lines, report.total, word, word.capitalize())
        months = self._figures.lampid_by_month(wish.period, wish.rule, wish.jorong_id)
        lines = [(MONTHS[one.month.month - 1], one.balance) for one in months]
        return lampid_table(lines, report.total, word, "Bulan")

    def _names(
        self, report: NamesReport, token: CancelToken | None
    ) -> tuple[Register, tuple[ResidentId, ...]]:
        from nagari_kit.documents.registers.form import BookForm, Column, Kind, Register

        of_flow = isinstance(report.behind, FlowBehind)
        found = self._of_flow(report.behind) if of_flow else self._of_people(report.behind, token)  # type: ignore[arg-type] # told apart by of_flow
        columns = _FLOW_COLUMNS if of_flow else _PEOPLE_COLUMNS
        leaves = [Column(title, width, Kind(kind)) for title, width, kind in columns]
        with self._context.store.read() as reader:
            office = reader.office.profile()
        register = Register(
            form=BookForm("", f"Daftar: {report.title}", tuple(leaves)),
            place=_place(office, ""),
            period=f"{report.about[:1].upper()}{report.about[1:]}",
            foot=f"{report.title}, NIK disamarkan",
            rows=[(number, *row) for number, (_, row) in enumerate(found, start=1)],
            nothing="Tidak ada nama.",
        )
        return register, tuple(dict.fromkeys(one for one, _ in found))

    def _of_people(
        self, behind: PeopleBehind, token: CancelToken | None
    ) -> list[tuple[ResidentId, Row]]:
        found: list[tuple[ResidentId, Row]] = []
        total = 1
        while len(found) < total:
            if token is not None:
                token.raise_if_cancelled()
            rows, total = self._figures.people(behind, len(found), AT_ONE_TIME)
            if not rows:
                break
            for one in rows:
                age = age_on(one.birth_date, behind.day) if one.birth_date else None
                hidden = nik.masked(one.nik) if one.nik else ""
                cells = (one.name, hidden, _SEX[one.sex], one.birth_date, age, one.jorong)
                found.append((one.id, cells))
        return found

    def _of_flow(self, behind: FlowBehind) -> list[tuple[ResidentId, Row]]:
        return [
            (one.id, (one.name, one.event_date, one.report_date))
            for one in self._figures.people_of_flow(behind)
        ]


_PEOPLE_COLUMNS = (
    ("No.", 12.0, "number"),
    ("Nama", 90.0, "text"),
    ("NIK", 50.0, "code"),
    ("L/P", 14.0, "code"),
    ("Tanggal lahir", 30.0, "date"),
    ("Umur", 18.0, "number"),
    ("Wilayah", 60.0, "text"),
)
_FLOW_COLUMNS = (
    ("No.", 12.0, "number"),
    ("Nama", 120.0, "text"),
    ("Tanggal peristiwa", 40.0, "date"),
    ("Tanggal lapor", 40.0, "date"),
)


def _place(office: OfficeProfile, area: str) -> str:
    from nagari_kit.documents.wording import office_name

    district = f"Kecamatan {office.kecamatan}" if office.kecamatan else ""
    whose = f"{office.area_word.capitalize()} {area}" if area else ""
    return ", ".join(
        part for part in (whose, office_name(office), district, office.kabupaten) if part
    )


def _period(which: FigureTable | Trait, wish: ReportWish, day: date) -> str:
    if which not in {FigureTable.LAMPID, FigureTable.MONTHS}:
        return f"Keadaan {long_date(day)}"
    reported = ", menurut tanggal lapor" if wish.rule is DayRule.REPORT else ""
    unfinished = f", sampai dengan {long_date(day)}" if day < wish.period.end else ""
    return f"{wish.period.words}{unfinished}{reported}"


def _doubts(
    reader: Reader, which: FigureTable | Trait, wish: ReportWish, last: date
) -> tuple[str, ...]:
    """What the books of the same days say beneath theirs."""
    of_flows = which in {FigureTable.LAMPID, FigureTable.MONTHS}
    first, rule = (wish.period.start, wish.rule) if of_flows else (last, DayRule.EVENT)
    days = {last, first - timedelta(days=1)} if of_flows else {last}
    people = max(reader.registers.unordered(day, rule) for day in days)
    return (*before_the_books(first, reader.registers.begun_on()), *out_of_order(people))


def _foot(table: ReportTable, office: OfficeProfile, area: str, period: str) -> str:
    from nagari_kit.documents.wording import office_name

    whose = f"{office.area_word.capitalize()} {area}, " if area else ""
    return f"{table.form.title}, {whose}{office_name(office)}, {period[:1].lower()}{period[1:]}"


def _step(progress: Progress | None, token: CancelToken | None) -> Callable[[int, int], None]:
    def step(done: int, total: int) -> None:
        if token is not None:
            token.raise_if_cancelled()
        if progress is not None:
            progress(done, total, "Menyusun laporan")

    return step


def _write(path: Path, content: bytes) -> None:
    try:
        write_atomically(path, content)
    except (OSError, StorageError) as error:
        raise StorageError(
            f"Berkas {path.name} tidak bisa ditulis di {path.parent}. Data nagari tidak berubah.",
            hint="Pilih folder lain, atau periksa apakah flashdisk terpasang dan tidak penuh.",
            code="ANGKA-02",
            detail=f"{type(error).__name__}: {getattr(error, 'detail', '')}",
        ) from error
