"""Puts a version in use, restores, compares, begins new types, writes files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.errors import InputError, NagariError
from nagari_kit.infra.files import write_atomically
from nagari_kit.ui.screens.letter_editor.dialogs import (
    ComparisonDialog,
    HistoryDialog,
    NewTypeDialog,
    RestoreDialog,
)
from nagari_kit.ui.screens.letter_editor.wording import compared, losses

if TYPE_CHECKING:
    from nagari_kit.ui.screens.letter_editor.presenter import EditorPresenter


class VersionPresenter(QObject):
    """Works on what its desk has open."""

    def __init__(self, desk: EditorPresenter) -> None:
        super().__init__(desk)
        self._desk = desk
        self._shell = desk.shell
        self._view = desk.view
        view = desk.view
        view.publish_requested.connect(self.publish)
        view.restore_requested.connect(self.ask_restore)
        view.export_requested.connect(self.export)
        view.new_requested.connect(self.ask_new)
        view.bar.compare_requested.connect(self.compare)
        view.bar.discard_requested.connect(self.discard)
        view.bar.history_requested.connect(self.show_history)

    def publish(self) -> None:
        """Use it from now on; with faults go to the first one."""
        opened = self._desk.opened
        if opened is None or not self._desk.is_draft:
            return
        self._desk.examine()
        found = self._desk.found
        if found is not None and found.faults:
            self._desk.go_to(found.faults[0])
            return
        content, type_id = self._desk.history.now.content, opened.type_id
        editor = self._shell.workspace.editor

        def done(answer: tuple[int, Changes]) -> None:
            version, changes = answer
            words = self.tr("Versi {0} dipakai").format(version)
            self._shell.toast(words, self.tr("Surat yang sudah terbit tidak berubah."))
            self._after(type_id, changes)

        self._write("publish", lambda: editor.publish(type_id, content), done, self._refused)

    def ask_restore(self) -> None:
        """Show what is lost, then restore."""
        opened, found = self._desk.opened, self._desk.found
        if opened is None or found is None:
            return
        dialog = RestoreDialog(
            opened.title,
            losses(
                self._desk.history.now.content,
                found,
                is_draft=self._desk.is_draft,
                names=self._desk.names(),
            ),
            self._view,
        )
        dialog.accepted.connect(lambda: self._restore(opened.type_id))
        dialog.open()

    def show_history(self) -> None:
        """The office's own versions."""
        opened = self._desk.opened
        if opened is None:
            return
        dialog = HistoryDialog(opened.title, opened.versions, self._view)
        dialog.take_requested.connect(lambda version: self._take(opened.type_id, version))
        dialog.open()

    def compare(self) -> None:
        """Against what it is based on."""
        opened = self._desk.opened
        if opened is not None and opened.base is not None:
            lines = compared(self._desk.history.now.content, opened.base, self._desk.names())
            ComparisonDialog(f"{opened.title}, {opened.base_words}", lines, self._view).open()

    def discard(self) -> None:
        """Throw the draft away; the toast takes it back."""
        opened = self._desk.opened
        if opened is None or not self._desk.is_draft:
            return
        type_id, content = opened.type_id, self._desk.history.now.content
        editor = self._shell.workspace.editor
        self._desk.stop()

        def put_back() -> None:
            self._write("draft", lambda: editor.save_draft(type_id, content), reopen)

        def reopen(_none: object) -> None:
            self._shell.navigate("letter_editor", type_id=type_id)

        def gone(_none: object) -> None:
            self._shell.toast(self.tr("Draf dibuang"), opened.title, put_back)
            if opened.version:
                self._after(type_id, Changes.of())
            else:
                self._shell.navigate("settings", section="jenis")

        self._write("discard", lambda: editor.discard_draft(type_id), gone)

    def ask_new(self) -> None:
        """Begin another type from this one, as it is in use."""
        opened = self._desk.opened
        if opened is None:
            return
        dialog = NewTypeDialog(opened.title, self._view)
        dialog.wanted.connect(
            lambda title, short: self._begin(dialog, opened.type_id, title, short)
        )
        dialog.open()

    def export(self) -> None:
        """What is in use, as a file."""
        opened = self._desk.opened
        if opened is None:
            return
        name, _kind = QFileDialog.getSaveFileName(
            self._view,
            self.tr("Simpan jenis surat"),
            str(Path.home() / f"{opened.type_id}.toml"),
            self.tr("Jenis surat (*.toml)"),
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, target: Path) -> None:
        """Write it there."""
        opened = self._desk.opened
        if opened is None:
            return
        editor, type_id = self._shell.workspace.editor, opened.type_id

        def work(_progress: object, _token: object) -> None:
            write_atomically(target, editor.export(type_id))

        self._shell.runner.start(
            work,
            key="letter_editor:export",
            on_success=lambda _none: self._shell.toast(self.tr("Berkas tersimpan"), str(target)),
            on_error=self._shell.show_error,
            lane="read",
        )

    def _begin(self, dialog: NewTypeDialog, type_id: str, title: str, short: str) -> None:
        editor = self._shell.workspace.editor

        def begun(new_id: str) -> None:
            dialog.accept()
            self._shell.changed(Changes.of(Kind.LETTERS), self)
            self._shell.navigate("letter_editor", type_id=new_id)

        def refused(error: NagariError) -> None:
            if isinstance(error, InputError) and error.fields:
                dialog.show_errors(error.fields)
            else:
                self._shell.show_error(error)

        self._write("begin", lambda: editor.begin_from(type_id, title, short), begun, refused)

    def _restore(self, type_id: str) -> None:
        editor = self._shell.workspace.editor

        def done(changes: Changes) -> None:
            words = self.tr("Bawaan dipakai lagi")
            self._shell.toast(words, self.tr("Versi kantor tetap ada di Riwayat."))
            self._after(type_id, changes)

        self._desk.stop()
        self._write("restore", lambda: editor.restore(type_id), done)

    def _take(self, type_id: str, version: int) -> None:
        editor = self._shell.workspace.editor

        def done(answer: tuple[int, Changes]) -> None:
            words = self.tr("Isi versi {0} dipakai lagi").format(version)
            self._shell.toast(words, self.tr("Sekarang versi {0}.").format(answer[0]))
            self._after(type_id, answer[1])

        self._desk.stop()
        self._write("take", lambda: editor.take_again(type_id, version), done)

    def _write(
        self,
        name: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        refused: Callable[[NagariError], None] | None = None,
    ) -> None:
        self._shell.runner.start(
            lambda _progress, _token: work(),
            key=f"letter_editor:{name}",
            on_success=done,
            on_error=refused or self._shell.show_error,
            lane="write",
        )

    def _refused(self, error: NagariError) -> None:
        self._shell.show_error(error)
        self._desk.examine()

    def _after(self, type_id: str, changes: Changes) -> None:
        if changes.kinds:
            self._shell.changed(changes, self)
        if self._desk.opened is not None and self._desk.opened.type_id == type_id:
            self._desk.open(type_id)
