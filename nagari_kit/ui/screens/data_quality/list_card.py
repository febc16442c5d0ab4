"""The card at the left: the list, and how many were said to be right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.screens.data_quality.list_delegate import DoubtLineDelegate
from nagari_kit.ui.screens.data_quality.list_model import DoubtListModel, Group, Line, LineRole
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, ElidedLabel, IconLabel

WIDTH = 310
_COMPACT_WIDTH = 262
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Right})


class _DoubtList(QListView):
    """Right and Enter open a group, Left closes it; Enter on a doubt goes to work on it."""

    toggled = Signal(QModelIndex)
    entered_doubt = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a tree."""
        index = self.currentIndex()
        line = index.data(LineRole) if index.isValid() else None
        key = Qt.Key(event.key())
        if isinstance(line, Group) and key in _OPENING:
            if key != Qt.Key.Key_Right or not line.is_open:
                self.toggled.emit(index)
        elif isinstance(line, Group) and key == Qt.Key.Key_Left and line.is_open:
            self.toggled.emit(index)
        elif isinstance(line, Line) and key == Qt.Key.Key_Left:
            model = index.model()
            if isinstance(model, DoubtListModel):
                self.setCurrentIndex(model.index(model.group_row(index.row())))
        elif isinstance(line, Line) and key in _OPENING:
            self.entered_doubt.emit()
        else:
            super().keyPressEvent(event)


class ListCard(QFrame):
    """`group_toggled` carries a Group, `doubt_chosen` a Line."""

    group_toggled = Signal(object)
    doubt_chosen = Signal(object)
    work_wanted = Signal()
    decided_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.list = _DoubtList()
        self._model: DoubtListModel | None = None
        self._decided = ElidedLabel()
        self._decided.setObjectName("secondary")
        self.show_decided = Button(self.tr("Lihat"), kind="ghost")
        self._foot = QWidget()
        self._build()
        self.set_compact(compact=False)

    def set_model(self, model: DoubtListModel) -> None:
        """Show the lines of `model`."""
        self._model = model
        self.list.setModel(model)
        self.list.selectionModel().currentChanged.connect(self._follow)

    def mark(self, place: int) -> None:
        """Show that the doubt at this place is worked on; nobody needs to be told."""
        if self._model is None:
            return
        index = self._model.index(self._model.row_of(place))
        with QSignalBlocker(self.list.selectionModel()):
            self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self.list.viewport().update()

    def show_decided_count(self, count: int) -> None:
        """The line at the foot; hidden while there is none."""
        self._decided.setText(self.tr("{0} ditandai “memang benar”").format(thousands(count)))
        self._foot.setVisible(count > 0)

    def set_compact(self, *, compact: bool) -> None:
        """Narrower in a small window."""
        width = _COMPACT_WIDTH if compact else WIDTH
        self.setFixedWidth((width + scaled(width)) // 2)

    def _build(self) -> None:
        self.list.setObjectName("results")
        self.list.setAccessibleName(self.tr("Daftar keraguan"))
        self.list.setItemDelegate(DoubtLineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.toggled.connect(self._toggle)
        self.list.clicked.connect(self._click)
        self.list.entered_doubt.connect(self.work_wanted)
        self.show_decided.setAccessibleName(self.tr("Lihat yang ditandai memang benar"))
        self.show_decided.clicked.connect(self.decided_wanted)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("circle-check", 16, "ok"))
        row.addWidget(self._decided, 1)
        row.addWidget(self.show_decided)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(15, 0, 6, 0)
        foot.setSpacing(2)
        foot.addWidget(rule)
        foot.addLayout(row)
        self._foot.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 4)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)

    def _click(self, index: QModelIndex) -> None:
        if isinstance(index.data(LineRole), Group):
            self._toggle(index)

    def _toggle(self, index: QModelIndex) -> None:
        self.group_toggled.emit(index.data(LineRole))

    def _follow(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = current.data(LineRole)
        if isinstance(line, Line) and line.item is not None:
            self.doubt_chosen.emit(line)
