"""The line under the list: how many are shown, ways to newcomers and events, keys, work."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.widgets import Button, KeyHint


class ListFoot(QWidget):
    """In a small window, and where large letters leave no room, the keys are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = QLabel()
        self._shown.setObjectName("rowTitle")
        self.newcomer = Button(
            self.tr("Belum terdaftar? Tambah warga baru"), kind="ghost", icon="user-plus"
        )
        self.event_button = Button(self.tr("Catat peristiwa"), kind="ghost", icon="calendar")
        for button in (self.newcomer, self.event_button):
            button.setMinimumHeight(30)
            button.setFixedHeight(32)
            button.setFont(ui_font(13, 600))
        self._is_compact = False
        self._legend = self._keys()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 4, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._shown)
        self._row.addWidget(self.newcomer)
        self._row.addWidget(self.event_button)
        self._row.addStretch(1)
        self._row.addWidget(self._legend)

    def add_work(self, busy: QWidget, stop: QWidget) -> None:
        """What tells of work, and what ends it, before the keys."""
        for place, part in enumerate((busy, stop)):
            self._row.insertWidget(4 + place, part)

    def show_count(self, shown: int, people: int) -> None:
        """`148 dari 4.812`."""
        words = self.tr("{0} dari {1}").format(thousands(shown), thousands(people))
        self._shown.setText(words if shown <= people else thousands(shown))
        self._shown.setVisible(people > 0)

    def set_compact(self, *, compact: bool) -> None:
        """Without the keys."""
        self._is_compact = compact
        self._show_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys come last."""
        super().resizeEvent(event)
        self._show_keys()

    def minimumSizeHint(self) -> QSize:
        """Without the keys, which give way."""
        whole = super().minimumSizeHint()
        keys = 0 if self._legend.isHidden() else self._legend.sizeHint().width()
        return QSize(whole.width() - keys, whole.height())

    def _show_keys(self) -> None:
        ways = (self._shown, self.newcomer, self.event_button)
        taken = sum(one.sizeHint().width() + 8 for one in ways if not one.isHidden())
        fits = taken + self._legend.sizeHint().width() + 24 <= self.width()
        self._legend.setVisible(fits and not self._is_compact)

    def _keys(self) -> QWidget:
        legend = QWidget()
        row = QHBoxLayout(legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for hint, words in (
            ("F2", self.tr("cari")),
            (self.tr("Spasi"), self.tr("pilih")),
            ("Enter", self.tr("buka")),
            ("Ctrl+P", self.tr("cetak")),
        ):
            label = QLabel(words)
            label.setObjectName("hint")
            row.addWidget(KeyHint(hint))
            row.addWidget(label)
            row.addSpacing(4)
        return legend
