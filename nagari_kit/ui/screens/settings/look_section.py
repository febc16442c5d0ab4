"""How the pages of letters look: margins, type, usual copies, second logo, measured printers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nagari_kit.domain.letter_look import LetterLook
from nagari_kit.ui.office_forms.choice import Choice
from nagari_kit.ui.office_forms.logo_row import LogoRow
from nagari_kit.ui.screens.settings.printer_card import PrinterCard
from nagari_kit.ui.screens.settings.section import EditedSection
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, Card, LabeledField, TextArea, TextInput

_MARGINS = (
    ("margin_top", "Jarak atas (mm)", "15"),
    ("margin_left", "Jarak kiri (mm)", "25"),
    ("margin_right", "Jarak kanan (mm)", "20"),
    ("margin_bottom", "Jarak bawah (mm)", "18"),
)
_SIZES = (("110", "11"), ("115", "11,5"), ("0", "12"), ("125", "12,5"), ("130", "13"))
_COPIES_HEIGHT = 92
_KOP_SIZES = (("90", "Kecil"), ("0", "Biasa"), ("110", "Besar"))


class LookSection(EditedSection):
    """`save_requested` carries the look as it stands here."""

    save_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Halaman surat",
            "Berlaku untuk surat berikutnya. Surat lama tidak berubah.",
            parent,
        )
        self.inputs = {key: TextInput() for key, _label, _usual in _MARGINS}
        self.rows = {
            key: LabeledField(self.tr(label), self.inputs[key]) for key, label, _usual in _MARGINS
        }
        for key, _label, usual in _MARGINS:
            self.inputs[key].setPlaceholderText(usual)
        self.size_choice = Choice(self.tr("Ukuran huruf surat"), _SIZES)
        self.kop_size = Choice(self.tr("Ukuran huruf kop"), _KOP_SIZES)
        self.copies = TextArea()
        self.copies.setMaximumHeight(scaled(_COPIES_HEIGHT))
        self._copies_row = LabeledField(
            self.tr("Tembusan tetap"),
            self.copies,
            self.tr(
                "Satu penerima satu baris, di bawah setiap surat yang tidak menyebut tembusan."
            ),
        )
        self.second = LogoRow(meaning=self.tr("Di kanan kop, bila susunan logonya “Dua”"))
        self.printers = PrinterCard()
        self._build()
        self.save = Button(self.tr("Simpan halaman"), kind="primary", icon="check", key_hint="F9")
        self.footer.add_button(self.save)
        self.save.clicked.connect(self.submit)

    def show_look(self, look: LetterLook) -> None:
        """Fill the form."""
        for key, line in self.inputs.items():
            value = getattr(look, key)
            line.setText(str(value) if value else "")
        self.size_choice.set_value(str(look.base_size))
        self.kop_size.set_value(str(look.kop_size))
        if not look.base_size:
            self.size_choice.set_value("0")
        if not look.kop_size:
            self.kop_size.set_value("0")
        self.copies.setPlainText("\n".join(look.copies))
        self.second.set_logo(look.second_logo)
        self.show_errors({})
        self.note_shown()

    def content(self) -> object:
        """The look as it stands here; a margin that is no number is -1."""
        margins = {key: _whole(line.text()) for key, line in self.inputs.items()}
        lines = (" ".join(one.split()) for one in self.copies.toPlainText().splitlines())
        return LetterLook(
            **margins,
            base_size=int(self.size_choice.value()),
            kop_size=int(self.kop_size.value()),
            copies=tuple(line for line in lines if line),
            second_logo=self.second.logo(),
        )

    def submit(self) -> None:
        """Ask to save."""
        self.show_errors({})
        self.note_submitted()
        self.save_requested.emit(self.content())

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields; the caret goes to the first wrong one."""
        for key, row in self.rows.items():
            row.set_error(errors.get(key, ""))
        self._copies_row.set_error(errors.get("copies", ""))
        self.second.show_error(errors.get("second_logo", ""))
        for key, line in self.inputs.items():
            if key in errors:
                line.setFocus()
                return
        if "copies" in errors:
            self.copies.setFocus()

    def show_saved(self) -> None:
        """Say that it is kept."""
        self.note_stored()
        self.footer.set_note(self.tr("Halaman surat tersimpan."), "circle-check", "ok")

    def _build(self) -> None:
        card = Card()
        card.body.setSpacing(14)
        margins = QHBoxLayout()
        margins.setSpacing(12)
        for row in self.rows.values():
            margins.addWidget(row, 1)
        card.body.addLayout(margins)
        sizes = QHBoxLayout()
        sizes.setSpacing(24)
        sizes.addWidget(LabeledField(self.tr("Ukuran huruf surat (pt)"), self.size_choice))
        sizes.addWidget(LabeledField(self.tr("Ukuran huruf kop"), self.kop_size))
        sizes.addStretch(1)
        card.body.addLayout(sizes)
        card.body.addWidget(self._copies_row)
        card.body.addWidget(LabeledField(self.tr("Logo kedua"), self.second))
        self.column.addWidget(card)
        self.column.addWidget(self.printers)
        self.finish()


def _whole(text: str) -> int:
    """The number; 0 when nothing stands there, -1 when it is none."""
    shown = text.strip()
    if not shown:
        return 0
    return int(shown) if shown.isascii() and shown.isdigit() else -1
