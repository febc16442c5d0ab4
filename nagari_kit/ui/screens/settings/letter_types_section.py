"""Every letter type of the office, with where it comes from; leads to its editor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from nagari_kit.domain.changes import Changes
from nagari_kit.infra.files import storage_error
from nagari_kit.ui.screens.settings.section import Section
from nagari_kit.ui.widgets import Button, ConfirmDialog, SearchInput

if TYPE_CHECKING:
    from nagari_kit.domain.letter_editing import EditableType, ReadFile
    from nagari_kit.ui.shell import Shell

_ORIGINS = {
    "bawaan": "bawaan",
    "lokal": "buatan kantor",
    "paket": "paket provinsi",
    "": "draf baru",
}
_MOST_BYTES = 1024 * 1024
_ID = Qt.ItemDataRole.UserRole


class LetterTypesSection(Section):
    """`opened` carries the id of a type; Enter or a double click opens."""

    opened = Signal(str)
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Jenis surat",
            "Ubah contoh surat, atau buat yang baru dari yang ada.",
            parent,
        )
        self._types: tuple[EditableType, ...] = ()
        self.search = SearchInput(self.tr("Cari jenis surat"))
        self.search.setObjectName("typeSearch")
        self.bring = Button(self.tr("Ambil dari berkas"), kind="secondary", icon="upload")
        self.edit = Button(self.tr("Ubah contoh surat"), kind="primary", icon="pencil")
        self.list = QListWidget()
        self.list.setObjectName("plainList")
        self.list.setAccessibleName(self.tr("Jenis surat"))
        self.list.setMinimumHeight(430)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.search, 1)
        row.addWidget(self.bring)
        self.column.addLayout(row)
        self.column.addWidget(self.list, 1)
        self.footer.set_note(self.tr("Surat yang sudah terbit tidak ikut berubah."), "info-circle")
        self.footer.add_button(self.edit)
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.returnPressed.connect(self._open)
        self.search.installEventFilter(self)
        self.bring.clicked.connect(self.import_requested)
        self.edit.clicked.connect(self._open)
        self.list.itemActivated.connect(lambda _item: self._open())

    def show_types(self, types: Sequence[EditableType]) -> None:
        """All types by title."""
        self._types = tuple(types)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while one types."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}
        ):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        current = self.list.currentItem()
        chosen = current.data(_ID) if current is not None else ""
        words = self.search.text().casefold().split()
        self.list.clear()
        for one in self._types:
            told = f"{one.title} {one.abbreviation} {one.code}".casefold()
            if not all(word in told for word in words):
                continue
            marks = [one.abbreviation, _ORIGINS.get(one.origin, one.origin)]
            marks += [self.tr("versi {0}").format(one.version)] if one.version else []
            marks += [self.tr("ada draf")] if one.draft_at is not None and one.origin else []
            marks += [self.tr("tidak bisa dipakai, bawaan yang dipakai")] if one.fault else []
            item = QListWidgetItem(f"{one.title}\n{', '.join(mark for mark in marks if mark)}")
            item.setData(_ID, one.type_id)
            item.setToolTip(one.fault or one.title)
            self.list.addItem(item)
            if one.type_id == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.edit.setEnabled(self.list.count() > 0)

    def _open(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.opened.emit(item.data(_ID))


class LetterTypesPresenter(QObject):
    """Reads the list and takes files in."""

    def __init__(self, shell: Shell, section: LetterTypesSection, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._section = section
        section.opened.connect(self._open)
        section.import_requested.connect(self._choose_file)

    def load(self) -> None:
        """Read the types."""
        editor = self._shell.workspace.editor
        self._shell.runner.start(
            lambda _progress, _token: editor.types(),
            key="settings:jenis",
            on_success=self._section.show_types,
            on_error=self._shell.show_error,
            lane="read",
        )

    def read_file(self, path: Path) -> None:
        """Look at a file and ask what shall become of it."""
        editor = self._shell.workspace.editor

        def work(_progress: object, _token: object) -> tuple[bytes, ReadFile]:
            content = _content(path)
            return content, editor.read_file(content)

        self._shell.runner.start(
            work,
            key="settings:jenis-file",
            on_success=lambda answer: self._ask(*answer),
            on_error=self._shell.show_error,
            lane="read",
        )

    def _ask(self, content: bytes, found: ReadFile) -> None:
        if found.is_signed:
            what = self.tr("Langsung dipakai untuk surat berikutnya.")
        else:
            what = self.tr("Dibuka sebagai draf; baru dipakai setelah Anda menekan Pakai versi.")
        place = (
            self.tr("Jenis surat baru bagi kantor ini.")
            if found.is_new
            else self.tr("Menggantikan yang ada; versi lama tetap di Riwayat.")
        )
        dialog = ConfirmDialog(
            self._section,
            title=self.tr("Ambil {0}?").format(found.title),
            text=" ".join((found.remark, place, what)),
            confirm=self.tr("Ambil"),
            danger=False,
        )
        dialog.accepted.connect(lambda: self._take(content))
        dialog.open()

    def _take(self, content: bytes) -> None:
        editor = self._shell.workspace.editor

        def done(answer: tuple[str, Changes]) -> None:
            type_id, changes = answer
            if changes.kinds:
                self._shell.changed(changes, self)
            self._open(type_id)

        self._shell.runner.start(
            lambda _progress, _token: editor.take_file(content),
            key="settings:jenis-take",
            on_success=done,
            on_error=self._shell.show_error,
            lane="write",
        )

    def _open(self, type_id: str) -> None:
        self._shell.navigate("letter_editor", type_id=type_id)

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self._section,
            self.tr("Ambil jenis surat"),
            str(Path.home()),
            self.tr("Jenis surat (*.toml *.surat *.json)"),
        )
        if name:
            self.read_file(Path(name))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise storage_error(error) from error
