"""The books of the law (A.7, A.8, B.1 to B.5): a look, the whole for paper, and files."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.dates import MONTHS
from nagari_kit.domain.exporting import missing_reason
from nagari_kit.domain.office import PaperSize
from nagari_kit.domain.registers import BookId, RegisterPeriod, RegisterWish
from nagari_kit.domain.residents import Jorong
from nagari_kit.errors import InputError, StorageError
from nagari_kit.infra.bulk_work import many_objects
from nagari_kit.infra.files import write_atomically
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.progress import CancelToken, Progress

if TYPE_CHECKING:
    from nagari_kit.documents.registers.form import Register

LOOK_PAGES = 12
"""Pages of a look: the first eleven, and the last with the signatures."""
SUFFIXES = (".pdf", ".xlsx")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BookTitle:
    """A book in the list: its name, and in a few words what stands in it."""

    book: BookId
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class BookChoices:
    """What a page of books offers: the books, the office's sub-areas, years with entries.

    `area_word` is what the office calls a sub-area; `today` is the day by the office's clock.
    """

    titles: tuple[BookTitle, ...]
    jorong: tuple[Jorong, ...]
    area_word: str
    first_year: int
    today: date


@dataclass(frozen=True, slots=True)
class BookPages:
    """PDF bytes of `shown` of the book's `pages`; `rows` without head and totals."""

    pdf: bytes
    pages: int
    shown: int
    rows: int


@dataclass(frozen=True, slots=True)
class WrittenBook:
    """A finished file; `pages` is None for a spreadsheet, which Excel parts as it likes."""

    book: BookId
    path: Path
    pages: int | None
    rows: int
    sha256: str


class BookService:
    """Makes books: masked unless a reason is given, and none leaves without a record.

    Thread-safe; nothing is written but the file that was asked for, and the record. The sums of
    B.3 name nobody: they leave no record.
    """

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def choices(self) -> BookChoices:
        """Every book that can be printed, in the order of the law, and for what."""
        today = self._context.clock.today()
        with self._context.store.read() as reader:
            days = (reader.registers.first_day(), reader.correspondence.first_day(), today)
            first = min(day for day in days if day is not None)
            area_word = reader.office.profile().area_word
            return BookChoices(BOOKS, reader.jorong.all(), area_word, first.year, today)

    def look(
        self,
        wish: RegisterWish,
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> BookPages:
        """The first pages and the last one, quick for any number of people. Raises InputError."""
        return self._printed(wish, LOOK_PAGES, _step(progress, token))

    def pdf(
        self,
        wish: RegisterWish,
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> BookPages:
        """The whole book, for paper; that it leaves is recorded. Raises InputError."""
        made = self._printed(wish, None, _step(progress, token))
        if token is not None:
            token.raise_if_cancelled()
        self._record(wish, made.rows)
        return made

    def write(
        self,
        wish: RegisterWish,
        path: Path,
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> WrittenBook:
        """Write the book as `.pdf` or `.xlsx`, for this user alone.

        The record stands before the file has its name: no file without one. The file appears
        whole or not at all, nothing is put anywhere else; an older one of that name stays until
        then. Raises InputError for another suffix or a full book without reason, StorageError,
        Cancelled.
        """
        suffix = path.suffix.lower()
        if suffix not in SUFFIXES:
            raise InputError(
                f"Buku tidak bisa ditulis sebagai “{path.name}”. Belum ada yang ditulis.",
                {"out": "Nama berkas harus berakhiran .pdf atau .xlsx."},
                code="BUKU-02",
            )
        step = _step(progress, token)
        pages: int | None = None
        if suffix == ".pdf":
            made = self._printed(wish, None, step)
            content, pages, rows = made.pdf, made.pages, made.rows
        else:
            content, rows = self._workbook(wish, step)
        if token is not None:
            token.raise_if_cancelled()
        self._record(wish, rows)
        _write(path, content)
        digest = hashlib.sha256(content).hexdigest()
        return WrittenBook(wish.book, path, pages, rows, digest)

    def file_name(self, wish: RegisterWish, suffix: str) -> str:
        """`B1 Induk Penduduk November 2026.pdf`: what the file is called unless somebody says."""
        title = next(one.title for one in BOOKS if one.book is wish.book)
        return f"{wish.book.value.replace('.', '')} {title} {_file_days(wish.period)}{suffix}"

    def _printed(
        self, wish: RegisterWish, most: int | None, step: Callable[[int, int], None]
    ) -> BookPages:
        from nagari_kit.documents.registers.printing import render_register

        with many_objects():
            register, paper = self._filled(wish)
            made = render_register(register, paper, wish.period.end, step=step, most=most)
        return BookPages(made.pdf, made.pages, made.shown, len(register.rows))

    def _workbook(self, wish: RegisterWish, step: Callable[[int, int], None]) -> tuple[bytes, int]:
        from nagari_kit.documents.registers.spreadsheet import register_workbook

        with many_objects():
            register, paper = self._filled(wish)
            content = register_workbook(register, paper, wish.period.end, step=step)
        return content, len(register.rows)

    def _record(self, wish: RegisterWish, rows: int) -> None:
        if wish.book.names_people:
            with self._context.store.write(self._context.actor) as uow:
                uow.record(events.book_exported(wish, rows))
                uow.commit()
        kind = "full" if wish.full else "masked"
        _log.info("book %s made, %s: %d rows", wish.book.value, kind, rows)

    def _filled(self, wish: RegisterWish) -> tuple[Register, PaperSize]:
        from nagari_kit.services.registers.filling import filled

        _refuse_reversed(wish.period)
        _refuse_unexplained(wish)
        _refuse_parted(wish)
        with self._context.store.read() as reader:
            register = filled(reader, wish, self._context.clock.today())
            return register, reader.office.profile().paper


def _step(progress: Progress | None, token: CancelToken | None) -> Callable[[int, int], None]:
    def step(done: int, total: int) -> None:
        if token is not None:
            token.raise_if_cancelled()
        if progress is not None:
            progress(done, total, "Menyusun buku" if total else "Membaca data")

    return step


def _refuse_reversed(period: RegisterPeriod) -> None:
    if period.end < period.start:
        sentence = "Tanggal akhir tidak boleh sebelum tanggal awal."
        raise InputError(
            "Masa buku belum benar. Buku belum dibuat.", {"end": sentence}, code="BUKU-03"
        )


def _refuse_unexplained(wish: RegisterWish) -> None:
    sentence = missing_reason(wish.reason, full=wish.full, what="Buku dengan nomor utuh")
    if sentence:
        raise InputError(f"{sentence} Buku belum dibuat.", {"reason": sentence}, code="BUKU-06")


def _refuse_parted(wish: RegisterWish) -> None:
    if wish.book.is_of_letters and wish.jorong_id is not None:
        raise InputError(
            "Buku surat adalah buku seluruh kantor. Buku belum dibuat.",
            {"jorong": "Kosongkan pilihan wilayahnya."},
            code="BUKU-07",
        )


def _write(path: Path, content: bytes) -> None:
    try:
        write_atomically(path, content)
    except (OSError, StorageError) as error:
        raise StorageError(
            f"Berkas {path.name} tidak bisa ditulis di {path.parent}. Data nagari tidak berubah.",
            hint="Pilih folder lain, atau periksa apakah flashdisk terpasang dan tidak penuh.",
            code="BUKU-04",
            detail=f"{type(error).__name__}: {getattr(error, 'detail', '')}",
        ) from error


def _file_days(period: RegisterPeriod) -> str:
    if period.span == "bulan":
        return f"{MONTHS[period.start.month - 1]} {period.start.year}"
    if period.span == "tahun":
        return str(period.start.year)
    return f"{_day(period.start)} sd {_day(period.end)}"


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"


BOOKS = (
    BookTitle(BookId.INDUK, "Induk Penduduk", "Semua penduduk tetap di akhir masa"),
    BookTitle(BookId.MUTASI, "Mutasi Penduduk", "Siapa lahir, datang, pindah, meninggal"),
    BookTitle(
        BookId.REKAPITULASI,
        "Rekapitulasi Jumlah Penduduk",
        "Jumlah awal, tambahan, kurang, akhir",
    ),
    BookTitle(BookId.SEMENTARA, "Penduduk Sementara", "Penduduk tidak tetap pada masa itu"),
    BookTitle(BookId.KTP_KK, "KTP dan KK", "Data KTP dan KK penduduk tetap"),
    BookTitle(BookId.AGENDA, "Agenda", "Surat masuk dan surat keluar"),
    BookTitle(BookId.EKSPEDISI, "Ekspedisi", "Surat yang diserahkan atau dikirim"),
)
