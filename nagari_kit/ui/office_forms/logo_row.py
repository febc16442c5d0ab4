"""The office's crest: picture, how sharp it prints, and the ways to change or drop it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.office_forms.svg_logo import is_svg, png_of
from nagari_kit.ui.widgets import Button, IconLabel
from nagari_kit.ui.widgets.fields import announce

_SIDE = 52
_SHARP_PIXELS = 300
"""A crest is printed about 25 mm wide: 300 pixels are 300 dpi."""
_LARGEST = 5 * 1024 * 1024
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""Of PNG and JPEG files."""


class LogoRow(QFrame):
    """`changed` fires when another logo was chosen or dropped; the bytes are in `logo`.

    `meaning`: what may be chosen here, said while there is none.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, meaning: str = "") -> None:
        super().__init__(parent)
        self._empty = meaning or self.tr("PNG, JPEG atau SVG, lambang kabupaten atau kota")
        self.setObjectName("card")
        self.setAcceptDrops(False)
        self._logo: bytes | None = None
        self._picture = QLabel()
        self._picture.setFixedSize(_SIDE, _SIDE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel()
        self._title.setObjectName("rowTitle")
        self._words = QLabel()
        self._words.setObjectName("secondary")
        self._fault = QWidget()
        self._fault_words = QLabel()
        self.choose = Button(self.tr("Pilih"), kind="secondary")
        self.drop = Button("", kind="ghost", icon="trash")
        self.drop.setAccessibleName(self.tr("Hapus logo"))
        self.drop.setToolTip(self.tr("Hapus logo"))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addWidget(self._fault)
        self._build_fault()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addWidget(self.choose)
        row.addWidget(self.drop)
        self.choose.clicked.connect(self._ask)
        self.drop.clicked.connect(lambda: self._take(None))
        self.set_logo(None)

    def logo(self) -> bytes | None:
        """PNG or JPEG bytes, or None."""
        return self._logo

    def set_logo(self, logo: bytes | None, name: str = "") -> None:
        """Show a logo; tells nobody."""
        self._logo = logo
        self.show_error("")
        self.drop.setVisible(logo is not None)
        self.choose.setText(self.tr("Ganti") if logo else self.tr("Pilih"))
        if logo is None:
            self._picture.clear()
            self._title.setText(self.tr("Belum ada logo"))
            self._words.setText(self._empty)
            return
        image = QImage.fromData(logo)
        side = QSize(_SIDE, _SIDE) * self.devicePixelRatioF()
        scaled = image.scaled(
            side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(QPixmap.fromImage(scaled))
        self._title.setText(name or self.tr("Logo kantor"))
        size = self.tr("{0} kB").format(thousands(max(1, len(logo) // 1024)))
        sharp = max(image.width(), image.height()) >= _SHARP_PIXELS
        words = self.tr("Tajam untuk cetak") if sharp else self.tr("Kurang tajam untuk cetak")
        self._words.setText(f"{words}, {size}")

    def take_file(self, path: Path) -> None:
        """Use the picture in this file, if it is one; if not, say so and keep the former."""
        try:
            content = path.read_bytes() if path.stat().st_size <= _LARGEST else None
        except OSError:
            self.show_error(self.tr("Berkas itu tidak bisa dibuka. Pilih berkas lain."))
            return
        if content and is_svg(content):
            content = png_of(content) or content
        fault = self._fault_of(content)
        if fault or content is None:
            self.show_error(fault)
        else:
            self._take(content, path.name)

    def show_error(self, words: str) -> None:
        """Say in place of the hint what is wrong and what to do; "" takes it away."""
        self._fault_words.setText(words)
        self._fault.setHidden(not words)
        self._words.setHidden(bool(words))
        self.choose.setAccessibleDescription(words)
        if words:
            announce(self, words)

    def error(self) -> str:
        """What is said to be wrong."""
        return self._fault_words.text()

    def _fault_of(self, content: bytes | None) -> str:
        if content is None:
            return self.tr("Gambar itu lebih dari 5 MB. Simpan lebih kecil, lalu pilih lagi.")
        if not content.startswith(_BEGINNINGS):
            return self.tr("Berkas itu bukan gambar PNG, JPEG atau SVG. Pilih berkas lain.")
        if QImage.fromData(content).isNull():
            return self.tr("Gambar itu rusak atau terpotong. Salin ulang, atau pilih yang lain.")
        return ""

    def _build_fault(self) -> None:
        self._fault_words.setObjectName("errorText")
        self._fault_words.setWordWrap(True)
        line = QHBoxLayout(self._fault)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(IconLabel("alert-triangle", 16, "err"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._fault_words, 1)

    def _take(self, logo: bytes | None, name: str = "") -> None:
        self.set_logo(logo, name)
        self.changed.emit()

    def _ask(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Pilih logo"),
            str(Path.home()),
            self.tr("Gambar (*.png *.jpg *.jpeg *.svg)"),
        )
        if name:
            self.take_file(Path(name))
