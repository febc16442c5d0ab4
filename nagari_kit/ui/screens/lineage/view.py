"""The page of a ranji: crumb, title, choice of kaum, the drawing, and the panel at the right."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.identity import LineageNodeId
from nagari_kit.domain.lineage import KaumRow, Lineage, LineageNode
from nagari_kit.domain.lineage_layout import draw_lineage
from nagari_kit.errors import NagariError
from nagari_kit.ui.screens.lineage.lineage_words import labels, subtitle, title
from nagari_kit.ui.screens.lineage.person_panel import PersonPanel
from nagari_kit.ui.screens.lineage.tree_card import LineageTreeCard
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import (
    BusyLine,
    Button,
    ComboInput,
    ElidedLabel,
    EmptyState,
    IconLabel,
    Pill,
    Tabs,
)

_WAITING, _LINEAGE, _EMPTY, _TROUBLE = 0, 1, 2, 3
_WIDTH = 264
_CRUMB = 10
"""A crumb's words stand this far inside it: it begins left of the page."""


class LineageView(QWidget):
    """Emits wishes; those about the chosen person come from `panel`."""

    back_requested = Signal()
    kaum_chosen = Signal(str)
    new_kaum_requested = Signal()
    rename_requested = Signal()
    print_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(self.tr("Penduduk"), kind="ghost")
        self.back.setToolTip(self.tr("Kembali ke daftar warga (Esc)"))
        self._title = ElidedLabel()
        self._title.setObjectName("screenTitle")
        self._subtitle = ElidedLabel()
        self._subtitle.setObjectName("counts")
        self.kaum = ComboInput()
        self.kaum.setAccessibleName(self.tr("Kaum yang ditampilkan"))
        self.rename = Button("", kind="secondary", icon="pencil")
        self.rename.setAccessibleName(self.tr("Ubah nama dan suku kaum"))
        self.rename.setToolTip(self.tr("Ubah nama dan suku kaum"))
        self.print = Button(self.tr("Cetak ranji"), icon="printer")
        self.print.setToolTip(self.tr("Lembaran ranji dengan tanda tangan (Ctrl+P)"))
        self.new = Button(self.tr("Kaum baru"), kind="primary", icon="plus", key_hint="F9")
        self.tree_card = LineageTreeCard()
        self.panel = PersonPanel()
        self._tabs = Tabs([self.tr("Ranji"), self.tr("Orang ini")])
        self._pages = QStackedWidget()
        self._empty = EmptyState("sitemap", "", "")
        self._trouble = EmptyState("alert-triangle", "", "")
        self._lineage = Lineage("")
        self._is_compact = False
        self._build()
        self._connect()

    def show_waiting(self) -> None:
        """The ranji is being read."""
        self._pages.setCurrentIndex(_WAITING)

    def show_kaum(self, rows: Sequence[KaumRow], current: str) -> None:
        """The kaum to choose from."""
        with QSignalBlocker(self.kaum):
            self.kaum.clear()
            for row in rows:
                self.kaum.addItem(f"{row.name} ({row.people})", row.name)
            self.kaum.setCurrentIndex(self.kaum.findData(current))
        self.kaum.setVisible(any(row.name != current for row in rows))

    def show_lineage(self, lineage: Lineage, chosen: LineageNodeId | None = None) -> None:
        """Another ranji, or the same one changed; `chosen` becomes current."""
        is_other = lineage.kaum != self._lineage.kaum
        self._lineage = lineage
        self._title.setText(title(lineage.kaum))
        self._subtitle.setText(subtitle(lineage) if lineage.nodes else "")
        for button in (self.print, self.rename):
            button.setEnabled(bool(lineage.nodes))
        if not lineage.nodes:
            self._show_empty(lineage.kaum)
            return
        self._pages.setCurrentIndex(_LINEAGE)
        self.tree_card.show_lineage(lineage, labels(lineage), draw_lineage, afresh=is_other)
        if chosen is not None:
            self.tree_card.tree.set_current(chosen)
        self.panel.show_person(self.chosen(), lineage)

    def take_focus(self) -> None:
        """Where one goes on: the drawing, or the button that begins a ranji."""
        (self.tree_card.tree if self._lineage.nodes else self._empty).setFocus()

    def chosen(self) -> LineageNode | None:
        """The person whom the keys act upon."""
        key = self.tree_card.tree.current()
        return self._lineage.by_id.get(LineageNodeId(key)) if key is not None else None

    def lineage(self) -> Lineage:
        """What is shown."""
        return self._lineage

    def show_trouble(self, error: NagariError) -> None:
        """The ranji could not be read."""
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        again = self.tr("Coba lagi")
        self._trouble.show_words("alert-triangle", error.user_message, words, again)
        self._pages.setCurrentIndex(_TROUBLE)

    def set_compact(self, *, compact: bool) -> None:
        """In a small window the person stands behind a tab."""
        self._is_compact = compact
        left, top, right, bottom = (20, 10, 20, 14) if compact else (24, 12, 18, 18)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left - _CRUMB, top, right, bottom)
        usual = (_WIDTH + scaled(_WIDTH)) // 2
        self.panel.setMinimumWidth(0 if compact else usual)
        self.panel.setMaximumWidth(16_777_215 if compact else usual)
        self.panel.set_wide(wide=compact)
        self._tabs.setVisible(compact)
        self._show_parts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert, F2 and Del act on the person; F9 begins a kaum, Ctrl+P prints, Esc goes back."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        wishes = {
            Qt.Key.Key_Insert: self.panel.child,
            Qt.Key.Key_F2: self.panel.edit,
            Qt.Key.Key_Delete: self.panel.remove,
            Qt.Key.Key_F9: self.new,
        }
        key = Qt.Key(event.key())
        if key in wishes:
            wishes[key].click()
        elif control and key == Qt.Key.Key_P:
            self.print.click()
        elif key == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _show_empty(self, kaum: str) -> None:
        if kaum:
            words = self.tr("Ranji kaum {0} belum ada").format(kaum)
        else:
            words = self.tr("Belum ada ranji")
        explained = self.tr(
            "Mulai dari perempuan paling tua yang diingat kaum, lalu tambahkan anak-anaknya "
            "dengan tombol Insert."
        )
        self._empty.show_words("sitemap", words, explained, self.tr("Mulai ranji"))
        self._pages.setCurrentIndex(_EMPTY)
        self.panel.show_person(None, self._lineage)

    def _show_parts(self) -> None:
        place = self._tabs.current()
        self.tree_card.setVisible(not self._is_compact or place == 0)
        self.panel.setVisible(not self._is_compact or place == 1)

    def _person_chosen(self, _key: UUID) -> None:
        self.panel.show_person(self.chosen(), self._lineage)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.new.clicked.connect(self.new_kaum_requested)
        self.rename.clicked.connect(self.rename_requested)
        self.print.clicked.connect(self.print_requested)
        self.kaum.currentIndexChanged.connect(
            lambda place: self.kaum_chosen.emit(self.kaum.itemData(place) or "")
        )
        self.tree_card.tree.current_changed.connect(self._person_chosen)
        self.tree_card.tree.opened.connect(lambda _key: self.panel.edit_requested.emit())
        self._empty.action_requested.connect(self.new_kaum_requested)
        self._trouble.action_requested.connect(self.retry_requested)
        self._tabs.current_changed.connect(lambda _place: self._show_parts())

    def _build(self) -> None:
        crumbs = QHBoxLayout()
        crumbs.setSpacing(4)
        crumb = ElidedLabel(self.tr("Ranji kaum"))
        crumb.setObjectName("secondary")
        crumbs.addWidget(self.back)
        crumbs.addWidget(IconLabel("chevron-right", 14))
        crumbs.addWidget(crumb, 1)
        crumbs.addWidget(Pill())
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setContentsMargins(_CRUMB, 0, 0, 8)
        head.setSpacing(10)
        head.addLayout(words, 1)
        self.kaum.setMinimumWidth(200)
        head.addWidget(self.kaum)
        for button in (self.rename, self.print, self.new):
            head.addWidget(button)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self.tree_card, 1)
        columns.addWidget(self.panel)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tabs)
        column.addLayout(columns, 1)
        waiting = BusyLine(self.tr("Membuka ranji …"))
        for one in (waiting, page, self._empty, self._trouble):
            self._pages.addWidget(one)
        self._pages.setContentsMargins(_CRUMB, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addLayout(crumbs)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        self.set_compact(compact=False)
