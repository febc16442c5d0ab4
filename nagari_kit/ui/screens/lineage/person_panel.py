"""The panel about the person that is chosen in the ranji, with what can be done about them."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from nagari_kit.domain.lineage import Lineage, LineageNode
from nagari_kit.ui.screens.lineage.lineage_words import facts, line_words
from nagari_kit.ui.widgets import Button, ScrollPage


class PersonPanel(QFrame):
    """Emits wishes about the person that is shown."""

    child_requested = Signal()
    mother_requested = Signal()
    edit_requested = Signal()
    link_requested = Signal()
    open_requested = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._name = QLabel()
        self._name.setObjectName("cardTitle")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(1)
        self._line = QLabel()
        self._line.setObjectName("hint")
        self._line.setWordWrap(True)
        self.child = Button(self.tr("Tambah anak"), icon="plus", key_hint="Ins")
        self.mother = Button(self.tr("Tambah ibu di atas"), kind="ghost", icon="chevron-up")
        self.edit = Button(self.tr("Ubah"), icon="pencil", key_hint="F2")
        self.link = Button(self.tr("Tautkan ke warga"), kind="ghost", icon="link")
        self.open = Button(self.tr("Buka data warga"), kind="ghost", icon="user")
        self.remove = Button(self.tr("Keluarkan"), kind="ghost", icon="trash", key_hint="Del")
        self._build()

    def show_person(self, node: LineageNode | None, lineage: Lineage) -> None:
        """Another person; nobody in an empty ranji."""
        _empty(self._facts)
        for button in (self.child, self.mother, self.edit, self.link, self.remove):
            button.setEnabled(node is not None)
        self._name.setText(node.name if node else "")
        self._line.setText(line_words(node) if node else "")
        self._line.setVisible(bool(self._line.text()))
        self.open.setVisible(node is not None and node.resident_id is not None)
        if node is None:
            return
        for key, value in facts(node, lineage):
            self._facts.addWidget(_words(key, "hint"))
            self._facts.addWidget(_words(value, "factValue"))
            self._facts.addSpacing(5)
        self.child.setEnabled(node.may_have_children)
        self.mother.setVisible(node.mother_id not in lineage.by_id)
        linked = node.resident_id is not None
        self.link.setText(self.tr("Ganti tautan warga") if linked else self.tr("Tautkan ke warga"))

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addLayout(self._facts)
        column.addWidget(self._line)
        column.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(16, 0, 16, 0)
        self._grid.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 2, 0, 12)
        outer.setSpacing(6)
        outer.addWidget(ScrollPage(column, QMargins(18, 14, 16, 6)), 1)
        outer.addLayout(self._grid)
        for button, signal in (
            (self.open, self.open_requested),
            (self.link, self.link_requested),
            (self.mother, self.mother_requested),
            (self.remove, self.remove_requested),
            (self.edit, self.edit_requested),
            (self.child, self.child_requested),
        ):
            button.clicked.connect(signal)
        self.set_wide(wide=False)

    def set_wide(self, *, wide: bool) -> None:
        """Buttons in one column at the side of the drawing, in two where the panel is alone."""
        buttons = (self.open, self.link, self.mother, self.remove, self.edit, self.child)
        for number, button in enumerate(buttons):
            place = divmod(number, 2) if wide else (number, 0)
            self._grid.addWidget(button, *place)


def _words(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
