"""The office's own lists: its sub-areas with the word for them, and the clans it proposes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from nagari_kit.domain.residents import Jorong
from nagari_kit.ui.screens.settings.section import Section
from nagari_kit.ui.widgets import Button, Card, ComboInput, LabeledField, TextInput

WORDS = ("jorong", "korong", "kampung", "dusun", "lingkungan")


class NameListCard(Card):
    """A list of names; `added` carries a new one, `second_wanted` place and typed text."""

    added = Signal(str)
    second_wanted = Signal(int, str)

    def __init__(self, title: str, label: str, second: str, icon: str) -> None:
        super().__init__(title)
        self.list = QListWidget()
        self.list.setObjectName("plainList")
        self.list.setAccessibleName(title)
        self.list.setMinimumHeight(280)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name = TextInput()
        self.row = LabeledField(label, self.name)
        self.add = Button(self.tr("Tambah"), kind="secondary", icon="plus")
        self.second = Button(second, kind="ghost", icon=icon)
        self.second.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.second)
        buttons.addStretch(1)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.row)
        self.body.addLayout(buttons)
        self.add.clicked.connect(lambda: self.added.emit(self.name.text()))
        self.name.returnPressed.connect(self.add.click)
        self.second.clicked.connect(
            lambda: self.second_wanted.emit(self.list.currentRow(), self.name.text())
        )
        self.list.currentRowChanged.connect(lambda row: self.second.setEnabled(row >= 0))

    def show_names(self, names: Sequence[str]) -> None:
        """Fill the list; what is typed stays."""
        place = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems(list(names))
            self.list.setCurrentRow(min(place, len(names) - 1))
        self.second.setEnabled(self.list.currentRow() >= 0)

    def show_done(self) -> None:
        """It is in the list; the line waits for the next."""
        self.row.set_error("")
        self.name.clear()
        self.name.setFocus()

    def show_fault(self, words: str) -> None:
        """Why it could not be done."""
        self.row.set_error(words)
        self.name.setFocus()


class AreasSection(Section):
    """Everything is saved at once when it is pressed; `word_chosen` carries one of WORDS."""

    word_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Wilayah dan suku",
            "Untuk isian warga dan buku. Langsung tersimpan.",
            parent,
        )
        self.word = ComboInput()
        for word in WORDS:
            self.word.addItem(word.capitalize(), word)
        self.areas = NameListCard(
            self.tr("Bagian nagari"), self.tr("Nama"), self.tr("Ganti nama"), "pencil"
        )
        self.clans = NameListCard(
            self.tr("Suku yang diusulkan"), self.tr("Nama suku"), self.tr("Hapus"), "trash"
        )
        self._shown: list[Jorong] = []
        self._names: list[str] = []
        self.areas.body.insertWidget(0, LabeledField(self.tr("Sebutan di nagari ini"), self.word))
        columns = QHBoxLayout()
        columns.setSpacing(12)
        for card in (self.areas, self.clans):
            column = QVBoxLayout()
            column.addWidget(card)
            columns.addLayout(column, 1)
        self.column.addLayout(columns)
        self.finish()
        self.word.activated.connect(lambda _place: self.word_chosen.emit(self.word.currentData()))

    def show_lists(self, word: str, areas: Sequence[Jorong], clans: Sequence[str]) -> None:
        """What the office has."""
        known = self.word.findData(word)
        if known < 0:
            self.word.addItem(word.capitalize(), word)
            known = self.word.count() - 1
        self.word.setCurrentIndex(known)
        self._shown, self._names = list(areas), list(clans)
        self.areas.show_names([one.name for one in areas])
        self.clans.show_names(clans)

    def area_at(self, place: int) -> Jorong | None:
        """The sub-area of a row."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def clan_at(self, place: int) -> str:
        """The clan of a row."""
        return self._names[place] if 0 <= place < len(self._names) else ""
