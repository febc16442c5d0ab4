"""The steps of recording an event under one head: what, to whom, the form, what it did."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.errors import NagariError
from nagari_kit.ui.screens.population_event.book_step import BookStep
from nagari_kit.ui.screens.population_event.choose_step import ChooseStep
from nagari_kit.ui.screens.population_event.done_step import DoneStep
from nagari_kit.ui.screens.population_event.find_step import FindStep
from nagari_kit.ui.screens.population_event.form_page import FormPage
from nagari_kit.ui.screens.population_event.person_words import without_capital
from nagari_kit.ui.widgets import BusyLine, Button, EmptyState, PageHead


class PopulationEventView(QWidget):
    """Emits what the officer does; never decides anything."""

    back_requested = Signal()
    retry_requested = Signal()
    book_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(self.tr("Catat peristiwa"))
        self.to_book = Button(self.tr("Buku peristiwa"), kind="secondary", icon="ledger")
        self.choose = ChooseStep()
        self.finder = FindStep()
        self.form = FormPage()
        self.done = DoneStep()
        self.book = BookStep()
        self._waiting = BusyLine(self.tr("Menyiapkan isian …"))
        self._trouble = EmptyState("alert-triangle", "", "")
        self._edge = QFrame()
        self._edge.setObjectName("rule")
        self._pages = QStackedWidget()
        self._build()
        self.to_book.clicked.connect(self.book_requested)
        self.form.back_requested.connect(self.back_requested)
        self.book.back_requested.connect(self.back_requested)
        self.form.title_changed.connect(self._show_title)
        self._trouble.action_requested.connect(self.retry_requested)

    def show_choice(self, about: str) -> None:
        """The cards."""
        self._show_title(self.tr("Catat peristiwa"), about)
        self._show(self.choose)
        self.choose.begin()

    def show_find(self, title: str) -> None:
        """The search."""
        words = self.tr("Cari dahulu, lalu isi formulirnya. Esc kembali.")
        self._show_title(self.tr("Peristiwa: {0}").format(without_capital(title)), words)
        self._show(self.finder)

    def show_form(self) -> None:
        """The form, which was built already."""
        self._show(self.form)

    def show_done(self) -> None:
        """What was saved."""
        self._show_title(self.tr("Peristiwa tersimpan"), "")
        self._show(self.done)

    def show_book(self) -> None:
        """The book of events."""
        words = self.tr("Yang terakhir dicatat. Tidak ada yang dihapus; yang keliru diurungkan.")
        self._show_title(self.tr("Buku peristiwa"), words)
        self._show(self.book)

    def show_waiting(self) -> None:
        """Something is being read."""
        self._pages.setCurrentWidget(self._waiting)

    def show_trouble(self, error: NagariError) -> None:
        """It could not be read."""
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        self._trouble.show_words("alert-triangle", error.user_message, words, self.tr("Coba lagi"))
        self._pages.setCurrentWidget(self._trouble)

    def shows(self, page: QWidget) -> bool:
        """Whether this step is due."""
        return self._pages.currentWidget() is page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 saves, Esc goes back; what no part took may be the key of a card."""
        if event.key() == Qt.Key.Key_F9 and self.shows(self.form):
            self.form.save.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif self.shows(self.choose) and event.text():
            self.choose.take_key(event.text())
        else:
            super().keyPressEvent(event)

    def _show(self, page: QWidget) -> None:
        self.to_book.setVisible(page in {self.choose, self.done})
        self._edge.setFixedHeight(1 if page is self.form else 0)
        self._pages.setCurrentWidget(page)

    def _show_title(self, title: str, subtitle: str) -> None:
        self.head.set_title(title)
        self.head.set_subtitle(subtitle)

    def _build(self) -> None:
        self.head.add_widget(self.to_book)
        for page in (
            self._waiting,
            self.choose,
            self.finder,
            self.form,
            self.done,
            self.book,
            self._trouble,
        ):
            self._pages.addWidget(page)
        top = QVBoxLayout()
        top.setContentsMargins(28, 14, 24, 8)
        top.addWidget(self.head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._edge)
        layout.addWidget(self._pages, 1)
