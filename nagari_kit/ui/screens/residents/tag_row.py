"""What the filter asks, each as a tag that can be taken away, and the filter's name or saving."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QWidget,
)

from nagari_kit.ui.screens.residents.filter_words import FilterTag
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import Button
from nagari_kit.ui.widgets.flow import FlowLayout
from nagari_kit.ui.widgets.painting import open_painter, paint_box, paint_ring

_HEIGHT = 26
_CROSS = 14


class _Tag(QAbstractButton):
    """The words and a cross; pressing takes the tag away."""

    def __init__(self, tag: FilterTag) -> None:
        super().__init__()
        self.setText(tag.words)
        self.setAccessibleName(self.tr("Hapus saringan {0}").format(tag.words))
        self.setToolTip(self.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        words = QFontMetrics(ui_font(12, 600)).horizontalAdvance(self.text())
        return QSize(words + 14 + _CROSS + 12, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pill, words, cross."""
        painter = open_painter(self)
        theme = current_theme()
        area = QRectF(self.rect())
        if self.hasFocus():
            area = paint_ring(painter, area, area.height() / 2)
        line = "pri" if self.underMouse() else ""
        paint_box(painter, area, area.height() / 2, "pri_soft", line, 1)
        painter.setFont(ui_font(12, 600))
        painter.setPen(theme.color("pri_ink"))
        words = QRectF(12, 0, self.width() - _CROSS - 20, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        cross = icon_pixmap("x", theme.color("pri_ink"), _CROSS)
        painter.drawPixmap(self.width() - _CROSS - 9, (self.height() - _CROSS) // 2, cross)


class TagRow(QWidget):
    """`removed` carries a FilterTag; a kept filter is named anew or forgotten by a menu."""

    removed = Signal(object)
    name_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[FilterTag, ...] = ()
        self.clear = Button(self.tr("Hapus semua"), kind="ghost")
        self.save = Button(self.tr("Simpan saringan"), kind="ghost", icon="bookmark")
        self.kept = Button("", kind="ghost", icon="bookmark")
        self._menu = QMenu(self)
        self._menu.addAction(self.tr("Simpan dengan nama lain …"), self.name_wanted.emit)
        self._menu.addAction(self.tr("Hapus dari tab"), self.forget_wanted.emit)
        self.save.clicked.connect(self.name_wanted)
        self.kept.clicked.connect(self._open_menu)
        self._flow = QWidget()
        self._layout = FlowLayout(self._flow)
        words = QLabel(self.tr("Saringan aktif"))
        words.setObjectName("hint")
        words.setMinimumHeight(_HEIGHT)
        self._layout.addWidget(words)
        for button in (self.clear, self.save, self.kept):
            button.setMinimumHeight(_HEIGHT)
            button.setFixedHeight(_HEIGHT + 4)
            button.setFont(ui_font(13, 600))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._flow, 1)
        for button in (self.clear, self.save, self.kept):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.show_tags((), "")

    def _open_menu(self) -> None:
        self._menu.popup(self.kept.mapToGlobal(self.kept.rect().bottomLeft()))

    def show_tags(self, tags: tuple[FilterTag, ...], name: str) -> None:
        """These tags; `name` is that of the kept filter, "" when it is a new one."""
        if tags != self._tags:
            self._tags = tags
            while (item := self._layout.takeAt(1)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for tag in tags:
                button = _Tag(tag)
                button.clicked.connect(lambda _checked=False, tag=tag: self.removed.emit(tag))
                self._layout.addWidget(button)
        self.save.setVisible(bool(tags) and not name)
        self.kept.setVisible(bool(name))
        self.kept.setText(self.tr("Tersimpan: {0}").format(name).replace("&", "&&"))
        self.clear.setVisible(bool(tags))
        self.setVisible(bool(tags))
