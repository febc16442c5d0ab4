"""The dark column at the left: where one can go, and who is working here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.mark import paint_mark
from nagari_kit.ui.widgets.painting import initials, line_rooms, open_painter, paint_box, paint_disc

WIDTH = 212
RAIL_WIDTH = 64


@dataclass(frozen=True, slots=True)
class Place:
    """A way to go; `within` are the screens that keep it lit."""

    screen: str
    icon: str
    words: str
    within: tuple[str, ...] = ()


_ABOUT_RESIDENTS = (
    "resident_record",
    "resident_form",
    "resident_import",
    "household",
    "lineage",
    "population_event",
    "data_quality",
)
PLACES = (
    Place("home", "home", "Beranda"),
    Place("residents", "users", "Penduduk", _ABOUT_RESIDENTS),
    Place("letter_issue", "file-text", "Buat surat", ("marriage",)),
    Place("letter_register", "book", "Register surat"),
    Place("incoming_letters", "inbox", "Surat masuk"),
    Place("registers", "ledger", "Buku resmi"),
    Place("figures", "chart-bar", "Laporan"),
)
FOOT_PLACES = (
    Place("sync", "refresh", "Sinkron"),
    Place("settings", "settings", "Pengaturan", ("letter_editor",)),
)


class _NavButton(QAbstractButton):
    """Icon and words; in the rail the words are a tool tip."""

    def __init__(self, place: Place, key: str) -> None:
        super().__init__()
        self.place = place
        self.is_rail = False
        self.setText(place.words)
        self.setCheckable(True)
        self.setFixedHeight(40)
        self.setAccessibleName(place.words)
        self.setToolTip(f"{place.words} ({key})")
        # Not setShortcut: it would press the button visibly and answer a tenth of a second late.
        QShortcut(QKeySequence(key), self).activated.connect(self.click)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The column's width."""
        return QSize((RAIL_WIDTH if self.is_rail else WIDTH) - 24, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, words, ring."""
        painter = open_painter(self)
        theme = current_theme()
        area = QRectF(self.rect())
        lit = self.isChecked()
        if lit or self.underMouse():
            paint_box(painter, area, 8, "nav_sel")
        if self.hasFocus():
            painter.setPen(QPen(theme.color("gold"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        left = (area.width() - 20) / 2 if self.is_rail else 12.0
        colour = theme.color("gold" if lit else "nav_ink2")
        painter.drawPixmap(QPointF(left, 10), icon_pixmap(self.place.icon, colour, 20))
        if not self.is_rail:
            painter.setFont(ui_font(14, 600 if lit else 500))
            painter.setPen(Qt.GlobalColor.white if lit else theme.color("nav_ink"))
            room = QRectF(44, 0, area.width() - 48, area.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


class _Mark(QWidget):
    """The program's mark with the nagari's name."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(66)
        self.is_rail = False
        self.nagari = ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark and two lines."""
        painter = open_painter(self)
        theme = current_theme()
        left = 3.0 if self.is_rail else 4.0
        paint_mark(painter, QRectF(left, 16, 34, 34))
        if self.is_rail:
            return
        painter.setPen(Qt.GlobalColor.white)
        painter.setFont(ui_font(14, 700))
        upper, lower = line_rooms(QRectF(48, 15, 140, 37), 14, 12, gap=1)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, "Nagari Kit")
        painter.setPen(theme.color("nav_ink2"))
        painter.setFont(ui_font(12))
        name = painter.fontMetrics().elidedText(self.nagari, Qt.TextElideMode.ElideRight, 138)
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, name)


class _User(QAbstractButton):
    """Who works here; a click locks the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(52)
        self.is_rail = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_name("")

    def set_name(self, name: str) -> None:
        """Another person."""
        self.setText(name)
        self.setAccessibleName(self.tr("Kunci layar, petugas {0}").format(name))
        self.setToolTip(self.tr("{0}: kunci layar (Ctrl+L)").format(name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc and two lines."""
        painter = open_painter(self)
        theme = current_theme()
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("nav_sel"))
        left = 3.0 if self.is_rail else 4.0
        if self.hasFocus() or self.underMouse():
            paint_box(painter, QRectF(self.rect()).adjusted(0, 4, 0, 0), 8, "nav_sel")
        paint_disc(painter, QRectF(left, 11, 34, 34), initials(self.text()), "nav_sel", "gold")
        if self.is_rail:
            return
        painter.setPen(Qt.GlobalColor.white)
        painter.setFont(ui_font(13, 600))
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, 138)
        upper, lower = line_rooms(QRectF(48, 10, 140, 36), 13, 12, gap=1)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(theme.color("nav_ink2"))
        painter.setFont(ui_font(12))
        words = self.tr("Kunci layar")
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, words)


class Navigation(QWidget):
    """`chosen` carries the name of a screen."""

    chosen = Signal(str)
    lock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = _Mark()
        self._user = _User()
        self._user.clicked.connect(self.lock_requested)
        self.buttons: dict[str, _NavButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 6)
        column.setSpacing(2)
        column.addWidget(self._mark)
        for place in PLACES:
            column.addWidget(self._button(place))
        column.addStretch(1)
        for place in FOOT_PLACES:
            column.addWidget(self._button(place))
        column.addSpacing(6)
        column.addWidget(self._user)
        self.set_compact(compact=False)

    def show_office(self, nagari: str, actor: str) -> None:
        """Whose window it is."""
        self._mark.nagari = nagari
        self._mark.update()
        self._user.set_name(actor)

    def light(self, screen: str) -> None:
        """Mark where one is."""
        for button in self.buttons.values():
            place = button.place
            button.setChecked(screen == place.screen or screen in place.within)

    def set_compact(self, *, compact: bool) -> None:
        """A rail of icons, or the whole column."""
        self.setFixedWidth(RAIL_WIDTH if compact else WIDTH)
        parts: list[_Mark | _User | _NavButton] = [self._mark, self._user, *self.buttons.values()]
        for part in parts:
            part.is_rail = compact
            part.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dark ground."""
        open_painter(self).fillRect(self.rect(), current_theme().color("nav"))

    def _button(self, place: Place) -> _NavButton:
        button = _NavButton(place, f"Ctrl+{len(self.buttons) + 1}")
        button.clicked.connect(lambda: self.chosen.emit(place.screen))
        self.buttons[place.screen] = button
        return button
