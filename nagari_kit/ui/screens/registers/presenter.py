"""Runs the page of the books: looks while somebody chooses, prints and writes what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.registers import BookId, RegisterWish
from nagari_kit.errors import NagariError
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.services.registers import BookChoices, BookPages, WrittenBook
from nagari_kit.ui.jobs.job import Job
from nagari_kit.ui.printing.target import PrintMemory
from nagari_kit.ui.screens.registers.book_printing import PrintedBook, free_path, print_book
from nagari_kit.ui.screens.registers.book_words import title_words
from nagari_kit.ui.screens.registers.print_dialog import BookPrintWish
from nagari_kit.ui.screens.registers.view import RegistersView
from nagari_kit.ui.shell import Shell

LOOK_AFTER_MS = 150
_OF_PEOPLE = frozenset({Kind.RESIDENTS, Kind.POPULATION, Kind.OFFICE})
_OF_LETTERS = frozenset({Kind.LETTERS, Kind.CORRESPONDENCE, Kind.OFFICE})


class RegistersPresenter(QObject):
    """One book is written or printed at a time; looks go on meanwhile."""

    def __init__(self, shell: Shell, view: RegistersView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._wish: RegisterWish | None = None
        self._pages = 0
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look_if_seen)
        self.memory = PrintMemory(shell.workspace.paths.device_dir)
        view.wish_changed.connect(self._take_wish)
        view.print_requested.connect(self._ask_for_printer)
        view.pdf_requested.connect(lambda: self._ask_for_file(".pdf"))
        view.sheet_requested.connect(lambda: self._ask_for_file(".xlsx"))
        view.cancel_requested.connect(self._cancel)
        view.retry_requested.connect(self._read)

    def enter(self, book: str = "") -> None:
        """Offer what there is, and look at the chosen book; the arrows move between the books."""

        def choose() -> None:
            if book:
                self._view.choices.choose(BookId(book))
            self._view.choices.take_caret()

        self._read(choose)

    def reload(self, changes: Changes) -> None:
        """People, events, officers and sub-areas stand in the books, letters in theirs."""
        of_letters = self._wish is not None and self._wish.book.is_of_letters
        if changes.kinds & (_OF_LETTERS if of_letters else _OF_PEOPLE):
            self._read()

    def _read(self, offered: Callable[[], None] | None = None) -> None:
        books = self._shell.workspace.books

        def work(_progress: object, _token: object) -> BookChoices:
            return books.choices()

        def show(choices: BookChoices) -> None:
            self._view.show_choices(choices)
            if offered is not None:
                offered()
            self._wish = self._view.choices.wish()
            self._look()

        self._shell.runner.start(
            work, key="registers:choices", on_success=show, on_error=self._view.show_trouble
        )

    def save(self, path: Path, *, replace: bool = True) -> None:
        """Write the chosen book to a file; its name says in which form.

        Without `replace` another file of that name stays, and this one gets a number.
        """
        wish, books = self._wish, self._shell.workspace.books
        if wish is None:
            return
        self.memory.remember_folder(path.parent)

        def work(progress: Progress, token: CancelToken) -> WrittenBook:
            target = path if replace else free_path(path)
            return books.write(wish, target, progress=progress, token=token)

        def done(written: WrittenBook) -> None:
            self._end()
            self._tell_record()
            self._shell.toast(f"Buku {written.book.value} disimpan", str(written.path))

        self._run(work, done, "Tidak ada berkas yang ditulis.")

    def print(self, asked: BookPrintWish) -> None:
        """Print the chosen book, or write it as PDF into the folder that was asked for."""
        wish, books = self._wish, self._shell.workspace.books
        if wish is None:
            return
        self.memory.remember(asked.target)
        if asked.target.is_file:
            self.save(asked.target.folder / books.file_name(wish, ".pdf"), replace=False)
            return

        def work(progress: Progress, token: CancelToken) -> PrintedBook:
            made = books.pdf(wish, progress=progress, token=token)
            setting = self._shell.workspace.printers.setting(asked.target.printer)
            return print_book(made.pdf, asked, title_words(wish), progress, token, setting)

        def done(printed: PrintedBook) -> None:
            self._end()
            self._tell_record()
            self._shell.toast(
                f"Buku {wish.book.value} dicetak", f"{printed.pages} halaman, {printed.printer}"
            )

        self._run(work, done, "Halaman yang sudah dikirim ke printer mungkin masih keluar.")

    def _take_wish(self, wish: RegisterWish | None) -> None:
        self._wish = wish
        if wish is None:
            self._timer.stop()
            self._view.show_no_period()
        else:
            self._view.show_looking()
            self._timer.start()

    def _look_if_seen(self) -> None:
        """What waited for a pause in typing is not wanted on a page that was left or closed."""
        if self._view.isVisible():
            self._look()

    def _look(self) -> None:
        wish, books = self._wish, self._shell.workspace.books
        if wish is None:
            self._view.show_no_period()
            return
        self._view.show_title(title_words(wish))
        self._view.show_looking()

        def work(progress: Progress, token: CancelToken) -> BookPages:
            return books.look(wish, progress=progress, token=token)

        def show(made: BookPages) -> None:
            if wish == self._wish:
                self._pages = made.pages
                self._view.show_pages(made)

        def failed(error: NagariError) -> None:
            if wish == self._wish:
                self._view.show_trouble(error)

        self._shell.runner.start(work, key="registers:look", on_success=show, on_error=failed)

    def _ask_for_printer(self) -> None:
        if self._wish is None:
            return
        proposal = self.memory.target() or self.memory.proposal()
        self._view.ask_for_printer(title_words(self._wish), self._pages, proposal, self.print)

    def _ask_for_file(self, suffix: str) -> None:
        if self._wish is None:
            return
        name = self._shell.workspace.books.file_name(self._wish, suffix)
        kinds = {".pdf": "PDF (*.pdf)", ".xlsx": "Lembar kerja Excel (*.xlsx)"}
        chosen, _kind = QFileDialog.getSaveFileName(
            self._view, self.tr("Simpan buku"), str(self.memory.folder / name), kinds[suffix]
        )
        if chosen:
            path = Path(chosen)
            self.save(path if path.suffix.lower() == suffix else Path(f"{path}{suffix}"))

    def _run(
        self,
        work: Callable[[Progress, CancelToken], object],
        done: Callable[..., None],
        cancelled: str,
    ) -> None:
        if self._job is not None:
            return
        self._view.show_running(running=True)

        def failed(error: NagariError) -> None:
            self._end()
            self._shell.show_error(error)

        def stopped() -> None:
            self._end()
            self._shell.toast("Dibatalkan", cancelled)

        job = self._shell.runner.start(
            work,
            key="registers:make",
            on_success=done,
            on_error=failed,
            on_progress=self._view.show_progress,
        )
        if job.is_running:
            self._job = job
            job.cancelled.connect(stopped)

    def _tell_record(self) -> None:
        """That the book left stands in the log, which is sent to the province."""
        self._shell.changed(Changes.of(Kind.SYNC), self)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self._view.show_running(running=False)
