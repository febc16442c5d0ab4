"""What is shown while an import runs, and when it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from nagari_kit.domain.importing import ImportResult
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.widgets import Button, IconTile, ResultTile

_WIDTH = 640


class BusyPage(QWidget):
    """Progress in words and as a bar, and the way to stop."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setObjectName("screenTitle")
        self._title.setWordWrap(True)
        self._step = QLabel()
        self._step.setObjectName("secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._bar.setAccessibleName(self.tr("Kemajuan"))
        self._safe = QLabel()
        self._safe.setObjectName("secondary")
        self._safe.setWordWrap(True)
        self.cancel = Button(self.tr("Batal"), kind="secondary", key_hint="Esc")
        self.cancel.clicked.connect(self.cancel_requested)
        column = _column(self)
        for part in (self._title, self._step, self._bar, self._safe):
            column.addWidget(part)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def begin(self, title: str, safe: str) -> None:
        """Something starts; `safe` says what is not lost."""
        self._title.setText(title)
        self._safe.setText(safe)
        self._step.setText(self.tr("Menyiapkan …"))
        self._bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.cancel.setFocus()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """`total` 0: not known yet."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        count = self.tr("{0} dari {1} baris").format(thousands(done), thousands(total))
        known = count if total else self.tr("{0} baris").format(thousands(done))
        self._step.setText(f"{words}  ·  {known}")

    def show_cancelling(self) -> None:
        """The wish was heard."""
        self._step.setText(self.tr("Menghentikan …"))
        self.cancel.setEnabled(False)


class DonePage(QWidget):
    """What the import wrote, and where to go on."""

    residents_requested = Signal()
    doubts_requested = Signal()
    undo_requested = Signal()
    restart_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setObjectName("screenTitle")
        self._sentence = QLabel()
        self._sentence.setObjectName("secondary")
        self._sentence.setWordWrap(True)
        self.added = ResultTile("user-plus", "ok", self.tr("ditambah"))
        self.changed = ResultTile("pencil", "info", self.tr("berubah"))
        self.residents = Button(self.tr("Lihat penduduk"), kind="primary", icon="users")
        self.doubts = Button("", kind="secondary", icon="user-search")
        self.again = Button(self.tr("Impor berkas lain"), kind="secondary", icon="file-import")
        self.undo = Button(self.tr("Urungkan seluruh impor"), kind="ghost", icon="arrow-back-up")
        self.undo.clicked.connect(self.undo_requested)
        self.residents.clicked.connect(self.residents_requested)
        self.doubts.clicked.connect(self.doubts_requested)
        self.again.clicked.connect(self.restart_requested)
        column = _column(self)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconTile("circle-check", "ok", 52))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        head.addLayout(words, 1)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        tiles.addWidget(self.added, 1)
        tiles.addWidget(self.changed, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.residents)
        buttons.addWidget(self.doubts)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        for row in (head, tiles, buttons):
            column.addLayout(row)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_result(self, result: ImportResult, refused: int) -> None:
        """Say what was written."""
        written = result.added + result.changed
        self._title.setText(self.tr("{0} baris sudah masuk").format(thousands(written)))
        words = self.tr("Tersimpan di komputer ini dan siap dikirim ke provinsi.")
        if refused:
            left = self.tr("{0} baris ditolak tidak masuk.").format(thousands(refused))
            words = f"{words} {left}"
        self._sentence.setText(words)
        same = self.tr("{0} lainnya sudah sama").format(thousands(result.unchanged))
        self.added.show_figure(thousands(result.added), self.tr("warga baru"))
        self.changed.show_figure(thousands(result.changed), same)
        self.doubts.hide()
        self.undo.setVisible(result.event_id is not None)
        self.residents.setFocus()

    def show_undone(self) -> None:
        """The whole import was taken back."""
        self._title.setText(self.tr("Impor sudah diurungkan"))
        self._sentence.setText(
            self.tr(
                "Warga dan KK kembali seperti sebelum impor. Warga yang tadi baru ditandai tidak "
                "valid; catatannya tetap ada di buku."
            )
        )
        self.added.show_figure("0", self.tr("tidak ada lagi"))
        self.changed.show_figure("0", self.tr("kembali seperti semula"))
        self.undo.hide()
        self.doubts.hide()
        self.again.setFocus()

    def offer_doubts(self, count: int) -> None:
        """Lead to what is doubtful in the books now, when anything is."""
        self.doubts.setText(self.tr("Periksa {0} keraguan").format(thousands(count)))
        self.doubts.setVisible(count > 0)


def _column(page: QWidget) -> QVBoxLayout:
    column = QWidget()
    column.setMaximumWidth(_WIDTH)
    inner = QVBoxLayout(column)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(16)
    layout = QHBoxLayout(page)
    layout.setContentsMargins(28, 48, 28, 24)
    layout.addStretch(1)
    layout.addWidget(column, 100)
    layout.addStretch(1)
    return inner
