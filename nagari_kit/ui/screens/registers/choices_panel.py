"""The left side: which book, which days, which sub-area, by which date, masked or not."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.population import DayRule
from nagari_kit.domain.registers import BookId, RegisterWish
from nagari_kit.services.registers import BookChoices, BookTitle
from nagari_kit.ui.screens.registers.book_card import BookCard
from nagari_kit.ui.screens.registers.period_choice import PeriodChoice
from nagari_kit.ui.widgets import CheckRow, ComboInput, LabeledField, ScrollPage

_RULES = (DayRule.EVENT, DayRule.REPORT)


class ChoicesPanel(QWidget):
    """`changed` carries the RegisterWish, or None while the days typed are no period."""

    changed = Signal(object)
    reason_wanted = Signal()
    """The numbers are to be whole, and nobody said why yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[BookId, BookCard] = {}
        self._group = QButtonGroup(self)
        self._books = QVBoxLayout()
        self._books.setSpacing(6)
        self.period = PeriodChoice()
        self.jorong = ComboInput()
        self._jorong_row = LabeledField(self.tr("Jorong"), self.jorong)
        self.rule = ComboInput()
        self._rule_row = LabeledField(
            self.tr("Peristiwa dihitung menurut"),
            self.rule,
            self.tr("Tanggal lapor: bulan yang ditutup tidak berubah."),
        )
        self.full = CheckRow(self.tr("NIK dan nomor KK utuh"))
        self._numbers = QWidget()
        self._reason = ""
        self._build()
        self._connect()

    def offer(self, choices: BookChoices) -> None:
        """Books, sub-areas and years; what was chosen stays."""
        if not self._cards:
            self._add_cards(choices.titles)
        self.period.offer(choices.first_year, choices.today)
        word = choices.area_word
        self._jorong_row.set_label(word.capitalize())
        with QSignalBlocker(self.jorong):
            chosen = self.jorong.currentData()
            self.jorong.clear()
            self.jorong.addItem(self.tr("Semua {0}").format(word), None)
            for one in choices.jorong:
                self.jorong.addItem(one.name, one.id)
            self.jorong.setCurrentIndex(max(0, self.jorong.findData(chosen)))

    def choose(self, book: BookId) -> None:
        """Choose a book without telling."""
        if book in self._cards:
            self._cards[book].setChecked(True)

    def take_caret(self) -> None:
        """Let the arrows move between the books."""
        card = self.chosen_card()
        if card is not None:
            card.setFocus()

    def wish(self) -> RegisterWish | None:
        """What is chosen, None while the days typed are no period or nothing is offered yet."""
        card = self._group.checkedButton()
        if not isinstance(card, BookCard):
            return None
        period = self.period.period()
        if period is None:
            return None
        return RegisterWish(
            card.title.book,
            period,
            None if card.title.book.is_of_letters else self.jorong.currentData(),
            _RULES[self.rule.currentIndex()],
            *self._fullness(card.title.book),
        )

    def take_reason(self, reason: str) -> None:
        """Show whole numbers, for this reason, until the tick is taken away."""
        self._reason = reason
        self.full.setChecked(True)
        self._tell()

    def forget_reason(self) -> bool:
        """Mask the numbers again without telling; whether they were whole."""
        was_full = bool(self._reason)
        self._reason = ""
        self.full.setChecked(False)
        return was_full

    def chosen_card(self) -> BookCard | None:
        """The card of the chosen book."""
        card = self._group.checkedButton()
        return card if isinstance(card, BookCard) else None

    def _fullness(self, book: BookId) -> tuple[bool, str]:
        full = bool(self._reason) and book.has_numbers
        return full, self._reason if full else ""

    def _turn_full(self, *, wanted: bool) -> None:
        if wanted:
            # The tick stands only once there is a reason.
            self.full.setChecked(False)
            self.reason_wanted.emit()
        else:
            self._reason = ""
            self._tell()

    def _arrange(self) -> None:
        card = self.chosen_card()
        if card is None:
            return
        book = card.title.book
        self._numbers.setVisible(book.has_numbers)
        for row in (self._jorong_row, self._rule_row):
            row.setVisible(not book.is_of_letters)

    def _add_cards(self, titles: tuple[BookTitle, ...]) -> None:
        former: QWidget = self
        for title in titles:
            card = BookCard(title)
            self._cards[title.book] = card
            self._group.addButton(card)
            self._books.addWidget(card)
            # A layout shows new parts only later; until then they take no caret.
            card.show()
            # Made after the choices below them, but reached before.
            QWidget.setTabOrder(former, card)
            former = card
        self._cards[titles[0].book].setChecked(True)

    def _build(self) -> None:
        self.rule.addItem(self.tr("Tanggal peristiwa"))
        self.rule.addItem(self.tr("Tanggal lapor"))
        column = QVBoxLayout()
        column.setSpacing(14)
        period = QVBoxLayout()
        period.setSpacing(6)
        heading = QLabel(self.tr("Masa"))
        heading.setObjectName("fieldLabel")
        period.addWidget(heading)
        period.addWidget(self.period)
        numbers = QVBoxLayout(self._numbers)
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.setSpacing(2)
        hint = QLabel(self.tr("Tanpa centang, nomor disamarkan."))
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        numbers.addWidget(self.full)
        numbers.addWidget(hint)
        column.addLayout(self._books)
        column.addLayout(period)
        for part in (self._jorong_row, self._rule_row, self._numbers):
            column.addWidget(part)
        column.addStretch(1)
        self._page = ScrollPage(column, QMargins(24, 4, 20, 16))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(lambda _card: self._tell())
        self.period.changed.connect(self._tell)
        for combo in (self.jorong, self.rule):
            combo.currentIndexChanged.connect(lambda _index: self._tell())
        self.full.clicked.connect(lambda on: self._turn_full(wanted=on))
        self._group.buttonToggled.connect(lambda _card, _on: self._arrange())

    def _tell(self) -> None:
        self.changed.emit(self.wish())
