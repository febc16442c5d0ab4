"""Adds, shows and deletes the scans of the person on the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.resident_documents import ResidentDocument
from nagari_kit.errors import InputError, NagariError
from nagari_kit.ui.screens.resident_record.document_dialog import DocumentDialog, DocumentWish
from nagari_kit.ui.screens.resident_record.view import ResidentRecordView
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog


class DocumentsPresenter(QObject):
    """`read_again` loads the page anew."""

    def __init__(
        self, shell: Shell, view: ResidentRecordView, read_again: Callable[[], None]
    ) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._read_again = read_again
        view.documents.document_chosen.connect(self._show)
        view.documents.removal_requested.connect(self._ask_to_remove)

    def ask_to_add(self, resident_id: ResidentId, name: str) -> None:
        """Ask for a file and keep it."""
        today = self._shell.workspace.clock.today()
        dialog = DocumentDialog(name, today, self._view)
        dialog.wished.connect(lambda wish: self._add(dialog, resident_id, wish))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, dialog: DocumentDialog, resident_id: ResidentId, wish: DocumentWish) -> None:
        scans = self._shell.workspace.scans

        def work(_progress: object, _token: object) -> ResidentDocument:
            return scans.add(
                resident_id,
                wish.kind,
                wish.path,
                title=wish.title,
                delete_after=wish.delete_after,
            )

        def done(document: ResidentDocument) -> None:
            if isValid(dialog):
                dialog.accept()
            self._shell.toast(self.tr("{0} tersimpan").format(document.title))
            self._tell()

        def failed(error: NagariError) -> None:
            if isValid(dialog) and isinstance(error, InputError) and error.fields:
                dialog.show_errors(error.fields)
            else:
                if isValid(dialog):
                    dialog.show_errors({})
                self._shell.show_error(error, self._view)

        self._shell.runner.start(
            work,
            key=f"resident_record:add:{resident_id}",
            on_success=done,
            on_error=failed,
            lane="write",
        )

    def _show(self, document: ResidentDocument) -> None:
        scans = self._shell.workspace.scans

        def done(pdf: bytes) -> None:
            # Imported late: the preview is heavy and most pages are left without it.
            from nagari_kit.ui.preview.pdf_viewer import PdfViewer

            if self._view.isVisible():
                PdfViewer(document.title, pdf, self._shell.runner, self._view.window()).open()
            self._read_again()

        self._shell.runner.start(
            lambda _progress, _token: scans.pages(document.id),
            key=f"resident_record:scan:{document.id}",
            on_success=done,
            on_error=self._shell.show_error,
            lane="write",
        )

    def _ask_to_remove(self, document: ResidentDocument) -> None:
        dialog = ReasonDialog(
            self._view,
            title=self.tr("Hapus {0}?").format(document.title),
            subtitle=self.tr("Pindaian ini hilang dan tidak dapat dikembalikan"),
            lines=(),
            confirm=self.tr("Hapus pindaian"),
        )
        dialog.accepted.connect(lambda: self._remove(document, dialog.words()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remove(self, document: ResidentDocument, reason: str) -> None:
        scans = self._shell.workspace.scans

        def done(_changes: Changes) -> None:
            self._shell.toast(self.tr("{0} dihapus").format(document.title))
            self._tell()

        self._shell.runner.start(
            lambda _progress, _token: scans.delete(document.id, reason),
            key=f"resident_record:remove:{document.id}",
            on_success=done,
            on_error=self._shell.show_error,
            lane="write",
        )

    def _tell(self) -> None:
        self._shell.changed(Changes.of(Kind.RESIDENTS), self)
        self._read_again()
