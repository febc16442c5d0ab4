"""The cards at the right: what needs a person, how safe the data is, how the week went."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nagari_kit.domain.synchronisation import SyncStatus
from nagari_kit.services.home import Attention, DayCount
from nagari_kit.ui.letter_words import near_moment, thousands
from nagari_kit.ui.screens.home.week_chart import WeekChart
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import Card, Chip, KeyValueList
from nagari_kit.ui.widgets.painting import line_rooms, open_painter, paint_box, paint_ring

_ICONS = {
    "signer": "signature",
    "residents": "users",
    "sync": "cloud-off",
    "disk": "database",
    "doubts": "user-search",
}
_MOST = 3


class _AttentionRow(QAbstractButton):
    """Tile, two lines, chevron."""

    def __init__(self, attention: Attention) -> None:
        super().__init__()
        self._attention = attention
        self.setFixedHeight(52)
        self.setAccessibleName(f"{attention.title}. {attention.detail}")
        self.setToolTip(attention.detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The row."""
        painter = open_painter(self)
        theme = current_theme()
        area = QRectF(self.rect())
        if self.hasFocus():
            paint_ring(painter, area, 8)
        elif self.underMouse():
            paint_box(painter, area, 8, "sunken")
        paint_box(painter, QRectF(4, 8, 36, 36), 9, "gold_soft")
        name = _ICONS.get(self._attention.kind, "alert-triangle")
        painter.drawPixmap(QPointF(13, 17), icon_pixmap(name, theme.gold_ink, 18))
        upper, lower = line_rooms(QRectF(52, 0, area.width() - 84, area.height()), 14, 13)
        for text, room, size, weight, ink in (
            (self._attention.title, upper, 14, 600, "ink"),
            (self._attention.detail, lower, 13, 400, "ink2"),
        ):
            painter.setFont(ui_font(size, weight))
            painter.setPen(theme.color(ink))
            words = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        chevron = icon_pixmap("chevron-right", theme.ink3, 18)
        painter.drawPixmap(QPointF(area.width() - 24, 17), chevron)


class AttentionCard(Card):
    """Hidden while nothing needs anybody. `chosen` carries the kind."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Perlu perhatian", parent)
        self.body.setSpacing(0)
        self.hide()

    def show_list(self, attention: tuple[Attention, ...]) -> None:
        """At most three."""
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in attention[:_MOST]:
            row = _AttentionRow(one)
            row.clicked.connect(lambda _=False, kind=one.kind: self.chosen.emit(kind))
            self.body.addWidget(row)
        self.setVisible(bool(attention))


class SafetyCard(Card):
    """How far the data came; being offline is neither red nor loud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Data nagari aman", parent)
        self._chip = Chip("")
        self._facts = KeyValueList()
        self.head.addWidget(self._chip)
        self.body.addWidget(self._facts)
        # Alone on a small screen it would pull its lines apart.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_status(self, status: SyncStatus, today: date) -> None:
        """Three facts."""
        if status.enrolment == "approved" and status.online is False:
            self._chip.show_words(self.tr("Tanpa internet"), "neutral", "cloud-off")
        elif status.enrolment == "approved":
            self._chip.show_words(self.tr("Normal"), "ok", "shield-check")
        elif status.enrolment == "revoked":
            self._chip.show_words(self.tr("Izin sinkron dicabut"), "warn", "alert-triangle")
        elif status.enrolment == "keyless":
            self._chip.show_words(self.tr("Perlu didaftarkan lagi"), "warn", "alert-triangle")
        elif status.enrolment == "pending":
            self._chip.show_words(self.tr("Menunggu provinsi"), "gold", "clock")
        else:
            self._chip.show_words(self.tr("Di komputer ini"), "neutral", "device-desktop")
        last = status.last_sync
        self._facts.set_pairs(
            [
                (self.tr("Tersimpan"), self.tr("terenkripsi")),
                (
                    self.tr("Terkirim ke provinsi"),
                    near_moment(last, today) if last else self.tr("belum pernah"),
                ),
                (
                    self.tr("Menunggu dikirim"),
                    self.tr("{0} perubahan").format(thousands(status.waiting + status.sent)),
                ),
            ]
        )


class WeekCard(Card):
    """Five bars and two figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Pelayanan minggu ini", parent)
        self.chart = WeekChart()
        self._issued = QLabel("0")
        self._served = QLabel("0")
        figures = QHBoxLayout()
        figures.setSpacing(28)
        for figure, words in (
            (self._issued, self.tr("Surat terbit hari ini")),
            (self._served, self.tr("Warga dilayani")),
        ):
            figure.setObjectName("figure")
            note = QLabel(words)
            note.setObjectName("secondary")
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(figure)
            column.addWidget(note)
            figures.addLayout(column)
        figures.addStretch(1)
        self.body.addWidget(self.chart, 1)
        self.body.addLayout(figures)

    def show_week(self, week: tuple[DayCount, ...], issued: int, served: int) -> None:
        """Fill the card anew."""
        self.chart.show_days(week)
        self._issued.setText(thousands(issued))
        self._served.setText(thousands(served))
