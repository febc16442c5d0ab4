"""People of an arrival, typed one under the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain import nik
from nagari_kit.domain.identity import ResidentId
from nagari_kit.ui.record_forms.field_inputs import CodeInput, LineInput, digits_only
from nagari_kit.ui.record_forms.form_field import FormField
from nagari_kit.ui.screens.population_event.form_values import NewcomerTexts
from nagari_kit.ui.widgets import Button, ComboInput, DateInput, TextInput


class NewcomerBlock(QFrame):
    """One person: name and NIK over sex, birth date and relation."""

    changed = Signal()
    remove_requested = Signal()

    def __init__(self, identity: ResidentId, place: int) -> None:
        super().__init__()
        self.setObjectName("card")
        self.identity = identity
        self.name, number = TextInput(), TextInput()
        self.number, self.born = number, DateInput()
        digits_only(number)
        number.setPlaceholderText(self.tr("16 angka"))
        self.sex = CodeInput(ComboInput(), "sex")
        self.relation = CodeInput(ComboInput(), "family_relation")
        self._title = QLabel()
        self._title.setObjectName("secondary")
        self.remove = Button(self.tr("Hapus"), kind="ghost", icon="x")
        self.remove.setMinimumHeight(28)
        self.remove.setFixedHeight(28)
        self.rows = (
            FormField(self.tr("Nama seperti di KTP"), self.name),
            FormField(self.tr("NIK (bila ada)"), number),
            FormField(self.tr("Jenis kelamin"), self.sex.widget),
            FormField(self.tr("Tanggal lahir"), self.born),
            FormField(self.tr("Hubungan dalam KK"), self.relation.widget),
        )
        self._build()
        self.set_place(place)
        self.remove.clicked.connect(self.remove_requested)
        lines = (LineInput(self.name), LineInput(number), LineInput(self.born))
        for entry in (*lines, self.sex, self.relation):
            entry.changed.connect(self.changed)

    def set_place(self, place: int) -> None:
        """Which one it is, from 0."""
        self._title.setText(self.tr("Orang ke-{0}").format(place + 1))

    def texts(self) -> NewcomerTexts:
        """As typed."""
        return NewcomerTexts(
            self.identity,
            " ".join(self.name.text().split()),
            nik.compact(self.number.text()),
            self.sex.text(),
            self.born.text().strip(),
            self.relation.text(),
        )

    def show_fault(self, words: str) -> None:
        """Beside the field that the sentence is about."""
        place = 0
        if words:
            lowered = words.casefold()
            marks = ((1, "nik"), (2, "kelamin"), (3, "lahir"), (4, "hubungan"))
            place = next((spot for spot, mark in marks if mark in lowered), 0)
        for spot, row in enumerate(self.rows):
            row.set_error(words if words and spot == place else "")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.remove)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for spot, (row, left, span) in enumerate(
            zip(self.rows, (0, 7, 0, 4, 8), (7, 5, 4, 4, 4), strict=True)
        ):
            row.wrap_label()
            grid.addWidget(row, 0 if spot < 2 else 1, left, 1, span)
        for spot in range(12):
            grid.setColumnStretch(spot, 1)
        column.addLayout(grid)


class NewcomerList(QWidget):
    """`changed` when anything is typed; there is always one block at least."""

    changed = Signal()

    def __init__(self, new_id: Callable[[], ResidentId], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new_id = new_id
        self.blocks: list[NewcomerBlock] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.add = Button(self.tr("Tambah orang"), kind="ghost", icon="user-plus", key_hint="Alt T")
        # Not setShortcut: it would press the button visibly and answer a tenth of a second late.
        QShortcut(QKeySequence("Alt+T"), self).activated.connect(self.add_block)
        self.add.clicked.connect(self.add_block)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._append()

    def add_block(self) -> None:
        """Room for one more, the caret in it."""
        self._append().name.setFocus()
        self.changed.emit()

    def texts(self) -> tuple[NewcomerTexts, ...]:
        """Everybody as typed."""
        return tuple(block.texts() for block in self.blocks)

    def show_faults(self, faults: Mapping[int, str]) -> None:
        """Sentences by place."""
        for place, block in enumerate(self.blocks):
            block.show_fault(faults.get(place, ""))

    def _append(self) -> NewcomerBlock:
        block = NewcomerBlock(self._new_id(), len(self.blocks))
        block.changed.connect(self.changed)
        block.remove_requested.connect(lambda: self._remove(block))
        self.blocks.append(block)
        self._column.insertWidget(len(self.blocks) - 1, block)
        self._number()
        return block

    def _remove(self, block: NewcomerBlock) -> None:
        self.blocks.remove(block)
        self._column.removeWidget(block)
        block.hide()
        block.deleteLater()
        self._number()
        self.blocks[-1].name.setFocus()
        self.changed.emit()

    def _number(self) -> None:
        for place, block in enumerate(self.blocks):
            block.set_place(place)
            block.remove.setVisible(len(self.blocks) > 1)
        self.setFocusProxy(self.blocks[0].name)
