"""The head of the record: who it is, the masked NIK, and the way to a letter."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from nagari_kit.domain import nik
from nagari_kit.domain.person_page import PersonPage
from nagari_kit.domain.residents import LifeStatus, ResidentRecord
from nagari_kit.ui.screens.resident_record.record_words import person_line, standing_words
from nagari_kit.ui.shell import has_page
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import Button, Chip, ElidedLabel
from nagari_kit.ui.widgets.painting import initials, open_painter, paint_box

_PHOTO = QSize(64, 76)
_MARGIN, _GAP, _CHIP_GAP = 16, 14, 10


class HeadCard(QFrame):
    """Emits wishes; masks the NIK unless it is told to show it."""

    letter_requested = Signal()
    reveal_requested = Signal()
    event_requested = Signal()
    change_requested = Signal()
    document_requested = Signal()
    invalidation_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._portrait = Portrait()
        self._name = ElidedLabel()
        self._name.setObjectName("screenTitle")
        self._life, self._suku = Chip(""), Chip("")
        self._suku_words = ""
        self._nik = QLabel()
        self._nik.setTextFormat(Qt.TextFormat.PlainText)
        self._nik.setObjectName("numbers")
        self._line = ElidedLabel()
        self._line.setObjectName("secondary")
        self.reveal = Button(self.tr("Tampilkan"), kind="ghost", icon="eye")
        self.reveal.setToolTip(self.tr("Tampilkan NIK selama satu menit (Alt+N)"))
        self.letter = Button(self.tr("Buat surat"), kind="primary", icon="file-text", key_hint="F9")
        self.record_event = Button("", kind="secondary", icon="calendar")
        self.record_event.setAccessibleName(self.tr("Catat peristiwa"))
        self.record_event.setToolTip(self.tr("Lahir, meninggal, pindah, dan lain-lain (Alt+P)"))
        self.more = Button("", kind="secondary", icon="dots")
        self.more.setAccessibleName(self.tr("Pilihan lain"))
        self.more.setToolTip(self.tr("Pilihan lain"))
        self._menu = QMenu(self)
        self._record: ResidentRecord | None = None
        self._build()
        self._fill_menu()
        self.reveal.clicked.connect(self.reveal_requested)
        self.letter.clicked.connect(self.letter_requested)
        self.record_event.clicked.connect(self.event_requested)
        self.more.clicked.connect(self._open_menu)

    def show_page(self, page: PersonPage, today: date) -> None:
        """Say who it is."""
        record = page.record
        self._record = record
        name = record.resident.name.full()
        self._portrait.show_person(name, page.photo)
        self._name.setText(name)
        self._line.setText(f"·  {person_line(page, today)}")
        life = standing_words(page, today)
        self._life.show_words(life.text, life.kind, life.icon)
        self._suku_words = f"Suku {record.resident.suku}" if record.resident.suku else ""
        self._suku.show_words(self._suku_words)
        status = record.resident.life_status
        self.letter.setEnabled(status is LifeStatus.ALIVE)
        self.letter.setToolTip(
            self.tr("Buat surat (F9)")
            if status is LifeStatus.ALIVE
            else self.tr("{0}: surat tidak dapat dibuat lagi").format(life.text)
        )
        self.record_event.setVisible(has_page("population_event"))
        self.record_event.setEnabled(status is not LifeStatus.INVALID)
        self.invalidate.setVisible(status is not LifeStatus.INVALID)
        self.show_nik(revealed=False)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The name comes first; the clan stands below too, and a button has its icon."""
        words = self.tr("Catat peristiwa")
        for suku, text in ((self._suku_words, words), ("", words), ("", "")):
            self._suku.setVisible(bool(suku))
            self.record_event.setText(text)
            if self._name.sizeHint().width() <= self._room_of_name():
                break

    def _room_of_name(self) -> int:
        buttons = (self.letter, self.record_event, self.more)
        beside = sum(one.sizeHint().width() + _GAP for one in buttons if not one.isHidden())
        chips = (self._life, self._suku)
        beside += sum(one.sizeHint().width() + _CHIP_GAP for one in chips if not one.isHidden())
        return self.width() - 2 * _MARGIN - _PHOTO.width() - _GAP - beside

    def show_nik(self, *, revealed: bool) -> None:
        """In full or masked."""
        number = self._record.resident.nik if self._record else None
        self.reveal.setVisible(bool(number))
        if not number:
            self._nik.setText(self.tr("Belum punya NIK"))
            return
        grouped = " ".join(number[start : start + 4] for start in range(0, len(number), 4))
        self._nik.setText(f"NIK {grouped if revealed else nik.masked(number)}")
        self.reveal.setText(self.tr("Sembunyikan") if revealed else self.tr("Tampilkan"))

    def nik_text(self) -> str:
        """What stands there now."""
        return self._nik.text()

    def _build(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(_CHIP_GAP)
        title.addWidget(self._name)
        title.addWidget(self._life)
        title.addWidget(self._suku)
        title.addStretch(1)
        for button in (self.letter, self.record_event, self.more):
            title.addSpacing(_GAP - _CHIP_GAP)
            title.addWidget(button)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._nik)
        line.addWidget(self.reveal)
        line.addWidget(self._line, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(title)
        words.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 10, _MARGIN, 10)
        row.setSpacing(_GAP)
        row.addWidget(self._portrait)
        row.addLayout(words, 1)

    def _fill_menu(self) -> None:
        change = self._menu.addAction(self.tr("Ubah data"))
        add = self._menu.addAction(self.tr("Tambah dokumen"))
        self.invalidate = self._menu.addAction(self.tr("Tandai tidak valid …"))
        change.triggered.connect(self.change_requested)
        add.triggered.connect(self.document_requested)
        self.invalidate.triggered.connect(self.invalidation_requested)

    def _open_menu(self) -> None:
        corner = self.more.rect().bottomRight()
        place = self.more.mapToGlobal(corner)
        self._menu.popup(QPoint(place.x() - self._menu.sizeHint().width(), place.y() + 4))


class Portrait(QWidget):
    """The photo, or the initials where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_PHOTO)
        self._photo = QPixmap()
        self._letters = ""

    def show_person(self, name: str, photo: bytes | None) -> None:
        """Another face."""
        self._letters = initials(name)
        self._photo = QPixmap()
        if photo is not None:
            side = _PHOTO * self.devicePixelRatioF()
            whole = QImage.fromData(photo)
            self._photo = QPixmap.fromImage(
                whole.scaled(
                    side,
                    Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        self.setAccessibleName(self.tr("Foto {0}").format(name) if photo else name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded picture; the middle of it, when its shape is another."""
        painter, area = open_painter(self), QRectF(self.rect())
        if self._photo.isNull():
            paint_box(painter, area, 10, "pri_soft")
            painter.setPen(current_theme().color("pri_ink"))
            painter.setFont(ui_font(22, 600))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._letters)
            return
        shape = QPainterPath()
        shape.addRoundedRect(area, 10, 10)
        painter.setClipPath(shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self._photo.rect())
        ratio = min(whole.width() / area.width(), whole.height() / area.height())
        seen = QRectF(0, 0, area.width() * ratio, area.height() * ratio)
        seen.moveCenter(whole.center())
        painter.drawPixmap(area, self._photo, seen)
