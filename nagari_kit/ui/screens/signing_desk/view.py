"""The page of the desk: waiting cards, the paper, the decision."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.signing_desk import DeskItem, DeskPaper, Desks
from nagari_kit.errors import NagariError
from nagari_kit.ui.jobs.runner import Runner
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.screens.signing_desk.cards import CardList, CardModel, ItemRole, item_title
from nagari_kit.ui.screens.signing_desk.decision import DecisionPane
from nagari_kit.ui.screens.signing_desk.signed_today import SignedToday
from nagari_kit.ui.widgets import Button, EmptyState, PageHead, Tabs

CHECK, SIGN = 0, 1
_LEFT, _LEFT_COMPACT = 292, 264


class SigningDeskView(QWidget):
    """`chosen` carries the DeskItem that is looked at; wishes speak of that one."""

    chosen = Signal(object)
    approve_requested = Signal()
    refuse_requested = Signal()
    many_requested = Signal()
    retry_requested = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(self.tr("Meja tanda tangan"))
        self.tabs = Tabs([self.tr("Periksa"), self.tr("Tanda tangan")])
        self.cards = CardList()
        self.model = CardModel(self)
        self.many = Button("", icon="signature")
        self.preview = PreviewPane(runner, "")
        self.decision = DecisionPane()
        self._left = QWidget()
        self._signed = SignedToday()
        self._nothing = EmptyState("signature", "", "")
        self._body = QStackedWidget()
        self._work = QWidget()
        self._desks = Desks((), (), ())
        self._is_busy = False
        self._seen: DeskItem | None = None
        self._is_compact = False
        self._in_trouble = False
        self._build()
        self._connect()

    def show_desks(self, desks: Desks, today: date) -> None:
        """Both desks; the chosen card stays, or the one that took its place comes."""
        self._desks = desks
        self._in_trouble = False
        self.cards.delegate.today = today
        self.tabs.set_count(CHECK, len(desks.to_check))
        self.tabs.set_count(SIGN, len(desks.to_sign))
        self._signed.show_signed(desks.signed)
        self._show_cards()

    def show_paper(self, paper: DeskPaper) -> None:
        """The pages and checks of a card, if it is still the chosen one."""
        if paper.item == self.current():
            self.preview.show_pdf(paper.pdf, from_start=True)
            self.decision.show_paper(paper)
            self._seen = paper.item
            self.set_busy(busy=self._is_busy)

    def show_trouble(self, error: NagariError) -> None:
        """The desks could not be read."""
        self._in_trouble = True
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        self._nothing.show_words("alert-triangle", error.user_message, words, self.tr("Coba lagi"))
        self._body.setCurrentWidget(self._nothing)

    def current(self) -> DeskItem | None:
        """The card that is looked at."""
        index = self.cards.currentIndex()
        found = index.data(ItemRole) if index.isValid() else None
        return found if isinstance(found, DeskItem) else None

    def checked(self) -> tuple[DeskItem, ...]:
        """Numbered letters that the sekretaris looked at."""
        return tuple(one for one in self._desks.to_sign if one.letter_id and one.checked_by)

    def choose_desk(self, place: int) -> None:
        """CHECK or SIGN."""
        self.tabs.set_current(place)

    def go_on(self) -> None:
        """The next card; after the last the first."""
        count = self.model.rowCount()
        if count:
            row = (self.cards.currentIndex().row() + 1) % count
            self.cards.setCurrentIndex(self.model.index(row, 0))
            self.cards.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Something is being written: no second wish."""
        self._is_busy = busy
        # Nothing is signed whose pages were not shown.
        self.decision.set_busy(busy=busy, seen=self._seen == self.current())
        self.many.setEnabled(not busy)

    def set_compact(self, *, compact: bool) -> None:
        """Small window: narrower cards."""
        self._is_compact = compact
        self._fit_left()
        self.decision.setFixedWidth(self.decision.needed_width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a card, Page Up and Page Down move the paper, wherever the focus is."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.cards.setFocus()
            self.cards.keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.preview.desk.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _fit_left(self) -> None:
        """Wide enough for both tabs and the button, in whatever size of letters."""
        wanted = _LEFT_COMPACT if self._is_compact else _LEFT
        inner = max(self.tabs.sizeHint().width(), self.many.sizeHint().width())
        self._left.setFixedWidth(max(wanted, inner + 28))

    def _build(self) -> None:
        self.cards.setModel(self.model)
        self.cards.setAccessibleName(self.tr("Surat yang menunggu, terlama dulu"))
        keys = QLabel(self.tr("↑ ↓ pilih · PgDn halaman"))
        keys.setObjectName("secondary")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(16, 4, 12, 14)
        column.setSpacing(10)
        for part in (self.tabs, self.cards, self._signed, self.many, keys):
            column.addWidget(part, 1 if part is self.cards else 0)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(0)
        work.addWidget(self.preview, 1)
        work.addWidget(self.decision)
        self._body.addWidget(self._work)
        self._body.addWidget(self._nothing)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._body, 1)
        head = QVBoxLayout()
        head.setContentsMargins(24, 14, 18, 6)
        head.addWidget(self.head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(row, 1)
        self.set_compact(compact=False)
        self._show_cards()

    def _connect(self) -> None:
        for keys, button in (
            ("F9", self.decision.approve),
            ("Alt+T", self.decision.refuse),
            ("Alt+L", self.decision.skip),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        self.decision.approve.clicked.connect(lambda: self._wish(self.approve_requested))
        self.decision.refuse.clicked.connect(lambda: self._wish(self.refuse_requested))
        self.decision.skip.clicked.connect(self.go_on)
        self.many.clicked.connect(self.many_requested)
        self.tabs.current_changed.connect(lambda _place: self._show_cards())
        self.cards.selectionModel().currentChanged.connect(self._follow)
        self.cards.page_key.connect(self.preview.desk.keyPressEvent)
        self._nothing.action_requested.connect(self.retry_requested)

    def _wish(self, signal: object) -> None:
        at_work = self._body.currentWidget() is self._work
        if at_work and self.current() is not None and not self._is_busy:
            signal.emit()  # type: ignore[attr-defined]  # a bound signal

    def _follow(self, _index: QModelIndex, _former: QModelIndex) -> None:
        item = self.current()
        if item is not None:
            is_letter = item.letter_id is not None
            title = item_title(item) if is_letter else self.tr("Draf {0}").format(item.kind)
            self.preview.bar.set_title(title)
            self._seen = None
            self.decision.show_item(item)
            self.set_busy(busy=self._is_busy)
            self.preview.clear()
            self.chosen.emit(item)

    def _show_cards(self) -> None:
        signing = self.tabs.current() == SIGN
        items = self._desks.to_sign if signing else self._desks.to_check
        former, row = self.current(), self.cards.currentIndex().row()
        self.model.show_items(items)
        waiting = len(self._desks.to_check) + len(self._desks.to_sign)
        words = self.tr("{0} menunggu, terlama dulu").format(waiting)
        self.head.set_subtitle(words if waiting else self.tr("Semua sudah selesai"))
        many = len(self.checked())
        self.many.setText(self.tr("Tanda tangani {0} diperiksa").format(many))
        self.many.setVisible(signing and many > 1)
        self._fit_left()
        self._signed.setVisible(signing and bool(self._desks.signed))
        if not items:
            self._say_nothing(signing=signing)
            return
        kept = items.index(former) if former in items else min(max(0, row), len(items) - 1)
        self._body.setCurrentWidget(self._work)
        self.cards.setCurrentIndex(self.model.index(kept, 0))

    def _say_nothing(self, *, signing: bool) -> None:
        if self._in_trouble:
            return
        if signing:
            title = self.tr("Tidak ada surat yang menunggu.")
            text = self.tr("Surat yang diterbitkan datang ke sini sampai ditandatangani.")
        else:
            title = self.tr("Tidak ada draf yang menunggu.")
            text = self.tr("Draf yang diajukan untuk diperiksa datang ke sini.")
        self._nothing.show_words("signature", title, text)
        self._body.setCurrentWidget(self._nothing)
