"""The LAMPID tab: the balance by jorong or by month, by either date, and people by jorong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.population import DayRule
from nagari_kit.ui.screens.figures.grids import Grid
from nagari_kit.ui.screens.figures.number_card import BalanceChip, NumberCard
from nagari_kit.ui.screens.figures.sex_legend import SexLegend
from nagari_kit.ui.widgets import ComboInput, SegmentedControl

_RULES = (DayRule.EVENT, DayRule.REPORT)


class LampidPage(QWidget):
    """`opened` carries a NamesWish; `choice_changed` comes with another rule or division."""

    opened = Signal(object)
    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.division = SegmentedControl([self.tr("Per wilayah"), self.tr("Per bulan")])
        self.rule = ComboInput()
        self.rule.setAccessibleName(self.tr("Peristiwa dihitung menurut"))
        self.rule.addItem(self.tr("Tanggal peristiwa"))
        self.rule.addItem(self.tr("Tanggal lapor"))
        self.rule.setMinimumContentsLength(14)
        self.rule.setToolTip(self.tr("Menurut tanggal lapor, bulan yang ditutup tidak berubah."))
        self.balance = BalanceChip()
        self.flows = NumberCard(self.tr("LAMPID"))
        self.places = NumberCard(self.tr("Jiwa"))
        self.hint = QLabel()
        self.hint.setObjectName("secondary")
        self.hint.setWordWrap(True)
        self._build()
        self.flows.table.opened.connect(self.opened)
        self.places.table.opened.connect(self.opened)
        self.rule.currentIndexChanged.connect(lambda _at: self.choice_changed.emit())
        self.division.current_changed.connect(lambda _at: self.choice_changed.emit())

    def wanted_rule(self) -> DayRule:
        """Which date of an event counts."""
        return _RULES[self.rule.currentIndex()]

    def is_by_month(self) -> bool:
        """Whether rows are months of the year, not parts of the nagari."""
        return self.division.current() == 1

    def show_flows(self, title: str, grid: Grid, hint: str) -> None:
        """The balance; `hint` says what must be known to read it."""
        self.flows.set_title(title)
        self.flows.table.show_grid(grid)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def show_places(self, title: str, grid: Grid) -> None:
        """People by jorong and sex."""
        self.places.set_title(title)
        self.places.table.show_grid(grid)

    def _build(self) -> None:
        self.division.setFixedWidth(250)
        choices = QHBoxLayout()
        choices.setSpacing(10)
        label = QLabel(self.tr("Peristiwa dihitung menurut"))
        label.setObjectName("secondary")
        choices.addWidget(self.division)
        choices.addStretch(1)
        choices.addWidget(label)
        choices.addWidget(self.rule)
        self.flows.head.addWidget(self.balance)
        self.places.head.addWidget(SexLegend())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(choices)
        layout.addWidget(self.hint)
        layout.addWidget(self.flows)
        layout.addWidget(self.places)
        layout.addStretch(1)
        self.hint.hide()
