"""What is done with a list: printed, exported, kept as a filter, given other columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.exporting import ExportForm, ExportRequest
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.resident_columns import in_order
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.domain.saved_filters import SavedFilter
from nagari_kit.errors import InputError, NagariError
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.services.resident_lists import ListWish, MadeList
from nagari_kit.ui.jobs.job import Job
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.printing.sheet_viewer import MadeSheet, SheetViewer
from nagari_kit.ui.printing.target import PrintMemory
from nagari_kit.ui.screens.residents.column_memory import ColumnMemory
from nagari_kit.ui.screens.residents.columns_dialog import ColumnsDialog
from nagari_kit.ui.screens.residents.export_dialog import ExportDialog, ExportWish
from nagari_kit.ui.screens.residents.filter_words import is_open, tags
from nagari_kit.ui.screens.residents.keep_dialog import KeepFilterDialog
from nagari_kit.ui.screens.residents.selection import Selection
from nagari_kit.ui.screens.residents.table_model import ResidentTableModel
from nagari_kit.ui.screens.residents.view import ResidentsView
from nagari_kit.ui.shell import Shell

_XLSX = "Lembar kerja Excel (*.xlsx)"
MOST_ON_PAPER = 20_000
"""People of a list that somebody could want on paper: some 700 sheets."""


class ListActions(QObject):
    """One export or print at a time; what is ticked takes the place of the filter."""

    def __init__(
        self, shell: Shell, view: ResidentsView, model: ResidentTableModel, selection: Selection
    ) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._model = model
        self._selection = selection
        self._job: Job | None = None
        self.jorong: Mapping[JorongId, str] = {}
        self.wanted = ResidentFilter()
        self._columns = ColumnMemory(shell.workspace.paths.device_dir)
        self._memory = PrintMemory(shell.workspace.paths.device_dir)
        model.show_columns(self._columns.columns())
        view.print_requested.connect(self.print)
        view.export_button.clicked.connect(lambda: self.ask_for_export(ticked=False))
        view.selection.export_wanted.connect(lambda: self.ask_for_export(ticked=True))
        view.filters.columns.clicked.connect(self.ask_for_columns)
        view.tags.name_wanted.connect(self.ask_for_name)
        view.tags.forget_wanted.connect(self._forget)
        view.stop.clicked.connect(self._cancel)

    def words(self, *, ticked: bool) -> str:
        """Which list it is, for a title."""
        if ticked:
            return self.tr("{0} warga yang dipilih").format(thousands(len(self._selection.ids())))
        if is_open(self.wanted):
            return self.tr("semua warga")
        return ", ".join(tag.words for tag in tags(self.wanted, self.jorong))

    def print(self) -> None:
        """Lay the list out and show it; the paper itself is asked for there."""
        wish = self._list_wish(ticked=bool(self._selection.ids()))
        count = len(wish.chosen) if wish.chosen is not None else self._model.rowCount()
        if count > MOST_ON_PAPER:
            self._shell.toast(
                self.tr("Daftar {0} warga terlalu panjang untuk kertas").format(thousands(count)),
                self.tr("Saring dulu, atau simpan sebagai Excel lewat Ekspor."),
            )
            return
        lists = self._shell.workspace.lists

        def work(progress: Progress, token: CancelToken) -> MadeList:
            return lists.printed(wish, progress=progress, token=token)

        def show(made: MadeList) -> None:
            self._end()
            sheet = MadeSheet(self.tr("Daftar warga"), "Daftar warga", made.pdf)
            SheetViewer(self._shell, sheet, self._view).open()

        self._run(work, show, self.tr("Menyusun daftar …"))

    def ask_for_export(self, *, ticked: bool) -> None:
        """Form and reason, then the place of the file."""
        count = len(self._selection.ids()) if ticked else self._model.rowCount()
        dialog = ExportDialog(self._view, count, self.words(ticked=ticked))
        self._open(dialog, lambda: self._ask_for_file(dialog.wish(), ticked=ticked))

    def ask_for_columns(self) -> None:
        """Which columns to show."""
        dialog = ColumnsDialog(self._view, self._model.columns)

        def use() -> None:
            columns = in_order(frozenset(dialog.chosen()))
            self._columns.remember(columns)
            self._model.show_columns(columns)
            self._view.table.follow_columns()
            self._view.table.setCurrentIndex(self._view.table.index_of(0))

        self._open(dialog, use)

    def ask_for_name(self) -> None:
        """Under which name to keep the filter."""
        dialog = KeepFilterDialog(self._view, self.words(ticked=False))
        self._open(dialog, lambda: self._keep(dialog.name.text()))

    def export(self, path: Path, wish: ExportWish, *, ticked: bool) -> None:
        """Write the file."""
        chosen = self._selection.ids() if ticked else None
        request = ExportRequest(wish.form, self.wanted, chosen, wish.full, wish.reason)
        listed = self._list_wish(ticked=ticked)
        workspace = self._shell.workspace

        def work(progress: Progress, token: CancelToken) -> int:
            if wish.form is ExportForm.LIST:
                return workspace.lists.write(listed, path, progress=progress, token=token)
            made = workspace.exports.export(path, request, progress=progress, token=token)
            return made.people

        def done(people: int) -> None:
            self._end()
            self._shell.changed(Changes.of(Kind.SYNC), self)
            self._shell.toast(f"{thousands(people)} warga diekspor", str(path))

        self._run(work, done, self.tr("Menulis Excel …"))

    def _list_wish(self, *, ticked: bool) -> ListWish:
        chosen = self._selection.ids() if ticked else None
        return ListWish(self.wanted, self._model.columns, self.words(ticked=ticked), chosen)

    def _ask_for_file(self, wish: ExportWish, *, ticked: bool) -> None:
        today = self._shell.workspace.clock.today()
        name = f"Penduduk {wish.form.value} {today:%d-%m-%Y}.xlsx"
        place = str(self._memory.folder / name)
        chosen, _kind = QFileDialog.getSaveFileName(self._view, self.tr("Simpan"), place, _XLSX)
        if chosen:
            path = Path(chosen)
            self._memory.remember_folder(path.parent)
            whole = path if path.suffix.lower() == ".xlsx" else Path(f"{path}.xlsx")
            self.export(whole, wish, ticked=ticked)

    def _keep(self, name: str) -> None:
        wanted, filters = self.wanted, self._shell.workspace.filters

        def work(_progress: object, _token: object) -> tuple[SavedFilter, Changes]:
            return filters.save(name, wanted)

        def done(kept: tuple[SavedFilter, Changes]) -> None:
            self._shell.changed(kept[1], None)
            self._shell.toast("Saringan disimpan", kept[0].name)

        def refused(error: NagariError) -> None:
            sentence = error.fields.get("name", "") if isinstance(error, InputError) else ""
            if sentence:
                self._shell.toast("Saringan belum disimpan", sentence)
            else:
                self._shell.show_error(error)

        self._shell.runner.start(
            work, key="residents:keep", on_success=done, on_error=refused, lane="write"
        )

    def _forget(self) -> None:
        """Take the kept filter away, with a way back."""
        wanted, filters = self.wanted, self._shell.workspace.filters
        name = self._view.tabs.name_of(wanted)

        def work(_progress: object, _token: object) -> Changes:
            gone = [one.kept.id for one in filters.counted() if one.kept.name == name]
            return filters.remove(gone[0]) if gone else Changes.of(Kind.FILTERS)

        def done(changes: Changes) -> None:
            self._shell.changed(changes, None)
            self._shell.toast(
                "Saringan tidak disimpan lagi", name, lambda: self._keep_again(name, wanted)
            )

        self._shell.runner.start(
            work,
            key="residents:forget",
            on_success=done,
            on_error=self._shell.show_error,
            lane="write",
        )

    def _keep_again(self, name: str, wanted: ResidentFilter) -> None:
        former, self.wanted = self.wanted, wanted
        self._keep(name)
        self.wanted = former

    def _open(self, dialog: QDialog, go: Callable[[], None]) -> None:
        dialog.accepted.connect(go)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _run(
        self,
        work: Callable[[Progress, CancelToken], object],
        done: Callable[..., None],
        words: str,
    ) -> None:
        if self._job is not None:
            return
        self._view.show_work(words)

        def failed(error: NagariError) -> None:
            self._end()
            self._shell.show_error(error)

        def stopped() -> None:
            self._end()
            self._shell.toast("Dibatalkan", "Tidak ada berkas yang ditulis.")

        job = self._shell.runner.start(
            work,
            key="residents:make",
            on_success=done,
            on_error=failed,
            on_progress=self._tell,
        )
        if job.is_running:
            self._job = job
            job.cancelled.connect(stopped)

    def _tell(self, done: int, total: int, words: str) -> None:
        part = f" {thousands(done)} dari {thousands(total)}" if total else ""
        self._view.show_work(f"{words}{part} …")

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self._view.show_work("")
