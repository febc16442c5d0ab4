"""A card around a table of numbers, and the chip that says whether a balance holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nagari_kit.domain.figures import LampidReport
from nagari_kit.domain.population import Balance, Flow
from nagari_kit.ui.screens.figures.number_table import NumberTable
from nagari_kit.ui.widgets import Chip

_SIDE = 11


class NumberCard(QFrame):
    """The table reaches from edge to edge; more goes into `head` beside the title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = QLabel(title)
        self._title.setObjectName("cardTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.table = NumberTable(title)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(9, 0, 9, 0)
        self.head.setSpacing(10)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE, 7)
        column.setSpacing(2)
        column.addLayout(self.head)
        column.addWidget(self.table)

    def set_title(self, title: str) -> None:
        """Another title, also of the table."""
        self._title.setText(title)
        self.table.setAccessibleName(title)

    def needed_width(self) -> int:
        """What the table takes at least."""
        return self.table.needed_width() + 2 * _SIDE + 2


class BalanceChip(Chip):
    """`Seimbang`, or by how many people start and flows miss the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)

    def show_report(self, report: LampidReport) -> None:
        """Another balance."""
        if report.balanced:
            self.show_words(self.tr("Seimbang"), "ok", "circle-check")
            self.setToolTip(self.tr("Awal, tambah, kurang dan akhir cocok di setiap baris."))
            return
        gaps = [abs(_gap(one)) for one in report.rows]
        missing = max(sum(gaps), abs(_gap(report.total)))
        self.show_words(self.tr("Selisih {0}").format(missing), "err", "alert-triangle")
        self.setToolTip(self.tr("Awal, tambah dan kurang tidak menghasilkan akhir."))


def _gap(one: Balance) -> int:
    came = sum(one.flows[flow].total for flow in (Flow.BIRTH, Flow.ARRIVAL))
    net = sum(one.flows[flow].total for flow in (Flow.INTERNAL, Flow.ADJUSTMENT))
    left = sum(one.flows[flow].total for flow in (Flow.DEATH, Flow.DEPARTURE, Flow.MISSING))
    return one.start.total + came + net - left - one.end.total
