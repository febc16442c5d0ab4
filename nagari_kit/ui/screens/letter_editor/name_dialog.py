"""The closed list of names that a sentence may print, to be searched and put in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from nagari_kit.domain.letter_editing import NameMeaning
from nagari_kit.ui.widgets import Button, FormDialog, SearchInput

_HEIGHT = 320


class NameDialog(FormDialog):
    """`chosen` carries the name as it is written. Arrows move while one types; Enter takes.

    With `may_ask`, `new_wanted` carries the words for which there is no name yet: a new field.
    """

    chosen = Signal(str)
    new_wanted = Signal(str)

    def __init__(
        self, names: Sequence[NameMeaning], parent: QWidget, *, may_ask: bool = False
    ) -> None:
        super().__init__(
            parent,
            icon="plus",
            kind="pri",
            title=self.tr("Sisipkan isian"),
            subtitle=self.tr("Nilainya diisi program ketika surat dibuat."),
        )
        self._names = names
        self.search = SearchInput(self.tr("Cari: nama, alamat, tanggal …"))
        self.list = QListWidget()
        self.list.setObjectName("plainList")
        self.list.setAccessibleName(self.tr("Isian yang dapat disisipkan"))
        self.list.setMinimumHeight(_HEIGHT)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list)
        self.new = Button(self.tr("Isian baru"), kind="ghost", icon="plus")
        self.new.setToolTip(self.tr("Tanyakan kepada petugas (Insert)"))
        self._may_ask = may_ask
        self.take = Button(self.tr("Sisipkan"), kind="primary")
        back = Button(self.tr("Kembali"), kind="secondary")
        for button in ((self.new,) if may_ask else ()) + (back, self.take):
            self.add_button(button)
        self.new.clicked.connect(self._ask_new)
        back.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)
        self.take.setDefault(True)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self._take())
        self._filter("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and pages move in the list, whoever has the focus."""
        moves = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in moves
        ):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert asks for a new field; Enter does when nothing is found."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        is_new = event.key() == Qt.Key.Key_Insert or (enter and not self.list.count())
        if is_new and self._may_ask:
            self._ask_new()
        else:
            super().keyPressEvent(event)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        self.list.clear()
        for one in self._names:
            told = f"{one.meaning} {one.source}".casefold()
            if all(word in told for word in words):
                sample = f"   ({one.sample})" if one.sample else ""
                item = QListWidgetItem(f"{one.meaning}{sample}")
                item.setData(Qt.ItemDataRole.UserRole, one.source)
                item.setToolTip("{" + one.source + "}")
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.take.setEnabled(self.list.count() > 0)

    def _ask_new(self) -> None:
        self.accept()
        self.new_wanted.emit(" ".join(self.search.text().split()))

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
